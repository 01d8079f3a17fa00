"""Results about people's work on sectors in words, for a terminal."""

from __future__ import annotations

from collections.abc import Mapping

from mining_monitor.contract import annotations as sector_work
from mining_monitor.contract.agreement import AgreementResult, BlindSample
from mining_monitor.contract.history import LogReport, RestoreResult, SectorHistory
from mining_monitor.contract.proposals import DecisionResult, ProposalCounts
from mining_monitor.engine.cli_text import area_text, say


def _counts(title: str, counts: Mapping[str, int]) -> list[str]:
    return [title, *(f"  {name}: {number}" for name, number in counts.items())] if counts else []


@say.register
def _(result: sector_work.ImportResult) -> str:
    lines = [f"{result.sectors} sectors of {result.read} features ({result.form}), {area_text(result.area_after_m2)}"]
    lines += _counts("Issues", result.issues)
    lines.append(f"{result.applied} of {result.proposed} repairs carried out")
    lines += _counts("Left out", result.left_out) + _counts("Sites", result.sites)
    lines += [f"Note: {notice.message}" for notice in result.warnings]
    lines += [f"Written: {path}" for path in (result.output, result.issues_file) if path]
    return "\n".join(lines)


@say.register
def _(result: sector_work.ValidationResult) -> str:
    lines = [f"{result.sectors} sectors, {sum(result.issues.values())} issues, {result.fixable} with a safe fix"]
    lines += _counts("Issues", result.issues)
    lines += [f"Note: {notice.message}" for notice in result.warnings]
    lines += [f"Written: {result.issues_file}"] if result.issues_file else []
    return "\n".join(lines)


@say.register
def _(result: LogReport) -> str:
    return result.message


@say.register
def _(result: SectorHistory) -> str:
    lines = [f"Sector {result.uuid}" + ("" if result.exists else ", which is no longer there")]
    for entry in result.entries:
        area = f", {area_text(entry.area_m2)}" if entry.area_m2 is not None else ""
        lines.append(f"  {entry.seq}  {entry.at}  {entry.who or 'unknown'}: {entry.action}{area}")
        for name in sorted({*entry.before, *entry.after}):
            lines.append(f"      {name}: {entry.before.get(name)} -> {entry.after.get(name)}")
    if not result.is_whole:
        lines.append("Note: the log's chain is broken; see 'history verify'.")
    return "\n".join(lines)


@say.register
def _(result: RestoreResult) -> str:
    return f"Sector {result.uuid} restored, {area_text(result.area_m2)} (act {result.seq})"


@say.register
def _(result: ProposalCounts) -> str:
    return "\n".join([f"{result.agreed} sectors agree", *_counts("Open proposals", result.kinds)])


@say.register
def _(result: DecisionResult) -> str:
    text = f"{result.decided} proposals decided"
    return text + (f"; {len(result.conflicts)} stay open: their sector has changed since" if result.conflicts else "")


@say.register
def _(result: BlindSample) -> str:
    there = result.mapped_cells + result.empty_cells
    return f"{result.cells} of {there} cells drawn, {result.area_m2 / 1e4:.1f} ha, in {result.output}"


@say.register
def _(result: AgreementResult) -> str:
    kappa = "not defined (one class only)"
    if result.kappa is not None:
        kappa = f"{result.kappa:.3f} ({result.kappa_low:.3f} to {result.kappa_high:.3f})"
    lines = [f"Kappa {kappa} over {result.points} points: {result.verdict}"]
    lines += [f"  {c.key}: IoU {c.iou:.3f}" for c in result.classes if c.iou is not None]
    lines.append(
        f"{result.matched} sectors match, {result.first_only} only in the first, {result.second_only} only in "
    )
    lines[-1] += "the second"
    lines.append(f"{result.conflicts} pieces of ground of 25 m2 or more have different classes")
    if result.border_mean_m is not None:
        lines.append(f"Borders are {result.border_mean_m:.1f} m apart, 95 % of them within {result.border_p95_m:.1f} m")
    lines += [f"Note: {notice.message}" for notice in result.warnings]
    return "\n".join(lines)
