"""CSV files: written whole, safe to open in a spreadsheet; read whatever a spreadsheet made of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from mining_monitor.contract.errors import ParameterError
from mining_monitor.engine.files import is_device, is_plain_file, is_same_file, require_place, whole_file

#: A cell that begins so would be run as a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

#: What stands for "unknown" in the LAMES metadata (DOMAIN 1.6).
_NULLS = {"", "-", "n/a", "na", "none", "null"}

#: The header may follow a row of headings.
_HEADER_WITHIN = 5

_LARGEST_BYTES = 64 << 20


def write_csv(path: str | Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Write a table: UTF-8, commas, full stop as decimal point; None is an empty cell. Return the path.

    Raises
    ------
    OutputError, DiskFullError
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    with whole_file(Path(path)) as partial:
        partial.write_text(text.getvalue(), encoding="utf-8")
    return str(path)


def require_table(path: str | None, read: Iterable[str | None]) -> None:
    """Check, before the work, that a table is written over none of the files that are read; no path is no table.

    Raises
    ------
    ParameterError, OutputError, DiskFullError
    """
    if not path:
        return
    if any(other and is_same_file(Path(path), Path(other)) for other in read):
        raise ParameterError(f"TABLE is {path}, which is also read. Choose another name.", name="TABLE")
    require_place(Path(path))


def _cell(value: Any) -> Any:
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return "'" + value
    return value


def read_lookup(path: str, key: str, field: str) -> dict[str, str]:
    """Read two columns of a table as key -> value: first value of a key, unknown ones left out.

    Read are UTF-8 and cp1252, separated by semicolons, commas or tabs, with the header in one of the first rows
    (DOMAIN 1.6).

    Raises
    ------
    ParameterError
        The file cannot be read or lacks a column.
    """
    rows = _read_rows(path)
    header = next((row for row in rows[:_HEADER_WITHIN] if key in row and field in row), None)
    if header is None:
        raise ParameterError(f"{path} has no columns '{key}' and '{field}' in one row; name others.", path=path)
    at_key, at_field = header.index(key), header.index(field)
    lookup: dict[str, str] = {}
    for row in rows[rows.index(header) + 1 :]:
        if len(row) > max(at_key, at_field) and row[at_key] and row[at_field].lower() not in _NULLS:
            lookup.setdefault(row[at_key], row[at_field])
    return lookup


def _read_rows(path: str) -> list[list[str]]:
    if "\0" in path or is_device(path) or not is_plain_file(Path(path)):
        raise ParameterError(f"{path!r} is no table that can be read; choose a .csv file.", path=path)
    if Path(path).stat().st_size > _LARGEST_BYTES:
        raise ParameterError(f"{path} is larger than 64 MiB; choose a table of sites.", path=path)
    data = Path(path).read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    head = "\n".join(text.splitlines()[:_HEADER_WITHIN])
    delimiter = max(";,\t", key=head.count)
    try:
        return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter=delimiter)]
    except csv.Error as error:
        raise ParameterError(f"{path} is no table that can be read: {error}.", path=path) from error
