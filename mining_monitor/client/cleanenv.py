"""The environment variables of an engine process: this computer's, without QGIS's."""

from __future__ import annotations

import os
from typing import Dict, Mapping, Optional

#: Prefixes of variables that QGIS sets for its own libraries; the wheels of the engine carry their own
#: (QGIS_NOTES 2). Proxy and certificate variables, PATH and what Windows needs (SystemRoot, TEMP) stay.
FOREIGN_PREFIXES = (
    "PYTHON", "PYQT", "PROJ", "GDAL", "OGR_", "CPL_", "VSI", "GEOTIFF", "GEOS", "LD_", "DYLD_", "QT", "QML", "QGIS",
    "OSGEO4W", "O4W_", "GRASS", "GISBASE", "SAGA", "PDAL", "SPATIALITE", "__PYVENV", "VIRTUAL_ENV", "CONDA_",
    "JUPYTER", "COVERAGE_PROCESS",
)  # fmt: skip


def engine_variables(base: Optional[Mapping[str, str]] = None) -> Dict[str, str]:
    """Return the variables for a process of the engine's interpreter.

    Parameters
    ----------
    base : mapping, optional
        Default: this process's own variables.

    Returns
    -------
    dict
        ``base`` without QGIS's Python, PROJ, GDAL, Qt and loader variables; names compare without case, as on
        Windows.
    """
    source = os.environ if base is None else base
    return {name: value for name, value in source.items() if not name.upper().startswith(FOREIGN_PREFIXES)}
