"""What the plugin's algorithms share: their group, the translation of errors, progress and cancellation."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any, Callable, Iterator, List

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProperty,
)
from qgis.PyQt.QtGui import QIcon

from mining_monitor import paths
from mining_monitor.adapter import engine_access, messages
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import MiningMonitorError
from mining_monitor.contract.results import Notice


def plugin_icon() -> QIcon:
    """Return the plugin's icon; empty when the installation is incomplete."""
    try:
        return QIcon(str(paths.resource("icons", "icon.svg")))
    except FileNotFoundError:
        return QIcon()


class MiningMonitorAlgorithm(QgsProcessingAlgorithm):
    """Common part of all algorithms."""

    def createInstance(self) -> MiningMonitorAlgorithm:  # noqa: N802
        """Return a fresh algorithm of the same class."""
        return type(self)()

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return plugin_icon()

    def groupId(self) -> str:  # noqa: N802
        """Return the id of the group."""
        return "sectors"

    def group(self) -> str:
        """Return the name of the group."""
        return tr("Mining sectors")

    def _tags(self, *words: str) -> List[str]:
        common = tr("mining,mine,sector,lames,tailings,pit,waste rock,remote sensing").split(",")
        return [*common, *words]


@contextlib.contextmanager
def translated_errors() -> Iterator[None]:
    """Turn the plugin's errors into Processing's, with the sentence that the user reads."""
    try:
        yield
    except MiningMonitorError as error:
        raise QgsProcessingException(messages.error_sentence(error)) from error


def progress_teller(feedback: QgsProcessingFeedback) -> Callable[[Progress], None]:
    """Return a function that shows the engine's progress: per cent always, each stage once."""
    seen: List[str] = []

    def tell(progress: Progress) -> None:
        feedback.setProgress(100.0 * progress.fraction)
        if progress.stage and progress.stage not in seen:
            seen.append(progress.stage)
            feedback.pushInfo(messages.stage_sentence(progress))

    return tell


def push_notices(feedback: QgsProcessingFeedback, notices: Any) -> None:
    """Show the engine's warnings."""
    notice: Notice
    for notice in notices:
        feedback.pushWarning(messages.notice_sentence(notice))


def ask_engine(request: Any, feedback: QgsProcessingFeedback) -> Any:
    """Have the engine carry out a request, with progress, cancellation and its notices shown; return its result.

    Raises
    ------
    QgsProcessingException
        ``prepareAlgorithm`` made no request, or the engine refused it; with the sentence that the user reads.
    """
    if request is None:
        raise QgsProcessingException(tr("The algorithm was not prepared."))
    with translated_errors():
        result = engine_access.shared().call(
            request, should_cancel=feedback.isCanceled, on_progress=progress_teller(feedback)
        )
    push_notices(feedback, result.warnings)
    return result


def has_destination(value: Any) -> bool:
    """Tell whether an optional output was asked for; asking QGIS for the path of one that was not loads "" later."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        sink = value.sink
        return sink.propertyType() != QgsProperty.Type.StaticProperty or bool(sink.staticValue())
    return value not in (None, "")


def temporary_path(name: str) -> Path:
    """Return a path in a fresh folder of Processing's temporary folder."""
    return Path(QgsProcessingUtils.generateTempFilename(name))
