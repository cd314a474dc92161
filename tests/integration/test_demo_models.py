"""Names, copies and deletes on the stand-in, and what it has in memory."""

import asyncio
import re
from datetime import timedelta

import httpx
import pytest

from desktop.demo.library import Library, Preloaded, demo_library, made_up_library, tower_library
from desktop.demo.pace import AT_ONCE, Pace
from desktop.demo.server import DemoServer, Setting
from tests.clock import ManualClock
from tests.demo_client import client_of, error, make, names, post

SEA = "llama3.2:3b"


def _demo(clock: ManualClock | None = None) -> DemoServer:
    library = Library(models=demo_library().models)
    setting = Setting(clock=clock) if clock else None
    return DemoServer(library, pace=AT_ONCE, setting=setting)


async def _delete(client: httpx.AsyncClient, model: str) -> int:
    answer = await client.request("DELETE", "/api/delete", json={"model": model})
    return answer.status_code


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("New:Q4", "New:Q4"),
        ("new-one", "new-one:latest"),
        (" new ", "new:latest"),
        ("LLAMA3.2:other", "llama3.2:other"),
        ("x:LATEST", "x:latest"),
    ],
)
async def test_a_copy_takes_the_case_that_is_known(written: str, kept: str) -> None:
    async with _demo() as server, client_of(server) as client:
        before = await names(client)
        await post(client, "/api/copy", source=SEA, destination=written)
        assert set(await names(client)) - set(before) == {kept}


async def test_a_copy_to_another_case_is_the_same_entry() -> None:
    async with _demo() as server, client_of(server) as client:
        before = await names(client)
        await post(client, "/api/copy", source=SEA, destination="LLAMA3.2:3B")
        assert await names(client) == before
        await _delete(client, "Llama3.2:3b")
        assert SEA not in await names(client)


async def test_a_copy_shares_its_digest() -> None:
    async with _demo() as server, client_of(server) as client:
        await post(client, "/api/copy", source=SEA, destination="second")
        rows = (await client.get("/api/tags")).json()["models"]
    digests = {row["digest"] for row in rows if row["name"] in {SEA, "second:latest"}}
    assert len(digests) == 1


async def test_rows_of_one_second_come_in_any_order() -> None:
    library = made_up_library(8)
    same = Library(models=tuple(type(m)(m.name, m.manifest) for m in library.models))
    async with DemoServer(same) as server, client_of(server) as client:
        orders = {
            tuple(row["name"] for row in (await client.get("/api/tags")).json()["models"])
            for _ in range(12)
        }
    assert len(orders) > 1


async def test_ten_thousand_and_one_models_can_be_listed() -> None:
    async with _demo() as server, client_of(server) as client:
        server.faults.extra_models = 10_001
        rows = (await client.get("/api/tags")).json()["models"]
    assert len(rows) == 10_001 + len(demo_library().models)


async def test_a_row_can_have_the_wrong_types() -> None:
    async with _demo() as server, client_of(server) as client:
        server.faults.wrong_types = True
        rows = (await client.get("/api/tags")).json()["models"]
    assert rows[0]["size"] == "nine gigabytes"
    assert rows[-1] == 7


async def test_a_clock_can_be_years_off() -> None:
    async with _demo() as server, client_of(server) as client:
        honest = (await client.get("/api/version")).headers["date"]
        server.faults.clock_ahead = timedelta(days=5 * 365)
        ahead = (await client.get("/api/version")).headers["date"]
    assert int(ahead.split()[3]) >= int(honest.split()[3]) + 4


async def test_a_loaded_model_goes_when_its_time_is_over() -> None:
    clock = ManualClock()
    async with _demo(clock) as server, client_of(server) as client:
        await post(client, "/api/generate", model=SEA, keep_alive="2m")
        clock.advance(119)
        assert await names(client, "/api/ps") == [SEA]
        clock.advance(2)
        assert await names(client, "/api/ps") == []


async def test_the_last_keep_alive_stays() -> None:
    clock = ManualClock()
    async with _demo(clock) as server, client_of(server) as client:
        await post(client, "/api/generate", model=SEA, keep_alive="2h")
        await post(client, "/api/generate", model=SEA)
        clock.advance(7000)
        assert await names(client, "/api/ps") == [SEA]


async def test_forever_ends_in_another_century() -> None:
    async with _demo() as server, client_of(server) as client:
        await post(client, "/api/generate", model=SEA, keep_alive=-1)
        row = (await client.get("/api/ps")).json()["models"][0]
    assert int(row["expires_at"][:4]) > 2300


async def test_a_model_that_loads_is_not_in_memory_yet() -> None:
    slow = Pace(load_speed=1e6)
    server = DemoServer(Library(models=demo_library().models), pace=slow)
    async with server, client_of(server) as client:
        loading = asyncio.create_task(post(client, "/api/generate", model=SEA))
        unloaded = await post(client, "/api/generate", model=SEA, keep_alive=0)
        assert unloaded.json()["done_reason"] == "unload"
        assert await names(client, "/api/ps") == []
        loading.cancel()
        await asyncio.wait({loading})
        assert await names(client, "/api/ps") == []


