"""What is done to a store while its disk fails: acts in steps, each acknowledged, and how many are there afterwards.

An act is prepared once; every trial has a copy of its folder. A step is there wholly or not at all, and done again it
does nothing a second time.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desktop_app.application.errors import StoreRefused, UnknownUser
from desktop_app.application.store_mark import MarkState
from desktop_app.composition import Office, ProgramLaw
from desktop_app.domain.case import Note
from desktop_app.storage.engine import connect
from desktop_app.storage.key_file import key_path
from desktop_app.storage.keys import list_users, unlock, unlock_with_recovery_key
from desktop_app.storage.presence import is_left_of
from desktop_app.storage.rotation import ROTATING
from desktop_app.storage.schema import NEWEST, schema_version
from desktop_app.storage.store import Store, open_store, open_unlocked
from desktop_app.storage.verify import verify
from tests.sample import AS_OF, part_of_sample, sample
from tests.storage.builders import CHEAP, MOMENT, PASSWORD, a_case, a_full_case, a_new_store, save_new
from tests.storage.old_stores import make_0005

STORE = "enplan.store"
NEW_PASSWORD = "fem andre tilfældige ord"  # noqa: S105 - of stores that live as long as a trial
COLLEAGUE = "Sofie Holm"
KEPT_BY_LEAVER = "taget-med.store"
CHANGED, DRAFT = "0", "kladde"
IMPORTED = 6
_ROTATIONS = "SELECT body FROM log JOIN payloads USING (seq) WHERE body LIKE '%key_rotated%'"
FIRST_BACKUP = datetime(2026, 11, 20, 8, tzinfo=UTC)


class Half(AssertionError):
    """What was done is there in part, or what was there before is gone."""


class Lost(Half):
    """The mark beside the store knows of more than is in it."""


class Bench:
    """The folder of one trial, and the office while it is open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / STORE
        self._office: Office | None = None

    @property
    def office(self) -> Office:
        """The open office, which is opened where it is not."""
        if self._office is None:
            self._office = Office(_opened(self.path, PASSWORD), _law())
        return self._office

    @property
    def store(self) -> Store:
        """Its store."""
        return self.office.store

    @property
    def is_open(self) -> bool:
        """Whether the office is open by now."""
        return self._office is not None

    def found(self) -> None:
        """Make the store, and open the office over it."""
        made = a_new_store(self.path, recovery_key=_recovery_keys()[0])
        self._office = Office(made.store, _law())

    def close(self) -> None:
        """Close it."""
        if self._office is not None:
            self._office.close()


Step = Callable[[Bench], object]


@dataclass(frozen=True, slots=True)
class Act:
    """`done` opens what a trial left, as whoever comes next does, and returns how many steps are there.

    It raises `Half`, or what the program itself says of a store it does not open.
    """

    name: str
    prepare: Callable[[Path], object]
    steps: Sequence[Step]
    done: Callable[[Path], int]
    is_open_before: bool = True


@cache
def _law() -> ProgramLaw:
    law = ProgramLaw()
    law.in_force  # noqa: B018 - read once for all trials
    return law


def _opened(path: Path, password: str) -> Store:
    return open_store(path, user="Mette Jensen", password=password, clock=lambda: MOMENT)


@contextmanager
def _found_sound(path: Path, password: str = PASSWORD) -> Iterator[Store]:
    """Open a store without help, and see that nothing in it is amiss."""
    with _opened(path, password) as store:
        if store.warning and store.warning.state is MarkState.BEHIND:
            raise Lost(f"{store.warning.missing} entries are missing")
        if store.warning:
            raise Half(f"the mark says {store.warning.state}")
        if findings := verify(store).findings:
            raise Half(f"verify finds {findings}")
        yield store


def _prepare_store(folder: Path) -> None:
    with a_new_store(folder / STORE, recovery_key=_recovery_keys()[0]).store as store:
        save_new(store, *(a_full_case(f"{number}") for number in range(4)))


@cache
def _recovery_keys() -> tuple[str, str]:
    from desktop_app.storage.recovery_key import printed  # noqa: PLC0415 - nothing else here prints

    return printed(bytes(range(20))), printed(bytes(range(20, 40)))


def _note(number: int) -> Note:
    return Note(id=f"note-{number}", on=AS_OF, text=f"Bemærkning {number}")


def _save(bench: Bench, number: int) -> None:
    """Change one case and add another in one transaction."""
    with bench.store.work() as unit:
        case = unit.cases.by_number(CHANGED)
        if _note(number).id in {note.id for note in case.notes}:
            return
        unit.cases.save(replace(case, notes=(*case.notes, _note(number))))
        unit.cases.add(a_case(f"ny {number}"))
        unit.commit()


