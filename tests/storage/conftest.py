"""A store to work in, and a way to count what it asks SQLite."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from desktop_app.storage.store import Store
from tests.storage.builders import a_new_store
from tests.storage.team_store import make_team_store

Counting = Callable[[Store], AbstractContextManager[list[str]]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_new_store(tmp_path / "enplan.store").store as store:
        yield store


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for all examples of a property, each in a unit of work that is not committed."""
    with a_new_store(tmp_path_factory.mktemp("shared") / "enplan.store").store as store:
        yield store


@pytest.fixture(scope="session")
def team_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a closed store of three users, to be copied."""
    return make_team_store(tmp_path_factory.mktemp("team") / "enplan.store").parent


@pytest.fixture
def team_path(team_folder: Path, tmp_path: Path) -> Path:
    """A store of three users, closed."""
    return shutil.copytree(team_folder, tmp_path / "team") / "enplan.store"


@pytest.fixture
def statements() -> Counting:
    """Collects the statements SQLite runs, whoever sends them."""

    @contextmanager
    def counting(store: Store) -> Iterator[list[str]]:
        seen = list[str]()
        store.connection._raw.set_trace_callback(seen.append)
        try:
            yield seen
        finally:
            store.connection._raw.set_trace_callback(None)

    return counting
