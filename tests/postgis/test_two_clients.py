"""Two programs edit one project at once: every edit is written or waits, and the log is one unbroken chain."""

from __future__ import annotations

import json
import random
import subprocess
import sys

import pytest

from mining_monitor.schema.log import first_broken_row
from tests.postgis.editing import edit_at_random
from tests.postgis.server import PORT
from tests.real_qgis import ROOT

EDITS = 25


@pytest.fixture
def other(server, place):
    """Bert's QGIS; it begins when a line is written to it."""
    uri = f"dbname='mining' host={server.socket} port={PORT} user='bert' password='{server.password('bert')}'"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.postgis.other_client", uri, place.schema, "Bert", str(EDITS)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    yield process
    process.kill()
    process.communicate()


def answer_of(process) -> str:
    line = process.stdout.readline()
    while line and not line.startswith(("ready", "{")):
        line = process.stdout.readline()
    return line


def test_two_programs_at_once_lose_nothing_and_fork_nothing(anna, other, log, server, place):
    assert answer_of(other).startswith("ready")
    other.stdin.write("go\n")
    other.stdin.flush()
    annas = edit_at_random(anna, EDITS, random.Random(1))
    berts = json.loads(answer_of(other))
    rows = log()
    assert first_broken_row(rows) is None
    assert [row["seq"] for row in rows] == list(range(1, len(rows) + 1))
    written = {who: sum(row["who"] == who for row in rows) for who in ("Anna", "Bert")}
    assert written == {"Anna": annas["written"], "Bert": berts["written"]}
    waiting = int(server.psql(f"SELECT count(*) FROM {place.schema}.clashes WHERE decision IS NULL"))
    assert waiting == annas["clashed"] + berts["clashed"]
    assert sum({**annas, **{f"b{key}": n for key, n in berts.items()}}.values()) == 2 * EDITS
    assert written["Anna"] > 0 and written["Bert"] > 0


def test_every_shape_is_the_one_that_the_log_says(anna, bert, log, server, place):
    edit_at_random(anna, 5, random.Random(3))
    edit_at_random(bert, 5, random.Random(4))
    newest = {row["uuid"]: row["geometry_sha256"] for row in log()}
    text = server.psql(
        "SELECT json_object_agg(uuid, encode(sha256(ST_AsBinary(geom, 'NDR')), 'hex')) FROM "
        + f"{place.schema}.sectors"
    )
    assert json.loads(text) == newest