def _saved(folder: Path) -> int:
    with _found_sound(folder / STORE) as store, store.work() as unit:
        added = sorted(number for number in unit.cases.numbers() if number.startswith("ny "))
        notes = [note.id for note in unit.cases.by_number(CHANGED).notes if note.id.startswith("note-")]
    if [number.removeprefix("ny ") for number in added] != sorted(note.removeprefix("note-") for note in notes):
        raise Half(f"{added} beside {notes}")
    return len(added)


def _keep_draft(bench: Bench, number: int) -> None:
    text = "x" * 700 * number
    bench.office.drafts.keep(
        screen="follow_up", subject=CHANGED, content={"note": text}, based_on={CHANGED: 1}, draft_id=DRAFT
    )


def _drafts_kept(folder: Path) -> int:
    with _found_sound(folder / STORE) as store:
        drafts = Office(store).drafts.mine()
    return max((len(draft.content["note"]) // 700 for draft in drafts), default=0)


@cache
def _brought() -> dict[str, Any]:
    return part_of_sample(*(case["case_number"] for case in sample()["cases"][:IMPORTED]))


def _import(bench: Bench, phone: str) -> None:
    content = _brought()
    if phone:
        cases = [case | {"citizen": case["citizen"] | {"phone": phone}} for case in content["cases"]]
        content = content | {"cases": cases}
    bench.office.import_content(content, AS_OF, update=True)


def _imported(folder: Path) -> int:
    wanted = {case["case_number"] for case in _brought()["cases"]}
    with _found_sound(folder / STORE) as store, store.work() as unit:
        cases = [case for case in unit.cases.all() if case.case_number in wanted]
    updated = sum(case.citizen.phone == "11 22 33 44" for case in cases)
    if len(cases) not in {0, IMPORTED} or updated not in {0, IMPORTED}:
        raise Half(f"{len(cases)} of {IMPORTED} came in, {updated} were updated")
    return (len(cases) + updated) // IMPORTED


def _prepare_old_store(folder: Path) -> None:
    for file in make_0005.STORE.parent.iterdir():
        shutil.copy(file, folder / file.name)


def _migrate(bench: Bench) -> None:
    open_store(bench.path, password=make_0005.PASSWORD, clock=lambda: MOMENT).close()


def _migrated(folder: Path) -> int:
    """Opening brings it up to date, if that had not been done: what counts is that nothing is lost either way."""
    with open_store(folder / STORE, password=make_0005.PASSWORD, clock=lambda: MOMENT) as store:
        if findings := verify(store).findings:
            raise Half(f"verify finds {findings}")
        with store.work() as unit:
            found = {case.case_number: case.citizen for case in unit.cases.all()}
        if schema_version(store.connection) != NEWEST or len(found) != len(make_0005.cases()):
            raise Half(f"{found.keys()} in version {schema_version(store.connection)}")
    return 1


def _change_password(bench: Bench) -> None:
    bench.store.keys.set_password("Mette Jensen", NEW_PASSWORD, CHEAP)


def _let_in(bench: Bench) -> None:
    if COLLEAGUE not in {user.name for user in bench.store.keys.users()}:
        bench.store.keys.add_user(COLLEAGUE, "SH", PASSWORD, CHEAP)


def _change_recovery_key(bench: Bench) -> None:
    bench.store.keys.set_recovery_key(_recovery_keys()[1])


def _keys_changed(folder: Path) -> int:
    path = folder / STORE
    is_new = not _opens(partial(unlock, path, user="Mette Jensen", password=PASSWORD))
    is_in = len(list_users(path)) > 1
    old_key, new_key = (
        _opens(partial(unlock_with_recovery_key, path, user="Mette Jensen", typed=key)) for key in _recovery_keys()
    )
    with _found_sound(path, NEW_PASSWORD if is_new else PASSWORD):
        pass
    if old_key is new_key or (is_in and not _opens(partial(unlock, path, user=COLLEAGUE, password=PASSWORD))):
        raise Half(f"recovery keys {old_key}, {new_key}, colleague {is_in}")
    return is_new + is_in + new_key


def _prepare_team(folder: Path) -> None:
    _prepare_store(folder)
    with _opened(folder / STORE, PASSWORD) as store:
        store.keys.add_user(COLLEAGUE, "SH", PASSWORD, CHEAP)
    shutil.copy(key_path(folder / STORE), key_path(folder / KEPT_BY_LEAVER))


def _remove(bench: Bench) -> None:
    with suppress(UnknownUser):  # it failed when it was done already
        bench.store.remove_user(COLLEAGUE)


def _rotate(bench: Bench) -> None:
    bench.store.rotate_key()


def _rotated(folder: Path) -> int:
    """Whoever stays gets in with password and recovery key; whoever left does not, not with what they kept either."""
    path, kept = folder / STORE, unlock(folder / KEPT_BY_LEAVER, user=COLLEAGUE, password=PASSWORD)
    with TemporaryDirectory() as copy:
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        gets_in = _opens(lambda: open_store(Path(copy) / STORE, user=COLLEAGUE, password=PASSWORD).close())
        gets_in_by_what_was_kept = _opens(lambda: connect(Path(copy) / STORE, kept.key).close())
    with _found_sound(path) as store:
        generation = store.keys.generation
        is_in = COLLEAGUE in {user.name for user in store.keys.users()}
        with store.work() as unit:
            cases = unit.cases.numbers()
        entries = [body for (body,) in store.connection.rows(_ROTATIONS)]
    recovered = unlock_with_recovery_key(path, user="Mette Jensen", typed=_recovery_keys()[0])
    with open_unlocked(recovered) as store:
        if store.warning or store.keys.key != recovered.key:
            raise Half("the recovery key opens another store")
    if not gets_in == gets_in_by_what_was_kept == is_in == (generation == 0):
        raise Half(f"gets in {gets_in}, {gets_in_by_what_was_kept}, is in {is_in}, keys {generation}")
    if len(cases) != 4 or len(entries) != generation or path.with_name(path.name + ROTATING).exists():
        raise Half(f"{len(cases)} cases, {len(entries)} entries, keys {generation}")
    return min(generation, 2)


def _opens(unlocking: Callable[[], object]) -> bool:
    try:
        unlocking()
    except StoreRefused:
        return False
    return True


def _prepare_backups(folder: Path) -> None:
    _prepare_store(folder)
    (folder / "kopier").mkdir(mode=0o700)
    with _opened(folder / STORE, PASSWORD) as store:
        Office(store).backups.back_up(str(folder / "kopier"), FIRST_BACKUP)


def _back_up(bench: Bench, number: int) -> None:
    bench.office.backups.back_up(str(bench.folder / "kopier"), FIRST_BACKUP + timedelta(hours=number))


def _backed_up(folder: Path) -> int:
    with _found_sound(folder / STORE):
        pass
    backups = sorted((folder / "kopier").glob("*.store"))
    for backup in backups:
        with _opened(backup, PASSWORD) as copy:  # it has no mark beside it, and says so
            if findings := verify(copy).findings:
                raise Half(f"{backup.name}: {findings}")
    if not backups or "2026-11-20T080000Z" not in backups[0].name:
        raise Half(f"the earlier backup is gone: {backups}")
    return len(backups) - 1


def _prepare_nothing(folder: Path) -> None:
    """Leave the folder as it is on a new computer."""


def _found(bench: Bench) -> None:
    if not bench.is_open:
        bench.found()


def _save_first(bench: Bench) -> None:
    with bench.store.work() as unit:
        is_there = bool(unit.cases.numbers())
    if not is_there:
        save_new(bench.store, a_case("første"))


def _founded(folder: Path) -> int:
    """A store is there whole, or one can begin anew as if none had been tried."""
    bench = Bench(folder)
    if not is_left_of(bench.path):
        bench.found()
        bench.close()
        with _found_sound(bench.path):
            return 0
    with _found_sound(bench.path) as store, store.work() as unit:
        return 1 + len(unit.cases.numbers())


ACTS = (
    Act("founding", _prepare_nothing, [_found, _save_first], _founded, is_open_before=False),
    Act("save", _prepare_store, [partial(_save, number=number) for number in (1, 2, 3)], _saved),
    Act("autosave", _prepare_store, [partial(_keep_draft, number=number) for number in (1, 2, 3)], _drafts_kept),
    Act("import", _prepare_store, [partial(_import, phone=phone) for phone in ("", "11 22 33 44")], _imported),
    Act("migration", _prepare_old_store, [_migrate], _migrated, is_open_before=False),
    Act("keys", _prepare_store, [_change_password, _let_in, _change_recovery_key], _keys_changed),
    Act("rotation", _prepare_team, [_remove, _rotate], _rotated),
    Act("backup", _prepare_backups, [partial(_back_up, number=number) for number in (1, 2)], _backed_up),
)
