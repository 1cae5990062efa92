"""`enplan print --cases` and `--all`: the plans of many cases into a folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.application.print_plan import PrintedPlan
from desktop_app.composition.plan_print_desk import PlanFolder
from tests.cli.conftest import Enplan, actions_in_log

SIGNED, DRAFT, WITHOUT_PLAN = "2026-001", "2026-008", "2026-014"
WARNING = (
    "Filerne indeholder personoplysninger og er ikke krypteret. Gem dem kun på kommunens drev, og slet dem efter brug."
)


@pytest.fixture
def access(sample_store: Path, password_file: Path) -> tuple[str | Path, ...]:
    return ("--store", sample_store, "--password-file", password_file, "--document", "plan")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "planer"
    folder.mkdir()
    return folder


@pytest.fixture
def listed(tmp_path: Path) -> Callable[..., Path]:
    def write(*numbers: str) -> Path:
        file = tmp_path / "sager.txt"
        file.write_text("\n".join(numbers), encoding="utf-8-sig")
        return file

    return write


def test_each_case_of_the_file_gives_a_file_of_its_own(
    enplan: Enplan,
    access: tuple[str | Path, ...],
    listed: Callable[..., Path],
    folder: Path,
    sample_store: Path,
    tmp_path: Path,
) -> None:
    outcome = enplan("print", *access, "--cases", listed(SIGNED, "", f"  {DRAFT} ", SIGNED), "--out-dir", folder)

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"2 planer er gemt i {folder}.\n{WARNING}\n"
    signed, draft = sorted(folder.iterdir(), key=lambda file: file.name.endswith("_kladde.pdf"))
    assert SIGNED in signed.name
    assert DRAFT in draft.name
    assert actions_in_log(sample_store).count("printed") == 2
    enplan("print", *access, "--case", SIGNED, "--out", tmp_path / "en.pdf")
    assert signed.read_bytes() == (tmp_path / "en.pdf").read_bytes()


def test_a_case_that_was_asked_for_and_has_no_plan_is_a_problem_and_the_others_are_printed(
    enplan: Enplan, access: tuple[str | Path, ...], listed: Callable[..., Path], folder: Path
) -> None:
    outcome = enplan("print", *access, "--cases", listed(WITHOUT_PLAN, "2026-999", SIGNED), "--out-dir", folder)

    assert outcome.code == 1
    assert f"1 plan er gemt i {folder}.\n" in outcome.out
    assert f"Ingen plan endnu: {WITHOUT_PLAN}.\n" in outcome.out
    assert "Der er ingen sag med nummeret 2026-999" in outcome.out
    assert len(list(folder.iterdir())) == 1


def test_of_every_case_those_without_a_plan_are_only_named(
    enplan: Enplan, access: tuple[str | Path, ...], folder: Path, sample_store: Path
) -> None:
    outcome = enplan("print", *access, "--all", "--out-dir", folder)

    files = list(folder.iterdir())
    assert outcome.code == 0
    assert f"{len(files)} planer er gemt i {folder}.\n" in outcome.out
    assert WITHOUT_PLAN in outcome.out
    assert actions_in_log(sample_store).count("printed") == len(files)


def test_a_file_that_is_there_is_not_written_over(
    enplan: Enplan, access: tuple[str | Path, ...], listed: Callable[..., Path], folder: Path
) -> None:
    enplan("print", *access, "--cases", listed(SIGNED), "--out-dir", folder)
    [file] = folder.iterdir()
    file.write_bytes(b"en anden")

    outcome = enplan("print", *access, "--cases", listed(SIGNED), "--out-dir", folder)

    assert outcome.code == 1
    assert outcome.out == f"Ingen plan er udskrevet.\nFilen lå der allerede og er ikke overskrevet: {SIGNED}.\n"
    assert file.read_bytes() == b"en anden"


def test_ctrl_c_stops_between_two_files_and_says_how_far_it_came(
    enplan: Enplan,
    access: tuple[str | Path, ...],
    listed: Callable[..., Path],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    take = PlanFolder.take

    def take_one(self: PlanFolder, printed: PrintedPlan) -> None:
        if any(folder.iterdir()):
            raise KeyboardInterrupt
        take(self, printed)

    monkeypatch.setattr(PlanFolder, "take", take_one)

    outcome = enplan("print", *access, "--cases", listed(SIGNED, DRAFT, "2025-036"), "--out-dir", folder)

    assert outcome.code == 130
    assert f"1 plan er gemt i {folder}.\n" in outcome.out
    assert "Ikke nået: 2025-036.\n" in outcome.out
    assert len(list(folder.iterdir())) == 1


def test_a_folder_that_is_not_there_is_one_sentence(
    enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path
) -> None:
    outcome = enplan("print", *access, "--all", "--out-dir", tmp_path / "ingen")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == f"{tmp_path / 'ingen'}: filen eller mappen findes ikke.\n"


@pytest.mark.parametrize(
    ("content", "sentence"), [(b"\n \n", "nævner ingen sag"), (b"\xff\xfe2", "ikke tekst i UTF-8")]
)
def test_a_file_that_names_no_cases_is_refused(
    enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path, folder: Path, content: bytes, sentence: str
) -> None:
    (tmp_path / "sager.txt").write_bytes(content)

    outcome = enplan("print", *access, "--cases", tmp_path / "sager.txt", "--out-dir", folder)

    assert (outcome.code, outcome.out) == (1, "")
    assert sentence in outcome.err


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--all"], "--out-dir mangler."),
        (["--all", "--case", SIGNED, "--out-dir", "."], "--case, --all kan ikke bruges sammen."),
        (["--all", "--cases", "x", "--out-dir", "."], "--cases, --all kan ikke bruges sammen."),
        (["--all", "--out", "x.pdf"], "--all bruges kun sammen med --document plan og --out-dir."),
        (["--case", SIGNED, "--out-dir", "."], "--out-dir bruges kun sammen med --cases eller --all."),
    ],
)
def test_options_that_do_not_go_together_are_wrong_use(
    enplan: Enplan, access: tuple[str | Path, ...], options: list[str], sentence: str
) -> None:
    outcome = enplan("print", *access, *options)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"Forkert brug: {sentence}\n"


def test_only_plans_are_printed_of_many_cases(enplan: Enplan, access: tuple[str | Path, ...], folder: Path) -> None:
    outcome = enplan("print", *access[:-1], "interview", "--all", "--out-dir", folder)

    assert outcome.code == 2
    assert "--document plan" in outcome.err
