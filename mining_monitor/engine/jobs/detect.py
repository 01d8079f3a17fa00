"""A whole detection: model, pixels, polygons, and the files that the user asked for.

It joins the stages that may not know each other: models, detection, annotation (storing) and reporting (GeoJSON).
"""

from __future__ import annotations

import hashlib
import json
import threading
import time
import uuid
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import shapely

from mining_monitor.contract.codec import to_json
from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.requests import DetectRequest, ExportGeoJsonRequest
from mining_monitor.contract.results import DetectResult
from mining_monitor.engine.annotation.merge import NewSector
from mining_monitor.engine.annotation.store import Run, Stored, store_run
from mining_monitor.engine.detection.run import Detection, detect
from mining_monitor.engine.files import move_into_place, run_folder
from mining_monitor.engine.imagery.source import describe_image
from mining_monitor.engine.models.segmenter import Segmenter
from mining_monitor.engine.models.session import load_segmenter
from mining_monitor.engine.progress import Job
from mining_monitor.engine.reporting.geojson import export_geojson
from mining_monitor.engine.versions import software_versions

#: Images above this are not hashed: reading them once more would cost more than the run's other overhead.
_HASH_LIMIT_BYTES = 4 * 1024**3


def run_detection(request: DetectRequest, job: Job) -> DetectResult:
    """Run a detection and publish its files; they are whole or absent.

    Raises
    ------
    MiningMonitorError
        The sentence says what was wrong; nothing half-made is left.
    """
    _check(request)
    started = datetime.now(timezone.utc)
    clock = time.perf_counter()
    run_id = str(uuid.uuid4())
    job.report(Progress(0.0, "model"))
    segmenter = load_segmenter(request.model, request.threads)
    with run_folder(run_id) as folder:
        image_hash = _HashInBackground(request.image.path)
        detection = detect(request, segmenter, folder, job)
        job.report(Progress(0.98, "store"))
        run = _run(request, detection, segmenter, run_id, started, clock, image_hash.result())
        job.check()
        stored = _publish(request, detection, run, folder, job)
    return _result(request, detection, segmenter, run, stored, time.perf_counter() - clock)


def _check(request: DetectRequest) -> None:
    suffix = Path(request.output).suffix.lower() if request.output else ".gpkg"
    if suffix not in (".gpkg", ".geojson", ".json"):
        raise ParameterError(f"OUTPUT ends with '{suffix}'; write to .gpkg or .geojson.", name="OUTPUT")
    for name, value, low, high in (
        ("MIN_CONFIDENCE", request.min_confidence, 0.0, 1.0),
        ("MIN_AREA", request.min_area_m2, 0.0, float("inf")),
        ("SIMPLIFY", request.simplify_px, 0.0, 100.0),
        ("OVERLAP", request.overlap or 0.0, 0.0, 0.75),
    ):
        if not low <= value <= high:
            raise ParameterError(f"{name} is {value:g}; it must lie between {low:g} and {high:g}.", name=name)


class _HashInBackground:
    """SHA-256 of the image's file, computed beside the run; None for what is no plain file."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)
        self._digest: str | None = None
        self._thread = threading.Thread(target=self._hash, daemon=True)
        self._thread.start()

    def _hash(self) -> None:
        if not self._path.is_file() or self._path.stat().st_size > _HASH_LIMIT_BYTES:
            return
        digest = hashlib.sha256()
        with self._path.open("rb") as file:
            while chunk := file.read(1 << 20):
                digest.update(chunk)
        self._digest = digest.hexdigest()

    def result(self) -> str | None:
        self._thread.join()
        return self._digest


def _run(
    request: DetectRequest,
    detection: Detection,
    segmenter: Segmenter,
    run_id: str,
    started: datetime,
    clock: float,
    image_sha256: str | None,
) -> Run:
    image_name = request.image.name or Path(request.image.path).stem
    counts = {total.key: {"sectors": total.sectors, "area_m2": total.area_m2} for total in detection.totals}
    row = {
        "run_id": run_id,
        "started_at": started.isoformat(timespec="seconds"),
        "finished_at": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "seconds": round(time.perf_counter() - clock, 3),
        "operator": request.operator,
        "model_name": segmenter.name,
        "model_sha256": segmenter.sha256,
        "scene_id": request.image.scene_id or image_name,
        "image_name": image_name,
        "image_sha256": image_sha256,
        "gsd_m": detection.gsd_m,
        "observed_at": request.image.observed_at or describe_image(request.image).observed_at,
        "system": request.image.system,
        "attribution": request.image.attribution,
        "request": _json(to_json(request)),
        "software": _json(software_versions()),
        "warnings": _json(to_json(detection.warnings)),
        "observed_m2": detection.observed.area_m2,
        "not_observed_m2": sum(detection.not_observed_m2.values()),
        "counts": _json(counts),
    }
    return Run(row, _batches(detection), shapely.from_wkb(detection.observed.wkb), detection.observed.area_m2)


def _batches(detection: Detection) -> Iterator[list[NewSector]]:
    for batch in detection.sectors.batches():
        yield [NewSector(shapely.from_wkb(s.wkb), s.code, s.confidence, s.area_m2) for s in batch]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _publish(request: DetectRequest, detection: Detection, run: Run, folder: Path, job: Job) -> Stored:
    """Write what was asked for; the project last, so that a failed raster leaves the project as it was."""
    for source, target in (
        (detection.class_raster, request.class_raster),
        (detection.confidence_raster, request.confidence_raster),
    ):
        if target and source:
            move_into_place(source, Path(target))
    if not request.output:
        return Stored(len(detection.sectors), 0)
    output = Path(request.output)
    if output.suffix.lower() == ".gpkg":
        return store_run(run, output)
    project = folder / "sectors.gpkg"
    stored = store_run(run, project)
    export_geojson(ExportGeoJsonRequest(str(project), str(output)), job)
    return stored


def _result(
    request: DetectRequest, detection: Detection, segmenter: Segmenter, run: Run, stored: Stored, seconds: float
) -> DetectResult:
    return DetectResult(
        run_id=run.row["run_id"],
        output=request.output,
        class_raster=request.class_raster,
        confidence_raster=request.confidence_raster,
        sectors=stored.sectors,
        totals=detection.totals,
        observed_m2=detection.observed.area_m2,
        not_observed_m2=run.row["not_observed_m2"],
        not_observed_by_reason=detection.not_observed_m2,
        seconds=round(seconds, 3),
        tiles=detection.tiles,
        gsd_m=detection.gsd_m,
        scene_id=run.row["scene_id"],
        model_name=segmenter.name,
        model_sha256=segmenter.sha256,
        warnings=detection.warnings,
        superseded=stored.superseded,
        provider=segmenter.provider,
    )
