"""How long to wait for what: connecting is short, a model's loading is not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Silence:
    """Seconds without a byte that are borne: before an answer begins, and within it."""

    first: float
    between: float


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds of silence for each kind of call; `whole` limits an ordinary answer altogether.

    No header comes before the first line is ready (fact 19), so `run` covers
    loading, the queue (fact 21) and the prompt; a tool call comes whole after
    a silence (fact 27). A pull says something every 60 ms (fact 30), but
    nothing while it verifies: minutes on a slow disk (fact 34). A create is silent for
    as long as it quantizes (fact 19). An upload is answered when all of it has
    come, through a proxy that gathers it first, too.
    """

    connect: float = 5.0
    write: float = 60.0
    ordinary: Silence = Silence(10.0, 10.0)
    whole: float = 120.0
    run: Silence = Silence(600.0, 300.0)
    transfer: Silence = Silence(60.0, 600.0)
    upload: Silence = Silence(600.0, 60.0)
    create: Silence = Silence(3600.0, 3600.0)
    delete: Silence = Silence(120.0, 60.0)
