"""Answers of hosts end in data or in one sentence; credentials go to whom they belong."""

import logging
import threading
import time
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

import pytest

from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import CancelledError, CatalogueError, NetworkError, SignInError
from mining_monitor.engine.imagery.catalogues.credentials import Credentials, credentials_for
from mining_monitor.engine.imagery.catalogues.http import Web
from mining_monitor.engine.imagery.catalogues.patience import interruptible
from mining_monitor.engine.progress import Job
from tests.clock import within
from tests.engine.imagery.catalogues.hosts import Fault

SECRET = {"Authorization": "Bearer t0p-s3cret", "X-Api-Key": "k3y-s3cret"}


def secrets_in(asked):
    return {name: value for name, value in asked.headers.items() if "s3cret" in value}


def problem(caught):
    return caught.value.facts["problem"]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_host_is_asked_again(host, status):
    host.files["/a"] = b"here"
    host.faults["/a"] = [Fault("status", status), Fault("status", status)]
    assert Web().fetch(f"{host.url}/a").body == b"here"
    assert host.paths() == ["/a"] * 3


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_a_host_that_names_a_pause_is_given_it(host, form):
    begun = datetime.now(timezone.utc)
    until = begun + timedelta(seconds=1) if form == "seconds" else begun.replace(microsecond=0) + timedelta(seconds=2)
    pause = "1" if form == "seconds" else format_datetime(until, usegmt=True)
    host.files["/a"] = b"here"
    host.faults["/a"] = [Fault("status", 429, (("Retry-After", pause),))]
    assert Web().fetch(f"{host.url}/a").body == b"here"
    assert datetime.now(timezone.utc) >= until


def test_a_pause_that_is_too_long_is_told_and_not_waited_for(host):
    host.always["/a"] = Fault("status", 503, (("Retry-After", "3600"),))
    with pytest.raises(NetworkError, match="Try again in 3600 s") as caught:
        Web().fetch(f"{host.url}/a")
    assert (problem(caught), caught.value.facts["status"], len(host.asked)) == ("busy", 503, 1)


@pytest.mark.parametrize("pause", ["soon", "-5", "99999999999999999999", "Thu, 99 Foo 2024", "\u0661"])
def test_a_pause_that_is_none_counts_for_nothing(host, pause):
    host.files["/a"] = b"here"
    host.faults["/a"] = [Fault("status", 503, (("Retry-After", pause.encode("ascii", "ignore").decode()),))]
    assert Web().fetch(f"{host.url}/a").body == b"here"


