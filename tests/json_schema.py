"""A validator for the JSON Schema keywords that the project's own schemas use; others are an error."""
# ruff: noqa: ARG001 - every check has one signature

from __future__ import annotations

import re
from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
_NOTES = {"$schema", "$id", "$defs", "title", "description", "examples"}


def validate(value: Any, schema: Any, root: Any = None, place: str = "$") -> None:
    """Raise AssertionError where ``value`` does not meet ``schema`` (draft 2020-12)."""
    root = schema if root is None else root
    if isinstance(schema, bool):
        assert schema, f"{place}: not allowed"
        return
    for keyword, rule in schema.items():
        if keyword in _NOTES:
            continue
        check = _CHECKS.get(keyword)
        assert check is not None, f"the validator does not know {keyword}"
        check(value, rule, schema, root, place)


def _ref(value: Any, rule: str, schema: Any, root: Any, place: str) -> None:
    assert rule.startswith("#/$defs/"), rule
    validate(value, root["$defs"][rule.removeprefix("#/$defs/")], root, place)


def _type(value: Any, rule: Any, schema: Any, root: Any, place: str) -> None:
    names = [rule] if isinstance(rule, str) else rule
    fits = any(
        isinstance(value, _TYPES[name]) and (name == "boolean" or not isinstance(value, bool))
        for name in names
    )
    assert fits, f"{place}: {value!r} is not {names}"


def _one_of(value: Any, rule: list[Any], schema: Any, root: Any, place: str) -> None:
    fitting = 0
    for option in rule:
        try:
            validate(value, option, root, place)
        except AssertionError:
            continue
        fitting += 1
    assert fitting == 1, f"{place}: {value!r} fits {fitting} of {len(rule)} choices"


def _properties(value: Any, rule: dict[str, Any], schema: Any, root: Any, place: str) -> None:
    if isinstance(value, dict):
        for name, inner in rule.items():
            if name in value:
                validate(value[name], inner, root, f"{place}.{name}")


def _additional(value: Any, rule: Any, schema: Any, root: Any, place: str) -> None:
    if isinstance(value, dict):
        for name in value.keys() - schema.get("properties", {}).keys():
            validate(value[name], rule, root, f"{place}.{name}")


def _required(value: Any, rule: list[str], schema: Any, root: Any, place: str) -> None:
    if isinstance(value, dict):
        missing = [name for name in rule if name not in value]
        assert not missing, f"{place}: {missing} missing"


def _items(value: Any, rule: Any, schema: Any, root: Any, place: str) -> None:
    if isinstance(value, list):
        for number, element in enumerate(value[len(schema.get("prefixItems", [])) :]):
            validate(element, rule, root, f"{place}[{number}]")


def _prefix(value: Any, rule: list[Any], schema: Any, root: Any, place: str) -> None:
    if isinstance(value, list):
        for number, (element, inner) in enumerate(zip(value, rule, strict=False)):
            validate(element, inner, root, f"{place}[{number}]")


def _simple(test: Any) -> Any:
    def check(value: Any, rule: Any, schema: Any, root: Any, place: str) -> None:
        assert test(value, rule), f"{place}: {value!r} against {rule!r}"

    return check


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_CHECKS: dict[str, Any] = {
    "$ref": _ref,
    "type": _type,
    "oneOf": _one_of,
    "properties": _properties,
    "additionalProperties": _additional,
    "required": _required,
    "items": _items,
    "prefixItems": _prefix,
    "const": _simple(lambda value, rule: type(value) is type(rule) and value == rule),
    "enum": _simple(lambda value, rule: any(type(value) is type(r) and value == r for r in rule)),
    "minimum": _simple(lambda value, rule: not _is_number(value) or value >= rule),
    "maximum": _simple(lambda value, rule: not _is_number(value) or value <= rule),
    "minItems": _simple(lambda value, rule: not isinstance(value, list) or len(value) >= rule),
    "maxItems": _simple(lambda value, rule: not isinstance(value, list) or len(value) <= rule),
    "minLength": _simple(lambda value, rule: not isinstance(value, str) or len(value) >= rule),
    "uniqueItems": _simple(
        lambda value, rule: (
            not isinstance(value, list) or not rule or len({repr(v) for v in value}) == len(value)
        )
    ),
    "pattern": _simple(lambda value, rule: not isinstance(value, str) or re.search(rule, value) is not None),
}
