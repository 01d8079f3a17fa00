"""XML of a product as a small tree; what attacks a parser (document types, entities, depth, size) is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from mining_monitor.contract.errors import ImageError

#: Metadata of a whole product measure some 100 kB, those of a tile about 1 MB.
LARGEST_BYTES = 32 * 1024 * 1024

_DEEPEST = 64
_MOST_ELEMENTS = 500_000


@dataclass
class Element:
    """An element: its name without namespace, attributes, text and children."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def all(self, *names: str) -> Iterator[Element]:
        """Yield descendants that bear one of the names, in document order."""
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.all(*names)

    def first(self, *names: str) -> str:
        """Return the text of the first descendant with one of the names, tried in turn; empty where there is none."""
        for name in names:
            found = next(self.all(name), None)
            if found is not None and found.text.strip():
                return found.text.strip()
        return ""


class _Builder:
    def __init__(self) -> None:
        self.root = Element("")
        self._open = [self.root]
        self._count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) > _DEEPEST or self._count > _MOST_ELEMENTS:
            raise ValueError("too many elements or levels")
        element = Element(name.rsplit(":", 1)[-1], attributes)
        self._open[-1].children.append(element)
        self._open.append(element)

    def end(self, _: str) -> None:
        self._open.pop()

    def data(self, text: str) -> None:
        self._open[-1].text += text


def _refuse(*_: object) -> int:
    raise ValueError("document types and entities have no place in it")


def parse_xml(content: bytes, *, name: str) -> Element:
    """Parse a document and return its root element.

    Raises
    ------
    ImageError
        It is no XML, too large, or has a document type.
    """
    if len(content) > LARGEST_BYTES:
        raise _damaged(name, f"it has {len(content)} bytes")
    builder = _Builder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = builder.start, builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = parser.ExternalEntityRefHandler = _refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise _damaged(name, str(error)) from error
    return builder.root.children[0]


def _damaged(name: str, why: str) -> ImageError:
    return ImageError(
        f"The metadata '{name}' cannot be read ({why}). Get the product again from its source.", path=name
    )
