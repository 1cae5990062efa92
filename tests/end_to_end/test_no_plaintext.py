"""A day's work leaves nothing readable anywhere but in the files that were asked for."""

import base64
import gzip
import json
import os
import re
import zlib
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from sqlcipher3 import dbapi2

from tests.command_line import CHECKOUT, Outcome, run_program
from tests.end_to_end.secrets_in_files import ENCODINGS, found_in
from tests.sample import sample
from tests.storage.builders import a_case, a_citizen, a_closed_store
from tests.storage.exchange.case_files import Json, changed

NAME, FAMILY, NATIVE = "Kanariefuglenavn", "Kanarieslægten", "كناريكناري"
CPR, PHONE, NOTE = "3112999876", "+45 87 65 43 99", "Kanarienote om helbred"
PASSWORD = "Kanariefugl-kodeord-4711"  # noqa: S105 - a canary itself
CANARIES = (NAME, FAMILY, NATIVE, CPR, PHONE, NOTE)
SHORTEST = 5  # shorter names stand in random bytes by chance

WATCH_WRITING = """
import os, sys
_log = os.open(os.environ["WRITTEN"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
def _note(event, values):
    writes = event == "open" and isinstance(values[2], int) and values[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if writes or event in {"os.mkdir", "os.rename", "os.link", "os.symlink", "tempfile.mkstemp", "tempfile.mkdtemp"}:
        path = values[1] if event in {"os.rename", "os.link", "os.symlink"} else values[0]
        if isinstance(path, str | bytes):
            os.write(_log, os.fsencode(os.path.abspath(os.fsdecode(path))) + b"\\n")
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.bind"}:
        os.write(_log, b"/network/" + event.encode() + b"\\n")
sys.addaudithook(_note)
"""


def canary_case() -> Json:
    """Return a case in which every free field holds something that must not be found again."""
    signed = {"signed_by_citizen_on": "2026-10-20", "signed_by_municipality_on": "2026-10-20"}
    return {
        "case_number": "2026-900",
        "household": "K1",
        "household_role": "adult",
        "citizen": {
            "given_names": NAME,
            "family_name": FAMILY,
            "native_name": NATIVE,
            "cpr": CPR,
            "birth_date": "1999-12-31",
            "languages": ["ar"],
            "address": f"{NAME}vej 1",
            "city": FAMILY,
            "phone": PHONE,
            "email": f"{NAME}@example.org",
        },
        "target_group": "refugee",
        "allocation_decided_on": "2026-08-22",
        "takeover_on": "2026-10-01",
        "plans": [{"version": 1, **signed, "goals": [{"kind": "employment", "text": NOTE}]}],
        "follow_ups": [
            {
                "held_on": "2026-11-01",
                "form": "meeting",
                "interpreter": FAMILY,
                "participants": NAME,
                "note": NOTE,
                "agreed": NOTE,
                "corrections": [{"on": "2026-11-03", "text": NOTE}],
            }
        ],
        "complaints": [{"received_on": "2026-11-02", "about": NOTE}],
        "corrections": [{"on": "2026-10-07", "fact": "takeover_on", "reason": NOTE}],
        "notes": [{"on": "2026-10-05", "text": f"{NOTE}: {NAME}, {CPR}, {PHONE}"}],
    }


def with_canaries() -> Json:
    content = sample()
    return content | {
        "households": [*content["households"], {"id": "K1", "name": FAMILY}],
        "cases": [*content["cases"], canary_case()],
    }


def secrets_of(content: Json) -> set[str]:
    """Return what a file tells of its people: names, numbers and what was written down about them."""
    secrets = set[str]()
    for case in content["cases"]:
        citizen = case["citizen"]
        texts = [citizen.get(key) for key in ("given_names", "family_name", "native_name", "cpr", "phone", "address")]
        texts += [talk.get("note") for talk in case.get("follow_ups") or ()]
        texts += [goal["text"] for plan in case.get("plans") or () for goal in plan.get("goals") or ()]
        texts += [note["text"] for note in case.get("notes") or ()]
        secrets |= {text.strip() for text in texts if text and len(text.strip()) >= SHORTEST}
    return secrets


@dataclass
class Machine:
    """A computer of its own for the program: home, temporary folder and everything else under one root."""

    root: Path
    said: list[Outcome] = field(default_factory=list)

    def __post_init__(self) -> None:
        for folder in (self.home, self.temporary, self.given, self.asked_for, self.root / "hook"):
            folder.mkdir(mode=0o700, parents=True)
        (self.root / "hook" / "sitecustomize.py").write_text(WATCH_WRITING, encoding="utf-8")
        self.password = self._given("password", f"{PASSWORD}\n")
        self.cases = self._given("sager.json", json.dumps(with_canaries(), ensure_ascii=False))
        bad = changed(with_canaries(), (("cases", 46, "citizen", "cpr"), CPR[:-1]))
        self.bad_cases = self._given("forkert.json", json.dumps(bad, ensure_ascii=False))

    @property
    def home(self) -> Path:
        return self.root / "home"

    @property
    def temporary(self) -> Path:
        return self.root / "tmp"

    @property
    def given(self) -> Path:
        """What the user brought along."""
        return self.root / "given"

    @property
    def asked_for(self) -> Path:
        """Where the user asked for files to be written."""
        return self.root / "asked_for"

    def _given(self, name: str, text: str) -> Path:
        path = self.given / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)
        return path

    def run(self, *arguments: str | Path) -> Outcome:
        folders = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
        environment = dict.fromkeys(folders, str(self.home))
        environment |= {name: str(self.temporary) for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR")}
        environment |= {name: str(self.home) for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")}
        environment["PYTHONPATH"] = os.pathsep.join([str(self.root / "hook"), str(CHECKOUT)])
        environment["WRITTEN"] = str(self.root / "written")
        outcome = run_program(*arguments, environment=environment, folder=self.home)
        self.said.append(outcome)
        return outcome

    def written(self) -> set[Path]:
        """Return every path Python itself wrote to or made."""
        return {Path(line) for line in (self.root / "written").read_text(encoding="utf-8").splitlines()}


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
        assert {path for path in machine.written() if path.is_relative_to("/network")} == set()
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
    assert elsewhere <= {Path(os.devnull)}
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
    hidden = {encoding: secret.encode(encoding) for encoding in ENCODINGS}
    hidden |= {f"hex {encoding}": secret.encode(encoding).hex().encode() for encoding in ENCODINGS}
    hidden |= {f"base64 {n}": base64.b64encode(b"x" * n + secret.encode() + b"yz") for n in range(3)}
    hidden |= {f"zlib {level}": b"junk" + zlib.compress(secret.encode("utf-16-le"), level) for level in (1, 6, 9)}
    hidden |= {"gzip": gzip.compress(secret.encode()), "escaped": json.dumps(secret).encode()}
    if secret == CPR:
        hidden["with a hyphen"] = f"{CPR[:6]}-{CPR[6:]}".encode("utf-16-be")
    for name, content in hidden.items():
        (tmp_path / name).write_bytes(b"before " + content + b" after")
    (tmp_path / "innocent").write_bytes(os.urandom(100_000))

    assert {file for file, _ in found_in(tmp_path, [secret])} == set(hidden)
