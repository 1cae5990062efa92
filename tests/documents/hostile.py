"""Every document with every field of it filled in, told from its dataclasses: a new field is in it at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from desktop_app.application.compare_plans import ToldComparison
from desktop_app.application.copy_worklist_out import ListedTasks
from desktop_app.application.print_calendar_sheet import CalendarSheet, SheetDateKind
from desktop_app.application.print_declaration_note import DeclarationNote
from desktop_app.application.print_follow_up import FollowUpMinutes
from desktop_app.application.print_interview import InterviewSheet
from desktop_app.documents.calendar_sheet import print_sheet
from desktop_app.documents.comparison_document import print_differences
from desktop_app.documents.declaration_document import print_note
from desktop_app.documents.follow_up_document import print_minutes
from desktop_app.documents.interview_document import print_interview_sheet
from desktop_app.documents.plan_document import print_plan
from desktop_app.documents.worklist_document import print_worklist
from desktop_app.domain.logo import Logo
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.plan_snapshot import PlanSnapshot
from tests.logos import a_logo

TEAM = Municipality(id="municipality", code="999", name="Nordsund Kommune", team="Integrationsteamet")
A_DAY = date(2026, 10, 21)
WRITTEN_OTHERWISE: Final[Mapping[str, str]] = {"cpr": "0101900000"}
"""What is checked before it is saved, and gets a shape of its own on paper."""

CODES: Final[Mapping[str, tuple[str, ...]]] = {
    "unsigned": ("unwilling", "unable", "decided"),
    "party": ("citizen", "municipality", "other"),
    "language": ("da",),
}
"""What a field of this name can say, where nobody types it and nothing else is ever in it."""

GIVEN: Final = {name: values[0] for name, values in CODES.items()} | dict(WRITTEN_OTHERWISE)

PLAIN: Final[Mapping[type, object]] = {bool: False, int: 1, float: 7.5, date: A_DAY}

Write = Callable[[str], str]


@dataclass(frozen=True)
class Document:
    """A document: what it is drawn from and how.

    `given` holds values by the path of their field, where not just any text of it is printed; `unprinted` are the
    paths of fields this document has no place for.
    """

    content: type
    draw: Callable[[Any], bytes]
    given: Mapping[str, object] = field(default_factory=dict)
    unprinted: frozenset[str] = frozenset()

    def filled(self, write: Write) -> Any:  # noqa: ANN401 - any of the contents
        """Return the content with what `write` writes at the path of each text."""
        return self._value(self.content, "", write)

    def paths(self) -> list[str]:
        """Return the path of each text that has to be on the paper."""
        found: list[str] = []

        def note(path: str) -> str:
            found.append(path)
            return path

        self.filled(note)
        return [path for path in found if path not in self.unprinted]

    def _value(self, hint: Any, path: str, write: Write) -> Any:  # noqa: ANN401, PLR0911 - a type, and a value of it
        if path in self.given:
            return self.given[path]
        if hint is str:
            return write(path)
        if hint is Logo:
            return a_logo()
        if isinstance(hint, type) and is_dataclass(hint):
            hints = get_type_hints(hint)
            values = {
                one.name: GIVEN[one.name]
                if one.name in GIVEN
                else self._value(hints[one.name], f"{path}.{one.name}", write)
                for one in fields(hint)
            }
            return hint(**values)
        if get_origin(hint) in {Union, UnionType}:
            return self._value(next(one for one in get_args(hint) if one is not NoneType), path, write)
        if get_origin(hint) is tuple:
            of_any_length = get_args(hint)[-1] is Ellipsis
            parts = get_args(hint)[:1] if of_any_length else get_args(hint)
            return tuple(self._value(part, path, write) for part in parts)
        if issubclass(hint, Enum):
            return next(iter(hint))
        return PLAIN[hint]


def any_of(hint: Any, texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:  # noqa: ANN401, PLR0911 - a type
    """Return a strategy for a dataclass whose every text is one of `texts`, told from its hints."""
    if hint is str:
        return texts
    if hint is Logo:
        return st.sampled_from([a_logo(), a_logo(900, 100)])
    if isinstance(hint, type) and is_dataclass(hint):
        hints = get_type_hints(hint)
        return st.builds(hint, **{one.name: _any_of_field(one.name, hints[one.name], texts) for one in fields(hint)})
    if get_origin(hint) in {Union, UnionType}:
        return st.one_of(*(any_of(one, texts) for one in get_args(hint)))
    if get_origin(hint) is tuple:
        of_any_length = get_args(hint)[-1] is Ellipsis
        if of_any_length:
            return st.lists(any_of(get_args(hint)[0], texts), max_size=3).map(tuple)
        return st.tuples(*(any_of(one, texts) for one in get_args(hint)))
    if issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    return _PLAIN_STRATEGIES[hint]


def _any_of_field(name: str, hint: Any, texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:  # noqa: ANN401 - a type
    if name in CODES:
        nothing = st.none() if NoneType in get_args(hint) else st.nothing()
        return st.one_of(nothing, st.sampled_from(CODES[name]))
    return any_of(hint, texts)


_PLAIN_STRATEGIES: Final[Mapping[object, st.SearchStrategy[Any]]] = {
    NoneType: st.none(),
    bool: st.booleans(),
    int: st.integers(1, 10**6),
    float: st.floats(min_value=0, max_value=1e6),
    date: st.dates(date(1, 1, 1), date(9998, 12, 31)),
}

_IDENTITY_ONLY = {f".citizen.{name}" for name in ("address", "postal_code", "city", "nationality", "languages")} | {
    ".citizen.interpreter_language",
    ".citizen.target_group",
}
_NO_ADDRESSEE = {f".municipality.{name}" for name in ("address", "email", "privacy_contact")}

DOCUMENTS: Final[Mapping[str, Document]] = {
    "plan": Document(
        PlanSnapshot,
        print_plan,
        unprinted=frozenset(
            {".municipality.privacy_contact", ".citizen.target_group", ".goals.kind", ".activities.kind"}
        ),
    ),
    "minutes": Document(
        FollowUpMinutes,
        print_minutes,
        unprinted=frozenset(_IDENTITY_ONLY | _NO_ADDRESSEE | {".municipality.phone"}),
    ),
    "interview": Document(
        InterviewSheet,
        print_interview_sheet,
        unprinted=frozenset(_NO_ADDRESSEE | {".municipality.phone", ".citizen.target_group"}),
    ),
    "declaration note": Document(
        DeclarationNote,
        print_note,
        unprinted=frozenset(_IDENTITY_ONLY | _NO_ADDRESSEE | {".municipality.phone"}),
    ),
    "calendar sheet": Document(
        CalendarSheet,
        print_sheet,
        given={".dates.kind": SheetDateKind.ACTIVITY},
        unprinted=frozenset(_IDENTITY_ONLY | _NO_ADDRESSEE | {".citizen.cpr"}),
    ),
    "worklist": Document(
        ListedTasks,
        lambda listed: print_worklist(listed, TEAM),
        unprinted=frozenset(f".groups.tasks.{name}" for name in ("deadline", "section", "entry", "entry_id")),
    ),
    "comparison": Document(ToldComparison, lambda told: print_differences(told, TEAM)),
}
"""What is not printed is named here: a new field is either on the paper of its document or among these."""
