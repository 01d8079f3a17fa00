"""Every string for people can be translated, and i18n/*.ts knows it."""

from __future__ import annotations

import ast
import importlib.util
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest

from tests.repository.sources import ROOMS_WITH_TEXT, ROOT, modules, place, tree

LANGUAGES = ("es", "fr", "pt")

#: Calls whose literal argument a person would read.
SPEAKING = {
    "setText", "setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle", "setTitle", "setPlaceholderText",
    "setPrefix", "setSuffix", "addAction", "addMenu", "addItem", "addTab", "setTabText", "setLabelText", "pushMessage",
    "pushInfo", "pushWarning", "pushCritical", "pushSuccess", "QLabel", "QPushButton", "QCheckBox", "QRadioButton",
    "QGroupBox", "QToolButton", "QAction", "QDockWidget", "setAccessibleName", "setAccessibleDescription",
    "setHorizontalHeaderLabels", "QgsProcessingException",
}  # fmt: skip

#: A literal that is no identifier: several words, or one with a capital.
WORDS = re.compile(r"[A-Za-z]{2}.*\s|^[A-Z][a-z]+$")

#: A word among the fixed parts of an f-string.
WORDS_IN_FORMAT = re.compile(r"[A-Za-z]{3}")

#: Proper names are the same in every language.
NAMES = {"Mining Monitor"}


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / ".ci/translations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bare_texts(path: Path) -> list[str]:
    """Literals with a word in them that stand directly in a call that speaks to a person."""
    found = []
    for node in ast.walk(tree(path)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in SPEAKING:
            continue
        for argument in [*node.args, *(keyword.value for keyword in node.keywords)]:
            parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
            values = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            texts = [re.sub(r"<[^<>]*>|&\w+;", "", text) for text in values if text not in NAMES]
            pattern = WORDS_IN_FORMAT if isinstance(argument, ast.JoinedStr) else WORDS
            if any(pattern.search(text) for text in texts):
                found.append(place(path, argument.lineno))
    return found


def test_no_text_for_people_is_bare():
    assert [line for path in modules(*ROOMS_WITH_TEXT) for line in bare_texts(path)] == []


def contexts(path: Path) -> list[ET.Element]:
    """Contexts of a .ts file."""
    return list(ET.parse(path).getroot().iter("context"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ts_file_holds_exactly_the_strings_of_the_sources(translations, language):
    path = translations.ts_path(language)
    assert path.is_file(), "make i18n"
    known = {(c.findtext("name"), m.findtext("source")) for c in contexts(path) for m in c.iter("message")}
    wanted = {(context, text) for context, texts in translations.collect().items() for text in texts}
    assert sorted(wanted - known) == [], "strings that translators do not see yet: make i18n"
    assert sorted(known - wanted) == [], "strings that the sources no longer have: make i18n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_placeholders(translations, language):
    placeholders = re.compile(r"\{[^{}]*\}|%[nL0-9]+")
    wrong = {
        source: translated
        for (_, source), translated in translations.read_ts(translations.ts_path(language)).items()
        if sorted(placeholders.findall(source)) != sorted(placeholders.findall(translated))
    }
    assert wrong == {}


def test_a_string_that_no_translator_could_see_is_refused(translations, tmp_path):
    module = tmp_path / "module.py"
    module.write_text("tr(f'{n} sectors')\n", encoding="utf-8")
    with pytest.raises(translations.SourceError, match=r"module\.py:1"):
        list(translations.python_messages(module))


def test_a_finished_translation_survives_an_update(translations):
    messages = {"MiningMonitor": ["Open pit", "New"]}
    text = translations.ts_text("es", messages, {("MiningMonitor", "Open pit"): "Tajo abierto", ("Gone", "x"): "y"})
    assert "<translation>Tajo abierto</translation>" in text
    assert '<translation type="unfinished" />' in text
    assert "Gone" not in text
