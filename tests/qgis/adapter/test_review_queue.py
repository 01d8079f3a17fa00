"""The order of the review: what needs a person most, why, in words; what was skipped comes back at the end."""

import time

import pytest

from mining_monitor.adapter import sector_list
from mining_monitor.adapter.review_queue import Ranking, ReviewQueue
from mining_monitor.adapter.sector_list import SectorListModel
from mining_monitor.adapter.sector_rows import SectorRow
from tests.clock import working
from tests.qgis.adapter.makers import memory_sectors, sector_feature, sector_values

SQUARE = "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))"


def row(uuid, confidence=0.9, area_m2=20_000.0, code=5, state="draft"):
    return SectorRow(1, uuid, "", code, area_m2, confidence, state)


@pytest.fixture
def model(qgis_app):
    layer = memory_sectors([
        (SQUARE, 5, 0.95, {"uuid": "sure", "area_m2": 20_000.0, "comment": "The great pit"}),
        (SQUARE, 9, 0.35, {"uuid": "unsure", "area_m2": 20_000.0, "site_id": "821"}),
        (SQUARE, 4, 0.60, {"uuid": "medium", "area_m2": 20_000.0, "Name": "821_4"}),
        (SQUARE, 8, 0.20, {"uuid": "done", "state": "approved"}),
    ])  # fmt: skip
    model = SectorListModel()
    model.set_layer(layer)
    model.load_now()
    model.kept = layer
    return model


def order(model):
    return [model.index(place, 0).data(sector_list.UUID_ROLE) for place in range(model.rowCount())]


def fid(model, uuid):
    return model.fid_at(order(model).index(uuid))


def test_a_confidence_at_the_threshold_of_the_run_is_full_doubt(qgis_app):
    queue = ReviewQueue()
    queue.ranking = Ranking({}, 0.4)
    at_threshold, certain = queue.score(row("a", 0.4, None)), queue.score(row("b", 1.0, None))
    assert (at_threshold, certain) == (pytest.approx(0.45), 0.0)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"disputed": 0.83, "disputed_code": 9, "disputed_at": "2021-02-27"},
         "the last map has 83 % of it as Waste rock (2021-02-27)"),
        ({"rejected": 1.0, "reason": "Water"}, "a sector was rejected here before (Water)"),
        ({"low_ha": 0.115, "high_ha": 2750.0}, "unusual size for its class (2.00 ha; usual are 0.115 to 2750 ha)"),
    ],
    ids=["dispute", "refusal", "size"],
)  # fmt: skip
def test_what_the_engine_knows_is_a_reason_in_words_and_moves_a_sector_up(qgis_app, facts, reason):
    queue = ReviewQueue()
    before = queue.score(row("a", 0.95))
    queue.ranking = Ranking({"a": facts}, 0.0)
    assert queue.reasons(row("a", 0.95)) == [reason]
    assert queue.score(row("a", 0.95)) > before + 0.1


def test_the_strongest_reason_is_named_first_with_the_score(qgis_app):
    queue = ReviewQueue()
    queue.ranking = Ranking({"a": {"disputed": 1.0, "disputed_code": 8}}, 0.0)
    sentence = queue.sentence(row("a", 0.3, 5e6))
    assert sentence == (
        "Needs you 70 of 100: the model is unsure (30 %); the last map has 100 % of it as Tailings; large (5.00 km²)."
    )


def test_a_sector_without_a_class_says_so_first(qgis_app):
    queue = ReviewQueue()
    assert queue.reasons(row("a", None, code=None)) == ["it has no class"]
    assert queue.score(row("a", None, code=None)) > queue.score(row("b", None, code=5)) + 0.2


def test_nothing_is_invented_where_nothing_stands_out(qgis_app):
    assert ReviewQueue().sentence(row("a", 1.0, 500.0)) == "Needs you 0 of 100: nothing stands out."
    assert ReviewQueue().sentence(row("a", state="approved")) == "Decided."


@pytest.mark.parametrize("facts", [{"disputed": "x"}, {"disputed": float("nan")}, {"disputed": 9.0}, {"low_ha": None}])
def test_facts_that_make_no_sense_do_no_harm(qgis_app, facts):
    queue = ReviewQueue()
    queue.ranking = Ranking({"a": facts}, 0.0)
    assert 0.0 <= queue.score(row("a")) <= 1.0
    assert queue.sentence(row("a")).startswith("Needs you")


def test_a_ranking_sorts_again(model):
    assert order(model) == ["unsure", "medium", "sure", "done"]
    model.set_ranking(Ranking({"sure": {"disputed": 1.0, "disputed_code": 9, "rejected": 1.0}}, 0.0))
    assert order(model) == ["sure", "unsure", "medium", "done"]


def test_what_is_skipped_stays_in_its_place_and_comes_back_when_no_other_is_left(model):
    model.skip(fid(model, "unsure"))
    assert order(model) == ["unsure", "medium", "sure", "done"]
    assert [model.next_open(place) for place in (0, 1)] == [1, 2]
    model.skip(fid(model, "medium"))
    assert model.next_open(2) == 2
    model.skip(fid(model, "sure"))
    assert (model.next_open(2), model.next_open(0), model.next_open(1)) == (0, 1, 2)
    assert model.skipped_count() == 3


def test_sorted_again_what_was_skipped_stands_at_the_end_of_what_is_open(model):
    model.skip(fid(model, "unsure"))
    model.sort(-1)
    assert order(model) == ["medium", "sure", "unsure", "done"]
    assert model.index(2, sector_list.STATE).data() == "Draft ↷"


def test_what_is_decided_cannot_be_skipped(model):
    model.skip(fid(model, "done"))
    assert model.skipped_count() == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [("great", {"sure"}), ("821", {"unsure", "medium"}), ("  821_4 ", {"medium"}), ("meD", {"medium"}), ("zz", set())],
)
def test_the_search_reads_names_sites_comments_and_identities(model, text, found):
    model.set_filter(text=text)
    assert set(order(model)) == found


@pytest.mark.clock
def test_twenty_thousand_rows_are_ranked_and_sorted_below_200_ms(qgis_app):
    layer = memory_sectors([])
    features = [
        sector_feature(layer.fields(), SQUARE, sector_values(5, (n % 97) / 97, uuid=f"s{n}", area_m2=10.0 * n))
        for n in range(20_000)
    ]
    assert layer.dataProvider().addFeatures(features)[0]
    model = SectorListModel()
    model.set_layer(layer)
    model.load_now()
    ranking = Ranking({f"s{n}": {"disputed": 0.5, "disputed_code": 9} for n in range(0, 20_000, 2)}, 0.3)
    tries = []
    for _attempt in range(3):
        start = time.thread_time()
        model.set_ranking(ranking)
        tries.append(time.thread_time() - start)
    for position in range(0, 20_000, 7):
        model.queue.skip(model.sector(model.fid_at(position)))
    start = time.thread_time()
    model.next_open(19_999)
    assert time.thread_time() - start < working(0.2)
    assert min(tries) < working(0.2)
