"""Change what the municipality is called and how it is reached, as letterheads and plans name it."""

from dataclasses import replace

from desktop_app.application.changes import Changes
from desktop_app.application.ports import Work
from desktop_app.domain.municipality import Municipality


def change_settings(
    municipality: Municipality,
    *,
    name: str,
    team: str,
    address: str | None,
    phone: str | None,
    email: str | None,
    privacy_contact: str | None,
    work: Work,
) -> Changes:
    """Save the settings of the municipality as it was read. Signed plans keep the names they were signed with.

    Raises:
        ChangedMeanwhile: somebody saved them after they were read; nothing was written.
        StorageUnavailable: the machine could not write.
    """
    changed = replace(
        municipality,
        name=name,
        team=team,
        address=address,
        phone=phone,
        email=email,
        privacy_contact=privacy_contact,
    )
    if changed == municipality:
        return Changes()
    with work() as unit:
        unit.save_municipality(changed)
        unit.commit()
    return Changes(settings=True)
