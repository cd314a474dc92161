"""Images that come with a question (fact 18)."""

import base64
import binascii
from collections.abc import Sequence

from desktop.demo.asking import Asked
from desktop.demo.gojson import dump
from desktop.demo.reply import BARE_JSON, Refusal
from desktop.domain.model import JsonValue

_NO_EYES = "Multimodal data provided, but model does not support multimodal requests."


def check_images(asked: Asked, images: Sequence[JsonValue], where: str) -> None:
    """Refuse images that are not base64, or that the model cannot see.

    Raises:
        Refusal: with JSON inside its text where the runner complains (fact 7).
    """
    for position, image in enumerate(images):
        try:
            base64.b64decode(str(image), validate=True)
        except (binascii.Error, ValueError):
            raise Refusal(400, _not_base64(f"{where}.{position}")) from None
    if images and "vision" not in asked.model.manifest.capabilities:
        inner = {"code": 400, "message": _NO_EYES, "type": "invalid_request_error"}
        raise Refusal(400, dump({"error": inner}).decode(), BARE_JSON)


def _not_base64(where: str) -> str:
    return (
        f"json: cannot unmarshal string into {where} of type api.ImageData: "
        "illegal base64 data at input byte 0"
    )
