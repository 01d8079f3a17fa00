"""Requests about people's work on sectors: import, validation, history, proposals, agreement."""

from __future__ import annotations

from typing import Any

from mining_monitor.contract import annotations
from mining_monitor.engine.progress import Job


def _import(request: annotations.ImportAnnotationsRequest, job: Job) -> annotations.ImportResult:
    from mining_monitor.engine.annotation.importing import import_annotations

    return import_annotations(request, job)


def _validate(request: annotations.ValidateAnnotationsRequest, job: Job) -> annotations.ValidationResult:
    from mining_monitor.engine.annotation.validation import validate_annotations

    return validate_annotations(request, job)


def _verify_log(request: annotations.VerifyLogRequest, job: Job) -> annotations.LogReport:
    from mining_monitor.engine.annotation.history import verify_log

    return verify_log(request, job)


def _history(request: annotations.SectorHistoryRequest, job: Job) -> annotations.SectorHistory:
    from mining_monitor.engine.annotation.history import sector_history

    return sector_history(request, job)


def _restore(request: annotations.RestoreSectorRequest, job: Job) -> annotations.RestoreResult:
    from mining_monitor.engine.annotation.restoring import restore_sector

    return restore_sector(request, job)


def _propose(request: annotations.ProposeChangesRequest, job: Job) -> annotations.ProposalCounts:
    from mining_monitor.engine.annotation.proposal_store import propose_changes

    return propose_changes(request, job)


def _decide(request: annotations.DecideProposalsRequest, job: Job) -> annotations.DecisionResult:
    from mining_monitor.engine.annotation.deciding import decide_proposals

    return decide_proposals(request, job)


def _agreement(request: annotations.AgreementRequest, job: Job) -> annotations.AgreementResult:
    from mining_monitor.engine.annotation.agreement import assess_agreement

    return assess_agreement(request, job)


HANDLERS: dict[type, Any] = {
    annotations.ImportAnnotationsRequest: _import,
    annotations.ValidateAnnotationsRequest: _validate,
    annotations.VerifyLogRequest: _verify_log,
    annotations.SectorHistoryRequest: _history,
    annotations.RestoreSectorRequest: _restore,
    annotations.ProposeChangesRequest: _propose,
    annotations.DecideProposalsRequest: _decide,
    annotations.AgreementRequest: _agreement,
}
