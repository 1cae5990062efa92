"""`enplan print`: one document of a case, the plans of many cases, or the worklist of the team."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from desktop_app.application.print_follow_up import ChosenFollowUp
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.application.printed_paper import PaperForm, PaperKind, form_of
from desktop_app.cli.options import (
    AsOfOption,
    CaseOption,
    PasswordFile,
    PasswordStdin,
    StoreOption,
    UserOption,
    day,
    open_office,
    said_of,
    today,
)
from desktop_app.cli.print_many import cases_in, print_many
from desktop_app.cli.refusal import Refusal
from desktop_app.cli.wrong_use import WrongUse
from desktop_app.composition import Office
from desktop_app.presenters.list_out_presenter import listed_tasks
from desktop_app.presenters.paper_texts import written_text
from desktop_app.presenters.plan_state_texts import state_on_paper
from desktop_app.presenters.worklist_presenter import tasks_of_team
from desktop_app.translation import _, _n, short_date


class PrintedDocument(StrEnum):
    """The documents the command line knows by name."""

    PLAN = "plan"
    FOLLOW_UP = "follow-up"
    CALENDAR_SHEET = "calendar-sheet"
    INTERVIEW = "interview"
    INTERVIEW_FORM = "interview-form"
    DECLARATION_NOTE = "declaration-note"
    WORKLIST = "worklist"


_PAPERS = {
    PrintedDocument.FOLLOW_UP: PaperKind.FOLLOW_UP,
    PrintedDocument.CALENDAR_SHEET: PaperKind.CALENDAR_SHEET,
    PrintedDocument.DECLARATION_NOTE: PaperKind.DECLARATION_NOTE,
    PrintedDocument.INTERVIEW: PaperKind.INTERVIEW,
    PrintedDocument.INTERVIEW_FORM: PaperKind.INTERVIEW,  # of no case: the empty form for emergencies
}


def print_command(  # noqa: PLR0913, PLR0917 - every option is an argument
    document: Annotated[PrintedDocument, typer.Option("--document", help=_("What to print."))],
    store: StoreOption = None,
    password_file: PasswordFile = None,
    user: UserOption = None,
    case: CaseOption = None,
    out: Annotated[Path | None, typer.Option("--out", help=_("The file to write."))] = None,
    language: Annotated[str, typer.Option("--language", help=_("The language of the document."))] = "da",
    follow_up: Annotated[
        date | None,
        typer.Option(
            "--follow-up",
            parser=day,
            metavar="YYYY-MM-DD",
            help=_("The day of the follow-up to print the minutes of; without it the last one held."),
        ),
    ] = None,
    form: Annotated[
        PaperForm | None,
        typer.Option("--format", help=_("PDF, or HTML to be read aloud; without it the name of the file decides.")),
    ] = None,
    cases: Annotated[
        Path | None, typer.Option("--cases", help=_("A file with case numbers, one on each line: their plans."))
    ] = None,
    out_dir: Annotated[
        Path | None, typer.Option("--out-dir", help=_("The folder plans of several cases are written to."))
    ] = None,
    as_of: AsOfOption = None,
    *,
    every: Annotated[bool, typer.Option("--all", help=_("The plans of every case."))] = False,
    password_stdin: PasswordStdin = False,
) -> int | None:
    """Print a document of a case as PDF/A or for screen readers, the plans of many cases, or the team's worklist."""
    which = [name for name, said in (("--case", case), ("--cases", cases), ("--all", every)) if said]
    if len(which) > 1:
        raise WrongUse(_("{names} do not go together.").format(names=", ".join(which)))
    if follow_up and document is not PrintedDocument.FOLLOW_UP:
        raise WrongUse(_("--follow-up goes with --document follow-up only."))
    if as_of and document is not PrintedDocument.WORKLIST:
        raise WrongUse(_("--as-of goes with --document worklist only."))
    if language != "da":
        raise Refusal(_("The documents are printed in Danish (da) only in this version of the program."))
    if cases or every:
        if document is not PrintedDocument.PLAN or out or form:
            raise WrongUse(_("{name} goes with --document plan and --out-dir only.").format(name=which[0]))
        folder = said_of("--out-dir", out_dir)
        numbers = cases_in(cases) if cases else None
        with open_office(store, password_file, stdin=password_stdin, user=user) as office:
            return print_many(office, numbers, folder, today())
    if out_dir:
        raise WrongUse(_("--out-dir goes with --cases or --all only."))
    if document is PrintedDocument.WORKLIST:
        wanted: _OnePaper | _TeamsList = _teams_list(case, said_of("--out", out), form, as_of or today())
    else:
        wanted = _one_paper(document, case, out, follow_up, form)
    with open_office(store, password_file, stdin=password_stdin, user=user) as office:
        said = wanted.write(office)
    typer.echo(said)
    return None


