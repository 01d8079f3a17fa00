"""The engine's environment: what state it is in and which interpreter to use."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Mapping, Optional, Tuple

from mining_monitor.client.building import SetupRequest, build_environment
from mining_monitor.client.engine import engine_command
from mining_monitor.client.folders import home_folder, requirements_file
from mining_monitor.client.proxy import ProxySettings
from mining_monitor.client.running import never
from mining_monitor.client.setup_progress import OnProgress
from mining_monitor.client.status import EngineStatus, foreign_status, named_interpreter, own_status
from mining_monitor.contract.errors import EngineMissingError


@dataclass(frozen=True)
class EngineEnvironment:
    """The environment in a QGIS profile, or the interpreter that the user named.

    Attributes
    ----------
    profile : Path
        QGIS's profile folder (``QgsApplication.qgisSettingsDirPath()``).
    interpreter : str or None
        From the settings; the variable MINING_MONITOR_ENGINE wins over it.
    requirements : Path
        Hash-pinned requirements.
    variables : mapping
        Where MINING_MONITOR_ENGINE is looked up.
    """

    profile: Path
    interpreter: Optional[str] = None
    requirements: Path = field(default_factory=requirements_file)
    variables: Mapping[str, str] = field(default_factory=lambda: os.environ)

    @property
    def log_file(self) -> Path:
        """File for the engine's standard error."""
        return home_folder(self.profile) / "logs" / "engine.log"

    def status(self, *, is_deep: bool = False) -> EngineStatus:
        """Tell whether the engine can be started; see ``status.own_status`` for what ``is_deep`` costs.

        A named interpreter is always checked by importing the libraries (1-3 s): call this from a task then.
        """
        named = named_interpreter(self.interpreter, self.variables)
        return foreign_status(named) if named else own_status(self.profile, self.requirements, is_deep=is_deep)

    def create(
        self,
        on_progress: OnProgress,
        should_cancel: Callable[[], bool] = never,
        *,
        wheels: Optional[Path] = None,
        proxy: Optional[ProxySettings] = None,
        plugin_version: str = "",
    ) -> EngineStatus:
        """Make the plugin's own environment, or make it anew; see ``building.build_environment``.

        Parameters
        ----------
        wheels : Path, optional
            A folder of wheels; nothing is downloaded then.
        proxy : ProxySettings, optional
            QGIS's proxy; None leaves the system's.

        Raises
        ------
        CancelledError, EnvironmentSetupError
        """
        request = SetupRequest(
            self.profile, self.requirements, wheels=wheels, proxy=proxy, plugin_version=plugin_version
        )
        build_environment(request, on_progress, should_cancel)
        return own_status(self.profile, self.requirements)

    def python(self) -> Path:
        """Return the interpreter to start the engine with; looks at files only.

        Raises
        ------
        EngineMissingError
            There is none; the message says what to do.
        """
        named = named_interpreter(self.interpreter, self.variables)
        if named is not None and named.is_file():
            return named
        status = self.status()
        if status.python is None:
            raise EngineMissingError(status.message, state=status.state.value, **status.facts)
        return status.python

    def command(self) -> Tuple[str, ...]:
        """Return the command for ``EngineClient``; raises EngineMissingError as ``python`` does."""
        return engine_command(self.python())
