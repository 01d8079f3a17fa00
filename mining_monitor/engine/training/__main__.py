"""Train a model on the sample world: ``python -m mining_monitor.engine.training CONFIG WORK OUTPUT``.

Makes the scenes that the work folder does not hold yet, trains, measures on the held-out scenes, and writes
``OUTPUT/<name>.onnx`` with its card. Each step is skipped when its result is in the work folder.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from dataclasses import asdict
from pathlib import Path

from mining_monitor.engine.training.card import write_card
from mining_monitor.engine.training.chips import ChipSource
from mining_monitor.engine.training.evaluation import evaluate
from mining_monitor.engine.training.scenes import fill_folder, read_scenes
from mining_monitor.engine.training.settings import TrainingSettings, read_settings

LOGGER = logging.getLogger(__name__)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(prog="mining_monitor.engine.training", description=__doc__)
    parser.add_argument("config", type=Path, help="settings of the run, JSON")
    parser.add_argument("work", type=Path, help="folder for scenes and checkpoints")
    parser.add_argument("output", type=Path, help="folder for the model and its card")
    parser.add_argument("--threads", type=int, default=1, help="threads that the network may use (default 1)")
    parser.add_argument("--minutes", type=float, help="train for this long instead of for the settings' steps")
    parser.add_argument("--limits", type=Path, help="JSON list of the warnings for the card (default: beside CONFIG)")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    settings = read_settings(options.config)
    limits_path = options.limits or options.config.with_suffix(".limits.json")
    limits = tuple(str(one) for one in json.loads(limits_path.read_text(encoding="utf-8")))
    make_model(settings, options.work, options.output, limits, threads=options.threads, minutes=options.minutes)
    return 0


def make_model(
    settings: TrainingSettings,
    work: Path,
    output: Path,
    limits: tuple[str, ...],
    *,
    threads: int = 1,
    minutes: float | None = None,
) -> Path:
    """Make scenes, train, measure, export; return the ONNX file."""
    import torch

    from mining_monitor.engine.training.export import export_onnx, load_network, predictor
    from mining_monitor.engine.training.loop import train

    torch.set_num_threads(threads)
    fill_folder(settings.held_out, work / "held_out")
    checkpoint = work / f"{settings.name}.pt"
    if not checkpoint.exists():
        fill_folder(settings.scenes, work / "scenes")
        source = load_source(settings, work)
        LOGGER.info("training on %d scenes", len(source.images))
        steps = train(settings, source, checkpoint, minutes=minutes)
        LOGGER.info("%d steps", steps)
    model = load_network(settings, checkpoint)
    held_out = evaluate(predictor(model), read_scenes(settings.held_out, work / "held_out"), settings.class_codes)
    LOGGER.info("held out: %s", json.dumps(asdict(held_out)))
    output.mkdir(parents=True, exist_ok=True)
    path = output / f"{settings.name}.onnx"
    export_onnx(model, path)
    write_card(settings, path, held_out, limits)
    return path


def load_source(settings: TrainingSettings, work: Path) -> ChipSource:
    """Return the training scenes of the work folder, in memory."""
    scenes = list(read_scenes(settings.scenes, work / "scenes"))
    images, truths = [image for image, _ in scenes], [truth for _, truth in scenes]
    return ChipSource(images, truths, settings.class_codes, settings.chip_px)


if __name__ == "__main__":
    sys.exit(main())
