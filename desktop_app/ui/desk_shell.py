"""The shell of the desk: which places its rail leads to, who is at work, and whether the people are made up."""

from desktop_app.domain.role import hides_names
from desktop_app.translation import _
from desktop_app.ui.desk_reach import DeskReach
from desktop_app.ui.frame import ARRIVALS, CASES, FOLLOW_UPS, HELP, LOCK, SETTINGS, TODAY
from desktop_app.ui.office_port import OpenOffice
from desktop_app.ui.rail import RailItem
from desktop_app.ui.shell import Shell


def desk_shell(office: OpenOffice, reach: DeskReach) -> Shell:
    """Return the shell for an open store, with the places its user has."""
    places = (
        RailItem(TODAY, _("Today"), "calendar-month"),
        RailItem(CASES, _("Cases"), "folder"),
        RailItem(ARRIVALS, _("Arrivals"), "how-to-reg"),
        RailItem(FOLLOW_UPS, _("Follow-up"), "forum"),
    )
    shell = Shell(
        [item for item in places if reach.has(item.key)],
        (
            RailItem(HELP, _("Help"), "help"),
            RailItem(SETTINGS, _("Settings"), "settings"),
            RailItem(LOCK, _("Lock"), "lock"),
        ),
    )
    shell.set_user(office.user.name)
    bands = [_("EXAMPLE DATA")] if office.municipality.fictional else []
    if hides_names(office.role):
        bands.append(_("Audit: names are hidden"))
    shell.set_band(" · ".join(bands))
    shell.status.show_saved(_("Everything is saved"), is_saved=True)
    return shell
