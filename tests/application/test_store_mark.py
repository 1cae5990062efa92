"""Going on in a store that is not the one that was last worked in."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.application.ports import LogAction
from desktop_app.application.store_mark import MarkState, MarkWarning, renew_mark
from tests.fakes import FakeStore, Noted


class MarkedFake:
    """A store with a warning, which goes when one has gone on in it."""

    def __init__(self, warning: MarkWarning | None, *, is_damaged: bool = False) -> None:
        self.warning = warning
        self._is_damaged = is_damaged

    @contextmanager
    def accepted(self) -> Iterator[None]:
        if self._is_damaged:
            raise StorageUnavailable(StorageTrouble.DAMAGED)
        yield
        self.warning = None


def test_going_on_is_logged_with_what_was_wrong() -> None:
    store, marked = FakeStore(), MarkedFake(MarkWarning(state=MarkState.BEHIND, missing=3))

    renew_mark(store=marked, work=store.work)

    assert store.log == [Noted(LogAction.RENEWED_MARK, "", {"why": "behind", "missing": "3"})]
    assert marked.warning is None


def test_where_all_is_well_nothing_is_done() -> None:
    store = FakeStore()

    renew_mark(store=MarkedFake(None), work=store.work)

    assert store.log == []


def test_one_does_not_go_on_in_a_damaged_store() -> None:
    store, marked = FakeStore(), MarkedFake(MarkWarning(state=MarkState.CHANGED), is_damaged=True)

    with pytest.raises(StorageUnavailable):
        renew_mark(store=marked, work=store.work)

    assert store.log == []
    assert marked.warning is not None


@pytest.mark.parametrize(
    ("state", "is_reading_only"),
    [(MarkState.BEHIND, True), (MarkState.OTHER_HISTORY, True), (MarkState.CHANGED, True), (MarkState.MISSING, False)],
)
def test_what_the_store_lacks_lets_nothing_be_written_and_what_the_mark_lacks_does(
    state: MarkState,
    is_reading_only: bool,  # noqa: FBT001 - given
) -> None:
    assert MarkWarning(state=state).is_reading_only is is_reading_only
