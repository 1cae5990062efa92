"""Where a version of a plan stands in its life, in words."""

from desktop_app.domain.plan import PlanState
from desktop_app.translation import _


def plan_state_text(state: PlanState) -> str:
    """Return the state as it stands alone, as in "Klar til underskrift"."""
    return {
        PlanState.DRAFT: _("Draft"),
        PlanState.READY: _("Ready to be signed"),
        PlanState.SIGNED: _("Signed"),
        PlanState.REPLACED: _("Replaced"),
        PlanState.ANNULLED: _("Annulled"),
    }[state]


def state_in_sentence(state: PlanState) -> str:
    """Return the state within a sentence, as in "Version 2 er underskrevet"."""
    return {
        PlanState.DRAFT: _("a draft"),
        PlanState.READY: _("ready to be signed"),
        PlanState.SIGNED: _("signed"),
        PlanState.REPLACED: _("replaced"),
        PlanState.ANNULLED: _("annulled"),
    }[state]


def state_on_paper(state: PlanState) -> str:
    """Return what a printed paper is worth, within a sentence."""
    return {
        PlanState.DRAFT: _("draft"),
        PlanState.READY: _("ready to be signed"),
        PlanState.SIGNED: _("as first handed out"),
        PlanState.REPLACED: _("as first handed out, since replaced"),
        PlanState.ANNULLED: _("annulled"),
    }[state]


def paper_remark(state: PlanState) -> str:
    """Return what is to be known of a printed paper before it is used."""
    return {
        PlanState.DRAFT: _("Draft – must not be signed"),
        PlanState.READY: _("Ready to be signed"),
        PlanState.SIGNED: _("As it was first handed out"),
        PlanState.REPLACED: _("As it was first handed out; a newer version has replaced it"),
        PlanState.ANNULLED: _("The signature was annulled – the paper is not valid"),
    }[state]
