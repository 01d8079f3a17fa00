"""The plugin's settings in QGIS's own store, the profile folder, and the proxy that QGIS uses."""

from __future__ import annotations

import getpass
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, List, Tuple, TypeVar

from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

T = TypeVar("T", str, int, bool, float)

#: All keys stand below this one.
PREFIX = "mining_monitor/"

LAMES_COLOURS = "lames"
SAFE_COLOURS = "safe"


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One setting: its key below ``mining_monitor/`` and the value that it has when nobody set it."""

    key: str
    default: T

    def get(self) -> T:
        """Return the value; a damaged entry counts as unset."""
        try:
            value = QgsSettings().value(PREFIX + self.key, self.default, type=type(self.default))
        except TypeError:
            return self.default
        return self.default if value is None else value

    def set(self, value: T) -> None:
        """Store the value; the default removes the entry."""
        if value == self.default:
            self.clear()
        else:
            QgsSettings().setValue(PREFIX + self.key, value)

    def clear(self) -> None:
        """Forget the value."""
        QgsSettings().remove(PREFIX + self.key)


#: An interpreter that the user names for the engine; empty: the plugin's own environment.
ENGINE_INTERPRETER = Setting("engine/interpreter", "")
#: A folder of wheels for an installation without a network; empty: from the network.
WHEEL_FOLDER = Setting("engine/wheel_folder", "")
#: ONNX Runtime threads; 0: the engine chooses.
THREADS = Setting("engine/threads", 0)
#: Name or path of the model used last; empty: the default model.
LAST_MODEL = Setting("last_model", "")
#: Who edits and reviews; empty: the name of the login.
EDITOR_NAME = Setting("editor", "")
#: ``lames`` or ``safe`` (colour-blind-safe).
COLOUR_SET = Setting("colour_set", LAMES_COLOURS)
#: Where new project GeoPackages go; empty: beside the QGIS project, else the home folder.
PROJECT_FOLDER = Setting("project_folder", "")
#: Whether sectors carry labels on the map.
SHOW_LABELS = Setting("labels", False)

ALL_SETTINGS: Tuple[Setting[Any], ...] = (
    ENGINE_INTERPRETER, WHEEL_FOLDER, THREADS, LAST_MODEL, EDITOR_NAME, COLOUR_SET, PROJECT_FOLDER, SHOW_LABELS,
)  # fmt: skip


def editor() -> str:
    """Return the name that goes into ``editor``, ``reviewer`` and ``log``: the setting, else the login's name."""
    name = EDITOR_NAME.get().strip() or QgsApplication.userFullName().strip()
    if name:
        return name
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"


def profile_folder() -> Path:
    """Return the folder of the active QGIS profile."""
    return Path(QgsApplication.qgisSettingsDirPath())


def data_folder() -> Path:
    """Return the plugin's folder in the profile: the engine's environment, the user's models, logs."""
    return profile_folder() / "mining_monitor"


def models_folder() -> Path:
    """Return the folder of the models that the user added."""
    return data_folder() / "models"


@dataclass(frozen=True)
class QgisProxy:
    """The proxy that QGIS uses: ``url`` without credentials, empty for none; hosts that go around it."""

    url: str = ""
    user: str = ""
    password: str = ""
    exclusions: Tuple[str, ...] = ()


_SCHEMES = {
    QNetworkProxy.ProxyType.HttpProxy: "http",
    QNetworkProxy.ProxyType.HttpCachingProxy: "http",
    QNetworkProxy.ProxyType.Socks5Proxy: "socks5",
}


def qgis_proxy() -> QgisProxy:
    """Read the proxy from QGIS's network settings; call it in the main thread.

    The authentication configuration of QGIS, where one is used, is already resolved.
    """
    manager = QgsNetworkAccessManager.instance()
    manager.setupDefaultProxyAndCache()
    proxy = manager.fallbackProxy()
    if proxy.type() == QNetworkProxy.ProxyType.DefaultProxy:
        proxy = _system_proxy()
    scheme = _SCHEMES.get(proxy.type())
    if scheme is None or not proxy.hostName():
        return QgisProxy()
    url = f"{scheme}://{proxy.hostName()}:{proxy.port()}" if proxy.port() else f"{scheme}://{proxy.hostName()}"
    excluded: List[str] = [*manager.excludeList(), *manager.noProxyList()]
    hosts = tuple(dict.fromkeys(filter(None, (_host(entry) for entry in excluded))))
    return QgisProxy(url, proxy.user(), proxy.password(), hosts)


def _system_proxy() -> QNetworkProxy:
    query = QNetworkProxyQuery(QUrl("https://example.org"))
    found = QNetworkProxyFactory.systemProxyForQuery(query)
    return found[0] if found else QNetworkProxy(QNetworkProxy.ProxyType.NoProxy)


def _host(entry: str) -> str:
    """Return the host of an entry that QGIS writes as a URL or as a bare host."""
    return (QUrl(entry).host() if "://" in entry else entry.split("/")[0]).strip()
