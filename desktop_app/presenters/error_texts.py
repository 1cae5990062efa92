"""Errors in clear sentences: what happened, why, and what to do now. Nothing personal stands in them."""

from collections.abc import Callable, Mapping
from functools import singledispatch

from desktop_app.application.access_errors import KeyRotationWaits, RemovingOneself
from desktop_app.application.choose_logo import LogoRefused
from desktop_app.application.errors import (
    ApplicationError,
    BackupFailed,
    CaseNotFound,
    ChangedMeanwhile,
    ConfirmationWrong,
    ImportRefused,
    LastUser,
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
    RestoreRefused,
    RuleFileError,
    ScanNotFound,
    ScanRefused,
    SignedCaseKept,
    SigningRefused,
    StorageTrouble,
    StorageUnavailable,
    StoreRefused,
    UnknownUser,
    UserNameTaken,
)
from desktop_app.application.permission import NotAllowed, TeamRefused
from desktop_app.application.spot_check import CheckRefused
from desktop_app.domain.errors import (
    CorrectionEmpty,
    DomainError,
    FollowUpClosed,
    FollowUpInFuture,
    NextFollowUpNotLater,
    TakeoverBeforeAllocation,
    TakeoverReasonMissing,
)
from desktop_app.presenters.backup_texts import backup_failure
from desktop_app.presenters.check_refusal_texts import check_refused_text
from desktop_app.presenters.erasure_texts import kept_text, wrong_number_text
from desktop_app.presenters.import_texts import import_refusal
from desktop_app.presenters.key_rotation_texts import rotation_waits
from desktop_app.presenters.logo_texts import logo_problem_text
from desktop_app.presenters.plan_error_texts import (
    in_work,
    incomplete,
    partly_signed,
    signing_refused,
    state_refused,
)
from desktop_app.presenters.restore_texts import restore_problem
from desktop_app.presenters.role_texts import not_allowed_text, team_refused_text
from desktop_app.presenters.rule_error_texts import law_unusable_text, rule_file_error
from desktop_app.presenters.scan_texts import scan_problem_text
from desktop_app.presenters.store_refusal_texts import store_refused_text
from desktop_app.translation import _, long_date


@singledispatch
def error_text(error: ApplicationError | DomainError) -> str:
    """Return the sentence for an error a user can do something about."""
    return _("The program could not do this: {reason}.").format(reason=error)


@error_text.register
def _case_not_found(error: CaseNotFound) -> str:
    return _("There is no case with the number {number}. Check the number, and try again.").format(
        number=error.case_number
    )


@error_text.register
def _not_allowed(error: NotAllowed) -> str:
    return not_allowed_text(error)


@error_text.register
def _team_refused(error: TeamRefused) -> str:
    return team_refused_text(error)


@error_text.register
def _check_refused(error: CheckRefused) -> str:
    return check_refused_text(error)


@error_text.register
def _plan_not_found(error: PlanNotFound) -> str:
    if error.plan_number is not None:
        return _("Case {number} has no version {version} of the plan.").format(
            number=error.case_number, version=error.plan_number
        )
    return _("Case {number} has no plan yet, so there is nothing to print.").format(number=error.case_number)


@error_text.register
def _nothing_held(error: NothingHeld) -> str:
    if error.on is not None:
        return _("Case {number} has no follow-up that was held on {date}.").format(
            number=error.case_number, date=long_date(error.on)
        )
    return _("No follow-up has been held on case {number} yet, so there are no minutes to print.").format(
        number=error.case_number
    )


@error_text.register
def _plan_state_refused(error: PlanStateRefused) -> str:
    return state_refused(error)


@error_text.register
def _plan_partly_signed(error: PlanPartlySigned) -> str:
    return partly_signed(error)


@error_text.register
def _plan_in_work(error: PlanInWork) -> str:
    return in_work(error)


@error_text.register
def _plan_incomplete(error: PlanIncomplete) -> str:
    return incomplete(error)


@error_text.register
def _signing_refused(error: SigningRefused) -> str:
    return signing_refused(error)


@error_text.register
def _scan_refused(error: ScanRefused) -> str:
    return f"{scan_problem_text(error.problem)}."


@error_text.register
def _logo_refused(error: LogoRefused) -> str:
    return logo_problem_text(error.problem)


@error_text.register
def _scan_not_found(_error: ScanNotFound) -> str:
    return _("The scan is no longer attached to the case. Open the case again to see what is.")


@error_text.register
def _reason_missing(_error: ReasonMissing) -> str:
    return _("Write a reason. It stays on the case.")


@error_text.register
def _signed_case_kept(error: SignedCaseKept) -> str:
    return kept_text(error.case_number)


@error_text.register
def _confirmation_wrong(error: ConfirmationWrong) -> str:
    return f"{wrong_number_text(error.case_number)}."


@error_text.register
def _changed_meanwhile(_error: ChangedMeanwhile) -> str:
    return _(
        "Somebody else has saved changes to this case. What you typed has been kept. Open the case again to compare."
    )


