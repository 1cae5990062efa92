"""What was first handed out is what is handed out ever after, by every later program too."""

import shutil
from hashlib import sha256
from pathlib import Path
from types import ModuleType

import pytest

from desktop_app.composition import Office
from desktop_app.storage.schema import NEWEST, schema_version
from desktop_app.storage.store import open_store
from tests.cli.conftest import Enplan, a_password_file
from tests.storage.old_stores import make_0001, make_0002, make_0004, make_0005_printed

CASE = "2026-014"

# As they were written down when the stores were made, whatever a program prints today.
HANDED_OUT = {
    "0002": (make_0002, "e16fa5d9b51928755db85b917f0297babaf22c7a47e97d9212adab56e61ba04e"),
    "0004": (make_0004, "e16fa5d9b51928755db85b917f0297babaf22c7a47e97d9212adab56e61ba04e"),
    "0005": (make_0005_printed, "1cc00102025f5b9e649e0e0a22cf000b26a3321b07d40604d8e3d0b8b709e325"),
}


def a_copy(made: ModuleType, folder: Path) -> tuple[str | Path, ...]:
    """Copy an old store; return what a command needs to open it."""
    shutil.copytree(made.STORE.parent, folder / "gammel")
    password = a_password_file(folder / "password", made.PASSWORD.encode())
    return ("--store", folder / "gammel" / made.STORE.name, "--password-file", password)


def printed(enplan: Enplan, access: tuple[str | Path, ...], out: Path) -> bytes:
    outcome = enplan("print", *access, "--case", CASE, "--document", "plan", "--out", out)
    assert (outcome.code, outcome.err) == (0, "")
    return out.read_bytes()


@pytest.mark.parametrize("version", HANDED_OUT)
def test_the_paper_an_older_program_handed_out_is_handed_out_after_the_upgrade(
    enplan: Enplan, tmp_path: Path, version: str
) -> None:
    made, handed_out = HANDED_OUT[version]
    access = a_copy(made, tmp_path)

    first, second = (printed(enplan, access, tmp_path / name) for name in ("en.pdf", "to.pdf"))

    assert sha256(first).hexdigest() == sha256(second).hexdigest() == handed_out
    with Office(open_store(Path(access[1]), password=made.PASSWORD)) as office:
        assert schema_version(office.store.connection) == NEWEST
        content = office.print_plan(CASE, made.MOMENT.date()).content
    assert sha256(content).hexdigest() == handed_out


def test_what_an_older_program_only_froze_is_printed_once_and_stays_so(enplan: Enplan, tmp_path: Path) -> None:
    access = a_copy(make_0001, tmp_path)

    first, second = (printed(enplan, access, tmp_path / name) for name in ("en.pdf", "to.pdf"))

    assert first == second
    with Office(open_store(Path(access[1]), password=make_0001.PASSWORD)) as office, office.store.work() as unit:
        plan = unit.cases.by_number(CASE).plans[0]
        frozen = unit.frozen_plans.of_plan(plan.id)
        assert frozen
        kept = unit.frozen_plans.document(frozen.id, "plan", "da")
    assert kept
    assert kept.content == first
