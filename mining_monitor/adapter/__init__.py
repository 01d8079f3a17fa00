"""Everything that speaks QGIS and shows no widget."""
