"""Of what nobody foresaw kinds and places are told, and not a word of it."""

from desktop_app.presenters.unexpected_errors import places_of, unexpected_text

CANARY = "Kanariefuglenavn 3112999876"


def failed() -> ValueError:
    try:
        try:
            raise KeyError(CANARY)  # noqa: TRY301 - one error that led to another
        except KeyError as cause:
            raise ValueError(CANARY) from cause
    except ValueError as error:
        return error


def test_both_errors_are_told_with_where_they_arose() -> None:
    told = places_of(failed()).splitlines()

    assert [line for line in told if not line.startswith(" ")] == ["ValueError", "KeyError"]
    assert all(line.startswith(f"  {__name__}:") and line.endswith(" failed") for line in told if line.startswith(" "))


def test_errors_that_led_to_each_other_are_told_once() -> None:
    first, second = ValueError(), KeyError()
    first.__context__, second.__context__ = second, first

    assert places_of(first) == "ValueError\nKeyError"


def test_no_word_of_it_is_told() -> None:
    said = unexpected_text(failed())

    assert said.startswith("Der skete en fejl i programmet.")
    assert {word for word in CANARY.split() if word in said} == set()
