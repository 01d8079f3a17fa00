"""A client of the engine without an engine: it answers requests as the contract says."""

from __future__ import annotations

import dataclasses
import shutil
import tempfile
import threading
import time
from pathlib import Path

from mining_monitor.client.handles import Finished
from mining_monitor.contract.door import Partial, Progress
from mining_monitor.contract.errors import CancelledError
from mining_monitor.contract.requests import DetectRequest, ExportGeoJsonRequest
from mining_monitor.contract.results import ClassTotal, DetectResult, ExportResult
from tests.qgis.adapter.makers import make_sectors_file


@dataclasses.dataclass
class Handle:
    cancelled: threading.Event = dataclasses.field(default_factory=threading.Event)

    def cancel(self):
        self.cancelled.set()


class FakeClient:
    """Answers with ``answers[type of request]`` (a value, an exception or a function of the request)."""

    def __init__(self):
        self.requests = []
        self.seconds = 0.0
        self.is_running = False
        self.is_stopped = False
        self.answers = {DetectRequest: self._detect, ExportGeoJsonRequest: self._export}
        self._folder = tempfile.TemporaryDirectory()
        self._file = None
        self.sectors = [("POLYGON((10 50, 10.1 50, 10.1 50.1, 10 50.1, 10 50))", 5, 0.9)]

    @property
    def sectors(self):
        """What a detection finds; the file is made here, in the test's thread (adapter/crs_cache.py says why)."""
        return self._sectors

    @sectors.setter
    def sectors(self, sectors):
        self._sectors = sectors
        self._file = make_sectors_file(Path(self._folder.name) / f"{id(sectors)}.gpkg", sectors)

    def call(self, request, timeout=None, *, should_cancel=None, on_event=None):
        self.requests.append(request)
        self.is_running = True
        deadline = time.monotonic() + self.seconds
        if on_event is not None:
            on_event(Progress(0.5, "detect", "", 1, 2))
            on_event(Partial("partial.geojson", 1))
        while time.monotonic() < deadline:
            if should_cancel is not None and should_cancel():
                raise CancelledError("The run was cancelled.")
            time.sleep(0.01)
        answer = self.answers[type(request)]
        if isinstance(answer, Exception):
            raise answer
        return answer(request) if callable(answer) else answer

    def submit(self, request, on_event=None):
        handle = Handle()

        def work():
            try:
                result = self.call(request, should_cancel=handle.cancelled.is_set, on_event=on_event)
                on_event(Finished(result=result))
            except Exception as error:
                on_event(Finished(error=error))

        threading.Thread(target=work, daemon=True).start()
        return handle

    def stop(self):
        self.is_stopped = True

    def _detect(self, request):
        shutil.copyfile(self._file, request.output)
        for path in filter(None, (request.class_raster, request.confidence_raster)):
            Path(path).write_bytes(b"")
        return DetectResult(
            run_id="r1", output=request.output, class_raster=request.class_raster,
            confidence_raster=request.confidence_raster, sectors=len(self.sectors),
            totals=(ClassTotal(5, "op", len(self.sectors), 1e6),), observed_m2=2e6, not_observed_m2=0.0,
            not_observed_by_reason={}, seconds=0.1, tiles=2, gsd_m=10.0, scene_id="scene", model_name="fake",
            model_sha256="0" * 64,
        )  # fmt: skip

    def _export(self, request):
        Path(request.output).write_text("{}")
        return ExportResult(output=request.output, sectors=3, sha256="ab", left_out={"rejected": 1})
