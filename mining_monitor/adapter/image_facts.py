"""What only a person or a product knows of an image: dates, agency, place. Kept as the layer's custom properties."""

from __future__ import annotations

import dataclasses
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsProject, QgsRasterLayer

from mining_monitor.adapter.compat import plain
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import ParameterError

OBSERVED_AT_PROPERTY = "mining_monitor/observed_at"
DATE2_PROPERTY = "mining_monitor/date2"
SYSTEM_PROPERTY = "mining_monitor/system"
SCENE_PROPERTY = "mining_monitor/scene_id"
ATTRIBUTION_PROPERTY = "mining_monitor/attribution"
PLACE_PROPERTY = "mining_monitor/place"
MASK_PROPERTY = "mining_monitor/valid_mask"
WORDS_PROPERTY = "mining_monitor/in_words"

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

#: A provenance file is small; anything larger is something else.
_MAX_PROVENANCE_BYTES = 4_000_000


@dataclass(frozen=True)
class LayerFacts:
    """Dates (ISO 8601; ``date2`` where the image is a mosaic), agency, scene and place; empty where nobody knows."""

    date: str = ""
    date2: str = ""
    system: str = ""
    scene_id: str = ""
    attribution: str = ""
    place: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether a sector may be approved with it."""
        return bool(self.date and self.system)


_PROPERTIES = {
    "date": OBSERVED_AT_PROPERTY, "date2": DATE2_PROPERTY, "system": SYSTEM_PROPERTY, "scene_id": SCENE_PROPERTY,
    "attribution": ATTRIBUTION_PROPERTY, "place": PLACE_PROPERTY,
}  # fmt: skip


def text_property(layer: Any, key: str) -> str:
    """Return a custom property as trimmed text."""
    return str(plain(layer.customProperty(key, "")) or "").strip()


def known(layer: QgsRasterLayer) -> LayerFacts:
    """Return what the layer's own properties say."""
    return LayerFacts(**{name: text_property(layer, key) for name, key in _PROPERTIES.items()})


def store(layer: QgsRasterLayer, facts: LayerFacts) -> None:
    """Keep facts with the layer; empty ones are removed.

    Raises
    ------
    ParameterError
        A date is no ISO 8601 date, or the second lies before the first.
    """
    check(facts)
    _write(layer, facts)
    project = QgsProject.instance()
    if project.mapLayer(layer.id()) is not None:
        project.setDirty(True)


def _write(layer: QgsRasterLayer, facts: LayerFacts) -> None:
    for name, key in _PROPERTIES.items():
        value = getattr(facts, name)
        if value:
            layer.setCustomProperty(key, value)
        else:
            layer.removeCustomProperty(key)


def check(facts: LayerFacts) -> None:
    """Refuse dates that nobody could read.

    Raises
    ------
    ParameterError
    """
    for text in (facts.date, facts.date2):
        if text and not is_date(text[:10]):
            raise ParameterError(tr("'{}' is no date. Write it as 2024-03-14.").format(text), parameter="date")
    if facts.date and facts.date2 and facts.date2[:10] < facts.date[:10]:
        raise ParameterError(tr("The last date lies before the first one."), parameter="date2")


def is_date(text: str) -> bool:
    """Tell whether a text is a calendar date as 2024-03-14."""
    if not _ISO_DATE.fullmatch(text):
        return False
    from datetime import date

    try:
        date(*map(int, text.split("-")))
    except ValueError:
        return False
    return True


def complete(layer: QgsRasterLayer, *, observed_at: Optional[str] = None) -> LayerFacts:
    """Fill in what the layer does not know yet from what was found; what a person wrote stays.

    What is found can be found again, so the project does not count as changed by it.

    Parameters
    ----------
    observed_at : str, optional
        What the engine found in the file's tags or name.
    """
    before = known(layer)
    if before.is_complete:
        return before
    found = of_provenance(layer.source())
    merged = {
        field.name: getattr(before, field.name) or getattr(found, field.name)
        for field in dataclasses.fields(LayerFacts)
    }
    if not merged["date"] and observed_at and is_date(observed_at[:10]):
        merged["date"] = observed_at
    facts = LayerFacts(**merged)
    if facts != before:
        _write(layer, facts)
    return facts


def of_provenance(source: str) -> LayerFacts:
    """Read the JSON that the loader leaves beside an image; empty facts where there is none or it is damaged."""
    for path in (
        Path(source + ".json"),
        Path(source).with_suffix(".provenance.json"),
        Path(source).with_suffix(".json"),
    ):
        try:
            if not path.is_file() or path.stat().st_size > _MAX_PROVENANCE_BYTES:
                continue
            stored = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            continue
        result = stored.get("result", stored) if isinstance(stored, dict) else None
        if isinstance(result, dict) and "observed_at" in result:
            return _facts_of(result)
    return LayerFacts()


def _facts_of(stored: Any) -> LayerFacts:
    def text(key: str) -> str:
        value = stored.get(key)
        return value.strip() if isinstance(value, str) else ""

    scenes = stored.get("scene_ids")
    scene_id = scenes[0] if isinstance(scenes, list) and scenes and isinstance(scenes[0], str) else ""
    first, last = text("observed_at"), text("last_observed_at")
    first = first if is_date(first[:10]) else ""
    last = last if is_date(last[:10]) and last[:10] != first[:10] else ""
    return LayerFacts(first, last, text("system"), scene_id, text("attribution"))


def of_scene(scene_id: str, project: QgsProject) -> LayerFacts:
    """Return what is known of a scene from the image that shows it in the project; empty where none does."""
    layer = _image_of(scene_id, project)
    return known(layer) if layer is not None else LayerFacts()


def tell_scene(scene_id: str, project: QgsProject, date: str, system: str) -> None:
    """Keep what a person said of a scene's sectors with its image, so that a new run's drafts have it, too.

    What the image knows already stays.

    Raises
    ------
    ParameterError
        The date is no ISO 8601 date.
    """
    layer = _image_of(scene_id, project)
    if layer is not None:
        facts = known(layer)
        store(layer, dataclasses.replace(facts, date=facts.date or date, system=facts.system or system))


def _image_of(scene_id: str, project: QgsProject) -> Optional[QgsRasterLayer]:
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsRasterLayer) and scene_id:
            facts = known(layer)
            if scene_id in (facts.scene_id, layer.name(), facts.place):
                return layer
    return None
