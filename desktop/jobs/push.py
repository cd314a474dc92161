"""Pushing a model to a registry."""

from collections.abc import Callable
from contextlib import aclosing

from desktop.domain.model import DEFAULT_NAMESPACE, DEFAULT_REGISTRY
from desktop.domain.name import parse_name
from desktop.jobs.job import Job, JobProblem, JobRefused
from desktop.jobs.progress import Told
from desktop.ollama.client import OllamaClient
from desktop.runtime.clock import Clock


def demand_pushable(model: str) -> None:
    """Refuse a name under which nobody but Ollama itself may publish.

    Raises:
        BadName: no server would take it.
        JobRefused: NO_NAMESPACE.
    """
    name = parse_name(model)
    is_ollamas = name.registry.lower() == DEFAULT_REGISTRY
    if is_ollamas and name.namespace.lower() == DEFAULT_NAMESPACE:
        raise JobRefused(JobProblem.NO_NAMESPACE)


async def push_model(
    client: OllamaClient, job: Job, clock: Clock, store: Callable[[Job], None]
) -> None:
    """Push to the end. One that is cancelled begins at about 0 again (fact 45).

    Raises:
        OllamaError: the push failed.
    """
    told = Told(job, clock, store)
    async with aclosing(client.push(job.model, insecure=job.is_insecure)) as steps:
        async for step in steps:
            told.take(step)
