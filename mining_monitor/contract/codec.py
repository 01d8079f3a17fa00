"""Frozen dataclasses to JSON values and back, checked against their annotations."""

from __future__ import annotations

import dataclasses
import functools
import math
import typing
from typing import Any, Dict, Type, TypeVar, Union

from mining_monitor.contract.errors import ContractError

T = TypeVar("T")


def to_json(value: Any) -> Any:
    """Turn a dataclass (or a plain value) into JSON values; tuples become lists."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, (list, tuple)):
        return [to_json(item) for item in value]
    if isinstance(value, dict):
        return {str(key): to_json(item) for key, item in value.items()}
    if isinstance(value, float) and not math.isfinite(value):
        raise ContractError(f"{value!r} is no JSON number", where="")
    return value


def from_json(kind: Type[T], value: Any, where: str = "") -> T:
    """Build ``kind`` from JSON values.

    Unknown members are ignored, so that a newer program can talk to an older one; missing members take the
    field's default.

    Raises
    ------
    ContractError
        A member is missing or has another type; the message names its path.
    """
    return typing.cast(T, _build(kind, value, where))


@functools.cache
def _hints(kind: type) -> Dict[str, Any]:
    return typing.get_type_hints(kind)


def _build(kind: Any, value: Any, where: str) -> Any:
    if kind is Any:
        return value
    origin = typing.get_origin(kind)
    if origin is Union:
        return _build_optional(kind, value, where)
    if origin is typing.Literal:
        if value not in typing.get_args(kind):
            raise ContractError(f"{where or 'value'} is {value!r}, not one of {typing.get_args(kind)}", where)
        return value
    if origin is tuple:
        return _build_tuple(kind, value, where)
    if origin is dict:
        if not isinstance(value, dict):
            raise ContractError(f"{where} must be an object", where)
        item = typing.get_args(kind)[1]
        return {str(k): _build(item, v, f"{where}.{k}") for k, v in value.items()}
    if dataclasses.is_dataclass(kind):
        return _build_dataclass(kind, value, where)
    return _build_plain(kind, value, where)


def _build_optional(kind: Any, value: Any, where: str) -> Any:
    choices = [k for k in typing.get_args(kind) if k is not type(None)]
    if value is None and len(choices) < len(typing.get_args(kind)):
        return None
    if len(choices) != 1:
        raise ContractError(f"{where}: unions of several types are not part of the contract", where)
    return _build(choices[0], value, where)


def _build_tuple(kind: Any, value: Any, where: str) -> Any:
    if not isinstance(value, (list, tuple)):
        raise ContractError(f"{where} must be a list", where)
    kinds = typing.get_args(kind)
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_build(kinds[0], item, f"{where}[{i}]") for i, item in enumerate(value))
    if len(kinds) != len(value):
        raise ContractError(f"{where} must have {len(kinds)} items, has {len(value)}", where)
    return tuple(_build(k, item, f"{where}[{i}]") for i, (k, item) in enumerate(zip(kinds, value)))


def _build_dataclass(kind: Any, value: Any, where: str) -> Any:
    if not isinstance(value, dict):
        raise ContractError(f"{where or kind.__name__} must be an object, is {type(value).__name__}", where)
    hints = _hints(kind)
    members = {}
    for field in dataclasses.fields(kind):
        path = f"{where}.{field.name}" if where else field.name
        if field.name in value:
            members[field.name] = _build(hints[field.name], value[field.name], path)
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise ContractError(f"{path} is missing", path)
    return kind(**members)


def _build_plain(kind: Any, value: Any, where: str) -> Any:
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return _as_float(value, where)
    if kind is float and isinstance(value, float) and not math.isfinite(value):
        raise ContractError(f"{where} is {value!r}: no finite number", where)
    if not isinstance(value, kind) or (kind in (int, float) and isinstance(value, bool)):
        raise ContractError(f"{where} must be {kind.__name__}, is {type(value).__name__}", where)
    return value


def _as_float(value: int, where: str) -> float:
    try:
        return float(value)
    except OverflowError as error:
        raise ContractError(f"{where} is too large a number", where) from error
