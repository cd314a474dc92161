import contextlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.chat import ChatRequest, GenerateRequest, Message, ToolCall
from desktop.domain.create import CreateRequest
from desktop.domain.model import Capability, SampleMessage
from desktop.ollama.decoding import moment
from desktop.ollama.errors import NotOllama, StreamBroken
from desktop.ollama.requests import chat_body, create_body, generate_body
from desktop.ollama.wire import chunk, create_step, embeddings, pull_step
from desktop.ollama.wire_card import model_card
from desktop.ollama.wire_models import installed_models, loaded_models


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-20T07:36:58.351496Z", datetime(2026, 11, 20, 7, 36, 58, 351496, UTC)),
        ("2026-11-20T13:06:22.612202823+05:30", datetime(2026, 11, 20, 7, 36, 22, 612202, UTC)),
        ("2026-11-20T07:36:58.3Z", datetime(2026, 11, 20, 7, 36, 58, 300000, UTC)),
        ("2026-11-20T07:36:58Z", datetime(2026, 11, 20, 7, 36, 58, 0, UTC)),
        ("2026-11-20T07:36:58", datetime(2026, 11, 20, 7, 36, 58, 0, UTC)),
        ("2319-03-01T00:00:00-01:00", datetime(2319, 3, 1, 1, 0, 0, 0, UTC)),
        ("0001-01-01T00:00:00Z", datetime(1, 1, 1, tzinfo=UTC)),
        ("0001-01-01T00:00:00+05:30", None),
        ("99999-01-01T00:00:00Z", None),
        ("yesterday", None),
        ("٢٠٢٦-11-20T07:36:58Z", None),
        ("", None),
        (None, None),
    ],
)
def test_times_are_read_as_go_writes_them(text: str | None, expected: datetime | None):
    assert moment(text) == expected


def test_a_step_without_figures_is_at_nought():
    step = pull_step(b'{"status":"pulling a","digest":"a","total":12.0}')
    assert (step.total, step.completed) == (12, 0)


def test_null_is_as_good_as_nothing():
    step = create_step(b'{"status":null,"digest":null,"total":null,"completed":null}')
    assert (step.status, step.digest, step.total, step.completed) == ("", "", 0, 0)


def test_a_piece_of_a_chat_keeps_its_raw_line():
    line = b'{"model":"m","message":{"role":"assistant","content":"a","thinking":"b"},"new":1}'
    piece = chunk(line)
    assert (piece.text, piece.thinking, piece.role) == ("a", "b", "assistant")
    assert piece.raw == line


def test_the_last_line_has_figures():
    piece = chunk(b'{"response":"","done":true,"done_reason":"stop","eval_count":3}')
    assert (piece.done, piece.done_reason, piece.figures.eval_count) == (True, "stop", 3)


def test_a_tool_call_comes_whole():
    call = '{"id":"c1","function":{"index":0,"name":"f","arguments":{"a":[1,null]}}}'
    piece = chunk(b'{"message":{"tool_calls":[' + call.encode() + b"]}}")
    assert piece.tool_calls == (ToolCall("f", {"a": [1, None]}, "c1"),)


@pytest.mark.parametrize("call", ["{}", '{"function":{"arguments":"text"}}'])
def test_a_tool_call_without_arguments_has_none(call: str):
    piece = chunk(b'{"message":{"tool_calls":[' + call.encode() + b"]}}")
    assert piece.tool_calls == (ToolCall(""),)


@pytest.mark.parametrize(
    "body", [b'{"embeddings":[[1,0.5]]}', b'{"embedding":[1,0.5]}', b'{"embeddings":[[1.0,0.5]]}']
)
def test_both_forms_of_embeddings_are_vectors(body: bytes):
    assert embeddings(body).vectors == ((1.0, 0.5),)


def test_no_embeddings_are_no_vectors():
    assert embeddings(b'{"embedding":[]}').vectors == ()


@pytest.mark.parametrize("line", [b"", b"x", b"[]", b'{"done":"yes"}', b'{"response":"\xff"}'])
def test_what_is_no_line_is_not_ollamas(line: bytes):
    with pytest.raises(NotOllama):
        chunk(line)


def test_half_a_line_is_a_broken_stream():
    with pytest.raises(StreamBroken):
        chunk(b'{"response":"a')


@given(st.binary(max_size=200))
def test_no_bytes_escape_the_error_tree(line: bytes):
    for read in (pull_step, create_step, chunk, embeddings):
        with contextlib.suppress(NotOllama, StreamBroken):
            read(line)


async def test_a_list_of_null_is_empty():
    assert (await installed_models(b'{"models":null}')).rows == ()
    assert (await loaded_models(b"{}")).rows == ()


async def test_an_old_servers_row_is_read():
    body = b'{"models":[{"model":"a:1","details":{"families":null}},{"name":"b:1"}]}'
    listing = await installed_models(body)
    assert [row.name for row in listing.rows] == ["a:1", "b:1"]
    assert listing.rows[0].details.families == ()


