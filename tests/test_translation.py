"""Texts in the language of the interface, and the Danish catalogue: complete, current and of one style."""

import ast
import gettext
import re
import string
from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import IO, NamedTuple

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from desktop_app import translation
from desktop_app.resource_files import resource
from desktop_app.translation import (
    DANISH,
    ENGLISH,
    LANGUAGES,
    _,
    _n,
    _p,
    capitalised,
    counted,
    country_name,
    full_date,
    language,
    language_name,
    long_date,
    month_and_year,
    set_language,
    short_date,
    short_month,
    weekday,
)

PACKAGE = Path(__file__).resolve().parent.parent / "desktop_app"
CATALOGUE = resource("locale", "da", "LC_MESSAGES", "enplan.po")
TUESDAY = date(2026, 3, 3)
# How each function is called: its plain texts, or a context and a text.
KEYWORDS = {"_": None, "_n": (1, 2), "_p": ((1, "c"), 2)}


class Source(NamedTuple):
    """A text as the program asks for it: one form or two, and the context that settles its meaning."""

    forms: tuple[str, ...]
    context: str | None = None


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    set_language(DANISH)
    yield
    set_language(DANISH)


@cache
def catalogue() -> Catalog:
    with CATALOGUE.open("rb") as text:
        return read_po(text, locale="da")


@cache
def entries() -> list[Message]:
    return [message for message in catalogue() if message.id]


def known() -> set[Source]:
    """Return the texts the catalogue has."""
    return {Source(_forms(message.id), message.context) for message in entries()}


def pairs() -> Iterator[tuple[str, str]]:
    """Yield each source text with its Danish one, form by form."""
    for message in entries():
        yield from zip(_forms(message.id), _forms(message.string), strict=True)


def extracted() -> set[Source]:
    """Return the texts the extractor finds in the program."""
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS)
    return {Source(_forms(texts), context) for _file, _line, texts, _comments, context in found}


@cache
def calls() -> list[tuple[str, list[ast.expr]]]:
    """Return each place where the program asks for a text: the function, and the text or texts it is given."""
    return [
        (node.func.id, node.args[:1] if node.func.id == "_" else node.args[:2])
        for file in PACKAGE.rglob("*.py")
        if file.name != "translation.py"  # defines the functions, and passes on what it is given
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS
    ]


def asked_for() -> set[Source]:
    """Return the texts the program really asks for, whatever the extractor finds."""
    found = set[Source]()
    for function, arguments in calls():
        texts = [str(one.value) for one in arguments if isinstance(one, ast.Constant)]
        found.add(Source((texts[1],), texts[0]) if function == "_p" else Source(tuple(texts)))
    return found


def _forms(text: object) -> tuple[str, ...]:
    return tuple(map(str, text)) if isinstance(text, list | tuple) else (str(text),)


def fields_of(text: str) -> list[str]:
    return sorted(name for _literal, name, _spec, _conversion in string.Formatter().parse(text) if name is not None)


# The catalogue -------------------------------------------------------------------------------------------------------


def test_every_text_of_the_program_is_in_the_catalogue() -> None:
    assert len(known()) > 500
    assert extracted() - known() == set()
    assert asked_for() - known() == set()


def test_the_extractor_finds_every_text_the_program_asks_for() -> None:
    assert asked_for() - extracted() == set()


def test_the_catalogue_holds_nothing_the_program_does_not_ask_for() -> None:
    assert known() - asked_for() == set()
    assert not catalogue().obsolete


def test_every_text_that_is_asked_for_is_written_out() -> None:
    """A variable cannot be extracted."""
    assert [
        call for call in calls() for text in call[1] if not (isinstance(text, ast.Constant) and type(text.value) is str)
    ] == []


def test_every_text_has_a_danish_one() -> None:
    assert [source for source, danish_text in pairs() if not danish_text.strip()] == []


def test_no_translation_waits_to_be_checked() -> None:
    assert [message.id for message in entries() if message.fuzzy] == []
    assert not catalogue().fuzzy


def test_a_translation_has_the_same_fields_as_its_source() -> None:
    assert [source for source, danish_text in pairs() if fields_of(source) != fields_of(danish_text)] == []


def test_fields_are_named_and_take_no_format() -> None:
    parts = [part for both in pairs() for text in both for part in string.Formatter().parse(text)]
    named = [(name, spec, conversion) for _literal, name, spec, conversion in parts if name is not None]

    assert named
    assert all(name.isidentifier() and not spec and not conversion for name, spec, conversion in named)


def test_danish_has_one_form_for_one_and_another_for_all_others() -> None:
    assert catalogue().num_plurals == 2
    assert catalogue().plural_expr == "(n != 1)"


def test_every_counted_text_has_both_forms_and_counts() -> None:
    plural = [message for message in entries() if isinstance(message.id, tuple | list)]

    assert len(plural) > 10
    for message in plural:
        assert len(_forms(message.id)) == len(_forms(message.string)) == 2
        assert all("{n}" in form for form in (*_forms(message.id), *_forms(message.string)))


def test_a_text_that_counts_things_has_a_form_for_one() -> None:
    counting = re.compile(r"\{n\} (?:\S+ )?\w+s\b")
    single = [str(message.id) for message in entries() if isinstance(message.id, str)]

    assert [text for text in single if counting.search(text) and "at least" not in text] == []  # never one


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    compiled = BytesIO()
    write_mo(compiled, catalogue())
    compiled.seek(0)

    with CATALOGUE.with_suffix(".mo").open("rb") as bundled:
        assert _texts_in(bundled) == _texts_in(compiled)


