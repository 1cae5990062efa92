"""Why a file of cases is refused, and what an import did."""

from typing import Any

import pytest

from desktop_app.application.errors import ImportProblem, ImportRefused
from desktop_app.application.import_cases import ImportReport
from desktop_app.presenters.import_report_texts import SHOWN, import_lines
from desktop_app.presenters.import_texts import import_refusal
from desktop_app.translation import _


def refusal(problem: ImportProblem, *, case: str = "", key: str = "", detail: str = "") -> str:
    """Return what is said of a refusal, without the last sentence, which all of them have."""
    text = import_refusal(ImportRefused(problem, case=case, key=key, detail=detail))
    last = _("Nothing was imported.")
    assert text.endswith(f" {last}")
    return text.removesuffix(f" {last}")


@pytest.mark.parametrize(
    ("problem", "detail", "sentence"),
    [
        (
            ImportProblem.UNREADABLE,
            "Permission denied",
            "Filen kan ikke læses (du har ikke adgang). Tjek navnet og dine rettigheder.",
        ),
        (ImportProblem.EMPTY, "", "Filen er tom."),
        (ImportProblem.TOO_LARGE, "32", "Filen er større end 32 MB. Del den i flere filer."),
        (
            ImportProblem.SPREADSHEET,
            "",
            "Filen er et regneark eller et arkiv, uanset hvad navnet siger. Gem sagerne som JSON først.",
        ),
        (ImportProblem.NOT_TEXT, "", "Filen er ikke tekst i UTF-8. Gem sagerne igen som JSON i UTF-8."),
        (
            ImportProblem.NOT_JSON,
            "7:12",
            "Filen er ikke gyldig JSON (linje og kolonne 7:12). Gem sagerne igen.",
        ),
        (
            ImportProblem.NOT_A_CASE_FILE,
            "",
            "Der står ikke »format«: »enplan-cases« i filen, så den er ikke en fil med sager.",
        ),
    ],
)
def test_a_file_that_is_none_is_refused_in_a_sentence(problem: ImportProblem, detail: str, sentence: str) -> None:
    assert refusal(problem, detail=detail) == sentence


@pytest.mark.parametrize(
    ("problem", "key", "detail", "text"),
    [
        (
            ImportProblem.UNKNOWN_KEY,
            "plans 1: maal",
            "",
            "Sag 2026-014, nøglen »plans 1: maal«: Formatet har ikke den nøgle. Ret den, eller fjern den.",
        ),
        (
            ImportProblem.MISSING_KEY,
            "citizen: family_name",
            "",
            "Sag 2026-014, nøglen »citizen: family_name«: Nøglen mangler og skal udfyldes.",
        ),
        (
            ImportProblem.UNKNOWN_WORD,
            "target_group",
            "flygtning",
            "Sag 2026-014, nøglen »target_group«: Formatet kender ikke ordet »flygtning«.",
        ),
        (
            ImportProblem.IMPOSSIBLE_DATE,
            "takeover_on",
            "2026-02-30",
            (
                "Sag 2026-014, nøglen »takeover_on«: »2026-02-30« er ikke en dato. Datoer skrives som ÅÅÅÅ-MM-DD, "
                "mellem 1900 og 2199."
            ),
        ),
        (
            ImportProblem.IMPOSSIBLE_MOMENT,
            "follow_ups 1: finished_at",
            "2027-01-20",
            (
                "Sag 2026-014, nøglen »follow_ups 1: finished_at«: »2027-01-20« er ikke et tidspunkt. Tidspunkter "
                "skrives i UTC som 2027-01-20T09:12:00Z, mellem 1900 og 2199."
            ),
        ),
        (
            ImportProblem.DUPLICATE_CASE_NUMBER,
            "case_number",
            "",
            "Sag 2026-014, nøglen »case_number«: Sagsnummeret står to gange i filen.",
        ),
        (
            ImportProblem.UNKNOWN_HOUSEHOLD,
            "household",
            "H9",
            "Sag 2026-014, nøglen »household«: Husstanden »H9« er ikke i filen.",
        ),
        (
            ImportProblem.UNKNOWN_GOAL,
            "plans 1: goals 2: part_of",
            "3",
            "Sag 2026-014, nøglen »plans 1: goals 2: part_of«: Mål 3 er ikke et mål, som et delmål kan høre til.",
        ),
        (
            ImportProblem.SIGNED_PLAN_CHANGED,
            "plans",
            "1",
            (
                "Sag 2026-014, nøglen »plans«: Planens version 1 er underskrevet og kan ikke ændres. Tilføj en ny "
                "version i stedet."
            ),
        ),
    ],
)
def test_a_refusal_names_the_case_and_the_key(problem: ImportProblem, key: str, detail: str, text: str) -> None:
    assert refusal(problem, case="2026-014", key=key, detail=detail) == text


