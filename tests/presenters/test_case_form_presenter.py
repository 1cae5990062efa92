"""Changing the master data of a case."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from desktop_app.application.errors import ChangedMeanwhile, StorageTrouble, StorageUnavailable
from desktop_app.application.ports import LogAction
from desktop_app.domain.case import Case, CorrectedFact, MoveDirection, ReadinessKind, SupportKind
from desktop_app.domain.case_checks import CaseFault, CaseField, CaseProblem, CaseRefused, Column
from desktop_app.domain.dates import Period
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.case_form import LEAVES_HOUSEHOLD, YES, TypedRow
from desktop_app.presenters.case_form_differences import kind_text
from desktop_app.presenters.case_form_presenter import CaseFormPresenter
from desktop_app.presenters.case_form_view import CaseFormShown
from desktop_app.presenters.drafts import Difference
from tests.builders import a_case, a_citizen, a_household, a_kept_draft, a_move, a_readiness, a_support, an_offer
from tests.presenters.case_office import CaseOffice, SeenFollower
from tests.presenters.opened import TODAY

FULL = StorageUnavailable(StorageTrouble.DISK_FULL)


@dataclass
class SeenForm:
    """The page of the form: what it shows now."""

    forms: list[CaseFormShown] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)
    remarks: Mapping[str, str] = field(default_factory=dict)
    gone_to: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    times_left: int = 0

    def show_form(self, shown: CaseFormShown) -> None:
        self.forms.append(shown)

    def show_text(self, key: str, text: str) -> None:
        self.written[key] = text

    def show_problems(self, problems: Mapping[str, str]) -> None:
        self.problems = problems

    def show_remarks(self, remarks: Mapping[str, str]) -> None:
        self.remarks = remarks

    def go_to(self, key: str) -> None:
        self.gone_to.append(key)

    def show_error(self, text: str) -> None:
        self.errors.append(text)

    def leave(self) -> None:
        self.times_left += 1


@dataclass
class Form:
    """A form that is open, with everything around it."""

    office: CaseOffice
    view: SeenForm
    follower: SeenFollower
    presenter: CaseFormPresenter


def a_form(rulebook: Rulebook, *cases: Case, is_open: bool = True) -> Form:
    office, view, follower = CaseOffice(rulebook, *(cases or (a_case(),))), SeenForm(), SeenFollower()
    presenter = CaseFormPresenter(view, work=office, rulebook=rulebook, today=lambda: TODAY, saved=follower.saved)
    if is_open:
        assert presenter.open(office.opened())
    return Form(office, view, follower, presenter)


# Opening -------------------------------------------------------------------------------------------------------------


def test_the_form_opens_with_what_the_case_says(rulebook: Rulebook) -> None:
    form = a_form(rulebook, a_case(household=a_household()))

    [shown] = form.view.forms
    assert (shown.citizen, shown.case_number, shown.household) == ("Rima Al-Hassan", "2026-014", "Al-Hassan")
    assert shown.texts["phone"] == "12345678"
    assert shown.recorded == {
        CorrectedFact.TAKEOVER: "1. oktober 2026",
        CorrectedFact.ALLOCATION: "15. august 2026",
        CorrectedFact.PERMIT: "20. juli 2026",
    }
    assert (shown.is_protected, shown.hides_cpr) == (False, True)
    assert form.view.gone_to == []


def test_it_opens_at_the_field_one_came_for(rulebook: Rulebook) -> None:
    form = a_form(rulebook, is_open=False)

    form.presenter.open(form.office.opened(), CaseField.CPR)

    assert form.view.gone_to == ["cpr"]


def test_a_case_that_is_in_it_stays_with_what_was_typed(rulebook: Rulebook) -> None:
    form = a_form(rulebook)
    form.presenter.type(CaseField.PHONE, "1")

    form.presenter.open(form.office.opened(), CaseField.CITY)

    assert len(form.view.forms) == 1
    assert form.presenter.content() is not None


def test_a_protected_address_is_logged_and_marked(rulebook: Rulebook) -> None:
    form = a_form(rulebook, a_case(citizen=a_citizen(protected_address=True)))

    assert form.view.forms[0].is_protected
    assert [noted.action for noted in form.office.store.log][-1] is LogAction.SHOWED_ADDRESS


def test_a_protected_address_that_cannot_be_logged_is_not_shown(rulebook: Rulebook) -> None:
    form = a_form(rulebook, a_case(citizen=a_citizen(protected_address=True)), is_open=False)
    form.office.fail(FULL)

    assert not form.presenter.open(form.office.opened())

    assert (form.view.forms, len(form.view.errors)) == ([], 1)


def test_the_whole_number_is_shown_when_asked_for_and_that_is_no_change(rulebook: Rulebook) -> None:
    form = a_form(rulebook)

    form.presenter.show_cpr()
    form.presenter.show_cpr()
    form.presenter.type(CaseField.CPR, "010190-0001")

    assert form.view.written == {"cpr": "010190-0001"}
    assert form.presenter.content() is None
    assert [noted.action for noted in form.office.store.log].count(LogAction.SHOWED_CPR) == 1


def test_without_a_number_there_is_none_to_show(rulebook: Rulebook) -> None:
    form = a_form(rulebook, a_case(citizen=a_citizen(cpr=None)))

    form.presenter.show_cpr()

    assert (form.view.written, form.view.forms[0].hides_cpr) == ({}, False)


def test_a_number_that_cannot_be_shown_says_why(rulebook: Rulebook) -> None:
    form = a_form(rulebook)
    form.office.fail(FULL)

    form.presenter.show_cpr()

    assert len(form.view.errors) == 1


# Typing --------------------------------------------------------------------------------------------------------------


def test_a_number_is_remarked_on_while_it_is_typed(rulebook: Rulebook) -> None:
    form = a_form(rulebook)

    form.presenter.type(CaseField.CPR, "020290-1235")
    assert form.view.remarks["cpr"].startswith("Kontrolcifferet passer ikke.")

    form.presenter.type(CaseField.CPR, "020290")
    assert form.view.remarks == {}


def test_a_name_the_paper_cannot_show_is_pointed_out_while_it_is_typed(rulebook: Rulebook) -> None:
    form = a_form(rulebook)

    form.presenter.type(CaseField.NATIVE_NAME, "李")

    text = "Papiret kan ikke vise alle tegn i »Navn i oprindelig skrift«. Der kommer et mærke i deres sted."
    assert form.view.remarks == {"native_name": text}


def test_a_number_without_remarks_is_not_remarked_on(rulebook: Rulebook) -> None:
    form = a_form(rulebook, a_case(citizen=a_citizen(cpr=None, birth_date=date(1990, 1, 1))))

    form.presenter.type(CaseField.CPR, "010190-0010")

    assert "cpr" not in form.view.remarks


def test_a_takeover_is_proposed_while_none_is_recorded(rulebook: Rulebook) -> None:
    form = a_form(rulebook, a_case(takeover_on=None))
    assert form.view.remarks == {"takeover_on": "Foreslået: 1. oktober 2026"}

    form.presenter.type(CaseField.ALLOCATION, "15.09.2026")
    assert form.view.remarks == {"takeover_on": "Foreslået: 2. november 2026"}

    form.presenter.type(CaseField.TAKEOVER, "2/11")
    assert form.view.remarks == {}


def test_what_proposes_nothing_says_nothing(rulebook: Rulebook) -> None:
    form = a_form(rulebook, a_case(takeover_on=None, allocation_decided_on=None))

    assert form.view.remarks == {}


def test_a_new_period_ends_the_open_one_the_day_before(rulebook: Rulebook) -> None:
    benefit = a_support(SupportKind.BENEFIT, date(2026, 10, 1))
    form = a_form(rulebook, a_case(support=(benefit,)))
    [before] = form.view.forms[0].rows[CaseField.SUPPORT]
    added = TypedRow("new", {Column.KIND: "ordinary_job", Column.FIRST: "1/12", Column.LAST: ""})

    ended, kept = form.presenter.take_rows(CaseField.SUPPORT, [before, added])

    assert (ended.texts[Column.LAST], kept) == ("30.11.2026", added)


@pytest.mark.parametrize(
    "rows",
    [
        [TypedRow("new", {Column.KIND: "benefit", Column.FIRST: "", Column.LAST: ""})],
        [TypedRow("new", {Column.KIND: "benefit", Column.FIRST: "snart", Column.LAST: ""})],
        [TypedRow("new", {Column.KIND: "benefit", Column.FIRST: "1/9", Column.LAST: ""})],
        [],
    ],
)
def test_a_period_that_begins_at_no_later_day_ends_nothing(rows: list[TypedRow], rulebook: Rulebook) -> None:
    form = a_form(rulebook, a_case(readiness=(a_readiness(ReadinessKind.JOB_READY, date(2026, 10, 1)),)))
    [before] = form.view.forms[0].rows[CaseField.READINESS]

    taken = form.presenter.take_rows(CaseField.READINESS, [before, *rows])

    assert taken == (before, *rows)


def test_the_end_moves_along_while_the_day_is_typed_and_goes_with_it(rulebook: Rulebook) -> None:
    benefit = a_support(SupportKind.BENEFIT, date(2026, 10, 1))
    form = a_form(rulebook, a_case(support=(benefit,)))
    [row] = form.view.forms[0].rows[CaseField.SUPPORT]
    ends = []

    for typed in ("1/1", "1/12", "1/12-", "1/12-26"):
        added = TypedRow("new", {Column.KIND: "ordinary_job", Column.FIRST: typed, Column.LAST: ""})
        row, _added = form.presenter.take_rows(CaseField.SUPPORT, [row, added])
        ends.append(row.texts[Column.LAST])
    [row] = form.presenter.take_rows(CaseField.SUPPORT, [row])

    assert ends == ["31.12.2026", "30.11.2026", "", "30.11.2026"]
    assert row.texts[Column.LAST] == ""


def test_an_end_somebody_typed_stays_and_other_parts_end_nothing(rulebook: Rulebook) -> None:
    benefit = a_support(SupportKind.BENEFIT, date(2026, 10, 1))
    form = a_form(rulebook, a_case(support=(benefit,), offers=(an_offer(ends_on=None),)))
    shown = form.view.forms[0].rows
    typed = TypedRow(benefit.id, {Column.KIND: "benefit", Column.FIRST: "01.10.2026", Column.LAST: "1/11"})
    added = TypedRow("new", {Column.KIND: "ordinary_job", Column.FIRST: "1/12", Column.LAST: ""})
    offer = TypedRow("new", {Column.KIND: "guidance", Column.FIRST: "1/12", Column.LAST: ""})

    assert form.presenter.take_rows(CaseField.SUPPORT, [typed, added]) == (typed, added)
    assert form.presenter.take_rows(CaseField.OFFERS, [*shown[CaseField.OFFERS], offer])[0].texts[Column.LAST] == ""


# Saving --------------------------------------------------------------------------------------------------------------


def test_what_was_changed_is_saved_and_said(rulebook: Rulebook) -> None:
    form = a_form(rulebook)
    form.presenter.type(CaseField.PHONE, "87654321")

    form.presenter.save()

    assert form.office.case().citizen.phone == "87654321"
    assert form.follower.done == ["Ændringerne er gemt."]
    assert form.follower.changes[0].cases == {form.office.case().id}
    assert (form.view.times_left, form.presenter.content(), form.presenter.subject) == (1, None, "")


def test_deadlines_that_moved_are_counted(rulebook: Rulebook) -> None:
    form = a_form(rulebook, a_case(coordinating_department=None))
    form.presenter.type(CaseField.DEPARTMENT, "Jobcenter")

    form.presenter.save()

    assert form.follower.done == ["Ændringerne er gemt. 1 frist står nu anderledes."]


def test_a_draft_goes_with_the_save(rulebook: Rulebook) -> None:
    form = a_form(rulebook)
    with form.office.store.work() as unit:
        unit.drafts.keep(a_kept_draft())
        unit.commit()
    form.presenter.type(CaseField.PHONE, "1")
    form.presenter.draft_id = "draft"

    form.presenter.save()

    with form.office.store.work() as unit:
        assert unit.drafts.all() == []
    assert form.presenter.draft_id is None


def test_what_is_wrong_is_said_and_nothing_saved(rulebook: Rulebook) -> None:
    form = a_form(rulebook)
    form.presenter.type(CaseField.GIVEN_NAMES, "")

    form.presenter.save()

    assert form.view.problems == {"given_names": "Indtast borgerens fornavn"}
    assert form.office.case().citizen.given_names == "Rima"
    assert form.presenter.content() is not None


def test_what_the_store_refuses_is_said_at_the_field(rulebook: Rulebook) -> None:
    form = a_form(rulebook)
    form.presenter.type(CaseField.PHONE, "1")
    form.office.fail(CaseRefused([CaseProblem(CaseField.PHONE, CaseFault.TOO_LONG)]))

    form.presenter.save()

    assert form.view.problems == {"phone": "Teksten er for lang. Gør den kortere."}


def test_a_full_disk_keeps_what_was_typed(rulebook: Rulebook) -> None:
    form = a_form(rulebook)
    form.presenter.type(CaseField.PHONE, "1")
    form.office.fail(FULL)

    form.presenter.save()

    assert form.view.errors[0].startswith("Ændringerne kunne ikke gemmes, fordi disken er fuld.")
    assert form.presenter.content() is not None
    assert form.view.times_left == 0


def test_a_closed_form_saves_and_shows_nothing(rulebook: Rulebook) -> None:
    form = a_form(rulebook, is_open=False)

    form.presenter.type(CaseField.PHONE, "1")
    form.presenter.save()
    form.presenter.show_cpr()

    assert (form.presenter.content(), form.presenter.based_on(), form.presenter.subject) == (None, {}, "")
    assert form.view == SeenForm()


# Somebody else was there first ---------------------------------------------------------------------------------------


def test_what_was_typed_stands_over_what_somebody_else_saved(rulebook: Rulebook) -> None:
    form = a_form(rulebook)
    form.presenter.type(CaseField.PHONE, "1")
    form.presenter.type(CaseField.CITY, "Maribo")
    form.office.change_meanwhile(
        lambda case: replace(case, citizen=replace(case.citizen, phone="2", email="r@example.org"))
    )

    form.presenter.save()

    shown = form.view.forms[-1]
    assert (shown.texts["phone"], shown.texts["city"], shown.texts["email"]) == ("1", "Maribo", "r@example.org")
    assert form.view.remarks == {"phone": "Er i mellemtiden ændret til: 2"}
    assert form.view.errors[0].startswith("En anden har gemt ændringer i sagen. Det, du har skrevet,")

    form.presenter.save()
    citizen = form.office.case().citizen
    assert (citizen.phone, citizen.city, citizen.email) == ("1", "Maribo", "r@example.org")


def test_typing_a_field_anew_settles_it(rulebook: Rulebook) -> None:
    form = a_form(rulebook)
    form.presenter.type(CaseField.PHONE, "1")
    form.office.change_meanwhile(lambda case: replace(case, citizen=replace(case.citizen, phone=None)))
    form.presenter.save()
    assert form.view.remarks == {"phone": "Er i mellemtiden ændret til: –"}

    form.presenter.type(CaseField.PHONE, "3")

    assert form.view.remarks == {}


def test_a_case_that_cannot_be_read_again_keeps_the_form_as_it_was(rulebook: Rulebook) -> None:
    form = a_form(rulebook)
    form.presenter.type(CaseField.PHONE, "1")
    form.office.fail(ChangedMeanwhile("x"))

    form.presenter.save()

    assert len(form.view.forms) == 1
    assert len(form.view.errors) == 1
    assert form.presenter.content() is not None


def test_a_case_that_became_protected_meanwhile_is_only_shown_once_that_is_logged(rulebook: Rulebook) -> None:
    form = a_form(rulebook)
    form.presenter.type(CaseField.PHONE, "1")
    form.office.change_meanwhile(lambda case: replace(case, citizen=replace(case.citizen, protected_address=True)))
    form.office.fail(FULL, after=2)

    form.presenter.save()

    assert len(form.view.forms) == 1
    assert len(form.view.errors) == 1


# Leaving without saving ----------------------------------------------------------------------------------------------


def test_what_was_discarded_can_be_had_back(rulebook: Rulebook) -> None:
    form = a_form(rulebook)
    form.presenter.type(CaseField.PHONE, "1")

    bring_back = form.presenter.discard()

    assert (form.view.times_left, form.presenter.content()) == (1, None)
    assert bring_back is not None
    bring_back()
    assert form.view.forms[-1].texts["phone"] == "1"


def test_discarding_nothing_brings_nothing_back(rulebook: Rulebook) -> None:
    form = a_form(rulebook)

    assert form.presenter.discard() is None
    assert form.presenter.discard() is None


def test_a_protected_address_that_cannot_be_logged_is_not_brought_back(rulebook: Rulebook) -> None:
    form = a_form(rulebook, a_case(citizen=a_citizen(protected_address=True)))
    form.presenter.type(CaseField.PHONE, "1")
    bring_back = form.presenter.discard()
    form.office.fail(FULL)

    assert bring_back is not None
    bring_back()

    assert len(form.view.forms) == 1


# A drafted form ------------------------------------------------------------------------------------------------------


def test_a_draft_is_of_its_case_and_typed_anew(rulebook: Rulebook) -> None:
    form, other = a_form(rulebook), a_form(rulebook, is_open=False)
    form.presenter.type(CaseField.PHONE, "1")
    content = form.presenter.content()
    assert content is not None
    draft = a_kept_draft(content=content)

    other.presenter.resume(draft)

    case = form.office.case()
    assert (form.presenter.screen, form.presenter.subject) == ("case", case.id)
    assert form.presenter.based_on() == {case.id: 1, case.citizen.id: 1}
    assert form.presenter.title(draft) == "Stamdata, sag 2026-014"
    assert other.view.forms[-1].texts["phone"] == "1"
    assert other.presenter.content() == content


def test_a_draft_of_a_protected_case_is_only_shown_once_that_is_logged(rulebook: Rulebook) -> None:
    form = a_form(rulebook, a_case(citizen=a_citizen(protected_address=True)), is_open=False)
    form.office.fail(FULL, after=1)

    form.presenter.resume(a_kept_draft(content={"case_number": "2026-014", "texts": {}, "rows": {}}))

    assert form.view.forms == []


def test_a_draft_says_in_what_it_differs(rulebook: Rulebook) -> None:
    move = a_move(MoveDirection.IN, date(2026, 10, 1))
    support = a_support(SupportKind.BENEFIT, date(2026, 10, 1))
    form = a_form(rulebook, a_case(household=a_household(), support=(support,), moves=(move,)))
    form.presenter.type(CaseField.PHONE, "")
    form.presenter.type(CaseField.NATIONALITY, "ER")
    form.presenter.type(CaseField.LANGUAGES, "ti")
    form.presenter.type(CaseField.INTERPRETER, "")
    form.presenter.type(CaseField.SEX, "male")
    form.presenter.type(CaseField.TARGET_GROUP, "immigrant")
    form.presenter.type(CaseField.ROLE, "child")
    form.presenter.type(LEAVES_HOUSEHOLD, YES)
    form.presenter.take_rows(CaseField.SUPPORT, [])
    form.presenter.take_rows(
        CaseField.MOVES,
        [TypedRow(move.id, {Column.KIND: "out", Column.ON: "1/11", Column.MUNICIPALITY: "", Column.APPROVED: ""})],
    )
    content = form.presenter.content()
    assert content is not None

    assert form.presenter.differences(a_kept_draft(content=content)) == [
        Difference("Telefon", "12345678", "–"),
        Difference("Statsborgerskab", "Syrien", "Eritrea"),
        Difference("Sprog", "Arabisk", "Tigrinya"),
        Difference("Tolk", "Arabisk", "–"),
        Difference("Køn", "Kvinde", "Mand"),
        Difference("Målgruppe", "Flygtning", "Indvandrer"),
        Difference("I husstanden", "–", "Barn"),
        Difference("Bor ikke længere i husstanden", "Nej", "Ja"),
        Difference("Forsørgelse", "Ydelse, Fra 01.10.2026", "–"),
        Difference(
            "Flytninger",
            "Tilflyttet, Flyttet den 01.10.2026, Anden kommune 101, godkendt",
            "Fraflyttet, Flyttet den 1/11",
        ),
    ]


def test_a_kind_that_is_not_chosen_has_no_words() -> None:
    assert kind_text(CaseField.SUPPORT, "") == ""
    assert kind_text(CaseField.READINESS, "job_ready") == "Jobparat"
    assert kind_text(CaseField.OFFERS, "guidance") == "Vejledning og opkvalificering"


def test_periods_saved_are_those_typed(rulebook: Rulebook) -> None:
    support = a_support(SupportKind.BENEFIT, date(2026, 10, 1))
    form = a_form(rulebook, a_case(support=(support,)))
    [before] = form.view.forms[0].rows[CaseField.SUPPORT]
    added = TypedRow("new", {Column.KIND: "ordinary_job", Column.FIRST: "1/12", Column.LAST: ""})
    form.presenter.take_rows(CaseField.SUPPORT, [before, added])

    form.presenter.save()

    assert [each.period for each in form.office.case().support] == [
        Period(date(2026, 10, 1), date(2026, 11, 30)),
        Period(date(2026, 12, 1)),
    ]
