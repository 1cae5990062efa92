"""Follow-ups as lists show them, read from an index alone: of their notes nothing is decrypted."""

from collections.abc import Collection
from typing import Final

from desktop_app.application.garbage import no_collection
from desktop_app.application.ports import FollowUpLine
from desktop_app.domain.follow_up import FollowUpForm
from desktop_app.storage.fact_queries import Days
from desktop_app.storage.statements import id_list
from desktop_app.storage.store_connection import StoreConnection

_ALL: Final = """
    SELECT case_id, held_on, form, attempted_only, next_on FROM follow_ups
    ORDER BY held_on DESC, case_id, attempted_only, form, next_on NULLS LAST
    """
_SOME: Final = """
    SELECT case_id, held_on, form, attempted_only, next_on FROM follow_ups
    WHERE case_id IN (SELECT value FROM json_each(?))
    ORDER BY held_on DESC, case_id, attempted_only, form, next_on NULLS LAST
    """
_FORMS: Final = {form.value: form for form in FollowUpForm}


def read_follow_up_lines(connection: StoreConnection, case_ids: Collection[str] | None = None) -> list[FollowUpLine]:
    """Return a line for every follow-up, or for those of these cases, attempts too, in the order of `FollowUpLine`.

    Raises:
        StorageUnavailable: the file cannot be read.
    """
    day = Days()
    found = connection.scan(_ALL) if case_ids is None else connection.scan(_SOME, (id_list(case_ids),))
    with no_collection():
        return [
            FollowUpLine(case_id, day[held_on], _FORMS[form], bool(attempted_only), day[next_on])
            for case_id, held_on, form, attempted_only, next_on in found
        ]
