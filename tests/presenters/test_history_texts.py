"""Historik in words: who changed what and when, before and after."""

from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from desktop_app.application.ports import HistoryLine
from desktop_app.domain.case import (
    Case,
    CorrectedFact,
    MoveDirection,
    OfferKind,
    ReadinessKind,
    ResultKind,
    SupportKind,
    TargetGroup,
)
from desktop_app.domain.citizen import Sex
from desktop_app.domain.deadline_decisions import DecisionKind, DelayCause
from desktop_app.domain.duties import HEALTH_NEED_FOUND
from desktop_app.domain.follow_up import FollowUpForm
from desktop_app.domain.household import HouseholdRole
from desktop_app.domain.plan import ActivityKind, Annulment, GoalKind, NoSignature, Party, Unsigned
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.history_texts import HistoryText, history_text
from desktop_app.presenters.history_words import SHOWN
from tests.builders import a_case, a_household, a_plan, a_support, an_event, an_offer
from tests.storage.builders import a_fact_correction, a_full_follow_up, a_new_store, save_new

MOMENT = datetime(2026, 3, 3, 9, 12, tzinfo=UTC)


def a_line(
    kind: str = "cases",
    after: dict[str, Any] | None = None,
    before: dict[str, Any] | None = None,
    **changes: Any,  # noqa: ANN401 - whatever a test changes
) -> HistoryLine:
    fields: dict[str, Any] = {"at": MOMENT, "user": "Mette Jensen", "record": "record-1", "action": "change"} | changes
    return HistoryLine(kind=kind, before=before or {}, after=after or {}, **fields)


def stood(plan_number: int, place: int, progress: str) -> dict[str, object]:
    return {"plan_number": plan_number, "place": place, "progress": progress}


def said(field: str, value: object, kind: str = "cases") -> str:
    """Return what is said of one field that was set for the first time."""
    [change] = history_text(a_line(kind, {field: value})).changes
    return change


@pytest.mark.usefixtures("danish_clock")
def test_a_revision_says_when_by_whom_and_what() -> None:
    assert history_text(a_line("cases", {"takeover_on": date(2026, 10, 1)})) == HistoryText(
        when="03.03.2026 10.12",
        user="Mette Jensen",
        title="Sag registreret",
        changes=("ansvar overtaget: 01.10.2026",),
    )


@pytest.mark.usefixtures("danish_clock")
def test_the_moment_is_the_one_on_the_wall() -> None:
    late = a_line(at=datetime(2026, 7, 3, 22, 30, tzinfo=UTC))

    assert history_text(late).when == "04.07.2026 00.30"


def test_a_change_says_the_value_before_and_after() -> None:
    text = history_text(
        a_line(
            "cases",
            {"takeover_on": date(2026, 10, 2), "responsible_caseworker": "LØ"},
            {"takeover_on": date(2026, 10, 1), "responsible_caseworker": None},
        )
    )

    assert text.title == "Sag ændret"
    assert text.changes == (
        "ansvar overtaget: 01.10.2026 → 02.10.2026",
        "ansvarlig sagsbehandler: – → LØ",
    )
    assert text.summary == "ansvar overtaget: 01.10.2026 → 02.10.2026 · ansvarlig sagsbehandler: – → LØ"


def test_a_value_taken_away_leaves_a_dash() -> None:
    text = history_text(a_line("citizens", {"phone": None}, {"phone": "12345678"}))

    assert text.changes == ("telefon: 12345678 → –",)


def test_of_a_new_record_only_what_is_known_is_said() -> None:
    text = history_text(a_line("follow_ups", {"held_on": date(2027, 1, 20), "note": None, "form": "meeting"}))

    assert text.changes == ("holdt: 20.01.2027", "form: Samtale")


@pytest.mark.parametrize("empty", [None, "", []])
def test_what_is_empty_in_a_new_record_is_left_out(empty: object) -> None:
    assert history_text(a_line("citizens", {"languages": empty})).changes == ()


