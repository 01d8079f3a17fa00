"""Kill the real desktop at random moments of an editing session, and look whether anything was lost.

``python -m tests.desktop.killing --kills 200`` prints one line a kill and ends with 1 where something was lost. Every
kill costs one start of QGIS; the project file goes through all of them.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mining_monitor.schema.fields import LOG_FIELDS
from mining_monitor.schema.log import first_broken_row
from tests.real_qgis import find_program, make_profile, qgis_variables, virtual_display

SESSION = Path(__file__).with_name("editing_session.py")

#: Seconds of editing within which the moment is drawn, and seconds that QGIS may take to start.
LONGEST_S, START_S = 3.0, 300.0

#: Bytes before the envelope of a GeoPackage geometry, and of each kind of envelope.
_HEADER, _ENVELOPES = 8, (0, 32, 48, 48, 64)


@dataclass
class Known:
    """What the journal has said so far: the last state of every sector, and whose edit was under way."""

    sectors: dict[str, Any] = field(default_factory=dict)
    in_flight: set[str] = field(default_factory=set)
    saved: int = 0
    what: str = ""


def read_journal(lines: list[str]) -> Known:
    """Replay the journal; a last line that was cut off counts for nothing."""
    known = Known()
    for text in lines:
        with contextlib.suppress(ValueError):
            line = json.loads(text)
            if "ready" in line or "settled" in line:
                known.sectors, known.in_flight = dict(line.get("ready", line.get("settled"))), set()
            elif "doing" in line:
                known.in_flight, known.what = set(line["doing"]), line["what"]
            else:
                known.sectors.update(line["saved"])
                known.in_flight, known.saved = set(), known.saved + 1
    known.sectors = {uuid: state for uuid, state in known.sectors.items() if state is not None}
    return known


def read_project(path: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the sectors and the log of a project file as any program reads them.

    Raises
    ------
    AssertionError
        SQLite finds the file damaged.
    """
    names = [each.name for each in LOG_FIELDS]
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = connection.execute("SELECT uuid, class, state, comment, geom FROM sectors").fetchall()
        log = connection.execute(f"SELECT {', '.join(names)} FROM log ORDER BY seq").fetchall()
    assert len({row[0] for row in rows}) == len(rows), "a sector is there twice"
    sectors = {uuid: [code or None, state, comment, _shape(blob)] for uuid, code, state, comment, blob in rows}
    return sectors, [dict(zip(names, row, strict=True)) for row in log]


def _shape(blob: bytes) -> str:
    return hashlib.sha256(blob[_HEADER + _ENVELOPES[(blob[3] >> 1) & 7] :]).hexdigest()


def check(path: Path, known: Known) -> dict[str, Any]:
    """Compare a project file with what was saved; return its sectors.

    Raises
    ------
    AssertionError
        A saved edit is not there, the chain is broken, or the log does not know a shape.
    """
    sectors, log = read_project(path)
    assert first_broken_row(log) is None, f"row {first_broken_row(log)} breaks the chain"
    assert [row["seq"] for row in log] == list(range(1, len(log) + 1)), "numbers of the log are missing"
    settled = {uuid for uuid in {*sectors, *known.sectors} if uuid not in known.in_flight}
    lost = {u: (known.sectors.get(u), sectors.get(u)) for u in settled if known.sectors.get(u) != sectors.get(u)}
    assert not lost, f"{len(lost)} sectors are not as they were saved, such as {next(iter(lost.items()))}"
    shapes: dict[str, set[str]] = {}
    for row in log:
        shapes.setdefault(row["uuid"], set()).add(row["geometry_sha256"])
    unknown = [uuid for uuid, state in sectors.items() if state[3] not in shapes.get(uuid, ())]
    assert not unknown, f"the log does not know the shape of {unknown[:5]}"
    return sectors


class NotStartedError(Exception):
    """QGIS did not open the project in time: nothing is known to be lost, and nothing known to be there."""


