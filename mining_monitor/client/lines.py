"""Whole lines out of a byte stream, with a bound on their length."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Iterator, List, Union

_CHUNK = 65536

#: Bytes that are kept of a line that is too long: enough to read whose it was.
KEPT_BYTES = 512


@dataclass(frozen=True)
class Line:
    """One line without its newline; ``is_whole`` is False when it was cut because it was too long."""

    data: bytes
    is_whole: bool = True


def read_lines(stream: Union[io.BufferedReader, io.BytesIO], limit: int) -> Iterator[Line]:
    """Yield the lines of a stream as they come.

    Parameters
    ----------
    stream : binary stream
        Read until its end. What follows the last newline is dropped: its writer died in the middle of it.
    limit : int
        Longest line in bytes; of a longer one only the first ``KEPT_BYTES`` are kept, so memory stays bounded.
    """
    pieces: List[bytes] = []
    held = 0
    is_whole = True
    while True:
        chunk = stream.read1(_CHUNK)
        if not chunk:
            return
        *ends, rest = chunk.split(b"\n")
        for end in ends:
            pieces.append(end)
            data = b"".join(pieces)
            yield _line(data, is_whole and len(data) <= limit)
            pieces, held, is_whole = [], 0, True
        pieces.append(rest)
        held += len(rest)
        if held > limit:
            pieces, held, is_whole = [b"".join(pieces)[:KEPT_BYTES]], KEPT_BYTES, False
        if not is_whole:
            pieces, held = [pieces[0][:KEPT_BYTES]], KEPT_BYTES


def _line(data: bytes, is_whole: bool) -> Line:
    return Line(data.rstrip(b"\r"), True) if is_whole else Line(data[:KEPT_BYTES], False)
