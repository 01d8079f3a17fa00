"""All figures of the held-out part, as the card of a model states them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.assessment.chipscores import top_mean
from mining_monitor.engine.training.real_world.artisanal import UNSEEN_KINDS
from mining_monitor.engine.training.real_world.measures import (
    Predict,
    artisanal_scores,
    false_alarm_share,
    interval,
    mine_counts,
    overlap,
    ranking,
    ranking_interval,
    storage_counts,
)
from mining_monitor.engine.training.real_world.pictures import read_mask, read_rgb
from mining_monitor.engine.training.real_world.samples import CODES, Sample

_STORAGE = CODES.index(8)
SPLIT = (
    "held-out places only: artisanal chips west of 69.5 W; val groups of the storages; dams in cells with a held-out "
    "storage; pictures held out by name; two sets that were only ever measured"
)


def held_out_figures(predict: Predict, samples: dict[str, list[Sample]], data: Path) -> dict[str, Any]:
    """Measure a model on everything that is held out; sets that the data folder lacks are left out.

    Returns
    -------
    dict
        Figures, 95 % bootstrap intervals as pairs, and counts; JSON values.
    """
    held = {name: [s for s in group if s.part == "test"] for name, group in samples.items()}
    figures: dict[str, Any] = {"split": SPLIT}
    figures |= _artisanal(predict, held["artisanal"] + held["look_alikes"])
    figures |= _storages(predict, held["storages"])
    figures |= _dams(predict, held)
    figures |= _mines(predict, data)
    figures |= _quiet(predict, held)
    return figures


def _artisanal(predict: Predict, chips: list[Sample]) -> dict[str, Any]:
    if not chips:
        return {}
    scores = artisanal_scores(predict, chips)
    mines = scores.pop("artisanal", np.zeros(0))
    unseen = _joined([s for kind, s in scores.items() if any(name in kind for name in UNSEEN_KINDS)])
    random = _joined([s for kind, s in scores.items() if "random" in kind])
    return {
        "artisanal_auc_random": ranking(mines, random),
        "artisanal_auc_random_interval": ranking_interval(mines, random),
        "artisanal_auc_unseen_kinds": ranking(mines, unseen),
        "artisanal_auc_unseen_kinds_interval": ranking_interval(mines, unseen),
        "artisanal_auc_by_kind": {kind: ranking(mines, scores[kind]) for kind in sorted(scores)},
        "artisanal_chips": {"mines": int(mines.size), "random": int(random.size), "unseen kinds": int(unseen.size)},
    }


def _joined(parts: list[npt.NDArray[np.float64]]) -> npt.NDArray[np.float64]:
    return np.concatenate(parts) if parts else np.zeros(0)


def _storages(predict: Predict, pictures: list[Sample]) -> dict[str, Any]:
    if not pictures:
        return {}
    counts = storage_counts(predict, pictures)
    found, wrong, missed = (int(value) for value in counts.sum(axis=0))
    groups: dict[str, Any] = {}
    for site in sorted({s.site for s in pictures}):
        groups[site] = overlap(counts[[s.site == site for s in pictures]])
    return {
        "storage_iou": overlap(counts),
        "storage_iou_interval": interval(counts),
        "storage_precision": found / max(found + wrong, 1),
        "storage_recall": found / max(found + missed, 1),
        "storage_iou_by_group": groups,
    }


def _dams(predict: Predict, held: dict[str, list[Sample]]) -> dict[str, Any]:
    def scores(pictures: list[Sample]) -> npt.NDArray[np.float64]:
        images = (s.picture[None].astype(np.float32) for s in pictures)
        return np.concatenate([np.zeros(0), *(top_mean(predict(image)[:, _STORAGE]) for image in images)])

    if not held["dams"]:
        return {}
    dams = scores(held["dams"])
    sets = {"countryside": held["countryside"][::4], "dry land": held["dry_land"]}
    others = {name: scores(pictures) for name, pictures in sets.items() if pictures}
    everything = _joined(list(others.values()))
    return {
        "storage_scene_auc": ranking(dams, everything),
        "storage_scene_auc_interval": ranking_interval(dams, everything),
        "storage_scene_auc_by_kind": {name: ranking(dams, s) for name, s in others.items()},
    }


def _mines(predict: Predict, data: Path) -> dict[str, Any]:
    """Measure mine against other on the two sets that are for evaluation only."""
    figures: dict[str, Any] = {}
    patch, mask = data / "lames" / "s2_tci_patch.tif", data / "lames" / "s2_msk_patch.tif"
    if patch.exists():
        found, wrong, missed = (int(v) for v in mine_counts(predict, read_rgb(patch), read_mask(mask) > 0)[0])
        figures["mine_iou_lames_patch"] = found / max(found + wrong + missed, 1)
        figures["mine_precision_lames_patch"] = found / max(found + wrong, 1)
        figures["mine_recall_lames_patch"] = found / max(found + missed, 1)
    rows = []
    for path in sorted((data / "mine_masks").glob("mineseg_jasansky_*_img.png")):
        truth = read_mask(path.with_name(path.name.replace("_img", "_msk"))) > 127
        rows.append(mine_counts(predict, read_rgb(path), truth)[0])
    if rows:
        counts = np.array(rows)
        holding = counts[(counts[:, 0] + counts[:, 2]) > 0]
        figures["mine_iou_mineseg"] = overlap(counts)
        figures["mine_iou_mineseg_mean"] = float(np.mean([overlap(row[None]) for row in holding]))
        figures["mine_iou_mineseg_by_picture"] = [overlap(row[None]) for row in counts]
    return figures


def _quiet(predict: Predict, held: dict[str, list[Sample]]) -> dict[str, Any]:
    kinds: dict[str, list[Sample]] = {}
    for sample in held["countryside"] + held["dry_land"]:
        kinds.setdefault(sample.kind, []).append(sample)
    shares = {kind: false_alarm_share(predict, [s.picture for s in group]) for kind, group in sorted(kinds.items())}
    return {
        "false_alarms_countryside": false_alarm_share(predict, [s.picture for s in held["countryside"]]),
        "false_alarms_by_kind": shares,
    }
