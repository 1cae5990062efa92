"""What every test needs before anything is imported."""

import os

from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"
settings.register_profile("no timing", deadline=None)  # how long an example takes is no property of the program
settings.load_profile("no timing")
