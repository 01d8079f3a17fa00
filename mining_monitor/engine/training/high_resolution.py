"""The experimental high-resolution sector model: sample world at 0.5 to 1 m, real look-alikes as "nothing".

``python -m mining_monitor.engine.training.high_resolution CONFIG WORK OUTPUT --backgrounds DESERT --backgrounds CITY``
makes the scenes that the work folder does not hold yet, trains, measures on scenes and pictures held back, and writes
``OUTPUT/<name>.onnx`` with its card.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from mining_monitor.engine.training.augmentation import Chip, Codes, randomise_chip
from mining_monitor.engine.training.backgrounds import Picture, fill_square, read_backgrounds
from mining_monitor.engine.training.card import CardNotes, card_item, read_notes
from mining_monitor.engine.training.chips import ChipSource, resize
from mining_monitor.engine.training.evaluation import Figures, Predictor, evaluate, false_share
from mining_monitor.engine.training.export import export_onnx, load_network, predictor
from mining_monitor.engine.training.loop import train
from mining_monitor.engine.training.scenes import fill_folder, read_scenes
from mining_monitor.engine.training.settings import TrainingSettings, read_settings

LOGGER = logging.getLogger(__name__)

#: Ground distance at which images go in, and the range in which they go in as they are.
GSD_M, GSD_RANGE_M = 0.75, (0.45, 1.25)

#: Pictures are cut to multiples of this for measuring: the network's coarsest step.
_SIDE_MULTIPLE = 16


#: Share of the chips that are pictures without mines, and the range in which these are zoomed: roofs and roads are
#: what such models fall for.
_LOOK_ALIKE_SHARE, _ZOOM = 0.4, (0.5, 2.0)


@dataclass(frozen=True)
class LookAlikeSource(ChipSource):
    """Chips of the sample world, and many of real pictures without mines at many scales."""

    def chip(self, rng: np.random.Generator, strength: float = 1.0) -> tuple[Chip, Codes]:
        """Return one randomised chip and its codes."""
        if not self.backgrounds or rng.random() >= _LOOK_ALIKE_SHARE:
            return super().chip(rng, strength)
        picture = self.backgrounds[int(rng.integers(len(self.backgrounds)))]
        low, high = np.log(_ZOOM)
        side = round(self.chip_px * float(np.exp(rng.uniform(low, high))))
        cut, nothing = fill_square(picture, side, rng), np.zeros((side, side), np.uint8)
        return randomise_chip(*resize(cut, nothing, self.chip_px), rng, strength)


@dataclass(frozen=True)
class Run:
    """What a run needs beside its settings.

    Attributes
    ----------
    backgrounds : tuple of Path
        Folders of pictures without mines; of each every fifth picture is kept back.
    minutes : float or None
        Length by the clock instead of by steps.
    initial : Path or None
        Weights of a network of the same form to start from.
    """

    settings: TrainingSettings
    work: Path
    backgrounds: tuple[Path, ...]
    minutes: float | None = None
    initial: Path | None = None


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(prog="mining_monitor.engine.training.high_resolution", description=__doc__)
    parser.add_argument("config", type=Path, help="settings of the run, JSON; its warnings lie beside it")
    parser.add_argument("work", type=Path, help="folder for scenes and weights")
    parser.add_argument("output", type=Path, help="folder for the model and its card")
    parser.add_argument("--backgrounds", type=Path, action="append", default=[], help="folder of pictures; repeatable")
    parser.add_argument("--initial", type=Path, help="weights to start from, for example those of sample-world-10m")
    parser.add_argument("--minutes", type=float, help="train for this long instead of for the settings' steps")
    parser.add_argument("--threads", type=int, default=1, help="threads that the network may use (default 1)")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(options.threads)
    settings = read_settings(options.config)
    run = Run(settings, options.work, tuple(options.backgrounds), options.minutes, options.initial)
    make_model(run, read_notes(options.config), options.output)
    return 0


def make_model(run: Run, notes: CardNotes, output: Path) -> Path:
    """Make scenes, train, measure, export; return the ONNX file. Weights in the work folder are used as they are."""
    settings = run.settings
    checkpoint = run.work / f"{settings.name}.pt"
    steps = notes.steps
    if not checkpoint.exists():
        steps = train(settings, load_source(run), checkpoint, minutes=run.minutes, initial=run.initial)
        LOGGER.info("%d steps", steps)
    fill_folder(settings.held_out, run.work / "held_out")
    model = load_network(settings, checkpoint)
    predict = predictor(model)
    held_out = evaluate(predict, read_scenes(settings.held_out, run.work / "held_out"), settings.class_codes)
    alarms = false_alarms(predict, run.backgrounds)
    LOGGER.info("held out: %s, false alarms %s", json.dumps(asdict(held_out)), alarms)
    output.mkdir(parents=True, exist_ok=True)
    path = output / f"{settings.name}.onnx"
    export_onnx(model, path)
    item = experimental_item(settings, path, held_out, alarms, replace(notes, steps=steps))
    path.with_suffix(".json").write_text(json.dumps(item, indent=2) + "\n", encoding="utf-8")
    return path


def load_source(run: Run) -> ChipSource:
    """Return the training scenes, made where they are missing, and the pictures to learn from, in memory."""
    settings, folder = run.settings, run.work / "scenes"
    fill_folder(settings.scenes, folder)
    scenes = list(read_scenes(settings.scenes, folder))
    pictures = balanced([read_backgrounds(folder, held_out=False) for folder in run.backgrounds])
    images, truths = [image for image, _ in scenes], [truth for _, truth in scenes]
    return LookAlikeSource(images, truths, settings.class_codes, settings.chip_px, pictures)


def balanced(kinds: Sequence[list[Picture]]) -> list[Picture]:
    """Return the pictures of all kinds, those of rarer kinds as often as it takes to make them about as many."""
    most = max((len(pictures) for pictures in kinds), default=0)
    return [picture for pictures in kinds if pictures for picture in pictures * max(1, round(most / len(pictures)))]


def false_alarms(predict: Predictor, folders: tuple[Path, ...]) -> dict[str, float]:
    """Return, by folder, the share of pixels of pictures that it did not learn from in which it sees a mine."""
    return {
        _title(folder): false_share(predict, [_whole(p) for p in read_backgrounds(folder, held_out=True)])
        for folder in folders
    }


def _title(folder: Path) -> str:
    return folder.parent.name if folder.name in ("img", "images") else folder.name


def _whole(picture: Picture) -> Picture:
    """Return a picture cut to sides that the network takes without padding."""
    rows, cols = (max(side // _SIDE_MULTIPLE, 1) * _SIDE_MULTIPLE for side in picture.shape[1:])
    return np.ascontiguousarray(picture[:, :rows, :cols])


def experimental_item(
    settings: TrainingSettings, path: Path, held_out: Figures, alarms: dict[str, float], notes: CardNotes
) -> dict[str, Any]:
    """Return the card: that of the sample-world models at this ground distance, marked as experimental."""
    item = card_item(settings, path, held_out, None, notes)
    properties = item["properties"]
    properties["mining_monitor:gsd_m"] = GSD_M
    properties["mining_monitor:gsd_range_m"] = list(GSD_RANGE_M)
    properties["mining_monitor:tile_overlap"] = 0.5
    properties["mining_monitor:experimental"] = True
    measured = properties["mining_monitor:held_out"]
    measured["false_alarm_share_on_real_pictures_without_mines"] = {k: round(v, 4) for k, v in alarms.items()}
    return item


if __name__ == "__main__":
    sys.exit(main())