async def test_names_with_one_blob_share_a_runner() -> None:
    async with _demo() as server, client_of(server) as client:
        await post(client, "/api/generate", model="qwen2.5-coder:7b")
        await post(client, "/api/generate", model="my-coder")
        assert await names(client, "/api/ps") == ["qwen2.5-coder:7b"]
        await post(client, "/api/generate", model="my-coder", keep_alive=0)
        assert await names(client, "/api/ps") == []


async def test_another_context_loads_it_again_under_the_new_name() -> None:
    async with _demo() as server, client_of(server) as client:
        await post(client, "/api/generate", model="qwen2.5-coder:7b")
        await post(client, "/api/generate", model="my-coder", options={"num_ctx": 10**12})
        row = (await client.get("/api/ps")).json()["models"][0]
    assert (row["name"], row["context_length"]) == ("my-coder:latest", 32768)


async def test_a_deleted_model_stays_in_memory_under_its_dead_name() -> None:
    async with _demo() as server, client_of(server) as client:
        await post(client, "/api/generate", model=SEA)
        assert await _delete(client, SEA) == 200
        assert await names(client, "/api/ps") == [SEA]
        refused = await error(client, "/api/generate", model=SEA, keep_alive=0)
        assert refused == (404, f"model '{SEA}' not found")
        await post(client, "/api/generate", model="storyteller", keep_alive=0)
        assert await names(client, "/api/ps") == []


async def test_an_unload_during_an_answer_waits_for_its_end() -> None:
    pace = Pace(token_pause=0.02, load_speed=1e15)
    server = DemoServer(Library(models=demo_library().models), pace=pace)
    async with server, client_of(server) as client:
        body = {"model": SEA, "prompt": "x", "options": {"num_predict": 40}}
        async with client.stream("POST", "/api/generate", json=body) as answer:
            lines = answer.aiter_lines()
            await anext(lines)
            await post(client, "/api/generate", model=SEA, keep_alive=0)
            assert await names(client, "/api/ps") == [SEA]
            assert len([line async for line in lines]) == 40
        assert await names(client, "/api/ps") == []


async def test_the_tower_has_one_model_partly_on_the_gpu() -> None:
    async with DemoServer(tower_library()) as server, client_of(server) as client:
        rows = (await client.get("/api/ps")).json()["models"]
        listed = (await client.get("/api/tags")).json()["models"]
    shares = {row["name"]: row["size_vram"] / row["size"] for row in rows}
    assert shares == pytest.approx({"gemma3:12b": 0.84, "qwen2.5:14b": 1.0})
    assert len(listed) == 9


async def test_what_does_not_fit_on_the_gpu_lies_in_memory() -> None:
    library = Library(models=demo_library().models, gpu_memory=10**9)
    async with DemoServer(library, pace=AT_ONCE) as server, client_of(server) as client:
        await post(client, "/api/generate", model=SEA)
        row = (await client.get("/api/ps")).json()["models"][0]
    assert row["size_vram"] == 10**9
    assert row["size"] > 10**9


async def test_a_library_may_have_models_loaded_for_ever() -> None:
    loaded = (Preloaded(SEA, keep=None), Preloaded("gpt-oss:120b-cloud"), Preloaded("gone"))
    library = Library(demo_library().models, loaded)
    async with DemoServer(library) as server, client_of(server) as client:
        assert await names(client, "/api/ps") == [SEA]


@pytest.mark.parametrize("verbose", [False, True])
async def test_the_tokenizers_lists_come_only_on_request(verbose: bool) -> None:
    async with _demo() as server, client_of(server) as client:
        card = (await post(client, "/api/show", model="qwen3:4b", verbose=verbose)).json()
    lists = [card["model_info"][f"tokenizer.ggml.{name}"] for name in ("tokens", "merges")]
    assert all(isinstance(found, list) is verbose for found in lists)


async def test_a_card_shows_parameters_in_a_column_of_thirty() -> None:
    async with _demo() as server, client_of(server) as client:
        card = (await post(client, "/api/show", model="storyteller")).json()
    assert card["parameters"].splitlines()[0] == f"{'num_ctx':<30} 8192"
    assert re.search(r"^FROM /.*/sha256-[0-9a-f]{64}$", card["modelfile"], re.MULTILINE)
    assert card["messages"][0]["role"] == "user"


async def test_a_quantized_model_is_smaller() -> None:
    async with DemoServer(Library(), pace=AT_ONCE) as server, client_of(server) as client:
        await make(client, "tiny")
        await post(client, "/api/create", model="small", **{"from": "tiny", "quantize": "q4_K_M"})
        sizes = {r["name"]: r["size"] for r in (await client.get("/api/tags")).json()["models"]}
        again = await error(
            client, "/api/create", model="x", stream=False, **{"from": "small", "quantize": "q8_0"}
        )
    assert sizes["small:latest"] < sizes["tiny:latest"] / 2
    assert again == (500, "quantization is only supported for F16, BF16 and F32 models")


async def test_creating_from_an_unknown_name_pulls_it() -> None:
    async with DemoServer(Library(), pace=AT_ONCE) as server, client_of(server) as client:
        await post(client, "/api/create", model="mine", **{"from": "smollm2:135m", "system": "hi"})
        assert await names(client) == ["mine:latest", "smollm2:135m"]
        refused = await post(client, "/api/create", model="x", **{"from": "nosuch"})
    assert refused.text.splitlines()[-1] == '{"error":"pull model manifest: file does not exist"}'
