"""Whether a model that is to be made will fit on a host: by its base and the num_ctx it sets."""

from dataclasses import replace

from desktop.domain.creation import Creation, FilePart
from desktop.domain.host import HostId
from desktop.domain.name import BadName, parse_name
from desktop.hosts.snapshot import HostSnapshot
from desktop.memory.snapshot import FitAnswer
from desktop.ui.memory.services import FitsService
from desktop.ui.memory.verdict_line import Question
from desktop.workshop.files import Survey


def sent_question(
    creation: Creation, survey: Survey, host_id: HostId, snapshot: HostSnapshot | None
) -> Question | None:
    """Return what to ask; None where nothing can be claimed.

    That is so where the base has to be pulled first, where files make it in a way that only the
    host knows (safetensors, several parts), and where it will be quantized to another size.
    """
    context = _context(creation)
    if creation.files:
        return None if creation.quantize else _of_file(survey, host_id, context)
    base = _installed(creation.base, snapshot)
    if not base:
        return None

    def ask(fits: FitsService) -> FitAnswer:
        load = fits.usual_load(host_id, base)
        return fits.installed(host_id, base, replace(load, context=context or load.context))

    return ask


def _of_file(survey: Survey, host_id: HostId, context: int) -> Question | None:
    bases = [one for one in survey.files if one.file.part is FilePart.BASE]
    shape = bases[0].header.shape if len(bases) == 1 and bases[0].header else None
    if shape is None:
        return None

    def ask(fits: FitsService) -> FitAnswer:
        load = fits.usual_load(host_id)
        return fits.of_shape(host_id, shape, replace(load, context=context or load.context))

    return ask


def _context(creation: Creation) -> int:
    value = creation.recipe.parameters.get("num_ctx")
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0


def _installed(base: str, snapshot: HostSnapshot | None) -> str:
    """Return the base as the host spells it; "" where it does not have it."""
    try:
        key = parse_name(base).key
    except BadName:
        return ""
    near = base.partition(":")[0].rpartition("/")[2].lower()  # To parse few of 10,000 names.
    for model in snapshot.models if snapshot is not None else ():
        if near in model.name.lower():
            try:
                if parse_name(model.name).key == key:
                    return model.name
            except BadName:
                continue
    return ""
