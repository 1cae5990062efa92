"""`enplan demo`: made-up people in a store of their own, never among real cases."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Enplan, exported
from tests.cli.test_init import recovery_key_in

FEW = ("--cases", "12")


def test_a_store_is_made_and_filled(enplan: Enplan, tmp_path: Path, password_file: Path) -> None:
    store = tmp_path / "ny mappe" / "demo.store"

    outcome = enplan("demo", "--store", store, "--password-file", password_file, *FEW)

    assert (outcome.code, outcome.err) == (0, "")
    assert "12" in outcome.out.splitlines()[0]
    assert recovery_key_in(outcome.out)
    content = json.loads(exported(enplan, store, password_file))
    assert len(content["cases"]) == 12
    assert content["municipality"]["code"] == "999"


def test_an_empty_store_is_filled_and_its_recovery_key_not_shown_again(
    enplan: Enplan, empty_store: Path, password_file: Path
) -> None:
    outcome = enplan("demo", "--store", empty_store, "--password-file", password_file, *FEW)

    assert outcome.code == 0
    assert len(outcome.out.splitlines()) == 1
    assert len(json.loads(exported(enplan, empty_store, password_file))["cases"]) == 12


def test_a_store_with_cases_is_left_as_it_is(enplan: Enplan, sample_store: Path, password_file: Path) -> None:
    before = exported(enplan, sample_store, password_file)

    outcome = enplan("demo", "--store", sample_store, "--password-file", password_file, *FEW)

    assert (outcome.code, outcome.out) == (1, "")
    assert exported(enplan, sample_store, password_file) == before


def test_equal_seeds_give_equal_people(enplan: Enplan, tmp_path: Path, password_file: Path) -> None:
    def people(name: str, seed: int) -> bytes:
        store = tmp_path / name
        enplan("demo", "--store", store, "--password-file", password_file, *FEW, "--seed", str(seed))
        return exported(enplan, store, password_file)

    first = people("en.store", 7)

    assert people("to.store", 7) == first
    assert people("tre.store", 8) != first


def test_a_larger_demo_is_whole(enplan: Enplan, tmp_path: Path, password_file: Path) -> None:
    access = ("--store", tmp_path / "demo.store", "--password-file", password_file)
    enplan("demo", *access, "--cases", "120")

    assert enplan("verify", *access).code == 0
    assert len(json.loads(enplan("deadlines", *access, "--format", "json").out)) == 120 * 17


def test_no_made_up_number_could_be_somebodys(enplan: Enplan, tmp_path: Path, password_file: Path) -> None:
    store = tmp_path / "demo.store"
    enplan("demo", "--store", store, "--password-file", password_file, "--cases", "60")

    cases = json.loads(exported(enplan, store, password_file))["cases"]
    numbers = [case["citizen"]["cpr"] for case in cases if case["citizen"]["cpr"]]
    weights = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
    assert numbers
    assert all(sum(int(d) * w for d, w in zip(number, weights, strict=True)) % 11 for number in numbers)


@pytest.mark.parametrize("count", ["0", "-1", "100001", "mange"])
def test_a_number_of_cases_out_of_range_is_wrong_use(
    enplan: Enplan, tmp_path: Path, password_file: Path, count: str
) -> None:
    store = tmp_path / "demo.store"

    assert enplan("demo", "--store", store, "--password-file", password_file, "--cases", count).code == 2
    assert not store.exists()


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_without_room_for_a_demo_is_refused_and_leaves_nothing(
    enplan: Enplan, tmp_path: Path, password_file: Path, day: str
) -> None:
    store = tmp_path / "demo.store"

    assert enplan("demo", "--store", store, "--password-file", password_file, *FEW, "--as-of", day).code in {1, 2}
    assert not store.exists()
