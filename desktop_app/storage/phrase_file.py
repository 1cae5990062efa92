"""Reads the phrases a team may begin with from `resources/phrases/*.toml`, as strictly as the rules."""

from pathlib import Path

from desktop_app.application.errors import RuleProblem
from desktop_app.domain.phrase import Phrase, PhrasePlace, kind_at
from desktop_app.storage.rule_table import RuleTable


def read_phrases(file: Path) -> tuple[Phrase, ...]:
    """Return the phrases of a file in its order; none of them has an id yet.

    Raises:
        RuleFileError: the file is not as phrases are written.
    """
    table = RuleTable.of_file(file)
    phrases = tuple(_phrase(inner) for inner in table.inner_list("phrase"))
    table.finish()
    return phrases


def _phrase(table: RuleTable) -> Phrase:
    place = table.required_word("place", PhrasePlace)
    word = table.take("kind", str, required=False) or ""
    kind = kind_at(place, word)
    if word and kind is None:
        raise table.error(RuleProblem.UNKNOWN_WORD, "kind", word)
    name = table.take("name", str, required=False) or ""
    phrase = Phrase(id="", place=place, kind=kind, name=name, text=table.take("text", str))
    table.finish()
    return phrase
