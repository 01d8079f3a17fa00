"""The engine's environment as QGIS's settings want it: where it is, whether it is ready, and its set-up as a task."""

from __future__ import annotations

from typing import Any, Tuple

from mining_monitor.adapter import settings
from mining_monitor.client.environment import EngineEnvironment


def environment() -> EngineEnvironment:
    """Return the environment of this profile, or the interpreter that the user named."""
    return EngineEnvironment(settings.profile_folder(), interpreter=settings.ENGINE_INTERPRETER.get() or None)


def command() -> Tuple[str, ...]:
    """Return the engine's command with the settings as they are now.

    Raises
    ------
    EngineMissingError
        It is not set up; the message says what to do.
    """
    return environment().command()


def status() -> Any:
    """Return the EngineStatus: a look at files, or 1-3 s of imports for an interpreter that the user named."""
    return environment().status()
