"""Keeps QGIS's cache of coordinate systems in the hands of the main thread.

QGIS (3.22 to 3.44, measured) caches a CRS by its definition together with the PROJ context of the thread that asked
first. When that thread ends, whoever got the CRS from the cache holds one whose transformations silently return their
input, measure NaN or crash. A worker that opens a file first is enough. So the main thread asks first for every CRS
that our workers will meet.
"""

from __future__ import annotations

from typing import Dict, List

from qgis.core import QgsCoordinateReferenceSystem, QgsEllipsoidUtils
from qgis.PyQt.QtCore import QCoreApplication, QThread

from mining_monitor.schema.fields import STORAGE_CRS

#: WGS 84 as QgsDistanceArea names it.
WGS84_ELLIPSOID = "EPSG:7030"

_KEPT: Dict[str, List[QgsCoordinateReferenceSystem]] = {}


def keep(crs: QgsCoordinateReferenceSystem) -> None:
    """Let the main thread be the first to ask for a CRS, in the ways that data providers do; not from a worker."""
    application = QCoreApplication.instance()
    is_main = application is not None and QThread.currentThread() == application.thread()
    definition = crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL) if crs.isValid() else ""
    if not is_main or not definition or definition in _KEPT:
        return
    asked = [crs, QgsCoordinateReferenceSystem.fromWkt(definition)]
    if crs.authid():
        asked.append(QgsCoordinateReferenceSystem())
        asked[-1].createFromUserInput(crs.authid())
    for each in asked:
        each.operation()  # makes PROJ's object for this thread
    _KEPT[definition] = asked


def keep_storage_crs() -> None:
    """Do so for the CRS of project files and for WGS 84's ellipsoid; called when the plugin's parts are made."""
    keep(QgsCoordinateReferenceSystem(STORAGE_CRS))
    keep(QgsEllipsoidUtils.ellipsoidParameters(WGS84_ELLIPSOID).crs)
