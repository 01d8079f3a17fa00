"""Review states of a sector and the steps that are allowed between them (CONTRACT 3; DOMAIN 4.2)."""

from __future__ import annotations

from typing import Dict, Tuple

DRAFT = "draft"
EDITED = "edited"
IN_REVIEW = "in_review"
APPROVED = "approved"
REJECTED = "rejected"
PUBLISHED = "published"

STATES: Tuple[str, ...] = (DRAFT, EDITED, IN_REVIEW, APPROVED, REJECTED, PUBLISHED)

#: Where a sector may go from each state. Model output reaches ``approved`` only through a person's act.
NEXT_STATES: Dict[str, Tuple[str, ...]] = {
    DRAFT: (EDITED, IN_REVIEW, APPROVED, REJECTED),
    EDITED: (IN_REVIEW, APPROVED, REJECTED),
    IN_REVIEW: (EDITED, APPROVED, REJECTED),
    APPROVED: (EDITED, IN_REVIEW, REJECTED, PUBLISHED),
    REJECTED: (EDITED, IN_REVIEW, APPROVED),
    PUBLISHED: (EDITED, IN_REVIEW),
}

#: States whose geometry a new run never touches (ARCHITECTURE, step 9): a person has worked on them.
PROTECTED_STATES: Tuple[str, ...] = (EDITED, IN_REVIEW, APPROVED, REJECTED, PUBLISHED)


def may_become(state: str, target: str) -> bool:
    """Tell whether a sector in ``state`` may go to ``target``."""
    return target in NEXT_STATES.get(state, ())
