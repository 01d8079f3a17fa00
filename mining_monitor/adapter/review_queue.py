"""The order of a review: how much each sector needs a person, why, in words, and what was skipped.

The score is a sum of four reasons, each between 0 and 1 times its weight: how little above the run's threshold the
model's confidence is, how far the last map or a person's earlier refusal contradicts it, how unusual its size is, and
how much ground it claims. The first is known at once, the engine tells the others (``RankSectorsRequest``).
"""

from __future__ import annotations

import itertools
import json
import math
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, Iterable, List, Mapping, Optional, Tuple

from mining_monitor.adapter.compat import number_of, text_of
from mining_monitor.adapter.engine_access import shared
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.sector_rows import SectorRow, area_text
from mining_monitor.adapter.styles import class_short_titles
from mining_monitor.adapter.tasks import WorkTask
from mining_monitor.contract.errors import MiningMonitorError
from mining_monitor.contract.reviewing import RankSectorsRequest
from mining_monitor.schema.review import APPROVED, DRAFT, EDITED, IN_REVIEW, PUBLISHED, REJECTED

#: What each reason counts; together 1.
DOUBT_WEIGHT, DISPUTE_WEIGHT, LOOKALIKE_WEIGHT, AREA_WEIGHT = 0.45, 0.25, 0.15, 0.15

#: An area of 0.1 ha counts nothing, one of 1,000 ha all.
_LEAST_AREA_M2, _AREA_DECADES = 1e3, 4.0

#: Reasons below this share of their weight are not worth a word.
_WORTH_A_WORD = 0.3

#: Which states want a person first; what was skipped comes after all that is open.
_STATE_ORDER = {DRAFT: 0, "": 0, IN_REVIEW: 1, EDITED: 2, REJECTED: 4, APPROVED: 5, PUBLISHED: 6}
_SKIPPED = 3

OPEN_STATES = (DRAFT, EDITED, IN_REVIEW, "")


@dataclass(frozen=True)
class Ranking:
    """What the engine knows of the sectors of a scene.

    Attributes
    ----------
    facts : mapping
        ``uuid`` -> members as ``contract.reviewing.RankResult`` describes them.
    min_confidence : float
        Threshold of the last run, 0..1.
    """

    facts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    min_confidence: float = 0.0


class RankTask(WorkTask):
    """Asks the engine for a ranking; an engine that cannot answer leaves the order as it is, without a word."""

    def __init__(self, project: Path, scene_id: str) -> None:
        super().__init__(tr("Order of the review"))
        self._project, self._scene_id = project, scene_id
        self._access = shared()

    def work(self) -> Optional[Ranking]:
        """Ask and read."""
        folder = Path(tempfile.mkdtemp(prefix="mining-monitor-"))
        try:
            request = RankSectorsRequest(str(self._project), self._scene_id, str(folder / "ranking.json"))
            result = self._access.call(request, should_cancel=self.isCanceled)
            facts = json.loads(Path(result.output).read_text(encoding="utf-8"))
            return Ranking(facts, float(result.min_confidence))
        except (MiningMonitorError, OSError, ValueError):
            return None
        finally:
            shutil.rmtree(folder, ignore_errors=True)


