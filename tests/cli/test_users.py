"""`enplan users`: who can open the store, from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.storage.store_keys import StoreKeys
from tests.cli.conftest import Enplan, a_password_file, actions_in_log
from tests.storage.builders import CHEAP, PASSWORD

HERS, ANOTHER = "fem helt andre ord her", "tredje sætning til alle"
Arguments = tuple[str | Path, ...]


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for change in (StoreKeys.add_user, StoreKeys.set_password):
        monkeypatch.setattr(change, "__defaults__", (CHEAP,))


@pytest.fixture
def hers(tmp_path: Path) -> Path:
    return a_password_file(tmp_path / "hendes", HERS.encode())


@pytest.fixture
def as_mette(empty_store: Path, password_file: Path) -> Arguments:
    return "--store", empty_store, "--password-file", password_file, "--user", "MJ"


@pytest.fixture
def as_karen(empty_store: Path, hers: Path) -> Arguments:
    return "--store", empty_store, "--password-file", hers, "--user", "KH"


@pytest.fixture
def karen(enplan: Enplan, as_mette: Arguments, hers: Path) -> str:
    """Somebody who was added; her initials come of her name."""
    outcome = enplan("users", "add", "Karen Holm", "--role", "caseworker", "--new-password-file", hers, *as_mette)
    assert outcome.code == 0, outcome
    assert outcome.out == "Karen Holm (KH) har adgang som sagsbehandler.\n"
    return "KH"


@pytest.mark.usefixtures("karen")
def test_everybody_is_listed(enplan: Enplan, as_mette: Arguments) -> None:
    table = enplan("users", "list", *as_mette)
    content = json.loads(enplan("users", "list", "--format", "json", *as_mette).out)

    assert table.out.splitlines() == ["MJ  Leder          Mette Jensen (dig selv)", "KH  Sagsbehandler  Karen Holm"]
    assert content["people"][1] == {
        "name": "Karen Holm",
        "initials": "KH",
        "role": "caseworker",
        "is_oneself": False,
    }


@pytest.mark.usefixtures("karen")
def test_who_may_not_is_told_who_may(enplan: Enplan, as_karen: Arguments) -> None:
    for command in (("list",), ("remove", "MJ"), ("role", "MJ", "--role", "auditor")):
        outcome = enplan("users", *command, *as_karen)

        assert (outcome.code, outcome.out) == (1, "")
        assert "Det kan: leder, administrator." in outcome.err


def test_another_role_holds_at_the_next_opening(
    enplan: Enplan, as_mette: Arguments, as_karen: Arguments, karen: str
) -> None:
    outcome = enplan("users", "role", karen.lower(), "--role", "administrator", *as_mette)

    assert outcome.out == "Karen Holm (KH) har rollen administrator fra næste oplåsning.\n"
    assert enplan("users", "list", *as_karen).code == 0


def test_a_forgotten_password_is_replaced(
    enplan: Enplan, as_mette: Arguments, as_karen: Arguments, hers: Path, karen: str, tmp_path: Path
) -> None:
    other = a_password_file(tmp_path / "ny", ANOTHER.encode())

    outcome = enplan("users", "password", karen, "--new-password-file", other, *as_mette)

    assert outcome.code == 0, outcome
    assert "Adgangskoden passer ikke" in enplan("users", "list", *as_karen).err
    hers.write_text(ANOTHER, encoding="utf-8")
    assert "bestemme, hvem der har adgang" in enplan("users", "list", *as_karen).err  # she is let in, as a caseworker


def test_who_is_removed_opens_nothing_and_it_is_in_the_log(
    enplan: Enplan, as_mette: Arguments, as_karen: Arguments, empty_store: Path, karen: str
) -> None:
    outcome = enplan("users", "remove", karen, *as_mette)

    assert outcome.code == 0, outcome
    assert "Lav en sikkerhedskopi" in outcome.out
    assert "Filen har ingen bruger, der hedder KH" in enplan("users", "list", *as_karen).err
    assert actions_in_log(empty_store).count("changed_access") >= 2
    assert enplan("verify", *as_mette).code == 0


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (("role", "ZZ", "--role", "auditor"), "Der er ingen bruger, der hedder ZZ"),
        (("role", "MJ", "--role", "auditor"), "Du kan ikke ændre din egen rolle"),
        (("remove", "Mette Jensen"), "eller fjerne dig selv"),
    ],
)
def test_what_is_refused_says_why(enplan: Enplan, as_mette: Arguments, command: Arguments, sentence: str) -> None:
    outcome = enplan("users", *command, *as_mette)

    assert (outcome.code, outcome.out) == (1, "")
    assert sentence in outcome.err


@pytest.mark.usefixtures("karen")
@pytest.mark.parametrize(("name", "initials"), [("Karen Holm", "XX"), ("Kurt Hansen", "KH")])
def test_a_name_that_is_taken_is_refused(
    enplan: Enplan, as_mette: Arguments, hers: Path, name: str, initials: str
) -> None:
    new = ("--role", "auditor", "--initials", initials, "--new-password-file", hers)

    outcome = enplan("users", "add", name, *new, *as_mette)

    assert outcome.code == 1
    assert "hedder allerede" in outcome.err
    assert len(enplan("users", "list", *as_mette).out.splitlines()) == 2


@pytest.mark.parametrize("command", [("add", "Anna Krogh"), ("add", " ", "--role", "auditor"), ("role", "MJ")])
def test_what_is_missing_is_wrong_use(enplan: Enplan, as_mette: Arguments, command: Arguments) -> None:
    outcome = enplan("users", *command, *as_mette)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("Forkert brug: ")


def test_the_new_password_is_taken_from_one_place(enplan: Enplan, as_mette: Arguments, hers: Path) -> None:
    add = ("users", "add", "Karen Holm", "--role", "auditor")

    without = enplan(*add, *as_mette)
    twice = enplan(*add, "--new-password-file", hers, "--new-password-stdin", *as_mette)
    hers.write_text("kort", encoding="utf-8")
    short = enplan(*add, "--new-password-file", hers, *as_mette)

    assert (without.code, twice.code, short.code) == (2, 2, 1)
    assert "--new-password-file" in without.err
    assert "--new-password-stdin" in twice.err
    assert "mindst 12 tegn" in short.err


def test_both_passwords_may_come_from_standard_input(
    enplan: Enplan, empty_store: Path, as_karen: Arguments, typed: Callable[[bytes], None]
) -> None:
    typed(f"{PASSWORD}\n{HERS}\n".encode())

    add = ("users", "add", "Karen Holm", "--role", "administrator", "--new-password-stdin")
    outcome = enplan(*add, "--password-stdin", "--store", empty_store)

    assert outcome.code == 0, outcome
    assert enplan("users", "list", *as_karen).code == 0
