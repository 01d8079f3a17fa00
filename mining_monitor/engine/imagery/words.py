"""What an image is, in one English sentence (UX "Imagery")."""

from __future__ import annotations

from collections.abc import Sequence

from mining_monitor.engine.imagery.bands import BandInfo, guess_roles
from mining_monitor.engine.imagery.grid import Grid


def in_words(grid: Grid, gsd_m: tuple[float, float], bands: Sequence[BandInfo], found_by: str) -> str:
    """Return the sentence; ``found_by`` is how the roles were found (``RoleGuess``)."""
    gsd = (gsd_m[0] * gsd_m[1]) ** 0.5
    roles = ", ".join(choice.role for choice in guess_roles(bands).roles)
    picture = [band for band in bands if not band.is_alpha]
    how = {
        "name": f"read from their names as {roles}", "colour": f"read from their colours as {roles}",
        "order": f"taken in the usual order as {roles}", "none": "of which the roles are not known",
    }[found_by]  # fmt: skip
    noun = "band" if len(picture) == 1 else "bands"
    transparency = " and transparency" if len(picture) < len(bands) else ""
    return (
        f"{grid.width} x {grid.height} pixels of {gsd:.3g} m on the ground, {len(picture)} {noun} of "
        f"{_numbers(picture[0].dtype) if picture else 'no values'}{transparency}, {how}; {grid.crs.name}."
    )


def scaling_in_words(bands: Sequence[BandInfo]) -> str:
    """Return how stored numbers become values by the file's scale and offset tags; empty where it has none."""
    tags = list(dict.fromkeys((band.scale, band.offset) for band in bands if band.scale != 1 or band.offset != 0))
    if not tags:
        return ""
    if len(tags) > 1:
        return "Bands have scale and offset tags of their own."
    scale, offset = tags[0]
    shift = f" {'plus' if offset > 0 else 'minus'} {abs(offset):g}" if offset else ""
    return f"By its tags the value is the stored number times {scale:g}{shift}."


def _numbers(dtype: str) -> str:
    """Return what a data type is to people: ``uint8`` is "8 bits", ``float32`` "decimal numbers"."""
    bits = dtype.lstrip("uint")
    return f"{bits} bits" if bits.isdigit() else "decimal numbers" if dtype.startswith("float") else dtype
