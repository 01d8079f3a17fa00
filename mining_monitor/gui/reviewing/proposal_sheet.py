"""The page of proposals: a list that takes several rows at once, filters by kind and class, two answers."""

from __future__ import annotations

from typing import List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from mining_monitor.adapter.messages import tr
from mining_monitor.gui.annotation_sheet import AnnotationSheet
from mining_monitor.gui.forms import blocked, choose_data, let_shrink, theme_icon


class ProposalSheet(AnnotationSheet):
    """Shows proposals and passes on what the analyst answers."""

    class_changed = pyqtSignal()
    all_taken = pyqtSignal()
    all_refused = pyqtSignal()
    selection_changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        self.class_filter = QComboBox()
        self.reason_edit = QLineEdit()
        self.take_all = QPushButton()
        self.refuse_all = QPushButton()
        super().__init__(tr("Proposals"), (tr("What"), tr("IoU"), tr("Area")), parent)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.itemSelectionChanged.connect(self.selection_changed)
        self.class_filter.setAccessibleName(tr("Class of the proposals shown"))
        let_shrink(self.class_filter)
        self.class_filter.currentIndexChanged.connect(lambda _index: self.class_changed.emit())
        self.reason_edit.setPlaceholderText(tr("Why, in a few words (optional; kept in the log)"))
        self.reason_edit.setAccessibleName(tr("Reason of the decision"))
        self.take_all.clicked.connect(self.all_taken)
        self.refuse_all.clicked.connect(self.all_refused)
        self.action_button.setIcon(theme_icon("mIconSuccess"))
        self.other_button.setIcon(theme_icon("mTaskCancel"))
        for button in (self.action_button, self.other_button, self.take_all, self.refuse_all):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the list
        self._lay_out_more()

    def _lay_out_more(self) -> None:
        layout = self.layout()
        assert layout is not None
        filters, everything = QHBoxLayout(), QHBoxLayout()
        layout.removeWidget(self.kind_filter)
        filters.addWidget(self.kind_filter, 1)
        filters.addWidget(self.class_filter, 1)
        everything.addWidget(self.refuse_all)
        everything.addStretch(1)
        everything.addWidget(self.take_all)
        layout.insertLayout(3, filters)  # type: ignore[attr-defined]
        layout.insertWidget(6, self.reason_edit)  # type: ignore[attr-defined]
        layout.addLayout(everything)  # type: ignore[attr-defined]

    def set_classes(self, classes: Sequence[Tuple[int, str]]) -> None:
        """Offer (code, title) to filter by, the first one meaning all; what was chosen stays chosen."""
        chosen = self.class_shown()
        with blocked(self.class_filter):
            self.class_filter.clear()
            for code, title in classes:
                self.class_filter.addItem(title, code)
            if chosen is not None:
                choose_data(self.class_filter, chosen)
        self.class_filter.setVisible(len(classes) > 2)

    def class_shown(self) -> Optional[int]:
        """Return the class that the list is filtered by; None: all."""
        code = self.class_filter.currentData()
        return None if code is None or int(code) == ALL_CLASSES else int(code)

    def set_answers(self, chosen: int, shown: int) -> None:
        """Name the answers for what is chosen, and for all that the filters show."""
        self.set_buttons(
            tr("&Take (T)") if chosen < 2 else tr("&Take {} (T)").format(chosen),
            tr("&Refuse (R)") if chosen < 2 else tr("&Refuse {} (R)").format(chosen),
        )
        for button in (self.action_button, self.other_button):
            button.setVisible(shown > 0)
            button.setEnabled(chosen > 0)
        self.take_all.setText(tr("Take all {}").format(shown))
        self.refuse_all.setText(tr("Refuse all {}").format(shown))
        for widget in (self.take_all, self.refuse_all):
            widget.setVisible(shown > 1)
        self.reason_edit.setVisible(shown > 0)

    def chosen(self) -> List[int]:
        """Return the keys of the rows that are selected."""
        return [int(item.data(0, Qt.ItemDataRole.UserRole)) for item in self.table.selectedItems()]


#: In the class filter: no filter.
ALL_CLASSES = -100
