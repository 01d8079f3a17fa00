"""The table of scenes found: a thumbnail, the date, clouds, and how much of the place is really clear."""

from __future__ import annotations

import html
from typing import Any, Dict, List, Optional, Sequence, Set

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QGuiApplication, QPixmap

from mining_monitor.adapter.messages import tr
from mining_monitor.contract.scenes import Scene, SceneCover
from mining_monitor.gui import words

DATE, CLOUD, COVERS, CLEAR, TILE = range(5)
COLUMNS = (DATE, CLOUD, COVERS, CLEAR, TILE)

#: Side of a thumbnail in the table, in logical pixels.
THUMBNAIL_PX = 40


class SceneTable(QAbstractTableModel):
    """Scenes in rows, sorted by any column; what is not known yet sorts last."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._rows: List[Scene] = []
        self._covers: Dict[str, SceneCover] = {}
        self._failed: Dict[str, str] = {}
        self._pictures: Dict[str, QPixmap] = {}
        self._sorted = (DATE, Qt.SortOrder.DescendingOrder)
        self._hidden: Set[str] = set()

    # -- filling --------------------------------------------------------------------------------------------------

    def show(self, scenes: Sequence[Scene]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._covers, self._failed, self._pictures = {}, {}, {}
        self._rows = sorted(scenes, key=self._key, reverse=self._sorted[1] == Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    def scenes(self) -> List[Scene]:
        """Return the scenes as they stand in the table."""
        return list(self._rows)

    def has_row(self, row: int) -> bool:
        """Tell whether there is such a row (still)."""
        return 0 <= row < len(self._rows)

    def scene(self, row: int) -> Scene:
        """Return the scene of a row."""
        return self._rows[row]

    def row_of(self, scene_id: str) -> int:
        """Return the row of a scene, or -1."""
        return next((row for row, scene in enumerate(self._rows) if scene.scene_id == scene_id), -1)

    def cover(self, scene: Scene) -> Optional[SceneCover]:
        """Return how clear a scene is here, where that is known."""
        return self._covers.get(scene.scene_id)

    def set_cover(self, scene_id: str, cover: SceneCover) -> None:
        """Fill in how clear a scene is here."""
        self._covers[scene_id] = cover
        self._changed(scene_id)

    def set_failed(self, scene_id: str, why: str) -> None:
        """Note that a scene could not be looked into."""
        self._failed[scene_id] = why
        self._changed(scene_id)

    def set_picture(self, scene_id: str, picture: QPixmap) -> None:
        """Show a thumbnail."""
        if picture.isNull():
            return
        ratio = _pixel_ratio()
        side = round(THUMBNAIL_PX * ratio)
        how = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        small = picture.scaled(side, side, *how)
        small.setDevicePixelRatio(ratio)
        self._pictures[scene_id] = small
        self._changed(scene_id)

    def _changed(self, scene_id: str) -> None:
        row = self.row_of(scene_id)
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    # -- Qt ---------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008, Qt's name and default
        """Return the number of scenes."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008, Qt's name and default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        """Return a column's title and what it means."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return {
                DATE: tr("Date"), CLOUD: tr("Cloud"), COVERS: tr("Covers"), CLEAR: tr("Clear"), TILE: tr("Tile"),
            }[section]  # fmt: skip
        if role == Qt.ItemDataRole.ToolTipRole:
            return {
                DATE: tr("When the scene was taken"), CLOUD: tr("Of the whole scene, as the catalogue states it"),
                COVERS: tr("How much of the place the scene covers"),
                CLEAR: tr("How much of the place is neither cloud, shadow, cirrus nor missing, read from the scene"),
                TILE: tr("The tile of Sentinel-2's grid, and the satellite"),
            }[section]  # fmt: skip
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        scene = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(scene, index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == DATE:
            return self._pictures.get(scene.scene_id)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tool_tip(scene)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (CLOUD, COVERS, CLEAR):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def sort(self, column: int, order: Any = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; the selection follows its scenes."""
        self._sorted = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = list(self._rows)
        self._rows.sort(key=self._key, reverse=order == Qt.SortOrder.DescendingOrder)
        for index in self.persistentIndexList():
            row = next(number for number, scene in enumerate(self._rows) if scene is before[index.row()])
            self.changePersistentIndex(index, self.index(row, index.column()))
        self.layoutChanged.emit()

    def _key(self, scene: Scene) -> Any:
        column, order = self._sorted
        cover = self._covers.get(scene.scene_id)
        value: Optional[float] = {
            CLOUD: scene.cloud_percent, COVERS: scene.extent_share, CLEAR: cover.clear_share if cover else None,
        }.get(column)  # fmt: skip
        if column == DATE:
            return (0.0, scene.sensed_at)
        if column == TILE:
            return (0.0, scene.tile)
        unknown = -1e9 if order == Qt.SortOrder.DescendingOrder else 1e9
        return (unknown if value is None else value, scene.sensed_at)

    def _text(self, scene: Scene, column: int) -> str:
        if column == DATE:
            return scene.sensed_at[:10]
        if column == CLOUD:
            return "" if scene.cloud_percent is None else percent(scene.cloud_percent / 100.0)
        if column == COVERS:
            return percent(scene.extent_share)
        if column == TILE:
            return scene.tile
        cover = self._covers.get(scene.scene_id)
        if cover is not None:
            return percent(cover.clear_share)
        return "?" if scene.scene_id in self._failed else "…" if scene.scene_id in self._hidden else ""

    def set_waiting(self, scene_ids: Sequence[str]) -> None:
        """Mark the scenes that are going to be looked into."""
        self._hidden = set(scene_ids)
        if self._rows:
            self.dataChanged.emit(self.index(0, CLEAR), self.index(len(self._rows) - 1, CLEAR))

    def tool_tip(self, scene: Scene) -> str:
        """Return all that is known of a scene."""
        lines = [scene.scene_id, " ".join(filter(None, (scene.satellite, scene.sensed_at.replace("T", " "))))]
        if scene.baseline:
            lines.append(tr("Processing baseline {}").format(scene.baseline))
        cover = self._covers.get(scene.scene_id)
        if cover is not None:
            parts = [f"{reason_title(reason)} {percent(share)}" for reason, share in sorted(cover.by_reason.items())]
            lines.append(tr("Clear here: {}").format(percent(cover.clear_share)))
            lines.extend([", ".join(parts)] if parts else [])
        if scene.scene_id in self._failed:
            lines.append(self._failed[scene.scene_id])
        return "<br>".join(html.escape(line, quote=False) for line in lines)  # a catalogue's words are no HTML


def _pixel_ratio() -> float:
    application = QGuiApplication.instance()
    return float(application.devicePixelRatio()) if isinstance(application, QGuiApplication) else 1.0


def percent(share: float) -> str:
    """Return a share as per cent: one decimal close to nothing and to everything."""
    value = 100.0 * share
    is_close = 0 < value < 1 or 99 < value < 100
    return tr("{} %").format(words.number(value, 1 if is_close else 0))


def reason_title(reason: str) -> str:
    """Return why ground was not observed."""
    titles = {
        "nodata": tr("no data"), "cloud": tr("cloud"), "shadow": tr("shadow"), "cirrus": tr("cirrus"),
        "snow": tr("snow"), "saturated": tr("saturated"), "excluded": tr("left out"), "outside": tr("outside"),
    }  # fmt: skip
    return titles.get(reason, reason)
