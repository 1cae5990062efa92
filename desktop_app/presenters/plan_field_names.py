"""What the fields of the overall assessment are called."""

from collections.abc import Mapping

from desktop_app.translation import _

CONSENT = "health_consent"
"""The field of the assessment that is no text: the day the citizen has consented to what it says of health."""


def assessment_names() -> Mapping[str, str]:
    """Return the names of the fields of the assessment by the names of `plan_form.AssessmentForm`, in order."""
    return {
        "education": _("Education and skills"),
        "work": _("Work and experience"),
        "family": _("Family and children"),
        "health": _("Health and well-being"),
        CONSENT: _("The citizen has consented on"),
        "network": _("Network and leisure"),
        "housing": _("Housing"),
        "asylum_phase": _("From the asylum phase"),
    }
