"""A layer of sectors whose edits are saved as they end, and the steps that can be taken back.

What QGIS's own tools have changed is logged first and saved then; ``log_repair`` finds a log row whose edit a crash has
kept from the file. A commit empties QGIS's undo stack, so this session keeps its own: before and after of every sector
by ``uuid``, because row numbers change when a deleted sector comes back.
"""

from __future__ import annotations

import contextlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Callable, Dict, Iterator, List, Optional, Sequence

from qgis.core import Qgis, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from mining_monitor.adapter import edit_buffer, file_transaction, log_repair, messages, settings, write_ahead
from mining_monitor.adapter.audit_log import NOT_SAVED, AuditLog, log_of_layer
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.opened_file import OpenedFile
from mining_monitor.adapter.sector_writer import SectorWriter
from mining_monitor.adapter.snapshots import Change
from mining_monitor.contract.errors import OutputError

#: Steps that can be undone; older ones stay in the log only.
MAX_STEPS = 500

#: More sectors than these are not named in a sentence.
MOST_NAMES = 3


@dataclass(frozen=True)
class Step:
    """One undo step; ``follow`` is told ``undo`` or ``redo`` once that has been done."""

    title: str
    changes: Sequence[Change]
    follow: Optional[Callable[[str], None]] = None


class SavedLayer(QObject):
    """Saves the edits of one sectors layer.

    Parameters
    ----------
    layer : QgsVectorLayer
        Fields of CONTRACT 3.
    log : AuditLog or None, optional
        Default: the table ``log`` beside the layer.
    editor : callable, optional
        Returns who edits.
    """

    #: Identifiers (uuid) of the sectors that an edit, an undo or a redo has changed; they are saved.
    changed = pyqtSignal(list)
    #: What can be undone or redone is another thing now.
    history_changed = pyqtSignal()

    def __init__(
        self,
        layer: QgsVectorLayer,
        log: Optional[AuditLog] = None,
        editor: Callable[[], str] = settings.editor,
    ) -> None:
        super().__init__()
        self.layer = layer
        write_ahead.take_up(layer)
        self._file = OpenedFile.of_layer(layer)
        self._log = log if log is not None else log_of_layer(layer)
        self._writer = SectorWriter.of_layer(layer, self._log)
        if self._log is not None:
            with messages.guarded():
                _tell_lost(log_repair.repair(self._log))
        self._editor = editor
        self._done: List[Step] = []
        self._undone: List[Step] = []
        self._is_busy = False
        self._is_closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.save)
        layer.layerModified.connect(self._on_modified)
        layer.editCommandEnded.connect(self._on_modified)
        layer.willBeDeleted.connect(self._let_go)

    # what can be undone -------------------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to redo."""
        return bool(self._undone)

    @property
    def undo_title(self) -> str:
        """What undo would take back; empty when nothing."""
        return self._done[-1].title if self._done else ""

    @property
    def redo_title(self) -> str:
        """What redo would do again; empty when nothing."""
        return self._undone[-1].title if self._undone else ""

    def record(self, title: str, changes: Sequence[Change], follow: Optional[Callable[[str], None]] = None) -> None:
        """Take up a step that the engine has made and logged: from now on it is undone like any other."""
        self._done.append(Step(title, list(changes), follow))
        del self._done[:-MAX_STEPS]
        self._undone.clear()
        self.changed.emit([change.uuid for change in changes])
        self.history_changed.emit()

    # saving -------------------------------------------------------------------------------------------------------

    @contextmanager
    def _command(self, title: str, action: str = "") -> Iterator[None]:
        """One undo step, saved at its end; an error leaves the layer as it was, with what QGIS's tools have left."""
        was_editable, was_modified = self.layer.isEditable(), self.layer.isModified()
        if not was_editable and not self.layer.startEditing():
            raise OutputError(tr("'{}' cannot be edited: it is read-only.").format(self.layer.name()))
        self._is_busy = True
        self.layer.beginEditCommand(title)
        try:
            yield
            self.layer.endEditCommand()
            self._commit(title, action, stays_editable=was_editable)
        except Exception:
            if self.layer.isEditCommandActive():
                self.layer.destroyEditCommand()
            elif was_modified:
                self.layer.undoStack().undo()
            if not was_modified:
                self.layer.rollBack(not was_editable)
            raise
        finally:
            self._is_busy = False

    def _on_modified(self) -> None:
        if not self._is_busy and not self._is_closed:
            self._timer.start()

    def _get_ready(self) -> None:
        """Save what QGIS's tools have left, before an edit of ours.

        Raises
        ------
        OutputError
            The file is no longer the one that the layer has opened.
        """
        if self._file is not None and not self._is_closed:
            self._file.require_same()
        self.save()

    def save(self) -> None:
        """Save what QGIS's own tools have changed; called by itself when an edit ends."""
        self._timer.stop()
        layer = self.layer
        if self._is_closed or self._is_busy or not layer.isEditable() or not layer.isModified():
            return
        if layer.isEditCommandActive():
            return
        self._is_busy = True
        try:
            with messages.guarded(), edit_buffer.kept(layer):
                if self._file is not None:
                    self._file.require_same()
                unknown = edit_buffer.unknown_classes(edit_buffer.stamp(layer, self._editor()))
                self._commit(layer.undoStack().undoText() or tr("Edit"), "", stays_editable=True)
                _tell_unknown(unknown)
        finally:
            self._is_busy = False

    def _commit(self, title: str, action: str, *, stays_editable: bool) -> None:
        layer, changes = self.layer, edit_buffer.changes(self.layer)
        self._note(action, changes)
        if not layer.commitChanges(not stays_editable):
            reasons = edit_buffer.reasons(layer)
            self._note(NOT_SAVED, [change.inverse for change in changes])
            raise OutputError(
                tr("The edit could not be saved in '{}' and was taken back: {}").format(layer.name(), reasons),
                path=str(self._file.path if self._file is not None else layer.name()), is_held="locked" in reasons,
            )  # fmt: skip
        if self._file is not None:
            file_transaction.fold(self._file.path)
        self._remember(title, action, changes)

    def _note(self, action: str, changes: List[Change]) -> None:
        """Write log rows of an edit that is about to be saved, or of one that was not."""
        if self._log is not None:
            self._log.append(self._editor(), [change.act(action) for change in changes])

    def _remember(self, title: str, action: str, changes: List[Change]) -> None:
        if not changes:
            return
        if not action:
            self._done.append(Step(title, changes))
            del self._done[:-MAX_STEPS]
            self._undone.clear()
        self.changed.emit([change.uuid for change in changes])
        self.history_changed.emit()

    def close(self) -> None:
        """Save what is open and let go of the layer."""
        self.save()
        self._let_go()

    def _let_go(self) -> None:
        if self._is_closed:
            return
        self._is_closed = True
        self._timer.stop()
        for signal, slot in (
            ("layerModified", self._on_modified),
            ("editCommandEnded", self._on_modified),
            ("willBeDeleted", self._let_go),
        ):
            with contextlib.suppress(TypeError, RuntimeError):  # gone with the layer, of which nothing may be read
                getattr(self.layer, signal).disconnect(slot)


def _tell_lost(count: int) -> None:
    """Say how many edits a crash has kept from the file; the log says which."""
    if count:
        messages.warn(
            tr("QGIS ended before it had saved the last edit of its own tools (sectors: {}). The history says which; "
               "make it again.").format(count)
        )  # fmt: skip


def _tell_unknown(found: Dict[str, int]) -> None:
    """Say which sectors have been given a class that does not exist, and what to do."""
    if found:
        names = ", ".join(list(found)[:MOST_NAMES]) + (", …" if len(found) > MOST_NAMES else "")
        codes = ", ".join(map(str, sorted(set(found.values()))[:MOST_NAMES]))
        text = tr(
            "There is no class {codes} (sector: {names}). Choose a class from 0 to 9, or press Z in the Annotation "
            "dock to take it back."
        ).format(codes=codes, names=names)
        messages.messenger().replace(text, Qgis.MessageLevel.Warning, 0)  # QGIS's table may lie over the bar
