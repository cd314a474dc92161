"""How fast the stand-in does things."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """Speeds in bytes a second, pauses in seconds.

    `speed` is that of each download, `latency` the wait for a layer's first
    byte, `interval` the time between two lines of a pull, `token_pause` the
    time between two words of an answer, `load_speed` how fast weights are
    read into memory, `quantize_speed` how fast they are quantized.
    """

    speed: float = 100e6
    latency: float = 0.15
    interval: float = 0.06
    token_pause: float = 0.03
    load_speed: float = 1.5e9
    quantize_speed: float = 130e6


AT_ONCE = Pace(1e15, 0.0, 0.005, 0.0, math.inf, math.inf)
"""Nothing takes any time, for tests that do not look at progress."""
