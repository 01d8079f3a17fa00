"""The published site metadata: read as it is meant, with its damage named (DOMAIN 1.6)."""

from __future__ import annotations

import collections

import pytest

from mining_monitor.contract.annotations import SITE_STATUSES
from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.engine.annotation.site_position import read_coordinate
from mining_monitor.engine.annotation.site_table import read_amount, read_site_table, status_of


@pytest.fixture(scope="module")
def table(shared_data):
    return read_site_table(shared_data / "lames" / "metadata.csv")


def record(table, site_id):
    (found,) = [r for r in table.records if r.site_id == site_id]
    return found


@pytest.mark.parametrize(
    ("text", "axis", "degrees", "notation"),
    [
        ("52°52?35?S", "latitude", -(52 + 52 / 60 + 35 / 3600), "seconds"),
        ("33° 8' 57'' S", "latitude", -(33 + 8 / 60 + 57 / 3600), "seconds"),
        (" 22°37'52.89\"S", "latitude", -(22 + 37 / 60 + 52.89 / 3600), "seconds"),
        ("32°39′16.8″S", "latitude", -(32 + 39 / 60 + 16.8 / 3600), "seconds"),
        ("70°27?21? W", "longitude", -(70 + 27 / 60 + 21 / 3600), "seconds"),
        ("33.09°S", "latitude", -33.09, "decimal"),
        ("69,32°W", "longitude", -69.32, "decimal"),
        ("28° 18' S", "latitude", -28.3, "minutes"),
        ("5°30'E", "longitude", 5.5, "minutes"),
    ],
)
def test_each_notation_is_read(text, axis, degrees, notation):
    read = read_coordinate(text, axis)
    assert read.degrees == pytest.approx(degrees, abs=1e-9)
    assert read.notation == notation


@pytest.mark.parametrize(
    ("text", "axis", "flag"),
    [
        ("25° 84' S", "latitude", "minutes-over-59"), ("25° 10' 75'' S", "latitude", "minutes-over-59"),
        ("70.81°", "longitude", "no-hemisphere"), ("97.0°S", "latitude", "out-of-range"),
        ("33.0°W", "latitude", "out-of-range"), ("-", "latitude", "unread"), ("near Calama", "longitude", "unread"),
        ("1e5°S", "latitude", "unread"),
    ],
)  # fmt: skip
def test_what_cannot_be_trusted_is_flagged_and_not_guessed(text, axis, flag):
    read = read_coordinate(text, axis)
    assert read.degrees is None and flag in read.flags


@pytest.mark.parametrize(
    ("text", "value", "unit", "flags"),
    [
        ("0,53%", 0.53, "%", ()), ("0.7%", 0.7, "%", ()), ("0,53%%", 0.53, "%", ("odd-text",)),
        ("17.8 ppm", 17.8, "ppm", ()), ("120", 120, "", ()),
        (" 432220 t/a ", 432220, "t/a", ()), ("5000t/a", 5000, "t/a", ()), ("5800 t/a0", 5800, "t/a", ("odd-text",)),
        ("107.247", None, "", ("ambiguous",)), ("2175 oz", 2175, "oz", ()), ("1394,8 kg/a", 1394.8, "kg/a", ()),
        ("1.000 t/a", None, "", ("ambiguous",)), ("1,5*", 1.5, "", ("odd-text",)),
        (" N/A ", None, "", ()), (" - ", None, "", ()), ("", None, "", ()), ("a lot", None, "", ("unread",)),
    ],
)  # fmt: skip
def test_amounts_are_read_with_their_units(text, value, unit, flags):
    read = read_amount(text)
    assert (read.value, read.unit, read.flags) == (value, unit, flags)


@pytest.mark.parametrize(
    "text",
    ["1,234,567", "12 345", "10,000,000 t/a", "02. Mai", "1,00E+05", "5e3", "20-30", "1/2", "1,2 Mt", "5 Mio t/a",
     "1.5.2", "120 000 t/a", "9" * 400],
)  # fmt: skip
def test_what_a_spreadsheet_or_a_thousands_mark_made_of_a_number_is_not_read_in_part(text):
    read = read_amount(text)
    assert (read.value, read.flags, read.original) == (None, ("unread",), text)


@pytest.mark.parametrize("text", ["inactive", "not in operation", "no longer operational", "Ceased operation"])
def test_a_status_that_is_taken_back_is_not_what_it_takes_back(text):
    assert status_of(text) == "unknown"


def test_all_records_are_read_and_the_junk_is_not(table):
    assert len(table.records) == 150
    assert len({r.site_id for r in table.records}) == 150


def test_nineteen_spellings_become_seven_values_and_are_kept(table):
    assert len({r.status_original for r in table.records}) == 19
    counts = collections.Counter(r.status for r in table.records)
    assert counts == {"operational": 99, "care and maintenance": 26, "decommissioned": 11, "unknown": 5, "landfill": 4,
                      "reclamation": 3, "exploration": 2}  # fmt: skip
    assert set(counts) == set(SITE_STATUSES)
    assert status_of("in the hands of lawyers") == "unknown"


def test_special_signs_survive_the_old_encoding(table):
    assert record(table, "817").latitude.degrees == pytest.approx(-(52 + 52 / 60 + 35 / 3600))
    assert record(table, "817").rom_mt_a == 6.0


def test_damaged_positions_are_flagged(table):
    flags = collections.Counter(flag for r in table.records for flag in r.flags)
    assert (flags["minutes-over-59"], flags["no-hemisphere"]) == (11, 2)
    assert all(r.latitude.degrees is None for r in table.records if "minutes-over-59" in r.latitude.flags)


def test_figures_that_a_spreadsheet_counted_up_are_found_with_their_first_value(table):
    found = {(a.mine, a.column): (a.first, a.values[-1]) for a in table.autofills}
    expected = {
        ("Los Colorados", "production 1"): (7724000, 7724001), ("Tres Valles", "production 1"): (18500, 18505),
        ("Salvador", "production 1"): (60840, 60844), ("Francke", "production 1"): (12500, 12504),
        ("Candelaria", "production 4"): (31184, 31190), ("Salvador", "production 4"): (35497, 35501),
        ("Sierra Gorda", "grade 2"): (210, 213),
    }  # fmt: skip
    assert {key: found.get(key) for key in expected} == expected
    assert "autofill" in record(table, table.autofills[0].site_ids[0]).flags


def test_equal_figures_are_no_damage(table):
    assert not [a for a in table.autofills if a.mine == "El Toqui"]


@pytest.mark.parametrize("data", [b"", b"a;b;c\n1;2;3\n", b"ID;x\n", b"\x00" * 100, b"\xff\xfe" * 50, b'"' * 1000])
def test_another_table_is_one_sentence(tmp_path, data):
    path = tmp_path / "metadata.csv"
    path.write_bytes(data)
    with pytest.raises(AnnotationsError, match=r"[Cc]hoose metadata\.csv"):
        read_site_table(path)
