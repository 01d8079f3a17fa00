"""A small U-Net for true colour: any tile size, normalisation inside."""

from __future__ import annotations

import torch
from torch import Tensor, nn

#: Brightness of a usual picture, 0..255: what the network subtracts and divides by.
MEAN_RGB = (90.0, 80.0, 68.0)
STD_RGB = (55.0, 48.0, 44.0)


class _Block(nn.Module):  # type: ignore[misc,unused-ignore]  # torch may be absent where types are checked
    """Two 3 x 3 convolutions with a shortcut around the second."""

    def __init__(self, inputs: int, outputs: int, stride: int = 1) -> None:
        super().__init__()
        self.first = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.first_norm = nn.BatchNorm2d(outputs)
        self.second = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.second_norm = nn.BatchNorm2d(outputs)

    def forward(self, x: Tensor) -> Tensor:
        y = torch.relu(self.first_norm(self.first(x)))
        return torch.relu(y + self.second_norm(self.second(y)))


class _Merge(nn.Module):  # type: ignore[misc,unused-ignore]
    """Bring coarse features up, cut them to the fine ones' size, and add both."""

    def __init__(self, coarse: int, fine: int) -> None:
        super().__init__()
        self.narrow = nn.Conv2d(coarse, fine, 1, bias=False)
        self.narrow_norm = nn.BatchNorm2d(fine)
        self.mix = nn.Conv2d(fine, fine, 3, 1, 1, bias=False)
        self.mix_norm = nn.BatchNorm2d(fine)

    def forward(self, coarse: Tensor, fine: Tensor) -> Tensor:
        up = nn.functional.interpolate(self.narrow_norm(self.narrow(coarse)), scale_factor=2.0, mode="nearest")
        both = torch.relu(up[:, :, : fine.shape[2], : fine.shape[3]] + fine)
        return torch.relu(both + self.mix_norm(self.mix(both)))


class SectorNet(nn.Module):  # type: ignore[misc,unused-ignore]
    """U-Net that works at half the resolution and below; its look around a pixel is finite, so tiles fit together.

    Takes float32 (n, 3, row, col), red green blue, 0..255, any size from 16 on; returns logits (n, class, row, col).

    Parameters
    ----------
    classes : int
        Number of classes.
    widths : tuple of int
        Channels at 1/2, 1/4, 1/8, 1/16 of the resolution.
    """

    mean: Tensor
    std: Tensor

    def __init__(self, classes: int, widths: tuple[int, ...]) -> None:
        super().__init__()
        self.register_buffer("mean", torch.tensor(MEAN_RGB).view(1, 3, 1, 1))
        self.register_buffer("std", torch.tensor(STD_RGB).view(1, 3, 1, 1))
        pairs = list(zip(widths[:-1], widths[1:], strict=True))
        stem = widths[0]
        self.stem = nn.Sequential(nn.Conv2d(3, stem, 5, 2, 2, bias=False), nn.BatchNorm2d(stem), nn.ReLU())
        self.refine = _Block(stem, stem)
        self.down = nn.ModuleList([_Block(a, b, stride=2) for a, b in pairs])
        self.deep = _Block(widths[-1], widths[-1])
        self.up = nn.ModuleList([_Merge(b, a) for a, b in reversed(pairs)])
        self.head = nn.Conv2d(stem, classes, 3, 1, 1)

    def coarse(self, image: Tensor) -> Tensor:
        """Return the logits at half the resolution (rounded up): what training looks at."""
        x = self.refine(self.stem((image - self.mean) / self.std))
        skips = [x]
        for block in self.down:
            x = block(x)
            skips.append(x)
        x = self.deep(skips.pop())
        for merge in self.up:
            x = merge(x, skips.pop())
        logits: Tensor = self.head(x)
        return logits

    def forward(self, image: Tensor) -> Tensor:
        """Return the logits of images at their own resolution."""
        logits = nn.functional.interpolate(self.coarse(image), scale_factor=2.0, mode="bilinear", align_corners=False)
        return logits[:, :, : image.shape[2], : image.shape[3]]
