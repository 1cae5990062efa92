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
    HOLDS_CASES = "holds_cases"


class StoreRefused(ApplicationError):
    """The store stays closed and untouched.

    `details` holds what the sentence needs: the path, for IN_USE also user, computer and since when, for NEWER both
    versions.
    """

    def __init__(self, refusal: StoreRefusal, **details: str) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.details = details
