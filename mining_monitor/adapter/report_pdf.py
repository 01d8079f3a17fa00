"""A report's page on A4: Qt lays out the text and the tables, maps and charts become pictures."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import Callable, List, Tuple

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from qgis.PyQt.QtGui import QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument, QTextOption
from qgis.PyQt.QtSvg import QSvgRenderer

from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.report_breaks import keep_together
from mining_monitor.contract.errors import CancelledError, OutputError

_SVG = re.compile(r"<svg viewBox=\"0 0 ([\d.]+) ([\d.]+)\".*?</svg>", re.DOTALL)
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_LEFT_OUT = re.compile(r"<nav.*?</nav>|<a class=\"skip\".*?</a>", re.DOTALL)
_SWATCH = re.compile(r"<span class=\"swatch\" style=\"background:(#[0-9a-f]{6})\"></span>")
_SECTION = re.compile(r"<section id=\"[^\"]*\" class=\"site\"[^>]*>")
_TABLE = re.compile(r"<table(?: class=\"signoff\")?><caption>(.*?)</caption>")
_LEGEND = re.compile(r"<ul class=\"legend\"[^>]*>(.*?)</ul>")
_FIGURE = re.compile(r"<figure>(<p><img[^>]*></p>)<figcaption>(.*?)</figcaption></figure>", re.DOTALL)
_LINK = re.compile(r"<a href=\"#[^\"]*\">(.*?)</a>")

#: Dots per inch of the layout, and pixels of a map along its width.
_DPI, _MAP_PIXELS = 96, 1000

#: Millimetres: margins of the page, and the text's width.
_MARGINS_MM = (15.0, 18.0, 15.0, 18.0)
_TEXT_MM, _TEXT_HEIGHT_MM = 180.0, 261.0
_A4_MM = (210.0, 297.0)

_PLAIN_TABLE = (
    '<table width="100%" border="1" cellspacing="0" cellpadding="3" '
    'style="border-style:solid;border-color:#b8b8b0;border-collapse:collapse">'
)

#: What of the page's style Qt understands.
_PLAIN_STYLE = (
    "<style>body{font-family:'Open Sans','Segoe UI','DejaVu Sans',sans-serif;font-size:9pt;color:#1d1d1b}"
    "h1{font-size:18pt}h2{font-size:13pt}h3{font-size:11pt}td,th{padding:3px;text-align:left}"
    "th{background-color:#f3f2ee}.hash{font-family:'DejaVu Sans Mono',monospace;font-size:7pt}</style>"
)


def print_page(page: Path, output: Path, should_cancel: Callable[[], bool] = lambda: False) -> None:
    """Print a page of ``sitereport`` as a PDF of A4 pages with their numbers; about a fifth of a second a site.

    Parameters
    ----------
    should_cancel : callable
        Asked before each picture and each page.

    Raises
    ------
    OutputError
        The PDF cannot be written; nothing half-made is left.
    CancelledError
    """
    text = page.read_text(encoding="utf-8")
    partial = output.with_name(f".{output.name}.partial")
    writer = QPdfWriter(str(partial))
    writer.setResolution(_DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(*_MARGINS_MM),
            QPageLayout.Unit.Millimeter,
        )
    )  # fmt: skip
    writer.setTitle(_title(text))
    writer.setCreator("Mining Monitor")
    document = _document(text, should_cancel)
    is_painted = not should_cancel() and _paint(document, writer, should_cancel)
    del writer
    try:
        _check(should_cancel)
        if not is_painted:
            raise OSError(tr("the file cannot be opened"))
        partial.replace(output)
    except CancelledError:
        partial.unlink(missing_ok=True)
        raise
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise OutputError(tr("{} cannot be written: {}").format(output, error), path=str(output)) from error


def preview_pages(
    page: Path, should_cancel: Callable[[], bool] = lambda: False, most: int = 30
) -> Tuple[List[QImage], int]:
    """Paint the first pages as ``print_page`` prints them, and return them with the number of all pages.

    Raises
    ------
    CancelledError
    """
    document = _document(page.read_text(encoding="utf-8"), should_cancel)
    count = document.pageCount()
    images = []
    left, top = _pixels(_MARGINS_MM[0]), _pixels(_MARGINS_MM[1])
    for number in range(min(most, count)):
        _check(should_cancel)
        image = QImage(round(_pixels(_A4_MM[0])), round(_pixels(_A4_MM[1])), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.translate(left, top)
        _paint_page(document, painter, number, count)
        painter.end()
        images.append(image)
    return images, count


def _document(text: str, should_cancel: Callable[[], bool]) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(QFont("Open Sans", 9))
    document.setDocumentMargin(0)
    document.setPageSize(QSizeF(_pixels(_TEXT_MM), _pixels(_TEXT_HEIGHT_MM)))
    document.setHtml(_plain_page(text, should_cancel))
    keep_together(document, should_cancel)
    return document


def _check(should_cancel: Callable[[], bool]) -> None:
    if should_cancel():
        raise CancelledError(tr("Cancelled."))


def _pixels(millimetres: float) -> float:
    return millimetres / 25.4 * _DPI


def _title(text: str) -> str:
    match = re.search(r"<title>(.*?)</title>", text, re.DOTALL)
    return match.group(1) if match else "Mining Monitor"


def _paint(document: QTextDocument, writer: QPdfWriter, should_cancel: Callable[[], bool]) -> bool:
    """Paint the pages until it is cancelled; return whether the file could be opened."""
    painter = QPainter()
    if not painter.begin(writer):
        return False
    count = document.pageCount()
    for number in range(count):
        if should_cancel():
            break
        if number:
            writer.newPage()
        _paint_page(document, painter, number, count)
    painter.end()
    return True


def _paint_page(document: QTextDocument, painter: QPainter, number: int, count: int) -> None:
    """Paint one page from the upper left corner of its text on, and its number below."""
    width, height = _pixels(_TEXT_MM), _pixels(_TEXT_HEIGHT_MM)
    painter.save()
    painter.translate(0, -number * height)
    document.drawContents(painter, QRectF(0, number * height, width, height))
    painter.restore()
    place = QRectF(0, height + 8, width, 20)
    painter.drawText(place, f"{number + 1} / {count}", QTextOption(Qt.AlignmentFlag.AlignRight))


def _plain_page(text: str, should_cancel: Callable[[], bool]) -> str:
    """Return the page in the HTML that Qt's rich text knows: pictures for drawings, attributes for styles."""
    text = _LEFT_OUT.sub("", text)
    text = _STYLE.sub(_PLAIN_STYLE, text)

    def drawn(match: re.Match[str]) -> str:
        _check(should_cancel)
        return _picture(match.group(0), float(match.group(1)), float(match.group(2)))

    text = _SVG.sub(drawn, text)
    text = _SWATCH.sub(r'<span style="background-color:\1">&nbsp;&nbsp;&nbsp;</span> ', text)
    text = _LEGEND.sub(lambda match: f"<p>{match.group(1).replace('<li>', '').replace('</li>', ' &nbsp; ')}</p>", text)
    text = _SECTION.sub('<p style="page-break-before:always"></p>', text)
    text = _TABLE.sub(rf"<p><b>\1</b></p>{_PLAIN_TABLE}", text)
    text = text.replace("<td>&nbsp;</td>", "<td>&nbsp;<br>&nbsp;<br>&nbsp;</td>").replace('class="n"', 'align="right"')
    return _LINK.sub(r"\1", _FIGURE.sub(r"<p>\2</p>\1", text))


def _picture(svg: str, width: float, height: float) -> str:
    """Render an SVG and return it as an image of the text's width, or of a page's height at most."""
    image = QImage(_MAP_PIXELS, max(1, round(_MAP_PIXELS * height / width)), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    renderer = QSvgRenderer(QByteArray(svg.replace(' href="data:', ' xlink:href="data:').replace(
        "<svg ", '<svg xmlns:xlink="http://www.w3.org/1999/xlink" ', 1
    ).encode("utf-8")))  # fmt: skip
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    data = QBuffer()
    data.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(data, "PNG")
    shown = min(_pixels(_TEXT_MM), _pixels(_TEXT_HEIGHT_MM) * 0.4 * width / height)
    encoded = base64.b64encode(bytes(data.data())).decode("ascii")
    return f'<p><img width="{shown:.0f}" src="data:image/png;base64,{encoded}"></p>'
