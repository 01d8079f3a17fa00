"""Models kept in memory between requests, so that a second run starts at once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from pathlib import Path

from mining_monitor.contract.errors import ModelMissingError
from mining_monitor.engine.models.loaded import LoadedModel, open_model
from mining_monitor.engine.models.model_card import ModelCard
from mining_monitor.engine.models.onnx_file import inspect_onnx
from mining_monitor.engine.models.runtime import default_threads

_Key = tuple[object, ...]


class WarmModels:
    """The models used last, at most ``size``; safe from several threads.

    A model is known by its files (path, time, size of ONNX file, card and weights), the SHA-256 of the ONNX file and
    the number of threads: whatever changes opens it anew.
    """

    def __init__(self, size: int = 2) -> None:
        self._size = size
        self._models: OrderedDict[_Key, LoadedModel] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, card: ModelCard, threads: int = 0) -> LoadedModel:
        """Return the loaded model of a card, opening it when it is not warm."""
        key = _key(card, threads if threads > 0 else default_threads())
        with self._lock:
            loaded = self._models.get(key) or open_model(card, threads)
            self._models[key] = loaded
            self._models.move_to_end(key)
            while len(self._models) > self._size:
                self._models.popitem(last=False)
        return loaded

    def clear(self) -> None:
        """Forget all models, for example before a file is replaced on Windows."""
        with self._lock:
            self._models.clear()


def _key(card: ModelCard, threads: int) -> _Key:
    info = inspect_onnx(card.path)
    files = (info.path, *info.external, *((card.card_path,) if card.card_path else ()))
    return (info.sha256, threads, *(_stamp(path) for path in files))


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        stat = path.stat()
    except OSError as error:
        raise ModelMissingError(f"The file {path} of the model is gone: put it back.", path=str(path)) from error
    return str(path), stat.st_mtime_ns, stat.st_size


#: The engine's warm models.
WARM_MODELS = WarmModels()
