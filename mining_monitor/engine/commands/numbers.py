"""``areas``, ``samplepoints``, ``assessaccuracy``, ``detectchange`` and what else comes out as numbers."""

from __future__ import annotations

import argparse
from typing import Any

from mining_monitor.contract import change, numbers, release
from mining_monitor.contract.accuracy import AssessAccuracyRequest
from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.numbers import SectorSource
from mining_monitor.engine import numbers_text  # noqa: F401  (says the results in words)
from mining_monitor.engine.commands import report as report_command
from mining_monitor.engine.commands.base import add_command


def add_commands(commands: Any) -> None:
    """Add the sub-commands."""
    _add_areas(commands)
    _add_sample_points(commands)
    _add_assess_accuracy(commands)
    _add_detect_change(commands)
    _add_time_series(commands)
    _add_scan_release(commands)
    report_command.add_commands(commands)


def _add_source_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--layer", default="", help="default: 'sectors', else the first")
    command.add_argument("--where", default="", help="OGR SQL filter")
    command.add_argument("--states", default="", help="comma-separated review states; default: all but rejected")


def _add_extent_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--extent", nargs=4, type=float, metavar=("W", "S", "E", "N"), help="in --extent-crs")
    command.add_argument("--extent-crs", default="", help="authority code; default: degrees")


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ").split())


def _source(options: argparse.Namespace) -> SectorSource:
    return SectorSource(options.input, options.layer, options.where, _words(options.states))


def _extent(options: argparse.Namespace) -> Extent | None:
    if not options.extent:
        return None
    west, south, east, north = options.extent
    return Extent(west, south, east, north, options.extent_crs)


def parse_by_class(text: str, *, name: str) -> dict[str, float]:
    """Read ``key=number`` pairs, separated by commas or blanks.

    Raises
    ------
    ParameterError
        A pair has another form.
    """
    values = {}
    for pair in _words(text):
        key, _, number = pair.partition("=")
        try:
            values[key.strip().lower()] = float(number)
        except ValueError:
            raise ParameterError(f"{name} holds '{pair}'; write class=number, for example op=900.", name=name) from None
    return values


def _add_areas(commands: Any) -> None:
    command = add_command(commands, "areas", "sum up areas by class, site, commodity and place")
    command.add_argument("input", metavar="INPUT")
    _add_source_options(command)
    command.add_argument("--by", default="site_id", help="comma-separated fields to group by")
    command.add_argument("--overlay", default="", help="polygons to cut with")
    command.add_argument("--overlay-layer", default="")
    command.add_argument("--overlay-field", default="", help="field that names the polygons")
    command.add_argument("--attributes", default="", help="table (.csv) of sites, for example of their commodity")
    command.add_argument("--attributes-key", default="", help="its column with the site_id; default: ID")
    command.add_argument("--attributes-field", default="", help="its column to group by; default: Metal/Commodity")
    command.add_argument("--min-area", type=float, default=numbers.MIN_AREA_M2, help="minimum mappable unit, m2")
    command.add_argument("--min-area-by-class", default="", help='where it differs, as "op=900,mf=100"')
    command.add_argument("--table", help=".csv to write")
    _add_extent_options(command)
    command.set_defaults(build=_areas_request)


def _areas_request(options: argparse.Namespace) -> numbers.AreasRequest:
    return numbers.AreasRequest(
        _source(options), _words(options.by), options.overlay, options.overlay_layer, options.overlay_field,
        options.attributes, options.attributes_key, options.attributes_field, options.min_area,
        parse_by_class(options.min_area_by_class, name="--min-area-by-class"), _extent(options), options.table,
    )  # fmt: skip


def _add_sample_points(commands: Any) -> None:
    command = add_command(commands, "samplepoints", "draw a stratified random sample for an accuracy assessment")
    command.add_argument("input", metavar="INPUT", help="sectors or a class raster")
    command.add_argument("output", metavar="OUTPUT", help=".gpkg or .geojson")
    _add_source_options(command)
    command.add_argument("--size", type=int, default=0, help="points; 0: as many as --standard-error wants")
    command.add_argument("--allocation", choices=numbers.ALLOCATIONS, default="olofsson")
    command.add_argument("--seed", type=int, default=1)
    command.add_argument("--min-per-class", type=int, default=50)
    command.add_argument("--expected-accuracy", default="", help='user\'s accuracy by class, as "op=0.9,wr=0.7"')
    command.add_argument("--standard-error", type=float, default=0.01, help="wanted of overall accuracy")
    _add_extent_options(command)
    command.set_defaults(
        build=lambda o: numbers.SamplePointsRequest(
            _source(o), o.output, o.size, o.allocation, o.seed, o.min_per_class,
            parse_by_class(o.expected_accuracy, name="--expected-accuracy"), o.standard_error, _extent(o),
        )
    )  # fmt: skip


