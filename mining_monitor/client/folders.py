"""Where the engine's environments lie, what they are called, and the marker that says one is whole."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Dict, List, Optional

from mining_monitor.contract.codec import from_json
from mining_monitor.contract.errors import ContractError

MARKER_NAME = "mining_monitor_engine.json"
_HASH_CHARACTERS = 12
_OURS = re.compile(r"engine(-[0-9a-f]{12}|\.(partial|old)-\d+(-\d+)?)")


@dataclass(frozen=True)
class Marker:
    """Written last into an environment that was checked: what it was made from.

    ``packages`` maps the names of distributions to versions; ``seconds`` is how long it took, ``megabytes`` its size.
    """

    requirements_sha256: str
    python: str
    base_python: str
    packages: Dict[str, str]
    plugin_version: str = ""
    seconds: float = 0.0
    megabytes: float = 0.0


def requirements_file() -> Path:
    """Return the hash-pinned requirements that ship with this copy of the plugin."""
    return Path(__file__).resolve().parent.parent / "engine" / "requirements.txt"


def requirements_sha256(requirements: Path) -> str:
    """Return the SHA-256 of a requirements file, the same for CRLF and LF line ends."""
    return hashlib.sha256(requirements.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def environment_folder(profile: Path, requirements: Path) -> Path:
    """Return ``<profile>/mining_monitor/engine-<hash of requirements>``, whether it is there or not."""
    digest = requirements_sha256(requirements)[:_HASH_CHARACTERS]
    return home_folder(profile) / f"engine-{digest}"


def home_folder(profile: Path) -> Path:
    """Return the plugin's own folder in a QGIS profile."""
    return profile / "mining_monitor"


def partial_folder(folder: Path) -> Path:
    """Return the sibling in which this process builds ``folder``; its name is short, for Windows counts to 260."""
    return folder.with_name(f"engine.partial-{os.getpid()}")


def environment_python(folder: Path) -> Path:
    """Return the path of an environment's interpreter, whether it is there or not."""
    return folder / "Scripts" / "python.exe" if sys.platform == "win32" else folder / "bin" / "python"


def site_packages(folder: Path) -> Path:
    """Return where an environment keeps its packages."""
    return next(iter(folder.glob("lib/python3*/site-packages")), folder / "Lib" / "site-packages")


def environment_folders(profile: Path) -> List[Path]:
    """Return all folders of ours in a profile: environments, half-made ones, ones put aside."""
    home = home_folder(profile)
    if not home.is_dir():
        return []
    return sorted(path for path in home.iterdir() if _OURS.fullmatch(path.name) and path.is_dir())


def write_marker(folder: Path, marker: Marker) -> None:
    """Write the marker in one step: whole or not at all."""
    text = json.dumps(asdict(marker), indent=1, sort_keys=True)
    temporary = folder / f"{MARKER_NAME}.new"
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(folder / MARKER_NAME)


def read_marker(folder: Path) -> Optional[Marker]:
    """Return the marker of an environment, None when it is absent or unreadable."""
    try:
        return from_json(Marker, json.loads((folder / MARKER_NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, ContractError):
        return None
