"""Whether the engine can be used, and its set-up from the Imagery dock."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from mining_monitor.adapter import engine_access, engine_environment, messages, settings, tasks
from mining_monitor.adapter.messages import guarded_slot, tr
from mining_monitor.client.setup_progress import SetupProgress, SetupStage
from mining_monitor.client.status import EngineState, EngineStatus
from mining_monitor.contract.errors import CancelledError, MiningMonitorError
from mining_monitor.gui import words
from mining_monitor.gui.engine_setup import EngineSetup, SetupChoice
from mining_monitor.gui.setup_task import SetupTask, setup_cost


class StatusTask(tasks.WorkTask):
    """Looks at the engine's environment; a named interpreter takes 1-3 s."""

    def __init__(self) -> None:
        super().__init__(tr("Look for the engine"))
        self._environment = engine_environment.environment()

    def work(self) -> EngineStatus:
        """Look."""
        return self._environment.status()


class EngineController(QObject):
    """Keeps the engine's state and connects the set-up panel."""

    #: True when the engine can be started.
    ready_changed = pyqtSignal(bool)

    def __init__(self, panel: EngineSetup) -> None:
        super().__init__(panel)
        self._panel = panel
        self._status: Optional[EngineStatus] = None
        self._looking: Optional[StatusTask] = None
        self._setup: Any = None
        self._choice = SetupChoice(settings.WHEEL_FOLDER.get(), settings.ENGINE_INTERPRETER.get())
        panel.show_choice(self._choice)
        panel.start_requested.connect(self.set_up)
        panel.cancel_requested.connect(self.cancel)
        panel.choice_changed.connect(self._on_choice)

    def show_settings(self) -> None:
        """Show what the options page has changed."""
        self._choice = SetupChoice(settings.WHEEL_FOLDER.get(), settings.ENGINE_INTERPRETER.get())
        self._panel.show_choice(self._choice)

    def close(self) -> None:
        """Cancel what runs (unload)."""
        looking, self._looking = self._looking, None
        setup, self._setup = self._setup, None
        for task in (looking, setup):
            if task is not None:
                task.cancel()

    @property
    def is_ready(self) -> bool:
        """Whether the engine can be started, as far as is known."""
        return self._status is not None and self._status.is_ready

    @property
    def is_known(self) -> bool:
        """Whether anybody has looked yet."""
        return self._status is not None

    def look(self) -> None:
        """Look at the environment again, in the background."""
        if self._looking is not None or self._setup is not None:
            return
        self._panel.show_state(tr("Looking for the engine…"), "")
        task = StatusTask()
        task.succeeded.connect(self._on_status)
        task.failed.connect(self._on_status_failed)
        self._looking = task
        tasks.start(task)

    @guarded_slot
    def _on_status(self, status: EngineStatus) -> None:
        if self._looking is None:
            return
        self._looking = None
        self._status = status
        self._panel.show_state(status_sentence(status), "" if status.is_ready else cost_sentence(self._choice))
        self._panel.start_button.setText(button_text(status, self._choice))
        self.ready_changed.emit(status.is_ready)

    def _on_status_failed(self, error: BaseException) -> None:
        if self._looking is None:
            return
        self._looking = None
        self._panel.show_state(messages.error_sentence(error), "")
        self.ready_changed.emit(False)

    def _on_choice(self) -> None:
        choice = self._panel.choice()
        if choice == self._choice:
            return
        self._choice = choice
        settings.WHEEL_FOLDER.set(choice.wheel_folder)
        if choice.interpreter != settings.ENGINE_INTERPRETER.get():
            settings.ENGINE_INTERPRETER.set(choice.interpreter)
            engine_access.shared().restart()
        self.look()

    @guarded_slot
    def set_up(self) -> None:
        """Make the engine's environment, or look again when the user named an interpreter."""
        if self._setup is not None:
            return
        self._on_choice()
        if self._choice.interpreter:
            self.look()
            return
        task = SetupTask(self._choice.wheel_folder)
        task.progressed.connect(self._on_progress)
        task.succeeded.connect(self._on_set_up)
        task.failed.connect(self._on_set_up_failed)
        self._setup = task
        self._panel.show_state(
            tr("The engine is being set up. You can go on working meanwhile."), cost_sentence(self._choice)
        )
        self._panel.set_busy(True)
        tasks.start(task)

    def cancel(self) -> None:
        """Stop the set-up; nothing half-made is left."""
        if self._setup is not None:
            self._panel.show_progress(-1.0, tr("Stopping…"))
            self._setup.cancel()

    def _on_progress(self, progress: SetupProgress) -> None:
        if self._setup is not None and not self._setup.isCanceled():
            self._panel.show_progress(progress.fraction, setup_sentence(progress))

    @guarded_slot
    def _on_set_up(self, _result: object) -> None:
        if self._setup is None:
            return
        self._setup = None
        self._panel.set_busy(False)
        messages.success(tr("The engine is set up."))
        engine_access.shared().restart()
        self.look()

    @guarded_slot
    def _on_set_up_failed(self, error: MiningMonitorError) -> None:
        if self._setup is None:
            return
        self._setup = None
        self._panel.set_busy(False)
        if isinstance(error, CancelledError):
            self._panel.show_state(
                tr("The set-up was cancelled. Nothing half-made was left."), cost_sentence(self._choice)
            )
        else:
            self._panel.show_state(messages.error_sentence(error), cost_sentence(self._choice))
            messages.report(error)


