"""A store: making one, opening one, and what an open one offers."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from desktop_app.application.access_errors import RemovingOneself
from desktop_app.application.errors import StorageTrouble, StorageUnavailable, StoreRefusal, StoreRefused
from desktop_app.application.limited_reading import reading_for
from desktop_app.application.permission import NotAllowed, permit
from desktop_app.application.ports import LogAction, ReadModel, UnitOfWork
from desktop_app.application.store_mark import MarkWarning
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.role import Act, Role, hides_names, role_of
from desktop_app.storage.attempts import count_failure, forget_attempts, read_attempts, seconds_to_wait
from desktop_app.storage.engine import connect, create_file, refuse_foreign_file
from desktop_app.storage.holder import Holder, computer_name, holder_path, remove_holder, write_holder
from desktop_app.storage.journal import Clock, Writer
from desktop_app.storage.key_file import SlotKind, StoreUser, key_file_bytes
from desktop_app.storage.key_slots import KdfCost
from desktop_app.storage.keys import UnlockedStore, first_keys, unlock, unlock_with_recovery_key
from desktop_app.storage.location import refuse_unsuitable_location
from desktop_app.storage.machine_errors import machine_errors
from desktop_app.storage.member_store import read_members
from desktop_app.storage.presence import refuse_existing, refuse_no_store, unfinished_keys_path
from desktop_app.storage.read_queries import StoreReadModel
from desktop_app.storage.rotation import Also, Rotation
from desktop_app.storage.schema import NEWEST, create_schema, read_device, renew_incarnation, schema_version
from desktop_app.storage.stopped_rotation import connected, end_of_rotation, put_keys_right
from desktop_app.storage.store_connection import StoreConnection
from desktop_app.storage.store_files import finish, folders_for, nothing_left_behind, remove_files, remove_unfinished
from desktop_app.storage.store_keys import StoreKeys
from desktop_app.storage.unit_of_work import SqlUnitOfWork
from desktop_app.storage.verified_copy import CheckedCopy, copy_verified
from desktop_app.storage.watermark import Watermark
from desktop_app.storage.whole_file import write_new


def now() -> datetime:
    """Return the moment, as the computer's clock has it."""
    return datetime.now(UTC)


def _nothing(_unit: UnitOfWork) -> None:
    """Stand for what goes with a change of the key where nothing does."""


