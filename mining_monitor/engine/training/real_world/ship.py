"""Turn trained weights into a shipped model: ``python -m mining_monitor.engine.training.real_world.ship ...``.

Writes ``OUTPUT/<name>.onnx``, measures that file, not the checkpoint, on everything held out, and writes the card.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import math
import sys
from collections.abc import Mapping
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from mining_monitor.engine.models.item_writer import make_item
from mining_monitor.engine.models.model_card import InputTensor, ModelCard, OutputTensor
from mining_monitor.engine.training.real_world.held_out import held_out_figures
from mining_monitor.engine.training.real_world.mixture import read_samples
from mining_monitor.engine.training.real_world.predictors import onnx_predictor
from mining_monitor.engine.training.real_world.samples import CODES
from mining_monitor.engine.training.real_world.settings import MapperSettings, read_mapper_settings

LOGGER = logging.getLogger(__name__)
#: Bare polar ground was never learned from, and the one picture of it fools the model.
_EVERYWHERE = (-180.0, -60.0, 180.0, 75.0)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(prog="mining_monitor.engine.training.real_world.ship", description=__doc__)
    parser.add_argument("config", type=Path, help="settings of the run, JSON; the card's words lie beside it")
    parser.add_argument("data", type=Path, help="the data folder")
    parser.add_argument("weights", type=Path, nargs="+", help="best.pt of a run; several answer together by their mean")
    parser.add_argument("output", type=Path, help="folder for the model and its card")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")

    import torch

    from mining_monitor.engine.training.real_world.export import export_mapper

    torch.set_num_threads(options.threads)
    settings = read_mapper_settings(options.config)
    path = options.output / f"{settings.name}.onnx"
    samples = read_samples(options.data)
    dev = [s for name in ("storages", "countryside", "look_alikes") for s in samples[name] if s.part == "dev"]
    offsets = export_mapper(options.weights, path, dev, settings.turns)
    LOGGER.info("offsets of the logits, chosen on dev: %s", offsets.tolist())
    figures = held_out_figures(onnx_predictor(path, options.threads), samples, options.data)
    LOGGER.info("%s", json.dumps(rounded(figures), indent=1))
    write_card(settings, path, figures, read_words(options.config))
    return 0


def read_words(config: Path) -> dict[str, Any]:
    """Read what people wrote for the card, ``<name>.card.json`` beside the settings."""
    words: dict[str, Any] = json.loads(config.with_suffix(".card.json").read_text(encoding="utf-8"))
    return words


def write_card(settings: MapperSettings, model: Path, figures: Mapping[str, Any], words: Mapping[str, Any]) -> Path:
    """Write the card of a model beside it and return its path."""
    path = model.with_suffix(".json")
    item = card_item(settings, model, figures, words)
    path.write_text(json.dumps(item, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def card_item(
    settings: MapperSettings, model: Path, figures: Mapping[str, Any], words: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the card as JSON values (CONTRACT 4)."""
    west, south, east, north = _EVERYWHERE
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    hyper = {"seed": settings.seed, "steps": words["steps"], "learning_rate": settings.learning_rate}
    properties = {
        "datetime": datetime.now(timezone.utc).strftime("%Y-%m-%dT00:00:00Z"),
        "mlm:pretrained": settings.is_pretrained,
        "mlm:pretrained_source": "ImageNet" if settings.is_pretrained else None,
        "mlm:memory_size": model.stat().st_size,
        "mlm:accelerator": None,
        "mlm:hyperparameters": {**hyper, "canvases": settings.canvases, "side_px": settings.side_px},
        "mining_monitor:must_not_be_used_for": list(words["must_not_be_used_for"]),
        "mining_monitor:look_alikes": list(words["look_alikes"]),
    }
    document = {
        "id": settings.name,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "bbox": list(_EVERYWHERE),
        "properties": properties,
    }
    return make_item(_card(settings, model, figures, words, document))


def _card(
    settings: MapperSettings,
    model: Path,
    figures: Mapping[str, Any],
    words: Mapping[str, Any],
    document: dict[str, Any],
) -> ModelCard:
    batch, size = ("batch", "bands", "height", "width"), (-1, 3, -1, -1)
    return ModelCard(
        name=settings.name,
        path=model,
        inputs=(InputTensor("image", ("red", "green", "blue"), size, batch),),
        output=OutputTensor("scores", (-1, len(CODES), -1, -1), ("batch", "class", "height", "width")),
        scores="logits",
        class_codes=CODES,
        value_range="rgb-8bit",
        gsd_m=10.0,
        gsd_range_m=(7.5, 13.0),
        tile_overlap=0.25,
        batch_size=4,
        title=words["title"],
        description=words["description"],
        licence=words["licence"],
        architecture=words["architecture"],
        region=words["region"],
        region_bbox=(_EVERYWHERE,),
        limits=tuple(words["limits"]),
        held_out=rounded(figures),
        training_data=tuple(words["training_data"]),
        sha256=hashlib.sha256(model.read_bytes()).hexdigest(),
        document=document,
    )


def rounded(value: Any) -> Any:
    """Return nested values with numbers rounded to three decimals; what is not a number becomes null."""
    if isinstance(value, Mapping):
        return {key: rounded(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(part) for part in value]
    if isinstance(value, float):
        return round(value, 3) if math.isfinite(value) else None
    return value


if __name__ == "__main__":
    sys.exit(main())
