"""Import and validation through the real Processing framework, with the real engine."""

import json
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsSettings,
    QgsVectorLayer,
)

from mining_monitor.adapter import engine_access, issue_words
from mining_monitor.contract.annotation_tables import ISSUE_FIELDS
from mining_monitor.schema.fields import SECTOR_FIELDS
from tests.qgis.adapter.makers import memory_sectors
from tests.qgis.adapter.test_real_engine import engine_python

BOWTIE = [[-70.0, -23.0], [-69.99, -23.0101], [-69.99, -23.0], [-70.0, -23.01], [-70.0, -23.0]]
SQUARE = [[-70.1, -23.1], [-70.09, -23.1], [-70.09, -23.09], [-70.1, -23.09], [-70.1, -23.1]]


@pytest.fixture
def run(registry, wait_until, monkeypatch):
    if not engine_python().is_file():
        pytest.skip("the engine's environment is not built: make engine")
    monkeypatch.setenv("MINING_MONITOR_ENGINE", str(engine_python()))
    engine_access.use(engine_access.EngineAccess())

    def run_algorithm(name, **parameters):
        algorithm = registry.createAlgorithmById(f"miningmonitor:{name}")
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        context.setProject(QgsProject.instance())
        task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
        if task.isCanceled():
            raise QgsProcessingException(feedback.textLog())
        ends = []
        task.executed.connect(lambda is_good, results: ends.append((is_good, results)))
        QgsApplication.taskManager().addTask(task)
        wait_until(lambda: ends, 60)
        if not ends[0][0]:
            raise QgsProcessingException(feedback.textLog())
        return ends[0][1], feedback.textLog()

    return run_algorithm


@pytest.fixture
def drawn(tmp_path) -> Path:
    def feature(name, code, ring, **more):
        properties = {"Name": name, "class": code, "system": " Maxar ", "site_id": "1", **more}
        geometry = {"type": "Polygon", "coordinates": [ring]}
        return {"type": "Feature", "properties": properties, "geometry": geometry}

    features = [feature("1_1", 5, BOWTIE, date=" 2020-01-02 "), feature("1_2", 9, SQUARE, date=" 2020-13-02 ")]
    path = tmp_path / "drawn.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path


@pytest.mark.parametrize(
    ("name", "parameters"),
    [("importannotations", ["INPUT", "REPAIR", "OUTPUT", "ISSUES"]), ("validateannotations", ["INPUT", "ISSUES"])],
)
def test_ids_and_parameters_are_those_of_the_contract(registry, name, parameters):
    algorithm = registry.algorithmById(f"miningmonitor:{name}")
    assert [p.name() for p in algorithm.parameterDefinitions()] == parameters
    assert algorithm.shortHelpString() and algorithm.tags()


def test_import_repairs_on_consent_and_lists_what_it_found(run, drawn, tmp_path):
    output, issues = tmp_path / "out.gpkg", tmp_path / "issues.gpkg"
    results, log = run("importannotations", INPUT=str(drawn), REPAIR=True, OUTPUT=str(output), ISSUES=str(issues))
    sectors = QgsVectorLayer(results["OUTPUT"], "s", "ogr")
    assert [f.name() for f in sectors.fields()][1:] == [f.name for f in SECTOR_FIELDS]
    assert all(row.geometry().isGeosValid() for row in sectors.getFeatures())
    assert {(row["class_key"], row["source"], row["state"]) for row in sectors.getFeatures()} == {
        ("op", "analyst", "edited"), ("wr", "analyst", "edited")}  # fmt: skip
    assert {row["date"] for row in sectors.getFeatures()} == {"2020-01-02", "2020-13-02"}
    rows = {row["kind"]: row for row in QgsVectorLayer(results["ISSUES"], "i", "ogr").getFeatures()}
    assert rows["invalid-geometry"]["applied"] == 1 and rows["bad-date"]["applied"] == 0
    assert rows["bad-date"]["after"] == "date: 2020-02-13"
    point = rows["invalid-geometry"].geometry().asPoint()
    assert point.x() == pytest.approx(-69.995, abs=1e-3) and point.y() == pytest.approx(-23.005, abs=1e-3)
    assert "Outline crosses itself: 1" in log


def test_without_consent_the_outline_stays_as_it_was_drawn(run, drawn):
    results, _ = run("importannotations", INPUT=str(drawn), REPAIR=False, OUTPUT="memory:")
    assert "ISSUES" not in results


def test_validation_of_a_layer_in_memory_finds_an_overlap(run, tmp_path):
    layer = memory_sectors([("POLYGON((0 0, 0.01 0, 0.01 0.01, 0 0.01, 0 0))", 5, 0.5),
                            ("POLYGON((0.009 0, 0.02 0, 0.02 0.01, 0.009 0.01, 0.009 0))", 9, 0.5)])  # fmt: skip
    QgsProject.instance().addMapLayer(layer)
    issues = tmp_path / "issues.gpkg"
    results, _ = run("validateannotations", INPUT=layer.id(), ISSUES=str(issues))
    found = QgsVectorLayer(results["ISSUES"], "i", "ogr")
    assert [f.name() for f in found.fields()][1:] == [f.name for f in ISSUE_FIELDS]
    (overlap,) = [row for row in found.getFeatures() if row["kind"] == "overlap"]
    assert overlap.geometry().asPoint().x() == pytest.approx(0.0095, abs=6e-4)
    assert overlap["fix"].startswith("Cut the shared ground out of the larger one")


def test_a_file_that_is_none_is_one_sentence(run, tmp_path):
    broken = tmp_path / "broken.geojson"
    broken.write_text('{"type": "FeatureCollection", "features": [{"type"')
    with pytest.raises(QgsProcessingException, match=r"broken\.geojson cannot be imported.*cut off or damaged"):
        run("importannotations", INPUT=str(broken), OUTPUT="memory:")


def test_outside_english_an_issue_has_its_title_and_name(qgis_app):
    QgsSettings().setValue("locale/overrideFlag", True)
    QgsSettings().setValue("locale/userLocale", "es")
    try:
        row = issue_words.in_words({"kind": "overlap", "name": "817_2", "message": "English"})
        assert row["message"] == f"{issue_words.issue_title('overlap')}: 817_2"
        assert issue_words.in_words({"kind": "of-the-future", "message": "English"})["message"] == "English"
    finally:
        QgsSettings().remove("locale")
