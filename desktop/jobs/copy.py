"""Copying a model under another name, without ever overwriting one unasked."""

from desktop.domain.model import InstalledModel
from desktop.domain.name import parse_name
from desktop.jobs.conflicts import find_model, name_conflict, names_in
from desktop.jobs.installed import is_shown
from desktop.jobs.job import Job, JobProblem, JobRefused
from desktop.ollama.client import OllamaClient


async def copy_model(client: OllamaClient, job: Job) -> JobProblem | None:
    """Copy, look for the copy in the list, and return CASE_TAKEN if its name is not as asked.

    Raises:
        JobRefused: TARGET_EXISTS before anything is sent, COPY_NOT_SEEN after.
        OllamaError: the server could not be asked, or refused.
    """
    await _refuse_conflict(client, job)
    await client.copy(job.model, job.target)
    return case_problem(await find_copy(client, job), job)


async def find_copy(client: OllamaClient, job: Job) -> InstalledModel:
    """The new entry, once the list holds both names as two entries with one digest.

    A server keeps one entry where two names differ by case alone, and answers
    200 all the same (fact 55); so its word is not enough to delete by.

    Raises:
        JobRefused: COPY_NOT_SEEN.
    """
    listing = await client.tags()
    source, target = find_model(listing, job.model), find_model(listing, job.target)
    if source is None or target is None or source is target:
        raise JobRefused(JobProblem.COPY_NOT_SEEN)
    if not source.digest or source.digest != target.digest:
        raise JobRefused(JobProblem.COPY_NOT_SEEN)
    return target


def case_problem(copied: InstalledModel, job: Job) -> JobProblem | None:
    """CASE_TAKEN if the entry's letters are not those that were asked for."""
    is_as_asked = parse_name(copied.name).short == parse_name(job.target).short
    return None if is_as_asked else JobProblem.CASE_TAKEN


async def _refuse_conflict(client: OllamaClient, job: Job) -> None:
    listing = await client.tags()
    problem = name_conflict(job.model, job.target, names_in(listing))
    if problem is None and listing.left_out and await is_shown(client, job.target):
        problem = JobProblem.TARGET_EXISTS
    if problem is JobProblem.TARGET_EXISTS and job.overwrite:
        return
    if problem is not None:
        raise JobRefused(problem)
