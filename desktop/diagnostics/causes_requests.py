"""Causes in what was asked: a model, a capability, an option, a name."""

from desktop.diagnostics.cause import Cause, pattern, words
from desktop.diagnostics.codes import Code, Remedy
from desktop.ollama.errors import Busy, ModelMissing

_ABOUT_LISTS = ("/api/copy", "/api/delete")
_ELSEWHERE = (Remedy.PULL_MODEL, Remedy.USE_OTHER_MODEL, Remedy.USE_OTHER_HOST)
_NOT_FOUND = pattern(r"\bmodel ['\"][^'\"]*['\"] not found")
_LONG = (Remedy.RAISE_CONTEXT, Remedy.SUMMARISE, Remedy.DROP_OLDEST)

REQUESTS: tuple[Cause, ...] = (
    Cause(Code.MODEL_GONE, (Remedy.REFRESH,), ModelMissing, paths=_ABOUT_LISTS),
    Cause(Code.MODEL_MISSING, _ELSEWHERE, ModelMissing),
    Cause(Code.MODEL_GONE, (Remedy.REFRESH,), text=_NOT_FOUND, paths=_ABOUT_LISTS),
    Cause(Code.MODEL_MISSING, _ELSEWHERE, text=_NOT_FOUND),
    Cause(Code.BUSY, (Remedy.RETRY, Remedy.USE_OTHER_HOST), Busy),
    Cause(Code.BUSY, (Remedy.RETRY, Remedy.USE_OTHER_HOST), text=words("maximum pending requests")),
    Cause(
        Code.MODEL_COPY_OLD,
        (Remedy.UPDATE_MODEL,),
        text=words("pull the model again to get the latest version"),
    ),
    Cause(
        Code.ONE_IMAGE_ONLY,
        (Remedy.SEND_LAST_IMAGE,),
        text=words("only supports one image while more than one image"),
    ),
    Cause(
        Code.CONTEXT_EXCEEDED,
        (Remedy.RAISE_CONTEXT, Remedy.DROP_OLDEST),
        text=words("exceed_context_size_error", "exceeds the available context size"),
    ),
    Cause(
        Code.PROMPT_TOO_LONG,
        _LONG,
        text=words("prompt is longer than the context length currently available"),
    ),
    Cause(
        Code.EMBEDDING_INPUT_TOO_LONG,
        (Remedy.SPLIT_TEXT,),
        text=words(
            "input length exceeds the context length",
            "input after truncation exceeds maximum context length",
            "input exceeds maximum context length",
        ),
    ),
    Cause(
        Code.FORMAT_INVALID,
        (Remedy.EDIT_SCHEMA,),
        text=words("invalid format:", "invalid json schema", "json schema conversion failed"),
    ),
    Cause(
        Code.THINK_VALUE_INVALID,
        (Remedy.SWITCH_THINKING,),
        text=words("invalid think value", "think must be a boolean or string"),
    ),
    Cause(
        Code.CAPABILITY_MISSING,
        (Remedy.RESEND_WITHOUT, Remedy.USE_OTHER_MODEL),
        text=pattern(
            r"does not support (chat|generate|thinking|tools|vision|insert|embeddings?|audio"
            r"|completion|image generation|multimodal)"
        ),
    ),
    Cause(
        Code.OPTION_INVALID,
        (Remedy.RESET_OPTION,),
        text=pattern(
            r'option "[^"]*" must be of type',
            r"unknown parameter '",
            r"invalid (int|float|bool)\S* value \[",
            r"time: invalid duration",
        ),
    ),
    Cause(
        Code.FIELDS_REFUSED,
        (Remedy.RESET_REQUEST,),
        text=words(
            "top_logprobs must be between",
            "raw mode does not support template, system, or context",
            "invalid input type",
            "image generation models are not currently supported",
        ),
    ),
    Cause(Code.REQUEST_CANCELLED, text=words("request canceled"), statuses=frozenset({499, 200})),
    Cause(Code.REQUEST_CANCELLED, statuses=frozenset({499})),
    Cause(
        Code.MANIFEST_INVALID,
        (Remedy.REPORT,),
        text=pattern(r"^invalid character "),
        statuses=frozenset({500}),
    ),
    Cause(
        Code.REQUEST_INVALID,
        (Remedy.FIX_NAME, Remedy.REPORT),
        text=pattern(
            r"missing request body",
            r"model is required",
            r"invalid model name",
            r'\b(name|source|destination) "[^"]*" is invalid',
            r"use either :local or :cloud, not both",
            r"unqualified name",
            r"invalid character ",
            r"json: cannot unmarshal",
            r"json: ",
            r" is too short - '",
            r"unexpected end of json input",
        ),
    ),
    Cause(
        Code.REQUEST_INVALID,
        (Remedy.FIX_NAME, Remedy.REPORT),
        text=pattern(r"^(unexpected )?EOF$"),
        statuses=frozenset({400}),
    ),
    Cause(
        Code.BAD_REQUEST,
        (Remedy.REPORT,),
        text=words(
            "model is currently in use",
            "prompt is required",
            "temperature must be between 0 and 2",
            "ollama_max_memory",
            "ollama update",
        ),
    ),
)
