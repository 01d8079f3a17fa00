"""Building the engine's environment with real interpreters, real pip and small wheels."""

import base64
import dataclasses
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from mining_monitor.client import building
from mining_monitor.client.building import SetupRequest, build_environment
from mining_monitor.client.environment import EngineEnvironment
from mining_monitor.client.folders import Marker, environment_folder, environment_python, read_marker, write_marker
from mining_monitor.client.interpreters import Host
from mining_monitor.client.probe import python_facts
from mining_monitor.client.proxy import ProxySettings
from mining_monitor.client.setup_progress import SetupStage
from mining_monitor.client.status import EngineState
from mining_monitor.contract.errors import CancelledError, EnvironmentSetupError
from tests.client.servers import asks_for_login, closed_port, has_nothing, never_ends, serving
from tests.client.wheels import PACKAGES, make_wheel, make_wheels, write_lock
from tests.clock import within

#: No pip settings of this computer, nothing of the network.
QUIET = {
    **{name: value for name, value in os.environ.items() if not name.upper().startswith(("PIP_", "UV_"))},
    "PIP_CONFIG_FILE": os.devnull, "PIP_NO_CACHE_DIR": "1", "PIP_RETRIES": "0", "PIP_DEFAULT_TIMEOUT": "5",
}  # fmt: skip


@pytest.fixture(scope="module")
def pinned(tmp_path_factory):
    """A folder of wheels and the requirements that pin them."""
    folder = tmp_path_factory.mktemp("wheels")
    wheels = make_wheels(folder / "wheels")
    extra = 'colorama==9.9 ; sys_platform == "of-another-world" \\\n    --hash=sha256:' + "0" * 64
    return folder / "wheels", write_lock(folder / "requirements.txt", wheels, extra)


@pytest.fixture(scope="module")
def built(pinned, tmp_path_factory):
    """A whole environment, built the ordinary way, and what was told meanwhile."""
    wheels, requirements = pinned
    profile = tmp_path_factory.mktemp("a profile")
    told = []
    request = SetupRequest(
        profile, requirements, wheels=wheels, plugin_version="1.2", host=Host(variables=QUIET), needed_mb=1
    )
    build_environment(request, told.append)
    return profile, requirements, told


@pytest.fixture
def quick(monkeypatch):
    """Let the base interpreter's pip fill the environment: what happens where ``ensurepip`` is missing, and quicker."""
    facts = dataclasses.replace(python_facts(Path(sys.executable)), has_ensurepip=False)
    monkeypatch.setattr(building, "find_base_python", lambda host, ask: facts)


def request_for(tmp_path, requirements, *, wheels=None, proxy=None, needed_mb=1, **variables):
    host = Host(variables={**QUIET, **variables})
    return SetupRequest(tmp_path, requirements, wheels=wheels, proxy=proxy, host=host, needed_mb=needed_mb)


def refusal(request, reason):
    """Build, expect an error of that reason, return its sentence; nothing half-made may be left."""
    with pytest.raises(EnvironmentSetupError) as caught:
        build_environment(request, lambda progress: None)
    assert caught.value.facts["reason"] == reason, caught.value.message
    assert nothing_is_left(request.profile)
    return caught.value.message


def nothing_is_left(profile):
    return not list((profile / "mining_monitor").glob("engine[-.]*"))


def wait_until(condition, seconds=60.0):
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert condition()


def setup_log(profile):
    return (profile / "mining_monitor" / "logs" / "setup.log").read_text(encoding="utf-8")


def test_the_environment_lies_in_the_profile_under_the_hash_of_the_requirements(built):
    profile, requirements, _ = built
    folder = environment_folder(profile, requirements)
    assert folder.parent == profile / "mining_monitor"
    assert [path.name for path in folder.parent.glob("engine[-.]*")] == [folder.name]
    assert read_marker(folder).packages == dict.fromkeys(PACKAGES, "1.0")
    assert read_marker(folder).plugin_version == "1.2"


def test_its_interpreter_works_where_it_lies_now(built):
    profile, requirements, _ = built
    folder = environment_folder(profile, requirements)
    code = "import sys, numpy; print(sys.prefix); print(numpy.__file__)"
    out = subprocess.check_output([str(environment_python(folder)), "-I", "-c", code], text=True).split("\n")
    assert Path(out[0]) == folder
    assert folder in Path(out[1]).parents


