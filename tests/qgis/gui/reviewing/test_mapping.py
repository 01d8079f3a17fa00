"""A foreign layer is read as a person says; what is read from where is told before anything is imported."""

import json

import pytest
from qgis.core import QgsGeometry

from tests.qgis.gui import annotation_places
from tests.qgis.gui.reviewing import places

SHAPES = (places.PIT, places.DUMP, places.PLANT)


def write(path, *properties):
    features = [
        {"type": "Feature", "properties": each, "geometry": json.loads(QgsGeometry.fromWkt(shape).asJson(17))}
        for shape, each in zip(SHAPES, properties)
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path


@pytest.fixture
def page(workspace, engine, monkeypatch):
    access = annotation_places.real_engine(monkeypatch)
    annotation_places.connect_real(engine, access)
    yield workspace.annotation.more.importing
    access.stop()


@pytest.fixture
def cadastre(tmp_path):
    return write(
        tmp_path / "cadastre.geojson",
        {"TIPO": "Tajo", "tajo_nom": "North", "fecha": "2020-05-01"},
        {"TIPO": "Botadero", "tajo_nom": "West", "fecha": "2020-05-01"},
        {"TIPO": "Tajo", "tajo_nom": "South", "fecha": "2020-05-01"},
    )


def look(page, path, wait_until):
    page.look(path)
    wait_until(lambda: not page.work.is_running, 60)


def answer(form, fields, classes=()):
    for name, source in fields.items():
        form.combos[name].setCurrentIndex(form.combos[name].findData(source))
    for value, key in dict(classes).items():
        form.value_combos[value].setCurrentIndex(form.value_combos[value].findData(key))


def imported(workspace, page, wait_until):
    page.carry_out()
    wait_until(lambda: not page.work.is_running, 60)
    path = workspace.project.path_for_run()
    return sorted(places.rows(path, "SELECT Name, class, date FROM sectors"), key=str)


def test_a_layer_whose_class_is_not_clear_is_asked_about_first(workspace, page, cadastre, wait_until):
    look(page, cadastre, wait_until)
    form = page.mapping.form
    assert workspace.annotation_panel.pages.currentWidget() is form
    assert form.combos["class"].currentData() == "" and form.combos["date"].currentData() == "fecha"
    assert "TIPO: Tajo, Botadero" in [form.combos["class"].itemText(i) for i in range(form.combos["class"].count())]
    assert not workspace.project.path_for_run().exists()


def test_what_the_person_says_is_read_and_told(workspace, page, cadastre, wait_until):
    look(page, cadastre, wait_until)
    form = page.mapping.form
    answer(form, {"class": "TIPO", "Name": "tajo_nom", "date": ""}, {})
    assert list(form.value_combos) == ["Tajo", "Botadero"]
    answer(form, {}, {"Tajo": "op", "Botadero": "wr"})
    form.accept_button.click()
    wait_until(lambda: not page.work.is_running, 60)
    assert workspace.annotation_panel.pages.currentWidget() is page.sheet
    assert "Read as you said: Class ← TIPO; Name ← tajo_nom" in page.sheet.sentence.text()
    assert imported(workspace, page, wait_until) == [("North", 5, None), ("South", 5, None), ("West", 9, None)]


def test_the_same_fields_are_read_the_same_way_next_time_and_it_is_said(workspace, page, cadastre, wait_until):
    look(page, cadastre, wait_until)
    answer(page.mapping.form, {"class": "TIPO"})
    answer(page.mapping.form, {}, {"Tajo": "op", "Botadero": "wr"})
    page.mapping.form.accept_button.click()
    wait_until(lambda: not page.work.is_running, 60)
    look(page, cadastre, wait_until)
    assert workspace.annotation_panel.pages.currentWidget() is page.sheet
    assert "Read as last time: Class ← TIPO; Image date ← fecha" in page.sheet.sentence.text()
    page.mapping.button.click()
    assert workspace.annotation_panel.pages.currentWidget() is page.mapping.form
    assert page.mapping.form.value_combos["Botadero"].currentData() == "wr"


def test_a_new_value_of_a_known_field_is_asked_about(workspace, page, cadastre, wait_until):
    look(page, cadastre, wait_until)
    answer(page.mapping.form, {"class": "TIPO"})
    answer(page.mapping.form, {}, {"Tajo": "op", "Botadero": "wr"})
    page.mapping.form.accept_button.click()
    wait_until(lambda: not page.work.is_running, 60)
    write(cadastre, {"TIPO": "Tajo", "tajo_nom": "N", "fecha": ""}, {"TIPO": "Relave", "tajo_nom": "", "fecha": ""})
    look(page, cadastre, wait_until)
    form = page.mapping.form
    assert workspace.annotation_panel.pages.currentWidget() is form
    assert {value: combo.currentData() for value, combo in form.value_combos.items()} == {"Tajo": "op", "Relave": ""}


def test_a_layer_that_names_lames_classes_is_read_at_once_but_not_silently(workspace, page, tmp_path, wait_until):
    path = write(tmp_path / "clear.geojson", {"class": 5, "label": "A"}, {"class": 9, "label": "B"})
    look(page, path, wait_until)
    assert workspace.annotation_panel.pages.currentWidget() is page.sheet
    assert "Read as its fields are called: Class ← class; Name ← label" in page.sheet.sentence.text()
    assert not page.mapping.button.isHidden()


def test_a_file_that_says_itself_what_it_is_is_not_asked_about(workspace, page, tmp_path, wait_until):
    path = write(tmp_path / "lames.geojson", *({"Name": f"1_{n}", "class": 5, "site_id": "1"} for n in (1, 2, 3)))
    look(page, path, wait_until)
    assert workspace.annotation_panel.pages.currentWidget() is page.sheet
    assert page.mapping.button.isHidden() and "Read as" not in page.sheet.sentence.text()


def test_everything_may_get_one_class(workspace, page, tmp_path, wait_until):
    path = write(tmp_path / "plain.geojson", {"n": 1}, {"n": 2})
    look(page, path, wait_until)
    combo = page.mapping.form.default_combo
    combo.setCurrentIndex(combo.findData("asm"))
    page.mapping.form.accept_button.click()
    wait_until(lambda: not page.work.is_running, 60)
    assert imported(workspace, page, wait_until) == [(None, 1, None), (None, 1, None)]


def test_the_way_back_from_the_form_imports_nothing(workspace, page, cadastre, wait_until):
    look(page, cadastre, wait_until)
    page.mapping.form.back_button.click()
    assert workspace.annotation_panel.pages.currentWidget() is workspace.annotation_panel.empty_page
    assert not workspace.project.path_for_run().exists()


@pytest.mark.parametrize(
    "kept", ["{", "[]", '{"fields": 7}', '{"fields": {"class": "gone"}, "classes": {"Tajo": "?"}}']
)
def test_a_damaged_memory_is_no_memory(workspace, page, cadastre, wait_until, kept):
    from mining_monitor.adapter import field_mapping
    from mining_monitor.adapter.settings import Setting

    look(page, cadastre, wait_until)
    Setting(f"field_mappings/{field_mapping._key(page.mapping._description)}", "").set(kept)
    look(page, cadastre, wait_until)
    assert workspace.annotation_panel.pages.currentWidget() is page.mapping.form
    assert page.mapping.form.combos["class"].currentData() == ""
