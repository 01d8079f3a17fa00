#!/usr/bin/env python3
"""Scan the unpacked zip as plugins.qgis.org does: scan.py dist/mining_monitor-<version>.zip.

bandit and detect-secrets must find nothing that blocks an upload (QGIS_NOTES 4); what only warns is listed.
"""

from __future__ import annotations

import collections
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any, Dict, List

#: Tests of bandit that block an upload whatever their severity: exec, eval, pickle and its kin, yaml.load,
#: shell=True, hard-coded passwords (QGIS_NOTES 4).
BLOCKING = {
    "B102", "B307", "B301", "B302", "B403", "B506", "B602", "B604", "B605", "B609", "B105", "B106", "B107",
}  # fmt: skip


def run_json(*command: str, folder: Path) -> Dict[str, Any]:
    """Run a scanner of this environment in ``folder`` and return the JSON that it prints."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True)
    if done.returncode not in (0, 1) or not done.stdout.strip():
        raise RuntimeError(f"{command[0]} failed with status {done.returncode}: {done.stderr.strip()}")
    value: Dict[str, Any] = json.loads(done.stdout)
    return value


def bandit_findings(folder: Path) -> List[str]:
    """Return what blocks, in lines; print what warns, in counts."""
    report = run_json("bandit", "--recursive", "--quiet", "--format", "json", ".", folder=folder)
    blocking, warnings = [], collections.Counter()
    for issue in report["results"]:
        if issue["test_id"] in BLOCKING or issue["issue_severity"] != "LOW":
            place = f"{issue['filename']}:{issue['line_number']}"
            blocking.append(f"bandit {issue['test_id']} {issue['issue_severity']} {place}: {issue['issue_text']}")
        else:
            warnings[f"{issue['test_id']} {issue['test_name']}"] += 1
    blocking += [f"bandit could not read {error['filename']}: {error['reason']}" for error in report["errors"]]
    for name, count in sorted(warnings.items()):
        print(f"bandit warns, does not block: {name}: {count}")
    return blocking


#: A card names the checksum of its model: a hash that everybody may know.
CHECKSUMS = '"file:checksum": "1220[0-9a-f]{64}"'


def secret_findings(folder: Path) -> List[str]:
    """Return what looks like a secret, in lines; the checksums of model cards are none."""
    report = run_json("detect_secrets", "scan", "--all-files", "--exclude-lines", CHECKSUMS, ".", folder=folder)
    return [
        f"detect-secrets {found['type']} {name}:{found['line_number']}"
        for name, hits in report["results"].items()
        for found in hits
    ]


def main() -> int:
    """Scan the zip that the command line names."""
    with tempfile.TemporaryDirectory() as scratch, zipfile.ZipFile(sys.argv[1]) as archive:
        archive.extractall(scratch)
        findings = bandit_findings(Path(scratch)) + secret_findings(Path(scratch))
        count = len(archive.namelist())
    for line in findings:
        print(line)
    print(f"scan of {sys.argv[1]}: {count} files, {len(findings)} findings that block")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
