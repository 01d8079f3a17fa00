"""Cards: STAC Items beside or inside the file, those that deepness wrote, and what is wrong with the others."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mining_monitor.contract.errors import ModelCardError, ModelError, ModelMissingError
from mining_monitor.engine.models.card import card_json, read_card, verify_checksum, write_card
from mining_monitor.engine.models.item_reader import parse_item
from mining_monitor.engine.models.model_card import InputTensor, ModelCard, OutputTensor, band_role
from mining_monitor.engine.models.scaling import BandScaling
from mining_monitor.engine.models.session import load_segmenter
from tests.engine import onnx_makers as make


def write(path: Path, document) -> Path:
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


@pytest.fixture()
def model(tmp_path) -> Path:
    return make.convnet(tmp_path / "unet.onnx", tile=64)


def test_the_card_beside_the_file_is_read_from_either_end(model):
    make.write_card(model, tile=64, gsd_range_m=[8, 12], **{"mining_monitor:region": "Chile"})
    card = read_card(model)
    assert card == read_card(model.with_suffix(".json"))
    assert card.name == "unet"
    assert card.path == model
    assert card.inputs == (
        InputTensor(
            "image", ("red", "green", "blue"), (-1, 3, 64, 64), ("batch", "bands", "height", "width"), "float32"
        ),
    )
    assert (card.scores, card.value_range, card.kind) == ("logits", "rgb-8bit", "segmentation")
    assert (card.class_codes, card.output.class_names) == ((0, 5, 8, 9), ("other", "op", "tsf", "wr"))
    assert (card.gsd_m, card.gsd_range_m, card.tile_overlap) == (10.0, (8.0, 12.0), 0.25)
    assert (card.region, card.limits) == ("Chile", ("for tests only",))
    assert card.held_out["macro_f1"] == 0.5


def test_the_card_inside_the_file_is_read(tmp_path):
    document = make.card(tmp_path / "unet.onnx", tile=64)
    path = make.convnet(tmp_path / "unet.onnx", tile=64, metadata={"stac_item": json.dumps(document)})
    card = read_card(path)
    assert (card.origin, card.card_path, card.class_codes) == ("onnx-metadata", None, (0, 5, 8, 9))
    assert load_segmenter(str(path)).tile_size == 64


def test_the_card_beside_the_file_goes_before_the_one_inside(tmp_path):
    path = tmp_path / "unet.onnx"
    make.convnet(path, tile=64, metadata={"stac_item": json.dumps(make.card(path, tile=64))})
    make.write_card(path, codes=[9, 8, 5, 0], tile=64)
    assert read_card(path).class_codes == (9, 8, 5, 0)


def test_a_bare_file_has_no_card_and_says_what_to_do(model):
    with pytest.raises(ModelCardError, match=r"has no card.*fill in the form"):
        read_card(model)


# -- round trip


names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
numbers = st.floats(-1e6, 1e6, allow_nan=False).filter(lambda x: abs(x) > 1e-6)
scalings = st.one_of(
    st.just(()),
    st.lists(
        st.one_of(
            st.just(BandScaling("none")),
            st.builds(lambda m, s: BandScaling("z-score", mean=m, stddev=s), numbers, numbers),
            st.builds(lambda a: BandScaling("min-max", minimum=a, maximum=a + 1), st.integers(-99, 99).map(float)),
            st.builds(lambda a: BandScaling("clip-max", maximum=a), numbers),
            st.builds(lambda a: BandScaling("scale", value=a), numbers),
        ),
        min_size=3,
        max_size=3,
    ).map(tuple),
)
NHWC = ("batch", "height", "width", "bands")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    title=names,
    scaling=scalings,
    codes=st.lists(st.sampled_from([*range(10), 255]), min_size=2, max_size=12).filter(lambda c: set(c) != {255}),
    gsd=st.one_of(st.none(), st.floats(0.05, 100)),
    overlap=st.floats(0, 0.75),
    limits=st.lists(names, max_size=3).map(tuple),
    value_range=st.sampled_from(["dn", "reflectance", "rgb-8bit"]),
    scores=st.sampled_from(["logits", "probabilities"]),
)
def test_what_a_card_writes_it_reads(title, scaling, codes, gsd, overlap, limits, value_range, scores):
    card = ModelCard(
        name="m", path=Path("m.onnx"), value_range=value_range, scores=scores, class_codes=tuple(codes),
        inputs=(InputTensor("x", ("red", "B08", "swir16"), (-1, 64, 64, 3), NHWC, "uint16", scaling),),
        output=OutputTensor("y", (-1, 64, 64, len(codes)), ("batch", "height", "width", "class"), "float32",
                            tuple(range(len(codes))), tuple(f"c{i}" for i in codes)),
        gsd_m=gsd, gsd_range_m=None if gsd is None else (gsd / 2, gsd * 2), tile_overlap=overlap, title=title,
        limits=limits, held_out={"macro_f1": 0.25, "split": "by site"},
        training_data=({"name": "set", "licence": "MIT"},),
        batch_size=4, sha256="ab" * 32, region="Chile", licence="MIT", architecture="U-Net", description="d",
    )  # fmt: skip
    assert parse_item(json.loads(card_json(card)), Path("m.onnx")) == card


def test_members_that_are_unknown_here_survive_a_rewrite(model):
    document = make.card(model, tile=64, **{"mlm:total_parameters": 1234})
    document["assets"]["thumbnail"] = {"href": "look.png", "roles": ["thumbnail"]}
    document["bbox"] = [-72, -53, -68, -20]
    write(model.with_suffix(".json"), document)
    written = write_card(replace(read_card(model), title="New title"))
    again = json.loads(written.card_path.read_text(encoding="utf-8"))
    assert again["properties"]["title"] == "New title"
    assert again["properties"]["mlm:total_parameters"] == 1234
    assert again["assets"]["thumbnail"] == {"href": "look.png", "roles": ["thumbnail"]}
    assert again["bbox"] == [-72, -53, -68, -20]
    assert again["assets"]["model"]["file:checksum"] == "1220" + make.sha256(model)


def test_what_is_written_is_what_the_extensions_own_library_reads(model):
    mlm = pytest.importorskip("pystac.extensions.mlm", reason="pystac-ext-mlm is a development tool")
    import pystac

    make.write_card(model, tile=64, scaling=[{"type": "z-score", "mean": 1.5, "stddev": 2.5}])
    written = write_card(read_card(model))
    item = pystac.Item.from_dict(json.loads(written.card_path.read_text(encoding="utf-8")))
    extension = mlm.MLMExtension.ext(item)
    assert extension.mlm_name == "unet"
    assert extension.input[0].bands == ["red", "green", "blue"]
    assert extension.input[0].input.shape == [-1, 3, 64, 64]
    # pystac-ext-mlm 1.4.1 wraps the list of scalings in one object, so the members are read from its values.
    assert extension.input[0].to_dict()["value_scaling"] == [{"type": "z-score", "mean": 1.5, "stddev": 2.5}]
    assert extension.output[0].result.dim_order == ["batch", "class", "height", "width"]
    assert [one.name for one in extension.output[0].classes] == ["other", "op", "tsf", "wr"]


# -- what can be wrong


def spoil(document, **changes):
    """Set members by dotted path; None deletes."""
    for path, value in changes.items():
        *steps, last = path.split("__")
        target = document
        for step in steps:
            target = target[int(step)] if step.isdecimal() else target[step.replace("mm_", "mining_monitor:")]
        last = last.replace("mm_", "mining_monitor:")
        if value is None:
            del target[last]
        else:
            target[last] = value
    return document


IN, OUT = "properties__mlm:input__0__", "properties__mlm:output__0__"
WRONG = {
    "no inputs": ({"properties__mlm:input": None}, "mlm:input is missing"),
    "no shape": ({IN + "input__shape": None}, r"mlm:input\[0\]\.input\.shape is missing"),
    "no order": ({OUT + "result__dim_order": None}, r"mlm:output\[0\]\.result\.dim_order is missing"),
    "time axis": ({IN + "input__dim_order": ["batch", "time", "height", "width"]}, "axes batch, time, height, width"),
    "axes and sizes": ({IN + "input__shape": [-1, 3, 64]}, "names 4 axes but gives 3 sizes"),
    "bands and shape": ({IN + "bands": ["red", "green"]}, "names 2 bands but its shape has 3"),
    "unknown scaling": ({IN + "value_scaling": [{"type": "z-scores"}]}, "asks for the scaling 'z-scores'"),
    "processing": ({IN + "value_scaling": [{"type": "processing", "expression": "x"}]}, "scaling 'processing'"),
    "scaling without number": ({IN + "value_scaling": [{"type": "z-score", "mean": 1}]}, "without the number stddev"),
    "scaling by zero": ({IN + "value_scaling": [{"type": "scale", "value": 0}]}, "by zero"),
    "scaling count": ({IN + "value_scaling": [{"type": None}] * 2}, "scales 2 bands but has 3"),
    "pre-processing": ({IN + "pre_processing_function": {"format": "python", "expression": "f"}}, "pre-processing"),
    "band expression": ({IN + "bands": ["red", "green", {"name": "ndvi", "expression": "x"}]}, "'ndvi' by an expres"),
    "scores": ({"properties__mm_scores": "softmax"}, "mining_monitor:scores is 'softmax'"),
    "no scores": ({"properties__mm_scores": None}, "mining_monitor:scores is missing: say logits, probabilities or la"),
    "no value range": ({"properties__mm_value_range": None}, "mining_monitor:value_range is missing"),
    "class count": ({"properties__mm_class_codes": [0, 5, 8]}, "has 4 classes but mining_monitor:class_codes names 3"),
    "class code": ({"properties__mm_class_codes": [0, 5, 8, 12]}, "holds 12, but codes go from 0 to 9"),
    "all ignored": ({"properties__mm_class_codes": [255] * 4}, "ignores every class"),
    "overlap": ({"properties__mm_tile_overlap": 50}, "tile_overlap is 50, but must be a share"),
    "gsd": ({"properties__mm_gsd_m": -1}, "gsd_m is -1, but must be metres above 0"),
    "gsd text": ({"properties__mm_gsd_m": "10 m"}, "gsd_m is '10 m', not a number"),
    "gsd range": ({"properties__mm_gsd_range_m": [12, 8]}, "the finer first"),
    "gsd outside": ({"properties__mm_gsd_range_m": [0.3, 1.0]}, "10 lies outside"),
    "kind": ({"properties__mm_kind": "detection"}, "kind is 'detection'"),
    "checksum": ({"assets__model__file:checksum": "1220<sha256 in hex>"}, "no multihash"),
    "flat output": ({OUT + "result": {"shape": [-1, 4], "dim_order": ["batch", "class"]}}, "has no height and width"),
    "properties": ({"properties": "none"}, "no STAC Item"),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "words"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_with_a_card_is_said_in_words(model, changes, words):
    write(model.with_suffix(".json"), spoil(make.card(model, tile=64), **changes))
    with pytest.raises(ModelCardError, match=words) as caught:
        read_card(model)
    assert caught.value.facts["problems"]


def test_everything_that_is_wrong_is_said_at_once(model):
    changes = {"properties__mm_scores": None, "properties__mm_value_range": None, "properties__mm_tile_overlap": 3}
    write(model.with_suffix(".json"), spoil(make.card(model, tile=64), **changes))
    with pytest.raises(ModelCardError) as caught:
        read_card(model)
    assert caught.value.facts["missing"] == ["mining_monitor:scores", "mining_monitor:value_range"]
    assert len(caught.value.facts["problems"]) == 3


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", "\x00\x01", '"text"', "[" * 100_000])
def test_a_card_that_is_no_json_object_says_so(model, text):
    model.with_suffix(".json").write_text(text)
    with pytest.raises(ModelCardError, match=r"[Cc]ard unet\.json"):
        read_card(model)


def test_class_codes_come_from_names_and_unknown_names_are_asked(model):
    document = make.card(model, tile=64)
    del document["properties"]["mining_monitor:class_codes"]
    classes = [{"value": i, "name": n} for i, n in enumerate(["background", "Open pit", "tsf", "Waste rock dumps"])]
    document["properties"]["mlm:output"][0]["classification:classes"] = classes
    write(model.with_suffix(".json"), document)
    assert read_card(model).class_codes == (0, 5, 8, 9)
    classes[1]["name"] = "quarry"
    write(model.with_suffix(".json"), document)
    with pytest.raises(ModelCardError, match="which LAMES class these are: quarry") as caught:
        read_card(model)
    assert caught.value.facts["questions"] == ["quarry"]


@pytest.mark.parametrize("href", ["../other/unet.onnx", "/etc/hostname", "missing.onnx"])
def test_a_card_may_not_name_a_model_outside_its_folder(tmp_path, href):
    make.convnet(tmp_path / "other" / "unet.onnx")
    (tmp_path / "cards").mkdir()
    document = make.card(tmp_path / "cards" / "unet.onnx")
    document["assets"]["model"]["href"] = href
    with pytest.raises(ModelMissingError, match=r"not in the\s+card's folder"):
        read_card(write(tmp_path / "cards" / "c.json", document))


def test_a_downloaded_card_names_its_model_by_a_web_address(tmp_path):
    make.convnet(tmp_path / "unet.onnx")
    document = make.card(tmp_path / "unet.onnx")
    document["assets"]["model"]["href"] = "https://example.org/models/unet.onnx?download=1"
    assert read_card(write(tmp_path / "card.json", document)).path.name == "unet.onnx"


def test_a_file_that_is_not_the_one_described_is_refused(model):
    make.write_card(model, tile=64)
    make.convnet(model, tile=64, seed=8)
    with pytest.raises(ModelError, match="not the file that its card describes"):
        load_segmenter(str(model))
    make.write_card(model, tile=64)
    assert verify_checksum(read_card(model)) == make.sha256(model)


def test_sentinel_2_bands_and_common_names_are_roles():
    assert [band_role(n) for n in ("B02", "b8A", "B8", "B12", "NIR", "elevation")] == [
        "blue", "nir08", "nir", "swir22", "nir", "elevation",
    ]  # fmt: skip


# -- deepness


DEEPNESS = {
    "model_type": '"Segmentor"',
    "class_names": '{"0": "_background", "1": "op", "2": "Tailings storage facility", "3": "wr"}',
    "resolution": "50",
    "tiles_overlap": "40",
    "standardization_mean": "[0.4, 0.5, 0.6]",
    "standardization_std": "[0.2, 0.25, 0.3]",
}


@pytest.mark.parametrize("key", ["tile_size", "tiles_size"])
def test_a_deepness_card_is_read_with_either_name_of_the_tile_size(tmp_path, key):
    path = make.convnet(tmp_path / "d.onnx", softmax=True, metadata={**DEEPNESS, key: "96"})
    card = read_card(path)
    assert card.origin == "deepness"
    assert (card.gsd_m, card.tile_overlap, card.scores, card.value_range) == (0.5, 0.4, "probabilities", "rgb-8bit")
    assert (card.class_codes, card.inputs[0].size) == ((0, 5, 8, 9), (96, 96))
    assert load_segmenter(str(path)).tile_size == 96


def test_a_deepness_model_sees_the_values_that_deepness_feeds_it(tmp_path):
    path = make.convnet(tmp_path / "d.onnx", softmax=True, tile=64, input_scale=1.0, metadata=DEEPNESS)
    tiles = np.random.default_rng(0).integers(0, 256, (1, 3, 64, 64)).astype(np.float32)
    mean, std = (np.array(v, np.float32).reshape(3, 1, 1) for v in ([0.4, 0.5, 0.6], [0.2, 0.25, 0.3]))
    expected = onnxruntime.InferenceSession(str(path)).run(None, {"image": (tiles / 255 - mean) / std})[0]
    np.testing.assert_allclose(load_segmenter(str(path)).predict(tiles), expected, atol=1e-4)


def test_deepness_names_as_python_literal_are_read_and_strange_ones_asked(tmp_path):
    metadata = {**DEEPNESS, "names": "{0: 'bg', 1: 'mine', 2: 'tsf', 3: 'road'}"}
    del metadata["class_names"]
    path = make.convnet(tmp_path / "d.onnx", tile=64, metadata=metadata)
    with pytest.raises(ModelCardError) as caught:
        read_card(path)
    assert caught.value.facts["questions"] == ["mine", "road"]


def test_a_deepness_detector_is_refused(tmp_path):
    path = make.convnet(tmp_path / "d.onnx", metadata={**DEEPNESS, "model_type": '"Detector"'})
    with pytest.raises(ModelCardError, match="of the type Detector"):
        read_card(path)


# -- cards from anywhere


json_values = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-5, 300),
        st.just(10**400),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(max_size=5),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
    max_leaves=6,
)


def paths_in(value, before=()):
    """Return the way to every member of a JSON value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*before, key)
        yield from paths_in(inner, (*before, key))


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_a_card_with_any_member_replaced_by_anything_is_read_or_refused(data):
    document = make.card(Path("m.onnx"), tile=64, scaling=[{"type": "z-score", "mean": 1.0, "stddev": 2.0}])
    document["assets"]["model"]["file:checksum"] = "1220" + "ab" * 32
    for _ in range(data.draw(st.integers(1, 2))):
        *steps, last = data.draw(st.sampled_from(sorted(paths_in(document), key=str)))
        target = document
        for step in steps:
            target = target[step]
        target[last] = data.draw(json_values)
    try:
        card = parse_item(document, Path("m.onnx"))
    except ModelCardError as error:
        assert error.facts["problems"]
    else:
        assert json.loads(card_json(card))["properties"]["mining_monitor:class_codes"] == list(card.class_codes)
