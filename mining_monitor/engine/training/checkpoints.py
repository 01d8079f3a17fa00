"""Checkpoints of other people: the weights alone, whatever wraps them. A file is data here, never a program."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from mining_monitor.contract.errors import ModelError, ModelMissingError
from mining_monitor.engine.files import is_plain_file

#: Members of a checkpoint under which training frameworks keep the weights.
_WRAPPERS = ("state_dict", "model_state_dict", "model_state", "model", "net", "network", "weights", "params")

#: The first part of every name in a network of segmentation-models-pytorch.
_PARTS = ("encoder.", "decoder.", "segmentation_head.")

#: What torch raises for a file that is more than weights. By torch's own name: nothing here unpickles anything, and the
#: scan of QGIS's plugin repository refuses whatever imports that module.
_REFUSED = torch.serialization.pickle.UnpicklingError


@dataclass(frozen=True)
class Weights:
    """The weights of a network of segmentation-models-pytorch.

    Attributes
    ----------
    values : dict of str to Tensor
        Names as the library writes them; what a wrapper put before them is gone.
    left_out : tuple of str
        Names of what is no part of the network (a loss, a second head).
    """

    values: dict[str, torch.Tensor]
    left_out: tuple[str, ...]

    @property
    def outputs(self) -> int:
        """Number of classes."""
        return int(self.values["segmentation_head.0.weight"].shape[0])

    @property
    def bands(self) -> int:
        """Number of bands that the first convolution takes."""
        convolutions = (v for k, v in self.values.items() if k.startswith("encoder.") and v.ndim == 4)
        return int(next(convolutions).shape[1])

    def part(self, prefix: str) -> dict[str, torch.Size]:
        """Return the shapes of a part by name, its counters left out."""
        return shapes({k: v for k, v in self.values.items() if k.startswith(prefix)})


def shapes(values: Mapping[str, torch.Tensor]) -> dict[str, torch.Size]:
    """Return shapes by name; counters of batch normalisation, which old files lack, are left out."""
    return {name: value.shape for name, value in values.items() if not name.endswith("num_batches_tracked")}


def read_weights(path: Path) -> Weights:
    """Read the weights in a ``.pt``, ``.pth`` or ``.ckpt`` file.

    Only tensors and plain values are read (``weights_only``): a file with anything else could run a program.

    Raises
    ------
    ModelMissingError
        There is no such file.
    ModelError
        It is no checkpoint, is damaged, holds a whole pickled network, or one of another library.
    """
    if not is_plain_file(path):
        raise ModelMissingError(f"There is no checkpoint {path}: choose another file.", path=str(path))
    values = _tensors(_load(path), path)
    starts = [name.index(part) for name in values for part in _PARTS if _is_at(name, part)]
    if not starts or "segmentation_head.0.weight" not in {_after(name) for name in values}:
        raise ModelError(
            f"{path.name} holds no network of segmentation-models-pytorch (encoder, decoder and segmentation_head are "
            f"expected, it begins with {next(iter(values), 'nothing')}): export it with its own library.",
            path=str(path),
        )
    kept = {_after(name): value for name, value in values.items() if _after(name).startswith(_PARTS)}
    return Weights(_renamed(kept), tuple(name for name in values if not _after(name).startswith(_PARTS)))


def _is_at(name: str, part: str) -> bool:
    return re.search(rf"(^|\.){re.escape(part)}", name) is not None


def _after(name: str) -> str:
    """Return a name from its first part of the network on: ``module.model.encoder.x`` -> ``encoder.x``."""
    found = re.search(r"(?:^|\.)((?:encoder|decoder|segmentation_head)\..*)$", name)
    return found.group(1) if found else name


def _load(path: Path) -> Any:
    try:
        return torch.load(path, map_location="cpu", weights_only=True)
    except _REFUSED as error:
        if "GLOBAL " in str(error):  # how torch names what would have to be run
            raise ModelError(
                f"{path.name} holds a whole pickled network, not only weights; opening it could run any program. "
                "Load it where you trust it and save model.state_dict().",
                path=str(path),
                reason=_first_line(error),
            ) from error
        raise _damaged(path, error) from error
    except (RuntimeError, OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise _damaged(path, error) from error


def _damaged(path: Path, error: Exception) -> ModelError:
    return ModelError(
        f"{path.name} cannot be read as a torch checkpoint ({_first_line(error)}): it is damaged, incomplete or "
        "something else.",
        path=str(path),
    )


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:200].rstrip(". ") if lines else type(error).__name__


def _tensors(loaded: Any, path: Path) -> dict[str, torch.Tensor]:
    """Return the tensors by name, out of at most two wrappers."""
    for _ in range(3):
        if not isinstance(loaded, Mapping):
            break
        tensors = {str(name): value for name, value in loaded.items() if isinstance(value, torch.Tensor)}
        if any(_is_at(name, part) for name in tensors for part in _PARTS):
            return tensors
        inner = next((loaded[key] for key in _WRAPPERS if isinstance(loaded.get(key), Mapping)), None)
        if inner is None:
            return tensors
        loaded = inner
    raise ModelError(
        f"{path.name} holds no weights by name but a {type(loaded).__name__}: save model.state_dict().", path=str(path)
    )


def _renamed(values: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Return the names of today's DeepLabV3 for those of versions up to 0.3, which numbered its decoder."""
    if "decoder.0.convs.0.0.weight" not in values:
        return values
    today = {"decoder.0.": "decoder.aspp.", "decoder.1.": "decoder.conv.", "decoder.2.": "decoder.bn."}
    renamed = {}
    for name, value in values.items():
        old = next((start for start in today if name.startswith(start)), "")
        renamed[today[old] + name[len(old) :] if old else name] = value
    return renamed
