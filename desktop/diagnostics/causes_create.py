"""Causes in creating a model and in the files that it is made from."""

from desktop.diagnostics.cause import Cause, pattern, words
from desktop.diagnostics.codes import Code, Remedy

_EDIT = (Remedy.EDIT_MODELFILE,)

CREATE: tuple[Cause, ...] = (
    Cause(
        Code.BASE_MISSING,
        _EDIT,
        text=words(
            "neither 'from' or 'files' was specified",
            "no files provided to convert",
            "no base model was found",
        ),
    ),
    Cause(Code.FILE_PATH_ABSOLUTE, (Remedy.REPORT,), text=words("file path must be relative")),
    Cause(
        Code.UPLOAD_DAMAGED,
        (Remedy.UPLOAD_AGAIN,),
        text=pattern(r"invalid digest format", r"digest mismatch, expected"),
    ),
    Cause(  # A HEAD has no words, and only blobs are asked for by one.
        Code.UPLOAD_DAMAGED,
        (Remedy.UPLOAD_AGAIN,),
        text=pattern(r"^$"),
        statuses=frozenset({400}),
        paths=("/api/blobs/",),
    ),
    Cause(
        Code.BLOB_MISSING,
        (Remedy.UPLOAD_AGAIN,),
        text=pattern(r'blob "[^"]*" not found', r"^open .*[/\\]blobs[/\\].*: no such file"),
    ),
    Cause(
        Code.SHARD_MISSING,
        _EDIT,
        text=words("split gguf"),
    ),
    Cause(
        Code.QUANTIZATION_REFUSED,
        (Remedy.CHOOSE_QUANTIZATION,),
        text=words(
            "unsupported quantization type",
            "quantization is only supported for",
            "draft quantization requires an unquantized draft model",
        ),
    ),
    Cause(
        Code.QUANTIZER_FAILED,
        (Remedy.REINSTALL_OLLAMA,),
        text=words(
            "llama-quantize unavailable",
            "llama-quantize failed",
            "failed to validate gguf with llama-quantize",
        ),
    ),
    Cause(
        Code.FILE_DAMAGED,
        (Remedy.STOP,),
        text=pattern(
            r"gguf (string|array)\S* size \S+ exceeds maximum",
            r"offset\+size \(\S+\) exceeds file size",
            r"dimensions \S+ exceeds maximum",
            r"invalid gguf alignment",
        ),
    ),
    Cause(
        Code.TEMPLATE_INVALID,
        (Remedy.EDIT_TEMPLATE,),
        text=pattern(r"template error:"),
        statuses=frozenset({400}),
    ),
    Cause(Code.TEMPLATE_INVALID, (Remedy.EDIT_TEMPLATE,), text=pattern(r"template: [^ ]*:\d+: ")),
    Cause(
        Code.TEMPLATE_INVALID,
        (Remedy.EDIT_TEMPLATE,),
        text=pattern(r"template error:"),
        paths=("/api/create",),
    ),
    Cause(
        Code.CREATE_REFUSED,
        _EDIT,
        text=pattern(
            r"only one adapter is currently supported",
            r"supplied file was not in gguf format",
            r"^unknown type\b",
            r"draft cannot be used with remote models",
            r"--draft-quantize requires a draft model",
            r"^bad remote",
        ),
    ),
)
