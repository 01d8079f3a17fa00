"""The language of reports: that of QGIS, where the engine has its words."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QLocale

from mining_monitor.contract.report import LANGUAGES


def report_language() -> str:
    """Return the two letters of QGIS's language; English where reports are not written in it."""
    override = QgsSettings().value("locale/overrideFlag", False, type=bool)
    chosen = QgsSettings().value("locale/userLocale", "", type=str) if override else ""
    language = (chosen or QgsApplication.locale() or QLocale().name()).lower()[:2]
    return language if language in LANGUAGES else LANGUAGES[0]
