"""The commands that do the same in a terminal, as text to copy."""

import shlex

from desktop.domain.creation import Creation


def command_line(creation: Creation, file: str = "Modelfile") -> str:
    """Return what a person would type where the Modelfile lies, for a Unix shell.

    Ollama's own client goes to the host that OLLAMA_HOST names.
    """
    words = ["ollama", "create", creation.model, "-f", file]
    if creation.quantize:
        words += ["--quantize", creation.quantize]
    return shlex.join(words)


def run_line(model: str) -> str:
    """Return what a person would type to chat with a model."""
    return shlex.join(["ollama", "run", model])
