"""The mixture: which sets make a group, and the data folder read once."""

from __future__ import annotations

from pathlib import Path

from mining_monitor.engine.training.real_world.artisanal import read_artisanal
from mining_monitor.engine.training.real_world.canvases import Group, balanced, mixed
from mining_monitor.engine.training.real_world.ground import read_ground
from mining_monitor.engine.training.real_world.readers import (
    read_cities,
    read_countryside,
    read_dams,
    read_deserts,
    read_lames_folder,
    read_sample_world,
    read_sand,
    read_tailings,
    read_wide_chips,
)
from mining_monitor.engine.training.real_world.samples import Sample

#: Sets that fill whole canvases.
WHOLE = ("countryside", "storages", "dams", "dry_land", "sand", "made_up", "sectors")
#: Small chips side by side, with each set's share. Chips with and without a mine must share canvases: on canvases of
#: their own, a network answers for nine chips at once, and ranks single chips badly (README of the models).
CHIPS = "chips"
CHIP_SHARES = {"artisanal": 0.4, "look_alikes": 0.35, "ground": 0.15, "countryside": 0.1}
#: Width of a chip, and of a picture of countryside, on its canvas.
_CHIP_PX, _COUNTRYSIDE_PX = 48, 60
#: Groups whose kinds are drawn equally often: the few chips of the wide world count as much as many deserts.
_EQUAL_KINDS = {"dry_land": 0.0}


def read_samples(data: Path, made_up: Path | None = None, lames: Path | None = None) -> dict[str, list[Sample]]:
    """Read every set of the data folder by group, all parts; a set that is absent leaves its group empty.

    Parameters
    ----------
    data : Path
        The folder with ``asm_chips``, ``tailings_s2`` and so on.
    made_up : Path, optional
        Folder of sample-world scenes.
    lames : Path, optional
        A folder in the LAMES layout, such as `trainingchips` writes.
    """
    chips = list(read_artisanal(data / "asm_chips" / "earthrise_chips48_rgb.npz"))
    samples = {
        "artisanal": [chip for chip in chips if chip.must_hold is not None],
        "look_alikes": [chip for chip in chips if chip.must_hold is None],
        "countryside": list(read_countryside(data / "negatives" / "eurosat")),
        "storages": list(read_tailings(data / "tailings_s2")),
        "dams": list(read_dams(data / "tailings_dams", data / "tailings_s2")),
        "dry_land": [
            *read_wide_chips(data / "sentinel2_chips"),
            *read_deserts(data / "negatives" / "desert_hires"),
            *read_cities(data / "negatives" / "dubai_hires"),
        ],
        "sand": list(read_sand(data / "mine_masks")),
        "made_up": list(read_sample_world(made_up)) if made_up is not None else [],
        "sectors": list(read_lames_folder(lames)) if lames is not None else [],
    }
    samples["ground"] = list(read_ground(samples))
    return samples


def training_groups(
    samples: dict[str, list[Sample]], canvases: dict[str, float], side_px: int = 144, drawn_share: float = 0.0
) -> list[Group]:
    """Return the groups to draw batches from, of the samples to learn from; small pictures share a canvas.

    Parameters
    ----------
    samples : dict of str to list of Sample
        By group, as `read_samples` gives them.
    canvases : dict of str to float
        Canvases of a batch for each group.
    side_px : int
        Side of a canvas.
    drawn_share : float
        Weight of the group "drawn" (`drawn`) among the chips' cuts; 0 leaves it out.

    Raises
    ------
    ValueError
        When the settings ask for a group that does not exist or has no sample.
    """
    strange = sorted(set(canvases) - {CHIPS, *WHOLE})
    if strange:
        raise ValueError(f"There is no group '{strange[0]}'; the groups are {CHIPS}, {', '.join(WHOLE)}.")
    groups = []
    if canvases.get(CHIPS):
        shares = {**CHIP_SHARES, "drawn": drawn_share} if drawn_share else CHIP_SHARES
        parts = [(balanced(_learned(samples, name), 1, 1), share) for name, share in shares.items()]
        groups.append(mixed(parts, max(1, side_px // _CHIP_PX), canvases[CHIPS]))
    for name, count in canvases.items():
        if name != CHIPS and count:
            per_side = max(1, side_px // _COUNTRYSIDE_PX) if name == "countryside" else 1
            power = _EQUAL_KINDS.get(name, 0.5)
            groups.append(balanced(_learned(samples, name), per_side, count, power))
    return groups


def _learned(samples: dict[str, list[Sample]], name: str) -> list[Sample]:
    learned = [sample for sample in samples[name] if sample.part == "train"]
    if not learned:
        raise ValueError(f"The group '{name}' has no picture to learn from: give its folder, or set its canvases to 0.")
    return learned
