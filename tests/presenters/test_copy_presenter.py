"""Copying a case out to the main system."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from desktop_app.application.copy_out import CopyField, copy_source
from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.application.ports import LogAction
from desktop_app.domain.case import Case, SupportKind
from desktop_app.domain.household import HouseholdRole
from desktop_app.domain.plan import GoalKind, Party
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.copy_presenter import USUAL, CopyChoice, CopyPresenter
from desktop_app.presenters.copy_texts import copied_text, copy_field_text
from tests.builders import (
    a_case,
    a_citizen,
    a_commitment,
    a_draft,
    a_follow_up,
    a_goal,
    a_household,
    a_plan,
    a_support,
    an_activity,
    new_id,
)
from tests.presenters.case_office import CaseOffice, SeenFollower
from tests.presenters.opened import TODAY

F = CopyField


def text(rulebook: Rulebook, case: Case, *fields: CopyField, shows_cpr: bool = True) -> str:
    return copied_text(copy_source(case, rulebook, TODAY), fields, rulebook, shows_cpr=shows_cpr)


# The text ------------------------------------------------------------------------------------------------------------


def test_master_data_is_a_line_a_value_in_a_fixed_order(rulebook: Rulebook) -> None:
    case = a_case(household=a_household(), household_role=HouseholdRole.ADULT)

    assert text(
        rulebook,
        case,
        F.FAMILY,
        F.DEPARTMENT,
        F.CASEWORKER,
        F.DATES,
        F.TARGET_GROUP,
        F.LANGUAGE,
        F.EMAIL,
        F.PHONE,
        F.ADDRESS,
        F.NATIONALITY,
        F.BIRTH_DATE,
        F.CPR,
        F.NAMES,
        F.CASE_NUMBER,
    ).splitlines() == [
        "Sagsnummer: 2026-014",
        "Fornavn: Rima",
        "Efternavn: Al-Hassan",
        "Navn i oprindelig skrift: ريما الحسن",
        "CPR-nummer: 010190-0001",
        "Fødselsdato: 01.01.1990",
        "Statsborgerskab: Syrien",
        "Adresse: Eksempelvej 12, 2. tv., 4900 Nakskov",
        "Telefon: 12345678",
        "Sprog og tolk: Arabisk · tolk: ja",
        "Målgruppe: Flygtning",
        "Afgørelse om visitering: 15.08.2026",
        "Opholdstilladelse givet: 20.07.2026",
        "Kommunen overtager ansvaret: 01.10.2026",
        "Ansvarlig sagsbehandler: MJ",
        "Koordineringsansvarlig forvaltning: Jobcenter",
        "Husstand: Al-Hassan",
        "I husstanden: voksen",
    ]


def test_the_number_is_masked_where_it_is_only_shown(rulebook: Rulebook) -> None:
    assert text(rulebook, a_case(), F.CPR, shows_cpr=False) == "CPR-nummer: 010190-••••"


def test_a_protected_address_is_never_copied(rulebook: Rulebook) -> None:
    copied = text(rulebook, a_case(citizen=a_citizen(protected_address=True)), *F)

    assert "Adresse: Adressebeskyttet" in copied
    assert "Eksempelvej" not in copied
    assert "Nakskov" not in copied


def test_what_is_not_known_is_left_out(rulebook: Rulebook) -> None:
    nobody = a_citizen(
        native_name=None,
        cpr=None,
        birth_date=None,
        nationality=None,
        address=None,
        postal_code=None,
        city=None,
        phone=None,
    )
    case = a_case(
        citizen=nobody,
        takeover_on=None,
        allocation_decided_on=None,
        permit_granted_on=None,
        responsible_caseworker=None,
        coordinating_department=None,
        plans=(),
    )

    assert text(rulebook, case, *F).splitlines() == [
        "Sagsnummer: 2026-014",
        "Fornavn: Rima",
        "Efternavn: Al-Hassan",
        "Sprog og tolk: Arabisk · tolk: ja",
        "Målgruppe: Flygtning",
    ]


def test_the_plan_is_copied_as_it_was_concluded(rulebook: Rulebook) -> None:
    plan = a_plan(
        goals=(
            a_goal(target_on=date(2027, 10, 1), achieved_on=date(2027, 9, 1)),
            a_goal(text="Kørekort\ntil bil", measure="Har bestået prøven"),
            a_goal(kind=GoalKind.DANISH, text="Kan læse teoribogen", part_of=new_id(), target_on=date(2027, 3, 1)),
        ),
        activities=(
            an_activity(hours_per_week=22.5),
            an_activity(provider=None, starts_on=None, ends_on=None, hours_per_week=None),
        ),
        commitments=(
            a_commitment(),
            a_commitment(party=Party.OTHER, who="Røde Kors", text="Finder en mentor", due_on=date(2026, 12, 1)),
        ),
    )
    case = a_case(
        plans=(plan, a_draft(number=2)),
        support=(a_support(SupportKind.BENEFIT, date(2026, 10, 1)),),
        follow_ups=(a_follow_up(held_on=date(2026, 11, 2), next_on=date(2027, 1, 20)),),
    )

    assert text(
        rulebook, case, F.SUPPORT, F.PLAN, F.GOALS, F.ACTIVITIES, F.COMMITMENTS, F.NEXT_FOLLOW_UP
    ).splitlines() == [
        "Forsørgelse: Ydelse, 01.10.2026 –",
        "Kontrakt og plan, version: 1 (underskrevet)",
        "Kontrakt underskrevet: 28.10.2026",
        "Erklæringen underskrevet: 28.10.2026",
        "Beskæftigelsesmål: Ordinært arbejde i køkken, senest 01.10.2027, opnået den 01.09.2027",
        "Beskæftigelsesmål: Kørekort til bil, sådan ser vi, at det er nået: Har bestået prøven",
        "Delmål, Dansk: Kan læse teoribogen, senest 01.03.2027",
        "Aktivitet, Danskuddannelse: DU2, Sprogcenter, 16.11.2026 – 30.06.2027, 22,5 timer om ugen",
        "Aktivitet, Danskuddannelse: DU2",
        "Hvem gør hvad, Borgeren: Møder hver dag på sprogcentret",
        "Hvem gør hvad, Røde Kors: Finder en mentor, senest 01.12.2026",
        "Næste opfølgning: 20.01.2027",
    ]


def test_open_deadlines_are_copied_with_what_is_overdue(rulebook: Rulebook) -> None:
    lines = text(rulebook, a_case(), F.DEADLINES).splitlines()

    assert "Frist, Henvisning til danskuddannelse: 01.11.2026 (overskredet)" in lines
    assert any(line.startswith("Frist, ") and "overskredet" not in line for line in lines)
    assert not any("Kontrakt:" in line for line in lines)


def test_who_lives_without_a_role_has_none_copied(rulebook: Rulebook) -> None:
    assert text(rulebook, a_case(household=a_household()), F.FAMILY) == "Husstand: Al-Hassan"


def test_everything_that_can_be_copied_has_a_name() -> None:
    assert len({copy_field_text(each) for each in F}) == len(F)


# The dialog ----------------------------------------------------------------------------------------------------------


@dataclass
class SeenCopy:
    """The dialog and the clipboard."""

    asked: tuple[str, str] = ("", "")
    choices: list[CopyChoice] = field(default_factory=list)
    preview: str = ""
    problems: list[str] = field(default_factory=list)
    clipboard: tuple[str, bool] = ("", False)
    times_finished: int = 0

    def ask(self, citizen: str, case_number: str, choices: Sequence[CopyChoice]) -> None:
        self.asked, self.choices = (citizen, case_number), list(choices)

    def show_preview(self, text: str) -> None:
        self.preview = text

    def show_problem(self, text: str) -> None:
        self.problems.append(text)

    def put(self, text: str, *, is_secret: bool) -> None:
        self.clipboard = (text, is_secret)

    def finish(self) -> None:
        self.times_finished += 1


@dataclass
class Dialog:
    """A dialog with everything around it."""

    office: CaseOffice
    view: SeenCopy
    follower: SeenFollower
    remembered: list[Collection[CopyField]]
    presenter: CopyPresenter


def a_dialog(rulebook: Rulebook, *chosen: CopyField, case: Case | None = None) -> Dialog:
    office, view, follower = CaseOffice(rulebook, case or a_case()), SeenCopy(), SeenFollower()
    remembered: list[Collection[CopyField]] = []
    presenter = CopyPresenter(
        view,
        work=office,
        rulebook=rulebook,
        today=lambda: TODAY,
        say_done=follower.say_done,
        last_chosen=chosen or USUAL,
        chosen=remembered.append,
    )
    presenter.ask(office.opened())
    return Dialog(office, view, follower, remembered, presenter)


def test_the_number_is_only_copied_by_whoever_asks_for_it(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook)

    assert dialog.view.asked == ("Rima Al-Hassan", "2026-014")
    assert [choice.field for choice in dialog.view.choices] == list(F)
    assert {choice.field for choice in dialog.view.choices if not choice.is_chosen} == {F.CPR, F.SUPPORT, F.FAMILY}
    assert "CPR" not in dialog.view.preview


def test_one_sees_what_is_copied_with_the_number_masked(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook, F.NAMES)

    dialog.presenter.choose(F.CPR, is_chosen=True)
    dialog.presenter.choose(F.NAMES, is_chosen=False)

    assert dialog.view.preview == "CPR-nummer: 010190-••••"


def test_what_is_chosen_is_copied_logged_and_remembered(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook, F.CASE_NUMBER, F.CPR)

    dialog.presenter.copy()

    assert dialog.view.clipboard == ("Sagsnummer: 2026-014\nCPR-nummer: 010190-0001", True)
    assert dialog.office.store.log[-1].action is LogAction.COPIED
    assert dialog.office.store.log[-1].details == {"fields": "case_number cpr"}
    assert dialog.follower.done == ["Kopieret. Udklipsholderen ryddes efter 15 sekunder."]
    assert dialog.remembered == [{F.CASE_NUMBER, F.CPR}]
    assert dialog.view.times_finished == 1


def test_without_a_number_nothing_is_secret(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook, F.CASE_NUMBER, F.CPR, case=a_case(citizen=a_citizen(cpr=None)))

    dialog.presenter.copy()

    assert dialog.view.clipboard == ("Sagsnummer: 2026-014", False)
    assert dialog.follower.done == ["Kopieret. Sæt det ind i fagsystemet."]


def test_what_is_copied_is_the_case_as_it_is_now(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook, F.PHONE)
    dialog.office.change_meanwhile(lambda case: replace(case, citizen=replace(case.citizen, phone="87654321")))

    dialog.presenter.copy()

    assert dialog.view.clipboard[0] == "Telefon: 87654321"


def test_nothing_chosen_is_nothing_to_copy(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook, F.PHONE)
    dialog.presenter.choose(F.PHONE, is_chosen=False)

    dialog.presenter.copy()

    assert dialog.view.problems == ["Vælg mindst én ting, der skal kopieres"]
    assert dialog.view.clipboard == ("", False)


def test_a_copy_that_cannot_be_logged_is_not_made(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook, F.CPR)
    dialog.office.fail(StorageUnavailable(StorageTrouble.DISK_FULL))

    dialog.presenter.copy()

    assert (len(dialog.view.problems), dialog.view.clipboard) == (1, ("", False))


def test_a_closed_dialog_copies_and_shows_nothing(rulebook: Rulebook) -> None:
    dialog = a_dialog(rulebook, F.PHONE)
    preview = dialog.view.preview
    dialog.presenter.close()

    dialog.presenter.copy()
    dialog.presenter.choose(F.CPR, is_chosen=True)

    assert (dialog.view.clipboard, dialog.view.preview) == (("", False), preview)


def test_nobody_has_to_remember_what_was_chosen(rulebook: Rulebook) -> None:
    office, view, follower = CaseOffice(rulebook, a_case()), SeenCopy(), SeenFollower()
    presenter = CopyPresenter(view, work=office, rulebook=rulebook, today=lambda: TODAY, say_done=follower.say_done)
    presenter.ask(office.opened())

    presenter.copy()

    assert view.times_finished == 1
