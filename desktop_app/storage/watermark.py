"""An open store held against its mark, and the mark kept level with it: after each commit, and when it is closed."""

import contextlib
from datetime import datetime
from typing import Final, Protocol

from desktop_app.application.errors import StorageUnavailable
from desktop_app.application.store_mark import MarkState, MarkWarning
from desktop_app.storage.journal import Head, read_head
from desktop_app.storage.mark_file import Mark, MarkFile
from desktop_app.storage.revisions import CHAIN_START
from desktop_app.storage.store_connection import StoreConnection

_CHAIN_AT: Final = "SELECT chain FROM log WHERE seq = ?"
_LAST_CHANGE: Final = """
    SELECT utc, user FROM log WHERE action IN ('change', 'delete', 'erase') ORDER BY seq DESC LIMIT 1
    """


class FollowsLog(Protocol):
    """What is told after each commit how far the log has come."""

    def follow(self, head: Head) -> None:
        """Take notice of where the log stands."""
        ...


class Watermark:
    """The mark of one open store. `state` is how the two stood when it was opened.

    It is made before anything is written. A mark that cannot be written makes no commit fail: what was committed is
    safe, the next commit tries again, and a store that is ahead of its mark is in order.
    """

    def __init__(self, connection: StoreConnection, key: bytes, generation: int = 0) -> None:
        [(store_id,)] = connection.rows("SELECT id FROM store")
        self._connection = connection
        self._store_id: str = store_id
        self._file = MarkFile(connection.path, store_id, key, generation)
        self._coming: tuple[MarkFile, Mark] | None = None
        found = self._file.read()
        self._mark = Mark(0, 0, CHAIN_START) if isinstance(found, MarkState) else found
        self._is_there = not isinstance(found, MarkState)
        self._seen = self._mark.seq
        self.state = self._state_of(found)

    def warning(self) -> MarkWarning | None:
        """Return what is wrong between store and mark, None where all is well."""
        if self.state is MarkState.FITS:
            return None
        last = self._connection.rows(_LAST_CHANGE)
        return MarkWarning(
            state=self.state,
            missing=max(0, self._seen - read_head(self._connection).seq),
            last_at=datetime.fromisoformat(last[0][0]) if last else None,
            last_by=last[0][1] if last else "",
        )

    def loosen(self) -> None:
        """Let the mark not say any more what the file is, before the file of a store that fits it changes.

        Raises:
            OSError: the mark cannot be written.
        """
        if self.state is MarkState.FITS and self._mark.fingerprint is not None:
            self._write(self._mark._replace(written=self._mark.written + 1, fingerprint=None))

    def open(self) -> None:
        """Make the mark if there is none, and ready it for a store that is written to from now on.

        Raises:
            OSError: the mark cannot be written.
        """
        if self._is_there:
            self.loosen()
        else:
            mark = self._next(read_head(self._connection))
            self._file.begin(mark)
            self._mark, self._is_there = mark, True
        self._connection.promise_mark()

    def follow(self, head: Head) -> None:
        """Say how far the log has come; what changes no log changes no mark."""
        if (head.seq, head.chain) != (self._mark.seq, self._mark.chain):
            with contextlib.suppress(OSError):
                self._write(self._next(head))

    def announce(self, key: bytes, generation: int, head: Head) -> None:
        """Put a mark under the store's next key beside that of its key: either finds its own.

        `head` is where the log of the file stands that is under the next key.

        Raises:
            OSError: the mark cannot be written; that of the key in use is there.
        """
        self._write(self._next(read_head(self._connection)))  # the latest of the two slots is the one that stays
        coming = MarkFile(self._connection.path, self._store_id, key, generation)
        mark = self._next(head)
        coming.write(mark)
        self._coming = coming, mark

    def settle(self, *, is_new: bool) -> None:
        """Go by the key that turned out to be the store's; the next mark is written over that of the other."""
        if is_new and self._coming is not None:
            self._file, self._mark = self._coming
        self._coming = None

    def close(self) -> None:
        """Say in the mark what the file is that is being left; the store is still open."""
        with contextlib.suppress(
            OSError, StorageUnavailable
        ):  # a file that shrank meanwhile is told of at the next opening
            self._write(self._next(read_head(self._connection), self._connection.fingerprint()))

    def _next(self, head: Head, fingerprint: bytes | None = None) -> Mark:
        return Mark(self._mark.written + 1, head.seq, head.chain, fingerprint)

    def _write(self, mark: Mark) -> None:
        self._file.write(mark)
        self._mark = mark

    def _state_of(self, found: Mark | MarkState) -> MarkState:
        if isinstance(found, MarkState):
            is_first = found is MarkState.MISSING and not self._connection.has_mark()
            return MarkState.FITS if is_first else found
        head = read_head(self._connection)
        if found.seq > head.seq:
            return MarkState.BEHIND
        if found.seq and self._connection.rows(_CHAIN_AT, (found.seq,)) != [(found.chain,)]:
            return MarkState.OTHER_HISTORY
        if found.seq == head.seq and found.fingerprint not in (None, self._connection.fingerprint()):
            return MarkState.CHANGED
        return MarkState.FITS
