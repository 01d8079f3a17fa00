"""Several looks as one network: members of any size, each at a picture in several orientations."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn


class Looks(nn.Module):  # type: ignore[misc,unused-ignore]  # torch may be absent where types are checked
    """Networks that look at a picture in several orientations and answer with the mean of their logits.

    That is the geometric mean of their probabilities: a logit and a log-probability differ by the same for every class
    of a pixel.

    Parameters
    ----------
    members : sequence of Mapper
        What looks; each looks in every orientation.
    turns : sequence of int
        Orientations as `soft_labels.turned` counts them; 0 is the picture as it is, 7 its mirror image in the diagonal,
        which keeps every pixel's place on the network's grid whatever the size.
    offsets : Tensor, shape (class,)
        Added to the answer (`calibration`).
    """

    def __init__(self, members: Sequence[nn.Module], turns: Sequence[int], offsets: Tensor) -> None:
        super().__init__()
        self.members, self.turns = nn.ModuleList(members), tuple(turns)
        self.register_buffer("offsets", offsets.view(1, -1, 1, 1))

    def forward(self, image: Tensor) -> Tensor:
        """Return scores of images at their own resolution."""
        said = [_look(member, image, turn) for member in self.members for turn in self.turns]
        scores: Tensor = torch.stack(said).mean(dim=0) + self.offsets
        return scores


def _look(member: nn.Module, image: Tensor, turn: int) -> Tensor:
    is_across, mirrored = turn % 2 == 1, _mirrored(turn)
    seen = image.transpose(2, 3) if is_across else image
    said: Tensor = member(seen.flip(mirrored) if mirrored else seen)
    said = said.flip(mirrored) if mirrored else said
    return said.transpose(2, 3) if is_across else said


def _mirrored(turn: int) -> list[int]:
    """Return the axes that are mirrored after rows and columns changed places (in odd turns)."""
    rows, cols = turn % 4 in (1, 2), (turn % 4 in (2, 3)) != (turn >= 4)
    return [axis for axis, is_mirrored in ((2, rows), (3, cols)) if is_mirrored]
