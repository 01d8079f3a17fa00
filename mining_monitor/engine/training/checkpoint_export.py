"""A torch checkpoint of segmentation-models-pytorch to an ONNX file with a card, compared with it on random tiles."""

from __future__ import annotations

import logging
import shutil
import tempfile
import warnings
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from mining_monitor.contract.errors import ModelError, OutputError, ParameterError
from mining_monitor.contract.models import ExportCheckpointRequest, ExportedModel
from mining_monitor.contract.results import Notice
from mining_monitor.engine.files import require_place
from mining_monitor.engine.models.card import write_card
from mining_monitor.engine.models.loaded import open_model
from mining_monitor.engine.models.model_card import InputTensor, ModelCard, OutputTensor
from mining_monitor.engine.models.session import OnnxSegmenter
from mining_monitor.engine.progress import Job
from mining_monitor.engine.training.checkpoint_networks import (
    Library,
    SegmentationModels,
    build_network,
    recognise_architecture,
    recognise_encoder,
)
from mining_monitor.engine.training.checkpoints import Weights, read_weights
from mining_monitor.schema.classes import BY_CODE, NOT_OBSERVED

LOGGER = logging.getLogger(__name__)

#: LAMES codes of the outputs of the models that LAMES trains, by their number (DOMAIN 1.2).
LAMES_CODES = {2: (0, 2), 8: (0, 3, 4, 5, 6, 7, 8, 9)}

#: Side of the tiles that LAMES trains on; its models are run on the same (DOMAIN 1.8).
TILE = 256

#: A 256 px tile at 0.5 m is smaller than most pits: half of it is shared with each neighbour (DOMAIN 1.8).
_OVERLAP = 0.5
_OPSET = 17
_TRIALS = 4


class _RawColours(torch.nn.Module):  # type: ignore[misc,unused-ignore]  # torch may be absent where types are checked
    """The network behind a division, so that raw 0..255 goes in."""

    def __init__(self, network: torch.nn.Module, divisor: float) -> None:
        super().__init__()
        self.network, self.divisor = network, divisor

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        scores: torch.Tensor = self.network(image / self.divisor if self.divisor != 1 else image)
        return scores


def export_checkpoint(request: ExportCheckpointRequest, job: Job, library: Library | None = None) -> ExportedModel:
    """Write the ONNX file and the card of a checkpoint; both are there and agree with it, or nothing is.

    Raises
    ------
    ModelMissingError, ModelError
        The checkpoint cannot be used, or the file's scores differ from its own by more than the bound.
    ParameterError, OutputError, CancelledError
    """
    output = Path(request.output)
    _check(request, output)
    weights = read_weights(Path(request.checkpoint))
    codes = _class_codes(request, weights)
    job.check()
    library = library or SegmentationModels()
    architecture = (request.architecture or recognise_architecture(weights)).lower()
    encoder = request.encoder or recognise_encoder(weights, library)
    job.check()
    network = _RawColours(build_network(weights, architecture, encoder, library), request.value_scale).eval()
    card = _card(request, architecture, encoder, codes, output)
    with tempfile.TemporaryDirectory(prefix=".export-", dir=output.parent, ignore_cleanup_errors=True) as folder:
        partial = Path(folder) / output.name
        _write_onnx(network, partial, weights.bands)
        job.check()
        written = write_card(replace(card, path=partial))
        difference, bound = compare(network, written, request.bound)
        if not difference <= bound:
            raise ModelError(
                f"The ONNX file's scores differ from the checkpoint's by {difference:.3g}, more than the bound of "
                f"{bound:.3g}; nothing was written.",
                difference=difference,
                bound=bound,
            )
        _publish(partial, output)
    return ExportedModel(
        output=str(output),
        card=str(output.with_suffix(".json")),
        architecture=architecture,
        encoder=encoder,
        class_codes=codes,
        max_difference=difference,
        bound=bound,
        sha256=written.sha256,
        megabytes=output.stat().st_size / 1e6,
        warnings=_notices(weights),
    )


def _check(request: ExportCheckpointRequest, output: Path) -> None:
    if output.suffix.lower() != ".onnx":
        raise ParameterError(f"The output {output.name} must end with .onnx.", name="output")
    for name, value in (("gsd_m", request.gsd_m), ("value_scale", request.value_scale), ("bound", request.bound)):
        if not 0 < value < 1e6:
            raise ParameterError(f"{name} is {value:g}; it must be above 0.", name=name)
    require_place(output)


