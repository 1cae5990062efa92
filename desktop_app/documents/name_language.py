"""The name as the citizen writes it, and the language it is to be read aloud in."""

from unicodedata import name as name_of_character

from desktop_app.documents.typesetting import Piece
from desktop_app.domain.plan_snapshot import PrintedCitizen

_WRITTEN_IN = {
    "ARABIC": frozenset({"ar", "ckb", "fa", "prs", "ps", "sd", "ug", "ur"}),
    "CYRILLIC": frozenset({"be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"}),
    "ETHIOPIC": frozenset({"am", "gez", "ti", "tig"}),
}
"""Languages by the script they are written in, as Unicode calls it."""


def native_name(citizen: PrintedCitizen) -> list[Piece]:
    """Return the name as the citizen writes it, its language told where it is known; nothing without such a name."""
    name = (citizen.native_name or "").strip()
    return [Piece(name, language=_language_of(name, citizen))] if name else []


def _language_of(name: str, citizen: PrintedCitizen) -> str | None:
    """Return the first of the citizen's languages that is written in the script of the name."""
    spoken = [citizen.interpreter_language, *citizen.languages]
    scripts = {name_of_character(letter, "").partition(" ")[0] for letter in name if letter.isalpha()}
    written = [tags for script, tags in _WRITTEN_IN.items() if script in scripts]
    return next((tag for tag in spoken if tag and any(tag.partition("-")[0] in tags for tags in written)), None)
