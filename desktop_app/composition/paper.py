"""Paper before and behind the password: pages as pixels, what it can show, and the recovery key."""

import platform
from datetime import date

from desktop_app.application.drawing_ports import PageImage
from desktop_app.domain.logo import Logo


def page_image(pdf: bytes, page: int, width: int) -> PageImage:
    """Return a page of a document `width` pixels wide; pages count from 0."""
    from desktop_app.documents import preview  # noqa: PLC0415 - pypdfium2, only to show a document

    image = preview.render_page(pdf, page, width)
    return PageImage(image.width, image.height, image.pixels, preview.page_text(pdf, page))


def can_show(text: str) -> bool:
    """Tell whether the paper shows every character of a text (`documents.paper_characters`)."""
    from desktop_app.documents import paper_characters  # noqa: PLC0415 - reportlab, for its fonts

    return paper_characters.can_show(text)


def recovery_sheet(
    *,
    recovery_key: str,
    municipality: str,
    team: str,
    user: str,
    store: str,
    dated_on: date,
    logo: Logo | None = None,
) -> bytes:
    """Return the recovery key as a page to print on this computer."""
    from desktop_app.documents.recovery_sheet import (  # noqa: PLC0415 - reportlab, only to print
        RecoverySheet,
        print_recovery_sheet,
    )

    sheet = RecoverySheet(
        recovery_key=recovery_key,
        municipality=municipality,
        team=team,
        user=user,
        store=store,
        computer=platform.node(),
        dated_on=dated_on,
        logo=logo,
    )
    return print_recovery_sheet(sheet)
