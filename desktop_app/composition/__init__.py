"""Builds the program from its parts by ordinary calls; the window and the command line both start here."""

from desktop_app.composition.demo import DEMO_AS_OF, DEMO_CASES, DEMO_CODE, DEMO_DAYS, DEMO_SEED, fill_with_demo
from desktop_app.composition.office import Office
from desktop_app.composition.program_law import ProgramLaw
from desktop_app.composition.stores import (
    SETTINGS,
    full_weeks,
    legal_texts,
    municipality_name,
    new_store,
    rulebook,
    rulebook_in,
)

__all__ = [
    "DEMO_AS_OF",
    "DEMO_CASES",
    "DEMO_CODE",
    "DEMO_DAYS",
    "DEMO_SEED",
    "SETTINGS",
    "Office",
    "ProgramLaw",
    "fill_with_demo",
    "full_weeks",
    "legal_texts",
    "municipality_name",
    "new_store",
    "rulebook",
    "rulebook_in",
]
