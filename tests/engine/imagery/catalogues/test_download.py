"""A download is whole, or it is not there; what was fetched before is used when it is still the same file."""

import errno
import hashlib
import os
import shutil
import threading
import time

import pytest

from mining_monitor.contract.errors import (
    CancelledError,
    CatalogueError,
    DiskFullError,
    NetworkError,
    OutputError,
    ParameterError,
    SignInError,
)
from mining_monitor.contract.scenes import DownloadRequest
from mining_monitor.engine.imagery.catalogues.download import parse_checksum
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.progress import Job
from tests.clock import within
from tests.engine.imagery.catalogues.hosts import Fault

DATA = bytes(range(256)) * 4000
SHA256 = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def file(host):
    host.files["/a.zip"] = DATA
    return f"{host.url}/a.zip"


def fetch(url, output, **more):
    return handle(DownloadRequest(url, str(output), **more), more.pop("job", None) or Job())


def part(output):
    return output.with_name(f".{output.name}.mining-monitor.part")


def test_a_file_is_whole_and_measured(file, tmp_path):
    output = tmp_path / "new" / "a.zip"
    result = fetch(file, output)
    assert output.read_bytes() == DATA
    assert (result.output, result.size, result.sha256, result.resumed) == (str(output), len(DATA), SHA256, False)
    assert [path.name for path in output.parent.iterdir()] == ["a.zip"]


@pytest.mark.parametrize(
    "checksum",
    [
        f"sha256:{SHA256}",
        f"SHA256:{SHA256.upper()}",
        f"1220{SHA256}",
        f"md5:{hashlib.md5(DATA).hexdigest()}",
        f"d50110{hashlib.md5(DATA).hexdigest()}",
        f"1114{hashlib.sha1(DATA).hexdigest()}",
        f"1340{hashlib.sha512(DATA).hexdigest()}",
    ],
    ids=lambda text: text[:8],
)
def test_checksums_are_checked(file, host, tmp_path, checksum):
    assert fetch(file, tmp_path / "a.zip", checksum=checksum).sha256 == SHA256
    host.files["/a.zip"] = DATA[:-1] + b"x"
    with pytest.raises(NetworkError, match="another checksum"):
        fetch(file, tmp_path / "b.zip", checksum=checksum)
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


@pytest.mark.parametrize(
    "checksum", ["x", "sha256:", "sha256:12", "1220ab", "crc32:00000000", "99" * 40, "sha256:" + "g" * 64, "00"]
)
def test_a_checksum_that_is_none_asks_nobody(file, host, tmp_path, checksum):
    with pytest.raises(ParameterError, match="no checksum"):
        fetch(file, tmp_path / "a.zip", checksum=checksum)
    assert host.asked == []


def test_no_checksum_is_none():
    assert parse_checksum("") is None


def test_a_connection_that_breaks_goes_on_where_it_broke(file, host, tmp_path):
    host.faults["/a.zip"] = [Fault("truncated", keep=300_000), Fault("status", 503), Fault("truncated", keep=200_000)]
    result = fetch(file, tmp_path / "a.zip", checksum=f"sha256:{SHA256}")
    assert result.sha256 == SHA256
    assert host.sent() == len(DATA)
    assert [asked.headers.get("Range") for asked in host.asked] == [
        None, "bytes=300000-", "bytes=300000-", "bytes=500000-"
    ]  # fmt: skip


def test_what_an_earlier_attempt_left_is_used(file, host, tmp_path):
    output = tmp_path / "a.zip"
    host.faults["/a.zip"] = [Fault("truncated", keep=600_000), *[Fault("status", 404)]]
    with pytest.raises(NetworkError):
        fetch(file, output)
    assert not output.exists() and part(output).stat().st_size == 600_000
    before = host.sent()
    result = fetch(file, output)
    assert (result.resumed, result.sha256, host.sent() - before) == (True, SHA256, len(DATA) - 600_000)
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_a_part_of_a_file_that_was_replaced_is_not_used(file, host, tmp_path):
    output = tmp_path / "a.zip"
    host.faults["/a.zip"] = [Fault("truncated", keep=600_000), Fault("status", 404)]
    with pytest.raises(NetworkError):
        fetch(file, output)
    host.files["/a.zip"] = bytes(reversed(DATA)) + b"longer"
    fetch(file, output)
    assert output.read_bytes() == host.files["/a.zip"]


@pytest.mark.parametrize("note", ["", "{}", "[" * 9999, '{"url": 7, "total": "x"}', '{"total": 1e400}'])
def test_a_part_that_nobody_can_place_is_not_used(file, tmp_path, note):
    output = tmp_path / "a.zip"
    part(output).write_bytes(b"nonsense")
    part(output).with_name(part(output).name + ".json").write_text(note)
    assert fetch(file, output).sha256 == SHA256
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


