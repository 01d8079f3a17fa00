"""Whether the -1000 of Sentinel-2 still has to be added: from declaration, baseline and a pixel check (DOMAIN 2.3).

The sensing date is no criterion: reprocessed scenes of 2015 to 2021 carry the offset, too.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.products import OffsetDecision

Source = Literal["safe", "copernicus", "planetary-computer", "earth-search", "earth-search-c1", "other"]

#: Valid raw numbers (DN) of B02, B03 and B04, any shape; nodata left out.
Sample = Mapping[str, npt.NDArray[Any]]

#: What ESA subtracts since baseline 04.00 (DOMAIN 2.2): the fall-back where nothing is declared.
ESA_OFFSET = -1000.0

#: The first baseline with an offset.
FIRST_BASELINE_WITH_OFFSET = 4.0

CHECKED_BANDS = ("B02", "B03", "B04")

#: DOMAIN 2.3: numbers below this in more than this share of the pixels of each band mean that -1000 was applied ...
DARK_DN, DARK_SHARE = 900.0, 0.005

#: ... and a darkest 0.1 % of B02 at or above this speaks against a declaration that it was.
UNLIKELY_DARKEST_DN, DARKEST_SHARE = 1000.0, 0.001

#: Keepers of ESA's own files: what they declare, or the baseline, is enough.
_UNTOUCHED = ("safe", "copernicus", "planetary-computer")

_HISTOGRAM_STEP = 250


@dataclass(frozen=True)
class Declared:
    """What metadata say.

    Attributes
    ----------
    offset : float or None
        In DN (-1000, not -0.1); None: nothing is said.
    is_applied : bool or None
        A flag such as ``earthsearch:boa_offset_applied``; None: there is none.
    quantification : float
    where : str
        Element or member that says so, for the evidence.
    """

    offset: float | None = None
    is_applied: bool | None = None
    quantification: float = 10_000.0
    where: str = "the metadata"


def baseline_number(baseline: str) -> float | None:
    """Return a processing baseline (``05.10``, ``N0510``, ``0510``) as a number; None where it is no baseline."""
    match = re.fullmatch(r"N?(\d{2})\.?(\d{2})", baseline.strip().upper())
    return float(f"{match.group(1)}.{match.group(2)}") if match else None


def decide_offset(
    source: Source, declared: Declared, baseline: str, sample: Callable[[], Sample] | None = None
) -> OffsetDecision:
    """Decide by the table of DOMAIN 2.3.

    Parameters
    ----------
    source : str
        Who keeps the files. Only ``earth-search``, ``earth-search-c1`` and ``other`` are known to touch the numbers:
        there, and where nothing else decides, pixels are checked.
    declared : Declared
    baseline : str
        ``05.10`` or ``N0510``; empty: unknown.
    sample : callable or None
        Returns raw numbers to check; called at most once, and only where the check is needed.

    Returns
    -------
    OffsetDecision
        ``ambiguous`` where the pixels contradict a declaration that cannot be trusted, or nothing says anything.
    """
    claim, offset, evidence = _claim(source, declared, baseline)
    number = baseline_number(baseline)
    facts: dict[str, Any] = {
        "source": source, "baseline": baseline, "declared_offset": declared.offset,
        "declared_applied": declared.is_applied, "claim": claim,
    }  # fmt: skip

    def decision(state: str, value: float, *sentences: str) -> OffsetDecision:
        found = tuple(text for text in (*evidence, *sentences) if text)
        return OffsetDecision(state, value, declared.quantification, found, facts)

    if claim == "none" or (claim == "add" and source in _UNTOUCHED):
        return decision(claim, offset)
    checked = _checked(sample, facts)
    if checked is None:
        text = "There were no pixels to check."
        return decision("ambiguous" if claim == "unknown" else claim, offset, text)
    if checked.is_dark:
        state = "none" if claim == "unknown" and number is None else "applied"
        return decision(state, 0.0, checked.words, "So nothing is left to add.")
    if claim == "unknown" or (claim == "applied" and checked.darkest >= UNLIKELY_DARKEST_DN):
        return decision("ambiguous", offset, checked.words, "So a person has to say whether -1000 is to be added.")
    return decision(claim, offset, checked.words, "The pixels do not contradict it.")


def decided_by_user(decision: OffsetDecision, choice: str) -> OffsetDecision:
    """Return a decision with what a person chose: ``add``, ``applied``, ``none``; ``auto`` leaves it as it is.

    Raises
    ------
    ParameterError
        The choice is none of these.
    """
    if choice == "auto":
        return decision
    if choice not in ("add", "applied", "none"):
        raise ParameterError(
            f"OFFSET is '{choice}'; it must be auto, add, applied or none.", name="OFFSET", value=choice
        )
    offset = (decision.offset or ESA_OFFSET) if choice == "add" else 0.0
    words = f"A person decided: {choice} (the engine had found: {decision.state})."
    facts = {**(decision.facts or {}), "decided_by_user": choice, "found": decision.state}
    return dataclasses.replace(decision, state=choice, offset=offset, evidence=(*decision.evidence, words), facts=facts)


def _claim(source: Source, declared: Declared, baseline: str) -> tuple[str, float, tuple[str, ...]]:
    """Return what is claimed (``add``, ``applied``, ``none``, ``unknown``), the offset that follows, and why."""
    number = baseline_number(baseline)
    said = _declaration_in_words(declared)
    if number is not None and number < FIRST_BASELINE_WITH_OFFSET and not (source == "safe" and declared.offset):
        return "none", 0.0, (f"Baseline {baseline} is older than 04.00 and has no offset.", said)
    since = f"Baseline {baseline} has an offset." if number is not None else "The baseline is not known."
    if number is not None and number < FIRST_BASELINE_WITH_OFFSET:
        since = f"Baseline {baseline} is older than 04.00, but what the product lists counts."
    if declared.is_applied:
        return "applied", 0.0, (since, said)
    if declared.offset is not None:
        if declared.offset:
            return "add", declared.offset, (since, said)
        return ("none" if source == "safe" else "applied"), 0.0, (since, said)
    if declared.is_applied is False:
        return "add", ESA_OFFSET, (since, said)
    if number is None:
        return "unknown", 0.0, (since, said)
    if source == "safe":  # products of 04.00 and later list it; one that does not was made by another processor
        return "unknown", ESA_OFFSET, (since, said)
    if source == "earth-search":
        return "applied", 0.0, (since, said, "This catalogue usually applies it.")
    return "add", ESA_OFFSET, (since, said)


def _declaration_in_words(declared: Declared) -> str:
    where = declared.where[:1].upper() + declared.where[1:]
    offset = "no offset" if declared.offset is None else f"an offset of {declared.offset:g}"
    flag = {None: "", True: " and says that it is applied", False: " and says that it is not applied"}
    return f"{where} declares {offset}{flag[declared.is_applied]}."


@dataclass(frozen=True)
class _Checked:
    is_dark: bool
    darkest: float
    words: str


def _checked(sample: Callable[[], Sample] | None, facts: dict[str, Any]) -> _Checked | None:
    """Look at the pixels; figures go into ``facts``."""
    pixels = sample() if sample is not None else {}
    values = {name: np.asarray(pixels[name]).ravel() for name in CHECKED_BANDS if name in pixels}
    if len(values) < len(CHECKED_BANDS) or any(band.size == 0 for band in values.values()):
        facts["checked_pixels"] = 0
        return None
    shares = {name: float(np.mean(band < DARK_DN)) for name, band in values.items()}
    darkest = float(np.quantile(values["B02"], DARKEST_SHARE))
    edges = np.arange(0, 4001, _HISTOGRAM_STEP)
    counts = {name: np.histogram(band, edges)[0].tolist() for name, band in values.items()}
    facts.update(
        checked_pixels=int(values["B02"].size), dark_share=shares, darkest_b02=darkest,
        histogram_step=_HISTOGRAM_STEP, histogram=counts,
    )  # fmt: skip
    listed = ", ".join(f"{name} {100 * share:.2f} %" for name, share in shares.items())
    words = f"Numbers below {DARK_DN:.0f}: {listed}; the darkest 0.1 % of B02 end at {darkest:.0f}."
    return _Checked(all(share > DARK_SHARE for share in shares.values()), darkest, words)
