"""Every use case asks whether the user may, for the act it is; a refusal is in the log and reads nothing."""

import ast
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop_app.application.permission import NotAllowed
from desktop_app.application.ports import LogAction
from desktop_app.domain.role import Act, Role
from tests.domain.test_role import CELLS
from tests.fakes import FakeStore, Noted

PACKAGE = Path(__file__).resolve().parents[2] / "desktop_app"

ASKED = """
    annul_signature.annul_signature               annul_signature
    attach_scan.attach_scan                       attach_scan
    back_up.back_up                               back_up
    change_access.change_password                 change_own_access
    change_access.recover_access                  change_own_access
    change_access.rename_user                     change_own_access
    change_access.renew_recovery_key              renew_recovery_key
    change_case.change_case                       change_case
    change_follow_up.change_follow_up             write_follow_up
    change_local_standard.decide_standard         change_standard
    change_local_standard.take_back_standard      change_standard
    change_settings.change_settings               change_settings
    check_use.draw_uses                           check_use
    check_use.mark_use                            check_use
    check_use.print_check                         check_use
    choose_logo.change_logo                       change_settings
    compare_plans.compare_versions                open_plan
    compare_plans.print_comparison                open_plan
    compare_rules.compare_rules                   compare_rules
    copy_out.copy_out                             copy_out
    copy_worklist_out.copy_worklist_out           take_list_out
    correct_fact.correct_fact                     change_case
    correct_follow_up.correct_follow_up           write_follow_up
    decide_deadline.decide_deadline               decide_deadline
    decide_deadline.withdraw_decision             decide_deadline
    decide_deadline.undo_decision                 decide_deadline
    drafts.keep_draft                             keep_drafts
    drafts.drafts_of                              keep_drafts
    drafts.drafts_of_others                       keep_drafts
    drafts.discard_draft                          keep_drafts
    erase_person.erase_person                     erase_person
    export_cases.export_counted                   export_case export_everything
    give_access.give_access                       give_access
    import_cases.import_cases                     import_cases
    join_family.join_family                       change_case
    join_family.leave_family                      change_case
    log_follow_up.log_follow_up                   write_follow_up
    manage_team.list_team                         manage_team
    manage_team.add_person                        manage_team
    manage_team.give_role                         manage_team
    manage_team.give_password                     manage_team
    manage_team.remove_person                     manage_team
    open_case.open_case                           open_case
    open_plan.open_plan                           open_plan
    open_scan.open_scan                           open_scan
    plan_records.changed                          write_plan
    prepare_demo.prepare_demo                     prepare_demo
    print_calendar_sheet.print_calendar_sheet     print
    print_declaration_note.print_declaration_note print
    print_follow_up.print_follow_up               print
    print_interview.print_interview               print
    print_plans.__init__                          print
    print_plan.print_plan                         print
    ready_plan.make_ready                         write_plan
    ready_plan.reopen                             write_plan
    reassign_cases.reassign_cases                 reassign_cases
    reassign_cases.give_back                      reassign_cases
    record_arrival.record_arrival                 record_arrival
    record_consent.record_consent                 record_consent
    record_event.record_event                     change_case
    record_event.record_offer                     change_case
    record_event.take_back                        change_case
    remove_follow_up.remove_follow_up             write_follow_up
    remove_scan._save                             remove_scan
    restore_backup.restore_backup                 restore
    review_retention.review_retention             review_retention
    show_address.show_address                     show_identity
    show_cpr.show_cpr                             show_identity
    show_deadlines.show_deadlines                 see_deadlines
    sign_plan.sign_plan                           sign_plan
    store_mark.renew_mark                         renew_mark
    write_phrases.list_phrases                    write_phrases
    write_phrases.keep_phrases                    write_phrases
    write_phrases.change_phrase                   write_phrases
    write_phrases.remove_phrases                  write_phrases
    write_plan.begin_version                      write_plan
    write_plan.save_content                       write_plan
    write_plan.discard_version                    write_plan
"""


class Asking(NamedTuple):
    """A function of the application layer that begins a unit of work, and what it asks for."""

    function: str
    acts: frozenset[str]


def askings() -> list[Asking]:
    """Return every function that begins a unit of work for an act."""
    found = []
    for module in sorted((PACKAGE / "application").rglob("*.py")):
        for function in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                acts = {
                    node.attr.lower()
                    for call in ast.walk(function)
                    if isinstance(call, ast.Call) and ast.unparse(call.func) in {"work", "self._work", "staged.work"}
                    for node in ast.walk(call)
                    if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "Act"
                }
                if acts:
                    found.append(Asking(f"{module.stem}.{function.name}", frozenset(acts)))
    return found


def test_every_use_case_asks_for_its_own_act() -> None:
    written = {name: frozenset(acts) for name, *acts in map(str.split, ASKED.strip().splitlines())}

    assert {asking.function: asking.acts for asking in askings()} == written


def test_every_act_is_asked_for_but_finding_people_which_the_lists_go_by() -> None:
    asked = {act for asking in askings() for act in asking.acts}

    assert {act.value for act in Act} - asked == {"find_people"}


# What the program itself reads on nobody's behalf: whose store it is, and the standards its rules are read with.
OWN_WORK = {
    ("composition/office.py", "municipality"),
    ("composition/office.py", "case_to_show"),  # the tour, over made-up people
    ("composition/office.py", "_rules"),
    ("composition/settings_work.py", "recovery_sheet"),
    ("composition/standard_work.py", "decided"),
}


def test_nobody_above_the_store_begins_work_that_is_asked_about_by_none() -> None:
    found = set()
    for folder in ("composition", "cli", "presenters", "ui"):
        for module in sorted((PACKAGE / folder).rglob("*.py")):
            for function in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
                if isinstance(function, ast.FunctionDef):
                    found |= {
                        (module.relative_to(PACKAGE).as_posix(), function.name)
                        for call in ast.walk(function)
                        if isinstance(call, ast.Call) and not call.args and ast.unparse(call.func).endswith(".work")
                    }

    assert found == OWN_WORK


@pytest.mark.parametrize(("role", "act", "allowed"), CELLS)
def test_work_begins_for_whom_the_table_allows(role: Role, act: Act, allowed: bool) -> None:  # noqa: FBT001 - a cell
    store = FakeStore(role=role)

    if allowed:
        with store.work(act):
            assert store.log == []
    else:
        with pytest.raises(NotAllowed) as refused:
            store.work(act)
        assert (refused.value.act, refused.value.role) == (act, role)
        assert store.log == [Noted(LogAction.REFUSED, "", {"act": act.value})]