@pytest.mark.parametrize(
    ("fault", "name"),
    [
        (Fault("truncated", keep=0), "truncated"),
        (Fault("silent", seconds=2), "time-out"),
        (Fault("status", 503), "busy"),
        (Fault("status", 404), "missing"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_stays_wrong_is_one_sentence_and_no_file(file, host, tmp_path, fault, name):
    host.always["/a.zip"] = fault
    with pytest.raises(NetworkError) as caught:
        fetch(file, tmp_path / "a.zip")
    assert caught.value.facts["problem"] == name and not (tmp_path / "a.zip").exists()


def test_a_host_that_announces_less_than_it_sends_does_not_pass_for_whole(file, host, tmp_path):
    host.always["/a.zip"] = Fault("too-long")
    with pytest.raises(NetworkError, match="checksum"):
        fetch(file, tmp_path / "a.zip", checksum=f"sha256:{SHA256}")
    assert not (tmp_path / "a.zip").exists()


def test_a_host_that_resumes_elsewhere_starts_again(file, host, tmp_path):
    host.faults["/a.zip"] = [Fault("truncated", keep=300_000), Fault("wrong-part")]
    assert fetch(file, tmp_path / "a.zip").sha256 == SHA256


def test_a_host_without_ranges_starts_again(file, host, tmp_path):
    host.faults["/a.zip"] = [Fault("truncated", keep=300_000), Fault("no-ranges")]
    assert fetch(file, tmp_path / "a.zip").sha256 == SHA256


@pytest.mark.parametrize("status", [202, 204])
def test_a_product_that_is_fetched_from_an_archive_first_is_not_taken_for_a_file(host, tmp_path, status):
    host.always["/a.zip"] = Fault("status", status)
    with pytest.raises(NetworkError, match=r"not got .* ready yet"):
        fetch(f"{host.url}/a.zip", tmp_path / "a.zip")
    assert not list(tmp_path.iterdir())


def test_an_empty_file_is_a_file(host, tmp_path):
    host.files["/e"] = b""
    assert fetch(f"{host.url}/e", tmp_path / "e").size == 0


def test_progress_counts_bytes(file, tmp_path):
    seen = []
    handle(DownloadRequest(file, str(tmp_path / "a.zip")), Job(report=seen.append))
    assert (seen[-1].fraction, seen[-1].done, seen[-1].total) == (1.0, len(DATA), len(DATA))


@pytest.mark.clock
def test_cancelling_keeps_what_came_for_the_next_time(file, host, tmp_path):
    host.faults["/a.zip"] = [Fault("drip", seconds=0.05)]
    job = Job()
    threading.Timer(0.4, job.cancel).start()
    started = time.monotonic()
    with pytest.raises(CancelledError):
        handle(DownloadRequest(file, str(tmp_path / "a.zip")), job)
    assert time.monotonic() - started < within(1.3) and not (tmp_path / "a.zip").exists()
    assert fetch(file, tmp_path / "a.zip").sha256 == SHA256


def test_two_requests_for_one_file_do_not_mix(file, host, tmp_path):
    host.faults["/a.zip"] = [Fault("truncated", keep=300_000)] * 2
    results = []
    threads = [threading.Thread(target=lambda: results.append(fetch(file, tmp_path / "a.zip"))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [result.sha256 for result in results] == [SHA256] * 3
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_a_disk_without_room_is_told_before_anything_is_fetched(file, host, tmp_path, monkeypatch):
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    with pytest.raises(DiskFullError, match="disk is full"):
        fetch(file, tmp_path / "a.zip")
    assert not (tmp_path / "a.zip").exists() and not part(tmp_path / "a.zip").exists()


def test_a_disk_that_fills_up_is_told_and_nothing_is_left(file, tmp_path, monkeypatch):
    from mining_monitor.engine.imagery.catalogues import download

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(download._Download, "_report", full)
    with pytest.raises(DiskFullError, match="disk is full"):
        fetch(file, tmp_path / "a.zip")
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_told_first(file, host, tmp_path):
    with pytest.raises(OutputError):
        fetch(file, tmp_path)
    (tmp_path / "f").write_text("x")
    with pytest.raises(OutputError):
        fetch(file, tmp_path / "f" / "a.zip")
    if os.geteuid():
        tmp_path.chmod(0o500)
        with pytest.raises(OutputError):
            fetch(file, tmp_path / "a.zip")
    assert host.asked == []


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "s3://eodata/x", "/etc/passwd", "ftp://x/y", "http://me:pw@x.example/y", ""]
)
def test_only_web_addresses_are_fetched(tmp_path, url):
    with pytest.raises(CatalogueError):
        fetch(url, tmp_path / "a")


def test_tokens_open_the_file_and_do_not_follow_a_redirect(host, other_host, tmp_path):
    host.allowed = lambda asked: asked.headers.get("Authorization") == "Bearer s3cret"
    other_host.files["/a.zip"] = DATA
    host.answers["/a.zip"] = lambda _: (302, b"", {"Location": f"{other_host.url}/a.zip"})
    with pytest.raises(SignInError):
        fetch(f"{host.url}/a.zip", tmp_path / "a.zip")
    fetch(f"{host.url}/a.zip", tmp_path / "a.zip", headers={"Authorization": "Bearer s3cret"})
    assert "Authorization" not in other_host.asked[0].headers
