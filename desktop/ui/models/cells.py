"""The words of the table's cells, in the chosen language."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import Enum, auto

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, QTime

from desktop.domain.model import Capability, LoadedModel
from desktop.domain.text import visible
from desktop.ui import joining, units
from desktop.ui.models.view import Chip, Column, ModelRow, shown_capabilities

_FOR_EVER = timedelta(days=3650)
"""A model that is loaded for ever expires some centuries from now (fact 72)."""

_HEADERS: dict[Column, object] = {
    Column.NAME: QT_TRANSLATE_NOOP("Models", "Name"),
    Column.HOST: QT_TRANSLATE_NOOP("Models", "Host"),
    Column.FAMILY: QT_TRANSLATE_NOOP("Models", "Family"),
    Column.PARAMETERS: QT_TRANSLATE_NOOP("Models", "Params"),
    Column.QUANTIZATION: QT_TRANSLATE_NOOP("Models", "Quant"),
    Column.CONTEXT: QT_TRANSLATE_NOOP("Models", "Context"),
    Column.CAPABILITIES: QT_TRANSLATE_NOOP("Models", "Can do"),
    Column.SIZE: QT_TRANSLATE_NOOP("Models", "Size"),
    Column.MODIFIED: QT_TRANSLATE_NOOP("Models", "Modified"),
    Column.LOADED: QT_TRANSLATE_NOOP("Models", "Loaded"),
}

_CAPABILITIES: dict[Capability, object] = {
    Capability.CHAT: QT_TRANSLATE_NOOP("Models", "Chat"),
    Capability.VISION: QT_TRANSLATE_NOOP("Models", "Vision"),
    Capability.TOOLS: QT_TRANSLATE_NOOP("Models", "Tools"),
    Capability.THINKING: QT_TRANSLATE_NOOP("Models", "Thinking"),
    Capability.EMBEDDING: QT_TRANSLATE_NOOP("Models", "Embedding"),
    Capability.INSERT: QT_TRANSLATE_NOOP("Models", "Insert"),
    Capability.IMAGE: QT_TRANSLATE_NOOP("Models", "Images"),
    Capability.AUDIO: QT_TRANSLATE_NOOP("Models", "Audio"),
    Capability.CLOUD: QT_TRANSLATE_NOOP("Models", "Cloud"),
}

CAPABILITY_ICONS = {
    Capability.CHAT: "message-circle",
    Capability.VISION: "eye",
    Capability.TOOLS: "wrench",
    Capability.THINKING: "brain",
    Capability.EMBEDDING: "waypoints",
    Capability.INSERT: "text-cursor-input",
    Capability.IMAGE: "image",
    Capability.AUDIO: "audio-lines",
    Capability.CLOUD: "cloud",
}


class Running(Enum):
    """How a loaded model stands. PARTLY lies outside GPU memory to some part, or altogether."""

    WELL = auto()
    PARTLY = auto()


def header(column: Column) -> str:
    """The name of a column."""
    return QCoreApplication.translate("Models", str(_HEADERS[column]))


def capability(one: Capability) -> str:
    """The word for one thing that a model can do."""
    return QCoreApplication.translate("Models", str(_CAPABILITIES[one]))


def capabilities(row: ModelRow) -> str:
    """What a model can do, as words with commas."""
    return joining.listed(capability(one) for one in shown_capabilities(row.model.capabilities))


def chip(one: Chip) -> str:
    """The word on a chip."""
    if one is Chip.LOADED:
        return QCoreApplication.translate("Models", "Loaded")
    return capability(Capability(one.value))


def text(row: ModelRow, column: Column, now: datetime) -> str:
    """What a cell shows. `now` is the time by the clock of the row's host."""
    return _TEXTS[column](row, now)


def tooltip(row: ModelRow, column: Column, now: datetime) -> str:
    """The exact figure behind a rounded one, the words behind icons, and why a row is damaged."""
    model = row.model
    if row.damage:
        text = QCoreApplication.translate(
            "Models", "The host sent an entry that cannot be read: {why}"
        )
        return text.format(why=visible(row.damage))
    match column:
        case Column.SIZE if model.is_remote:
            text = QCoreApplication.translate("Models", "Runs on {host}, not on this host's disk")
            return text.format(host=visible(model.remote_host))
        case Column.SIZE:
            return units.exact_size(model.size)
        case Column.MODIFIED if model.modified_at:
            return units.exact_time(model.modified_at)
        case Column.CONTEXT if model.details.context_length > 0:
            text = QCoreApplication.translate("Models", "{number} tokens")
            return text.format(number=units.number(model.details.context_length))
        case Column.LOADED if row.loaded:
            return loaded_sentence(row.loaded, now)
        case _:
            return capabilities(row) if column is Column.CAPABILITIES else ""


