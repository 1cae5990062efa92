"""Who may do what: every cell of the table, written out a second time."""

import pytest

from desktop_app.domain.role import ALLOWED, Act, Role, may, role_of

# Leader, caseworker, reception, administrator, auditor: who may has their letter.
TABLE = """
    find_people                L C R . T
    see_deadlines              L C . . T
    open_case                  L C . . T
    show_identity              L C . . .
    record_arrival             L C R . .
    change_case                L C . . .
    record_consent             L C . . .
    decide_deadline            L C . . .
    reassign_cases             L C . . .
    write_follow_up            L C . . .
    write_plan                 L C . . .
    sign_plan                  L C . . .
    annul_signature            L C . . .
    open_plan                  L C . . .
    print                      L C . . .
    copy_out                   L C . . .
    take_list_out              L C . . .
    attach_scan                L C . . .
    remove_scan                L C . . .
    open_scan                  L C . . .
    export_case                L C . . .
    export_everything          L . . . .
    import_cases               L . . . .
    give_access                L C . . .
    review_retention           L . . . .
    erase_person               L . . . .
    write_phrases              L C . . .
    keep_drafts                L C R A T
    compare_rules              L C . . T
    change_standard            L . . . .
    change_settings            L . . A .
    change_own_access          L C R A T
    renew_recovery_key         L . . A .
    manage_team                L . . A .
    check_use                  L . . . T
    back_up                    L C R A T
    restore                    L . . A .
    renew_mark                 L . . A .
    prepare_demo               L . . . .
"""
CELLS = [
    (role, Act(name), letter != ".")
    for name, *letters in map(str.split, TABLE.strip().splitlines())
    for role, letter in zip(Role, letters, strict=True)
]


@pytest.mark.parametrize(("role", "act", "allowed"), CELLS)
def test_each_role_may_what_the_table_says(role: Role, act: Act, allowed: bool) -> None:  # noqa: FBT001 - a cell
    assert may(role, act) is allowed


def test_every_act_stands_in_both_tables() -> None:
    assert {act for _, act, _ in CELLS} == set(Act) == set(ALLOWED)


@pytest.mark.parametrize("act", Act)
def test_without_a_role_one_may_do_nothing(act: Act) -> None:
    assert not may(None, act)


def test_where_no_role_was_ever_given_everybody_leads() -> None:
    assert role_of("mette", {}) is Role.LEADER


def test_once_roles_are_given_one_without_has_none() -> None:
    given = {"mette": Role.LEADER, "lars": Role.AUDITOR}

    assert role_of("lars", given) is Role.AUDITOR
    assert role_of("anna", given) is None
