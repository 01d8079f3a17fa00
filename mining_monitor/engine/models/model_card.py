"""What a model card says, as values (CONTRACT 4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from mining_monitor.contract.imagery import SENTINEL2_ROLES
from mining_monitor.engine.models.scaling import BandScaling

Kind = Literal["segmentation", "patch-classification"]
Scores = Literal["logits", "probabilities", "labels"]
ValueRange = Literal["dn", "reflectance", "rgb-8bit"]
Origin = Literal["json", "onnx-metadata", "deepness"]


@dataclass(frozen=True)
class InputTensor:
    """One input of the model: ``dim_order`` in the words batch, bands, height, width; -1 in ``shape`` = any size.

    ``bands`` are names as the card writes them; empty: bands in image order. ``scaling`` is empty (values go in as
    they are), one for all bands, or one a band.
    """

    name: str
    bands: tuple[str, ...]
    shape: tuple[int, ...]
    dim_order: tuple[str, ...]
    data_type: str = "float32"
    scaling: tuple[BandScaling, ...] = ()

    @property
    def band_count(self) -> int:
        """Number of bands, -1 when the card leaves it open."""
        return len(self.bands) or self.shape[self.dim_order.index("bands")]

    @property
    def size(self) -> tuple[int, int]:
        """Height and width, -1 = any."""
        return self.shape[self.dim_order.index("height")], self.shape[self.dim_order.index("width")]


@dataclass(frozen=True)
class OutputTensor:
    """The output with the scores: ``dim_order`` in the words batch, class, height, width.

    ``class_values`` are the values that labels take, in the order of the classes.
    """

    name: str
    shape: tuple[int, ...]
    dim_order: tuple[str, ...]
    data_type: str = "float32"
    class_values: tuple[int, ...] = ()
    class_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class ModelCard:
    """A model card that was read and found whole.

    Attributes
    ----------
    name, title, description, licence, architecture : str
        As the interface shows them.
    path : Path
        The ONNX file.
    card_path : Path or None
        The JSON file; None when the card lies in the ONNX file's metadata (``origin`` says which kind).
    sha256 : str
        SHA-256 that the card states for the ONNX file, in hex; empty when it states none.
    class_codes : tuple of int
        LAMES code of each output class, in order; 255 = ignore.
    tile_overlap : float
        Share of the tile, 0..0.75.
    region_bbox : tuple of (west, south, east, north)
        Degrees, where it learned or was tested; empty: the card does not say, or everywhere.
    is_experimental : bool
        Its makers warn against trusting it; another model is suggested where there is one.
    is_made_up : bool
        All mines that it learned from are made up (``engine/sample_world``).
    document : dict
        The card as JSON values; members that are unknown here survive ``write_card``.
    """

    name: str
    path: Path
    inputs: tuple[InputTensor, ...]
    output: OutputTensor
    scores: Scores
    class_codes: tuple[int, ...]
    value_range: ValueRange
    kind: Kind = "segmentation"
    gsd_m: float | None = None
    gsd_range_m: tuple[float, float] | None = None
    tile_overlap: float = 0.25
    batch_size: int = 1
    title: str = ""
    description: str = ""
    licence: str = ""
    architecture: str = ""
    region: str = ""
    region_bbox: tuple[tuple[float, float, float, float], ...] = ()
    is_experimental: bool = False
    is_made_up: bool = False
    limits: tuple[str, ...] = ()
    held_out: dict[str, Any] = field(default_factory=dict, hash=False)
    training_data: tuple[Any, ...] = field(default=(), hash=False)
    sha256: str = ""
    card_path: Path | None = None
    origin: Origin = "json"
    document: dict[str, Any] = field(default_factory=dict, hash=False, compare=False)

    @property
    def band_roles(self) -> tuple[str, ...]:
        """Roles of all bands, inputs one after another; ``any`` where the card names none."""
        roles: list[str] = []
        for one in self.inputs:
            roles += [band_role(name) for name in one.bands] or ["any"] * max(one.band_count, 0)
        return tuple(roles)


def band_role(name: str) -> str:
    """Return the role of a band given by common name or Sentinel-2 name (``B02``, ``B2``); others stay as they are."""
    text = name.strip()
    if text.upper().startswith("B") and text[1:].isdecimal():
        text = f"B{int(text[1:]):02d}"
    return SENTINEL2_ROLES.get(text.upper(), text.lower())
