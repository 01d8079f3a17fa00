"""What a new run proposes where people have worked: the open proposals of a scene, and their shapes."""

from __future__ import annotations

from pathlib import Path
from typing import Any, List, NamedTuple, Optional, Tuple

from qgis.core import QgsGeometry

from mining_monitor.adapter.compat import number_of, text_of
from mining_monitor.adapter.file_transaction import from_blob, reading
from mining_monitor.contract.annotation_tables import PROPOSALS_TABLE
from mining_monitor.contract.errors import OutputError

ADD, CHANGE, DISAPPEAR = "add", "change", "disappear"
KINDS = (ADD, CHANGE, DISAPPEAR)

#: A proposal is open while its sector is there and, for an addition, while nobody has decided on the draft itself.
_OPEN = """
FROM proposals p JOIN sectors s ON s.uuid = p.uuid
WHERE p.state = 'open' AND coalesce(p.scene_id, '') = ? AND (p.kind <> 'add' OR s.state = 'draft')
"""


class ListedProposal(NamedTuple):
    """One open proposal; a tuple, because there may be 20,000 and each is made while the window waits.

    Attributes
    ----------
    kind : str
        ``add``, ``change`` or ``disappear``.
    uuid, name, state : str
        The sector concerned, as it is now.
    code_before, code_after : int or None
        LAMES codes.
    iou : float
        Of the present outline and the one that the run has drawn, 0..1.
    area_before_m2, area_after_m2 : float or None
    confidence : float or None
        Of the run's sector, 0..1.
    """

    proposal_id: str
    kind: str
    uuid: str
    name: str
    state: str
    code_before: Optional[int]
    code_after: Optional[int]
    iou: float
    area_before_m2: Optional[float]
    area_after_m2: Optional[float]
    confidence: Optional[float]

    @property
    def code(self) -> int:
        """The class that is proposed, or that would disappear; -1 where there is none."""
        code = self.code_after if self.code_after is not None else self.code_before
        return -1 if code is None else code


def open_count(path: Path, scene_id: str) -> int:
    """Return how many proposals wait for a person in a scene; 0 where the file cannot be read."""
    try:
        with reading(path) as connection:
            if not _has_table(connection):
                return 0
            row = connection.execute(f"SELECT count(*) {_OPEN}", (scene_id,)).fetchone()  # nosec B608: a constant
    except OutputError:
        return 0
    return int(row[0])


def open_proposals(path: Path, scene_id: str) -> List[ListedProposal]:
    """Return the open proposals of a scene: changes of what people have approved first, largest first.

    Raises
    ------
    OutputError
        The file cannot be read.
    """
    columns = (
        "p.proposal_id, p.kind, p.uuid, s.Name, s.state, p.class_before, p.class_after, p.iou, p.area_before_m2,"
        " p.area_after_m2, p.confidence"
    )
    order = (
        "ORDER BY CASE p.kind WHEN 'disappear' THEN 0 WHEN 'change' THEN 1 ELSE 2 END,"
        " max(coalesce(p.area_before_m2, 0), coalesce(p.area_after_m2, 0)) DESC, p.fid"
    )
    with reading(path) as connection:
        if not _has_table(connection):
            return []
        rows: List[Any] = connection.execute(
            f"SELECT {columns} {_OPEN} {order}",  # nosec B608: constants, value bound
            (scene_id,),
        ).fetchall()
    return [_proposal(row) for row in rows]


def _proposal(row: Any) -> ListedProposal:
    """Make a proposal of a row; SQLite keeps numbers as numbers and texts as texts, whatever a column is declared."""
    texts = [each if isinstance(each, str) else text_of(each) for each in row[:5]]
    numbers = [each if each is None or type(each) in (int, float) else number_of(each) for each in row[5:]]
    codes = [int(each) if each is not None else None for each in numbers[:2]]
    return ListedProposal(*texts, *codes, numbers[2] or 0.0, *numbers[3:])


def shapes_of(path: Path, proposal: ListedProposal) -> Tuple[QgsGeometry, QgsGeometry]:
    """Return the outline as it was when the run was compared, and the one proposed; null where there is none.

    Raises
    ------
    OutputError
        The file cannot be read.
    """
    with reading(path) as connection:
        row = connection.execute(
            "SELECT geom, before_wkb FROM proposals WHERE proposal_id = ?", (proposal.proposal_id,)
        ).fetchone()
    if row is None:
        return QgsGeometry(), QgsGeometry()
    before = _from_hex(text_of(row[1]))
    after = QgsGeometry() if proposal.kind == DISAPPEAR or not row[0] else _from_wkb(from_blob(bytes(row[0])))
    return before, after


def _from_hex(text: str) -> QgsGeometry:
    try:
        return _from_wkb(bytes.fromhex(text))
    except ValueError:
        return QgsGeometry()


def _from_wkb(wkb: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    if wkb:
        geometry.fromWkb(wkb)
    return geometry


def _has_table(connection: Any) -> bool:
    query = "SELECT 1 FROM sqlite_master WHERE name = ?"
    return connection.execute(query, (PROPOSALS_TABLE,)).fetchone() is not None
