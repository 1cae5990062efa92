"""A rule file that says something odd is refused, and the refusal says where.

Each file in `bad_files` and `bad_suspensions` differs from `good.toml` beside it in the one place its first line names.
"""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop_app.application.errors import RuleFileError, RuleProblem
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook
from desktop_app.resource_files import resource
from desktop_app.storage.rulebook_file import SUSPENSIONS, read_rulebook

HERE = Path(__file__).parent
RULE_FILE = "contract.signed.toml"
RULE = "contract.signed"

Reading = Callable[[Path, str], Rulebook]


class Bad(NamedTuple):
    """A bad file, what is wrong with it, at which key, and the word, date or type in question."""

    name: str
    problem: RuleProblem
    key: str
    detail: str = ""
    rule: str = RULE


BAD_FILES = [
    Bad("unknown_key", RuleProblem.UNKNOWN_KEY, "nickname"),
    Bad("unknown_key_in_version", RuleProblem.UNKNOWN_KEY, "version 1: colour"),
    Bad("unknown_key_in_source", RuleProblem.UNKNOWN_KEY, "version 1: source.page"),
    Bad("unknown_key_in_time", RuleProblem.UNKNOWN_KEY, "version 1: due.rolls"),
    Bad("missing_id", RuleProblem.MISSING_KEY, "id", rule=""),
    Bad("missing_name", RuleProblem.MISSING_KEY, "name"),
    Bad("missing_fulfilment", RuleProblem.MISSING_KEY, "fulfilled_by"),
    Bad("missing_versions", RuleProblem.MISSING_KEY, "version"),
    Bad("missing_valid_from", RuleProblem.MISSING_KEY, "version 1: valid_from"),
    Bad("missing_groups", RuleProblem.MISSING_KEY, "version 1: groups"),
    Bad("missing_standing", RuleProblem.MISSING_KEY, "version 1: standing"),
    Bad("missing_certainty", RuleProblem.MISSING_KEY, "version 1: certainty"),
    Bad("missing_source", RuleProblem.MISSING_KEY, "version 1: source"),
    Bad("missing_section", RuleProblem.MISSING_KEY, "version 1: source.section"),
    Bad("missing_address_of_statute", RuleProblem.MISSING_KEY, "version 1: source.url"),
    Bad("missing_day_of_check", RuleProblem.MISSING_KEY, "version 1: source.checked_on"),
    Bad("missing_unit", RuleProblem.MISSING_KEY, "version 1: due.unit"),
    Bad("number_as_name", RuleProblem.WRONG_TYPE, "name", "int"),
    Bad("word_as_groups", RuleProblem.WRONG_TYPE, "version 1: groups", "str"),
    Bad("text_as_value", RuleProblem.WRONG_TYPE, "version 1: due.value", "str"),
    Bad("yes_as_value", RuleProblem.WRONG_TYPE, "version 1: due.value", "bool"),
    Bad("fraction_as_value", RuleProblem.WRONG_TYPE, "version 1: due.value", "float"),
    Bad("text_as_date", RuleProblem.WRONG_TYPE, "version 1: valid_from", "str"),
    Bad("moment_as_date", RuleProblem.WRONG_TYPE, "version 1: valid_from", "datetime"),
    Bad("number_as_yes", RuleProblem.WRONG_TYPE, "version 1: to_next_working_day", "int"),
    Bad("table_as_versions", RuleProblem.WRONG_TYPE, "version", "dict"),
    Bad("words_as_versions", RuleProblem.WRONG_TYPE, "version", "str"),
    Bad("text_as_source", RuleProblem.WRONG_TYPE, "version 1: source", "str"),
    Bad("unknown_duty", RuleProblem.UNKNOWN_WORD, "id", "contract.sealed", rule="contract.sealed"),
    Bad("unknown_clock", RuleProblem.UNKNOWN_WORD, "counts_from", "arrival"),
    Bad("unknown_fulfilment", RuleProblem.UNKNOWN_WORD, "fulfilled_by", "contract_read"),
    Bad("unknown_move_effect", RuleProblem.UNKNOWN_WORD, "after_move", "vanishes"),
    Bad("unknown_unit", RuleProblem.UNKNOWN_WORD, "version 1: due.unit", "fortnights"),
    Bad("unknown_group", RuleProblem.UNKNOWN_WORD, "version 1: groups", "tourist"),
    Bad("list_as_group", RuleProblem.UNKNOWN_WORD, "version 1: groups", "['refugee']"),
    Bad("unknown_condition", RuleProblem.UNKNOWN_WORD, "version 1: conditions", "tall"),
    Bad("unknown_obligation", RuleProblem.UNKNOWN_WORD, "version 1: obligation", "should"),
    Bad("unknown_standing", RuleProblem.UNKNOWN_WORD, "version 1: standing", "custom"),
    Bad("unknown_certainty", RuleProblem.UNKNOWN_WORD, "version 1: certainty", "guessed"),
    Bad("overlapping_versions", RuleProblem.OVERLAPPING_VERSIONS, "version", "2024-12-31"),
    Bad("overlapping_open_versions", RuleProblem.OVERLAPPING_VERSIONS, "version", "2025-01-01"),
    Bad("ended_before_begun", RuleProblem.ENDS_BEFORE_IT_BEGINS, "version 1: ended_on", "2006-03-31"),
    Bad("empty_groups", RuleProblem.EMPTY, "version 1: groups"),
    Bad("empty_versions", RuleProblem.EMPTY, "version"),
    Bad("empty_name", RuleProblem.EMPTY, "name"),
    Bad("empty_act", RuleProblem.EMPTY, "version 1: source.act"),
    Bad("other_duty", RuleProblem.FILE_NAME_DIFFERS, "id", "contract.declaration", rule="contract.declaration"),
    Bad("no_clock", RuleProblem.NO_CLOCK, "counts_from", "2006-04-01"),
    Bad("no_time", RuleProblem.NO_TIME, "due", "2006-04-01"),
    Bad("negative_value", RuleProblem.NOT_POSITIVE, "version 1: due.value", "-1"),
    Bad("no_times", RuleProblem.NOT_POSITIVE, "version 1: times", "0"),
    Bad("repeats_nothing", RuleProblem.REPEATS_NOTHING, "version 1: repeats"),
    Bad("repeats_no_time", RuleProblem.REPEATS_NOTHING, "version 1: repeats"),
    Bad("begins_elsewhere", RuleProblem.BEGINS_ELSEWHERE, "version 1: begins_between", "2006-04-01"),
    Bad("unknown_key_in_days", RuleProblem.UNKNOWN_KEY, "version 1: begins_between.about"),
    Bad("missing_last_of_days", RuleProblem.MISSING_KEY, "version 1: begins_between.last"),
    Bad("impossible_date", RuleProblem.NO_SUCH_DATE, "version 1: valid_from", "2006-04-31"),
    Bad("impossible_date_in_source", RuleProblem.NO_SUCH_DATE, "version 1: source.checked_on", "2026-02-30"),
    Bad("impossible_date_in_days", RuleProblem.NO_SUCH_DATE, "version 1: begins_between.last", "2006-06-31"),
    Bad("number_as_repeats", RuleProblem.WRONG_TYPE, "version 1: repeats", "int"),
]

