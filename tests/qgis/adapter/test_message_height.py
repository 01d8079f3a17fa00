"""A message of ours is read whole in QGIS's message bar, however long it is and however narrow the window."""

from __future__ import annotations

import pytest
from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from mining_monitor.adapter import message_height, messages
from mining_monitor.adapter.messages import Messenger

LONG = "The edit could not be saved and was taken back: another program is writing the file. " * 3


@pytest.fixture
def window(qgis_app):
    made = QWidget()
    made.resize(500, 400)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def bar(window):
    made = QgsMessageBar(window)
    layout = QVBoxLayout(window)
    layout.addWidget(made)
    layout.addStretch(1)
    window.show()
    return made


@pytest.fixture
def messenger(bar):
    made = Messenger()
    made.set_bar(bar)
    return made


def text_of(bar):
    (found,) = bar.currentItem().findChildren(QTextEdit)
    return found


def is_whole(text):
    return text.viewport().height() >= text.document().size().height() - text.document().documentMargin()


def is_settled(bar, height):
    return text_of(bar).viewport().height() == height


def test_a_long_message_is_read_whole(bar, messenger, wait_until):
    messenger.push(LONG, Qgis.MessageLevel.Warning)
    assert bar.currentItem().text() == LONG
    wait_until(lambda: is_whole(text_of(bar)))
    assert text_of(bar).document().size().height() > 3 * text_of(bar).fontMetrics().lineSpacing()
    assert text_of(bar).verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_it_stays_whole_in_a_narrower_window(bar, window, messenger, wait_until):
    messenger.push(LONG[:150], Qgis.MessageLevel.Warning)
    wait_until(lambda: is_whole(text_of(bar)))
    before = text_of(bar).viewport().height()
    window.resize(380, 400)
    wait_until(lambda: text_of(bar).viewport().height() > before and is_whole(text_of(bar)))
    window.resize(1300, 400)
    wait_until(lambda: text_of(bar).viewport().height() < before and is_whole(text_of(bar)))


def test_a_short_message_has_the_height_that_qgis_gives_it(bar, window, messenger, wait_until):
    window.resize(1000, 400)
    bar.pushMessage("QGIS", "Saved.")
    wait_until(lambda: text_of(bar).viewport().height() > 0 and text_of(bar).document().size().height() > 0)
    of_qgis = text_of(bar).viewport().height()
    messenger.push(LONG, Qgis.MessageLevel.Warning)
    wait_until(lambda: is_whole(text_of(bar)) and not is_settled(bar, of_qgis))
    messenger.push("Saved.", Qgis.MessageLevel.Critical)
    wait_until(lambda: is_settled(bar, of_qgis))


def test_the_bar_leaves_the_map_alone_whatever_a_file_says(bar, messenger, wait_until):
    messenger.push("word " * 3000, Qgis.MessageLevel.Critical)
    limit = (message_height.MOST_LINES + 3) * text_of(bar).fontMetrics().lineSpacing()
    wait_until(lambda: text_of(bar).maximumHeight() < 16777215 and text_of(bar).viewport().height() > limit / 2)
    assert text_of(bar).viewport().height() < limit
    assert text_of(bar).verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_an_item_that_goes_at_once_is_no_error(bar, messenger, wait_until):
    messenger.push(LONG, Qgis.MessageLevel.Warning)
    bar.clearWidgets()
    messenger.replace(LONG, Qgis.MessageLevel.Info, 8)
    messenger.replace("", Qgis.MessageLevel.Info, 8)
    messenger.push("Saved.", Qgis.MessageLevel.Critical)
    wait_until(lambda: text_of(bar).viewport().height() > 0)
    assert [item.text() for item in bar.items()] == ["Saved."] and bar.items()[0].title() == messages.TITLE
