"""What the command line does for who may not do everything: one sentence, exit code 1, and nothing written."""

from pathlib import Path

import pytest

from desktop_app.application.permission import NotAllowed
from desktop_app.domain.role import Act, Role
from desktop_app.presenters.role_texts import not_allowed_text, role_text
from desktop_app.storage import store
from tests.cli.conftest import Enplan

CASE = "2026-001"
READERS = (Role.RECEPTION, Role.ADMINISTRATOR, Role.AUDITOR)
SUBJECT_ACCESS = ("access", "--case", CASE, "--out-dir", "{out}")
COMMANDS = {
    ("deadlines",): Act.SEE_DEADLINES,
    ("deadlines", "--case", CASE): Act.SEE_DEADLINES,
    ("export", "--case", CASE, "--out", "{out}/sag.json"): Act.EXPORT_CASE,
    ("export", "--out", "{out}/alt.json"): Act.EXPORT_EVERYTHING,
    ("print", "--document", "plan", "--case", CASE, "--out", "{out}/plan.pdf"): Act.PRINT,
    ("print", "--document", "plan", "--all", "--out-dir", "{out}"): Act.PRINT,
    ("print", "--document", "interview", "--case", CASE, "--out", "{out}/samtale.pdf"): Act.PRINT,
    ("print", "--document", "worklist", "--out", "{out}/liste.pdf"): Act.TAKE_LIST_OUT,
    SUBJECT_ACCESS: Act.GIVE_ACCESS,
    ("retention",): Act.REVIEW_RETENTION,
}


@pytest.fixture
def access(sample_store: Path, password_file: Path) -> tuple[str | Path, ...]:
    return ("--store", sample_store, "--password-file", password_file)


def let_be(monkeypatch: pytest.MonkeyPatch, role: Role) -> None:
    """Let whoever opens a store have a role."""
    monkeypatch.setattr(store, "role_of", lambda *_of: role)


@pytest.mark.parametrize("role", READERS, ids=str)
@pytest.mark.parametrize(("command", "act"), COMMANDS.items(), ids=str)
def test_what_a_role_may_not_is_refused_with_a_sentence_and_writes_nothing(
    enplan: Enplan,
    access: tuple[str | Path, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    role: Role,
    command: tuple[str, ...],
    act: Act,
) -> None:
    if act is Act.SEE_DEADLINES and role is Role.AUDITOR:
        pytest.skip("the auditor sees deadlines")
    let_be(monkeypatch, role)
    out = tmp_path / "ud"
    out.mkdir()

    outcome = enplan(command[0], *access, *(part.format(out=out) for part in command[1:]))

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.strip() == not_allowed_text(NotAllowed(act, role))
    assert role_text(role) in outcome.err
    assert list(out.iterdir()) == []


def test_the_auditor_lists_deadlines_without_a_name(
    enplan: Enplan, access: tuple[str | Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    named = enplan("deadlines", *access, "--format", "csv").out
    let_be(monkeypatch, Role.AUDITOR)

    nameless = enplan("deadlines", *access, "--format", "csv")

    assert nameless.code == 0
    assert nameless.out == named, "deadlines name cases and nobody"


@pytest.mark.parametrize("role", list(Role), ids=str)
def test_everybody_makes_a_backup(
    enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, role: Role
) -> None:
    let_be(monkeypatch, role)

    assert enplan("backup", *access, "--to", tmp_path).code == 0
