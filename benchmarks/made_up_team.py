"""Whose stores are measured, and on which day."""

from datetime import date

from desktop_app.composition import DEMO_AS_OF

PASSWORD = "fire tilfældige ord til måling"  # noqa: S105 - of stores that hold nobody
USER = "Mette Jensen"
AS_OF: date = DEMO_AS_OF
