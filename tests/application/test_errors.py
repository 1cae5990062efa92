"""Errors carry data, and say to a programmer what they are about without naming anybody."""

import pytest

from desktop_app.application.errors import (
    ApplicationError,
    BackupFailed,
    CaseNotFound,
    ChangedMeanwhile,
    ImportProblem,
    ImportRefused,
    LastUser,
    OwnFileRefused,
    PasswordTooShort,
    PlanNotFound,
    RuleFileError,
    RuleProblem,
    StorageTrouble,
    StorageUnavailable,
    StoreRefusal,
    StoreRefused,
    UnknownUser,
    UserNameTaken,
)


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
        (PasswordTooShort(12), {"minimum": 12}, "12"),
        (UserNameTaken("MJ"), {"name": "MJ"}, "MJ"),
        (UnknownUser("MJ"), {"name": "MJ"}, "MJ"),
        (LastUser("MJ"), {"name": "MJ"}, "MJ"),
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
        (PlanNotFound("2026-014", 3), {"case_number": "2026-014", "plan_number": 3}, "2026-014"),
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
    ],
)
def test_an_error_carries_its_data(error: ApplicationError, data: dict[str, object], text: str) -> None:
    assert {name: getattr(error, name) for name in data} == data
    assert str(error) == text


def test_one_kind_of_error_holds_all_that_a_use_case_refuses() -> None:
    kinds = {CaseNotFound, ChangedMeanwhile, StorageUnavailable, StoreRefused, PasswordTooShort, UserNameTaken}
    kinds |= {UnknownUser, LastUser, OwnFileRefused, ImportRefused, PlanNotFound, RuleFileError, BackupFailed}

    assert kinds == set(ApplicationError.__subclasses__())
