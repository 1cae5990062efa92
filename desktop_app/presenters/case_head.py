"""The head of a case: who it is about, what comes next, and how to speak with them."""

from dataclasses import dataclass
from datetime import date

from desktop_app.application.limited_reading import HIDDEN, is_nameless
from desktop_app.application.open_case import OpenedCase
from desktop_app.domain.citizen import Citizen
from desktop_app.domain.cpr import masked
from desktop_app.domain.deadline import OPEN
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.badges import BADGE_OF, BadgeKind
from desktop_app.presenters.deadline_texts import badge_text
from desktop_app.presenters.field_words import language_text
from desktop_app.presenters.rule_texts import duty_name
from desktop_app.translation import _, capitalised


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHead:
    """What stands above every tab.

    `badge` is empty when no duty is open, `protection` where the address is not protected.
    """

    name: str
    native_name: str
    case_number: str
    badge: str
    badge_kind: BadgeKind
    next_duty: str
    cpr: str
    has_cpr: bool
    language: str
    caseworker: str
    protection: str


def case_head(opened: OpenedCase, rulebook: Rulebook, today: date) -> CaseHead:
    """Return the head of a case."""
    case = opened.case
    citizen = case.citizen
    following = next((deadline for deadline in opened.deadlines if deadline.status in OPEN), None)
    return CaseHead(
        name=citizen.full_name,
        native_name=citizen.native_name or "",
        case_number=case.case_number,
        badge=badge_text(following, today) if following else "",
        badge_kind=BADGE_OF[following.status] if following else BadgeKind.NEUTRAL,
        next_duty=duty_name(rulebook.duties[following.duty]) if following else _("No open deadlines"),
        cpr=HIDDEN if is_nameless(case) else masked(citizen.cpr) if citizen.cpr else _("No CPR number yet"),
        has_cpr=citizen.cpr is not None,
        language=spoken_text(citizen),
        caseworker=case.responsible_caseworker or "–",
        protection=_("Protected address") if citizen.protected_address else "",
    )


def spoken_text(citizen: Citizen) -> str:
    """Return what somebody speaks and whether an interpreter is needed: "Arabisk · tolk: ja"."""
    spoken = capitalised(", ".join(language_text(tag) for tag in citizen.languages) or "–")
    if citizen.interpreter_language is None:
        return _("{languages} · no interpreter").format(languages=spoken)
    interpreter = language_text(citizen.interpreter_language)
    if citizen.languages == (citizen.interpreter_language,):
        return _("{languages} · interpreter: yes").format(languages=spoken)
    return _("{languages} · interpreter: {language}").format(languages=spoken, language=interpreter)
