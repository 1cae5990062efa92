"""What every test needs before anything is imported."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
