"""Mining Monitor: map mining sectors from imagery, correct them, report them.

Nothing heavy is imported here: QGIS reads this module for every installed plugin.
"""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:  # noqa: N802, QGIS's name
    """Make the plugin object that QGIS drives.

    Parameters
    ----------
    iface : QgisInterface
        The running QGIS application.

    Returns
    -------
    MiningMonitorPlugin
    """
    from mining_monitor.plugin import MiningMonitorPlugin

    return MiningMonitorPlugin(iface)
