"""The image's date and source, without which no sector can be approved (DOMAIN 2.6): found, suggested, filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Iterable, List, Sequence, Set

from qgis.core import QgsExpression, QgsFeatureRequest, QgsProject, QgsVectorLayer

from mining_monitor.adapter import image_facts
from mining_monitor.adapter.compat import text_of
from mining_monitor.adapter.edits import EditSession
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.review_rules import is_iso_date


@dataclass(frozen=True)
class ImageFacts:
    """Date (ISO 8601) and source; empty where nobody knows."""

    date: str = ""
    system: str = ""


class Provenance:
    """Looks at the fields ``date``, ``observed_at``, ``system`` and ``scene_id`` of a layer."""

    FIELDS = ("date", "system", "observed_at", "scene_id")

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._layer = layer

    def suggestion(self, fids: Sequence[int]) -> ImageFacts:
        """Return what the sectors themselves say, else what is known of their image, else what others say."""
        own = self._rows(QgsFeatureRequest().setFilterFids(list(fids[:50])))
        known = QgsFeatureRequest(QgsExpression("trim(coalesce(\"system\", '')) <> ''")).setLimit(50)
        others = self._rows(known)
        scenes = dict.fromkeys(row["scene_id"] for row in own if row["scene_id"])
        images = [image_facts.of_scene(scene_id, QgsProject.instance()) for scene_id in scenes]
        date = (
            _first(_iso(row["date"]) or _iso(row["observed_at"]) for row in own)
            or _first(_iso(facts.date) for facts in images)
            or _first(_iso(row["date"]) for row in others)
        )
        system = (
            _first(row["system"] for row in own)
            or _first(facts.system for facts in images)
            or _first(row["system"] for row in others)
        )
        return ImageFacts(date, system)

    def fill(self, session: EditSession, fids: Sequence[int], date: str, system: str, *, for_all: bool) -> int:
        """Fill date and source in where they are missing, in the sectors given or in all; return how many changed.

        What is said for all is kept with their images, too, so that the drafts of the next run have it.
        """
        lacks_date, lacks_system = self._lacking("date"), self._lacking("system")
        changed = 0
        for lacking, values in (
            (lacks_date & lacks_system, {"date": date, "system": system}),
            (lacks_date - lacks_system, {"date": date}),
            (lacks_system - lacks_date, {"system": system}),
        ):
            chosen = sorted(lacking if for_all else lacking & set(fids))
            if chosen:
                changed += session.set_values(chosen, values, tr("Image date and source"))
        if for_all:
            for scene_id in self._scenes():
                image_facts.tell_scene(scene_id, QgsProject.instance(), date, system)
        return changed

    def _scenes(self) -> List[str]:
        index = self._layer.fields().lookupField("scene_id")
        return sorted(filter(None, map(text_of, self._layer.uniqueValues(index)))) if index >= 0 else []

    def _lacking(self, field: str) -> Set[int]:
        empty = f"trim(coalesce(\"{field}\", '')) = ''"
        request = QgsFeatureRequest(QgsExpression(empty)).setFlags(QgsFeatureRequest.Flag.NoGeometry)
        return {feature.id() for feature in self._layer.getFeatures(request.setSubsetOfAttributes([]))}

    def _rows(self, request: QgsFeatureRequest) -> List[Dict[str, str]]:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        names = [name for name in self.FIELDS if self._layer.fields().lookupField(name) >= 0]
        return [
            {name: text_of(feature[name]) if name in names else "" for name in self.FIELDS}
            for feature in self._layer.getFeatures(request)
        ]


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")


def _iso(text: str) -> str:
    return text.strip()[:10] if is_iso_date(text.strip()[:10]) else ""
