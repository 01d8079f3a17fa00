"""Sectors in metres around a place on the equator, and what is said of them."""

from __future__ import annotations

from qgis.core import QgsGeometry

from mining_monitor.adapter.review_rules import area_m2
from mining_monitor.adapter.snapshots import snapshot

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
