"""``samplepoints``, ``assessaccuracy`` and ``detectchange`` in the real Processing framework, with the real engine."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsSettings,
    QgsVectorFileWriter,
    QgsVectorLayer,
    edit,
)

from mining_monitor.adapter import engine_access
from mining_monitor.adapter.report_pdf import print_page
from mining_monitor.contract.errors import CancelledError
from mining_monitor.schema.sample import CHANGE_FIELDS, SAMPLE_FIELDS
from tests.qgis.adapter.makers import make_raster, make_sectors_file

ROOT = Path(__file__).resolve().parents[3]

PIT = "POLYGON((-69 -23, -68.99 -23, -68.99 -22.99, -69 -22.99, -69 -23))"
GROWN = "POLYGON((-69 -23, -68.98 -23, -68.98 -22.99, -69 -22.99, -69 -23))"
SEEN = "POLYGON((-69.05 -23.05, -68.95 -23.05, -68.95 -22.95, -69.05 -22.95, -69.05 -23.05))"


@pytest.fixture
def engine(qgis_app, monkeypatch):
    python = Path(os.environ.get("MINING_MONITOR_ENGINE") or ROOT / ".venv" / "engine" / "bin" / "python")
    if not python.is_file():
        pytest.skip("the engine's environment is not built: make engine")
    monkeypatch.setenv("MINING_MONITOR_ENGINE", str(python))
    access = engine_access.EngineAccess()
    engine_access.use(access)
    return access


@pytest.fixture
def run(registry, engine):
    def run_algorithm(name, **parameters):
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        context.setProject(QgsProject.instance())
        results, is_good = registry.createAlgorithmById(f"miningmonitor:{name}").run(parameters, context, feedback)
        if not is_good:
            raise QgsProcessingException(feedback.textLog())
        return results, feedback.textLog()

    return run_algorithm


def make_project(path, wkt, observed_at):
    """A project with one pit and what was observed."""
    make_sectors_file(path, [(wkt, 5, 0.9, {"observed_at": observed_at, "site_id": "1"})])
    seen = QgsVectorLayer("Polygon?crs=EPSG:4326&field=run_id:string&field=observed_at:string", "observed", "memory")
    feature = QgsFeature(seen.fields())
    feature.setGeometry(QgsGeometry.fromWkt(SEEN))
    feature.setAttributes(["r1", observed_at])
    seen.dataProvider().addFeature(feature)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", "observed"
    options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    outcome = QgsVectorFileWriter.writeAsVectorFormatV3(seen, str(path), QgsCoordinateTransformContext(), options)
    assert outcome[0] == 0, outcome
    return path


@pytest.fixture
def before(qgis_app, tmp_path):
    return make_project(tmp_path / "before.gpkg", PIT, "2020-05-01")


@pytest.fixture
def after(qgis_app, tmp_path):
    return make_project(tmp_path / "after.gpkg", GROWN, "2022-05-01")


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("samplepoints", ["INPUT", "SIZE", "ALLOCATION", "SEED", "OUTPUT"]),
        ("assessaccuracy", ["INPUT", "REFERENCE", "EXTENT", "OUTPUT", "TABLE"]),
        ("sitereport", ["INPUT", "IMAGE", "COMPARE", "OUTPUT", "TABLE"]),
        ("detectchange", ["BEFORE", "AFTER", "TOLERANCE", "MIN_AREA", "OUTPUT", "MATRIX"]),
    ],
)
def test_ids_and_parameters_are_those_of_the_contract(registry, name, parameters):
    algorithm = registry.algorithmById(f"miningmonitor:{name}")
    assert [p.name() for p in algorithm.parameterDefinitions()] == parameters
    assert algorithm.shortHelpString() and algorithm.shortDescription() and algorithm.tags()
    assert (algorithm.groupId(), bool(algorithm.group())) == ("numbers", True)


def test_a_sample_is_drawn_labelled_and_assessed(run, before, tmp_path):
    output = tmp_path / "sample.gpkg"
    _, said = run("samplepoints", INPUT=f"{before}|layername=sectors", SIZE=60, SEED=3, OUTPUT=str(output))
    assert "Open pit: 30 points" in said
    layer = QgsVectorLayer(str(output), "sample", "ogr")
    assert [f.name() for f in layer.fields() if f.name() != "fid"] == [field.name for field in SAMPLE_FIELDS]
    pit = QgsGeometry.fromWkt(PIT)
    with edit(layer):
        for feature in layer.getFeatures():
            label = "op" if pit.contains(feature.geometry()) else "other"
            layer.changeAttributeValue(feature.id(), layer.fields().indexOf("label"), label)
    QgsProject.instance().addMapLayer(layer)

    results, said = run(
        "assessaccuracy", INPUT=f"{before}|layername=sectors", REFERENCE=layer.id(),
        OUTPUT=str(tmp_path / "a.json"), TABLE=str(tmp_path / "a.csv"),
    )  # fmt: skip

    assert "Overall accuracy: 100.0 %" in said
    document = json.loads(Path(results["OUTPUT"]).read_text(encoding="utf-8"))["accuracy"]
    assert (document["method"], document["labelled"]) == ("sample", 60)
    assert document["overall"]["value"] == pytest.approx(1.0, abs=1e-12)
    assert Path(results["TABLE"]).read_text(encoding="utf-8").count("\n") == 3


def test_polygons_are_assessed_within_an_extent_and_without_files(run, before, after):
    results, said = run(
        "assessaccuracy", INPUT=f"{before}|layername=sectors", REFERENCE=f"{after}|layername=sectors",
        EXTENT="-69.02,-68.99,-23.02,-22.98 [EPSG:4326]",
    )  # fmt: skip
    assert results == {}
    assert "Overall accuracy: 100.0 %" in said


def test_change_is_found_and_both_dates_stand_in_each_polygon(run, before, after, tmp_path):
    output = tmp_path / "change.gpkg"
    results, said = run(
        "detectchange", BEFORE=f"{before}|layername=sectors", AFTER=f"{after}|layername=sectors",
        OUTPUT=str(output), MATRIX=str(tmp_path / "m.csv"),
    )  # fmt: skip
    layer = QgsVectorLayer(str(output), "change", "ogr")
    rows = list(layer.getFeatures())
    assert [f.name() for f in layer.fields() if f.name() != "fid"] == [field.name for field in CHANGE_FIELDS]
    assert [(row["kind"], row["before_at"], row["after_at"]) for row in rows] == [
        ("expansion", "2020-05-01", "2022-05-01")
    ]
    assert f"Expansion: {rows[0]['area_m2'] / 1e4:.2f} ha" in said
    assert Path(results["MATRIX"]).is_file()


def test_edits_that_are_not_saved_count_and_what_was_observed_goes_along(run, before, after):
    """The grown half is deleted in the edit buffer; nothing may turn into ground that nobody observed."""
    layer = QgsVectorLayer(f"{after}|layername=sectors", "after", "ogr")
    QgsProject.instance().addMapLayer(layer)
    layer.startEditing()
    feature = next(layer.getFeatures())
    layer.changeGeometry(feature.id(), QgsGeometry.fromWkt(PIT))

    _, said = run("detectchange", BEFORE=f"{before}|layername=sectors", AFTER=layer.id(), OUTPUT="memory:")

    assert "Expansion: 0.00 ha" in said
    assert "do not say what was observed" not in said
    layer.rollBack()


def test_a_report_is_a_page_with_change_and_image(run, before, after, tmp_path):
    image = make_raster(tmp_path / "i.tif", width=40, height=40, crs="EPSG:4326", size=0.001, west=-69.01, north=-22.98)
    results, said = run(
        "sitereport", INPUT=f"{after}|layername=sectors", COMPARE=f"{before}|layername=sectors", IMAGE=str(image),
        OUTPUT=str(tmp_path / "r.html"), TABLE=str(tmp_path / "r.csv"),
    )  # fmt: skip
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "expanded" in page and "data:image/png;base64," in page
    assert results == {"OUTPUT": str(tmp_path / "r.html"), "TABLE": str(tmp_path / "r.csv")}
    assert re.search(r"Content SHA-256 [0-9a-f]{64}", said).group() in page


def test_a_report_as_pdf_is_a4_and_shows_maps_and_tables(run, before, after, tmp_path):
    output = tmp_path / "r.pdf"
    run("sitereport", INPUT=f"{after}|layername=sectors", COMPARE=f"{before}|layername=sectors", OUTPUT=str(output))
    data = output.read_bytes()
    assert data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
    width, height = map(float, re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data).groups())
    assert (width, height) == pytest.approx((595, 842), abs=1)
    assert data.count(b"/Subtype /Image") >= 3  # two maps and a chart
    assert not list(tmp_path.glob(".*partial"))


@pytest.mark.parametrize(("locale", "language", "word"), [("es_CL", "es", "Tajo abierto"), ("tlh", "en", "Open pit")])
def test_a_report_is_in_the_language_of_qgis_where_reports_are(run, before, tmp_path, locale, language, word):
    settings = QgsSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", locale)
    try:
        run("sitereport", INPUT=f"{before}|layername=sectors", OUTPUT=str(tmp_path / "r.html"))
    finally:
        settings.remove("locale/overrideFlag")
        settings.remove("locale/userLocale")
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in page and word in page


def test_a_pdf_that_cannot_be_written_is_told(run, before, tmp_path):
    (tmp_path / "r.pdf").mkdir()
    with pytest.raises(QgsProcessingException, match="cannot be written"):
        run("sitereport", INPUT=f"{before}|layername=sectors", OUTPUT=str(tmp_path / "r.pdf"))
    assert not list(tmp_path.glob(".*partial"))


@pytest.mark.parametrize("asked", [0, 1, 2], ids=["at once", "at the second drawing", "later"])
def test_printing_stops_when_it_is_cancelled_and_leaves_nothing(qgis_app, tmp_path, asked):
    drawing = '<svg viewBox="0 0 10 10" xmlns="http://www.w3.org/2000/svg"><rect width="5" height="5"/></svg>'
    (tmp_path / "r.html").write_text(f"<html><body>{drawing}{drawing}</body></html>", encoding="utf-8")
    calls = []

    def should_cancel():
        calls.append(1)
        return len(calls) > asked

    with pytest.raises(CancelledError):
        print_page(tmp_path / "r.html", tmp_path / "r.pdf", should_cancel)
    assert len(calls) >= asked + 1
    assert [path.name for path in tmp_path.iterdir()] == ["r.html"]


def test_what_cannot_be_done_is_said_in_a_sentence(run, before, tmp_path):
    with pytest.raises(QgsProcessingException, match="SIZE is 3"):
        run("samplepoints", INPUT=f"{before}|layername=sectors", SIZE=3, OUTPUT="memory:")
    assert not list(tmp_path.glob("*.partial*"))
