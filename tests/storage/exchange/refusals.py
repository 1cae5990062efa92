"""How a file is refused."""

from pathlib import Path

import pytest

from desktop_app.application.errors import ImportProblem, ImportRefused
from desktop_app.storage.exchange_file import read_case_file
from tests.storage.exchange.case_files import Place, where


def refusal_of(path: Path) -> ImportRefused:
    with pytest.raises(ImportRefused) as caught:
        read_case_file(path)
    return caught.value


def expect(path: Path, problem: ImportProblem, place: Place, detail: str | None = None) -> None:
    """Check that a file is refused for a problem at a place of the full file."""
    case, key = where(place)
    if place[2:] == ("case_number",):
        case = f"#{int(place[1]) + 1}"
    refused = refusal_of(path)
    assert (refused.problem, refused.case, refused.key) == (problem, case, key)
    if detail is not None:
        assert refused.detail == detail
