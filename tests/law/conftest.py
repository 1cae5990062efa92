import pytest

from desktop_app.domain.rulebook import Rulebook
from desktop_app.resource_files import resource
from desktop_app.storage.rulebook_file import read_rulebook


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return read_rulebook(resource("law"))
