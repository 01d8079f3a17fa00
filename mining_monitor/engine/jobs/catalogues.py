"""Requests that go over the network; each can be cancelled while a host is silent."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from mining_monitor.contract import scenes
from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.imagery import ImageRef
from mining_monitor.engine.imagery.catalogues.addresses import host_of, is_web, origin, without_vsicurl
from mining_monitor.engine.progress import Job

T = TypeVar("T")

Handler = Callable[[Any, Job], Any]


def interruptible(handler: Handler) -> Handler:
    """Wrap a handler so that cancelling ends it at once (``catalogues.patience.interruptible``), imported when used."""

    def run(request: Any, job: Job) -> Any:
        from mining_monitor.engine.imagery.catalogues import patience

        return patience.interruptible(handler)(request, job)

    return run


def is_remote(image: ImageRef) -> bool:
    """Tell whether an image is read from a host."""
    return is_web(without_vsicurl(image.path))


def by_host(handler: Callable[[Any, Job], T], image: ImageRef) -> Callable[[Any, Job], T]:
    """Return a handler that can be cancelled while the host of its image is silent; for a local image as it is."""
    return interruptible(handler) if is_remote(image) else handler


def require_one_host(inputs: Sequence[str], headers: Mapping[str, str] | None) -> None:
    """Check that headers are meant for one host: those of one catalogue are nothing for another.

    Raises
    ------
    ParameterError
    """
    hosts = {origin(path): host_of(path) for path in inputs if is_web(path)}
    if headers and len(hosts) > 1:
        raise ParameterError(
            f"The scenes come from {len(hosts)} hosts ({', '.join(sorted(hosts.values()))}) and the sign-in is for "
            "one. Load them one catalogue at a time.",
            name="INPUT", hosts=sorted(hosts.values()),
        )  # fmt: skip


def _search(request: scenes.SearchScenesRequest, job: Job) -> scenes.SceneList:
    from mining_monitor.engine.imagery.catalogues.search import search_scenes

    return search_scenes(request, job)


def _cover(request: scenes.SceneCoverRequest, job: Job) -> scenes.SceneCover:
    from mining_monitor.engine.imagery.catalogues.cover import scene_cover

    return scene_cover(request, job)


def _download(request: scenes.DownloadRequest, job: Job) -> scenes.DownloadResult:
    from mining_monitor.engine.imagery.catalogues.download import download

    return download(request, job)


def _thumbnail(request: scenes.ThumbnailRequest, job: Job) -> scenes.DownloadResult:
    from mining_monitor.engine.imagery.catalogues.thumbnails import fetch_thumbnail

    return fetch_thumbnail(request, job)


HANDLERS: dict[type, Handler] = {
    scenes.SearchScenesRequest: interruptible(_search),
    scenes.SceneCoverRequest: interruptible(_cover),
    scenes.DownloadRequest: interruptible(_download),
    scenes.ThumbnailRequest: interruptible(_thumbnail),
}
