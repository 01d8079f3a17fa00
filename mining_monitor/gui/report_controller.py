"""What the Report dock does: the checklist, sensible choices, the export."""

from __future__ import annotations

import html
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Callable, List, Optional, Tuple, Union

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QImage

from mining_monitor.adapter import engine_access, messages, project_store, settings, tasks
from mining_monitor.adapter.engine_access import PendingRequest
from mining_monitor.adapter.image_refs import SCENE_PROPERTY
from mining_monitor.adapter.messages import guarded_slot, tr
from mining_monitor.contract.errors import CancelledError
from mining_monitor.contract.numbers import SectorSource
from mining_monitor.contract.report import SiteReportResult
from mining_monitor.contract.requests import ExportGeoJsonRequest
from mining_monitor.contract.results import ExportResult
from mining_monitor.gui import project_facts, report_output, words
from mining_monitor.gui.checklist import SectorFacts, checklist
from mining_monitor.gui.project_controller import ProjectController
from mining_monitor.gui.report_numbers_controller import NumbersController, sample_beside
from mining_monitor.gui.report_page import SUFFIXES, PreviewTask, ReportTask, earlier_layers, image_layers
from mining_monitor.gui.report_panel import ReportPanel
from mining_monitor.gui.report_preview import ReportPreview
from mining_monitor.gui.report_results import report_text, result_text
from mining_monitor.schema.fields import SECTORS_TABLE

#: While artisanal sites are among the sectors, only their places are generalised (DOMAIN 4.5: high sensitivity).
ARTISANAL_ONLY = ""