@pytest.mark.parametrize(
    ("fault", "name"),
    [
        (Fault("silent", seconds=2), "time-out"),
        (Fault("truncated", keep=2), "truncated"),
        (Fault("drip", seconds=0.3), "time-out"),
        (Fault("status", 503), "busy"),
        (Fault("status", 404), "missing"),
        (Fault("status", 410), "missing"),
        (Fault("status", 400), "status"),
        (Fault("status", 418), "status"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{value.kind}-{value.status}",
)
def test_what_stays_wrong_is_one_sentence_that_names_the_host(host, fault, name):
    host.files["/a"] = b"0123456789" * 3
    host.always["/a"] = fault
    with pytest.raises(NetworkError) as caught:
        Web().fetch(f"{host.url}/a?sig=s3cret")
    assert problem(caught) == name
    assert caught.value.message.startswith("127.0.0.1 ") and "s3cret" not in caught.value.message
    assert "s3cret" not in str(caught.value.facts)


def test_a_host_that_is_not_there_cannot_be_reached(host):
    with pytest.raises(NetworkError, match="cannot be reached") as caught:
        Web().fetch("http://127.0.0.1:9/a?sig=s3cret")
    assert problem(caught) == "unreachable" and "s3cret" not in caught.value.message


def test_an_answer_that_is_larger_than_it_may_be_is_left(host):
    host.files["/a"] = b"x" * 400_000
    with pytest.raises(NetworkError, match="more than the 1000 bytes") as caught:
        Web().fetch(f"{host.url}/a", limit=1000)
    assert problem(caught) == "too-large"


def test_a_small_answer_that_unpacks_to_a_large_one_is_left(host):
    import gzip

    host.answers["/a"] = lambda _: (200, gzip.compress(b"\0" * 50_000_000), {"Content-Encoding": "gzip"})
    web = Web()
    with pytest.raises(NetworkError, match="more than") as caught:
        web.fetch(f"{host.url}/a", limit=1_000_000)
    assert problem(caught) == "too-large" and web.bytes_read < 3_000_000


@pytest.mark.parametrize("status", [401, 403])
def test_a_host_that_wants_credentials_says_so(host, status):
    host.always["/a"] = Fault("status", status)
    with pytest.raises(SignInError, match="Choose an authentication"):
        Web().fetch(f"{host.url}/a")
    with pytest.raises(SignInError, match="that it was given") as caught:
        Web(credentials_for(host.url, SECRET)).fetch(f"{host.url}/a")
    assert "s3cret" not in caught.value.message + str(caught.value.facts)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_to_another_host_takes_no_credentials_along(host, other_host, status):
    other_host.files["/b"] = b"there"
    host.faults["/a"] = [Fault("status", status, (("Location", f"{other_host.url}/b"),))]
    assert Web(credentials_for(host.url, SECRET)).fetch(f"{host.url}/a").body == b"there"
    assert secrets_in(host.asked[0]) == SECRET
    assert secrets_in(other_host.asked[0]) == {}


def test_another_port_is_another_host(host):
    from tests.engine.imagery.catalogues.hosts import Host

    with Host() as neighbour:
        neighbour.files["/b"] = b"there"
        host.faults["/a"] = [Fault("status", 302, (("Location", f"{neighbour.url}/b"),))]
        Web(credentials_for(host.url, SECRET)).fetch(f"{host.url}/a")
        assert secrets_in(neighbour.asked[0]) == {}


def test_a_redirect_on_the_same_host_keeps_credentials_and_question(host):
    host.answers["/b"] = lambda asked: asked.body
    host.faults["/a"] = [Fault("status", 307, (("Location", "/b"),))]
    answer = Web(credentials_for(host.url, SECRET)).fetch(f"{host.url}/a", json={"q": 1})
    assert answer.body == b'{"q": 1}'
    assert secrets_in(host.asked[1]) == SECRET


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/a", "", "gopher://x", "javascript:1"])
def test_a_redirect_that_leaves_http_is_not_followed(host, target):
    host.always["/a"] = Fault("status", 302, (("Location", target),))
    with pytest.raises((NetworkError, CatalogueError)) as caught:
        Web().fetch(f"{host.url}/a")
    assert caught.value.facts.get("problem") in ("redirect", "redirects")


def test_redirects_end(host):
    host.always["/a"] = Fault("status", 302, (("Location", "/a"),))
    with pytest.raises(NetworkError, match="without an end"):
        Web().fetch(f"{host.url}/a")
    assert len(host.asked) <= 7


def test_credentials_of_copernicus_go_to_its_download_hosts_and_only_by_https():
    theirs = credentials_for("https://stac.dataspace.copernicus.eu/v1/collections/x/items/y", SECRET)
    assert theirs.for_address("https://download.dataspace.copernicus.eu/x") == SECRET
    assert theirs.for_address("https://stac.dataspace.copernicus.eu/v1") == SECRET
    for stranger in (
        "http://download.dataspace.copernicus.eu/x",
        "https://dataspace.copernicus.eu.evil.org/x",
        "https://evildataspace.copernicus.eu/x",
        "https://example.org/x",
    ):
        assert theirs.for_address(stranger) == {}


def test_credentials_given_with_a_file_go_to_no_host_that_the_file_names():
    theirs = credentials_for("/tmp/item.json", SECRET)
    assert theirs.for_address("https://example.org/x") == {}
    assert theirs.for_address("https://download.dataspace.copernicus.eu/x") == SECRET


@pytest.mark.parametrize("headers", [{"A\r\nB": "x"}, {"A": "x\r\nHost: evil"}, {"": "x"}, {"A b": "x"}])
def test_headers_that_http_does_not_allow_are_refused_without_being_shown(headers):
    with pytest.raises(CatalogueError) as caught:
        credentials_for("https://example.org", headers)
    assert "evil" not in caught.value.message


def test_credentials_do_not_show_in_a_representation():
    assert "s3cret" not in repr(Credentials(SECRET, frozenset(["https://x:443"])))


def test_a_password_of_a_netrc_is_not_sent(host, tmp_path, monkeypatch):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password s3cret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    host.files["/a"] = b"here"
    Web().fetch(f"{host.url}/a")
    assert "Authorization" not in host.asked[0].headers


def test_cookies_are_not_kept(host):
    host.answers["/a"] = lambda _: (200, b"x", {"Set-Cookie": "id=1; Path=/"})
    web = Web()
    web.fetch(f"{host.url}/a")
    web.fetch(f"{host.url}/a")
    assert "Cookie" not in host.asked[1].headers


def test_the_proxy_of_the_environment_is_used(host, other_host, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", other_host.url)
    monkeypatch.setenv("NO_PROXY", "")
    other_host.answers["/a"] = lambda asked: b"by proxy"
    assert Web().fetch("http://catalogue.invalid/a").body == b"by proxy"
    assert host.asked == []


def test_a_proxy_that_refuses_is_named_without_its_password(monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://me:s3cret@127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "")
    with pytest.raises(NetworkError, match="proxy") as caught:
        Web().fetch("http://catalogue.invalid/a")
    assert "s3cret" not in caught.value.message and caught.value.__cause__ is None


def test_nothing_secret_is_logged(host, caplog):
    caplog.set_level(logging.DEBUG)
    host.files["/a"] = b"x"
    host.faults["/a"] = [Fault("status", 503)]
    Web(credentials_for(host.url, SECRET)).fetch(f"{host.url}/a?sig=s3cret")
    assert "s3cret" not in caplog.text


def test_a_range_is_what_was_asked_for(host):
    host.files["/a"] = bytes(range(256)) * 10
    assert Web().fetch_range(f"{host.url}/a", 256, 5)[:2] == (bytes(range(5)), 2560)
    assert Web().fetch_range(f"{host.url}/a", 2550, 100)[:2] == (bytes(range(246, 256)), 2560)


@pytest.mark.parametrize(
    ("fault", "name"),
    [
        ("no-ranges", "no-ranges"),
        ("wrong-part", "wrong-part"),
        ("short-part", "wrong-part"),
        ("truncated", "truncated"),
        ("too-long", "truncated"),
    ],
)
def test_a_range_that_is_another_one_is_refused(host, fault, name):
    host.files["/a"] = b"0123456789" * 100
    host.always["/a"] = Fault(fault, keep=7)
    with pytest.raises(NetworkError) as caught:
        Web().fetch_range(f"{host.url}/a", 20, 200)
    assert problem(caught) == name


@pytest.mark.parametrize("fault", [Fault("silent", seconds=150), Fault("drip", seconds=150)], ids=lambda f: f.kind)
@pytest.mark.clock
def test_cancelling_ends_a_request_within_a_second_while_the_host_is_silent(host, fault, monkeypatch):
    from mining_monitor.engine.imagery.catalogues import patience

    monkeypatch.setattr(patience, "PATIENCE", patience.Patience(read_s=150, whole_s=150))
    host.files["/a"] = b"0123456789"
    host.always["/a"] = fault
    job = Job()
    threading.Timer(0.3, job.cancel).start()
    started = time.monotonic()
    with pytest.raises(CancelledError):
        interruptible(lambda request, job: Web().fetch(request))(f"{host.url}/a", job)
    assert time.monotonic() - started < within(1.3)


@pytest.mark.clock
def test_cancelling_ends_a_pause(host, monkeypatch):
    from mining_monitor.engine.imagery.catalogues import patience

    monkeypatch.setattr(patience, "PATIENCE", patience.Patience(longest_wait_s=150))
    host.always["/a"] = Fault("status", 503, (("Retry-After", "150"),))
    job = Job()
    threading.Timer(0.2, job.cancel).start()
    started = time.monotonic()
    with pytest.raises(CancelledError):
        interruptible(lambda request, job: Web().fetch(request))(f"{host.url}/a", job)
    assert time.monotonic() - started < within(0.9)


def test_a_request_that_was_given_up_says_nothing_more():
    said, go_on, is_over = [], threading.Event(), threading.Event()

    def late(request, job):
        go_on.wait(60)
        job.report(Progress(0.5))
        is_over.set()

    job = Job(report=said.append)
    threading.Timer(0.1, job.cancel).start()
    with pytest.raises(CancelledError):
        interruptible(late)(None, job)
    go_on.set()
    assert is_over.wait(60) and said == []


def test_what_a_handler_raises_comes_through():
    def fails(request, job):
        raise NetworkError("Not at all", problem="x")

    with pytest.raises(NetworkError, match="Not at all"):
        interruptible(fails)(None, Job())
