"""The accuracy statement of a report: its figures and the points that they come from."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from mining_monitor.contract.errors import ParameterError
from mining_monitor.engine.files import is_plain_file
from mining_monitor.engine.reporting.report_html import class_title, section, table
from mining_monitor.engine.reporting.report_words import Words
from mining_monitor.schema.classes import BY_CODE, BY_KEY

#: ``assessaccuracy`` writes far smaller files.
_LARGEST_JSON = 16 << 20


def read_accuracy(path: str) -> Mapping[str, Any]:
    """Read what ``assessaccuracy`` wrote: its figures, with ``points`` and ``reference_file`` where it names them.

    Raises
    ------
    ParameterError
        The file is another one.
    """
    file = Path(path)
    try:
        if not is_plain_file(file) or file.stat().st_size > _LARGEST_JSON:
            raise ValueError("no such file")
        document = json.loads(file.read_text(encoding="utf-8"))
        accuracy = {**document["accuracy"], "points": document.get("points")}
        accuracy["reference_file"] = str(((document.get("inputs") or {}).get("reference") or {}).get("file") or "")
        _check_accuracy(accuracy)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ParameterError(
            f"{path} holds no accuracy figures ({error}); choose the .json that 'Assess accuracy' wrote.", path=path
        ) from error
    return accuracy


def _check_accuracy(accuracy: Mapping[str, Any]) -> None:
    """Raise a ValueError where figures are not what ``assessaccuracy`` writes: files come from anywhere."""
    _check_estimate(accuracy["overall"])
    for name in ("labelled", "unlabelled", "not_interpretable"):
        _check_number(accuracy.get(name))
    if accuracy.get("second_reader"):
        for name in ("checked", "agreed"):
            _check_number(accuracy["second_reader"][name])
    if not isinstance(accuracy["classes"], list):
        raise ValueError("no list of classes")
    for row in accuracy["classes"]:
        if row["code"] not in BY_CODE:
            raise ValueError(f"{row['code']!r} is no class")
        for name in ("users", "producers", "adjusted_m2"):
            _check_estimate(row.get(name))
        _check_number(row.get("support"))
    for key, row in (accuracy["points"] or {}).items():
        if key not in BY_KEY or not all(isinstance(row[name], list) for name in ("mapped", "labelled", "readers")):
            raise ValueError(f"{key!r} names no points")


def _check_estimate(estimate: Mapping[str, Any] | None) -> None:
    for name in ("value", "low", "high"):
        _check_number(None if estimate is None else estimate.get(name))


def _check_number(value: Any) -> None:
    if value is not None and not (isinstance(value, (int, float)) and math.isfinite(value)):
        raise ValueError(f"{value!r} is no figure")


def accuracy_section(words: Words, accuracy: Mapping[str, Any] | None) -> str:
    """Return the accuracy statement; each figure links to the points behind it."""
    if accuracy is None:
        return section("accuracy", words["accuracy"], f"<p>{escape(words['no_accuracy'])}</p>")
    rows = []
    for row in accuracy["classes"]:
        figures = [_share(words, row.get("users")), _share(words, row.get("producers"))]
        figures.append(words.number(float(row.get("support") or 0), 0))
        anchor = points_anchor(accuracy, row["code"])
        rows.append([class_title(words, row["code"]), *(f'<a href="#{anchor}">{text}</a>' for text in figures)])
    unit = str(accuracy.get("unit", ""))
    support = f"{words['support']} ({words.units.get(unit, unit)})"
    header = [words["class"], words["users"], words["producers"], support]
    share = f'<a href="#accuracy-reference">{_share(words, accuracy.get("overall"))}</a>'
    body = f"<p>{escape(words['overall'])}: {share}</p>"
    body += table(words["accuracy"], header, rows, (1, 2, 3)) + _sample_words(words, accuracy)
    return section("accuracy", words["accuracy"], body + _reference(words, accuracy))


def points_anchor(accuracy: Mapping[str, Any], code: int) -> str:
    """Return the name of the row with the points behind the figures of a class, else of what it was compared with."""
    key = BY_CODE[code].key
    return f"points-{key}" if key in (accuracy.get("points") or {}) else "accuracy-reference"


def _reference(words: Words, accuracy: Mapping[str, Any]) -> str:
    """Return what the map was compared with: of a sample its points by class, and who labelled them."""
    file = accuracy.get("reference_file") or "-"
    body = f'<p id="accuracy-reference">{escape(words["reference_file"].format(file=file))}</p>'
    points = accuracy.get("points") or {}
    if not points:
        return body
    header = [words[name] for name in ("class", "points_mapped", "points_labelled", "labelled_by")]
    rows = [
        [
            f'<span id="points-{key}">{class_title(words, BY_KEY[key].code)}</span>',
            escape(_listed(points[key]["mapped"])), escape(_listed(points[key]["labelled"])),
            escape(", ".join(map(str, points[key]["readers"])) or "-"),
        ]
        for key in sorted(points, key=lambda key: BY_KEY[key].code)
    ]  # fmt: skip
    return body + table(words["points_of"].format(file=file), header, rows)


def _listed(points: list[Any]) -> str:
    """Return names of points; numbers that follow each other as ranges."""
    if not all(type(point) is int for point in points):
        return ", ".join(map(str, points)) or "-"
    ranges: list[list[int]] = []
    for number in sorted(points):
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ", ".join(str(low) if low == high else f"{low}–{high}" for low, high in ranges) or "-"


def _sample_words(words: Words, accuracy: Mapping[str, Any]) -> str:
    """Say how many points stand behind the figures, and how a second reader saw them."""
    if accuracy.get("method") != "sample":
        return ""
    counts = {name: int(accuracy.get(name) or 0) for name in ("labelled", "unlabelled", "not_interpretable")}
    text = words["accuracy_points"].format(**counts)
    second = accuracy.get("second_reader")
    if second:
        share = words.number(100 * float(second["agreed"]), 0)
        text += " " + words["accuracy_second"].format(checked=int(second["checked"]), agreed=share)
    return f"<p>{escape(text)}</p>"


def _share(words: Words, estimate: Mapping[str, Any] | None) -> str:
    if not estimate or estimate.get("value") is None:
        return escape(words["undefined"])
    value = f"{words.number(100 * estimate['value'], 1)} %"
    if estimate.get("low") is None or estimate.get("high") is None:
        return value
    return f"{value} ({words.number(100 * estimate['low'], 1)} – {words.number(100 * estimate['high'], 1)})"
