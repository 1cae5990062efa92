"""What is typed of people who arrive together: the others follow the first in what they share."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.presenters.arrival_fields import PERSONAL, TAKEOVER_FIELDS, Field, field_label, value_text
from desktop_app.presenters.arrival_form import ArrivalForm, Typed, form_from
from desktop_app.translation import ENGLISH, set_language

SHARED = sorted(set(Field) - PERSONAL - TAKEOVER_FIELDS)

texts = st.sampled_from(["", "Rima", " Sami ", "04.01.2027"])
one_person = st.dictionaries(st.sampled_from(Field), texts, max_size=6)
forms = st.builds(ArrivalForm, st.lists(one_person, min_size=1, max_size=4), st.integers(0, 3))


def a_family(*others: Typed, **first: str) -> ArrivalForm:
    return ArrivalForm([{Field(name): text for name, text in first.items()}, *others], current=0)


# One person ----------------------------------------------------------------------------------------------------------


def test_a_form_begins_with_one_person_and_nothing_typed() -> None:
    form = ArrivalForm()

    assert (form.people, form.current, form.is_blank) == ([{}], 0, True)
    assert form.typed(Field.CITY, 0) is None
    assert form.text(Field.CITY, 0) == ""


def test_what_was_typed_and_taken_out_again_is_blank() -> None:
    form = ArrivalForm()

    form.type(Field.CITY, "Nakskov")
    was_blank = form.is_blank
    form.type(Field.CITY, " ")

    assert (was_blank, form.is_blank) == (False, True)
    assert not ArrivalForm([{}, {}]).is_blank


def test_texts_lose_stray_spaces_and_keep_what_joins_letters() -> None:
    form = ArrivalForm()

    form.type(Field.GIVEN_NAMES, "  Rima\t Noor ")
    form.type(Field.NATIVE_NAME, "نی\N{ZERO WIDTH NON-JOINER}ما")

    assert form.text(Field.GIVEN_NAMES, 0) == "Rima Noor"
    assert form.text(Field.NATIVE_NAME, 0) == "نی\N{ZERO WIDTH NON-JOINER}ما"
    assert form.typed(Field.GIVEN_NAMES, 0) == "  Rima\t Noor "


def test_what_is_forgotten_was_never_typed() -> None:
    form = a_family(city="Nakskov", address="Havnegade 4")

    form.forget(Field.CITY, Field.PHONE)

    assert form.people == [{Field.ADDRESS: "Havnegade 4"}]


# Several -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("field", SHARED)
def test_the_others_follow_the_first_in_what_is_shared(field: Field) -> None:
    form = a_family(**{field.value: "before"})
    form.add()

    form.people[0][field] = "after"

    assert form.typed(field, 1) == "after"
    assert form.people[1] == {}


@pytest.mark.parametrize("field", sorted(PERSONAL))
def test_nobody_follows_in_what_is_personal(field: Field) -> None:
    form = a_family(**{field.value: "mine"})

    form.add()

    assert form.typed(field, 1) is None


def test_who_is_added_is_the_one_shown() -> None:
    form = a_family()

    form.add()
    form.add()

    assert (len(form.people), form.current) == (3, 2)


def test_what_is_changed_for_another_is_an_exception_until_it_is_the_same_again() -> None:
    form = a_family(family_name="Al-Hassan")
    form.add()

    form.type(Field.FAMILY_NAME, "Khalil")
    differs = form.has_own(Field.FAMILY_NAME, 1)
    form.type(Field.FAMILY_NAME, "Al-Hassan")

    assert differs
    assert form.people[1] == {}
    assert not form.has_own(Field.FAMILY_NAME, 1)
    assert not form.has_own(Field.FAMILY_NAME, 0)


def test_a_given_name_is_nobodys_exception() -> None:
    form = a_family(given_names="Rima")
    form.add()

    form.type(Field.GIVEN_NAMES, "Rima")

    assert form.people[1] == {Field.GIVEN_NAMES: "Rima"}
    assert not form.has_own(Field.GIVEN_NAMES, 1)


def test_a_takeover_and_its_reason_are_followed_or_left_together() -> None:
    form = a_family(takeover_on="15.12.2026", takeover_reason="Bolig", by_agreement="yes")
    form.add()
    followed = [form.typed(field, 1) for field in (Field.TAKEOVER, Field.BY_AGREEMENT, Field.REASON)]

    form.type(Field.TAKEOVER, "04.01.2027")

    assert followed == ["15.12.2026", "yes", "Bolig"]
    assert [form.typed(field, 1) for field in (Field.TAKEOVER, Field.BY_AGREEMENT, Field.REASON)] == [
        "04.01.2027",
        None,
        None,
    ]


def test_who_has_something_of_their_own_does_not_follow_in_it() -> None:
    form = a_family(city="Nakskov", takeover_on="15.12.2026")
    form.add()
    followed = [form.follows(field, 1) for field in (Field.CITY, Field.REASON, Field.PHONE)]

    form.type(Field.CITY, "Maribo")
    form.type(Field.TAKEOVER, "04.01.2027")

    assert followed == [True, True, False]
    assert [form.follows(field, 1) for field in (Field.CITY, Field.REASON)] == [False, False]
    assert not form.follows(Field.CITY, 0)


def test_a_takeover_that_is_the_firsts_again_is_followed_again() -> None:
    form = a_family(takeover_on="15.12.2026", takeover_reason="Bolig")
    form.add()

    form.type(Field.TAKEOVER, "16.12.2026")
    form.type(Field.TAKEOVER, "15.12.2026")

    assert form.people[1] == {}
    assert form.typed(Field.REASON, 1) == "Bolig"


def test_a_reason_of_ones_own_keeps_the_day_it_is_for() -> None:
    form = a_family(takeover_on="15.12.2026", takeover_reason="Bolig", by_agreement="yes")
    form.add()

    form.type(Field.REASON, "Skole")
    own = dict(form.people[1])
    form.type(Field.REASON, "Bolig")

    assert own == {Field.TAKEOVER: "15.12.2026", Field.REASON: "Skole", Field.BY_AGREEMENT: "yes"}
    assert form.people[1] == {}


def test_a_takeover_taken_out_is_nobody_elses() -> None:
    form = a_family()
    form.add()

    form.type(Field.TAKEOVER, "")

    assert form.people[1] == {Field.TAKEOVER: ""}


def test_who_had_the_day_of_the_first_for_another_reason_has_both_after_the_first_is_put_back() -> None:
    own = {Field.TAKEOVER: "15.12.2026", Field.REASON: "Skole"}
    form = a_family(dict(own), takeover_on="15.12.2026", takeover_reason="Bolig")

    form.restore(0, form.remove())

    assert form.people[1] == own


# Taken away and put back ---------------------------------------------------------------------------------------------


def test_who_is_taken_away_leaves_the_next_one_shown() -> None:
    form = a_family({Field.GIVEN_NAMES: "Sami"}, {Field.GIVEN_NAMES: "Lina"}, given_names="Rima")
    form.current = 1

    removed = form.remove()

    assert removed == {Field.GIVEN_NAMES: "Sami"}
    assert form.people[form.current] == {Field.GIVEN_NAMES: "Lina"}


def test_when_the_first_is_taken_away_the_next_keeps_what_they_shared() -> None:
    form = a_family({Field.CITY: "Maribo"}, given_names="Rima", address="Havnegade 4", city="Nakskov", phone="1")

    form.remove()

    assert form.people == [{Field.CITY: "Maribo", Field.ADDRESS: "Havnegade 4"}]


def test_the_first_ones_takeover_is_not_mixed_with_ones_own() -> None:
    form = a_family({Field.TAKEOVER: "04.01.2027"}, takeover_on="15.12.2026", takeover_reason="Bolig", city="Nakskov")

    form.remove()

    assert form.people == [{Field.TAKEOVER: "04.01.2027", Field.CITY: "Nakskov"}]


@settings(deadline=None, derandomize=True)
@given(form=forms, place=st.integers(0, 3))
def test_who_is_put_back_stands_where_they_stood_with_what_everybody_showed(form: ArrivalForm, place: int) -> None:
    form.add()
    form.current = place % len(form.people)
    place = form.current

    def everything() -> list[list[str | None]]:
        return [[form.typed(field, person) for field in Field] for person in range(len(form.people))]

    before = everything()
    form.restore(place, form.remove())

    assert form.current == place
    assert everything() == before


# Kept as a draft -----------------------------------------------------------------------------------------------------


@settings(deadline=None, derandomize=True)
@given(form=forms)
def test_a_form_comes_back_from_its_content_as_it_was(form: ArrivalForm) -> None:
    again = form_from(json.loads(json.dumps(form.as_content())))

    assert (again.people, again.current) == (form.people, form.current)


def test_what_an_older_or_newer_program_kept_is_read_as_far_as_it_goes() -> None:
    form = form_from({"people": [{"given_names": "Rima", "shoe_size": "38"}], "current": 4})

    assert (form.people, form.current) == ([{Field.GIVEN_NAMES: "Rima"}], 0)
    assert form_from({}).is_blank


# Words ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["da", ENGLISH])
def test_every_field_has_a_name_of_its_own(language: str) -> None:
    set_language(language)

    assert len({field_label(field) for field in Field}) == len(Field)


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        (Field.NATIONALITY, "SY", "Syrien"),
        (Field.LANGUAGE, "ar", "Arabisk"),
        (Field.TARGET_GROUP, "quota_refugee", "Kvoteflygtning"),
        (Field.ROLE, "child", "Barn"),
        (Field.ROLE, "other", "Anden person"),
        (Field.INTERPRETER, "no", "Nej"),
        (Field.PROTECTED, "yes", "Ja"),
        (Field.BIRTH_DATE, "010190", "010190"),
    ],
)
def test_a_draft_is_told_in_words(field: Field, value: str, text: str) -> None:
    assert value_text(field, value) == text
