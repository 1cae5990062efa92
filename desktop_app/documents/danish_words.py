"""The Danish words on paper, whatever the language of the interface: kinds, countries, languages, dates, amounts."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date

from desktop_app.documents.printable_text import NO_BREAK
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.plan import ActivityKind, GoalKind

MISSING = "–"

MONTHS = ("jan.", "feb.", "mar.", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec.")

_GOAL_KINDS = {
    GoalKind.EMPLOYMENT: "Beskæftigelsesmål",
    GoalKind.EDUCATION: "Uddannelsesmål",
    GoalKind.DANISH: "Dansk",
    GoalKind.HEALTH: "Sundhed",
    GoalKind.CITIZENSHIP: "Medborgerskab",
    GoalKind.FAMILY: "Familie",
    GoalKind.HOUSING: "Bolig",
    GoalKind.OTHER: "Andet",
}
_MAIN_AREAS: Mapping[str, str] = {GoalKind.EMPLOYMENT: "Arbejde", GoalKind.EDUCATION: "Uddannelse"}
_ACTIVITY_KINDS = {
    ActivityKind.DANISH_EDUCATION: "Danskuddannelse",
    ActivityKind.WORK_PLACEMENT: "Virksomhedspraktik",
    ActivityKind.WAGE_SUBSIDY: "Job med løntilskud",
    ActivityKind.ORDINARY_HOURS: "Ordinære løntimer",
    ActivityKind.COMMUNITY_SERVICE: "Nytteindsats",
    ActivityKind.GUIDANCE: "Vejledning og opkvalificering",
    ActivityKind.MENTOR: "Mentor",
    ActivityKind.HEALTH: "Sundhed",
    ActivityKind.RECOGNITION: "Vurdering af uddannelse",
    ActivityKind.PRIOR_LEARNING: "Realkompetencevurdering",
    ActivityKind.CIVIC_COURSE: "Kursus i samfundsforhold",
    ActivityKind.ASSOCIATION: "Foreningsliv",
    ActivityKind.IGU: "Integrationsgrunduddannelse",
    ActivityKind.SCHOOL_OR_DAYCARE: "Skole eller dagtilbud",
    ActivityKind.LEISURE: "Fritid",
    ActivityKind.OTHER: "Anden aktivitet",
}
_TARGET_GROUPS = {
    TargetGroup.REFUGEE: "flygtning",
    TargetGroup.QUOTA_REFUGEE: "kvoteflygtning",
    TargetGroup.FAMILY_OF_REFUGEE: "familiesammenført til flygtning",
    TargetGroup.FAMILY_OF_OTHER: "familiesammenført",
    TargetGroup.DISPLACED_UKRAINE: "fordrevet fra Ukraine (særloven)",
    TargetGroup.UNACCOMPANIED_MINOR: "uledsaget mindreårig",
    TargetGroup.IMMIGRANT: "indvandrer",
}
_COUNTRIES = {"XX": "Ukendt", "XS": "Statsløs"}
_LANGUAGES = {
    "aii": "assyrisk",
    "apc": "syrisk arabisk",
    "bhn": "nyaramæisk",
    "cnh": "chin",
    "dsl": "dansk tegnsprog",
    "fa": "farsi (persisk)",
    "haz": "hazaragi",
    "kmr": "kurmanji",
    "ksw": "karen",
    "prs": "dari",
    "sdh": "sydkurdisk",
    "syr": "syrisk",
    "und": "ukendt sprog",
}


def goal_kind(kind: str) -> str:
    """Return what a goal is about; a kind nobody knows any more is "Andet"."""
    return _GOAL_KINDS[GoalKind(kind) if kind in set(GoalKind) else GoalKind.OTHER]


def area_of_goal(kind: str) -> str:
    """Return what a step towards a goal is about, where a main goal is called by its name."""
    return _MAIN_AREAS.get(kind) or goal_kind(kind)


def activity_kind(kind: str) -> str:
    """Return what an activity is; a kind nobody knows any more is "Anden aktivitet"."""
    return _ACTIVITY_KINDS[ActivityKind(kind) if kind in set(ActivityKind) else ActivityKind.OTHER]


def target_group(group: str) -> str | None:
    """Return the target group as it stands within a sentence, or None for one nobody knows."""
    return _TARGET_GROUPS[TargetGroup(group)] if group in set(TargetGroup) else None


def country(code: str) -> str:
    """Return the name of a country (ISO 3166-1 alpha-2, XX unknown, XS stateless), or the code if it has none."""
    return _COUNTRIES.get(code) or str(_danish().territories.get(code, code))


def language(tag: str) -> str:
    """Return the name of a language (BCP 47), such as "dari" for fa-AF, or the tag if it has none."""
    known = _danish().languages
    whole = tag.replace("-", "_")
    main = whole.partition("_")[0]
    return str(known.get(whole) if whole != main and whole in known else _LANGUAGES.get(main, known.get(main, tag)))


def enumerated(words: list[str]) -> str:
    """Return "arabisk, kurmanji og engelsk"."""
    *first, last = words
    return f"{', '.join(first)} og {last}" if first else last


def sentence_start(words: str) -> str:
    """Return the words with a capital first letter."""
    return words[:1].upper() + words[1:]


def long_date(day: date) -> str:
    """Return "3. marts 2026", which stays on one line."""
    return format_date(day, "long", locale=_danish()).replace(" ", NO_BREAK)


def full_date(day: date) -> str:
    """Return "tirsdag den 3. marts 2026"."""
    return format_date(day, "full", locale=_danish())


def weekday(day: date) -> str:
    """Return "tirsdag"."""
    return format_date(day, "EEEE", locale=_danish())


def month_and_year(day: date) -> str:
    """Return "marts 2026"."""
    return format_date(day, "MMMM y", locale=_danish())


def table_date(day: date) -> str:
    """Return "03.03.2026"."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def hours(amount: float) -> str:
    """Return "1 time" or "7,5 timer", with at most two decimals."""
    number = f"{amount:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    return f"{number}{NO_BREAK}{'time' if amount == 1 else 'timer'}"


@cache
def _danish() -> Locale:
    return Locale("da")
