"""Help by F1: a page of its own, beside the work, without a browser and without a network."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from mining_monitor.adapter.messages import tr
from mining_monitor.gui import words
from mining_monitor.gui.annotation_keys import keys_text
from mining_monitor.schema.classes import LAMES_CLASSES


class HelpWindow(QDialog):
    """Shows the help; not modal."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Mining Monitor: help"))
        self.setObjectName("MiningMonitorHelp")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 680)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        browser = QTextBrowser(self)
        browser.setOpenExternalLinks(True)
        browser.setHtml(help_html())
        layout.addWidget(browser)


def help_html() -> str:
    """Return the help as rich text."""
    parts = [f"<h2>{tr('Mining Monitor')}</h2>"]
    for title, text in _sections():
        parts.append(f"<h3>{title}</h3><p>{text}</p>")
    rows = "".join(
        f"<tr><td><b>{c.code}</b>&nbsp;</td><td><b>{words.class_title(c.code)}</b>: {words.class_definition(c.code)} "
        f"<i>{words.class_mistake(c.code)}</i></td></tr>"
        for c in LAMES_CLASSES
        if c.code
    )
    parts.append(f"<h3>{tr('Classes')}</h3><table>{rows}</table>")
    parts.append(f"<h3>{tr('Keys of the Annotation dock')}</h3>{keys_text()}")
    return "".join(parts)


def _sections() -> tuple[tuple[str, str], ...]:
    return (
        (
            tr("The way of the work"),
            tr(
                "Imagery: open an image, or drop a file on the dock. Detection: choose image, model and place; the "
                "button says how much it will look at and how long that takes. Annotation: decide on each polygon, "
                "the least certain first. Report: see what is missing, export GeoJSON. The button on the toolbar "
                "does the detection alone, in what the map shows."
            ),
        ),
        (
            tr("Images"),
            tr(
                "Besides files, the Imagery dock opens Sentinel-2 products (SAFE folder or .zip) and searches "
                "catalogues: only what the map shows is fetched, and the catalogue learns which place you look at. "
                "Clouds, shadows and missing pixels of a loaded scene count as not observed in every detection. Date "
                "and source of an image go into every new sector. Pictures of a map service are analysed only after "
                "you have confirmed, once per service, that its terms permit it; Google's forbid it."
            ),
        ),
        (
            tr("What a result means"),
            tr(
                "Every polygon of a model is a draft until a person has approved it. Ground that could not be seen "
                "is reported as not observed: it never means that there is no mine. A new detection of the same "
                "image replaces drafts that nobody has touched, and leaves everything else as it is."
            ),
        ),
        (
            tr("Where things are"),
            tr(
                "Sectors are in a GeoPackage that any QGIS opens: its name stands on top of each dock, and each "
                "decision is saved at once. The table log in it keeps who did what when. New files go to the folder "
                "that you choose in the settings, else beside the QGIS project, else to your home folder."
            ),
        ),
        (
            tr("The engine"),
            tr(
                "Models run in a program of its own beside QGIS, on this computer; no image leaves it. It is set "
                "up once, from the Imagery dock; without internet it takes a folder of wheels. When it fails, QGIS "
                "goes on, and the next request starts it again."
            ),
        ),
        (
            tr("Models"),
            tr(
                "Any segmentation model in ONNX format can be added with the tool button beside the model "
                "list. A model that does not say how to use it opens a form. Look at its test figures and "
                "limits before you trust it."
            ),
        ),
    )
