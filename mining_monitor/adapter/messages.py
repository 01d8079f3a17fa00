"""Texts for people: translation, the message bar, QGIS's log, and the one place that catches everything."""

from __future__ import annotations

import contextlib
import functools
import inspect
import logging
import traceback
from typing import Any, Callable, Iterator, Optional, TypeVar

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QObject, QThread, pyqtSignal

from mining_monitor.adapter.message_height import show_whole
from mining_monitor.adapter.sentences import error_leads, notice_templates, stage_titles, tr
from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import CancelledError, MiningMonitorError
from mining_monitor.contract.results import Notice

LOGGER = logging.getLogger(__name__)

#: Name of the panel in QGIS's log and first word in the message bar.
TITLE = "Mining Monitor"

#: Seconds that a message stays in the bar; errors stay until they are closed.
_SECONDS = {Qgis.MessageLevel.Info: 8, Qgis.MessageLevel.Success: 8, Qgis.MessageLevel.Warning: 20}

#: Notices that say that all is as it should be.
_AS_IT_SHOULD = ("own-mask", "product-mask")

__all__ = [
    "Messenger", "error_sentence", "guarded", "guarded_slot", "info", "install_log_handler", "is_english", "log",
    "messenger", "notice_sentence", "remove_log_handler", "report", "stage_sentence", "success", "tr", "warn",
]  # fmt: skip

F = TypeVar("F", bound=Callable[..., Any])


def is_english() -> bool:
    """Tell whether QGIS speaks English, the language of the engine's own sentences."""
    override = QgsSettings().value("locale/overrideFlag", False, type=bool)
    chosen = QgsSettings().value("locale/userLocale", "", type=str) if override else ""
    language = (chosen or QgsApplication.locale() or QLocale().name()).lower()
    return language.startswith("en") or language in ("c", "posix")


def error_sentence(error: BaseException) -> str:
    """Return what an error tells the user, in the language of QGIS.

    Other languages than English get a translated first sentence and, after it, the original one with its numbers.
    """
    if not isinstance(error, MiningMonitorError):
        return tr("Something unexpected happened: {}. The log has the details.").format(_one_line(error))
    lead = error_leads().get(error.code, "")
    if isinstance(error, CancelledError):
        return lead
    if is_english() or lead == error.message:
        return error.message or lead
    return f"{lead} ({error.message})" if error.message and lead else lead or error.message


def is_as_it_should_be(notice: Notice) -> bool:
    """Tell whether a notice says what was done and warns of nothing."""
    return notice.code in _AS_IT_SHOULD


def notice_sentence(notice: Notice) -> str:
    """Return what a notice tells the user, in the language of QGIS where it is known."""
    template = "" if is_english() else notice_templates().get(notice.code, "")
    if not template:
        return notice.message
    try:
        return template.format(**(notice.facts or {}))
    except (KeyError, ValueError, IndexError):
        return notice.message


def stage_sentence(progress: Progress) -> str:
    """Return what a run is doing, in the language of QGIS."""
    return stage_titles().get(progress.stage) or progress.message or progress.stage


def _one_line(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())


def log(text: str, level: Any = Qgis.MessageLevel.Info) -> None:
    """Write a line to the panel "Mining Monitor" of QGIS's log; safe from any thread."""
    QgsMessageLog.logMessage(text, TITLE, level, False)


class Messenger(QObject):
    """Brings messages to the bar in the main thread, from whatever thread they come."""

    pushed = pyqtSignal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._bar: Any = None
        self._replaced = ""
        self.pushed.connect(self._show)

    def set_bar(self, bar: Any) -> None:
        """Set the QgsMessageBar that shows messages, or None (headless: they only go to the log)."""
        self._bar = bar

    def take_back(self, text: str) -> None:
        """Take an item with this text off the bar: QGIS calls a cancelled task failed, and covers our own message."""
        items = getattr(self._bar, "items", list)
        for item in [item for item in items() if getattr(item, "text", str)() == text]:
            self._bar.popWidget(item)

    def replace(self, text: str, level: Any, seconds: int) -> None:
        """Show a message in place of the one that was shown so before; empty: none. For the main thread."""
        before, self._replaced = self._replaced, text
        if before:
            self.take_back(before)
        if text:
            log(text, level)
            self._put_up(text, level, seconds)

    def push(self, text: str, level: Any) -> None:
        """Log a message and show it."""
        log(text, level)
        if QThread.currentThread() == self.thread():
            self._show(text, level)
        else:
            self.pushed.emit(text, level)

    def _show(self, text: str, level: Any) -> None:
        self._put_up(text, level, _SECONDS.get(level, 0))

    def _put_up(self, text: str, level: Any, seconds: int) -> None:
        if self._bar is None:
            return
        self._bar.pushMessage(TITLE, text, level, seconds)
        for item in getattr(self._bar, "items", list)():
            if getattr(item, "title", str)() == TITLE:
                show_whole(item)


