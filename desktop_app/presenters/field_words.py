"""The words of the field on screen: groups, goals, activities, forms of talk, countries and languages."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from desktop_app.domain.case import MoveDirection, OfferKind, ReadinessKind, ResultKind, SupportKind, TargetGroup
from desktop_app.domain.citizen import Sex
from desktop_app.domain.completeness import PlanPart
from desktop_app.domain.follow_up import FollowUpForm, Progress, Topic
from desktop_app.domain.household import HouseholdRole
from desktop_app.domain.plan import ActivityKind, GoalKind, NoSignature, Party
from desktop_app.translation import _, country_name, language, language_name, short_date


def target_group_text(group: TargetGroup) -> str:
    """Return the name of a target group."""
    return {
        TargetGroup.REFUGEE: _("refugee"),
        TargetGroup.QUOTA_REFUGEE: _("quota refugee"),
        TargetGroup.FAMILY_OF_REFUGEE: _("family of a refugee"),
        TargetGroup.FAMILY_OF_OTHER: _("family of a Dane or another"),
        TargetGroup.DISPLACED_UKRAINE: _("displaced from Ukraine"),
        TargetGroup.UNACCOMPANIED_MINOR: _("unaccompanied minor"),
        TargetGroup.IMMIGRANT: _("immigrant"),
    }[group]


def goal_kind_text(kind: GoalKind) -> str:
    """Return the name of a kind of goal."""
    return {
        GoalKind.EMPLOYMENT: _("Employment goal"),
        GoalKind.EDUCATION: _("Education goal"),
        GoalKind.DANISH: _("Danish"),
        GoalKind.HEALTH: _("Health"),
        GoalKind.CITIZENSHIP: _("Citizenship"),
        GoalKind.FAMILY: _("Family"),
        GoalKind.HOUSING: _("Housing"),
        GoalKind.OTHER: _("Other"),
    }[kind]


def activity_kind_text(kind: ActivityKind) -> str:
    """Return the name of a kind of activity."""
    return {
        ActivityKind.DANISH_EDUCATION: _("Danish education"),
        ActivityKind.WORK_PLACEMENT: _("Work placement"),
        ActivityKind.WAGE_SUBSIDY: _("Job with wage subsidy"),
        ActivityKind.ORDINARY_HOURS: _("Ordinary hours"),
        ActivityKind.COMMUNITY_SERVICE: _("Community service job"),
        ActivityKind.GUIDANCE: _("Guidance and upskilling"),
        ActivityKind.MENTOR: _("Mentor"),
        ActivityKind.HEALTH: _("Health"),
        ActivityKind.RECOGNITION: _("Assessment of foreign education"),
        ActivityKind.PRIOR_LEARNING: _("Assessment of prior learning"),
        ActivityKind.CIVIC_COURSE: _("Civic course"),
        ActivityKind.ASSOCIATION: _("Association or volunteer"),
        ActivityKind.IGU: _("Integration training (igu)"),
        ActivityKind.SCHOOL_OR_DAYCARE: _("School or day care"),
        ActivityKind.LEISURE: _("Leisure"),
        ActivityKind.OTHER: _("Other"),
    }[kind]


def offer_kind_text(kind: OfferKind) -> str:
    """Return the name of a kind of offer."""
    return activity_kind_text(ActivityKind(kind.value))


def follow_up_form_text(form: FollowUpForm) -> str:
    """Return how a talk took place."""
    return {
        FollowUpForm.MEETING: _("Meeting"),
        FollowUpForm.PHONE: _("Phone"),
        FollowUpForm.VIDEO: _("Video"),
        FollowUpForm.LETTER: _("Letter"),
    }[form]


def topic_text(topic: Topic) -> str:
    """Return what a follow-up must discuss (§ 20, stk. 3)."""
    return {
        Topic.CHANGES: _("Changes in situation and needs"),
        Topic.CONTRACT_KEPT: _("Whether the contract is kept"),
        Topic.OUTCOME: _("The outcome seen against the goals"),
        Topic.NEW_CONTENT: _("Whether content or goals must be changed"),
    }[topic]


def progress_text(progress: Progress) -> str:
    """Return how a goal stands."""
    return {
        Progress.ON_THE_WAY: _("On the way"),
        Progress.ACHIEVED: _("Achieved"),
        Progress.CHANGED: _("Changed"),
        Progress.DROPPED: _("Dropped"),
    }[progress]


def party_text(party: Party) -> str:
    """Return who has taken something upon themselves."""
    return {
        Party.CITIZEN: _("The citizen"),
        Party.MUNICIPALITY: _("The municipality"),
        Party.OTHER: _("Others"),
    }[party]


def no_signature_text(why: NoSignature) -> str:
    """Return why a citizen has not signed."""
    return {
        NoSignature.UNWILLING: _("Does not wish to sign"),
        NoSignature.UNABLE: _("Cannot sign"),
        NoSignature.DECIDED: _("No agreement: the municipality decides"),
    }[why]


def support_text(kind: SupportKind) -> str:
    """Return what somebody lives on."""
    return {
        SupportKind.BENEFIT: _("Benefit"),
        SupportKind.SELF_SUPPORTING: _("Self-supporting"),
        SupportKind.ORDINARY_JOB: _("Ordinary job"),
        SupportKind.ORDINARY_EDUCATION: _("Ordinary education"),
    }[kind]


def readiness_text(kind: ReadinessKind) -> str:
    """Return how somebody counts after the readiness assessment."""
    return {ReadinessKind.JOB_READY: _("job-ready"), ReadinessKind.ACTIVITY_READY: _("activity-ready")}[kind]


def move_text(direction: MoveDirection) -> str:
    """Return which way somebody moved."""
    return {MoveDirection.IN: _("Moved to the municipality"), MoveDirection.OUT: _("Moved away")}[direction]


def result_kind_text(kind: ResultKind) -> str:
    """Return the name of a result."""
    return {
        ResultKind.JOB: _("Ordinary job"),
        ResultKind.EDUCATION: _("Ordinary education"),
        ResultKind.DANISH_TEST: _("Danish test passed"),
    }[kind]


def sex_text(sex: Sex) -> str:
    """Return the word for a sex."""
    return {Sex.FEMALE: _("female"), Sex.MALE: _("male")}[sex]


def household_role_text(role: HouseholdRole) -> str:
    """Return what somebody is in the household."""
    return {
        HouseholdRole.ADULT: _("adult"),
        HouseholdRole.CHILD: _("child"),
        HouseholdRole.OTHER: _("another person in the household"),
    }[role]


def plan_part_text(part: PlanPart) -> str:
    """Return the name of a part of the plan, as the check list names it."""
    return {
        PlanPart.CITIZEN: _("The citizen as a party"),
        PlanPart.MUNICIPALITY: _("The municipality as a party, with a caseworker"),
        PlanPart.COORDINATING_DEPARTMENT: _("Coordinating department"),
        PlanPart.MAIN_GOAL: _("Employment or education goal"),
        PlanPart.DANISH_GOAL: _("Goal for Danish"),
        PlanPart.ACTIVITY_WITH_START: _("Activity with a start date"),
        PlanPart.SANCTIONS_TEXT: _("Consequences of staying away"),
        PlanPart.COMPLAINT_TEXT: _("Guidance on complaints"),
    }[part]


def nationality_text(code: str | None) -> str:
    """Return the name of a country, "Statsløs" for XS, and a dash when nothing is recorded."""
    if code is None:
        return "–"
    return _own_nationalities(language()).get(code) or country_name(code)


def language_text(tag: str | None) -> str:
    """Return the name of a language, as in "arabisk", and a dash when nothing is recorded."""
    if tag is None:
        return "–"
    return _own_languages(language()).get(tag) or language_name(tag)


@cache
def _own_nationalities(_language: str) -> Mapping[str, str]:
    return {"XX": _("Unknown"), "XS": _("Stateless")}


@cache
def _own_languages(_language: str) -> Mapping[str, str]:
    """Return what CLDR has no word for, or says otherwise than the field does."""
    return {
        "aii": _("Assyrian"),
        "apc": _("Syrian Arabic"),
        "ckb": _("Sorani"),
        "cnh": _("Chin"),
        "dsl": _("Danish Sign Language"),
        "fa": _("Farsi"),
        "fa-AF": _("Dari"),
        "haz": _("Hazaragi"),
        "kmr": _("Kurmanji"),
        "ksw": _("Karen"),
        "prs": _("Dari"),
    }


def period_text(first: date | None, last: date | None) -> str:
    """Return "26.10.2026 – 30.06.2027", with nothing behind the dash while the end is open."""
    if first is None and last is None:
        return "–"
    start = short_date(first) if first else ""
    return f"{start} – {short_date(last)}" if last else f"{start} –"
