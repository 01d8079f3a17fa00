"""The engine: an ordinary Python program that reads rasters, runs models and makes polygons.

It never imports ``qgis`` or Qt; it talks to the plugin through ``server`` and to a shell through ``cli``.
"""
