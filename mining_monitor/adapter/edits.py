"""Edits of sectors: each one saved at once, each one undone in one step, each one in the project's log.

Every edit is on disk as soon as it ends, ours and those of QGIS's own tools alike: nothing is lost in a crash and
nobody needs to save. Ours goes into a project file together with its log rows, in one transaction (sector_writer.py);
saved_layer.py tells of the others. Undo applies the inverse, saves it and logs it; the log only grows. A large edit is
made in slices, with the window alive between them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Callable, Dict, Iterable, List, Optional, Sequence

from qgis.PyQt.QtCore import QCoreApplication, QEventLoop

from mining_monitor.adapter import review_rules
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.saved_layer import SavedLayer, Step
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

#: Sectors that are read between two looks at the event loop.
SLICE = 100


class EditSession(SavedLayer):
    """Edits one sectors layer; ``SavedLayer`` says with what it is made and what it tells."""

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

    def apply(self, title: str, changes: Sequence[Change], follow: Optional[Callable[[str], None]] = None) -> None:
        """Make prepared changes one step: saved, logged, undone together; ``follow`` as in ``Step``.

        Raises
        ------
        AnnotationsError
            A sector is no longer as its change says; nothing was changed.
        OutputError
            Nothing was written.
        """
        self._get_ready()
        rows = rows_by_uuid(self.layer, [change.uuid for change in changes])
        if conflicts(self.layer, changes, rows):
            raise AnnotationsError(tr("The sectors were changed since you looked at this. Look again."))
        last = self._done[-1] if self._done else None
        self._carry_out(title, "", list(changes), rows)
        if follow is not None and self._done and self._done[-1] is not last:
            self._done[-1] = replace(self._done[-1], follow=follow)

    def _carry_out(self, title: str, action: str, changes: List[Change], rows: Dict[str, int]) -> None:
        if self._writer is not None and not self.layer.isModified():
            self._write(title, action, changes, rows)
            return
        with self._command(title, action=action):
            for change in changes:
                if not apply_change(self.layer, change, rows.get(change.uuid)):
                    raise OutputError(tr("'{}' does not take the edit.").format(self.layer.name()))

    def _edit(self, fids: Iterable[int], title: str, values: Callable[[Snapshot], Dict[str, Any]]) -> int:
        self._get_ready()
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
                tr("The edit could not be saved in '{}' and was taken back: {}").format(self.layer.name(), error),
                **error.facts,
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
        self._get_ready()
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
        try:
            if step.follow is not None:
                step.follow(action)
        finally:
            self.history_changed.emit()
        return True
