"""The words a demonstration is made of: names, places, work and phrases. `storage.demo_words_file` reads them."""

from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.plan import ActivityKind, GoalKind


class Name(NamedTuple):
    """A name as Denmark writes it, and in its own script where that is another one."""

    latin: str
    native: str | None = None


class Town(NamedTuple):
    """A town that does not exist, with its postal code."""

    postal_code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Culture:
    """How people from one country are called, and as what they arrive, each group with its weight among all.

    Children take their father's family name, or with `children_take_given_name` his given name.
    """

    country: str
    languages: tuple[tuple[str, ...], ...]
    women: tuple[Name, ...]
    men: tuple[Name, ...]
    families: tuple[Name, ...]
    couples_share_name: bool
    children_take_given_name: bool
    arrivals: tuple[tuple[TargetGroup, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """A line of work: goals that lead to it, what one does there, and companies that do not exist."""

    goals: tuple[str, ...]
    education_goals: tuple[str, ...]
    tasks: str
    companies: tuple[str, ...]


class FurtherGoal(NamedTuple):
    """A goal besides work, education and Danish."""

    kind: GoalKind
    text: str


class PlannedActivity(NamedTuple):
    """An activity that may stand in any adult's plan; `hours` are hours a week."""

    kind: ActivityKind
    text: str
    provider: str
    hours: int | None


class ComplaintWords(NamedTuple):
    """What a complaint is about, and how it ended."""

    about: str
    outcome: str


class Step(NamedTuple):
    """A step towards a goal, and how one sees that it is taken."""

    text: str
    measure: str


class OtherDoes(NamedTuple):
    """What somebody besides citizen and municipality has taken upon themselves."""

    who: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPhrases:
    """Sentences of which a plan is made besides its goals and activities."""

    education: tuple[str, ...]
    work: tuple[str, ...]
    family_of_parents: tuple[str, ...]
    family_of_others: tuple[str, ...]
    health: tuple[str, ...]
    network: tuple[str, ...]
    housing: tuple[str, ...]
    asylum_phase: tuple[str, ...]
    job_measures: tuple[str, ...]
    education_measures: tuple[str, ...]
    danish_measure: str
    citizen_does: tuple[str, ...]
    municipality_does: tuple[str, ...]
    teacher: str
    consultant: str
    caseworker: str
    education_order: str
    job_steps: tuple[Step, ...]
    education_steps: tuple[Step, ...]
    others_do: tuple[OtherDoes, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Sentences with the fields `{company}`, `{tasks}`, `{level}` and `{module}` where they have any."""

    danish_goal: str
    danish_activity: str
    placement_activity: str
    subsidy_activity: str
    community_activity: str
    community_company: str
    school: str
    minor_school: str
    minor_activity: str
    school_activity: str
    case_closed: str
    gap_settled: str
    need_found: str
    health_offered: str
    danish_test: str
    job_result: str
    education_result: str
    follow_up_notes: tuple[str, ...]
    placement_notes: tuple[str, ...]
    work_notes: tuple[str, ...]
    education_notes: tuple[str, ...]
    leave_notes: tuple[str, ...]
    move_notes: tuple[str, ...]
    attempt_notes: tuple[str, ...]
    reception_notes: tuple[str, ...]
    waiting_notes: tuple[str, ...]
    case_notes: tuple[str, ...]
    letter_notes: tuple[str, ...]
    school_child_notes: tuple[str, ...]
    small_child_notes: tuple[str, ...]
    minor_goals: tuple[str, ...]
    minor_notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoWords:
    """Everything a demonstration takes from files; nothing in it belongs to anybody."""

    municipality: str
    municipality_code: str
    other_municipality_codes: tuple[str, ...]
    caseworkers: tuple[str, ...]
    departments: tuple[str, ...]
    language_school: str
    streets: tuple[str, ...]
    doors: tuple[str, ...]
    towns: tuple[Town, ...]
    cultures: tuple[Culture, ...]
    trades: tuple[Trade, ...]
    phrases: Phrases
    further_goals: tuple[FurtherGoal, ...]
    activities: tuple[PlannedActivity, ...]
    complaints: tuple[ComplaintWords, ...]
    plan: PlanPhrases
