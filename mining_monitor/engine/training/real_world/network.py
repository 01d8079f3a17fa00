"""The 10 m mapper: an EfficientNet-Lite encoder up to 1/16, a light decoder, any tile size, bytes in."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from mining_monitor.engine.training.real_world.encoder import Encoder, norm
from mining_monitor.engine.training.real_world.settings import VARIANTS, Variant

#: Brings a usual picture to the spread of brightness that the pretrained weights know.
MEAN, SPREAD = 85.0, 75.0
Widths = tuple[int, int, int, int]


class _Context(nn.Module):  # type: ignore[misc,unused-ignore]  # torch may be absent where types are checked
    """Look wider at 1/16: depthwise convolutions with holes, added up."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.looks = nn.ModuleList(
            [nn.Conv2d(channels, channels, 3, padding=d, dilation=d, groups=channels, bias=False) for d in (1, 2, 4)]
        )
        self.mix = nn.Conv2d(channels, channels, 1, bias=False)
        self.norm = norm(channels)

    def forward(self, x: Tensor) -> Tensor:
        y = self.looks[0](x) + self.looks[1](x) + self.looks[2](x)
        return torch.relu(x + self.norm(self.mix(torch.relu(y))))


class _Merge(nn.Module):  # type: ignore[misc,unused-ignore]
    """Bring coarse features up, cut them to the fine ones' size, and mix both."""

    def __init__(self, coarse: int, fine: int, outputs: int) -> None:
        super().__init__()
        self.narrow = nn.Conv2d(coarse, outputs, 1, bias=False)
        self.side = nn.Conv2d(fine, outputs, 1, bias=False)
        self.norm = norm(outputs)
        self.mix = nn.Conv2d(outputs, outputs, 3, padding=1, bias=False)
        self.mix_norm = norm(outputs)

    def forward(self, coarse: Tensor, fine: Tensor) -> Tensor:
        up = nn.functional.interpolate(self.narrow(coarse), scale_factor=2.0, mode="bilinear", align_corners=False)
        both = torch.relu(self.norm(up[:, :, : fine.shape[2], : fine.shape[3]] + self.side(fine)))
        return torch.relu(both + self.mix_norm(self.mix(both)))


class Mapper(nn.Module):  # type: ignore[misc,unused-ignore]
    """Takes float32 (n, 3, row, col), red green blue, 0..255; returns logits (n, class, row, col).

    Parameters
    ----------
    classes : int
        Number of classes.
    widths : tuple of int
        Channels of the decoder at 1/16, 1/8, 1/4 and 1/2.
    variant : {"lite0", "lite1", "lite2"}
        Size of the encoder.
    """

    def __init__(self, classes: int, widths: Widths = (128, 64, 48, 24), variant: Variant = "lite0") -> None:
        super().__init__()
        self.encoder = Encoder(variant)
        taps = self.encoder.widths
        self.enter = nn.Sequential(nn.Conv2d(taps[3], widths[0], 1, bias=False), norm(widths[0]), nn.ReLU())
        self.context = _Context(widths[0])
        self.merges = nn.ModuleList([_Merge(widths[k], taps[2 - k], widths[k + 1]) for k in range(3)])
        self.head = nn.Conv2d(widths[3], classes, 3, padding=1)

    def coarse(self, image: Tensor) -> Tensor:
        """Return the logits at half the resolution (rounded up): what training looks at."""
        taps = self.encoder((image - MEAN) / SPREAD)
        x = self.context(self.enter(taps.pop()))
        for merge in self.merges:
            x = merge(x, taps.pop())
        logits: Tensor = self.head(x)
        return logits

    def forward(self, image: Tensor) -> Tensor:
        """Return the logits of images at their own resolution."""
        logits = nn.functional.interpolate(self.coarse(image), scale_factor=2.0, mode="bilinear", align_corners=False)
        return logits[:, :, : image.shape[2], : image.shape[3]]


def read_mapper(path: Path) -> Mapper:
    """Read trained weights; the sizes of encoder and decoder are read off them.

    Raises
    ------
    ValueError
        When they are no weights of a mapper.
    """
    weights = torch.load(path, map_location="cpu", weights_only=True)
    shapes = {name: tensor.shape for name, tensor in weights.items()}
    try:
        first = shapes["enter.0.weight"][0]
        one, two, three = (shapes[f"merges.{k}.side.weight"][0] for k in range(3))
        classes = shapes["head.weight"][0]
    except KeyError as missing:
        raise ValueError(f"{path} holds no weights of a 10 m mapper: {missing} is missing.") from missing
    for variant in VARIANTS:
        model = Mapper(classes, (first, one, two, three), variant)
        if {name: tensor.shape for name, tensor in model.state_dict().items()} == shapes:
            model.load_state_dict(weights)
            model.eval()
            return model
    raise ValueError(f"{path} holds weights of no encoder among {', '.join(VARIANTS)}.")
