"""A TOML table that is read key by key and complains, with its place, about what is wrong or left over."""

import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from desktop_app.application.errors import RuleFileError, RuleProblem
from desktop_app.storage.impossible_dates import impossible_date

Word = TypeVar("Word", bound=StrEnum)


def read_rule_file(file: Path) -> bytes:
    """Return what stands in a rule file.

    Raises:
        RuleFileError: the machine could not read it.
    """
    try:
        return file.read_bytes()
    except OSError as error:
        raise RuleFileError(RuleProblem.UNREADABLE, file=file.name, detail=error.strerror or str(error)) from error


class RuleTable:
    """A TOML table that is read key by key and complains, with its place, about what is wrong or left over."""

    def __init__(self, values: Mapping[str, Any], *, file: str, rule: str, path: str = "") -> None:
        self._left = dict(values)
        self.file = file
        self.rule = rule
        self._path = path

    @classmethod
    def of_file(cls, file: Path) -> "RuleTable":
        """Return the table a TOML file holds."""
        return cls.of_content(file.name, read_rule_file(file))

    @classmethod
    def of_content(cls, name: str, content: bytes) -> "RuleTable":
        """Return the table that stands in a TOML file of this name."""
        try:
            values = tomllib.loads(content.decode("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            not_toml = RuleFileError(RuleProblem.NOT_TOML, file=name, detail=str(error))
            raise impossible_date(name, content.decode("utf-8", "replace")) or not_toml from error
        return cls(values, file=name, rule=str(values.get("id", "")))

    def error(self, problem: RuleProblem, key: str = "", detail: str = "") -> RuleFileError:
        """Return an error that names file, rule and key."""
        return RuleFileError(problem, file=self.file, rule=self.rule, key=f"{self._path}{key}", detail=detail)

    def take(self, key: str, kind: type, *, required: bool = True) -> Any:  # noqa: ANN401 - `kind` says what comes back
        """Return the value of a key, which must be of exactly this type and, if text, not empty."""
        if key not in self._left:
            if required:
                raise self.error(RuleProblem.MISSING_KEY, key)
            return None
        value = self._left.pop(key)
        if type(value) is not kind:
            raise self.error(RuleProblem.WRONG_TYPE, key, type(value).__name__)
        if isinstance(value, str) and not value.strip():
            raise self.error(RuleProblem.EMPTY, key)
        return value

    def word(self, key: str, words: type[Word], default: Word | None = None) -> Word | None:
        """Return the value of a key that may be absent, as one of a list of words."""
        value = self.take(key, str, required=False)
        return default if value is None else self._known(key, value, words)

    def required_word(self, key: str, words: type[Word]) -> Word:
        """Return the value of a key as one of a list of words."""
        return self._known(key, self.take(key, str), words)

    def words(self, key: str, words: type[Word], *, required: bool = True) -> tuple[Word, ...]:
        """Return a list of words; a required one is never empty."""
        values = self.take(key, list, required=required)
        if required and not values:
            raise self.error(RuleProblem.EMPTY, key)
        return tuple(self._known(key, value, words) for value in values or ())

    def _known(self, key: str, value: str, words: type[Word]) -> Word:
        try:
            return words(value)
        except ValueError:
            raise self.error(RuleProblem.UNKNOWN_WORD, key, str(value)) from None

    def inner(self, key: str, *, required: bool = True) -> "RuleTable | None":
        """Return the table under a key."""
        values = self.take(key, dict, required=required)
        return None if values is None else self._below(values, f"{key}.")

    def inner_list(self, key: str) -> Iterator["RuleTable"]:
        """Yield the tables of a list that is never empty."""
        values = self.take(key, list)
        if not values:
            raise self.error(RuleProblem.EMPTY, key)
        for number, value in enumerate(values, start=1):
            if type(value) is not dict:
                raise self.error(RuleProblem.WRONG_TYPE, key, type(value).__name__)
            yield self._below(value, f"{key} {number}: ")

    def _below(self, values: Mapping[str, Any], path: str) -> "RuleTable":
        return RuleTable(values, file=self.file, rule=self.rule, path=f"{self._path}{path}")

    def finish(self) -> None:
        """Complain about whatever nobody asked for."""
        for key in self._left:
            raise self.error(RuleProblem.UNKNOWN_KEY, key)
