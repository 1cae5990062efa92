"""Reads the dated texts of legal weight in `resources/texts/*.toml`, as strictly as the rules."""

from datetime import date
from itertools import combinations
from pathlib import Path

from desktop_app.application.errors import RuleProblem
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import Period
from desktop_app.domain.legal_texts import LegalText, LegalTexts, TextId
from desktop_app.storage.rule_table import RuleTable


def read_legal_texts(file: Path) -> LegalTexts:
    """Return the texts of a file.

    Raises:
        RuleFileError: the file is not as texts are written.
    """
    return legal_texts_of(RuleTable.of_file(file))


def legal_texts_of(table: RuleTable) -> LegalTexts:
    """Return the texts that stand in the table of a file.

    Raises:
        RuleFileError: as `read_legal_texts` says.
    """
    texts = [_text(inner) for inner in table.inner_list("text")]
    table.finish()
    for one, other in combinations(texts, 2):
        if one.id is other.id and _share_a_group(one, other) and _period(one).overlaps(_period(other)):
            raise table.error(RuleProblem.OVERLAPPING_VERSIONS, "text", f"{other.id} {other.valid_from.isoformat()}")
    return LegalTexts(texts)


def _share_a_group(one: LegalText, other: LegalText) -> bool:
    """Tell whether two texts are meant for the same people; a group's own text may stand beside the general one."""
    return one.groups == other.groups or bool(one.groups & other.groups)


def _period(text: LegalText) -> Period:
    return Period(text.valid_from, text.ended_on)


def _text(table: RuleTable) -> LegalText:
    text = LegalText(
        id=table.required_word("id", TextId),
        heading=table.take("heading", str),
        text=table.take("text", str),
        valid_from=table.take("valid_from", date),
        ended_on=table.take("ended_on", date, required=False),
        source=table.take("source", str),
        checked_by=table.take("checked_by", str, required=False),
        groups=frozenset(table.words("groups", TargetGroup, required=False)),
    )
    if text.ended_on and text.ended_on < text.valid_from:
        raise table.error(RuleProblem.ENDS_BEFORE_IT_BEGINS, "ended_on", text.ended_on.isoformat())
    table.finish()
    return text
