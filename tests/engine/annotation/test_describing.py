"""What a foreign layer holds is told before anything is read as sectors; the mapping says the rest."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely

from mining_monitor.contract.annotations import ImportAnnotationsRequest
from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.contract.reviewing import DescribeLayerRequest
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.progress import Job
from tests.engine.annotation.makers import BESIDE, SQUARE, feature, polygon, write_geojson
from tests.engine.annotation.test_store import rows_of


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    return write_geojson(
        tmp_path / "foreign.geojson",
        feature(polygon(SQUARE), TIPO="Tajo", fecha="2020-05-01", titel="A", n=5.0),
        feature(polygon(BESIDE), TIPO="Botadero", fecha=None, titel="B", n=9.0),
        {"type": "Feature", "properties": {"TIPO": "Tajo"}, "geometry": None},
    )


def describe(path: Path, **more):
    return handle(DescribeLayerRequest(str(path), **more), Job())


def test_fields_values_and_guesses_are_told(foreign):
    found = describe(foreign)
    assert (found.form, found.features, found.polygons, found.default_guess) == ("without-class", 3, 2, "")
    told = {field.name: (field.filled, field.distinct, field.values, field.guess) for field in found.fields}
    assert told["TIPO"] == (3, 2, ("Tajo", "Botadero"), "")
    assert told["fecha"] == (1, 1, ("2020-05-01",), "date")
    assert told["n"] == (2, 2, ("5", "9"), "")


def test_classes_are_guessed_only_for_the_field_that_names_them(tmp_path):
    path = write_geojson(
        tmp_path / "x.geojson", feature(polygon(SQUARE), Type="open pit"), feature(polygon(BESIDE), Type="Lagune")
    )
    found = describe(path)
    assert (found.form, found.class_guesses) == ("layer", {"open pit": "op"})


def test_what_the_mapping_says_is_taken_and_an_empty_source_takes_nothing(foreign, tmp_path):
    output = tmp_path / "mine.gpkg"
    fields = {"class": "TIPO", "Name": "titel", "date": "", "date2": "", "system": "", "site_id": "", "comment": ""}
    classes = {"Tajo": "op", "Botadero": ""}
    handle(ImportAnnotationsRequest(str(foreign), output=str(output), fields=fields, classes=classes), Job())
    found = {row["Name"]: (row["class"], row["date"]) for row in rows_of(output, "sectors")}
    assert found == {"A": (5, None), "B": (None, None)}


def test_numbers_of_a_real_column_are_mapped_as_they_are_read(tmp_path):
    path = tmp_path / "numbers.gpkg"
    pyogrio.raw.write(
        str(path), geometry=np.array([shapely.to_wkb(shapely.Polygon(SQUARE))], object), field_data=[np.array([77.0])],
        fields=["KIND"], geometry_type="Polygon", crs="EPSG:4326", driver="GPKG", layer="mines",
    )  # fmt: skip
    found = describe(path)
    assert (found.layers, found.layer, found.fields[0].values) == (("mines",), "mines", ("77",))
    output = tmp_path / "mine.gpkg"
    request = ImportAnnotationsRequest(str(path), output=str(output), fields={"class": "KIND"}, classes={"77": "tsf"})
    handle(request, Job())
    assert [row["class"] for row in rows_of(output, "sectors")] == [8]


@pytest.mark.parametrize("content", ["", "{", '{"type": "FeatureCollection", "features": []}', "\0" * 9])
def test_what_holds_no_polygons_is_a_sentence(tmp_path, content):
    path = tmp_path / "bad.geojson"
    path.write_text(content)
    with pytest.raises(AnnotationsError):
        describe(path)
