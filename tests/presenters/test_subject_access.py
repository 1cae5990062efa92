"""Indsigt: the paper in words, and the way to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.application.errors import CaseNotFound
from desktop_app.application.give_access import (
    AccessItem,
    AccessRecord,
    AccessSection,
    AccessSource,
    SavedAccess,
    ToldAccess,
    give_access,
)
from desktop_app.application.password_rules import Strength, password_strength
from desktop_app.application.ports import LogAction, UseLine
from desktop_app.domain.case import Case, Note
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.subject_access_presenter import PASSWORD, SubjectAccessPresenter
from desktop_app.presenters.subject_access_texts import access_told, use_text
from tests.builders import a_case, a_citizen, a_follow_up, a_plan, a_scan, new_id
from tests.fakes import EKSEMPELKOMMUNE, MOMENT, FakeStore
from tests.presenters.opened import TODAY

FOLDER = Path("teamet")


def told(store: FakeStore, rulebook: Rulebook) -> ToldAccess:
    found: list[ToldAccess] = []

    def tell(source: AccessSource) -> ToldAccess:
        found.append(access_told(source, rulebook.duties))
        return found[0]

    give_access("2026-014", work=store.work, read=store.read, tell=tell, draw=lambda _told: b"", today=TODAY)
    return found[0]


def section(paper: ToldAccess, title: str) -> AccessSection:
    return next(one for one in paper.sections if one.title == title)


def item(paper: ToldAccess, title: str) -> AccessItem:
    return next(one for part in paper.sections for one in part.items if one.title.startswith(title))


def texts(one: AccessItem) -> dict[str, str]:
    return {row.label: row.text for row in one.rows}


# The words ------------------------------------------------------------------------------------------------------------


def test_master_data_are_told_whole_with_the_cpr_number_and_a_protected_address(rulebook: Rulebook) -> None:
    citizen = a_citizen(cpr="0101900000", address="Havnegade 4", protected_address=True)

    master = texts(item(told(FakeStore(a_case(citizen=citizen)), rulebook), "Borger"))

    assert (master["CPR-nummer"], master["Adresse"], master["Adressebeskyttelse"]) == (
        "010190-0000",
        "Havnegade 4",
        "ja",
    )


def test_a_long_text_is_not_shortened(rulebook: Rulebook) -> None:
    text = "Talt om praktik. " * 20
    store = FakeStore(a_case(follow_ups=(a_follow_up(held_on=date(2026, 11, 2), note=text),)))

    assert texts(item(told(store, rulebook), "Opfølgning, 02.11.2026"))["Notat"] == text


def test_what_stood_before_is_told_with_the_day_until_which_it_did(rulebook: Rulebook) -> None:
    store = FakeStore(a_case(citizen=a_citizen(city="Nordsund", cpr=None)))
    with store.work() as unit:
        case = unit.cases.by_number("2026-014")
        changed = replace(case.citizen, city=None, cpr="0101900000")
        unit.cases.save(replace(case, citizen=changed))
        unit.commit()

    rows = {row.label: row for row in item(told(store, rulebook), "Borger").rows}

    assert (rows["By"].text, rows["By"].earlier) == ("–", ("Indtil 03.03.2026: Nordsund",))
    assert rows["CPR-nummer"].earlier == ()


def test_a_record_that_was_taken_away_says_so(rulebook: Rulebook) -> None:
    note = Note(id=new_id(), on=date(2026, 11, 2), text="Skal ringes op")
    store = FakeStore(a_case(notes=(note,)))
    with store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number("2026-014"), notes=()))
        unit.commit()

    found = item(told(store, rulebook), "Notat")

    assert found.title == "Notat (fjernet den 03.03.2026)"
    assert texts(found)["Tekst"] == "Skal ringes op"


def test_staff_are_not_named_by_what_they_did(rulebook: Rulebook) -> None:
    store = FakeStore(a_case(plans=(a_plan(scans=(a_scan(added_by="MJ"),)),)))

    scan = texts(item(told(store, rulebook), "Scan"))

    assert "MJ" not in scan.values()
    assert scan["Filnavn"] == "Kontrakt underskrevet.pdf"


def test_what_belongs_to_a_version_follows_it(rulebook: Rulebook) -> None:
    def record(kind: str, record_id: str, **values: object) -> AccessRecord:
        return AccessRecord(kind=kind, id=record_id, values=values)

    records = (
        record("goals", "g2", plan_id="p2", text="Job"),
        record("plans", "p2", number=2),
        record("plans", "p1", number=1),
        record("goals", "g1", plan_id="p1", text="Dansk"),
        record("frozen_plans", "f1", plan_id="p1", content="{}"),
    )
    source = AccessSource(case=a_case(), municipality=EKSEMPELKOMMUNE, records=records, uses=(), on=TODAY)

    plans = section(access_told(source, rulebook.duties), "Kontrakt og plan")

    assert [one.title for one in plans.items] == ["Plan", "Mål, version 1", "Plan", "Mål, version 2"]


def test_uses_are_counted_day_by_day_the_latest_first(rulebook: Rulebook) -> None:
    store = FakeStore(a_case())
    with store.work() as unit:
        case = unit.cases.by_number("2026-014")
        unit.note(LogAction.OPENED_CASE, case.id)
        unit.note(LogAction.OPENED_CASE, case.id)
        unit.note(LogAction.PRINTED, case.id, document="follow-up")
        unit.commit()

    uses = told(store, rulebook).uses

    assert [(use.purpose, use.times) for use in uses] == [
        ("Udskrevet: Referat af opfølgning", 1),
        ("Åbnet for at arbejde med sagen", 2),
    ]
    assert {use.day for use in uses} == {"3. marts 2026"}


@pytest.mark.parametrize("action", sorted(set(LogAction) - {LogAction.OPENED_STORE}))
def test_every_act_has_its_words(action: LogAction) -> None:
    assert use_text(UseLine(MOMENT, action, {}))


def test_a_paper_nobody_knows_any_more_is_a_print() -> None:
    assert use_text(UseLine(MOMENT, LogAction.PRINTED, {"document": "old"})) == "Udskrevet"


def test_the_paper_says_whom_to_write_to(rulebook: Rulebook) -> None:
    with_contact = replace(EKSEMPELKOMMUNE, privacy_contact="dpo@eksempel.dk")

    rights = section(told(FakeStore(a_case(), municipality=with_contact), rulebook), "Det kan du gøre")

    assert "dpo@eksempel.dk" in rights.text


# The dialog -----------------------------------------------------------------------------------------------------------


@dataclass
class Desk:
    """The dialog and the work behind it; `error` is what writing fails with."""

    rulebook: Rulebook
    error: Exception | None = None
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    protection: list[tuple[str, bool]] = field(default_factory=list)
    problems: dict[str, str] = field(default_factory=dict)
    folders_asked: int = 0
    errors: list[str] = field(default_factory=list)
    is_finished: bool = False
    done: list[str] = field(default_factory=list)
    given: list[tuple[str, Path, date]] = field(default_factory=list)
    passwords: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.presenter = SubjectAccessPresenter(
            self, work=self, rulebook=self.rulebook, today=lambda: TODAY, say_done=self.done.append
        )

    def give_access(
        self,
        case_number: str,
        folder: Path,
        tell: Callable[[AccessSource], ToldAccess],
        today: date,
        file_password: str = "",
    ) -> SavedAccess:
        del tell
        if self.error:
            raise self.error
        self.given.append((case_number, folder, today))
        self.passwords.append(file_password)
        return SavedAccess(paper="a.pdf", file="a.json", folder=str(folder))

    def ask(self, title: str, explanation: str, password: str) -> None:
        self.asked.append((title, explanation, password))

    def show_protection(self, text: str, *, is_encrypted: bool) -> None:
        self.protection.append((text, is_encrypted))

    def show_problems(self, problems: Mapping[str, str]) -> None:
        self.problems = dict(problems)

    def ask_folder(self) -> None:
        self.folders_asked += 1

    def show_error(self, text: str) -> None:
        self.errors.append(text)

    def finish(self) -> None:
        self.is_finished = True


@pytest.fixture
def desk(rulebook: Rulebook) -> Desk:
    return Desk(rulebook)


def the_case(*, protected_address: bool = False) -> Case:
    return FakeStore(a_case(citizen=a_citizen(protected_address=protected_address))).case("2026-014")


def test_it_says_what_is_written_and_that_it_is_encrypted(desk: Desk) -> None:
    desk.presenter.ask(the_case())

    [(title, explanation, _password)] = desk.asked
    [(about, is_encrypted)] = desk.protection
    assert title == "Indsigt: alt om Rima Al-Hassan"
    assert "databeskyttelsesloven § 22" in explanation
    assert is_encrypted
    assert about.startswith("Filerne er krypteret")
    assert "beskyttede adresse" not in about


def test_a_protected_address_is_warned_of_encrypted_or_not(desk: Desk) -> None:
    desk.presenter.ask(the_case(protected_address=True))
    desk.presenter.encrypt(is_encrypted=False)

    assert len(desk.protection) == 2
    assert all(text.endswith("Den beskyttede adresse står i dem.") for text, _ in desk.protection)


def test_a_password_is_proposed_that_nobody_can_guess_each_time_another(desk: Desk) -> None:
    for _ in range(2):
        desk.presenter.ask(the_case())

    proposed = {password for _, _, password in desk.asked}
    assert len(proposed) == 2
    assert {password_strength(password) for password in proposed} == {Strength.STRONG}


def test_the_files_are_encrypted_with_the_password_proposed(desk: Desk) -> None:
    desk.presenter.ask(the_case())
    desk.presenter.save_in(FOLDER)

    assert desk.passwords == [desk.asked[0][2]]


def test_a_password_of_ones_own_is_taken_if_it_is_good(desk: Desk) -> None:
    desk.presenter.ask(the_case())
    desk.presenter.type_password("kort")
    desk.presenter.go_on()
    assert (list(desk.problems), desk.folders_asked) == ([PASSWORD], 0)

    desk.presenter.type_password("blå cykel under æbletræet")
    desk.presenter.go_on()
    desk.presenter.save_in(FOLDER)

    assert (desk.problems, desk.folders_asked) == ({}, 1)
    assert desk.passwords == ["blå cykel under æbletræet"]


def test_plain_files_are_still_possible_and_warned_of(desk: Desk) -> None:
    desk.presenter.ask(the_case())
    desk.presenter.type_password("")
    desk.presenter.encrypt(is_encrypted=False)
    desk.presenter.go_on()
    desk.presenter.save_in(FOLDER)

    assert "ikke krypteret" in desk.protection[-1][0]
    assert desk.passwords == [""]


def test_nothing_is_said_of_the_files_once_the_dialog_is_closed(desk: Desk) -> None:
    desk.presenter.encrypt(is_encrypted=False)

    assert desk.protection == []


def test_where_to_is_asked_and_then_it_is_written(desk: Desk) -> None:
    desk.presenter.ask(the_case())
    desk.presenter.go_on()
    desk.presenter.save_in(FOLDER)

    assert (desk.folders_asked, desk.is_finished) == (1, True)
    assert desk.given == [("2026-014", FOLDER, TODAY)]
    assert desk.done == ["Skrev »a.pdf« og »a.json« i teamet."]


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (CaseNotFound("2026-014"), error_text(CaseNotFound("2026-014"))),
        (OSError(28, "No space left on device"), "Filerne kan ikke gemmes i teamet"),
        (OSError("weird"), "weird"),
    ],
)
def test_what_could_not_be_written_is_said_and_can_be_tried_again(desk: Desk, error: Exception, text: str) -> None:
    desk.presenter.ask(the_case())
    desk.error = error

    desk.presenter.save_in(FOLDER)
    desk.error = None
    desk.presenter.save_in(FOLDER)

    assert text in desk.errors[0]
    assert len(desk.given) == 1


def test_nothing_is_written_once_the_dialog_is_closed(desk: Desk) -> None:
    desk.presenter.ask(the_case())
    desk.presenter.close()

    desk.presenter.save_in(FOLDER)

    assert desk.given == []
