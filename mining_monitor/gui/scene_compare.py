"""Two dates at once: a line to swipe on the map, or a second map that moves along."""

from __future__ import annotations

from typing import Any, List, Optional

from qgis.core import QgsMapLayer, QgsMapRendererParallelJob, QgsMapSettings, QgsProject, QgsVectorLayer
from qgis.gui import QgsDockWidget, QgsMapCanvas, QgsMapCanvasItem, QgsMapMouseEvent, QgsMapTool, QgsMapToolPan
from qgis.PyQt.QtCore import QObject, QPointF, QRectF, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QImage, QKeyEvent, QPainter, QPen, QResizeEvent

from mining_monitor.adapter.messages import tr

#: How near the line a press must be to take hold of it, and the size of its handle, in pixels.
_NEAR_PX, _HANDLE_PX = 12, 9
#: Share of the width by which an arrow key moves the line.
_STEP = 0.05
#: How long a drawing that is over is kept.
_RETIRED_MS = 500
#: A map that is smaller is being laid out.
_SMALLEST_PX = 40


class SwipeItem(QgsMapCanvasItem):
    """Draws another image over the map, to the right of a line."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.share = 0.5
        self.image: Optional[QImage] = None
        self.label = ""
        self.setZValue(9)  # above the map, below rubber bands

    def line_x(self) -> float:
        """Return where the line is, in pixels of the canvas."""
        return float(self._canvas.width()) * self.share

    def boundingRect(self) -> QRectF:  # noqa: N802, Qt's name
        """The whole canvas."""
        return QRectF(0, 0, self._canvas.width(), self._canvas.height())

    def paint(self, painter: QPainter, *_args: Any) -> None:
        """Draw the other image right of the line, and the line with its handle."""
        x, width, height = self.line_x(), self._canvas.width(), self._canvas.height()
        if self.image is not None and not self.image.isNull():
            target = QRectF(x, 0, width - x, height)
            ratio = self.image.width() / max(1, width)
            painter.drawImage(target, self.image, QRectF(x * ratio, 0, (width - x) * ratio, self.image.height()))
        for colour, pen_width in ((QColor(255, 255, 255), 4), (QColor(31, 111, 235), 2)):
            painter.setPen(QPen(colour, pen_width))
            painter.drawLine(QPointF(x, 0), QPointF(x, height))
        painter.setBrush(QBrush(QColor(255, 255, 255)))
        painter.drawEllipse(QPointF(x, height / 2.0), _HANDLE_PX, _HANDLE_PX)
        if self.label:
            self._draw_label(painter, x)

    def _draw_label(self, painter: QPainter, x: float) -> None:
        metrics = painter.fontMetrics()
        box = QRectF(x + 10, 8, metrics.horizontalAdvance(self.label) + 12, metrics.height() + 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 160))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(255, 255, 255))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.label)


class SwipeTool(QgsMapToolPan):
    """Drags the line; everything else pans the map. Left and right arrows move it too, Escape ends it."""

    moved = pyqtSignal(float)
    given_up = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, item: SwipeItem) -> None:
        super().__init__(canvas)
        self._item = item
        self._is_dragging = False

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, QGIS's name
        """Take hold of the line when the press is near it."""
        self._is_dragging = abs(event.pos().x() - self._item.line_x()) <= _NEAR_PX
        if not self._is_dragging:
            super().canvasPressEvent(event)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, QGIS's name
        """Move the line, or pan."""
        if self._is_dragging:
            self.moved.emit(event.pos().x() / max(1, self.canvas().width()))
        else:
            super().canvasMoveEvent(event)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, QGIS's name
        """Let go."""
        if not self._is_dragging:
            super().canvasReleaseEvent(event)
        self._is_dragging = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, Qt's name
        """Move the line with Alt and the arrow keys; the arrows alone move the map."""
        step = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP}.get(event.key(), 0.0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(self._item.share + step)
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()


class Swipe(QObject):
    """Keeps the other image drawn for what the map shows; drawing runs in QGIS's own threads."""

    ended = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._item: Optional[SwipeItem] = None
        self._tool: Optional[SwipeTool] = None
        self._tool_before: Optional[QgsMapTool] = None
        self._job: Optional[QgsMapRendererParallelJob] = None
        self._retired: List[QgsMapRendererParallelJob] = []
        self._layer_id = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(120)
        self._timer.timeout.connect(self._draw)

    @property
    def is_on(self) -> bool:
        """Whether the line is on the map."""
        return self._item is not None

    def start(self, layer: QgsMapLayer) -> None:
        """Show a layer right of the line."""
        if self._item is None:
            self._item = SwipeItem(self._canvas)
            self._tool = SwipeTool(self._canvas, self._item)
            self._tool.moved.connect(self._move)
            self._tool.given_up.connect(self.stop)
            self._tool_before = self._canvas.mapTool()
            self._canvas.setMapTool(self._tool)
            self._canvas.extentsChanged.connect(self._later)
            self._canvas.mapCanvasRefreshed.connect(self._later)
        self._layer_id = layer.id()
        self._item.label = layer.name()
        self._draw()

    def stop(self) -> None:
        """Take the line off the map."""
        if self._item is None:
            return
        self._timer.stop()
        self._canvas.extentsChanged.disconnect(self._later)
        self._canvas.mapCanvasRefreshed.disconnect(self._later)
        self._end_job()
        if self._canvas.mapTool() is self._tool:
            self._canvas.unsetMapTool(self._tool)
            if self._tool_before is not None:
                self._canvas.setMapTool(self._tool_before)
        scene, item, self._item = self._item.scene(), self._item, None
        if scene is not None:
            scene.removeItem(item)
        if self._tool is not None:
            self._tool.deleteLater()
        self._tool, self._tool_before = None, None
        self.ended.emit()

    def _move(self, share: float) -> None:
        if self._item is not None:
            self._item.share = min(0.98, max(0.02, share))
            self._item.update()

    def _later(self) -> None:
        if self._item is not None and self._job is None:
            self._timer.start()

    def _end_job(self) -> None:
        """Let go of a drawing; an object that is still at work, or telling its end, must not be deleted."""
        job, self._job = self._job, None
        if job is not None:
            job.finished.disconnect(self._on_drawn)
            if job.isActive():
                job.cancelWithoutBlocking()
            self._retired.append(job)
            QTimer.singleShot(_RETIRED_MS, self._bury)

    def _bury(self) -> None:
        self._retired = [job for job in self._retired if job.isActive()]
        if self._retired:
            QTimer.singleShot(_RETIRED_MS, self._bury)

    def _draw(self) -> None:
        if self._item is None:
            return
        layer = QgsProject.instance().mapLayer(self._layer_id)
        if layer is None:
            self.stop()
            return
        self._end_job()
        map_settings = QgsMapSettings(self._canvas.mapSettings())
        above = [each for each in map_settings.layers() if isinstance(each, QgsVectorLayer)]
        map_settings.setLayers([*above, layer])
        job = QgsMapRendererParallelJob(map_settings)
        job.finished.connect(self._on_drawn)
        self._job = job
        job.start()

    def _on_drawn(self) -> None:
        if self._job is not None and self._item is not None:
            self._item.image = self._job.renderedImage()
            self._item.update()
        self._end_job()

    def close(self) -> None:
        """Stop, and wait for drawings that are still being cancelled (unload)."""
        self.stop()
        for job in self._retired:
            job.cancel()
        self._retired = []


