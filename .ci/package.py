#!/usr/bin/env python3
"""Pack the plugin's zip: package.py dist/mining_monitor-<version>.zip.

One top folder ``mining_monitor`` with the package, metadata.txt, LICENSE, README, CHANGELOG, resources and the
compiled translations in it (QGIS_NOTES 4). The same commit gives the same bytes.
"""

from __future__ import annotations

import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Iterator, Tuple

ROOT = Path(__file__).resolve().parent.parent
TOP = "mining_monitor"

#: What plugins.qgis.org takes (QGIS_NOTES 4).
MAX_ZIP_BYTES = 25_000_000

#: Files of the checkout that stand in the plugin's folder as they are.
BESIDE = ("metadata.txt", "LICENSE", "README.md", "CHANGELOG.md")

#: Pictures of the README, which are not part of the program.
LEFT_OUT = ("resources/docs/",)


class PackingError(Exception):
    """The zip cannot be made as plugins.qgis.org wants it."""


def tracked_files() -> Tuple[str, ...]:
    """Return the paths that git tracks, relative to the checkout: what lies about does not go into the zip."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return tuple(name for name in listing.split("\0") if name)


def members() -> Iterator[Tuple[str, Path]]:
    """Yield the name in the zip and the file of every member, sorted."""
    found = {}
    for name in tracked_files():
        path = ROOT / name
        hidden = any(part.startswith(".") for part in Path(name).parts)
        if hidden or name.startswith(LEFT_OUT) or not path.is_file():
            continue
        if name.startswith(f"{TOP}/"):
            found[name] = path
        elif name.startswith("resources/") or name in BESIDE:
            found[f"{TOP}/{name}"] = path
    for path in (ROOT / "i18n").glob("*.qm"):
        found[f"{TOP}/i18n/{path.name}"] = path
    yield from sorted(found.items())


def commit_time() -> Tuple[int, int, int, int, int, int]:
    """Return the time of the last commit (UTC), which every member gets."""
    seconds = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    moment = time.gmtime(int(seconds))
    return (moment.tm_year, moment.tm_mon, moment.tm_mday, moment.tm_hour, moment.tm_min, moment.tm_sec)


def pack(target: Path) -> int:
    """Write the zip and return the number of its members.

    Raises
    ------
    PackingError
        Something that must be in it is missing, or it is too large.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_suffix(".partial")
    moment, names = commit_time(), []
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, path in members():
            info = zipfile.ZipInfo(name, moment)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, path.read_bytes())
            names.append(name)
    missing = {f"{TOP}/{name}" for name in ("__init__.py", "plugin.py", "metadata.txt", "LICENSE")} - set(names)
    if missing:
        raise PackingError(f"{partial} lacks {', '.join(sorted(missing))}")
    size = partial.stat().st_size
    if size > MAX_ZIP_BYTES:
        raise PackingError(f"{partial} has {size:,} bytes; plugins.qgis.org takes {MAX_ZIP_BYTES:,}")
    partial.replace(target)
    return len(names)


def main() -> int:
    """Pack the zip that the command line names."""
    target = ROOT / sys.argv[1]
    try:
        count = pack(target)
    except (PackingError, OSError, subprocess.CalledProcessError) as error:
        print(f"package.py: {error}", file=sys.stderr)
        return 1
    print(f"{target.relative_to(ROOT)}: {count} files, {target.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