async def test_a_remote_models_capability_is_the_cloud():
    body = b'{"models":[{"name":"a:cloud","remote_host":"https://x","capabilities":["tools","?"]}]}'
    row = (await installed_models(body)).rows[0]
    assert row.capabilities == {Capability.TOOLS, Capability.CLOUD}


async def test_a_row_that_is_no_json_at_all_is_damaged_without_a_name():
    body = b'{"models":[{"name":"\xff"},{"name":"b:1"}]}'
    listing = await installed_models(body)
    assert [row.name for row in listing.damaged] == [""]
    assert [row.name for row in listing.rows] == ["b:1"]


async def test_a_card_takes_licences_in_either_form():
    assert (await model_card(b'{"license":["a","b"]}')).license == "a\nb"
    assert (await model_card(b'{"license":"a"}')).license == "a"


@pytest.mark.parametrize("body", [b'{"model_info":[]}', b"[]", b"3", b'{"template":"\xff"}'])
async def test_what_has_nothing_of_a_card_is_not_ollamas(body: bytes):
    with pytest.raises(NotOllama):
        await model_card(body)


async def test_half_a_card_is_a_broken_stream():
    with pytest.raises(StreamBroken):
        await model_card(b'{"template":3,"system":"a')


async def test_a_field_of_another_type_spoils_itself_and_nothing_else():
    body = b"""{"template":"{{ .Prompt }}","parameters":["num_ctx 5"],"capabilities":["tools"],
        "details":{"family":"llama","families":"llama","quantization_level":4},
        "model_info":{"general.architecture":"llama"},"tensors":[{"name":"a","shape":"big"}]}"""
    card = await model_card(body)
    assert card.left_out == (
        "parameters",
        "details.families",
        "details.quantization_level",
        "tensors",
    )
    assert (card.template, card.parameters, card.tensors) == ("{{ .Prompt }}", "", ())
    assert (card.details.family, card.details.families) == ("llama", ())
    assert card.capabilities == {Capability.TOOLS}
    assert card.metadata == {"general.architecture": "llama"}
    assert card.raw == body


async def test_details_that_are_no_record_are_left_out_whole():
    card = await model_card(b'{"details":["llama"],"system":"Be brief."}')
    assert (card.left_out, card.system) == (("details",), "Be brief.")


async def test_a_good_card_leaves_nothing_out():
    assert (await model_card(b'{"details":null,"unknown":[],"system":"x"}')).left_out == ()


def test_a_chat_says_only_what_was_asked():
    message = Message("user", "hi")
    assert chat_body(ChatRequest("m", messages=(message,))) == {
        "model": "m",
        "messages": [{"role": "user", "content": "hi"}],
    }


def test_a_chat_says_all_that_was_asked():
    call = ToolCall("f", {"a": 1}, "c1")
    messages = (
        Message("assistant", thinking="t", tool_calls=(call,)),
        Message("tool", "42", tool_name="f", images=("aGk=",)),
    )
    request = ChatRequest(
        "m", {"seed": 1}, "5m", "json", "high", False, {"shift": False}, messages, [{"type": "f"}]
    )
    assert chat_body(request) == {
        "model": "m",
        "messages": [
            {
                "role": "assistant",
                "content": "",
                "thinking": "t",
                "tool_calls": [{"id": "c1", "function": {"name": "f", "arguments": {"a": 1}}}],
            },
            {"role": "tool", "content": "42", "tool_name": "f", "images": ["aGk="]},
        ],
        "tools": [{"type": "f"}],
        "options": {"seed": 1},
        "keep_alive": "5m",
        "format": "json",
        "think": "high",
        "stream": False,
        "shift": False,
    }


def test_a_generate_can_ask_for_nothing_but_a_model():
    assert generate_body(GenerateRequest("m", keep_alive=0)) == {"model": "m", "keep_alive": 0}


def test_thinking_can_be_switched_off():
    assert generate_body(GenerateRequest("m", think=False))["think"] is False


def test_a_create_says_what_a_modelfile_says():
    request = CreateRequest(
        "m", base="b", licenses=("MIT",), messages=(SampleMessage("user", "hi"),), quantize="q8_0"
    )
    assert create_body(request) == {
        "model": "m",
        "from": "b",
        "license": ["MIT"],
        "messages": [{"role": "user", "content": "hi"}],
        "quantize": "q8_0",
    }


async def test_a_size_below_nothing_counts_as_nothing():
    row = b'{"models":[{"name":"odd:latest","size":-5,"size_vram":-1}]}'
    assert (await installed_models(row)).rows[0].size == 0
    loaded = (await loaded_models(row)).rows[0]
    assert (loaded.size, loaded.size_vram) == (0, 0)
