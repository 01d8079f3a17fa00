"""Which classes are told apart when a map is judged: class by class, or some together against everything else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.errors import ParameterError
from mining_monitor.schema.classes import BY_CODE, NOT_OBSERVED, OTHER, class_code

#: Stands for every mining class.
MINE = "mine"

#: Index of what is not judged, in arrays of class indices.
NOT_JUDGED = -1


@dataclass(frozen=True)
class JudgedClass:
    """A class as an evaluation sees it; ``codes`` are the LAMES codes that count as it."""

    key: str
    codes: tuple[int, ...]

    @property
    def is_mine(self) -> bool:
        """Whether it is anything but ``other``."""
        return OTHER not in self.codes


def class_by_class(codes: Iterable[int]) -> tuple[JudgedClass, ...]:
    """Return one class for each LAMES code, ``other`` first."""
    wanted = sorted({OTHER, *codes} - {NOT_OBSERVED})
    return tuple(JudgedClass(BY_CODE[code].key, (code,)) for code in wanted)


def against_the_rest(keys: Sequence[str]) -> tuple[JudgedClass, ...]:
    """Return two classes: everything else, and the classes of these keys together.

    Raises
    ------
    ParameterError
        A key is no LAMES class, or is ``other``.
    """
    codes: set[int] = set()
    for key in keys:
        if key.strip().lower() == MINE:
            codes |= set(BY_CODE) - {OTHER}
            continue
        code = class_code(key)
        if code is None or code == OTHER:
            keys_there = ", ".join(one.key for one in BY_CODE.values() if one.code != OTHER)
            raise ParameterError(
                f"'{key}' is no class to look for: name LAMES classes ({keys_there}) or {MINE}.", name="positive"
            )
        codes.add(code)
    key = keys[0].strip().lower() if len(keys) == 1 else "+".join(BY_CODE[code].key for code in sorted(codes))
    rest = tuple(sorted(set(BY_CODE) - codes))
    return JudgedClass("other", rest), JudgedClass(key, tuple(sorted(codes)))


def index_table(classes: Sequence[JudgedClass]) -> npt.NDArray[np.int64]:
    """Return the class index of each LAMES code, shape (256,); ``NOT_JUDGED`` for what is in no class."""
    table = np.full(256, NOT_JUDGED, np.int64)
    for index, one in enumerate(classes):
        table[list(one.codes)] = index
    return table


def value_table(values: Mapping[str, int] | None) -> npt.NDArray[np.uint8]:
    """Return the LAMES code of each value of a mask, shape (256,): 255 = left out, also for values without a code.

    Raises
    ------
    ParameterError
        A value is no byte, or a code is none of 0 to 9 and 255.
    """
    table = np.full(256, NOT_OBSERVED, np.uint8)
    if not values:
        table[list(BY_CODE)] = list(BY_CODE)
        return table
    for value, code in values.items():
        if not str(value).isdecimal() or int(value) > 255 or (code not in BY_CODE and code != NOT_OBSERVED):
            raise ParameterError(
                f"'{value}={code}' is no assignment: write mask value (0..255) = LAMES code (0..9, 255 = leave out), "
                "for example 1=8.",
                name="values",
            )
        table[int(value)] = code
    return table
