"""Samples on disk as `samplepoints` writes them."""

from __future__ import annotations

import sqlite3

from qgis.core import QgsCoordinateTransformContext, QgsFeature, QgsGeometry, QgsVectorFileWriter, QgsVectorLayer

from mining_monitor.adapter.compat import make_fields
from mining_monitor.schema.sample import SAMPLE_FIELDS, SAMPLE_TABLE


def make_sample(path, count=5, *, fields=SAMPLE_FIELDS, driver="GPKG", **columns):
    """A sample of points 100 m apart; ``columns`` are values by the number of the point."""
    layer = QgsVectorLayer("Point?crs=EPSG:4326", SAMPLE_TABLE, "memory")
    layer.dataProvider().addAttributes(make_fields(fields).toList())
    layer.updateFields()
    for seq in range(count, 0, -1):  # the order in the file is not the order by lot
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(f"POINT({-70 + 0.001 * seq} -23)"))
        feature.setAttribute("seq", seq)
        feature.setAttribute("stratum", 1)
        feature.setAttribute("stratum_m2", 1e6)
        for name, values in columns.items():
            feature.setAttribute(name, values.get(seq))
        layer.dataProvider().addFeature(feature)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = driver, SAMPLE_TABLE
    outcome = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    assert outcome[0] == 0, outcome
    return path


def stored(path, *names):
    """Columns of a GeoPackage's sample as they are on disk, by the number of the point."""
    connection = sqlite3.connect(path.as_uri() + "?mode=ro", uri=True)
    try:
        rows = connection.execute(f"SELECT seq, {', '.join(names)} FROM {SAMPLE_TABLE} ORDER BY seq").fetchall()
    finally:
        connection.close()
    return {row[0]: row[1] if len(names) == 1 else row[1:] for row in rows}
