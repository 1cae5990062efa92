"""`enplan demo`: a store of made-up people."""

from typing import Annotated

import typer

from desktop_app.cli.options import (
    AsOfOption,
    PasswordFile,
    PasswordStdin,
    StoreOption,
    UserOption,
    initials_of,
    program_law,
    store_path,
    this_user,
)
from desktop_app.cli.passwords import read_password
from desktop_app.cli.store_commands import show_recovery_key
from desktop_app.cli.wrong_use import WrongUse
from desktop_app.composition import (
    DEMO_AS_OF,
    DEMO_CASES,
    DEMO_CODE,
    DEMO_DAYS,
    DEMO_SEED,
    Office,
    fill_with_demo,
    new_store,
)
from desktop_app.storage.store import open_store
from desktop_app.translation import _, _n


def demo(
    store: StoreOption = None,
    password_file: PasswordFile = None,
    user: UserOption = None,
    cases: Annotated[int, typer.Option("--cases", min=1, max=100_000, help=_("How many cases."))] = DEMO_CASES,
    seed: Annotated[int, typer.Option("--seed", help=_("Equal seeds give equal people."))] = DEMO_SEED,
    as_of: AsOfOption = None,
    *,
    password_stdin: PasswordStdin = False,
) -> None:
    """Create a store of made-up people, or fill an empty one."""
    on = as_of or DEMO_AS_OF
    if on not in DEMO_DAYS:
        raise WrongUse(
            _("--as-of takes a day from {first} to {last}.").format(first=DEMO_DAYS.first, last=DEMO_DAYS.last)
        )
    path = store_path(store)
    password = read_password(password_file, from_stdin=password_stdin)
    recovery_key = None
    if path.exists():
        opened = open_store(path, user=user, password=password)
    else:
        person = this_user(user)
        made = new_store(
            path, user=person, initials=initials_of(person), password=password, code=DEMO_CODE, fictional=True
        )
        opened, recovery_key = made.store, made.recovery_key
    with Office(opened, program_law()) as office:
        report = fill_with_demo(office, cases=cases, seed=seed, as_of=on)
    n = len(report.added)
    typer.echo(_n("Added {n} made-up case to {path}.", "Added {n} made-up cases to {path}.", n).format(n=n, path=path))
    if recovery_key:
        show_recovery_key(recovery_key)