_MESSENGER: Optional[Messenger] = None


def messenger() -> Messenger:
    """Return the one messenger; the plugin makes it in the main thread by the first call."""
    global _MESSENGER
    if _MESSENGER is None:
        _MESSENGER = Messenger()
        application = QCoreApplication.instance()
        if application is not None:
            _MESSENGER.moveToThread(application.thread())
    return _MESSENGER


def info(text: str) -> None:
    """Show a fact."""
    messenger().push(text, Qgis.MessageLevel.Info)


def success(text: str) -> None:
    """Show that something was done."""
    messenger().push(text, Qgis.MessageLevel.Success)


def warn(text: str) -> None:
    """Show something that the user should know before trusting a result."""
    messenger().push(text, Qgis.MessageLevel.Warning)


def report(error: BaseException) -> None:
    """Show an error; a cancellation is only logged, an unexpected error is logged with its traceback."""
    sentence = error_sentence(error)
    if isinstance(error, CancelledError):
        log(sentence)
        return
    if not isinstance(error, MiningMonitorError):
        log("".join(traceback.format_exception(type(error), error, error.__traceback__)), Qgis.MessageLevel.Critical)
    messenger().push(sentence, Qgis.MessageLevel.Critical)


@contextlib.contextmanager
def guarded() -> Iterator[None]:
    """Catch whatever an action of the user raises and show it: with ``kept``, the broad ``except`` of the plugin."""
    try:
        yield
    except Exception as error:
        report(error)


class Kept:
    """What a task has raised, None while it has raised nothing."""

    error: Optional[BaseException] = None


@contextlib.contextmanager
def kept() -> Iterator[Kept]:
    """Keep whatever work in another thread raises, so that the main thread can ``report`` it."""
    found = Kept()
    try:
        yield found
    except Exception as error:
        found.error = error


def guarded_slot(function: F) -> F:
    """Wrap a slot in ``guarded``: it returns None when it failed.

    Values of a signal that the function does not take (``clicked(bool)``) are left out, as PyQt does.
    """
    return slot_within(guarded, function)


def slot_within(guard: Callable[[], Any], function: F) -> F:
    """Wrap a slot in a context that catches what it raises, as ``guarded_slot`` does."""
    parameters = inspect.signature(function).parameters.values()
    takes_all = any(p.kind is p.VAR_POSITIONAL for p in parameters)
    most = sum(p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD) for p in parameters)

    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        with guard():
            return function(*(args if takes_all else args[:most]), **kwargs)
        return None

    return wrapper  # type: ignore[return-value]


class _QgisLogHandler(logging.Handler):
    """Passes the plugin's log records on to QGIS's log."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record."""
        level = Qgis.MessageLevel.Info
        if record.levelno >= logging.ERROR:
            level = Qgis.MessageLevel.Critical
        elif record.levelno >= logging.WARNING:
            level = Qgis.MessageLevel.Warning
        log(self.format(record), level)


_HANDLER = _QgisLogHandler()


def install_log_handler() -> None:
    """Send what ``mining_monitor`` logs to QGIS's log; a second call changes nothing."""
    logger = logging.getLogger("mining_monitor")
    if _HANDLER not in logger.handlers:
        logger.addHandler(_HANDLER)
        logger.setLevel(logging.INFO)


def remove_log_handler() -> None:
    """Undo ``install_log_handler``."""
    logging.getLogger("mining_monitor").removeHandler(_HANDLER)
