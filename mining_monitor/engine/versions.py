"""Versions of everything that shapes a result (DOMAIN 4.4)."""

from __future__ import annotations

import platform
from importlib import metadata

from mining_monitor import paths

PACKAGES = ("numpy", "onnxruntime", "onnx", "rasterio", "shapely", "pyproj", "pyogrio", "scipy")


def software_versions() -> dict[str, str]:
    """Return the versions that a run records, by name; ``mining-monitor`` and ``python`` first."""
    versions = {"mining-monitor": paths.version(), "python": platform.python_version()}
    for name in PACKAGES:
        versions[name] = metadata.version(name)
    return versions
