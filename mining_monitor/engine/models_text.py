"""Results about models in words, for a terminal."""

from __future__ import annotations

from mining_monitor.contract import models
from mining_monitor.contract.models import Figure, ModelAssessment, PixelAssessment, RankingFigure
from mining_monitor.engine.cli_text import say

_COLUMNS = ("precision", "recall", "f1", "iou")


def figure_text(figure: Figure) -> str:
    """Return ``0.512 [0.431, 0.602]``, or ``undefined``."""
    if figure.value is None:
        return "undefined"
    if figure.low is None or figure.high is None:
        return f"{figure.value:.3f}"
    return f"{figure.value:.3f} [{figure.low:.3f}, {figure.high:.3f}]"


@say.register
def _(result: models.ModelsEvaluation) -> str:
    what = f"{result.images} images" if result.images else f"{result.chips} chips"
    lines = [f"{result.data}: {what}; [95 % bootstrap interval]"]
    for row in result.rows:
        lines += ["", *_row_lines(row)]
    lines += [f"Note: {notice.message}" for notice in result.warnings]
    if result.output:
        lines += ["", f"Written: {result.output}"]
    return "\n".join(lines)


def _row_lines(row: ModelAssessment) -> list[str]:
    digest = f", SHA-256 {row.sha256[:12]}" if row.sha256 else ""
    lines = [f"{row.name}: {row.title} ({row.seconds:.1f} s{digest})"]
    if row.problem:
        return [*lines, f"  cannot be measured: {row.problem}"]
    if row.pixels is not None:
        lines += _pixel_lines(row.pixels)
    return lines + [_ranking_line(one) for one in row.ranking]


def _pixel_lines(pixels: PixelAssessment) -> list[str]:
    lines = [f"  {'class':8}{'support':>12}" + "".join(f"  {name:24}" for name in _COLUMNS)]
    for one in pixels.classes:
        figures = "".join(f"  {figure_text(getattr(one, name)):24}" for name in _COLUMNS)
        lines.append(f"  {one.key:8}{one.support_px:12,}{figures}".rstrip())
    lines += [f"  {name.replace('_', ' ')}: {figure_text(figure)}" for name, figure in pixels.averages.items()]
    keys = [one.key for one in pixels.classes]
    lines.append("  confusion matrix, rows labels, columns the map: " + " ".join(keys))
    lines += [f"    {key:6}" + "".join(f"{count:12,}" for count in row) for key, row in zip(keys, pixels.confusion)]
    if pixels.mine_share is not None:
        lines.append(f"  the map calls {pixels.mine_share:.2%} of the judged pixels mine")
    if pixels.undefined:
        lines.append(f"  undefined (0/0): {', '.join(pixels.undefined)}")
    return lines


def _ranking_line(one: RankingFigure) -> str:
    counts = f"{one.positives} positives, {one.negatives} negatives"
    return f"  ROC AUC against {one.kind} negatives: {figure_text(one.auc)} ({counts})"


@say.register
def _(result: models.ExportedModel) -> str:
    lines = [
        f"{result.architecture} with {result.encoder}, classes {', '.join(map(str, result.class_codes))}",
        f"Largest difference to the checkpoint: {result.max_difference:.2g} (bound {result.bound:g})",
        *(f"Note: {notice.message}" for notice in result.warnings),
        f"Written: {result.output} ({result.megabytes:.1f} MB), {result.card}",
    ]
    return "\n".join(lines)


@say.register
def _(result: models.QuantizedModel) -> str:
    return "\n".join(
        [
            f"{result.agreement:.2%} of the pixels of {result.images} images agree (the lowest: "
            f"{result.lowest_agreement:.2%})",
            f"{result.megabytes_before:.2f} MB -> {result.megabytes:.2f} MB, {result.milliseconds_before:.1f} ms -> "
            f"{result.milliseconds:.1f} ms a tile",
            f"Written: {result.output}, {result.card}",
        ]
    )


@say.register
def _(result: models.ModelSuggestions) -> str:
    lines = []
    for one in result.suggestions:
        mark = " (chosen)" if one.model.name == result.chosen else ""
        lines.append(f"{one.fitness:.2f} {one.model.name}{mark}: {one.model.title or one.model.name}")
        lines += [f"    {notice.message}" for notice in one.reasons]
    return "\n".join(lines) or "No models are installed."
