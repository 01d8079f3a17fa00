"""What is asked about models beyond running one: how good they are, other formats, which one suits an image."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Dict, Optional, Tuple

from mining_monitor.contract.imagery import Extent, ImageRef
from mining_monitor.contract.results import ModelInfo, Notice


@dataclass(frozen=True)
class Figure:
    """A measured number and its interval; ``value`` None: undefined, because 0 would be divided by 0.

    ``low`` and ``high`` bound 95 % of what resampled images give; None with a single image, or where too few of the
    resamples define the figure.
    """

    value: Optional[float] = None
    low: Optional[float] = None
    high: Optional[float] = None


@dataclass(frozen=True)
class ClassAssessment:
    """Agreement of one class, from one pooled confusion matrix (DOMAIN 1.9).

    ``codes`` are the LAMES codes that count as this class: one, or several where classes were joined. ``support_px``
    are pixels of it in the labels, ``found_px`` in the map. ``accuracy`` is the one-vs-rest accuracy (TP + TN) / N.
    """

    key: str
    codes: Tuple[int, ...]
    support_px: int
    found_px: int
    precision: Figure
    recall: Figure
    f1: Figure
    iou: Figure
    accuracy: Figure


@dataclass(frozen=True)
class PixelAssessment:
    """Agreement of a map with labels, pixel by pixel.

    Attributes
    ----------
    confusion : tuple of tuple of int
        Pooled counts in the order of ``classes``: rows labels, columns the map.
    averages : dict
        ``macro_one_vs_rest_accuracy``, ``macro_precision``, ``macro_recall``, ``macro_f1``, ``macro_iou`` (means over
        the classes where they are defined) and ``micro_accuracy`` (the overall accuracy; with one label a pixel the
        micro precision, recall and F1 are the same number).
    undefined : tuple of str
        Figures that would be 0 / 0, as ``key.figure``; no mean counts them.
    mine_share : float or None
        Of all pixels that are judged, those that the map calls the positive classes, or any mine.
    """

    images: int
    pixels: int
    classes: Tuple[ClassAssessment, ...]
    confusion: Tuple[Tuple[int, ...], ...]
    averages: Dict[str, Figure]
    undefined: Tuple[str, ...]
    mine_share: Optional[float] = None


@dataclass(frozen=True)
class RankingFigure:
    """Area under the ROC curve of all positives against one kind of negatives.

    ``kind`` ``all`` pools them, ``hard`` those that look like mines (industry, fish ponds, landslides, river banks).
    """

    kind: str
    positives: int
    negatives: int
    auc: Figure


@dataclass(frozen=True)
class ModelAssessment:
    """One row of an evaluation: a model, or a rule that needs none (``sha256`` empty).

    ``pixels`` is there where the data has masks, ``ranking`` where images or chips have one label each. ``problem``
    says why a model could not be judged; the others are judged all the same.
    """

    name: str
    title: str
    sha256: str = ""
    pixels: Optional[PixelAssessment] = None
    ranking: Tuple[RankingFigure, ...] = ()
    seconds: float = 0.0
    problem: str = ""


@dataclass(frozen=True)
class ModelsEvaluation:
    """Models side by side on the same labelled data."""

    data: str
    images: int
    chips: int
    rows: Tuple[ModelAssessment, ...]
    output: Optional[str] = None
    warnings: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class EvaluateModelsRequest:
    """Measure models on labelled data that they never saw.

    Attributes
    ----------
    data : str
        A folder with image and mask pairs (``x_img.png`` and ``x_msk.png``, or folders ``img`` and ``msk``, with or
        without ``train``, ``val``, ``test`` above or below), or an ``.npz`` of chips: ``x`` (n, row, col, 3) 8-bit,
        ``y`` 0 or 1, optionally ``source`` and ``lonlat``.
    models : tuple of str
        As in ``DetectRequest``; empty: every installed model. ``colour-rule`` is always measured beside them.
    split : str
        Only this part (a folder name, or ``split`` in an ``index.csv``); empty: everything.
    values : dict
        Value of a mask -> LAMES code, 255 = leave out. Empty: masks hold LAMES codes. Values without one are left out.
    has_no_mines : bool
        The folder holds pictures alone, on which there is no mine: every pixel counts as ``other``.
    against : tuple of str
        Folders of pictures that do not show the wanted classes: whole pictures are ranked, those of ``data`` should
        come first. The kind of each is the name of its folder.
    positive : tuple of str
        Class keys that are judged together against everything else, ``mine`` stands for all of 1 to 9. Empty: class by
        class; with chips: ``mine``.
    gsd_m : float or None
        Ground distance of images without a position; None: the model's own.
    bbox : Extent or None
        Chips with a known position outside of it are left out; those without one stay as negatives only.
    resamples, seed : int
        Of the bootstrap over images; 0: no intervals.
    limit : int
        Images at most, evenly chosen; 0: all.
    output : str or None
        .json to write.
    """

    data: str
    models: Tuple[str, ...] = ()
    split: str = ""
    values: Optional[Dict[str, int]] = None
    has_no_mines: bool = False
    against: Tuple[str, ...] = ()
    positive: Tuple[str, ...] = ()
    gsd_m: Optional[float] = None
    bbox: Optional[Extent] = None
    resamples: int = 1000
    seed: int = 1
    limit: int = 0
    output: Optional[str] = None
    threads: int = 0

    TYPE: ClassVar[str] = "evaluate-models"
    RESULT: ClassVar[type] = ModelsEvaluation


@dataclass(frozen=True)
class ExportedModel:
    """A checkpoint that became an ONNX file with a card.

    ``max_difference`` is the largest difference between the scores of both on random tiles, ``bound`` what was
    allowed; ``architecture`` and ``encoder`` are what was given or recognised.
    """

    output: str
    card: str
    architecture: str
    encoder: str
    class_codes: Tuple[int, ...]
    max_difference: float
    bound: float
    sha256: str
    megabytes: float
    warnings: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class ExportCheckpointRequest:
    """Turn a torch checkpoint of segmentation-models-pytorch into an ONNX file with a card.

    Attributes
    ----------
    checkpoint, output : str
        A state dict (``.pt``, ``.pth``, ``.ckpt``) and the ``.onnx`` to write.
    architecture, encoder : str
        ``unet``, ``unetplusplus``, ``fpn``, ``deeplabv3``, ``deeplabv3plus`` and an encoder's name; empty: recognised.
    class_codes : tuple of int
        LAMES code of each output; empty: by their number, 2 or 8 as LAMES trains them (DOMAIN 1.8).
    gsd_m : float
        Ground distance that it was trained at.
    value_scale : float
        Values 0..255 are divided by it before they go in: 1 as LAMES trains, 255 for 0..1.
    bound : float
        The export fails when scores differ by more than this share of the largest score (of 1 where all are smaller).
    """

    checkpoint: str
    output: str
    architecture: str = ""
    encoder: str = ""
    class_codes: Tuple[int, ...] = ()
    gsd_m: float = 0.5
    value_scale: float = 1.0
    name: str = ""
    bound: float = 1e-3

    TYPE: ClassVar[str] = "export-checkpoint"
    RESULT: ClassVar[type] = ExportedModel


@dataclass(frozen=True)
class QuantizedModel:
    """A model in 8-bit integers: how often it agrees with the original, by held-out image the lowest share."""

    output: str
    card: str
    agreement: float
    lowest_agreement: float
    images: int
    megabytes_before: float
    megabytes: float
    milliseconds_before: float
    milliseconds: float
    sha256: str


@dataclass(frozen=True)
class QuantizeModelRequest:
    """Make a static INT8 model of a model; it is kept only where its map agrees with the original's.

    Attributes
    ----------
    calibration, held_out : str
        Folders of images (or one image) to learn the ranges from, and others to compare on. They must differ.
    min_agreement : float
        Share of the pixels of the held-out images with the same class; less is refused.
    """

    model: str
    output: str
    calibration: str
    held_out: str
    min_agreement: float = 0.99
    limit: int = 32

    TYPE: ClassVar[str] = "quantize-model"
    RESULT: ClassVar[type] = QuantizedModel


@dataclass(frozen=True)
class ModelSuggestion:
    """A model with how well it suits an image: 0 (cannot run on it) to 1, and why, in sentences."""

    model: ModelInfo
    fitness: float
    reasons: Tuple[Notice, ...] = ()


@dataclass(frozen=True)
class ModelSuggestions:
    """Installed models, the most suitable first; ``chosen`` names the one to take, empty: none can run."""

    suggestions: Tuple[ModelSuggestion, ...]
    chosen: str = ""


@dataclass(frozen=True)
class SuggestModelsRequest:
    """Ask which installed models suit an image: its bands, its ground distance and where it lies."""

    image: ImageRef
    extent: Optional[Extent] = None

    TYPE: ClassVar[str] = "suggest-models"
    RESULT: ClassVar[type] = ModelSuggestions


REQUESTS = (EvaluateModelsRequest, ExportCheckpointRequest, QuantizeModelRequest, SuggestModelsRequest)
