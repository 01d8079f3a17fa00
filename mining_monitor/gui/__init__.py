"""Docks and widgets, each class beside its ``.ui``: no business rule, nothing that blocks (STYLE 8)."""
