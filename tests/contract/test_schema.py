"""The schema says what DOMAIN and CONTRACT say, and its log shows every change."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mining_monitor.schema import classes, fields, review
from mining_monitor.schema.log import GENESIS, HASHED_COLUMNS, first_broken_row, row_sha256

#: DOMAIN 1.2 (codes, keys) and 1.7 (colours of the published project; asm and lsm as decided there).
PUBLISHED = [
    (0, "other", "#ea53e2"), (1, "asm", "#beb297"), (2, "lsm", "#4daf4a"), (3, "lh", "#ad85ed"), (4, "mf", "#34e7f0"),
    (5, "op", "#77e2a2"), (6, "pp", "#88cf6c"), (7, "sy", "#3f70ec"), (8, "tsf", "#d52154"), (9, "wr", "#e0e93e"),
]  # fmt: skip


def test_the_class_table_is_the_published_one():
    assert [(c.code, c.key, c.colour) for c in classes.LAMES_CLASSES] == PUBLISHED


def test_not_observed_is_no_class():
    assert classes.NOT_OBSERVED == 255
    assert classes.NOT_OBSERVED not in classes.BY_CODE


def test_every_class_is_explained_and_found_by_code_and_key():
    for sector_class in classes.LAMES_CLASSES:
        assert sector_class.title and sector_class.definition.endswith(".")
        assert classes.BY_CODE[sector_class.code] is classes.BY_KEY[sector_class.key] is sector_class


def test_the_commonest_mistake_about_stockyards_is_named():
    assert "not ore" in classes.BY_KEY["sy"].common_mistake


@pytest.mark.parametrize(
    ("name", "code"),
    [("op", 5), (" OP ", 5), ("Open pit", 5), ("open-pits", 5), ("tailings_storage_facility", 8), ("ms", 2), ("bg", 0),
     ("-", 0), ("background", 0), ("Waste Rock Dumps", 9), ("quarry", None), ("1", None)],
)  # fmt: skip
def test_names_of_classes_are_understood(name, code):
    assert classes.class_code(name) == code


def _lab(colour):
    """CIE 1976 L*a*b* of an sRGB colour under D65 (CIE 15:2018)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
    fx, fy, fz = (v ** (1 / 3) if v > 216 / 24389 else (24389 / 27 * v + 16) / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def test_colours_of_the_safe_set_are_told_apart():
    colours = [c.safe_colour for c in classes.LAMES_CLASSES]
    assert len(set(colours)) == len(colours)
    assert min(math.dist(_lab(a), _lab(b)) for a, b in itertools.combinations(colours, 2)) > 10


def test_sector_fields_stand_in_the_order_of_the_contract():
    assert [(field.name, field.kind) for field in fields.SECTOR_FIELDS] == [
        ("Name", "text"), ("class", "integer"), ("date", "text"), ("date2", "text"), ("system", "text"),
        ("site_id", "text"), ("uuid", "text"), ("class_key", "text"), ("state", "text"), ("confidence", "real"),
        ("area_m2", "real"), ("source", "text"), ("run_id", "text"), ("scene_id", "text"), ("gsd_m", "real"),
        ("observed_at", "text"), ("editor", "text"), ("edited_at", "text"), ("reviewer", "text"),
        ("reviewed_at", "text"), ("comment", "text"),
    ]  # fmt: skip


def test_the_published_properties_are_complete():
    published = {field.name for field in fields.LAMES_FIELDS} | set(fields.LAMES_KML_LEFTOVERS)
    assert set(fields.LAMES_PROPERTY_ORDER) == published
    assert {name: value for name, value in fields.LAMES_KML_LEFTOVERS.items() if value is not None} == {
        "tessellate": 1, "extrude": 0, "visibility": -1,
    }  # fmt: skip


def test_the_log_hashes_every_column_but_the_hash():
    assert set(HASHED_COLUMNS) == {field.name for field in fields.LOG_FIELDS} - {"row_sha256"}


ROW = st.fixed_dictionaries(
    {"at": st.text(max_size=6), "who": st.text(max_size=6), "action": st.sampled_from(["class", "state", "reshape"]),
     "uuid": st.text(min_size=1, max_size=6), "before": st.none() | st.text(max_size=6), "after": st.text(max_size=6),
     "geometry_sha256": st.none() | st.text("0123456789abcdef", min_size=8, max_size=8)}
)  # fmt: skip


def chained(rows):
    previous = GENESIS
    for number, row in enumerate(rows, 1):
        row.update(seq=number, previous_sha256=previous)
        row["row_sha256"] = previous = row_sha256(row)
    return rows


@given(rows=st.lists(ROW, max_size=5))
def test_an_untouched_log_has_no_broken_row(rows):
    assert first_broken_row(chained(rows)) is None


@given(rows=st.lists(ROW, min_size=1, max_size=5), data=st.data())
def test_one_changed_character_breaks_the_log_at_its_row(rows, data):
    chained(rows)
    index = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.sampled_from([c for c in rows[index] if isinstance(rows[index][c], str) and rows[index][c]]))
    text = rows[index][column]
    position = data.draw(st.integers(0, len(text) - 1))
    character = data.draw(st.characters().filter(lambda c: c != text[position]))
    rows[index][column] = text[:position] + character + text[position + 1 :]
    assert first_broken_row(rows) == index


@given(rows=st.lists(ROW, min_size=2, max_size=5), data=st.data())
def test_a_row_taken_out_or_swapped_breaks_the_log(rows, data):
    chained(rows)
    index = data.draw(st.integers(0, len(rows) - 2))
    assert first_broken_row(rows[:index] + rows[index + 1 :]) == index
    assert first_broken_row([*rows[:index], rows[index + 1], rows[index], *rows[index + 2 :]]) == index


def test_null_and_empty_text_are_different_in_the_log():
    assert row_sha256({"seq": 1, "before": None}) != row_sha256({"seq": 1, "before": ""})


def test_only_approved_sectors_can_be_published():
    assert [state for state in review.STATES if review.may_become(state, review.PUBLISHED)] == [review.APPROVED]


def test_nothing_becomes_a_draft_again():
    assert not [state for state in review.STATES if review.may_become(state, review.DRAFT)]


def test_every_step_leads_to_another_known_state():
    for state in review.STATES:
        assert set(review.NEXT_STATES[state]) <= set(review.STATES) - {state}
        assert review.NEXT_STATES[state]


def test_a_published_sector_is_taken_back_before_it_is_changed():
    assert set(review.NEXT_STATES[review.PUBLISHED]) == {review.EDITED, review.IN_REVIEW}


@pytest.mark.parametrize(("state", "target"), [("unknown", "approved"), ("draft", "unknown"), ("", "")])
def test_unknown_states_lead_nowhere(state, target):
    assert not review.may_become(state, target)


def test_a_new_run_touches_untouched_drafts_only():
    assert set(review.STATES) - set(review.PROTECTED_STATES) == {review.DRAFT}
