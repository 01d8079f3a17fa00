"""What a report says beside its figures, in the language of its reader (``resources/report/words``)."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass

from mining_monitor import paths
from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.report import LANGUAGES
from mining_monitor.schema.classes import BY_CODE, NOT_OBSERVED

#: Between thousands: narrow and never broken over two lines.
_THOUSANDS = "\N{NARROW NO-BREAK SPACE}"


@dataclass(frozen=True)
class Words:
    """Texts of one language.

    Attributes
    ----------
    language : str
        One of ``LANGUAGES``.
    texts, classes, status, states, units : mapping
        Sentences by name; names of classes by key, of what became of a site, of review states, of reference units.
    """

    language: str
    texts: Mapping[str, str]
    classes: Mapping[str, str]
    status: Mapping[str, str]
    states: Mapping[str, str]
    units: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.texts[name]

    def class_title(self, code: int | None) -> str:
        """Return the name of a class; None: all classes."""
        if code is None:
            return self["all"]
        return self["not_observed"] if code == NOT_OBSERVED else self.classes[BY_CODE[code].key]

    def number(self, value: float, decimals: int = 2) -> str:
        """Return a number as this language writes it."""
        if not math.isfinite(value):
            return self["undefined"]
        return f"{value:,.{decimals}f}".replace(",", _THOUSANDS).replace(".", self["decimal"])

    def area(self, area_m2: float) -> str:
        """Return an area in ha below 100 ha and in km² above (UX "Manners")."""
        hectares = area_m2 / 1e4
        return f"{self.number(hectares)} ha" if hectares < 100 else f"{self.number(hectares / 100)} km²"


def load_words(language: str) -> Words:
    """Read the texts of a language.

    Raises
    ------
    ParameterError
        Reports are not written in it.
    """
    if language not in LANGUAGES:
        raise ParameterError(
            f"LANGUAGE is '{language}'; reports are written in {', '.join(LANGUAGES)}.", name="language"
        )
    document = json.loads(paths.resource("report", "words", f"{language}.json").read_text(encoding="utf-8"))
    parts = (document[name] for name in ("words", "classes", "status", "states", "units"))
    return Words(language, *parts)
