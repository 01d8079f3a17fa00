"""The keys of the Annotation dock, as people read them."""

from __future__ import annotations

from mining_monitor.adapter.messages import tr


def keys_text() -> str:
    """Return all keys of the dock as rich text: two in a row, then those of the tools."""
    pairs = (
        (tr("1-9"), tr("class"), tr("Z, Shift+Z"), tr("undo, redo")),
        (tr("A"), tr("approve"), tr("R"), tr("reject, with a reason")),
        (tr("Space"), tr("next sector"), tr("Shift+Space"), tr("sector before")),
        (tr("V"), tr("fix the outline"), tr("K"), tr("skip: comes back at the end")),
        (tr("C"), tr("comment"), tr("/"), tr("search")),
        (tr("H (hold)"), tr("hide all sectors"), tr("F1"), tr("help")),
    )
    tools = (
        (tr("D E S X F"), tr("draw, reshape border, split, cut out, fill")),
        (tr("M G T"), tr("merge, give to neighbour, smooth")), (tr("B N W"), tr("brush, eraser, magic select")),
    )  # fmt: skip
    cells = "".join(f"<tr>{_key_cells(*pair[:2])}{_key_cells(*pair[2:])}</tr>" for pair in pairs)
    cells += "".join(f"<tr>{_key_cells(*tool, span=3)}</tr>" for tool in tools)
    cells += f"<tr>{_key_cells(tr('?'), tr('this list'))}</tr>"
    note = tr("The keys work here and on the map.")
    return f"<table cellspacing='0'>{cells}</table>{note}"


def _key_cells(key: str, what: str, span: int = 1) -> str:
    return f"<td><b>{key}</b>&nbsp;</td><td colspan='{span}'>{what}&nbsp;</td>"
