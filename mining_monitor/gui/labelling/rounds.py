"""Who labels which points of a sample: a first reader, a second one who is blind to the first, a decision."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Dict, List, Mapping, Optional, Protocol, Sequence, Tuple

from mining_monitor.schema.sample import SURE, UNSURE

#: Between the comments of several people, and between a name and its comment.
_NEXT, _SAYS = " | ", ": "


class Round(enum.Enum):
    """What a reader does with the points."""

    FIRST = "label"
    CHECK = "checked"
    DECIDE = "agreed"


#: Columns that a round writes: label, who, when.
_COLUMNS: Dict[Round, Tuple[str, str, str]] = {
    Round.FIRST: ("label", "labelled_by", "labelled_at"),
    Round.CHECK: ("checked_label", "checked_by", "checked_at"),
    Round.DECIDE: ("agreed_label", "agreed_by", "agreed_at"),
}


class Point(Protocol):
    """What is looked at of a point: its columns as texts, empty where there is nothing."""

    def __getitem__(self, name: str) -> str:
        """Return a column."""


@dataclass(frozen=True)
class Images:
    """What was on the two maps when a label was given: names and dates."""

    image: str = ""
    image_date: str = ""
    image2: str = ""
    image2_date: str = ""


@dataclass(frozen=True)
class Progress:
    """How far a round is: points that are the reader's, done, given up as not to be told, and of other readers."""

    total: int
    done: int
    unknown: int
    others: int


def is_wanted(point: Point, round_: Round, reader: str) -> bool:
    """Tell whether a point is the reader's in this round.

    First labels of somebody else are not touched; nobody checks an own label; only what differs is decided.
    """
    if round_ is Round.FIRST:
        return not point["label"] or is_same(point["labelled_by"], reader)
    if round_ is Round.CHECK:
        is_free = not point["checked_label"] or is_same(point["checked_by"], reader)
        return bool(point["label"]) and not is_same(point["labelled_by"], reader) and is_free
    return bool(point["label"] and point["checked_label"]) and point["label"] != point["checked_label"]


def is_same(name: str, other: str) -> bool:
    """Tell whether two names are one person's, however they are written."""
    return "".join(name.split()).casefold() == "".join(other.split()).casefold()


def label_of(point: Point, round_: Round) -> str:
    """Return the label that a round has given to a point."""
    return point[_COLUMNS[round_][0]]


def progress(points: Sequence[Point], round_: Round, reader: str, unknown: str) -> Progress:
    """Count the points of a round."""
    wanted = [point for point in points if is_wanted(point, round_, reader)]
    labels = [label_of(point, round_) for point in wanted]
    others = sum(
        bool(point[_COLUMNS[round_][1]])
        and point[_COLUMNS[round_][1]] != reader
        and not is_wanted(point, round_, reader)
        for point in points
    )
    return Progress(len(wanted), sum(map(bool, labels)), labels.count(unknown), others)


def next_open(points: Sequence[Point], round_: Round, reader: str, after: int, skipped: Sequence[int]) -> Optional[int]:
    """Return the next point without a label; points that were skipped come last; None when all is done."""
    first_skipped = None
    for position in (*range(after + 1, len(points)), *range(min(after + 1, len(points)))):
        if label_of(points[position], round_) or not is_wanted(points[position], round_, reader):
            continue
        if position not in skipped:
            return position
        first_skipped = position if first_skipped is None else first_skipped
    return first_skipped


def step(points: Sequence[Point], round_: Round, reader: str, at: int, by: int) -> int:
    """Return the reader's next point in the order (``by`` 1 or -1), labelled or not; the same one at the ends."""
    position = at + by
    while 0 <= position < len(points):
        if is_wanted(points[position], round_, reader):
            return position
        position += by
    return at


def written(
    point: Point, round_: Round, reader: str, label: str, *, is_sure: bool, comment: str, images: Images
) -> Dict[str, str]:  # fmt: skip
    """Return the columns that a label changes; an empty label takes it back."""
    label_column, by, at = _COLUMNS[round_]
    now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    texts = {label_column: label, by: reader if label else "", at: now if label else ""}
    texts["comment"] = with_comment(point["comment"], reader, comment)
    if round_ is Round.FIRST:
        texts["certainty"] = "" if not label else SURE if is_sure else UNSURE
        texts.update({name: value if label else "" for name, value in vars(images).items()})
    return texts


def before(point: Point, round_: Round) -> Dict[str, str]:
    """Return the columns that a label would change, as they are: what undo writes back."""
    names: List[str] = [*_COLUMNS[round_], "comment"]
    if round_ is Round.FIRST:
        names += ["certainty", *vars(Images())]
    return {name: point[name] for name in names}


def own_comment(comment: str, reader: str) -> str:
    """Return what a reader has written; a second reader is not told what the first one did."""
    return _comments(comment).get(reader, "")


def with_comment(comment: str, reader: str, text: str) -> str:
    """Return the comments of all readers with this reader's replaced."""
    said = dict(_comments(comment))
    said.pop(reader, None)
    clean = " ".join(text.replace(_NEXT.strip(), "/").split())
    if clean:
        said[reader] = clean
    return _NEXT.join(f"{name}{_SAYS}{words}" if name else words for name, words in said.items())


def _comments(comment: str) -> Mapping[str, str]:
    said: Dict[str, str] = {}
    for part in filter(None, (part.strip() for part in comment.split(_NEXT.strip()))):
        name, says, words = part.partition(_SAYS)
        said.update({name: words} if says else {"": part})
    return said
