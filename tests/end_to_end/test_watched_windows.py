"""A day's work in the real window leaves nothing readable behind, shows nobody in a title, and asks no network."""

import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from tests.command_line import cut_off
from tests.end_to_end.canaries import CANARIES, CPR, NAME, NOTE, PASSWORD
from tests.end_to_end.own_machine import Machine
from tests.end_to_end.watched_windows import NETWORK_LIBRARY, watch_a_day
from tests.end_to_end.window_day import PARTS, paper_in

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is read where Linux tells it")

SECRETS = (*CANARIES, PASSWORD)
KEPT = {
    "enplan.store",
    "enplan.store.keys.json",
    "enplan.store.mark",
    "errors.log",
    "last-good-law.json",
    "preferences.json",
}


def test_a_day_in_the_window_leaves_nothing_readable(tmp_path: Path, subtests: pytest.Subtests) -> None:
    machine = Machine(tmp_path / "machine")

    seen = watch_a_day(machine, SECRETS)

    assert tuple(seen.parts) == PARTS, seen.said
    assert seen.code == 0
    with subtests.test("no file the window has at any time holds a name, a number, a note or the password"):
        assert seen.found == set()
    with subtests.test("nor do the titles of its windows, its arguments and the names of its threads"):
        assert any("Én Plan" in title for title in seen.titles)
        shown = "\n".join(seen.titles | seen.arguments)
        assert {secret for secret in SECRETS if secret in shown} == set()
    with subtests.test("nor does what it says where somebody started it"):
        assert {secret for secret in SECRETS if secret in seen.said} == set()
    with subtests.test("the files it keeps are these and no other"):
        assert {path.name for path in machine.home.rglob("*") if path.is_file()} == KEPT
        assert [*machine.temporary.rglob("*")] == []
        assert {path for path in machine.written() if not path.is_relative_to(machine.root)} <= {Path(os.devnull)}
    with subtests.test("it has no way to a network, tries none, and what would go there is not even loaded"):
        assert machine.connections() == set()
        assert seen.sockets == set()
        assert {name for name in seen.libraries if NETWORK_LIBRARY in name} == set()
    with subtests.test("what was copied is gone once the window is locked"):
        assert CPR in seen.clipboard["copied"].replace("-", "")
        assert seen.clipboard["locked"] == ""
    with subtests.test("control: the document that was asked for does hold what it must"):
        with pypdfium2.PdfDocument(paper_in(machine.asked_for)) as document:
            text = "".join(page.get_textpage().get_text_range() for page in document)
        assert NAME in text
        assert NOTE in " ".join(text.split())


def test_the_control_that_leaks_in_every_way_is_found_out(tmp_path: Path) -> None:
    machine = Machine(tmp_path / "machine")

    seen = watch_a_day(machine, SECRETS, "leaky")

    assert {secret for file, secret in seen.found if file.endswith("errors.log")} >= {NAME, CPR, NOTE}
    assert ("QtProject.conf", NAME) in seen.found
    assert {secret for file, secret in seen.found if file.startswith("tmp")} == {NOTE}
    assert any(NAME in title for title in seen.titles)
    assert NAME in seen.said
    assert len([*machine.temporary.iterdir()]) == 1
    assert machine.connections() == {"socket.connect"}
    assert seen.sockets == {"udp"} or cut_off()
    assert any(NETWORK_LIBRARY in name for name in seen.libraries)
    assert CPR in seen.clipboard["locked"].replace("-", "")


def test_the_control_without_a_network_cannot_reach_even_this_machine() -> None:
    if not cut_off():
        pytest.skip("this machine lets nobody go without its network")
    ask = "import socket; socket.create_connection(('127.0.0.1', 9), 1)"

    done = subprocess.run([*cut_off(), sys.executable, "-c", ask], check=False, capture_output=True, text=True)

    assert "Network is unreachable" in done.stderr
