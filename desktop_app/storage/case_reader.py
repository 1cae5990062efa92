"""Reading cases whole: one SELECT for the case with its citizen and household, one for each kind of record below it.

That makes seventeen, for one case as for some or all. SQLAlchemy writes the statements once, the driver runs them. The
scans of a plan and the consents of a case come in their row, as JSON: few have more than one, and most SELECTs of their
own would find none.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final

from sqlalchemy import bindparam, func, select

from desktop_app.domain.case import Case
from desktop_app.storage.case_mapping import case_from
from desktop_app.storage.kinds import SHAPES, TABLES, Values
from desktop_app.storage.plan_mapping import SCANS
from desktop_app.storage.statements import among_ids, id_list, sql_of
from desktop_app.storage.store_connection import StoreConnection

_BELOW_CASE: Final = (
    "status_periods",
    "parental_leaves",
    "moves",
    "events",
    "plans",
    "offers",
    "follow_ups",
    "complaints",
    "results",
    "notes",
    "fact_corrections",
    "deadline_decisions",
)
_BELOW_PLAN: Final = ("goals", "activities", "commitments")
_BELOW_FOLLOW_UP: Final = ("follow_up_corrections",)
_BELOW: Final = (*_BELOW_CASE, *_BELOW_PLAN, *_BELOW_FOLLOW_UP)

_NONE: Final = "[]"

_CITIZEN_AT: Final = len(SHAPES["cases"].names)
_HOUSEHOLD_AT: Final = _CITIZEN_AT + len(SHAPES["citizens"].names)
_CONSENTS_AT: Final = _HOUSEHOLD_AT + len(SHAPES["households"].names)

_cases, _citizens, _households = (TABLES[kind] for kind in ("cases", "citizens", "households"))
_consents = TABLES["consents"]
_CONSENTS_OF_CASE: Final = (
    select(func.json_group_array(func.json_array(*_consents.c)))
    .where(_consents.c.case_id == _cases.c.id)
    .scalar_subquery()
)
_plans, _follow_ups, _scans = TABLES["plans"], TABLES["follow_ups"], TABLES["attachments"]
_SCANS_OF_PLAN: Final = (
    select(func.json_group_array(func.json_array(*_scans.c))).where(_scans.c.plan_id == _plans.c.id).scalar_subquery()
)


@cache
def _statements() -> Mapping[str, str]:
    """Everything for all cases, by kind; `+ one` for a case by its id, `+ some` by a list of ids, `+ number`."""
    whole = select(_cases, _citizens, _households, _CONSENTS_OF_CASE).join(_citizens).outerjoin(_households)
    found = {
        "cases": sql_of(whole),
        "cases + one": sql_of(whole.where(_cases.c.id == bindparam("case_id"))),
        "cases + some": sql_of(whole.where(among_ids(_cases.c.id))),
        # Two offices may have used one number; until somebody settles it, the same case always answers to it.
        "cases + number": sql_of(whole.where(_cases.c.case_number == bindparam("case_number")).order_by(_cases.c.id)),
    }
    for kind in _BELOW_CASE:
        below = select(_plans, _SCANS_OF_PLAN) if kind == "plans" else select(TABLES[kind])
        found[kind] = sql_of(below)
        found[f"{kind} + one"] = sql_of(below.where(TABLES[kind].c.case_id == bindparam("case_id")))
        found[f"{kind} + some"] = sql_of(below.where(among_ids(TABLES[kind].c.case_id)))
    for parent, kinds in ((_plans, _BELOW_PLAN), (_follow_ups, _BELOW_FOLLOW_UP)):
        for kind in kinds:
            below = select(TABLES[kind], parent.c.case_id).join(parent)
            found[kind] = sql_of(below)
            found[f"{kind} + one"] = sql_of(below.where(parent.c.case_id == bindparam("case_id")))
            found[f"{kind} + some"] = sql_of(below.where(among_ids(parent.c.case_id)))
    return found


def read_case(connection: StoreConnection, case_id: str) -> Case | None:
    """Return the case with this id, or None."""
    return _one(connection, "cases + one", case_id)


def read_case_by_number(connection: StoreConnection, case_number: str) -> Case | None:
    """Return the case with this number, or None."""
    return _one(connection, "cases + number", case_number)


def read_all_cases(connection: StoreConnection) -> Iterator[Case]:
    """Return every case, in any order."""
    return _many(connection, "", ())


def read_some_cases(connection: StoreConnection, case_ids: Collection[str]) -> Iterator[Case]:
    """Return the cases with these ids, in any order."""
    return _many(connection, " + some", (id_list(case_ids),))


def _many(connection: StoreConnection, which: str, parameters: tuple[str, ...]) -> Iterator[Case]:
    statements = _statements()
    below = {kind: defaultdict[str, list[Values]](list) for kind in _BELOW}
    for kind, by_case in below.items():
        for case_id, values in _read(kind, connection.scan(statements[kind + which], parameters)):
            by_case[case_id].append(values)

    def of_case(case_id: str, kind: str) -> list[Values]:
        return below[kind].get(case_id, [])

    return (_case(row, of_case) for row in connection.scan(statements["cases" + which], parameters))


def _one(connection: StoreConnection, statement: str, wanted: str) -> Case | None:
    statements = _statements()

    def of_case(case_id: str, kind: str) -> list[Values]:
        return [values for _, values in _read(kind, connection.rows(statements[f"{kind} + one"], (case_id,)))]

    return next((_case(row, of_case) for row in connection.rows(statements[statement], (wanted,))), None)


def _read(kind: str, rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[str, Values]]:
    """Return each record with the id of its case: one of the record's own columns, or the one that follows them."""
    shape = SHAPES[kind]
    width = len(shape.names)
    place = shape.names.index("case_id") if "case_id" in shape.names else width
    for row in rows:
        values = shape.read(row[:width])
        if kind == "plans":
            values[SCANS] = _read_json("attachments", row[width])
        yield row[place], values


def _read_json(kind: str, text: str) -> list[Values]:
    return [] if text == _NONE else [SHAPES[kind].read(each) for each in json.loads(text)]


def _case(row: tuple[Any, ...], of_case: Callable[[str, str], list[Values]]) -> Case:
    case = SHAPES["cases"].read(row[:_CITIZEN_AT])
    citizen = SHAPES["citizens"].read(row[_CITIZEN_AT:_HOUSEHOLD_AT])
    household = SHAPES["households"].read(row[_HOUSEHOLD_AT:_CONSENTS_AT]) if case["household_id"] else None
    consents = _read_json("consents", row[_CONSENTS_AT])

    def below(kind: str) -> list[Values]:
        return consents if kind == "consents" else of_case(case["id"], kind)

    return case_from(case, citizen, household, below)
