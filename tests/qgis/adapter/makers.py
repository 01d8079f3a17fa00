"""Small layers and files that tests look at."""

from __future__ import annotations

import uuid

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from mining_monitor.adapter.compat import make_fields
from mining_monitor.schema.classes import BY_CODE
from mining_monitor.schema.fields import SECTOR_FIELDS


def sector_values(code, confidence, **others):
    values = {
        "class": code, "class_key": BY_CODE[code].key, "confidence": confidence, "uuid": str(uuid.uuid4()),
        "state": "draft", "source": "model", "run_id": "r1", "scene_id": "scene", "area_m2": 1e6,
    }  # fmt: skip
    return {**values, **others}


def sector_feature(fields, wkt, values):
    feature = QgsFeature(fields)
    feature.setGeometry(QgsGeometry.fromWkt(wkt))
    for name, value in values.items():
        feature.setAttribute(name, value)
    return feature


def memory_sectors(sectors=(), name="sectors"):
    """A memory layer with the fields of CONTRACT 3; sectors are (wkt, code, confidence[, values])."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", name, "memory")
    layer.dataProvider().addAttributes(make_fields(SECTOR_FIELDS).toList())
    layer.updateFields()
    for sector in sectors:
        wkt, code, confidence = sector[:3]
        values = sector_values(code, confidence, **(sector[3] if len(sector) > 3 else {}))
        layer.dataProvider().addFeature(sector_feature(layer.fields(), wkt, values))
    return layer


def make_sectors_file(path, sectors, layer_name="sectors"):
    """A GeoPackage with a sectors table."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", layer_name
    outcome = QgsVectorFileWriter.writeAsVectorFormatV3(
        memory_sectors(sectors), str(path), QgsCoordinateTransformContext(), options
    )
    assert outcome[0] == 0, outcome
    return path


def make_raster(path, *, bands=3, width=8, height=6, crs="EPSG:32719", size=10.0, west=400_000.0, north=7_500_000.0):
    """A GeoTIFF of bytes whose pixel values are 10 * band + column."""
    from osgeo import gdal, osr

    data = gdal.GetDriverByName("GTiff").Create(str(path), width, height, bands, gdal.GDT_Byte)
    reference = osr.SpatialReference()
    reference.SetFromUserInput(crs)
    data.SetProjection(reference.ExportToWkt())
    data.SetGeoTransform((west, size, 0, north, 0, -size))
    for band in range(1, bands + 1):
        row = bytes(10 * band + column for column in range(width))
        data.GetRasterBand(band).WriteRaster(0, 0, width, height, row * height)
    data = None
    return path


def raster_layer(path, name="image", provider="gdal"):
    layer = QgsRasterLayer(str(path), name, provider)
    assert layer.isValid(), path
    return layer
