"""Statements that SQLAlchemy writes once and the driver runs, and the plainest of them.

Running a SELECT through SQLAlchemy costs about five times what SQLite takes for it; writing it does not.
"""

import json
from collections.abc import Collection
from functools import cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Insert, Select, bindparam, column, insert, select, text
from sqlalchemy.dialects import sqlite

from desktop_app.storage.kinds import SHAPES, TABLES, Values
from desktop_app.storage.store_connection import StoreConnection

_DIALECT: Final = sqlite.dialect(paramstyle="qmark")


def sql_of(statement: Select[Any] | Insert) -> str:
    """Return a statement as SQLite reads it; its parameters are question marks."""
    return str(statement.compile(dialect=_DIALECT))


def among_ids(field: ColumnElement[Any]) -> ColumnElement[bool]:
    """Return the condition that a field holds one of the ids that `id_list` makes one parameter of.

    However many there are, the statement stays the same.
    """
    return field.in_(text("SELECT value FROM json_each(?)").columns(column("value")))


def id_list(ids: Collection[str]) -> str:
    """Return ids as the parameter `among_ids` takes."""
    return json.dumps(list(ids))


def sql_with_constants(statement: Select[Any]) -> str:
    """Return a statement without parameters as SQLite reads it; what it compares with stands in its text."""
    return str(statement.compile(dialect=_DIALECT, compile_kwargs={"literal_binds": True}))


@cache
def select_all(kind: str) -> str:
    """Return the SELECT of every record of a kind, by id."""
    return sql_of(select(TABLES[kind]).order_by(TABLES[kind].c.id))


@cache
def select_one(kind: str) -> str:
    """Return the SELECT of the record of a kind that has the id given as parameter."""
    return sql_of(select(TABLES[kind]).where(TABLES[kind].c.id == bindparam("wanted")))


@cache
def insert_one(kind: str) -> str:
    """Return the INSERT of a record of a kind, its values in the order of the table's columns."""
    return sql_of(insert(TABLES[kind]))


def read_record(connection: StoreConnection, kind: str, record: str) -> Values | None:
    """Return the values of a record, or None where there is none."""
    return next((SHAPES[kind].read(row) for row in connection.rows(select_one(kind), (record,))), None)


def read_records(connection: StoreConnection, kind: str) -> list[Values]:
    """Return the values of all records of a kind, by id."""
    return [SHAPES[kind].read(row) for row in connection.rows(select_all(kind))]
