"""A family arrives: typed by keyboard in the real window, kept, recorded, listed."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.application.changes import Changes
from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.application.record_arrival import RecordedArrival
from desktop_app.composition import DEMO_CODE, Office
from desktop_app.domain.household import HouseholdRole
from desktop_app.domain.municipality import Municipality
from desktop_app.main import Door
from desktop_app.presenters.arrival_fields import Field
from desktop_app.storage.store import create_store
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.desk import Desk
from desktop_app.ui.frame import ARRIVALS, HELP
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import ColourChoice, Theme
from desktop_app.ui.wings.arrival_wing import ARRIVAL, ArrivalWing
from desktop_app.ui.wings.case_wing import CASE
from tests.builders import a_case
from tests.storage.builders import CHEAP
from tests.ui.screens.at_the_keyboard import open_at_the_keyboard, texts_shown
from tests.ui.screens.conftest import PASSWORD, TODAY, USER, today

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def fresh(qtbot: QtBot, theme: Theme, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:  # noqa: ARG001
    """A desk over a store without a case."""
    path = tmp_path_factory.mktemp("fresh") / "enplan.store"
    municipality = Municipality(id="municipality", code=DEMO_CODE, name="Eksempelkommune")
    made = create_store(path, user=USER, initials="MJ", password=PASSWORD, municipality=municipality, cost=CHEAP)
    made.store.close()
    window = MainWindow(Door(path), today)
    open_at_the_keyboard(window, qtbot, width=1280)
    window.unlocking.try_password(USER, PASSWORD)
    assert window.desk is not None
    yield window.desk
    window.close()


class Keyboard:
    """Presses keys where the focus is, and counts them."""

    def __init__(self) -> None:
        self.strokes = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        widget = QApplication.focusWidget() or QApplication.activeWindow()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)
        self.strokes += 1

    def type(self, *texts: str) -> None:
        """Write texts in one field after the other, Tab between them."""
        for place, text in enumerate(texts):
            if place:
                self.press(Qt.Key.Key_Tab)
            widget = QApplication.focusWidget()
            assert widget is not None
            QTest.keyClicks(widget, text)
            self.strokes += len(text)


def wing_of(desk: Desk) -> ArrivalWing:
    return desk.arrival_wing


def focused_field() -> str:
    widget = QApplication.focusWidget()
    assert widget is not None
    return str(widget.property("field"))


def type_first_adult(keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_N, CONTROL | SHIFT)
    keys.type("Rima", "Al-Hassan", "", "0101900001", "", "syr", "arabisk", "", "f", "171126")


# The family ----------------------------------------------------------------------------------------------------------


def test_a_family_of_five_is_typed_by_keyboard_and_recorded_at_once(fresh: Desk) -> None:
    keys = Keyboard()
    type_first_adult(keys)
    others = {"Sami": "0202880003", "Lina": "0305194004", "Omar": "0406214001", "Nour": "0507244002"}
    for name, number in others.items():
        keys.press(Qt.Key.Key_P, CONTROL | SHIFT)
        keys.type(name, "", "", number)

    keys.press(Qt.Key.Key_Return, CONTROL)

    assert fresh.page_key == CASE
    assert fresh.shell.done_bar._text.text() == (
        "5 sager er oprettet. Næste skridt: kommunen overtager ansvaret den 4. januar 2027."
    )
    assert isinstance(fresh.office, Office)
    with fresh.office.store.work() as unit:
        cases = unit.cases.all()
    assert [case.case_number for case in cases] == [f"2026-00{number}" for number in range(1, 6)]
    assert [case.citizen.full_name for case in cases] == [
        f"{name} Al-Hassan" for name in ("Rima", "Sami", "Lina", "Omar", "Nour")
    ]
    assert [case.household_role for case in cases] == [HouseholdRole.ADULT] * 2 + [HouseholdRole.CHILD] * 3
    assert {(case.takeover_on, case.responsible_caseworker) for case in cases} == {(date(2027, 1, 4), "MJ")}
    assert {case.citizen.interpreter_language for case in cases} == {"ar"}
    assert {case.citizen.nationality for case in cases} == {"SY"}
    assert len({case.household for case in cases}) == 1
    assert keys.strokes < 180


def test_an_alone_standing_citizen_gets_one_case(fresh: Desk) -> None:
    keys = Keyboard()
    type_first_adult(keys)

    keys.press(Qt.Key.Key_Return, CONTROL)

    assert fresh.shell.done_bar._text.text() == (
        "Sagen er oprettet. Næste skridt: kommunen overtager ansvaret den 4. januar 2027."
    )
    assert "Rima Al-Hassan" in texts_shown(fresh)


def test_the_keyboard_goes_through_the_form_as_one_reads_it(fresh: Desk) -> None:
    wing_of(fresh).new_arrival()
    visited = [focused_field()]

    for _ in range(40):
        Keyboard().press(Qt.Key.Key_Tab)
        if (field := focused_field()) not in {visited[-1], "None"}:
            visited.append(field)

    in_order = [field for field in visited[: len(set(visited))] if field in set(Field)]
    assert in_order[:6] == ["given_names", "family_name", "native_name", "cpr", "birth_date", "nationality"]
    places = [list(Field).index(Field(field)) for field in in_order]
    assert places == sorted(places)


def test_what_is_wrong_is_listed_and_one_key_away(fresh: Desk) -> None:
    keys = Keyboard()
    keys.press(Qt.Key.Key_N, CONTROL | SHIFT)
    keys.type("Rima")
    keys.press(Qt.Key.Key_Return, CONTROL)
    listed = texts_shown(fresh)

    keys.press(Qt.Key.Key_Tab)
    keys.press(Qt.Key.Key_Return)

    assert "Der er problemer" in listed
    assert focused_field() == Field.FAMILY_NAME
    assert "Indtast borgerens efternavn" in texts_shown(fresh)


def test_the_next_person_is_one_key_away(fresh: Desk) -> None:
    keys = Keyboard()
    type_first_adult(keys)
    keys.press(Qt.Key.Key_P, CONTROL | SHIFT)
    keys.type("Sami")
    editors = wing_of(fresh).page._fields._editors

    keys.press(Qt.Key.Key_PageUp, ALT)
    first = editors[Field.GIVEN_NAMES].text()  # type: ignore[union-attr]
    keys.press(Qt.Key.Key_PageUp, ALT)
    keys.press(Qt.Key.Key_PageDown, ALT)

    assert first == "Rima"
    assert editors[Field.GIVEN_NAMES].text() == "Sami"  # type: ignore[union-attr]


def test_somebody_taken_out_comes_back_with_undo(fresh: Desk) -> None:
    keys = Keyboard()
    type_first_adult(keys)
    keys.press(Qt.Key.Key_P, CONTROL | SHIFT)
    keys.type("Sami")
    page = wing_of(fresh).page

    page._people._remove.click()
    alone = page._people._list.isVisible()
    fresh.shell.done_bar._undo.click()

    assert not alone
    assert "Sami" in [button.text() for button in page._people._group.buttons()]


def test_a_person_is_added_only_while_the_form_shows(fresh: Desk) -> None:
    Keyboard().press(Qt.Key.Key_P, CONTROL | SHIFT)

    assert wing_of(fresh).presenter.content() is None


# Kept and let go -----------------------------------------------------------------------------------------------------


def test_what_is_half_typed_is_listed_as_a_draft_and_taken_up_again(fresh: Desk) -> None:
    keys = Keyboard()
    type_first_adult(keys)
    page = wing_of(fresh).page

    fresh.go_to(ARRIVALS)
    listed = wing_of(fresh).list_page._table
    row = [listed.model().index(1, column).data() for column in range(2)]
    listed.row_activated.emit(next(iter(wing_of(fresh).list._found)))

    assert str(row[0]).startswith("Kladde fra ")
    assert row[1] == "Al-Hassan, Rima"
    assert fresh.page_key == ARRIVAL
    assert page._fields._editors[Field.GIVEN_NAMES].text() == "Rima"  # type: ignore[union-attr]


def test_another_arrival_puts_the_half_typed_one_aside(fresh: Desk) -> None:
    keys = Keyboard()
    type_first_adult(keys)

    keys.press(Qt.Key.Key_N, CONTROL | SHIFT)
    blank = wing_of(fresh).presenter.content()
    said = fresh.shell.done_bar._text.text()
    keys.type("Olena")
    fresh.shell.done_bar._undo.click()

    assert (blank, said) == (None, "Kladden ligger under Modtagelser.")
    assert wing_of(fresh).page._fields._editors[Field.GIVEN_NAMES].text() == "Rima"  # type: ignore[union-attr]
    fresh.go_to(ARRIVALS)
    rows = wing_of(fresh).list._found.values()
    assert sorted(draft.content["people"][0]["given_names"] for draft in rows) == ["Olena", "Rima"]


def test_a_draft_taken_up_at_the_start_shows_the_form(fresh: Desk) -> None:
    type_first_adult(Keyboard())
    fresh.go_to(ARRIVALS)
    [draft] = wing_of(fresh).list._found.values()
    wing_of(fresh).presenter.open()
    fresh.go_to(ARRIVALS)

    fresh.drafts.offer()
    fresh.drafts.resume()

    assert fresh.page_key == ARRIVAL
    assert wing_of(fresh).presenter.draft_id == draft.id
    assert len(fresh.office.drafts.mine()) == 1


def test_cancelling_lets_the_draft_go_and_can_be_undone(fresh: Desk) -> None:
    type_first_adult(Keyboard())
    fresh.drafts.keep_all()

    wing_of(fresh).page.cancelled.emit()
    gone = (fresh.page_key != ARRIVAL, list(fresh.office.drafts.mine()))
    fresh.shell.done_bar._undo.click()

    assert gone == (True, [])
    assert fresh.page_key == ARRIVAL
    assert wing_of(fresh).presenter.content() is not None


def test_recording_lets_the_draft_go(fresh: Desk) -> None:
    keys = Keyboard()
    type_first_adult(keys)
    fresh.drafts.keep_all()
    kept = list(fresh.office.drafts.mine())

    keys.press(Qt.Key.Key_Return, CONTROL)

    assert len(kept) == 1
    assert list(fresh.office.drafts.mine()) == []


class FullDisk:
    """Records nobody."""

    def record(self, *_what: object) -> RecordedArrival:
        raise StorageUnavailable(StorageTrouble.DISK_FULL)

    def can_show(self, _text: str) -> bool:
        return True


def test_a_full_disk_keeps_what_was_typed_and_says_what_to_do(fresh: Desk) -> None:
    keys = Keyboard()
    type_first_adult(keys)
    wing_of(fresh).presenter._work = FullDisk()

    keys.press(Qt.Key.Key_Return, CONTROL)

    assert "disken er fuld" in texts_shown(fresh)
    assert fresh.page_key == ARRIVAL
    assert wing_of(fresh).page._fields._editors[Field.GIVEN_NAMES].text() == "Rima"  # type: ignore[union-attr]


# The list ------------------------------------------------------------------------------------------------------------


def test_when_nobody_is_expected_the_page_leads_to_the_form(fresh: Desk) -> None:
    fresh.go_to(ARRIVALS)

    assert "Ingen modtagelser lige nu" in texts_shown(fresh)
    Keyboard().press(Qt.Key.Key_Return)
    assert fresh.page_key == ARRIVAL


def test_who_is_expected_is_listed_counted_and_opened(fresh: Desk) -> None:
    keys = Keyboard()
    type_first_adult(keys)
    keys.press(Qt.Key.Key_Return, CONTROL)

    fresh.go_to(ARRIVALS)

    assert "1 borger" in texts_shown(fresh)
    wing_of(fresh).list_page._table.row_activated.emit("2026-001")
    assert fresh.page_key == CASE


def test_a_new_day_brings_everything_up_to_date(fresh: Desk) -> None:
    type_first_adult(Keyboard())

    wing_of(fresh).show_new_day()

    assert wing_of(fresh).presenter.content() is not None
    assert fresh.today() == TODAY


def test_the_back_link_leads_to_the_list(fresh: Desk) -> None:
    wing_of(fresh).new_arrival()

    wing_of(fresh).page.list_wanted.emit()

    assert fresh.page_key == ARRIVALS


# Looks ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("colours", "width", "scale"),
    [(ColourChoice.LIGHT, 1280, 100), (ColourChoice.DARK, 640, 100), (ColourChoice.LIGHT, 1280, 200)],
)
def test_nothing_is_cut_off_or_nameless(
    fresh: Desk, theme: Theme, qtbot: QtBot, colours: ColourChoice, width: int, scale: int
) -> None:
    theme.choose_colours(colours)
    theme.choose_text_scale(scale)
    window = fresh.window()
    window.resize(width, 800)
    keys = Keyboard()
    type_first_adult(keys)
    keys.press(Qt.Key.Key_P, CONTROL | SHIFT)
    keys.type("Sami")
    page = wing_of(fresh).page
    wing_of(fresh).presenter.type(Field.TAKEOVER, "15.12.2026")
    wing_of(fresh).presenter.save()
    qtbot.waitUntil(lambda: clipped_texts(page) == [])  # what was just shown is laid out a moment later

    assert page._body.is_under is (width == 640 or scale == 200)
    assert unnamed_widgets(page) == []
    assert page._body._form_area.horizontalScrollBar().maximum() == 0
    fresh.go_to(ARRIVALS)
    assert unnamed_widgets(wing_of(fresh).list_page) == []
    assert clipped_texts(wing_of(fresh).list_page) == []


def test_ctrl_k_finds_a_case_that_was_made_a_moment_ago_while_no_list_is_shown(fresh: Desk) -> None:
    keys = Keyboard()
    assert isinstance(fresh.office, Office)
    fresh.go_to(HELP)
    with fresh.office.store.work() as unit:
        unit.cases.add(a_case(case_number="2026-999", household=None, plans=()))
        unit.commit()
        case_id = unit.cases.by_number("2026-999").id

    fresh.show_changes(Changes(frozenset({case_id})))
    keys.press(Qt.Key.Key_K, CONTROL)
    keys.type("rima")
    keys.press(Qt.Key.Key_Return)

    assert fresh.page_key == CASE
    assert fresh.case_wing.view.case_number == "2026-999"
