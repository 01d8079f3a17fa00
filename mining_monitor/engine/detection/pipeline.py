"""Pixels to class rows: a thread reads ahead, some run the model, one blends, one takes finished rows on."""

from __future__ import annotations

import contextlib
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import ModelError
from mining_monitor.engine.detection.blend import Blender, ClassRows
from mining_monitor.engine.detection.tiles import TileLayout
from mining_monitor.engine.imagery.reader import OBSERVED, StripReader
from mining_monitor.engine.models.segmenter import Segmenter
from mining_monitor.engine.progress import Job

#: Share of the progress bar that scoring takes; the rest is regions and polygons.
SCORING_SHARE = 0.95

#: Batches of scores that may wait for the blending thread beside those in the model, and bands of finished rows that
#: may wait for whoever takes them.
_WAITING_BATCHES, _WAITING_BANDS = 4, 1

_REPORT_EVERY_S = 0.2

#: Pixels a batch may have when tiles are larger than the model's usual ones.
_BATCH_PIXELS = 4 * 256 * 256


@dataclass
class ScoringClock:
    """Seconds and tiles of a run, filled as it goes.

    Attributes
    ----------
    predict_s, read_wait_s, blend_wait_s : float
        Inside the model, by call that runs at once; waiting for pixels; waiting for the model, for blending and for
        what follows it.
    tiles, skipped : int
        Tiles scored, and tiles left out because they hold no observed pixel.
    scored_s : float
        Wall seconds until the last row was handed on.
    """

    predict_s: float = 0.0
    read_wait_s: float = 0.0
    blend_wait_s: float = 0.0
    tiles: int = 0
    skipped: int = 0
    scored_s: float = 0.0
    started: float = field(default_factory=time.perf_counter)


