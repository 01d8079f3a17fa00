"""Lines and vector files that nobody would write on purpose."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import assert_one_sentence

SQUARE = [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b'{"id":1000,"type":"hello","protocol":NaN}', "protocol-version"),
        (b'{"id":1000,"type":"hello","protocol":1e999}', "protocol-version"),
        (b'{"id":1000,"type":"\\ud800"}', "contract"), (b"\xff\xfe\x00", "contract"), (b"x" * 20_000_000, "contract"),
        (b'{"id":' + b"9" * 5000 + b',"type":"info"}', "contract"),
        (b'{"id":1000,"type":"detect","request":' + b'{"image":' * 5000 + b"1" + b"}" * 5001, "contract"),
        (b'{"id":1000,"type":"describe-image","request":{"image":{"path":"\\udc80"}}}', "image"),
        (b'{"id":1000,"type":"sample-scene","request":{"output":"","width":64,"height":64}}', "parameter"),
    ],
    ids=["NaN", "infinity", "half a character", "bytes", "20 MB", "a huge number", "deep", "bytes as name", "no name"],
)  # fmt: skip
def test_a_hostile_line_gets_one_answer(engine, line, code):
    engine.send(line)
    answer = engine.read()
    assert_one_sentence(answer)
    assert answer["code"] == code
    assert engine.ask("list-models")["type"] == "result"


def test_a_number_that_is_in_use_does_not_end_the_request_that_has_it(engine, tmp_path):
    request = {"output": str(tmp_path / "s.tif"), "width": 400, "height": 400}
    number = engine.start("sample-scene", request)
    engine.send(json.dumps({"id": number, "type": "sample-scene", "request": request}).encode())
    while (event := engine.read())["type"] == "progress":
        pass
    assert (event["id"], event["code"], event["facts"]["request"]) == (0, "contract", number)
    engine.send(json.dumps({"id": number, "type": "cancel"}).encode())
    assert engine.final(number)["type"] == "cancelled"


def test_junk_does_not_keep_the_engine_from_answering(engine):
    for _ in range(2000):
        engine.send(b"junk")
    assert engine.ask("list-models")["type"] == "result"


def collection(geometry, properties) -> str:
    feature = {"type": "Feature", "geometry": geometry, "properties": properties}
    return json.dumps({"type": "FeatureCollection", "features": [feature]})


def polygon(rings) -> dict:
    return {"type": "Polygon", "coordinates": rings}


@pytest.mark.parametrize("profile", ["report", "lames"])
@pytest.mark.parametrize(
    ("text", "written", "code"),
    [
        (collection(polygon(SQUARE), {"class": "op"}), 1, 5), (collection(polygon(SQUARE), {"class": "7"}), 1, 7),
        (collection(polygon(SQUARE), {"class": 99}), 1, None), (collection(polygon(SQUARE), None), 1, None),
        (collection(polygon(SQUARE), {"class": [5], "confidence": "high", "area_m2": "1 ha"}), 1, None),
        (collection(None, {"class": 5}), 0, None), (collection(polygon([]), {"class": 5}), 0, None),
        (collection(polygon([[[0, 0], [1, 1]]]), {"class": 5}), 0, None),
        (collection(polygon([[[1e308, 0], [1e308, 1e308], [0, 1], [1e308, 0]]]), {"class": 5}), 0, None),
        (collection(polygon([[[0, 0], [float("nan"), 1], [1, 1], [0, 0]]]), {"class": 5}), 0, None),
        (collection({"type": "GeometryCollection", "geometries": [polygon(SQUARE)]}, {"class": 5}), 0, None),
    ],
    ids=["key", "a text", "99", "no properties", "other types", "null", "empty", "two points", "1e308", "nan", "many"],
)  # fmt: skip
def test_every_sector_is_written_as_valid_json_or_counted_as_left_out(engine, tmp_path, profile, text, written, code):
    source, output = tmp_path / "in.geojson", tmp_path / "out.geojson"
    source.write_text(text)
    answer = engine.ask("export-geojson", input=str(source), output=str(output), profile=profile)
    features = json.loads(output.read_text(), parse_constant=pytest.fail)["features"]
    assert len(features) == answer["result"]["sectors"] == written
    assert sum(answer["result"]["left_out"].values()) == 1 - written
    assert [feature["properties"]["class"] for feature in features] == [code] * written
    assert [w["code"] for w in answer["result"]["warnings"]] == ["no-class"] * (written and code is None)


@pytest.mark.parametrize(
    ("source", "asked"),
    [
        ("[" * 100_000, {}), ("{}", {}), ("", {}), (collection(polygon(SQUARE), {"class": 5})[:-9], {}),
        (None, {"where": "1=1; DROP TABLE sectors"}), (None, {"where": "load_extension('x')"}),
        (None, {"layer": "'; DROP TABLE sectors"}), (None, {"input": "/dev/zero"}), (None, {"input": "a\0b"}),
        (None, {"output": "/dev/null"}), (None, {"output": "{folder}"}), (None, {"output": "{folder}/in.geojson"}),
    ],
)  # fmt: skip
def test_what_cannot_be_exported_is_named_and_changes_nothing(engine, tmp_path, source, asked):
    path = tmp_path / "in.geojson"
    path.write_text(collection(polygon(SQUARE), {"class": 5}) if source is None else source)
    before = path.read_text()
    asked = {key: value.replace("{folder}", str(tmp_path)) for key, value in asked.items()}
    answer = engine.ask("export-geojson", **{"input": str(path), "output": str(tmp_path / "out.geojson"), **asked})
    assert_one_sentence(answer)
    assert [found.name for found in tmp_path.iterdir()] == ["in.geojson"]
    assert path.read_text() == before
    assert not Path("/dev/null").is_file()
