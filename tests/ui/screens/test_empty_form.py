"""The empty form of the first interview, from where one looks for it."""

import pytest

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.composition.paper_desk import PaperDesk
from desktop_app.ui.buttons import Button
from desktop_app.ui.desk import Desk
from desktop_app.ui.frame import ARRIVALS, HELP
from tests.ui.screens.at_the_keyboard import texts_shown


@pytest.mark.parametrize(
    ("place", "key", "back"),
    [(ARRIVALS, "empty-form", "Tilbage til modtagelserne"), (HELP, "empty-form-of-help", "Tilbage til hjælpen")],
)
def test_the_form_is_shown_and_one_comes_back(desk: Desk, place: str, key: str, back: str) -> None:
    desk.go_to(place)
    [act] = [
        one for one in desk.findChildren(Button) if one.isVisible() and one.text().strip() == "Tomt samtaleskema …"
    ]

    act.click()

    assert desk.page_key == key
    assert "Samtaleark" in texts_shown(desk)
    assert back in [button.text().strip() for button in desk.findChildren(Button) if button.isVisible()]
    desk.go_back()
    assert desk.page_key == place


def test_the_form_is_found_by_its_name(desk: Desk) -> None:
    assert "Tomt samtaleskema" in [act.title for act in desk.acts()]


def test_a_store_that_fails_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_question: object) -> None:
        raise StorageUnavailable(StorageTrouble.INPUT_OUTPUT)

    desk.go_to(ARRIVALS)
    monkeypatch.setattr(PaperDesk, "draw", fail)

    desk.arrival_wing.form.show()

    assert desk.page_key == ARRIVALS
    assert "Disken melder fejl" in texts_shown(desk)
