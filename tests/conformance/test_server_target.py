"""Where the questions go, and that a server is left as it was."""

import asyncio

import pytest

from desktop.demo.library import demo_library
from desktop.demo.pace import AT_ONCE
from desktop.demo.server import DemoServer
from desktop.ollama.errors import ModelMissing
from tests.conformance.target import Target, find_target


def test_the_environment_names_the_server() -> None:
    named = {
        "OLLAMA_TEST_HOST": "box.local:4321",
        "OLLAMA_TEST_MODEL": "127.0.0.1:5001/library/tiny",
        "OLLAMA_TEST_INSECURE": "1",
    }
    with find_target(named) as target:
        assert target.address.url == "http://box.local:4321"
        assert target.pullable == "127.0.0.1:5001/library/tiny"
        assert target.is_insecure


def test_nothing_is_pulled_from_a_server_unless_it_is_named() -> None:
    with find_target({"OLLAMA_TEST_HOST": "box.local"}) as target:
        assert target.pullable == ""
        assert not target.is_insecure


def test_without_a_name_a_stand_in_is_asked() -> None:
    with find_target({}) as target:
        assert asyncio.run(_version(target))


async def test_what_was_made_is_deleted_and_nothing_else() -> None:
    async with DemoServer(demo_library(), pace=AT_ONCE) as server:
        target = Target(server.address, "abc123")
        async with target.client() as client:
            await client.copy("llama3.2:3b", "paddock-test-of-another-run")
            before = {model.name for model in (await client.tags()).rows}
            loaded = {model.name for model in (await client.ps()).rows}
            await target.prepare()
            await client.copy(target.chat, target.name("more"))
            await client.load(target.chat)
            await target.clean()
            assert {model.name for model in (await client.tags()).rows} == before
            assert {model.name for model in (await client.ps()).rows} == loaded


async def test_it_is_cleaned_also_when_making_failed() -> None:
    async with DemoServer(demo_library(), pace=AT_ONCE) as server:
        target = Target(server.address, "abc123")
        async with target.client() as client:
            await client.copy("llama3.2:3b", target.chat)
            await target.clean()
            with pytest.raises(ModelMissing):
                await client.show(target.chat)


async def _version(target: Target) -> str:
    async with target.client() as client:
        return (await client.version()).version
