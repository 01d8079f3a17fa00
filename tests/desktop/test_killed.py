"""QGIS is killed while somebody edits: what was saved is there, the file opens, the log's chain is whole.

A handful of kills here; ``make test-killed KILLS=200`` takes as many as you have time for.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.desktop.killing import Killer, check, read_journal, read_project

KILLS = 3


@pytest.fixture(scope="module")
def killed(display, tmp_path_factory) -> Path:
    """A folder whose session was killed at random moments, each time followed by a start on the same file."""
    folder = tmp_path_factory.mktemp("killed")
    killer = Killer(folder, display, seed=22)
    for _kill in range(KILLS):
        print(killer.kill_once())  # raises where something is lost
    return folder


def journal_of(folder: Path) -> list[str]:
    return (folder / "journal.jsonl").read_text("utf-8").splitlines()


def test_every_saved_edit_survives_kills_at_random_moments(killed):
    lines = [json.loads(line) for line in journal_of(killed) if line.startswith("{") and line.endswith("}")]
    kinds = [next(iter(line)) for line in lines]
    assert kinds.count("ready") == kinds.count("settled") == KILLS
    assert kinds.count("saved") >= KILLS
    _sectors, log = read_project(killed / "pit.gpkg")
    assert {row["action"] for row in log} >= {"draw", "class"}


@pytest.fixture
def copied(killed, tmp_path) -> Path:
    shutil.copytree(killed, tmp_path / "copy", ignore=shutil.ignore_patterns("profiles"))
    return tmp_path / "copy"


def change(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "pit.gpkg")) as connection:
        for trigger in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{trigger[0]}"')
        connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE sectors SET class = 11 WHERE fid = (SELECT min(fid) FROM sectors)", "not as they were saved"),
        ("DELETE FROM sectors WHERE fid = (SELECT min(fid) FROM sectors)", "not as they were saved"),
        ("UPDATE log SET who = 'nobody' WHERE seq = 3", "breaks the chain"),
        ("DELETE FROM log WHERE seq = (SELECT max(seq) - 1 FROM log)", "breaks the chain"),
    ],
    ids=["class lost", "sector lost", "log changed", "log row lost"],
)
def test_the_check_would_see_a_loss(copied, statement, sentence):
    known = read_journal(journal_of(copied))
    check(copied / "pit.gpkg", known)
    change(copied, statement)
    with pytest.raises(AssertionError, match=sentence):
        check(copied / "pit.gpkg", known)


def test_an_edit_under_way_may_be_there_or_not():
    saved = '{"ready": {"a": [5, "draft", null, "x"]}}'
    known = read_journal([saved, '{"doing": ["a"], "what": "class"}', '{"saved": {"a": [1, "ed'])
    assert known.in_flight == {"a"} and known.sectors["a"][0] == 5
