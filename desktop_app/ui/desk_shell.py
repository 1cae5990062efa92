"""The shell of the desk: which places its rail leads to, who is at work, and whether the people are made up."""

from desktop_app.translation import _
from desktop_app.ui.frame import ARRIVALS, CASES, FOLLOW_UPS, HELP, LOCK, SETTINGS, TODAY
from desktop_app.ui.office_port import OpenOffice
from desktop_app.ui.rail import RailItem
from desktop_app.ui.shell import Shell


def desk_shell(office: OpenOffice) -> Shell:
    """Return the shell for an open store."""
    shell = Shell(
        (
            RailItem(TODAY, _("Today"), "calendar-month"),
            RailItem(CASES, _("Cases"), "folder"),
            RailItem(ARRIVALS, _("Arrivals"), "how-to-reg"),
            RailItem(FOLLOW_UPS, _("Follow-up"), "forum"),
        ),
        (
            RailItem(HELP, _("Help"), "help"),
            RailItem(SETTINGS, _("Settings"), "settings"),
            RailItem(LOCK, _("Lock"), "lock"),
        ),
    )
    shell.set_user(office.user.name)
    if office.municipality.fictional:
        shell.set_band(_("EXAMPLE DATA"))
    shell.status.show_saved(_("Everything is saved"), is_saved=True)
    return shell
