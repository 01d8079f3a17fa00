"""What a set-up tells while it runs."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import Callable, Optional


class SetupStage(enum.Enum):
    """Steps of a set-up in their order; the value is a code for translation."""

    PYTHON = "python"
    ENVIRONMENT = "environment"
    DOWNLOAD = "download"
    INSTALL = "install"
    CHECK = "check"
    DONE = "done"


@dataclass(frozen=True)
class SetupProgress:
    """How far a set-up is.

    Attributes
    ----------
    fraction : float
        0..1 over the whole set-up; never falls.
    message : str
        English sentence.
    package : str
        What is being downloaded or installed.
    done, total : int or None
        Packages finished in this stage, and in all.
    megabytes, megabytes_total : float or None
        Downloaded so far, all packages together; size of the current download, where pip tells.
    """

    stage: SetupStage
    fraction: float
    message: str
    package: str = ""
    done: Optional[int] = None
    total: Optional[int] = None
    megabytes: Optional[float] = None
    megabytes_total: Optional[float] = None


OnProgress = Callable[[SetupProgress], None]

#: Where each stage begins on the way from 0 to 1, by the time that it takes on an ordinary line.
STAGE_STARTS = {
    SetupStage.PYTHON: 0.0,
    SetupStage.ENVIRONMENT: 0.02,
    SetupStage.DOWNLOAD: 0.10,
    SetupStage.INSTALL: 0.60,
    SetupStage.CHECK: 0.92,
    SetupStage.DONE: 1.0,
}


def stage_fraction(stage: SetupStage, share: float) -> float:
    """Return the fraction of the whole when ``share`` (0..1) of a stage is done."""
    stages = list(STAGE_STARTS)
    start = STAGE_STARTS[stage]
    end = STAGE_STARTS[stages[min(stages.index(stage) + 1, len(stages) - 1)]]
    return start + (end - start) * min(max(share, 0.0), 1.0)


def rising(on_progress: OnProgress) -> OnProgress:
    """Wrap a listener so that the fraction never falls."""
    highest = 0.0

    def tell(progress: SetupProgress) -> None:
        nonlocal highest
        highest = max(highest, progress.fraction)
        on_progress(replace(progress, fraction=highest))

    return tell
