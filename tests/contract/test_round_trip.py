"""Every value of the contract goes through the door and comes out the same; what does not fit is named."""

import json
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mining_monitor.contract import (
    accuracy,
    agreement,
    annotations,
    change,
    door,
    growing,
    history,
    imagery,
    models,
    numbers,
    products,
    proposals,
    release,
    report,
    requests,
    results,
    reviewing,
    scenes,
    spectral,
    training,
)
from mining_monitor.contract.codec import from_json, to_json
from mining_monitor.contract.door import Message, Partial, Progress
from mining_monitor.contract.errors import (
    ContractError,
    DiskFullError,
    ImageWithoutCrsError,
    MiningMonitorError,
    ModelCardError,
)
from mining_monitor.contract.requests import REQUESTS, DetectRequest
from tests.contract.dataclass_strategies import JSON, TEXT, dataclasses_of, objects, strategy_for, typed_leaves

VALUES = [
    *dataclasses_of(imagery), *dataclasses_of(results), *dataclasses_of(requests), *dataclasses_of(scenes),
    *dataclasses_of(annotations), *dataclasses_of(agreement), *dataclasses_of(reviewing),
    *dataclasses_of(history), *dataclasses_of(proposals), *dataclasses_of(growing),
    *dataclasses_of(products), *dataclasses_of(spectral), *dataclasses_of(accuracy),
    *dataclasses_of(numbers), *dataclasses_of(change), *dataclasses_of(release), *dataclasses_of(report),
    *dataclasses_of(models), *dataclasses_of(training),
    Progress, Partial,
]  # fmt: skip
ids = pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
requests_only = pytest.mark.parametrize("kind", REQUESTS.values(), ids=list(REQUESTS))

#: Each of these claims is checked for many classes: few examples of each keep the run short.
few = settings(max_examples=25)

#: A JSON value that fits none of the kinds that the contract uses for a member of this kind.
MISFITS = {str: [7, True, None, ["x"]], int: ["7", 7.5, True, None], float: ["7", True, None, []], bool: [0, "true"]}


def through_the_door(message):
    line = door.encode(message)
    assert line.endswith("\n") and line.count("\n") == 1
    return door.decode(line)


def test_all_requests_have_a_type_and_a_result_of_the_contract():
    assert set(REQUESTS.values()) == {kind for kind in VALUES if kind.__name__.endswith("Request")}
    assert {kind.RESULT for kind in REQUESTS.values()} <= set(VALUES)
    assert len({kind.TYPE for kind in REQUESTS.values()} - {door.HELLO, door.CANCEL, door.SHUTDOWN}) == len(REQUESTS)


@requests_only
@few
@given(data=st.data())
def test_a_request_comes_out_as_it_went_in(kind, data):
    request = data.draw(strategy_for(kind))
    number = data.draw(st.integers(1, 2**31))
    message = through_the_door(door.request_message(number, request))
    assert (message.id, message.type) == (number, kind.TYPE)
    assert door.request_of(message) == request


@requests_only
@few
@given(data=st.data())
def test_a_result_comes_out_as_it_went_in(kind, data):
    result = data.draw(strategy_for(kind.RESULT))
    request = data.draw(strategy_for(kind))
    message = through_the_door(Message(3, door.RESULT, {"result": to_json(result)}))
    assert door.result_of(request, message) == result


@pytest.mark.parametrize(("kind", "name"), [(Progress, door.PROGRESS), (Partial, door.PARTIAL)])
@few
@given(data=st.data())
def test_an_event_comes_out_as_it_went_in(kind, name, data):
    event = data.draw(strategy_for(kind))
    assert from_json(kind, through_the_door(Message(3, name, to_json(event))).body) == event


@ids
@few
@given(data=st.data())
def test_json_comes_out_as_it_went_in(kind, data):
    text = json.dumps(to_json(data.draw(strategy_for(kind))))
    assert json.dumps(to_json(from_json(kind, json.loads(text)))) == text


@ids
@few
@given(data=st.data(), name=TEXT.map(lambda text: f"newer-{text}"), extra=JSON)
def test_members_of_a_newer_program_are_ignored(kind, data, name, extra):
    value = data.draw(strategy_for(kind))
    tree = to_json(value)
    for each in list(objects(kind, tree)):
        each[name] = extra
    assert from_json(kind, json.loads(json.dumps(tree))) == value


