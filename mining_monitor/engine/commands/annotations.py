"""``importannotations``, ``validateannotations``, ``history``, ``proposals``, ``agreement``."""

from __future__ import annotations

import argparse
from typing import Any

from mining_monitor.contract import annotations as sector_work
from mining_monitor.contract.agreement import AgreementRequest, CompareBlindSampleRequest, DrawBlindSampleRequest
from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.history import RestoreSectorRequest, SectorHistoryRequest, VerifyLogRequest
from mining_monitor.contract.proposals import DecideProposalsRequest, ProposeChangesRequest
from mining_monitor.engine.commands import annotation_words  # noqa: F401  it registers how results read
from mining_monitor.engine.commands.base import add_command


def add_commands(commands: Any) -> None:
    """Add the sub-commands."""
    _add_import(commands)
    _add_validate(commands)
    _add_history(commands)
    _add_proposals(commands)
    _add_agreement(commands)
    _add_blind(commands)


def parse_pairs(pairs: list[str], name: str) -> dict[str, str]:
    """Read ``key=value`` pairs.

    Raises
    ------
    ParameterError
        A pair has another form.
    """
    found = {}
    for pair in pairs:
        key, mark, value = pair.partition("=")
        if not mark or not key.strip() or not value.strip():
            raise ParameterError(f"{name} holds '{pair}'; write key=value.", name=name)
        found[key.strip()] = value.strip()
    return found


def _add_import(commands: Any) -> None:
    command = add_command(commands, "importannotations", "read polygons that people drew elsewhere into a project")
    command.add_argument("input", metavar="INPUT", help="LAMES GeoJSON, KML, KMZ, or any vector file")
    command.add_argument("output", metavar="OUTPUT", nargs="?", default="", help=".gpkg, made or added to")
    command.add_argument("--issues", default="", help=".gpkg, .geojson or .csv for the list of issues and repairs")
    command.add_argument("--repair", action="store_true", help="mend outlines that cross themselves")
    command.add_argument("--accept", nargs="*", default=(), metavar="ID", help="mend these too: issue ids or kinds")
    command.add_argument("--layer", default="")
    command.add_argument("--fields", nargs="*", default=[], metavar="FIELD=NAME", help="for example class=TYPE")
    command.add_argument("--classes", nargs="*", default=[], metavar="VALUE=CLASS", help="for example Tajo=op")
    command.add_argument("--default-class", default="", help="for features that name no class")
    command.add_argument("--footprints", default="", help="outlines of sites; - for none")
    command.add_argument("--metadata", default="", help="table of site metadata; - for none")
    command.add_argument("--operator", default="", help="who imports")
    command.set_defaults(build=_import_request)


def _import_request(options: argparse.Namespace) -> sector_work.ImportAnnotationsRequest:
    return sector_work.ImportAnnotationsRequest(
        options.input,
        options.output,
        options.issues,
        repair=options.repair,
        accept=tuple(options.accept),
        layer=options.layer,
        fields=parse_pairs(options.fields, "--fields") or None,
        classes=parse_pairs(options.classes, "--classes") or None,
        default_class=options.default_class,
        footprints=options.footprints,
        metadata=options.metadata,
        operator=options.operator,
    )


def _add_validate(commands: Any) -> None:
    command = add_command(commands, "validateannotations", "look for what is wrong with sectors")
    command.add_argument("input", metavar="INPUT")
    command.add_argument("--issues", default="", help=".gpkg, .geojson or .csv to write")
    command.add_argument("--layer", default="")
    command.add_argument("--observed", default="", help="polygons of what was observed; default: the project's own")
    command.set_defaults(
        build=lambda o: sector_work.ValidateAnnotationsRequest(o.input, o.issues, o.layer, observed=o.observed)
    )


