"""The command line as a process of its own: streams, encodings and exit codes as a shell sees them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import run_program, surroundings
from tests.sample import CASE_COUNT, SAMPLE
from tests.storage.builders import PASSWORD

PLAIN = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.fixture
def access(sample_store: Path, password_file: Path) -> tuple[str | Path, ...]:
    return ("--store", sample_store, "--password-file", password_file)


def test_import_and_import_again_end_with_code_0(empty_store: Path) -> None:
    access = ("--store", empty_store, "--password-stdin")

    first = run_program("import", SAMPLE, *access, stdin=f"{PASSWORD}\n".encode())
    second = run_program("import", SAMPLE, *access, stdin=PASSWORD.encode())

    assert (first.code, first.err) == (0, "")
    assert (second.code, second.out, second.err) == (0, "46 sager uændret\n", "")


def test_a_refusal_ends_with_code_1_and_wrong_use_with_code_2(access: tuple[str | Path, ...], tmp_path: Path) -> None:
    (tmp_path / "sager.json").write_text('{"format": "enplan-cases", "version": 1, "cases": [{}]}', encoding="utf-8")

    refused = run_program("import", tmp_path / "sager.json", *access)
    wrong = run_program("import", *access)

    assert (refused.code, refused.out) == (1, "")
    assert "Sag nr. 1 i filen" in refused.err
    assert (wrong.code, wrong.out) == (2, "")


def test_danish_letters_are_printed_whatever_the_language_of_the_machine(
    access: tuple[str | Path, ...], tmp_path: Path
) -> None:
    listed = run_program("deadlines", *access, "--as-of", "2026-11-22", environment=PLAIN)
    refused = run_program("export", *access, "--out", tmp_path / "findes ikke" / "x", environment=PLAIN)

    assert (listed.code, listed.err) == (0, "")
    assert "Første virksomhedsrettede tilbud" in listed.out
    assert refused.code == 1
    assert "findes ikke" in refused.err


@pytest.mark.parametrize("form", ["json", "csv", "table", "ics"])
def test_output_piped_elsewhere_is_utf_8(access: tuple[str | Path, ...], form: str) -> None:
    outcome = run_program("deadlines", *access, "--as-of", "2026-11-22", "--format", form, environment=PLAIN)

    assert outcome.code == 0
    assert "ø" in outcome.out
    if form == "json":
        assert len(json.loads(outcome.out)) == CASE_COUNT * 17


def ended_early(*command: str | Path, reads: int) -> tuple[int, bytes]:
    """Return the exit code and the complaints of a program whose reader leaves after a few bytes."""
    with subprocess.Popen(
        [sys.executable, "-m", "desktop_app", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
        env=surroundings(),
    ) as program:
        assert program.stdout
        assert program.stderr
        program.stdout.read(reads)
        program.stdout.close()
        said = program.stderr.read()
    return program.returncode, said


@pytest.mark.parametrize("reads", [0, 1])
def test_a_reader_who_has_heard_enough_causes_no_complaint(access: tuple[str | Path, ...], reads: int) -> None:
    assert ended_early("deadlines", *access, reads=reads)[1] == b""
    assert ended_early("rules", "show", reads=reads)[1] == b""


def test_a_reader_who_has_heard_enough_is_no_problem(access: tuple[str | Path, ...]) -> None:
    assert ended_early("deadlines", *access, reads=0)[0] == 0


NO_TEXT = os.fsdecode(b"\xff")  # on the way to the program it becomes that byte again


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "--store", NO_TEXT),
        ("import", NO_TEXT),
        ("deadlines", "--case", NO_TEXT),
        ("export", "--case", NO_TEXT, "--out", "ud.json"),
        ("print", "--case", NO_TEXT, "--document", "plan", "--out", "ud.pdf"),
    ],
    ids=lambda arguments: str(arguments[0]),
)
@pytest.mark.skipif(os.name != "posix", reason="on Windows every argument is text")
def test_an_argument_that_is_no_text_is_refused_in_a_sentence(
    access: tuple[str | Path, ...], tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    options = access[2:] if "--store" in arguments else access

    outcome = run_program(*arguments, *options, folder=tmp_path)

    assert outcome.code in {1, 2}
    assert outcome.err.count("\n") == 1
