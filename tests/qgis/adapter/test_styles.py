"""Sectors look as LAMES publishes them, or so that everybody can tell the classes apart; the form knows the words."""

import pytest
from qgis.core import (
    QgsFeature,
    QgsRasterLayer,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt

from mining_monitor.adapter import forms, settings, styles
from mining_monitor.schema.classes import BY_KEY, LAMES_CLASSES
from tests.qgis.adapter.makers import make_raster, memory_sectors, sector_feature, sector_values
from tests.qgis.adapter.write_styles import FOLDER

SQUARE = "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))"

#: DOMAIN 1.7, as published.
PUBLISHED = {
    0: "#ea53e2",
    3: "#ad85ed",
    4: "#34e7f0",
    5: "#77e2a2",
    6: "#88cf6c",
    7: "#3f70ec",
    8: "#d52154",
    9: "#e0e93e",
}


def categories(layer):
    return {category.value(): category for category in layer.renderer().categories()}


def test_classes_have_the_published_colours_and_outline(qgis_app):
    layer = memory_sectors()
    styles.apply_sectors_style(layer)

    found = categories(layer)
    assert sorted(found) == list(range(10))
    for code, colour in PUBLISHED.items():
        symbol = found[code].symbol().symbolLayer(0)
        assert symbol.fillColor().name() == colour
        assert (symbol.strokeColor().name(), symbol.strokeWidth()) == ("#232323", 0.26)


def test_the_site_class_is_a_hatch_because_it_lies_over_its_sectors(qgis_app):
    symbol = styles.class_symbol(BY_KEY["lsm"])

    kinds = [symbol.symbolLayer(index).layerType() for index in range(symbol.symbolLayerCount())]
    assert kinds == ["LinePatternFill", "SimpleFill"]
    assert symbol.symbolLayer(1).brushStyle() == Qt.BrushStyle.NoBrush


def test_the_safe_colours_are_the_users_choice(qgis_app):
    settings.COLOUR_SET.set(settings.SAFE_COLOURS)
    layer = memory_sectors()
    styles.apply_sectors_style(layer)

    assert categories(layer)[5].symbol().symbolLayer(0).fillColor().name() == "#882255"


@pytest.mark.parametrize(
    ("state", "stroke", "fill"), [("draft", "dot", "solid"), ("approved", "solid", "solid"), ("rejected", "dash", "no")]
)
def test_the_state_is_seen_without_colour(qgis_app, state, stroke, fill):
    layer = memory_sectors()
    feature = sector_feature(layer.fields(), SQUARE, sector_values(5, 0.5, state=state))
    context = QgsRenderContext()
    context.expressionContext().setFeature(feature)
    context.expressionContext().setFields(layer.fields())
    symbol = styles.class_symbol(BY_KEY["op"])  # kept: it owns its layers
    drawn = symbol.symbolLayer(0)

    def value(key):
        found = drawn.dataDefinedProperties().property(key)
        return found.valueAsString(context.expressionContext(), "")[0]

    assert value(drawn.PropertyStrokeStyle) == stroke
    assert value(drawn.PropertyFillStyle) == fill


def test_a_class_raster_is_never_interpolated_and_what_was_not_observed_is_clear(qgis_app, tmp_path):
    layer = QgsRasterLayer(str(make_raster(tmp_path / "c.tif", bands=1)), "classes")
    styles.apply_class_raster_style(layer)

    classes = {int(c.value): c.color for c in layer.renderer().classes()}
    assert classes[255].alpha() == 0 and classes[0].alpha() == 0
    assert classes[8].name() == "#d52154" and classes[8].alpha() == 255
    assert layer.resampleFilter().zoomedInResampler() is None
    assert layer.resampleFilter().zoomedOutResampler() is None


def test_the_form_offers_classes_and_states_by_name_and_keeps_provenance_read_only(qgis_app):
    layer = memory_sectors()
    forms.apply_form(layer)
    index = layer.fields().indexOf

    choices = layer.editorWidgetSetup(index("class")).config()["map"]
    assert {"Tailings storage facility (tsf)": 8} in choices and len(choices) == len(LAMES_CLASSES)
    form = layer.editFormConfig()
    assert all(form.readOnly(index(name)) for name in ("uuid", "run_id", "confidence", "scene_id", "area_m2", "state"))
    assert not any(form.readOnly(index(name)) for name in ("class", "Name", "date", "system", "comment"))


@pytest.mark.parametrize(
    ("text", "is_good"), [("2021-02-27", True), (" 2021-02-27 ", True), (None, True), ("27.02.2021", False)]
)
def test_the_form_knows_what_a_date_looks_like(qgis_app, text, is_good):
    from qgis.core import QgsVectorLayerUtils

    layer = memory_sectors()
    forms.apply_form(layer)
    feature = QgsFeature(layer.fields())
    feature.setAttribute("date", text)

    assert QgsVectorLayerUtils.validateAttribute(layer, feature, layer.fields().indexOf("date"))[0] is is_good


def test_what_is_drawn_by_hand_belongs_to_the_scene_and_to_the_analyst(qgis_app):
    from qgis.core import QgsGeometry, QgsVectorLayerUtils

    layer = memory_sectors()
    forms.apply_form(layer)
    forms.set_scene(layer, "S2A_20210227", "2021-02-27T14:05:00Z")
    context = layer.createExpressionContext()
    feature = QgsVectorLayerUtils.createFeature(
        layer, QgsGeometry.fromWkt(SQUARE), {layer.fields().indexOf("class"): 9}, context
    )

    names = ("scene_id", "observed_at", "date", "state", "source", "class_key", "confidence")
    assert [feature[name] for name in names[:6]] == [
        "S2A_20210227", "2021-02-27T14:05:00Z", "2021-02-27", "edited", "analyst", "wr",
    ]  # fmt: skip
    assert len(feature["uuid"]) == 36


@pytest.mark.parametrize("colour_set", ["lames", "safe"])
def test_the_style_files_say_what_the_code_says(qgis_app, tmp_path, colour_set):
    layer = memory_sectors()
    message, is_good = layer.loadNamedStyle(str(FOLDER / f"sectors_{colour_set}.qml"))
    assert is_good, message
    fresh = memory_sectors()
    styles.apply_sectors_style(fresh, colour_set)
    forms.apply_form(fresh)

    def look(one):
        return [
            (int(c.value()), c.label(), c.symbol().symbolLayer(0).properties()) for c in one.renderer().categories()
        ]

    def colours(one):
        def plain(p):
            return str(p.get("color")).split(",rgb:")[0]  # newer versions add the colour as real numbers

        return [(value, label, plain(p), p.get("outline_width")) for value, label, p in look(one)]

    def widgets(one):
        return [(f.name(), one.editorWidgetSetup(i).type(), one.defaultValueDefinition(i).expression())
                for i, f in enumerate(one.fields())]  # fmt: skip

    assert colours(layer) == colours(fresh)
    assert widgets(layer) == widgets(fresh)
    raster = QgsRasterLayer(str(make_raster(tmp_path / "c.tif", bands=1)), "classes")
    _, is_good = raster.loadNamedStyle(str(FOLDER / f"class_raster_{colour_set}.qml"))
    assert is_good and len(raster.renderer().classes()) == 11


def test_labels_are_there_when_they_are_wanted(qgis_app):
    layer: QgsVectorLayer = memory_sectors()
    styles.apply_sectors_style(layer)
    assert not layer.labelsEnabled()
    settings.SHOW_LABELS.set(True)
    styles.apply_sectors_style(layer)
    assert layer.labelsEnabled()
