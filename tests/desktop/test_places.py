"""In the real desktop: where a detection looks, pictures that the engine cannot open, work without a mouse."""

from __future__ import annotations

import pytest

from tests.desktop.conftest import PLACES
from tests.desktop.wms_server import wms_of


@pytest.fixture
def walk(drive):
    def run(scenario, **options):
        facts = drive(scenario, model="quick", timeout=600, script=PLACES, **options)
        assert not facts["problem"], facts["problem"]
        assert not facts.get("python_errors"), facts["python_errors"]
        return facts

    return run


def corners(extent: dict) -> list[float]:
    return [extent["west"], extent["south"], extent["east"], extent["north"]]


def test_a_rectangle_is_dragged_on_the_map(walk):
    facts = walk("rectangle")
    assert facts["asks"].startswith("Drag on the map") and facts["gave_up"]
    assert corners(facts["extent"]) == pytest.approx(facts["dragged"], rel=1e-9)
    assert facts["sectors"] > 0


def test_the_selected_polygon_is_the_place_and_the_other_is_not(walk):
    facts = walk("polygon")
    assert facts["asks"] == "Select polygons with QGIS's own selection tools."
    assert facts["says"] == "1 selected in 'Places'."
    assert corners(facts["extent"]) == pytest.approx(facts["dragged"], rel=1e-9)
    assert facts["extent"]["polygon"].startswith(("Polygon", "POLYGON"))


def test_a_wms_is_fetched_at_the_models_resolution_and_detected_on(walk, made):
    with wms_of(made / "scene.tif") as (uri, host):
        facts = walk("wms", work_more={"wms": uri}, MINING_MONITOR_PERMITTED_SERVICES=host)
    assert facts["image"] == "Service"
    assert "fetched from its service first" in facts["warning"]
    assert facts["sectors"] > 5


@pytest.mark.parametrize(("scenario", "name"), [("virtual", "Virtual"), ("memory", "Memory")])
def test_a_layer_over_other_pixels_is_an_image_like_any(walk, scenario, name):
    facts = walk(scenario)
    assert ("pixels are copied" in facts["warning"]) is (scenario == "memory")
    assert facts["image"] == name
    assert facts["sectors"] > 5


def test_the_whole_way_goes_without_a_mouse(walk):
    facts = walk("keyboard")
    assert facts["walked"][-1] == "detect_button"
    assert facts["help"] == "Mining Monitor: help"
    assert facts["class_after_9"] == 9
