"""``sitereport``: a report on sites that stands alone."""

from __future__ import annotations

import argparse
from typing import Any

from mining_monitor.contract.numbers import MIN_AREA_M2, TOLERANCE_M, SectorSource
from mining_monitor.contract.report import LANGUAGES, SiteReportRequest
from mining_monitor.engine.commands.base import add_command


def add_commands(commands: Any) -> None:
    """Add ``sitereport``."""
    command = add_command(commands, "sitereport", "write a report on sites as a page that needs no other file")
    command.add_argument("input", metavar="INPUT")
    command.add_argument("output", metavar="OUTPUT", help=".html")
    command.add_argument("--layer", default="", help="default: 'sectors', else the first")
    command.add_argument("--where", default="", help="OGR SQL filter")
    command.add_argument("--states", default="", help="comma-separated review states; default: all but rejected")
    command.add_argument("--sites", default="", help="comma-separated site_id; default: all")
    command.add_argument("--compare", help="sectors of an earlier date")
    command.add_argument("--image", default="", help="image behind the maps")
    command.add_argument("--compare-image", default="", help="image of the earlier date")
    command.add_argument("--attribution", default="", help="text that the owner of the imagery wants printed")
    command.add_argument("--accuracy", default="", help=".json of assessaccuracy")
    command.add_argument("--table", help=".csv to write")
    command.add_argument("--title", default="")
    command.add_argument("--organisation", default="")
    command.add_argument("--operator", default="")
    command.add_argument("--template", default="", help=".html of your organisation")
    command.add_argument("--tolerance", type=float, default=TOLERANCE_M, help="narrower changes are none, m")
    command.add_argument("--min-area", type=float, default=MIN_AREA_M2, help="minimum mappable unit, m2")
    command.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    command.set_defaults(build=_request)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _request(options: argparse.Namespace) -> SiteReportRequest:
    return SiteReportRequest(
        source=SectorSource(options.input, options.layer, options.where, _words(options.states)),
        output=options.output,
        sites=_words(options.sites),
        compare=SectorSource(options.compare) if options.compare else None,
        image=options.image,
        compare_image=options.compare_image,
        attribution=options.attribution,
        accuracy=options.accuracy,
        table=options.table,
        title=options.title,
        organisation=options.organisation,
        operator=options.operator,
        template=options.template,
        tolerance_m=options.tolerance,
        min_area_m2=options.min_area,
        language=options.language,
    )
