"""Reads and writes files in the exchange format `enplan-cases`; a bad file is refused whole, with its case and key."""

import itertools
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any, cast

from jsonschema import Draft202012Validator, FormatChecker, ValidationError, validators

from desktop_app.application.errors import ImportProblem, ImportRefused
from desktop_app.application.exchange_format import FORMAT, VERSION
from desktop_app.domain.control_characters import holds_control
from desktop_app.resource_files import resource
from desktop_app.storage.json_document import (
    CHARACTERS_SHOWN,
    NoNumber,
    TwiceKeyed,
    parse_json,
    read_json,
    texts_of,
)
from desktop_app.storage.sealed_file import is_sealed, seal, unseal
from desktop_app.storage.whole_file import write_whole

SCHEMA_FILE = "enplan-cases-1.schema.json"
LONGEST_TEXT = 100_000
ISO_DATE = re.compile(r"(19|20|21)\d\d-\d\d-\d\d")
ISO_MOMENT = re.compile(ISO_DATE.pattern + r"T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?(Z|\+00:00)", re.ASCII)

_PROBLEMS = {
    "additionalProperties": ImportProblem.UNKNOWN_KEY,
    "required": ImportProblem.MISSING_KEY,
    "dependentRequired": ImportProblem.MISSING_KEY,
    "type": ImportProblem.WRONG_TYPE,
    "enum": ImportProblem.UNKNOWN_WORD,
    "const": ImportProblem.WRONG_FORM,
    "pattern": ImportProblem.WRONG_FORM,
    "minLength": ImportProblem.BLANK,
    "maxLength": ImportProblem.TOO_LONG,
    "minimum": ImportProblem.OUT_OF_RANGE,
    "maximum": ImportProblem.OUT_OF_RANGE,
}
_FORMATS = {
    "date": ImportProblem.IMPOSSIBLE_DATE,
    "date-time": ImportProblem.IMPOSSIBLE_MOMENT,
    "not-blank": ImportProblem.BLANK,
}
# Only words, dates and moments are repeated back: any other value may be somebody's number or name.
_REPEATED = frozenset({ImportProblem.UNKNOWN_WORD, ImportProblem.IMPOSSIBLE_DATE, ImportProblem.IMPOSSIBLE_MOMENT})


def read_case_file(path: Path, password: Callable[[], str] | None = None) -> dict[str, Any]:
    """Return the validated content of a file of cases; its own `password` is asked for where it is sealed.

    Raises:
        ImportRefused: the file is not as the format says, case and key are named; or it is sealed, and is not opened.
    """
    content = read_json(path)
    if is_sealed(content):
        if password is None:
            raise ImportRefused(ImportProblem.SEALED)
        content = parse_json(unseal(content, password()))
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise ImportRefused(ImportProblem.NOT_A_CASE_FILE)
    _check_values(content)
    if content.get("version") != VERSION:
        raise ImportRefused(ImportProblem.OTHER_VERSION, key="version", detail=_shown(content.get("version")))
    _check_schema(content)
    _check_texts(content)
    _check_references(content)
    return content


def write_case_file(path: Path, content: Mapping[str, Any], password: str = "") -> None:
    """Write a file of cases, whole or not at all, readable by nobody else; with a password it is sealed.

    Raises:
        OSError: the file cannot be written.
    """
    write_whole(path, case_file_bytes(content, password))


def case_file_bytes(content: Mapping[str, Any], password: str = "") -> bytes:
    """Return a file of cases; with a password it is sealed."""
    plain = _plain_bytes(content)
    return seal(plain, password) if password else plain