@pytest.mark.parametrize(
    "link",
    [
        "case_id",
        "citizen_id",
        "household_id",
        "plan_id",
        "follow_up_id",
        "frozen_plan_id",
        "position",
        "content",
        "sha256",
    ],
)
def test_links_between_records_say_nothing_to_people(link: str) -> None:
    assert history_text(a_line("goals", {link: "x"})).changes == ()
    assert history_text(a_line("goals", {link: "x"}, {link: "y"})).changes == ()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2026, 10, 1), "01.10.2026"),
        (True, "ja"),
        (False, "nej"),
        (22.5, "22,5"),
        (15.0, "15"),
        (["ar", "en"], "ar, en"),
        ("Gik godt", "Gik godt"),
        ("x" * SHOWN, "x" * SHOWN),
        ("x" * (SHOWN + 1), "x" * (SHOWN - 1) + "…"),
    ],
)
def test_a_value_reads_as_danes_write_it(value: object, text: str) -> None:
    assert said("note", value) == f"notat: {text}"


@pytest.mark.parametrize(
    ("kind", "field", "value", "text"),
    [
        ("cases", "target_group", "refugee", "målgruppe: flygtning"),
        ("goals", "kind", "employment", "art: Beskæftigelsesmål"),
        ("activities", "kind", "danish_education", "art: Danskuddannelse"),
        ("offers", "kind", "wage_subsidy", "art: Løntilskud"),
        ("follow_ups", "form", "phone", "form: Telefon"),
        ("status_periods", "kind", "benefit", "art: Ydelse"),
        ("status_periods", "kind", "job_ready", "art: jobparat"),
        ("moves", "direction", "out", "retning: Fraflyttet"),
    ],
)
def test_the_words_of_the_format_are_said_in_danish(kind: str, field: str, value: str, text: str) -> None:
    assert said(field, value, kind) == text


@pytest.mark.parametrize(
    ("kind", "field"), [("goals", "kind"), ("status_periods", "kind"), ("follow_ups", "form"), ("cases", "unheard_of")]
)
def test_a_word_of_a_later_version_is_shown_as_it_stands(kind: str, field: str) -> None:
    assert said(field, "unheard_of", kind).endswith(": unheard_of")


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        ("cases", "Sag"),
        ("citizens", "Borger"),
        ("households", "Husstand"),
        ("status_periods", "Forsørgelse eller visitation"),
        ("parental_leaves", "Barselsorlov"),
        ("moves", "Flytning"),
        ("events", "Hændelse"),
        ("plans", "Plan"),
        ("goals", "Mål"),
        ("activities", "Aktivitet"),
        ("offers", "Tilbud"),
        ("follow_ups", "Opfølgning"),
        ("follow_up_corrections", "Rettelse til opfølgning"),
        ("fact_corrections", "Rettelse af dato"),
        ("deadline_decisions", "Beslutning om en frist"),
        ("complaints", "Klage"),
        ("results", "Resultat"),
        ("notes", "Notat"),
        ("frozen_plans", "Underskrevet version"),
        ("documents", "Dokument"),
        ("attachments", "Scan"),
        ("sprockets", "sprockets"),
    ],
)
def test_a_record_is_called_by_its_danish_name(kind: str, record: str) -> None:
    assert history_text(a_line(kind)).title == f"{record} registreret"


def test_a_deleted_record_lists_no_values() -> None:
    deleted = a_line("notes", before={"text": "Kom med sin bror"}, action="delete")

    assert history_text(deleted).changes == ()


def test_a_record_whose_content_was_erased_is_called_deleted() -> None:
    assert history_text(a_line("notes", action="delete")).title == "Notat slettet"


def test_a_deleted_record_is_called_deleted() -> None:
    deleted = a_line("notes", before={"text": "Kom med sin bror"}, action="delete")

    assert history_text(deleted).title == "Notat slettet"


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("citizens", "phone", "20121231"),
        ("cases", "case_number", "2026-W01"),
        ("citizens", "postal_code", "4900"),
        ("cases", "case_number", "2026-014"),
    ],
)
def test_a_text_that_only_looks_like_a_date_is_none(kind: str, field: str, value: str) -> None:
    assert said(field, value, kind).endswith(f": {value}")


def test_a_cpr_number_is_masked_as_on_every_screen() -> None:
    changed = history_text(a_line("citizens", {"cpr": "0101900002"}, {"cpr": "0101900001"}))

    assert changed.changes == ("CPR-nummer: 010190-•••• → 010190-••••",)


