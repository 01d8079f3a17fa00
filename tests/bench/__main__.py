"""Run the benchmarks: ``python -m tests.bench [--quick] [--output build/bench]``.

Exit status 1 when a figure misses the limit that the issue sets; ``--quick`` runs small rasters and judges nothing.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import onnxruntime

from tests.bench.measures import Figure, agreement, memory, speed
from tests.bench.rasters import landscape
from tests.bench.reading import reading

#: (speed, memory, agreement, reading): sides in pixels, in full and for a smoke test.
SIDES = {"full": (4096, 10_980, 1024, 2048), "quick": (1024, 1536, 512, 512)}

MEASURES = ("speed", "memory", "agreement", "reading")


def physical_cores() -> int:
    """Cores as ONNX Runtime counts them, at most four, as the engine does."""
    return min(os.cpu_count() or 1, 4)


def measure(names: Sequence[str], sides: tuple[int, int, int, int], threads: int, folder: Path) -> list[Figure]:
    """Run the named measures."""
    scene = landscape(512 if sides[0] < 2048 else 1024)
    found: list[Figure] = []
    for name, run, side in zip(MEASURES, (speed, memory, agreement, reading), sides, strict=True):
        if name in names:
            print(f"{name} …", file=sys.stderr, flush=True)
            found += run(folder, scene, side, threads)
    return found


def table(figures: Sequence[Figure], judged: bool) -> str:
    """Return the figures in lines."""
    lines = []
    for figure in figures:
        sign = ">=" if figure.is_at_least else "<="
        verdict = ("ok" if figure.holds else "MISSED") if judged else "not judged"
        value = f"{figure.value:.2f} {figure.unit}".strip()
        lines.append(f"{figure.name:<28} {value:>22}   wanted {sign} {figure.limit:g}   {verdict}")
        lines.append(f"    {figure.compared}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, write bench.json."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="small rasters, a smoke test: no figure is judged")
    parser.add_argument("--only", choices=MEASURES, nargs="+", default=list(MEASURES))
    parser.add_argument("--threads", type=int, default=physical_cores(), help="ONNX Runtime threads on both sides")
    parser.add_argument("--output", type=Path, default=Path("build/bench"))
    options = parser.parse_args(arguments)
    options.output.mkdir(parents=True, exist_ok=True)
    sides = SIDES["quick" if options.quick else "full"]
    with tempfile.TemporaryDirectory(prefix="mining-monitor-bench-", dir=options.output) as scratch:
        figures = measure(options.only, sides, options.threads, Path(scratch).resolve())
    report = {
        "quick": options.quick,
        "machine": {"cpus": os.cpu_count(), "machine": platform.machine(), "python": platform.python_version()},
        "onnxruntime": onnxruntime.__version__,
        "threads": options.threads,
        "figures": [{**dataclasses.asdict(figure), "holds": figure.holds} for figure in figures],
    }
    (options.output / "bench.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    print(table(figures, judged=not options.quick))
    print(f"written to {options.output / 'bench.json'}")
    return 0 if options.quick or all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
