"""Shapes of sectors that change together: geometry over snapshots of a layer, without any widget.

``coverage.plan`` is what every tool ends with: it takes the shapes that a tool wants and returns the changes, for
``EditSession.apply``, that keep the map a coverage.
"""
