"""`enplan restore` and `enplan recover`: a backup takes its place again, and a forgotten password is no end."""

from pathlib import Path
from typing import Annotated

import typer

from desktop_app.cli.options import PasswordFile, PasswordStdin, StoreOption, UserOption, store_path
from desktop_app.cli.passwords import read_password, read_recovery_key
from desktop_app.cli.store_commands import show_recovery_key
from desktop_app.composition import Office
from desktop_app.composition.restoring import Opening, backup_at, restore
from desktop_app.presenters.restore_texts import checked_words, day_and_time, restored_lines, users_words
from desktop_app.storage.recovery_key import new_recovery_key
from desktop_app.storage.store import open_with_recovery_key
from desktop_app.translation import _

FromOption = Annotated[
    Path | None, typer.Option("--from", help=_("A backup, or a folder of backups: the newest in it is used."))
]
RecoveryKeyFile = Annotated[
    Path | None,
    typer.Option("--recovery-key-file", help=_("A file whose first line is the recovery key on the paper.")),
]
MoveAside = Annotated[
    bool, typer.Option("--move-aside", help=_("Keep the cases that lie there under another name; nothing is deleted."))
]


def restore_command(
    backup: Annotated[Path, typer.Option("--from", help=_("A backup, or a folder of backups: the newest is used."))],
    store: StoreOption = None,
    password_file: PasswordFile = None,
    recovery_key_file: RecoveryKeyFile = None,
    user: UserOption = None,
    *,
    password_stdin: PasswordStdin = False,
    move_aside: MoveAside = False,
) -> None:
    """Check a backup and let it take the place of the store; what lay there is kept under another name."""
    opening = (
        Opening(user=user, recovery_key=read_recovery_key(recovery_key_file))
        if recovery_key_file
        else Opening(user=user, password=read_password(password_file, from_stdin=password_stdin))
    )
    _restore(backup, store_path(store), opening, may_set_aside=move_aside)


def recover_command(
    store: StoreOption = None,
    recovery_key_file: RecoveryKeyFile = None,
    password_file: PasswordFile = None,
    backup: FromOption = None,
    user: UserOption = None,
    *,
    password_stdin: PasswordStdin = False,
    new_key: Annotated[
        bool,
        typer.Option("--new-recovery-key", help=_("Print a new recovery key; the one on the old paper opens nothing.")),
    ] = False,
    move_aside: MoveAside = False,
) -> None:
    """Give a user a new password with the recovery key, in the store there is or in a backup that takes its place."""
    opening = Opening(user=user, recovery_key=read_recovery_key(recovery_key_file))
    password = read_password(password_file, from_stdin=password_stdin)
    key = new_recovery_key() if new_key else ""
    if backup:
        _restore(
            backup, store_path(store), opening, may_set_aside=move_aside, new_password=password, new_recovery_key=key
        )
    else:
        opened = open_with_recovery_key(store_path(store), recovery_key=opening.recovery_key, user=user)
        with Office(opened) as office:
            office.settings.recover(password)
            if key:
                office.settings.renew_recovery_key(key, password)
            typer.echo(
                _("{user} has a new password. The old one opens nothing any more.").format(user=opened.user.name)
            )
    if key:
        show_recovery_key(key)
    else:
        typer.echo(_("The recovery key is the same as before. Put the paper back in the box."))


def _restore(
    backup: Path,
    target: Path,
    opening: Opening,
    *,
    may_set_aside: bool,
    new_password: str = "",
    new_recovery_key: str = "",
) -> None:
    found = backup_at(backup, target)
    typer.echo(
        _("Found the backup {path} of {moment}. Checked: {checked}. Opened by: {users}.").format(
            path=found.path,
            moment=day_and_time(found.made_at),
            checked=checked_words(found),
            users=users_words(found),
        )
    )
    restored = restore(
        Path(found.path),
        target,
        opening,
        may_set_aside=may_set_aside,
        new_password=new_password,
        new_recovery_key=new_recovery_key,
    )
    with restored.store:
        for line in restored_lines(restored.report):
            typer.echo(line)
        if new_password:
            typer.echo(
                _("{user} has a new password. The old one opens nothing any more.").format(
                    user=restored.store.user.name
                )
            )
