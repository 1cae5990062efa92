"""Every foreseeable trouble is one Danish sentence on standard error, with exit code 1; wrong use is code 2."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from desktop_app.composition import Office
from desktop_app.storage.attempts import attempts_path
from desktop_app.storage.engine import connect
from desktop_app.storage.key_file import key_path
from desktop_app.storage.keys import unlock
from desktop_app.storage.schema import NEWEST
from tests.cli.conftest import Enplan, a_password_file
from tests.command_line import CHECKOUT, surroundings
from tests.storage import other_program
from tests.storage.builders import PASSWORD

COMMANDS = {
    "verify": ("verify",),
    "export": ("export", "--out", "ud.json"),
    "deadlines": ("deadlines",),
    "import": ("import", "sager.json"),
    "print": ("print", "--case", "2026-001", "--document", "plan", "--out", "ud.pdf"),
    "demo": ("demo",),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command should wrongly write lands here."""
    monkeypatch.chdir(tmp_path)


def set_version(store: Path, version: str) -> None:
    connection = connect(store, unlock(store, user=None, password=PASSWORD).key)
    with closing(connection):
        connection._raw.execute("UPDATE alembic_version SET version_num = ?", (version,))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def make_missing(store: Path) -> None:
    store.unlink()


def make_empty(store: Path) -> None:
    store.write_bytes(b"")


def make_folder(store: Path) -> None:
    store.unlink()
    store.mkdir()


def make_foreign(store: Path) -> None:
    store.write_bytes(b"SQLite format 3\0" + bytes(4096))


def cut(store: Path) -> None:
    store.write_bytes(store.read_bytes()[:-1])


def make_newer(store: Path) -> None:
    set_version(store, "0099")


def lose_keys(store: Path) -> None:
    key_path(store).unlink()


def damage_keys(store: Path) -> None:
    key_path(store).write_bytes(key_path(store).read_bytes().replace(b"wrapped", b"wrap", 1))


UNFIT = {
    "ingen fil med sager": make_missing,
    "er tom": make_empty,
    "er en mappe": make_folder,
    "er ikke en fil med sager": make_foreign,
    "er beskadiget": cut,
    "nyere version": make_newer,
    "Nøglefilen": lose_keys,
    "er beskadiget. Hent den": damage_keys,
}


@pytest.mark.parametrize(("sentence", "spoil"), UNFIT.items(), ids=[spoil.__name__ for spoil in UNFIT.values()])
@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "demo"])
def test_a_store_that_cannot_be_opened_is_one_sentence_and_left_alone(
    enplan: Enplan, empty_store: Path, password_file: Path, tmp_path: Path, sentence: str, spoil: object, command: str
) -> None:
    assert callable(spoil)
    spoil(empty_store)
    before = contents(tmp_path)

    outcome = enplan(*COMMANDS[command], "--store", empty_store, "--password-file", password_file)

    assert (outcome.code, outcome.out) == (1, "")
    assert sentence in outcome.err
    assert outcome.err.count("\n") == 1
    assert contents(tmp_path) == before


def test_a_newer_store_is_told_apart_by_both_versions(enplan: Enplan, empty_store: Path, password_file: Path) -> None:
    make_newer(empty_store)

    outcome = enplan("verify", "--store", empty_store, "--password-file", password_file)

    assert "0099" in outcome.err
    assert NEWEST in outcome.err


@pytest.mark.parametrize("command", COMMANDS)
def test_a_wrong_password_opens_nothing_and_touches_nothing(
    enplan: Enplan, empty_store: Path, tmp_path: Path, command: str
) -> None:
    wrong = a_password_file(tmp_path / "forkert", b"fire helt andre ord\n")
    before = contents(tmp_path)

    outcome = enplan(*COMMANDS[command], "--store", empty_store, "--password-file", wrong)

    assert (outcome.code, outcome.out) == (1, "")
    assert "Adgangskoden passer ikke" in outcome.err
    assert outcome.err.count("\n") == 1
    attempts_path(empty_store).unlink()
    assert contents(tmp_path) == before


@contextmanager
def held_by_another_program(store: Path) -> Iterator[None]:
    with subprocess.Popen(
        [sys.executable, "-m", other_program.__name__, str(store), PASSWORD],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=surroundings(),
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == b"open\n"
        yield
        other.kill()


def test_a_store_another_program_holds_is_refused_with_its_user(
    enplan: Enplan, empty_store: Path, password_file: Path
) -> None:
    with held_by_another_program(empty_store):
        before = contents(empty_store.parent)
        for command in COMMANDS.values():
            outcome = enplan(*command, "--store", empty_store, "--password-file", password_file)

            assert (outcome.code, outcome.out) == (1, "")
            assert "Mette Jensen" in outcome.err
            assert "åben" in outcome.err
            assert outcome.err.count("\n") == 1
        assert contents(empty_store.parent) == before


def test_when_the_other_program_has_ended_the_store_opens(
    enplan: Enplan, empty_store: Path, password_file: Path
) -> None:
    with held_by_another_program(empty_store):
        pass

    assert enplan("verify", "--store", empty_store, "--password-file", password_file).code == 0


@pytest.mark.parametrize(
    "arguments",
    [["ukendt"], ["verify", "--ukendt"], ["deadlines", "2026-11-22"], ["--ukendt"], ["verify", "--store"]],
    ids=" ".join,
)
def test_an_unknown_command_or_option_is_wrong_use(enplan: Enplan, arguments: list[str]) -> None:
    outcome = enplan(*arguments)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("Forkert brug: ")


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS), ["init"], ["tour"], ["rules", "explain"]])
def test_every_command_explains_itself(enplan: Enplan, command: list[str]) -> None:
    outcome = enplan(*command, "--help")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Usage: ")


def test_the_version_is_told(enplan: Enplan) -> None:
    assert enplan("--version").out.startswith("Én Plan ")


@pytest.mark.parametrize(
    "arguments",
    [["tour"], ["tour", "--out"], ["tour", "--out", "billeder", "--cases", "0"], ["tour", "--cases", "5"]],
    ids=" ".join,
)
def test_a_tour_needs_a_folder_and_at_least_one_case(enplan: Enplan, arguments: list[str], tmp_path: Path) -> None:
    assert enplan(*arguments).code == 2
    assert list(tmp_path.iterdir()) == []


def test_what_nobody_foresaw_is_told_without_a_word_of_it(
    enplan: Enplan, sample_store: Path, password_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_more: object) -> None:
        raise KeyError("Rima Al-Hassan 010190-0001")

    monkeypatch.setattr(Office, "deadlines", fail)

    outcome = enplan("deadlines", "--store", sample_store, "--password-file", password_file)

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("Der skete en fejl i programmet.")
    assert "KeyError" in outcome.err
    assert f"{__name__}:" in outcome.err
    assert "Rima" not in outcome.err
    assert "010190" not in outcome.err
