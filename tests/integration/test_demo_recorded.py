"""The stand-in's bytes, beside those that a real server sent."""

import asyncio
import json
import re
from collections.abc import Mapping
from typing import Any, cast

import httpx
import pytest

from desktop.demo.catalogue import catalogue
from desktop.demo.library import Installed, Library
from desktop.demo.pace import AT_ONCE
from desktop.demo.server import DemoServer
from tests.demo_client import client_of, make, recording

_NAMES = """
bad_json_chat bad_json_generate bad_json_pull bad_json_show bad_type_keep_alive bad_type_stream
blob_head_bad_digest_format blob_head_missing chat_content_list
chat_images_nonvision chat_load chat_load_embed chat_load_no_messages chat_no_model
chat_remote_stub chat_think_bad_level chat_think_unsupported chat_unknown_nostream chat_unload
cloud_model_chat cloud_model_show copy_empty copy_invalid_destination copy_name_with_host
copy_no_destination copy_ok copy_to_itself copy_unknown_source create_bad_message_role
create_bad_name create_bad_path create_bad_template create_bad_template_nostream create_empty
create_files_empty create_from_existing_nostream create_license_number create_long_name
create_missing_blob create_modelfile_legacy create_name_with_digest create_no_from
create_not_gguf_other_ext create_quantize_bad create_unicode_name delete_empty delete_invalid
delete_unknown embed_empty_list embed_empty_string embed_missing_input embed_mixed_list
embed_nonembedding_model embed_number embed_remote_stub embed_unknown embeddings_empty_prompt
embeddings_nonembedding_model embeddings_unknown empty_body_chat empty_body_create
empty_body_pull generate_bad_template generate_format_bad generate_images_bad_base64
generate_load generate_load_again generate_no_model generate_options_stop_string
generate_options_string_int generate_options_wrong_type generate_raw_with_system
generate_remote_stub generate_suffix_unsupported generate_unknown generate_unload
generate_unload_not_loaded host_localhost host_private_ip host_public_ip host_rejected
host_rejected_post json_wrong_content_type options_no_origin options_preflight_ok
options_preflight_rejected origin_app origin_null origin_ok_localhost origin_rejected ps_none
pull_http_scheme_insecure pull_invalid_name pull_no_model pull_unknown_localregistry_nostream
push_no_model push_unqualified root_get root_head show_invalid_name show_no_model
show_remote_stub show_unknown show_unknown_name_field tags_empty tags_head trailing_slash
unknown_path unknown_path_post v1_chat_tools_unsupported v1_chat_unknown
v1_embeddings_unknown v1_model_one v1_model_unknown v1_models_empty version version_head
wrong_method_post_tags
"""
EQUAL = _NAMES.split()
ON_AN_EMPTY_SERVER = {"tags_empty", "tags_head", "v1_models_empty"}
CARDS = ("show_plain", "show_custom", "show_think", "show_tools", "show_case", "show_full_name")
SETUP = ("create_from_existing_full", "create_think", "create_tools")

_MASKS = (
    (r'"(created_at|modified_at)":"[^"]*"', r'"\1":"…"'),
    (r'"created":\d+', '"created":0'),
    (r"ts=\d+", "ts=0"),
    (r"sha256([-:])(?!1{64})[0-9a-f]{64}", r"sha256\1…"),
    ("(using existing|creating new) layer", "layer"),
)


@pytest.mark.parametrize("name", EQUAL)
async def test_an_answer_is_what_a_real_server_sent(name: str, prepared: Library) -> None:
    recorded = cast("dict[str, Any]", recording(name))
    library = Library() if name in ON_AN_EMPTY_SERVER else prepared
    async with DemoServer(library, pace=AT_ONCE) as server, client_of(server) as client:
        answer = await _ask(client, recorded["request"])
    response = recorded["response"]
    headers = {key.lower(): value for key, value in response["headers"]}
    assert answer.status_code == response["status"]
    assert _masked(answer.text) == _masked(_text(response))
    assert answer.headers.get("content-type") == headers.get("content-type")
    assert answer.headers.get("location") == headers.get("location")


@pytest.mark.parametrize("name", CARDS)
async def test_a_card_holds_what_a_real_server_told(name: str, prepared: Library) -> None:
    recorded = cast("dict[str, Any]", recording(name))
    async with DemoServer(prepared, pace=AT_ONCE) as server, client_of(server) as client:
        answer = await _ask(client, recorded["request"])
    assert json.loads(_masked(answer.text)) == json.loads(_masked(_text(recorded["response"])))


@pytest.fixture(scope="module")
def prepared() -> Library:
    """Return what the recorded server had, made once by the same requests."""
    return asyncio.run(_prepared())


async def _prepared() -> Library:
    stub = catalogue()["registry.ollama.ai/library/gpt-oss:120b-cloud"]
    library = Library(models=(Installed("mycloud", stub),))
    async with DemoServer(library, pace=AT_ONCE) as server, client_of(server) as client:
        await make(client, "tiny")
        await make(client, "tiny-embed", "tiny-embed.gguf")
        for setup in SETUP:
            await _ask(client, cast("dict[str, Any]", recording(setup))["request"])
        models = server.machine.store.models
    found = (Installed(m.name.short, m.manifest, parent=m.parent) for m in models)
    return Library(models=tuple(found))


async def _ask(client: httpx.AsyncClient, request: Mapping[str, Any]) -> httpx.Response:
    """Ask as it was asked; the address is written out, so that `//` and `/` stay as they were."""
    body = request.get("body_raw", request.get("body"))
    content = body.encode() if isinstance(body, str) else json.dumps(body).encode()
    headers = {k: v for k, v in request["headers"].items() if (k, v) != ("Host", "127.0.0.1:11434")}
    address = f"{str(client.base_url).rstrip('/')}{request['path']}"
    sent = None if body is None else content
    return await client.request(request["method"], address, headers=headers, content=sent)


def _text(response: Mapping[str, Any]) -> str:
    return str(response.get("body", "\n".join(line for _, line in response.get("lines", ()))))


def _masked(text: str) -> str:
    for pattern, mask in _MASKS:
        text = re.sub(pattern, mask, text)
    return text.rstrip("\n")