class ReportController(QObject):
    """Connects the Report panel with the project and the engine."""

    detect_requested = pyqtSignal()
    review_requested = pyqtSignal(str)

    def __init__(self, panel: ReportPanel, project: ProjectController) -> None:
        super().__init__(panel)
        self._panel = panel
        self._project = project
        self._export: Optional[Union[PendingRequest, ReportTask]] = None
        self._previews: Optional[tempfile.TemporaryDirectory[str]] = None
        self._is_engine_ready = False
        self._is_in_front = False
        self._suggested = ""
        self._facts = SectorFacts()
        self._places_for: Optional[str] = None
        self.window: Optional[ReportPreview] = None
        self._accuracy = ""
        self._assessed: Optional[Path] = None
        self.numbers = NumbersController(panel.numbers, self._source, self)
        self.numbers.assessed.connect(self._on_assessed)
        panel.export_requested.connect(self.export)
        panel.preview_requested.connect(self.preview)
        panel.choice_changed.connect(self._on_choice)
        panel.layer_chosen.connect(project.choose)
        panel.link_activated.connect(self._on_link)
        project.changed.connect(self.refresh)

    def close(self) -> None:
        """Drop what is under way (unload)."""
        self.numbers.close()
        running, self._export = self._export, None
        if isinstance(running, PendingRequest):
            running.drop()
        elif running is not None:
            running.cancel()
        window, self.window = self.window, None
        if window is not None:
            window.close()
            window.deleteLater()
        if self._previews is not None:
            self._previews.cleanup()
            self._previews = None

    def set_engine_ready(self, ready: bool) -> None:
        """Follow the engine: it writes the files."""
        self._is_engine_ready = ready
        self._show_button()

    def set_in_front(self, is_in_front: bool) -> None:
        """Follow the dock: while nobody sees it, nothing is counted."""
        self._is_in_front = is_in_front
        self.refresh()

    def refresh(self) -> None:
        """Bring checklist, counts and suggestions up to date."""
        if not self._is_in_front:
            return
        layer = self._project.current()
        if project_store.layer_path(layer) != self._assessed:
            self._assessed, self._accuracy = project_store.layer_path(layer), ""
        self._panel.show_layers(self._project.layer_names(), layer.id() if layer is not None else "")
        path = project_store.layer_path(layer)
        scene = str(layer.customProperty(SCENE_PROPERTY, "") or "") if layer is not None else ""
        self._facts = project_facts.sector_facts(path, scene) if path is not None else SectorFacts()
        self._panel.show_checklist(checklist(self._facts, self._accuracy))
        self._panel.show_counts(self._facts.counts)
        self._panel.show_sources(earlier_layers(layer), image_layers())
        self.numbers.show_sources(layer)
        if path is not None:
            self.numbers.suggest_sample(sample_beside(path))
        self._suggest_places(scene)
        if layer is not None and path is not None and self._suggest_output(path, layer):
            self._panel.show_result(self._earlier_text())
        self._show_button()

    def _suggest_places(self, scene: str) -> None:
        """Generalise by default while artisanal sites are among the sectors; the analyst may choose otherwise."""
        key = f"{scene}|{self._facts.artisanal > 0}"
        if key != self._places_for:
            self._places_for = key
            self._panel.choose_generalise(ARTISANAL_ONLY if self._facts.artisanal else "none")
        self._show_places()

    def _show_places(self) -> None:
        is_exact = self._wants_purpose()
        self._panel.ask_purpose(is_exact)
        if not self._facts.artisanal:
            self._panel.show_places("")
        elif self._is_page():
            self._panel.show_places(
                tr("{} artisanal sites are among them: they are counted, their places stay out of the report.").format(
                    words.whole(self._facts.artisanal)
                )
            )
        elif is_exact:
            self._panel.show_places(
                tr("⚠ Exact places of {} artisanal sites would be published. That can put people at risk.").format(
                    words.whole(self._facts.artisanal)
                )
            )
        elif self._panel.options().generalise == ARTISANAL_ONLY:
            self._panel.show_places(
                tr("{} artisanal sites are among them: they become cells of 0.1°, all others stay as they are.").format(
                    words.whole(self._facts.artisanal)
                )
            )
        else:
            self._panel.show_places("")

    def _suggest_output(self, path: Path, layer: QgsVectorLayer) -> bool:
        """Suggest a file until the analyst chooses one, and tell whether the suggestion is a new one."""
        before = self._suggested
        if self._panel.options().output in ("", self._suggested):
            self._suggested = report_output.suggested(path, layer.name(), self._panel.suffix())
            self._panel.show_output(self._suggested)
        return self._suggested != before

    def _wants_purpose(self) -> bool:
        options = self._panel.options()
        # the exchange form knows exact places, or cells for all
        exact = ("none", ARTISANAL_ONLY) if options.profile == "lames" else ("none",)
        return bool(self._facts.artisanal) and not self._is_page() and options.generalise in exact

    def _is_page(self) -> bool:
        return self._panel.options().profile in SUFFIXES

    def _on_choice(self) -> None:
        layer = self._project.current()
        path = project_store.layer_path(layer)
        if layer is not None and path is not None:
            self._suggest_output(path, layer)
        self._show_places()
        self._panel.show_result(self._earlier_text())
        self._show_button()

    def _output(self) -> str:
        """Return the chosen file with its extension; empty while none is chosen."""
        return report_output.with_suffix(self._panel.options().output, self._panel.suffix())

    def _replaces(self) -> bool:
        output = self._output()
        return bool(output) and Path(output).is_file()

    def _earlier_text(self) -> str:
        """Return what happens to an earlier file of the same name, as rich text with the other way as a link."""
        if not self._replaces():
            return ""
        text = tr("{} exists already and will be replaced.").format(html.escape(Path(self._output()).name))
        return f'{text} <a href="keep:">{html.escape(tr("Keep it, write another file"))}</a>'

    def _keep_earlier(self) -> None:
        self._panel.show_output(report_output.free(Path(self._output())))
        self._on_choice()

    def _show_button(self) -> None:
        options = self._panel.options()
        count = sum(self._facts.counts.get(state, 0) for state in options.states)
        reason = ""
        if not self._facts.total:
            reason = tr("There are no sectors yet.")
        elif not count:
            reason = tr("No sector is in the chosen states.")
        elif not self._is_engine_ready:
            reason = tr("Set up the engine first.")
        self.numbers.set_reason(reason)
        if not reason and not options.output:
            reason = tr("Choose a file.")
        elif not reason and self._wants_purpose() and not options.purpose:
            reason = tr("Say why exact places of artisanal sites leave the house; it is recorded beside the file.")
        text = report_output.button_text(count, is_page=self._is_page(), replaces=self._replaces())
        if self._export is None:
            self._panel.show_button(text, not reason, reason)
            self._panel.preview_button.setEnabled(not reason)

    def _on_link(self, link: str) -> None:
        kind, _colon, value = link.partition(":")
        if kind == "detect":
            self.detect_requested.emit()
        elif kind == "sample":
            self._panel.show_numbers()
        elif kind == "state":
            self.review_requested.emit(value)
        elif kind == "keep":
            self._keep_earlier()
        elif kind == "file":
            QDesktopServices.openUrl(QUrl(link))

    def _saved_sectors(self) -> Optional[Tuple[QgsVectorLayer, Path]]:
        """Return the sectors and their file; None while they cannot be exported."""
        layer = self._project.current()
        path = project_store.layer_path(layer)
        if layer is None or path is None or self._export is not None:
            return None
        if layer.isEditable() and layer.isModified():
            messages.warn(tr("Save your edits first: the export reads what is saved."))
            return None
        return layer, path

    def _source(self) -> Optional[SectorSource]:
        """Return the sectors that numbers are about: those of the chosen states, as saved."""
        saved = self._saved_sectors()
        if saved is None:
            return None
        layer, path = saved
        return SectorSource(str(path), SECTORS_TABLE, layer.subsetString(), self._panel.options().states)

    def _on_assessed(self, path: str, overall: str) -> None:
        """Take the figures of an assessment into the report and the checklist."""
        self._accuracy = overall
        if path:
            self._panel.accuracy_file.setFilePath(path)
        self._panel.show_checklist(checklist(self._facts, overall))

    @guarded_slot
    def export(self) -> None:
        """Write the file that the form describes."""
        saved = self._saved_sectors()
        if saved is None:
            return
        layer, path = saved
        if self._is_page():
            self._write_report(layer, path, self._output(), self._on_report)
            return
        options = self._panel.options()
        request = ExportGeoJsonRequest(
            input=str(path), output=self._output(), layer=SECTORS_TABLE, profile=options.profile, states=options.states,
            generalise=options.generalise, where=layer.subsetString(), operator=settings.editor(),
            purpose=options.purpose if self._wants_purpose() else "",
            recipient=options.recipient if self._wants_purpose() else "",
        )  # fmt: skip
        pending = engine_access.shared().submit(request)
        pending.finished.connect(self._on_exported)
        pending.failed.connect(self._on_failed)
        self._export = pending
        self._panel.set_busy(True)

    @guarded_slot
    def preview(self) -> None:
        """Write the page to a temporary folder and show it as it will print."""
        saved = self._saved_sectors()
        if saved is None:
            return
        if self._previews is None:
            self._previews = tempfile.TemporaryDirectory(prefix="mining-monitor-preview-")
        self._write_report(*saved, str(Path(self._previews.name) / "preview.html"), self._on_preview)

    def _write_report(self, layer: QgsVectorLayer, path: Path, output: str, done: Callable[..., None]) -> None:
        options, kind = self._panel.page_options(), ReportTask
        if done == self._on_preview:
            options, kind = replace(options, has_table=False), PreviewTask
        task = kind(layer, path, self._panel.options().states, output, options)
        task.succeeded.connect(done)
        task.failed.connect(self._on_failed)
        self._export = task
        self._panel.set_busy(True)
        tasks.start(task)

    @guarded_slot
    def _on_report(self, result: SiteReportResult) -> None:
        self._end()
        self._panel.show_result(report_text(result))
        QDesktopServices.openUrl(QUrl.fromLocalFile(result.output))

    @guarded_slot
    def _on_preview(self, painted: Tuple[SiteReportResult, List[QImage], int]) -> None:
        self._end()
        if self.window is None:
            self.window = ReportPreview(self._panel.window())
            self.window.open_requested.connect(lambda page: QDesktopServices.openUrl(QUrl.fromLocalFile(page)))
        result, images, count = painted
        self.window.show_pages(Path(result.output), images, count)

    @guarded_slot
    def _on_exported(self, result: ExportResult) -> None:
        self._end()
        self._panel.show_result(result_text(result))

    def _on_failed(self, error: BaseException) -> None:
        self._end()
        if not isinstance(error, CancelledError):
            self._panel.show_result(html.escape(messages.error_sentence(error)))
            messages.report(error)

    def _end(self) -> None:
        self._export = None
        self._panel.set_busy(False)
        self._show_button()