# What the store writes -----------------------------------------------------------------------------------------------


CODES: list[tuple[str, str, type[StrEnum]]] = [
    ("cases", "target_group", TargetGroup),
    ("cases", "household_role", HouseholdRole),
    ("citizens", "sex", Sex),
    ("goals", "kind", GoalKind),
    ("activities", "kind", ActivityKind),
    ("commitments", "party", Party),
    ("offers", "kind", OfferKind),
    ("plans", "unsigned_why", NoSignature),
    ("follow_ups", "form", FollowUpForm),
    ("fact_corrections", "fact", CorrectedFact),
    ("deadline_decisions", "kind", DecisionKind),
    ("deadline_decisions", "cause", DelayCause),
    ("status_periods", "kind", SupportKind),
    ("status_periods", "kind", ReadinessKind),
    ("moves", "direction", MoveDirection),
    ("results", "kind", ResultKind),
]


@pytest.mark.parametrize(("kind", "field", "words"), CODES)
def test_no_code_of_the_format_stands_on_a_danish_screen(kind: str, field: str, words: type[StrEnum]) -> None:
    for word in words:
        assert not said(field, word.value, kind).endswith(f": {word.value}")


@pytest.mark.parametrize(
    ("kind", "field", "value", "text"),
    [
        ("citizens", "nationality", "SY", "statsborgerskab: Syrien"),
        ("citizens", "languages", ["ar", "kmr"], "sprog: arabisk, kurmanji"),
        ("citizens", "interpreter_language", "ar", "tolk: arabisk"),
        ("documents", "language", "da", "sprog: dansk"),
        ("attachments", "media_type", "image/jpeg", "filtype: JPG"),
        ("attachments", "size", 1_258_291, "størrelse: 1,2 MB"),
        ("attachments", "size", "stor", "størrelse: stor"),
        ("status_periods", "aspect", "support", "om: forsørgelse"),
        ("status_periods", "aspect", "readiness", "om: visitation"),
    ],
)
def test_countries_languages_and_aspects_are_said_by_name(kind: str, field: str, value: object, text: str) -> None:
    assert said(field, value, kind) == text


@pytest.mark.parametrize("field", ["nationality", "languages", "interpreter_language", "cpr"])
def test_what_was_not_known_before_is_a_dash(field: str) -> None:
    value = ["ar"] if field == "languages" else "0101900001" if field == "cpr" else "ar"
    [change] = history_text(a_line("citizens", {field: value}, {field: None})).changes

    assert ": – → " in change


@pytest.mark.parametrize(
    ("kind", "field", "value", "text"),
    [
        ("plans", "ready_on", date(2026, 10, 20), "klar til underskrift: 20.10.2026"),
        ("plans", "unsigned_why", "unwilling", "uden borgerens underskrift: Ønsker ikke at underskrive"),
        ("plans", "unsigned_why", "unable", "uden borgerens underskrift: Kan ikke underskrive"),
        ("plans", "unsigned_why", "decided", "uden borgerens underskrift: Ingen enighed: kommunen afgør indholdet"),
        ("plans", "health_consent_on", date(2026, 10, 20), "samtykke til det om helbred: 20.10.2026"),
        ("plans", "education_order_on", date(2026, 10, 20), "uddannelsespålæg givet: 20.10.2026"),
        ("goals", "part_of", "5b2c", "delmål: ja"),
        ("commitments", "party", "citizen", "hvem: Borgeren"),
        ("plans", "annulled_on", date(2026, 11, 5), "underskrift annulleret: 05.11.2026"),
        ("follow_ups", "interpreter", "Sara Haddad, nr. 4471", "tolk: Sara Haddad, nr. 4471"),
        (
            "follow_ups",
            "topics",
            ["changes", "outcome"],
            "drøftet: Ændringer i situation og behov, Udbyttet set i forhold til målene",
        ),
        ("follow_ups", "topics", ["contract_kept"], "drøftet: Om kontrakten er overholdt"),
        (
            "follow_ups",
            "topics",
            ["new_content", "unheard_of"],
            "drøftet: Om indhold eller mål skal ændres, unheard_of",
        ),
        (
            "follow_ups",
            "progress",
            [stood(1, 1, "on_the_way"), stood(1, 2, "achieved")],
            "status på mål: version 1, mål 1: På vej; version 1, mål 2: Opnået",
        ),
        ("follow_ups", "progress", [stood(2, 1, "dropped")], "status på mål: version 2, mål 1: Opgivet"),
        ("follow_ups", "progress", [stood(2, 1, "unheard_of")], "status på mål: version 2, mål 1: unheard_of"),
        ("follow_ups", "progress", ["unheard_of"], "status på mål: unheard_of"),
        ("follow_ups", "repatriation_guided", False, "vejledt om repatriering: nej"),
        ("fact_corrections", "fact", "takeover_on", "om: ansvar overtaget"),
        ("fact_corrections", "date_before", date(2026, 9, 1), "før: 01.09.2026"),
    ],
)
def test_plans_follow_ups_and_corrections_are_told_in_words(kind: str, field: str, value: object, text: str) -> None:
    assert said(field, value, kind) == text


