"""The page "Work with others": the shared projects of a PostgreSQL connection, and this project made one of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Sequence

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QFileDialog, QFormLayout, QLineEdit, QPushButton

from mining_monitor.adapter import messages, tasks
from mining_monitor.adapter.messages import guarded_slot, tr
from mining_monitor.adapter.shared_project import opening, publishing
from mining_monitor.adapter.shared_project.place import SharedPlace, connections, projects, suggested_name
from mining_monitor.contract.errors import CancelledError
from mining_monitor.gui import words
from mining_monitor.gui.annotation_desk import Desk, EngineWork
from mining_monitor.gui.annotation_sheet import AnnotationSheet, SheetRow


class PublishTask(tasks.WorkTask):
    """Brings a project file to PostGIS."""

    def __init__(self, path: Path, place: SharedPlace, members: Sequence[str]) -> None:
        super().__init__(tr("Share {}").format(path.name))
        self._path, self._place, self._members = path, place, members

    def work(self) -> int:
        """Publish, slice by slice."""
        return publishing.publish(self._path, self._place, self._members, lambda: _stop(self))


class CopyTask(tasks.WorkTask):
    """Copies a shared project into a file."""

    def __init__(self, place: SharedPlace, path: Path) -> None:
        super().__init__(tr("Copy {}").format(place.schema))
        self._path, self._place = path, place

    def work(self) -> int:
        """Copy, slice by slice."""
        return publishing.take_home(self._place, self._path, lambda: _stop(self))


def _stop(task: tasks.WorkTask) -> None:
    if task.isCanceled():
        raise CancelledError(tr("Cancelled."))


class SharingPage(QObject):
    """Opens shared projects, shares this one, takes a copy home."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.sheet = AnnotationSheet(tr("Work with others"), (tr("Shared project"),))
        self.sheet.kind_filter.setAccessibleName(tr("Connection"))
        self.work = EngineWork(self.sheet)
        self.name_edit, self.members_edit = QLineEdit(), QLineEdit()
        self.name_edit.setToolTip(tr("Small letters, digits and _; it becomes a schema of the database"))
        self.members_edit.setPlaceholderText(tr("for example anna, bert"))
        self.members_edit.setToolTip(tr("Users of the database who may edit, with commas between them"))
        self.copy_button = QPushButton(tr("&Copy into a project file…"))
        self.copy_button.setToolTip(tr("For reports, history and checks; the copy has the whole log"))
        self._lay_out()
        self._names: List[str] = []
        self._uris: Dict[str, str] = {}
        self.sheet.closed.connect(self.close)
        self.sheet.filter_changed.connect(self._show_projects)
        self.sheet.row_chosen.connect(lambda _key: self._offer())
        self.sheet.action_requested.connect(self.open)
        self.sheet.other_requested.connect(self.share)
        self.copy_button.clicked.connect(lambda _checked=False: self.copy())

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(tr("Share this project &as"), self.name_edit)
        form.addRow(tr("&With"), self.members_edit)
        layout = self.sheet.layout()
        layout.insertLayout(layout.count() - 1, form)
        layout.addWidget(self.copy_button)

    @guarded_slot
    def start(self) -> None:
        """Show the connections that QGIS knows, and what is shared in the chosen one."""
        path = self._desk.project.path()
        if path is not None and not self.name_edit.text():
            self.name_edit.setText(suggested_name(path.stem))
        self._uris = connections()
        self.sheet.set_kinds([(name, name) for name in self._uris])
        self.sheet.kind_filter.setVisible(bool(self._uris))
        self._desk.open_page(self.sheet)
        self._show_projects()

    def close(self) -> None:
        """Go back to the list of sectors."""
        self.work.drop()
        self._desk.close_page()

    @guarded_slot
    def _show_projects(self) -> None:
        self._names = []
        uri = self._uris.get(self.sheet.kind_shown(), "")
        self.sheet.show_rows(())
        self._offer()
        if not uri:
            self.sheet.sentence.setText(
                tr(
                    "QGIS knows no PostgreSQL database yet. Add one in the Browser panel: PostgreSQL, New Connection. "
                    "Keep the password in an authentication configuration, then it is in no project file."
                )
            )
            return
        self.sheet.sentence.setText(tr("The database does not answer."))
        self._names = projects(uri)
        self.sheet.sentence.setText(
            tr("Open what others share, or share this project. Every edit is in the database at once, with its log.")
        )
        self.sheet.show_rows([SheetRow(key, (name,), "mIconPostgis") for key, name in enumerate(self._names)], 0)
        self._offer()

    def _offer(self) -> None:
        has_chosen = bool(self._names) and self.sheet.current() is not None
        can_share = bool(self._uris) and self._desk.project.path() is not None
        self.sheet.set_buttons(tr("&Open") if has_chosen else "", tr("&Share this project") if can_share else "")
        self.copy_button.setVisible(has_chosen)
        for edit in (self.name_edit, self.members_edit):
            edit.setEnabled(can_share)

    def _chosen(self) -> SharedPlace:
        return SharedPlace(self._uris[self.sheet.kind_shown()], self._names[self.sheet.current() or 0])

    @guarded_slot
    def open(self) -> None:
        """Show the chosen project on the map."""
        self._open(self._chosen())

    def _open(self, place: SharedPlace) -> None:
        shown = opening.show(place, QgsProject.instance())
        self._desk.project.choose(shown[-1].id())
        self.close()

    @guarded_slot
    def share(self) -> None:
        """Bring the project file into the database, for the analysts named."""
        path, session = self._desk.project.path(), self._desk.session()
        if path is None or not self._uris:
            return
        if session is not None:
            session.save()
        place = SharedPlace(self._uris[self.sheet.kind_shown()], self.name_edit.text().strip())
        members = [name.strip() for name in self.members_edit.text().split(",") if name.strip()]
        task = PublishTask(path, place, members)
        self.work.start(task, lambda count: self._on_shared(place, count), self._offer)

    def _on_shared(self, place: SharedPlace, count: Any) -> None:
        messages.success(
            tr("{} are shared as '{}'. Edit the shared layers from now on; the file stays as it was.").format(
                words.sectors_text(int(count)), place.schema
            )
        )
        self._open(place)

    @guarded_slot
    def copy(self) -> None:
        """Copy the chosen project into a new project file."""
        place = self._chosen()
        text, _filter = QFileDialog.getSaveFileName(
            self.sheet, tr("Copy into a project file"), str(Path.home() / f"{place.schema}.gpkg"),
            tr("Project files (*.gpkg)"),
        )  # fmt: skip
        if text:
            path = Path(text).with_suffix(".gpkg")
            done = tr("{} is a copy of the shared project as it was at this moment.").format(path)
            self.work.start(CopyTask(place, path), lambda _count: messages.success(done), self._offer)
