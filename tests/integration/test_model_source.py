"""A model's own Modelfile: what is made from it again is the same model."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.demo.library import demo_library
from desktop.demo.server import DemoServer
from desktop.domain.create import CreateRequest
from desktop.domain.creation import Creation, request_of
from desktop.domain.model import ModelCard, SampleMessage
from desktop.domain.modelfile import ROLES, parse
from desktop.domain.modelfile_check import check
from desktop.domain.recipe import recipe_of
from desktop.net.transport import open_http
from desktop.ollama.client import OllamaClient
from desktop.workshop.source import Missing, Reason, modelfile_of, source_of

BLOB = "/srv/ollama/models/blobs/sha256-cce57e2afb848165feed4858c607df4b84a7d0d88298dc734ab2015cb8"


@asynccontextmanager
async def asked() -> AsyncIterator[OllamaClient]:
    async with DemoServer(demo_library()) as server, open_http(server.address) as http:
        yield OllamaClient(http)


async def made_from(client: OllamaClient, text: str) -> ModelCard:
    recipe = recipe_of(parse(text))
    async for _ in client.create(request_of(Creation("again", recipe, recipe.bases[0]), {})):
        pass
    return await client.show("again")


def alike(card: ModelCard) -> ModelCard:
    """Return a card without what says which model it is."""
    details = replace(card.details, parent_model="")
    return replace(card, raw=b"", modelfile="", modified_at=None, details=details)


@pytest.mark.parametrize("name", [model.name for model in demo_library().models])
async def test_a_model_of_the_demo_is_made_again(name: str) -> None:
    async with asked() as client:
        card = await client.show(name)
        text = modelfile_of(card, name)
        assert parse(text).problem is None
        if not card.remote_model:
            assert alike(await made_from(client, text)) == alike(card)


async def test_a_model_is_made_again_from_its_base() -> None:
    async with asked() as client:
        card = await client.show("storyteller")
        parent = await client.show(card.details.parent_model)
        source = source_of(card, "storyteller:latest", card.details.parent_model, parent)
        assert "FROM llama3.2:3b\n" in source.text
        again = await made_from(client, source.text)
        assert again.system == card.system
        assert sorted(again.parameter_rows) == sorted(card.parameter_rows)


async def test_a_licence_that_the_base_brings_is_not_written() -> None:
    async with asked() as client:
        request = CreateRequest("mine", base="llama3.2:3b", licenses=["Mine"])
        async for _ in client.create(request):
            pass
        card, base = await client.show("mine"), await client.show("llama3.2:3b")
        assert card.license == f"{base.license}\nMine"
        text = source_of(card, "mine", "llama3.2:3b", base).text
        assert recipe_of(parse(text)).licenses == ("Mine",)
        assert (await made_from(client, text)).license == card.license


def test_a_path_on_the_server_becomes_a_name() -> None:
    card = ModelCard(modelfile=f"FROM {BLOB}\n", template="{{ .Prompt }}")
    assert modelfile_of(card, "tiny") == "# tiny\nFROM tiny\nTEMPLATE {{ .Prompt }}\n"
    assert "FROM tiny\n" in modelfile_of(card, "tiny", BLOB)
    assert "FROM other\n" in modelfile_of(card, "tiny", "other")


def test_the_server_s_text_is_asked_only_for_what_the_card_has_not() -> None:
    modelfile = f"FROM {BLOB}\nSYSTEM old\nRENDERER qwen3-coder\nPARSER qwen3\nREQUIRES 0.14.0\n"
    text = modelfile_of(ModelCard(modelfile=modelfile, system='"He said" hi'), "m")
    recipe = recipe_of(parse(text))
    assert (recipe.renderer, recipe.parser, recipe.requires) == ("qwen3-coder", "qwen3", "0.14.0")
    assert recipe.system == '"He said" hi'


_TEXT = st.text(st.sampled_from('ab "\n\t#\u200d好') | st.characters(), max_size=12)


@given(_TEXT, _TEXT, st.lists(st.tuples(st.sampled_from(ROLES), _TEXT), max_size=3))
def test_every_card_comes_back_or_says_what_is_missing(
    template: str, system: str, said: list[tuple[str, str]]
) -> None:
    messages = tuple(SampleMessage(role, text) for role, text in said)
    source = source_of(ModelCard(template=template, system=system, messages=messages), "m")
    parsed = parse(source.text)
    assert parsed.problem is None
    lost = [one.value for one in source.missing]
    recipe = recipe_of(parsed)
    assert recipe.template == ("" if template in lost else template)
    assert recipe.system == ("" if system in lost else system)
    kept = tuple(one for one in messages if f"{one.role}: {one.content}" not in lost)
    assert recipe.messages == kept


def test_what_no_modelfile_can_hold_is_named_and_left_out() -> None:
    card = ModelCard(
        modelfile=f"FROM {BLOB}\nADAPTER {BLOB}\n",
        parameters='num_ctx                        "abc"\nnonsense                       1\n',
        system="a\u200db",
        messages=(SampleMessage("pirate", "ahoy"), SampleMessage("user", 'x """\n"""')),
    )
    source = source_of(card, "m")
    assert [(one.name, one.reason) for one in source.missing] == [
        ("adapter", Reason.SERVER_FILE),
        ("num_ctx", Reason.BAD_VALUE),
        ("nonsense", Reason.BAD_VALUE),
        ("system", Reason.DROPPED_CHARACTERS),
        ("message", Reason.ROLE),
        ("message", Reason.QUOTES),
    ]
    assert parse(source.text).pairs() == [("model", "m")]
    assert source.text.count("# Left out: ") == 6


def test_a_text_of_the_server_ends_no_comment() -> None:
    card = ModelCard(parameters="x\r\n", system="\u200d\nSYSTEM evil\n", modelfile="")
    source = source_of(card, "m\nSYSTEM evil")
    assert [name for name, _ in parse(source.text).pairs()] == ["model"]
    assert Missing("x", "", Reason.BAD_VALUE) in source.missing


def test_a_large_context_survives_go_s_way_of_writing_it() -> None:
    text = modelfile_of(ModelCard(parameters="num_ctx                        1.048576e+06"), "m")
    assert recipe_of(parse(text)).parameters == {"num_ctx": 1_048_576}
    assert check(text, parse(text)) == ()


def test_a_name_that_no_from_can_hold_is_left_out() -> None:
    source = source_of(ModelCard(system="hi"), "a\u200db\nFROM evil")
    assert [(one.name, one.reason) for one in source.missing] == [
        ("model", Reason.DROPPED_CHARACTERS)
    ]
    assert "# Left out: from a" in source.text
    assert parse(source.text).pairs() == [("system", "hi")]
