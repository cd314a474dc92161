"""Which hosts can render a draft's prompt, and why none can."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.diagnostics.explain import explain
from desktop.domain.host import Host, HostId
from desktop.domain.text import visible
from desktop.hosts.snapshot import CardAnswer, HostSnapshot
from desktop.ui.wording import Words, words
from desktop.ui.workshop.study import Reading
from desktop.workshop.check import find_model
from desktop.workshop.preview import Rendered


@dataclass(frozen=True, slots=True)
class Renderer:
    """A host that has the base, and what the base is called there."""

    host_id: HostId
    label: str
    base: str


def renderers(
    reading: Reading, snapshots: Sequence[HostSnapshot], chosen: Collection[HostId]
) -> tuple[Renderer, ...]:
    """Return the hosts that can be asked, those that were chosen for the model first."""
    base_name = reading.survey.base_name
    found: list[Renderer] = []
    for one in snapshots:
        base = find_model(one.models, base_name) if one.is_up else None
        if base is not None:
            found.append(Renderer(one.id, one.host.label, base.name))
    return tuple(sorted(found, key=lambda one: one.host_id not in chosen))


def why_none(reading: Reading) -> str:
    """Say why no host can render the draft."""
    if not reading.is_readable and not reading.recipe.bases:
        return QCoreApplication.translate(
            "Rendering", "Mend the Modelfile first: it names no base yet."
        )
    if reading.survey.files:
        return QCoreApplication.translate(
            "Rendering",
            "The base is a file, which no host has yet. "
            "Create the model; then its prompt can be rendered as that of an installed model.",
        )
    text = QCoreApplication.translate(
        "Rendering", "None of the hosts that are up has {base}, so none can render its prompt yet."
    )
    return text.format(base=visible(reading.survey.base_name))


def said_of(answer: Rendered | CardAnswer, host: Host | None) -> Words:
    """Return what went wrong in words; no words where nothing did."""
    return words(explain(answer.error, host)) if answer.error is not None else Words("")


def outcome(rendered: Rendered, host: Host | None) -> tuple[str, str]:
    """Say why there is no prompt: a sentence and its facts; both empty where there is one."""
    if rendered.error is not None:
        said = said_of(rendered, host)
        return said.sentence, said.facts
    if rendered.is_unsupported:
        return (
            QCoreApplication.translate(
                "Rendering", "This host answers prompts, and does not show them."
            ),
            QCoreApplication.translate(
                "Rendering", "Its Ollama is too old for it. Ask another host, or update it."
            ),
        )
    if not rendered.prompt:
        return QCoreApplication.translate("Rendering", "The prompt is empty."), ""
    return "", ""
