"""F3 in a field of text: the team's phrases, those for this field first, found as one types, and put in."""

from collections.abc import Callable, Sequence
from typing import Protocol

from desktop_app.application.errors import ApplicationError
from desktop_app.application.folding import bare, folded
from desktop_app.domain.phrase import Phrase, PhraseSpot, fits_at, nearest_first
from desktop_app.presenters.danish_order import danish_order
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.phrase_acts import PhraseActs, PhraseFollower
from desktop_app.presenters.phrase_port import PhraseWork
from desktop_app.presenters.phrase_texts import one_line, phrase_title, where_text
from desktop_app.presenters.quick_open_presenter import QuickGroup, QuickRow, matches
from desktop_app.translation import _, _n

_KEEP, _MANAGE, _TAKE_IN = "act:keep", "act:manage", "act:take-in"


class FinderView(Protocol):
    """The list over the page."""

    def show_groups(self, groups: Sequence[QuickGroup], count: str) -> None:
        """Show rows, the first of them chosen, and how many phrases were found."""
        ...

    def show_whole(self, text: str) -> None:
        """Show the whole text of the phrase one is at; an empty text shows none."""
        ...


class PhraseFinder:
    """Finds phrases and acts on them.

    `insert` puts a text in the field, `keep` asks to keep one as a phrase, `manage` shows the list of all,
    `open_again` opens this one anew.
    """

    def __init__(
        self,
        view: FinderView,
        follower: PhraseFollower,
        acts: PhraseActs,
        *,
        work: PhraseWork,
        insert: Callable[[str], None],
        keep: Callable[[PhraseSpot, str], None],
        manage: Callable[[], None],
        open_again: Callable[[], None],
    ) -> None:
        self._view, self._follower, self._acts, self._work = view, follower, acts, work
        self._insert, self._keep, self._manage, self._open_again = insert, keep, manage, open_again
        self._spot, self._text, self._is_selected = PhraseSpot(), "", False
        self._phrases: Sequence[Phrase] = ()
        self._query = ""

    def open(self, spot: PhraseSpot, text: str, *, is_selected: bool) -> bool:
        """Show what fits a spot, and tell whether there is something to show.

        `text` is what can be kept as a phrase: what is selected in the field, else all that stands there.
        """
        self._spot, self._text, self._is_selected, self._query = spot, text.strip(), is_selected, ""
        return self.reload()

    def reload(self) -> bool:
        """Show anew what there is now, for what was typed; tell whether it could be read."""
        try:
            phrases = self._work.all()
        except ApplicationError as error:
            self._follower.show_error(error_text(error))
            return False
        in_order = sorted(phrases, key=lambda phrase: danish_order(phrase_title(phrase)))
        self._phrases = nearest_first(in_order, self._spot)
        self.search(self._query)
        return True

    def search(self, query: str) -> None:
        """Show the phrases and acts that hold every word typed, however it is spelt."""
        self._query = query
        words = query.split()
        found = [phrase for phrase in self._phrases if _holds(words, phrase)]
        here = tuple(self._row(phrase) for phrase in found if fits_at(phrase, self._spot))
        others = tuple(self._row(phrase, is_elsewhere=True) for phrase in found if not fits_at(phrase, self._spot))
        acts = tuple(act for act in self._acts_here() if _all_in(words, act.title))
        groups = (
            QuickGroup(_("For this field"), here),
            QuickGroup(_("Other phrases"), others),
            QuickGroup(_("Actions"), acts),
        )
        count = _n("{n} phrase", "{n} phrases", len(found)).format(n=len(found))
        self._view.show_groups([group for group in groups if group.rows], count)

    def look_at(self, row_id: str) -> None:
        """Show the whole text of the row one is at."""
        phrase = self._phrase(row_id)
        self._view.show_whole(phrase.text if phrase else "")

    def choose(self, row_id: str) -> None:
        """Put the phrase of a row in the field, or do its act."""
        if phrase := self._phrase(row_id):
            self._insert(phrase.text)
        elif row_id == _KEEP:
            self._keep(self._spot, self._text)
        elif row_id == _TAKE_IN:
            self._acts.take_in_starting()
            self._open_again()
        elif row_id == _MANAGE:
            self._manage()

    def _phrase(self, row_id: str) -> Phrase | None:
        return next((phrase for phrase in self._phrases if phrase.id == row_id), None)

    def _acts_here(self) -> Sequence[QuickRow]:
        acts: list[QuickRow] = []
        if not self._phrases:
            n = len(self._work.starting)
            text = _n("Take in {n} phrase to begin with", "Take in {n} phrases to begin with", n).format(n=n)
            acts.append(QuickRow(id=_TAKE_IN, icon="download", title=text))
        if self._text:
            keep = _("Save the selected text as a phrase …") if self._is_selected else _("Save the text as a phrase …")
            acts.append(QuickRow(id=_KEEP, icon="save", title=keep, keys="Alt+F3"))
        acts.append(QuickRow(id=_MANAGE, icon="settings", title=_("Change and remove phrases")))
        return [_marked(act, self._query) for act in acts]

    def _row(self, phrase: Phrase, *, is_elsewhere: bool = False) -> QuickRow:
        title, where = phrase_title(phrase), where_text(phrase)
        detail = one_line(phrase.text) if phrase.name else where
        if phrase.name and is_elsewhere:
            detail = f"{where}: {detail}"
        return QuickRow(id=phrase.id, icon="document", title=title, bold=matches(title, self._query), detail=detail)


def _marked(act: QuickRow, query: str) -> QuickRow:
    return QuickRow(id=act.id, icon=act.icon, title=act.title, bold=matches(act.title, query), keys=act.keys)


def _holds(words: Sequence[str], phrase: Phrase) -> bool:
    return _all_in(words, f"{phrase.name} {phrase.text} {where_text(phrase)}")


def _all_in(words: Sequence[str], text: str) -> bool:
    return all(folded(word) in folded(text) or bare(word) in bare(text) for word in words)
