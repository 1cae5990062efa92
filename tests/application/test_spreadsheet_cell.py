"""Text in a cell of a spreadsheet is never a formula."""

import pytest

from desktop_app.application.spreadsheet_cell import FORMULA_STARTS, as_cell


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_what_could_be_a_formula_begins_with_an_apostrophe(start: str) -> None:
    assert as_cell(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("text", ["", "Al-Hassan, Rima", "§ 19, stk. 1", "2026-014", "O'Brien", "1+1=2"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert as_cell(text) == text
