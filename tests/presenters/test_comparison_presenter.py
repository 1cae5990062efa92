"""Vis forskelle: two versions chosen and told in words, marked so that lines and colours are not needed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from desktop_app.application.compare_plans import (
    ComparedPlans,
    ComparedVersion,
    PrintedComparison,
    ToldComparison,
    ToldItem,
    ToldSection,
)
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.domain.plan import ActivityKind, GoalKind, Party, Plan, PlanState
from desktop_app.domain.plan_comparison import PaperField, compare_plans
from desktop_app.domain.plan_snapshot import (
    PlanSnapshot,
    PrintedActivity,
    PrintedAssessment,
    PrintedCommitment,
    PrintedGoal,
    PrintedText,
)
from desktop_app.domain.word_changes import WordChange, WordStretch
from desktop_app.presenters.comparison_presenter import ComparisonPresenter
from desktop_app.presenters.comparison_texts import _field_label, told_comparison
from desktop_app.presenters.marked_words import marked
from tests.builders import SIGNED, a_case, a_draft, a_goal, a_plan, a_snapshot
from tests.fakes import FakeStore
from tests.presenters.plan_desk import TODAY, FakePlanWork, plan_work, today

NUMBER = "2026-014"
KEPT, REMOVED, ADDED = WordChange.KEPT, WordChange.REMOVED, WordChange.ADDED
FIRST = ComparedVersion(number=1, state=PlanState.SIGNED, dated_on=SIGNED)
SECOND = ComparedVersion(number=2, state=PlanState.DRAFT, dated_on=TODAY)


def told(was: PlanSnapshot, now: PlanSnapshot) -> ToldComparison:
    return told_comparison(
        ComparedPlans(
            case_number=NUMBER,
            citizen="Rima Al-Hassan",
            versions=(SECOND, FIRST),
            was=FIRST,
            now=SECOND,
            sections=compare_plans(was, now),
            on=TODAY,
        )
    )


def lines(told: ToldComparison) -> list[str]:
    """Return what is told, line by line, as it is read aloud."""
    return [line for section in told.sections for line in _lines_of(section)]


def _lines_of(section: ToldSection) -> list[str]:
    found = [f"# {section.title}", *([section.remark] if section.remark else [])]
    for item in section.items:
        found += [f"## {item.title}"] if item.title else []
        found += _fields_of(item)
    return found


def _fields_of(item: ToldItem) -> list[str]:
    return [
        (f"{one.label}: " if one.label else "") + "".join(stretch.text for stretch in one.words) for one in item.fields
    ]


# In words ------------------------------------------------------------------------------------------------------------


def test_the_head_says_which_versions_they_are_and_how_much_was_changed() -> None:
    found = told(a_snapshot(), a_snapshot(caseworker="MJ", goals=()))

    assert found.was == "Version 1, underskrevet, dateret 28. oktober 2026"
    assert found.now == "Version 2, en kladde"
    assert found.summary == "2 forskelle"
    assert found.is_draft


def test_versions_that_say_the_same_are_told_to_be_the_same() -> None:
    found = told(a_snapshot(), a_snapshot())

    assert (found.summary, found.sections) == ("De to versioner er ens.", ())


def test_changed_words_are_marked_where_they_stand() -> None:
    was = a_snapshot(goals=(PrintedGoal(kind=GoalKind.EMPLOYMENT, text="Arbejde i køkken"),))
    now = a_snapshot(goals=(PrintedGoal(kind=GoalKind.EMPLOYMENT, text="Arbejde i butik i Nakskov"),))

    assert lines(told(was, now)) == [
        "# Mål",
        "## Beskæftigelsesmål",
        "Arbejde i [udgået: køkken] [tilføjet: butik i Nakskov]",
    ]


def test_a_changed_date_is_told_whole_under_the_goal_it_is_of() -> None:
    goal = PrintedGoal(kind=GoalKind.EMPLOYMENT, text="Arbejde\ni køkken", target_on=date(2027, 5, 1))
    was, now = a_snapshot(goals=(goal,)), a_snapshot(goals=(replace(goal, target_on=date(2027, 6, 1)),))

    assert lines(told(was, now)) == [
        "# Mål",
        "## Beskæftigelsesmål: Arbejde i køkken",
        "Senest den: [udgået: 1. maj 2027] [tilføjet: 1. juni 2027]",
    ]


def test_what_is_new_or_gone_is_marked_in_its_heading() -> None:
    gone = PrintedActivity(kind=ActivityKind.MENTOR, text="", in_contract=True, provider="Anna", hours_per_week=1.5)
    new = PrintedActivity(kind=ActivityKind.IGU, text="I køkken", in_contract=True, starts_on=date(2027, 1, 4))

    assert lines(told(a_snapshot(activities=(gone,)), a_snapshot(activities=(new,)))) == [
        "# Aktiviteter",
        "## Integrationsgrunduddannelse (igu) [tilføjet]",
        "I køkken",
        "Fra: 4. januar 2027",
        "## Mentor [udgået]",
        "Sted eller udbyder: Anna",
        "Timer om ugen: 1,5",
    ]


def test_an_activity_without_a_text_is_told_by_its_kind() -> None:
    was = PrintedActivity(kind=ActivityKind.MENTOR, text="", in_contract=True, hours_per_week=2)

    found = told(a_snapshot(activities=(was,)), a_snapshot(activities=(replace(was, hours_per_week=None),)))

    assert lines(found) == ["# Aktiviteter", "## Mentor", "Timer om ugen: [udgået: 2]"]


def test_who_does_what_is_told_under_the_party_and_the_assessment_word_by_word() -> None:
    does = PrintedCommitment(party=Party.OTHER, who="Røde Kors", text="Finder en mentor")
    was = a_snapshot(commitments=(does,), assessment=PrintedAssessment(work="To år i et køkken"))
    now = a_snapshot(
        commitments=(
            replace(does, due_on=date(2026, 12, 1)),
            PrintedCommitment(party=Party.CITIZEN, text="Møder hver dag"),
        ),
        assessment=PrintedAssessment(work="Tre år i et køkken"),
    )

    assert lines(told(was, now)) == [
        "# Samlet vurdering",
        "Arbejde: [udgået: To] [tilføjet: Tre] år i et køkken",
        "# Hvem gør hvad",
        "## Andre: Finder en mentor",
        "Senest den: [tilføjet: 1. december 2026]",
        "## Borgeren [tilføjet]",
        "Møder hver dag",
    ]


def test_a_text_is_told_under_its_heading() -> None:
    was = PrintedText(heading="Klage", text="Ring inden 4 uger.")

    found = told(a_snapshot(rights=(was,)), a_snapshot(rights=(replace(was, approved=True),)))

    assert lines(found) == [
        "# Rettigheder og pligter",
        "## Klage",
        "Teksten er juridisk godkendt: [udgået: nej] [tilføjet: ja]",
    ]


def test_the_parties_are_told_in_words_and_the_number_of_cpr_masked() -> None:
    was = a_snapshot()
    citizen = replace(
        was.citizen,
        cpr="0101900000",
        nationality="SY",
        target_group="family_of_refugee",
        languages=("ar",),
        interpreter_language="ar",
    )

    assert lines(told(was, replace(was, citizen=citizen))) == [
        "# Parter",
        "CPR-nummer: [tilføjet: 010190-••••]",
        "Statsborgerskab: [tilføjet: Syrien]",
        "Målgruppe: [udgået: flygtning] [tilføjet: familiesammenført til flygtning]",
        "Sprog: [udgået: arabisk, engelsk] [tilføjet: arabisk]",
        "Tolk: [tilføjet: arabisk]",
    ]


def test_another_order_is_said_in_words() -> None:
    first, second = (PrintedGoal(kind=GoalKind.OTHER, text=text) for text in ("Bolig", "Cykel"))

    found = told(a_snapshot(goals=(first, second)), a_snapshot(goals=(second, first)))

    assert lines(found) == ["# Mål", "Rækkefølgen er ændret."]
    assert found.summary == "1 forskel"


def test_every_field_but_those_a_heading_says_has_a_label() -> None:
    unlabelled = {field for field in PaperField if not _field_label(field)}

    assert unlabelled == {PaperField.TEXT, PaperField.HEADING, PaperField.PARTY}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([(KEPT, "a"), (REMOVED, " b ")], "a [udgået: b] "),
        ([(KEPT, "a"), (REMOVED, " "), (ADDED, "  "), (KEPT, "b")], "a[udgået: mellemrum]  [tilføjet: mellemrum] b"),
        ([(REMOVED, "a"), (ADDED, "b")], "[udgået: a] [tilføjet: b]"),
        ([(KEPT, "a")], "a"),
        ([], ""),
    ],
)
def test_marks_stand_around_the_words_and_not_around_the_spaces(
    words: list[tuple[WordChange, str]], expected: str
) -> None:
    found = marked([WordStretch(change, text) for change, text in words])

    assert "".join(stretch.text for stretch in found) == expected


# On the page ---------------------------------------------------------------------------------------------------------


@dataclass
class SeenComparison:
    """The page of the differences."""

    shown: list[tuple[ToldComparison, list[tuple[int, str]], tuple[int, int]]] = field(default_factory=list)
    papers: list[PrintedComparison] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    brought_up: int = 0

    def show_comparison(
        self, told: ToldComparison, versions: Sequence[tuple[int, str]], numbers: tuple[int, int]
    ) -> None:
        self.shown.append((told, list(versions), numbers))

    def bring_up(self) -> None:
        self.brought_up += 1

    def show_paper(self, printed: PrintedComparison) -> None:
        self.papers.append(printed)

    def show_error(self, text: str) -> None:
        self.errors.append(text)


Opening = Callable[..., tuple[SeenComparison, ComparisonPresenter, FakeStore]]


@pytest.fixture
def opening(law: PlanLaw) -> Opening:
    def open_with(*plans: Plan) -> tuple[SeenComparison, ComparisonPresenter, FakeStore]:
        store = FakeStore(a_case(case_number=NUMBER, plans=plans))
        view = SeenComparison()
        work: FakePlanWork = plan_work(store, law)
        return view, ComparisonPresenter(view, work=work, today=today), store

    return open_with


def test_a_version_is_shown_beside_the_one_before_it(opening: Opening) -> None:
    view, presenter, _store = opening(a_plan(), a_draft(number=2, goals=(a_goal(text="Butik"),)))

    presenter.open(NUMBER, 2)

    [(found, versions, numbers)] = view.shown
    assert versions == [(2, "Version 2, en kladde"), (1, "Version 1, underskrevet, dateret 28. oktober 2026")]
    assert numbers == presenter.numbers == (1, 2)
    assert presenter.case_number == found.case_number == NUMBER
    assert view.brought_up == 1


def test_other_versions_are_chosen_on_the_page(opening: Opening) -> None:
    view, presenter, _store = opening(a_plan(), a_plan(number=2), a_draft(number=3))
    presenter.open(NUMBER, 3)

    assert presenter.choose(NUMBER, (3, 1))

    assert presenter.numbers == (3, 1)
    assert view.brought_up == 1


def test_a_version_that_is_gone_is_said_and_what_is_shown_stays(opening: Opening) -> None:
    view, presenter, _store = opening(a_plan(), a_draft(number=2))
    presenter.open(NUMBER, 2)

    presenter.open(NUMBER, 3)

    assert len(view.errors) == len(view.shown) == view.brought_up == 1
    assert presenter.numbers == (1, 2)


def test_the_differences_are_shown_on_paper(opening: Opening) -> None:
    view, presenter, _store = opening(a_plan(), a_draft(number=2))
    presenter.open(NUMBER, 2)

    presenter.print()

    [paper] = view.papers
    assert (paper.numbers, paper.is_draft, paper.content[:5]) == ((1, 2), True, b"%PDF-")


def test_nothing_is_printed_before_something_is_shown(opening: Opening) -> None:
    view, presenter, _store = opening(a_plan())

    presenter.print()

    assert (presenter.case_number, view.papers, view.errors) == ("", [], [])


def test_why_it_could_not_be_printed_is_said(opening: Opening) -> None:
    view, presenter, store = opening(a_plan(), a_draft(number=2))
    presenter.open(NUMBER, 2)
    store.is_full = True

    presenter.print()

    assert (len(view.errors), view.papers) == (1, [])