def test_a_case_that_differs_is_named_with_what_to_do() -> None:
    assert refusal(ImportProblem.DIFFERS, case="2026-014") == (
        "Sag 2026-014: Sagen findes allerede i programmet med andet indhold. Sammenlign de to, og brug --update for at"
        " erstatte den."
    )


def test_a_case_without_a_number_is_named_by_its_place_in_the_file() -> None:
    assert refusal(ImportProblem.MISSING_KEY, case="#3", key="case_number") == (
        "Sag nr. 3 i filen, nøglen »case_number«: Nøglen mangler og skal udfyldes."
    )


def test_a_key_outside_every_case_is_named_alone() -> None:
    assert refusal(ImportProblem.OTHER_VERSION, key="version", detail="2") == (
        "Nøglen »version«: Filen er i version 2, og programmet læser version 1. Opdatér programmet, eller gem sagerne"
        " igen."
    )


@pytest.mark.parametrize("problem", ImportProblem)
def test_every_problem_is_said_in_whole_sentences(problem: ImportProblem) -> None:
    text = refusal(problem, case="2026-014", key="plans 1", detail="7")

    assert text.startswith("Sag 2026-014, nøglen »plans 1«: ")
    assert text.endswith(".")
    assert "{" not in text


def test_a_refusal_says_last_that_nothing_was_imported() -> None:
    text = import_refusal(ImportRefused(ImportProblem.EMPTY))

    assert text == "Filen er tom. Intet blev hentet ind."


def test_braces_in_a_file_are_repeated_as_they_stand() -> None:
    text = refusal(ImportProblem.UNKNOWN_WORD, case="{case}", key="{key}", detail="{detail}")

    assert text == "Sag {case}, nøglen »{key}«: Formatet kender ikke ordet »{detail}«."


# What an import did --------------------------------------------------------------------------------------------------


def lines(*, dry_run: bool = False, **report: Any) -> list[str]:  # noqa: ANN401 - whatever a test is about
    empty: dict[str, Any] = {"added": (), "updated": (), "unchanged": (), "gap_counts": {}}
    return list(import_lines(ImportReport(**empty | report), dry_run=dry_run))


@pytest.mark.parametrize(
    ("outcome", "one", "several"),
    [
        ("added", "1 sag tilføjet", "2 sager tilføjet"),
        ("updated", "1 sag opdateret", "2 sager opdateret"),
        ("unchanged", "1 sag uændret", "2 sager uændret"),
    ],
)
def test_cases_are_counted_by_what_became_of_them(outcome: str, one: str, several: str) -> None:
    first: dict[str, Any] = {outcome: ("1",)}
    both: dict[str, Any] = {outcome: ("1", "2")}

    assert lines(**first) == [one]
    assert lines(**both) == [several]


def test_everything_that_happened_is_told() -> None:
    report = lines(added=("1",), updated=("2",), unchanged=("3", "4"), gap_counts={"1": 1})

    assert report == [
        "1 sag tilføjet",
        "1 sag opdateret",
        "2 sager uændret",
        "1 oplysning mangler eller passer ikke sammen, se sagens »Mangler«: 1",
    ]


def test_a_file_without_cases_says_so() -> None:
    assert lines() == ["Filen indeholder ingen sager."]


def test_a_trial_says_last_that_nothing_was_saved() -> None:
    assert lines(added=("1",), dry_run=True) == ["1 sag tilføjet", "Det var en prøve: intet blev gemt."]


def test_what_is_missing_is_counted_over_the_cases_named_by_number() -> None:
    *_, gaps = lines(added=("2", "1"), gap_counts={"2": 2, "1": 3})

    assert gaps == "5 oplysninger mangler eller passer ikke sammen, se sagernes »Mangler«: 1, 2"


def test_of_many_cases_with_gaps_the_first_are_named() -> None:
    numbers = [f"2026-{number:03}" for number in range(SHOWN + 3)]
    *_, gaps = lines(added=tuple(numbers), gap_counts=dict.fromkeys(reversed(numbers), 1))

    assert gaps.endswith(f": {', '.join(numbers[:SHOWN])} og 3 flere")


def test_two_things_missing_in_one_case_stand_on_one_list() -> None:
    *_, gaps = lines(added=("1",), gap_counts={"1": 2})

    assert gaps == "2 oplysninger mangler eller passer ikke sammen, se sagens »Mangler«: 1"
