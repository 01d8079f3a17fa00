"""QGIS's proxy settings as environment variables, and secrets kept out of what is written down."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Dict, Mapping, Optional, Tuple
from urllib.parse import quote, urlsplit, urlunsplit

_VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "PIP_PROXY")
_CREDENTIALS = re.compile(r"//[^/\s@'\"]+@")
_LOCAL = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class ProxySettings:
    """A proxy as QGIS's options have it.

    Attributes
    ----------
    url : str
        ``http://host:port``; without a scheme ``http`` is meant. Empty: no proxy is used, not even the system's.
    user, password : str
        Never shown: not in ``repr``, not in a command line, a log or an error.
    exclusions : tuple of str
        Hosts, or URLs that QGIS excludes; they are asked directly.
    """

    url: str
    user: str = ""
    password: str = field(default="", repr=False)
    exclusions: Tuple[str, ...] = ()


def proxy_variables(base: Mapping[str, str], proxy: Optional[ProxySettings]) -> Dict[str, str]:
    """Return ``base`` with the variables that make pip use a proxy.

    Parameters
    ----------
    proxy : ProxySettings or None
        None: the variables stay as they are (the system's proxy).
    """
    if proxy is None:
        return dict(base)
    variables = {name: value for name, value in base.items() if name.upper() not in _VARIABLES}
    if proxy.url.strip():
        address = _address(proxy)
        hosts = [*_LOCAL, *(host for host in map(_host, proxy.exclusions) if host)]
        for name, value in (("HTTP_PROXY", address), ("HTTPS_PROXY", address), ("NO_PROXY", ",".join(hosts))):
            variables[name] = variables[name.lower()] = value
    else:
        variables["NO_PROXY"] = variables["no_proxy"] = "*"
    return variables


def _address(proxy: ProxySettings) -> str:
    url = proxy.url.strip()
    parts = urlsplit(url if "://" in url else f"http://{url}")
    host = parts.netloc.rsplit("@", 1)[-1]
    user = quote(proxy.user, safe="")
    password = f":{quote(proxy.password, safe='')}" if proxy.password else ""
    return urlunsplit((parts.scheme, f"{user}{password}@{host}" if user else parts.netloc, "", "", ""))


def _host(exclusion: str) -> str:
    text = exclusion.strip()
    return (urlsplit(text).hostname or "") if "://" in text else text.split("/")[0]


def without_secrets(text: str, proxy: Optional[ProxySettings] = None) -> str:
    """Return ``text`` without credentials in URLs and without the proxy's password in any spelling."""
    text = _CREDENTIALS.sub("//***@", text)
    if proxy is not None and proxy.password:
        for secret in {proxy.password, quote(proxy.password, safe=""), quote(proxy.password)}:
            text = text.replace(secret, "***")
    return text
