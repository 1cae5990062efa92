"""`enplan import`: the whole file or nothing, and never twice."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Enplan, a_password_file, actions_in_log, exported
from tests.sample import SAMPLE, sample
from tests.storage.builders import PASSWORD
from tests.storage.exchange.case_files import CASE, Json, Place, changed, full_file, written, written_bytes

FULL = full_file()


@pytest.fixture
def access(empty_store: Path, password_file: Path) -> tuple[str | Path, ...]:
    return ("--store", empty_store, "--password-file", password_file)


def case_numbers(enplan: Enplan, store: Path, password_file: Path) -> list[str]:
    content = json.loads(exported(enplan, store, password_file))
    return [case["case_number"] for case in content["cases"]]


def test_the_sample_comes_in_and_what_is_missing_in_it_is_told(enplan: Enplan, access: tuple[str | Path, ...]) -> None:
    outcome = enplan("import", SAMPLE, *access)

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("46 sager tilføjet\n")
    assert "mangler eller passer ikke sammen" in outcome.out


def test_the_same_file_again_changes_nothing(
    enplan: Enplan, access: tuple[str | Path, ...], empty_store: Path, password_file: Path
) -> None:
    enplan("import", SAMPLE, *access)
    before, log = exported(enplan, empty_store, password_file), actions_in_log(empty_store)

    outcome = enplan("import", SAMPLE, *access)

    assert (outcome.code, outcome.out, outcome.err) == (0, "46 sager uændret\n", "")
    assert exported(enplan, empty_store, password_file) == before
    # Only that the store was opened, listed and exported since.
    assert set(actions_in_log(empty_store)[len(log) :]) <= {"opened_store", "exported"}


def test_a_plan_signed_without_a_main_goal_comes_in_as_it_was_signed_and_is_told_of(
    enplan: Enplan, access: tuple[str | Path, ...], empty_store: Path, password_file: Path, tmp_path: Path
) -> None:
    danish_only = changed(FULL, ((*CASE, "plans", 0, "goals", 0, "kind"), "danish"))

    outcome = enplan("import", written(tmp_path, danish_only), *access)

    assert (outcome.code, outcome.err) == (0, "")
    assert "2026-014" in outcome.out.partition("mangler eller passer ikke sammen")[2]
    [plan, *_] = json.loads(exported(enplan, empty_store, password_file))["cases"][0]["plans"]
    assert plan["signed_by_municipality_on"] == "2026-10-28"


def in_another_order(content: Json) -> Json:
    """Return the same file with cases, households and dated facts in reverse and households under other ids."""
    turned: Json = json.loads(json.dumps(content).replace('"H1"', '"x"').replace('"H2"', '"H1"'))
    turned["households"].reverse()
    turned["cases"].reverse()
    for case in turned["cases"]:
        for facts in (value for value in case.values() if isinstance(value, list)):
            facts.reverse()
    return turned


def test_the_same_content_in_another_order_changes_nothing(
    enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path
) -> None:
    enplan("import", SAMPLE, *access)

    outcome = enplan("import", written(tmp_path, in_another_order(sample())), *access)

    assert (outcome.code, outcome.out) == (0, "46 sager uændret\n")


def test_a_trial_checks_everything_and_keeps_nothing(
    enplan: Enplan, access: tuple[str | Path, ...], empty_store: Path, password_file: Path
) -> None:
    outcome = enplan("import", SAMPLE, *access, "--dry-run")

    assert outcome.code == 0
    assert "46 sager tilføjet" in outcome.out
    assert "prøve" in outcome.out
    assert case_numbers(enplan, empty_store, password_file) == []


def test_a_trial_with_a_bad_file_is_refused_as_the_import_would_be(
    enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path
) -> None:
    file = written(tmp_path, changed(FULL, ((*CASE, "takeover_on"), "2026-02-30")))

    assert enplan("import", file, *access, "--dry-run") == enplan("import", file, *access)


BAD: dict[str, tuple[list[tuple[Place, Any]], tuple[str, ...]]] = {
    "an unknown key": ([((*CASE, "citizen", "Bemærkning"), "x")], ("2026-014", "citizen: Bemærkning")),
    "an impossible date": ([((*CASE, "takeover_on"), "2026-02-30")], ("2026-014", "takeover_on", "2026-02-30")),
    "an unknown word": ([((*CASE, "plans", 0, "goals", 0, "kind"), "job")], ("2026-014", "plans 1: goals 1: kind")),
    "a case twice": ([(("cases", 1, "case_number"), "2026-014")], ("2026-014", "case_number")),
    "no number": ([(("cases", 1, "case_number"), 7)], ("Sag nr. 2", "case_number")),
    "a household that is missing": ([((*CASE, "household"), "H9")], ("2026-014", "household", "H9")),
    "another version": ([(("version",), 2)], ("version", "2")),
    "another format": ([(("format",), "cases")], ("enplan-cases",)),
}


@pytest.mark.parametrize(("changes", "words"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_whole_with_case_and_key_in_one_sentence(
    enplan: Enplan,
    access: tuple[str | Path, ...],
    empty_store: Path,
    password_file: Path,
    tmp_path: Path,
    changes: list[tuple[Place, Any]],
    words: tuple[str, ...],
) -> None:
    outcome = enplan("import", written(tmp_path, changed(FULL, *changes)), *access)

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.count("\n") == 1
    assert all(word in outcome.err for word in words), outcome.err
    assert case_numbers(enplan, empty_store, password_file) == []


def test_a_refusal_says_that_nothing_came_in(enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path) -> None:
    outcome = enplan("import", written_bytes(tmp_path, b"{}"), *access)

    assert "Intet blev hentet ind" in outcome.err


def test_a_refusal_does_not_repeat_what_is_told_of_a_person(
    enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path
) -> None:
    for place, value in (("cpr", "010190-0001"), ("given_names", "Rima" * 99), ("phone", ["12345678"])):
        content = changed(FULL, ((*CASE, "citizen", place), value))
        outcome = enplan("import", written(tmp_path, content), *access)

        assert outcome.code == 1
        assert not {"010190", "Rima", "12345678"} & set(outcome.err.replace("»", " ").split())


def test_one_bad_case_among_good_ones_keeps_all_of_them_out(
    enplan: Enplan, access: tuple[str | Path, ...], empty_store: Path, password_file: Path, tmp_path: Path
) -> None:
    content = changed(sample(), (("cases", 45, "citizen", "cpr"), "123"))

    outcome = enplan("import", written(tmp_path, content), *access)

    assert outcome.code == 1
    assert "2026-046" in outcome.err
    assert case_numbers(enplan, empty_store, password_file) == []
    assert actions_in_log(empty_store).count("imported") == 0


def test_a_known_case_with_other_content_is_refused_by_name(
    enplan: Enplan, access: tuple[str | Path, ...], empty_store: Path, password_file: Path, tmp_path: Path
) -> None:
    enplan("import", SAMPLE, *access)
    before = exported(enplan, empty_store, password_file)
    other = changed(
        sample(),
        (("cases", 2, "citizen", "phone"), "87654321"),
        (("cases", 45, "case_number"), "2026-999"),
    )

    outcome = enplan("import", written(tmp_path, other), *access)

    assert outcome.code == 1
    assert "2026-003" in outcome.err
    assert "--update" in outcome.err
    assert exported(enplan, empty_store, password_file) == before


def test_an_update_replaces_what_the_file_says_otherwise(
    enplan: Enplan, access: tuple[str | Path, ...], empty_store: Path, password_file: Path, tmp_path: Path
) -> None:
    enplan("import", SAMPLE, *access)
    other = changed(sample(), (("cases", 2, "citizen", "phone"), "87654321"))

    outcome = enplan("import", written(tmp_path, other), *access, "--update")

    assert outcome.code == 0
    assert outcome.out.splitlines()[:2] == ["1 sag opdateret", "45 sager uændret"]
    assert b'"phone": "87654321"' in exported(enplan, empty_store, password_file)


def test_an_update_does_not_change_what_both_have_signed(
    enplan: Enplan, access: tuple[str | Path, ...], empty_store: Path, password_file: Path, tmp_path: Path
) -> None:
    enplan("import", SAMPLE, *access)
    before = exported(enplan, empty_store, password_file)
    other = changed(sample(), (("cases", 0, "plans", 0, "goals", 0, "text"), "Noget andet"))

    outcome = enplan("import", written(tmp_path, other), *access, "--update")

    assert outcome.code == 1
    assert "2026-001" in outcome.err
    assert exported(enplan, empty_store, password_file) == before


@pytest.mark.parametrize("name", ["findes ikke.json", "."])
def test_a_file_that_cannot_be_read_is_refused(
    enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path, name: str
) -> None:
    outcome = enplan("import", tmp_path / name, *access)

    assert outcome.code == 1
    assert outcome.err.count("\n") == 1


def test_the_file_must_be_named(enplan: Enplan, access: tuple[str | Path, ...]) -> None:
    assert enplan("import", *access).code == 2


def test_the_log_names_who_imported(enplan: Enplan, tmp_path: Path) -> None:
    store, file = tmp_path / "ny.store", a_password_file(tmp_path / "password", f"{PASSWORD}\n".encode())
    access = ("--store", store, "--password-file", file, "--user", "Åse Ærø")
    enplan("init", *access, "--municipality", "999")

    assert enplan("import", SAMPLE, *access[:-1], "ÅÆ").code == 0
    assert actions_in_log(store).count("imported") == 1
    refused = enplan("import", SAMPLE, *access[:-1], "Anders And")

    assert refused.code == 1
    assert "Anders And" in refused.err


def test_a_file_without_cases_says_so(enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path) -> None:
    file = written(tmp_path, {"format": "enplan-cases", "version": 1, "cases": []})

    assert enplan("import", file, *access).out == "Filen indeholder ingen sager.\n"
