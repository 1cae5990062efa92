"""An open store with everything the team can do with it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from desktop_app.application.compare_rules import RulesCompared, compare_rules
from desktop_app.application.drawing_ports import PageImage
from desktop_app.application.explain_deadline import explain_deadline
from desktop_app.application.export_cases import Exported, export_cases, export_counted
from desktop_app.application.import_cases import ImportReport, import_cases
from desktop_app.application.law_in_force import LawInForce
from desktop_app.application.list_gaps import GapList, GapsInParts, gaps_after
from desktop_app.application.open_case import OpenedCase
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.print_follow_up import ChosenFollowUp
from desktop_app.application.print_plan import PrintedPlan, print_plan
from desktop_app.application.printed_paper import PaperForm, PrintedPaper
from desktop_app.application.show_cpr import show_cpr
from desktop_app.application.show_deadlines import show_deadlines
from desktop_app.application.show_worklist import Worklist, WorklistInParts, worklist_after
from desktop_app.application.store_mark import MarkWarning, renew_mark
from desktop_app.composition.arrival_desk import ArrivalDesk
from desktop_app.composition.backups import BackupWork
from desktop_app.composition.case_desk import CaseDesk
from desktop_app.composition.check_work import CheckWork
from desktop_app.composition.draft_desk import DraftDesk
from desktop_app.composition.follow_up_work import FollowUpWork
from desktop_app.composition.list_out_desk import ListOutDesk
from desktop_app.composition.logo_work import LogoWork
from desktop_app.composition.paper import page_image
from desktop_app.composition.paper_desk import PaperDesk
from desktop_app.composition.phrase_work import PhraseWork
from desktop_app.composition.plan_print_desk import PlanPrintDesk
from desktop_app.composition.plan_work import PlanWork
from desktop_app.composition.program_law import ProgramLaw
from desktop_app.composition.rights_desk import RightsDesk
from desktop_app.composition.scan_work import ScanWork
from desktop_app.composition.settings_work import SettingsWork
from desktop_app.composition.standard_work import StandardWork
from desktop_app.composition.team_work import TeamWork
from desktop_app.domain.case import Case
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.local_standard import with_local_standards
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.role import Role
from desktop_app.domain.rulebook import Rulebook
from desktop_app.storage.key_file import StoreUser
from desktop_app.storage.presence import refuse_own_file
from desktop_app.storage.store import Store
from desktop_app.storage.whole_file import write_whole

RECENT = 8


@dataclass
class Office:
    """An open store with everything the team can do with it; closes it as a context manager."""

    store: Store
    program_law: ProgramLaw = field(default_factory=ProgramLaw)
    _law: PlanLaw | None = field(default=None, init=False, repr=False)
    _is_behind: bool = field(default=False, init=False, repr=False)

    @property
    def place(self) -> str:
        """The path of the store."""
        return str(self.store.path)

    @property
    def user(self) -> StoreUser:
        """Who unlocked the store."""
        return self.store.user

    @property
    def role(self) -> Role | None:
        """What who unlocked the store is to the team."""
        return self.store.role

    def colleague(self, initials: str) -> str:
        """Return the name of who has these initials, the initials themselves where nobody has them."""
        return next((user.name for user in self.store.keys.users() if user.initials == initials), initials)

    @cached_property
    def team(self) -> TeamWork:
        """Deciding who can open the store and as what."""
        return TeamWork(self.store)

    @property
    def warning(self) -> MarkWarning | None:
        """What is wrong between the store and its mark, None where all is well."""
        return self.store.warning

    def renew_mark(self) -> None:
        """Go on in the store although it is not the one that was last worked in (`renew_mark`)."""
        renew_mark(store=self.store, work=self.store.work)

    @property
    def rulebook(self) -> Rulebook:
        """The rules as this municipality applies them."""
        return self.law.rulebook

    def close(self) -> None:
        """Close the store and let go of its key."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.store.close()

    @cached_property
    def drafts(self) -> DraftDesk:
        """What the user typed and did not save yet."""
        return DraftDesk(self.store)

    @property
    def arrivals(self) -> ArrivalDesk:
        """Recording who arrives."""
        return ArrivalDesk(self.store, self.rulebook)

    @cached_property
    def municipality(self) -> Municipality:
        """The municipality the store belongs to."""
        with self.store.work() as unit:
            return unit.municipality()

    @cached_property
    def cases(self) -> CaseDesk:
        """Opening a case, changing it and copying it out."""
        return CaseDesk(self.store, lambda: self.law.rulebook)

    @property
    def lists(self) -> ListOutDesk:
        """Taking the worklist out."""
        return ListOutDesk(self.store, lambda: self.municipality)

    @cached_property
    def backups(self) -> BackupWork:
        """Backing the store up."""
        return BackupWork(self.store)

    @cached_property
    def settings(self) -> SettingsWork:
        """Changing the municipality's settings and what opens the store."""
        return SettingsWork(self.store, self._forget_settings)

    @property
    def logo(self) -> LogoWork:
        """Choosing the logo of the letterhead."""
        return LogoWork(self.store, self._forget_settings)

    @cached_property
    def standards(self) -> StandardWork:
        """The municipality's own standards."""
        return StandardWork(self.store, self._rules_of_file, self._forget_settings)

    @cached_property
    def phrases(self) -> PhraseWork:
        """The phrases the team writes with."""
        return PhraseWork(self.store)

    @property
    def follow_ups(self) -> FollowUpWork:
        """Writing and listing follow-ups."""
        return FollowUpWork(self.store, self.rulebook, self.print_plan)

    @property
    def plans(self) -> PlanWork:
        """Writing, signing and annulling plans."""
        return PlanWork(self.store, self.law, self.municipality)

    @cached_property
    def plan_prints(self) -> PlanPrintDesk:
        """Printing many plans."""
        return PlanPrintDesk(self.store, lambda: self.law)

    @property
    def scans(self) -> ScanWork:
        """Attaching and showing scans of signed papers."""
        return ScanWork(self.store)

    @property
    def rights(self) -> RightsDesk:
        """What the citizen can ask for."""
        return RightsDesk(self.store)

    @property
    def checks(self) -> CheckWork:
        """Checking how the cases were used, and that the file is whole."""
        return CheckWork(self.store)

    @property
    def papers(self) -> PaperDesk:
        """Printing what stands beside the plan."""
        return PaperDesk(self.store, self.law)

    @property
    def law(self) -> PlanLaw:
        """The rules as this municipality applies them, and the texts.

        Its rulebook stays one and the same: where the settings change, it says something else to all who hold it.
        """
        if self._law is None:
            self._law = replace(self.law_in_force.law, rulebook=self._rules())
        elif self._is_behind:
            self._law.rulebook.say_as(self._rules())
        self._is_behind = False
        return self._law

    @property
    def law_in_force(self) -> LawInForce:
        """The rules as they were read, and whether they are those of the program's own files.

        Raises:
            LawUnusable: the files are refused, and there is nothing to use instead.
        """
        return self.program_law.in_force

    def import_content(
        self, content: dict[str, Any], today: date, *, update: bool = False, dry_run: bool = False
    ) -> ImportReport:
        """Bring in the cases of a validated file (`import_cases`)."""
        return import_cases(content, work=self.store.work, law=self.law, today=today, update=update, dry_run=dry_run)

    def import_file(
        self,
        path: Path,
        today: date,
        *,
        update: bool = False,
        dry_run: bool = False,
        file_password: Callable[[], str] | None = None,
    ) -> ImportReport:
        """Read a file of cases and bring them in; one that is encrypted asks for its own password.

        Raises:
            ImportRefused: the file is refused whole.
        """
        from desktop_app.storage.exchange_file import read_case_file  # noqa: PLC0415 - jsonschema, only for importing

        return self.import_content(read_case_file(path, file_password), today, update=update, dry_run=dry_run)

    def export_content(self, case_number: str | None) -> dict[str, Any]:
        """Return cases in the exchange format (`export_cases`)."""
        return export_cases(work=self.store.work, case_number=case_number)

    def export_file(self, path: Path, case_number: str | None, file_password: str = "") -> Exported:
        """Write cases to a file, encrypted where it has a password; return what is in it, and how many scans are not.

        Raises:
            CaseNotFound: no case has the number.
            OwnFileRefused: the file is the store's own.
            OSError: the file cannot be written.
        """
        from desktop_app.storage.exchange_file import write_case_file  # noqa: PLC0415 - as above

        refuse_own_file(self.store.path, path)
        exported = export_counted(work=self.store.work, case_number=case_number)
        write_case_file(path, exported.content, file_password)
        return exported

    def deadlines(self, today: date, case_number: str | None = None, *, history: bool = False) -> list[Deadline]:
        """Return how every duty stands (`show_deadlines`)."""
        return show_deadlines(
            work=self.store.work,
            read=self.store.read,
            rulebook=self.law.rulebook,
            today=today,
            case_number=case_number,
            history=history,
        )

    def rules_compared(self, old: Rulebook, new: Rulebook, today: date) -> RulesCompared:
        """Return what one set of rules would change over another (`compare_rules`)."""
        return compare_rules(
            work=self.store.work,
            read=self.store.read,
            old=old,
            new=new,
            uses_suspension=self.municipality.uses_suspension,
            today=today,
        )

    def worklist_in_parts(self, today: date, earlier: Worklist | None = None) -> WorklistInParts:
        """Return what is urgent, still to be computed (`show_worklist`)."""
        return WorklistInParts(read=self.store.read, rulebook=self.law.rulebook, today=today, earlier=earlier)

    def worklist_after(self, earlier: Worklist, cases: Collection[str]) -> Worklist:
        """Return the worklist after these cases were saved (`worklist_after`)."""
        return worklist_after(earlier, cases, read=self.store.read, rulebook=self.law.rulebook)

    def gaps_in_parts(self, today: date) -> GapsInParts:
        """Return what is missing in the team's cases, still to be read (`list_gaps`)."""
        return GapsInParts(read=self.store.read, rulebook=self.law.rulebook, today=today)

    def gaps_after(self, earlier: GapList, cases: Collection[str]) -> GapList:
        """Return what is missing after these cases were saved (`gaps_after`)."""
        return gaps_after(earlier, cases, read=self.store.read, rulebook=self.law.rulebook)

    def explained(self, deadline: Deadline, today: date) -> Deadline:
        """Return a deadline with its calculation log (`explain_deadline`)."""
        return explain_deadline(deadline, read=self.store.read, rulebook=self.law.rulebook, today=today)

    def open_case(self, case_number: str, today: date, searched_for: str = "") -> OpenedCase:
        """Open a case to read it (`open_case`)."""
        return self.cases.open(case_number, today, searched_for)

    def recent_cases(self) -> list[str]:
        """Return the ids of the cases the user opened last, the latest first."""
        return self.store.read.recent_cases(self.store.user.name, RECENT)

    def show_cpr(self, case_number: str) -> str | None:
        """Return a citizen's whole CPR number (`show_cpr`)."""
        return show_cpr(case_number, work=self.store.work)

    def print_plan(
        self, case_number: str, today: date, plan_number: int | None = None, form: PaperForm = PaperForm.PDF
    ) -> PrintedPlan:
        """Return a plan, as PDF where nothing else is said (`print_plan`)."""
        from desktop_app.documents.plan_document import set_plan  # noqa: PLC0415 - reportlab, only to print
        from desktop_app.documents.set_paper import printer_of  # noqa: PLC0415 - as above

        return print_plan(
            case_number,
            work=self.store.work,
            printer=printer_of(set_plan, form),
            law=self.law,
            today=today,
            plan_number=plan_number,
            form=form,
        )

    def for_screen_readers(self, printed: PrintedPlan | PrintedPaper, today: date) -> bytes:
        """Return a document of a case as a page for screen readers (`print_plan` and the papers beside it)."""
        if isinstance(printed, PrintedPlan):
            return self.print_plan(printed.case_number, today, printed.plan_number, PaperForm.HTML).content
        chosen = ChosenFollowUp(follow_up_id=printed.follow_up_id)
        return self.papers.draw(printed.kind, printed.case_number, today, chosen, PaperForm.HTML).content

    def render_page(self, pdf: bytes, page: int, width: int) -> PageImage:
        """Return a page of a document `width` pixels wide; pages count from 0."""
        return page_image(pdf, page, width)

    def page_count(self, pdf: bytes) -> int:
        """Return how many pages a document has."""
        from desktop_app.documents import preview  # noqa: PLC0415 - as above

        return preview.page_count(pdf)

    def case_to_show(self) -> tuple[str, str]:
        """Return number and family name of a case in which there is much to see: family, plan, many follow-ups."""
        with self.store.work() as unit:
            case = max(unit.cases.all(), key=_much_to_see)
        return case.case_number, case.citizen.family_name

    def save_document(self, path: Path, content: bytes) -> None:
        """Write a document to a file, whole or not at all, readable by nobody else.

        Raises:
            OwnFileRefused: the file is the store's own.
            OSError: the file cannot be written.
        """
        refuse_own_file(self.store.path, path)
        write_whole(path, content)

    def _rules_of_file(self) -> Rulebook:
        rules = self.law_in_force.law.rulebook
        return rules if self.municipality.uses_suspension else rules.without_suspensions()

    def _rules(self) -> Rulebook:
        with self.store.work() as unit:
            standards = unit.local_standards.all()
        return with_local_standards(self._rules_of_file(), standards)

    def _forget_settings(self) -> None:
        self.__dict__.pop("municipality", None)
        self._is_behind = True


def _much_to_see(case: Case) -> tuple[bool, bool, bool, int]:
    signed = any(plan.signed_on for plan in case.plans)
    return (signed, case.household is not None, bool(case.citizen.native_name), len(case.follow_ups))
