"""Whatever is drawn, in whatever order: the coverage stays valid, undo restores every byte, redo the end."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.qgis.adapter.shaping_sequences import KINDS, Move, Worlds, run

SHARE = st.floats(0, 1, allow_nan=False, width=32)
MOVES = st.lists(st.builds(Move, st.sampled_from(KINDS), SHARE, SHARE, SHARE, SHARE), min_size=1, max_size=5)


@pytest.fixture(scope="module")
def worlds(tmp_path_factory, qgis_app):
    memory = Path("/dev/shm")  # thousands of small commits: on a disk they wait for it
    is_there = memory.is_dir() and os.access(memory, os.W_OK)
    with tempfile.TemporaryDirectory(dir=memory if is_there else tmp_path_factory.mktemp("worlds")) as folder:
        made = Worlds(Path(folder))
        yield made
        made.close()


@settings(
    max_examples=150, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(seed=st.integers(0, 9), moves=MOVES)
def test_random_sequences_keep_the_coverage_and_can_be_undone(worlds, seed, moves):
    try:
        run(worlds.session(seed), moves)
    except BaseException:
        worlds.forget(seed)  # what an error has left is no start for the next sequence
        raise
