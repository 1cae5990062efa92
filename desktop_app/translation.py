"""Texts in the language of the interface: Danish unless English is chosen.

Source texts are English, the catalogue `da` is complete. Dates and names of languages and countries come from Babel,
imported when first needed: the password field is shown before that.
"""

import gettext
from functools import cache
from typing import TYPE_CHECKING

from desktop_app.resource_files import resource

if TYPE_CHECKING:  # the password field is shown before any date
    from collections.abc import Mapping
    from datetime import date

DANISH = "da"
ENGLISH = "en"
LANGUAGES = (DANISH, ENGLISH)
DOMAIN = "enplan"


class _Current:
    """The language in use; a module-level `global` would hide who changes it."""

    language = DANISH


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == ENGLISH:
        return gettext.NullTranslations()
    # `gettext.translation` would search, and import a database of locales for that.
    with resource("locale", language, "LC_MESSAGES", f"{DOMAIN}.mo").open("rb") as compiled:
        return gettext.GNUTranslations(compiled)


def set_language(language: str) -> None:
    """Choose the language of every text asked for from now on.

    Raises:
        ValueError: the program has no such language.
    """
    if language not in LANGUAGES:
        raise ValueError(language)
    _Current.language = language


def language() -> str:
    """Return the language in use."""
    return _Current.language


def _(message: str) -> str:
    """Return `message` in the language in use."""
    return _catalogue(_Current.language).gettext(message)


def _n(singular: str, plural: str, count: int) -> str:
    """Return the form that fits `count`, with `{n}` still to be filled in."""
    return _catalogue(_Current.language).ngettext(singular, plural, count)


def _p(context: str, message: str) -> str:
    """Return a short word whose meaning `context` settles."""
    return _catalogue(_Current.language).pgettext(context, message)


def counted(singular: str, plural: str, count: int) -> str:
    """Return an already extracted pair of texts in the form that fits `count`, with `{n}` filled in."""
    return _n(singular, plural, count).format(n=count)


def short_date(day: "date") -> str:
    """Return 03.03.2026, as tables and fields show it."""
    return f"{day:%d.%m.%Y}"


def long_date(day: "date") -> str:
    """Return "3. marts 2026", as sentences and paper show it."""
    return _format(day, "long")


def full_date(day: "date") -> str:
    """Return "tirsdag den 3. marts 2026", as headings show it."""
    return _format(day, "full")


def weekday(day: "date") -> str:
    """Return "tirsdag"."""
    return _format(day, "EEEE")


def month_and_year(day: "date") -> str:
    """Return "marts 2026"."""
    return _format(day, "LLLL y")


def short_month(day: "date") -> str:
    """Return "mar.", as an axis shows it."""
    return _format(day, "LLL")


def day_and_month(day: "date") -> str:
    """Return "3. marts", where the year is plain."""
    from babel.dates import format_skeleton  # noqa: PLC0415 - as in `_format`

    return format_skeleton("MMMMd", day, locale=_Current.language)


def _format(day: "date", pattern: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - not needed before the password field

    return format_date(day, pattern, locale=_Current.language)


def capitalised(text: str) -> str:
    """Return a text with a capital first letter, as where it stands alone."""
    return text[:1].upper() + text[1:]


def country_name(code: str) -> str:
    """Return the name of an ISO 3166-1 country, or the code itself when it has none."""
    return str(_names(_Current.language, "territories").get(code, code))


def language_name(tag: str) -> str:
    """Return the name of a language by its BCP 47 tag, or the tag itself when it has none."""
    names = _names(_Current.language, "languages")
    return str(names.get(tag.replace("-", "_")) or names.get(tag.split("-", maxsplit=1)[0], tag))


@cache
def _names(language: str, kind: str) -> "Mapping[str, str]":
    from babel import Locale  # noqa: PLC0415 - as in `_format`

    names: Mapping[str, str] = getattr(Locale(language), kind)
    return names
