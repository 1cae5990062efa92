"""A file with a key too many, too few or twice is refused, naming the key and its case."""

import json
from pathlib import Path

import pytest

from desktop_app.application.errors import ImportProblem
from tests.storage.exchange.case_files import (
    Place,
    at,
    changed,
    where,
    without,
    written,
    written_bytes,
)
from tests.storage.exchange.full_file_places import (
    FULL,
    OBJECTS,
    REQUIRED,
    named,
)
from tests.storage.exchange.refusals import expect, refusal_of


@pytest.mark.parametrize("place", OBJECTS, ids=named)
def test_a_key_the_format_does_not_have_is_refused(tmp_path: Path, place: Place) -> None:
    unknown = (*place, "Bemærkning")

    expect(written(tmp_path, changed(FULL, (unknown, "x"))), ImportProblem.UNKNOWN_KEY, unknown)


@pytest.mark.parametrize("place", OBJECTS, ids=named)
def test_a_key_that_stands_twice_is_refused(tmp_path: Path, place: Place) -> None:
    key = next(iter(at(FULL, place)))
    whole = json.dumps(changed(FULL, ((*place, "HERE"), 1)))
    twice = whole.replace('"HERE": 1', f'"{key}": {json.dumps(at(FULL, (*place, key)))}')

    refused = refusal_of(written_bytes(tmp_path, twice.encode()))

    assert (refused.problem, refused.key) == (ImportProblem.DUPLICATE_KEY, where((*place, key))[1])
    assert refused.case == where((*place, key))[0]


@pytest.mark.parametrize("place", REQUIRED, ids=named)
def test_what_must_be_there_is_missed(tmp_path: Path, place: Place) -> None:
    expect(written(tmp_path, without(FULL, place)), ImportProblem.MISSING_KEY, place)


def test_null_is_missed_as_if_it_were_not_there(tmp_path: Path) -> None:
    for place in REQUIRED:
        refused = refusal_of(written(tmp_path, changed(FULL, (place, None))))

        assert refused.problem is ImportProblem.MISSING_KEY, place


@pytest.mark.parametrize("place", REQUIRED, ids=named)
def test_null_where_a_value_must_stand_is_refused_at_its_place(tmp_path: Path, place: Place) -> None:
    refused = refusal_of(written(tmp_path, changed(FULL, (place, None))))

    assert refused.problem in {ImportProblem.MISSING_KEY, ImportProblem.WRONG_TYPE}
    assert refused.key == where(place)[1]
