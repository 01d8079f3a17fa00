"""A labelled sample as a reference: its labels, its strata, and how far the labelling is."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

import numpy as np
import numpy.typing as npt
import shapely

from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.contract.results import Notice
from mining_monitor.engine.annotation.sector_table import SectorTable, class_of
from mining_monitor.engine.monitoring.accuracy import LabelledPoints, kappa
from mining_monitor.engine.monitoring.strata import ClassMap
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import BY_CODE, NOT_OBSERVED, class_code
from mining_monitor.schema.sample import NOT_INTERPRETABLE

_UNLABELLED, _UNKNOWN = -1, -2


class PointsOfClass(TypedDict):
    """Names of the points that the map gives a class and of those labelled so, and who labelled either."""

    mapped: list[Any]
    labelled: list[Any]
    readers: list[str]


@dataclass(frozen=True)
class ReferenceSample:
    """Points for the estimate, those of each class by their key, and what is left of the others."""

    points: LabelledPoints
    unlabelled: int
    not_interpretable: int
    outside: int
    second_reader: dict[str, float] | None
    notices: tuple[Notice, ...]
    named: dict[str, PointsOfClass]


def is_sample(table: SectorTable) -> bool:
    """Tell whether a table holds points."""
    kinds = {geometry.geom_type for geometry in table.geometries if geometry is not None}
    return kinds == {"Point"}


def match_sample(table: SectorTable, class_map: ClassMap, place: Any, job: Job) -> ReferenceSample:
    """Look up the map at each labelled point.

    Raises
    ------
    AnnotationsError
        A label is no class, or nothing is labelled.
    """
    lonlat = np.array([shapely.get_coordinates(g)[0, :2] for g in table.geometries], dtype=np.float64)
    labels = np.array([_label(row) for row in table.rows], dtype=np.int_)
    inside = np.ones(len(labels), dtype=bool)
    if place is not None:
        inside = np.asarray(shapely.contains_xy(place, lonlat[:, 0], lonlat[:, 1]))
    job.check()
    mapped = class_map.at(lonlat)
    is_outside = (mapped == NOT_OBSERVED) | ~inside
    used = (labels >= 0) & ~is_outside
    if not used.any():
        raise AnnotationsError(f"None of the {len(labels)} points of '{table.name}' is labelled and lies on the map.")
    strata, stratum_m2, notices = _strata(table.rows, mapped, class_map, is_outside)
    points = LabelledPoints(strata[used], mapped[used], labels[used], stratum_m2)
    return ReferenceSample(
        points=points,
        unlabelled=int(((labels == _UNLABELLED) & ~is_outside).sum()),
        not_interpretable=int(((labels == _UNKNOWN) & ~is_outside).sum()),
        outside=int(is_outside.sum()),
        second_reader=_second_reader(table.rows),
        notices=(*notices, *_empty_strata(points), *_undecided(table.rows)),
        named=_named(table.rows, used, mapped, labels),
    )


def _named(
    rows: Sequence[Mapping[str, Any]], used: npt.NDArray[np.bool_], mapped: npt.NDArray[np.int_],
    labels: npt.NDArray[np.int_],
) -> dict[str, PointsOfClass]:  # fmt: skip
    """Name the points behind the figures of each class: by ``seq``, ``sample_id`` or their place in the file."""
    names = _names(rows)
    points: dict[str, PointsOfClass] = {}
    for index in np.flatnonzero(used).tolist():
        readers = {_text(rows[index], f"{name}_by") for name in ("labelled", "checked", "agreed")} - {""}
        here, there = (
            points.setdefault(BY_CODE[int(code)].key, {"mapped": [], "labelled": [], "readers": []})
            for code in (mapped[index], labels[index])
        )
        here["mapped"].append(names[index])
        there["labelled"].append(names[index])
        for each in (here, there):
            each["readers"] = sorted({*each["readers"], *readers})
    return points


def _names(rows: Sequence[Mapping[str, Any]]) -> list[Any]:
    """Return a name of each point that no other one has."""
    numbers = [row.get("seq") for row in rows]
    if all(type(number) is int for number in numbers) and len(set(numbers)) == len(rows):
        return numbers
    ids = [_text(row, "sample_id") for row in rows]
    return ids if all(ids) and len(set(ids)) == len(rows) else list(range(1, len(rows) + 1))


def _label(row: Mapping[str, Any]) -> int:
    """Return the code of a point's label: what was agreed on, else the second reader's, else the first one's."""
    if "label" not in row:
        code = class_of(row)
        return _UNLABELLED if code is None else code
    return _code(_text(row, "agreed_label") or _text(row, "checked_label") or row.get("label"), row)


