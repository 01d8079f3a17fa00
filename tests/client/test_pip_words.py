"""What pip prints becomes progress, and what went wrong becomes a sentence."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mining_monitor.client.lines import KEPT_BYTES, Line, read_lines
from mining_monitor.client.pip_output import PipOutput
from mining_monitor.client.pip_problems import pip_problem
from mining_monitor.client.setup_progress import SetupStage

#: As printed by pip 23 and 25 on the systems named.
SAID = {
    "proxy-login": [
        "WARNING: Retrying (Retry(total=0)) after connection broken by 'ProxyError('Cannot connect to proxy.', "
        "OSError('Tunnel connection failed: 407 Proxy Authentication Required'))': /simple/numpy/",
        "ERROR: No matching distribution found for numpy==2.4.6",
    ],
    "proxy": ["broken by 'ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 403 Forbidden'))'"],
    "hash-mismatch": ["ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."],
    "disk-full": ["ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"],
    "certificate": ["SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] verify failed'))"],
    "no-network": [
        "WARNING: Retrying after connection broken by 'NewConnectionError('<pip._vendor.urllib3 object>: Failed to "
        "establish a new connection: [Errno 11001] getaddrinfo failed')': /simple/numpy/",
        "ERROR: Could not find a version that satisfies the requirement numpy==2.4.6 (from versions: none)",
        "ERROR: No matching distribution found for numpy==2.4.6",
    ],
    "permission": ["ERROR: Could not install packages due to an OSError: [WinError 5] Access is denied: 'a.pyd'"],
    "no-wheel": ["ERROR: No matching distribution found for onnxruntime==1.31.1"],
    "socks": ["ERROR: Could not install packages due to an OSError: Missing dependencies for SOCKS support."],
    "unknown": ["ERROR: something new", "sha256:407407407"],
}  # fmt: skip


@pytest.mark.parametrize("reason", SAID)
def test_the_cause_is_found_before_its_consequences(reason):
    problem = pip_problem(SAID[reason], 1, "3.12.1")
    assert problem.reason == reason
    assert problem.message.endswith((".", ")"))


def test_a_missing_wheel_is_named_with_its_python():
    assert "no onnxruntime for Python 3.12.1" in pip_problem(SAID["no-wheel"], 1, "3.12.1").message
    offline = pip_problem(SAID["no-wheel"], 1, "3.12.1", is_offline=True).message
    assert "folder of wheels has no onnxruntime for Python 3.12.1" in offline


def test_a_killed_pip_is_no_riddle():
    assert pip_problem([], -9, "3.12.1").reason == "killed"


def progress_of(lines, total):
    told = []
    output = PipOutput(total, told.append)
    output.begin()
    for line in lines:
        output.take(line)
    return told, output


def test_downloads_count_packages_and_megabytes():
    told, _ = progress_of(
        ["Collecting numpy==2.4.6 (from -r requirements.txt (line 3))", "  Downloading numpy-2.4.6-cp311.whl (16.8 MB)",
         "Progress 8400000 of 16800000", "Progress 16800000 of 16800000", "Collecting affine==3.0.1",
         "  Using cached affine-3.0.1-py3-none-any.whl (16 kB)", "Processing c:\\wheels\\ml_dtypes-0.6.0-cp311.whl"],
        4,
    )  # fmt: skip
    assert [(p.package, p.done, p.total) for p in told] == [
        ("", 0, 4), ("numpy", 1, 4), ("numpy", 1, 4), ("numpy", 1, 4), ("numpy", 1, 4),
        ("affine", 2, 4), ("affine", 2, 4), ("ml-dtypes", 3, 4),
    ]  # fmt: skip
    assert [p.megabytes for p in told[1:]] == pytest.approx([0, 0, 8.4, 16.8, 16.8, 16.816, 16.816])
    assert told[3].megabytes_total == pytest.approx(16.8)
    assert [p.fraction for p in told] == sorted(p.fraction for p in told)


def test_while_pip_unpacks_the_packages_that_lie_there_are_counted():
    told, output = progress_of(["Installing collected packages: numpy, affine"], 2)
    output.installed(1)
    output.installed(1)
    output.installed(2)
    assert [(p.stage, p.done, p.total) for p in told[1:]] == [(SetupStage.INSTALL, n, 2) for n in (0, 1, 2)]


@given(st.lists(st.text(max_size=80)))
def test_no_line_breaks_the_reader(lines):
    told, _ = progress_of(lines, 3)
    assert all(0 <= progress.fraction <= 1 for progress in told)


class Pieces(io.RawIOBase):
    """A stream that gives its bytes in the pieces in which they came."""

    def __init__(self, pieces):
        self._pieces = [piece for piece in pieces if piece]

    def read1(self, size):
        return self._pieces.pop(0) if self._pieces else b""


@given(st.lists(st.binary(max_size=20)))
def test_lines_are_the_same_however_they_come(pieces):
    whole = b"".join(pieces)
    expected = [Line(line.rstrip(b"\r")) for line in whole.split(b"\n")[:-1]]
    assert list(read_lines(Pieces(pieces), 1000)) == expected


def test_a_line_that_is_too_long_is_cut_and_the_next_one_is_whole():
    stream = Pieces([b"a" * 3000, b"b" * 3000 + b"\nnext\n", b"c" * 5001 + b"\n", b"last\nrest"])
    lines = list(read_lines(stream, 5000))
    assert [(len(line.data), line.is_whole) for line in lines] == [
        (KEPT_BYTES, False),
        (4, True),
        (KEPT_BYTES, False),
        (4, True),
    ]
