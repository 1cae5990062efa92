"""A logo is known by its checksum, wherever its bytes are."""

from dataclasses import replace

from tests.builders import a_snapshot
from tests.logos import a_logo


def test_logos_are_one_where_their_checksums_are() -> None:
    logo = a_logo()

    assert replace(logo, content=b"") == logo
    assert replace(logo, sha256="0" * 64) != logo
    assert str(logo.content) not in repr(logo)


def test_a_snapshot_without_a_logo_says_nothing_of_logos() -> None:
    assert "logo" not in a_snapshot().to_json()
