"""What can be wrong with a line of text somebody typed."""

from desktop_app.translation import _


def text_problem(text: str, nothing: str = "") -> str:
    """Return what is wrong with a text, empty when nothing is; `nothing` is said of one that is blank."""
    if not text.strip():
        return nothing
    return "" if text.isprintable() else _("The text holds characters that cannot be shown. Type it again.")