@dataclass(frozen=True, slots=True)
class _OnePaper:
    """One document; `case_number` is empty for a form of no case."""

    document: PrintedDocument
    case_number: str
    file: Path
    form: PaperForm
    follow_up: date | None

    def write(self, office: Office) -> str:
        """Write the file, and return what was written."""
        kind = _PAPERS.get(self.document)
        if kind is None:
            plan = office.print_plan(self.case_number, today(), form=self.form)
            content, said = plan.content, _written_plan(plan, str(self.file))
        else:
            chosen = ChosenFollowUp(held_on=self.follow_up)
            paper = office.papers.draw(kind, self.case_number, today(), chosen, self.form)
            content, said = paper.content, written_text(paper, str(self.file))
        office.save_document(self.file, content)
        return said


@dataclass(frozen=True, slots=True)
class _TeamsList:
    """What the whole team has to do, as of a day."""

    on: date
    file: Path

    def write(self, office: Office) -> str:
        """Write the file, and return what was written."""
        tasks = tasks_of_team(office.worklist_in_parts(self.on).whole(), office.law.rulebook)
        listed = listed_tasks(tasks, has_names=True)
        office.save_document(self.file, office.lists.draw(listed).content)
        count = len(listed.tasks)
        said = _n(
            "Wrote the worklist of {date} with {n} task to {file}.",
            "Wrote the worklist of {date} with {n} tasks to {file}.",
            count,
        )
        return said.format(date=short_date(self.on), n=count, file=self.file)


def _teams_list(case: str | None, file: Path, form: PaperForm | None, on: date) -> _TeamsList:
    if case is not None:
        problem = _("{option} does not go with --document worklist, which is of the whole team.")
        raise WrongUse(problem.format(option="--case"))
    if (form or form_of(file.name)) is not PaperForm.PDF:
        raise WrongUse(_("The worklist is printed as PDF only. The window saves it in other forms too."))
    return _TeamsList(on, file)


def _one_paper(
    document: PrintedDocument,
    case: str | None,
    out: Path | None,
    follow_up: date | None,
    form: PaperForm | None,
) -> _OnePaper:
    if document is PrintedDocument.INTERVIEW_FORM:
        if case is not None:
            raise WrongUse(
                _("{option} goes with every document but interview-form, which is of no case.").format(option="--case")
            )
        case = ""
    file = said_of("--out", out)
    return _OnePaper(document, said_of("--case", case), file, form or form_of(file.name), follow_up)


def _written_plan(plan: PrintedPlan, file: str) -> str:
    """Return that a plan was written to a file; only paper is handed out in the same bytes ever after."""
    if plan.form is PaperForm.HTML:
        return _("Wrote version {n} of the plan for screen readers to {file}.").format(n=plan.plan_number, file=file)
    return _("Wrote version {n} of the plan ({state}) to {file}.").format(
        n=plan.plan_number, state=state_on_paper(plan.state), file=file
    )
