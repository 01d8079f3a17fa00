"""What all sub-commands share."""

from __future__ import annotations

import argparse
from typing import Any


def add_command(commands: Any, name: str, text: str, **kwargs: Any) -> argparse.ArgumentParser:
    """Add a sub-command with the options that all have; the caller sets ``build``, options -> request."""
    command: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text, **kwargs)
    command.add_argument("--json", action="store_true", help="print the result as JSON")
    command.add_argument("--verbose", action="store_true", help="log details to standard error")
    return command
