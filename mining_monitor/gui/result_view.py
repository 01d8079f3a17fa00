"""What a detection found: one line, a table by class, and the next step (UX "Detection")."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.styles import class_colour
from mining_monitor.contract.results import DetectResult
from mining_monitor.gui import words
from mining_monitor.gui.forms import soften, swatch
from mining_monitor.schema.classes import BY_CODE, OTHER


def result_sentence(result: DetectResult) -> str:
    """Return "57 sectors, 12.4 km²; 1.1 km² not observed (no data)."."""
    area = sum(total.area_m2 for total in result.totals if total.code != OTHER)
    found = tr("{sectors}, {area}").format(sectors=words.sectors_text(result.sectors), area=words.area_text(area))
    if result.sectors == 0 and any(notice.code == "already-mapped" for notice in result.warnings):
        found = tr("No new sector: what was found is on the map already")
    elif result.sectors == 0:
        found = tr("No mining sector found in {area} observed").format(area=words.area_text(result.observed_m2))
    if result.not_observed_m2 < 1.0:
        return found + "."
    reasons = ", ".join(reason_text(r) for r, m2 in result.not_observed_by_reason.items() if m2 >= 1.0)
    unseen = tr("{area} not observed").format(area=words.area_text(result.not_observed_m2))
    return f"{found}; {unseen} ({reasons})." if reasons else f"{found}; {unseen}."


def reason_text(reason: str) -> str:
    """Return why ground was not observed, in words."""
    texts = {"nodata": tr("no data"), "mask": tr("masked"), "cloud": tr("cloud")}
    return texts.get(reason, reason)


class ResultView(QWidget):
    """Table by class and facts of the run."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.table = self._make_table()
        self.facts = QLabel(self)
        self.facts.setWordWrap(True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        soften(self.facts)
        for widget in (self.table, self.facts):
            layout.addWidget(widget)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 3, self)
        table.setHorizontalHeaderLabels([tr("Class"), tr("Sectors"), tr("Area, ha")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setMinimumSectionSize(1)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 6)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        for column in (1, 2):
            table.horizontalHeaderItem(column).setTextAlignment(_RIGHT)
        table.horizontalHeaderItem(0).setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return table

    def show_result(self, result: DetectResult) -> None:
        """Fill everything from a result; classes with the largest area first."""
        totals = sorted((t for t in result.totals if t.sectors), key=lambda t: (t.code == OTHER, -t.area_m2))
        self.table.setRowCount(len(totals))
        for row, total in enumerate(totals):
            name = QTableWidgetItem(words.class_title(total.code))
            if total.code in BY_CODE:
                name.setIcon(swatch(class_colour(BY_CODE[total.code]), hatched=total.key == "lsm"))
            self.table.setItem(row, 0, name)
            for column, text in ((1, words.whole(total.sectors)), (2, words.hectares_text(total.area_m2))):
                item = QTableWidgetItem(text)
                item.setTextAlignment(_RIGHT)
                self.table.setItem(row, column, item)
        self._fit(len(totals))
        self.facts.setText(facts_sentence(result))

    def _fit(self, rows: int) -> None:
        self.table.setVisible(rows > 0)
        height = self.table.horizontalHeader().sizeHint().height() + 2 * self.table.frameWidth()
        height += sum(self.table.rowHeight(row) for row in range(rows))
        self.table.setFixedHeight(height)


def facts_sentence(result: DetectResult) -> str:
    """Return what the run was: seconds, tiles, pixel size, model, and drafts that it replaced."""
    tiles = tr("1 tile") if result.tiles == 1 else tr("{} tiles").format(words.whole(result.tiles))
    text = tr("{model}, {tiles} at {gsd} in {seconds}.").format(
        model=result.model_name,
        tiles=tiles,
        gsd=words.gsd_text(result.gsd_m),
        seconds=words.duration_text(result.seconds),
    )
    if result.superseded == 1:
        text += " " + tr("1 earlier draft that nobody had touched was replaced.")
    elif result.superseded:
        text += " " + tr("{} earlier drafts that nobody had touched were replaced.").format(
            words.whole(result.superseded)
        )
    return text


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
