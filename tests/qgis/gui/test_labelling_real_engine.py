"""A sample drawn by the real engine, labelled in the window, assessed by the real engine: one file all the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from mining_monitor.adapter import engine_access, settings
from mining_monitor.contract.accuracy import AssessAccuracyRequest
from mining_monitor.contract.numbers import SamplePointsRequest, SectorSource
from mining_monitor.gui.labelling.controller import LabellingController
from mining_monitor.gui.labelling.rounds import Round
from tests.qgis.adapter.makers import make_sectors_file
from tests.qgis.gui.sample_makers import stored

ROOT = Path(__file__).resolve().parents[3]
PIT = "POLYGON((-70 -23, -69.99 -23, -69.99 -22.99, -70 -22.99, -70 -23))"


@pytest.fixture
def access(qgis_app, monkeypatch):
    named = os.environ.get("MINING_MONITOR_ENGINE")
    python = Path(named) if named else ROOT / ".venv" / "engine" / "bin" / "python"
    if not python.is_file():
        pytest.skip("the engine's environment is not built: make engine")
    monkeypatch.setenv("MINING_MONITOR_ENGINE", str(python))
    made = engine_access.EngineAccess()
    engine_access.use(made)
    return made


def test_labels_of_the_window_become_accuracy_and_corrected_areas(access, qgis_app, tmp_path):
    settings.EDITOR_NAME.set("Ana")
    source = SectorSource(str(make_sectors_file(tmp_path / "mine.gpkg", [(PIT, 5, 0.9)])))
    path = tmp_path / "mine-sample.gpkg"
    drawn = access.call(SamplePointsRequest(source, str(path), size=24, allocation="equal"))
    assert [stratum.points for stratum in drawn.strata] == [12, 12]

    labelling = LabellingController(qgis_app)
    try:
        labelling.open(path, None)
        window = labelling.window
        truth = {}
        while labelling._at is not None:
            point = labelling._sample.points[labelling._at]
            is_pit = -70 <= point.lon <= -69.99 and -23 <= point.lat <= -22.99
            key = Qt.Key.Key_5 if is_pit else Qt.Key.Key_0
            truth[point.seq] = "op" if is_pit else "other"
            QTest.keyClick(window.first_map.canvas, key)
        window.reader_edit.setText("Ben")
        window.round_combo.setCurrentIndex(window.round_combo.findData(Round.CHECK.value))
        for _ in range(3):
            QTest.keyClick(window.first_map.canvas, Qt.Key.Key_9)
    finally:
        labelling.close()
    assert stored(path, "label") == truth and sorted(truth.values()).count("op") == 12

    result = access.call(AssessAccuracyRequest(source, SectorSource(str(path))))
    assert (result.labelled, result.unlabelled) == (24, 0)
    assert result.second_reader["checked"] == 3 and result.second_reader["agreed"] == 0
    assert {notice.code: notice.facts for notice in result.warnings}["sample-undecided"] == {"count": 3}
    rows = {row.key: row for row in result.classes}
    wrong = sum(truth[seq] == "op" for seq in (1, 2, 3))
    assert rows["op"].users.value == pytest.approx((12 - wrong) / 12)
    assert rows["op"].mapped_m2 == pytest.approx(1024 * 1107, rel=0.01)
