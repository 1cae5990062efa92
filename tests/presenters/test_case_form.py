"""The form of the master data as it is typed."""

from datetime import date

from desktop_app.domain.case import Case, MoveDirection, ReadinessKind, SupportKind
from desktop_app.domain.case_checks import CaseField, Column
from desktop_app.domain.household import HouseholdRole
from desktop_app.presenters.case_form import LEAVES_HOUSEHOLD, OTHER_LANGUAGES, YES, TypedRow, form_of
from tests.builders import a_case, a_citizen, a_household, a_leave, a_move, a_readiness, a_support, an_offer

BENEFIT = a_support(SupportKind.BENEFIT, date(2026, 10, 1))


def a_full_case() -> Case:
    return a_case(
        citizen=a_citizen(languages=("ar", "en", "fr"), protected_address=True),
        household=a_household(),
        household_role=HouseholdRole.ADULT,
        support=(BENEFIT,),
        readiness=(a_readiness(ReadinessKind.JOB_READY, date(2026, 10, 1), date(2026, 12, 1)),),
        parental_leave=(a_leave(date(2026, 12, 1), date(2026, 11, 1)), a_leave(None, date(2024, 1, 1))),
        moves=(
            a_move(MoveDirection.IN, date(2026, 10, 1)),
            a_move(MoveDirection.OUT, date(2027, 1, 1), approved=False),
        ),
        offers=(an_offer(hours_per_week=22.5), an_offer(hours_per_week=None, company=None, offered_on=None)),
    )


def test_the_form_begins_with_what_the_case_says() -> None:
    form = form_of(a_full_case())

    assert form.text(CaseField.GIVEN_NAMES) == "Rima"
    assert form.text(CaseField.BIRTH_DATE) == "01.01.1990"
    assert (form.text(CaseField.LANGUAGES), form.text(OTHER_LANGUAGES)) == ("ar", "engelsk, fransk")
    assert form.text(CaseField.PROTECTED_ADDRESS) == YES
    assert (form.text(CaseField.ROLE), form.text(LEAVES_HOUSEHOLD)) == ("adult", "")
    assert form.rows_of(CaseField.SUPPORT) == (
        TypedRow(BENEFIT.id, {Column.KIND: "benefit", Column.FIRST: "01.10.2026", Column.LAST: ""}),
    )
    assert not form.is_changed


def test_the_whole_number_does_not_stand_in_it() -> None:
    assert form_of(a_case()).text(CaseField.CPR) == "010190-••••"
    assert form_of(a_case(citizen=a_citizen(cpr=None))).text(CaseField.CPR) == ""


def test_an_empty_case_makes_an_empty_form() -> None:
    nothing = a_citizen(
        native_name=None, cpr=None, birth_date=None, sex=None, nationality=None, languages=(), interpreter_language=None
    )
    form = form_of(a_case(citizen=nothing, takeover_on=None, responsible_caseworker=None))

    assert {form.text(key) for key in ("native_name", "birth_date", "sex", "languages", "takeover_on")} == {""}


def test_typing_what_stood_there_is_no_change() -> None:
    form = form_of(a_case())

    form.type(CaseField.PHONE, "87654321")
    changed = form.is_changed
    form.type(CaseField.PHONE, "12345678")

    assert changed
    assert not form.is_changed


def test_rows_in_another_order_are_no_change() -> None:
    form = form_of(a_full_case())
    leave = form.rows_of(CaseField.LEAVE)

    form.take_rows(CaseField.LEAVE, leave[::-1])
    assert not form.is_changed

    form.take_rows(CaseField.LEAVE, leave[:1])
    assert form.rows_of(CaseField.LEAVE) == leave[:1]
    assert form.is_changed


def test_what_was_changed_goes_through_json() -> None:
    form, again = form_of(a_full_case()), form_of(a_case(support=(BENEFIT,)))
    form.type(CaseField.PHONE, "87654321")
    row = TypedRow(BENEFIT.id, {Column.KIND: "benefit", Column.FIRST: "01.10.2026", Column.LAST: "+3"})
    form.take_rows(CaseField.SUPPORT, [row])

    again.take_content(form.as_content())

    assert again.texts == {"phone": "87654321"}
    assert again.rows_of(CaseField.SUPPORT) == (row,)
    assert again.as_content() == form.as_content()


def test_a_field_that_is_gone_since_is_left_out() -> None:
    form = form_of(a_case())

    form.take_content({"texts": {"shoe_size": "38", "phone": "1"}, "rows": {}})

    assert form.texts == {"phone": "1"}


def test_every_part_is_held_as_it_is_read() -> None:
    form = form_of(a_full_case())

    assert [row.texts for row in form.rows_of(CaseField.MOVES)] == [
        {Column.KIND: "in", Column.ON: "01.10.2026", Column.MUNICIPALITY: "101", Column.APPROVED: YES},
        {Column.KIND: "out", Column.ON: "01.01.2027", Column.MUNICIPALITY: "101", Column.APPROVED: ""},
    ]
    assert [row.texts[Column.HOURS] for row in form.rows_of(CaseField.OFFERS)] == ["22,5", ""]
    assert form.rows_of(CaseField.LEAVE)[1].texts[Column.CHILD_BORN] == ""
