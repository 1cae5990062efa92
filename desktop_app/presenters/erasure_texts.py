"""What is said before a person is erased, and why one is kept."""

from collections.abc import Sequence

from desktop_app.domain.case import Case
from desktop_app.domain.erasure import what_goes
from desktop_app.translation import _, _n


def kept_text(case_number: str) -> str:
    """Return why a case on which something was signed is not erased, and what to do instead."""
    return _(
        "Case {number} is not erased, because something was signed on it. A signed contract has to be kept (archive"
        " code B). Correct what is wrong, or annul the signature: both then stand on the case."
    ).format(number=case_number)


def wrong_number_text(case_number: str) -> str:
    """Return what to type to confirm."""
    return _("Type the number of the case: {number}").format(number=case_number)


def erasure_explanation() -> str:
    """Return whom it is for, and what stays."""
    return _(
        "Only for a person who was recorded by mistake: who never came, or who stands here twice. Everything on the"
        " case is erased, its history too. The log goes on telling that there was a case, who erased it, when and why."
    )


def goes_text(case: Case) -> str:
    """Return what is erased with a case."""
    goes = what_goes(case)
    parts: Sequence[str] = [
        text
        for count, text in (
            (goes.plans, _n("{n} plan that is not signed", "{n} plans that are not signed", goes.plans)),
            (goes.follow_ups, _n("{n} follow-up", "{n} follow-ups", goes.follow_ups)),
            (goes.events, _n("{n} event or offer", "{n} events and offers", goes.events)),
            (goes.notes, _n("{n} note", "{n} notes", goes.notes)),
        )
        if count
        for text in (text.format(n=count),)
    ]
    master = _("the master data")
    return _("This goes: {parts}.").format(parts=", ".join([master, *parts]))


def backups_text() -> str:
    """Return where the person still stands afterwards, and until when."""
    return _(
        "Backups that were made before still hold the person. They are thinned out as new ones are made: the last with"
        " the person goes when there are backups of twelve later months. Copies that were moved elsewhere have to be"
        " deleted by hand, and so has a copy beside the store named .version-…"
    )
