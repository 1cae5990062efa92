"""Errors carry data, and say to a programmer what they are about without naming anybody."""

import pytest

from desktop_app.application import errors
from desktop_app.application.access_errors import KeyRotationWaits, RemovingOneself
from desktop_app.application.errors import (
    ApplicationError,
    BackupFailed,
    CaseNotFound,
    ChangedMeanwhile,
    ConfirmationWrong,
    ImportProblem,
    ImportRefused,
    LastUser,
    LawCopyTrouble,
    LawUnusable,
    NothingHeld,
    OwnFileRefused,
    PasswordTooShort,
    PlanIncomplete,
    PlanInWork,
    PlanNotFound,
    PlanPartlySigned,
    PlanStateRefused,
    ReasonMissing,
    RestoreProblem,
    RestoreRefused,
    RuleFileError,
    RuleProblem,
    ScanNotFound,
    ScanProblem,
    ScanRefused,
    SignedCaseKept,
    SigningRefused,
    StorageTrouble,
    StorageUnavailable,
    StoreRefusal,
    StoreRefused,
    UnknownUser,
    UserNameTaken,
)
from desktop_app.domain.completeness import PlanPart
from desktop_app.domain.plan import PlanState
from desktop_app.domain.signing import SigningFault, SigningField, SigningProblem


@pytest.mark.parametrize(
    ("error", "data", "text"),
    [
        (CaseNotFound("2026-014"), {"case_number": "2026-014"}, "2026-014"),
        (ChangedMeanwhile("record-1"), {"record": "record-1"}, "record-1"),
        (
            StorageUnavailable(StorageTrouble.DISK_FULL, "/data"),
            {"trouble": StorageTrouble.DISK_FULL, "path": "/data"},
            "disk_full",
        ),
        (StorageUnavailable(StorageTrouble.LOCKED), {"trouble": StorageTrouble.LOCKED, "path": ""}, "locked"),
        (
            StoreRefused(StoreRefusal.IN_USE, user="MJ", computer="PC-7"),
            {"refusal": StoreRefusal.IN_USE, "details": {"user": "MJ", "computer": "PC-7"}},
            "in_use",
        ),
        (
            BackupFailed(StorageTrouble.MISSING, "/kopier"),
            {"trouble": StorageTrouble.MISSING, "folder": "/kopier"},
            "missing",
        ),
        (ScanNotFound("2026-014"), {"case_number": "2026-014"}, "2026-014"),
        (ScanRefused(ScanProblem.EMPTY), {"problem": ScanProblem.EMPTY}, "empty"),
        (
            RestoreRefused(RestoreProblem.DAMAGED, "/kopier"),
            {"problem": RestoreProblem.DAMAGED, "path": "/kopier"},
            "damaged",
        ),
        (ConfirmationWrong("2026-014"), {"case_number": "2026-014"}, "2026-014"),
        (SignedCaseKept("2026-014"), {"case_number": "2026-014"}, "2026-014"),
        (PasswordTooShort(12), {"minimum": 12}, "12"),
        (UserNameTaken("MJ"), {"name": "MJ"}, "MJ"),
        (UnknownUser("MJ"), {"name": "MJ"}, "MJ"),
        (LastUser("MJ"), {"name": "MJ"}, "MJ"),
        (RemovingOneself("MJ"), {"name": "MJ"}, "MJ"),
        (KeyRotationWaits(["MJ", "AK"]), {"names": ("MJ", "AK"), "needs_recovery_key": False}, "MJ, AK"),
        (OwnFileRefused("/data/enplan.store"), {"path": "/data/enplan.store"}, "/data/enplan.store"),
        (
            ImportRefused(ImportProblem.UNKNOWN_WORD, case="#3", key="plans 1", detail="praktikk"),
            {"problem": ImportProblem.UNKNOWN_WORD, "case": "#3", "key": "plans 1", "detail": "praktikk"},
            "unknown_word",
        ),
        (
            ImportRefused(ImportProblem.EMPTY),
            {"problem": ImportProblem.EMPTY, "case": "", "key": "", "detail": ""},
            "empty",
        ),
        (PlanNotFound("2026-014"), {"case_number": "2026-014", "plan_number": None}, "2026-014"),
        (NothingHeld("2026-014"), {"case_number": "2026-014", "on": None}, "2026-014"),
        (PlanNotFound("2026-014", 3), {"case_number": "2026-014", "plan_number": 3}, "2026-014"),
        (
            PlanStateRefused(2, PlanState.SIGNED, PlanState.DRAFT),
            {"number": 2, "state": PlanState.SIGNED, "needed": PlanState.DRAFT},
            "(2, 'signed', 'draft')",
        ),
        (PlanPartlySigned(2), {"number": 2}, "2"),
        (PlanInWork(2), {"number": 2}, "2"),
        (
            PlanIncomplete([PlanPart.MAIN_GOAL, PlanPart.DANISH_GOAL]),
            {"missing": (PlanPart.MAIN_GOAL, PlanPart.DANISH_GOAL)},
            "main_goal, danish_goal",
        ),
        (
            SigningRefused([SigningProblem(SigningField.CITIZEN, SigningFault.MISSING)]),
            {"problems": (SigningProblem(SigningField.CITIZEN, SigningFault.MISSING),)},
            "citizen missing",
        ),
        (ReasonMissing(), {}, ""),
        (
            RuleFileError(RuleProblem.NOT_POSITIVE, file="a.toml", rule="a", key="due", detail="0"),
            {"problem": RuleProblem.NOT_POSITIVE, "file": "a.toml", "rule": "a", "key": "due", "detail": "0"},
            "a.toml: a: due: not_positive 0",
        ),
        (
            RuleFileError(RuleProblem.EMPTY, file="a.toml"),
            {"problem": RuleProblem.EMPTY, "file": "a.toml", "rule": "", "key": "", "detail": ""},
            "a.toml: : : empty",
        ),
        (
            LawUnusable(RuleFileError(RuleProblem.EMPTY, file="a.toml"), LawCopyTrouble.DAMAGED),
            {"copy": LawCopyTrouble.DAMAGED},
            "('a.toml: : : empty', 'damaged')",
        ),
    ],
)
def test_an_error_carries_its_data(error: ApplicationError, data: dict[str, object], text: str) -> None:
    assert {name: getattr(error, name) for name in data} == data
    assert str(error) == text


def test_one_kind_of_error_holds_all_that_a_use_case_refuses() -> None:
    kinds = {CaseNotFound, ChangedMeanwhile, StorageUnavailable, StoreRefused, PasswordTooShort, UserNameTaken}
    kinds |= {UnknownUser, LastUser, OwnFileRefused, ImportRefused, PlanNotFound, RuleFileError, BackupFailed}
    kinds |= {
        PlanStateRefused,
        PlanPartlySigned,
        PlanInWork,
        PlanIncomplete,
        SigningRefused,
        ReasonMissing,
        LawUnusable,
        NothingHeld,
        ScanNotFound,
        ScanRefused,
        RestoreRefused,
        ConfirmationWrong,
        SignedCaseKept,
    }

    of_use_cases = {kind for kind in ApplicationError.__subclasses__() if kind.__module__ != errors.__name__}
    assert kinds == set(ApplicationError.__subclasses__()) - of_use_cases
