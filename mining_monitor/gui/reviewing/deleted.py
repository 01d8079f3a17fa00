"""The page "Deleted sectors": what was deleted, by whom, when; its history; the way back."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Dict, Optional

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QObject

from mining_monitor.adapter import messages, project_store, settings
from mining_monitor.adapter.compat import text_of
from mining_monitor.adapter.deleted_sectors import DeletedSector, bringing_back, deleted_sectors
from mining_monitor.adapter.gestures import gesture_slot
from mining_monitor.adapter.messages import guarded_slot, tr
from mining_monitor.gui import annotation_words, words
from mining_monitor.gui.annotation_desk import Desk, EngineWork
from mining_monitor.gui.annotation_sheet import AnnotationSheet, SheetRow


class Deleted(QObject):
    """Lists what is gone from the scene at work.

    Parameters
    ----------
    show_history : callable
        Opens the history of a sector by identity and name.
    """

    def __init__(self, desk: Desk, show_history: Callable[[str, str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._show_history = desk, show_history
        self.sheet = AnnotationSheet(tr("Deleted sectors"), (tr("What"), tr("Who"), tr("When (UTC)")))
        self.work = EngineWork(self.sheet)
        self._gone: Dict[int, DeletedSector] = {}
        self._layer_id = ""
        sheet = self.sheet
        sheet.closed.connect(self.close)
        sheet.row_chosen.connect(self._on_row)
        sheet.action_requested.connect(self.bring_back)
        sheet.other_requested.connect(self.history)

    @guarded_slot
    def start(self) -> None:
        """Show what was deleted in the scene at work."""
        layer, session, path = self._desk.layer(), self._desk.session(), self._path()
        if layer is None or session is None or path is None:
            messages.info(tr("The log belongs to a project file. Open one first."))
            return
        session.save()
        self._layer_id = layer.id()
        self._desk.open_page(self.sheet)
        self._fill()

    def close(self) -> None:
        """Go back to the list of sectors."""
        self._desk.shapes.clear()
        self._desk.close_page()

    def _path(self) -> Optional[Path]:
        layer = self._desk.layer()
        return project_store.layer_path(layer) if layer is not None else None

    def _fill(self, note: str = "") -> None:
        path, layer = self._path(), self._desk.layer()
        scene = text_of(layer.customProperty(project_store.SCENE_PROPERTY, "")) if layer is not None else ""
        self._gone = dict(enumerate(deleted_sectors(path, scene))) if path is not None else {}
        rows = [SheetRow(key, (_title(s), s.who, annotation_words.moment(s.at))) for key, s in self._gone.items()]
        sentence = tr("What people have deleted in this image, the last first. Nothing of it is lost.")
        if not rows:
            sentence = tr("Nobody has deleted a sector of this image. Drafts that a new run replaced are not listed.")
        self._desk.shapes.clear()
        self.sheet.sentence.setText(f"{note} {sentence}".strip())
        self.sheet.set_buttons("", "")
        self.sheet.show_rows(rows, 0)

    @guarded_slot
    def _on_row(self, key: int) -> None:
        sector = self._gone.get(key)
        if sector is None:
            return
        self._desk.shapes.show(sector.geometry, QgsGeometry())
        self._desk.shapes.look_at(sector.geometry.boundingBox())
        lines = [tr("{what}, deleted by {who}, {when} UTC").format(
            what=_title(sector), who=sector.who, when=annotation_words.moment(sector.at)
        )]  # fmt: skip
        area, state = sector.values.get("area_m2"), text_of(sector.values.get("state"))
        if isinstance(area, (int, float)):
            lines.append(tr("Area: {}").format(words.area_text(float(area))))
        if state:
            lines.append(tr("It was: {}").format(words.state_title(state)))
        self.sheet.detail.setText("\n".join(lines)[:2000])
        self.sheet.set_buttons(tr("&Bring it back"), tr("&History"))

    @gesture_slot
    def bring_back(self) -> None:
        """Bring the chosen sector back: one step, taken back by Z."""
        sector, layer, session = self._chosen(), self._desk.layer(), self._desk.session()
        if sector is None or session is None or layer is None or layer.id() != self._layer_id:
            return
        session.save()
        session.apply(tr("Bring a sector back"), [bringing_back(sector, layer, settings.editor())])
        self._fill(tr("{} is back and wants a review. Z takes it back.").format(_title(sector)))

    @guarded_slot
    def history(self) -> None:
        """Show the history of the chosen sector."""
        sector = self._chosen()
        if sector is not None:
            self._show_history(sector.uuid, sector.name)

    def _chosen(self) -> Optional[DeletedSector]:
        key = self.sheet.current()
        return self._gone.get(-1 if key is None else key)


def _title(sector: DeletedSector) -> str:
    title = words.class_short_title(sector.code) if sector.code >= 0 else tr("Sector")
    return f"{title}: {sector.name}" if sector.name else title
