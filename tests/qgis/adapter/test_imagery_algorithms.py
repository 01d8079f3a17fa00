"""loadsentinel2, searchscenes and spectralindex ask the engine what their parameters say."""

import dataclasses

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsVectorLayer

from mining_monitor.contract.errors import ImageError
from mining_monitor.contract.products import LoadedScene, LoadSentinel2Request, OffsetDecision
from mining_monitor.contract.scenes import Scene, SceneCover, SceneCoverRequest, SceneList, SearchScenesRequest
from mining_monitor.contract.spectral import SpectralIndexRequest, SpectralIndexResult
from tests.qgis.adapter.makers import make_raster, make_sectors_file
from tests.qgis.adapter.test_algorithms import run

__all__ = ["run"]

EXTENT = "400010,400050,7499960,7500000 [EPSG:32719]"
OFFSET = OffsetDecision("add", -1000.0, 10000.0, ("The metadata declare an offset of -1000.",))
SCENE = Scene(
    scene_id="S2B_19KCP_20240314", catalogue="earth-search", collection="sentinel-2-l2a",
    item="https://example.org/items/1", sensed_at="2024-03-14T14:31:21Z", satellite="Sentinel-2B", tile="19KCP",
    baseline="05.10", footprint="POLYGON((-70 -23, -69 -23, -69 -22, -70 -22, -70 -23))", extent_share=1.0,
    cloud_percent=3.2,
)  # fmt: skip


def loaded(request):
    make_raster(request.output, bands=4)
    return LoadedScene(
        output=request.output, mask=request.mask, width=8, height=6, crs="EPSG:32719", gsd_m=10.0,
        bands=request.bands or ("B02", "B03", "B04", "B08"), scene_ids=("S2B_X",), observed_at="2024-03-14T14:31:21Z",
        last_observed_at="2024-03-14T14:31:21Z", system="Sentinel-2", attribution="Contains Copernicus data",
        offset=(OFFSET,), observed_share=0.97, not_observed_by_reason={"cloud": 0.03},
        pixels_by_date={"2024-03-14": 48},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("loadsentinel2", ["INPUT", "BANDS", "RESOLUTION", "EXTENT", "OUTPUT", "MASK"]),
        ("searchscenes", ["CATALOGUE", "EXTENT", "START", "END", "MAX_CLOUD", "LIMIT", "CLEAR", "OUTPUT"]),
        ("spectralindex", ["INPUT", "INDEX", "SECTORS", "OUTPUT"]),
    ],
)
def test_parameters_are_those_of_the_contract(registry, name, parameters):
    algorithm = registry.algorithmById(f"miningmonitor:{name}")

    assert sorted(p.name() for p in algorithm.parameterDefinitions()) == sorted(parameters)
    assert algorithm.shortHelpString() and algorithm.shortDescription() and algorithm.tags()


def test_a_product_is_loaded_as_asked(run, fake_engine, tmp_path):
    fake_engine.answers[LoadSentinel2Request] = loaded

    outputs = run("loadsentinel2", {
        "INPUT": "/data/a.SAFE; /data/b.zip", "BANDS": "b4, B3;B8A", "RESOLUTION": "20", "EXTENT": EXTENT,
        "OUTPUT": str(tmp_path / "new" / "s2.tif"), "MASK": str(tmp_path / "seen.tif"),
    })  # fmt: skip

    request = fake_engine.requests[-1]
    assert (request.inputs, request.bands) == (("/data/a.SAFE", "/data/b.zip"), ("B04", "B03", "B8A"))
    assert (request.resolution_m, request.rendering, request.offset) == (20.0, "dn", "auto")
    assert (request.extent.west, request.extent.north, request.extent.crs) == (400010, 7500000, "EPSG:32719")
    assert outputs == {"OUTPUT": str(tmp_path / "new" / "s2.tif"), "MASK": str(tmp_path / "seen.tif")}


def test_only_the_product_is_needed(run, fake_engine, tmp_path):
    fake_engine.answers[LoadSentinel2Request] = loaded

    run("loadsentinel2", {"INPUT": "/data/a.SAFE", "OUTPUT": str(tmp_path / "s2.tif")})

    assert fake_engine.requests[-1] == LoadSentinel2Request(("/data/a.SAFE",), str(tmp_path / "s2.tif"))


@pytest.mark.parametrize(
    "product", ["https://example.org/v1/collections/sentinel-2-l2a/items/S2B_19KEP_20240517", "/data/product", "a;b"]
)
def test_folders_and_addresses_without_a_dot_are_products_as_well(registry, product):
    """The check that the toolbox and ``qgis_process`` make before a run."""
    algorithm = registry.algorithmById("miningmonitor:loadsentinel2").create()
    context = QgsProcessingContext()

    assert algorithm.checkParameterValues({"INPUT": product, "OUTPUT": "a.tif"}, context)[0]
    assert not algorithm.checkParameterValues({"INPUT": "", "OUTPUT": "a.tif"}, context)[0]


@pytest.mark.parametrize("bands", ["B13", "B04,B04", "violet"])
def test_a_band_that_is_none_is_named(run, fake_engine, tmp_path, bands):
    with pytest.raises(QgsProcessingException, match=r"B13|B04|violet"):
        run("loadsentinel2", {"INPUT": "/data/a.SAFE", "BANDS": bands, "OUTPUT": str(tmp_path / "s2.tif")})
    assert fake_engine.requests == []


