"""Marks on changed words, so that line and colour are not all that tells them apart: "[tilføjet: meget]"."""

from collections.abc import Iterator, Sequence

from desktop_app.domain.word_changes import WordChange, WordStretch
from desktop_app.translation import _, _p


def change_word(change: WordChange) -> str:
    """Return the word that marks what was added or removed, nothing for what was kept."""
    return {
        WordChange.ADDED: _p("words of a plan", "added"),
        WordChange.REMOVED: _p("words of a plan", "removed"),
        WordChange.KEPT: "",
    }[change]


def marked(words: Sequence[WordStretch]) -> tuple[WordStretch, ...]:
    """Return the words with marks around what was removed and added; the marks themselves count as kept.

    Spaces at the edges of changed words stand outside the marks; where nothing but spaces was changed, that is said.
    """
    return tuple(_marked(words))


def _marked(words: Sequence[WordStretch]) -> Iterator[WordStretch]:
    before = WordChange.KEPT
    for stretch in words:
        if stretch.change is WordChange.KEPT:
            yield stretch
        else:
            parted = " " if before is not WordChange.KEPT else ""
            yield from _with_mark(stretch, parted)
        before = stretch.change


def _with_mark(stretch: WordStretch, parted: str) -> Iterator[WordStretch]:
    text, word = stretch.text, change_word(stretch.change)
    changed = text.strip()
    if not changed:
        yield WordStretch(WordChange.KEPT, f"{parted}[{word}: ")
        yield WordStretch(stretch.change, _("space"))
        yield WordStretch(WordChange.KEPT, "] ")
        return
    start = text[: len(text) - len(text.lstrip())] or parted
    yield WordStretch(WordChange.KEPT, f"{start}[{word}: ")
    yield WordStretch(stretch.change, changed)
    yield WordStretch(WordChange.KEPT, f"]{text[len(text.rstrip()) :]}")
