"""What each variable of a server's environment is for, and what is wrong with a value."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.system.variables import Kind, Problem, Variable

SECTIONS: tuple[tuple[object, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("Variables", "Listening"), ("OLLAMA_HOST", "OLLAMA_ORIGINS")),
    (
        QT_TRANSLATE_NOOP("Variables", "Models and memory"),
        (
            "OLLAMA_MODELS",
            "OLLAMA_KEEP_ALIVE",
            "OLLAMA_CONTEXT_LENGTH",
            "OLLAMA_MAX_LOADED_MODELS",
            "OLLAMA_KV_CACHE_TYPE",
            "OLLAMA_GPU_OVERHEAD",
            "OLLAMA_LOAD_TIMEOUT",
            "OLLAMA_NOPRUNE",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Variables", "Speed"),
        (
            "OLLAMA_FLASH_ATTENTION",
            "OLLAMA_NUM_PARALLEL",
            "OLLAMA_MAX_QUEUE",
            "OLLAMA_SCHED_SPREAD",
            "OLLAMA_VULKAN",
            "OLLAMA_LLM_LIBRARY",
            "CUDA_VISIBLE_DEVICES",
            "ROCR_VISIBLE_DEVICES",
            "HIP_VISIBLE_DEVICES",
            "GPU_DEVICE_ORDINAL",
            "HSA_OVERRIDE_GFX_VERSION",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Variables", "Network and proxies"),
        (
            "HTTPS_PROXY",
            "HTTP_PROXY",
            "NO_PROXY",
            "OLLAMA_NO_CLOUD",
            "OLLAMA_REMOTES",
            "OLLAMA_MAX_TRANSFER_STREAMS",
        ),
    ),
    (QT_TRANSLATE_NOOP("Variables", "Log"), ("OLLAMA_DEBUG",)),
)
"""The form's sections, in order: a title and the names of its variables."""

