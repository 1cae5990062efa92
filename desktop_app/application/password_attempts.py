"""How long one waits after wrong passwords: longer each time, never long enough to keep anybody out for good."""

from typing import Final

FREE_ATTEMPTS: Final = 3
LONGEST_PAUSE: Final = 60


def pause_after(failures: int) -> int:
    """Return how many seconds no password is taken after so many wrong ones in a row."""
    if failures < FREE_ATTEMPTS:
        return 0
    return int(min(2 ** min(failures - FREE_ATTEMPTS + 1, LONGEST_PAUSE), LONGEST_PAUSE))
