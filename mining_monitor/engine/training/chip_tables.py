"""The tables beside training chips: what each holds and where it lies, and which index a network gives each class."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from mining_monitor import paths
from mining_monitor.contract.training import TrainingChipsRequest
from mining_monitor.engine.imagery.grid import Grid
from mining_monitor.engine.imagery.ground import ToLonLat
from mining_monitor.engine.imagery.source import RasterImage
from mining_monitor.engine.training.chip_layout import Chip
from mining_monitor.schema.classes import BY_CODE

#: What the published training maps codes to (DOMAIN 1.2). It leaves 1 and 2 out, which then pass for 3 and 4: here they
#: follow at the end where they occur.
LAMES_REMAP: dict[int, int] = {0: 0, 3: 1, 4: 2, 5: 3, 6: 4, 7: 5, 8: 6, 9: 7}


def remap(codes: Sequence[int]) -> dict[int, int]:
    """Return the index of each LAMES code in a network's output: LAMES's own, then those of the others that occur."""
    found = dict(LAMES_REMAP)
    for code in sorted(set(codes) - set(found)):
        found[code] = len(found)
    return found


def row_of(name: str, part: str, chip: Chip, counts: Mapping[int, int], grid: Grid) -> dict[str, Any]:
    """Return a line of ``index.csv``; positions in degrees, of the chip's centre."""
    lon, lat = ToLonLat(grid)(np.array(grid.width / 2), np.array(grid.height / 2))
    window = chip.window
    return {
        "name": name,
        "split": part,
        "site_group": chip.group,
        "sites": ";".join(chip.sites),
        "row_off": window.row_off,
        "col_off": window.col_off,
        "size": window.width,
        "lon": round(float(lon), 6),
        "lat": round(float(lat), 6),
        "pixels": " ".join(f"{BY_CODE[code].key}={counts[code]}" for code in sorted(counts)),
    }


def write_tables(
    folder: Path,
    rows: Sequence[Mapping[str, Any]],
    pixels: Mapping[int, int],
    request: TrainingChipsRequest,
    image: RasterImage,
) -> None:
    """Write ``index.csv``, ``remap.json`` and ``about.json``."""
    with (folder / "index.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    mapping = {str(code): index for code, index in remap(list(pixels)).items()}
    (folder / "remap.json").write_text(json.dumps(mapping, indent=1) + "\n", encoding="utf-8")
    about = {
        "image": image.name,
        "sectors": Path(request.sectors.path).name,
        "states": list(request.sectors.states),
        "size": request.size,
        "overlap": request.overlap,
        "split": list(request.split),
        "gsd_m": [round(value, 4) for value in image.gsd_m],
        "bands": [band.name for band in image.bands if not band.is_alpha],
        "software": f"Mining Monitor {paths.version()}",
    }
    (folder / "about.json").write_text(json.dumps(about, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
