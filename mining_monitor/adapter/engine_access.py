"""The one engine of this QGIS: made on first use, shared by docks, tasks and algorithms, stopped on unload."""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional, Set

from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QThread, QTimer, pyqtSignal

from mining_monitor import paths
from mining_monitor.adapter import crs_cache, engine_environment, settings
from mining_monitor.client.cleanenv import engine_variables
from mining_monitor.client.engine import EngineClient
from mining_monitor.client.handles import Event, Finished, LogEvent, RequestHandle
from mining_monitor.client.proxy import ProxySettings, proxy_variables
from mining_monitor.contract.door import Partial, Progress
from mining_monitor.contract.errors import MiningMonitorError

LOGGER = logging.getLogger(__name__)

#: Names the folder of the user's models to the engine.
MODELS_VARIABLE = "MINING_MONITOR_MODELS"

ClientFactory = Callable[[], Any]


#: QGIS's proxy as it was when the main thread last looked; None: the system's.
_PROXY: List[Optional[ProxySettings]] = [None]


def look_for_proxy() -> None:
    """Read QGIS's proxy settings for the next start of the engine; only the main thread may ask QGIS for them."""
    application = QCoreApplication.instance()
    if application is None or QThread.currentThread() != application.thread():
        return
    proxy = settings.qgis_proxy()
    known = ProxySettings(proxy.url, proxy.user, proxy.password, proxy.exclusions)
    _PROXY[0] = known if proxy.url else None


def _variables() -> Dict[str, str]:
    """This computer's variables without QGIS's, QGIS's proxy, and where the user's models are."""
    variables = proxy_variables(engine_variables(), _PROXY[0])
    variables.setdefault(MODELS_VARIABLE, str(settings.models_folder()))
    return variables


def make_client() -> EngineClient:
    """Make the client of the engine; nothing is started before the first request."""
    log_file: Path = settings.data_folder() / "engine.log"
    return EngineClient(engine_environment.command, log_file=log_file, version=paths.version(), variables=_variables)


class PendingRequest(QObject):
    """A request under way whose signals arrive in the main thread.

    Exactly one of ``finished`` and ``failed`` comes, unless the request was dropped.
    """

    progressed = pyqtSignal(object)  # door.Progress
    partial = pyqtSignal(object)  # door.Partial
    finished = pyqtSignal(object)  # the request's RESULT
    failed = pyqtSignal(object)  # MiningMonitorError; CancelledError when it was cancelled
    _event = pyqtSignal(object)

    def __init__(self, request: Any) -> None:
        super().__init__()
        self.request = request
        self.handle: Optional[RequestHandle] = None
        self._is_dropped = False
        self._event.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the engine to stop; ``failed`` comes with a CancelledError."""
        if self.handle is not None:
            self.handle.cancel()

    def drop(self) -> None:
        """Forget the request: it is cancelled and no signal comes any more."""
        self._is_dropped = True
        self.cancel()

    def take(self, event: Event) -> None:
        """Hand an event over to the main thread; called in a thread of the client."""
        try:
            self._event.emit(event)
        except RuntimeError:  # the plugin was unloaded and Qt's half of this object is gone
            LOGGER.debug("an event came after the request's object was deleted")

    def _deliver(self, event: Event) -> None:
        is_last = isinstance(event, Finished)
        if not self._is_dropped:
            self._emit(event)
        if is_last:
            QTimer.singleShot(0, self._forget)

    def _forget(self) -> None:
        """Let go of this object, but not while one of its own signals is being delivered."""
        _OPEN.discard(self)

    def _emit(self, event: Event) -> None:
        if isinstance(event, Progress):
            self.progressed.emit(event)
        elif isinstance(event, Partial):
            self.partial.emit(event)
        elif isinstance(event, LogEvent):
            LOGGER.info("engine: %s", event.message)
        elif event.error is not None:
            self.failed.emit(event.error)
        else:
            self.finished.emit(event.result)


#: Requests whose end has not come yet; keeps them alive.
_OPEN: Set[PendingRequest] = set()


class EngineAccess(QObject):
    """The shared engine client.

    Parameters
    ----------
    factory : callable, optional
        Makes the client; tests pass a fake one.
    """

    #: The engine was set up, stopped or got another interpreter: models and status should be asked again.
    changed = pyqtSignal()

    def __init__(self, factory: ClientFactory = make_client) -> None:
        super().__init__()
        crs_cache.keep_storage_crs()
        look_for_proxy()
        self._factory = factory
        self._client: Any = None
        self._lock = threading.Lock()

    def client(self) -> Any:
        """Return the client; made on first use, in whatever thread."""
        with self._lock:
            if self._client is None:
                self._client = self._factory()
            return self._client

    @property
    def is_running(self) -> bool:
        """Whether an engine process is there."""
        return self._client is not None and bool(self._client.is_running)

    def call(
        self,
        request: Any,
        *,
        should_cancel: Optional[Callable[[], bool]] = None,
        on_progress: Optional[Callable[[Progress], None]] = None,
        on_partial: Optional[Callable[[Partial], None]] = None,
    ) -> Any:
        """Ask and wait; for tasks and algorithms, never for the main thread of the desktop.

        Raises
        ------
        CancelledError
            ``should_cancel`` said so.
        MiningMonitorError
            The request failed.
        """

        def on_event(event: Event) -> None:
            if isinstance(event, Progress) and on_progress is not None:
                on_progress(event)
            elif isinstance(event, Partial) and on_partial is not None:
                on_partial(event)

        return self.client().call(request, should_cancel=should_cancel, on_event=on_event)

    def submit(self, request: Any) -> PendingRequest:
        """Ask without waiting; connect to the signals of what comes back before the event loop runs again."""
        pending = PendingRequest(request)
        _OPEN.add(pending)
        try:
            pending.handle = self.client().submit(request, pending.take)
        except MiningMonitorError as error:
            pending.take(Finished(error=error))
        return pending

    def restart(self) -> None:
        """Stop the engine; the next request starts it with the settings as they are then."""
        self.stop()
        look_for_proxy()
        self.changed.emit()

    def stop(self) -> None:
        """End the engine and whatever it is doing."""
        with self._lock:
            client, self._client = self._client, None
        if client is not None:
            client.stop()


_SHARED: Optional[EngineAccess] = None


def shared() -> EngineAccess:
    """Return the one engine access of this QGIS."""
    global _SHARED
    if _SHARED is None:
        _SHARED = EngineAccess()
        application = QCoreApplication.instance()
        if application is not None:
            _SHARED.moveToThread(application.thread())
    return _SHARED


def use(access: Optional[EngineAccess]) -> None:
    """Replace the shared access (tests), or forget it (None) after its engine was stopped."""
    global _SHARED
    if _SHARED is not None and _SHARED is not access:
        _SHARED.stop()
    _SHARED = access
