"""The report in a real browser: the rules of WCAG 2 by axe-core, nothing from the network, a tagged PDF by printing."""

from __future__ import annotations

import html
import json
import re
import zlib
from importlib.resources import files

import numpy as np
import pytest
import rasterio

from mining_monitor.contract.accuracy import AssessAccuracyRequest
from mining_monitor.contract.numbers import SectorSource
from mining_monitor.contract.report import LANGUAGES, SiteReportRequest
from mining_monitor.engine.monitoring.judgement import assess_accuracy
from mining_monitor.engine.progress import Job
from mining_monitor.engine.reporting.site_report import write_report
from tests.engine.monitoring.shapes import box_m, write_layer

PIT, DUMP, POND = box_m(0, 0, 400, 300), box_m(400, 0, 500, 300), box_m(0, 400, 200, 200)

#: Everything that WCAG 2.0 to 2.2 asks at levels A and AA as far as a program can tell, and good practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

_SCRIPT = """<script>{axe}</script><script>
axe.run(document, {{runOnly: {{type: "tag", values: {rules}}}}}).then(found => {{
  const said = document.createElement("pre");
  said.id = "axe";
  said.textContent = JSON.stringify({{
    passes: found.passes.map(rule => rule.id),
    violations: found.violations.map(rule => [rule.id, rule.nodes.map(node => node.html.slice(0, 300))]),
  }});
  document.body.appendChild(said);
}});</script></body>"""


@pytest.fixture(scope="module")
def inputs(tmp_path_factory):
    """Sectors of two dates, an image of each, and an assessment: every part of a report has something to say."""
    folder = tmp_path_factory.mktemp("inputs")
    now = write_layer(folder / "now.gpkg", [PIT, DUMP, POND], **{
        "class": [5, 9, 8], "site_id": ["821", "821", "9"], "uuid": ["u-1", "u-2", "u-3"],
        "observed_at": ["2022-05-01"] * 3, "editor": ["ama"] * 3, "reviewer": ["kofi"] * 3,
    })  # fmt: skip
    then = write_layer(folder / "then.gpkg", [PIT], **{
        "class": [5], "site_id": ["821"], "observed_at": ["2020-05-01"],
    })  # fmt: skip
    images = []
    for name, value in (("then", 90), ("now", 160)):
        path = folder / f"{name}.tif"
        transform = rasterio.transform.from_origin(-69.02, -22.98, 0.001, 0.001)
        with rasterio.open(
            path, "w", driver="GTiff", width=60, height=60, count=3, dtype="uint8", crs="EPSG:4326", transform=transform
        ) as data:
            data.write(np.random.default_rng(1).integers(value - 40, value, (3, 60, 60)).astype(np.uint8))
        images.append(str(path))
    corners = [(200, 150), (600, 150), (100, 500), (300, 100), (700, 200), (120, 520)]
    points = [box_m(x, y, 2, 2).centroid for x, y in corners]
    sample = write_layer(folder / "s.gpkg", points, layer="sample", label=["op", "wr", "tsf", "op", "op", "tsf"])
    figures = str(folder / "accuracy.json")
    request = AssessAccuracyRequest(SectorSource(str(now)), SectorSource(str(sample)), output=figures)
    assess_accuracy(request, Job())
    return {
        "source": SectorSource(str(now)), "compare": SectorSource(str(then)), "compare_image": images[0],
        "image": images[1], "accuracy": figures, "attribution": "Contains modified Copernicus data",
    }  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_that_keeps_people_out(browser, inputs, language, tmp_path):
    page = tmp_path / "report.html"
    write_report(SiteReportRequest(output=str(page), language=language, **inputs), Job())
    text = page.read_text(encoding="utf-8")
    axe = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8").replace("</script", "<\\/script")
    start = text.rindex("</body>")
    script = _SCRIPT.format(axe=axe, rules=json.dumps(RULES))
    page.write_text(text[:start] + script + text[start + len("</body>") :], encoding="utf-8")

    match = re.search(r'<pre id="axe">(.*?)</pre>', browser.dom(page), re.DOTALL)
    found = json.loads(html.unescape(match.group(1)))

    assert found["violations"] == []
    asked = {"html-has-lang", "document-title", "heading-order", "color-contrast", "svg-img-alt", "landmark-one-main"}
    assert asked <= set(found["passes"])  # the rules were really tried


def test_the_rules_find_a_page_that_keeps_people_out(browser, tmp_path):
    """The check above can fail: a page without language, title, alternative text and contrast."""
    axe = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8").replace("</script", "<\\/script")
    page = tmp_path / "bad.html"
    page.write_text(
        '<!DOCTYPE html><html><body><img src="data:,"><p style="color:#ccc;background:#fff">faint</p>'
        + _SCRIPT.format(axe=axe, rules=json.dumps(RULES)),
        encoding="utf-8",
    )
    found = json.loads(html.unescape(re.search(r'<pre id="axe">(.*?)</pre>', browser.dom(page), re.DOTALL).group(1)))
    assert {"html-has-lang", "document-title", "image-alt", "color-contrast"} <= {
        rule for rule, _ in found["violations"]
    }


def test_the_page_is_complete_without_a_network_and_prints_as_a_tagged_pdf(browser, inputs, tmp_path):
    page, pdf = tmp_path / "report.html", tmp_path / "report.pdf"
    write_report(SiteReportRequest(output=str(page), language="pt", **inputs), Job())
    browser.run(page, f"--print-to-pdf={pdf}", "--no-pdf-header-footer")
    data = pdf.read_bytes()
    parts = [data, *_streams(data)]
    assert any(b"/StructTreeRoot" in part for part in parts) and any(b"/MarkInfo" in part for part in parts)
    assert any(re.search(rb"/Lang\s*\(pt\)", part) for part in parts)
    for tag in (b"/H1", b"/H2", b"/Table", b"/TH", b"/Figure", b"/Caption"):
        assert any(re.search(rb"/S\s*" + tag + rb"\b", part) for part in parts), tag
    assert any(b"/Alt" in part for part in parts)  # maps have their text


def _streams(data):
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            yield zlib.decompress(match.group(1))
        except zlib.error:
            continue
