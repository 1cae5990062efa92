"""What the tour writes in a plan, so that every part of the editor is seen with something in it."""

from dataclasses import replace

from desktop_app.domain.plan import GoalKind, Party
from desktop_app.presenters.plan_form import AssessmentForm, OrderForm, PlanForm
from desktop_app.presenters.plan_rows_typed import CommitmentRow, new_row_id, new_sub_goal

_ASSESSMENT = AssessmentForm(
    education="Ni års skole og to års tømrerlære. Lærebrevet er med og sendes til vurdering. Taler dari og farsi, læser"
    " og skriver med latinske bogstaver.",
    work="Har bygget huse i otte år, de sidste tre som sjakbajs. Vil gerne arbejde som tømrer.",
    family="Bor med sin kone og to børn på 4 og 7 år.",
    health="Ondt i ryggen efter tunge løft. Egen læge følger op.",
    network="Kender to familier i byen. Spiller fodbold.",
    housing="Midlertidig bolig til udgangen af marts.",
    asylum_phase="Danskundervisning i seks måneder og praktik i centrets værksted.",
)


def in_full(form: PlanForm) -> PlanForm:
    """Return a form with the assessment, sub-goals, who does what and an education order written."""
    first, *others = form.goals
    steps = (
        replace(
            new_sub_goal(first),
            text="Praktik hos en tømrervirksomhed",
            measure="Praktikaftalen er skrevet under",
            target="04.01.2027",
        ),
        replace(new_sub_goal(first), kind=GoalKind.DANISH, text="Kan tale med kolleger på byggepladsen"),
    )
    goals = (replace(first, measure="Han har en ansættelseskontrakt på mindst 30 timer om ugen"), *steps, *others)
    agreed = (
        (Party.CITIZEN, "", "Møder til undervisning hver dag og ringer, når han er syg", ""),
        (Party.MUNICIPALITY, "", "Finder en praktikplads og taler med mester", "15.12.2026"),
        (Party.OTHER, "Nordsund Boldklub", "Tager familien med til træning om onsdagen", "01.12.2026"),
    )
    return replace(
        form,
        assessment=_ASSESSMENT,
        goals=goals,
        commitments=tuple(
            CommitmentRow(id=new_row_id(), party=party, who=who, text=text, due=due) for party, who, text, due in agreed
        ),
        order=OrderForm(
            order_given="16.11.2026", order_text="Søger optagelse på grundforløbet til tømrer senest den 15. marts."
        ),
    )
