"""Reports say the same in each of their languages."""

from __future__ import annotations

import json
import re
import string

import pytest

from mining_monitor import paths
from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.numbers import SectorSource
from mining_monitor.contract.report import LANGUAGES, SiteReportRequest
from mining_monitor.engine.progress import Job
from mining_monitor.engine.reporting.report_words import load_words
from mining_monitor.engine.reporting.site_report import write_report
from mining_monitor.schema.classes import LAMES_CLASSES
from mining_monitor.schema.review import STATES
from tests.engine.monitoring.shapes import box_m, write_layer

#: Words that are the same in English and in another language.
SAME = {"decimal", "site", "date", "image", "signature"}


def document(language):
    return json.loads(paths.resource("report", "words", f"{language}.json").read_text(encoding="utf-8"))


def places(text):
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_text_with_the_same_places_for_figures(language):
    own, english = document(language), document("en")
    assert {part: sorted(own[part]) for part in own} == {part: sorted(english[part]) for part in english}
    assert {n: places(t) for n, t in own["words"].items()} == {n: places(t) for n, t in english["words"].items()}
    assert set(own["classes"]) == {each.key for each in LAMES_CLASSES}
    assert set(own["states"]) == {*STATES, "-"}
    assert all(text.strip() for part in own.values() for text in part.values())


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_other_languages_are_not_english(language):
    own, english = document(language)["words"], document("en")["words"]
    assert {name for name in own if own[name] == english[name]} <= SAME


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_calls_anything_illegal(language):
    said = json.dumps(document(language), ensure_ascii=False).lower()
    assert not re.search(r"illegal|ilegal|illégal", said)


@pytest.mark.parametrize(
    ("language", "number", "area", "large"),
    [
        ("en", "1\u202f234.50", "12.35 ha", "1.23 km²"),
        ("es", "1\u202f234,50", "12,35 ha", "1,23 km²"),
        ("fr", "1\u202f234,50", "12,35 ha", "1,23 km²"),
        ("pt", "1\u202f234,50", "12,35 ha", "1,23 km²"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(language, number, area, large):
    words = load_words(language)
    assert (words.number(1234.5), words.area(123_456.0), words.area(1_234_567.0)) == (number, area, large)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", ("Tajo abierto", "12,00 ha", "Límites", "aprobado")),
        ("fr", ("Mine à ciel ouvert", "12,00 ha", "Limites", "approuvé")),
        ("pt", ("Cava a céu aberto", "12,00 ha", "Limites", "aprovado")),
    ],
)
def test_the_page_speaks_the_language_and_says_so(tmp_path, language, words):
    project = write_layer(tmp_path / "p.gpkg", [box_m(0, 0, 400, 300)], **{
        "class": [5], "site_id": ["1"], "state": ["approved"], "uuid": ["u1"], "reviewer": ["kofi"],
    })  # fmt: skip
    write_report(SiteReportRequest(SectorSource(str(project)), str(tmp_path / "r.html"), language=language), Job())
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in page
    assert [word for word in words if word not in page] == []
    english = ("Open pit", "Sectors", "Accuracy", "Limits<", "approved", "undefined")
    assert [word for word in english if word in page] == []


def test_a_language_without_reports_is_refused_by_name(tmp_path):
    with pytest.raises(ParameterError, match="LANGUAGE is 'tlh'; reports are written in en, es, fr, pt"):
        write_report(SiteReportRequest(SectorSource("x.gpkg"), str(tmp_path / "r.html"), language="tlh"), Job())
