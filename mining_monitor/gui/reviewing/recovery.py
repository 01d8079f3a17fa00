"""After a crash: the next start says up to when everything is saved, and leads back to it."""

from __future__ import annotations

from typing import Any, List, Optional

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QPushButton

from mining_monitor.adapter.message_height import show_whole
from mining_monitor.adapter.messages import TITLE, guarded, guarded_slot, tr
from mining_monitor.adapter.open_sessions import LostSession, OpenSession
from mining_monitor.gui import annotation_words
from mining_monitor.gui.project_controller import ProjectController

#: QGIS's own start is over by then.
CALM_MS = 1500


class Recovery(QObject):
    """Marks the project file that is open, and offers the one that a killed QGIS had open."""

    def __init__(
        self, bar: Any, project: ProjectController, parent: QObject, session: Optional[OpenSession] = None
    ) -> None:
        super().__init__(parent)
        self._bar, self._project = bar, project
        self._session = session if session is not None else OpenSession()
        self._items: List[Any] = []
        self._lost: List[LostSession] = []
        with guarded():
            self._lost = self._session.lost()
        project.changed.connect(self._mark)
        application = QgsApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._session.clear)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CALM_MS)
        self._timer.timeout.connect(self.offer)
        if self._lost:
            self._timer.start()

    def close(self) -> None:
        """The session ends as it should (unload)."""
        self._timer.stop()
        application = QgsApplication.instance()
        if application is not None:
            application.aboutToQuit.disconnect(self._session.clear)
        for item in self._items:
            self._bar.popWidget(item)
        self._items = []
        self._session.clear()

    @guarded_slot
    def _mark(self) -> None:
        path = self._project.path() if self._project.layers() else None
        if path is not None:
            self._session.mark(path)
        else:
            self._session.clear()

    @guarded_slot
    def offer(self) -> None:
        """Say what was open, up to when it is saved, and offer to go on with it."""
        lost, self._lost = self._lost, []
        for each in lost:
            if each.project == self._project.path() and self._project.layers():
                continue  # QGIS has opened it again
            item = self._bar.createMessage(TITLE, sentence(each))
            button = QPushButton(tr("Go on with it"), item)
            button.clicked.connect(lambda _checked=False, i=item, s=each: self._go_on(i, s))
            item.layout().addWidget(button)
            self._items.append(item)
            item.destroyed.connect(lambda _object=None, i=item: self._forget(i))
            self._bar.pushWidget(item, Qgis.MessageLevel.Info, 0)
            show_whole(item)

    def _forget(self, item: Any) -> None:
        self._items = [each for each in self._items if each is not item]

    @guarded_slot
    def _go_on(self, item: Any, session: LostSession) -> None:
        self._project.use(session.project)
        self._forget(item)
        self._bar.popWidget(item)


def sentence(session: LostSession) -> str:
    """Say what was open when QGIS ended, and that nothing is missing."""
    name = session.project.name
    if not session.at:
        return tr("QGIS ended unexpectedly while {} was open.").format(name)
    return tr("QGIS ended unexpectedly while {name} was open. Every edit up to {when} UTC ({who}) is saved.").format(
        name=name, when=annotation_words.moment(session.at), who=session.who or tr("unknown")
    )
