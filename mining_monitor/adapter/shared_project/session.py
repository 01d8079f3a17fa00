"""Edits of a shared project: as those of a file, with the version that was seen, and clashes instead of overwriting."""

from __future__ import annotations

import logging
import time
from typing import Any, Callable, List

from qgis.core import QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer, pyqtSignal

from mining_monitor.adapter import edit_buffer, project_store, settings
from mining_monitor.adapter.compat import plain
from mining_monitor.adapter.edits import EditSession
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.shared_project import clashes
from mining_monitor.adapter.shared_project.clashes import Clash
from mining_monitor.adapter.shared_project.place import SharedPlace
from mining_monitor.adapter.shared_project.writer import ClashError, SharedWriter
from mining_monitor.adapter.snapshots import Change, Snapshot, snapshots
from mining_monitor.contract.errors import AnnotationsError, OutputError

LOGGER = logging.getLogger(__name__)

#: Between two looks at what others have done; longer where the answer takes long, as the window waits for it.
#: (QGIS's own listener for notifications crashes 3.22 with connections of the authentication manager.)
LOOK_MS, SHARE = 3000, 100


class SharedSession(EditSession):
    """Edits one sectors layer of a shared project; the database keeps the log.

    Parameters
    ----------
    layer : QgsVectorLayer
    place : SharedPlace
    """

    #: A step was not written; its number. It waits in the project, whatever happens to this program.
    clashed = pyqtSignal(int)
    #: Identifiers (uuid) of sectors that others have changed; the layer shows them now.
    others_changed = pyqtSignal(list)

    def __init__(self, layer: QgsVectorLayer, place: SharedPlace, editor: Callable[[], str] = settings.editor) -> None:
        super().__init__(layer, None, editor)
        self.place = place
        self._writer: Any = SharedWriter(layer, place)
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._looking.timeout.connect(self.catch_up)
        self._looking.start()

    # others -------------------------------------------------------------------------------------------------------

    def catch_up(self) -> None:
        """Show what others have changed."""
        if self._is_closed or self._is_busy:
            return
        began = time.monotonic()
        try:
            uuids = self._writer.catch_up()
        except OutputError as error:
            LOGGER.warning("the shared project does not answer: %s", error)
            uuids = []
        self._looking.setInterval(max(LOOK_MS, int(1000 * SHARE * (time.monotonic() - began))))
        if uuids:
            project_store.refresh(self.layer)
            self.others_changed.emit(uuids)

    def open_clashes(self) -> List[Clash]:
        """Return the steps that wait for a decision; raises as ``clashes.open_clashes`` does."""
        return clashes.open_clashes(self._writer, self.layer)

    def decide(self, clash: Clash, decision: str) -> None:
        """Carry out what a person has chosen of two shapes; it can be undone like any edit.

        Raises
        ------
        ClashError, AnnotationsError, OutputError
            Nothing was overwritten.
        """
        self.save()
        try:
            changes = clashes.decide(self._writer, clash, decision, self._editor())
        except ClashError as error:
            self.catch_up()
            self.clashed.emit(error.clash)
            raise
        self._remember(clash.title, "", changes)

    # writing ------------------------------------------------------------------------------------------------------

    def _write(self, title: str, action: str, changes: List[Change], rows: Any) -> None:
        if self._is_busy:
            raise AnnotationsError(tr("The edit before this one is still being saved."))
        self._is_busy = True
        try:
            self._writer.write(self._editor(), changes, rows, action, lambda: self._breathe(len(changes)), title)
        except ClashError as error:
            self._is_busy = False
            self._tell(error)
            raise
        finally:
            self._is_busy = False
        self._remember(title, action, changes)

    def _commit(self, title: str, action: str, *, stays_editable: bool) -> None:
        """Write what is in the edit buffer as one step, and empty the buffer."""
        layer = self.layer
        read = (change for change in edit_buffer.changes(layer) if change.uuid)  # of one that is gone, nothing is read
        changes = [*read, *self._changes_of_gone()]
        rows = self._writer.rows_of(change.uuid for change in changes)
        try:
            written = self._writer.store(self._editor(), changes, action, title)
        except ClashError as error:
            layer.rollBack(not stays_editable)  # the step is kept in the project
            self._is_busy = False
            self._tell(error)
            raise
        layer.rollBack(not stays_editable)
        self._writer.announce(changes, rows, written)
        self._remember(title, action, changes)

    def _tell(self, error: ClashError) -> None:
        self.catch_up()
        project_store.refresh(self.layer)
        self.clashed.emit(error.clash)

    def _changes_of_gone(self) -> List[Change]:
        """Return edits of sectors that someone has deleted meanwhile; the layer can no longer read those."""
        buffer, layer = self.layer.editBuffer(), self.layer
        shapes, values = buffer.changedGeometries(), buffer.changedAttributeValues()
        edited = {fid for fid in (*shapes, *values) if fid >= 0}
        found = []
        for fid in edited - set(snapshots(layer, edited, is_saved=True)):
            base = self._writer.deleted(self._writer.uuid_of(fid))
            if base is not None:
                new = {layer.fields()[index].name(): plain(value) for index, value in values.get(fid, {}).items()}
                after = Snapshot({**base.values, **new}, QgsGeometry(shapes.get(fid, base.geometry)))
                found.append(Change(base, after))
        return found

    def _let_go(self) -> None:
        super()._let_go()
        self._looking.stop()


def session_of(layer: QgsVectorLayer) -> EditSession:
    """Return the edit session of a layer of sectors, in a file or shared.

    Raises
    ------
    OutputError
        The shared project does not answer.
    """
    place = SharedPlace.of_layer(layer)
    return EditSession(layer) if place is None else SharedSession(layer, place)
