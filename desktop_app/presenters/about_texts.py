"""Om programmet: which version it is, where data lies, and whose work is in it."""

from collections.abc import Sequence

from desktop_app import __version__
from desktop_app.translation import _


def about_facts(store: str, preferences: str, backup_folder: str) -> Sequence[tuple[str, str]]:
    """Return the version and where this computer keeps things."""
    return (
        (_("Version"), __version__),
        (_("The file with the cases"), store),
        (_("The keys to it"), _("{store}.keys.json, beside the file").format(store=_name_of(store))),
        (_("Backups"), backup_folder or _("No folder chosen")),
        (_("Choices on this computer"), preferences),
    )


def licences() -> Sequence[tuple[str, str]]:
    """Return the licence of the program and of each bundled part."""
    return (
        ("Én Plan", "Mozilla Public License 2.0"),
        (_("Fonts: IBM Plex Sans, Noto"), "SIL Open Font License 1.1"),
        (_("Icons of the Danish Design System"), "Apache License 2.0"),
        (_("Colour profile sRGB"), "zlib"),
        ("Python", "PSF License"),
        ("Qt for Python (PySide6)", "LGPL 3.0"),
        ("SQLAlchemy, Alembic, argon2-cffi", "MIT"),
        ("SQLCipher, ReportLab, Babel", "BSD"),
        ("pikepdf", "MPL 2.0"),
        ("Pillow", "MIT-CMU"),
        ("PDFium, cryptography, HarfBuzz", "Apache 2.0, BSD, MIT"),
    )


def _name_of(store: str) -> str:
    return store.replace("\\", "/").rpartition("/")[2]