def test_progress_rises_through_all_stages_and_counts_packages(built):
    _, _, told = built
    assert [told[0].stage, told[-1].stage] == [SetupStage.PYTHON, SetupStage.DONE]
    assert {progress.stage for progress in told} == set(SetupStage)
    assert [progress.fraction for progress in told] == sorted(progress.fraction for progress in told)
    assert told[-1].fraction == 1.0
    downloads = [progress for progress in told if progress.stage is SetupStage.DOWNLOAD]
    assert [progress.package for progress in downloads] == ["", *PACKAGES]
    assert [progress.done for progress in downloads] == [0, *range(1, len(PACKAGES) + 1)]
    assert {progress.total for progress in downloads} == {len(PACKAGES)}
    installs = [progress.done for progress in told if progress.stage is SetupStage.INSTALL]
    assert installs[0] == 0 and installs[-1] <= len(PACKAGES)


@pytest.mark.parametrize("is_deep", [False, True])
def test_a_whole_environment_is_ready(built, is_deep):
    profile, requirements, _ = built
    environment = EngineEnvironment(profile, requirements=requirements, variables={})
    status = environment.status(is_deep=is_deep)
    assert status.state is EngineState.READY
    assert (
        environment.command()[0]
        == str(status.python)
        == str(environment_python(environment_folder(profile, requirements)))
    )


def test_without_ensurepip_the_base_interpreters_pip_does_it(quick, pinned, tmp_path):
    wheels, requirements = pinned
    folder = build_environment(request_for(tmp_path, requirements, wheels=wheels), lambda progress: None)
    assert read_marker(folder).packages == dict.fromkeys(PACKAGES, "1.0")


def test_a_damaged_environment_is_replaced_and_others_are_removed(quick, pinned, tmp_path):
    wheels, requirements = pinned
    damaged = environment_folder(tmp_path, requirements)
    (damaged / "bin").mkdir(parents=True)
    for name in ("engine-0123456789ab", "engine.old-1-1", "engine.partial-999999999"):
        (damaged.parent / name / "lib").mkdir(parents=True)
    (damaged.parent / "models").mkdir()
    environment = EngineEnvironment(tmp_path, requirements=requirements, variables={})
    assert environment.status().state is EngineState.DAMAGED
    build_environment(request_for(tmp_path, requirements, wheels=wheels), lambda progress: None)
    assert environment.status(is_deep=True).state is EngineState.READY
    wait_until(lambda: {path.name for path in damaged.parent.iterdir()} == {damaged.name, "logs", "models"})


def test_the_old_environment_survives_a_set_up_that_fails(quick, pinned, tmp_path):
    _, requirements = pinned
    folder = environment_folder(tmp_path, requirements)
    folder.mkdir(parents=True)
    (folder / "precious").write_text("still here")
    (tmp_path / "empty").mkdir()
    with pytest.raises(EnvironmentSetupError):
        build_environment(request_for(tmp_path, requirements, wheels=tmp_path / "empty"), lambda progress: None)
    assert (folder / "precious").read_text() == "still here"


def test_a_package_that_does_not_load_is_found_before_the_environment_counts(quick, tmp_path):
    wheels = make_wheels(tmp_path / "wheels", scipy={"scipy/__init__.py": "raise ImportError('DLL load failed')\n"})
    requirements = write_lock(tmp_path / "requirements.txt", wheels)
    message = refusal(request_for(tmp_path, requirements, wheels=tmp_path / "wheels"), "import")
    assert "do not load (scipy)" in message
    assert "DLL load failed" in setup_log(tmp_path)


def test_a_changed_wheel_is_refused(quick, pinned, tmp_path):
    _, requirements = pinned
    make_wheels(tmp_path / "wheels")
    make_wheel(tmp_path / "wheels", "numpy", {"numpy/__init__.py": "evil = True\n"})
    message = refusal(request_for(tmp_path, requirements, wheels=tmp_path / "wheels"), "hash-mismatch")
    assert "Nothing was installed" in message and str(tmp_path) in message


def test_a_folder_without_a_needed_wheel_names_it(quick, pinned, tmp_path):
    _, requirements = pinned
    make_wheel(tmp_path, "numpy", PACKAGES["numpy"])
    message = refusal(request_for(tmp_path, requirements, wheels=tmp_path), "no-wheel")
    assert "has no onnxruntime for Python" in message


def test_a_folder_without_wheels_is_said_at_once(quick, pinned, tmp_path):
    assert "no wheels" in refusal(request_for(tmp_path, pinned[1], wheels=tmp_path), "no-wheels")


def test_too_little_space_is_said_before_anything_is_made(quick, pinned, tmp_path):
    message = refusal(request_for(tmp_path, pinned[1], wheels=pinned[0], needed_mb=10**9), "disk-full")
    assert "needs about 1000000000 MB" in message and "MB are free" in message


