"""Results in words, for a terminal."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from mining_monitor.contract import results, scenes
from mining_monitor.contract.products import LoadedScene, ProductDescription
from mining_monitor.contract.spectral import SpectralIndexResult
from mining_monitor.schema.classes import BY_CODE


def area_text(area_m2: float) -> str:
    """Return an area in ha below 100 ha and in km2 above (UX "Manners")."""
    hectares = area_m2 / 10_000
    return f"{hectares:.2f} ha" if hectares < 100 else f"{hectares / 100:.2f} km2"


@singledispatch
def say(result: Any) -> str:
    """Return the text of a result."""
    return str(result)


@say.register
def _(result: results.DetectResult) -> str:
    mapped = sum(total.area_m2 for total in result.totals)
    lines = [f"{result.sectors} sectors, {area_text(mapped)}; {area_text(result.not_observed_m2)} not observed"]
    lines += [
        f"  {BY_CODE[total.code].title}: {total.sectors}, {area_text(total.area_m2)}"
        for total in result.totals
        if total.sectors
    ]
    lines += [f"Note: {notice.message}" for notice in result.warnings]
    lines.append(f"{result.seconds:.1f} s, {result.tiles} tiles, model {result.model_name} ({result.provider})")
    lines += [f"Written: {path}" for path in (result.output, result.class_raster, result.confidence_raster) if path]
    return "\n".join(lines)


@say.register
def _(result: results.ExportResult) -> str:
    lines = [f"{result.sectors} sectors written to {result.output}", f"SHA-256 {result.sha256}"]
    lines += [f"  left out ({reason}): {count}" for reason, count in result.left_out.items()]
    lines += [f"Note: {notice.message}" for notice in result.warnings]
    return "\n".join(lines)


@say.register
def _(result: results.ModelList) -> str:
    return "\n".join(_model_line(model) for model in result.models) or "No models are installed."


def _model_line(model: results.ModelInfo) -> str:
    marks = " (default)" if model.is_default else ""
    gsd = f", {model.gsd_m:g} m" if model.gsd_m else ""
    problem = f"\n    cannot be used: {model.problem}" if model.problem else ""
    score = f"\n    {model.score}" if model.score else ""
    return f"{model.name}{marks}: {model.title}{gsd}{score}{problem}"


@say.register
def _(result: results.ModelReport) -> str:
    verdict = "can be used" if result.is_usable else "cannot be used"
    lines = [f"{result.name} {verdict}"]
    lines += [f"  problem: {text}" for text in result.problems]
    lines += [f"  note: {text}" for text in result.notes]
    return "\n".join(lines)


@say.register
def _(result: results.ModelInfo) -> str:
    return f"Added {_model_line(result)}\n{result.path}"


@say.register
def _(result: results.SampleSceneResult) -> str:
    return f"Image {result.image}\nTruth {result.truth}"


@say.register
def _(result: ProductDescription) -> str:
    bands = [f"{band.name} {'/'.join(f'{size:g}' for size in band.gsd_m)} m" for band in result.bands]
    lines = [result.product_id, result.in_words, f"Bands: {', '.join(bands)}"]
    lines += [f"  {sentence}" for sentence in result.offset.evidence]
    lines += [f"Note: {notice.message}" for notice in result.warnings]
    return "\n".join(lines)


@say.register
def _(result: LoadedScene) -> str:
    dates = ", ".join(f"{date}: {count} pixels" for date, count in result.pixels_by_date.items())
    lines = [
        f"{result.width} x {result.height} pixels of {result.gsd_m:.3g} m, {' '.join(result.bands)}, {result.crs}",
        f"{100 * result.observed_share:.1f} % of the extent observed; {dates or 'no pixels'}",
    ]
    lines += [f"  {reason}: {100 * share:.1f} %" for reason, share in result.not_observed_by_reason.items()]
    lines += [f"Note: {notice.message}" for notice in result.warnings]
    lines += [f"Written: {path}" for path in (result.output, result.mask, result.provenance) if path]
    return "\n".join(lines)


@say.register
def _(result: scenes.SceneList) -> str:
    lines = [_scene_line(scene) for scene in result.scenes] or ["No scenes were found."]
    lines += [f"Note: {notice.message}" for notice in result.warnings]
    return "\n".join(lines)


def _scene_line(scene: scenes.Scene) -> str:
    cloud = "cloud unknown" if scene.cloud_percent is None else f"{scene.cloud_percent:.0f} % cloud"
    return f"{scene.sensed_at[:10]}  {scene.tile}  {cloud}, {scene.extent_share:.0%} of the extent  {scene.item}"


@say.register
def _(result: scenes.SceneCover) -> str:
    reasons = "".join(f", {share:.0%} {name}" for name, share in sorted(result.by_reason.items()))
    return f"{result.scene_id}: {result.clear_share:.0%} clear{reasons}"


@say.register
def _(result: scenes.DownloadResult) -> str:
    resumed = ", resumed" if result.resumed else ""
    return f"Written: {result.output} ({result.size} bytes{resumed})\nSHA-256 {result.sha256}"


@say.register
def _(result: SpectralIndexResult) -> str:
    lines = [f"Note: {notice.message}" for notice in result.warnings]
    lines += [f"Written: {path}" for path in (result.output, result.table) if path]
    return "\n".join(lines)


@say.register
def _(result: results.EngineInfo) -> str:
    lines = [f"Mining Monitor {result.version}, protocol {result.protocol}, Python {result.python}"]
    lines += [f"  {name} {version}" for name, version in result.packages.items()]
    lines.append(f"  providers: {', '.join(result.providers)}")
    lines += [f"  model {name}: {digest}" for name, digest in result.models.items()]
    return "\n".join(lines)