class SecondMap(QgsDockWidget):
    """A map beside the main one that shows another image at the same place."""

    def __init__(self, canvas: QgsMapCanvas, parent: Any) -> None:
        super().__init__(tr("Second date"), parent)
        self.setObjectName("MiningMonitorSecondMap")
        self._main = canvas
        self._is_following = False
        self.map = QgsMapCanvas(self)
        self.map.setObjectName("MiningMonitorSecondCanvas")
        self.map.setMinimumWidth(240)
        self.map.enableAntiAliasing(True)
        self._tool = QgsMapToolPan(self.map)
        self.map.setMapTool(self._tool)
        self.setWidget(self.map)
        canvas.extentsChanged.connect(self._follow_main)
        self.map.extentsChanged.connect(self._lead_main)
        canvas.destinationCrsChanged.connect(self._take_crs)

    def show_layer(self, layer: QgsMapLayer) -> None:
        """Show a layer below the vector layers of the main map."""
        self._take_crs()
        above: List[QgsMapLayer] = [each for each in self._main.layers() if isinstance(each, QgsVectorLayer)]
        self.map.setLayers([*above, layer])
        self.setWindowTitle(layer.name())
        QTimer.singleShot(0, self._follow_main)  # when it has its size

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """Show the same place at the same scale again."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self._follow_main)

    def let_go(self) -> None:
        """Cut the link to the main map (unload)."""
        self._is_following = True
        self._main.extentsChanged.disconnect(self._follow_main)
        self._main.destinationCrsChanged.disconnect(self._take_crs)
        self.map.setLayers([])

    def _take_crs(self) -> None:
        self.map.setDestinationCrs(self._main.mapSettings().destinationCrs())

    def _follow_main(self) -> None:
        self._copy(self._main, self.map)

    def _lead_main(self) -> None:
        """Move the main map along, but only when somebody moves this one: it changes by itself when it is resized."""
        if self.map.underMouse() or self.map.hasFocus():
            self._copy(self.map, self._main)
        else:
            self._follow_main()

    def _copy(self, source: QgsMapCanvas, target: QgsMapCanvas) -> None:
        """Bring one map to the centre and scale of the other; the answer to that is no new question."""
        if self._is_following or self.isHidden() or min(target.width(), target.height()) < _SMALLEST_PX:
            return
        self._is_following = True
        try:
            target.setExtent(source.extent())
            target.zoomScale(source.scale())
            target.refresh()
        finally:
            self._is_following = False
