"""Jobs in every state, as the tests of the jobs page need them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from desktop.domain.address import parse_address
from desktop.domain.host import Host, HostId
from desktop.domain.pull import Layer, PullPhase, PullProgress
from desktop.jobs.job import Job, JobId, JobKind, JobState
from desktop.ui.jobs.words import Around

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TOWER = Host(HostId("tower"), parse_address("192.168.1.20"), "tower")
AROUND = Around("tower", 2, NOW)
GB = 10**9
_RUNNING = Job(JobId(1), JobKind.PULL, TOWER.id, "qwen2.5:14b", state=JobState.RUNNING)
RUNNING = replace(_RUNNING, created_at=NOW - timedelta(seconds=60))


def progress(
    phase: PullPhase, *layers: tuple[int, int], status: str = "pulling 2049f5674b1e"
) -> PullProgress:
    """Return the progress of a pull with layers of so many bytes, of which so many are there."""
    named = {f"sha256:{place:064x}": Layer(*layer) for place, layer in enumerate(layers)}
    return PullProgress(phase, status, named)


def ago(seconds: float) -> datetime:
    return NOW - timedelta(seconds=seconds)
