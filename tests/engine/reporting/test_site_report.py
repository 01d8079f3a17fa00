"""The report stands alone, says the same for the same input, and traces each number to its sectors."""

from __future__ import annotations

import contextlib
import csv
import html.parser
import json
import re
import sqlite3
from pathlib import Path

import html5lib
import numpy as np
import pytest
import rasterio

from mining_monitor.contract.accuracy import AssessAccuracyRequest
from mining_monitor.contract.errors import AnnotationsError, MiningMonitorError, ParameterError
from mining_monitor.contract.numbers import SectorSource
from mining_monitor.contract.release import ScanReleaseRequest
from mining_monitor.contract.report import SiteReportRequest
from mining_monitor.engine.monitoring.judgement import assess_accuracy
from mining_monitor.engine.progress import Job
from mining_monitor.engine.reporting.leaks import scan_release
from mining_monitor.engine.reporting.site_report import write_report
from tests.engine.monitoring.shapes import box_m, write_layer

LAMES = Path(__file__).resolve().parents[4] / "shared/data/lames/Chile_LSM_sectors.geojson"
PIT, DUMP, POND = box_m(0, 0, 400, 300), box_m(400, 0, 500, 300), box_m(0, 400, 200, 200)
VOID = {"meta", "br", "link"}


class Page(html.parser.HTMLParser):
    """Tags in their order, ids, links and texts; fails where tags do not close."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.ids, self.links, self.addresses, self.text = [], [], [], [], [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.tags.append((tag, values))
        self.ids += [values["id"]] if "id" in values else []
        self.links += [values["href"]] if tag == "a" else []
        self.addresses += [values[name] for name in ("src", "href") if name in values and tag != "a"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        self.addresses += [value for name, value in attributes if name in ("src", "href")]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


@pytest.fixture
def project(tmp_path):
    return write_layer(tmp_path / "now.gpkg", [PIT, DUMP, POND], **{
        "class": [5, 9, 8], "site_id": ["821", "821", "9 <b>"], "uuid": ["u-pit", "u-dump", "u-pond"],
        "observed_at": ["2022-05-01"] * 3, "scene_id": ["scene A"] * 3, "editor": ["ama"] * 3,
        "reviewer": ["kofi"] * 3, "reviewed_at": ["2022-06-02T10:00:00Z"] * 3, "state": ["approved"] * 3,
    })  # fmt: skip


@pytest.fixture
def earlier(tmp_path):
    return write_layer(tmp_path / "then.gpkg", [PIT, POND], **{
        "class": [5, 8], "site_id": ["821", "9 <b>"], "observed_at": ["2020-05-01"] * 2,
    })  # fmt: skip


def report(project, output, **options):
    result = write_report(SiteReportRequest(SectorSource(str(project)), str(output), **options), Job())
    return result, Page(Path(output).read_text(encoding="utf-8"))


def test_the_page_has_its_sections_and_stands_alone(project, earlier, tmp_path):
    result, page = report(
        project, tmp_path / "r.html", compare=SectorSource(str(earlier)), table=str(tmp_path / "r.csv")
    )
    assert (result.sites, result.sectors) == (2, 3)
    assert {"summary", "imagery", "accuracy", "method", "limits", "reviewers", "signoff", "sources"} <= set(page.ids)
    assert page.addresses == []  # nothing is fetched
    said = " ".join(page.text)
    for words in (
        "12.00 ha",
        "Expansion",
        "expanded",
        "kofi",
        "scene A",
        "2020-05-01",
        "No accuracy assessment",
        "9 <b>",
    ):
        assert words in said
    rows = list(csv.DictReader((tmp_path / "r.csv").read_text(encoding="utf-8").splitlines()))
    assert sum(float(r["union_ha"]) for r in rows if r["grouping"] == "site_id" and r["class_key"] == "all") == (
        pytest.approx(31.0, abs=0.01)
    )


def test_a_screen_reader_finds_language_headings_captions_and_descriptions(project, tmp_path):
    _, page = report(project, tmp_path / "r.html")
    tags = [tag for tag, _ in page.tags]
    assert dict(page.tags[0][1])["lang"] == "en"
    assert tags.count("h1") == 1
    assert tags.count("caption") == tags.count("table")
    assert all(values.get("scope") for tag, values in page.tags if tag == "th")
    labels = [values["aria-labelledby"] for tag, values in page.tags if tag == "svg"]
    assert labels and all(set(label.split()) <= set(page.ids) for label in labels)
    assert len(page.ids) == len(set(page.ids))


def test_the_margins_of_the_matrix_lead_to_the_sectors_of_both_dates(project, earlier, tmp_path):
    _, page = report(project, tmp_path / "r.html", compare=SectorSource(str(earlier)))
    for anchor in ("before-op", "before-tsf", "total-op", "total-wr", "total-tsf"):
        assert f"#{anchor}" in page.links and page.ids.count(anchor) == 1
    assert "#before-wr" not in page.links  # there was no dump then
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_each_cell_of_the_matrix_leads_to_the_sectors_of_both_dates(project, tmp_path):
    before = write_layer(tmp_path / "then.gpkg", [PIT, DUMP], **{
        "class": [5, 7], "uuid": ["u-old-pit", "u-old-yard"], "observed_at": ["2020-05-01"] * 2,
    })  # fmt: skip
    output = tmp_path / "r.html"
    _, page = report(project, output, compare=SectorSource(str(before)))
    tree = html5lib.parse(output.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    rows = {row.find(".//span[@id]").get("id"): ["".join(cell.itertext()) for cell in row]
            for row in tree.iter("tr") if row.find(".//span[@id]") is not None}  # fmt: skip
    assert rows["cell-op-op"] == ["Open pit → Open pit", "u-old-pit", "u-pit"]
    assert rows["cell-sy-wr"] == ["Stockyard → Waste rock dump", "u-old-yard", "u-dump"]
    assert rows["cell-other-tsf"][1:] == ["-", "u-pond"]
    matrix = next(t for t in tree.iter("table") if "What each class became" in "".join(t.find("caption").itertext()))
    figures = [cell for cell in matrix.iter("td") if "".join(cell.itertext()) != "0.00"]
    assert len(figures) == 3 + 3 + 3 + 1  # cells, margins of both dates, the sum
    assert all(cell.find("a") is not None for cell in figures)
    assert {link[1:] for link in page.links} <= set(page.ids) and len(page.ids) == len(set(page.ids))


def test_figures_of_accuracy_lead_to_the_points_and_to_who_labelled_them(project, tmp_path):
    points = [box_m(x, y, 2, 2).centroid for x, y in [(200, 150), (300, 100), (700, 200), (600, 150), (100, 500)]]
    sample = write_layer(tmp_path / "points of Ama.gpkg", points, layer="sample", **{
        "label": ["op", "op", "wr", "op", ""], "seq": [4, 5, 7, 9, 11],
        "labelled_by": ["Ama", "Ama", "Ama <b>", "Ama", ""], "checked_by": ["", "Kofi", "", "", ""],
        "checked_label": ["", "op", "", "", ""],
    })  # fmt: skip
    figures, output = tmp_path / "a.json", tmp_path / "r.html"
    assess_accuracy(AssessAccuracyRequest(SectorSource(str(project)), SectorSource(str(sample)), output=str(figures)),
                    Job())  # fmt: skip
    _, page = report(project, output, accuracy=str(figures))
    tree = html5lib.parse(output.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    rows = {each.get("id"): row for row in tree.iter("tr") for each in row.iter("span") if each.get("id")}
    said = {anchor: ["".join(cell.itertext()) for cell in row][1:] for anchor, row in rows.items()}
    assert said["points-op"] == ["4–5", "4–5, 9", "Ama, Kofi"]
    assert said["points-wr"] == ["7, 9", "7", "Ama, Ama <b>"]
    assert "#points-op" in page.links and "#accuracy-reference" in page.links
    assert any("points of Ama.gpkg" in text for text in page.text)
    assert {link[1:] for link in page.links} <= set(page.ids)
    for spoiled in ([1], {"op": [1]}, {"gold": {"mapped": [], "labelled": [], "readers": []}}, {"op": {"mapped": 1}}):
        document = json.loads(figures.read_text(encoding="utf-8"))
        (tmp_path / "b.json").write_text(json.dumps({**document, "points": spoiled}), encoding="utf-8")
        with pytest.raises(ParameterError, match="holds no accuracy figures"):
            report(project, tmp_path / "q.html", accuracy=str(tmp_path / "b.json"))


def test_the_accuracy_statement_tells_of_its_points_and_of_the_second_reader(project, tmp_path):
    estimate = {"value": 0.9, "low": 0.8, "high": 1.0}
    figures = {"method": "sample", "unit": "points", "overall": estimate, "classes": [], "labelled": 142,
               "unlabelled": 8, "not_interpretable": 3, "second_reader": {"checked": 30.0, "agreed": 0.9}}  # fmt: skip
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"accuracy": figures}), encoding="utf-8")
    _, page = report(project, tmp_path / "r.html", accuracy=str(path))
    text = " ".join(page.text)
    assert "142 labelled points stand behind these figures; 8 are not labelled yet and 3 could not" in text
    assert "checked 30 of them and agreed on 90 %" in text
    for spoiled in ({"labelled": "142"}, {"second_reader": {"checked": 30}}, {"second_reader": [1]}):
        path.write_text(json.dumps({"accuracy": {**figures, **spoiled}}), encoding="utf-8")
        with pytest.raises(ParameterError, match="holds no accuracy figures"):
            report(project, tmp_path / "q.html", accuracy=str(path))


@pytest.mark.parametrize(
    "text",
    [
        "${title.__class__}", "{title.__class__} {0} %(title)s {{ title }} {% include '/etc/hostname' %}",
        "$$title `id` <?php echo 1 ?> <!--#include file='x' -->",
    ],
    ids=["attribute", "other languages", "dollars"],
)  # fmt: skip
def test_a_template_is_text_with_places_and_never_a_program(project, tmp_path, text):
    template, output = tmp_path / "own.html", tmp_path / "r.html"
    template.write_text(f"<p>{text}</p>$hash", encoding="utf-8")
    request = SiteReportRequest(SectorSource(str(project)), str(output), template=str(template), title="T")
    try:
        write_report(request, Job())
    except ParameterError:
        assert text == "${title.__class__}" and not output.exists()
        return
    assert output.read_text(encoding="utf-8").startswith(f"<p>{text.replace('$$', '$')}</p>")


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"$", b"$1", b"${", b"$title $nobody"], ids=["no text", "$", "$1", "${", "unknown"]
)
def test_a_template_that_cannot_be_filled_is_named_and_no_page_is_left(project, tmp_path, content):
    template = tmp_path / "own.html"
    template.write_bytes(content)
    with pytest.raises(ParameterError, match="template"):
        report(project, tmp_path / "r.html", template=str(template))
    assert not (tmp_path / "r.html").exists()


def test_what_a_file_says_is_never_markup_of_the_page(tmp_path):
    """Names, sites, scenes and people come from files of other people."""
    bad = "<script>alert(1)</script>\" onload='x' $hash {0}"
    columns = {name: [bad] for name in ("Name", "site_id", "uuid", "scene_id", "system", "editor", "reviewer")}
    project = write_layer(tmp_path / "p.gpkg", [POND], **{"class": [8], "observed_at": ["2022-05-01"], **columns})
    _, page = report(project, tmp_path / "r.html", title=bad, organisation=bad, operator=bad, attribution=bad)
    assert "script" not in {tag for tag, _ in page.tags}
    assert not [name for _, values in page.tags for name in values if name.startswith("on")]
    assert any(bad in text for text in page.text)  # it is all there, as text


@pytest.mark.parametrize("language", ["en", "es", "fr", "pt"])
def test_a_browser_has_nothing_to_repair_in_the_page(project, earlier, tmp_path, language):
    """html5lib reads pages as browsers do; strict, it stops at the first thing that they would repair."""
    output = tmp_path / "r.html"
    report(project, output, compare=SectorSource(str(earlier)), language=language, title="<b>A & B</b>")
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(output.read_text(encoding="utf-8"))
    headings = [element.tag for element in tree.iter() if element.tag in ("h1", "h2", "h3", "h4")]
    assert headings[0] == "h1" and headings.count("h1") == 1 and "h4" not in headings and headings[1] == "h2"
    for table in tree.iter("table"):
        assert table.find("caption") is not None
        rows = [[cell.tag for cell in row] for row in table.iter("tr")]
        assert len({len(row) for row in rows}) == 1 and set(rows[0]) == {"th"}
        assert {cell.get("scope") for cell in table.iter("th")} <= {"row", "col"}
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for named in (element.get("aria-labelledby") for element in tree.iter() if element.get("aria-labelledby")):
        assert set(named.split()) <= set(ids)


def test_every_area_links_to_the_sectors_behind_it(project, tmp_path):
    _, page = report(project, tmp_path / "r.html")
    inner = [link[1:] for link in page.links if link.startswith("#")]
    assert len(inner) > 10
    assert set(inner) <= set(page.ids)
    assert {"u-pit", "u-dump", "u-pond"} <= set(page.text)


def test_the_same_input_has_the_same_hash_and_another_one_another(project, tmp_path):
    first, _ = report(project, tmp_path / "a.html", operator="Ama")
    second, page = report(project, tmp_path / "b.html", operator="Kofi")
    third, _ = report(project, tmp_path / "c.html", sites=("821",))
    assert first.content_sha256 == second.content_sha256 != third.content_sha256
    assert first.content_sha256 in " ".join(page.text)


def test_areas_get_the_intervals_of_an_accuracy_assessment(project, tmp_path):
    row = {"code": 5, "users": {"value": 0.9, "low": 0.8, "high": 1.0}, "producers": {"value": None}, "support": 50,
           "adjusted_m2": {"value": 110_000.0, "low": 90_000.0, "high": 130_000.0}}  # fmt: skip
    accuracy = {
        "accuracy": {"overall": {"value": 0.947, "low": 0.929, "high": 0.965}, "classes": [row], "unit": "points"}
    }
    (tmp_path / "a.json").write_text(json.dumps(accuracy), encoding="utf-8")
    _, page = report(project, tmp_path / "r.html", accuracy=str(tmp_path / "a.json"))
    said = " ".join(page.text)
    assert "11.00 ha (9.00 ha – 13.00 ha)" in said
    assert "94.7 % (92.9 – 96.5)" in said
    assert "undefined" in said


def test_an_image_lies_behind_the_map_inside_the_page(project, tmp_path):
    west, south, east, north = box_m(-500, -500, 2000, 2000).bounds
    transform = rasterio.transform.from_bounds(west, south, east, north, 60, 60)
    with rasterio.open(tmp_path / "i.tif", "w", driver="GTiff", width=60, height=60, count=3, dtype="uint8",
                       crs="EPSG:4326", transform=transform) as data:  # fmt: skip
        data.write(np.random.default_rng(0).integers(0, 255, (3, 60, 60), dtype=np.uint8))
    _, page = report(project, tmp_path / "r.html", image=str(tmp_path / "i.tif"), attribution="Agency 2022")
    assert [address[:22] for address in page.addresses] == ["data:image/png;base64,"] * 2
    assert any("Agency 2022" in text for text in page.text)


def test_places_of_artisanal_sites_stay_out_of_the_page(tmp_path):
    asm = box_m(5123.4, 777.7, 321.1, 123.4)
    project = write_layer(tmp_path / "p.gpkg", [PIT, asm], **{
        "class": [5, 1], "site_id": ["821", "4711"], "uuid": ["u-pit", "u-secret-one"], "editor": ["ama", "informant"],
        "observed_at": ["2022-05-01", "2022-07-09"],
    })  # fmt: skip
    result, page = report(project, tmp_path / "r.html", table=str(tmp_path / "r.csv"))
    files = (str(tmp_path / "r.html"), str(tmp_path / "r.csv"))
    assert scan_release(ScanReleaseRequest(files, SectorSource(str(project))), Job()).leaks == ()
    assert "1-5 ha" in page.text
    assert [notice.code for notice in result.warnings] == ["artisanal-withheld"]


def test_an_organisation_brings_its_own_template(project, tmp_path):
    template = tmp_path / "own.html"
    template.write_text(
        "<html lang='$language'><body><h1>Own $title, $$5</h1>$summary $hash</body></html>", encoding="utf-8"
    )
    _, page = report(project, tmp_path / "r.html", template=str(template), title="A & B")
    assert "Own A & B, $5" in page.text
    template.write_text("$sumary", encoding="utf-8")
    with pytest.raises(ParameterError, match="'sumary', which no report has"):
        report(project, tmp_path / "r.html", template=str(template))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"sites": ("nowhere",)}, "no site 'nowhere'"),
        ({"accuracy": "absent.json"}, "no accuracy figures"),
        ({"template": "absent.html"}, "no template"),
        ({"image": "absent.tif"}, "absent.tif"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_missing_is_named_and_no_page_is_left(project, tmp_path, options, words):
    with pytest.raises(MiningMonitorError, match=re.escape(words)):
        report(project, tmp_path / "r.html", **options)
    assert not (tmp_path / "r.html").exists()


@pytest.mark.parametrize(
    "accuracy",
    [
        {"overall": {"value": 0.5}, "classes": [{"code": 99}]},
        {"overall": {"value": "much"}, "classes": []},
        {"overall": [], "classes": [[1]]},
        {"overall": None, "classes": [{"code": 5, "adjusted_m2": {"value": float("nan")}}]},
    ],
    ids=["unknown class", "text", "lists", "NaN"],
)
def test_figures_that_no_assessment_wrote_are_refused(project, tmp_path, accuracy):
    (tmp_path / "a.json").write_text(json.dumps({"accuracy": accuracy}), encoding="utf-8")
    with pytest.raises(ParameterError, match="holds no accuracy figures"):
        report(project, tmp_path / "r.html", accuracy=str(tmp_path / "a.json"))


def test_nothing_that_is_read_is_written_over(project, tmp_path):
    template = tmp_path / "own.html"
    template.write_text("$title", encoding="utf-8")
    with pytest.raises(ParameterError, match="which is also read"):
        report(project, template, template=str(template))
    with pytest.raises(ParameterError, match="which is also OUTPUT"):
        report(project, tmp_path / "r.html", table=str(tmp_path / "r.html"))
    assert template.read_text(encoding="utf-8") == "$title"


@pytest.mark.parametrize("options", [{"tolerance_m": -1.0}, {"tolerance_m": float("nan")}, {"min_area_m2": -1.0}])
def test_a_tolerance_below_nothing_is_refused(project, tmp_path, options):
    with pytest.raises(ParameterError, match="give 0 or more"):
        report(project, tmp_path / "r.html", **options)


def write_image(path, values, origin_m=(-500, -500)):
    transform = rasterio.transform.from_bounds(*box_m(*origin_m, 2000, 2000).bounds, *values.shape[:0:-1])
    with rasterio.open(path, "w", driver="GTiff", width=values.shape[2], height=values.shape[1], count=len(values),
                       dtype=values.dtype, crs="EPSG:4326", transform=transform) as data:  # fmt: skip
        data.write(values)
    return path


@pytest.mark.parametrize(
    ("values", "origin"),
    [(np.full((3, 9, 9), np.nan, np.float32), (-500, -500)), (np.ones((3, 9, 9), np.uint8), (90_000, 90_000))],
    ids=["nothing but NaN", "elsewhere"],
)
def test_an_image_behind_no_map_is_told(project, tmp_path, values, origin):
    image = write_image(tmp_path / "i.tif", values, origin)
    result, page = report(project, tmp_path / "r.html", image=str(image))
    assert [notice.code for notice in result.warnings] == ["image-behind-no-map"]
    assert page.addresses == []


def test_an_image_that_is_cut_off_is_refused_by_name(project, tmp_path):
    image = write_image(tmp_path / "i.tif", np.random.default_rng(0).integers(0, 255, (3, 90, 90)).astype(np.uint8))
    image.write_bytes(image.read_bytes()[:3000])
    with pytest.raises(MiningMonitorError, match=r"i\.tif"):
        report(project, tmp_path / "r.html", image=str(image))
    assert not (tmp_path / "r.html").exists()


def test_an_empty_layer_and_another_kind_of_file_are_refused(project, tmp_path):
    with pytest.raises(ParameterError, match=r"name a \.html file"):
        report(project, tmp_path / "r.pdf")
    empty = write_layer(tmp_path / "e.gpkg", [PIT], **{"class": [5], "state": ["rejected"]})
    with pytest.raises(AnnotationsError, match="no sectors to report"):
        report(empty, tmp_path / "r.html")


@pytest.mark.skipif(not LAMES.exists(), reason="the LAMES data folder is not here")
def test_all_lames_sites_fit_into_one_page(tmp_path):
    result, page = report(LAMES, tmp_path / "r.html")
    assert (result.sites, result.sectors) == (139, 1204)
    assert sum(tag == "svg" for tag, _ in page.tags) == 139
    assert "390.45 km²" in page.text


def test_what_was_observed_stands_beside_what_was_mapped(project, tmp_path):
    _, page = report(project, tmp_path / "r.html")
    assert any("do not say what was observed" in text for text in page.text)
    seen = box_m(0, 0, 900, 300)
    write_layer(project, [seen], layer="observed", run_id=["r1"], observed_at=["2022-05-01"])
    _, page = report(project, tmp_path / "r.html")
    assert any("27.00 ha of ground was observed; sectors were mapped on 27.00 ha" in text for text in page.text)
    assert any("4.00 ha of sectors lie outside" in text for text in page.text)


def test_maps_carry_the_key_of_each_class_and_the_legend_explains_it(project, tmp_path):
    _, page = report(project, tmp_path / "r.html")
    assert {"OP", "WR", "TSF"} <= set(page.text)  # colour is not the only sign
    legends = [values for tag, values in page.tags if tag == "ul" and values.get("class") == "legend"]
    assert [values["aria-label"] for values in legends] == ["Legend", "Legend"]


def test_the_table_names_the_sectors_behind_each_area(project, earlier, tmp_path):
    report(project, tmp_path / "r.html", compare=SectorSource(str(earlier)), table=str(tmp_path / "r.csv"))
    rows = list(csv.DictReader((tmp_path / "r.csv").read_text(encoding="utf-8").splitlines()))
    by_key = {(row["grouping"], row["group"], row["class_key"]): row for row in rows}
    assert by_key["site_id", "821", "all"]["uuids"] == "u-pit u-dump"
    assert by_key["total", "", "tsf"]["uuids"] == "u-pond"
    assert float(by_key["change", "821", "expansion"]["union_ha"]) == pytest.approx(15.0, abs=0.01)


def test_figures_lead_to_the_rows_of_the_log(project, tmp_path):
    rows = [{"seq": 1, "uuid": "u-pit"}, {"seq": 2, "uuid": "u-gone"}, {"seq": 3, "uuid": "u-pit"}]
    with contextlib.closing(sqlite3.connect(project)) as data:
        data.execute("CREATE TABLE log (fid INTEGER PRIMARY KEY, seq INTEGER, uuid TEXT, row_sha256 TEXT)")
        data.executemany("INSERT INTO log VALUES (10 + :seq, :seq, :uuid, 'hash' || :seq)", rows)
        data.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('log', 'attributes', 'log')"
        )
        data.commit()
    _, page = report(project, tmp_path / "r.html")
    assert "1, 3" in page.text
    assert "u-gone" not in " ".join(page.text)
    assert any("has 3 rows; the SHA-256 of the last one is hash3" in text for text in page.text)