# The parser says at which line; which rule it was, only the name of the file can say.
NOT_READABLE = {"not_toml": "line 5", "duplicate_key": "line 4"}

BAD_SUSPENSIONS = [
    Bad("unknown_key", RuleProblem.UNKNOWN_KEY, "suspension 1: why"),
    Bad("unknown_key_in_file", RuleProblem.UNKNOWN_KEY, "why"),
    Bad("unknown_key_in_takeovers", RuleProblem.UNKNOWN_KEY, "suspension 1: takeovers.about"),
    Bad("missing_duties", RuleProblem.MISSING_KEY, "suspension 1: duties"),
    Bad("missing_takeovers", RuleProblem.MISSING_KEY, "suspension 1: takeovers"),
    Bad("missing_end", RuleProblem.MISSING_KEY, "suspension 1: takeovers.last"),
    Bad("missing_until", RuleProblem.MISSING_KEY, "suspension 1: until"),
    Bad("missing_source", RuleProblem.MISSING_KEY, "suspension 1: source"),
    Bad("missing_address", RuleProblem.MISSING_KEY, "suspension 1: source.url"),
    Bad("unknown_duty", RuleProblem.UNKNOWN_WORD, "suspension 1: duties", "offer.second"),
    Bad("unknown_group", RuleProblem.UNKNOWN_WORD, "suspension 1: groups", "tourist"),
    Bad("empty_duties", RuleProblem.EMPTY, "suspension 1: duties"),
    Bad("empty_file", RuleProblem.EMPTY, "suspension"),
    Bad("negative_time", RuleProblem.NOT_POSITIVE, "suspension 1: until.value", "-3"),
    Bad("ended_before_begun", RuleProblem.ENDS_BEFORE_IT_BEGINS, "suspension 1: takeovers.last", "2021-12-31"),
]

IN_ANOTHER_ORDER = "versions_out_of_order"


@pytest.fixture
def law(tmp_path: Path) -> Path:
    """A copy of the law as the program has it."""
    return Path(shutil.copytree(resource("law"), tmp_path / "law"))


@pytest.fixture
def read_with(law: Path) -> Reading:
    """Read the law with one of its files replaced by a bad one."""

    def reading(bad: Path, name: str) -> Rulebook:
        shutil.copy(bad, law / name)
        return read_rulebook(law)

    return reading