_WORDS: dict[str, tuple[object, object]] = {
    "OLLAMA_HOST": (
        QT_TRANSLATE_NOOP("Variables", "Address"),
        QT_TRANSLATE_NOOP("Variables", "Where it listens. 0.0.0.0 lets other computers reach it."),
    ),
    "OLLAMA_ORIGINS": (
        QT_TRANSLATE_NOOP("Variables", "Web pages that may use it"),
        QT_TRANSLATE_NOOP("Variables", "Their addresses, parted by commas, beside those it knows."),
    ),
    "OLLAMA_MODELS": (
        QT_TRANSLATE_NOOP("Variables", "Models folder"),
        QT_TRANSLATE_NOOP("Variables", "Where models are kept. The server's user has to own it."),
    ),
    "OLLAMA_KEEP_ALIVE": (
        QT_TRANSLATE_NOOP("Variables", "Keep a model loaded for"),
        QT_TRANSLATE_NOOP(
            "Variables", "After its last request, such as 10m or 2h; -1 is for ever, 0 not at all."
        ),
    ),
    "OLLAMA_CONTEXT_LENGTH": (
        QT_TRANSLATE_NOOP("Variables", "Context length"),
        QT_TRANSLATE_NOOP(
            "Variables", "Tokens, where a request does not say. 0 lets the GPU's memory decide."
        ),
    ),
    "OLLAMA_MAX_LOADED_MODELS": (
        QT_TRANSLATE_NOOP("Variables", "Models loaded at once"),
        QT_TRANSLATE_NOOP("Variables", "The most; 0 lets the number of GPUs decide."),
    ),
    "OLLAMA_KV_CACHE_TYPE": (
        QT_TRANSLATE_NOOP("Variables", "Type of the KV cache"),
        QT_TRANSLATE_NOOP(
            "Variables", "q8_0 takes half the memory, q4_0 a quarter; both need flash attention."
        ),
    ),
    "OLLAMA_GPU_OVERHEAD": (
        QT_TRANSLATE_NOOP("Variables", "Memory left free on each GPU"),
        QT_TRANSLATE_NOOP("Variables", "In bytes, for other programs."),
    ),
    "OLLAMA_LOAD_TIMEOUT": (
        QT_TRANSLATE_NOOP("Variables", "Give up loading after"),
        QT_TRANSLATE_NOOP("Variables", "Without progress, such as 15m for a slow disk."),
    ),
    "OLLAMA_NOPRUNE": (
        QT_TRANSLATE_NOOP("Variables", "Keep files that no model needs"),
        QT_TRANSLATE_NOOP("Variables", "Else they are removed when the server starts."),
    ),
    "OLLAMA_FLASH_ATTENTION": (
        QT_TRANSLATE_NOOP("Variables", "Flash attention"),
        QT_TRANSLATE_NOOP("Variables", "Faster, and takes less memory for a long context."),
    ),
    "OLLAMA_NUM_PARALLEL": (
        QT_TRANSLATE_NOOP("Variables", "Requests at once for a model"),
        QT_TRANSLATE_NOOP("Variables", "Each takes memory for a context of its own."),
    ),
    "OLLAMA_MAX_QUEUE": (
        QT_TRANSLATE_NOOP("Variables", "Requests that may wait"),
        QT_TRANSLATE_NOOP("Variables", "Further ones are refused."),
    ),
    "OLLAMA_SCHED_SPREAD": (
        QT_TRANSLATE_NOOP("Variables", "Spread models over all GPUs"),
        QT_TRANSLATE_NOOP("Variables", "Even where one would be enough."),
    ),
    "OLLAMA_VULKAN": (
        QT_TRANSLATE_NOOP("Variables", "Vulkan"),
        QT_TRANSLATE_NOOP("Variables", "For GPUs that have nothing better."),
    ),
    "OLLAMA_LLM_LIBRARY": (
        QT_TRANSLATE_NOOP("Variables", "Library of the engine"),
        QT_TRANSLATE_NOOP("Variables", "Takes this one instead of the one it finds, such as cpu."),
    ),
    "CUDA_VISIBLE_DEVICES": (
        QT_TRANSLATE_NOOP("Variables", "NVIDIA GPUs to use"),
        QT_TRANSLATE_NOOP("Variables", "Numbers or names, parted by commas; -1 is none."),
    ),
    "ROCR_VISIBLE_DEVICES": (
        QT_TRANSLATE_NOOP("Variables", "AMD GPUs to use"),
        QT_TRANSLATE_NOOP("Variables", "Numbers or names, parted by commas; -1 is none."),
    ),
    "HIP_VISIBLE_DEVICES": (
        QT_TRANSLATE_NOOP("Variables", "AMD GPUs to use, by HIP"),
        QT_TRANSLATE_NOOP("Variables", "Numbers, parted by commas."),
    ),
    "GPU_DEVICE_ORDINAL": (
        QT_TRANSLATE_NOOP("Variables", "AMD GPUs to use, by number"),
        QT_TRANSLATE_NOOP("Variables", "Numbers, parted by commas."),
    ),
    "HSA_OVERRIDE_GFX_VERSION": (
        QT_TRANSLATE_NOOP("Variables", "Treat an AMD GPU as"),
        QT_TRANSLATE_NOOP("Variables", "Another one's version, such as 10.3.0."),
    ),
    "HTTPS_PROXY": (
        QT_TRANSLATE_NOOP("Variables", "Proxy for downloads"),
        QT_TRANSLATE_NOOP("Variables", "Its address, such as http://proxy.example:3128."),
    ),
    "HTTP_PROXY": (
        QT_TRANSLATE_NOOP("Variables", "Proxy without encryption"),
        QT_TRANSLATE_NOOP(
            "Variables", "Ollama downloads by https, so it is rarely needed and may do harm."
        ),
    ),
    "NO_PROXY": (
        QT_TRANSLATE_NOOP("Variables", "Reached without the proxy"),
        QT_TRANSLATE_NOOP("Variables", "Names and addresses, parted by commas."),
    ),
    "OLLAMA_NO_CLOUD": (
        QT_TRANSLATE_NOOP("Variables", "No cloud models"),
        QT_TRANSLATE_NOOP("Variables", "Nothing is then sent to ollama.com to be answered there."),
    ),
    "OLLAMA_REMOTES": (
        QT_TRANSLATE_NOOP("Variables", "Servers of remote models"),
        QT_TRANSLATE_NOOP("Variables", "Which ones may be asked, parted by commas."),
    ),
    "OLLAMA_MAX_TRANSFER_STREAMS": (
        QT_TRANSLATE_NOOP("Variables", "Connections for a download"),
        QT_TRANSLATE_NOOP("Variables", "The most at once."),
    ),
    "OLLAMA_DEBUG": (
        QT_TRANSLATE_NOOP("Variables", "Detail of the log"),
        QT_TRANSLATE_NOOP("Variables", "1 writes more, 2 everything."),
    ),
}
_PROBLEMS: dict[Problem, object] = {
    Problem.INVISIBLE: QT_TRANSLATE_NOOP(
        "Variables", "There is an invisible character in it. Type it anew."
    ),
    Problem.TOO_LONG: QT_TRANSLATE_NOOP("Variables", "Too long to be kept there. Make it shorter."),
    Problem.NOT_AN_ADDRESS: QT_TRANSLATE_NOOP(
        "Variables", "Not an address. Enter one such as 127.0.0.1:11434."
    ),
    Problem.NOT_A_WHOLE_PATH: QT_TRANSLATE_NOOP(
        "Variables", "Not a whole path. Begin at the root, such as /srv/models."
    ),
    Problem.NOT_A_DURATION: QT_TRANSLATE_NOOP(
        "Variables", "Not a duration. Enter one such as 5m, 1h30m or -1."
    ),
    Problem.NOT_A_NUMBER: QT_TRANSLATE_NOOP("Variables", "Not a whole number. Use digits alone."),
    Problem.NOT_A_SWITCH: QT_TRANSLATE_NOOP("Variables", "Neither on nor off. Choose one."),
    Problem.NOT_A_CHOICE: QT_TRANSLATE_NOOP("Variables", "Ollama does not know it. Choose one."),
    Problem.NOT_A_PROXY: QT_TRANSLATE_NOOP(
        "Variables", "Not a proxy's address. Enter one such as http://proxy.example:3128."
    ),
    Problem.SPACE: QT_TRANSLATE_NOOP("Variables", "There is a space in it. Part by commas alone."),
    Problem.HOLDS_A_SECRET: QT_TRANSLATE_NOOP(
        "Variables", "Paddock's settings take no password. Leave the sign-in out."
    ),
}


def section_title(title: object) -> str:
    """Return what a section of the form is called."""
    return _said(title)


def variable_title(variable: Variable) -> str:
    """Return what a variable is called in words."""
    return _said(_WORDS[variable.name][0])


def variable_help(variable: Variable) -> str:
    """Say what it is for, and what holds without it."""
    if variable.default:
        text = QCoreApplication.translate("Variables", "{help} Default: {default}.")
    elif variable.kind in (Kind.LIST, Kind.PROXY):
        text = QCoreApplication.translate("Variables", "{help} By default empty.")
    else:
        text = QCoreApplication.translate("Variables", "{help} By default Ollama decides.")
    return text.format(help=_said(_WORDS[variable.name][1]), default=variable.default)


def problem_words(problem: Problem) -> str:
    """Say what is wrong with a value and what to do."""
    return _said(_PROBLEMS[problem])


def _said(text: object) -> str:
    return QCoreApplication.translate("Variables", str(text))
