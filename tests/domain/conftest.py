import pytest
from hypothesis import settings

from desktop_app.domain.rulebook import Rulebook
from desktop_app.resource_files import resource
from desktop_app.storage.rulebook_file import read_rulebook

# Timings are never asserted; the same examples every time, so that a failure is the change's and not the day's.
settings.register_profile("domain", deadline=None, derandomize=True, max_examples=80)
settings.load_profile("domain")


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return read_rulebook(resource("law"))