def test_no_network_is_one_sentence(quick, pinned, tmp_path):
    request = request_for(tmp_path, pinned[1], PIP_INDEX_URL=f"http://127.0.0.1:{closed_port()}/simple")
    assert "cannot be reached" in refusal(request, "no-network")


def test_a_server_without_the_wheel_names_it(quick, pinned, tmp_path):
    with serving(has_nothing) as server:
        request = request_for(tmp_path, pinned[1], PIP_INDEX_URL=f"{server.url}/simple")
        assert "no numpy for Python" in refusal(request, "no-wheel")


def test_the_proxy_is_asked_with_the_login_and_the_password_is_written_nowhere(quick, pinned, tmp_path, monkeypatch):
    commands = []
    run_lines = building.run_lines
    monkeypatch.setattr(
        building, "run_lines", lambda command, **rest: commands.append(command) or run_lines(command, **rest)
    )
    with serving(asks_for_login) as proxy:
        settings = ProxySettings(proxy.url, "ana", "s3 cr@t/%", ("http://intranet.example/",))
        request = request_for(
            tmp_path,
            pinned[1],
            proxy=settings,
            PIP_INDEX_URL="http://packages.invalid/simple",
            PIP_TRUSTED_HOST="packages.invalid",
        )
        message = refusal(request, "proxy-login")
    assert "Enter them in QGIS's network settings" in message
    paths, headers = zip(*proxy.seen)
    assert paths[0] == "http://packages.invalid/simple/numpy/"
    assert headers[0]["Proxy-Authorization"] == "Basic " + base64.b64encode(b"ana:s3 cr@t/%").decode()
    everything = message + setup_log(tmp_path) + repr(settings) + repr(request) + repr(commands)
    assert not [secret for secret in ("s3 cr@t", "s3%20cr", "YW5h") if secret in everything]


def cancel_at(stage, request):
    """Cancel 0.3 s after a stage began; return how many seconds the answer took."""
    asked = []
    cancel = threading.Event()

    def listen(progress):
        if progress.stage is stage and not asked:
            threading.Timer(0.3, lambda: (asked.append(time.monotonic()), cancel.set())).start()

    with pytest.raises(CancelledError):
        build_environment(request, listen, cancel.is_set)
    return time.monotonic() - asked[0]


@pytest.mark.clock
def test_cancel_while_the_environment_is_made_answers_within_a_second_and_leaves_nothing(pinned, tmp_path):
    assert cancel_at(SetupStage.ENVIRONMENT, request_for(tmp_path, pinned[1], wheels=pinned[0])) < within(1.0)
    wait_until(lambda: nothing_is_left(tmp_path))


@pytest.mark.clock
def test_cancel_while_a_server_keeps_us_waiting_answers_within_a_second_and_leaves_nothing(quick, pinned, tmp_path):
    with serving(never_ends) as server:
        request = request_for(tmp_path, pinned[1], PIP_INDEX_URL=f"{server.url}/simple")
        assert cancel_at(SetupStage.DOWNLOAD, request) < within(1.0)
    wait_until(lambda: nothing_is_left(tmp_path))


def test_an_environment_that_another_qgis_made_meanwhile_is_kept(quick, pinned, tmp_path):
    wheels, requirements = pinned
    folder = environment_folder(tmp_path, requirements)
    request = request_for(tmp_path, requirements, wheels=wheels)
    has_other_begun = []

    def other_qgis(progress):
        if progress.stage is SetupStage.CHECK and not has_other_begun:
            has_other_begun.append(True)
            folder.mkdir(parents=True)
            (folder / "theirs").touch()
            write_marker(folder, Marker("hash", "3.12.1", "python3", {}))

    assert build_environment(request, other_qgis) == folder
    assert (folder / "theirs").exists()


def test_two_set_ups_at_once_leave_one_whole_environment(quick, pinned, tmp_path):
    wheels, requirements = pinned
    code = (
        "import sys; from pathlib import Path; from mining_monitor.client.building import *\n"
        "profile, requirements, wheels = map(Path, sys.argv[1:])\n"
        "build_environment(SetupRequest(profile, requirements, wheels=wheels, needed_mb=1), print)"
    )
    arguments = [sys.executable, "-c", code, str(tmp_path), str(requirements), str(wheels)]
    other = subprocess.Popen(
        arguments, env={**QUIET, "PYTHONPATH": str(Path(building.__file__).parents[2])}, stdout=subprocess.DEVNULL
    )
    build_environment(request_for(tmp_path, requirements, wheels=wheels), lambda progress: None)
    assert other.wait(60) == 0
    status = EngineEnvironment(tmp_path, requirements=requirements, variables={}).status(is_deep=True)
    assert status.state is EngineState.READY
