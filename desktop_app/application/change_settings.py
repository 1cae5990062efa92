"""Change what the municipality is called and how it is reached, as letterheads and plans name it."""

from dataclasses import dataclass, replace

from desktop_app.application.changes import Changes
from desktop_app.application.ports import Work
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.role import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedSettings:
    """What may be changed of a municipality; None where it is not to be printed."""

    name: str
    team: str
    address: str | None
    phone: str | None
    email: str | None
    privacy_contact: str | None


def change_settings(
    municipality: Municipality, edited: EditedSettings, *, work: Work, draft_id: str | None = None
) -> Changes:
    """Save the settings of the municipality as it was read. Signed plans keep the names they were signed with.

    The draft they were typed in goes in the same transaction.

    Raises:
        ChangedMeanwhile: somebody saved them after they were read; nothing was written.
        StorageUnavailable: the machine could not write.
    """
    changed = replace(
        municipality,
        name=edited.name,
        team=edited.team,
        address=edited.address,
        phone=edited.phone,
        email=edited.email,
        privacy_contact=edited.privacy_contact,
    )
    is_changed = changed != municipality
    if is_changed or draft_id is not None:
        with work(Act.CHANGE_SETTINGS) as unit:
            if is_changed:
                unit.save_municipality(changed)
            if draft_id is not None:
                unit.drafts.discard(draft_id)
            unit.commit()
    return Changes(settings=is_changed)
