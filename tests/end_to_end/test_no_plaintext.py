"""A day's work leaves nothing readable anywhere but in the files that were asked for."""

import base64
import gzip
import json
import os
import re
import zlib
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pypdfium2
import pytest
from sqlcipher3 import dbapi2

from tests.end_to_end.canaries import (
    CANARIES,
    CPR,
    FAMILY,
    NAME,
    NATIVE,
    NOTE,
    PASSWORD,
    PHONE,
    secrets_of,
    with_canaries,
)
from tests.end_to_end.own_machine import Machine
from tests.end_to_end.secrets_in_files import encoded, found_in
from tests.storage.builders import a_case, a_citizen, a_closed_store


def work_for_a_day(machine: Machine) -> None:
    access = ("--password-file", machine.password)
    for expected, arguments in (
        (0, ("init", *access, "--municipality", "999", "--user", "Mette Jensen")),
        (0, ("import", machine.cases, *access)),
        (0, ("import", machine.cases, *access)),
        (1, ("import", machine.bad_cases, *access)),
        (0, ("deadlines", *access, "--as-of", "2026-11-22")),
        (0, ("print", *access, "--case", "2026-900", "--document", "plan", "--out", machine.asked_for / "plan.pdf")),
        (0, ("export", *access, "--out", machine.asked_for / "alle.json")),
        (0, ("export", *access, "--case", "2026-900", "--out", machine.asked_for / "en.json")),
        (0, ("verify", *access)),
    ):
        outcome = machine.run(*arguments)
        assert outcome.code == expected, outcome


def test_a_days_work_leaves_nothing_readable_but_what_was_asked_for(tmp_path: Path, subtests: pytest.Subtests) -> None:
    machine, secrets = Machine(tmp_path / "machine"), secrets_of(with_canaries())
    assert len(secrets) > 150
    assert set(CANARIES) <= secrets

    work_for_a_day(machine)

    with subtests.test("nothing told of anybody can be read in what the program keeps"):
        for folder in (machine.home, machine.temporary):
            assert found_in(folder, secrets) == set()
    with subtests.test("neither password nor recovery key can be read anywhere"):
        check_keys(machine)
    with subtests.test("the files kept are the store and its keys and no other"):
        check_files(machine)
    with subtests.test("no connection was tried, nor a name looked up"):
        assert machine.connections() == set()
    with subtests.test("only the owner can read what was made"):
        check_modes(machine)
    with subtests.test("no command says a name, a number or a note"):
        for outcome in machine.said:
            assert {secret for secret in secrets if secret in outcome.out or secret in outcome.err} == set()
    with subtests.test("control: the files that were asked for do hold what they must"):
        check_exports(machine, secrets)


def check_keys(machine: Machine) -> None:
    [recovery_key] = re.findall(r"\b(?:[0-9A-Z]{5}-){5,}[0-9A-Z]{5}\b", machine.said[0].out)

    for folder in (machine.home, machine.temporary, machine.asked_for):
        assert found_in(folder, {PASSWORD, recovery_key, recovery_key.replace("-", "")}) == set()
    assert sum(recovery_key in outcome.out + outcome.err for outcome in machine.said) == 1


def check_files(machine: Machine) -> None:
    kept = {path.name for path in machine.home.rglob("*") if path.is_file()}
    assert kept == {"enplan.store", "enplan.store.keys.json", "enplan.store.mark", "last-good-law.json"}
    assert [*machine.temporary.rglob("*")] == []
    assert {path.name for path in machine.asked_for.iterdir()} == {"plan.pdf", "alle.json", "en.json"}
    assert {path.name for path in machine.given.iterdir()} == {"password", "sager.json", "forkert.json"}

    elsewhere = {path for path in machine.written() if not path.is_relative_to(machine.root)}
    assert elsewhere <= {Path(os.devnull), Path("/proc/self/coredump_filter")}  # the second keeps memory out of dumps
    assert machine.asked_for / "alle.json" in machine.written()


def check_modes(machine: Machine) -> None:
    if os.name == "posix":
        made = [path for folder in (machine.home, machine.asked_for) for path in folder.rglob("*")]
        assert {path.stat().st_mode & 0o777 for path in made if path.is_file()} == {0o600}
        assert {path.stat().st_mode & 0o777 for path in made if path.is_dir()} == {0o700}


def check_exports(machine: Machine, secrets: set[str]) -> None:
    found = found_in(machine.asked_for, secrets)
    assert {secret for file, secret in found if file == "alle.json"} == secrets
    assert {secret for file, secret in found if file == "en.json"} >= set(CANARIES)
    with pypdfium2.PdfDocument(machine.asked_for / "plan.pdf") as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    assert NAME in text
    assert NOTE in " ".join(text.split())


class NotEncrypting(dbapi2.Connection):  # type: ignore[misc]  # the driver has no types
    """What a program would open that forgot the key."""

    def execute(self, statement: str, *parameters: object) -> object:
        return super().execute("SELECT 1" if statement.startswith("PRAGMA key") else statement, *parameters)


def test_the_control_that_does_not_encrypt_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sqlcipher3.dbapi2.connect", partial(dbapi2.connect, factory=NotEncrypting))
    citizen = a_citizen(given_names=NAME, family_name=FAMILY, native_name=NATIVE, cpr=CPR, phone=PHONE)

    a_closed_store(tmp_path / "enplan.store", a_case(citizen=citizen))

    assert {secret for _, secret in found_in(tmp_path, CANARIES)} == {NAME, FAMILY, NATIVE, CPR, PHONE}


@pytest.mark.parametrize("secret", CANARIES)
def test_the_search_finds_every_form_it_looks_for(tmp_path: Path, secret: str) -> None:
    hidden = encoded(secret)
    hidden |= {f"hex {encoding}": written.hex().encode() for encoding, written in encoded(secret).items()}
    hidden |= {f"base64 {n}": base64.b64encode(b"x" * n + secret.encode() + b"yz") for n in range(3)}
    hidden |= {f"zlib {level}": b"junk" + zlib.compress(secret.encode("utf-16-le"), level) for level in (1, 6, 9)}
    hidden |= {
        "gzip": gzip.compress(secret.encode()),
        "escaped": json.dumps(secret).encode(),
        "address": quote(secret).encode(),
    }
    if secret == CPR:
        hidden["with a hyphen"] = f"{CPR[:6]}-{CPR[6:]}".encode("utf-16-be")
    for name, content in hidden.items():
        (tmp_path / name).write_bytes(b"before " + content + b" after")
    (tmp_path / "innocent").write_bytes(os.urandom(100_000))

    assert {file for file, _ in found_in(tmp_path, [secret])} == set(hidden)
