"""Import of polygons that people drew elsewhere: read, understand, look for faults, mend on consent, store."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import shapely

from mining_monitor.contract.annotations import ImportAnnotationsRequest, ImportResult
from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import AnnotationsError, ParameterError
from mining_monitor.contract.results import ClassTotal, Notice
from mining_monitor.engine.annotation.coverage import outside_footprint
from mining_monitor.engine.annotation.geojson_reader import read_geojson
from mining_monitor.engine.annotation.import_store import Import, sector_rows, store_import
from mining_monitor.engine.annotation.issue_file import require_issue_file, write_issues
from mining_monitor.engine.annotation.issues import Fix, Issue, Subject, count_by_kind, in_order
from mining_monitor.engine.annotation.kml_reader import read_kml
from mining_monitor.engine.annotation.layer_reader import read_layer
from mining_monitor.engine.annotation.raw_features import RawFile
from mining_monitor.engine.annotation.recognition import Mapped, Recognised, recognise, storable
from mining_monitor.engine.annotation.repairs import Repaired, apply_fixes, chosen
from mining_monitor.engine.annotation.rings import enclosed_area_m2
from mining_monitor.engine.annotation.site_join import (
    NONE,
    Sites,
    find_sites,
    join_counts,
    site_issues,
    site_rows,
)
from mining_monitor.engine.annotation.validation import find_issues
from mining_monitor.engine.files import is_device, is_plain_file, is_same_file, require_place
from mining_monitor.engine.geodesy import area_m2
from mining_monitor.engine.progress import Job
from mining_monitor.schema.classes import BY_CODE, BY_KEY

LOGGER = logging.getLogger(__name__)

_CHUNK = 4 << 20
#: Carried out without being asked for: a project holds one sector of each identity.
_ALWAYS = ("duplicate-uuid",)
#: Enough to tell GeoJSON from KML from anything else.
_SNIFF = 4096


def import_annotations(request: ImportAnnotationsRequest, job: Job) -> ImportResult:
    """Import a file; what is written is whole or absent.

    Without ``output`` nothing is stored: the list of issues says what would be.

    Raises
    ------
    AnnotationsError, ParameterError, OutputError
    """
    clock = time.perf_counter()
    path = _check(request)
    job.report(Progress(0.0, "read"))
    file = read_file(path, request.layer, job)
    found = recognise(file, path.name, Mapped(request.fields or {}, request.classes or {}, request.default_class))
    if not found.subjects:
        raise AnnotationsError(_nothing(path, found), path=str(path), left_out=found.left_out)
    job.report(Progress(0.3, "check"))
    sites = _sites(request, path, found.form)
    issues = in_order(_issues(found, sites, job))
    agreed = chosen(issues, repair=request.repair, accept=request.accept, always=_ALWAYS if request.output else ())
    repaired = apply_fixes(found.subjects, agreed)
    job.report(Progress(0.8, "store"))
    digest = _sha256(path, job)
    rows, left_out = _store(request, path, digest, found, repaired, sites, job)
    applied = repaired.applied | ({i.issue_id for i in issues if i.kind == "multi-part"} if request.output else set())
    if request.issues:
        write_issues(Path(request.issues), issues, applied)
    LOGGER.info("%d sectors imported in %.1f s", len(rows), time.perf_counter() - clock)
    return ImportResult(
        form=found.form,
        output=request.output or None,
        issues_file=request.issues or None,
        input_sha256=digest,
        read=len(file.features),
        sectors=len(rows),
        totals=_totals(rows),
        issues=count_by_kind(issues),
        proposed=sum(issue.fix is not None for issue in issues),
        applied=len(applied),
        area_before_m2=sum(_area(subject.geometry) for subject in found.subjects),
        area_after_m2=sum(_area(subject.geometry) for subject in repaired.subjects),
        left_out=left_out,
        sites=join_counts(found.subjects, sites),
        seconds=round(time.perf_counter() - clock, 3),
        warnings=(*file.notices, *_notices(path, found, sites)),
    )


def _area(geometry: Any) -> float:
    """Return the area of an outline as it is: where it crosses itself, its loops count against one another."""
    return enclosed_area_m2(geometry) if shapely.is_valid(geometry) else area_m2(geometry)


def _check(request: ImportAnnotationsRequest) -> Path:
    if "\0" in request.input or is_device(request.input):
        raise AnnotationsError(f"{request.input!r} is no file; choose a GeoJSON, KML or GeoPackage file.")
    path = Path(request.input)
    if request.output and Path(request.output).suffix.lower() != ".gpkg":
        raise ParameterError(f"OUTPUT is {request.output}; annotations go into a project, a .gpkg.", name="OUTPUT")
    if request.output:
        require_place(Path(request.output))
        if is_same_file(Path(request.output), path):
            raise ParameterError(f"OUTPUT is {request.output}, which is also read. Choose another name.", name="OUTPUT")
    if request.output and request.issues and is_same_file(Path(request.output), Path(request.issues)):
        raise ParameterError("OUTPUT and ISSUES are one file. Choose another name for one of them.", name="ISSUES")
    require_issue_file(request.issues, request.input, request.footprints, request.metadata)
    return path


def read_file(path: Path, layer: str, job: Job) -> RawFile:
    """Read a file by what is in it, not by its name.

    Raises
    ------
    AnnotationsError
    """
    suffix = path.suffix.lower()
    if suffix in (".kml", ".kmz") and is_plain_file(path):
        return read_kml(path, job.check)
    if is_plain_file(path) and not layer:
        try:
            with path.open("rb") as file:
                head = file.read(_SNIFF).lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
        except OSError as error:
            raise AnnotationsError(f"{path} cannot be read: {error.strerror or error}.", path=str(path)) from error
        if suffix in (".geojson", ".json") or head[:1] == b"{":
            return read_geojson(path, job.check)
        if head[:1] == b"<" and b"<kml" in head:
            return read_kml(path, job.check)
    return read_layer(str(path), layer, job.check)


def _nothing(path: Path, found: Recognised) -> str:
    reasons = ", ".join(f"{number} with {reason}" for reason, number in found.left_out.items())
    why = f": {reasons}" if reasons else ""
    return f"{path} holds no polygons that could be sectors{why}. Choose a file with polygons."


def _sites(request: ImportAnnotationsRequest, path: Path, form: str) -> Sites:
    """Find footprints and metadata; only a LAMES file makes us look beside it."""
    is_lames = form.startswith("lames")
    footprints = request.footprints or ("" if is_lames else NONE)
    metadata = request.metadata or ("" if is_lames else NONE)
    return find_sites(path, footprints, metadata)


def _issues(found: Recognised, sites: Sites, job: Job) -> list[Issue]:
    subjects = found.subjects
    issues = [
        *find_issues(subjects, job),
        *site_issues(subjects, sites),
        *outside_footprint(subjects, sites.footprints, job.check),
    ]
    by_number = {subject.number: subject for subject in subjects}
    for number, flaws in found.flaws.items():
        issues += [
            Issue(flaw.kind, "warning", flaw.message, (by_number[number],), facts=dict(flaw.facts)) for flaw in flaws
        ]
    if found.form == "lames-sites":
        issues.append(_class_of_sites(subjects))
    return issues


def _class_of_sites(subjects: Sequence[Subject]) -> Issue:
    """Say that the class of a whole site is that of one arbitrary sector in it (DOMAIN 1.1)."""
    site = BY_KEY["lsm"]
    fix = Fix(
        f"Set the class of all of them to {site.code} ({site.title.lower()}).", False,
        values={s.number: {"class": site.code, "class_key": site.key} for s in subjects},
        before="class: that of one sector", after=f"class: {site.code}",
    )  # fmt: skip
    message = f"The {len(subjects)} polygons are whole sites; their class is that of one arbitrary sector of each."
    return Issue("class-of-site", "error", message, detail="all", facts={"sites": len(subjects)}, fix=fix)


def _store(
    request: ImportAnnotationsRequest, path: Path, digest: str, found: Recognised, repaired: Repaired, sites: Sites,
    job: Job,
) -> tuple[Sequence[Mapping[str, Any]], dict[str, int]]:  # fmt: skip
    left_out = dict(found.left_out)
    if not request.output:
        return [row for subject in repaired.subjects for row in sector_rows(subject)], left_out
    data = Import(
        repaired.subjects,
        {subject.number: subject for subject in found.subjects},
        repaired.repairs,
        site_rows(repaired.subjects, sites) if sites.files else [],
        {"file": storable(path.name), "sha256": digest},
        request.operator,
    )
    stored = store_import(data, Path(request.output), job.check)
    if stored.already_there:
        left_out["already in the project"] = stored.already_there
    return stored.rows, left_out


def _sha256(path: Path, job: Job) -> str:
    digest = hashlib.sha256()
    if not is_plain_file(path):
        return ""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            job.check()
            digest.update(chunk)
    return digest.hexdigest()


def _totals(rows: Sequence[Mapping[str, Any]]) -> tuple[ClassTotal, ...]:
    found: dict[int, tuple[int, float]] = {}
    for row in rows:
        if row["class"] in BY_CODE:
            number, area = found.get(row["class"], (0, 0.0))
            found[row["class"]] = number + 1, area + row["area_m2"]
    return tuple(ClassTotal(code, BY_CODE[code].key, *found[code]) for code in sorted(found))


def _notices(path: Path, found: Recognised, sites: Sites) -> list[Notice]:
    notices = []
    if sites.files:
        names = " and ".join(Path(file).name for file in sites.files)
        message = f"Sites were joined from {names}."
        notices.append(Notice("sites-joined", message, {"files": names}))
    if found.left_out:
        reasons = ", ".join(f"{reason}: {number}" for reason, number in found.left_out.items())
        message = f"{sum(found.left_out.values())} features of {path.name} became no sector ({reasons})."
        facts = {"count": sum(found.left_out.values()), "file": path.name, "reasons": reasons}
        notices.append(Notice("left-out", message, facts))
    return notices
