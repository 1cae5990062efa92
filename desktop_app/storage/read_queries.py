"""Reads that only feed lists: a fixed number of SELECTs each, whatever the number of cases."""

import json
from collections.abc import Collection
from contextlib import closing
from typing import Any, Final

from sqlalchemy import select

from desktop_app.application.garbage import no_collection
from desktop_app.application.ports import CaseLine, FollowUpLine, HistoryLine, UseLine
from desktop_app.domain.case import Case
from desktop_app.domain.case_facts import CaseFacts
from desktop_app.domain.household import HouseholdRole
from desktop_app.storage.case_reader import read_some_cases
from desktop_app.storage.fact_queries import TARGET_GROUPS, Days, read_facts
from desktop_app.storage.follow_up_queries import read_follow_up_lines
from desktop_app.storage.history import read_history, read_uses
from desktop_app.storage.kinds import TABLES
from desktop_app.storage.statements import among_ids, id_list, sql_of
from desktop_app.storage.store_connection import StoreConnection

_cases, _citizens, _households = (TABLES[kind] for kind in ("cases", "citizens", "households"))
_SELECT_LINES: Final = (
    select(
        _cases.c.id,
        _cases.c.case_number,
        _citizens.c.given_names,
        _citizens.c.family_name,
        _citizens.c.native_name,
        _citizens.c.cpr,
        _citizens.c.birth_date,
        _citizens.c.nationality,
        _citizens.c.languages,
        _citizens.c.interpreter_language,
        _cases.c.target_group,
        _cases.c.household_id,
        _households.c.name,
        _cases.c.household_role,
        _cases.c.takeover_on,
        _cases.c.responsible_caseworker,
        _citizens.c.protected_address,
    )
    .join(_citizens)
    .outerjoin(_households)
    .order_by(_cases.c.case_number, _cases.c.id)
)
_ALL_LINES: Final = sql_of(_SELECT_LINES)
_SOME_LINES: Final = sql_of(_SELECT_LINES.where(among_ids(_cases.c.id)))
_ROLES: Final[dict[str | None, HouseholdRole | None]] = {None: None} | {role.value: role for role in HouseholdRole}
# As they lie in the file: a part of the cases is a part of the pages.
_IDS: Final = "SELECT id FROM cases ORDER BY rowid"
# Of a plan that was concluded in the eyes of `Plan.signed_on` nothing waits.
_READY: Final = """
    SELECT case_number, max(number) FROM plans JOIN cases ON cases.id = case_id
    WHERE ready_on IS NOT NULL AND annulled_on IS NULL
    AND (signed_by_municipality_on IS NULL OR (signed_by_citizen_on IS NULL AND unsigned_why IS NULL))
    GROUP BY cases.id ORDER BY case_number, cases.id
    """
# The action stands in the text, as in the index.
_OPENED: Final = """
    SELECT record FROM log WHERE action = 'opened_case' AND user = ? AND EXISTS (SELECT 1 FROM cases WHERE id = record)
    ORDER BY seq DESC
    """


class StoreReadModel:
    """What lists show (`application.ports.ReadModel`). Inside a unit of work it sees what was flushed."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection
        self._lines = _Lines()

    def case_ids(self) -> list[str]:
        """Return the id of every case, as they lie in the file, in one SELECT.

        Raises:
            StorageUnavailable: the file cannot be read.
        """
        return [case_id for (case_id,) in self._connection.rows(_IDS)]

    def cases(self, case_ids: Collection[str]) -> list[Case]:
        """Return the cases with these ids, whole, in any order, in seventeen SELECTs.

        Raises:
            StorageUnavailable: the file cannot be read.
        """
        with no_collection():
            return list(read_some_cases(self._connection, case_ids))

    def facts(self, case_ids: Collection[str] | None = None) -> list[CaseFacts]:
        """Return the facts of every case, or of those with these ids, in nine SELECTs.

        Raises:
            StorageUnavailable: the file cannot be read.
        """
        return read_facts(self._connection, case_ids)

    def case_lines(self, case_ids: Collection[str] | None = None) -> list[CaseLine]:
        """Return a line for every case, or for those with these ids, by case number, in one SELECT.

        Raises:
            StorageUnavailable: the file cannot be read.
        """
        rows = self._connection.rows
        found = rows(_ALL_LINES) if case_ids is None else rows(_SOME_LINES, (id_list(case_ids),))
        return [self._lines.line(row) for row in found]

    def follow_up_lines(self, case_ids: Collection[str] | None = None) -> list[FollowUpLine]:
        """Return a line for every follow-up, or for those of these cases, the latest first, in one SELECT.

        Raises:
            StorageUnavailable: the file cannot be read.
        """
        return read_follow_up_lines(self._connection, case_ids)

    def ready_plans(self) -> list[tuple[str, int]]:
        """Return case number and version of every plan that waits for signatures, by case number, in one SELECT.

        Raises:
            StorageUnavailable: the file cannot be read.
        """
        return [(number, version) for number, version in self._connection.rows(_READY)]

    def recent_cases(self, user: str, limit: int) -> list[str]:
        """Return the ids of the cases this user opened last, each once, the latest first, in one SELECT.

        Raises:
            StorageUnavailable: the file cannot be read.
        """
        found: dict[str, None] = {}
        with closing(self._connection.scan(_OPENED, (user,))) as openings:
            while len(found) < limit and (opening := next(openings, None)):
                found.setdefault(opening[0])
        return list(found)

    def history(self, case_id: str) -> list[HistoryLine]:
        """Return what was changed on a case, its citizen and all below it, latest first, in one SELECT.

        Raises:
            StorageUnavailable: the file cannot be read.
        """
        return read_history(self._connection, case_id)

    def uses(self, case_id: str) -> list[UseLine]:
        """Return what a case was opened, printed and handed out for, latest first.

        Raises:
            StorageUnavailable: the file cannot be read.
        """
        return read_uses(self._connection, case_id)


class _Lines:
    """Makes lines. Dates, names and the like recur by the thousand, so each is kept once."""

    def __init__(self) -> None:
        self._day = Days()
        self._texts: dict[str | None, Any] = {None: None}
        self._languages: dict[str, tuple[str, ...]] = {}

    def line(self, row: tuple[Any, ...]) -> CaseLine:
        (
            case_id,
            case_number,
            given_names,
            family_name,
            native_name,
            cpr,
            birth_date,
            nationality,
            languages,
            interpreter_language,
            target_group,
            household_id,
            household_name,
            household_role,
            takeover_on,
            responsible_caseworker,
            protected_address,
        ) = row
        once = self._texts.setdefault
        return CaseLine(
            case_id=case_id,
            case_number=case_number,
            given_names=once(given_names, given_names),
            family_name=once(family_name, family_name),
            native_name=native_name,
            cpr=cpr,
            birth_date=self._day[birth_date],
            nationality=once(nationality, nationality),
            languages=self._languages.get(languages) or self._read_languages(languages),
            interpreter_language=once(interpreter_language, interpreter_language),
            target_group=TARGET_GROUPS[target_group],
            household_id=once(household_id, household_id),
            household_name=once(household_name, household_name),
            household_role=_ROLES[household_role],
            takeover_on=self._day[takeover_on],
            responsible_caseworker=once(responsible_caseworker, responsible_caseworker),
            protected_address=bool(protected_address),
        )

    def _read_languages(self, text: str) -> tuple[str, ...]:
        read = self._languages[text] = tuple(json.loads(text))
        return read
