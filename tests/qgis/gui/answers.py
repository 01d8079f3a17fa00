"""What the fake engine answers, and files as the engine makes them."""

from __future__ import annotations

import dataclasses

from mining_monitor.adapter import project_store
from mining_monitor.contract.imagery import BandChoice, ImageDescription
from mining_monitor.contract.results import ClassTotal, DetectPlan, DetectResult, ModelInfo, Notice
from tests.qgis.adapter.makers import sector_feature, sector_values

MODEL = ModelInfo(
    name="rgb", title="Mining sectors, RGB 10 m", description="Eight classes in true colour.", path="/m/rgb.onnx",
    card_path="/m/rgb.json", sha256="1" * 64, kind="segmentation", bands=("B04", "green", "blue"), gsd_m=10.0,
    gsd_range_m=(8.0, 14.0), class_codes=(0, 5), score="macro F1 0.41 (held-out sites)",
    limits=("heap leaching is often missed",), is_shipped=True, is_default=True,
)  # fmt: skip
BROKEN_MODEL = dataclasses.replace(MODEL, name="broken", title="Broken", is_default=False, problem="It has no card.")
PLAN = DetectPlan(
    area_m2=38.2e6, width=1, height=1, tiles=40, tile_size=256, image_gsd_m=10.0, grid_gsd_m=10.0, bands=(),
    model_name="rgb", seconds=41.0,
    warnings=(Notice("gsd-coarser", "The image is coarser than the model: 20 m instead of 10 m."),),
)  # fmt: skip
RESULT = DetectResult(
    run_id="r1", output=None, class_raster=None, confidence_raster=None, sectors=57,
    totals=(ClassTotal(5, "op", 20, 9.0e6), ClassTotal(9, "wr", 37, 3.4e6), ClassTotal(0, "other", 1, 9e9)),
    observed_m2=1e8, not_observed_m2=1.1e6, not_observed_by_reason={"nodata": 1.1e6}, seconds=12.3, tiles=40,
    gsd_m=10.0, scene_id="scene", model_name="rgb", model_sha256="0" * 64,
)  # fmt: skip


def describe(request):
    return ImageDescription(
        path=request.image.path, width=8, height=6, bands=("one", "two", "three"), dtypes=("uint8",) * 3,
        roles=(BandChoice("red", 3), BandChoice("green", 2), BandChoice("blue", 1)), crs="EPSG:32719",
        gsd_m=(10.0, 10.0), in_words="Three bands of a small test.",
    )  # fmt: skip


def make_project_file(path, sectors):
    """A whole project file with sectors in it."""
    project_store.create(path)
    layer = project_store.table(path, "sectors")
    for wkt, code, confidence, values in sectors:
        feature = sector_feature(layer.fields(), wkt, sector_values(code, confidence, **values))
        assert layer.dataProvider().addFeatures([feature])[0]
    return path
