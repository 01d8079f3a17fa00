"""A whole detection: model, pixels, polygons, and the files that the user asked for.

It joins the stages that may not know each other: models, detection, annotation (storing) and reporting (GeoJSON).
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import logging
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime, timezone
from pathlib import Path, PurePath
from typing import Any

import shapely

from mining_monitor.contract.codec import to_json
from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.requests import DetectRequest, ExportGeoJsonRequest
from mining_monitor.contract.results import ClassTotal, DetectResult, Notice
from mining_monitor.engine.annotation.merge import NewSector
from mining_monitor.engine.annotation.proposal_store import proposal_notices
from mining_monitor.engine.annotation.store import Run, Stored, require_project, store_run
from mining_monitor.engine.detection.run import Detection, detect
from mining_monitor.engine.files import is_same_file, move_file, require_place, run_folder, whole_file
from mining_monitor.engine.imagery.catalogues.addresses import without_secrets
from mining_monitor.engine.imagery.source import completed_ref
from mining_monitor.engine.jobs.cloud_mask import without_clouds
from mining_monitor.engine.jobs.model_choice import choose_model
from mining_monitor.engine.jobs.own_mask import with_own_mask
from mining_monitor.engine.models.segmenter import Segmenter
from mining_monitor.engine.progress import Job
from mining_monitor.engine.reporting.geojson import export_geojson
from mining_monitor.engine.versions import software_versions
from mining_monitor.schema.classes import OTHER

LOGGER = logging.getLogger(__name__)

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
    _check_places(request, job)
    started = datetime.now(timezone.utc)
    clock = time.perf_counter()
    run_id = str(uuid.uuid4())
    job.report(Progress(0.0, "model"))
    chosen = choose_model(request)
    segmenter = chosen.segmenter
    with run_folder(run_id) as folder, _HashInBackground(request.image.path) as image_hash:
        request = dataclasses.replace(request, image=completed_ref(request.image))
        own, own_notices = with_own_mask(request, folder, job)
        if own.valid_mask and Path(own.valid_mask).parent != folder:
            request = own  # it is kept with the run, and never written over
            _check_places(request, job)
        masked = without_clouds(own, folder, job)
        detection = detect(masked.request, segmenter, folder, job)
        notices = (*chosen.notices, *own_notices, *masked.notices, *detection.warnings)
        detection = dataclasses.replace(detection, warnings=notices)
        job.report(Progress(0.98, "store"))
        row = {
            **_row(request, detection, segmenter),
            "run_id": run_id,
            "started_at": started.isoformat(timespec="seconds"),
            "finished_at": datetime.now(timezone.utc).isoformat(timespec="seconds"),
            "seconds": round(time.perf_counter() - clock, 3),
            "observed_at": request.image.observed_at,
            "image_sha256": image_hash.result(job),
        }
        run = Run(
            {name: _storable(value) for name, value in row.items()},
            _Batches(detection),
            shapely.from_wkb(detection.observed.wkb),
            detection.observed.area_m2,
        )
        job.check()
        stored = _publish(request, detection, run, folder, job)
    return _result(request, detection, segmenter, run, stored, time.perf_counter() - clock)


def _check(request: DetectRequest) -> None:
    suffix = Path(request.output).suffix.lower() if request.output else ".gpkg"
    if suffix not in (".gpkg", ".geojson", ".json"):
        raise ParameterError(f"OUTPUT ends with '{suffix}'; write to .gpkg or .geojson.", name="OUTPUT")
    for name, value, low, high in (
        ("MIN_CONFIDENCE", request.min_confidence, 0.0, 1.0),
        ("MIN_AREA", request.min_area_m2, 0.0, sys.float_info.max),
        ("SIMPLIFY", request.simplify_px, 0.0, 100.0),
        ("OVERLAP", request.overlap or 0.0, 0.0, 0.75),
    ):
        if not low <= value <= high:
            raise ParameterError(f"{name} is {value:g}; it must lie between {low:g} and {high:g}.", name=name)


def _check_places(request: DetectRequest, job: Job) -> None:
    """Refuse places that cannot be written, before hours of work go into them; never write over what is read."""
    outputs = {
        name: Path(path)
        for name, path in (
            ("OUTPUT", request.output),
            ("CLASS_RASTER", request.class_raster),
            ("CONFIDENCE_RASTER", request.confidence_raster),
        )
        if path
    }
    inputs = [Path(path) for path in (request.image.path, request.model, request.valid_mask) if path]
    for name, path in outputs.items():
        require_place(path)
        others = [*inputs, *(other for key, other in outputs.items() if key != name)]
        if any(is_same_file(path, other) for other in others):
            raise ParameterError(f"{name} is {path}, which this run also reads or writes. Choose another.", name=name)
    if request.output and outputs["OUTPUT"].suffix.lower() == ".gpkg":
        require_project(outputs["OUTPUT"], job.check)


class _HashInBackground:
    """SHA-256 of the image's file, computed beside the run; None for what is no plain file."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)
        self._digest: str | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._hash, daemon=True)

    def __enter__(self) -> _HashInBackground:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()

    def _hash(self) -> None:
        digest = hashlib.sha256()
        try:
            if not self._path.is_file() or self._path.stat().st_size > _HASH_LIMIT_BYTES:
                return
            with self._path.open("rb") as file:
                while chunk := file.read(1 << 20):
                    digest.update(chunk)
                    if self._stop.is_set():
                        return
        except (OSError, ValueError) as error:  # gone meanwhile, or a name that only GDAL understands
            LOGGER.info("no hash of %s: %s", self._path, error)
            return
        self._digest = digest.hexdigest()

    def result(self, job: Job) -> str | None:
        """Wait for the digest; raises when the job is cancelled."""
        while self._thread.is_alive():
            job.check()
            self._thread.join(0.1)
        return self._digest


