"""``trainingchips``."""

from __future__ import annotations

import argparse
from typing import Any

from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.numbers import SectorSource
from mining_monitor.contract.training import PARTS, TrainingChips, TrainingChipsRequest, parse_split
from mining_monitor.engine.cli_text import say
from mining_monitor.engine.commands.base import add_command


def add_commands(commands: Any) -> None:
    """Add the sub-command."""
    command = add_command(commands, "trainingchips", "cut an image and its sectors into chips to learn from")
    command.add_argument("image", metavar="IMAGE")
    command.add_argument("sectors", metavar="SECTORS", help="sectors that were drawn or reviewed on this image")
    command.add_argument("output", metavar="OUTPUT", help="an empty or a new folder, filled in the LAMES layout")
    command.add_argument("--layer", default="", help="default: 'sectors', else the first")
    command.add_argument("--where", default="", help="OGR SQL filter")
    command.add_argument("--states", default="", help="comma-separated review states; default: all but rejected")
    command.add_argument("--size", type=int, default=256, help="rows and columns of a chip")
    command.add_argument("--overlap", type=float, default=0.0, help="per cent, 0 to 75")
    command.add_argument("--split", default="70 15 15", help="shares of train, val and test; or one of these words")
    command.set_defaults(build=_request)


def _request(options: argparse.Namespace) -> TrainingChipsRequest:
    try:
        split = parse_split(options.split)
    except ValueError as error:
        raise ParameterError(f"--split: {error}", name="--split") from error
    states = tuple(options.states.replace(",", " ").split())
    source = SectorSource(options.sectors, options.layer, options.where, states)
    return TrainingChipsRequest(options.image, source, options.output, options.size, options.overlap / 100, split)


@say.register
def _(result: TrainingChips) -> str:
    total = sum(result.chips.values())
    lines = [f"{total} chips at {result.gsd_m:.2f} m in {result.folder}, {result.background} of them without a sector"]
    lines += [f"  {part}: {result.chips[part]} chips, {result.sites[part]} sites" for part in PARTS]
    if result.not_observed:
        lines.append(f"  left out, not observed all over: {result.not_observed}")
    if result.shared:
        lines.append(f"  left out, shared with another part: {result.shared}")
    return "\n".join(lines + [f"Note: {notice.message}" for notice in result.warnings])
