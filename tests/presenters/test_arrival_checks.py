"""What stands at the fields of somebody who arrives: what is wrong, worth a second look, or missing."""

import pytest

from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.arrival_checks import Remark, RemarkKind, missing_text, name_remark, remark_on
from desktop_app.presenters.arrival_fields import Field, field_label
from tests.fakes import paper_shows
from tests.presenters.arrivals import TODAY, read, read_rima, typed

ERROR, WARNING, INFORMATION = RemarkKind.ERROR, RemarkKind.WARNING, RemarkKind.INFORMATION


def remark(rulebook: Rulebook, field: Field, **changes: str | None) -> Remark | None:
    return remark_on(field, read_rima(rulebook, **changes), TODAY)


@pytest.mark.parametrize(
    ("cpr", "kind", "text"),
    [
        ("", INFORMATION, "Sagen mangler CPR-nummer"),
        ("010190", ERROR, "CPR-nummeret skal bestå af 10 cifre"),
        ("010190-000X", ERROR, "CPR-nummeret skal bestå af 10 cifre"),
        ("310290-0001", WARNING, "De første seks cifre i CPR-nummeret er ikke en gyldig dato"),
        ("010136-5001", WARNING, "De første seks cifre i CPR-nummeret er ikke en gyldig dato"),
        (
            "010190-0001",
            WARNING,
            (
                "Kontrolcifferet passer ikke. Det kan være rigtigt for numre tildelt efter 2007. "
                "Tjek nummeret en ekstra gang."
            ),
        ),
        ("670190-1234", WARNING, "Nummeret ligner et erstatningsnummer"),
    ],
)
def test_a_cpr_number_is_checked_gently(rulebook: Rulebook, cpr: str, kind: RemarkKind, text: str) -> None:
    assert remark(rulebook, Field.CPR, cpr=cpr) == Remark(kind, text)


def test_a_number_that_fits_is_not_remarked_on(rulebook: Rulebook) -> None:
    assert remark(rulebook, Field.CPR, cpr="070761-4285") is None


def test_a_number_with_another_birth_date_is_pointed_out(rulebook: Rulebook) -> None:
    assert remark(rulebook, Field.CPR, cpr="070761-4285", birth_date="080761") == Remark(
        WARNING, "CPR-nummer og fødselsdato passer ikke sammen"
    )


def test_without_a_birth_date_there_is_no_age(rulebook: Rulebook) -> None:
    assert remark(rulebook, Field.BIRTH_DATE, cpr=None) == Remark(
        WARNING, "Uden fødselsdato kan alderen ikke regnes ud"
    )
    assert remark(rulebook, Field.BIRTH_DATE, cpr="070761-4285") is None


@pytest.mark.parametrize("text", ["12345678", "+45 12 34 56 78", "(0045) 12-34-56-78"])
def test_a_phone_number_may_be_written_in_any_way(rulebook: Rulebook, text: str) -> None:
    assert remark(rulebook, Field.PHONE, phone=text) is None


def test_letters_in_a_phone_number_are_pointed_out(rulebook: Rulebook) -> None:
    assert remark(rulebook, Field.PHONE, phone="12 34 abc") == Remark(
        WARNING, "Der er bogstaver i telefonnummeret. Tjek det en ekstra gang."
    )


@pytest.mark.parametrize("text", ["rima", "rima@", "rima@mail", "rima@mail.", "@mail.dk", "rima hassan@mail.dk"])
def test_an_e_mail_address_that_lacks_something_is_pointed_out(rulebook: Rulebook, text: str) -> None:
    assert remark(rulebook, Field.EMAIL, email=text) == Remark(
        WARNING, "E-mailadressen ser ikke hel ud. Tjek den en ekstra gang."
    )


def test_a_whole_e_mail_address_is_not_remarked_on(rulebook: Rulebook) -> None:
    assert remark(rulebook, Field.EMAIL, email="rima.al-hassan+post@mail.nordsund.dk") is None


@pytest.mark.parametrize("field", [Field.BIRTH_DATE, Field.ALLOCATION, Field.TAKEOVER])
def test_a_date_that_cannot_be_read_says_why(rulebook: Rulebook, field: Field) -> None:
    assert remark(rulebook, field, **{field.value: "snart"}) == Remark(
        ERROR, "Datoen skal skrives som dag, måned og år"
    )
    assert remark(rulebook, field, **{field.value: "31.02.2026"}) == Remark(ERROR, "Februar 2026 har kun 28 dage")


@pytest.mark.parametrize("field", [Field.BIRTH_DATE, Field.ALLOCATION])
def test_what_has_happened_did_not_happen_tomorrow(rulebook: Rulebook, field: Field) -> None:
    assert remark(rulebook, field, **{field.value: "23.11.2026"}) == Remark(ERROR, "Datoen kan ikke ligge i fremtiden")
    assert remark(rulebook, field, **{field.value: "22.11.2026"}) is None


@pytest.mark.parametrize(
    ("group", "field"), [("quota_refugee", Field.REGISTRATION), ("family_of_refugee", Field.PERMIT)]
)
def test_registration_and_permit_have_happened_too(rulebook: Rulebook, group: str, field: Field) -> None:
    changes = {"target_group": group, "applied_in_denmark": "yes", field.value: "01.12.2026"}

    assert remark(rulebook, field, **changes) == Remark(ERROR, "Datoen kan ikke ligge i fremtiden")


