"""Edits of sectors: each one saved at once, each one undone in one step, each one in the project's log.

Every edit is on disk as soon as it ends, ours and those of QGIS's own tools alike: nothing is lost in a crash and
nobody needs to save. Ours goes into a project file together with its log rows, in one transaction (sector_writer.py).
What QGIS's tools have changed is logged first and saved then; ``log_repair`` finds a log row whose edit a crash has
kept from the file. A commit empties QGIS's undo stack, so this session keeps its own: before and after of every
sector by ``uuid``, because row numbers change when a deleted sector comes back. Undo applies the inverse, saves it
and logs it; the log only grows. A large edit is made in slices, with the window alive between them.
"""

from __future__ import annotations

import contextlib
import logging
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Callable, Dict, Iterable, Iterator, List, Optional, Sequence

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, pyqtSignal

from mining_monitor.adapter import edit_buffer, log_repair, messages, review_rules, settings
from mining_monitor.adapter.audit_log import NOT_SAVED, AuditLog, log_of_layer
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.sector_writer import SectorWriter
from mining_monitor.adapter.snapshots import (
    Change,
    Snapshot,
    apply_change,
    change_values,
    conflicts,
    rows_by_uuid,
    snapshots,
)
from mining_monitor.contract.errors import AnnotationsError, OutputError
from mining_monitor.schema.classes import BY_CODE

LOGGER = logging.getLogger(__name__)

#: Steps that can be undone; older ones stay in the log only.
MAX_STEPS = 500

#: Sectors that are read between two looks at the event loop.
SLICE = 100


@dataclass(frozen=True)
class Step:
    """One undo step; ``follow`` is told ``undo`` or ``redo`` once that has been done."""

    title: str
    changes: Sequence[Change]
    follow: Optional[Callable[[str], None]] = None


