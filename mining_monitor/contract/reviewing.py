"""What prepares people's work: which sectors need a person most, and what a foreign layer holds (DOMAIN 1, 4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Dict, Tuple


@dataclass(frozen=True)
class RankResult:
    """What a review should know before a person looks.

    Attributes
    ----------
    output : str
        JSON: ``uuid`` -> what speaks for looking at a sector. ``disputed`` is the share of it, 0..1, to which the last
        map of the same ground gives another class, ``disputed_code`` that class and ``disputed_at`` that map's date;
        ``rejected`` the share on which people have rejected a sector of another image before, ``reason`` theirs;
        ``low_ha`` and ``high_ha`` what a sector of its class measures where this one does not. Members that say
        nothing are left out, and so are sectors without any.
    min_confidence : float
        Threshold of the last run of the scene, 0..1.
    """

    sectors: int
    disputed: int
    unusual: int
    output: str
    min_confidence: float = 0.0


@dataclass(frozen=True)
class RankSectorsRequest:
    """Ask which sectors of a scene need a person most; ``output`` is a ``.json`` file to write."""

    project: str
    scene_id: str
    output: str

    TYPE: ClassVar[str] = "rank-sectors"
    RESULT: ClassVar[type] = RankResult


@dataclass(frozen=True)
class SourceField:
    """One field of a foreign layer.

    Attributes
    ----------
    name : str
    filled : int
        Features that have a value in it.
    values : tuple of str
        Its commonest values, commonest first, at most 40.
    distinct : int
    guess : str
        Field of a sector that its name suggests; empty: none.
    """

    name: str
    filled: int
    values: Tuple[str, ...]
    distinct: int
    guess: str = ""


@dataclass(frozen=True)
class LayerDescription:
    """What a file of polygons holds, before it is read as sectors.

    Attributes
    ----------
    form : str
        As in ``ImportResult``; ``layer`` and ``without-class`` want a mapping.
    layers : tuple of str
        Names of the layers of the file; ``layer`` is the one described.
    class_guesses : dict
        Value -> LAMES key, for values of the field whose name suggests the class.
    default_guess : str
        LAMES key that the file's name suggests where no field tells the class; empty: none.
    """

    form: str
    layers: Tuple[str, ...]
    layer: str
    features: int
    polygons: int
    fields: Tuple[SourceField, ...]
    class_guesses: Dict[str, str]
    default_guess: str = ""


@dataclass(frozen=True)
class DescribeLayerRequest:
    """Ask what a file of polygons holds, so that a person can say what its fields mean."""

    input: str
    layer: str = ""

    TYPE: ClassVar[str] = "describe-layer"
    RESULT: ClassVar[type] = LayerDescription


REQUESTS = (RankSectorsRequest, DescribeLayerRequest)