@pytest.mark.usefixtures("danish_clock")
def test_a_moment_is_told_by_the_clock_on_the_wall() -> None:
    moment = datetime(2026, 7, 3, 22, 30, tzinfo=UTC)

    assert said("finished_at", moment, "follow_ups") == "afsluttet: 04.07.2026 00.30"


@pytest.mark.parametrize(("field", "after"), [("topics", ["changes"]), ("progress", [{}]), ("languages", ["ar"])])
def test_a_list_that_was_empty_before_is_a_dash(field: str, after: list[object]) -> None:
    [change] = history_text(a_line("follow_ups", {field: after}, {field: []})).changes
    [emptied] = history_text(a_line("citizens", {field: []}, {field: after})).changes

    assert ": – → " in change
    assert emptied.endswith(" → –")


def test_an_event_is_called_as_its_duty_is(rulebook: Rulebook) -> None:
    for duty in rulebook.duties.values():
        [change] = history_text(a_line("events", {"duty": duty.id.value}), rulebook.duties).changes

        assert change == f"opgave: {duty.name}"


def test_a_need_for_a_health_assessment_is_an_event_of_its_own(rulebook: Rulebook) -> None:
    [change] = history_text(a_line("events", {"duty": HEALTH_NEED_FOUND}), rulebook.duties).changes

    assert change == "opgave: der er fundet behov for helbredsvurdering"


def test_an_event_of_a_later_version_is_shown_as_it_stands(rulebook: Rulebook) -> None:
    [change] = history_text(a_line("events", {"duty": "work.duty"}), rulebook.duties).changes

    assert change == "opgave: work.duty"


@pytest.mark.parametrize("field", ["address", "postal_code", "city"])
def test_of_a_protected_address_only_that_it_changed_is_said(field: str) -> None:
    line = a_line("citizens", {field: "Eksempelvej 13"}, {field: "Eksempelvej 12"})

    [change] = history_text(line, hides_address=True).changes

    assert change.endswith(": beskyttet")
    assert "Eksempelvej" not in change


def test_every_field_the_store_writes_has_its_danish_name(tmp_path: Path) -> None:
    case = a_full_case()
    with a_new_store(tmp_path / "enplan.store").store as store:
        save_new(store, case)
        lines = store.read.history(case.id)

    changes = [change for line in lines for change in history_text(line).changes]
    assert len(changes) > 60
    assert not [change for change in changes if "_" in change.partition(":")[0]]


def a_full_case() -> Case:
    plan = a_plan(
        ready_on=date(2026, 10, 20),
        signed_by_interpreter_on=date(2026, 10, 28),
        unsigned=Unsigned(why=NoSignature.UNABLE, reason="Er indlagt"),
        annulment=Annulment(on=date(2026, 11, 5), reason="Forkert borger"),
    )
    return a_case(
        household=a_household(),
        support=(a_support(SupportKind.BENEFIT, date(2026, 10, 1)),),
        events=(an_event("danish.referred", date(2026, 10, 20)),),
        offers=(an_offer(),),
        plans=(plan,),
        follow_ups=(a_full_follow_up(),),
        corrections=(a_fact_correction(),),
    )
