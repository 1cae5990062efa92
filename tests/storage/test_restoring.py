"""Fetching a backup back: read only, checked first, what lay there kept, and nothing lost wherever it stops."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.application.errors import RestoreProblem, RestoreRefused, StoreRefusal, StoreRefused
from desktop_app.application.restore_backup import restore_backup
from desktop_app.storage import in_use
from desktop_app.storage.backup_folder import StoreBackupFolder
from desktop_app.storage.backup_list import found_backup, list_backups, newest_backup
from desktop_app.storage.key_file import key_path
from desktop_app.storage.set_aside import aside_path, exchange, journal_path
from desktop_app.storage.staged_backup import (
    Opening,
    StagedStore,
    open_in_place,
    stage_backup,
    staging_folder,
)
from desktop_app.storage.store import Store
from desktop_app.storage.verify import verify
from desktop_app.storage.whole_file import write_whole
from tests.command_line import CHECKOUT, surroundings
from tests.storage import killed_restore
from tests.storage.builders import MOMENT, PASSWORD, a_case, a_new_store, read, reopened, save_new
from tests.storage.test_holding import held_by_another_program

BY_PASSWORD = Opening(password=PASSWORD)
LATER = MOMENT + timedelta(days=1)


class Ground:
    """A store with two cases, and a backup of it that has the first alone."""

    def __init__(self, folder: Path) -> None:
        self.place, self.copies = folder / "sager" / "enplan.store", folder / "kopier"
        self.copies.mkdir()
        new = a_new_store(self.place)
        self.recovery_key = new.recovery_key
        with new.store as store:
            save_new(store, a_case("2026-001"))
            self.backup = Path(StoreBackupFolder(store, self.copies).make(MOMENT).path)
            save_new(store, a_case("2026-002"))

    def content(self) -> dict[str, bytes]:
        folders = (self.place.parent, self.copies)
        return {str(path): path.read_bytes() for folder in folders for path in folder.iterdir() if path.is_file()}

    @contextmanager
    def staged(self, opening: Opening = BY_PASSWORD, *, may_set_aside: bool = True) -> Iterator[StagedStore]:
        with stage_backup(self.backup, self.place, opening, may_set_aside=may_set_aside, clock=lambda: LATER) as staged:
            yield staged

    def restored(self, opening: Opening = BY_PASSWORD) -> Store:
        with self.staged(opening) as staged:
            self.report = restore_backup(staged=staged)
        return open_in_place(staged, lambda: LATER)


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    return Ground(tmp_path)


def numbers(store: Store) -> list[str]:
    return sorted(line.case_number for line in store.read.case_lines())


def problem_of(act: Callable[[], object]) -> RestoreProblem:
    with pytest.raises(RestoreRefused) as refused:
        act()
    return refused.value.problem


def refusal_of(act: Callable[[], object]) -> StoreRefused:
    with pytest.raises(StoreRefused) as refused:
        act()
    return refused.value


def stage(ground: Ground, opening: Opening = BY_PASSWORD, *, may_set_aside: bool = True) -> None:
    with ground.staged(opening, may_set_aside=may_set_aside):
        raise AssertionError("it was staged")


def test_what_is_fetched_back_is_what_the_backup_was(ground: Ground) -> None:
    with reopened(ground.backup) as backup:
        case = read(backup, "2026-001")

    with ground.restored() as store:
        assert numbers(store) == ["2026-001"]
        assert read(store, "2026-001") == case
        assert verify(store).is_sound
        assert store.warning is None
    assert ground.report.checked.cases == 1
    assert ground.report.checked.last_by == "Mette Jensen"


def test_what_lay_there_is_kept_whole_under_another_name(ground: Ground) -> None:
    before = ground.place.read_bytes()

    ground.restored().close()

    aside = Path(ground.report.set_aside)
    assert aside.name == "enplan.aside-2026-03-04T091200Z.store"
    assert aside.read_bytes() == before
    with reopened(aside) as store:
        assert numbers(store) == ["2026-001", "2026-002"]
        assert store.warning is None


def test_the_log_says_that_a_backup_was_fetched_back_and_by_what_it_was_opened(ground: Ground) -> None:
    with ground.restored(Opening(recovery_key=ground.recovery_key)) as store:
        actions = store.connection.rows("SELECT action, user FROM log ORDER BY seq")[-4:]

    assert actions == [
        (action, "Mette Jensen") for action in ("opened_store", "renewed_mark", "restored", "opened_store")
    ]


def test_it_goes_on_as_another_incarnation_of_the_same_device(ground: Ground) -> None:
    with ground.restored() as store:
        save_new(store, a_case("2026-003"))
        devices = [device for (device,) in store.connection.rows("SELECT DISTINCT device FROM log ORDER BY seq")]

    assert len(devices) == 2
    assert len({device.split(".")[0] for device in devices}) == 1


def test_a_backup_is_only_read(ground: Ground) -> None:
    before = {path.name: path.read_bytes() for path in ground.copies.iterdir()}

    ground.restored().close()

    assert {path.name: path.read_bytes() for path in ground.copies.iterdir()} == before


def test_nothing_of_the_way_there_is_left(ground: Ground) -> None:
    ground.restored().close()

    assert not staging_folder(ground.place).exists()
    assert not [path for path in ground.place.parent.iterdir() if path.name.endswith((".new", "-journal", ".json.new"))]


def test_on_an_empty_computer_nothing_is_set_aside(ground: Ground, tmp_path: Path) -> None:
    place = tmp_path / "ny" / "mappe" / "enplan.store"

    with stage_backup(ground.backup, place, BY_PASSWORD, may_set_aside=False) as staged:
        report = restore_backup(staged=staged)

    assert report.set_aside == ""
    with open_in_place(staged) as store:
        assert numbers(store) == ["2026-001"]
    if os.name == "posix":
        assert place.parent.stat().st_mode & 0o777 == 0o700
        assert place.stat().st_mode & 0o777 == 0o600


def test_keys_that_are_all_that_is_left_are_set_aside_too(ground: Ground) -> None:
    keys = key_path(ground.place).read_bytes()
    ground.place.unlink()

    ground.restored().close()

    assert key_path(Path(ground.report.set_aside)).read_bytes() == keys


def test_nothing_takes_the_place_of_a_store_unasked(ground: Ground) -> None:
    before = ground.content()

    assert problem_of(lambda: stage(ground, may_set_aside=False)) is RestoreProblem.IN_THE_WAY
    assert ground.content() == before


def test_the_file_itself_is_no_backup_of_it(ground: Ground) -> None:
    ground.backup = ground.place

    assert problem_of(lambda: stage(ground)) is RestoreProblem.SAME_FILE


@pytest.mark.parametrize("place", [0, 1500, 4096 * 20 + 1500, -1500])
def test_a_damaged_backup_is_not_used(ground: Ground, place: int) -> None:
    content = bytearray(ground.backup.read_bytes())
    content[place] ^= 1
    ground.backup.write_bytes(content)
    before = ground.content()

    assert problem_of(lambda: ground.restored().close()) is RestoreProblem.DAMAGED
    assert ground.content() == before
    assert not staging_folder(ground.place).exists()


def test_a_backup_cut_short_is_not_used(ground: Ground) -> None:
    ground.backup.write_bytes(ground.backup.read_bytes()[:-1000])

    assert problem_of(lambda: ground.restored().close()) is RestoreProblem.DAMAGED


@pytest.mark.parametrize(
    ("content", "refusal"), [(b"", StoreRefusal.EMPTY_FILE), (b"a text\n" * 900, StoreRefusal.NOT_A_STORE)]
)
def test_what_is_no_backup_is_not_used(ground: Ground, content: bytes, refusal: StoreRefusal) -> None:
    ground.backup.write_bytes(content)

    assert refusal_of(lambda: stage(ground)).refusal is refusal


def test_wrong_passwords_are_counted_where_the_store_lies(ground: Ground) -> None:
    wrong = Opening(password="noget helt andet her")  # noqa: S106 - opens nothing

    refusals = [refusal_of(lambda: stage(ground, wrong)).refusal for _ in range(4)]

    assert refusals == [*[StoreRefusal.WRONG_PASSWORD] * 3, StoreRefusal.TOO_SOON]
    assert not list(ground.copies.glob("*.attempts.json"))


def test_a_folder_is_no_place_for_a_store(ground: Ground) -> None:
    ground.place = ground.copies

    assert refusal_of(lambda: stage(ground)).refusal is StoreRefusal.IS_FOLDER


def test_a_store_that_this_program_has_open_is_not_touched(ground: Ground) -> None:
    with reopened(ground.place):
        assert refusal_of(lambda: stage(ground)).refusal is StoreRefusal.IN_USE


@pytest.mark.skipif(sys.platform == "win32", reason="there an open file cannot be renamed at all")
def test_a_store_that_another_program_has_open_is_not_touched(ground: Ground) -> None:
    with held_by_another_program(ground.place):
        refused = refusal_of(lambda: stage(ground))

    assert refused.refusal is StoreRefusal.IN_USE
    assert refused.details["user"] == "Mette Jensen"


@pytest.mark.skipif(sys.platform == "win32", reason="as above")
def test_a_store_opened_meanwhile_is_not_touched(ground: Ground) -> None:
    def restore_too_late() -> None:
        with ground.staged() as staged, held_by_another_program(ground.place):
            restore_backup(staged=staged)

    assert refusal_of(restore_too_late).refusal is StoreRefusal.IN_USE
    with reopened(ground.place) as store:
        assert numbers(store) == ["2026-001", "2026-002"]


@pytest.mark.skipif(sys.platform == "win32", reason="as above")
def test_a_store_that_is_only_to_be_read_is_held_by_nobody(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)

    in_use.refuse_in_use(ground.place)


@pytest.mark.parametrize("step", range(1, 5))
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_where_the_machine_says_no_the_old_store_lies_there_as_before(
    ground: Ground, monkeypatch: pytest.MonkeyPatch, step: int, number: int
) -> None:
    """The renaming fails once, at each of its steps: aside, the keys, the mark, the store."""
    before = ground.content()
    left = [step]
    rename, replace = Path.rename, Path.replace

    def failing(act: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
        def once(path: Path, target: Path) -> Path:
            if not path.name.endswith(".new"):  # those of whole small files are told of elsewhere
                left[0] -= 1
                if left[0] == 0:
                    raise OSError(number, os.strerror(number))
            return act(path, target)

        return once

    with ground.staged() as staged:
        staged.check()
        monkeypatch.setattr(Path, "rename", failing(rename))
        monkeypatch.setattr(Path, "replace", failing(replace))
        problem = problem_of(staged.put_in_place)
        monkeypatch.undo()

    expected = {errno.ENOSPC: RestoreProblem.DISK_FULL, errno.EACCES: RestoreProblem.READ_ONLY}
    assert problem is expected.get(number, RestoreProblem.UNREADABLE)
    after = ground.content()
    assert {name: after[name] for name in before} == before


def test_a_full_disk_on_the_way_leaves_nothing(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", fail)

    assert problem_of(lambda: stage(ground)) is RestoreProblem.DISK_FULL
    assert not staging_folder(ground.place).exists()


def test_a_journal_that_a_crash_left_goes_with_its_store(tmp_path: Path) -> None:
    place, new = tmp_path / "enplan.store", tmp_path / "ny" / "enplan.store"
    new.parent.mkdir()
    for path in (place, new):
        for beside in (path, key_path(path), path.with_name(path.name + ".mark")):
            beside.write_bytes(str(beside).encode())
    write_whole(journal_path(place), b"what mends the old one")

    aside = exchange(new, place, MOMENT)

    assert aside
    assert journal_path(aside).read_bytes() == b"what mends the old one"
    assert not journal_path(place).exists()
    assert place.read_bytes() == str(new).encode()


def test_no_two_stores_are_set_aside_under_one_name(tmp_path: Path) -> None:
    place = tmp_path / "enplan.store"
    first = aside_path(place, MOMENT)
    first.write_bytes(b"x")

    assert aside_path(place, MOMENT).name == "enplan.aside-2026-03-03T091200Z-2.store"


def test_the_backups_of_a_folder_are_told_without_opening_them(ground: Ground) -> None:
    with reopened(ground.place) as store:
        later = StoreBackupFolder(store, ground.copies).make(LATER)
    key_path(ground.backup).unlink()
    (ground.copies / "billede.png").write_bytes(b"x")

    newest, oldest = list_backups(ground.copies)

    assert newest.path == later.path
    assert (newest.made_at, newest.users, newest.was_checked) == (LATER, ("Mette Jensen",), True)
    assert newest.size == Path(later.path).stat().st_size
    assert (oldest.users, oldest.was_checked, oldest.can_be_opened) == ((), False, False)


def test_a_file_of_another_name_was_made_when_it_was_last_written(ground: Ground) -> None:
    os.utime(ground.place, (0, 0))

    found = found_backup(ground.place)

    assert found.made_at == datetime(1970, 1, 1, tzinfo=UTC)
    assert not found.was_checked


def test_the_newest_is_that_of_the_store_that_lies_there(ground: Ground, tmp_path: Path) -> None:
    with a_new_store(tmp_path / "andet" / "enplan.store").store as other:
        of_other = StoreBackupFolder(other, ground.copies).make(LATER)

    assert newest_backup(ground.copies, ground.place).path == str(ground.backup)
    assert newest_backup(ground.copies, tmp_path / "ingen.store").path == of_other.path


def test_a_folder_without_backups_is_told(tmp_path: Path) -> None:
    (tmp_path / "fil").write_bytes(b"x")

    for folder in (tmp_path, tmp_path / "væk", tmp_path / "fil"):
        assert problem_of(lambda folder=folder: list_backups(folder)) is RestoreProblem.NO_BACKUP  # type: ignore[misc]


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> Iterator[Path]:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", refuse)

    assert problem_of(lambda: list_backups(tmp_path)) is RestoreProblem.UNREADABLE


def killed(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", killed_restore.__name__, str(folder), *arguments],
        check=False,
        capture_output=True,
        cwd=CHECKOUT,
        env=surroundings(),
        text=True,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="no child can be forked there")
def test_killed_at_any_step_neither_the_last_good_backup_nor_the_cases_are_harmed(tmp_path: Path) -> None:
    done = killed(tmp_path)

    assert done.returncode == 0, done.stdout + done.stderr
    (_, restoring), (_, backing_up) = (line.split() for line in done.stdout.splitlines())
    assert int(restoring) > 40
    assert int(backing_up) > 20


@pytest.mark.skipif(sys.platform == "win32", reason="as above")
def test_an_exchange_that_deletes_first_is_found_out(tmp_path: Path) -> None:
    """The control: were every exchange found harmless, the test above would prove nothing."""
    done = killed(tmp_path, "careless")

    assert done.returncode != 0
    assert "AssertionError" in done.stderr
