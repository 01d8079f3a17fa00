"""Page breaks of a printed report: headings stay with what they head, small tables stay whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, List, Optional, Union

from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QFont, QTextBlock, QTextCursor, QTextDocument, QTextFormat, QTextFrame, QTextTable

#: A table that takes more of a page than this may be parted.
_WHOLE_SHARE = 0.6

#: Each pass mends the first fault of each part of the report; what is left then stays.
_PASSES = 8

_NORMAL = int(QFont.Weight.Normal)
_BREAK = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore


@dataclass(frozen=True)
class _Piece:
    """A paragraph or a table of the page, and the first and last page that it is on."""

    part: Union[QTextBlock, QTextTable]
    first: int
    last: int
    is_heading: bool
    is_new_page: bool
    height: float


def keep_together(document: QTextDocument, should_cancel: Callable[[], bool] = lambda: False) -> None:
    """Put page breaks before headings that would stand alone at the foot of a page, and before parted small tables."""
    for _ in range(_PASSES):
        if should_cancel():
            return
        wanted = _faults(_pieces(document), document.pageSize().height())
        if not wanted:
            return
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for part in wanted:
            _break_before(part)
        cursor.endEditBlock()


def _pieces(document: QTextDocument) -> List[_Piece]:
    layout, height = document.documentLayout(), document.pageSize().height()
    pieces = []
    position = document.rootFrame().begin()
    while not position.atEnd():
        frame: Optional[QTextFrame] = position.currentFrame()
        if frame is not None:
            rect = layout.frameBoundingRect(frame)
            is_new = bool(frame.frameFormat().pageBreakPolicy() & _BREAK)
            pieces.append(_piece(frame, rect, height, is_heading=False, is_new=is_new))
        else:
            block = position.currentBlock()
            if block.isValid():
                is_new = bool(block.blockFormat().pageBreakPolicy() & _BREAK)
                rect = layout.blockBoundingRect(block)
                pieces.append(_piece(block, rect, height, is_heading=_is_heading(block), is_new=is_new))
        position += 1
    return pieces


def _piece(
    part: Union[QTextBlock, QTextTable], rect: QRectF, height: float, *, is_heading: bool, is_new: bool
) -> _Piece:
    first, last = int(rect.top() // height), int(max(rect.top(), rect.bottom() - 1) // height)
    return _Piece(part, first, last, is_heading, is_new, rect.height())


def _is_heading(block: QTextBlock) -> bool:
    """Tell whether a paragraph belongs to what follows it: headings, captions in bold, captions of pictures, gaps."""
    if block.blockFormat().headingLevel() or not block.text().strip():
        return True
    following = block.next()
    if following.isValid() and following.text() == "\N{OBJECT REPLACEMENT CHARACTER}":
        return True
    position = block.begin()
    return not position.atEnd() and position.fragment().charFormat().fontWeight() > _NORMAL


def _faults(pieces: List[_Piece], height: float) -> List[Union[QTextBlock, QTextTable]]:
    """Return before what a page must begin: of each run between page breaks the first place at most."""
    found = []
    is_mended = False
    for index, piece in enumerate(pieces):
        is_mended = is_mended and not piece.is_new_page
        if is_mended or piece.is_heading:
            continue
        start = index
        while start and pieces[start - 1].is_heading and not pieces[start].is_new_page:
            start -= 1
        head = pieces[start]
        is_small = isinstance(piece.part, QTextTable) and piece.height < height * _WHOLE_SHARE
        is_apart = head.first != piece.first or (is_small and piece.first != piece.last)
        if is_apart and not head.is_new_page:
            found.append(head.part)
            is_mended = True
    return found


def _break_before(part: Union[QTextBlock, QTextTable]) -> None:
    if isinstance(part, QTextFrame):
        shape = part.frameFormat()
        shape.setPageBreakPolicy(_BREAK)
        part.setFrameFormat(shape)
        return
    cursor = QTextCursor(part)
    shape = cursor.blockFormat()
    shape.setPageBreakPolicy(_BREAK)
    cursor.setBlockFormat(shape)