class EditSession(QObject):
    """Edits one sectors layer.

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

    # edits --------------------------------------------------------------------------------------------------------

    def set_class(self, fids: Iterable[int], code: int) -> int:
        """Give sectors another class; a draft becomes edited, an approval is withdrawn.

        Returns
        -------
        int
            How many sectors changed.
        """
        sector_class = BY_CODE[code]

        def values(shot: Snapshot) -> Dict[str, Any]:
            if shot.values.get("class") == code:
                return {}
            return {"class": code, "class_key": sector_class.key, **review_rules.touched(shot, self._editor())}

        return self._edit(fids, tr("Class {}").format(sector_class.key), values)

    def set_state(self, fids: Iterable[int], state: str, comment: str = "") -> int:
        """Bring sectors to another review state.

        Raises
        ------
        AnnotationsError
            A step is not allowed, an approval lacks date or system (facts ``missing``, ``uuids``), or a rejection
            lacks a comment. Nothing was changed then.
        """
        rows = list(fids)
        review_rules.check(list(self._shots(rows).values()), state, comment)

        def values(shot: Snapshot) -> Dict[str, Any]:
            return review_rules.reviewed(shot, state, comment, self._editor())

        return self._edit(rows, tr("State {}").format(review_rules.state_word(state)), values)

    def set_values(self, fids: Iterable[int], values: Dict[str, Any], title: str = "") -> int:
        """Change plain values, such as ``date``, ``system``, ``Name``, ``site_id`` or ``comment``."""
        allowed = review_rules.PLAIN_FIELDS
        refused = sorted(set(values) - set(allowed))
        if refused:
            raise AnnotationsError(tr("These fields are not edited by hand: {}").format(", ".join(refused)))

        def changed(shot: Snapshot) -> Dict[str, Any]:
            new = {name: value for name, value in values.items() if shot.values.get(name) != value}
            return {**new, **review_rules.restated(shot, new, self._editor())} if new else {}

        return self._edit(fids, title or tr("Edit"), changed)

    def apply(self, title: str, changes: Sequence[Change]) -> None:
        """Make prepared changes one step: saved, logged, undone together.

        Raises
        ------
        AnnotationsError
            A sector is no longer as its change says; nothing was changed.
        OutputError
            Nothing was written.
        """
        self.save()
        rows = rows_by_uuid(self.layer, [change.uuid for change in changes])
        if conflicts(self.layer, changes, rows):
            raise AnnotationsError(tr("The sectors were changed since you looked at this. Look again."))
        self._carry_out(title, "", list(changes), rows)

    def record(self, title: str, changes: Sequence[Change], follow: Optional[Callable[[str], None]] = None) -> None:
        """Take up a step that the engine has made and logged: from now on it is undone like any other."""
        self._done.append(Step(title, list(changes), follow))
        del self._done[:-MAX_STEPS]
        self._undone.clear()
        self.changed.emit([change.uuid for change in changes])
        self.history_changed.emit()

    def _carry_out(self, title: str, action: str, changes: List[Change], rows: Dict[str, int]) -> None:
        if self._writer is not None and not self.layer.isModified():
            self._write(title, action, changes, rows)
            return
        with self._command(title, action=action):
            for change in changes:
                if not apply_change(self.layer, change, rows.get(change.uuid)):
                    raise OutputError(tr("'{}' does not take the edit.").format(self.layer.name()))

    def _edit(self, fids: Iterable[int], title: str, values: Callable[[Snapshot], Dict[str, Any]]) -> int:
        self.save()
        shots = self._shots(fids)
        planned: Dict[int, Dict[str, Any]] = {}
        changes: List[Change] = []
        for number, (fid, shot) in enumerate(shots.items(), 1):
            new = values(shot)
            if new:
                planned[fid] = new
                changes.append(Change(shot, shot.changed(new)))
            if number % SLICE == 0:
                self._breathe(len(shots))
        if not planned:
            return 0
        if self._writer is not None and not self.layer.isModified():
            self._write(title, "", changes, {shots[fid].uuid: fid for fid in planned})
            return len(planned)
        with self._command(title):
            for fid, new in planned.items():
                if not change_values(self.layer, fid, shots[fid], new):
                    raise OutputError(tr("'{}' does not take the edit.").format(self.layer.name()))
        return len(planned)

    def _shots(self, fids: Iterable[int]) -> Dict[int, Snapshot]:
        """Return the sectors as they are, read in slices."""
        wanted, found = list(fids), {}
        for start in range(0, len(wanted), SLICE):
            found.update(snapshots(self.layer, wanted[start : start + SLICE], is_saved=False))
            self._breathe(len(wanted))
        return found

    def _breathe(self, size: int) -> None:
        """In a large edit, let the window live; what the user does meanwhile waits."""
        if size <= SLICE:
            return
        was_busy, self._is_busy = self._is_busy, True
        try:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        finally:
            self._is_busy = was_busy
        if self._is_closed:
            raise AnnotationsError(tr("The layer was removed while it was being edited."))

    def _write(self, title: str, action: str, changes: List[Change], rows: Dict[str, int]) -> None:
        """Write changes and log in one transaction."""
        if self._is_busy:
            raise AnnotationsError(tr("The edit before this one is still being saved."))
        if self.layer.readOnly():
            raise OutputError(tr("'{}' cannot be edited: it is read-only.").format(self.layer.name()))
        self._is_busy = True
        try:
            self._writer.write(self._editor(), changes, rows, action, lambda: self._breathe(len(changes)))
        except OutputError as error:
            raise type(error)(
                tr("The edit could not be saved in '{}' and was taken back: {}").format(self.layer.name(), error)
            ) from error
        finally:
            self._is_busy = False
        self._remember(title, action, changes)

    # undo ---------------------------------------------------------------------------------------------------------

    def undo(self) -> bool:
        """Take the last step back; False when there is none.

        Raises
        ------
        AnnotationsError
            Somebody else has changed the sectors since; the step is dropped.
        """
        return self._go(self._done, self._undone, "undo")

    def redo(self) -> bool:
        """Do the step that was undone last again; raises as ``undo`` does."""
        return self._go(self._undone, self._done, "redo")

    def _go(self, source: List[Step], target: List[Step], action: str) -> bool:
        self.save()
        if not source:
            return False
        step = source.pop()
        changes = [change.inverse if action == "undo" else change for change in step.changes]
        rows = rows_by_uuid(self.layer, [change.uuid for change in changes])
        for start in range(0, len(changes), SLICE):
            slice_ = changes[start : start + SLICE]
            if conflicts(self.layer, slice_, {c.uuid: rows[c.uuid] for c in slice_ if c.uuid in rows}):
                self.history_changed.emit()
                raise AnnotationsError(
                    tr("'{}' cannot be taken back: the sectors were changed by someone else since.").format(step.title)
                )
            self._breathe(len(changes))
        if changes:
            self._carry_out(step.title, action, changes, rows)
        target.append(step)
        if step.follow is not None:
            step.follow(action)
        self.history_changed.emit()
        return True

    # saving -------------------------------------------------------------------------------------------------------

    @contextmanager
    def _command(self, title: str, action: str = "") -> Iterator[None]:
        """One undo step, saved at its end; an error leaves the layer as it was."""
        was_editable = self.layer.isEditable()
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
            self.layer.rollBack(not was_editable)
            raise
        finally:
            self._is_busy = False

    def _on_modified(self) -> None:
        if not self._is_busy and not self._is_closed:
            self._timer.start()

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
                edit_buffer.stamp(layer, self._editor())
                self._commit(layer.undoStack().undoText() or tr("Edit"), "", stays_editable=True)
        finally:
            self._is_busy = False

    def _commit(self, title: str, action: str, *, stays_editable: bool) -> None:
        layer, changes = self.layer, edit_buffer.changes(self.layer)
        self._note(action, changes)
        if not layer.commitChanges(not stays_editable):
            self._note(NOT_SAVED, [change.inverse for change in changes])
            raise OutputError(
                tr("The edit could not be saved in '{}' and was taken back: {}").format(
                    layer.name(), edit_buffer.reasons(layer)
                )
            )
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