class Store:
    """An open store, held by one user of this program until it is closed. It belongs to the thread it was opened on."""

    def __init__(self, connection: StoreConnection, unlocked: UnlockedStore, clock: Clock, mark: Watermark) -> None:
        self.path = connection.path
        self.user: StoreUser = unlocked.user
        self.keys = StoreKeys(unlocked, self._is_reading_only)
        given = {member.id: member.role for member in read_members(connection)}
        self.role: Role | None = role_of(unlocked.user.id, given)
        self.read: ReadModel = reading_for(self.role, StoreReadModel(connection))
        self.connection = connection
        self.warning: MarkWarning | None = mark.warning()
        self._mark = mark
        self._rotation = Rotation(connection, self.keys, mark)
        self._writer = Writer(unlocked.user.name, read_device(connection), clock)
        self._is_open = True

    def work(self, act: Act | None = None) -> SqlUnitOfWork:
        """Begin a unit of work for an act (`application.ports.Work`), or for what the program itself does.

        Raises:
            NotAllowed: the user's role does not let them do it; the log says that it was refused.
            StorageUnavailable: that could not be written; or the file was closed to change its key, and still cannot
                be opened again.
        """
        self._rotation.hold()
        if act is None:
            return SqlUnitOfWork(self.connection, self._writer, self._mark)
        try:
            permit(self.role, act)
        except NotAllowed:
            with self.work() as unit:
                unit.note(LogAction.REFUSED, act=act.value)
                unit.commit()
            raise
        return SqlUnitOfWork(self.connection, self._writer, self._mark, is_nameless=hides_names(self.role))

    @contextmanager
    def accepted(self) -> Iterator[None]:
        """Go on in a store that is not the one that was last worked in (`application.store_mark.MarkedStore`).

        Raises:
            StorageUnavailable: DAMAGED, the store does not hold together; it stays as it was.
        """
        from desktop_app.storage.verify import verify  # noqa: PLC0415 - it takes a store

        if not verify(self).is_sound:
            raise StorageUnavailable(StorageTrouble.DAMAGED, str(self.path))
        was_reading_only = self.connection.is_reading_only
        self.connection.restrict_to_reading(is_reading_only=False)
        try:
            yield
        except BaseException:
            self.connection.restrict_to_reading(is_reading_only=was_reading_only)
            raise
        self.warning = None

    def copy_to(self, target: Path) -> CheckedCopy:
        """Copy the whole store, encrypted with its own key, and compare the copy before it gets its name.

        Raises:
            StorageUnavailable: the copy could not be written, or is not what the store is; nothing new is left.
        """
        return copy_verified(self.connection, self.keys.key, target)

    def initials_of(self, name: str) -> str:
        """Return the initials of a user, the name itself where nobody has it any more.

        Raises:
            StoreRefused, StorageUnavailable: the keys cannot be read.
        """
        return next((user.initials for user in self.keys.users() if user.name == name), name)

    def rename_user(self, name: str, initials: str, password: str) -> StoreUser:
        """Give the user at work another name and other initials, in what is written from now on too.

        Raises:
            StoreRefused, UserNameTaken, ValueError, StorageUnavailable: as `StoreKeys.rename_user` says.
        """
        self.user = self.keys.rename_user(self.user.name, name, initials, password)
        self._writer = self._writer._replace(user=self.user.name)
        return self.user

    def remove_user(self, user: str, also: Also = _nothing) -> None:
        """Take a user's slot away, and change the store's key so that nothing they ever had opens it.

        `also` writes what goes with it, in the unit of work that notes the change: both are done, or neither. No unit
        of work may be open. It takes as long as a backup.

        Raises:
            UnknownUser: nobody has this name or these initials.
            LastUser: nobody else could unlock the store with a password.
            RemovingOneself: it is the user at work.
            KeyRotationWaits: for some who stay the new key cannot be sealed yet.
            StorageUnavailable: the machine could not write; READING_ONLY, the store is only read.
        """
        self._rotation.hold()  # an earlier attempt may have gone further than it could tell
        gone = self.keys.leaver(user)
        if gone.id == self.user.id:
            raise RemovingOneself(gone.name)
        self._rotate(also, gone)

    def rotate_key(self, also: Also = _nothing) -> None:
        """Change the store's key, for instance since a computer with a copy of the store was stolen.

        Passwords and the recovery key stay as they are; a copy that was taken stays readable with them.

        Raises:
            KeyRotationWaits, StorageUnavailable: as `remove_user` says.
        """
        self._rotate(also)

    def _rotate(self, also: Also, gone: StoreUser | None = None) -> None:
        self._rotation.run(self._writer, also, gone)

    def _is_reading_only(self) -> bool:
        return self.connection.is_reading_only

    def begin_incarnation(self) -> None:
        """Write from now on as another incarnation than the one this store is a copy of.

        Raises:
            StorageUnavailable: the machine could not write.
        """
        with self.work() as unit:
            renew_incarnation(self.connection)
            unit.commit()
        self._writer = self._writer._replace(device=read_device(self.connection))

    def close(self) -> None:
        """Let others have the file. Closing twice does nothing."""
        if self._is_open:
            self._is_open = False
            if not self.connection.is_reading_only:
                self._mark.close()
            remove_holder(self.path)  # before the lock goes: afterwards it could be the next one's
            self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class NewStore:
    """A store that was just made, and its recovery key, which stands nowhere else."""

    store: Store
    recovery_key: str


def create_store(
    path: Path,
    *,
    user: str,
    initials: str,
    password: str,
    municipality: Municipality,
    recovery_key: str | None = None,
    cost: KdfCost = KdfCost(),  # noqa: B008 - frozen
    clock: Clock = now,
) -> NewStore:
    """Make a store for a municipality and its first user, and the folders it lies in.

    `recovery_key` is one that was shown and printed beforehand; without it one is drawn. A failure leaves nothing
    behind.

    Raises:
        StoreRefused: EXISTS or IS_FOLDER, NETWORK_FOLDER or SYNCHRONISED_FOLDER, UNSUITABLE_LIBRARY.
        PasswordTooShort: the password is not long enough.
        ValueError: the user's name or initials are empty or hold control characters.
        StorageUnavailable: the machine could not write.
    """
    path = Path(path).absolute()
    refuse_unsuitable_location(path)
    path = path.resolve()
    refuse_existing(path)
    keys = first_keys(str(uuid.uuid4()), StoreUser(user, initials), password, cost, recovery_key)
    unlocked = UnlockedStore(path, keys.key, keys.file.users[0], SlotKind.PASSWORD)
    with machine_errors(path), folders_for(path):
        remove_unfinished(path)
        write_new(unfinished_keys_path(path), key_file_bytes(keys.file))
        try:
            create_file(path)
        except BaseException:
            unfinished_keys_path(path).unlink(missing_ok=True)
            raise
        with nothing_left_behind(path):
            connection = connect(path, keys.key, is_new=True)
            try:
                create_schema(connection, keys.file.store)
                store = _begin(connection, unlocked, clock, municipality)
                connection.refuse_gone()
                finish(path)
            except BaseException:
                connection.close()
                raise
    return NewStore(store, keys.recovery_key)


