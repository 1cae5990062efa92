"""Copying a case out to the main system."""

from datetime import date

import pytest

from desktop_app.application.copy_out import CopyField, copy_out, copy_source
from desktop_app.application.errors import CaseNotFound
from desktop_app.application.ports import LogAction
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.worklist import in_order
from tests.builders import a_case
from tests.fakes import FakeStore, Noted

TODAY = date(2026, 11, 22)


def test_which_fields_were_copied_is_noted_but_not_what_stands_in_them(rulebook: Rulebook) -> None:
    store = FakeStore(a_case())

    copy_out("2026-014", {CopyField.CPR, CopyField.NAMES}, work=store.work, rulebook=rulebook, today=TODAY)

    assert store.log == [Noted(LogAction.COPIED, store.case("2026-014").id, {"fields": "names cpr"})]


def test_the_text_is_written_from_the_case_as_it_is_now(rulebook: Rulebook) -> None:
    store = FakeStore(a_case())

    source = copy_out("2026-014", [CopyField.NAMES], work=store.work, rulebook=rulebook, today=TODAY)

    case = store.case("2026-014")
    assert source.case == case
    assert list(source.deadlines) == in_order(deadlines_for(facts_of(case), rulebook, TODAY))
    assert source == copy_source(case, rulebook, TODAY)


def test_a_number_nobody_has_copies_nothing(rulebook: Rulebook) -> None:
    store = FakeStore(a_case())

    with pytest.raises(CaseNotFound):
        copy_out("2026-999", [CopyField.NAMES], work=store.work, rulebook=rulebook, today=TODAY)

    assert store.log == []