def spoken(row: ModelRow, now: datetime) -> str:
    """The whole row for a screen reader: "qwen2.5:14b on tower, 14.8 B, Q4_K_M, loaded, 4 min"."""
    text_on = QCoreApplication.translate("Models", "{model} on {host}")
    parts = [text_on.format(model=text(row, Column.NAME, now), host=visible(row.host))]
    if row.damage:
        return joining.phrases((parts[0], tooltip(row, Column.NAME, now)))
    parts += [text(row, column, now) for column in (Column.PARAMETERS, Column.QUANTIZATION)]
    if row.loaded:
        parts += [QCoreApplication.translate("Models", "loaded"), loaded(row.loaded, now)]
    return joining.phrases(parts)


def modified(when: datetime, now: datetime) -> str:
    """When it changed: 09:12, yesterday, 3 days, 2 weeks, last month, Sep 2026."""
    local, today = when.astimezone(now.tzinfo), now.date()
    days = (today - local.date()).days
    if days == 0:
        return QLocale().toString(QTime(local.hour, local.minute), "HH:mm")
    if days == 1:
        return QCoreApplication.translate("Units", "yesterday")
    months = (today.year - local.year) * 12 + today.month - local.month
    if days > 27 and months == 1:
        return QCoreApplication.translate("Models", "last month")
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return units.age(midnight - timedelta(days=days), midnight)


def loaded(model: LoadedModel, now: datetime) -> str:
    """How much longer it stays, or where it lies if that is not the GPU alone."""
    if 0 < model.gpu_share < 0.995:
        text = QCoreApplication.translate("Models", "{share} GPU")
        return text.format(share=units.percent(model.gpu_share))
    if model.expires_at is None:
        return QCoreApplication.translate("Models", "loaded")
    left = model.expires_at - now.astimezone(UTC)
    if left > _FOR_EVER:
        return QCoreApplication.translate("Models", "pinned")
    if left <= timedelta():
        return QCoreApplication.translate("Models", "unloading")
    return units.short_duration(left.total_seconds())


def running(model: LoadedModel) -> Running:
    """Whether it runs as well as it could: on a GPU wholly, or on a host without one (fact 69)."""
    return Running.PARTLY if 0 < model.gpu_share < 0.995 else Running.WELL


def loaded_sentence(model: LoadedModel, now: datetime) -> str:
    """What the inspector says under the title, such as "loaded, unloads in 4 min"."""
    if model.expires_at is None:
        return QCoreApplication.translate("Models", "loaded")
    left = model.expires_at - now.astimezone(UTC)
    if left > _FOR_EVER:
        return QCoreApplication.translate("Models", "loaded until somebody unloads it")
    if left <= timedelta():
        return QCoreApplication.translate("Models", "unloads as soon as it is idle")
    text = QCoreApplication.translate("Models", "loaded, unloads in {time}")
    return text.format(time=units.short_duration(left.total_seconds()))


def _name(row: ModelRow, _now: datetime) -> str:
    return visible(row.name) or QCoreApplication.translate("Models", "without a name")


def _parameters(row: ModelRow, _now: datetime) -> str:
    details = row.model.details
    return units.parameters(details.parameter_count) or visible(details.parameter_size)


def _size(row: ModelRow, _now: datetime) -> str:
    if row.damage:
        return ""
    if row.model.is_remote:
        return QCoreApplication.translate("Models", "cloud")
    return units.size(row.model.size)


_TEXTS: dict[Column, Callable[[ModelRow, datetime], str]] = {
    Column.NAME: _name,
    Column.HOST: lambda row, _: visible(row.host),
    Column.FAMILY: lambda row, _: visible(row.model.details.family),
    Column.PARAMETERS: _parameters,
    Column.QUANTIZATION: lambda row, _: visible(row.model.details.quantization_level),
    Column.CONTEXT: lambda row, _: units.tokens(row.model.details.context_length),
    Column.CAPABILITIES: lambda row, _: capabilities(row),
    Column.SIZE: _size,
    Column.MODIFIED: lambda row, now: (
        modified(row.model.modified_at, now) if row.model.modified_at else ""
    ),
    Column.LOADED: lambda row, now: loaded(row.loaded, now) if row.loaded else "",
}
