"""`enplan export`: everything about the cases in one plain file, which says so and comes in again unchanged."""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.composition import Office
from desktop_app.domain.plan import Assessment
from desktop_app.storage.store import open_store
from tests.cli.conftest import Enplan, actions_in_log, exported
from tests.sample import CASE_COUNT, SAMPLE, sample
from tests.storage.builders import PASSWORD, a_scan
from tests.storage.exchange.case_files import CASE, Json, changed, full_file, places, written


@pytest.fixture
def access(sample_store: Path, password_file: Path) -> tuple[str | Path, ...]:
    return ("--store", sample_store, "--password-file", password_file)


def only_what_is_said(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return a document without what is absent, null or empty, lists of facts in any order."""
    if isinstance(value, dict):
        known = {key: only_what_is_said(item) for key, item in value.items()}
        return {key: item for key, item in known.items() if item not in (None, [], False)}
    if isinstance(value, list):
        return sorted((only_what_is_said(item) for item in value), key=json.dumps)
    return value


def test_what_came_in_goes_out_and_the_file_is_called_plain(
    enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path
) -> None:
    out = tmp_path / "ud.json"

    outcome = enplan("export", *access, "--out", out)

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith(f"Skrev 46 sager til {out}.\n")
    assert "ikke krypteret" in outcome.out
    assert len(json.loads(out.read_bytes())["cases"]) == CASE_COUNT
    if os.name == "posix":
        assert out.stat().st_mode & 0o777 == 0o600


def test_the_export_of_the_sample_says_what_the_sample_says(
    enplan: Enplan, sample_store: Path, password_file: Path
) -> None:
    content = json.loads(exported(enplan, sample_store, password_file))

    households = {household["id"]: household["name"] for household in content["households"]}
    for case, original in zip(content["cases"], sorted(sample()["cases"], key=_number), strict=True):
        place = households.get(case.pop("household"))
        named = {household["id"]: household["name"] for household in sample()["households"]}
        assert place == named.get(original.pop("household", None))
        assert only_what_is_said(case) == only_what_is_said(original)
    assert content["municipality"] == sample()["municipality"]


def _number(case: Json) -> str:
    return str(case["case_number"])


def odd_file() -> Json:
    """Return a file in which nothing is malformed and much is odd."""
    return changed(
        full_file(),
        ((*CASE, "case_number"), ' §/=1+1 "x" '),
        ((*CASE, "citizen", "given_names"), "  Rima\N{NO-BREAK SPACE}"),
        ((*CASE, "citizen", "address"), ""),
        ((*CASE, "citizen", "languages"), ["so", "ar", "so"]),
        ((*CASE, "support", 0, "to"), "2020-01-01"),
        ((*CASE, "plans"), [{"version": 7}, {"version": 2, "goals": [{"kind": "other", "text": ""}]}]),
        ((*CASE, "offers", 0, "hours_per_week"), 12.5),
        ((*CASE, "notes"), [{"on": "2026-10-05", "text": "to\nlinjer\r\n👩🏽‍🍳"}] * 2),
        (("cases", 1, "household"), "H1"),
    )


@pytest.mark.parametrize("content", [sample(), full_file(), odd_file()], ids=["sample", "every key", "odd"])
def test_an_export_comes_into_an_empty_store_and_goes_out_again_byte_for_byte(
    enplan: Enplan, tmp_path: Path, password_file: Path, content: Json
) -> None:
    stores = [tmp_path / "en.store", tmp_path / "to.store"]
    for store in stores:
        assert enplan("init", "--store", store, "--password-file", password_file, "--municipality", "999").code == 0

    assert (
        enplan("import", written(tmp_path, content), "--store", stores[0], "--password-file", password_file).code == 0
    )
    first = exported(enplan, stores[0], password_file)
    assert len(json.loads(first)["cases"]) == len(content["cases"])
    (tmp_path / "ud.json").write_bytes(first)
    again = enplan("import", tmp_path / "ud.json", "--store", stores[1], "--password-file", password_file)

    assert again.code == 0, again
    assert exported(enplan, stores[1], password_file) == first


def test_what_was_exported_is_known_to_the_store_it_came_from(
    enplan: Enplan, sample_store: Path, password_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "ud.json").write_bytes(exported(enplan, sample_store, password_file))

    again = enplan("import", tmp_path / "ud.json", "--store", sample_store, "--password-file", password_file)

    assert (again.code, again.out) == (0, "46 sager uændret\n")


def test_one_case_goes_out_with_its_household_and_nobody_else(
    enplan: Enplan, sample_store: Path, password_file: Path
) -> None:
    content = json.loads(exported(enplan, sample_store, password_file, "--case", "2026-007"))

    [case] = content["cases"]
    assert (case["case_number"], case["citizen"]["given_names"]) == ("2026-007", "Andrij")
    assert [household["name"] for household in content["households"]] == ["Bondarenko"]
    assert case["household"] == content["households"][0]["id"]


def test_a_case_without_a_household_goes_out_alone(enplan: Enplan, sample_store: Path, password_file: Path) -> None:
    content = json.loads(exported(enplan, sample_store, password_file, "--case", "2026-046"))

    assert content["households"] == []


def test_an_unknown_case_leaves_no_file(enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path) -> None:
    before = list(tmp_path.iterdir())

    outcome = enplan("export", *access, "--out", tmp_path / "ud.json", "--case", "2026-999")

    assert outcome.code == 1
    assert "2026-999" in outcome.err
    assert list(tmp_path.iterdir()) == before


def test_every_export_is_in_the_log(enplan: Enplan, sample_store: Path, password_file: Path) -> None:
    before = actions_in_log(sample_store).count("exported")

    exported(enplan, sample_store, password_file)
    exported(enplan, sample_store, password_file, "--case", "2026-046")

    assert actions_in_log(sample_store).count("exported") == before + 2


@pytest.mark.parametrize("name", ["findes ikke/ud.json", "eksempel"])
def test_a_file_that_cannot_be_written_is_one_sentence(
    enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path, name: str
) -> None:
    outcome = enplan("export", *access, "--out", tmp_path / name)

    assert (outcome.code, outcome.out) == (1, "")
    assert str(tmp_path / name) in outcome.err
    assert outcome.err.count("\n") == 1


def test_an_older_export_is_replaced_whole(enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path) -> None:
    out = tmp_path / "ud.json"
    out.write_bytes(b"x" * 1_000_000)

    enplan("export", *access, "--out", out)

    assert len(json.loads(out.read_bytes())["cases"]) == CASE_COUNT


@pytest.mark.parametrize("name", [".", "/"])
def test_a_path_without_a_file_name_is_refused(enplan: Enplan, access: tuple[str | Path, ...], name: str) -> None:
    assert enplan("export", *access, "--out", name).code == 1


@pytest.mark.parametrize("command", ["export", "print"])
@pytest.mark.parametrize("name", ["enplan.store", "enplan.store.keys.json", "../eksempel/enplan.store"])
def test_the_store_and_its_keys_are_never_overwritten(
    enplan: Enplan, access: tuple[str | Path, ...], sample_store: Path, command: str, name: str
) -> None:
    what = {"export": (), "print": ("--case", "2026-001", "--document", "plan")}[command]

    outcome = enplan(command, *access, *what, "--out", sample_store.parent / name)

    assert outcome.code == 1
    assert enplan("verify", *access).code == 0


def test_the_file_to_write_must_be_named(enplan: Enplan, access: tuple[str | Path, ...]) -> None:
    outcome = enplan("export", *access)

    assert outcome.code == 2
    assert "--out" in outcome.err


def test_an_empty_store_exports_an_empty_file_that_comes_in_again(
    enplan: Enplan, empty_store: Path, password_file: Path, tmp_path: Path
) -> None:
    content = json.loads(exported(enplan, empty_store, password_file))
    file = written(tmp_path, content)

    assert content["cases"] == []
    assert enplan("import", file, "--store", empty_store, "--password-file", password_file).code == 0


def test_the_sample_is_in_the_repository_as_it_was_given() -> None:
    assert len([*places(sample())]) > 2000
    assert SAMPLE.stat().st_size == 93825


def test_an_export_says_how_many_scans_and_texts_on_health_are_not_in_it(
    enplan: Enplan, access: tuple[str | Path, ...], sample_store: Path, tmp_path: Path
) -> None:
    with Office(open_store(sample_store, password=PASSWORD)) as office, office.store.work() as unit:
        case = next(case for case in unit.cases.all() if any(plan.signed_on for plan in case.plans))
        plan = next(plan for plan in case.plans if plan.signed_on)
        content = b"%PDF-1.4"
        scan = a_scan(content)
        unit.scan_bytes.keep(content, scan.sha256)
        ill = Assessment(health="Kan ikke løfte tungt")
        changed_plan = replace(plan, scans=(scan,), assessment=ill)
        plans = tuple(changed_plan if one.id == plan.id else one for one in case.plans)
        unit.cases.save(replace(case, plans=plans))
        unit.commit()

    outcome = enplan("export", *access, "--out", tmp_path / "ud.json")

    assert "1 scan er ikke med i filen.\n" in outcome.out
    assert "1 tekst om helbred er ikke med i filen, fordi borgerens samtykke mangler.\n" in outcome.out
