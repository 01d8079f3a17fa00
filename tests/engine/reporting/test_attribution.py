"""What the owner of an image wants printed goes from the product into the run, and from the run into the report."""

from __future__ import annotations

import numpy as np
import pytest

from mining_monitor.contract.imagery import ImageRef
from mining_monitor.contract.numbers import SectorSource
from mining_monitor.contract.report import SiteReportRequest
from mining_monitor.contract.requests import DetectRequest
from mining_monitor.engine.annotation.sector_table import read_sectors
from mining_monitor.engine.jobs.detect import run_detection
from mining_monitor.engine.progress import Job
from mining_monitor.engine.reporting.site_report import write_report
from tests.engine import onnx_makers as make
from tests.engine.imagery.sentinel2.products import Recipe, make_product, plain

COPERNICUS = "Contains modified Copernicus Sentinel data 2021"


@pytest.fixture
def project(tmp_path):
    """Sectors that a model found in a product."""

    def ground(name, x, y):
        return np.full(x.shape, 5) if name == "SCL" else plain(name, x, y)

    product = make_product(tmp_path, Recipe(pixels=ground), files=("B04", "SCL"))
    model = make.write_card(
        make.identity(tmp_path / "m.onnx", bands=1), ["red"], [5] * 10, scores="probabilities",
        value_range="reflectance", gsd_m=10.0,
    )  # fmt: skip
    output = tmp_path / "mine.gpkg"
    run_detection(DetectRequest(ImageRef(str(product)), str(model), output=str(output)), Job())
    return output


def printed(project, tmp_path, **changes):
    page = tmp_path / "report.html"
    write_report(SiteReportRequest(SectorSource(str(project)), str(page), **changes), Job())
    return page.read_text(encoding="utf-8")


def test_a_sector_carries_date_agency_and_scene_of_its_product(project):
    rows = read_sectors(str(project)).rows
    assert {(row["date"], row["system"]) for row in rows} == {("2021-02-27", "Sentinel-2")}
    assert all(row["scene_id"].startswith("S2B_MSIL2A_20210227T143729") for row in rows)


def test_the_owner_of_a_runs_image_is_named_without_being_asked(project, tmp_path):
    assert printed(project, tmp_path).count(COPERNICUS) == 1


def test_owners_are_named_once_each(project, tmp_path):
    page = printed(project, tmp_path, attribution=f"Agency A; {COPERNICUS}")
    assert f"Agency A; {COPERNICUS}" in page
    assert page.count(COPERNICUS) == 1
