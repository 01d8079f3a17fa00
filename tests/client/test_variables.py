"""Environment variables: QGIS's stay out, the proxy comes in, secrets stay secret."""

import pytest

from mining_monitor.client.cleanenv import engine_variables
from mining_monitor.client.pip_command import pip_variables
from mining_monitor.client.proxy import ProxySettings, proxy_variables, without_secrets


@pytest.mark.parametrize(
    "name",
    ["PYTHONHOME", "PYTHONPATH", "PROJ_LIB", "PROJ_DATA", "PROJ_NETWORK", "GDAL_DATA", "GDAL_DRIVER_PATH",
     "LD_LIBRARY_PATH", "LD_PRELOAD", "DYLD_LIBRARY_PATH",
     "QT_PLUGIN_PATH", "QGIS_PREFIX_PATH", "QGIS_PLUGINPATH", "OSGEO4W_ROOT",
     "pythonhome", "VSI_CACHE", "__PYVENV_LAUNCHER__", "VIRTUAL_ENV", "CPL_ZIP_ENCODING"],
)  # fmt: skip
def test_variables_of_qgis_stay_out(name):
    assert engine_variables({name: "x"}) == {}


@pytest.mark.parametrize(
    "name",
    ["SystemRoot", "SYSTEMROOT", "TEMP", "TMP", "PATH", "HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "ComSpec",
     "LANG", "HTTPS_PROXY", "SSL_CERT_FILE", "PIP_CERT",
     "MINING_MONITOR_ENGINE", "MINING_MONITOR_MODELS", "OMP_NUM_THREADS"],
)  # fmt: skip
def test_what_every_program_needs_stays(name):
    assert engine_variables({name: "x"}) == {name: "x"}


def test_the_default_is_this_process(monkeypatch):
    monkeypatch.setenv("PROJ_LIB", "/qgis")
    monkeypatch.setenv("MINING_MONITOR_X", "1")
    variables = engine_variables()
    assert "PROJ_LIB" not in variables and variables["MINING_MONITOR_X"] == "1"


def test_without_settings_the_systems_proxy_stays():
    assert proxy_variables({"HTTPS_PROXY": "http://system:1"}, None) == {"HTTPS_PROXY": "http://system:1"}


@pytest.mark.parametrize(
    ("proxy", "address"),
    [
        (ProxySettings("http://proxy:8080"), "http://proxy:8080"),
        (ProxySettings("proxy:8080"), "http://proxy:8080"),
        (ProxySettings(" https://proxy "), "https://proxy"),
        (ProxySettings("proxy:80", "ana"), "http://ana@proxy:80"),
        (
            ProxySettings("http://proxy:80", "ana@mine.example", "p@:/ w%"),
            "http://ana%40mine.example:p%40%3A%2F%20w%25@proxy:80",
        ),
        (ProxySettings("http://old:secret@proxy:80", "ana", "new"), "http://ana:new@proxy:80"),
        (ProxySettings("http://old:secret@proxy:80"), "http://old:secret@proxy:80"),
    ],
)
def test_a_proxy_is_given_in_all_spellings(proxy, address):
    variables = proxy_variables({"ALL_PROXY": "socks://other", "https_proxy": "other"}, proxy)
    assert {variables[name] for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy")} == {address}
    assert "ALL_PROXY" not in variables


def test_exclusions_are_hosts_or_urls():
    proxy = ProxySettings(
        "proxy:80", exclusions=("http://intranet.example/maps", "files.example", " ", "*.mine.example")
    )
    variables = proxy_variables({}, proxy)
    hosts = "localhost,127.0.0.1,::1,intranet.example,files.example,*.mine.example"
    assert variables["NO_PROXY"] == variables["no_proxy"] == hosts


def test_an_empty_proxy_means_none_at_all():
    assert proxy_variables({"HTTP_PROXY": "x", "https_proxy": "y"}, ProxySettings("")) == {
        "NO_PROXY": "*",
        "no_proxy": "*",
    }


def test_settings_that_lead_packages_elsewhere_are_overruled():
    variables = pip_variables({"PIP_TARGET": "/x", "PIP_USER": "1", "pip_prefix": "/y", "PIP_RETRIES": "9"}, None)
    assert variables["PIP_USER"] == "0"
    assert variables["PIP_RETRIES"] == "9"
    assert not {"PIP_TARGET", "pip_prefix"} & set(variables)


def test_the_password_shows_in_no_text():
    proxy = ProxySettings("http://proxy", "ana", "p@ss w")
    text = "to http://ana:p%40ss%20w@proxy failed; p@ss w; https://token@index/simple"
    assert without_secrets(text, proxy) == "to http://***@proxy failed; ***; https://***@index/simple"
    assert "p@ss" not in repr(proxy)
