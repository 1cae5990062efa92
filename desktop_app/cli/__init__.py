"""The command line: IT staff, scheduled jobs and tests come through this door."""
