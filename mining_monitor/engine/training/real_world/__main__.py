"""Train the 10 m model: ``python -m mining_monitor.engine.training.real_world CONFIG DATA WORK``."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mining_monitor.engine.training.real_world.calibration import choose_offsets
from mining_monitor.engine.training.real_world.coasts import draw_coasts
from mining_monitor.engine.training.real_world.drawn import draw_look_alikes
from mining_monitor.engine.training.real_world.measures import (
    Predict,
    artisanal_scores,
    false_alarm_share,
    overlap,
    ranking,
    storage_counts,
)
from mining_monitor.engine.training.real_world.mixture import read_samples, training_groups
from mining_monitor.engine.training.real_world.predictors import onnx_predictor, softmax
from mining_monitor.engine.training.real_world.samples import Sample
from mining_monitor.engine.training.real_world.self_labels import label_dams
from mining_monitor.engine.training.real_world.settings import MapperSettings, read_mapper_settings
from mining_monitor.engine.training.real_world.sites import sites_in_two_parts
from mining_monitor.engine.training.real_world.soft_labels import soften, together

LOGGER = logging.getLogger(__name__)
#: Pictures of each kind at a look; a look must stay short.
_LOOK_MOST = 150


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(prog="mining_monitor.engine.training.real_world", description=__doc__)
    parser.add_argument("config", type=Path, help="settings of the run, JSON")
    parser.add_argument("data", type=Path, help="the data folder")
    parser.add_argument("work", type=Path, help="folder for checkpoints; a run there is continued")
    parser.add_argument("--made-up", type=Path, help="folder of sample-world scenes")
    parser.add_argument("--lames", type=Path, help="folder of chips in the LAMES layout")
    parser.add_argument("--initial", type=Path, help="weights to start from instead of ImageNet's")
    parser.add_argument("--teacher", type=Path, help="ONNX of an earlier model that labels dams without a mask")
    parser.add_argument(
        "--soften", type=Path, action="append", default=[], help="weights of a teacher, may be given more than once"
    )
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    samples = read_samples(options.data, options.made_up, options.lames)
    if options.teacher is not None:
        samples["dams"] = label_dams(samples["dams"], onnx_predictor(options.teacher, options.threads))
    settings = read_mapper_settings(options.config)
    if options.soften:
        samples = soften(samples, together([_teacher(path, options.threads) for path in options.soften]), options.work)
    if settings.drawn_share:
        samples["drawn"] = list(draw_look_alikes(samples))
    samples["dry_land"] += draw_coasts(samples, settings.drawn_coasts)
    train(settings, samples, options.work, options.initial, options.threads)
    return 0


def _teacher(weights: Path, threads: int) -> Predict:
    """Return trained weights as a predictor of raw probabilities, without the offsets of a shipped model."""
    import torch

    from mining_monitor.engine.training.real_world.export import torch_predictor
    from mining_monitor.engine.training.real_world.network import read_mapper

    torch.set_num_threads(threads)
    return torch_predictor(read_mapper(weights))


def train(
    settings: MapperSettings, samples: dict[str, list[Sample]], work: Path, initial: Path | None, threads: int
) -> Path:
    """Train on the samples to learn from; return the file with the best weights.

    Raises
    ------
    ValueError
        When a place is in two parts.
    """
    import torch

    from mining_monitor.engine.training.real_world.encoder import load_pretrained
    from mining_monitor.engine.training.real_world.fit import fit, start_run
    from mining_monitor.engine.training.real_world.network import Mapper

    torch.set_num_threads(threads)
    torch.manual_seed(settings.seed)
    for name, group in samples.items():
        parts = {part: sum(s.part == part for s in group) for part in ("train", "dev", "test")}
        LOGGER.info("%s: %s", name, parts)
    torn = sites_in_two_parts(sample for group in samples.values() for sample in group)
    if torn:
        raise ValueError(f"{len(torn)} places are in two parts, {torn[0]} among them.")
    model = Mapper(4, settings.widths, settings.encoder)
    if initial is not None:
        model.load_state_dict(torch.load(initial, map_location="cpu", weights_only=True))
    elif settings.is_pretrained:
        LOGGER.info("%d pretrained tensors", load_pretrained(model.encoder, settings.encoder))
    dev = [s for group in samples.values() for s in group if s.part == "dev"]
    groups = training_groups(samples, settings.canvases, settings.side_px, settings.drawn_share)
    return fit(start_run(settings, model), settings, groups, work, lambda trained: look(trained, dev))


def look(model: object, dev: list[Sample]) -> dict[str, float]:
    """Measure on the places kept for looking, with offsets as the shipped model has them.

    The score is the mean of ranking and overlap; the offsets keep false alarms at the same share at every look.
    """
    from mining_monitor.engine.training.real_world.export import torch_predictor

    predict = torch_predictor(model)
    by_kind = artisanal_scores(predict, _few([s for s in dev if s.picture.shape[1] == 48]))
    mines = by_kind.pop("artisanal", np.zeros(0))
    others = np.concatenate([*by_kind.values(), np.zeros(0)])
    kept = [s for s in dev if s.kind == "storage"] + _few([s for s in dev if s.must_lack is not None])
    offsets = choose_offsets(lambda s: np.log(predict(s.picture[None].astype(np.float32))[0] + 1e-9), kept)

    def moved(images: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        return softmax(np.log(predict(images) + 1e-9) + offsets[:, None, None])

    storages = overlap(storage_counts(moved, [s for s in dev if s.kind == "storage"]))
    alarms = false_alarm_share(moved, [s.picture for s in _few([s for s in dev if s.site.startswith("eurosat")])])
    rank = ranking(mines, others)
    score = float(np.nanmean([rank, storages]))
    return {"ranking": rank, "storage_overlap": storages, "false_alarms": alarms, "score": score}


def _few(samples: list[Sample]) -> list[Sample]:
    """Return at most `_LOOK_MOST` of each kind, evenly spread."""
    kinds: dict[str, list[Sample]] = {}
    for sample in samples:
        kinds.setdefault(sample.kind, []).append(sample)
    return [s for group in kinds.values() for s in group[:: max(1, len(group) // _LOOK_MOST)][:_LOOK_MOST]]


if __name__ == "__main__":
    sys.exit(main())
