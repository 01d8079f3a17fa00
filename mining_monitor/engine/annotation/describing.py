"""What a file of polygons holds, so that a person can say what its fields mean before it becomes sectors."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pyogrio

from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.contract.reviewing import DescribeLayerRequest, LayerDescription, SourceField
from mining_monitor.engine.annotation.importing import read_file
from mining_monitor.engine.annotation.raw_features import RawFile
from mining_monitor.engine.annotation.recognition import ALIASES, Mapped, code_of, default_code, form_of, value_text
from mining_monitor.engine.files import is_device
from mining_monitor.engine.progress import Job
from mining_monitor.engine.vector_path import vector_path
from mining_monitor.schema.classes import BY_CODE

#: More values than these are no list of classes.
_MOST_VALUES = 40


def describe_layer(request: DescribeLayerRequest, job: Job) -> LayerDescription:
    """Describe a file of polygons; nothing is guessed that is not told.

    Raises
    ------
    AnnotationsError
        The file cannot be read or holds no polygons.
    """
    if "\0" in request.input or is_device(request.input):
        raise AnnotationsError(f"{request.input!r} is no file; choose a GeoJSON, KML or GeoPackage file.")
    path = Path(request.input)
    file = read_file(path, request.layer, job)
    polygons = sum(feature.geometry is not None for feature in file.features)
    if not polygons:
        raise AnnotationsError(f"{path} holds no polygons. Choose a file with polygons.", path=str(path))
    fields = _fields(file, job)
    of_class = next((field for field in fields if field.guess == "class"), None)
    guesses = {value: code_of(value) for value in (of_class.values if of_class is not None else ())}
    form = form_of(file, Mapped())
    default = default_code(form, path.name)
    return LayerDescription(
        form=form,
        layers=_layers(path),
        layer=request.layer or file.name,
        features=len(file.features),
        polygons=polygons,
        fields=fields,
        class_guesses={value: BY_CODE[code].key for value, code in guesses.items() if code is not None},
        default_guess=BY_CODE[default].key if default is not None else "",
    )


def _fields(file: RawFile, job: Job) -> tuple[SourceField, ...]:
    values: dict[str, Counter[str]] = {}
    for feature in file.features:
        job.check()
        for key, value in feature.properties.items():
            counter = values.setdefault(str(key), Counter())
            text = value_text(value)
            if text:
                counter[text] += 1
    taken = {name: alias for name, aliases in ALIASES.items() if (alias := _first(aliases, values)) is not None}
    guesses = {source: name for name, source in taken.items()}
    return tuple(
        SourceField(
            name, sum(counter.values()), tuple(value for value, _ in counter.most_common(_MOST_VALUES)), len(counter),
            guesses.get(name, ""),
        )
        for name, counter in values.items() if not name.startswith("_")
    )  # fmt: skip


def _first(aliases: tuple[str, ...], values: dict[str, Any]) -> str | None:
    lower = {name.strip().lower(): name for name in values}
    return next((lower[alias] for alias in aliases if alias in lower), None)


def _layers(path: Path) -> tuple[str, ...]:
    try:
        return tuple(str(name) for name, kind in pyogrio.list_layers(vector_path(path)) if kind is not None)
    except (pyogrio.errors.DataSourceError, ValueError):
        return ()