class TileScorer:
    """Runs a model over an image, tile row by tile row.

    Memory depends on the raster's width and the tile, never on its height: one tile row of pixels, one that is read
    ahead, one of scores.

    Parameters
    ----------
    reader : StripReader
    segmenter : Segmenter
    tiles : TileLayout
    blender : Blender
    job : Job
        Checked at every batch of tiles; told of progress.
    """

    def __init__(
        self, reader: StripReader, segmenter: Segmenter, tiles: TileLayout, blender: Blender, job: Job
    ) -> None:
        self._reader, self._segmenter, self._tiles = reader, segmenter, tiles
        self._blender, self._job = blender, job
        self.clock = ScoringClock()
        self._reported = 0.0
        size = tiles.tile_width * tiles.tile_height
        is_fixed = segmenter.tile_size is not None
        self._batch = max(segmenter.batch_size if is_fixed else min(segmenter.batch_size, _BATCH_PIXELS // size), 1)

    def run(self, take: Callable[[ClassRows], None]) -> None:
        """Score everything; ``take`` gets finished rows from the top, on a thread of its own.

        Raises
        ------
        CancelledError
            The job was cancelled.
        MiningMonitorError
            The image or the model failed, or ``take`` raised.
        """
        with contextlib.ExitStack() as stack:
            at_once = self._segmenter.at_once
            readers, models, blenders, takers = (
                stack.enter_context(ThreadPoolExecutor(count, name))
                for name, count in (("read", 1), ("model", at_once), ("blend", 1), ("take", 1))
            )
            batches, bands = _Backlog(_WAITING_BATCHES + at_once), _Backlog(_WAITING_BANDS)
            try:
                for row, (values, reason) in enumerate(self._tile_rows(readers)):
                    for cols, batch in self._batches(values, reason):
                        scores = models.submit(self._predict, batch)
                        batches.put(blenders.submit(self._blend, scores, row, cols))
                    first, last = self._tiles.finished_rows(row)
                    finished = blenders.submit(self._blender.finish, row, reason[: last - first].copy())
                    batches.put(finished)
                    bands.put(takers.submit(_hand_on, finished, take))
                batches.drain()
                bands.drain()
                self.clock.scored_s = time.perf_counter() - self.clock.started
                self.clock.blend_wait_s = batches.waited_s + bands.waited_s
            except BaseException:
                for pool in (readers, models, blenders, takers):
                    pool.shutdown(wait=False, cancel_futures=True)
                raise

    def _predict(self, batch: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.float32], float]:
        """Return the scores of a batch and the seconds that they took."""
        self._job.check()
        started = time.perf_counter()
        scores = self._segmenter.predict(batch)
        seconds = time.perf_counter() - started
        wanted = (len(batch), len(self._segmenter.class_codes), *batch.shape[2:])
        if scores.shape != wanted:
            raise ModelError(
                f"The model '{self._segmenter.name}' answered with scores of shape {scores.shape} where {wanted} "
                "(tiles, classes, rows, columns) was expected; its card does not fit the file.",
                shape=list(scores.shape),
                wanted=list(wanted),
            )
        return scores, seconds

    def _blend(self, predicted: Future[tuple[npt.NDArray[np.float32], float]], row: int, cols: list[int]) -> None:
        """Add the scores of a batch; batches are blended in the order of their tiles, so that sums are always alike."""
        scores, seconds = predicted.result()
        self._blender.add(scores, row, cols)
        self.clock.predict_s += seconds / self._segmenter.at_once
        self.clock.tiles += len(cols)
        self._report()

    def _tile_rows(
        self, readers: ThreadPoolExecutor
    ) -> Iterator[tuple[npt.NDArray[np.float32], npt.NDArray[np.uint8]]]:
        """Yield pixels (band, tile_height, width) and reasons of each tile row; the arrays are used again."""
        rows, height = self._tiles.rows, min(self._tiles.tile_height, self._tiles.height)
        ends = [start + height for start in rows]
        begins = [0, *ends[:-1]]
        values: npt.NDArray[np.float32] | None = None
        reason = np.empty((height, self._tiles.width), np.uint8)
        ahead = readers.submit(self._reader.read, begins[0], ends[0])
        for index in range(len(rows)):
            started = time.perf_counter()
            strip = ahead.result()
            self.clock.read_wait_s += time.perf_counter() - started
            if index + 1 < len(rows):
                ahead = readers.submit(self._reader.read, begins[index + 1], ends[index + 1])
            if values is None:
                values = np.empty((len(strip.block.values), height, self._tiles.width), np.float32)
            kept = height - strip.reason.shape[0]
            if kept:
                values[:, :kept] = values[:, -kept:].copy()
                reason[:kept] = reason[-kept:].copy()
            values[:, kept:], reason[kept:] = strip.block.values, strip.reason
            del strip
            yield values, reason

    def _batches(
        self, values: npt.NDArray[np.float32], reason: npt.NDArray[np.uint8]
    ) -> Iterator[tuple[list[int], npt.NDArray[np.float32]]]:
        width, height = self._tiles.tile_width, self._tiles.tile_height
        seen = (reason == OBSERVED).any(axis=0)
        wanted = [i for i, start in enumerate(self._tiles.cols) if seen[start : start + width].any()]
        self.clock.skipped += len(self._tiles.cols) - len(wanted)
        for first in range(0, len(wanted), self._batch):
            self._job.check()
            cols = wanted[first : first + self._batch]
            batch = np.empty((len(cols), len(values), height, width), np.float32)
            for tile, col in zip(batch, cols):
                start = self._tiles.cols[col]
                part = values[:, :, start : start + width]
                tile[:, : part.shape[1], : part.shape[2]] = part
                tile[:, part.shape[1] :, : part.shape[2]] = part[:, -1:, :]
                tile[:, :, part.shape[2] :] = tile[:, :, part.shape[2] - 1 : part.shape[2]]
            yield cols, batch
        self._job.check()

    def _report(self) -> None:
        now, clock = time.perf_counter(), self.clock
        done, total = clock.tiles + clock.skipped, self._tiles.count
        if now - self._reported < _REPORT_EVERY_S and done < total:
            return
        self._reported = now
        left = (now - clock.started) / max(done, 1) * (total - done)
        self._job.report(
            Progress(SCORING_SHARE * done / total, "detect", f"{done} of {total} tiles", done, total, left)
        )


class _Backlog:
    """Work handed to a thread; putting more waits until not too much is left, and raises what the work raised."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._work: deque[Future[Any]] = deque()
        self.waited_s = 0.0

    def put(self, work: Future[Any]) -> None:
        self._work.append(work)
        while len(self._work) > self._limit:
            self._settle()

    def drain(self) -> None:
        while self._work:
            self._settle()

    def _settle(self) -> None:
        started = time.perf_counter()
        self._work.popleft().result()
        self.waited_s += time.perf_counter() - started


def _hand_on(finished: Future[ClassRows], take: Callable[[ClassRows], None]) -> None:
    if not finished.cancelled():
        take(finished.result())
