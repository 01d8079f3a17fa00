"""``models``: list, check, add."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.requests import AddModelRequest, CheckModelRequest, ListModelsRequest
from mining_monitor.engine.commands.base import add_command


def add_commands(commands: Any) -> None:
    """Add ``models`` and what it can do."""
    models = commands.add_parser("models", help="list, check or add models").add_subparsers(
        dest="models_command", required=True, metavar="list|check|add"
    )
    add_command(models, "list", "list the installed models").set_defaults(build=lambda _: ListModelsRequest())
    check = add_command(models, "check", "run a model on a probe tile and say what is wrong with it")
    check.add_argument("model", metavar="MODEL")
    check.set_defaults(build=lambda o: CheckModelRequest(o.model))
    add = add_command(models, "add", "copy a model with its card into your models")
    add.add_argument("model", metavar="MODEL")
    add.add_argument("--card", help="card (.json) for an ONNX file that has none")
    add.add_argument("--name", default="")
    add.set_defaults(build=_add_model_request)


def _add_model_request(options: argparse.Namespace) -> AddModelRequest:
    card = None
    if options.card:
        try:
            card = Path(options.card).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ParameterError(f"{options.card} cannot be read: {error}.", name="--card") from error
    return AddModelRequest(options.model, card, options.name)
