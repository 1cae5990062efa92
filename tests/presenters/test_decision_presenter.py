"""The dialog about one deadline, and taking a decision back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.domain.case import Case
from desktop_app.domain.deadline_deciding import Deciding, DecisionFault, DecisionRefused
from desktop_app.domain.deadline_decisions import DecisionKind, DelayCause
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.decision_form import (
    DecisionField,
    accept_text,
    act_text,
    fault_texts,
    recorded_text,
    remarks_on,
    title_of,
    withdrawal_text,
    withdrawn_text,
)
from desktop_app.presenters.decision_presenter import DecisionPresenter, DecisionShown
from desktop_app.presenters.decision_texts import decision_kind_text, delay_cause_text
from desktop_app.presenters.named_deadline import NamedDeadline
from tests.builders import a_case, a_decision, a_draft, a_kept_draft
from tests.presenters.case_office import CaseOffice, SeenFollower
from tests.presenters.opened import TODAY

FULL = StorageUnavailable(StorageTrouble.DISK_FULL)
DUE, LATER = date(2026, 11, 1), date(2026, 12, 1)


@dataclass
class SeenDialog:
    """The dialog: what it shows now."""

    asked: list[DecisionShown] = field(default_factory=list)
    problems: Mapping[str, str] = field(default_factory=dict)
    remarks: Mapping[str, str] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    times_finished: int = 0

    def ask(self, shown: DecisionShown) -> None:
        self.asked.append(shown)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        self.problems = problems

    def show_remarks(self, remarks: Mapping[str, str]) -> None:
        self.remarks = remarks

    def show_error(self, text: str) -> None:
        self.errors.append(text)

    def finish(self) -> None:
        self.times_finished += 1


@dataclass
class Dialog:
    """A dialog with everything around it."""

    office: CaseOffice
    view: SeenDialog
    follower: SeenFollower
    presenter: DecisionPresenter

    def ask(self, kind: DecisionKind, **typed: str) -> None:
        """Open it about the contract, and type."""
        self.presenter.ask(self.office.opened(), about(kind))
        for name, text in typed.items():
            self.presenter.type(DecisionField(name), text)

    @property
    def case(self) -> Case:
        """The case as it is saved."""
        return self.office.case()


def about(kind: DecisionKind) -> NamedDeadline:
    return NamedDeadline(kind, DutyId.CONTRACT_SIGNED, DUE)


@pytest.fixture
def dialog(rulebook: Rulebook) -> Dialog:
    return a_dialog(rulebook)


def a_dialog(rulebook: Rulebook, case: Case | None = None) -> Dialog:
    office = CaseOffice(rulebook, case or a_case(plans=(a_draft(),)))
    view, follower = SeenDialog(), SeenFollower()
    presenter = DecisionPresenter(view, follower, work=office, rulebook=rulebook, today=lambda: TODAY)
    return Dialog(office, view, follower, presenter)


# Asking --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "title", "fields"),
    [
        (DecisionKind.NOT_RELEVANT, "Sæt fristen til ikke relevant", [("Begrundelse", False)]),
        (DecisionKind.OTHER_DATE, "Ret fristen", [("Ny frist", False), ("Begrundelse", False)]),
        (DecisionKind.LATE_BECAUSE, "Årsag til forsinkelsen", [("Hvorfor blev det for sent?", False), ("Notat", True)]),
        (DecisionKind.MEETING, "Planlæg et møde", [("Mødedag", False), ("Notat", True)]),
    ],
)
def test_each_decision_asks_for_what_it_needs(
    kind: DecisionKind, title: str, fields: list[tuple[str, bool]], dialog: Dialog
) -> None:
    dialog.ask(kind)

    [shown] = dialog.view.asked
    assert shown.title == title
    assert [(each.label, each.is_optional) for each in shown.fields] == fields
    assert (shown.citizen, shown.case_number) == ("Rima Al-Hassan", "2026-014")
    assert shown.deadline == "Kontrakt. Beregnet frist: 1. november 2026."


def test_what_was_decided_before_stands_in_the_fields(rulebook: Rulebook) -> None:
    late = a_decision(cause=DelayCause.BUSY, reason="Ferie")
    moved = a_decision(kind=DecisionKind.OTHER_DATE, on=LATER, reason="Aftalt")
    dialog = a_dialog(rulebook, a_case(plans=(a_draft(),), decisions=(late, moved)))

    dialog.ask(DecisionKind.LATE_BECAUSE)
    dialog.ask(DecisionKind.OTHER_DATE)

    causes, dates = dialog.view.asked
    assert [each.text for each in causes.fields] == ["busy", "Ferie"]
    assert [each.text for each in dates.fields] == ["01.12.2026", "Aftalt"]
    assert dialog.presenter.content() is None


def test_a_day_after_the_deadline_is_remarked_on(dialog: Dialog) -> None:
    dialog.ask(DecisionKind.OTHER_DATE, on="1/12")
    later = dict(dialog.view.remarks)
    dialog.presenter.type(DecisionField.ON, "20/10-26")
    earlier = dict(dialog.view.remarks)
    dialog.ask(DecisionKind.MEETING, on="1/12")

    assert later == {"on": "Det er senere end den beregnede frist. Den beregnede dato bliver stående på sagen."}
    assert earlier == {}
    assert dialog.view.remarks == {"on": "Mødet ligger efter fristen."}


@pytest.mark.parametrize(
    ("duty", "remarks"),
    [
        (DutyId.FOLLOW_UP_LOCAL, {"reason": "Der kommer først en ny frist, når opgaven er gennemført næste gang."}),
        (DutyId.OFFER_GAP, {"reason": "Der kommer først en ny frist, når opgaven er gennemført næste gang."}),
        (DutyId.CONTRACT_SIGNED, {}),
    ],
)
def test_that_a_repeating_duty_stays_silent_is_remarked_on(duty: DutyId, remarks: dict[str, str]) -> None:
    deciding = Deciding(duty=duty, kind=DecisionKind.NOT_RELEVANT, computed_on=DUE)

    assert remarks_on(deciding) == remarks


@pytest.mark.parametrize("kind", DecisionKind)
def test_every_decision_has_its_words(kind: DecisionKind) -> None:
    says = [title_of, accept_text, act_text, withdrawal_text, recorded_text, withdrawn_text, decision_kind_text]

    assert all(say(kind) for say in says)


@pytest.mark.parametrize("cause", DelayCause)
def test_every_cause_has_its_words(cause: DelayCause) -> None:
    assert delay_cause_text(cause) != cause.value


# Recording -----------------------------------------------------------------------------------------------------------


def test_a_decision_is_recorded_said_and_can_be_undone(dialog: Dialog) -> None:
    dialog.ask(DecisionKind.OTHER_DATE, on="1/12", reason="Aftalt med borgeren")

    dialog.presenter.record()

    [decision] = dialog.case.decisions
    assert (decision.kind, decision.on, decision.reason) == (DecisionKind.OTHER_DATE, LATER, "Aftalt med borgeren")
    assert dialog.follower.done == ["Fristen er rettet. Den beregnede dato står ved siden af."]
    assert dialog.follower.changes[0].cases == {dialog.case.id}
    assert (dialog.view.times_finished, dialog.presenter.content()) == (1, None)

    assert dialog.follower.undo is not None
    dialog.follower.undo()
    assert dialog.case.decisions == ()
    assert dialog.follower.done[-1] == "Det er fortrudt."


def test_a_cause_needs_no_note(dialog: Dialog) -> None:
    dialog.ask(DecisionKind.LATE_BECAUSE, cause="citizen_ill")

    dialog.presenter.record()

    assert [(each.cause, each.on) for each in dialog.case.decisions] == [(DelayCause.CITIZEN_ILL, None)]


@pytest.mark.parametrize(
    ("kind", "typed", "problems"),
    [
        (DecisionKind.NOT_RELEVANT, {}, {"reason": "Skriv hvorfor fristen ikke er relevant"}),
        (
            DecisionKind.OTHER_DATE,
            {},
            {"on": "Indtast datoen", "reason": "Skriv en begrundelse. Den bliver stående på sagen."},
        ),
        (
            DecisionKind.OTHER_DATE,
            {"on": "1/11-26", "reason": "Aftalt"},
            {"on": "Det er den beregnede frist. Skriv en anden dato."},
        ),
        (DecisionKind.MEETING, {"on": "snart"}, {"on": "Datoen skal skrives som dag, måned og år"}),
        (DecisionKind.MEETING, {"on": "1/11-26"}, {"on": "Mødet kan ikke ligge i fortiden"}),
        (DecisionKind.LATE_BECAUSE, {}, {"cause": "Vælg hvorfor det blev for sent"}),
        (DecisionKind.LATE_BECAUSE, {"cause": "other"}, {"reason": "Skriv hvad årsagen var"}),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    kind: DecisionKind, typed: dict[str, str], problems: dict[str, str], dialog: Dialog
) -> None:
    dialog.ask(kind, **typed)

    dialog.presenter.record()

    assert dialog.view.problems == problems
    assert (dialog.case.decisions, dialog.view.times_finished) == ((), 0)


@pytest.mark.parametrize("fault", DecisionFault)
def test_every_fault_has_its_words_at_a_field(fault: DecisionFault) -> None:
    [(key, text)] = fault_texts([fault], DecisionKind.OTHER_DATE).items()

    assert key in set(DecisionField)
    assert text


def test_a_full_disk_keeps_what_was_typed(dialog: Dialog) -> None:
    dialog.ask(DecisionKind.NOT_RELEVANT, reason="Rejst")
    dialog.office.fail(FULL)

    dialog.presenter.record()

    assert len(dialog.view.errors) == 1
    assert dialog.presenter.content() is not None


def test_what_the_store_refuses_is_said_at_its_field(dialog: Dialog) -> None:
    dialog.ask(DecisionKind.NOT_RELEVANT, reason="Rejst")
    dialog.office.fail(DecisionRefused([DecisionFault.NO_REASON]))

    dialog.presenter.record()

    assert dialog.view.problems == {"reason": "Skriv hvorfor fristen ikke er relevant"}


def test_a_deadline_that_moved_meanwhile_is_told(dialog: Dialog) -> None:
    dialog.ask(DecisionKind.NOT_RELEVANT, reason="Rejst")
    dialog.office.change_meanwhile(lambda case: replace(case, takeover_on=date(2026, 10, 5)))

    dialog.presenter.record()

    assert len(dialog.view.errors) == 1
    assert dialog.view.times_finished == 0


def test_a_closed_dialog_records_nothing(dialog: Dialog) -> None:
    dialog.ask(DecisionKind.NOT_RELEVANT, reason="Rejst")
    dialog.presenter.close()

    dialog.presenter.record()
    dialog.presenter.type(DecisionField.REASON, "x")

    assert (dialog.case.decisions, dialog.presenter.subject, dialog.presenter.content()) == ((), "", None)


# Taking back ---------------------------------------------------------------------------------------------------------


def test_a_decision_is_withdrawn_and_can_be_had_back(dialog: Dialog) -> None:
    dialog.ask(DecisionKind.NOT_RELEVANT, reason="Rejst")
    dialog.presenter.record()

    dialog.presenter.withdraw(dialog.office.opened(), about(DecisionKind.NOT_RELEVANT))

    assert dialog.case.decisions == ()
    assert dialog.follower.done[-1] == "Fristen gælder igen."
    assert dialog.follower.undo is not None
    dialog.follower.undo()
    assert [each.reason for each in dialog.office.case().decisions] == ["Rejst"]


def test_what_is_not_there_is_not_withdrawn(dialog: Dialog) -> None:
    dialog.presenter.withdraw(dialog.office.opened(), about(DecisionKind.MEETING))

    assert dialog.follower.done == []


def test_a_withdrawal_or_an_undo_that_fails_says_why(dialog: Dialog) -> None:
    dialog.ask(DecisionKind.NOT_RELEVANT, reason="Rejst")
    dialog.presenter.record()
    opened = dialog.office.opened()
    dialog.office.change_meanwhile(lambda case: replace(case, decisions=()))

    dialog.presenter.withdraw(opened, about(DecisionKind.NOT_RELEVANT))
    assert dialog.follower.undo is not None
    dialog.follower.undo()

    assert len(dialog.follower.errors) == 2


# Drafts --------------------------------------------------------------------------------------------------------------


def test_what_is_typed_is_a_draft_and_comes_back(dialog: Dialog) -> None:
    dialog.ask(DecisionKind.LATE_BECAUSE, cause="busy", reason="Ferie")
    content = dialog.presenter.content()
    assert content is not None
    draft = a_kept_draft(screen="decision", subject=dialog.case.id, content=content)
    assert dialog.presenter.based_on() == {}

    assert dialog.presenter.title(draft) == "Årsag til forsinkelsen, sag 2026-014"
    assert [(one.field, one.typed) for one in dialog.presenter.differences(draft)] == [
        ("Hvorfor blev det for sent?", "Travlhed i teamet"),
        ("Notat", "Ferie"),
    ]
    dialog.presenter.close()
    dialog.presenter.resume(draft)
    back = dialog.view.asked[-1]
    assert [each.text for each in back.fields] == ["busy", "Ferie"]
    assert dialog.presenter.content() == content
    assert dialog.presenter.subject == dialog.case.id
