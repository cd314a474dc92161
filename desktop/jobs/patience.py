"""How long a pull waits before it asks a server again that was too busy to begin."""

from desktop.ollama.errors import NotOllama, OllamaError, ServerRefused

TRIES = 6
"""How often in a row a server is asked, the first time included."""
JITTER = 0.2
"""The part by which a pause is shifted at most, so that many pulls do not come back at once."""
_BUSY = {429, 503}
"""Too many requests, and not able to answer now: said before the first line of an answer, as a
line within one has the status 200 (fact 1). So nothing has been shown that would come twice."""


def pause_after(error: OllamaError, tries: int, chance: float) -> float | None:
    """Return the seconds until a pull is asked for again; None if it is not.

    They are 1, 2, 4, 8 and 16, shifted by a `chance` from 0 to 1, or what the
    server asked for. `tries` is how often it had been put off before.
    """
    if not isinstance(error, ServerRefused | NotOllama) or error.status not in _BUSY:
        return None
    if tries + 1 >= TRIES:
        return None
    own = 2.0**tries * (1 + JITTER * (2 * chance - 1))
    return error.retry_after or own
