"""What use cases touched, taken together."""

from desktop_app.application.changes import Changes

BOTH = frozenset({"rima", "yonas"})


def test_two_changes_touch_what_either_does() -> None:
    rima, yonas = Changes(frozenset({"rima"})), Changes(frozenset({"yonas"}))

    assert rima | yonas == Changes(BOTH)
    assert rima | Changes() == Changes() | rima == rima
    assert rima | Changes(settings=True) == Changes(settings=True) | rima == Changes(frozenset({"rima"}), settings=True)
