"""Which sectors stand behind each cell of the matrix of change."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from mining_monitor.engine.monitoring.change_layer import Changes, key_of
from mining_monitor.engine.monitoring.sector_map import SectorMap, name_of
from mining_monitor.engine.reporting.report_html import table
from mining_monitor.engine.reporting.report_words import Words

#: (class before, class after) -> names of the sectors before and after; None stands for all classes.
Cells = Mapping[tuple["int | None", "int | None"], tuple[tuple[str, ...], tuple[str, ...]]]


def cells_of(changes: Changes) -> Cells:
    """Return the sectors that each cell and each margin is made of; ground that neither date maps has none."""
    found = changes.found
    names: dict[tuple[int | None, int | None], tuple[set[str], set[str]]] = {}
    for piece in range(len(found.geometries)):
        before, after = int(found.code_before[piece]), int(found.code_after[piece])
        pair = (_name(found.before, int(found.first[piece])), _name(found.after, int(found.second[piece])))
        for key in ((before, after), (before, None), (None, after), (None, None)):
            for kept, name in zip(names.setdefault(key, (set(), set())), pair, strict=True):
                kept |= {name} if name else set()
    return {key: (tuple(sorted(first)), tuple(sorted(second))) for key, (first, second) in names.items()}


def _name(sectors: SectorMap, index: int) -> str:
    return name_of(sectors.rows[index]) if index >= 0 else ""


def cell_anchor(before: int | None, after: int | None) -> str:
    """Return the name of the row that a cell links to."""
    return "cell-" + "-".join("all" if code is None else key_of(code) for code in (before, after))


def cells_table(words: Words, cells: Cells) -> str:
    """Return a row for each cell with the sectors that it is made of."""
    rows = [
        [
            f'<span id="{cell_anchor(*key)}">{escape(" → ".join(words.class_title(code) for code in key))}</span>',
            *(escape(", ".join(names) or "-") for names in cells[key]),
        ]
        for key in sorted(cells, key=lambda key: tuple(1000 if code is None else code for code in key))
        if key != (None, None)
    ]
    return table(words["cells"], [words["class"], words["before_sectors"], words["after_sectors"]], rows)
