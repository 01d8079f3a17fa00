"""What a re-run would change in what people have worked on, and what people say to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Dict, Tuple


@dataclass(frozen=True)
class ProposalCounts:
    """Open proposals by kind, and how many sectors a re-run agrees with."""

    kinds: Dict[str, int]
    classes: Dict[str, int]
    agreed: int = 0


@dataclass(frozen=True)
class ProposeChangesRequest:
    """Compare the sectors of a run with what people have worked on in a scene, and store proposals.

    Attributes
    ----------
    run_id : str
        A run of the project.
    scene_id : str
        Whose reviewed sectors are compared: another scene than the run's own, with which it is compared when stored.
    """

    project: str
    run_id: str
    scene_id: str

    TYPE: ClassVar[str] = "propose-changes"
    RESULT: ClassVar[type] = ProposalCounts


@dataclass(frozen=True)
class DecisionResult:
    """Proposals decided; ``conflicts`` are those whose sector has changed since: they stay open."""

    decided: int
    conflicts: Tuple[str, ...] = ()
    changed: Tuple[str, ...] = ()


@dataclass(frozen=True)
class DecideProposalsRequest:
    """Take or refuse proposals, singly or by class.

    Attributes
    ----------
    take : bool
        False: refuse.
    ids : tuple of str
        ``proposal_id``; empty: all open ones of ``kinds`` and ``classes``.
    kinds, classes : tuple of str
        ``add``, ``change``, ``disappear``; class keys (the proposed one); empty: all.
    """

    project: str
    take: bool
    ids: Tuple[str, ...] = ()
    kinds: Tuple[str, ...] = ()
    classes: Tuple[str, ...] = ()
    comment: str = ""
    operator: str = ""

    TYPE: ClassVar[str] = "decide-proposals"
    RESULT: ClassVar[type] = DecisionResult


REQUESTS = (ProposeChangesRequest, DecideProposalsRequest)
