"""What a defensible report needs (DOMAIN 4.4, 4.6): a list of facts about sectors, without a widget."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, List, Tuple

from mining_monitor.adapter.messages import tr
from mining_monitor.gui import words
from mining_monitor.schema.review import APPROVED, DRAFT, EDITED, IN_REVIEW, PUBLISHED


@dataclass(frozen=True)
class SectorFacts:
    """What the checklist looks at: counts over the sectors that an export would include."""

    counts: Dict[str, int] = field(default_factory=dict)
    without_date: int = 0
    without_system: int = 0
    without_reviewer: int = 0
    own_reviews: int = 0
    artisanal: int = 0

    @property
    def total(self) -> int:
        """Number of sectors in all states."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class CheckItem:
    """One line: done or missing, with a link to where it can be mended."""

    text: str
    is_done: bool
    link: str = ""
    link_text: str = ""


def checklist(facts: SectorFacts, accuracy: str = "") -> Tuple[CheckItem, ...]:
    """Return what is done and what is missing, in the order of the work.

    Parameters
    ----------
    accuracy : str
        The overall accuracy in words; empty while no sample has been assessed.
    """
    if facts.total == 0:
        return (CheckItem(tr("There are no sectors yet."), False, "detect", tr("Detect some")),)
    return (_reviewed(facts), _dated(facts), _sourced(facts), _four_eyes(facts), _accuracy(accuracy))


def _reviewed(facts: SectorFacts) -> CheckItem:
    waiting = sum(facts.counts.get(state, 0) for state in (DRAFT, EDITED, IN_REVIEW))
    if not waiting:
        return CheckItem(tr("Every sector was decided by a person."), True)
    text = tr("{waiting} of {total} sectors wait for a decision.").format(
        waiting=words.whole(waiting), total=words.whole(facts.total)
    )
    return CheckItem(text, False, "state:draft" if facts.counts.get(DRAFT) else "state:", tr("Review"))


def _dated(facts: SectorFacts) -> CheckItem:
    if not facts.without_date:
        return CheckItem(tr("Every sector has the date of its image."), True)
    return CheckItem(
        tr("The date of the image is missing: {}.").format(words.sectors_text(facts.without_date)),
        False,
        "state:",
        tr("Show"),
    )


def _sourced(facts: SectorFacts) -> CheckItem:
    if not facts.without_system:
        return CheckItem(tr("Every sector names the source of its image."), True)
    return CheckItem(
        tr("The source of the image is missing: {}.").format(words.sectors_text(facts.without_system)),
        False, "state:", tr("Show"),
    )  # fmt: skip


def _four_eyes(facts: SectorFacts) -> CheckItem:
    decided = sum(facts.counts.get(state, 0) for state in (APPROVED, PUBLISHED))
    if not decided:
        return CheckItem(tr("No sector is approved yet."), False, "state:", tr("Review"))
    if facts.without_reviewer:
        return CheckItem(
            tr("Approved without a reviewer's name: {}.").format(words.sectors_text(facts.without_reviewer)),
            False, "state:approved", tr("Show"),
        )  # fmt: skip
    if facts.own_reviews:
        return CheckItem(
            tr("Approved by the person who made the last edit: {}.").format(words.sectors_text(facts.own_reviews)),
            False, "state:approved", tr("Show"),
        )  # fmt: skip
    return CheckItem(tr("Every approval names its reviewer."), True)


def _accuracy(accuracy: str) -> CheckItem:
    if accuracy:
        return CheckItem(tr("A labelled sample stands behind the areas: overall accuracy {}.").format(accuracy), True)
    text = tr("Areas are counted from the polygons; no accuracy sample stands behind them.")
    return CheckItem(text, False, "sample:", tr("Draw one"))


def missing(items: Tuple[CheckItem, ...]) -> List[CheckItem]:
    """Return the items that are not done."""
    return [item for item in items if not item.is_done]