def status_sentence(status: EngineStatus) -> str:
    """Return what the engine's state is, in the language of QGIS where it has no numbers of its own."""
    if status.state is EngineState.MISSING:
        return tr("Mining Monitor runs its models in a program of its own, the engine. It is not set up yet.")
    if status.state is EngineState.OUTDATED:
        return tr("The engine belongs to another version of the plugin. Update it; your data is not touched.")
    return status.message


def cost_sentence(choice: SetupChoice) -> str:
    """Return what the set-up takes and where it goes."""
    cost = setup_cost()
    if choice.wheel_folder:
        where = tr("About {size} MB on disk and 1 minute, from your folder of wheels.").format(size=cost.size_mb)
    else:
        where = tr("Downloads about {download} MB, takes {size} MB on disk and about {minutes} minutes.").format(
            download=cost.download_mb, size=cost.size_mb, minutes=cost.minutes
        )
    untouched = tr("It goes to {folder}; QGIS's own Python is not touched.").format(folder=cost.folder)
    return f"{where}\n{untouched}"


def setup_sentence(progress: SetupProgress) -> str:
    """Return how far a set-up is: what is done, which package of how many, megabytes."""
    stages = {
        SetupStage.PYTHON: tr("Looking for Python…"), SetupStage.ENVIRONMENT: tr("Making a place for the engine…"),
        SetupStage.DOWNLOAD: tr("Downloading"), SetupStage.INSTALL: tr("Installing"),
        SetupStage.CHECK: tr("Checking the engine…"), SetupStage.DONE: tr("Done."),
    }  # fmt: skip
    parts = [" ".join(part for part in (stages[progress.stage], progress.package) if part)]
    if progress.total:
        parts.append(
            tr("{done} of {total}").format(done=words.whole(progress.done or 0), total=words.whole(progress.total))
        )
    if progress.megabytes:
        parts.append(tr("{} MB").format(words.whole(round(progress.megabytes))))
    return ", ".join(parts)


def button_text(status: EngineStatus, choice: SetupChoice) -> str:
    """Return what the set-up's button does."""
    if choice.interpreter:
        return tr("&Look again")
    if status.state is EngineState.OUTDATED:
        return tr("&Update now")
    if status.state is EngineState.DAMAGED:
        return tr("&Repair now")
    return tr("&Set up now")
