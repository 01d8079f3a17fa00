"""What became of a site between two dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mining_monitor.contract.change import SiteChange
from mining_monitor.engine.monitoring.rates import annual_rate
from mining_monitor.schema.classes import NOT_OBSERVED, OTHER

NEW, EXPANDED, CONTRACTED, STABLE = "new", "expanded", "contracted", "stable"
DORMANT, REVEGETATED, UNSEEN = "dormant", "revegetated", "not observed"

#: Part of a site that must be gone for the site to count as revegetated.
_GONE_PART = 0.9

#: Part of a site that one date could not observe from which nothing is said about it.
_UNSEEN_PART = 0.5


@dataclass
class SiteFigures:
    """Sums over the pieces of a site, m2; ``before`` and ``after`` on ground that both dates could observe."""

    before: float = 0.0
    after: float = 0.0
    unseen: float = 0.0
    mapped: float = 0.0
    changed: dict[str, float] = field(default_factory=dict)
    before_ids: set[str] = field(default_factory=set)
    after_ids: set[str] = field(default_factory=set)

    def add(self, before: int, after: int, area_m2: float, kind: str, changed_m2: float) -> None:
        """Add a piece."""
        self.mapped += area_m2
        if NOT_OBSERVED in (before, after):
            self.unseen += area_m2
            return
        self.before += area_m2 if before != OTHER else 0.0
        self.after += area_m2 if after != OTHER else 0.0
        if kind:
            self.changed[kind] = self.changed.get(kind, 0.0) + changed_m2


def site_changes(figures: Mapping[str, SiteFigures], years: float | None, dormant_years: float) -> list[SiteChange]:
    """Return what became of each site, by name; ground that is ``other`` at both dates makes no site."""
    return [
        SiteChange(
            site=name,
            status=status_of(site, years, dormant_years),
            before_m2=site.before,
            after_m2=site.after,
            expansion_m2=site.changed.get("expansion", 0.0),
            reclamation_m2=site.changed.get("reclamation", 0.0),
            conversion_m2=site.changed.get("conversion", 0.0),
            not_observed_m2=site.unseen,
            rate=annual_rate(site.before, site.after, years),
            before_ids=tuple(sorted(site.before_ids)),
            after_ids=tuple(sorted(site.after_ids)),
        )
        for name, site in sorted(figures.items())
        if site.before + site.after + site.unseen > 0
    ]


def status_of(site: SiteFigures, years: float | None, dormant_years: float) -> str:
    """Return one word for a site.

    ``new``: nothing before, on ground that could be observed then. ``revegetated``: nine tenths are no longer mapped
    though they could be observed (whether plants grow there, an index must say). ``dormant``: no change for so long;
    ``stable``: none, but for a shorter or unknown time. Differences within tolerance and least area are none.
    """
    if site.unseen >= _UNSEEN_PART * site.mapped:
        return UNSEEN
    expansion, reclamation = site.changed.get("expansion", 0.0), site.changed.get("reclamation", 0.0)
    if site.before <= 0:
        return NEW
    if site.after <= 0 or reclamation >= _GONE_PART * site.before:
        return REVEGETATED
    if expansion > 0:
        return EXPANDED
    if reclamation > 0:
        return CONTRACTED
    if not site.changed.get("conversion", 0.0) and years is not None and years >= dormant_years:
        return DORMANT
    return STABLE