@pytest.mark.parametrize("bad", BAD_FILES, ids=lambda bad: bad.name)
def test_a_bad_rule_file_is_refused_with_file_rule_and_key(bad: Bad, read_with: Reading) -> None:
    with pytest.raises(RuleFileError) as refused:
        read_with(HERE / "bad_files" / f"{bad.name}.toml", RULE_FILE)

    error = refused.value
    assert (error.problem, error.file, error.rule, error.key) == (bad.problem, RULE_FILE, bad.rule, bad.key)
    assert error.detail == bad.detail


@pytest.mark.parametrize(("name", "line"), NOT_READABLE.items())
def test_a_rule_file_that_is_no_toml_is_refused_with_file_and_line(name: str, line: str, read_with: Reading) -> None:
    with pytest.raises(RuleFileError) as refused:
        read_with(HERE / "bad_files" / f"{name}.toml", RULE_FILE)

    assert (refused.value.problem, refused.value.file) == (RuleProblem.NOT_TOML, RULE_FILE)
    assert line in refused.value.detail


def test_a_rule_file_in_another_encoding_is_refused(law: Path) -> None:
    (law / RULE_FILE).write_bytes('name = "Opfølgning"'.encode("cp1252"))

    with pytest.raises(RuleFileError) as refused:
        read_rulebook(law)

    assert (refused.value.problem, refused.value.file) == (RuleProblem.NOT_TOML, RULE_FILE)


@pytest.mark.parametrize("bad", BAD_SUSPENSIONS, ids=lambda bad: bad.name)
def test_a_bad_suspension_is_refused_with_file_and_key(bad: Bad, read_with: Reading) -> None:
    with pytest.raises(RuleFileError) as refused:
        read_with(HERE / "bad_suspensions" / f"{bad.name}.toml", SUSPENSIONS)

    error = refused.value
    assert (error.problem, error.file, error.key, error.detail) == (bad.problem, SUSPENSIONS, bad.key, bad.detail)


def test_the_files_the_bad_ones_differ_from_are_accepted(read_with: Reading) -> None:
    read_with(HERE / "bad_files" / "good.toml", RULE_FILE)
    rulebook = read_with(HERE / "bad_suspensions" / "good.toml", SUSPENSIONS)

    assert [version.groups for version in rulebook.duties[DutyId.CONTRACT_SIGNED].versions] == [
        frozenset({TargetGroup.REFUGEE})
    ]
    assert [suspension.id for suspension in rulebook.suspensions] == ["ukraine.three_months"]


def test_every_bad_file_is_expected_somewhere() -> None:
    rules = {file.stem for file in (HERE / "bad_files").glob("*.toml")} - {"good"}
    suspensions = {file.stem for file in (HERE / "bad_suspensions").glob("*.toml")} - {"good"}

    assert rules == {bad.name for bad in BAD_FILES} | set(NOT_READABLE) | {IN_ANOTHER_ORDER}
    assert suspensions == {bad.name for bad in BAD_SUSPENSIONS}


@pytest.mark.parametrize("duty", list(DutyId))
def test_a_missing_rule_file_is_noticed_with_the_duty_that_lacks_it(duty: DutyId, law: Path) -> None:
    (law / f"{duty}.toml").unlink()

    with pytest.raises(RuleFileError) as refused:
        read_rulebook(law)

    assert (refused.value.problem, refused.value.detail) == (RuleProblem.DUTY_MISSING, duty)


def test_a_rule_file_nobody_knows_is_refused(law: Path) -> None:
    (law / "offer.third.toml").write_text('id = "offer.third"\n', encoding="utf-8")

    with pytest.raises(RuleFileError) as refused:
        read_rulebook(law)

    assert (refused.value.problem, refused.value.file, refused.value.detail) == (
        RuleProblem.UNKNOWN_WORD,
        "offer.third.toml",
        "offer.third",
    )


def test_a_rulebook_without_a_file_of_suspensions_suspends_nothing(law: Path) -> None:
    (law / SUSPENSIONS).unlink()

    assert read_rulebook(law).suspensions == ()


def test_the_message_of_a_refusal_names_file_rule_key_and_word(read_with: Reading) -> None:
    with pytest.raises(RuleFileError, match=r"contract\.signed\.toml: contract\.signed: version 1: groups: .*tourist"):
        read_with(HERE / "bad_files" / "unknown_group.toml", RULE_FILE)


def test_versions_are_oldest_first_whatever_the_order_in_the_file(read_with: Reading) -> None:
    rulebook = read_with(HERE / "bad_files" / f"{IN_ANOTHER_ORDER}.toml", RULE_FILE)

    begins = [version.valid_from for version in rulebook.duties[DutyId.CONTRACT_SIGNED].versions]
    assert begins == [date(2006, 4, 1), date(2025, 1, 1)]
