#!/usr/bin/env python3
"""Keep i18n/*.ts in step with the sources: translations.py update | check | compile.

``update`` collects every string that a person reads and writes it into each .ts file, keeping what is translated and
dropping what is gone. ``check`` says what ``update`` would change. ``compile`` makes the .qm files with Qt's lrelease.

Qt's own lupdate takes a function for a string of the class around it; here all strings of Python share the context
``MiningMonitor`` (``tr("…")``), those of a form have the form's class, as Qt's uic looks them up.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Dict, Iterator, List, Set, Tuple

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "mining_monitor"
I18N = ROOT / "i18n"
LANGUAGES = ("es", "fr", "pt")

#: Context of ``tr("…")`` in Python.
CONTEXT = "MiningMonitor"

#: Rooms that talk to people (STYLE 9), and the vocabulary that they show.
ROOMS = ("adapter", "gui", "plugin.py")
VOCABULARY = ("schema/classes.py",)

#: Context and text of a string for people.
Message = Tuple[str, str]


class SourceError(Exception):
    """A string for people cannot be collected: it is no literal."""


def python_messages(path: Path) -> Iterator[Message]:
    """Yield (context, text) of every ``tr("…")`` and ``translate("context", "…")`` of a module.

    Raises
    ------
    SourceError
        The argument is an f-string or a concatenation of names, which no translator could see.
    """
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "tr":
            texts = list(literals(node.args[0], path))
            yield from ((CONTEXT, text) for text in texts)
        elif name == "translate" and len(node.args) > 1:
            context, text = node.args[0], node.args[1]
            if isinstance(context, ast.Constant) and isinstance(text, ast.Constant):
                yield str(context.value), str(text.value)


def literals(node: ast.expr, path: Path) -> Iterator[str]:
    """Yield the texts that an argument may be: a literal, or either branch of ``a if … else b``.

    A name or an attribute (``tr(sector_class.title)``) yields nothing: its texts belong to the vocabulary.
    """
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if node.value:
            yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body, path)
        yield from literals(node.orelse, path)
    elif isinstance(node, (ast.JoinedStr, ast.BinOp)) or (isinstance(node, ast.Call) and is_format(node)):
        raise SourceError(f"{path}:{node.lineno}: tr() takes a literal; format what it returns")


def is_format(node: ast.Call) -> bool:
    """Tell whether a call is ``"…".format(…)``, which must stand outside ``tr()``."""
    return isinstance(node.func, ast.Attribute) and node.func.attr == "format"


def form_messages(path: Path) -> Iterator[Message]:
    """Yield (class of the form, text) of every translatable string of a .ui file."""
    form = ET.parse(path).getroot()
    context = form.findtext("class", default="Form")
    for element in form.iter("string"):
        if element.text and element.text.strip() and element.get("notr") != "true":
            yield context, element.text


def vocabulary_messages(path: Path) -> Iterator[Message]:
    """Yield the titles, definitions and common mistakes of the classes, which ``tr(variable)`` shows."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "SectorClass":
            for argument in node.args[2:5]:
                if isinstance(argument, ast.Constant) and argument.value:
                    yield CONTEXT, str(argument.value)


def collect() -> Dict[str, List[str]]:
    """Return the texts of the sources by context, in the order of the sources, each once."""
    found: Dict[str, Dict[str, None]] = {}
    files = [path for room in ROOMS for path in sorted((PACKAGE / room).rglob("*")) or [PACKAGE / room]]
    for path in files:
        if path.suffix == ".py" and path.is_file():
            messages = python_messages(path)
        elif path.suffix == ".ui":
            messages = form_messages(path)
        else:
            continue
        for context, text in messages:
            found.setdefault(context, {})[text] = None
    for name in VOCABULARY:
        for context, text in vocabulary_messages(PACKAGE / name):
            found.setdefault(context, {})[text] = None
    return {context: list(texts) for context, texts in sorted(found.items())}


def ts_path(language: str) -> Path:
    """Return the translation source of a language."""
    return I18N / f"mining_monitor_{language}.ts"


def read_ts(path: Path) -> Dict[Message, str]:
    """Return the finished translations of a .ts file by (context, source)."""
    done: Dict[Message, str] = {}
    if not path.is_file():
        return done
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", default="")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") is None and translation.text:
                done[name, message.findtext("source", default="")] = translation.text
    return done


def ts_text(language: str, messages: Dict[str, List[str]], done: Dict[Message, str]) -> str:
    """Return the text of a .ts file, as Qt Linguist reads it."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    for context, texts in messages.items():
        element = ET.SubElement(root, "context")
        ET.SubElement(element, "name").text = context
        for text in texts:
            message = ET.SubElement(element, "message")
            ET.SubElement(message, "source").text = text
            translated = done.get((context, text))
            translation = ET.SubElement(message, "translation", {} if translated else {"type": "unfinished"})
            translation.text = translated
    ET.indent(root, "    ")
    return '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + ET.tostring(root, encoding="unicode") + "\n"


def missing(language: str) -> Set[Message]:
    """Return the messages of the sources that a language has not translated."""
    done = read_ts(ts_path(language))
    return {(context, text) for context, texts in collect().items() for text in texts if (context, text) not in done}


def update(is_dry: bool) -> int:
    """Write the .ts files, or with ``is_dry`` only say which are out of date; return how many are."""
    messages, changed = collect(), 0
    for language in LANGUAGES:
        path = ts_path(language)
        text = ts_text(language, messages, read_ts(path))
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            changed += 1
            if not is_dry:
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8")
        total = sum(len(texts) for texts in messages.values())
        done = total - sum(1 for c, texts in messages.items() for t in texts if (c, t) not in read_ts(path))
        print(f"{path.name}: {done} of {total} translated")
    return changed


def lrelease() -> str:
    """Return Qt's compiler of translations.

    Raises
    ------
    FileNotFoundError
        There is none: `qttools5-dev-tools` has it.
    """
    for name in ("/usr/lib/qt5/bin/lrelease", "/usr/lib/qt6/bin/lrelease", "lrelease-qt5", "lrelease-qt6", "lrelease"):
        found = shutil.which(name)
        if found:
            return found
    raise FileNotFoundError("Qt's lrelease is missing: apt-get install qttools5-dev-tools")


def compile_all() -> None:
    """Make a .qm file of every .ts file that is newer than its own."""
    for path in sorted(I18N.glob("*.ts")):
        compiled = path.with_suffix(".qm")
        if not compiled.is_file() or compiled.stat().st_mtime < path.stat().st_mtime:
            subprocess.run([lrelease(), "-silent", str(path), "-qm", str(compiled)], check=True)


def main() -> int:
    """Do what the command line says."""
    action = sys.argv[1] if len(sys.argv) == 2 else ""
    try:
        if action == "update":
            update(is_dry=False)
        elif action == "check":
            if update(is_dry=True):
                print("i18n/*.ts are behind the sources: make i18n", file=sys.stderr)
                return 1
        elif action == "compile":
            compile_all()
        else:
            print("usage: translations.py update | check | compile", file=sys.stderr)
            return 2
    except (SourceError, OSError, subprocess.CalledProcessError) as error:
        print(f"translations.py: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
