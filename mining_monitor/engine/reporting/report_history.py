"""What a project knows of the making of its sectors: the runs of models, and the rows of its log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyogrio

from mining_monitor.contract.errors import AnnotationsError
from mining_monitor.engine.monitoring.sector_map import SectorMap
from mining_monitor.engine.vector_path import layer_names, vector_path
from mining_monitor.schema.fields import LOG_TABLE, RUNS_TABLE

#: GeoPackages have them; other files are not asked.
_SUFFIX = ".gpkg"


@dataclass(frozen=True)
class RunRow:
    """A run of a model that sectors of the report come from."""

    run_id: str
    started_at: str
    model: str
    model_sha256: str
    image: str
    attribution: str


@dataclass(frozen=True)
class History:
    """The runs and the log behind sectors.

    Attributes
    ----------
    runs : sequence of RunRow
    log : mapping
        Numbers of the log rows that speak of each sector, by its ``uuid``.
    log_rows : int
        Rows of the whole log; 0: the file has none.
    log_sha256 : str
        Hash of its last row, which chains all before it.
    """

    runs: Sequence[RunRow] = ()
    log: Mapping[str, Sequence[int]] | None = None
    log_rows: int = 0
    log_sha256: str = ""

    def attribution(self, *more: str) -> str:
        """Return what the owners of the images of the runs want printed, after ``more``; each text once."""
        texts = (text.strip() for each in (*more, *(run.attribution for run in self.runs)) for text in each.split(";"))
        return "; ".join(dict.fromkeys(text for text in texts if text))


def read_history(path: str, sectors: SectorMap) -> History:
    """Read what a project says of these sectors; of other sectors nothing is taken along.

    Raises
    ------
    AnnotationsError
        A table cannot be read.
    """
    if not path.lower().endswith(_SUFFIX):
        return History()
    try:
        layers = layer_names(path)
        runs = _rows(path, RUNS_TABLE) if RUNS_TABLE in layers else []
        log = _rows(path, LOG_TABLE) if LOG_TABLE in layers else []
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, RuntimeError, ValueError) as error:
        raise AnnotationsError(f"The history in {path} cannot be read: {error}.", path=path) from error
    wanted_runs = {_text(row.get("run_id")) for row in sectors.rows} - {""}
    wanted = {_text(row.get("uuid")) for row in sectors.rows} - {""}
    numbers: dict[str, list[int]] = {}
    log = sorted((row for row in log if isinstance(row.get("seq"), int)), key=lambda row: int(row["seq"]))
    for row in log:
        if _text(row.get("uuid")) in wanted:
            numbers.setdefault(_text(row["uuid"]), []).append(int(row["seq"]))
    found = [_run(row) for row in runs if _text(row.get("run_id")) in wanted_runs]
    head = _text(log[-1].get("row_sha256")) if log else ""
    return History(sorted(found, key=lambda run: (run.started_at, run.run_id)), numbers, len(log), head)


def _run(row: Mapping[str, Any]) -> RunRow:
    names = ("run_id", "started_at", "model_name", "model_sha256", "image_name", "attribution")
    return RunRow(*(_text(row.get(name)) for name in names))


def _rows(path: str, layer: str) -> list[dict[str, Any]]:
    meta, _, _, columns = pyogrio.raw.read(vector_path(path), layer=layer, read_geometry=False, datetime_as_string=True)
    names = [str(name) for name in meta["fields"]]
    return [dict(zip(names, values, strict=True)) for values in zip(*(c.tolist() for c in columns), strict=True)]


def _text(value: Any) -> str:
    return "" if value is None or value != value else str(value).strip()
