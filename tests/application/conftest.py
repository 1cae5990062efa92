"""The law as it comes with the program."""

import pytest

from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.domain.rulebook import Rulebook
from desktop_app.resource_files import resource
from desktop_app.storage.legal_text_file import read_legal_texts
from desktop_app.storage.rulebook_file import read_rulebook


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return read_rulebook(resource("law"))


@pytest.fixture(scope="session")
def law(rulebook: Rulebook) -> PlanLaw:
    return PlanLaw(rulebook, read_legal_texts(resource("texts", "plan.toml")))
