"""What the page "Second opinion" says."""

from __future__ import annotations

from mining_monitor.adapter.adjudication import FIRST, SECOND
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.agreement import AgreementResult
from mining_monitor.gui import words


def class_title(code: int) -> str:
    """Return what one of both has seen."""
    return words.class_title(code) if code else tr("nothing")


def decision_sentence(decision: str) -> str:
    """Return what was decided; empty while nothing is."""
    return {FIRST: tr("Decided: yours."), SECOND: tr("Decided: theirs.")}.get(decision, "")


def agreement_sentence(result: AgreementResult) -> str:
    """Return how far two people agree, and what follows from it (DOMAIN 4.3)."""
    kappa = tr("Kappa is not defined: both see one class only.")
    if result.kappa is not None and result.kappa_low is not None and result.kappa_high is not None:
        kappa = tr("Kappa {} (95 %: {} to {}).").format(
            words.number(result.kappa, 2), words.number(result.kappa_low, 2), words.number(result.kappa_high, 2)
        )
    parts = [kappa]
    if result.mean_iou is not None:
        parts.append(tr("Matched sectors share {} of their ground.").format(f"{100 * result.mean_iou:.0f} %"))
    if result.border_mean_m is not None:
        parts.append(tr("Borders are {} m apart on average.").format(words.number(result.border_mean_m, 1)))
    follows = {
        "accept": tr("That is good agreement."),
        "reconcile": tr("Talk the differences over."),
        "adjudicate": tr("That is not enough: a third person should decide."),
    }
    parts.append(follows.get(result.verdict, ""))
    parts.append(tr("Pieces of ground with different classes: {}.").format(words.whole(result.conflicts)))
    return " ".join(part for part in parts if part)
