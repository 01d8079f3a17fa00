"""``exportgeojson``: sectors as GeoJSON."""

from __future__ import annotations

from typing import Any

from mining_monitor.contract.requests import ExportGeoJsonRequest
from mining_monitor.engine.commands.base import add_command


def add_commands(commands: Any) -> None:
    """Add ``exportgeojson``."""
    command = add_command(commands, "exportgeojson", "write sectors as GeoJSON")
    command.add_argument("input", metavar="INPUT")
    command.add_argument("output", metavar="OUTPUT")
    command.add_argument("--layer", default="")
    command.add_argument("--profile", choices=("lames", "report"), default="report")
    command.add_argument("--states", default="", help="comma-separated review states; default: all but rejected")
    command.add_argument(
        "--generalise",
        choices=("none", "0.01", "0.05", "0.1"),
        default="",
        help="degrees; default: 0.1 for artisanal sites",
    )
    command.add_argument("--purpose", default="", help="why exact places are released; is noted")
    command.add_argument("--recipient", default="", help="for whom; is noted")
    command.add_argument("--operator", default="", help="who releases them; is noted")
    command.set_defaults(
        build=lambda o: ExportGeoJsonRequest(
            o.input,
            o.output,
            o.layer,
            o.profile,
            tuple(o.states.replace(",", " ").split()),
            o.generalise,
            "",
            o.purpose,
            o.recipient,
            o.operator,
        )
    )