class ReviewQueue:
    """Scores of sectors, and which of them a person has put off."""

    def __init__(self) -> None:
        self.ranking = Ranking()
        self._skipped: Dict[str, int] = {}
        self._turns = itertools.count(1)

    def score(self, row: SectorRow) -> float:
        """Return how much a sector needs a person, 0..1."""
        facts = self.ranking.facts.get(row.uuid, {})
        score = DOUBT_WEIGHT * self._doubt(row) + AREA_WEIGHT * _size(row.area_m2)
        if row.code is None:
            score += DISPUTE_WEIGHT
        elif facts:
            score += DISPUTE_WEIGHT * _share(facts, "disputed") + LOOKALIKE_WEIGHT * _lookalike(facts)
        return score

    def _doubt(self, row: SectorRow) -> float:
        """Return 1 for a confidence at the threshold, 0 for certainty; what a person drew is half in doubt."""
        if row.confidence is None:
            return 0.5
        least = self.ranking.min_confidence
        return min(1.0, max(0.0, (1.0 - row.confidence) / (1.0 - least)))

    def key(self, row: SectorRow) -> Tuple[int, float, float]:
        """Return the sorting key: open ones first, the neediest of them first; skipped ones by turn at their end."""
        turn = self.turn(row)
        if turn:
            return (_SKIPPED, float(turn), 0.0)
        return (_STATE_ORDER.get(row.state, 0), -self.score(row), -(row.area_m2 or 0.0))

    def skip(self, row: SectorRow) -> None:
        """Put a sector off until all others are decided."""
        if row.state in OPEN_STATES:
            self._skipped[_identity(row)] = next(self._turns)

    def turn(self, row: SectorRow) -> int:
        """Return when an open sector was put off, counted from 1; 0: it was not."""
        return self._skipped.get(_identity(row), 0) if self._skipped and row.state in OPEN_STATES else 0

    def count(self, rows: Iterable[SectorRow]) -> int:
        """Return how many of these are put off."""
        return sum(bool(self.turn(row)) for row in rows) if self._skipped else 0

    def forget(self) -> None:
        """Take all that was put off back, and what the engine told (another layer)."""
        self._skipped.clear()
        self.ranking = Ranking()

    def reasons(self, row: SectorRow) -> List[str]:
        """Return why a sector stands where it does, the strongest reason first; empty: nothing stands out."""
        facts = self.ranking.facts.get(row.uuid, {})
        found: List[Tuple[float, str]] = []
        doubt, size = self._doubt(row), _size(row.area_m2)
        if row.confidence is not None and doubt >= _WORTH_A_WORD:
            found.append((DOUBT_WEIGHT * doubt, tr("the model is unsure ({:.0f} %)").format(100 * row.confidence)))
        if size >= 2 * _WORTH_A_WORD:
            found.append((AREA_WEIGHT * size, tr("large ({})").format(area_text(row.area_m2))))
        if row.code is None:
            return [tr("it has no class"), *(text for _weight, text in found)]
        if _share(facts, "disputed"):
            found.append((DISPUTE_WEIGHT * _share(facts, "disputed"), _dispute(facts)))
        if _share(facts, "rejected"):
            found.append((LOOKALIKE_WEIGHT, _refusal(facts)))
        if number_of(facts.get("low_ha")) is not None:
            found.append((LOOKALIKE_WEIGHT, _unusual(row, facts)))
        return [text for _weight, text in sorted(found, key=lambda pair: -pair[0])]

    def sentence(self, row: SectorRow) -> str:
        """Say why a sector stands where it does, with its score of 100."""
        if row.state not in OPEN_STATES:
            return tr("Decided.")
        reasons = "; ".join(self.reasons(row)) or tr("nothing stands out")
        text = tr("Needs you {score:.0f} of 100: {reasons}.").format(score=100 * self.score(row), reasons=reasons)
        return tr("Skipped. {}").format(text) if self.turn(row) else text


def _identity(row: SectorRow) -> str:
    return row.uuid or str(row.fid)


def _share(facts: Mapping[str, Any], name: str) -> float:
    return min(1.0, max(0.0, number_of(facts.get(name)) or 0.0)) if facts else 0.0


def _lookalike(facts: Mapping[str, Any]) -> float:
    return 1.0 if "rejected" in facts or "low_ha" in facts else 0.0


def _size(area_m2: Optional[float]) -> float:
    if not area_m2 or area_m2 <= _LEAST_AREA_M2:
        return 0.0
    return min(1.0, math.log10(area_m2 / _LEAST_AREA_M2) / _AREA_DECADES)


def _dispute(facts: Mapping[str, Any]) -> str:
    title = class_short_titles().get(int(number_of(facts.get("disputed_code")) or 0), "?")
    when = text_of(facts.get("disputed_at"))
    text = tr("the last map has {share:.0f} % of it as {title}").format(
        share=100 * _share(facts, "disputed"), title=title
    )
    return f"{text} ({when})" if when else text


def _refusal(facts: Mapping[str, Any]) -> str:
    reason = text_of(facts.get("reason"))
    text = tr("a sector was rejected here before")
    return f"{text} ({reason})" if reason else text


def _unusual(row: SectorRow, facts: Mapping[str, Any]) -> str:
    low, high = number_of(facts.get("low_ha")) or 0.0, number_of(facts.get("high_ha")) or 0.0
    return tr("unusual size for its class ({area}; usual are {low:g} to {high:g} ha)").format(
        area=area_text(row.area_m2), low=low, high=high
    )
