"""The drill: the computer is gone. What is left is a backup on a USB stick and the paper in the box, nothing else."""

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.composition import Office
from desktop_app.storage.exchange_file import read_case_file
from desktop_app.storage.store import Store, open_store
from desktop_app.storage.verify import verify
from tests.cli.conftest import a_password_file
from tests.command_line import run_program
from tests.documents.reading import text_of
from tests.sample import AS_OF, SAMPLE
from tests.storage.builders import a_new_store, reopened

NEW_PASSWORD = "fem helt andre ord"  # noqa: S105 - of a store that lives for one test
GROUP = re.compile(r"Gruppe (\d) (\w{5})\b")


class Left:
    """What is left when the computer is gone: the backup on its stick, and the paper."""

    def __init__(self, folder: Path) -> None:
        self.stick = folder / "usb"
        self.stick.mkdir()
        computer = folder / "pc"
        new = a_new_store(computer / "enplan.store")
        with Office(new.store) as office:
            office.import_content(read_case_file(SAMPLE), AS_OF)
            office.print_plan("2026-001", AS_OF)
            self.paper = office.settings.recovery_sheet(new.recovery_key, AS_OF)
            office.backups.back_up(str(self.stick), datetime(2026, 11, 22, 8, 5, tzinfo=UTC))
        shutil.rmtree(computer)

    @property
    def backup(self) -> Path:
        [backup] = self.stick.glob("*.store")
        return backup

    def key_typed_from_the_paper(self) -> str:
        """Return the groups in the order of their numbers, typed as somebody does who is in a hurry."""
        return " ".join(group for _, group in sorted(GROUP.findall(text_of(self.paper)))).lower()


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    return Left(tmp_path_factory.mktemp("drill"))


def content_of(store: Store) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    """Yield every table with its rows; which incarnation writes is the one thing that is meant to differ."""
    for (name,) in store.connection.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"):
        columns = "id, device" if name == "store" else "*"
        yield name, store.connection.rows(f'SELECT {columns} FROM "{name}" ORDER BY 1')  # noqa: S608 - its own names


def test_with_the_backup_and_the_paper_alone_every_case_and_every_revision_is_there_again(
    left: Left, tmp_path: Path
) -> None:
    home, typed = tmp_path / "hjem", tmp_path / "skrevet"
    home.mkdir()
    typed.mkdir()
    key = a_password_file(typed / "nøgle", left.key_typed_from_the_paper().encode())
    password = a_password_file(typed / "ny", NEW_PASSWORD.encode())
    own = {name: str(home / folder) for name, folder in (("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"))}
    before = {path.name: path.read_bytes() for path in left.stick.iterdir()}

    outcome = run_program(
        *("recover", "--from", left.stick, "--recovery-key-file", key, "--password-file", password),
        environment={"HOME": str(home), **own},
    )

    assert (outcome.code, outcome.err) == (0, "")
    assert {path.name: path.read_bytes() for path in left.stick.iterdir()} == before
    [place] = home.rglob("enplan.store")
    with open_store(place, password=NEW_PASSWORD) as restored:
        assert verify(restored).is_sound
        assert restored.warning is None
        there = dict(content_of(restored))
        with restored.work() as unit:
            cases = unit.cases.all()
    with reopened(left.backup) as backup:
        seen = dict(content_of(backup))
        with backup.work() as unit:
            assert cases == unit.cases.all()
    assert len(cases) > 40
    opened_to_look = 2  # in the backup: that it was opened, and that it has no mark
    for name in ("log", "payloads"):
        assert there.pop(name)[: len(seen[name]) - opened_to_look] == seen.pop(name)[:-opened_to_look]
    assert there == seen
