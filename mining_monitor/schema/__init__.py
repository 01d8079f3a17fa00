"""LAMES classes, fields, value conventions and review states: what both programs agree on.

Standard library only (ARCHITECTURE): the plugin and the engine import it alike.
"""
