"""In the real desktop: from a product and a catalogue to sectors that know their image."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.real_qgis import ROOT

SCRIPT = Path(__file__).with_name("imagery.py")


@pytest.fixture
def world(engine, made, tmp_path):
    """A zipped product, and a catalogue of three dates of the same place on loopback."""
    command = [engine, "-m", "tests.desktop.imagery_world", str(made / "scene.tif"), str(tmp_path / "world")]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.stdin.close()
            process.wait(20)


def test_from_a_product_and_a_search_to_sectors_that_know_their_image(drive, world):
    facts = drive("imagery", model="quick", timeout=600, script=SCRIPT, work_more=world)
    assert not facts["problem"], facts["problem"]
    assert not facts.get("python_errors"), facts["python_errors"]
    assert facts["form"].startswith("Sentinel-2B surface reflectance (L2A) of 2021-02-27, tile 19KEP")
    assert "MTD_MSIL2A.xml declares an offset of -1000" in facts["form"]
    assert facts["where"] == "whole"
    assert facts["product_image"]["group"] == facts["product_image"]["name"] == "Made up - 2021-02-27"
    clear = facts["clear"]  # of what the map shows, which is a little more than the scene
    assert clear["2024-05-12"] / clear["2024-05-17"] == pytest.approx(0.7, abs=0.03)
    assert clear["2024-05-07"] / clear["2024-05-17"] == pytest.approx(0.05, abs=0.03)
    assert facts["footprints"] == ["Scenes found"]
    assert facts["scene_image"]["bands"] == ["Band 1: B02", "Band 2: B03", "Band 3: B04", "Band 4: B08"]
    assert facts["drawn_bands"] == [3, 2, 1]
    assert facts["white_at"] < 0.5  # the cloud has 0.8: the ground is not darkened for it
    assert facts["swir"][0] is False and "B12" in facts["swir"][1]
    assert facts["index_above"]
    assert facts["index_under_cloud"] is None
    assert facts["index_in_the_clear"] is not None
    assert "not observed" in facts["sentence"]
    assert facts["hidden_share"] > 0.25
    assert facts["sector"]["date"] == "2024-05-12"
    assert facts["sector"]["system"] == "Sentinel-2"
    assert facts["attribution"] == "Contains modified Copernicus Sentinel data 2024; Earth Search by Element 84"
