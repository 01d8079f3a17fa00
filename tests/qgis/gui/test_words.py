"""Numbers as people read them."""

import pytest

from mining_monitor.contract.history import HistoryEntry
from mining_monitor.gui import words
from mining_monitor.gui.annotation_words import changes
from mining_monitor.gui.checklist import SectorFacts, checklist, missing


@pytest.mark.parametrize(
    ("area_m2", "text"),
    [(0, "0 ha"), (57.3, "57 m²"), (2_500, "0.25 ha"), (123_456, "12.3 ha"), (999_000, "99.9 ha"),
     (1_000_000, "1.00 km²"), (38_200_000, "38.2 km²"), (145_738e6, "145,738 km²")],
)  # fmt: skip
def test_areas_are_hectares_below_100_and_square_kilometres_above(qgis_app, area_m2, text):
    assert words.area_text(area_m2) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(None, ""), (0.2, "about 1 s"), (7.4, "about 7 s"), (41, "about 40 s"), (100, "about 100 s"),
     (600, "about 10 min"), (9000, "about 2.5 h")],
)  # fmt: skip
def test_estimates_are_rounded_as_estimates_are(qgis_app, seconds, text):
    assert words.about_duration(seconds) == text


def test_counts_name_only_states_that_occur_in_the_order_of_the_review(qgis_app):
    assert words.counts_text({"rejected": 3, "draft": 412, "approved": 96}) == "412 draft, 96 approved, 3 rejected"
    assert words.counts_text({}) == "no sectors yet"


def test_every_class_has_a_definition_and_its_common_mistake(qgis_app):
    assert all(words.class_definition(code) and words.class_mistake(code) for code in range(1, 10))
    assert "spare parts, not ore" in words.class_mistake(7)


def test_the_checklist_names_what_is_missing(qgis_app):
    facts = SectorFacts({"draft": 2, "approved": 3}, without_date=1, own_reviews=3)
    texts = [item.text for item in missing(checklist(facts))]
    assert texts[0] == "2 of 5 sectors wait for a decision."
    assert "The date of the image is missing: 1 sector." in texts
    assert "Approved by the person who made the last edit: 3 sectors." in texts
    assert not any("source" in text for text in texts)


def test_the_checklist_of_nothing_leads_to_the_first_detection(qgis_app):
    (item,) = checklist(SectorFacts())
    assert (item.is_done, item.link) == (False, "detect")


def test_the_history_tells_a_confidence_in_percent_and_no_number_of_a_run(qgis_app):
    after = {"class": 5, "confidence": 0.6373175682165684, "run_id": "3a778180"}
    assert changes(HistoryEntry(1, "2026-11-22T09:06:00Z", "Ana", "detect", {}, after)) == [
        f"Class: {words.class_title(5)}", "Confidence: 64 %",
    ]  # fmt: skip
