"""What is said where the key of the file with the cases cannot be changed yet: who has to do what first."""

from desktop_app.application.access_errors import KeyRotationWaits
from desktop_app.translation import _


def rotation_waits(error: KeyRotationWaits) -> str:
    """Return for whom the new key cannot be sealed yet, and what to do."""
    sentences = [_("The key of the file with the cases cannot be changed yet, so nothing was done.")]
    if error.names:
        who = _("These must first open the file once with their own password, or be given a new one: {names}.")
        sentences.append(who.format(names=", ".join(error.names)))
    if error.needs_recovery_key:
        sentences.append(_("Print a new recovery key first."))
    return " ".join(sentences)