def _add_history(commands: Any) -> None:
    history = commands.add_parser("history", help="who changed what: verify the log, show or restore a sector")
    kinds = history.add_subparsers(dest="history_command", required=True, metavar="verify|show|restore")
    verify = add_command(kinds, "verify", "check the hash chain of a project's log, and the sectors against it")
    verify.add_argument("project", metavar="PROJECT")
    verify.set_defaults(build=lambda o: VerifyLogRequest(o.project))
    show = add_command(kinds, "show", "show what happened to a sector")
    restore = add_command(kinds, "restore", "give a sector the shape that it had after an act")
    for command in (show, restore):
        command.add_argument("project", metavar="PROJECT")
        command.add_argument("uuid", metavar="UUID")
    restore.add_argument("seq", metavar="SEQ", type=int)
    restore.add_argument("--operator", default="")
    show.set_defaults(build=lambda o: SectorHistoryRequest(o.project, o.uuid))
    restore.set_defaults(build=lambda o: RestoreSectorRequest(o.project, o.uuid, o.seq, o.operator))


def _add_proposals(commands: Any) -> None:
    proposals = commands.add_parser("proposals", help="what a new run would change in people's work")
    kinds = proposals.add_subparsers(dest="proposals_command", required=True, metavar="make|take|refuse")
    make = add_command(kinds, "make", "compare a run with what people have worked on")
    make.add_argument("project", metavar="PROJECT")
    make.add_argument("run_id", metavar="RUN")
    make.add_argument("scene", metavar="SCENE", help="whose reviewed sectors are compared")
    make.set_defaults(build=lambda o: ProposeChangesRequest(o.project, o.run_id, o.scene))
    for name, take in (("take", True), ("refuse", False)):
        command = add_command(kinds, name, f"{name} open proposals")
        command.add_argument("project", metavar="PROJECT")
        command.add_argument("--ids", nargs="*", default=())
        command.add_argument("--kinds", nargs="*", default=(), choices=("add", "change", "disappear"))
        command.add_argument("--classes", nargs="*", default=())
        command.add_argument("--comment", default="")
        command.add_argument("--operator", default="")
        command.set_defaults(build=_decision(take))


def _decision(take: bool) -> Any:
    return lambda o: DecideProposalsRequest(
        o.project, take, tuple(o.ids), tuple(o.kinds), tuple(o.classes), o.comment, o.operator
    )


def _add_agreement(commands: Any) -> None:
    command = add_command(commands, "agreement", "compare the sectors of two annotators")
    command.add_argument("first", metavar="FIRST")
    command.add_argument("second", metavar="SECOND")
    command.add_argument("--extent", default="", help="WKT polygon in EPSG:4326 that both have looked at")
    command.add_argument("--points", type=int, default=2000)
    command.add_argument("--seed", type=int, default=0)
    command.add_argument("--out", default="", help=".gpkg or .geojson for the ground on which the two differ")
    command.set_defaults(
        build=lambda o: AgreementRequest(o.first, o.second, extent=o.extent, points=o.points, seed=o.seed, output=o.out)
    )


def _add_blind(commands: Any) -> None:
    draw = add_command(commands, "draw-blind-sample", "draw ground for a second annotator, who sees no sectors")
    draw.add_argument("project", metavar="PROJECT")
    draw.add_argument("--out", required=True, help=".gpkg of the second annotator")
    draw.add_argument("--scene", default="", help="scene_id whose sectors are checked (default: all)")
    draw.add_argument("--cells", type=int, default=30, help="squares to draw")
    draw.add_argument("--cell-m", type=float, default=500.0, help="their side in metres")
    draw.add_argument("--seed", type=int, default=0)
    draw.add_argument("--operator", default="", help="who draws")
    draw.set_defaults(
        build=lambda o: DrawBlindSampleRequest(o.project, o.out, o.scene, o.cells, o.cell_m, o.seed, o.operator)
    )
    compare = add_command(commands, "compare-blind-sample", "how far two annotators agree on a blind sample")
    compare.add_argument("project", metavar="PROJECT")
    compare.add_argument("sample", metavar="SAMPLE")
    compare.add_argument("--points", type=int, default=2000)
    compare.add_argument("--seed", type=int, default=0)
    compare.add_argument("--out", default="", help=".gpkg or .geojson for the ground on which the two differ")
    compare.set_defaults(build=lambda o: CompareBlindSampleRequest(o.project, o.sample, o.points, o.seed, o.out))
