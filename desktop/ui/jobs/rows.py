"""The rows of the jobs page: what each says, ready to be laid out and painted."""

from dataclasses import dataclass

from desktop.jobs.job import Job
from desktop.ui.jobs import view, words
from desktop.ui.jobs.problems import Failure
from desktop.ui.jobs.view import Action, Group, Tone
from desktop.ui.jobs.words import Around, LayerWords


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """The heading of a group and how many stand in it; the first has no hairline above."""

    group: Group
    title: str
    count: int
    is_first: bool


@dataclass(frozen=True, slots=True)
class JobRow:
    """One job: one line of facts, its bar, its state, and what is unfolded below.

    `fraction` is None where there is no bar. `failure` and `layers` are there
    only while the row is unfolded. `is_first` in its group has no hairline above.
    """

    job: Job
    title: str
    host: str
    state: str
    figure: str
    pace: str
    tone: Tone
    icon: str
    fraction: float | None
    can_fold: bool
    is_unfolded: bool
    is_first: bool
    actions: tuple[Action, ...]
    layers: tuple[LayerWords, ...]
    failure: Failure | None


Row = HeaderRow | JobRow


@dataclass(frozen=True, slots=True)
class Shape:
    """What a row's height depends on, for a given width."""

    has_bar: bool
    layer_count: int = 0
    failure: Failure | None = None


def shape_of(row: JobRow) -> Shape:
    """Return the shape of a row."""
    return Shape(row.fraction is not None, len(row.layers), row.failure)


@dataclass(frozen=True, slots=True)
class Placing:
    """What the list knows of a row and the job does not."""

    is_first: bool = False
    is_next: bool = False
    is_unfolded: bool = False


def job_row(job: Job, around: Around, placing: Placing, failure: Failure | None) -> JobRow:
    """Return what the row of a job says; `failure` is asked for where the job has failed."""
    is_unfolded = placing.is_unfolded
    is_running = view.group_of(job) is Group.RUNNING
    return JobRow(
        job=job,
        title=words.title(job),
        host=words.on_host(job, around),
        state=words.state(job, around),
        figure=words.figure(job),
        pace=words.pace(job),
        tone=view.tone_of(job),
        icon=view.icon_of(job),
        fraction=(job.progress.fraction or 0.0) if view.has_bar(job) else None,
        can_fold=view.can_fold(job),
        is_unfolded=is_unfolded,
        is_first=placing.is_first,
        actions=view.actions(job, is_next=placing.is_next),
        layers=words.layers(job) if is_unfolded and is_running else (),
        failure=failure if is_unfolded else None,
    )
