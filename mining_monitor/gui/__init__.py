"""Docks and widgets, each class beside its ``.ui``."""