def _row(request: DetectRequest, detection: Detection, segmenter: Segmenter) -> dict[str, Any]:
    path = without_secrets(request.image.path)
    image_name = request.image.name or PurePath(path).stem
    return {
        "operator": request.operator,
        "model_name": segmenter.name,
        "model_sha256": segmenter.sha256,
        "scene_id": request.image.scene_id or image_name,
        "image_name": image_name,
        "gsd_m": detection.gsd_m,
        "system": request.image.system,
        "date2": request.image.date2,
        "attribution": request.image.attribution,
        "request": _json(to_json(dataclasses.replace(request, image=dataclasses.replace(request.image, path=path)))),
        "software": _json(software_versions()),
        "warnings": _json(to_json(detection.warnings)),
        "observed_m2": detection.observed.area_m2,
        "not_observed_m2": sum(detection.not_observed_m2.values()),
    }


def _storable(value: Any) -> Any:
    """Return a value that a database takes: names in another encoding than UTF-8 are written with escapes."""
    return value.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(value, str) else value


class _Batches:
    """The sectors of a detection, read from disk a batch at a time, as often as they are asked for."""

    def __init__(self, detection: Detection) -> None:
        self._sectors = detection.sectors

    def __iter__(self) -> Iterator[list[NewSector]]:
        for batch in self._sectors.batches():
            yield [NewSector(shapely.from_wkb(s.wkb), s.code, s.confidence, s.area_m2) for s in batch]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _publish(request: DetectRequest, detection: Detection, run: Run, folder: Path, job: Job) -> Stored:
    """Write what was asked for: all that can fail comes first, then the files take their places."""
    with ExitStack() as places:
        for source, target in (
            (detection.class_raster, request.class_raster),
            (detection.confidence_raster, request.confidence_raster),
        ):
            if target and source:
                move_file(source, places.enter_context(whole_file(Path(target))), job.check)
        if not request.output:
            return Stored(detection.totals, 0)
        output = Path(request.output)
        if output.suffix.lower() == ".gpkg":
            return store_run(run, output, job.check)
        project = folder / "sectors.gpkg"
        stored = store_run(run, project, job.check)
        own = ExportGeoJsonRequest(str(project), str(output), generalise="none")
        export_geojson(own, job, is_release=False)
        return stored


def _kept_notice(detection: Detection, stored: Stored) -> tuple[Notice, ...]:
    """Say where nothing was written because people had worked there: it must not read as "nothing found"."""
    found, found_m2 = _sum(detection.totals)
    kept, kept_m2 = _sum(stored.totals)
    if found_m2 - kept_m2 <= 1e-6 * found_m2:
        return ()
    hectares = (found_m2 - kept_m2) / 10_000
    text = (
        f"The model found {found} sectors; {hectares:,.1f} ha of them lie where someone has worked already. What was "
        "edited, approved or rejected there stays as it is."
    )
    return (Notice("already-mapped", text, {"found": found, "written": kept, "hectares": hectares}),)


def _sum(totals: tuple[ClassTotal, ...]) -> tuple[int, float]:
    """Return sectors and square metres without the class ``other``."""
    wanted = [total for total in totals if total.code != OTHER]
    return sum(total.sectors for total in wanted), sum(total.area_m2 for total in wanted)


def _result(
    request: DetectRequest, detection: Detection, segmenter: Segmenter, run: Run, stored: Stored, seconds: float
) -> DetectResult:
    return DetectResult(
        run_id=run.row["run_id"],
        output=request.output,
        class_raster=request.class_raster,
        confidence_raster=request.confidence_raster,
        sectors=stored.sectors,
        totals=stored.totals,
        observed_m2=detection.observed.area_m2,
        not_observed_m2=run.row["not_observed_m2"],
        not_observed_by_reason=detection.not_observed_m2,
        seconds=round(seconds, 3),
        tiles=detection.tiles,
        gsd_m=detection.gsd_m,
        scene_id=run.row["scene_id"],
        model_name=segmenter.name,
        model_sha256=segmenter.sha256,
        warnings=(*detection.warnings, *_kept_notice(detection, stored), *proposal_notices(stored.proposals)),
        superseded=stored.superseded,
        provider=segmenter.provider,
    )
