"""Weights to the network that they belong to: architecture and encoder are read off their names and shapes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

import torch

from mining_monitor.contract.errors import ModelError, ParameterError
from mining_monitor.engine.training.checkpoints import Weights, shapes

#: Our names of the architectures, and the library's.
ARCHITECTURES = {
    "unet": "Unet", "unetplusplus": "UnetPlusPlus", "fpn": "FPN", "deeplabv3": "DeepLabV3",
    "deeplabv3plus": "DeepLabV3Plus",
}  # fmt: skip

#: A weight that only this architecture has; the first that is there decides.
_MARKS = (
    ("unetplusplus", "decoder.blocks.x_0_0.conv1.0.weight"),
    ("unet", "decoder.blocks.0.conv1.0.weight"),
    ("fpn", "decoder.p5.weight"),
    ("deeplabv3plus", "decoder.aspp.0.convs.0.0.weight"),
    ("deeplabv3", "decoder.aspp.convs.0.0.weight"),
)

#: What building a network may raise: the library checks its arguments in many ways.
_BUILD_ERRORS = (RuntimeError, ValueError, KeyError, TypeError, NotImplementedError, AttributeError, AssertionError)


class Library(Protocol):
    """What is needed of segmentation-models-pytorch."""

    def encoders(self) -> list[str]:
        """Return the names of all encoders."""
        ...

    def encoder(self, name: str, bands: int) -> torch.nn.Module:
        """Return an encoder without trained weights."""
        ...

    def network(self, architecture: str, encoder: str, bands: int, classes: int) -> torch.nn.Module:
        """Return a network without trained weights; ``architecture`` is one of ``ARCHITECTURES``."""
        ...


class SegmentationModels:
    """segmentation-models-pytorch itself.

    Raises
    ------
    ModelError
        It is not installed.
    """

    def __init__(self) -> None:
        try:
            import segmentation_models_pytorch as library
        except (ImportError, RuntimeError) as error:
            raise ModelError(
                f"Checkpoints need the package segmentation-models-pytorch, which cannot be loaded here ({error}): "
                "install it beside torch and torchvision.",
                package="segmentation-models-pytorch",
            ) from error
        self._library: Any = library

    def encoders(self) -> list[str]:
        """Return the names of all encoders."""
        return list(self._library.encoders.get_encoder_names())

    def encoder(self, name: str, bands: int) -> torch.nn.Module:
        """Return an encoder without trained weights."""
        made: torch.nn.Module = self._library.encoders.get_encoder(name, in_channels=bands, depth=5, weights=None)
        return made

    def network(self, architecture: str, encoder: str, bands: int, classes: int) -> torch.nn.Module:
        """Return a network without trained weights."""
        make = getattr(self._library, ARCHITECTURES[architecture])
        made: torch.nn.Module = make(encoder_name=encoder, encoder_weights=None, in_channels=bands, classes=classes)
        return made


def recognise_architecture(weights: Weights) -> str:
    """Return the architecture that the weights tell.

    Raises
    ------
    ModelError
        It is none of the five.
    """
    for name, mark in _MARKS:
        if mark in weights.values:
            return name
    raise ModelError(
        f"The decoder of the checkpoint is none of {', '.join(ARCHITECTURES)}: it begins with "
        f"{next((k for k in weights.values if k.startswith('decoder.')), 'nothing')}.",
        known=list(ARCHITECTURES),
    )


def recognise_encoder(weights: Weights, library: Library) -> str:
    """Return the encoder whose weights have exactly these names and shapes.

    Encoders are built without memory for their weights, likely ones first; about ten seconds at most.

    Raises
    ------
    ModelError
        None has.
    """
    wanted = weights.part("encoder.")
    for name in _likely_first(library.encoders(), wanted):
        made = _encoder_shapes(name, weights.bands, library)
        if made == wanted:
            return name
    raise ModelError(
        f"No encoder of the library has the {len(wanted)} weights of the checkpoint's: name it with --encoder, and "
        "check that library and checkpoint are of the same time.",
        weights=len(wanted),
    )


def _likely_first(names: list[str], wanted: dict[str, torch.Size]) -> Iterator[str]:
    """Yield the encoders, those of the family that the names of the weights show first."""
    first = next(iter(wanted), "")
    hints = {
        "encoder.conv1": ("resnet", "resnext"), "encoder._conv_stem": ("efficientnet",),
        "encoder.features.0": ("vgg", "mobilenet"), "encoder.features.conv0": ("densenet",),
        "encoder.layer0": ("se_res", "senet"), "encoder.patch_embed1": ("mit_",),
    }  # fmt: skip
    families = next((words for start, words in hints.items() if first.startswith(start)), ())
    yield from sorted(names, key=lambda name: not name.startswith(families) if families else True)


def _encoder_shapes(name: str, bands: int, library: Library) -> dict[str, torch.Size] | None:
    for device in ("meta", "cpu"):
        try:
            with torch.device(device):
                made = library.encoder(name, bands)
        except _BUILD_ERRORS:
            continue
        return shapes({f"encoder.{key}": value for key, value in made.state_dict().items()})
    return None


def build_network(weights: Weights, architecture: str, encoder: str, library: Library) -> torch.nn.Module:
    """Return the network with its weights, ready to predict.

    Raises
    ------
    ParameterError
        The library does not know the architecture or the encoder.
    ModelError
        The weights do not fit the network; the sentence names the first that does not.
    """
    if architecture not in ARCHITECTURES:
        raise ParameterError(
            f"'{architecture}' is no known architecture: name one of {', '.join(ARCHITECTURES)}.", name="architecture"
        )
    try:
        network = library.network(architecture, encoder, weights.bands, weights.outputs)
    except _BUILD_ERRORS as error:
        raise ParameterError(
            f"The library cannot build {architecture} with the encoder '{encoder}': {error}.", name="encoder"
        ) from error
    own, given = shapes(network.state_dict()), shapes(weights.values)
    misfits = [name for name, shape in own.items() if given.get(name) != shape]
    strangers = [name for name in given if name not in own]
    if misfits or strangers:
        raise ModelError(
            f"The weights do not fit {architecture} with {encoder}: {len(misfits)} are missing or have another shape, "
            f"{len(strangers)} belong nowhere, the first is {(misfits or strangers)[0]}. Name the right architecture "
            "and encoder.",
            architecture=architecture,
            encoder=encoder,
            first=(misfits or strangers)[0],
        )
    network.load_state_dict(dict(weights.values), strict=False)
    return network.eval()
