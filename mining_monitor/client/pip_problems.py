"""What pip said, as one sentence that a person can act on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Optional, Sequence, Tuple


@dataclass(frozen=True)
class PipProblem:
    """``reason`` is a code for translation; ``message`` says what happened and what to do."""

    reason: str
    message: str


#: (reason, pattern in pip's output, sentence); the first that is found counts, so causes stand before consequences.
_PROBLEMS: Tuple[Tuple[str, str, str], ...] = (
    ("proxy-login", r"Proxy Authentication Required|Tunnel connection failed: 407|HTTP error 407",
     "The proxy asks for a name and password. Enter them in QGIS's network settings, then try again."),
    ("hash-mismatch", r"DO NOT MATCH THE HASHES|Expected sha\d+",
     "A downloaded package is not the one that was checked for this version: a damaged download, or a server or "
     "proxy that changes files. Nothing was installed. Try again; if it happens again, try from another network."),
    ("disk-full", r"No space left on device|\[Errno 28\]|WinError 112|Disk quota exceeded|\[Errno 122\]",
     "The disk is full. Free some space, then try again."),
    ("socks", r"SOCKS support",
     "Packages cannot be loaded through a SOCKS proxy. Choose an HTTP proxy in QGIS's network settings, or a folder of "
     "wheels."),
    ("certificate", r"CERTIFICATE_VERIFY_FAILED|certificate verify failed",
     "The package server's certificate is not trusted, as behind a company's filter. Ask for the filter's "
     "certificate and name its file in the variable PIP_CERT, or choose a folder of wheels."),
    ("proxy", r"ProxyError|Cannot connect to proxy|Tunnel connection failed",
     "The proxy does not let packages through. Check QGIS's network settings, then try again."),
    ("no-network", r"NewConnectionError|Failed to establish a new connection|getaddrinfo failed|NameResolutionError|"
     r"Name or service not known|Temporary failure in name resolution|Network is unreachable|Connection refused|"
     r"ConnectTimeout|Read ?timed ?out|ReadTimeoutError|Connection aborted|ConnectionResetError|Remote end closed|"
     r"IncompleteRead|Connection broken",
     "The package server cannot be reached. Check the network and QGIS's proxy settings, then try again, or choose a "
     "folder of wheels."),
    ("permission", r"\[Errno 13\]|WinError 5\]|WinError 32\]|Permission ?denied|Access is denied|PermissionError",
     "A file could not be written: the folder is protected, or a virus scanner or another QGIS holds it. Close other "
     "QGIS windows, allow QGIS in the scanner, then try again."),
    ("killed-for-memory", r"MemoryError|Cannot allocate memory",
     "There is not enough memory. Close other programs, then try again."),
)  # fmt: skip

_NO_WHEEL = re.compile(r"No matching distribution found for ([A-Za-z0-9._-]+)")


def pip_problem(lines: Sequence[str], exit_code: int, python_version: str, *, is_offline: bool = False) -> PipProblem:
    """Find the reason for a failed ``pip install``.

    Parameters
    ----------
    lines : sequence of str
        What pip wrote.
    python_version : str
        For the sentence about a missing wheel.
    is_offline : bool
        Packages came from a folder.
    """
    text = "\n".join(lines)
    found = _known(text)
    if found is not None:
        return found
    missing = _NO_WHEEL.search(text)
    if missing and is_offline:
        message = f"The folder of wheels has no {missing.group(1)} for Python {python_version} on this computer."
        return PipProblem("no-wheel", f"{message} Download the wheels for this Python, then try again.")
    if missing:
        message = f"The package server has no {missing.group(1)} for Python {python_version} on this computer."
        return PipProblem("no-wheel", f"{message} Update QGIS or its operating system, or choose another interpreter.")
    if exit_code in (-9, 137):
        return PipProblem(
            "killed", "The installation was ended from outside, most likely for lack of memory. Try again."
        )
    return PipProblem("unknown", f"The engine's packages could not be installed (pip ended with {exit_code}).")


def _known(text: str) -> Optional[PipProblem]:
    for reason, pattern, message in _PROBLEMS:
        if re.search(pattern, text, re.IGNORECASE):
            return PipProblem(reason, message)
    return None
