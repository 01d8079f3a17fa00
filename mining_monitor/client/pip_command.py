"""How pip is called for the engine's environment, and which packages it will install there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

from mining_monitor.client.cleanenv import engine_variables
from mining_monitor.client.proxy import ProxySettings, proxy_variables

#: Every interpreter is started apart from QGIS's and the user's folders, with UTF-8 pipes.
APART = ("-I", "-X", "utf8")

#: Defaults that a user's own variables override: fail in a minute, not in ten, when nothing answers.
_DEFAULTS = {"PIP_RETRIES": "2", "PIP_DEFAULT_TIMEOUT": "30"}

#: Settings of a user's pip that would lead packages elsewhere, or make pip ask.
_MUST = {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
_NEVER = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_DRY_RUN", "PIP_NO_DEPS", "PIP_REPORT", "PIP_LOG", "PIP_PYTHON")

#: Asks pip's own reader of markers which pinned packages are for this interpreter.
_QUESTION = """
import json, re, sys
import pip
from pip._vendor.packaging.requirements import Requirement
names = []
for line in open(sys.argv[1], encoding="utf-8"):
    if re.match(r"[A-Za-z0-9]", line):
        requirement = Requirement(line.split("--hash")[0].rstrip().rstrip("\\\\"))
        if requirement.marker is None or requirement.marker.evaluate():
            names.append(requirement.name)
print(json.dumps({"packages": names, "pip": [int(n) for n in pip.__version__.split(".")[:2]]}))
"""


@dataclass(frozen=True)
class Pip:
    """How pip is called (``command``), the packages that it will install, its own version (major, minor)."""

    command: Tuple[str, ...]
    packages: Tuple[str, ...]
    version: Tuple[int, ...]

    def install_command(self, requirements: Path, wheels: Optional[Path], log: Path) -> List[str]:
        """Return the command that installs the pinned packages, from a folder of wheels when one is given.

        ``log`` takes what pip only says there: why a page of the server could not be read.
        """
        # Python compiles what is imported; to compile all of it here adds time, 55 MB and names too long for Windows.
        command = [*self.command, "install", "--no-compile", "--require-hashes", "--only-binary=:all:"]
        command += ["-r", str(requirements), "--log", str(log)]
        if self.version >= (24, 1):
            command.append("--progress-bar=raw")
        if wheels is not None:
            command += ["--no-index", "--find-links", str(wheels)]
        return command


def question_command(python: Path, requirements: Path) -> List[str]:
    """Return the command whose last line ``read_answer`` reads."""
    return [str(python), *APART, "-c", _QUESTION, str(requirements)]


def read_answer(python: Path, lines: Sequence[str], target: Optional[Path] = None) -> Optional[Pip]:
    """Make a Pip from what ``question_command`` printed; None when ``python`` has no pip that works.

    Parameters
    ----------
    target : Path, optional
        Interpreter of another environment that this pip installs into (pip 22.3 or newer).
    """
    try:
        answer = json.loads(lines[-1])
        packages, version = tuple(answer["packages"]), tuple(answer["pip"])
    except (IndexError, KeyError, TypeError, ValueError):
        return None
    elsewhere = ("--python", str(target)) if target is not None else ()
    if elsewhere and version < (22, 3):
        return None
    return Pip((str(python), *APART, "-m", "pip", *elsewhere), packages, version)


def failed_fetches(log: Path) -> List[str]:
    """Return the lines of pip's own log that say why the package server could not be asked."""
    try:
        with log.open(encoding="utf-8", errors="replace") as lines:
            found = [line.strip() for line in lines if "Could not fetch URL" in line or "Connection error" in line]
    except OSError:
        return []
    return found[:20]


def pip_variables(base: Mapping[str, str], proxy: Optional[ProxySettings]) -> Dict[str, str]:
    """Return the variables for pip: this computer's without QGIS's, the proxy, and nothing that redirects packages."""
    variables = proxy_variables(engine_variables(base), proxy)
    kept = {name: value for name, value in variables.items() if name.upper() not in _NEVER}
    return {**_DEFAULTS, **kept, **_MUST}
