"""What a server counted of a prompt that it refused."""

import json

import pytest

from desktop.chat.refused import counted_prompt
from desktop.ollama.errors import OllamaError, ServerRefused, Unreachable

_INNER = {
    "code": 400,
    "message": "request (4823 tokens) exceeds the available context size (512 tokens)",
    "type": "exceed_context_size_error",
    "n_prompt_tokens": 4823,
    "n_ctx": 512,
}
NESTED = json.dumps({"error": _INNER})


@pytest.mark.parametrize(
    ("error", "counted"),
    [
        (ServerRefused(400, NESTED), 4823),
        (ServerRefused(200, json.dumps({"error": NESTED})), 4823),
        (ServerRefused(400, str(_INNER["message"])), 4823),
        (ServerRefused(400, '{"n_prompt_tokens": 9}'), 0),
        (ServerRefused(400, "exceeds the available context size"), 0),
        (ServerRefused(400, "exceed_context_size_error n_prompt_tokens" + "9" * 40), 0),
        (Unreachable(NESTED), 0),
    ],
)
def test_a_count_is_found_in_whatever_wraps_it(error: OllamaError, counted: int) -> None:
    assert counted_prompt(error) == counted