def _text(row: Mapping[str, Any], name: str) -> str:
    return str(row.get(name) or "").strip()


def _code(label: Any, row: Mapping[str, Any]) -> int:
    text = str(label or "").strip()
    if not text:
        return _UNLABELLED
    if text.lower() == NOT_INTERPRETABLE:
        return _UNKNOWN
    code = class_of({"class": text})
    code = class_code(text) if code is None else code
    if code is None:
        name = row.get("seq") or row.get("sample_id") or "?"
        raise AnnotationsError(
            f"The label '{text}' of point {name} is no class; write a class key or '{NOT_INTERPRETABLE}'.", label=text
        )
    return code


def _strata(
    rows: Sequence[Mapping[str, Any]], mapped: npt.NDArray[np.int_], class_map: ClassMap,
    is_outside: npt.NDArray[np.bool_],
) -> tuple[npt.NDArray[np.int_], npt.NDArray[np.float64], tuple[Notice, ...]]:  # fmt: skip
    """Return the stratum of each point and the area of each stratum."""
    numbers = [row.get("stratum") for row in rows]
    areas = [row.get("stratum_m2") for row in rows]
    if all(number is not None for number in numbers) and all(map(_is_area, areas)):
        names, strata = np.unique(np.array([int(n) for n in numbers if n is not None]), return_inverse=True)
        stratum_m2 = np.zeros(len(names))
        stratum_m2[strata] = np.array([float(area) for area in areas if area])
        return np.asarray(strata, dtype=np.int_), stratum_m2, ()
    codes = sorted(class_map.areas_m2)
    message = "The points do not say by which strata they were drawn; the map's classes are taken for them."
    index = {code: position for position, code in enumerate(codes)}
    strata = np.array([index.get(code, 0) for code in np.where(is_outside, codes[0], mapped).tolist()], dtype=np.int_)
    stratum_m2 = np.array([class_map.areas_m2[code] for code in codes])
    return strata, stratum_m2, (Notice("sample-without-strata", message, {}),)


def _is_area(value: Any) -> bool:
    return isinstance(value, (int, float)) and 0 < value < math.inf


def _empty_strata(points: LabelledPoints) -> tuple[Notice, ...]:
    labelled = np.bincount(points.stratum, minlength=len(points.stratum_m2))
    empty, single = int((labelled == 0).sum()), int((labelled == 1).sum())
    if not empty and not single:
        return ()
    message = (
        f"{empty} strata have no labelled point and {single} only one: areas and intervals stay undefined until they "
        "have two. Label more points."
    )
    return (Notice("strata-too-small", message, {"empty": empty, "single": single}),)


def _undecided(rows: Sequence[Mapping[str, Any]]) -> tuple[Notice, ...]:
    """Say how many points two readers have labelled differently and nobody has decided."""
    count = sum(
        bool(_text(row, "label") and _text(row, "checked_label"))
        and not _text(row, "agreed_label")
        and _code(row.get("label"), row) != _code(row.get("checked_label"), row)
        for row in rows
    )
    if not count:
        return ()
    message = (
        f"Two readers differ on {count} points and nobody has decided yet; the second reader's label counts until "
        "then. Decide them in the labelling window."
    )
    return (Notice("sample-undecided", message, {"count": count}),)


def _second_reader(rows: Sequence[Mapping[str, Any]]) -> dict[str, float] | None:
    """Return how two readers agree on the points that both have labelled."""
    pairs = [
        (first, second)
        for row in rows
        if (first := _code(row.get("label"), row)) >= 0 and (second := _code(row.get("checked_label"), row)) >= 0
    ]
    if not pairs:
        return None
    codes = sorted({code for pair in pairs for code in pair})
    matrix = np.zeros((len(codes), len(codes)))
    for first, second in pairs:
        matrix[codes.index(first), codes.index(second)] += 1
    figures = {"checked": float(len(pairs)), "agreed": float(np.trace(matrix)) / len(pairs)}
    agreement = kappa(matrix)
    return figures if agreement is None else {**figures, "kappa": agreement}
