"""The words of the field on screen."""

from datetime import date
from enum import StrEnum

import pytest

from desktop_app.domain.case import MoveDirection, OfferKind, ReadinessKind, SupportKind, TargetGroup
from desktop_app.domain.completeness import PlanPart
from desktop_app.domain.follow_up import FollowUpForm, Progress, Topic
from desktop_app.domain.plan import ActivityKind, GoalKind, NoSignature
from desktop_app.presenters.field_words import (
    activity_kind_text,
    follow_up_form_text,
    goal_kind_text,
    language_text,
    move_text,
    nationality_text,
    no_signature_text,
    offer_kind_text,
    period_text,
    plan_part_text,
    progress_text,
    readiness_text,
    support_text,
    target_group_text,
    topic_text,
)
from desktop_app.translation import ENGLISH, set_language


@pytest.mark.parametrize(
    ("group", "text"),
    [
        (TargetGroup.REFUGEE, "flygtning"),
        (TargetGroup.QUOTA_REFUGEE, "kvoteflygtning"),
        (TargetGroup.FAMILY_OF_REFUGEE, "familiesammenført til flygtning"),
        (TargetGroup.FAMILY_OF_OTHER, "familiesammenført til dansker eller anden"),
        (TargetGroup.DISPLACED_UKRAINE, "fordrevet fra Ukraine"),
        (TargetGroup.UNACCOMPANIED_MINOR, "uledsaget mindreårig"),
        (TargetGroup.IMMIGRANT, "indvandrer"),
    ],
)
def test_a_target_group_has_its_danish_name(group: TargetGroup, text: str) -> None:
    assert target_group_text(group) == text


def test_the_words_of_the_plan() -> None:
    assert goal_kind_text(GoalKind.EMPLOYMENT) == "Beskæftigelsesmål"
    assert activity_kind_text(ActivityKind.DANISH_EDUCATION) == "Danskuddannelse"
    assert plan_part_text(PlanPart.MAIN_GOAL) == "Beskæftigelses- eller uddannelsesmål"
    assert plan_part_text(PlanPart.COORDINATING_DEPARTMENT) == "Koordineringsansvarlig forvaltning"


def test_an_offer_is_called_like_the_activity_of_its_kind() -> None:
    assert offer_kind_text(OfferKind.WORK_PLACEMENT) == "Virksomhedspraktik"
    assert [offer_kind_text(kind) for kind in OfferKind] == [
        activity_kind_text(ActivityKind(kind.value)) for kind in OfferKind
    ]


def test_the_words_of_follow_up_support_readiness_and_moves() -> None:
    assert follow_up_form_text(FollowUpForm.MEETING) == "Samtale"
    assert follow_up_form_text(FollowUpForm.PHONE) == "Telefon"
    assert support_text(SupportKind.SELF_SUPPORTING) == "Selvforsørgende"
    assert readiness_text(ReadinessKind.ACTIVITY_READY) == "aktivitetsparat"
    assert (move_text(MoveDirection.IN), move_text(MoveDirection.OUT)) == ("Tilflyttet", "Fraflyttet")


def test_the_words_of_a_follow_up_are_those_of_its_form() -> None:
    assert [topic_text(topic) for topic in Topic] == [
        "Ændringer i situation og behov",
        "Om kontrakten er overholdt",
        "Udbyttet set i forhold til målene",
        "Om indhold eller mål skal ændres",
    ]
    assert [progress_text(progress) for progress in Progress] == ["På vej", "Opnået", "Ændret", "Opgivet"]
    assert no_signature_text(NoSignature.UNWILLING) == "Ønsker ikke at underskrive"
    assert no_signature_text(NoSignature.UNABLE) == "Kan ikke underskrive"
    assert no_signature_text(NoSignature.DECIDED) == "Ingen enighed: kommunen afgør indholdet"


@pytest.mark.parametrize(
    ("words", "text_of"),
    [
        (TargetGroup, target_group_text),
        (GoalKind, goal_kind_text),
        (ActivityKind, activity_kind_text),
        (OfferKind, offer_kind_text),
        (FollowUpForm, follow_up_form_text),
        (Topic, topic_text),
        (Progress, progress_text),
        (NoSignature, no_signature_text),
        (SupportKind, support_text),
        (ReadinessKind, readiness_text),
        (MoveDirection, move_text),
        (PlanPart, plan_part_text),
    ],
)
def test_every_word_of_the_domain_has_one_of_its_own(words: type[StrEnum], text_of: object) -> None:
    assert callable(text_of)
    texts = [text_of(word) for word in words]

    assert len(set(texts)) == len(words)
    assert not {word.value for word in words} & set(texts)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (None, "–"),
        ("SY", "Syrien"),
        ("UA", "Ukraine"),
        ("XK", "Kosovo"),
        ("XX", "Ukendt"),
        ("XS", "Statsløs"),
        ("QQ", "QQ"),
    ],
)
def test_a_nationality_is_a_country_by_its_danish_name(code: str | None, text: str) -> None:
    assert nationality_text(code) == text


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        (None, "–"),
        ("ar", "arabisk"),
        ("ar-SY", "arabisk"),
        ("uk", "ukrainsk"),
        ("ti", "tigrinya"),
        ("so", "somali"),
        ("kmr", "kurmanji"),
        ("ckb", "sorani"),
        ("fa", "farsi"),
        ("fa-AF", "dari"),
        ("prs", "dari"),
        ("xyz", "xyz"),
    ],
)
def test_a_language_has_the_name_the_field_uses(tag: str | None, text: str) -> None:
    assert language_text(tag) == text


def test_in_english_a_language_has_its_english_name() -> None:
    set_language(ENGLISH)

    assert language_text("fa-AF") == "Dari"
    assert language_text("ar") == "Arabic"
    assert nationality_text("SY") == "Syria"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2026, 10, 26), date(2027, 6, 30), "26.10.2026 – 30.06.2027"),
        (date(2026, 10, 26), None, "26.10.2026 –"),
        (None, date(2027, 6, 30), " – 30.06.2027"),
        (None, None, "–"),
    ],
)
def test_a_period_leaves_open_what_is_not_known(first: date | None, last: date | None, text: str) -> None:
    assert period_text(first, last) == text
