"""Models that find cloud and shadow: those of the package ``ukis-csmask`` where it is installed, or one by its card.

The package is never required and never imported: its ONNX files and what its JSON files say of them are enough. In the
cards made here the class codes are no LAMES codes: 0 is clear ground, 1 is what hides it.

References
----------
Wieland, Fichtner, Martinis 2022, "UKIS-CSMASK", ISPRS Archives XLIII-B3-2022; package version 1.0.0, Apache-2.0.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

from mining_monitor.contract.errors import ModelCardError, ModelMissingError
from mining_monitor.engine.models.catalogue import resolve
from mining_monitor.engine.models.loaded import open_model
from mining_monitor.engine.models.model_card import InputTensor, ModelCard, OutputTensor
from mining_monitor.engine.models.scaling import BandScaling
from mining_monitor.engine.models.session import OnnxSegmenter
from mining_monitor.engine.models.warm import WARM_MODELS

#: Chooses among the models of the package.
AUTO = "auto"

#: Codes of the cards made here.
CLEAR, HIDDEN = 0, 1

_PACKAGE = "ukis_csmask"

#: The package's own advice: about 30 m gives the best masks, and nine times fewer pixels than 10 m.
_GSD_M, _GSD_RANGE_M = 30.0, (24.0, 40.0)
_OVERLAP = 0.2

#: Parts of class names that tell what hides the ground.
_HIDING_WORDS = ("cloud", "shadow", "cirrus", "haze")


def package_models() -> dict[str, Path]:
    """Return the ONNX files of the package by our name (``ukis-csmask-6b-l2a``); empty where it is not installed."""
    try:
        spec = importlib.util.find_spec(_PACKAGE)
    except (ImportError, ValueError):
        return {}
    folders = [Path(folder) for folder in (spec.submodule_search_locations or ())] if spec else []
    found = {}
    for folder in folders:
        for path in sorted(folder.glob("model_?b_l??.onnx")):
            if path.with_suffix(".json").is_file():
                found["ukis-csmask-" + path.stem.replace("model_", "").replace("_", "-")] = path
    return found


def choose_package_model(roles: Collection[str], image_name: str) -> str:
    """Return the name of the package's model that suits an image best; empty: none is installed, or bands are missing.

    Six bands do better than four. Level-1C is taken where the image's name says so, Level-2A otherwise.
    """
    models = package_models()
    level = "l1c" if "L1C" in image_name.upper() else "l2a"
    bands = {"blue", "green", "red", "nir"}
    for count, more in ((6, {"swir16", "swir22"}), (4, set())):
        name = f"ukis-csmask-{count}b-{level}"
        if name in models and bands | more <= set(roles):
            return name
    return ""


def load_cloud_segmenter(name: str, threads: int = 0) -> OnnxSegmenter:
    """Return a segmenter whose class 1 is what hides the ground (code ``HIDDEN``), 0 is clear ground.

    Parameters
    ----------
    name : str
        A name of ``package_models``, or a model as in ``load_segmenter`` whose card names classes such as ``cloud``
        or ``cloud shadow``.

    Raises
    ------
    ModelMissingError, ModelCardError, ModelError
    """
    models = package_models()
    if name in models:
        return OnnxSegmenter(WARM_MODELS.get(_package_card(name, models[name]), threads))
    if name.startswith("ukis-csmask") or name == AUTO:
        raise ModelMissingError(
            "The cloud models come with the package ukis-csmask, which is not installed in the engine: install it "
            "there, name another model, or use a mask.",
            model=name,
            installed=sorted(models),
        )
    card = resolve(name)
    codes = tuple(HIDDEN if _hides(one) else CLEAR for one in card.output.class_names)
    if HIDDEN not in codes or len(codes) != len(card.class_codes):
        raise ModelCardError(
            f"{card.name} names no class of clouds ({', '.join(card.output.class_names) or 'it names no classes'}): "
            "name a model whose card does.",
            path=str(card.path), problems=[], missing=[], questions=[],
        )  # fmt: skip
    # Not kept warm: warm models are known by their files, and Detect may run the same file with its own codes.
    return OnnxSegmenter(open_model(replace(card, class_codes=codes), threads))


def _hides(class_name: str) -> bool:
    lowered = class_name.lower()
    return any(word in lowered for word in _HIDING_WORDS) and "no cloud" not in lowered and "free" not in lowered


def _package_card(name: str, path: Path) -> ModelCard:
    """Return the card that the package's JSON file amounts to."""
    try:
        data: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["data"]
        bands = tuple(str(band) for band in data["dataset_statistics"]["band_names"])
        means, deviations = data["dataset_statistics"]["img"]
        scaling = tuple(
            BandScaling("z-score", mean=float(mean), stddev=float(deviation))
            for mean, deviation in zip(means, deviations)
        )
        rows, cols = (int(side) for side in data["target_size"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelCardError(
            f"The description of {path.name} in ukis-csmask cannot be read ({error}): another version of the package "
            "may be installed.",
            path=str(path), problems=[], missing=[], questions=[],
        ) from error  # fmt: skip
    axes = ("batch", "bands", "height", "width")
    return ModelCard(
        name=name,
        path=path,
        inputs=(InputTensor("input", bands, (-1, len(bands), rows, cols), axes, scaling=scaling),),
        output=OutputTensor("output", (-1, 3, rows, cols), ("batch", "class", "height", "width"),
                            class_values=(0, 1, 2), class_names=("clear", "cloud", "cloud shadow")),
        scores="logits",
        class_codes=(CLEAR, HIDDEN, HIDDEN),
        value_range="reflectance",
        gsd_m=_GSD_M,
        gsd_range_m=_GSD_RANGE_M,
        tile_overlap=_OVERLAP,
        title="Cloud and cloud shadow (ukis-csmask)",
        licence="Apache-2.0",
    )  # fmt: skip
