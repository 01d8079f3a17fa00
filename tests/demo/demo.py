"""`make demo`: a sample scene, Detect in the real QGIS, results and a map, and where they are.

The work is done in the real desktop on a virtual screen, so it runs on a server, too. With a display, QGIS is opened
there afterwards.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, List

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.real_qgis import ROOT, find_program, make_profile, qgis_variables, run_desktop, virtual_display

HERE = Path(__file__).resolve().parent

SCENE = {"size": ("1024", "1024"), "seed": "7", "gsd": "10"}

NOTES = [
    "Image and model are made by this project: a procedural landscape, and a small network that has never "
    "seen a real mine. Nothing here says anything about a real mine.",
    "",
    "Every polygon is a draft until a person approves it.",
]


def make_scene(engine: str, folder: Path) -> Path:
    """Let the engine draw the sample scene."""
    image = folder / "sample_scene.tif"
    command = [engine, "-m", "mining_monitor.engine", "sample-scene", str(image)]
    command += ["--size", *SCENE["size"], "--seed", SCENE["seed"], "--gsd", SCENE["gsd"]]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return image


def drive(folder: Path, profiles: Path, image: Path, engine: str) -> Dict[str, Any]:
    """Go the analyst's way in the real desktop; return what happened."""
    answer, work = folder / "journey.json", folder / "work.json"
    answer.unlink(missing_ok=True)
    wanted = {
        "folder": str(folder), "image": str(image), "map": str(folder / "map.png"), "generalise": "none",
        "purpose": "A demonstration: every place in it is made up.",
        "code": str(HERE), "notes": NOTES,
        "picture": str(folder / "desktop.png"), "geopackage": str(folder / "sectors.gpkg"),
        "project": str(folder / "demo.qgz"),
    }  # fmt: skip
    work.write_text(json.dumps(wanted), encoding="utf-8")
    with virtual_display("1600x950") as display:
        return run_desktop(
            profiles, HERE / "journey.py", answer, timeout=600, display=display, MINING_MONITOR_ENGINE=engine,
            JOURNEY_WORK=str(work), JOURNEY_ANSWER=str(answer),
        )  # fmt: skip


def summary(folder: Path, facts: Dict[str, Any]) -> List[str]:
    """Return what to tell, in lines."""
    collection = json.loads((folder / "sectors.geojson").read_text(encoding="utf-8"))
    counts: Dict[str, int] = {}
    for feature in collection["features"]:
        key = feature["properties"]["class_key"]
        counts[key] = counts.get(key, 0) + 1
    by_class = ", ".join(f"{count} {key}" for key, count in sorted(counts.items()))
    return [
        f"{facts['sectors']} sectors in {facts['detect_seconds']} s: {by_class}",
        f"  GeoPackage  {folder / 'sectors.gpkg'}",
        f"  GeoJSON     {folder / 'sectors.geojson'}",
        f"  map         {folder / 'map.png'}",
        f"  QGIS        {folder / 'desktop.png'}",
        f"  project     {folder / 'demo.qgz'}",
    ]


def open_desktop(folder: Path, profiles: Path, engine: str) -> None:
    """Open QGIS on the result, on the user's display, and leave it open."""
    command = [find_program("qgis"), "--nologo", "--noversioncheck", "--profiles-path", str(profiles)]
    environment = {**qgis_variables(profiles), "MINING_MONITOR_ENGINE": engine}
    environment.pop("LC_ALL", None)
    subprocess.Popen(
        [*command, "--project", str(folder / "demo.qgz")], env=environment, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def main() -> int:
    """Run the demo."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # ends QGIS and the virtual screen, too
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--output", type=Path, default=Path("build/demo"))
    parser.add_argument("--no-window", action="store_true", help="open no QGIS afterwards")
    options = parser.parse_args()
    folder = options.output.resolve()
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    engine = os.environ.get("MINING_MONITOR_ENGINE") or str(ROOT / ".venv/engine/bin/python")
    profiles = folder / "qgis"
    make_profile(profiles)
    print("Drawing the sample scene", flush=True)
    image = make_scene(engine, folder)
    print("Detecting in QGIS", flush=True)
    facts = drive(folder, profiles, image, engine)
    if facts["problem"]:
        print(f"The demo stopped after {facts['steps']}: {facts['problem']}", file=sys.stderr)
        return 1
    made = Path(facts["geopackage"])
    if made != folder / "sectors.gpkg":
        print(f"The plugin wrote {made} instead of {folder / 'sectors.gpkg'}", file=sys.stderr)
        return 1
    print("\n".join(summary(folder, facts)))
    if os.environ.get("DISPLAY") and not options.no_window:
        print("Opening QGIS")
        open_desktop(folder, profiles, engine)
    return 0


if __name__ == "__main__":
    sys.exit(main())