def _class_codes(request: ExportCheckpointRequest, weights: Weights) -> tuple[int, ...]:
    codes = request.class_codes or LAMES_CODES.get(weights.outputs, ())
    wrong = [code for code in codes if code not in BY_CODE and code != NOT_OBSERVED]
    if len(codes) != weights.outputs or wrong:
        raise ParameterError(
            f"The checkpoint has {weights.outputs} outputs"
            + (f", and {len(codes)} LAMES codes were named" if codes else "")
            + (f"; {wrong[0]} is no LAMES code" if wrong else "")
            + ": name the code of each in order, for example 0,2 (255 = leave out).",
            name="class_codes",
            outputs=weights.outputs,
        )
    return tuple(codes)


def _card(
    request: ExportCheckpointRequest, architecture: str, encoder: str, codes: tuple[int, ...], output: Path
) -> ModelCard:
    name = request.name or output.stem
    keys = tuple(BY_CODE[code].key if code in BY_CODE else "ignore" for code in codes)
    axes = ("batch", "bands", "height", "width")
    return ModelCard(
        name=name,
        path=output,
        inputs=(InputTensor("image", ("red", "green", "blue"), (-1, 3, TILE, TILE), axes),),
        output=OutputTensor("scores", (-1, len(codes), TILE, TILE), ("batch", "class", "height", "width"),
                            class_values=tuple(range(len(codes))), class_names=keys),
        scores="logits",
        class_codes=codes,
        value_range="rgb-8bit",
        gsd_m=request.gsd_m,
        tile_overlap=_OVERLAP,
        title=name,
        description=f"Exported from the checkpoint {Path(request.checkpoint).name}.",
        architecture=f"{architecture} ({encoder})",
        limits=("nobody has measured this export: run models evaluate on labelled images before you trust it",),
    )  # fmt: skip


def _write_onnx(network: torch.nn.Module, path: Path, bands: int) -> None:
    free = {0: "batch", 2: "height", 3: "width"}
    with warnings.catch_warnings():
        # The tracing exporter is called legacy; it writes the plain convolutions that every runtime fuses.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network, (torch.zeros(1, bands, TILE, TILE),), str(path), dynamo=False, opset_version=_OPSET,
            input_names=["image"], output_names=["scores"], dynamic_axes={"image": free, "scores": free},
        )  # fmt: skip


def compare(network: torch.nn.Module, card: ModelCard, relative_bound: float, seed: int = 1) -> tuple[float, float]:
    """Return the largest difference between the scores of network and file on random tiles, and what is allowed.

    Two programs add float32 numbers in another order, so what is allowed grows with the scores: ``relative_bound``
    times the largest score, or times 1 where all are smaller.

    Raises
    ------
    ModelError
        The file cannot be run, or gives scores of another shape.
    """
    segmenter = OnnxSegmenter(open_model(card))
    tiles = random_tiles(len(segmenter.band_roles), seed)
    with torch.no_grad():
        expected = network(torch.from_numpy(tiles)).numpy()
    scores = segmenter.raw_scores(tiles)
    if scores.shape != expected.shape:
        raise ModelError(f"The ONNX file gives scores of {scores.shape}, the checkpoint of {expected.shape}.")
    difference, largest = float(np.abs(scores - expected).max()), float(np.abs(expected).max())
    LOGGER.info("%s differs by %.3g where scores go to %.3g", card.path.name, difference, largest)
    return difference, relative_bound * max(1.0, largest)


def random_tiles(bands: int, seed: int) -> npt.NDArray[np.float32]:
    """Return tiles (n, band, row, col) of 0..255: noise, smooth ground, dark ground, and everything at its highest."""
    rng = np.random.default_rng(seed)
    tiles = np.empty((_TRIALS, bands, TILE, TILE), np.float32)
    tiles[0] = rng.uniform(0, 255, tiles.shape[1:])
    coarse = rng.uniform(20, 200, (bands, TILE // 16, TILE // 16))
    tiles[1] = coarse.repeat(16, axis=1).repeat(16, axis=2) + rng.normal(0, 5, tiles.shape[1:])
    tiles[2] = rng.uniform(0, 20, tiles.shape[1:])
    tiles[3] = 255.0
    return np.rint(np.clip(tiles, 0, 255)).astype(np.float32)


def _publish(partial: Path, output: Path) -> None:
    try:
        shutil.move(partial.with_suffix(".json"), output.with_suffix(".json"))
        shutil.move(partial, output)
    except OSError as error:
        raise OutputError(f"{output} cannot be written ({error.strerror}).", path=str(output)) from error


def _notices(weights: Weights) -> tuple[Notice, ...]:
    if not weights.left_out:
        return ()
    text = f"{len(weights.left_out)} values of the checkpoint are no part of the network and were left out."
    return (Notice("values-left-out", text, {"count": len(weights.left_out), "first": weights.left_out[0]}),)