def _plain_bytes(content: Mapping[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()


@cache
def _validator() -> Draft202012Validator:
    schema = json.loads(resource("exchange", SCHEMA_FILE).read_text(encoding="utf-8"))
    checker = FormatChecker(formats=())
    checker.checks("date")(partial(_reads, form=ISO_DATE, read=date.fromisoformat))
    checker.checks("date-time")(partial(_reads, form=ISO_MOMENT, read=datetime.fromisoformat))
    checker.checks("not-blank")(_is_not_blank)
    strict = validators.extend(  # type: ignore[no-untyped-call]
        Draft202012Validator,
        {"required": _required, "dependentRequired": _dependent_required, "pattern": _pattern},
    )
    return cast("Draft202012Validator", strict(schema, format_checker=checker))


def _required(
    validator: Draft202012Validator, required: list[str], value: object, _schema: object
) -> Iterator[ValidationError]:
    """Miss what is null as if it were not there: the format says they mean the same."""
    if validator.is_type(value, "object") and isinstance(value, dict):
        for key in required:
            if value.get(key) is None:
                yield ValidationError(f"{key} is missing")


def _dependent_required(
    validator: Draft202012Validator, dependent: dict[str, list[str]], value: object, schema: object
) -> Iterator[ValidationError]:
    """Ask for what goes with a key that has a value; null is as if the key were not there."""
    if validator.is_type(value, "object") and isinstance(value, dict):
        for key, required in dependent.items():
            if value.get(key) is not None:
                yield from _required(validator, required, value, schema)


def _pattern(
    validator: Draft202012Validator, pattern: str, value: object, _schema: object
) -> Iterator[ValidationError]:
    """Let `$` be the very end, as in every language but this one, where a line end may follow."""
    if validator.is_type(value, "string") and not re.search(re.sub(r"\$$", r"\\Z", pattern), str(value)):
        yield ValidationError("another form")


def _reads(value: object, form: re.Pattern[str], read: Callable[[str], object]) -> bool:
    """Tell whether a text has this form and can be read; what is no text is not asked about."""
    if not isinstance(value, str):
        return True
    if not form.fullmatch(value):
        return False
    try:
        read(value)
    except ValueError:
        return False
    return True


def _is_not_blank(value: object) -> bool:
    return not isinstance(value, str) or bool(value.strip())


def _check_values(content: dict[str, Any]) -> None:
    """Refuse a key given twice, a number that is none and a text longer than any, wherever they stand."""
    _check_value(content, [], content)


def _check_value(value: object, path: list[str | int], content: dict[str, Any]) -> None:
    if isinstance(value, TwiceKeyed):
        raise _refusal(ImportProblem.DUPLICATE_KEY, content, (*path, value.key))
    if isinstance(value, NoNumber):
        raise _refusal(ImportProblem.NOT_A_NUMBER, content, path, value.text)
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        # The schema says so too, but repeats the whole text to itself in doing so.
        raise _refusal(ImportProblem.TOO_LONG, content, path)
    if isinstance(value, dict | list):
        inner: Iterable[tuple[str | int, object]] = value.items() if isinstance(value, dict) else enumerate(value)
        for part, item in inner:
            path.append(part)
            _check_value(item, path, content)
            path.pop()


def _check_schema(content: dict[str, Any]) -> None:
    error = next(iter(_validator().iter_errors(content)), None)
    if error is None:
        return
    validator, expected, found = str(error.validator), cast("Any", error.validator_value), cast("Any", error.instance)
    problem = _FORMATS[expected] if validator == "format" else _PROBLEMS[validator]
    path = tuple(error.absolute_path)
    if problem is ImportProblem.UNKNOWN_KEY:
        known = cast("Any", error.schema)["properties"]
        raise _refusal(problem, content, (*path, next(key for key in found if key not in known)))
    if problem is ImportProblem.MISSING_KEY:
        wanted = itertools.chain.from_iterable(expected.values()) if isinstance(expected, dict) else expected
        raise _refusal(problem, content, (*path, next(key for key in wanted if found.get(key) is None)))
    raise _refusal(problem, content, path, _shown(found) if problem in _REPEATED else "")


def _check_texts(content: dict[str, Any]) -> None:
    for path, text in texts_of(content):
        if holds_control(text):
            raise _refusal(ImportProblem.FORBIDDEN_CHARACTER, content, path)


def _check_references(content: dict[str, Any]) -> None:
    cases = content["cases"]
    number = _twice(case["case_number"] for case in cases)
    if number is not None:
        raise ImportRefused(ImportProblem.DUPLICATE_CASE_NUMBER, case=number, key="case_number")
    households = [household["id"] for household in content.get("households") or ()]
    household = _twice(households)
    if household is not None:
        raise ImportRefused(ImportProblem.DUPLICATE_HOUSEHOLD, key="households: id", detail=_shown(household))
    known = {*households, None}
    for case in cases:
        if case.get("household") not in known:
            raise ImportRefused(
                ImportProblem.UNKNOWN_HOUSEHOLD,
                case=case["case_number"],
                key="household",
                detail=_shown(case["household"]),
            )
        plan = _twice(plan["version"] for plan in case.get("plans") or ())
        if plan is not None:
            raise ImportRefused(
                ImportProblem.DUPLICATE_PLAN, case=case["case_number"], key="plans: version", detail=str(plan)
            )
    for place, case in enumerate(cases):
        for version, plan in enumerate(case.get("plans") or ()):
            _check_steps(content, ("cases", place, "plans", version, "goals"), plan.get("goals") or ())


def _check_steps(content: dict[str, Any], path: Sequence[str | int], goals: Sequence[Mapping[str, Any]]) -> None:
    """Refuse a step of what is not in the list, of itself, or of another step."""
    whole = {place for place, goal in enumerate(goals, start=1) if goal.get("part_of") is None}
    for place, goal in enumerate(goals):
        part_of = goal.get("part_of")
        if part_of is not None and part_of not in whole:
            raise _refusal(ImportProblem.UNKNOWN_GOAL, content, (*path, place, "part_of"), f"{part_of:g}")


def _twice(values: Any) -> Any:  # noqa: ANN401 - case numbers are texts, plan versions are numbers
    return next((value for value, count in Counter(values).items() if count > 1), None)


def _refusal(
    problem: ImportProblem, content: Mapping[str, Any], path: Sequence[str | int], detail: str = ""
) -> ImportRefused:
    """Return a refusal that names the case by its number, or by its place in the file while it has none."""
    if len(path) > 1 and path[0] == "cases" and isinstance(path[1], int):
        case = content["cases"][path[1]]
        number = case.get("case_number") if isinstance(case, dict) else None
        name = number if isinstance(number, str) and number.strip() else f"#{path[1] + 1}"
        return ImportRefused(problem, case=_shown(name), key=_key(path[2:]), detail=detail)
    return ImportRefused(problem, key=_key(path), detail=detail)


def _key(path: Sequence[str | int]) -> str:
    """Return `plans 1: goals 2: kind`, counted from one as people count."""
    parts: list[str] = []
    for part in path:
        if isinstance(part, int) and parts:
            parts[-1] = f"{parts[-1]} {part + 1}"
        else:
            parts.append(_shown(part))
    return ": ".join(parts)


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    start = text[: CHARACTERS_SHOWN + 1]
    clean = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in start)
    return clean if len(clean) <= CHARACTERS_SHOWN else clean[: CHARACTERS_SHOWN - 1] + "…"
