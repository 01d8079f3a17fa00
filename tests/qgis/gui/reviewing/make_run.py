"""Stores a run in a project file; run by the engine's interpreter: ``make_run.py FILE RUN SCENE SECTORS``.

``SECTORS`` is JSON: (WKT, class code, confidence) of each.
"""

import json
import sys
from pathlib import Path

import shapely

from mining_monitor.engine.annotation.merge import NewSector
from mining_monitor.engine.annotation.store import Run, store_run

path, run_id, scene, sectors = sys.argv[1:]
row = {
    "run_id": run_id, "scene_id": scene, "operator": "Ana", "observed_at": "2021-02-27T14:00:00Z", "gsd_m": 10.0,
    "request": json.dumps({"min_confidence": 0.3}),
}  # fmt: skip
batch = [NewSector(shapely.from_wkt(wkt), code, confidence) for wkt, code, confidence in json.loads(sectors)]
store_run(Run(row, [batch], shapely.box(-71, -24, -69, -22), 1.0), Path(path))
