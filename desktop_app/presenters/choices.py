"""Long lists to choose from: countries, languages and municipalities, in the order they are needed, and found by part.

A choice is a pair of key and words. What a record already holds and the list does not is put in by `including`, so that
opening a form loses nothing.
"""

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache

from desktop_app.application.folding import bare, folded
from desktop_app.presenters.danish_order import danish_order
from desktop_app.presenters.field_words import language_text, nationality_text
from desktop_app.resource_files import resource
from desktop_app.translation import capitalised

Choice = tuple[str, str]

STATELESS, UNKNOWN = "XS", "XX"
FICTIONAL_MUNICIPALITY = "999"

_USUAL_COUNTRIES = ("SY", "UA", "AF", "ER", "SO", "IR", "IQ", "CD", "MM")
_NO_COUNTRIES = frozenset(("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"))
"""What CLDR lists beside the countries of ISO 3166-1 and Kosovo: unions, and islands of another country."""

_COUNTRY_LETTERS = 2

_USUAL_LANGUAGES = "ar uk fa-AF fa ti so tr kmr ckb ps ru en fr sw am om my rhg"
_OTHER_LANGUAGES = (
    "aa aii apc az be bg bm bn bo bs byn cnh cs da de din dsl dz ee el es et ff fi fil gu ha haz hi hr hu hy id ig it "
    "ka kg ki kk km ksw ky ln lo lt lv mg mk ml mn mr ms nb ne nl nus ny pa pl pt rn ro rw sg si sk sl sn sq sr st sv "
    "ta te tg th tig tk tl ug ur uz vi wo yo zh zza"
)


def country_choices(including: str | None = None) -> list[Choice]:
    """Return every country, the usual ones of newcomers first, stateless and unknown last."""
    usual = [(code, nationality_text(code)) for code in _USUAL_COUNTRIES]
    others = _in_order((code, nationality_text(code)) for code in _country_codes() if code not in _USUAL_COUNTRIES)
    last = [(code, nationality_text(code)) for code in (STATELESS, UNKNOWN)]
    return _with([*usual, *others, *last], including, nationality_text(including))


def language_choices(including: str | None = None) -> list[Choice]:
    """Return the languages citizens speak by their BCP 47 tags, the usual ones first."""
    usual = [(tag, capitalised(language_text(tag))) for tag in _USUAL_LANGUAGES.split()]
    others = _in_order((tag, capitalised(language_text(tag))) for tag in _OTHER_LANGUAGES.split())
    return _with([*usual, *others], including, capitalised(language_text(including)))


def municipality_choices() -> list[Choice]:
    """Return the 98 municipalities by their three-digit codes, and the fictional one last."""
    names = _municipality_names()
    real = _in_order((code, name) for code, name in names.items() if code != FICTIONAL_MUNICIPALITY)
    return [*real, (FICTIONAL_MUNICIPALITY, names[FICTIONAL_MUNICIPALITY])]


class ChoiceSearch:
    """Choices with their search keys, made once and asked at each key press."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self._choices = list(choices)
        self._keys = [(folded(words), bare(words)) for _key, words in choices]

    @property
    def choices(self) -> Sequence[Choice]:
        """All of them."""
        return self._choices

    def find(self, text: str) -> list[Choice]:
        """Return what holds a text however its letters are written: first what begins with it, then words that do.

        What has it as its key, in capitals or figures, comes before all. A blank text finds everything.
        """
        wanted = {form for form in (folded(text.strip()), bare(text.strip())) if form}
        if not wanted:
            return list(self._choices)
        ranked = []
        for choice, keys in zip(self._choices, self._keys, strict=True):
            rank = min(_rank(key, form) for key in keys for form in wanted)
            if choice[0].upper() == text.strip():
                rank = _EXACT
            if rank < _ABSENT:
                ranked.append((rank, choice))
        return [choice for _rank, choice in sorted(ranked, key=lambda found: found[0])]

    def meant(self, text: str) -> str:
        """Return the key of the one choice a text can mean: its whole words, or a part only one has; else nothing."""
        whole = [key for key, words in self._choices if words.casefold() == text.strip().casefold()]
        found = whole or [key for key, _words in self.find(text)]
        return found[0] if text.strip() and len(found) == 1 else ""

    def words(self, key: str) -> str:
        """Return the words of a key, nothing for an unknown one."""
        return next((words for known, words in self._choices if known == key), "")


_EXACT, _BEGINS, _BEGINS_A_WORD, _HOLDS, _ABSENT = range(5)


def _rank(key: str, form: str) -> int:
    place = key.find(form)
    if place <= 0:
        return _BEGINS if place == 0 else _ABSENT
    return _BEGINS_A_WORD if any(f"{mark}{form}" in key for mark in " -(") else _HOLDS


def _in_order(choices: Iterable[Choice]) -> list[Choice]:
    return sorted(choices, key=lambda choice: danish_order(choice[1]))


def _with(choices: list[Choice], key: str | None, words: str) -> list[Choice]:
    return choices if key is None or any(key == known for known, _words in choices) else [*choices, (key, words)]


@cache
def _country_codes() -> tuple[str, ...]:
    from babel import Locale  # noqa: PLC0415 - as in `translation`: not needed before the password field

    codes = (code for code in map(str, Locale("da").territories) if len(code) == _COUNTRY_LETTERS and code.isalpha())
    return tuple(code for code in codes if code not in _NO_COUNTRIES)


@cache
def _municipality_names() -> dict[str, str]:
    text = resource("places", "municipalities.toml").read_text(encoding="utf-8")
    names: dict[str, str] = tomllib.loads(text)["municipalities"]
    return names
