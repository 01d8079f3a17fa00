"""Profile ``report`` on a map in a browser: what is filled is where the sectors are."""

from __future__ import annotations

import html
import json
import re

import pytest
import shapely

from mining_monitor.contract.requests import ExportGeoJsonRequest
from mining_monitor.engine.progress import Job
from mining_monitor.engine.reporting.geojson import export_geojson
from tests.engine.monitoring.shapes import box_m, write_layer

HOLE = shapely.difference(box_m(0, 0, 900, 900), box_m(300, 300, 300, 300))
PARTS = shapely.union_all([box_m(1200, 0, 300, 300), box_m(1800, 0, 300, 300)])

#: A small web map: Web Mercator on a canvas, as tile maps draw GeoJSON.
MAP = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>map</title></head><body>
<canvas id="map" width="700" height="700"></canvas><script id="data" type="application/json">{data}</script><script>
const data = JSON.parse(document.getElementById("data").textContent);
const mercator = ([lon, lat]) => [lon * Math.PI / 180, Math.log(Math.tan(Math.PI / 4 + lat * Math.PI / 360))];
const polygons = g => g.type === "MultiPolygon" ? g.coordinates : [g.coordinates];
const all = data.features.flatMap(f => polygons(f.geometry).flat(2)).map(mercator);
const xs = all.map(p => p[0]), ys = all.map(p => p[1]);
const west = Math.min(...xs), north = Math.max(...ys), scale = 700 / (Math.max(...xs) - west);
const context = document.getElementById("map").getContext("2d");
const said = data.features.map(feature => {{
  context.clearRect(0, 0, 700, 700);
  context.beginPath();
  for (const polygon of polygons(feature.geometry)) for (const ring of polygon) {{
    const corners = ring.map(mercator).map(([x, y]) => [(x - west) * scale, (north - y) * scale]);
    corners.forEach(([x, y], i) => i ? context.lineTo(x, y) : context.moveTo(x, y));
    context.closePath();
  }}
  context.fill("nonzero");
  const pixels = context.getImageData(0, 0, 700, 700).data;
  let filled = 0;
  for (let i = 3; i < pixels.length; i += 4) filled += pixels[i] > 127;
  return [feature.properties.uuid, feature.properties.class_key, filled];
}});
const out = document.createElement("pre");
out.id = "said";
out.textContent = JSON.stringify(said);
document.body.appendChild(out);
</script></body></html>"""


def test_a_web_map_draws_the_sectors_with_their_holes(browser, tmp_path):
    source = write_layer(tmp_path / "p.gpkg", [HOLE, PARTS], **{"class": [5, 9], "uuid": ["u-1", "u-2"]})
    export_geojson(ExportGeoJsonRequest(str(source), str(tmp_path / "o.geojson"), profile="report"), Job())
    page = tmp_path / "map.html"
    data = (tmp_path / "o.geojson").read_text(encoding="utf-8").replace("<", "\\u003c")
    page.write_text(MAP.format(data=data), encoding="utf-8")

    said = json.loads(html.unescape(re.search(r'<pre id="said">(.*?)</pre>', browser.dom(page), re.DOTALL).group(1)))

    assert [row[:2] for row in said] == [["u-1", "op"], ["u-2", "wr"]]
    pixel_m2 = (2100 / 700) ** 2
    # a nonzero fill leaves the hole open only where inner rings turn the other way: the right-hand rule
    assert said[0][2] * pixel_m2 == pytest.approx(900**2 - 300**2, rel=0.02)
    assert said[1][2] * pixel_m2 == pytest.approx(2 * 300**2, rel=0.02)
