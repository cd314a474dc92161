"""What a server counted of a prompt that it refused."""

import re

from desktop.ollama.errors import OllamaError, ServerRefused

_SAYS_SO = ("exceed_context_size_error", "exceeds the available context size")
_COUNTED = re.compile(
    r"n_prompt_tokens\W{1,8}(\d{1,9})|request \((\d{1,9}) tokens\) exceeds the available"
)
"""The engine's error is JSON within Ollama's text, its quotes escaped once or twice (fact 24)."""
_LONGEST = 20_000


def counted_prompt(error: OllamaError) -> int:
    """Return how many tokens a prompt has that is too long for the context; 0 if not said."""
    if not isinstance(error, ServerRefused):
        return 0
    said = error.message[:_LONGEST]
    if not any(words in said for words in _SAYS_SO):
        return 0
    found = _COUNTED.search(said)
    return int(found[1] or found[2]) if found else 0
