"""Text in a cell of a spreadsheet: never a formula, whatever somebody is called."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of one; some countries read the wide forms as the narrow ones."""


def as_cell(text: str) -> str:
    """Return a text as it is written into a cell: what could be a formula has an apostrophe before it."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
