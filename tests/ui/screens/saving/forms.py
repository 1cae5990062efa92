"""Every form that saves: how it is opened, typed in and saved by keyboard, and what of it is in the store then."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt

from desktop_app.domain.deadline_deciding import kinds_for
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.follow_up import FollowUp
from desktop_app.domain.plan import PlanState, state_of
from desktop_app.presenters.named_deadline import NamedDeadline
from desktop_app.presenters.plan_reading import FieldPlace
from desktop_app.presenters.team_settings_presenter import TeamField
from tests.documents.test_scan_content import a_png
from tests.ui.screens.at_the_keyboard import focused, press, replace_with, type_text
from tests.ui.screens.saving.bench import CONTROL, DRAFT_CASE, LOCKED_NOTE, OPEN_NOTE, READY_CASE, SIGNED_CASE, Bench


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCase:
    """A form: how it is opened and typed in, how it is saved, and what of it is in the store then."""

    open: Callable[[Bench], None]
    type: Callable[[Bench], None]
    save: Callable[[Bench], None]
    stored: Callable[[Bench], object]
    expected: object
    typed: str
    """Something of what is typed, as it stands in a field."""


def _ctrl_enter(bench: Bench) -> None:
    if bench.dialog:
        bench.open_dialog()
    press(Qt.Key.Key_Return, CONTROL)


def _ctrl_s(_bench: Bench) -> None:
    press(Qt.Key.Key_S, CONTROL)


def _press_primary(bench: Bench) -> None:
    bench.open_dialog()._primary.click()


def _at_case(do: Callable[[Bench], None]) -> Callable[[Bench], None]:
    def opening(bench: Bench) -> None:
        bench.desk.open_case(SIGNED_CASE)
        do(bench)

    return opening


def _type_arrival(_bench: Bench) -> None:
    for place, text in enumerate(("Samira", "Haddad", "", "0303920003", "", "syr", "arabisk", "", "f", "171126")):
        if place:
            press(Qt.Key.Key_Tab)
        type_text(text)
    press(Qt.Key.Key_Tab)  # the last date is written out


def _type_phone(bench: Bench) -> None:
    bench.desk.case_wing.form.page.go_to("phone")
    replace_with("87654321")


def _type_in(field: str, text: str) -> Callable[[Bench], None]:
    def typing(bench: Bench) -> None:
        bench.open_dialog().form.go_to(field)
        replace_with(text)

    return typing


def _type_event(bench: Bench) -> None:
    form = bench.open_dialog().form
    if not form.row("cause").isHidden():
        form.go_to("cause")
        press(Qt.Key.Key_Down)
    _type_in("note", "Skrevet på papir")(bench)


def _decide(bench: Bench) -> None:
    opened = bench.desk.case_wing.presenter.opened
    assert opened
    open_one = next(one for one in opened.deadlines if DecisionKind.NOT_RELEVANT in kinds_for(one))
    assert open_one.due_on
    named = NamedDeadline(DecisionKind.NOT_RELEVANT, open_one.duty, open_one.due_on)
    bench.desk.case_wing.decisions.decide(opened, named)


def _type_offer(bench: Bench) -> None:
    bench.open_dialog()
    press(Qt.Key.Key_End)
    _type_in("company", "Plejecenter Bakken")(bench)


def _type_correction(bench: Bench) -> None:
    _type_in("on", "2/11")(bench)
    _type_in("reason", "Afgørelsen var læst forkert")(bench)


def _type_family(bench: Bench) -> None:
    bench.open_dialog()
    type_text("yonas")


def _type_goal(bench: Bench) -> None:
    wing = bench.desk.plan_wing
    wing.page.go_to(FieldPlace(wing.presenter.session.form.goals[0].id, "text"))
    replace_with("Arbejde på en kaffebar")


def _make_ready(bench: Bench) -> None:
    bench.desk.plan_wing.page._head._ready.click()
    bench.open_dialog()._primary.click()


def _type_signing(bench: Bench) -> None:
    _type_in("citizen", "28.10.2026")(bench)


def _go_to_name(name: str) -> None:
    for _step in range(60):
        if focused().accessibleName() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(name)


def _type_follow_up(_bench: Bench) -> None:
    _go_to_name("Tolk")
    type_text("Uden")
    _go_to_name("Notat")
    type_text("Har mødt stabilt på sprogcentret.")
    _go_to_name("Aftalt")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)


def _type_note(_bench: Bench) -> None:
    _go_to_name("Notat")
    replace_with("Mangler børnepasning.")


def _change_note(bench: Bench) -> None:
    bench.desk.follow_up_wing.open(SIGNED_CASE, OPEN_NOTE)


def _correct_note(bench: Bench) -> None:
    bench.desk.follow_up_wing._case_view.follow_up_correction_wanted.emit(LOCKED_NOTE, "2. november 2026 · Samtale")


def _open_settings(bench: Bench) -> None:
    bench.desk.settings_wing.open("team")


def _type_settings(bench: Bench) -> None:
    line = bench.desk.settings_wing.page.team._lines[TeamField.EMAIL]
    line.setFocus()
    replace_with("integration@nordsund.dk")


def _see_and_save(bench: Bench) -> None:
    dialog = bench.open_dialog()
    if dialog._primary.text() == "Se ændringerne":
        press(Qt.Key.Key_Return, CONTROL)
    if dialog._primary.text() == "Gem standarden":
        press(Qt.Key.Key_Return, CONTROL)


def _standards(bench: Bench) -> object:
    with bench.office.store.work() as unit:
        return [each.reason for each in unit.local_standards.all() if each.reason != "Kollegaens"]


def _choose_copied(bench: Bench) -> None:
    bench.open_dialog()
    press(Qt.Key.Key_Space)


def _reassign(bench: Bench) -> None:
    line = next(one for one in bench.desk.worklist().lines.values() if one.case_number == SIGNED_CASE)
    bench.desk.worklist_wing.reassign_wing.reassign([line])


def _type_initials(bench: Bench) -> None:
    bench.open_dialog()
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Tab)
    type_text("AK")


def _choose_scan(bench: Bench) -> None:
    path = bench.office.store.path.parent / "Kontrakt.png"
    path.write_bytes(a_png())
    bench.desk.case_wing.scans._choose(str(path))
    _type_in("note", "Side 4")(bench)


def _remove_scan(bench: Bench) -> None:
    bench.desk.case_wing.scans.removal.remove(SIGNED_CASE, bench.case().plans[0].scans[0].id)


def _talks(bench: Bench) -> list[FollowUp]:
    return [talk for talk in bench.case().follow_ups if talk.id not in {OPEN_NOTE, LOCKED_NOTE}]


def _note(bench: Bench, note: str) -> FollowUp:
    return next(talk for talk in bench.case().follow_ups if talk.id == note)


def _state(bench: Bench, number: str) -> PlanState:
    case = bench.case(number)
    return state_of(case.plans[0], case.plans)


def _copies(bench: Bench) -> int:
    return len(bench.office.store.connection.rows("SELECT seq FROM log WHERE action = 'copied'"))


def _write_plan(bench: Bench) -> None:
    bench.desk.open_case(DRAFT_CASE)
    bench.desk.plan_wing.write(DRAFT_CASE, 1)


FORMS: dict[str, FormCase] = {
    "new arrival": FormCase(
        open=lambda bench: bench.desk.arrival_wing.new_arrival(),
        type=_type_arrival,
        save=_ctrl_enter,
        stored=lambda bench: [line for line in bench.contents()["citizens"] if "Samira" in line] != [],
        expected=True,
        typed="Haddad",
    ),
    "master data": FormCase(
        open=_at_case(lambda bench: bench.desk.case_wing.edit()),
        type=_type_phone,
        save=_ctrl_s,
        stored=lambda bench: bench.case().citizen.phone,
        expected="87654321",
        typed="87654321",
    ),
    "event": FormCase(
        open=_at_case(lambda bench: bench.desk.case_wing.record()),
        type=_type_event,
        save=_press_primary,
        stored=lambda bench: [event.note for event in bench.case().events],
        expected=["Skrevet på papir"],
        typed="Skrevet på papir",
    ),
    "offer": FormCase(
        open=_at_case(lambda bench: bench.desk.case_wing.record()),
        type=_type_offer,
        save=_ctrl_enter,
        stored=lambda bench: [offer.company for offer in bench.case().offers],
        expected=["Plejecenter Bakken"],
        typed="Plejecenter Bakken",
    ),
    "decision about a deadline": FormCase(
        open=_at_case(_decide),
        type=_type_in("reason", "Borgeren er rejst"),
        save=_ctrl_enter,
        stored=lambda bench: [one.reason for one in bench.case().decisions],
        expected=["Borgeren er rejst"],
        typed="Borgeren er rejst",
    ),
    "corrected date": FormCase(
        open=_at_case(lambda bench: bench.desk.case_wing.correct()),
        type=_type_correction,
        save=_ctrl_enter,
        stored=lambda bench: [(one.after, one.reason) for one in bench.case().corrections],
        expected=[(date(2026, 11, 2), "Afgørelsen var læst forkert")],
        typed="Afgørelsen var læst forkert",
    ),
    "family": FormCase(
        open=_at_case(lambda bench: bench.desk.case_wing._add_to_family()),
        type=_type_family,
        save=_press_primary,
        stored=lambda bench: bench.case().household is not None,
        expected=True,
        typed="yonas",
    ),
    "plan": FormCase(
        open=_write_plan,
        type=_type_goal,
        save=_ctrl_s,
        stored=lambda bench: bench.case(DRAFT_CASE).plans[0].goals[0].text,
        expected="Arbejde på en kaffebar",
        typed="Arbejde på en kaffebar",
    ),
    "plan made ready": FormCase(
        open=_write_plan,
        type=_type_goal,
        save=_make_ready,
        stored=lambda bench: (_state(bench, DRAFT_CASE), bench.case(DRAFT_CASE).plans[0].goals[0].text),
        expected=(PlanState.READY, "Arbejde på en kaffebar"),
        typed="Arbejde på en kaffebar",
    ),
    "signatures": FormCase(
        open=lambda bench: bench.desk.plan_wing.sign(READY_CASE, 1),
        type=_type_signing,
        save=_ctrl_enter,
        stored=lambda bench: bench.case(READY_CASE).plans[0].signed_by_citizen_on,
        expected=date(2026, 10, 28),
        typed="28.10.2026",
    ),
    "annulment": FormCase(
        open=lambda bench: bench.desk.plan_wing.annul(SIGNED_CASE, 1),
        type=_type_in("reason", "Forkert sag"),
        save=_ctrl_enter,
        stored=lambda bench: [plan.annulment.reason for plan in bench.case().plans if plan.annulment],
        expected=["Forkert sag"],
        typed="Forkert sag",
    ),
    "scan": FormCase(
        open=lambda bench: bench.desk.case_wing.scans.attach(SIGNED_CASE, 1),
        type=_choose_scan,
        save=_ctrl_enter,
        stored=lambda bench: [(scan.file_name, scan.note) for scan in bench.case().plans[0].scans][1:],
        expected=[("Kontrakt.png", "Side 4")],
        typed="Side 4",
    ),
    "removed scan": FormCase(
        open=_remove_scan,
        type=_type_in("reason", "Forkert borger"),
        save=_ctrl_enter,
        stored=lambda bench: [scan.removal and scan.removal.reason for scan in bench.case().plans[0].scans],
        expected=["Forkert borger"],
        typed="Forkert borger",
    ),
    "follow-up": FormCase(
        open=_at_case(lambda bench: bench.desk.follow_up_wing.open_here()),
        type=_type_follow_up,
        save=_ctrl_enter,
        stored=lambda bench: [talk.note for talk in _talks(bench)],
        expected=["Har mødt stabilt på sprogcentret."],
        typed="Har mødt stabilt på sprogcentret.",
    ),
    "follow-up saved and closed": FormCase(
        open=_at_case(lambda bench: bench.desk.follow_up_wing.open_here()),
        type=_type_note,
        save=lambda bench: bench.desk.follow_up_wing.page._leave.click(),
        stored=lambda bench: [draft.content["note"] for draft in bench.office.drafts.mine()],
        expected=["Mangler børnepasning."],
        typed="Mangler børnepasning.",
    ),
    "changed follow-up": FormCase(
        open=_at_case(_change_note),
        type=_type_note,
        save=_ctrl_enter,
        stored=lambda bench: _note(bench, OPEN_NOTE).note,
        expected="Mangler børnepasning.",
        typed="Mangler børnepasning.",
    ),
    "correction of a note": FormCase(
        open=_at_case(_correct_note),
        type=_type_in("text", "Mentor var ikke med."),
        save=_ctrl_enter,
        stored=lambda bench: [one.text for one in _note(bench, LOCKED_NOTE).corrections],
        expected=["Mentor var ikke med."],
        typed="Mentor var ikke med.",
    ),
    "settings": FormCase(
        open=_open_settings,
        type=_type_settings,
        save=lambda _bench: press(Qt.Key.Key_Return),
        stored=lambda bench: [line for line in bench.contents()["settings"] if "integration@nordsund.dk" in line] != [],
        expected=True,
        typed="integration@nordsund.dk",
    ),
    "standard": FormCase(
        open=lambda bench: bench.desk.settings_wing.standard.change(),
        type=_type_in("reason", "Udvalget har besluttet det"),
        save=_see_and_save,
        stored=_standards,
        expected=["Udvalget har besluttet det"],
        typed="Udvalget har besluttet det",
    ),
    "another caseworker": FormCase(
        open=_reassign,
        type=_type_initials,
        save=_ctrl_enter,
        stored=lambda bench: bench.case().responsible_caseworker,
        expected="AK",
        typed="AK",
    ),
    "copying out": FormCase(
        open=_at_case(lambda bench: bench.desk.case_wing.copy_out()),
        type=_choose_copied,
        save=_press_primary,
        stored=_copies,  # what was copied itself is taken away when the program locks
        expected=1,
        typed="",
    ),
}

WITHOUT_DRAFT = {"family", "copying out", "another caseworker"}
"""Nothing is written in these that is to be saved, so the foot of the window may go on saying that all is."""
