"""The part of the options page about imagery: catalogues with their logins, and services that were confirmed."""

from __future__ import annotations

from typing import Any, Dict, List, Tuple

from qgis.gui import QgsAuthConfigSelect
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QHeaderView, QListWidget, QListWidgetItem, QPushButton, QTableWidget, QTableWidgetItem

from mining_monitor.adapter import catalogues, messages, services
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import ParameterError
from mining_monitor.gui.forms import blocked

_NAME, _URL = 0, 1


class ImageryOptions(QObject):
    """Reads catalogues and services into the widgets of the page, and writes them back.

    Parameters
    ----------
    form : OptionsForm
        Has ``catalogues_table``, ``add_catalogue_button``, ``remove_catalogue_button``, ``login_select``,
        ``services_list`` and ``revoke_button``.
    """

    def __init__(self, form: Any) -> None:
        super().__init__(form)
        self._table: QTableWidget = form.catalogues_table
        self._remove: QPushButton = form.remove_catalogue_button
        self._login: QgsAuthConfigSelect = form.login_select
        self._services: QListWidget = form.services_list
        self._revoke: QPushButton = form.revoke_button
        self._logins: Dict[int, str] = {}
        self._shown_row = -1
        self._revoked: List[str] = []
        self._fill_table()
        self._fill_services()
        form.add_catalogue_button.clicked.connect(lambda _checked=False: self._add())
        self._remove.clicked.connect(lambda _checked=False: self._take_out())
        self._revoke.clicked.connect(lambda _checked=False: self._revoke_chosen())
        self._table.currentCellChanged.connect(lambda row, *_others: self._show_login(row))
        self._login.selectedConfigIdChanged.connect(self._on_login)
        self._table.setCurrentCell(0, _NAME)
        self._show_login(0)

    # -- catalogues -------------------------------------------------------------------------------------------------

    def _fill_table(self) -> None:
        table = self._table
        table.setColumnCount(2)
        table.setHorizontalHeaderLabels([tr("Name"), tr("Address (STAC API)")])
        table.horizontalHeader().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        table.verticalHeader().hide()
        for catalogue in catalogues.catalogues():
            row = self._append(catalogue.title, catalogue.url, is_own=catalogue.is_own)
            self._logins[row] = catalogues.login(catalogue.key)

    def _append(self, name: str, url: str, *, is_own: bool) -> int:
        row = self._table.rowCount()
        self._table.insertRow(row)
        for column, text in ((_NAME, name), (_URL, url)):
            item = QTableWidgetItem(text)
            if not is_own:
                item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
            self._table.setItem(row, column, item)
        self._logins[row] = ""
        return row

    def _is_own(self, row: int) -> bool:
        item = self._table.item(row, _NAME)
        return item is not None and bool(item.flags() & Qt.ItemFlag.ItemIsEditable)

    def _add(self) -> None:
        row = self._append(tr("My catalogue"), "https://", is_own=True)
        self._table.setCurrentCell(row, _URL)
        self._table.editItem(self._table.item(row, _URL))

    def _take_out(self) -> None:
        row = self._table.currentRow()
        if row < 0 or not self._is_own(row):
            return
        logins = [self._logins.get(number, "") for number in range(self._table.rowCount())]
        del logins[row]
        self._shown_row = -1
        self._logins = dict(enumerate(logins))
        self._table.removeRow(row)
        self._show_login(self._table.currentRow())

    def _show_login(self, row: int) -> None:
        self._shown_row = row
        self._remove.setEnabled(row >= 0 and self._is_own(row))
        self._login.setEnabled(row >= 0)
        with blocked(self._login):
            self._login.setConfigId(self._logins.get(row, ""))

    def _on_login(self, authcfg: str) -> None:
        if self._shown_row >= 0:
            self._logins[self._shown_row] = authcfg

    def _rows(self) -> List[Tuple[str, str]]:
        return [
            (self._table.item(row, _NAME).text().strip(), self._table.item(row, _URL).text().strip())
            for row in range(self._table.rowCount())
        ]

    # -- services -----------------------------------------------------------------------------------------------------

    def _fill_services(self) -> None:
        for permission in services.permitted():
            text = tr("{host}, confirmed by {by} on {on}").format(
                host=permission.host, by=permission.by, on=permission.on
            )
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, permission.host)
            self._services.addItem(item)
        self._revoke.setEnabled(self._services.count() > 0)

    def _revoke_chosen(self) -> None:
        item = self._services.takeItem(max(0, self._services.currentRow()))
        if item is not None:
            self._revoked.append(str(item.data(Qt.ItemDataRole.UserRole)))
        self._revoke.setEnabled(self._services.count() > 0)

    def save(self) -> None:
        """Write what was changed; an address that is none is said and left out."""
        for host in self._revoked:
            services.revoke(host)
        rows = self._rows()
        known = [catalogue for catalogue in catalogues.catalogues() if not catalogue.is_own]
        own = [(number, row) for number, row in enumerate(rows) if self._is_own(number) and row[1] != "https://"]
        good = [(number, row) for number, row in own if catalogues.is_url(row[1])]
        for _number, row in own:
            if not catalogues.is_url(row[1]):
                messages.report(ParameterError(tr("'{}' is no address of a catalogue.").format(row[1])))
        catalogues.set_own([row for _number, row in good])
        for number, catalogue in enumerate(known):
            catalogues.set_login(catalogue.key, self._logins.get(number, ""))
        for (number, _row), catalogue in zip(good, catalogues.own_catalogues()):
            catalogues.set_login(catalogue.key, self._logins.get(number, ""))
