"""Where metadata.txt, resources/ and i18n/ are, in a checkout and in the zip.

In a checkout they lie beside the package; the zip holds one top folder, so there they lie inside it
(QGIS_NOTES 4).
"""

from __future__ import annotations

import configparser
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def plugin_root() -> Path:
    """Return the folder that holds ``metadata.txt``, ``resources/`` and ``i18n/``.

    Raises
    ------
    FileNotFoundError
        The installation is incomplete: there is no ``metadata.txt``.
    """
    for folder in (PACKAGE, PACKAGE.parent):
        if (folder / "metadata.txt").is_file():
            return folder
    raise FileNotFoundError(f"metadata.txt is neither in {PACKAGE} nor above it: reinstall the plugin")


def resource(*parts: str) -> Path:
    """Return the path of a file under ``resources/``."""
    return plugin_root().joinpath("resources", *parts)


def translations() -> Path:
    """Return the folder of the compiled translations (``.qm``)."""
    return plugin_root() / "i18n"


def shipped_models() -> Path:
    """Return the folder of the models that come with the plugin."""
    return resource("models")


def version() -> str:
    """Return the version that ``metadata.txt`` states."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(plugin_root() / "metadata.txt", encoding="utf-8")
    return parser.get("general", "version")
