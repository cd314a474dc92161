"""Causes in loading and running a model; "old" texts are of servers before 0.30."""

from desktop.diagnostics.cause import Cause, pattern, words
from desktop.diagnostics.codes import Code, Remedy

_LIGHTER = (
    Remedy.UNLOAD_OTHERS,
    Remedy.LOWER_CONTEXT,
    Remedy.SMALLER_MODEL,
    Remedy.AUTOMATIC_LAYERS,
)
_CRASHED = (
    Remedy.RETRY,
    Remedy.USE_CPU,
    Remedy.LOWER_CONTEXT,
    Remedy.UPDATE_OLLAMA,
    Remedy.SHOW_LOG,
)

RUNNING: tuple[Cause, ...] = (
    Cause(
        Code.LOAD_CANCELLED,
        (Remedy.RETRY, Remedy.KEEP_WAITING),
        text=pattern(
            r"timed out waiting for llama(-server|[ -]runner)? to start:? *-? *context canceled"
        ),
    ),
    Cause(
        Code.LOAD_STALLED,
        (Remedy.RETRY, Remedy.COPY_FIX),
        text=pattern(r"timed out waiting for llama(-server|[ -]runner)? to start"),
    ),
    Cause(
        Code.MEMORY_TOO_SMALL,
        _LIGHTER,
        text=words(
            "model requires more system memory",
            "unable to load full model on gpu",
            "memory layout cannot be allocated",
            "failed to allocate memory for model",
            "failed to commit memory for model",
        ),
    ),
    Cause(
        Code.GPU_MEMORY_TOO_SMALL,
        _LIGHTER,
        text=words(
            "reported out-of-memory during startup",
            "out of memory",
            "out of device memory",
            "cudamalloc failed",
            "hipmalloc failed",
            "failed to allocate",
            "allocation failed",
            "not enough memory",
            "insufficient memory",
            "vk_error_out_of_device_memory",
            "erroroutofmemory",
        ),
    ),
    Cause(
        Code.MODEL_OUTDATED,
        (Remedy.UPDATE_MODEL,),
        text=words("is no longer compatible with your version of ollama", "mllama"),
    ),
    Cause(
        Code.NEEDS_MLX,
        (Remedy.USE_OTHER_MODEL,),
        text=words("requires mlx support", "mlx runtime is not available"),
    ),
    Cause(
        Code.ENGINE_TOO_OLD,
        (Remedy.UPDATE_OLLAMA,),
        text=words(
            "split vision models aren't supported",
            "ollama supports only one lora adapter",
            "no tokenizer configured",
            "do load request:",
            "do embedding request:",
        ),
    ),
    Cause(
        Code.GPU_FAILED,
        (Remedy.USE_CPU, Remedy.UPDATE_OLLAMA),
        text=words(
            "cuda error",
            "rocm error",
            "ggml_assert(",
            "does not support k-shift",
            "signal arrived during cgo execution",
            "llama_init_from_model:",
        ),
    ),
    Cause(
        Code.MODEL_INCOMPATIBLE,
        (Remedy.UPDATE_MODEL, Remedy.UPDATE_OLLAMA),
        text=words(
            "this model may be incompatible with your version of ollama",
            "unsupported model format",
            "invalid file magic",
            "error loading model",
            "failed to load model",
        ),
    ),
    Cause(
        Code.INSTALLATION_BROKEN,
        (Remedy.REINSTALL_OLLAMA,),
        text=words(
            "llama-server binary not found",
            "error starting llama-server:",
            "error starting runner:",
            "unable to lookup executable path",
        ),
    ),
    Cause(
        Code.ENGINE_CRASHED_LOADING,
        _CRASHED,
        text=pattern(
            r"(llama-server|llama[ -]runner|runner) process has terminated",
            r"process no longer running",
            r"signal: killed",
        ),
    ),
    Cause(
        Code.ENGINE_STOPPED,
        (Remedy.REGENERATE, Remedy.LOWER_CONTEXT),
        text=words("model runner has unexpectedly stopped"),
    ),
    Cause(Code.LOAD_FAILED, _CRASHED, text=words("model failed to load, this may be due to")),
    Cause(
        Code.TOOL_CALL_INVALID,
        (Remedy.RETRY, Remedy.RESEND_WITHOUT),
        text=words("returned invalid tool call arguments", "template error:", "parse error:"),
    ),
    Cause(
        Code.EVENT_TOO_LARGE,
        (Remedy.REPORT,),
        text=pattern(r"stream event exceeded \d+ ?MB limit"),
    ),
    Cause(
        Code.RUNNER_BUSY,
        (Remedy.RETRY, Remedy.UNLOAD_MODEL),
        text=words(
            "no slots available after",
            "unexpected server status: llm",
            "server not responding",
            "connection refused",
        ),
    ),
    Cause(
        Code.RUNNER_DIED,
        (Remedy.RETRY, Remedy.CONTINUE, Remedy.REGENERATE),
        text=words(
            "an error was encountered while running the model",
            "an unknown error was encountered",
            "llama-server chat error:",
            "error reading llama-server response",
            "error reading llm response",
            "unexpected eof",
        ),
    ),
    Cause(
        Code.EMBEDDING_FAILED,
        (Remedy.USE_OTHER_MODEL,),
        text=words("embedding contains nan or inf", "empty embedding response"),
    ),
    Cause(
        Code.SERVER_LOG_KNOWS,
        (Remedy.SHOW_LOG, Remedy.RETRY),
        text=words("unexpected response", "something went wrong, please see the ollama server"),
    ),
)
