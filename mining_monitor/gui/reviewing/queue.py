"""The review queue in the Annotation dock: its order, its reasons, what is skipped, comments, search."""

from __future__ import annotations

from typing import List, Optional, Tuple

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer

from mining_monitor.adapter import project_store, tasks
from mining_monitor.adapter.compat import text_of
from mining_monitor.adapter.messages import guarded_slot, tr
from mining_monitor.adapter.review_queue import Ranking, RankTask
from mining_monitor.adapter.sector_list import SectorListModel
from mining_monitor.gui.annotation_desk import Desk
from mining_monitor.gui.annotation_panel import AnnotationPanel
from mining_monitor.gui.reviewing.queue_bar import QueueBar

#: The engine is asked once the window has come to rest.
REST_MS = 800


class Queue(QObject):
    """Connects the queue's widgets with the list of sectors."""

    def __init__(self, panel: AnnotationPanel, desk: Desk, model: SectorListModel) -> None:
        super().__init__(panel)
        self._panel, self._desk, self._model = panel, desk, model
        self.bar = QueueBar(panel)
        self._task: Optional[RankTask] = None
        self._commented: List[int] = []
        self._asked: Tuple[str, int] = ("", -1)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._ask)
        self._soon = QTimer(self)  # once for all rows that change together
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show)
        bar = self.bar
        bar.searched.connect(self._on_search)
        panel.filter_changed.connect(self._on_search)
        bar.queue_requested.connect(self.sort)
        bar.comment_written.connect(self._on_comment)
        model.loaded.connect(self._rest.start)
        for signal in (model.modelReset, model.dataChanged, model.rowsInserted, model.rowsRemoved):
            signal.connect(lambda *_args: self._soon.start())

    def close(self) -> None:
        """Ask no more (unload)."""
        self._rest.stop()
        self._soon.stop()
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    # -- the order --------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        """Ask the engine once for each layer and number of runs."""
        layer = self._desk.layer()
        path = project_store.layer_path(layer) if layer is not None else None
        if layer is None or path is None or not path.is_file() or not self._model.rowCount():
            return
        key = (layer.id(), len(project_store.scenes(path)) * 1_000_000 + self._total())
        if key == self._asked or self._task is not None:
            return
        self._asked = key
        task = RankTask(path, text_of(layer.customProperty(project_store.SCENE_PROPERTY, "")))
        task.succeeded.connect(lambda result: self._on_ranking(task, layer, result))
        task.failed.connect(lambda _error: self._on_ranking(task, layer, None))
        self._task = task
        tasks.start(task)

    def _total(self) -> int:
        return sum(self._model.counts().values())

    def _on_ranking(self, task: RankTask, layer: QgsVectorLayer, ranking: object) -> None:
        if task is not self._task:
            return
        self._task = None
        if isinstance(ranking, Ranking) and self._model.layer() is layer:
            self._model.set_ranking(ranking)
        elif self._model.layer() is not layer:
            self._rest.start()

    @guarded_slot
    def sort(self) -> None:
        """Bring back the order of the queue, whatever column the list was sorted by."""
        header = self._panel.sector_table.horizontalHeader()
        header.setSortIndicator(-1, header.sortIndicatorOrder())
        self._model.sort(-1)
        self._model.loaded.emit()

    @guarded_slot
    def skip(self) -> None:
        """Put the selected sectors off; they come back when all others are decided."""
        for fid in self._desk.selected():
            self._model.skip(fid)

    # -- search and comments ----------------------------------------------------------------------------------------

    def _on_search(self, *_args: object) -> None:
        state, code = self._panel.state_shown(), self._panel.class_shown()
        self._model.set_filter(
            [state] if state else None, None if code is None else [code], self.bar.search_edit.text()
        )  # fmt: skip

    @guarded_slot
    def _on_comment(self, text: str) -> None:
        session, fids = self._desk.session(), self._commented
        if session is not None and fids:
            session.set_values(fids, {"comment": text or None}, tr("Comment"))

    def show(self) -> None:
        """Follow the selection."""
        self._soon.start()

    def _show(self) -> None:
        fids = self._desk.selected()
        rows = [row for row in map(self._model.sector, fids) if row is not None]
        comments = {row.comment for row in rows}
        self._commented = fids
        self.bar.show_comment(comments.pop() if len(comments) == 1 else "", len(rows))
        self.bar.show_sentence(self._model.queue.sentence(rows[0]) if len(rows) == 1 else "")
        self.bar.show_progress(self._model.counts(), self._model.skipped_count())
        self._panel.shown_label.setVisible(self._model.rowCount() != self._total())  # else the progress says it
