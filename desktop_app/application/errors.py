"""Why a use case could not do what was asked. Errors carry data; the sentences stand in `presenters.error_texts`."""

from enum import StrEnum


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


class StorageTrouble(StrEnum):
    """What the machine says when it says no."""

    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    INPUT_OUTPUT = "input_output"
    LOCKED = "locked"
    DAMAGED = "damaged"
    MISSING = "missing"


class StorageUnavailable(ApplicationError):
    """The store could not be read or written; the transaction was rolled back whole."""

    def __init__(self, trouble: StorageTrouble, path: str = "") -> None:
        super().__init__(trouble.value)
        self.trouble = trouble
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
    UNKNOWN_USER = "unknown_user"
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - the reason, not a password
    WRONG_RECOVERY_KEY = "wrong_recovery_key"
    IN_USE = "in_use"
    NEWER = "newer"
    NETWORK_FOLDER = "network_folder"
    SYNCHRONISED_FOLDER = "synchronised_folder"
    UNSUITABLE_LIBRARY = "unsuitable_library"
    HOLDS_CASES = "holds_cases"


class StoreRefused(ApplicationError):
    """The store stays closed and untouched.

    `details` holds what the sentence needs: `path` always, for IN_USE also `user`, `computer` and `since` (ISO 8601,
    UTC; empty when unknown), for NEWER `store_version` and `program_version`, for UNKNOWN_USER `user` (empty when
    nobody was named and there are several), for WRONG_RECOVERY_KEY `group` (the mistyped one, empty when all are well
    formed), for the two kinds of folder `folder`, for UNSUITABLE_LIBRARY `found`.
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
