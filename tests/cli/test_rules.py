"""`enplan rules`: what the program knows of the law, and whether its rule files say it rightly."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.cli.options import today
from desktop_app.composition import stores
from desktop_app.domain.duties import DutyId
from desktop_app.resource_files import resource
from desktop_app.translation import long_date
from tests.cli.conftest import Enplan, actions_in_log
from tests.command_line import Outcome
from tests.sample import sample


def test_checking_the_rules_tells_how_much_was_read_and_what_is_uncertain(enplan: Enplan) -> None:
    outcome = enplan("rules", "check")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Læste 17 opgaver med ")
    assert "udledt, ikke læst i lovens tekst" in outcome.out
    assert "ikke juridisk godkendt" in outcome.out


@pytest.fixture
def spoil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes one of the rule files a bad one."""

    def change() -> None:
        for folder in ("law", "texts"):
            shutil.copytree(resource(folder), tmp_path / folder)
        file = tmp_path / "law" / "offer.gap.toml"
        file.write_text(file.read_text(encoding="utf-8").replace("standing", "stading", 1), encoding="utf-8")
        monkeypatch.setattr(stores, "resource", tmp_path.joinpath)

    return change


def test_a_rule_file_that_is_wrong_is_named_with_its_key_though_there_is_a_good_copy(
    enplan: Enplan, spoil: Callable[[], None], own_folder: Path
) -> None:
    enplan("rules", "show")
    assert list(own_folder.iterdir())
    spoil()

    outcome = enplan("rules", "check")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == "offer.gap.toml, offer.gap, version 1: standing: Nøglen mangler.\n"


def test_a_wrong_rule_file_is_told_and_the_last_good_rules_are_used(
    enplan: Enplan, spoil: Callable[[], None], sample_store: Path, password_file: Path
) -> None:
    access = ("--store", sample_store, "--password-file", password_file)
    before = enplan("deadlines", *access, "--as-of", "2026-11-22")
    shown = enplan("rules", "show", "--on", "2016-06-30")
    spoil()
    notice = (
        "Regelfilen offer.gap.toml kunne ikke læses: offer.gap, version 1: standing: Nøglen mangler."
        f" Programmet bruger regelsættet fra den {long_date(today())}.\n"
    )

    assert (before.code, before.err) == (0, "")
    assert enplan("deadlines", *access, "--as-of", "2026-11-22") == Outcome(0, before.out, notice)
    assert enplan("rules", "show", "--on", "2016-06-30") == Outcome(0, shown.out, notice)


def test_what_needs_no_rules_says_nothing_of_a_wrong_rule_file(
    enplan: Enplan, spoil: Callable[[], None], sample_store: Path, password_file: Path
) -> None:
    spoil()

    assert enplan("verify", "--store", sample_store, "--password-file", password_file).err == ""


def test_a_wrong_rule_file_is_refused_where_there_are_no_earlier_rules(
    enplan: Enplan, spoil: Callable[[], None], sample_store: Path, password_file: Path
) -> None:
    spoil()

    outcome = enplan("deadlines", "--store", sample_store, "--password-file", password_file)

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == (
        "Regelfilen offer.gap.toml kunne ikke læses: offer.gap, version 1: standing: Nøglen mangler. Computeren har"
        " ingen kopi af et tidligere regelsæt at bruge i stedet. Ret filen, eller installér programmet igen.\n"
    )


def test_showing_the_rules_names_every_duty_on_the_day(enplan: Enplan) -> None:
    outcome = enplan("rules", "show", "--on", "2016-06-30")

    assert outcome.code == 0
    assert outcome.out.startswith("Regler den 30. juni 2016\n")
    assert all(f"{duty}  " in outcome.out for duty in DutyId)


def test_the_rules_of_another_day_are_others(enplan: Enplan) -> None:
    before, after = (enplan("rules", "show", "--on", day).out for day in ("2016-06-30", "2016-07-01"))

    assert before.splitlines()[1:] != after.splitlines()[1:]


