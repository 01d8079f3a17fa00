"""Hypothesis strategies for the contract's dataclasses, made from their annotations, and walks through their JSON."""

import dataclasses
import typing

from hypothesis import strategies as st

TEXT = st.text(max_size=12)
FINITE = st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | FINITE | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=5,
)
PLAIN = {str: TEXT, int: st.integers(), float: FINITE, bool: st.booleans(), typing.Any: JSON}


def strategy_for(kind):
    """Return a strategy for an annotation: a plain type, Optional, Tuple, Dict or a dataclass."""
    if kind in PLAIN:
        return PLAIN[kind]
    arguments = typing.get_args(kind)
    origin = typing.get_origin(kind)
    if origin is typing.Union:
        return st.none() | strategy_for(next(a for a in arguments if a is not type(None)))
    if origin is tuple and arguments[1:] == (Ellipsis,):
        return st.lists(strategy_for(arguments[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*map(strategy_for, arguments))
    if origin is dict:
        return st.dictionaries(TEXT, strategy_for(arguments[1]), max_size=3)
    hints = typing.get_type_hints(kind)
    return st.builds(kind, **{field.name: strategy_for(hints[field.name]) for field in dataclasses.fields(kind)})


def dataclasses_of(module):
    """Return the dataclasses that a module defines, by name."""
    found = [value for value in vars(module).values() if isinstance(value, type) and dataclasses.is_dataclass(value)]
    return sorted((kind for kind in found if kind.__module__ == module.__name__), key=lambda kind: kind.__name__)


def typed_leaves(kind, value, where=""):
    """Yield (path, kind, container, key) of each plain member in the JSON of a dataclass; free JSON is left out."""
    hints = typing.get_type_hints(kind)
    for field in dataclasses.fields(kind):
        path = f"{where}.{field.name}" if where else field.name
        yield from _leaves(hints[field.name], value, field.name, path)


def _leaves(kind, container, key, path):
    value = container[key]
    arguments = typing.get_args(kind)
    if typing.get_origin(kind) is typing.Union:
        if value is not None:
            yield from _leaves(next(a for a in arguments if a is not type(None)), container, key, path)
    elif typing.get_origin(kind) is tuple:
        kinds = [arguments[0]] * len(value) if arguments[1:] == (Ellipsis,) else arguments
        for index, item in enumerate(kinds):
            yield from _leaves(item, value, index, f"{path}[{index}]")
    elif typing.get_origin(kind) is dict:
        for name in value:
            yield from _leaves(arguments[1], value, name, f"{path}.{name}")
    elif dataclasses.is_dataclass(kind):
        yield from typed_leaves(kind, value, path)
    elif kind is not typing.Any:
        yield path, kind, container, key


def objects(kind, value):
    """Yield each JSON object that stands for a dataclass."""
    yield value
    hints = typing.get_type_hints(kind)
    for field in dataclasses.fields(kind):
        yield from _inner_objects(hints[field.name], value[field.name])


def _inner_objects(kind, value):
    arguments = [a for a in typing.get_args(kind) if a is not type(None)]
    if value is None:
        return
    if dataclasses.is_dataclass(kind):
        yield from objects(kind, value)
    elif isinstance(value, list) and arguments:
        for item in value:
            yield from _inner_objects(arguments[0], item)
    elif typing.get_origin(kind) is typing.Union:
        yield from _inner_objects(arguments[0], value)