@ids
@few
@given(data=st.data())
def test_a_member_of_another_type_is_named_by_its_path(kind, data):
    tree = to_json(data.draw(strategy_for(kind)))
    leaves = list(typed_leaves(kind, tree))
    if not leaves:
        return
    path, leaf_kind, container, key = data.draw(st.sampled_from(leaves))
    misfit = data.draw(st.sampled_from([m for m in MISFITS[leaf_kind] if m is not None]))
    container[key] = misfit
    with pytest.raises(ContractError) as caught:
        from_json(kind, tree)
    assert caught.value.facts["where"] == path
    assert caught.value.message.startswith(path)


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"image": {"path": 7}}, "image.path"),
        ({"image": {}}, "image.path"),
        ({"image": None}, "image"),
        ({"bands": [{"role": "red", "index": 1}, {"role": "nir", "index": "2"}]}, "bands[1].index"),
        ({"bands": {"role": "red"}}, "bands"),
        ({"extent": {"west": 0, "south": 0, "east": 1}}, "extent.north"),
        ({"overlap": True}, "overlap"),
        ({"threads": 1.5}, "threads"),
        ({"min_area_by_class": {"op": "10"}}, "min_area_by_class.op"),
        ({"min_area_by_class": [10]}, "min_area_by_class"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_detection_that_does_not_fit_says_where(change, path):
    tree = {**to_json(DetectRequest(imagery.ImageRef("a.tif"))), **change}
    with pytest.raises(ContractError) as caught:
        door.request_of(Message(1, "detect", {"request": tree}))
    assert caught.value.facts["where"] == path


def test_whole_numbers_are_fine_where_fractions_may_be():
    extent = from_json(imagery.Extent, {"west": -70, "south": -24, "east": -69, "north": -23})
    assert extent == imagery.Extent(-70.0, -24.0, -69.0, -23.0)
    assert isinstance(extent.west, float)


def test_members_that_are_missing_take_their_defaults():
    message = Message(1, "detect", {"request": {"image": {"path": "a.tif"}}})
    assert door.request_of(message) == DetectRequest(imagery.ImageRef("a.tif"))


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf], ids=str)
def test_numbers_that_json_has_not_are_refused_on_both_sides(number):
    with pytest.raises(ContractError):
        door.encode(door.request_message(1, DetectRequest(imagery.ImageRef("a.tif"), min_area_m2=number)))
    with pytest.raises(ContractError):
        door.encode(Message(1, door.ERROR, {"facts": {"deep": [{"er": number}]}}))
    line = json.dumps({"id": 1, "type": "detect", "request": {"image": {"path": "a"}, "overlap": number}})
    with pytest.raises(ContractError, match="overlap"):
        door.request_of(door.decode(line))


@pytest.mark.parametrize(
    "line",
    ["", "x", "[]", "7", "null", '{"id": 1}', '{"type": "detect"}', '{"id": "1", "type": "x"}',
     '{"id": true, "type": "x"}',
     '{"id": 1.0, "type": "x"}', '{"id": 1, "type": 2}', '{"id": 1, "type": "x"', "[" * 100_000],
    ids=lambda line: line[:24],
)  # fmt: skip
def test_a_line_that_is_no_message_is_refused(line):
    with pytest.raises(ContractError):
        door.decode(line)


@given(line=st.text())
def test_no_line_at_all_breaks_the_reader(line):
    try:
        message = door.decode(line)
    except ContractError:
        return
    assert isinstance(message.id, int) and isinstance(message.type, str)


def test_a_line_that_is_too_long_is_refused():
    with pytest.raises(ContractError, match="longer than"):
        door.decode('{"id":1,"type":"' + "x" * door.MAX_LINE_BYTES + '"}')


@pytest.mark.parametrize("kind", ["of-the-future", "", "hello"])
def test_an_unknown_request_is_named(kind):
    with pytest.raises(ContractError, match=f"'{kind}'"):
        door.request_of(Message(1, kind, {}))


@pytest.mark.parametrize(
    "error",
    [
        MiningMonitorError("It failed.", numbers=[1, 2.5, None], name="año"),
        ImageWithoutCrsError("No CRS.", path="a.tif"),
        ModelCardError("Odd card.", members=["mlm:input"]),
        DiskFullError("Full."),
        ContractError("Bad.", where="image.path"),
    ],
    ids=lambda error: error.code,
)
def test_an_error_keeps_its_class_sentence_and_facts(error):
    back = door.error_of(through_the_door(door.error_message(9, error)))
    assert (type(back), back.message, back.facts, str(back)) == (type(error), error.message, error.facts, error.message)


def test_an_error_of_a_newer_engine_is_still_an_error():
    back = door.error_of(Message(1, door.ERROR, {"code": "of-the-future", "message": "New.", "facts": {"a": 1}}))
    assert (type(back), back.message, back.facts) == (MiningMonitorError, "New.", {"a": 1})


def test_codes_of_errors_are_unique():
    def children(kind):
        return [kind, *(grandchild for child in kind.__subclasses__() for grandchild in children(child))]

    codes = [kind.code for kind in children(MiningMonitorError) if kind.__module__.startswith("mining_monitor")]
    assert len(codes) == len(set(codes))
