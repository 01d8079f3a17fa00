"""Printed reports: a heading is never the last thing on a page, and a small table is on one page."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QSizeF
from qgis.PyQt.QtGui import QTextDocument

from mining_monitor.adapter import report_pdf
from mining_monitor.adapter.report_breaks import keep_together

WIDTH, HEIGHT = 600.0, 800.0
HEAD = "<h2>Heading</h2><p><b>Caption</b></p>"


def document(html):
    made = QTextDocument()
    made.setDocumentMargin(0)
    made.setPageSize(QSizeF(WIDTH, HEIGHT))
    made.setHtml(html)
    return made


def lines(count):
    return "".join("<p>Text</p>" for _ in range(count))


def table(rows):
    return "<table border='1'>" + "".join(f"<tr><td>row {n}</td></tr>" for n in range(rows)) + "</table>"


def pages(made, text):
    """The pages that a text is on."""
    found = set()
    block = made.begin()
    while block.isValid():
        if text in block.text():
            rect = made.documentLayout().blockBoundingRect(block)
            found.add(int(rect.top() // HEIGHT))
        block = block.next()
    return found


def filled(share, tail):
    """A document whose ``tail`` begins at a share of the first page."""
    count = 1
    while True:
        made = document(lines(count) + tail)
        block = made.begin()
        while block.text() != "Heading":
            block = block.next()
        top = made.documentLayout().blockBoundingRect(block).top()
        if top >= share * HEIGHT:
            return made
        count += 1


def test_a_heading_at_the_foot_of_a_page_goes_to_the_next_with_its_table(qgis_app):
    made = filled(0.92, HEAD + table(3))
    assert pages(made, "Heading") == {0} and pages(made, "row 2") == {1}
    keep_together(made)
    assert pages(made, "Heading") == pages(made, "Caption") == pages(made, "row 0") == pages(made, "row 2") == {1}
    assert max(pages(made, "Text")) == 0


def test_a_small_table_is_not_parted(qgis_app):
    made = filled(0.7, HEAD + table(10))
    assert pages(made, "row") == {0, 1}
    keep_together(made)
    assert pages(made, "row") == pages(made, "Heading") == {1}


def test_a_large_table_is_parted_and_begins_below_its_heading(qgis_app):
    made = filled(0.3, HEAD + table(60))
    before = pages(made, "row")
    keep_together(made)
    assert pages(made, "row") == before and len(before) > 1 and pages(made, "Heading") == {0}


def test_what_fits_stays_where_it_is_and_a_second_time_changes_nothing(qgis_app):
    made = filled(0.2, HEAD + table(3) + lines(3) + HEAD + table(3))
    keep_together(made)
    assert pages(made, "Heading") == pages(made, "row") == {0}
    late = filled(0.92, HEAD + table(3) + lines(5))
    keep_together(late)
    once = late.toHtml()
    keep_together(late)
    assert late.toHtml() == once


def test_nothing_is_done_once_it_is_cancelled(qgis_app):
    made = filled(0.92, HEAD + table(3))
    keep_together(made, lambda: True)
    assert pages(made, "Heading") == {0}


@pytest.mark.parametrize("html", ["", "<p></p>", "<h2>Heading</h2>", "<table></table>"])
def test_pages_of_next_to_nothing_are_left_alone(qgis_app, html):
    made = document(html)
    keep_together(made)
    assert made.pageCount() == 1


def test_a_caption_stands_above_its_picture(qgis_app):
    page = '<figure><svg viewBox="0 0 80 40"><rect width="9" height="9"/></svg><figcaption>Before</figcaption></figure>'
    plain = report_pdf._plain_page(page, lambda: False)
    assert plain.index("Before") < plain.index("<img") and "figure" not in plain
