"""What a proposal is called, and what taking or refusing it does, in words."""

from __future__ import annotations

from typing import Dict, List, Optional, Tuple

from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.proposal_list import ADD, CHANGE, DISAPPEAR, ListedProposal
from mining_monitor.gui import words


def kinds_title(kind: str) -> str:
    """Return what several of a kind are called."""
    return {ADD: tr("Additions"), CHANGE: tr("Changes"), DISAPPEAR: tr("Disappearances")}.get(kind, kind)


def proposals_text(count: int) -> str:
    """Count proposals."""
    return tr("1 proposal") if count == 1 else tr("{} proposals").format(words.whole(count))


class ClassTexts(Dict[Tuple[Optional[int], Optional[int]], str]):
    """The class of a proposal, or from which to which it would change: each pair is put into words once."""

    def of(self, proposal: ListedProposal) -> str:
        """Return the words for a proposal."""
        pair = (proposal.code_before, proposal.code_after)
        if pair not in self:
            titles = [words.class_short_title(code) for code in pair if code is not None]
            self[pair] = " → ".join(dict.fromkeys(titles)) or tr("none")
        return self[pair]


def title(proposal: ListedProposal, classes: ClassTexts) -> str:
    """Return the kind as a sign, the class, and the name where there is one."""
    text = classes.of(proposal)
    if proposal.kind == CHANGE and "→" not in text:
        text = tr("{}: outline").format(text)
    sign = {ADD: "+ ", DISAPPEAR: "− "}.get(proposal.kind, "")
    return f"{sign}{text}, {proposal.name}" if proposal.name else f"{sign}{text}"


def area_text(proposal: ListedProposal) -> str:
    """Return the area before and after."""
    before, after = proposal.area_before_m2, proposal.area_after_m2
    if before is None or after is None:
        one = before if before is not None else after
        return words.area_text(one or 0.0)
    if abs(after - before) < 0.5:
        return words.area_text(after)
    return f"{words.area_text(before)} → {words.area_text(after)}"


def lines(proposal: ListedProposal) -> List[str]:
    """Return what is proposed, from what to what, and what each answer does."""
    name = f"'{proposal.name}'" if proposal.name else tr("This sector")
    state, classes = words.state_title(proposal.state), ClassTexts().of(proposal)
    if proposal.kind == ADD:
        found = [tr("The new run has found a sector where people have mapped none: {}.").format(classes)]
        answer = tr("Taking makes it a sector of yours that wants a review; refusing rejects the draft and keeps it.")
    elif proposal.kind == DISAPPEAR:
        found = [tr("{name} ({state}): the new run finds next to nothing of it.").format(name=name, state=state)]
        answer = tr("Taking rejects the sector and keeps it in the file; refusing leaves it as it is.")
    else:
        found = [_change(proposal, name, state)]
        answer = tr("Taking keeps the sector's identity and asks for a new review; refusing leaves it as it is.")
    if proposal.kind == CHANGE:
        found.append(tr("The outlines share {:.0f} % of their ground (IoU {:.2f}).").format(
            100 * proposal.iou, proposal.iou
        ))  # fmt: skip
    found.append(tr("Area: {}").format(area_text(proposal)))
    if proposal.confidence is not None:
        found.append(tr("Mean score of the run: {:.0f} %").format(100 * proposal.confidence))
    return [*found, answer]


def _change(proposal: ListedProposal, name: str, state: str) -> str:
    if proposal.code_before == proposal.code_after:
        return tr("{name} ({state}): the new run draws another outline.").format(name=name, state=state)
    return tr("{name} ({state}): the new run sees another class, {classes}.").format(
        name=name, state=state, classes=ClassTexts().of(proposal)
    )
