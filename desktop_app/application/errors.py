"""Why a use case could not do what was asked. Errors carry data; the sentences stand in `presenters.error_texts`."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the password field knows errors, and waits for nothing of the domain
    from datetime import date

    from desktop_app.domain.completeness import PlanPart
    from desktop_app.domain.plan import PlanState
    from desktop_app.domain.signing import SigningProblem


class ApplicationError(Exception):
    """A use case was refused or could not be carried out."""


class CaseNotFound(ApplicationError):
    """No case has this number."""

    def __init__(self, case_number: str) -> None:
        super().__init__(case_number)
        self.case_number = case_number


class ChangedMeanwhile(ApplicationError):
    """The record was saved by somebody else after it was read; nothing was written."""

    def __init__(self, record: str) -> None:
        super().__init__(record)
        self.record = record


class ScanProblem(StrEnum):
    """Why a file is not taken in as a scan."""

    WRONG_TYPE = "wrong_type"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    UNREADABLE = "unreadable"
    CHANGED = "changed"
    OWN_FILE = "own_file"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    TOO_MANY_PIXELS = "too_many_pixels"
    ATTACHED_ALREADY = "attached_already"


class ScanRefused(ApplicationError):
    """A file is not taken in as a scan; nothing was written."""

    def __init__(self, problem: ScanProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


class ScanNotFound(ApplicationError):
    """The case has no such scan, or it was taken away."""

    def __init__(self, case_number: str) -> None:
        super().__init__(case_number)
        self.case_number = case_number


class StorageTrouble(StrEnum):
    """What the machine says when it says no."""

    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    INPUT_OUTPUT = "input_output"
    LOCKED = "locked"
    DAMAGED = "damaged"
    MISSING = "missing"
    READING_ONLY = "reading_only"  # the store is not the one that was last worked in


class StorageUnavailable(ApplicationError):
    """The store could not be read or written; the transaction was rolled back whole.

    `at_opening` tells that it never was open.
    """

    def __init__(self, trouble: StorageTrouble, path: str = "", *, at_opening: bool = False) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble
        self.path = path
        self.at_opening = at_opening


class BackupFailed(ApplicationError):
    """No backup was made in `folder`; the store and the earlier backups are as they were.

    MISSING is a folder that is not there, DAMAGED a copy that turned out not to be what the store is,
    READING_ONLY a store that is not the one that was last worked in.
    """

    def __init__(self, trouble: StorageTrouble, folder: str) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble
        self.folder = folder


class RestoreProblem(StrEnum):
    """Why a backup is not fetched back."""

    IN_THE_WAY = "in_the_way"  # a store lies at the place, and nobody said that it may be set aside
    SAME_FILE = "same_file"
    NO_BACKUP = "no_backup"  # in the folder that was named
    DAMAGED = "damaged"  # the backup does not hold together
    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    UNREADABLE = "unreadable"


class RestoreRefused(ApplicationError):
    """A backup was not fetched back; the backup and what lies at its place are as they were.

    `path` is the backup, the folder or the place that is to blame.
    """

    def __init__(self, problem: RestoreProblem, path: str) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.path = path


class StoreRefusal(StrEnum):
    """Why a store is not opened or not created."""

    MISSING = "missing"
    EXISTS = "exists"
    IS_FOLDER = "is_folder"
    EMPTY_FILE = "empty_file"
    NOT_A_STORE = "not_a_store"
    DAMAGED = "damaged"
    KEYS_MISSING = "keys_missing"
    KEYS_DAMAGED = "keys_damaged"
    KEYS_OLD = "keys_old"
    UNKNOWN_USER = "unknown_user"
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - the reason, not a password
    TOO_SOON = "too_soon"
    WRONG_RECOVERY_KEY = "wrong_recovery_key"
    NO_ROLE = "no_role"
    IN_USE = "in_use"
    NEWER = "newer"
    NETWORK_FOLDER = "network_folder"
    SYNCHRONISED_FOLDER = "synchronised_folder"
    NOT_WRITABLE = "not_writable"
    UNSUITABLE_LIBRARY = "unsuitable_library"
    HOLDS_CASES = "holds_cases"


class StoreRefused(ApplicationError):
    """The store stays closed and untouched.

    `details` holds what the sentence needs: `path` always, for IN_USE also `user`, `computer` and `since` (ISO 8601,
    UTC; empty when unknown), for NEWER `store_version` and `program_version`, for NO_ROLE `user`, for UNKNOWN_USER too
    (empty when nobody was named and there are several), for WRONG_PASSWORD and TOO_SOON `wait` (the seconds no password
    is taken), for WRONG_RECOVERY_KEY `group` (the mistyped one, empty when all are well formed), for what is said of a
    folder `folder`, for UNSUITABLE_LIBRARY `found`.
    """

    def __init__(self, refusal: StoreRefusal, **details: str) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.details = details


class PasswordTooShort(ApplicationError):
    """A new password has fewer characters than the store asks for."""

    def __init__(self, minimum: int) -> None:
        super().__init__(minimum)
        self.minimum = minimum


class UserNameTaken(ApplicationError):
    """Another user of the store has this name or these initials."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class UnknownUser(ApplicationError):
    """The store has no user of this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class LastUser(ApplicationError):
    """The last user of a store cannot be removed: nobody could open it with a password again."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class OwnFileRefused(ApplicationError):
    """A document was to be written where the store keeps its own files."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class ImportProblem(StrEnum):
    """Why a file of cases is refused, whole."""

    UNREADABLE = "unreadable"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MANY_VALUES = "too_many_values"
    SPREADSHEET = "spreadsheet"
    NOT_TEXT = "not_text"
    NOT_JSON = "not_json"
    TOO_DEEP = "too_deep"
    SEALED = "sealed"  # and nobody gave its password
    WRONG_FILE_PASSWORD = "wrong_file_password"  # noqa: S105 - the reason, not a password
    SEAL_BROKEN = "seal_broken"
    DUPLICATE_KEY = "duplicate_key"
    NOT_A_CASE_FILE = "not_a_case_file"
    OTHER_VERSION = "other_version"
    UNKNOWN_KEY = "unknown_key"
    MISSING_KEY = "missing_key"
    WRONG_TYPE = "wrong_type"
    UNKNOWN_WORD = "unknown_word"
    IMPOSSIBLE_DATE = "impossible_date"
    IMPOSSIBLE_MOMENT = "impossible_moment"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_RANGE = "out_of_range"
    BLANK = "blank"
    TOO_LONG = "too_long"
    WRONG_FORM = "wrong_form"
    FORBIDDEN_CHARACTER = "forbidden_character"
    DUPLICATE_CASE_NUMBER = "duplicate_case_number"
    DUPLICATE_HOUSEHOLD = "duplicate_household"
    DUPLICATE_PLAN = "duplicate_plan"
    UNKNOWN_HOUSEHOLD = "unknown_household"
    UNKNOWN_GOAL = "unknown_goal"
    DIFFERS = "differs"
    SIGNED_PLAN_CHANGED = "signed_plan_changed"


class ImportRefused(ApplicationError):
    """A file was refused whole and nothing was written.

    `case` is the case number, or `#3` for the third case of the file while it has no number; `key` is the key with its
    path; `detail` the word, date or number in question.
    """

    def __init__(self, problem: ImportProblem, *, case: str = "", key: str = "", detail: str = "") -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.case = case
        self.key = key
        self.detail = detail


class PlanNotFound(ApplicationError):
    """A case has no plan, or not the version asked for."""

    def __init__(self, case_number: str, plan_number: int | None = None) -> None:
        super().__init__(case_number)
        self.case_number = case_number
        self.plan_number = plan_number


class NothingHeld(ApplicationError):
    """No follow-up was held on the case, or none on the day asked for."""

    def __init__(self, case_number: str, on: "date | None" = None) -> None:
        super().__init__(case_number)
        self.case_number = case_number
        self.on = on


class RuleProblem(StrEnum):
    """What is wrong in a rule file."""

    NOT_TOML = "not_toml"
    NO_SUCH_DATE = "no_such_date"
    UNKNOWN_KEY = "unknown_key"
    MISSING_KEY = "missing_key"
    WRONG_TYPE = "wrong_type"
    UNKNOWN_WORD = "unknown_word"
    EMPTY = "empty"
    NOT_POSITIVE = "not_positive"
    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
    OVERLAPPING_VERSIONS = "overlapping_versions"
    FILE_NAME_DIFFERS = "file_name_differs"
    NO_CLOCK = "no_clock"
    NO_TIME = "no_time"
    REPEATS_NOTHING = "repeats_nothing"
    BEGINS_ELSEWHERE = "begins_elsewhere"
    DUTY_MISSING = "duty_missing"
    UNREADABLE = "unreadable"


class RuleFileError(ApplicationError):
    """A rule file does not say what a rule must say; `detail` holds the word, date or parser message in question."""

    def __init__(self, problem: RuleProblem, *, file: str, rule: str = "", key: str = "", detail: str = "") -> None:
        super().__init__(f"{file}: {rule}: {key}: {problem.value} {detail}".strip())
        self.problem = problem
        self.file = file
        self.rule = rule
        self.key = key
        self.detail = detail


class LawCopyTrouble(StrEnum):
    """Why the copy of the last good rule files is of no help: there is none, it is damaged, or it is refused too."""

    MISSING = "missing"
    DAMAGED = "damaged"
    REFUSED = "refused"


class LawUnusable(ApplicationError):
    """The rule files are refused for what `error` says, and their last good copy cannot stand in for them."""

    def __init__(self, error: RuleFileError, copy: LawCopyTrouble) -> None:
        super().__init__(str(error), copy.value)
        self.error = error
        self.copy = copy


class PlanStateRefused(ApplicationError):
    """A version of a plan stands at `state` in its life, and what was asked can only be done at `needed`."""

    def __init__(self, number: int, state: "PlanState", needed: "PlanState") -> None:
        super().__init__(number, state.value, needed.value)
        self.number = number
        self.state = state
        self.needed = needed


class PlanPartlySigned(ApplicationError):
    """One party has signed the version, so its content stays as it is."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class PlanInWork(ApplicationError):
    """Another version is being written or waits for signatures, so no new one is begun."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class PlanIncomplete(ApplicationError):
    """A plan lacks what it must hold before it can be concluded: every part that is missing, in order."""

    def __init__(self, missing: Sequence["PlanPart"]) -> None:
        super().__init__(", ".join(missing))
        self.missing = tuple(missing)


class SigningRefused(ApplicationError):
    """What was to be registered of a signed paper is not possible: each field with what is wrong."""

    def __init__(self, problems: Sequence["SigningProblem"]) -> None:
        super().__init__(", ".join(f"{problem.field} {problem.fault}" for problem in problems))
        self.problems = tuple(problems)


class ConfirmationWrong(ApplicationError):
    """What cannot be undone is done only where the number of the case is typed; another was."""

    def __init__(self, case_number: str) -> None:
        super().__init__(case_number)
        self.case_number = case_number


class SignedCaseKept(ApplicationError):
    """Something was signed on the case, so it is not erased."""

    def __init__(self, case_number: str) -> None:
        super().__init__(case_number)
        self.case_number = case_number


class ReasonMissing(ApplicationError):
    """What was asked is only done with a reason, which stays on the case."""
