"""Pulling and pushing: asked only where there is something to pull."""

import pytest

from desktop.domain.name import DEFAULT_REGISTRY, is_same_name, parse_name
from desktop.domain.pull import PullPhase, PullStep
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import ServerRefused
from tests.conformance.target import PREFIX, Target

pytestmark = pytest.mark.timeout(900)


async def test_a_pull_ends_with_success_and_the_model_is_listed(
    client: OllamaClient, target: Target, pullable: str
) -> None:
    was_there = await _is_listed(client, pullable)
    try:
        steps = [step async for step in client.pull(pullable, insecure=target.is_insecure)]
        assert await _is_listed(client, pullable)
        if _may_push(pullable) and not was_there:  # A push gives it another digest (fact 46).
            await _push(client, target, pullable)
    finally:
        if not was_there and await _is_listed(client, pullable):
            await client.delete(pullable)
    assert steps[0].phase is PullPhase.MANIFEST
    assert [step.phase for step in steps[-3:]] == [
        PullPhase.VERIFYING,
        PullPhase.WRITING,
        PullPhase.SUCCESS,
    ]


async def test_an_unknown_name_is_an_error_within_the_stream(
    client: OllamaClient, target: Target, pullable: str
) -> None:
    family = parse_name(pullable).family
    unknown = f"{family.rpartition('/')[0]}/{PREFIX}nosuch".lstrip("/")
    steps: list[PullStep] = []

    async def pull() -> None:
        async for step in client.pull(unknown, insecure=target.is_insecure):
            steps.append(step)  # noqa: PERF401  kept although the stream ends in an error

    with pytest.raises(ServerRefused) as caught:
        await pull()
    assert [step.status for step in steps] == ["pulling manifest"]
    assert caught.value.status == 200
    assert caught.value.message == "pull model manifest: file does not exist"


async def _push(client: OllamaClient, target: Target, model: str) -> None:
    """Send what was pulled back to where it came from, where all of it is already."""
    steps = [step async for step in client.push(model, insecure=target.is_insecure)]
    assert steps[0].status == "retrieving manifest"
    assert steps[-1].status == "success"


def _may_push(model: str) -> bool:
    """Whether its registry may be one that takes it: Ollama's own wants a signature."""
    return parse_name(model).registry.lower() != DEFAULT_REGISTRY


async def _is_listed(client: OllamaClient, model: str) -> bool:
    return any(is_same_name(row.name, model) for row in (await client.tags()).rows)
