"""Sectors in metres around a place on the equator, and what is said of them."""

from __future__ import annotations

from qgis.core import QgsGeometry

from mining_monitor.adapter import project_store
from mining_monitor.adapter.forms import apply_form, set_scene
from mining_monitor.adapter.review_rules import area_m2
from mining_monitor.adapter.snapshots import snapshot
from tests.qgis.adapter.makers import sector_feature, sector_values

#: Degrees in a metre, near enough for areas within 1 %.
M = 1 / 110_946.0


def box(west, south, east, north):
    """A rectangle in metres."""
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return QgsGeometry.fromWkt("POLYGON((" + ", ".join(f"{x * M!r} {y * M!r}" for x, y in corners) + "))")


def line(*points):
    """A line through points in metres."""
    return QgsGeometry.fromWkt("LINESTRING(" + ", ".join(f"{x * M!r} {y * M!r}" for x, y in points) + ")")


def m2(feature):
    return area_m2(feature.geometry())


def rows(layer):
    """Features by uuid."""
    return {feature["uuid"]: feature for feature in layer.getFeatures()}


def wkb_and_values(layer):
    """Everything of every sector but its row number."""
    names = [field.name() for field in layer.fields()]
    shots = {feature["uuid"]: snapshot(feature, names) for feature in layer.getFeatures()}
    return {uuid: (bytes(shot.geometry.asWkb()), shot.values) for uuid, shot in shots.items()}


def project_layer(path, *sectors):
    """The sectors of a new project file; each is (shape, class, state[, values]) and has its number as uuid."""
    project_store.create(path)
    layer = project_store.table(path, "sectors")
    features = []
    for number, sector in enumerate(sectors):
        shape, code, state = sector[:3]
        values = {"uuid": str(number), "state": state, **(sector[3] if len(sector) > 3 else {})}
        features.append(sector_feature(layer.fields(), shape.asWkt(17), sector_values(code, 0.5, **values)))
        features[-1].setGeometry(shape)
    assert layer.dataProvider().addFeatures(features)[0]
    apply_form(layer)
    set_scene(layer, "scene")
    return layer