def _add_assess_accuracy(commands: Any) -> None:
    command = add_command(commands, "assessaccuracy", "compare a map with a reference or a labelled sample")
    command.add_argument("input", metavar="INPUT", help="sectors or a class raster")
    command.add_argument("reference", metavar="REFERENCE", help="labelled sample, polygons or a class raster")
    _add_source_options(command)
    command.add_argument("--reference-layer", default="")
    command.add_argument("--reference-where", default="", help="OGR SQL filter")
    command.add_argument("--out", help=".json to write")
    command.add_argument("--table", help=".csv to write, by class")
    command.add_argument("--tolerance", type=float, default=numbers.TOLERANCE_M, help="of outlines, m")
    command.add_argument("--min-iou", type=float, default=0.5, help="from which two sectors are the same one")
    _add_extent_options(command)
    command.set_defaults(
        build=lambda o: AssessAccuracyRequest(
            _source(o), SectorSource(o.reference, o.reference_layer, o.reference_where), _extent(o), o.out, o.table,
            o.tolerance, o.min_iou,
        )
    )  # fmt: skip


def _add_change_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--tolerance", type=float, default=numbers.TOLERANCE_M, help="narrower changes are none, m")
    command.add_argument("--min-area", type=float, default=numbers.MIN_AREA_M2, help="smaller changes are none, m2")
    command.add_argument("--dormant-years", type=float, default=3.0)


def _add_detect_change(commands: Any) -> None:
    command = add_command(commands, "detectchange", "find expansion, reclamation and conversion between two dates")
    for name in ("before", "after"):
        command.add_argument(name, metavar=name.upper())
        command.add_argument(f"--{name}-layer", default="")
        command.add_argument(f"--{name}-where", default="", help="OGR SQL filter")
        command.add_argument(f"--{name}-date", default="", help="ISO 8601, where the sectors have none")
    command.add_argument("--states", default="", help="comma-separated review states; default: all but rejected")
    _add_change_options(command)
    command.add_argument("--out", help=".gpkg or .geojson to write: polygons of change")
    command.add_argument("--matrix", help=".csv to write: the transition matrix")
    command.set_defaults(build=_change_request)


def _change_request(options: argparse.Namespace) -> change.DetectChangeRequest:
    states = _words(options.states)
    before = SectorSource(options.before, options.before_layer, options.before_where, states, options.before_date)
    after = SectorSource(options.after, options.after_layer, options.after_where, states, options.after_date)
    return change.DetectChangeRequest(
        before, after, options.tolerance, options.min_area, options.out, options.matrix, options.dormant_years
    )


def _add_time_series(commands: Any) -> None:
    command = add_command(commands, "timeseries", "follow areas and sites over any number of dates")
    command.add_argument("inputs", metavar="DATE=FILE", nargs="+", help="for example 2021-05=mine.gpkg")
    command.add_argument("--table", help=".csv to write")
    _add_change_options(command)
    command.set_defaults(
        build=lambda o: change.TimeSeriesRequest(
            tuple(_dated(text) for text in o.inputs), o.tolerance, o.min_area, o.table, o.dormant_years
        )
    )


def _dated(text: str) -> SectorSource:
    date, sign, path = text.partition("=")
    if not sign:
        raise ParameterError(f"'{text}' has no date; write DATE=FILE, for example 2021-05=mine.gpkg.", name="inputs")
    return SectorSource(path, observed_at=date)


def _add_scan_release(commands: Any) -> None:
    command = add_command(commands, "scanrelease", "search files that are to be released for what was withheld")
    command.add_argument("input", metavar="INPUT", help="the full-resolution sectors")
    command.add_argument("files", metavar="FILE", nargs="+", help="files and folders to search")
    _add_source_options(command)
    command.add_argument("--generalise", choices=("0.01", "0.05", "0.1"), default="0.1", help="the grid, degrees")
    command.add_argument("--everything", action="store_true", help="all sectors are withheld, not only artisanal ones")
    command.set_defaults(
        build=lambda o: release.ScanReleaseRequest(tuple(o.files), _source(o), o.generalise, o.everything)
    )
