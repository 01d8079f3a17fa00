"""Requests about people's work on sectors: import, validation, history, proposals, agreement."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from mining_monitor.contract import annotations as sector_work
from mining_monitor.contract import reviewing
from mining_monitor.contract.agreement import (
    AgreementRequest,
    AgreementResult,
    BlindSample,
    CompareBlindSampleRequest,
    DrawBlindSampleRequest,
)
from mining_monitor.contract.growing import GrowRegionRequest, GrowRegionResult
from mining_monitor.contract.history import (
    LogReport,
    RestoreResult,
    RestoreSectorRequest,
    SectorHistory,
    SectorHistoryRequest,
    VerifyLogRequest,
)
from mining_monitor.contract.proposals import (
    DecideProposalsRequest,
    DecisionResult,
    ProposalCounts,
    ProposeChangesRequest,
)
from mining_monitor.engine.jobs.catalogues import by_host
from mining_monitor.engine.progress import Job


def _import(request: sector_work.ImportAnnotationsRequest, job: Job) -> sector_work.ImportResult:
    from mining_monitor.engine.annotation.importing import import_annotations

    return import_annotations(request, job)


def _validate(request: sector_work.ValidateAnnotationsRequest, job: Job) -> sector_work.ValidationResult:
    from mining_monitor.engine.annotation.validation import validate_annotations

    return validate_annotations(request, job)


def _verify_log(request: VerifyLogRequest, job: Job) -> LogReport:
    from mining_monitor.engine.annotation.history import verify_log

    return verify_log(request, job)


def _history(request: SectorHistoryRequest, job: Job) -> SectorHistory:
    from mining_monitor.engine.annotation.history import sector_history

    return sector_history(request, job)


def _restore(request: RestoreSectorRequest, job: Job) -> RestoreResult:
    from mining_monitor.engine.annotation.restoring import restore_sector

    return restore_sector(request, job)


def _propose(request: ProposeChangesRequest, job: Job) -> ProposalCounts:
    from mining_monitor.engine.annotation.proposing import propose_changes

    return propose_changes(request, job)


def _decide(request: DecideProposalsRequest, job: Job) -> DecisionResult:
    from mining_monitor.engine.annotation.deciding import decide_proposals

    return decide_proposals(request, job)


def _agreement(request: AgreementRequest, job: Job) -> AgreementResult:
    from mining_monitor.engine.annotation.agreement import assess_agreement

    return assess_agreement(request, job)


def _grow(request: GrowRegionRequest, job: Job) -> GrowRegionResult:
    from mining_monitor.engine.annotation.growing import grow_region

    return by_host(grow_region, request.image)(request, job)


def _rank(request: reviewing.RankSectorsRequest, job: Job) -> reviewing.RankResult:
    from mining_monitor.engine.annotation.ranking import rank_sectors

    return rank_sectors(request, job)


def _describe_layer(request: reviewing.DescribeLayerRequest, job: Job) -> reviewing.LayerDescription:
    from mining_monitor.engine.annotation.describing import describe_layer

    return describe_layer(request, job)


def _draw_blind(request: DrawBlindSampleRequest, job: Job) -> BlindSample:
    from mining_monitor.engine.annotation.blind_sample import draw_blind_sample

    return draw_blind_sample(request, job)


def _compare_blind(request: CompareBlindSampleRequest, job: Job) -> AgreementResult:
    from mining_monitor.engine.annotation.blind_sample import compare_blind_sample

    return compare_blind_sample(request, job)


#: Texts of requests that go into a project; halves of characters, which JSON and shells allow, have no place in it.
_TEXTS = ("operator", "comment", "uuid", "scene_id", "run_id")


def _storing(handler: Callable[[Any, Job], Any]) -> Callable[[Any, Job], Any]:
    """Return a handler that gets the texts of its request as a project can hold them."""

    def handle(request: Any, job: Job) -> Any:
        from mining_monitor.engine.annotation.recognition import storable

        plain = {name: storable(getattr(request, name)) for name in _TEXTS if hasattr(request, name)}
        return handler(dataclasses.replace(request, **plain), job)

    return handle


HANDLERS: dict[type, Any] = {
    sector_work.ImportAnnotationsRequest: _storing(_import),
    sector_work.ValidateAnnotationsRequest: _validate,
    VerifyLogRequest: _verify_log,
    SectorHistoryRequest: _storing(_history),
    RestoreSectorRequest: _storing(_restore),
    ProposeChangesRequest: _storing(_propose),
    DecideProposalsRequest: _storing(_decide),
    AgreementRequest: _agreement,
    DrawBlindSampleRequest: _storing(_draw_blind),
    CompareBlindSampleRequest: _compare_blind,
    reviewing.RankSectorsRequest: _rank,
    reviewing.DescribeLayerRequest: _describe_layer,
    GrowRegionRequest: _grow,
}