@error_text.register
def _follow_up_in_future(_error: FollowUpInFuture) -> str:
    return _("The date cannot lie in the future")


@error_text.register
def _next_follow_up_not_later(error: NextFollowUpNotLater) -> str:
    return _("The next follow-up must be later than {date}").format(date=long_date(error.held_on))


@error_text.register
def _follow_up_closed(error: FollowUpClosed) -> str:
    if error.closed_at is None:
        return _("The note is locked and can no longer be changed. Add a correction instead.")
    at = error.closed_at.astimezone()
    return _("The note was locked on {date} at {time} and can no longer be changed. Add a correction instead.").format(
        date=long_date(at.date()), time=f"{at:%H.%M}"
    )


@error_text.register
def _correction_empty(_error: CorrectionEmpty) -> str:
    return _("Write the correction")


@error_text.register
def _own_file_refused(error: OwnFileRefused) -> str:
    return _("{path} belongs to the file with the cases and is never overwritten. Choose another place.").format(
        path=error.path
    )


@error_text.register
def _password_too_short(error: PasswordTooShort) -> str:
    return _("The password must have at least {n} characters. Four random words are good.").format(n=error.minimum)


@error_text.register
def _user_name_taken(error: UserNameTaken) -> str:
    return _("Another user is already called {name}. Choose another name or other initials.").format(name=error.name)


@error_text.register
def _unknown_user(error: UnknownUser) -> str:
    return _("There is no user called {name}.").format(name=error.name)


@error_text.register
def _last_user(_error: LastUser) -> str:
    return _("The last user cannot be removed. Add another user first.")


@error_text.register
def _removing_oneself(_error: RemovingOneself) -> str:
    return _("You cannot remove yourself. Ask another user to do it.")


@error_text.register
def _key_rotation_waits(error: KeyRotationWaits) -> str:
    return rotation_waits(error)


@error_text.register
def _backup_failed(error: BackupFailed) -> str:
    return backup_failure(error)


@error_text.register
def _restore_refused(error: RestoreRefused) -> str:
    return restore_problem(error)


@error_text.register
def _import_refused(error: ImportRefused) -> str:
    return import_refusal(error)


@error_text.register
def _rule_file_error(error: RuleFileError) -> str:
    return rule_file_error(error)


@error_text.register
def _law_unusable(error: LawUnusable) -> str:
    return law_unusable_text(error)


@error_text.register
def _takeover_before_allocation(_error: TakeoverBeforeAllocation) -> str:
    return _("The date of takeover cannot lie before the date of allocation")


@error_text.register
def _takeover_reason_missing(_error: TakeoverReasonMissing) -> str:
    return _("Write why it is another day than the one proposed")


@error_text.register
def _storage_unavailable(error: StorageUnavailable) -> str:
    sentence = _AT_OPENING.get(error.trouble) if error.at_opening else None
    return (sentence or _TROUBLES[error.trouble])()


_AT_OPENING: Mapping[StorageTrouble, Callable[[], str]] = {
    StorageTrouble.DISK_FULL: lambda: _(
        "The file with the cases cannot be opened because the disk is full. Free some space, and try again."
    ),
    StorageTrouble.READ_ONLY: lambda: _(
        "The file with the cases cannot be opened because it or its folder is read-only. Ask your IT department for"
        " permission to write in the folder."
    ),
    StorageTrouble.INPUT_OUTPUT: lambda: _(
        "The disk reports an error, so the file with the cases cannot be opened. Check that the drive is connected, and"
        " try again."
    ),
}


_TROUBLES: Mapping[StorageTrouble, Callable[[], str]] = {
    StorageTrouble.DISK_FULL: lambda: _(
        "The changes could not be saved because the disk is full. Your draft is still in the program. Free some space,"
        " and choose Save again."
    ),
    StorageTrouble.READ_ONLY: lambda: _(
        "The changes could not be saved because the file is read-only. Ask your IT department for permission to write"
        " in the folder."
    ),
    StorageTrouble.INPUT_OUTPUT: lambda: _(
        "The disk reports an error, so nothing was saved. Check that the drive is connected, and try again."
    ),
    StorageTrouble.LOCKED: lambda: _("Another program has the file with the cases open. Close it, and try again."),
    StorageTrouble.DAMAGED: lambda: _(
        "The file with the cases is damaged. Nothing was written. Restore the latest backup."
    ),
    StorageTrouble.READING_ONLY: lambda: _(
        "Nothing was saved: the file with the cases is open for reading only, because it is not the one last worked in."
        " Choose a backup, or decide to go on in this file."
    ),
    StorageTrouble.MISSING: lambda: _(
        "The file with the cases is gone. Check that the drive is connected, or restore the latest backup."
    ),
}


@error_text.register
def _store_refused(error: StoreRefused) -> str:
    return store_refused_text(error)