@pytest.mark.parametrize("duty", DutyId)
def test_a_duty_is_explained_with_source_and_standing(enplan: Enplan, duty: DutyId) -> None:
    outcome = enplan("rules", "explain", duty, "--on", "2026-11-22")

    assert outcome.code == 0
    assert outcome.out.startswith(f"{duty}  ")
    assert "Målgrupper: " in outcome.out
    assert "Kilde: " in outcome.out


def test_the_version_that_holds_on_the_day_is_marked(enplan: Enplan) -> None:
    said = enplan("rules", "explain", "offer.first", "--on", "2024-12-31").out

    assert "01.07.2016 – 31.12.2024  (gælder den 31.12.2024)" in said
    assert said.count("(gælder den") == 1


@pytest.mark.parametrize(
    "arguments", [["explain", "ukendt"], ["explain"], ["show", "--on", "2026-02-30"], ["nosuch"], []], ids=" ".join
)
def test_rules_asked_for_wrongly_are_wrong_use(enplan: Enplan, arguments: list[str]) -> None:
    assert enplan("rules", *arguments).code == 2


def test_rules_without_more_shows_what_there_is(enplan: Enplan) -> None:
    outcome = enplan("rules")

    assert "explain" in outcome.out + outcome.err
    assert "Forkert brug" not in outcome.out + outcome.err


# Two sets of rules ---------------------------------------------------------------------------------------------------

Diff = Callable[[Path, Path], Outcome]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resource("law"), tmp_path / "gammel"))


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resource("law"), tmp_path / "ny"))


@pytest.fixture
def diff(enplan: Enplan, sample_store: Path, password_file: Path) -> Diff:
    """Compares two folders of rules over the sample on the day it was made for."""

    def compare(old: Path, new: Path) -> Outcome:
        access = ("--store", sample_store, "--password-file", password_file, "--as-of", "2026-11-22")
        return enplan("rules", "diff", old, new, *access)

    return compare


def reworded(folder: Path, duty: str, before: str, after: str) -> None:
    file = folder / f"{duty}.toml"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def test_equal_rules_change_no_deadline(diff: Diff, old: Path, new: Path) -> None:
    outcome = diff(old, new)

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "Reglerne er ens.\n\nIngen frister ændres pr. 22.11.2026.\n"


def test_a_changed_rule_lists_the_cases_whose_deadlines_change_without_names(diff: Diff, old: Path, new: Path) -> None:
    reworded(new, "contract.signed", "value = 1", "value = 2")

    outcome = diff(old, new)

    assert (outcome.code, outcome.err) == (0, "")
    assert "    due: 1 måned → 2 måneder\n" in outcome.out
    rows = [line.split()[:2] for line in outcome.out.split("Sagsnr.")[1].splitlines()[1:]]
    assert rows == sorted(rows) != []
    assert {duty for _, duty in rows} == {"contract.signed"}
    names = {case["citizen"]["family_name"] for case in sample()["cases"]}
    assert [name for name in names if name in outcome.out] == []


def test_comparing_rules_is_logged_as_a_listing(diff: Diff, old: Path, new: Path, sample_store: Path) -> None:
    diff(old, new)

    assert "listed" in actions_in_log(sample_store)


def test_a_bad_file_in_either_folder_is_named_with_folder_rule_and_key(diff: Diff, old: Path, new: Path) -> None:
    reworded(new, "offer.gap", "standing", "stading")

    for one, other in ((old, new), (new, old)):
        outcome = diff(one, other)

        assert (outcome.code, outcome.out) == (1, "")
        assert outcome.err.startswith(f"{new / 'offer.gap.toml'}, offer.gap, version 1: ")


def test_a_folder_that_lacks_a_duty_is_named(diff: Diff, old: Path, new: Path) -> None:
    (new / "offer.gap.toml").unlink()

    outcome = diff(old, new)

    assert (outcome.code, outcome.err) == (1, f"{new}: Disse opgaver har ingen regel: offer.gap.\n")


def test_a_folder_that_is_not_there_is_named(diff: Diff, old: Path, tmp_path: Path) -> None:
    outcome = diff(old, tmp_path / "ingen")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith(f"{tmp_path / 'ingen'}: ")
