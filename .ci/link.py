#!/usr/bin/env python3
"""Link this checkout into a QGIS profile: link.py [--profile FOLDER].

QGIS wants metadata.txt in the plugin's folder, the checkout has it beside the package: so the plugin's folder is a
folder of links. `mining_monitor/paths.py` follows them back to the checkout.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "mining_monitor"


def default_profile() -> Path:
    """Return the folder of the user's default QGIS 3 profile."""
    if sys.platform == "win32":
        base = Path(os.environ["APPDATA"]) / "QGIS"
    elif sys.platform == "darwin":
        base = Path.home() / "Library/Application Support/QGIS"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "QGIS"
    return base / "QGIS3/profiles/default"


def link(profile: Path) -> Path:
    """Make, or bring up to date, the plugin's folder of links in a profile, and return it.

    Raises
    ------
    FileExistsError
        The plugin is installed there as real files, which this never removes.
    """
    folder = profile / "python/plugins" / NAME
    if folder.is_symlink():
        raise FileExistsError(f"{folder} is a link: remove it, then run this again")
    folder.mkdir(parents=True, exist_ok=True)
    for entry in folder.iterdir():
        if entry.name == "__pycache__":
            continue
        if not entry.is_symlink():
            raise FileExistsError(f"{folder} holds an installed plugin: uninstall it in QGIS, then run this again")
        entry.unlink()
    beside = [ROOT / name for name in ("metadata.txt", "LICENSE", "resources", "i18n")]
    inside = [path for path in (ROOT / NAME).iterdir() if path.name != "__pycache__"]
    for path in sorted(inside) + beside:
        (folder / path.name).symlink_to(path, target_is_directory=path.is_dir())
    return folder


def main() -> int:
    """Link into the profile that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--profile", type=Path, default=None, help="profile folder (default: QGIS 3's default one)")
    options = parser.parse_args()
    try:
        folder = link(options.profile or default_profile())
    except OSError as error:
        print(f"link.py: {error}", file=sys.stderr)
        return 1
    print(f"{folder} now points to {ROOT}: enable Mining Monitor in QGIS's plugin manager")
    return 0


if __name__ == "__main__":
    sys.exit(main())
