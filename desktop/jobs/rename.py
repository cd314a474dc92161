"""Renaming a model: a copy that is seen, and only then the old name's end."""

from collections.abc import Callable

from desktop.jobs.copy import copy_model
from desktop.jobs.delete import delete_model
from desktop.jobs.job import Job, JobProblem, JobRefused
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import OllamaError


async def rename_model(
    client: OllamaClient, job: Job, on_copied: Callable[[], None]
) -> JobProblem | None:
    """Copy, then delete the old name; return CASE_TAKEN if the new one is not as asked.

    `on_copied` is called when both names are there, so that a rename that is
    cancelled from then on can say so.

    Raises:
        JobRefused: as for a copy, and BOTH_EXIST where the delete failed.
        OllamaError: nothing was deleted.
    """
    problem = await copy_model(client, job)
    on_copied()
    try:
        await delete_model(client, job.model)
    except OllamaError as error:
        raise JobRefused(JobProblem.BOTH_EXIST, error) from error
    return problem
