"""The real desktop under Xvfb: the button is really clicked and the result looked at."""

from __future__ import annotations

import json

import pytest

from tests.clock import is_strict, within, working

DOCKS = [f"MiningMonitor{name}Dock" for name in ("Annotation", "Detection", "Imagery", "Report")]


def test_click_to_reviewed_and_exported_sectors(drive, tmp_path):
    facts = drive("click")
    assert not facts["problem"], facts["problem"]
    assert facts["button"].startswith("Detect on 59") and "km²" in facts["button"]
    assert facts["sectors"] > 5
    assert set(facts["classes"]) <= {"other", "op", "wr", "tsf", "mf"}
    assert facts["states"] == ["draft"]
    assert facts["sentence"].startswith(f"{facts['sectors']} sectors, ")
    assert facts["class_after_5"] == 5
    assert facts["approved"] == 1
    assert facts["rejected_after_undo"] == 0
    assert "1 approved" in facts["bar"]
    exported = json.loads((tmp_path / "sectors.geojson").read_text("utf-8"))
    assert len(exported["features"]) == facts["sectors"]


@pytest.mark.clock
def test_the_window_goes_on_during_a_detection(drive):
    """The window is never held for more than 50 ms: at its word in ``make bench-window``, else as clock.py says."""
    tries = []
    for _try in range(3):
        facts = drive("click_only", measure=True)
        assert not facts["problem"], facts["problem"]
        assert facts["sectors"] > 5
        assert facts["held_share"] < 0.5
        tries.append((facts["longest_cpu_gap_ms"], facts["longest_gap_ms"]))
        if tries[-1][is_strict()] < 1000 * working(0.05):
            return
    pytest.fail(f"the event loop was held for (processor, work and waiting) {tries} ms")


def test_one_click_needs_no_dock(drive):
    facts = drive("no_dock", model="quick")
    assert not facts["problem"], facts["problem"]
    assert facts["docks_open"] == []
    assert facts["sectors"] > 5
    assert any("sectors" in message for message in facts["messages"])


@pytest.mark.clock
def test_cancel_answers_within_a_second_and_leaves_nothing(drive):
    facts = drive("cancel")
    assert not facts["problem"], facts["problem"]
    assert facts["cancel_seconds"] < within(1.0)
    assert facts["layers"] == ["Sample"]
    assert facts["projects"] == []
    assert "cancelled" in facts["warning"]


def test_unload_mid_run_removes_everything_and_loads_again(drive):
    facts = drive("unload")
    assert not facts["problem"], facts["problem"]
    assert facts["engines_before"] == 1
    assert facts["unloaded"] and not facts["provider"]
    assert facts["left_docks"] == facts["left_toolbars"] == facts["left_menu"] == []
    assert facts["docks_again"] == DOCKS
    assert facts["projects"] == []


def test_closing_the_project_mid_run_ends_the_run(drive):
    facts = drive("close_project")
    assert not facts["problem"], facts["problem"]
    assert facts["layers"] == [] and facts["projects"] == []
    assert any("closed" in message for message in facts["messages"])


def test_a_killed_engine_costs_a_run_and_no_more(drive):
    facts = drive("kill_engine", model="quick")
    assert not facts["problem"], facts["problem"]
    assert facts["sector_layers"] == 0 and "engine" in facts["warning"].lower()
    assert facts["sectors"] > 5


@pytest.mark.parametrize("model", ["quick"])
def test_a_deleted_model_is_one_sentence(drive, model):
    facts = drive("delete_model", model=model)
    assert not facts["problem"], facts["problem"]
    assert facts["sector_layers"] == 0 and facts["projects"] == []
    assert "model" in facts["warning"].lower()
