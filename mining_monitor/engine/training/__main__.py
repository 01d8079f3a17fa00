"""Train a model on the sample world: ``python -m mining_monitor.engine.training CONFIG WORK OUTPUT``.

Makes the scenes that the work folder does not hold yet, trains, measures on the held-out scenes, and writes
``OUTPUT/<name>.onnx`` with its card. Each step is skipped when its result is in the work folder.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from mining_monitor.engine.training.backgrounds import read_backgrounds
from mining_monitor.engine.training.card import CardNotes, read_notes, write_card
from mining_monitor.engine.training.chips import ChipSource
from mining_monitor.engine.training.evaluation import evaluate, false_share
from mining_monitor.engine.training.scenes import fill_folder, read_scenes
from mining_monitor.engine.training.settings import TrainingSettings, read_settings

LOGGER = logging.getLogger(__name__)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(prog="mining_monitor.engine.training", description=__doc__)
    parser.add_argument("config", type=Path, help="settings of the run, JSON; its warnings lie beside it")
    parser.add_argument("work", type=Path, help="folder for scenes and checkpoints")
    parser.add_argument("output", type=Path, help="folder for the model and its card")
    parser.add_argument("--backgrounds", type=Path, help="folder of true-colour pictures without mines")
    parser.add_argument("--threads", type=int, default=1, help="threads that the network may use (default 1)")
    parser.add_argument("--minutes", type=float, help="train each part for this long instead of for its steps")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    make_model(
        Run(read_settings(options.config), options.work, options.backgrounds, options.threads, options.minutes),
        read_notes(options.config),
        options.output,
    )
    return 0


@dataclass(frozen=True)
class Run:
    """What a run needs beside its settings.

    Attributes
    ----------
    settings : TrainingSettings
        The committed settings.
    work : Path
        Folder for scenes and checkpoints.
    backgrounds : Path or None
        Folder of pictures without mines; without it the second part of the training is left out.
    threads : int
        Threads that the network may use.
    minutes : float or None
        Length of each part by the clock.
    """

    settings: TrainingSettings
    work: Path
    backgrounds: Path | None
    threads: int
    minutes: float | None


def make_model(run: Run, notes: CardNotes, output: Path) -> Path:
    """Make scenes, train, measure, export; return the ONNX file."""
    from mining_monitor.engine.training.export import export_onnx, load_network, predictor

    settings = run.settings
    fill_folder(settings.held_out, run.work / "held_out")
    model = load_network(settings, trained_weights(run))
    predict = predictor(model)
    held_out = evaluate(predict, read_scenes(settings.held_out, run.work / "held_out"), settings.class_codes)
    LOGGER.info("held out: %s", json.dumps(asdict(held_out)))
    alarms = None
    if run.backgrounds is not None:
        alarms = false_share(predict, read_backgrounds(run.backgrounds, held_out=True))
        LOGGER.info("false alarms on held-out pictures without mines: %.4f", alarms)
    output.mkdir(parents=True, exist_ok=True)
    path = output / f"{settings.name}.onnx"
    export_onnx(model, path)
    write_card(settings, path, held_out, alarms, notes)
    return path


def trained_weights(run: Run) -> Path:
    """Train in two parts, or use what the work folder holds: on scenes alone, then with real backgrounds mixed in."""
    import torch

    from mining_monitor.engine.training.loop import train

    torch.set_num_threads(run.threads)
    first, second = run.work / f"{run.settings.name}-scenes.pt", run.work / f"{run.settings.name}-mixed.pt"
    source = None
    if not first.exists():
        source = load_source(run)
        train(run.settings, source, first, minutes=run.minutes)
    if run.backgrounds is None:
        return first
    if not second.exists():
        mixed = replace(source or load_source(run), backgrounds=read_backgrounds(run.backgrounds, held_out=False))
        train(run.settings, mixed, second, minutes=run.minutes, initial=first)
    return second


def load_source(run: Run) -> ChipSource:
    """Return the training scenes, made where they are missing, in memory."""
    settings, folder = run.settings, run.work / "scenes"
    fill_folder(settings.scenes, folder)
    scenes = list(read_scenes(settings.scenes, folder))
    images, truths = [image for image, _ in scenes], [truth for _, truth in scenes]
    return ChipSource(images, truths, settings.class_codes, settings.chip_px)


if __name__ == "__main__":
    sys.exit(main())