def open_store(path: Path, *, user: str | None = None, password: str, clock: Clock = now) -> Store:
    """Open a store with a password. `user` is a name or initials; None means the only user there is.

    An older store is brought up to this program's schema first; a copy of it stays beside it. One that is not the store
    that was last worked in is opened to be read (`Store.warning`).

    Raises:
        StoreRefused: why the store stays closed; its files are as they were.
        StorageUnavailable: the machine could not read or write.
    """
    path = check_store(path)
    if wait := seconds_to_wait(path, clock()):
        raise StoreRefused(StoreRefusal.TOO_SOON, path=str(path), wait=str(wait))
    try:
        unlocked = unlock(path, user=user, password=password)
    except StoreRefused as refused:
        if refused.refusal is StoreRefusal.WRONG_PASSWORD:
            refused.details["wait"] = str(count_failure(path, clock()))
        raise
    return open_unlocked(unlocked, clock=clock)


def open_with_recovery_key(path: Path, *, recovery_key: str, user: str | None = None, clock: Clock = now) -> Store:
    """Open a store with the printed recovery key, as the user who then sets a new password.

    Raises:
        StoreRefused: why the store stays closed; its files are as they were.
        StorageUnavailable: the machine could not read or write.
    """
    return open_unlocked(unlock_with_recovery_key(check_store(path), user=user, typed=recovery_key), clock=clock)


def discard_empty_store(store: Store) -> None:
    """Close a store that was just made and take its files away.

    Raises:
        StoreRefused: HOLDS_CASES, there is a case in it; it is still open.
        StorageUnavailable: its files cannot be taken away.
    """
    with store.work() as unit:
        if unit.cases.numbers():
            raise StoreRefused(StoreRefusal.HOLDS_CASES, path=str(store.path))
    store.close()
    with machine_errors(store.path):
        remove_files(store.path)


def check_store(path: Path) -> Path:
    """Return the path a store is opened at, without a password and without opening it for long.

    Raises:
        StoreRefused: there is no store here, or it lies where none may lie.
        StorageUnavailable: the file cannot be read.
    """
    path = Path(path).absolute()
    refuse_unsuitable_location(path)
    path = path.resolve()
    with machine_errors(path):
        refuse_no_store(path)
        refuse_foreign_file(path)
    return path


def open_unlocked(unlocked: UnlockedStore, *, clock: Clock = now) -> Store:
    """Open a store that was unlocked, perhaps on another thread.

    Raises:
        StoreRefused: IN_USE, DAMAGED, NEWER or another reason why the store stays closed; its files are as they were.
        StorageUnavailable: the machine could not read or write.
    """
    path = unlocked.path
    with _damage_refused(path), machine_errors(path):
        was_left_open = holder_path(path).exists()
        connection, unlocked = connected(unlocked)
        try:
            version = schema_version(connection)
            if was_left_open:
                _refuse_unsound(connection)
            mark = Watermark(connection, unlocked.key, unlocked.generation)
            if version != NEWEST:
                from desktop_app.storage.migrations.upgrade import upgrade  # noqa: PLC0415 - Alembic takes 0.1 s

                mark.loosen()
                upgrade(connection, unlocked.key)
            return _begin(connection, unlocked, clock, mark=mark)
        except BaseException:
            connection.close()
            raise


def _begin(
    connection: StoreConnection,
    unlocked: UnlockedStore,
    clock: Clock,
    municipality: Municipality | None = None,
    mark: Watermark | None = None,
) -> Store:
    """Take hold of the store: nothing can be attached any more, the opening is in the log, others see who has it."""
    mark = mark or Watermark(connection, unlocked.key)
    store = Store(connection, unlocked, clock, mark)
    if store.role is None:
        raise StoreRefused(StoreRefusal.NO_ROLE, path=str(store.path), user=unlocked.user.name)
    is_reading_only = store.warning is not None and store.warning.is_reading_only
    if not is_reading_only:
        mark.open()
    connection.restrict_to_reading(is_reading_only=is_reading_only)
    if not is_reading_only:
        put_keys_right(store.keys, unlocked)
    with store.work() as unit:
        if municipality:
            unit.settings.add(municipality)
        how = "created" if municipality else unlocked.by.value
        failed = read_attempts(store.path).failures
        tried = {"wrong_passwords": str(failed)} if failed else {}
        unit.note(LogAction.OPENED_STORE, computer=computer_name(), by=how, **tried)
        if store.warning:
            unit.note(LogAction.RENEWED_MARK, why=store.warning.state.value)
        if unlocked.is_rotating:
            unit.note(LogAction.CHANGED_ACCESS, what=end_of_rotation(unlocked))
        unit.commit()
    forget_attempts(store.path)
    since = clock().astimezone(UTC).isoformat(timespec="seconds")
    write_holder(store.path, Holder(unlocked.user.name, computer_name(), since))
    return store


def _refuse_unsound(connection: StoreConnection) -> None:
    if not connection.is_sound():
        raise StoreRefused(StoreRefusal.DAMAGED, path=str(connection.path))


@contextmanager
def _damage_refused(path: Path) -> Iterator[None]:
    """Keep a store closed that turns out damaged while it is being opened."""
    try:
        yield
    except StorageUnavailable as error:
        if error.trouble is StorageTrouble.DAMAGED:
            raise StoreRefused(StoreRefusal.DAMAGED, path=str(path)) from error
        error.at_opening = True
        raise
