"""From a Modelfile and the files that it names to what is to be created."""

from dataclasses import replace

from desktop.domain.creation import Creation, FilePart, Stamp
from desktop.domain.recipe import Recipe
from desktop.workshop.files import Survey, sendable

_NO_FILE = Stamp(-1, -1, -1, -1)


def planned(
    recipe: Recipe, survey: Survey, model: str, quantize: str = "", *, overwrite: bool = False
) -> Creation:
    """Return what would be created with every file that is there, to be looked at.

    Its files bear a stamp that no file has, so that a job that was given this by
    mistake would send nothing: only what was `agreed` can be sent.
    """
    files = tuple(
        replace(source.file, stamp=_NO_FILE) for source in survey.files if not source.is_forbidden
    )
    return Creation(model, recipe, survey.base_name, files, quantize, overwrite)


def agreed(creation: Creation, survey: Survey, *, has_yes: bool) -> Creation:
    """Return what may be created.

    `has_yes` says that a person saw the list of this very survey, and agreed.

    Raises:
        Forbidden: a file is never sent.
        NotAgreed: a file is doubtful, and nobody said yes.
    """
    return replace(creation, base=survey.base_name, files=sendable(survey, has_yes))


def quantization_of(survey: Survey) -> str:
    """Return how the weights among the files are quantized, "" if that is not known."""
    for source in survey.files:
        if source.file.part is FilePart.BASE and source.header and source.header.quantization:
            return source.header.quantization
    return ""