def test_a_takeover_may_lie_ahead(rulebook: Rulebook) -> None:
    assert remark(rulebook, Field.TAKEOVER) is None
    assert remark(rulebook, Field.TAKEOVER, takeover_on="") is None


def test_a_takeover_before_the_decision_is_wrong_unless_it_was_agreed(rulebook: Rulebook) -> None:
    early = {"takeover_on": "16.11.2026"}

    assert remark(rulebook, Field.TAKEOVER, **early) == Remark(
        ERROR, "Datoen for overtagelse kan ikke ligge før datoen for visitering"
    )
    assert remark(rulebook, Field.TAKEOVER, **early, by_agreement="yes") is None


def test_a_takeover_on_a_day_nobody_works_is_pointed_out_where_it_was_allocated(rulebook: Rulebook) -> None:
    sunday = {"takeover_on": "03.01.2027"}
    expected = Remark(WARNING, "Ansvaret overgår på en hverdag, medmindre andet er aftalt.")

    assert remark(rulebook, Field.TAKEOVER, **sunday) == expected
    assert remark(rulebook, Field.TAKEOVER, **sunday, target_group="quota_refugee") is None


@pytest.mark.parametrize("field", [Field.NATIONALITY, Field.LANGUAGE])
def test_a_country_and_a_language_are_chosen_from_their_lists(rulebook: Rulebook, field: Field) -> None:
    assert remark(rulebook, field) is None
    assert remark(rulebook, field, **{field.value: "Kurdi"}) == Remark(
        ERROR, "Vælg fra listen, eller lad feltet stå tomt"
    )


@pytest.mark.parametrize("text", ["490", "49000", "49OO", "٤٩٠٠"])
def test_a_postal_code_has_four_digits(rulebook: Rulebook, text: str) -> None:
    assert remark(rulebook, Field.POSTAL_CODE, postal_code=text) == Remark(ERROR, "Postnummeret skal bestå af 4 cifre")


@pytest.mark.parametrize(
    ("field", "text"), [(Field.POSTAL_CODE, "4900"), (Field.POSTAL_CODE, ""), (Field.CITY, "Nakskov"), (Field.CITY, "")]
)
def test_nothing_is_said_where_nothing_is_wrong(rulebook: Rulebook, field: Field, text: str) -> None:
    assert remark(rulebook, field, **{field.value: text}) is None


@pytest.mark.parametrize("field", [Field.GIVEN_NAMES, Field.FAMILY_NAME, Field.NATIVE_NAME])
def test_a_name_the_paper_cannot_show_is_pointed_out_and_kept(rulebook: Rulebook, field: Field) -> None:
    rima = read_rima(rulebook, **{field.value: "李"})

    text = "Papiret kan ikke vise alle tegn i »{name}«. Der kommer et mærke i deres sted."
    assert name_remark(field, rima, paper_shows) == Remark(WARNING, text.format(name=field_label(field)))
    assert remark_on(field, rima, TODAY) is None


def test_a_name_of_letters_the_paper_has_is_not_remarked_on(rulebook: Rulebook) -> None:
    assert name_remark(Field.NATIVE_NAME, read_rima(rulebook, native_name="ريما"), paper_shows) is None
    assert name_remark(Field.CITY, read_rima(rulebook, city="李"), paper_shows) is None


# Missing -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (Field.GIVEN_NAMES, "Indtast borgerens fornavn"),
        (Field.FAMILY_NAME, "Indtast borgerens efternavn"),
        (Field.TARGET_GROUP, "Vælg målgruppen"),
    ],
)
def test_a_name_and_a_group_are_needed(rulebook: Rulebook, field: Field, text: str) -> None:
    assert missing_text(field, read_rima(rulebook, **{field.value: "  "})) == text
    assert missing_text(field, read_rima(rulebook)) is None


def test_an_interpreter_needs_a_language(rulebook: Rulebook) -> None:
    without = {"language": None}

    assert missing_text(Field.LANGUAGE, read_rima(rulebook, **without, interpreter="yes")) == (
        "Vælg sproget, der tolkes til"
    )
    assert missing_text(Field.LANGUAGE, read_rima(rulebook, **without, interpreter="no")) is None
    assert missing_text(Field.LANGUAGE, read_rima(rulebook, **without)) is None


def test_another_takeover_than_the_one_proposed_needs_a_reason(rulebook: Rulebook) -> None:
    asked = "Skriv, hvorfor datoen er en anden end den foreslåede"

    assert missing_text(Field.REASON, read_rima(rulebook, takeover_on="15.12.2026")) == asked
    assert missing_text(Field.REASON, read_rima(rulebook, takeover_on="15.12.2026", takeover_reason="Bolig")) is None


def test_a_takeover_that_is_wrong_is_not_asked_about_twice(rulebook: Rulebook) -> None:
    assert missing_text(Field.REASON, read_rima(rulebook, takeover_on="16.11.2026")) is None


def test_whoever_was_asked_about_a_first_of_a_month_need_not_be_named(rulebook: Rulebook) -> None:
    person = read_rima(rulebook, allocation_decided_on="01.11.2026", takeover_on="01.12.2026")

    assert missing_text(Field.REASON, person) is None


def test_nothing_else_is_needed(rulebook: Rulebook) -> None:
    person = read(rulebook, typed({}, cpr="", nationality="", allocation_decided_on="", responsible_caseworker=""))

    assert [field for field in person.texts if missing_text(field, person)] == []