def test_the_engines_sentence_is_what_the_user_reads(run, fake_engine, tmp_path):
    fake_engine.answers[LoadSentinel2Request] = ImageError("/data/a.SAFE has no MTD_MSIL2A.xml.")

    with pytest.raises(QgsProcessingException, match=r"has no MTD_MSIL2A\.xml"):
        run("loadsentinel2", {"INPUT": "/data/a.SAFE", "OUTPUT": str(tmp_path / "s2.tif")})


def search(tmp_path, **more):
    return {
        "CATALOGUE": "earth-search", "EXTENT": "-70,-69,-23,-22 [EPSG:4326]", "START": "2024-03-01",
        "END": "2024-03-31", "OUTPUT": str(tmp_path / "scenes.gpkg"), **more,
    }  # fmt: skip


def test_scenes_come_as_footprints_with_the_address_to_load_them_from(run, fake_engine, tmp_path):
    second = dataclasses.replace(SCENE, scene_id="other", cloud_percent=None)
    fake_engine.answers[SearchScenesRequest] = SceneList((SCENE, second))

    outputs = run("searchscenes", search(tmp_path, MAX_CLOUD=12, LIMIT=7))

    request = fake_engine.requests[-1]
    assert (request.catalogue, request.start, request.end) == ("earth-search", "2024-03-01", "2024-03-31")
    assert (request.max_cloud_percent, request.limit, request.headers) == (12.0, 7, None)
    first, other = QgsVectorLayer(outputs["OUTPUT"], "s", "ogr").getFeatures()
    assert (first["scene_id"], first["item"], first["cloud_percent"]) == (SCENE.scene_id, SCENE.item, 3.2)
    assert first["observed_at"] == "2024-03-14T14:31:21Z"
    assert first.geometry().area() == 1.0
    assert other.attribute("cloud_percent") in (None,) or other.attribute("cloud_percent").isNull()


def test_the_clear_share_is_looked_up_for_each_scene_and_a_failure_leaves_it_empty(run, fake_engine, tmp_path):
    second = dataclasses.replace(SCENE, scene_id="other", item="https://example.org/items/2")
    fake_engine.answers[SearchScenesRequest] = SceneList((SCENE, second))

    def cover(request):
        if request.item.endswith("2"):
            raise ImageError("The server does not answer.")
        return SceneCover(SCENE.scene_id, 0.83, {"cloud": 0.17})

    fake_engine.answers[SceneCoverRequest] = cover

    outputs = run("searchscenes", search(tmp_path, CLEAR=True))

    values = [f["clear_share"] for f in QgsVectorLayer(outputs["OUTPUT"], "s", "ogr").getFeatures()]
    assert values[0] == 0.83 and str(values[1]) == "NULL"


@pytest.mark.parametrize(
    ("changed", "words"),
    [({"CATALOGUE": "nowhere"}, "'nowhere' is no catalogue"), ({"START": "14.3.2024"}, "'14.3.2024' is no date")],
)
def test_a_wrong_parameter_is_said_before_anybody_is_asked(run, fake_engine, tmp_path, changed, words):
    with pytest.raises(QgsProcessingException, match=words):
        run("searchscenes", search(tmp_path, **changed))
    assert fake_engine.requests == []


def test_an_index_goes_to_the_engine_with_sectors_and_their_table(run, fake_engine, tmp_path):
    fake_engine.answers[SpectralIndexRequest] = lambda r: SpectralIndexResult(r.output, r.table)
    image = make_raster(tmp_path / "a.tif", bands=4)
    sectors = make_sectors_file(tmp_path / "s.gpkg", [("POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))", 5, 0.5)])

    outputs = run("spectralindex", {
        "INPUT": str(image), "INDEX": "ndvi", "SECTORS": str(sectors), "OUTPUT": str(tmp_path / "i.tif"),
    })  # fmt: skip

    request = fake_engine.requests[-1]
    assert (request.image, request.index, request.sectors) == (str(image), "NDVI", str(sectors))
    assert outputs == {"OUTPUT": str(tmp_path / "i.tif"), "TABLE": str(tmp_path / "i.csv")}


def test_an_image_that_knows_its_clouds_keeps_them_masked_in_the_toolbox_too(run, fake_engine, tmp_path):
    from qgis.core import QgsProject

    from mining_monitor.adapter.image_facts import MASK_PROPERTY
    from tests.qgis.adapter.makers import raster_layer

    layer = raster_layer(make_raster(tmp_path / "a.tif"))
    own, other = make_raster(tmp_path / "own.tif", bands=1), make_raster(tmp_path / "other.tif", bands=1)
    layer.setCustomProperty(MASK_PROPERTY, str(own))
    QgsProject.instance().addMapLayer(layer)

    run("detectsectors", {"INPUT": layer.id(), "OUTPUT": "memory:"})
    run("detectsectors", {"INPUT": layer.id(), "VALID_MASK": str(other), "OUTPUT": "memory:"})

    assert [request.valid_mask for request in fake_engine.requests[-2:]] == [str(own), str(other)]
