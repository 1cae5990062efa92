"""A computer of its own for the program, on which everything it writes and every connection it tries is noted."""

import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from tests.command_line import CHECKOUT, Outcome, cut_off, run_program, surroundings
from tests.end_to_end.canaries import CPR, PASSWORD, with_canaries
from tests.storage.exchange.case_files import changed

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

    def surroundings(self) -> dict[str, str]:
        """Return the environment of a program on this machine."""
        folders = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
        environment = dict.fromkeys(folders, str(self.home))
        environment |= {name: str(self.temporary) for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR")}
        environment |= {name: str(self.home) for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")}
        environment["PYTHONPATH"] = os.pathsep.join([str(self.root / "hook"), str(CHECKOUT)])
        environment["WRITTEN"] = str(self.root / "written")
        return surroundings(environment)

    def run(self, *arguments: str | Path) -> Outcome:
        """Run a command, without a network where the machine lets one go without."""
        outcome = run_program(*arguments, environment=self.surroundings(), folder=self.home, before=cut_off())
        self.said.append(outcome)
        return outcome

    def written(self) -> set[Path]:
        """Return every path Python itself wrote to or made."""
        return {Path(line) for line in (self.root / "written").read_text(encoding="utf-8").splitlines()}

    def connections(self) -> set[str]:
        """Return which ways to a network were tried."""
        return {path.name for path in self.written() if path.is_relative_to("/network")}
