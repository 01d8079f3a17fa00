"""The same requests from a shell: ``python -m mining_monitor.engine`` (CONTRACT 2)."""

from __future__ import annotations

import argparse
import io
import json
import logging
import os
import re
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn

from mining_monitor import paths
from mining_monitor.contract.codec import to_json
from mining_monitor.contract.door import Progress
from mining_monitor.contract.requests import InfoRequest
from mining_monitor.engine.cli_text import say
from mining_monitor.engine.commands import annotations as annotation_commands
from mining_monitor.engine.commands import detect, export, models, numbers, scenes, training
from mining_monitor.engine.commands.base import add_command
from mining_monitor.engine.progress import Job


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return 0, or 1 after one sentence on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # names in another encoding than the terminal's
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    if options.command == "serve":
        from mining_monitor.engine.server import main as serve

        serve()
    logging.basicConfig(level=logging.DEBUG if options.verbose else logging.CRITICAL, stream=sys.stderr)
    from mining_monitor.engine.jobs.dispatch import handle, in_words

    try:
        with _shell_job(options) as job:
            result = handle(options.build(options), job)
        text = json.dumps(to_json(result), ensure_ascii=False, indent=1) if options.json else say(result)
    except (Exception, KeyboardInterrupt) as error:  # the door's twin (STYLE 5)
        print(in_words(error).message if isinstance(error, Exception) else "Stopped.", file=sys.stderr)
        return 1
    try:
        print(text, flush=True)
    except BrokenPipeError:  # "| head" has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0 if getattr(result, "is_usable", True) and getattr(result, "is_clean", True) else 1


@contextmanager
def _shell_job(options: argparse.Namespace) -> Iterator[Job]:
    """Make a job that shows progress on a terminal and that Ctrl+C or a signal cancels; the second one insists."""
    shows = sys.stderr.isatty() and not options.json

    def report(progress: Progress) -> None:
        if shows:
            tiles = f" {progress.done}/{progress.total} tiles" if progress.total else ""
            print(f"\r{progress.fraction:4.0%} {progress.stage}{tiles}   ", end="", file=sys.stderr, flush=True)

    job = Job(report=report)
    asked = []

    def stop(*_: object) -> None:
        asked.append(True)
        job.cancel()
        if len(asked) > 1:
            raise KeyboardInterrupt

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), stop)
    yield job
    if shows:
        print("\r" + " " * 40 + "\r", end="", file=sys.stderr, flush=True)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence and ends with status 1 (CONTRACT 2)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._negative_number_matcher = re.compile(r"^-(\d|\.\d|inf|nan)")  # -5e-05 is a number too

    def error(self, message: str) -> NoReturn:
        self.exit(1, f"{message[:1].upper()}{message[1:]}. See: {self.prog} --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="mining_monitor.engine", description="Map mining sectors from imagery.")
    parser.add_argument("--version", action="version", version=paths.version())
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for subject in (detect, scenes, annotation_commands, numbers, training, models, export):
        subject.add_commands(commands)
    info = add_command(commands, "info", "show versions, execution providers and model hashes")
    info.set_defaults(build=lambda _: InfoRequest())
    commands.add_parser("serve", help="answer requests as JSON lines on standard input and output")
    return parser