class Killer:
    """Starts the desktop on one profile and one project file, again and again."""

    def __init__(self, folder: Path, display: str, seed: int = 0) -> None:
        self._profiles = folder / "profiles"
        profile = make_profile(self._profiles)
        with (profile / "QGIS" / "QGIS3.ini").open("a", encoding="utf-8") as file:
            file.write(f"\n[mining_monitor]\nproject_folder={folder}\neditor=Tester\n")
        self.project, self.journal = folder / "pit.gpkg", folder / "journal.jsonl"
        self._display, self._seed, self._starts = display, seed, 0
        self._random = random.Random(seed)

    def _start(self) -> subprocess.Popen[bytes]:
        self._starts += 1
        environment = qgis_variables(
            self._profiles, DISPLAY=self._display, MM_PROJECT=str(self.project), MM_JOURNAL=str(self.journal),
            MM_SEED=str(self._seed * 1000 + self._starts), MINING_MONITOR_ENGINE=str(self._profiles / "none"),
        )  # fmt: skip
        command = [find_program("qgis.bin", "qgis"), "--nologo", "--noversioncheck"]
        with (self._profiles / "qgis.log").open("wb") as output:
            return subprocess.Popen(
                [*command, "--profiles-path", str(self._profiles), "--code", str(SESSION)],
                env=environment, stdout=output, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            )  # fmt: skip

    def _lines(self) -> list[str]:
        return self.journal.read_text("utf-8", "replace").splitlines() if self.journal.exists() else []

    def _wait_until_ready(self, process: subprocess.Popen[bytes], before: int) -> dict[str, Any]:
        deadline = time.monotonic() + START_S
        while time.monotonic() < deadline and process.poll() is None:
            for text in self._lines()[before:]:
                with contextlib.suppress(ValueError):
                    if "ready" in json.loads(text):
                        return dict(json.loads(text)["ready"])
            time.sleep(0.05)
        tail = (self._profiles / "qgis.log").read_text(errors="replace")[-3000:]
        raise NotStartedError(f"QGIS did not open the project in {START_S:g} s (status {process.poll()}):\n{tail}")

    def kill_once(self, *, after_s: float | None = None) -> str:
        """Start, edit, kill at a random moment, check; return what happened in one line.

        Raises
        ------
        AssertionError
            Something was lost.
        NotStartedError
        """
        before = self._lines()
        expected = read_journal(before).sectors
        began = time.monotonic()
        process = self._start()
        try:
            opened = self._wait_until_ready(process, len(before))
            assert not before or opened == expected, "QGIS shows something else than was saved"
            started = time.monotonic() - began
            delay = self._random.uniform(0.0, LONGEST_S) if after_s is None else after_s
            time.sleep(delay)
        finally:
            process.kill()
            process.wait()
        known = read_journal(self._lines())
        sectors = check(self.project, known)
        with self.journal.open("a", encoding="utf-8") as file:
            file.write("\n" + json.dumps({"settled": sectors}) + "\n")
        edits = known.saved - read_journal(before).saved
        was = f"in '{known.what}'" if known.in_flight else "between two edits"
        return f"start {started:.1f} s, killed {delay:.2f} s later {was}, {edits} edits saved in that time"


def main() -> int:
    """Kill as often as was asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--folder", type=Path, help="where the project is left (default: a temporary folder)")
    options = parser.parse_args()
    os.umask(0o077)
    with contextlib.ExitStack() as stack:
        folder = options.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        killer = Killer(folder, stack.enter_context(virtual_display("1366x768")), options.seed)
        for number in range(1, options.kills + 1):
            try:
                print(f"{number}/{options.kills}: {killer.kill_once()}", flush=True)
            except (AssertionError, NotStartedError) as error:
                print(f"{number}/{options.kills}: {type(error).__name__}: {error}", flush=True)
                return 1
    print(f"{options.kills} kills, nothing lost (seed {options.seed})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
