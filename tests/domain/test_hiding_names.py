"""Who reads the cases without names."""

from desktop_app.domain.role import Act, Role, hides_names, may


def test_names_are_hidden_from_the_auditor_alone() -> None:
    assert [role for role in (*Role, None) if hides_names(role)] == [Role.AUDITOR]


def test_who_meets_no_name_opens_cases_and_changes_none() -> None:
    assert may(Role.AUDITOR, Act.OPEN_CASE)
    assert not may(Role.AUDITOR, Act.CHANGE_CASE)
