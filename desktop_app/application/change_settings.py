"""Change what the municipality is called and how it is reached, as letterheads and plans name it."""

from dataclasses import dataclass, replace

from desktop_app.application.changes import Changes
from desktop_app.application.ports import Work
from desktop_app.domain.municipality import Municipality


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedSettings:
    """What may be changed of a municipality; None where it is not to be printed."""

    name: str
    team: str
    address: str | None
    phone: str | None
    email: str | None
    privacy_contact: str | None


def change_settings(municipality: Municipality, edited: EditedSettings, *, work: Work) -> Changes:
    """Save the settings of the municipality as it was read. Signed plans keep the names they were signed with.

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
    if changed == municipality:
        return Changes()
    with work() as unit:
        unit.save_municipality(changed)
        unit.commit()
    return Changes(settings=True)
