"""Write ``resources/styles/*.qml`` from the code: ``python -m tests.qgis.adapter.write_styles`` in the repository.

The files are for people without the plugin; ``test_styles.py`` checks that they say what the code says.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "styles"


def write(folder: Path) -> None:
    """Write the four files; a QgsApplication must be there."""
    from qgis.core import QgsMapLayer, QgsRasterLayer

    from mining_monitor.adapter import forms, styles
    from tests.qgis.adapter.makers import make_raster, memory_sectors

    folder.mkdir(parents=True, exist_ok=True)
    category = QgsMapLayer.StyleCategory
    wanted = category.Symbology | category.Labeling | category.Fields | category.Forms
    for colour_set in ("lames", "safe"):
        sectors = memory_sectors()
        styles.apply_sectors_style(sectors, colour_set)
        forms.apply_form(sectors)
        _save(sectors.saveNamedStyle(str(folder / f"sectors_{colour_set}.qml"), wanted))
        with tempfile.TemporaryDirectory() as temporary:
            raster = QgsRasterLayer(str(make_raster(Path(temporary) / "c.tif", bands=1)), "classes")
            styles.apply_class_raster_style(raster, colour_set)
            _save(raster.saveNamedStyle(str(folder / f"class_raster_{colour_set}.qml"), category.Symbology))


def _save(outcome: object) -> None:
    message, is_good = outcome
    if not is_good:
        raise OSError(message)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    write(FOLDER)
    sys.stdout.write(f"{FOLDER}\n")
