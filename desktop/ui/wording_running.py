"""What is said of what goes wrong in loading and running a model."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.diagnostics.explain import Code
from desktop.ui.wording_said import Said

RUNNING: dict[Code, Said] = {
    Code.MEMORY_TOO_SMALL: Said(
        QT_TRANSLATE_NOOP("Wording", "The memory of {host} is too small for this model."),
        QT_TRANSLATE_NOOP(
            "Wording", "Unload others there, or choose a smaller one or a shorter context."
        ),
        QT_TRANSLATE_NOOP("Wording", "Not enough memory"),
        (QT_TRANSLATE_NOOP("Wording", "It needs {needed}, and {available} is free there."),),
    ),
    Code.GPU_MEMORY_TOO_SMALL: Said(
        QT_TRANSLATE_NOOP("Wording", "The graphics memory of {host} ran out."),
        QT_TRANSLATE_NOOP(
            "Wording", "Unload others there, or choose a smaller model or a shorter context."
        ),
        QT_TRANSLATE_NOOP("Wording", "Graphics memory full"),
    ),
    Code.ENGINE_CRASHED_LOADING: Said(
        QT_TRANSLATE_NOOP("Wording", "The engine of {host} crashed while it loaded the model."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Try once more. If it stays so, use the CPU only or a shorter context, update "
            "Ollama there, and look at its log.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Engine crashed"),
        (QT_TRANSLATE_NOOP("Wording", "It ended with {detail}."),),
    ),
    Code.ENGINE_STOPPED: Said(
        QT_TRANSLATE_NOOP("Wording", "The engine of {host} stopped in the middle."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "The text so far was kept. Ask again, with a shorter context if it happens often.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Engine stopped"),
    ),
    Code.LOAD_FAILED: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} could not load the model."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Its memory may be too small. Try again with a shorter context, or look at "
            "the log there.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Loading failed"),
    ),
    Code.RUNNER_DIED: Said(
        QT_TRANSLATE_NOOP("Wording", "The answer was cut off on {host}."),
        QT_TRANSLATE_NOOP(
            "Wording", "What ran the model there ended. The text so far was kept. Try again."
        ),
        QT_TRANSLATE_NOOP("Wording", "Cut off"),
    ),
    Code.GPU_FAILED: Said(
        QT_TRANSLATE_NOOP("Wording", "The graphics card of {host} reported an error."),
        QT_TRANSLATE_NOOP("Wording", "Use the CPU only, or update Ollama and the driver there."),
        QT_TRANSLATE_NOOP("Wording", "Graphics card error"),
    ),
    Code.LOAD_STALLED: Said(
        QT_TRANSLATE_NOOP("Wording", "Loading the model stopped going on at {host}."),
        QT_TRANSLATE_NOOP(
            "Wording", "Its disk may be slow. Try again, or raise OLLAMA_LOAD_TIMEOUT there."
        ),
        QT_TRANSLATE_NOOP("Wording", "Loading stalled"),
        (QT_TRANSLATE_NOOP("Wording", "It had come to {progress} of 1."),),
    ),
    Code.LOAD_CANCELLED: Said(
        QT_TRANSLATE_NOOP("Wording", "The model was still loading on {host} when it was given up."),
        QT_TRANSLATE_NOOP("Wording", "Try again, and wait longer."),
        QT_TRANSLATE_NOOP("Wording", "Loading given up"),
    ),
    Code.MODEL_INCOMPATIBLE: Said(
        QT_TRANSLATE_NOOP("Wording", "The model and the Ollama of {host} do not fit together."),
        QT_TRANSLATE_NOOP("Wording", "Pull the model again, or update Ollama there."),
        QT_TRANSLATE_NOOP("Wording", "Model does not fit"),
    ),
    Code.MODEL_OUTDATED: Said(
        QT_TRANSLATE_NOOP(
            "Wording", "This copy of the model no longer works with the Ollama of {host}."
        ),
        QT_TRANSLATE_NOOP("Wording", "Pull the model again."),
        QT_TRANSLATE_NOOP("Wording", "Model too old"),
    ),
    Code.NEEDS_MLX: Said(
        QT_TRANSLATE_NOOP("Wording", "This model runs only on Apple silicon."),
        QT_TRANSLATE_NOOP("Wording", "Choose a variant in GGUF, which runs everywhere."),
        QT_TRANSLATE_NOOP("Wording", "Apple silicon only"),
    ),
    Code.INSTALLATION_BROKEN: Said(
        QT_TRANSLATE_NOOP("Wording", "The installation of Ollama on {host} is incomplete."),
        QT_TRANSLATE_NOOP("Wording", "Install Ollama again there."),
        QT_TRANSLATE_NOOP("Wording", "Ollama incomplete"),
    ),
    Code.TOOL_CALL_INVALID: Said(
        QT_TRANSLATE_NOOP("Wording", "The model made a tool call that cannot be read."),
        QT_TRANSLATE_NOOP("Wording", "Try again, or ask without tools."),
        QT_TRANSLATE_NOOP("Wording", "Bad tool call"),
    ),
    Code.RUNNER_BUSY: Said(
        QT_TRANSLATE_NOOP("Wording", "What runs the model on {host} does not answer."),
        QT_TRANSLATE_NOOP("Wording", "Try again. If it stays so, unload the model."),
        QT_TRANSLATE_NOOP("Wording", "Runner busy"),
    ),
    Code.EVENT_TOO_LARGE: Said(
        QT_TRANSLATE_NOOP("Wording", "The model on {host} sent more at once than Ollama reads."),
        QT_TRANSLATE_NOOP("Wording", "Report this with the raw answer."),
        QT_TRANSLATE_NOOP("Wording", "Event too large"),
    ),
    Code.ENGINE_TOO_OLD: Said(
        QT_TRANSLATE_NOOP("Wording", "The Ollama of {host} is too old for this model."),
        QT_TRANSLATE_NOOP("Wording", "Update Ollama there."),
        QT_TRANSLATE_NOOP("Wording", "Ollama too old"),
    ),
    Code.EMBEDDING_FAILED: Said(
        QT_TRANSLATE_NOOP("Wording", "The model gave no usable embedding."),
        QT_TRANSLATE_NOOP("Wording", "Choose another model for embeddings."),
        QT_TRANSLATE_NOOP("Wording", "No embedding"),
    ),
    Code.SERVER_LOG_KNOWS: Said(
        QT_TRANSLATE_NOOP("Wording", "Something went wrong inside the Ollama of {host}."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Its log says more: journalctl -u ollama on Linux, server.log on macOS and Windows.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Failed inside Ollama"),
    ),
}
