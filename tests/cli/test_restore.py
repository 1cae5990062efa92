"""`enplan restore` and `enplan recover`: what they checked, what they keep, and what they refuse."""

import re
from pathlib import Path

import pytest

from desktop_app.storage.key_file import key_path
from desktop_app.storage.recovery_key import read_back
from desktop_app.storage.store import open_store, open_with_recovery_key
from desktop_app.storage.store_keys import StoreKeys
from tests.cli.conftest import Enplan, a_password_file, actions_in_log
from tests.storage.builders import CHEAP, PASSWORD, a_case, a_new_store, save_new

NEW = "fem helt andre ord"
Access = tuple[str | Path, ...]


@pytest.fixture(autouse=True)
def cheap_new_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    assert StoreKeys.set_password.__defaults__
    monkeypatch.setattr(StoreKeys.set_password, "__defaults__", (CHEAP,))


class Team:
    """A store, a folder with a backup of it, and the paper in the box."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.place, self.copies = folder, folder / "sager" / "enplan.store", folder / "kopier"
        self.copies.mkdir()
        new = a_new_store(self.place)
        self.recovery_key = new.recovery_key
        with new.store as store:
            save_new(store, a_case("2026-001"))
        self.paper = a_password_file(folder / "nøgle", f"{new.recovery_key.lower()}\n".encode())
        self.password = a_password_file(folder / "gammel", f"{PASSWORD}\n".encode())
        self.new_password = a_password_file(folder / "ny", f"{NEW}\n".encode())

    @property
    def access(self) -> Access:
        return ("--store", self.place, "--password-file", self.password)

    def cases(self, password: str = PASSWORD) -> list[str]:
        with open_store(self.place, password=password) as store:
            return [line.case_number for line in store.read.case_lines()]


@pytest.fixture
def team(tmp_path: Path, enplan: Enplan) -> Team:
    team = Team(tmp_path)
    assert enplan("backup", *team.access, "--to", team.copies).code == 0
    with open_store(team.place, password=PASSWORD) as store:
        save_new(store, a_case("2026-002"))
    return team


def test_the_newest_backup_of_a_folder_takes_the_place_and_what_lay_there_is_kept(enplan: Enplan, team: Team) -> None:
    outcome = enplan("restore", *team.access, "--from", team.copies, "--move-aside")

    assert (outcome.code, outcome.err) == (0, "")
    found, checked, last, placed, aside = outcome.out.splitlines()
    [backup] = team.copies.glob("*.store")
    assert found.startswith(f"Fandt sikkerhedskopien {backup} fra ")
    assert found.endswith("Kontrolleret: ja, da den blev lavet. Åbnes af: Mette Jensen.")
    assert re.fullmatch(rf"Kontrollerede sikkerhedskopien {backup.name}: \d+ sider, .*, 1 sag\.", checked)
    assert "Mette Jensen" in last
    assert placed.startswith(f"Den ligger nu på {team.place}, ")
    [kept] = team.place.parent.glob("enplan.aside-*.store")
    assert aside == f"Det, der lå der før, er gemt som {kept}."
    assert team.cases() == ["2026-001"]
    assert actions_in_log(team.place)[-4:-2] == ["restored", "opened_store"]


def test_without_being_told_to_it_moves_nothing_aside(enplan: Enplan, team: Team) -> None:
    outcome = enplan("restore", *team.access, "--from", team.copies)

    assert outcome.code == 1
    assert outcome.err.startswith(f"Der ligger allerede sager på {team.place}, og de er ikke rørt. Sig --move-aside")
    assert team.cases() == ["2026-001", "2026-002"]


def test_on_an_empty_computer_the_paper_alone_opens_it(enplan: Enplan, team: Team) -> None:
    [backup] = team.copies.glob("*.store")
    team.place = team.folder / "ny pc" / "enplan.store"

    outcome = enplan("restore", "--store", team.place, "--recovery-key-file", team.paper, "--from", backup)

    assert (outcome.code, outcome.err) == (0, "")
    assert team.cases() == ["2026-001"]


def test_recovering_from_a_backup_sets_a_new_password_and_the_old_one_opens_nothing(enplan: Enplan, team: Team) -> None:
    team.place = team.folder / "ny pc" / "enplan.store"

    outcome = enplan(
        *("recover", "--store", team.place, "--recovery-key-file", team.paper),
        *("--password-file", team.new_password, "--from", team.copies),
    )

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[-2:] == [
        "Mette Jensen har fået en ny adgangskode. Den gamle åbner ikke mere.",
        "Nødnøglen er den samme som før. Læg papiret tilbage i boksen.",
    ]
    assert team.cases(NEW) == ["2026-001"]
    assert enplan("verify", *team.access).code == 1
    open_with_recovery_key(team.place, recovery_key=team.recovery_key).close()


def test_recovering_in_place_leaves_the_cases_as_they_are(enplan: Enplan, team: Team) -> None:
    outcome = enplan(
        *("recover", "--store", team.place, "--recovery-key-file", team.paper, "--password-file", team.new_password)
    )

    assert (outcome.code, outcome.err) == (0, "")
    assert team.cases(NEW) == ["2026-001", "2026-002"]


def test_in_a_store_that_is_only_read_no_password_is_changed(enplan: Enplan, team: Team) -> None:
    old = team.place.read_bytes()
    with open_store(team.place, password=PASSWORD) as store:
        save_new(store, a_case("2026-003"))
    team.place.write_bytes(old)

    outcome = enplan(
        *("recover", "--store", team.place, "--recovery-key-file", team.paper, "--password-file", team.new_password)
    )

    assert outcome.code == 1
    assert "filen med sagerne er kun åben til læsning" in outcome.err
    assert team.cases() == ["2026-001", "2026-002"]


@pytest.mark.parametrize("is_from_backup", [True, False])
def test_a_new_recovery_key_is_shown_once_and_the_old_paper_opens_nothing(
    enplan: Enplan, team: Team, *, is_from_backup: bool
) -> None:
    source = ("--from", team.copies, "--move-aside") if is_from_backup else ()

    outcome = enplan(
        *("recover", "--store", team.place, "--recovery-key-file", team.paper, "--new-recovery-key"),
        *("--password-file", team.new_password, *source),
    )

    assert outcome.code == 0
    [shown] = re.findall(r"^    (\S+)$", outcome.out, re.MULTILINE)
    assert read_back(shown)
    open_with_recovery_key(team.place, recovery_key=shown).close()
    refused = enplan(
        *("recover", "--store", team.place, "--recovery-key-file", team.paper, "--password-file", team.password)
    )
    assert refused.code == 1
    assert refused.err.startswith("Nødnøglen passer ikke.")


def test_a_password_that_is_too_short_changes_nothing(enplan: Enplan, team: Team) -> None:
    short = a_password_file(team.folder / "kort", b"kort\n")
    before = team.place.read_bytes()

    outcome = enplan(
        *("recover", "--store", team.place, "--recovery-key-file", team.paper, "--password-file", short),
        *("--from", team.copies, "--move-aside"),
    )

    assert outcome.code == 1
    assert outcome.err.startswith("Adgangskoden skal have mindst")
    assert team.place.read_bytes() == before
    assert not list(team.place.parent.glob("*aside*"))


def test_a_mistyped_group_is_named(enplan: Enplan, team: Team) -> None:
    wrong = a_password_file(team.folder / "forkert", b"7Q3KD-00001\n")

    outcome = enplan(
        *("restore", "--store", team.place, "--recovery-key-file", wrong, "--from", team.copies, "--move-aside")
    )

    assert outcome.code == 1
    assert outcome.err.startswith("Gruppe 1 i nødnøglen er ikke, som den står på papiret.")


def test_a_folder_without_backups_is_told(enplan: Enplan, team: Team) -> None:
    outcome = enplan("restore", *team.access, "--from", team.place.parent)

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith(f"Der ligger ingen sikkerhedskopi i mappen {team.place.parent}.")


def test_a_place_where_nothing_is_is_told(enplan: Enplan, team: Team) -> None:
    outcome = enplan("restore", *team.access, "--from", team.folder / "væk")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith(f"{team.folder / 'væk'} kunne ikke læses.")


def test_a_backup_without_its_keys_is_told(enplan: Enplan, team: Team) -> None:
    [backup] = team.copies.glob("*.store")
    key_path(backup).unlink()

    outcome = enplan("restore", *team.access, "--from", backup, "--move-aside")

    assert outcome.code == 1
    assert "Åbnes af: ingen: nøglefilen mangler eller er beskadiget." in outcome.out
    assert key_path(backup).name in outcome.err


def test_the_recovery_key_must_come_from_somewhere(enplan: Enplan, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)

    assert enplan("recover", "--store", team.place, "--password-file", team.new_password).code == 2
