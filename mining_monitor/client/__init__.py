"""The plugin's side of the door: find, install and check the engine's environment; start, talk, stop, restart.

Standard library only, so it is tested without QGIS.
"""
