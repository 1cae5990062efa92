"""Every document the program makes, by name. Nobody in them exists."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from desktop_app.application.check_use import ToldCheck, ToldUse
from desktop_app.application.compare_plans import ToldComparison, ToldField, ToldItem, ToldSection
from desktop_app.application.print_follow_up import FollowUpMinutes
from desktop_app.documents.access_document import set_access
from desktop_app.documents.calendar_sheet import set_sheet
from desktop_app.documents.check_document import set_uses
from desktop_app.documents.comparison_document import set_differences
from desktop_app.documents.declaration_document import set_note
from desktop_app.documents.follow_up_document import set_minutes
from desktop_app.documents.interview_document import set_interview_sheet
from desktop_app.documents.plan_document import set_plan
from desktop_app.documents.recovery_sheet import RecoverySheet, set_recovery_sheet
from desktop_app.documents.set_paper import SetPaper
from desktop_app.documents.worklist_document import set_worklist
from desktop_app.domain.logo import Logo
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.plan import NoSignature
from desktop_app.domain.plan_snapshot import PlanSnapshot
from desktop_app.domain.word_changes import WordChange, WordStretch
from tests.listed import a_long_list
from tests.logos import a_logo

from .accesses import rimas_access
from .interviews import empty_form, rimas_interview
from .minutes import an_attempt, long_minutes
from .notes import rimas_note
from .sheets import long_sheet
from .snapshots import decided, olena, one_line, rima, rima_in_full, selam

TEAM = Municipality(id="municipality", code="999", name="Eksempelkommune")
KEY = RecoverySheet(
    recovery_key="7Q3KD-00001-ABCDE-FGHJK-MNPQR-STVWX-YZ234-56789",
    municipality="Nordsund Kommune",
    team="Integrationsteamet",
    user="Mette Jensen",
    store="/home/mj/.local/share/EnPlan/enplan.store",
    computer="PC-4711",
    dated_on=date(2026, 11, 22),
)


def differences() -> ToldComparison:
    """A goal whose words were changed over three pages, in two scripts."""
    words = tuple(
        WordStretch(change, text)
        for change, text in (
            (WordChange.KEPT, "Arbejde i "),
            (WordChange.REMOVED, "køkken " * 900),
            (WordChange.ADDED, "مطبخ"),
            (WordChange.KEPT, " i byen"),
        )
    )
    goal = ToldItem("Beskæftigelsesmål", (ToldField("", words), ToldField("Senest den", words)))
    return ToldComparison(
        case_number="2026-014",
        citizen="Rima Al-Hassan",
        was="Version 1, underskrevet, dateret 28. oktober 2026",
        now="Version 2, klar til underskrift, dateret 22. november 2026",
        numbers=(1, 2),
        summary="1 forskel",
        sections=(ToldSection("Mål", (goal,)),),
        is_draft=True,
        on=date(2026, 11, 22),
    )


Told = TypeVar("Told", PlanSnapshot, FollowUpMinutes)


def headed(told: Told, logo: Logo) -> Told:
    """Return what a paper says, under a letterhead with a logo."""
    return replace(told, municipality=replace(told.municipality, logo=logo))


def a_told_check(uses: int) -> ToldCheck:
    """A list over several pages, some of it marked."""
    use = ToldUse(
        number="4711",
        when="20.11.2026 21.04",
        who="Lars Øst",
        what="Åbnede sagen",
        case="2026-014, ansvarlig MJ",
        why="En anden er ansvarlig for sagen",
        verdict="",
    )
    marked = replace(use, verdict="I orden (Mette Jensen, 22.11.2026 10.00)")
    return ToldCheck(
        choice="60 af 400 opslag fra 01.11.2026 til 22.11.2026.",
        uses=(use, marked) * (uses // 2),
        anchor="Loggen sluttede med linje 4812, kontroltegn 0123456789abcdef.",
        municipality=TEAM,
        on=date(2026, 11, 22),
    )


PAPERS: dict[str, Callable[[], SetPaper]] = {
    "plan": lambda: set_plan(rima()),
    "plan with all a plan can say": lambda: set_plan(rima_in_full()),
    "plan the municipality decided": lambda: set_plan(decided()),
    "plan in Ukrainian hands": lambda: set_plan(olena()),
    "plan without CPR": lambda: set_plan(selam()),
    "plan of one line": lambda: set_plan(one_line()),
    "plan not signed": lambda: set_plan(
        replace(rima(), draft=True, unsigned=NoSignature.UNWILLING, signed_by_citizen_on=None)
    ),
    "worklist": lambda: set_worklist(a_long_list(60), TEAM),
    "spot check": lambda: set_uses(a_told_check(60)),
    "differences": lambda: set_differences(differences(), TEAM),
    "access": lambda: set_access(rimas_access()),
    "minutes": lambda: set_minutes(long_minutes()),
    "attempt": lambda: set_minutes(an_attempt()),
    "calendar sheet": lambda: set_sheet(long_sheet()),
    "declaration note": lambda: set_note(rimas_note()),
    "interview sheet": lambda: set_interview_sheet(rimas_interview()),
    "interview form": lambda: set_interview_sheet(empty_form()),
    "recovery key": lambda: set_recovery_sheet(KEY),
    "plan with a wide logo": lambda: set_plan(headed(rima(), a_logo(1000, 150))),
    "minutes with a tall grey logo": lambda: set_minutes(headed(long_minutes(), a_logo(90, 400, 60))),
    "worklist with a logo": lambda: set_worklist(a_long_list(60), replace(TEAM, logo=a_logo())),
    "spot check with a logo": lambda: set_uses(replace(a_told_check(4), municipality=replace(TEAM, logo=a_logo()))),
}
