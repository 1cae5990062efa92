"""Every screen, state and dialog of the window over made-up people: for pictures, and for tests of them all."""

from desktop_app.ui.tour.ground import MADE_UP_TEAM, MadeUpStores, Stop, TourGround
from desktop_app.ui.tour.stops import all_stops
from desktop_app.ui.tour.tour import ALL_LOOKS, Look, Tour

__all__ = ["ALL_LOOKS", "MADE_UP_TEAM", "Look", "MadeUpStores", "Stop", "Tour", "TourGround", "all_stops"]
