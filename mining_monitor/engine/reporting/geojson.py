"""GeoJSON in two profiles: ``lames`` as published, ``report`` as RFC 7946 (CONTRACT 3)."""

from __future__ import annotations

import hashlib
from pathlib import Path

import shapely

from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.requests import ExportGeoJsonRequest
from mining_monitor.contract.results import ExportResult, Notice
from mining_monitor.engine.annotation.raw_features import is_on_earth
from mining_monitor.engine.annotation.sector_table import SectorTable, class_of, read_sectors
from mining_monitor.engine.files import is_same_file, whole_file
from mining_monitor.engine.progress import Job
from mining_monitor.engine.reporting.generalise import GRIDS, SENSITIVE_CODES, SENSITIVE_GRID
from mining_monitor.engine.reporting.lames_profile import write_lames
from mining_monitor.engine.reporting.release_note import note_release
from mining_monitor.engine.reporting.report_profile import write_report
from mining_monitor.schema.review import REJECTED, STATES

PROFILES = ("lames", "report")


def export_geojson(request: ExportGeoJsonRequest, job: Job, *, is_release: bool = True) -> ExportResult:
    """Write sectors as GeoJSON; the file is whole or absent.

    A file that stays with whoever made it (``detect --out x.geojson``) is no release and needs no note.

    Raises
    ------
    ParameterError, AnnotationsError, OutputError
    """
    _check(request)
    table = read_sectors(request.input, request.layer, request.where)
    chosen, left_out = _choose(table, request.states)
    notices = list(_without_class(table, chosen))
    write = write_lames if request.profile == "lames" else write_report
    path = Path(request.output)
    digest = hashlib.sha256()
    grids = _grids(request, table, chosen, notices)
    with whole_file(path) as partial, partial.open("wb") as file:
        for text in write(table, chosen, grids, notices):
            job.check()
            data = text.encode("utf-8")
            digest.update(data)
            file.write(data)
        if is_release and "none" in grids and (_is_asked_for(request) or _shows_artisanal(table, chosen, grids)):
            note_release(request, path, digest.hexdigest(), [class_of(table.rows[index]) for index in chosen])
    return ExportResult(str(path), len(chosen), digest.hexdigest(), left_out, tuple(notices))


def _check(request: ExportGeoJsonRequest) -> None:
    if request.profile not in PROFILES:
        raise ParameterError(
            f"PROFILE is '{request.profile}'; it must be one of {', '.join(PROFILES)}.", name="PROFILE"
        )
    if request.generalise not in ("", *GRIDS):
        raise ParameterError(
            f"GENERALISE is '{request.generalise}'; it must be one of {', '.join(GRIDS)}.", name="GENERALISE"
        )
    unknown = [state for state in request.states if state not in STATES]
    if unknown:
        raise ParameterError(f"STATES holds '{unknown[0]}'; known are {', '.join(STATES)}.", name="STATES")
    if not request.output:
        raise ParameterError("OUTPUT is empty; name the file to write.", name="OUTPUT")
    if is_same_file(Path(request.input), Path(request.output)):
        raise ParameterError(f"OUTPUT is {request.output}, which is also read. Choose another name.", name="OUTPUT")


def _choose(table: SectorTable, states: tuple[str, ...]) -> tuple[list[int], dict[str, int]]:
    """Return the indices to write and how many are left out by reason.

    Sectors of files without review states (LAMES as published) count as chosen unless states were named.
    """
    wanted = states or tuple(state for state in STATES if state != REJECTED)
    chosen: list[int] = []
    left_out: dict[str, int] = {}
    for index, (geometry, row) in enumerate(zip(table.geometries, table.rows, strict=True)):
        state = row.get("state")
        if geometry is None or shapely.is_empty(geometry):
            reason = "no geometry"
        elif geometry.geom_type not in ("Polygon", "MultiPolygon"):
            reason = "no polygon"
        elif not is_on_earth(geometry):
            reason = "coordinates beyond the earth"
        elif state not in wanted and not (not states and state in (None, "")):
            reason = f"state {state or 'none'}"
        else:
            chosen.append(index)
            continue
        left_out[reason] = left_out.get(reason, 0) + 1
    return chosen, left_out


def _grids(request: ExportGeoJsonRequest, table: SectorTable, chosen: list[int], notices: list[Notice]) -> list[str]:
    """Return the grid of each sector to write.

    Artisanal sites are generalised unless somebody asks for exact places or states a purpose (DOMAIN 4.5): where
    people dig for their living is released on purpose or not at all. Profile ``lames`` gives back what it was given.
    """
    if request.generalise or request.purpose.strip() or request.profile == "lames":
        return [request.generalise or "none"] * len(chosen)
    grids = [SENSITIVE_GRID if class_of(table.rows[index]) in SENSITIVE_CODES else "none" for index in chosen]
    count = len(grids) - grids.count("none")
    if count:
        message = (
            f"{count} artisanal sites were written as cells of {SENSITIVE_GRID} degrees. To release where they are, "
            "choose no generalisation, or state the purpose and the recipient."
        )
        notices.append(Notice("artisanal-generalised", message, {"count": count, "grid": SENSITIVE_GRID}))
    return grids


def _is_asked_for(request: ExportGeoJsonRequest) -> bool:
    """Tell whether somebody chose full resolution; profile ``lames`` gives back what it was given."""
    return bool(request.purpose.strip()) or (request.profile == "report" and request.generalise == "none")


def _shows_artisanal(table: SectorTable, chosen: list[int], grids: list[str]) -> bool:
    return any(
        grid == "none" and class_of(table.rows[index]) in SENSITIVE_CODES
        for index, grid in zip(chosen, grids, strict=True)
    )


def _without_class(table: SectorTable, chosen: list[int]) -> tuple[Notice, ...]:
    count = sum(class_of(table.rows[index]) is None for index in chosen)
    if not count:
        return ()
    message = f"{count} sectors have none of the classes 0 to 9 and were written without one; give them a class."
    return (Notice("no-class", message, {"count": count}),)
