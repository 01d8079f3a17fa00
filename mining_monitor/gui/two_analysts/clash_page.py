"""The page "Clashes": two people have changed one sector; both shapes, what differs, and the choice."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

from qgis.core import QgsGeometry, QgsRectangle
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QPushButton

from mining_monitor.adapter import messages
from mining_monitor.adapter.messages import guarded_slot, tr
from mining_monitor.adapter.review_rules import area_m2
from mining_monitor.adapter.shared_project.clashes import BOTH, MINE, THEIRS, Clash, ClashPair
from mining_monitor.adapter.shared_project.session import SharedSession
from mining_monitor.adapter.snapshots import Snapshot
from mining_monitor.gui import words
from mining_monitor.gui.annotation_desk import Desk, EngineWork
from mining_monitor.gui.annotation_sheet import AnnotationSheet, SheetRow
from mining_monitor.gui.annotation_words import field_title, moment

_SILENT = ("class_key", "area_m2", "uuid")


class ClashPage(QObject):
    """Shows the steps that wait in a shared project, and carries the choice out."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.sheet = AnnotationSheet(tr("Clashes"), (tr("Edit that waits"), tr("Who"), tr("When (UTC)")))
        self.work = EngineWork(self.sheet)
        self.both_button = QPushButton(tr("&Both: theirs, the other as comment"))
        self.both_button.setToolTip(tr("The sector stays as it is; what the other one wanted goes into its comment"))
        self.sheet.layout().addWidget(self.both_button)
        self._clashes: Dict[int, Clash] = {}
        self.sheet.closed.connect(self.close)
        self.sheet.row_chosen.connect(self._on_row)
        self.sheet.action_requested.connect(lambda: self.decide(MINE))
        self.sheet.other_requested.connect(lambda: self.decide(THEIRS))
        self.both_button.clicked.connect(lambda _checked=False: self.decide(BOTH))
        self._offer(None)

    @property
    def session(self) -> Optional[SharedSession]:
        """The session of the layer at work, where its project is shared."""
        session = self._desk.session()
        return session if isinstance(session, SharedSession) else None

    def watch(self, session: SharedSession) -> None:
        """Come to the front as soon as an edit of this session waits; say what waits from an earlier day."""
        session.clashed.connect(lambda _number: self.start())
        if session.open_clashes():
            messages.warn(tr("Edits of this shared project wait for a choice: see More, Clashes."))

    @guarded_slot
    def start(self) -> None:
        """Show what waits."""
        session = self.session
        if session is None:
            messages.info(tr("Clashes happen in shared projects only. Nobody else can change this one."))
            return
        self._clashes = {clash.number: clash for clash in session.open_clashes()}
        rows = [
            SheetRow(clash.number, (_title(clash), clash.who, moment(clash.at)), "mIconWarning")
            for clash in self._clashes.values()
        ]
        self._offer(None)
        self.sheet.show_rows(rows, max(self._clashes, default=-1))
        self.sheet.sentence.setText(
            tr("Somebody else was faster. Nothing was overwritten: choose what is right, with both on the map.")
            if rows
            else "✓ " + tr("No edit waits.")
        )
        if not rows:
            self._desk.shapes.clear()
        self._desk.open_page(self.sheet)

    def close(self) -> None:
        """Go back to the list of sectors; what waits goes on waiting."""
        self._desk.shapes.clear()
        self._desk.close_page()

    def _offer(self, clash: Optional[Clash]) -> None:
        self.sheet.set_buttons(tr("Keep &mine") if clash else "", tr("Keep &theirs") if clash else "")
        self.both_button.setVisible(clash is not None and clash.can_be_both)

    @guarded_slot
    def _on_row(self, number: int) -> None:
        clash = self._clashes.get(number)
        if clash is None:
            return
        pairs = [pair for pair in clash.pairs if pair.is_clash]
        lines = [line for pair in pairs[:5] for line in _lines(clash, pair)]
        if len(clash.pairs) > len(pairs):
            rest = len(clash.pairs) - len(pairs)
            lines.append(
                tr("The edit changes {} more, which nobody else has touched.").format(words.sectors_text(rest))
            )
        lines.append(tr("On the map: dashed is theirs (as it is now), full is mine."))
        self.sheet.detail.setText("\n".join(lines)[:2000])
        theirs, mine = _shapes([pair.theirs for pair in pairs]), _shapes([pair.mine for pair in pairs])
        self._desk.select([pair.uuid for pair in pairs])
        self._desk.shapes.show(theirs, mine)
        box = QgsRectangle()
        for shape in (theirs, mine):
            if not shape.isNull():
                box.combineExtentWith(shape.boundingBox())
        if not box.isEmpty():
            self._desk.shapes.look_at(box)
        self._offer(clash)

    @guarded_slot
    def decide(self, decision: str) -> None:
        """Carry the choice out and go on with the next one."""
        key, session = self.sheet.current(), self.session
        clash = self._clashes.get(-1 if key is None else key)
        if clash is None or session is None:
            return
        session.decide(clash, decision)
        said = {
            MINE: tr("Your edit is written. Z takes it back."),
            THEIRS: tr("The sector stays as they left it. Your edit stays in the list of clashes of the project."),
            BOTH: tr("The sector stays as they left it; its comment says what you wanted."),
        }
        messages.success(said[decision])
        self.start()


def _title(clash: Clash) -> str:
    count = sum(pair.is_clash for pair in clash.pairs)
    return f"{clash.title or tr('Edit')} ({words.sectors_text(count)})"


def _lines(clash: Clash, pair: ClashPair) -> List[str]:
    name = _name(pair)
    lines = [tr("{name}: {who} changed it on {when} UTC.").format(name=name, who=pair.who, when=moment(pair.at))]
    if pair.theirs is None:
        lines.append(tr("Theirs: deleted."))
    if pair.mine is None:
        lines.append(tr("Mine: deleted."))
    if pair.theirs is None or pair.mine is None:
        return lines
    for field, mine, theirs in pair.differing():
        if field not in _SILENT:
            lines.append(
                tr("{field}: mine {mine}, theirs {theirs}").format(
                    field=field_title(field), mine=_value(field, mine), theirs=_value(field, theirs)
                )
            )
    if bytes(pair.mine.geometry.asWkb()) != bytes(pair.theirs.geometry.asWkb()):
        mine_ha, theirs_ha = (words.area_text(area_m2(shot.geometry)) for shot in (pair.mine, pair.theirs))
        lines.append(tr("Shape: mine {mine}, theirs {theirs}").format(mine=mine_ha, theirs=theirs_ha))
    return lines


def _name(pair: ClashPair) -> str:
    shot = pair.theirs or pair.mine
    name = shot.values.get("Name") if shot is not None else None
    return f"'{name}'" if name else pair.uuid[:8]


def _value(field: str, value: Any) -> str:
    if value is None or value == "":
        return tr("nothing")
    if field == "class" and isinstance(value, int) and 0 <= value <= 9:
        return words.class_title(value)
    if field == "state":
        return words.state_title(str(value))
    return " ".join(str(value).split())[:80]


def _shapes(shots: List[Optional[Snapshot]]) -> QgsGeometry:
    """Return the shapes of several sectors as one geometry; null for none."""
    shapes = [shot.geometry for shot in shots if shot is not None and not shot.geometry.isNull()]
    return QgsGeometry.collectGeometry(shapes) if shapes else QgsGeometry()
