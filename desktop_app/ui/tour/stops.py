"""All stops in the order they are visited."""

from collections.abc import Sequence

from desktop_app.ui.tour.arrival_stops import ArrivalStops
from desktop_app.ui.tour.backup_stops import BackupAgeStops, RestoreStops
from desktop_app.ui.tour.case_stops import CaseStops
from desktop_app.ui.tour.case_work_stops import CaseWorkStops
from desktop_app.ui.tour.follow_up_stops import FollowUpStops
from desktop_app.ui.tour.frame_stops import FrameStops
from desktop_app.ui.tour.ground import Stop, TourGround
from desktop_app.ui.tour.list_out_stops import ListOutStops
from desktop_app.ui.tour.list_stops import EmptyStops, ListStops
from desktop_app.ui.tour.people_stops import PeopleStops
from desktop_app.ui.tour.phrase_stops import PhraseStops
from desktop_app.ui.tour.plan_stops import PlanStops
from desktop_app.ui.tour.print_plans_stops import PrintPlansStops
from desktop_app.ui.tour.refusal_stops import MarkStops, RefusalStops
from desktop_app.ui.tour.rights_stops import RightsStops
from desktop_app.ui.tour.role_stops import RoleStops
from desktop_app.ui.tour.scan_stops import ScanStops
from desktop_app.ui.tour.settings_stops import SettingsStops
from desktop_app.ui.tour.ways_in_stops import FirstStartStops, UnlockStops


def all_stops(ground: TourGround) -> Sequence[Stop]:
    """Return the stops; each but the first goes on from where the one before it left the window."""
    return [
        stop
        for part in (
            UnlockStops(ground),
            RefusalStops(ground),
            RestoreStops(ground),
            FirstStartStops(ground),
            MarkStops(ground),
            RoleStops(ground),
            EmptyStops(ground),
            ListStops(ground),
            ListOutStops(ground),
            PrintPlansStops(ground),
            FrameStops(ground),
            CaseStops(ground),
            CaseWorkStops(ground),
            ArrivalStops(ground),
            PlanStops(ground),
            ScanStops(ground),
            RightsStops(ground),
            PeopleStops(ground),
            PhraseStops(ground),
            FollowUpStops(ground),
            SettingsStops(ground),
            BackupAgeStops(ground),
        )
        for stop in part.stops()
    ]
