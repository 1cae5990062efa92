"""Recording that a duty was fulfilled or an offer made, and taking it back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count

import pytest

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.application.open_case import OpenedCase
from desktop_app.domain.case import Case, OfferKind, ReadinessKind, TargetGroup
from desktop_app.domain.case_checks import CaseFault, CaseField, CaseProblem, CaseRefused
from desktop_app.domain.dates import Period
from desktop_app.domain.deadline_decisions import DecisionKind, DelayCause
from desktop_app.domain.duties import HEALTH_NEED_FOUND, DutyId
from desktop_app.domain.recorded_events import RECORDABLE, Delay, EventFault, EventRefused
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.case_form_texts import problem_text
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.event_form import OFFER, EventField, fault_texts
from desktop_app.presenters.event_presenter import EventDialogShown, EventPresenter
from tests.builders import a_case, a_decision, a_draft, a_kept_draft, a_readiness, an_event, an_offer
from tests.presenters.case_office import CaseOffice, SeenFollower
from tests.presenters.opened import TODAY

FULL = StorageUnavailable(StorageTrouble.DISK_FULL)
DAY = date(2026, 11, 2)


@dataclass
class SeenDialog:
    """The dialog: what it shows now."""

    asked: list[EventDialogShown] = field(default_factory=list)
    fields: frozenset[EventField] = frozenset()
    on_help: str = ""
    problems: Mapping[str, str] = field(default_factory=dict)
    remarks: Mapping[str, str] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    times_finished: int = 0

    def ask(self, shown: EventDialogShown) -> None:
        self.asked.append(shown)
        self.fields, self.on_help = shown.fields, shown.on_help

    def show_fields(self, fields: frozenset[EventField], on_help: str) -> None:
        self.fields, self.on_help = fields, on_help

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
    presenter: EventPresenter

    def ask(self, what: str = "", **typed: str) -> None:
        """Open it, and type."""
        self.presenter.ask(self.office.opened(), what)
        for name, text in typed.items():
            self.presenter.type(EventField(name), text)

    @property
    def case(self) -> Case:
        """The case as it is saved."""
        return self.office.case()

    @property
    def opened(self) -> OpenedCase:
        """The case as the page has it."""
        return self.office.opened()


def a_dialog(rulebook: Rulebook, case: Case | None = None) -> Dialog:
    office, view, follower, ids = CaseOffice(rulebook, case or a_case()), SeenDialog(), SeenFollower(), count(1)
    presenter = EventPresenter(
        view, follower, work=office, rulebook=rulebook, today=lambda: TODAY, new_id=lambda: f"new-{next(ids)}"
    )
    return Dialog(office, view, follower, presenter)


# Asking --------------------------------------------------------------------------------------------------------------


def test_it_asks_about_the_duty_that_is_due_first_and_proposes_today(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook, a_case(events=(an_event(DutyId.PROGRAMME_STARTED, DAY),)))

    dialog.ask()

    [shown] = dialog.view.asked
    assert (shown.citizen, shown.case_number) == ("Rima Al-Hassan", "2026-014")
    assert shown.texts[EventField.WHAT] == DutyId.DANISH_REFERRED
    assert shown.texts[EventField.ON] == "22.11.2026"
    assert [key for key, _words in shown.choices] == [*RECORDABLE, OFFER]
    assert dict(shown.choices)[OFFER] == "Tilbud om beskæftigelse"


def test_where_nothing_is_open_it_asks_about_what_was_never_recorded(rulebook: Rulebook) -> None:
    started = an_event(DutyId.PROGRAMME_STARTED, DAY)
    dialog = a_dialog(rulebook, a_case(takeover_on=None, events=(started,), plans=(a_draft(),)))

    dialog.ask()

    assert dialog.view.asked[0].texts[EventField.WHAT] == DutyId.DANISH_REFERRED


def test_where_all_was_recorded_it_asks_about_the_first(rulebook: Rulebook) -> None:
    events = tuple(an_event(duty, DAY) for duty in RECORDABLE)
    dialog = a_dialog(rulebook, a_case(takeover_on=None, events=events, plans=(a_draft(),)))

    dialog.ask()

    assert dialog.view.asked[0].texts[EventField.WHAT] == DutyId.PROGRAMME_STARTED


@pytest.mark.parametrize(
    ("what", "fields", "on_help"),
    [
        (HEALTH_NEED_FOUND, {"what", "on", "note"}, ""),
        (DutyId.DANISH_REFERRED, {"what", "on", "cause", "note"}, ""),
        (DutyId.READINESS_ASSESSED, {"what", "on", "readiness", "note"}, ""),
        (OFFER, {"what", "on", "kind", "company", "starts", "ends", "hours"}, "Dagen, tilbuddet blev givet"),
    ],
)
def test_each_is_asked_for_what_it_needs(what: str, fields: set[str], on_help: str, rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)

    dialog.ask(what)
    shown = {field.value for field in dialog.view.fields}
    dialog.ask(HEALTH_NEED_FOUND)
    dialog.presenter.type(EventField.WHAT, what)

    assert shown == {field.value for field in dialog.view.fields} == fields
    assert dialog.view.on_help == on_help


def test_an_odd_day_is_remarked_on(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook, a_case(events=(an_event(DutyId.DANISH_REFERRED, DAY),)))

    dialog.ask(DutyId.DANISH_REFERRED)
    assert dialog.view.remarks == {"on": "Det er også registreret på en tidligere dag, og den dag tæller."}

    dialog.presenter.type(EventField.ON, "1/9")
    assert dialog.view.remarks == {"on": "Dagen ligger før kommunens overtagelse. Tjek datoen."}

    dialog.presenter.type(EventField.WHAT, OFFER)
    assert dialog.view.remarks == {}


# Recording -----------------------------------------------------------------------------------------------------------


def test_an_event_is_recorded_said_and_can_be_undone(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(DutyId.DANISH_REFERRED, on="1/11", note="Dansk 2")

    dialog.presenter.record()

    [event] = dialog.case.events
    assert (event.duty, event.on, event.note) == (DutyId.DANISH_REFERRED, date(2026, 11, 1), "Dansk 2")
    assert dialog.case.decisions == ()
    assert dialog.follower.done == ["Registreret: Henvist til danskuddannelse."]
    assert dialog.follower.changes[0].cases == {dialog.case.id}
    assert (dialog.view.times_finished, dialog.presenter.content()) == (1, None)

    assert dialog.follower.undo is not None
    dialog.follower.undo()
    assert dialog.case.events == ()
    assert dialog.follower.done[-1] == "Registreringen er fortrudt."


def test_an_assessment_sets_how_the_citizen_counts(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(DutyId.READINESS_ASSESSED, on="2/11", readiness="activity_ready")

    dialog.presenter.record()

    assert [(each.kind, each.period) for each in dialog.case.readiness] == [(ReadinessKind.ACTIVITY_READY, Period(DAY))]


def test_an_offer_is_recorded(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(OFFER, on="2/11", kind="wage_subsidy", company=" Bageriet ", starts="1/12", ends="", hours="22,5")

    dialog.presenter.record()

    [offer] = dialog.case.offers
    assert (offer.id, offer.kind, offer.company) == ("new-1", OfferKind.WAGE_SUBSIDY, "Bageriet")
    assert (offer.offered_on, offer.starts_on, offer.ends_on) == (DAY, date(2026, 12, 1), None)
    assert offer.hours_per_week == 22.5
    assert dialog.follower.done == ["Registreret: Tilbud om beskæftigelse."]


def test_a_blank_company_is_none(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(OFFER)

    dialog.presenter.record()

    assert dialog.case.offers[0].company is None


@pytest.mark.parametrize(
    ("what", "typed", "problems"),
    [
        (DutyId.DANISH_REFERRED, {"on": ""}, {"on": "Indtast datoen"}),
        (DutyId.DANISH_REFERRED, {"on": "i morgen"}, {"on": "Datoen kan ikke ligge i fremtiden"}),
        (DutyId.DANISH_REFERRED, {"on": "snart"}, {"on": "Datoen skal skrives som dag, måned og år"}),
        (DutyId.READINESS_ASSESSED, {}, {"readiness": "Vælg, hvad borgeren blev visiteret som"}),
        (OFFER, {"on": ""}, {"on": "Indtast, hvornår tilbuddet blev givet, eller hvornår det begynder"}),
        (OFFER, {"starts": "1/12", "ends": "1/11"}, {"ends": "Slutdatoen skal ligge efter startdatoen"}),
        (OFFER, {"hours": "200"}, {"hours": "Timer om ugen skal være et tal fra 0 til 168"}),
        (OFFER, {"company": "x" * 501}, {"company": "Teksten er for lang. Gør den kortere."}),
        (
            OFFER,
            {"starts": "31/2-26", "ends": "snart"},
            {"starts": "Februar 2026 har kun 28 dage", "ends": "Datoen skal skrives som dag, måned og år"},
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    what: str, typed: dict[str, str], problems: dict[str, str], rulebook: Rulebook
) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(what, **typed)

    dialog.presenter.record()

    assert dialog.view.problems == problems
    assert (dialog.case.events, dialog.case.offers, dialog.view.times_finished) == ((), (), 0)


def test_choosing_something_else_takes_the_problems_away(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(DutyId.DANISH_REFERRED, on="")
    dialog.presenter.record()

    dialog.presenter.type(EventField.WHAT, DutyId.DANISH_BEGUN)

    assert dialog.view.problems == {}


@pytest.mark.parametrize("fault", EventFault)
def test_every_fault_has_its_words(fault: EventFault) -> None:
    [(key, text)] = fault_texts([fault]).items()

    assert key in set(EventField)
    assert text


def test_what_was_recorded_meanwhile_is_said_at_the_date(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(DutyId.DANISH_REFERRED, on="2/11", cause="busy")
    dialog.office.change_meanwhile(lambda case: replace(case, events=(an_event(DutyId.DANISH_REFERRED, DAY),)))

    dialog.presenter.record()

    assert dialog.view.problems == {"on": "Det er allerede registreret på den dag"}


def test_a_full_disk_keeps_what_was_typed(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(DutyId.DANISH_REFERRED, note="Dansk 2", cause="busy")
    dialog.office.fail(FULL)

    dialog.presenter.record()

    assert len(dialog.view.errors) == 1
    assert dialog.presenter.content() is not None


def test_an_undo_that_fails_says_why(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(DutyId.DANISH_REFERRED, cause="busy")
    dialog.presenter.record()
    dialog.office.change_meanwhile(lambda case: replace(case, events=()))

    assert dialog.follower.undo is not None
    dialog.follower.undo()

    assert len(dialog.follower.errors) == 1


def test_a_closed_dialog_records_nothing(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(DutyId.DANISH_REFERRED)
    dialog.presenter.close()

    dialog.presenter.record()
    dialog.presenter.type(EventField.NOTE, "x")

    assert (dialog.case.events, dialog.presenter.subject, dialog.presenter.content()) == ((), "", None)


# What came late ------------------------------------------------------------------------------------------------------


def test_what_came_late_stands_on_the_case_with_its_cause(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(DutyId.DANISH_REFERRED, on="2/11", cause="no_interpreter", note="tigrinya")

    dialog.presenter.record()

    [decision] = dialog.case.decisions
    assert (decision.duty, decision.kind) == (DutyId.DANISH_REFERRED, DecisionKind.LATE_BECAUSE)
    assert (decision.computed_on, decision.made_on) == (date(2026, 11, 1), TODAY)
    assert (decision.cause, decision.reason) == (DelayCause.NO_INTERPRETER, "tigrinya")

    assert dialog.follower.undo is not None
    dialog.follower.undo()
    assert (dialog.case.events, dialog.case.decisions) == ((), ())


def test_the_cause_is_asked_for_once_the_day_lies_after_the_deadline(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(DutyId.DANISH_REFERRED)

    dialog.presenter.type(EventField.ON, "1/11")
    on_time = dialog.view.fields
    dialog.presenter.type(EventField.ON, "2/11")

    assert EventField.CAUSE not in on_time
    assert EventField.CAUSE in dialog.view.fields


@pytest.mark.parametrize(
    ("typed", "problems"),
    [
        ({}, {"cause": "Vælg hvorfor det blev for sent"}),
        ({"cause": "other", "note": " "}, {"note": "Skriv hvad årsagen var"}),
    ],
)
def test_without_a_cause_what_came_late_is_not_recorded(
    typed: dict[str, str], problems: dict[str, str], rulebook: Rulebook
) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(DutyId.DANISH_REFERRED, on="2/11", **typed)

    dialog.presenter.record()

    assert dialog.view.problems == problems
    assert dialog.case.events == ()


def test_a_cause_that_was_noted_before_is_not_asked_for_again(rulebook: Rulebook) -> None:
    noted = a_decision(duty=DutyId.DANISH_REFERRED, cause=DelayCause.BUSY, made_on=DAY)
    dialog = a_dialog(rulebook, a_case(decisions=(noted,)))
    dialog.ask(DutyId.DANISH_REFERRED)

    dialog.presenter.record()

    assert [event.on for event in dialog.case.events] == [TODAY]
    assert [decision.cause for decision in dialog.case.decisions] == [DelayCause.BUSY]


def a_case_with_an_offer_due(rulebook: Rulebook) -> Dialog:
    """Somebody who was displaced from Ukraine, whose first offer was due on 1 November."""
    return a_dialog(rulebook, a_case(target_group=TargetGroup.DISPLACED_UKRAINE))


def test_an_offer_made_late_has_its_cause(rulebook: Rulebook) -> None:
    dialog = a_case_with_an_offer_due(rulebook)
    dialog.ask(OFFER, on="2/11")
    dialog.presenter.record()
    unsaid = dict(dialog.view.problems)

    dialog.presenter.type(EventField.CAUSE, "citizen_ill")
    dialog.presenter.record()

    assert unsaid == {"cause": "Vælg hvorfor det blev for sent"}
    assert [one.duty for one in dialog.case.decisions] == [DutyId.OFFER_FIRST]
    assert dialog.follower.undo is not None
    dialog.follower.undo()
    assert (dialog.case.offers, dialog.case.decisions) == ((), ())


def test_a_delay_whose_cause_went_missing_meanwhile_is_refused_by_the_store(rulebook: Rulebook) -> None:
    dialog = a_case_with_an_offer_due(rulebook)
    delay = Delay(duty=DutyId.OFFER_FIRST, computed_on=DAY, cause=None)

    with pytest.raises(EventRefused) as refused:
        dialog.office.record_offer("2026-014", an_offer(offered_on=DAY), TODAY, None, delay)

    assert refused.value.faults == (EventFault.NO_CAUSE,)


def test_a_draft_with_a_cause_says_it_in_words(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(DutyId.DANISH_REFERRED, cause="citizen_ill")
    content = dialog.presenter.content()
    assert content is not None

    differences = dialog.presenter.differences(a_kept_draft(screen="event", content=content))

    assert ("Hvorfor blev det for sent?", "Borgeren syg") in {(one.field, one.typed) for one in differences}


# Removing ------------------------------------------------------------------------------------------------------------


def test_an_event_recorded_before_is_removed_and_can_be_had_back(rulebook: Rulebook) -> None:
    event = replace(an_event(DutyId.DANISH_REFERRED, DAY), note="Dansk 2")
    dialog = a_dialog(rulebook, a_case(events=(event,)))

    dialog.presenter.remove(dialog.opened, event.id)

    assert dialog.case.events == ()
    assert dialog.follower.done == ["Registreringen er fjernet: Henvist til danskuddannelse den 2. november 2026."]
    assert dialog.follower.undo is not None
    dialog.follower.undo()
    again = next(iter(dialog.office.case().events))
    assert (again.duty, again.on, again.note) == (DutyId.DANISH_REFERRED, DAY, "Dansk 2")
    assert dialog.follower.done[-1] == "Registreringen er der igen."


def test_an_assessment_is_had_back_with_its_outcome(rulebook: Rulebook) -> None:
    event = an_event(DutyId.READINESS_ASSESSED, DAY)
    readiness = (a_readiness(ReadinessKind.JOB_READY, DAY),)
    dialog = a_dialog(rulebook, a_case(events=(event,), readiness=readiness))

    dialog.presenter.remove(dialog.opened, event.id)
    assert dialog.follower.undo is not None
    dialog.follower.undo()

    assert len(dialog.case.events) == 1
    assert [each.kind for each in dialog.case.readiness] == [ReadinessKind.JOB_READY]


def test_an_assessment_without_an_outcome_is_removed_for_good(rulebook: Rulebook) -> None:
    event = an_event(DutyId.READINESS_ASSESSED, DAY)
    dialog = a_dialog(rulebook, a_case(events=(event,)))

    dialog.presenter.remove(dialog.opened, event.id)

    assert (dialog.case.events, dialog.follower.undo) == ((), None)


def test_an_event_that_is_gone_is_not_removed(rulebook: Rulebook) -> None:
    event = an_event(DutyId.DANISH_REFERRED, DAY)
    dialog = a_dialog(rulebook, a_case(events=(event,)))
    opened = dialog.opened
    dialog.office.change_meanwhile(lambda case: replace(case, events=()))

    dialog.presenter.remove(opened, event.id)
    dialog.presenter.remove(opened, "nobody's")

    assert (len(dialog.follower.errors), dialog.follower.done) == (1, [])


@pytest.mark.parametrize("error", [FULL, EventRefused([EventFault.ALREADY_RECORDED])])
def test_a_recording_that_cannot_be_had_back_says_why(error: Exception, rulebook: Rulebook) -> None:
    event = an_event(DutyId.DANISH_REFERRED, DAY)
    dialog = a_dialog(rulebook, a_case(events=(event,)))
    dialog.presenter.remove(dialog.opened, event.id)
    dialog.office.fail(error)

    assert dialog.follower.undo is not None
    dialog.follower.undo()

    assert len(dialog.follower.errors) == 1
    assert dialog.case.events == ()


# A drafted form ------------------------------------------------------------------------------------------------------


def test_nothing_typed_is_no_draft(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)

    dialog.ask(OFFER)

    assert dialog.presenter.content() is None


def test_what_was_typed_is_put_back(rulebook: Rulebook) -> None:
    dialog, other = a_dialog(rulebook), a_dialog(rulebook)
    dialog.ask(DutyId.READINESS_ASSESSED, on="2/11", readiness="job_ready", note="God samtale")
    content = dialog.presenter.content()
    assert content is not None
    draft = a_kept_draft(content=content)

    other.presenter.resume(draft)

    assert (dialog.presenter.screen, dialog.presenter.subject) == ("event", dialog.case.id)
    assert dialog.presenter.based_on() == {}
    assert dialog.presenter.title(draft) == "Registrering, sag 2026-014"
    assert other.view.asked[0].texts[EventField.NOTE] == "God samtale"
    assert other.presenter.content() == content
    assert dialog.presenter.differences(draft) == [
        Difference("Hvad er der sket?", "–", "Visiteret som jobparat eller aktivitetsparat"),
        Difference("Dato", "–", "2/11"),
        Difference("Visiteret som", "–", "Jobparat"),
        Difference("Notat", "–", "God samtale"),
    ]


def test_a_draft_of_an_offer_says_what_was_typed(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(OFFER, company="Bageriet", note="hører ikke til")
    content = dialog.presenter.content()
    assert content is not None

    assert dialog.presenter.differences(a_kept_draft(content=content)) == [
        Difference("Hvad er der sket?", "–", "Tilbud om beskæftigelse"),
        Difference("Tilbudt den", "–", "22.11.2026"),
        Difference("Slags tilbud", "–", "Virksomhedspraktik"),
        Difference("Virksomhed", "–", "Bageriet"),
    ]


def test_an_offer_that_cannot_stand_on_the_case_as_it_is_now_is_told_and_stays(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)
    dialog.ask(OFFER, company="Plejecenter Bakken")
    problem = CaseProblem(CaseField.TAKEOVER, CaseFault.BEFORE_ALLOCATION)
    dialog.office.fail(CaseRefused([problem]))

    dialog.presenter.record()

    assert dialog.view.errors == [problem_text(problem)]
    assert dialog.presenter.content() is not None
