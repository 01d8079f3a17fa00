"""What the map or the list answers to a gesture that does nothing: a line that fades, and gives way to the next.

QGIS's own map tools speak so. What has really failed (the disk, the engine, the connection) stays in the bar, in red.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any, Callable, Iterator, TypeVar

from qgis.core import Qgis

from mining_monitor.adapter.messages import error_sentence, kept, messenger, report, slot_within, tr
from mining_monitor.contract.errors import (
    AnnotationsError,
    BandsError,
    ExtentError,
    ImageError,
    OutputError,
    ParameterError,
)

#: Seconds that the answer to a gesture is read in.
SECONDS = 8

#: Errors that say: not so, not here. The next gesture may do.
REFUSALS = (AnnotationsError, BandsError, ExtentError, ImageError, ParameterError)

F = TypeVar("F", bound=Callable[..., Any])


def answer(text: str) -> None:
    """Tell what a gesture came to, in place of what the one before came to."""
    messenger().replace(text, Qgis.MessageLevel.Info, SECONDS)


def ask_back() -> None:
    """Say that a key wants the list of sectors, which a page covers: what it would change is not seen."""
    answer(tr("Go back to the list of sectors first (Escape)."))


def tell(error: BaseException) -> None:
    """Show why the engine refused a gesture; a real failure is shown as everywhere."""
    _tell(error, error_sentence(error))


def _tell(error: BaseException, sentence: str) -> None:
    if isinstance(error, REFUSALS):
        messenger().replace(sentence, Qgis.MessageLevel.Warning, SECONDS)
    elif isinstance(error, OutputError) and error.facts.get("is_kept"):
        messenger().replace(sentence, Qgis.MessageLevel.Warning, 0)  # until the next gesture
    else:
        report(error)


@contextlib.contextmanager
def gesture() -> Iterator[None]:
    """Catch whatever a gesture raises and tell it; what was told of the one before is taken away first."""
    messenger().replace("", Qgis.MessageLevel.Info, SECONDS)
    with kept() as found:
        yield
    if found.error is not None:
        _tell(found.error, str(found.error))  # what the plugin itself says is in the user's language


@contextlib.contextmanager
def unfinished(keep: Callable[[], bool]) -> Iterator[None]:
    """Have a tool keep what the hand has drawn where another program holds the file; within a ``gesture``.

    Parameters
    ----------
    keep : callable
        Leaves the drawing on the map, as it was before it was ended; False when there is nothing to keep.

    Raises
    ------
    OutputError
        Not saved; with the fact ``is_kept`` the sentence says how it is saved.
    """
    try:
        yield
    except OutputError as error:
        if not error.facts.get("is_held") or not keep():
            raise
        name = Path(str(error.facts.get("path", ""))).name
        raise OutputError(
            tr("Not saved yet: press Enter to try again. Another program is writing {}; what you drew stays on the "
               "map.").format(name),
            is_kept=True,
        ) from error  # fmt: skip


def gesture_slot(function: F) -> F:
    """Wrap a slot in ``gesture``: it returns None when it was refused."""
    return slot_within(gesture, function)