def _texts_in(compiled: IO[bytes]) -> dict[object, str]:
    """Return the texts of a compiled catalogue without its head, which says when it was compiled."""
    texts: dict[object, str] = gettext.GNUTranslations(compiled)._catalog  # type: ignore[attr-defined]
    return {source: text for source, text in texts.items() if source}


# Its style -----------------------------------------------------------------------------------------------------------


def test_nobody_is_shouted_at_or_begged() -> None:
    danish_texts = [danish_text for _source, danish_text in pairs()]

    assert [text for text in danish_texts if "!" in text or "venligst" in text.lower()] == []


def test_source_texts_are_english() -> None:
    assert [source for source, _danish in pairs() if re.search("[æøåÆØÅ]", source)] == []


@pytest.mark.parametrize("end", [".", "?", ":", "…", " ", ")"])
def test_a_translation_ends_and_begins_as_its_source(end: str) -> None:
    assert [source for source, text in pairs() if source.endswith(end) != text.endswith(end)] == []
    assert [source for source, text in pairs() if source[0].isspace() != text[0].isspace()] == []


def test_a_translation_stays_on_one_line_and_has_no_stray_spaces() -> None:
    texts = [text for both in pairs() for text in both]

    assert [text for text in texts if "\n" in text or "  " in text.strip()] == []


def test_danish_is_quoted_in_danish() -> None:
    texts = [danish_text for _source, danish_text in pairs()]

    assert [text for text in texts if '"' in text or "“" in text] == []
    assert [text for text in texts if text.count("»") != text.count("«")] == []


def test_danish_is_said_in_the_words_of_the_team() -> None:
    avoided = re.compile(r"\b(deadline|login|backup|password|case|bruger-id)\b", re.IGNORECASE)
    options = re.compile(r"--[a-z-]+")

    assert [text for _source, text in pairs() if avoided.search(options.sub("", text))] == []


# The language of the interface ---------------------------------------------------------------------------------------


def test_texts_are_danish_unless_english_is_chosen() -> None:
    assert language() == DANISH
    assert _("Due today") == "Frist i dag"

    set_language(ENGLISH)

    assert language() == ENGLISH
    assert _("Due today") == "Due today"


def test_a_text_nobody_has_translated_is_shown_as_it_stands() -> None:
    assert _("Sprockets") == "Sprockets"


def test_a_counted_text_takes_the_form_that_fits() -> None:
    forms = {count: _n("{n} case", "{n} cases", count) for count in (0, 1, 2)}

    assert forms == {0: "{n} sager", 1: "{n} sag", 2: "{n} sager"}
    assert counted("{n} case", "{n} cases", 1) == "1 sag"
    set_language(ENGLISH)
    assert counted("{n} case", "{n} cases", 3) == "3 cases"


def test_a_short_word_is_translated_by_its_context() -> None:
    assert _p("timeline", "next") == "næste"
    assert _p("elsewhere", "next") == "next"


@pytest.mark.parametrize("unknown", ["de", "", "DA"])
def test_a_language_the_program_does_not_have_is_refused(unknown: str) -> None:
    with pytest.raises(ValueError, match=f"^{unknown}$"):
        set_language(unknown)

    assert language() == DANISH


def test_every_language_can_be_chosen() -> None:
    for chosen in LANGUAGES:
        set_language(chosen)

        assert _("Due today")
        assert long_date(TUESDAY)


# Dates and names -----------------------------------------------------------------------------------------------------


def test_dates_are_written_as_danes_write_them() -> None:
    assert short_date(TUESDAY) == "03.03.2026"
    assert long_date(TUESDAY) == "3. marts 2026"
    assert full_date(TUESDAY) == "tirsdag den 3. marts 2026"
    assert weekday(TUESDAY) == "tirsdag"
    assert month_and_year(TUESDAY) == "marts 2026"
    assert short_month(TUESDAY) == "mar."


def test_dates_are_written_in_english_when_english_is_chosen() -> None:
    set_language(ENGLISH)

    assert short_date(TUESDAY) == "03.03.2026"
    assert long_date(TUESDAY) == "March 3, 2026"
    assert full_date(TUESDAY) == "Tuesday, March 3, 2026"
    assert weekday(TUESDAY) == "Tuesday"
    assert month_and_year(TUESDAY) == "March 2026"
    assert short_month(TUESDAY) == "Mar"


@pytest.mark.parametrize(
    ("text", "capital"), [("åben", "Åben"), ("NAV", "NAV"), ("", ""), ("ærø er en ø", "Ærø er en ø")]
)
def test_only_the_first_letter_becomes_a_capital(text: str, capital: str) -> None:
    assert capitalised(text) == capital


def test_countries_and_languages_have_their_names() -> None:
    assert (country_name("SY"), country_name("QQ")) == ("Syrien", "QQ")
    assert [language_name(tag) for tag in ("ar", "ar-SY", "fa-AF", "zz-ZZ")] == ["arabisk", "arabisk", "dari", "zz-ZZ"]
    set_language(ENGLISH)
    assert (country_name("SY"), language_name("ar")) == ("Syria", "Arabic")


def test_the_catalogue_is_read_once_for_each_language() -> None:
    translation._catalogue.cache_clear()

    for _times in range(3):
        assert _("Due today") == "Frist i dag"

    assert translation._catalogue.cache_info().misses == 1
