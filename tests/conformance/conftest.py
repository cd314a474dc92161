"""The server that is asked, with the two small models on it."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from desktop.ollama.client import OllamaClient
from tests.conformance.target import Target, find_target


@pytest.fixture(scope="session")
def target() -> Iterator[Target]:
    """Find the server and make the models; they are deleted also after a failure."""
    with find_target(os.environ) as found:
        try:
            asyncio.run(found.prepare())
            yield found
        finally:
            asyncio.run(found.clean())


@pytest_asyncio.fixture
async def client(target: Target) -> AsyncIterator[OllamaClient]:
    async with target.client() as opened:
        yield opened


@pytest.fixture
def pullable(target: Target) -> str:
    """Return what may be pulled from there."""
    if not target.pullable:
        pytest.skip("OLLAMA_TEST_MODEL names nothing to pull")
    return target.pullable
