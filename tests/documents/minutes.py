"""Minutes to print. Nobody in them exists."""

from dataclasses import replace
from datetime import date

from desktop_app.application.print_follow_up import FollowUpMinutes, PrintedCorrection, ToldGoal
from desktop_app.domain.follow_up import FollowUpForm, Progress, Topic
from desktop_app.domain.plan import GoalKind
from desktop_app.domain.plan_snapshot import PrintedCitizen

from .snapshots import MUNICIPALITY


def rimas_minutes() -> FollowUpMinutes:
    """A follow-up with everything told, locked, with a correction."""
    return FollowUpMinutes(
        case_number="2026-014",
        municipality=MUNICIPALITY,
        citizen=PrintedCitizen(
            name="Rima Al-Hassan", native_name="ريما الحسن", cpr="0101900000", birth_date=date(1990, 1, 1)
        ),
        printed_on=date(2027, 1, 22),
        fictional=False,
        number=1,
        held_on=date(2027, 1, 20),
        form=FollowUpForm.MEETING,
        due_on=date(2027, 1, 21),
        plan_number=1,
        plan_signed_on=date(2026, 10, 21),
        participants="Rima Al-Hassan og Mette Jensen",
        interpreter="A. Saleh, arabisk, fremmøde",
        is_finished_here=True,
        goals=(
            ToldGoal(
                number=None,
                kind=GoalKind.EMPLOYMENT,
                text="Ordinært arbejde i et køkken, mindst 25 timer om ugen",
                progress=Progress.ON_THE_WAY,
            ),
            ToldGoal(
                number=1,
                kind=GoalKind.EDUCATION,
                text="Kokkeuddannelsen fra Syrien er vurderet",
                progress=Progress.ACHIEVED,
            ),
            ToldGoal(
                number=2, kind=GoalKind.DANISH, text="Bestået modul 2 på Danskuddannelse 2", progress=Progress.CHANGED
            ),
            ToldGoal(
                number=3,
                kind=GoalKind.FAMILY,
                text="Sami og Noor går til en fast aktivitet",
                progress=Progress.DROPPED,
            ),
        ),
        topics=(Topic.CHANGES, Topic.CONTRACT_KEPT, Topic.NEW_CONTENT),
        note="Rima vil gerne have flere timer i køkkenet fra marts. Hun har mødt stabilt på sprogcentret.\n\n"
        "Målet om arbejde den 1. oktober 2027 står ved magt.",
        agreed="Karen Holm, jobcentret, finder løntilskud i et køkken senest den 19. februar.\n"
        "Rima henter udtalelsen fra Plejecenter Bakken senest den 26. februar.",
        repatriation_guided=True,
        next_on=date(2027, 4, 15),
        next_due_on=date(2027, 4, 20),
        next_is_local=True,
        written_by="Mette Jensen",
        is_locked=True,
        locked_on=date(2027, 1, 21),
        corrections=(PrintedCorrection(on=date(2027, 1, 25), by="Mette Jensen", text="Mentor var ikke med."),),
    )


def bare_minutes() -> FollowUpMinutes:
    """One that came in from a file with a day and nothing else, of somebody without a CPR number."""
    return replace(
        rimas_minutes(),
        citizen=PrintedCitizen(name="Тетяна Шевченко", birth_date=date(1994, 5, 6)),
        due_on=None,
        plan_number=None,
        plan_signed_on=None,
        participants="",
        interpreter="",
        is_finished_here=False,
        goals=(),
        topics=(),
        note="",
        agreed="",
        repatriation_guided=None,
        next_on=None,
        next_due_on=None,
        written_by="",
        is_locked=True,
        locked_on=None,
        corrections=(),
    )


def long_minutes() -> FollowUpMinutes:
    """Three pages of notes, and a name that is one."""
    sentence = "Rima fortalte om dagene i køkkenet, om fremmødet og om børnenes skole. "
    return replace(
        rimas_minutes(),
        citizen=PrintedCitizen(
            name="Maria Magdalena Esperanza Fernández de la Cruz y Montenegro-Aldecoa de los Santos Apóstoles",
            native_name="ماريا ماجدالينا إسبيرانزا فرنانديز دي لا كروز",
            cpr="0101900000",
        ),
        note="\n\n".join(sentence * 6 for _ in range(26)),
        agreed="Det samme som sidst. " * 30,
    )


def an_attempt() -> FollowUpMinutes:
    """Nobody came, and the note is open."""
    return replace(
        rimas_minutes(),
        number=None,
        goals=(),
        topics=(),
        interpreter="",
        note="Rima kom ikke og svarede ikke på telefonen.",
        agreed="",
        repatriation_guided=None,
        is_locked=False,
        corrections=(),
    )
