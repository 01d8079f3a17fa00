"""The labelling window: blind, by keys, saved at once, resumed, checked by a second person, decided."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLabel

from mining_monitor.adapter.image_facts import OBSERVED_AT_PROPERTY
from mining_monitor.adapter.sample_file import SampleFile
from mining_monitor.contract.errors import AnnotationsError, OutputError
from mining_monitor.gui.labelling import rounds
from mining_monitor.gui.labelling.rounds import Images, Round
from mining_monitor.schema.sample import SAMPLE_FIELDS
from tests.qgis.adapter.makers import make_raster
from tests.qgis.gui.sample_makers import make_sample, stored


@pytest.fixture
def images(workspace, tmp_path):
    """Two images of different dates over the points."""
    layers = []
    for name, date in (("Then", "2019-03-01"), ("Now", "2024-03-02")):
        path = make_raster(tmp_path / f"{name}.tif", crs="EPSG:4326", size=0.001, west=-70.001, north=-22.998)
        layer = QgsRasterLayer(str(path), name)
        layer.setCustomProperty(OBSERVED_AT_PROPERTY, date)
        QgsProject.instance().addMapLayer(layer)
        layers.append(layer)
    return layers


@pytest.fixture
def labelling(workspace, sectors, images):
    workspace.report.set_in_front(True)
    yield workspace.report.numbers.labelling
    workspace.report.numbers.labelling.close()


def opened(labelling, path, reader="Ana", round_=Round.FIRST):
    labelling.open(path, None)
    window = labelling.window
    window.reader_edit.setText(reader)
    window.round_combo.setCurrentIndex(window.round_combo.findData(round_.value))
    window.round_changed.emit()
    return window


def press(window, key):
    QTest.keyClick(window.first_map.canvas, key)


def test_a_key_is_a_label_that_is_on_disk_at_once_with_reader_and_both_images(labelling, tmp_path):
    path = make_sample(tmp_path / "s.gpkg")
    window = opened(labelling, path)
    assert window.first_map.combo.currentText() == "Then (2019-03-01)"  # the oldest and the newest at first
    assert window.second_map.combo.currentText() == "Now (2024-03-02)"
    assert "Point 1" in window.point_label.text()

    press(window, Qt.Key.Key_5)
    press(window, Qt.Key.Key_0)
    press(window, Qt.Key.Key_U)

    assert stored(path, "label") == {1: "op", 2: "other", 3: "unknown", 4: None, 5: None}
    by, at, certainty, *shown = stored(
        path, "labelled_by", "labelled_at", "certainty", "image", "image_date", "image2", "image2_date"
    )[1]
    assert (by, certainty, shown) == ("Ana", "sure", ["Then", "2019-03-01", "Now", "2024-03-02"])
    assert at.endswith("Z") and len(at) == 20
    assert "Point 4" in window.point_label.text()
    assert window.progress_label.text() == "3 of 5, 1 cannot be told"
    assert (window.progress_bar.value(), window.progress_bar.maximum()) == (3, 5)


def test_labelling_is_resumed_where_it_was_left_in_the_order_by_lot(labelling, tmp_path):
    path = make_sample(tmp_path / "s.gpkg", label={1: "op", 2: "wr"}, labelled_by={1: "Ana", 2: "Ana"})
    window = opened(labelling, path)
    assert "Point 3" in window.point_label.text()
    press(window, Qt.Key.Key_B)
    assert "Point 2" in window.point_label.text() and window.class_buttons["wr"].isChecked()
    press(window, Qt.Key.Key_8)
    assert stored(path, "label")[2] == "tsf" and "Point 3" in window.point_label.text()


def test_skipped_points_come_again_at_the_end_and_the_end_is_said(labelling, tmp_path):
    path = make_sample(tmp_path / "s.gpkg", 3)
    window = opened(labelling, path)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_9)
    press(window, Qt.Key.Key_9)
    assert "Point 1" in window.point_label.text()
    press(window, Qt.Key.Key_9)
    assert window.point_label.text().startswith("All points are labelled.")
    assert not window.class_buttons["op"].isEnabled() and window.assess_button.isEnabled()
    press(window, Qt.Key.Key_5)
    assert set(stored(path, "label").values()) == {"wr"}
    press(window, Qt.Key.Key_B)
    assert "Point 3" in window.point_label.text() and window.class_buttons["op"].isEnabled()


def test_undo_takes_a_label_back_on_disk(labelling, tmp_path):
    path = make_sample(tmp_path / "s.gpkg")
    window = opened(labelling, path)
    assert not window.undo_button.isEnabled()
    press(window, Qt.Key.Key_5)
    press(window, Qt.Key.Key_Z)
    assert stored(path, "label", "labelled_by", "image", "certainty")[1] == (None, None, None, None)
    assert "Point 1" in window.point_label.text() and not window.undo_button.isEnabled()


def test_doubt_and_comment_go_with_the_label(labelling, tmp_path):
    path = make_sample(tmp_path / "s.gpkg")
    window = opened(labelling, path)
    press(window, Qt.Key.Key_N)
    window.comment_edit.setFocus()
    QTest.keyClicks(window.comment_edit, "5 could be | spent ore")
    assert stored(path, "label")[1] is None  # digits in a comment are no labels
    window.first_map.canvas.setFocus()
    press(window, Qt.Key.Key_9)
    assert stored(path, "label", "certainty", "comment")[1] == ("wr", "unsure", "Ana: 5 could be / spent ore")
    assert window.comment_edit.text() == "" and not window.unsure_check.isChecked()


def test_the_window_and_the_map_hide_what_the_map_says(labelling, sectors, tmp_path, wait_until):
    root = QgsProject.instance().layerTreeRoot()
    shown = root.findLayer(sectors.id()).itemVisibilityChecked()
    window = opened(labelling, make_sample(tmp_path / "s.gpkg"))
    assert shown and not root.findLayer(sectors.id()).itemVisibilityChecked()
    on_maps = [layer for each in window.maps.maps for layer in each.canvas.layers()]
    assert sorted(layer.name() for layer in on_maps) == ["Now", "Then"]
    said = " ".join(label.text() for label in window.findChildren(QLabel))
    assert "op" not in said.split() and "Open pit" not in said
    assert not {"class", "class_key", "stratum"} & set(vars(labelling._sample.points[0])["texts"])
    window.close()
    assert labelling.window is None and root.findLayer(sectors.id()).itemVisibilityChecked()


def test_a_class_raster_is_no_image_to_label_from(labelling, images, tmp_path):
    raster = QgsRasterLayer(str(make_raster(tmp_path / "classes.tif", bands=1)), "classes")
    raster.setCustomProperty("mining_monitor/kind", "class_raster")
    QgsProject.instance().addMapLayer(raster)
    window = opened(labelling, make_sample(tmp_path / "s.gpkg"))
    assert window.first_map.combo.findText("classes") < 0 <= window.first_map.combo.findText("Now (2024-03-02)")
    QgsProject.instance().addMapLayer(QgsRasterLayer(str(make_raster(tmp_path / "new.tif")), "New"))
    assert window.first_map.combo.findText("New") > 0


def test_both_maps_show_the_same_ground_around_the_point(labelling, tmp_path):
    window = opened(labelling, make_sample(tmp_path / "s.gpkg"))
    first, second = (each.canvas for each in window.maps.maps)
    assert first.scale() == pytest.approx(second.scale(), rel=1e-6)
    assert first.center().x() == pytest.approx(second.center().x(), abs=0.5)
    west = first.center().x()
    press(window, Qt.Key.Key_5)
    assert first.center().x() - west == pytest.approx(111.32, rel=0.01)  # 0.001 degrees in EPSG:3857
    assert second.center().x() == pytest.approx(first.center().x(), abs=0.5)
    first.zoomScale(first.scale() / 2)
    assert second.scale() == pytest.approx(first.scale(), rel=1e-6)
    scale = first.scale()
    press(window, Qt.Key.Key_5)
    assert first.scale() == pytest.approx(scale, rel=0.02)  # the reader's zoom is kept


def test_a_second_person_checks_without_seeing_the_first_and_nobody_checks_oneself(labelling, tmp_path):
    path = make_sample(
        tmp_path / "s.gpkg", 3, label={1: "op", 2: "wr"}, labelled_by={1: "Ana", 2: "Ben"},
        comment={1: "Ana: sure a pit"},
    )  # fmt: skip
    window = opened(labelling, path, "Ben", Round.CHECK)
    assert "Point 1" in window.point_label.text() and window.progress_bar.maximum() == 1
    assert "Ana" not in window.point_label.text() and window.comment_edit.text() == ""
    assert not any(button.isChecked() for button in window.class_buttons.values())
    press(window, Qt.Key.Key_9)
    assert stored(path, "label", "labelled_by", "checked_label", "checked_by")[1] == ("op", "Ana", "wr", "Ben")
    assert stored(path, "comment")[1] == "Ana: sure a pit"
    assert window.point_label.text().startswith("All points are checked.")
    window.reader_edit.setText(" ANA ")  # the same person, however the name is written
    window.round_changed.emit()
    assert "Point 2" in window.point_label.text() and window.progress_bar.maximum() == 1


def test_first_labels_of_somebody_else_are_not_touched(labelling, tmp_path):
    path = make_sample(tmp_path / "s.gpkg", 2, label={1: "op"}, labelled_by={1: "Ben"})
    window = opened(labelling, path)
    assert "Point 2" in window.point_label.text() and "1 by others" in window.progress_label.text()
    press(window, Qt.Key.Key_B)
    assert "Point 2" in window.point_label.text()


def test_only_differences_are_decided_with_both_labels_in_sight(labelling, tmp_path):
    path = make_sample(
        tmp_path / "s.gpkg", 3, label={1: "op", 2: "wr", 3: "op"}, checked_label={1: "op", 2: "tsf"},
        labelled_by={1: "Ana", 2: "Ana", 3: "Ana"}, checked_by={1: "Ben", 2: "Ben"},
    )  # fmt: skip
    window = opened(labelling, path, "Cleo", Round.DECIDE)
    assert "Ana: Waste rock dump; Ben: Tailings storage facility" in window.point_label.text()
    press(window, Qt.Key.Key_8)
    assert stored(path, "agreed_label", "agreed_by") == {1: (None, None), 2: ("tsf", "Cleo"), 3: (None, None)}
    assert stored(path, "label", "checked_label")[2] == ("wr", "tsf")
    assert window.point_label.text() == "All differences are decided. Assess accuracy."


def test_a_label_that_cannot_be_saved_is_told_and_the_point_stays(labelling, iface, tmp_path):
    path = make_sample(tmp_path / "s.gpkg")
    window = opened(labelling, path)
    window.comment_edit.setText("a word")
    path.unlink()
    press(window, Qt.Key.Key_5)
    assert "The label of point 1 was not saved" in iface.messageBar().currentItem().text()
    assert "Point 1" in window.point_label.text() and window.comment_edit.text() == "a word"
    assert not window.class_buttons["op"].isChecked() and not window.undo_button.isEnabled()


def test_a_plugin_that_is_unloaded_takes_the_window_along(labelling, workspace, sectors, tmp_path):
    root, layer_id = QgsProject.instance().layerTreeRoot(), sectors.id()
    window = opened(labelling, make_sample(tmp_path / "s.gpkg"))
    workspace.close()
    assert labelling.window is None and not window.isVisible()
    assert root.findLayer(layer_id).itemVisibilityChecked()


def test_a_project_that_is_cleared_leaves_the_window_at_work(labelling, tmp_path):
    path = make_sample(tmp_path / "s.gpkg")
    window = opened(labelling, path)
    QgsProject.instance().clear()
    assert window.first_map.canvas.layers() == [] and "there is no image" in window.first_map.date_label.text()
    press(window, Qt.Key.Key_5)
    assert stored(path, "label", "image", "image2_date")[1] == ("op", None, None)


def test_a_large_sample_goes_on_to_the_next_point_at_once():
    points = [{"label": "op", "labelled_by": "Ana", "checked_label": "", "checked_by": ""} for _ in range(100_000)]
    points[70_000]["label"] = points[99_999]["label"] = ""
    assert rounds.next_open(points, Round.FIRST, "Ana", 3, []) == 70_000
    assert rounds.next_open(points, Round.FIRST, "Ana", 70_000, [70_000]) == 99_999
    assert rounds.next_open(points, Round.FIRST, "Ana", 99_999, [70_000, 99_999]) == 70_000
    assert rounds.next_open(points, Round.CHECK, "Ana", -1, []) is None


def test_an_older_sample_gets_the_columns_that_it_lacks(labelling, tmp_path):
    older = [field for field in SAMPLE_FIELDS if not field.name.startswith(("agreed", "checked", "certainty"))]
    path = make_sample(tmp_path / "s.gpkg", fields=older)
    press(opened(labelling, path), Qt.Key.Key_5)
    assert stored(path, "label", "certainty", "agreed_label")[1] == ("op", "sure", None)


def test_a_sample_in_geojson_can_be_labelled(qgis_app, tmp_path):
    path = make_sample(tmp_path / "s.geojson", driver="GeoJSON")
    sample = SampleFile(path)
    sample.write(0, {"label": "op"})
    again = SampleFile(path)
    assert [point["label"] for point in again.points] == ["op", "", "", "", ""]
    assert (again.points[0].seq, round(again.points[0].lon, 6)) == (1, -69.999)


@pytest.mark.parametrize("content", [b"", b"no database at all", None], ids=["empty", "text", "missing"])
def test_a_file_that_is_no_sample_is_named(qgis_app, tmp_path, content):
    path = tmp_path / "s.gpkg"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(AnnotationsError, match=r"s\.gpkg"):
        SampleFile(path)


def test_sectors_and_empty_samples_are_no_sample(qgis_app, sectors, tmp_path):
    with pytest.raises(AnnotationsError, match="no points with a column 'label'"):
        SampleFile(tmp_path / "mine.gpkg")
    with pytest.raises(AnnotationsError, match="holds no points"):
        SampleFile(make_sample(tmp_path / "none.gpkg", 0))


def test_a_sample_without_the_columns_that_is_read_only_says_so(qgis_app, tmp_path, monkeypatch):
    older = [field for field in SAMPLE_FIELDS if field.name != "agreed_label"]
    path = make_sample(tmp_path / "s.gpkg", fields=older)
    from qgis.core import QgsVectorDataProvider

    monkeypatch.setattr(QgsVectorDataProvider, "addAttributes", lambda *_args: False)
    with pytest.raises(OutputError, match="cannot take labels"):
        SampleFile(path)


def test_comments_of_several_people_stand_beside_each_other():
    comment = rounds.with_comment("", "Ana", " a  pit ")
    comment = rounds.with_comment(comment, "Ben", "no: a dump | heap")
    assert comment == "Ana: a pit | Ben: no: a dump / heap"
    assert rounds.own_comment(comment, "Ben") == "no: a dump / heap" and rounds.own_comment(comment, "Cleo") == ""
    assert rounds.with_comment(comment, "Ana", "") == "Ben: no: a dump / heap"


def test_a_label_taken_back_leaves_no_reader():
    point = {name: "" for name in ("comment",)}
    texts = rounds.written(point, Round.FIRST, "Ana", "", is_sure=True, comment="", images=Images("a", "b", "c", "d"))
    assert set(texts.values()) == {""} and set(texts) == {
        "label", "labelled_by", "labelled_at", "comment", "certainty", "image", "image_date", "image2", "image2_date",
    }  # fmt: skip
