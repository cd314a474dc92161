"""What is said of what goes wrong in what was asked of a host."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.diagnostics.explain import Code
from desktop.ui.wording_said import Said

REQUESTS: dict[Code, Said] = {
    Code.HOST_REMOVED: Said(
        QT_TRANSLATE_NOOP("Wording", "The host that was asked is not in the list any more."),
        QT_TRANSLATE_NOOP("Wording", "Choose another host that has the model, or another model."),
        QT_TRANSLATE_NOOP("Wording", "Host removed"),
        (QT_TRANSLATE_NOOP("Wording", "The model is {model}."),),
    ),
    Code.MODEL_MISSING: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} does not have this model."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "It may have been deleted or renamed meanwhile. Pull it, or choose another one.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Model not there"),
        (QT_TRANSLATE_NOOP("Wording", "The model is {model}."),),
    ),
    Code.MODEL_GONE: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} does not have this model any more."),
        QT_TRANSLATE_NOOP(
            "Wording", "It was deleted or renamed meanwhile. Look at the list again."
        ),
        QT_TRANSLATE_NOOP("Wording", "Model is gone"),
        (QT_TRANSLATE_NOOP("Wording", "The model is {model}."),),
    ),
    Code.CAPABILITY_MISSING: Said(
        QT_TRANSLATE_NOOP("Wording", "This model cannot do what was asked."),
        QT_TRANSLATE_NOOP("Wording", "Ask without it, or choose a model that can."),
        QT_TRANSLATE_NOOP("Wording", "Not supported"),
        (QT_TRANSLATE_NOOP("Wording", "It does not support {capability}."),),
    ),
    Code.MODEL_COPY_OLD: Said(
        QT_TRANSLATE_NOOP("Wording", "The copy of this model on {host} is old."),
        QT_TRANSLATE_NOOP("Wording", "Pull the model again to get what is missing in it."),
        QT_TRANSLATE_NOOP("Wording", "Old copy"),
    ),
    Code.ONE_IMAGE_ONLY: Said(
        QT_TRANSLATE_NOOP("Wording", "This model takes one image only."),
        QT_TRANSLATE_NOOP("Wording", "Send the last image alone."),
        QT_TRANSLATE_NOOP("Wording", "One image only"),
    ),
    Code.PROMPT_TOO_LONG: Said(
        QT_TRANSLATE_NOOP("Wording", "The text is longer than the context of the model."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Raise the context length, shorten the text, or leave the oldest messages out.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Text too long"),
    ),
    Code.CONTEXT_EXCEEDED: Said(
        QT_TRANSLATE_NOOP("Wording", "The request does not fit the context of the model."),
        QT_TRANSLATE_NOOP("Wording", "Raise the context length, or leave the oldest messages out."),
        QT_TRANSLATE_NOOP("Wording", "Context too small"),
        (QT_TRANSLATE_NOOP("Wording", "The request has {tokens} tokens, and {context} fit."),),
    ),
    Code.EMBEDDING_INPUT_TOO_LONG: Said(
        QT_TRANSLATE_NOOP("Wording", "The text is too long to be embedded at once."),
        QT_TRANSLATE_NOOP("Wording", "Split it into shorter pieces."),
        QT_TRANSLATE_NOOP("Wording", "Text too long"),
    ),
    Code.PROMPT_TRUNCATED: Said(
        QT_TRANSLATE_NOOP("Wording", "The model did not see the oldest messages."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "They did not fit its context, and were left out without an error. Raise the "
            "context length.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Oldest left out"),
    ),
    Code.FORMAT_INVALID: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} does not take this format."),
        QT_TRANSLATE_NOOP(
            "Wording", "It has to be json, or a valid JSON schema. Look at the schema again."
        ),
        QT_TRANSLATE_NOOP("Wording", "Format not valid"),
    ),
    Code.THINK_VALUE_INVALID: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} does not know this way of thinking."),
        QT_TRANSLATE_NOOP("Wording", "Switch thinking on or off instead of choosing a level."),
        QT_TRANSLATE_NOOP("Wording", "Thinking not valid"),
    ),
    Code.OPTION_INVALID: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} does not take the value of an option."),
        QT_TRANSLATE_NOOP("Wording", "Set the option back, or give it a value of the right kind."),
        QT_TRANSLATE_NOOP("Wording", "Option not valid"),
        (QT_TRANSLATE_NOOP("Wording", "The option is {option}."),),
    ),
    Code.REQUEST_INVALID: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} does not take this name or request."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "Names have letters, digits, dots, - and _, with one colon at most. If the "
            "name is right, report this with the raw answer.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Name or request refused"),
    ),
    Code.FIELDS_REFUSED: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} does not take what was asked in this combination."),
        QT_TRANSLATE_NOOP("Wording", "Set what was changed in the request back, then ask again."),
        QT_TRANSLATE_NOOP("Wording", "Request not taken"),
    ),
    Code.REQUEST_CANCELLED: Said(
        QT_TRANSLATE_NOOP("Wording", "The request was cancelled."),
        QT_TRANSLATE_NOOP("Wording", "Nothing is wrong. Ask again if you still want the answer."),
        QT_TRANSLATE_NOOP("Wording", "Cancelled"),
    ),
    Code.BUSY: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} has too many requests waiting."),
        QT_TRANSLATE_NOOP("Wording", "Wait until some are done, then try again."),
        QT_TRANSLATE_NOOP("Wording", "Busy"),
    ),
    Code.BASE_MISSING: Said(
        QT_TRANSLATE_NOOP("Wording", "It is not said what the model is made from."),
        QT_TRANSLATE_NOOP("Wording", "Name a model or a file in a line that begins with FROM."),
        QT_TRANSLATE_NOOP("Wording", "FROM is missing"),
    ),
    Code.FILE_PATH_ABSOLUTE: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} does not take the path of a file."),
        QT_TRANSLATE_NOOP(
            "Wording", "Files are named without folders. Report this with the raw answer."
        ),
        QT_TRANSLATE_NOOP("Wording", "File path not taken"),
    ),
    Code.UPLOAD_DAMAGED: Said(
        QT_TRANSLATE_NOOP("Wording", "A file did not arrive at {host} as it was sent."),
        QT_TRANSLATE_NOOP("Wording", "Upload it again."),
        QT_TRANSLATE_NOOP("Wording", "Upload damaged"),
    ),
    Code.BLOB_MISSING: Said(
        QT_TRANSLATE_NOOP("Wording", "A file that the model is made from is not on {host}."),
        QT_TRANSLATE_NOOP("Wording", "Upload it, then create the model again."),
        QT_TRANSLATE_NOOP("Wording", "File not uploaded"),
    ),
    Code.CREATE_REFUSED: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} cannot make a model of this."),
        QT_TRANSLATE_NOOP(
            "Wording", "Look at the line of the Modelfile that the raw answer is about."
        ),
        QT_TRANSLATE_NOOP("Wording", "Not a valid Modelfile"),
    ),
    Code.QUANTIZATION_REFUSED: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} cannot quantize this model that way."),
        QT_TRANSLATE_NOOP(
            "Wording", "Choose another type. Only models in F16, BF16 or F32 can be quantized."
        ),
        QT_TRANSLATE_NOOP("Wording", "Cannot quantize so"),
        (QT_TRANSLATE_NOOP("Wording", "It can do {supported}."),),
    ),
    Code.SHARD_MISSING: Said(
        QT_TRANSLATE_NOOP("Wording", "A part of a split model file is missing."),
        QT_TRANSLATE_NOOP(
            "Wording", "Add every part of the file. The raw answer says which one is missing."
        ),
        QT_TRANSLATE_NOOP("Wording", "Part is missing"),
    ),
    Code.TEMPLATE_INVALID: Said(
        QT_TRANSLATE_NOOP("Wording", "The template of the model has a mistake."),
        QT_TRANSLATE_NOOP(
            "Wording", "Correct the TEMPLATE. The raw answer says where the mistake is."
        ),
        QT_TRANSLATE_NOOP("Wording", "Template not valid"),
    ),
    Code.FILE_DAMAGED: Said(
        QT_TRANSLATE_NOOP("Wording", "The model file is damaged, or made to do harm."),
        QT_TRANSLATE_NOOP("Wording", "Do not use it. Download it again from where you trust."),
        QT_TRANSLATE_NOOP("Wording", "File damaged"),
    ),
    Code.QUANTIZER_FAILED: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} could not run the program that quantizes."),
        QT_TRANSLATE_NOOP(
            "Wording", "Ollama's installation there is incomplete. Install it again."
        ),
        QT_TRANSLATE_NOOP("Wording", "Quantizer failed"),
    ),
    Code.BAD_REQUEST: Said(
        QT_TRANSLATE_NOOP("Wording", "{host} did not take the request."),
        QT_TRANSLATE_NOOP(
            "Wording",
            "What it said is in the raw answer. Servers are not known to say this, so report it.",
        ),
        QT_TRANSLATE_NOOP("Wording", "Bad request"),
    ),
    Code.UNKNOWN: Said(
        QT_TRANSLATE_NOOP("Wording", "Something went wrong with {host}."),
        QT_TRANSLATE_NOOP("Wording", "What is known is in the raw answer. Try again."),
        QT_TRANSLATE_NOOP("Wording", "Failed"),
    ),
}
