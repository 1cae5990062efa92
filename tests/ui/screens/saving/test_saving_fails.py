"""Saving fails: what was typed stays, it is said what happened and what to do, nothing is written, then it works."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from PySide6.QtGui import QGuiApplication

from desktop_app.ui.wings.annul_wing import AnnulWing
from tests.ui.screens.saving.bench import Bench
from tests.ui.screens.saving.forms import FORMS, WITHOUT_DRAFT
from tests.ui.screens.saving.troubles import full_disk, gone_store, read_only_store

Trouble = Callable[[Bench], AbstractContextManager[None]]

TROUBLES: dict[str, tuple[Trouble, str, str]] = {
    "disk full": (full_disk, "disken er fuld", "Frigør plads, og vælg Gem igen"),
    "store gone": (gone_store, "Filen med sagerne er væk", "Tjek, at drevet er tilsluttet"),
    "read only": (read_only_store, "skrivebeskyttet", "it-afdelingen"),
}


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("form", FORMS)
def test_what_was_typed_outlives_a_failure_to_save(bench: Bench, form: str, trouble: str) -> None:
    case, (befalls, happened, to_do) = FORMS[form], TROUBLES[trouble]
    case.open(bench)
    case.type(bench)
    typed, before, page = bench.fields(), bench.contents(), bench.desk.page_key

    with befalls(bench):
        case.save(bench)

        assert bench.fields() == typed
        assert bench.desk.page_key == page
        assert happened in bench.message()
        assert to_do in bench.message()
        assert not bench.is_said_at_a_field(happened)
        assert bench.desk.shell.done_bar.isHidden()
        assert form in WITHOUT_DRAFT or not bench.says_it_is_saved
    assert bench.contents() == before
    assert QGuiApplication.clipboard().text() == ""

    case.save(bench)

    assert bench.message() == ""
    bench.look_afresh()
    assert case.stored(bench) == case.expected
    assert case.typed in {"", *(text for _name, text in typed)}


def test_a_form_that_loses_what_was_typed_would_be_noticed(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control of the tests above: what they compare changes where a field is cleared."""
    form = FORMS["annulment"]
    form.open(bench)
    form.type(bench)
    typed = bench.fields()

    def forget(wing: AnnulWing, _text: str) -> None:
        assert wing._place.dialog
        wing._place.dialog._reason.set_text("")

    monkeypatch.setattr(AnnulWing, "show_error", forget)
    with full_disk(bench):
        form.save(bench)

        assert bench.fields() != typed
        assert bench.message() == ""
