"""Ny modtagelse: typed once, checked gently, recorded together."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest

from desktop_app.application.changes import Changes
from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.application.find_cases import CaseSearch
from desktop_app.application.ports import CaseLine, Draft
from desktop_app.application.record_arrival import Arrival, RecordedArrival
from desktop_app.domain.errors import TakeoverReasonMissing
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.arrival_fields import Field
from desktop_app.presenters.arrival_form import Typed
from desktop_app.presenters.arrival_matches import ArrivalMatches
from desktop_app.presenters.arrival_presenter import ArrivalPresenter
from desktop_app.presenters.arrival_view import PersonTab, Problem
from desktop_app.presenters.drafts import Difference
from tests.builders import a_case, a_citizen
from tests.fakes import a_line_of, paper_shows
from tests.presenters.arrivals import PROPOSED, RIMA, TODAY
from tests.presenters.views import SeenArrival

KNOWN = a_line_of(a_case(id="known", case_number="2026-003", citizen=a_citizen(family_name="Al Hasan", cpr=None)))
OLENA = a_line_of(
    a_case(
        id="olena",
        case_number="2026-004",
        citizen=a_citizen(given_names="Olena", family_name="Shevchenko", cpr="0202910002", nationality="UA"),
    )
)


@dataclass
class FakeArrivals:
    """Remembers what it recorded, or says no."""

    recorded: list[tuple[Arrival, date, str | None]] = field(default_factory=list)
    refusal: Exception | None = None

    def record(self, arrival: Arrival, today: date, draft_id: str | None) -> RecordedArrival:
        if self.refusal:
            raise self.refusal
        self.recorded.append((arrival, today, draft_id))
        numbers = tuple(f"2026-{number:03}" for number in range(15, 15 + len(arrival.people)))
        return RecordedArrival(numbers, Changes(cases=frozenset(numbers)))

    def can_show(self, text: str) -> bool:
        return paper_shows(text)


@dataclass
class Typing:
    """Somebody at the form."""

    view: SeenArrival
    work: FakeArrivals
    presenter: ArrivalPresenter
    done: list[tuple[RecordedArrival, str]]
    lines: list[CaseLine]
    opened: list[str | None]
    """With which draft the form was shown, each time it was."""

    def type(self, values: Typed) -> None:
        """Write in fields one after the other, leaving each."""
        for one, text in values.items():
            self.presenter.type(one, text)
            self.presenter.leave(one)


@pytest.fixture
def at_form(rulebook: Rulebook) -> Callable[..., Typing]:
    def begin(*lines: CaseLine) -> Typing:
        view, work = SeenArrival(), FakeArrivals()
        done: list[tuple[RecordedArrival, str]] = []
        opened: list[str | None] = []
        known = list(lines)

        def keep(recorded: RecordedArrival, text: str) -> None:
            done.append((recorded, text))

        presenter = ArrivalPresenter(
            view,
            work=work,
            matches=ArrivalMatches(lambda: known, lambda query: CaseSearch(known).find(query)),
            rulebook=rulebook,
            initials="MJ",
            today=lambda: TODAY,
            opened=lambda: opened.append(presenter.draft_id),
            recorded=keep,
        )
        presenter.open()
        return Typing(view, work, presenter, done, known, opened)

    return begin


@pytest.fixture
def typing(at_form: Callable[..., Typing]) -> Typing:
    return at_form()


# Typing --------------------------------------------------------------------------------------------------------------


def test_the_form_opens_with_nobody_in_it_and_the_keyboard_at_the_first_field(typing: Typing) -> None:
    assert typing.view.people == [PersonTab("Person 1", has_problem=False)]
    assert typing.view.text(Field.GIVEN_NAMES) == ""
    assert typing.view.stops == [Field.GIVEN_NAMES]
    assert (typing.view.problems, typing.view.note) == ([], "")
    assert typing.opened == [None]


def test_what_is_typed_stays_as_it_is_typed_while_the_keyboard_is_there(typing: Typing) -> None:
    typing.presenter.type(Field.GIVEN_NAMES, "Rima ")

    assert typing.view.text(Field.GIVEN_NAMES) == "Rima "
    assert typing.view.people == [PersonTab("Rima", has_problem=False)]


def test_the_takeover_is_filled_in_as_soon_as_it_can_be_proposed(typing: Typing) -> None:
    typing.presenter.type(Field.TARGET_GROUP, "refugee")
    typing.presenter.type(Field.ALLOCATION, "171126")

    assert typing.view.text(Field.TAKEOVER) == "04.01.2027"
    assert typing.view.fields[Field.TAKEOVER].help == "Forslag. Du kan rette datoen og skrive hvorfor."
    assert typing.view.side is not None
    assert typing.view.side.proposal.steps


def test_a_proposal_can_be_taken_instead_of_ones_own_day(typing: Typing) -> None:
    typing.type(RIMA | {Field.TAKEOVER: "15.12.2026", Field.REASON: "Bolig"})
    own = typing.view.fields[Field.TAKEOVER]

    typing.presenter.accept_proposal()

    assert (own.text, own.help, own.offer) == ("15.12.2026", "", "Brug den foreslåede dato, 04.01.2027")
    assert typing.view.fields[Field.TAKEOVER].offer == ""
    assert typing.view.text(Field.TAKEOVER) == "04.01.2027"
    assert Field.REASON not in typing.view.fields


def test_a_field_is_checked_when_it_is_left_and_not_before(typing: Typing) -> None:
    typing.presenter.type(Field.CPR, "010190")
    while_typing = typing.view.remark(Field.CPR)

    typing.presenter.leave(Field.CPR)
    left = typing.view.remark(Field.CPR)
    typing.presenter.type(Field.CPR, "0101900")

    assert (while_typing, left) == ("", "CPR-nummeret skal bestå af 10 cifre")
    assert typing.view.remark(Field.CPR) == ""


def test_a_number_is_written_with_its_hyphen_once_it_is_left(typing: Typing) -> None:
    typing.type({Field.CPR: "0101900001"})

    assert typing.view.text(Field.CPR) == "010190-0001"
    assert typing.view.text(Field.BIRTH_DATE) == "01.01.1990"


def test_a_date_is_written_out_once_it_is_left(typing: Typing) -> None:
    typing.type({Field.BIRTH_DATE: "010190", Field.ALLOCATION: "17/11", Field.TAKEOVER: "+14"})
    written = [typing.view.text(one) for one in (Field.BIRTH_DATE, Field.ALLOCATION, Field.TAKEOVER)]

    typing.type({Field.BIRTH_DATE: "31.02.1990"})

    assert written == ["01.01.1990", "17.11.2026", "06.12.2026"]
    assert typing.view.text(Field.BIRTH_DATE) == "31.02.1990"


def test_what_is_not_filled_in_is_not_asked_for_before_saving(typing: Typing) -> None:
    typing.presenter.leave(Field.GIVEN_NAMES)

    assert typing.view.remark(Field.GIVEN_NAMES) == ""


def test_a_missing_number_is_only_mentioned(typing: Typing) -> None:
    typing.type(RIMA | {Field.CPR: ""})
    mentioned = typing.view.remark(Field.CPR)

    typing.presenter.save()

    assert mentioned == "Sagen mangler CPR-nummer"
    assert len(typing.done) == 1


# Somebody known ------------------------------------------------------------------------------------------------------


def test_a_similar_case_is_asked_about_when_the_name_is_left(at_form: Callable[..., Typing]) -> None:
    typing = at_form(KNOWN, OLENA)
    typing.type({Field.NATIONALITY: "SY", Field.GIVEN_NAMES: "Reema"})
    typing.presenter.type(Field.FAMILY_NAME, "Alhassan")
    assert typing.view.side is not None
    before = typing.view.side.similar

    typing.presenter.leave(Field.FAMILY_NAME)

    assert before is None
    assert typing.view.side.similar is not None
    assert typing.view.side.similar.text == "Rima Al Hasan, født 1990, sag 2026-003. Er det samme person?"


def test_a_similar_case_never_hinders_saving(at_form: Callable[..., Typing]) -> None:
    typing = at_form(KNOWN)
    typing.type(RIMA)

    typing.presenter.save()

    assert len(typing.done) == 1


def test_a_number_that_a_case_has_already_stops_saving_once(at_form: Callable[..., Typing]) -> None:
    typing = at_form(OLENA)
    typing.type(RIMA | {Field.CPR: "0202910002"})
    quiet = list(typing.view.problems)
    remark = typing.view.remark(Field.CPR)

    typing.presenter.save()
    stopped = list(typing.view.problems)
    recorded = len(typing.done)
    typing.presenter.save()

    assert quiet == []
    assert remark == "Olena Shevchenko, sag 2026-004, har samme CPR-nummer"
    assert stopped == [
        Problem(
            0,
            Field.CPR,
            "Olena Shevchenko, sag 2026-004, har samme CPR-nummer. Tjek nummeret, eller vælg Opret igen.",
            asks_about="olena",
        )
    ]
    assert (recorded, typing.view.stops[-1], len(typing.done)) == (0, None, 1)


def test_of_several_people_each_number_is_looked_for(at_form: Callable[..., Typing]) -> None:
    typing = at_form(OLENA)
    typing.type(RIMA)
    typing.presenter.add_person()
    typing.type({Field.GIVEN_NAMES: "Sami", Field.CPR: "0202910002"})
    typing.presenter.show_person(0)

    typing.presenter.save()

    assert [tab.has_problem for tab in typing.view.people] == [False, True]
    assert (typing.view.current, typing.done) == (1, [])
    [problem] = typing.view.problems
    assert problem.text.startswith("Sami Al-Hassan: Olena Shevchenko, sag 2026-004, har samme CPR-nummer.")


def test_a_number_said_to_be_somebody_elses_stops_nothing(at_form: Callable[..., Typing]) -> None:
    typing = at_form(OLENA)
    typing.type(RIMA | {Field.CPR: "0202910002"})
    typing.presenter.create_anyway()

    typing.presenter.save()

    assert len(typing.done) == 1


def test_what_is_wrong_stops_saving_though_the_number_was_asked_about(at_form: Callable[..., Typing]) -> None:
    typing = at_form(OLENA)
    typing.type(RIMA | {Field.CPR: "0202910002", Field.GIVEN_NAMES: ""})
    typing.presenter.save()

    typing.presenter.save()
    stopped = [problem.field for problem in typing.view.problems]
    typing.type({Field.GIVEN_NAMES: "Rima"})
    typing.presenter.save()

    assert stopped == [Field.GIVEN_NAMES, Field.CPR]
    assert len(typing.done) == 1


def test_somebody_else_is_not_asked_about_again_and_the_next_one_is(at_form: Callable[..., Typing]) -> None:
    typing = at_form(KNOWN, OLENA)
    typing.type(RIMA | {Field.CPR: "0202910002"})
    asked = []

    while typing.view.side and typing.view.side.similar:
        asked.append(typing.view.side.similar.case_number)
        typing.presenter.create_anyway()
    typing.presenter.leave(Field.GIVEN_NAMES)

    assert asked == ["2026-004", "2026-003"]
    assert typing.view.side is not None
    assert typing.view.side.similar is None
    typing.presenter.create_anyway()


def test_each_person_is_compared_by_themself(at_form: Callable[..., Typing]) -> None:
    typing = at_form(KNOWN)
    typing.type(RIMA)
    typing.presenter.create_anyway()
    typing.presenter.add_person()
    assert typing.view.side is not None
    nobody_yet = typing.view.side.similar

    typing.type({Field.GIVEN_NAMES: "Rima"})

    assert nobody_yet is None
    assert typing.view.side.similar is not None


def test_cases_that_came_meanwhile_are_compared_too(at_form: Callable[..., Typing]) -> None:
    typing = at_form()
    typing.type(RIMA)
    typing.lines.append(KNOWN)

    typing.presenter.reload()

    assert typing.view.side is not None
    assert typing.view.side.similar is not None


# A family ------------------------------------------------------------------------------------------------------------


def test_whoever_is_added_has_what_a_family_shares_and_the_keyboard_at_the_given_names(typing: Typing) -> None:
    typing.type(RIMA | {Field.ADDRESS: "Havnegade 4", Field.PHONE: "12345678"})

    typing.presenter.add_person()

    shown = {one: field_shown.text for one, field_shown in typing.view.fields.items() if field_shown.text}
    assert shown == {
        Field.FAMILY_NAME: "Al-Hassan",
        Field.ROLE: "adult",
        Field.NATIONALITY: "SY",
        Field.LANGUAGE: "ar",
        Field.INTERPRETER: "yes",
        Field.TARGET_GROUP: "refugee",
        Field.ALLOCATION: "17.11.2026",
        Field.TAKEOVER: "04.01.2027",
        Field.ADDRESS: "Havnegade 4",
        Field.CASEWORKER: "MJ",
    }
    assert typing.view.stops[-1] is Field.GIVEN_NAMES
    assert (typing.view.current, typing.view.note) == (1, "Det, der ikke rettes her, er som for Rima Al-Hassan.")
    assert [tab.title for tab in typing.view.people] == ["Rima", "Person 2"]


def test_a_correction_for_the_first_holds_for_everybody(typing: Typing) -> None:
    typing.type(RIMA)
    typing.presenter.add_person()
    typing.presenter.show_person(0)

    typing.type({Field.ALLOCATION: "18.12.2026", Field.CITY: "Nakskov"})
    typing.type({Field.ALLOCATION: "18.10.2026"})
    typing.presenter.show_person(1)

    assert typing.view.text(Field.CITY) == "Nakskov"
    assert typing.view.text(Field.TAKEOVER) == "01.12.2026"


def test_an_exception_says_whom_it_is_for(typing: Typing) -> None:
    typing.type(RIMA)
    typing.presenter.add_person()
    typing.type({Field.CITY: "Maribo"})
    nameless = typing.view.fields[Field.CITY].help

    typing.type({Field.GIVEN_NAMES: "Sami"})

    assert nameless == "Kun for Person 2"
    assert typing.view.fields[Field.CITY].help == "Kun for Sami Al-Hassan"
    assert typing.view.fields[Field.ADDRESS].help == ""


def test_people_without_a_name_are_numbered(typing: Typing) -> None:
    typing.presenter.add_person()
    typing.type({Field.CITY: "Maribo"})

    assert [tab.title for tab in typing.view.people] == ["Person 1", "Person 2"]
    assert typing.view.note == "Det, der ikke rettes her, er som for Person 1."
    assert typing.view.fields[Field.CITY].help == "Kun for Person 2"


def test_two_of_a_family_with_one_number_are_pointed_out(typing: Typing) -> None:
    typing.type(RIMA)
    typing.presenter.add_person()

    typing.type({Field.GIVEN_NAMES: "Sami", Field.CPR: "0101900001"})
    twin = typing.view.remark(Field.CPR)
    typing.type({Field.CPR: "0202900002"})

    assert twin == "Rima Al-Hassan har det samme CPR-nummer"
    assert "det samme" not in typing.view.remark(Field.CPR)


def test_the_proposal_taken_for_another_is_their_own(typing: Typing) -> None:
    typing.type(RIMA | {Field.TAKEOVER: "15.12.2026", Field.REASON: "Bolig"})
    typing.presenter.add_person()
    followed = (typing.view.text(Field.TAKEOVER), typing.view.text(Field.REASON))

    typing.presenter.accept_proposal()

    assert followed == ("15.12.2026", "Bolig")
    assert typing.view.text(Field.TAKEOVER) == "04.01.2027"
    assert Field.REASON not in typing.view.fields
    typing.presenter.show_person(0)
    assert typing.view.text(Field.TAKEOVER) == "15.12.2026"


def test_leaving_what_is_the_firsts_changes_nothing(typing: Typing) -> None:
    typing.type(RIMA | {Field.TAKEOVER: "15.12.2026", Field.REASON: "Bolig", Field.CPR: "0101900001"})
    typing.presenter.add_person()

    for one in list(typing.view.fields):
        typing.presenter.leave(one)
    left = (typing.view.text(Field.TAKEOVER), typing.view.text(Field.REASON), typing.view.fields[Field.TAKEOVER].help)
    typing.presenter.show_person(0)
    typing.type({Field.TAKEOVER: "16.12.2026"})
    typing.presenter.show_person(1)

    assert left == ("15.12.2026", "Bolig", "")
    assert typing.view.text(Field.TAKEOVER) == "16.12.2026"


def test_a_takeover_typed_as_the_one_proposed_for_all_is_followed_again(typing: Typing) -> None:
    typing.type(RIMA)
    typing.presenter.add_person()
    typing.type({Field.TAKEOVER: "15.12.2026"})

    typing.type({Field.TAKEOVER: "040127"})
    typing.presenter.show_person(0)
    typing.type({Field.ALLOCATION: "18.10.2026"})
    typing.presenter.show_person(1)

    assert typing.view.text(Field.TAKEOVER) == "01.12.2026"


def test_the_only_person_stays(typing: Typing) -> None:
    assert typing.presenter.remove_person() is None
    assert len(typing.view.people) == 1


def test_whoever_is_taken_away_can_be_put_back(typing: Typing) -> None:
    typing.type(RIMA)
    typing.presenter.add_person()
    typing.type({Field.GIVEN_NAMES: "Sami", Field.POSTAL_CODE: "49"})
    typing.presenter.show_person(0)

    undo = typing.presenter.remove_person()
    left = [tab.title for tab in typing.view.people]
    assert undo is not None
    undo()

    assert left == ["Sami"]
    assert [tab.title for tab in typing.view.people] == ["Rima", "Sami"]
    assert typing.view.current == 0
    typing.presenter.show_person(1)
    assert typing.view.remark(Field.POSTAL_CODE) == "Postnummeret skal bestå af 4 cifre"


def test_nobody_is_put_back_into_another_form(typing: Typing) -> None:
    typing.presenter.add_person()
    undo = typing.presenter.remove_person()
    typing.presenter.open()
    assert undo is not None

    undo()

    assert len(typing.view.people) == 1


# Moving in -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("2026-004", "Olena Shevchenko, sag 2026-004"),
        ("olena", "Olena Shevchenko, sag 2026-004"),
        ("2026", "Flere sager passer. Skriv nummeret på den rigtige"),
        ("yonas", "Ingen sag passer. Skriv et navn eller et sagsnummer"),
        ("", ""),
    ],
)
def test_whom_somebody_moves_in_with_is_found_by_name_or_number(
    at_form: Callable[..., Typing], text: str, remark: str
) -> None:
    typing = at_form(KNOWN, OLENA)

    typing.type({Field.JOINS: text})

    assert typing.view.remark(Field.JOINS) == remark


def test_who_moves_in_is_recorded_so(at_form: Callable[..., Typing]) -> None:
    typing = at_form(KNOWN, OLENA)
    typing.type(RIMA | {Field.JOINS: "olena"})

    typing.presenter.save()

    [(arrival, _day, _draft)] = typing.work.recorded
    assert arrival.joins == "2026-004"


def test_nobody_moves_in_with_several(at_form: Callable[..., Typing]) -> None:
    typing = at_form(KNOWN, OLENA)
    typing.type(RIMA | {Field.JOINS: "2026"})

    typing.presenter.save()

    assert [problem.field for problem in typing.view.problems] == [Field.JOINS]
    assert typing.work.recorded == []


# Saving --------------------------------------------------------------------------------------------------------------


def test_what_stops_saving_is_listed_and_the_keyboard_goes_there(typing: Typing) -> None:
    typing.type({Field.CPR: "010190", Field.ALLOCATION: "snart"})
    quiet = list(typing.view.problems)

    typing.presenter.save()

    assert quiet == []
    assert typing.view.problems == [
        Problem(0, Field.GIVEN_NAMES, "Indtast borgerens fornavn"),
        Problem(0, Field.FAMILY_NAME, "Indtast borgerens efternavn"),
        Problem(0, Field.CPR, "CPR-nummeret skal bestå af 10 cifre"),
        Problem(0, Field.TARGET_GROUP, "Vælg målgruppen"),
        Problem(0, Field.ALLOCATION, "Datoen skal skrives som dag, måned og år"),
    ]
    assert typing.view.stops[-1] is None
    assert typing.view.remark(Field.GIVEN_NAMES) == "Indtast borgerens fornavn"
    assert typing.view.people == [PersonTab("Person 1", has_problem=True)]
    assert typing.work.recorded == []


def test_a_problem_mended_leaves_the_list(typing: Typing) -> None:
    typing.type(RIMA | {Field.GIVEN_NAMES: ""})
    typing.presenter.save()

    typing.type({Field.GIVEN_NAMES: "Rima"})

    assert typing.view.problems == []
    assert typing.view.people == [PersonTab("Rima", has_problem=False)]


def test_of_several_people_the_list_says_whose_problem_it_is_and_leads_there(typing: Typing) -> None:
    typing.type(RIMA)
    typing.presenter.add_person()
    typing.type({Field.GIVEN_NAMES: "Sami", Field.POSTAL_CODE: "49"})
    typing.presenter.add_person()
    typing.type({Field.FAMILY_NAME: ""})
    typing.presenter.show_person(0)

    typing.presenter.save()
    shown = typing.view.current
    typing.presenter.go_to(typing.view.problems[1])

    assert [problem.text for problem in typing.view.problems] == [
        "Sami Al-Hassan: Postnummeret skal bestå af 4 cifre",
        "Person 3: Indtast borgerens fornavn",
        "Person 3: Indtast borgerens efternavn",
    ]
    assert (shown, typing.view.current) == (1, 2)
    assert typing.view.stops[-1] is Field.GIVEN_NAMES


def test_what_the_others_only_follow_in_is_one_problem(typing: Typing) -> None:
    typing.type(RIMA | {Field.POSTAL_CODE: "49", Field.TAKEOVER: "15.12.2026"})
    for name in ("Sami", "Lina"):
        typing.presenter.add_person()
        typing.type({Field.GIVEN_NAMES: name})
    typing.type({Field.TAKEOVER: "16.12.2026"})

    typing.presenter.save()

    assert [(problem.person, problem.field) for problem in typing.view.problems] == [
        (0, Field.REASON),
        (0, Field.POSTAL_CODE),
        (2, Field.REASON),
    ]
    assert [tab.has_problem for tab in typing.view.people] == [True, False, True]


def test_saving_records_everybody_with_the_draft_and_closes_the_form(typing: Typing) -> None:
    typing.type(RIMA)
    typing.presenter.add_person()
    typing.type({Field.GIVEN_NAMES: "Lina", Field.BIRTH_DATE: "030519"})
    typing.presenter.draft_id = "draft"

    typing.presenter.save()

    [(arrival, day, draft_id)] = typing.work.recorded
    assert [newcomer.citizen.given_names for newcomer in arrival.people] == ["Rima", "Lina"]
    assert (arrival.start.takeover_on, day, draft_id) == (PROPOSED, TODAY, "draft")
    [(recorded, text)] = typing.done
    assert recorded.case_numbers == ("2026-015", "2026-016")
    assert text == "2 sager er oprettet. Næste skridt: kommunen overtager ansvaret den 4. januar 2027."
    assert typing.view.text(Field.GIVEN_NAMES) == ""
    assert typing.presenter.content() is None
    assert typing.presenter.draft_id is None


@pytest.mark.parametrize(
    ("refusal", "text"),
    [
        (
            StorageUnavailable(StorageTrouble.DISK_FULL),
            (
                "Ændringerne kunne ikke gemmes, fordi disken er fuld. Din kladde ligger stadig i programmet. "
                "Frigør plads, og vælg Gem igen."
            ),
        ),
        (TakeoverReasonMissing(TODAY, PROPOSED), "Skriv, hvorfor datoen er en anden end den foreslåede"),
    ],
)
def test_what_could_not_be_saved_stays_and_says_why(typing: Typing, refusal: Exception, text: str) -> None:
    typing.type(RIMA)
    typing.presenter.draft_id = "draft"
    typing.work.refusal = refusal

    typing.presenter.save()

    assert typing.view.errors == [text]
    assert typing.done == []
    assert typing.view.text(Field.GIVEN_NAMES) == "Rima"
    assert (typing.presenter.content() is not None, typing.presenter.draft_id) == (True, "draft")


# Drafts --------------------------------------------------------------------------------------------------------------


def a_draft(**content: object) -> Draft:
    return Draft(
        id="draft",
        user="Mette Jensen",
        screen="arrival",
        subject="",
        content=content,
        based_on={},
        saved_at=datetime(2026, 11, 22, 13, 3, tzinfo=UTC),
    )


def test_nothing_typed_is_nothing_to_keep(typing: Typing) -> None:
    assert typing.presenter.content() is None
    assert (typing.presenter.screen, typing.presenter.subject, typing.presenter.based_on()) == ("arrival", "", {})


def test_what_was_typed_comes_back_from_its_draft(typing: Typing) -> None:
    typing.type(RIMA)
    typing.presenter.add_person()
    typing.type({Field.GIVEN_NAMES: "Sami"})
    kept = typing.presenter.content()
    assert kept is not None

    typing.presenter.open()
    blank = typing.presenter.content()
    typing.presenter.resume(a_draft(**kept))

    assert blank is None
    assert typing.opened == [None, None, "draft"]
    assert [tab.title for tab in typing.view.people] == ["Rima", "Sami"]
    assert (typing.view.current, typing.presenter.content()) == (1, kept)


def test_a_new_form_leaves_the_draft_of_the_one_before(typing: Typing) -> None:
    typing.type(RIMA)
    typing.presenter.draft_id = "draft"

    typing.presenter.open()

    assert typing.presenter.draft_id is None


def test_a_draft_is_named_for_its_first_person(typing: Typing) -> None:
    named = a_draft(people=[{"given_names": "Rima", "family_name": "Al-Hassan"}])

    assert typing.presenter.title(named) == "Ny modtagelse, Rima Al-Hassan"
    assert typing.presenter.title(a_draft(people=[{"city": "Nakskov"}])) == "Ny modtagelse"


def test_a_draft_is_compared_with_nothing_saved(typing: Typing) -> None:
    alone = a_draft(people=[{"given_names": "Rima", "nationality": "SY", "city": " "}])
    family = a_draft(people=[{"given_names": "Rima"}, {"city": "Maribo"}])

    assert typing.presenter.differences(alone) == [
        Difference("Fornavn", "–", "Rima"),
        Difference("Statsborgerskab", "–", "Syrien"),
    ]
    assert typing.presenter.differences(family) == [
        Difference("Fornavn (Rima)", "–", "Rima"),
        Difference("By (Person 2)", "–", "Maribo"),
    ]


def test_a_form_let_go_keeps_its_draft_until_the_frame_lets_it_go_and_can_be_taken_up_again(typing: Typing) -> None:
    typing.type(RIMA)
    typing.presenter.draft_id = "draft"

    take_up_again = typing.presenter.discard()
    gone = (typing.presenter.content(), typing.presenter.draft_id)
    empty = typing.view.text(Field.GIVEN_NAMES)
    assert take_up_again is not None
    take_up_again()

    assert gone == (None, "draft")
    assert empty == ""
    assert typing.view.text(Field.GIVEN_NAMES) == "Rima"


def test_a_form_with_nothing_in_it_is_let_go_without_a_word(typing: Typing) -> None:
    assert typing.presenter.discard() is None
