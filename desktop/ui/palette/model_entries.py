"""Models and hosts as entries of the palette, and what can be done with each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from desktop.domain.conversation import Target
from desktop.domain.host import HostId
from desktop.domain.model import Capability
from desktop.hosts.registry import HostRegistry
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui.palette.entry import Entry, Group, Verb


@dataclass(frozen=True, slots=True)
class ModelDoors:
    """What can be done with a model or a host elsewhere; each is a plain function."""

    inspect: Callable[[Target], None]
    chat: Callable[[Target], None]
    customise: Callable[[Target], None]
    push: Callable[[Target], None]
    show_host: Callable[[HostId], None]
    show_models: Callable[[HostId], None]
    test_host: Callable[[HostId], None]
    edit_host: Callable[[HostId], None]


class ModelEntries:
    """Those of a host are made anew when it told of others: with ten thousand, each costs."""

    def __init__(self, registry: HostRegistry, doors: ModelDoors) -> None:
        self._registry = registry
        self._doors = doors
        self._kept: dict[HostId, tuple[object, str, list[Entry]]] = {}

    def models(self) -> list[Entry]:
        """Return every model of every host; opening one shows it on its page."""
        kept, self._kept = self._kept, {}
        for one in self._registry.snapshots:
            host, known = one.host.label, kept.get(one.id)
            if known is None or known[0] is not one.models or known[1] != host:
                known = one.models, host, self._of_one(one, host)
            self._kept[one.id] = known
        return [entry for _, _, entries in self._kept.values() for entry in entries]

    def _of_one(self, one: HostSnapshot, host: str) -> list[Entry]:
        inspect, more = self._doors.inspect, self._of_model
        targets = [Target(one.id, model.name) for model in one.models]
        return [
            Entry(
                Group.MODELS,
                target.model,
                partial(inspect, target),
                note=host,
                icon="box",
                more=partial(more, target),
                subject=target,
            )
            for target in targets
        ]

    def hosts(self) -> list[Entry]:
        """Return every host; opening one shows it on its page."""
        return [
            Entry(
                Group.HOSTS,
                one.host.label,
                partial(self._doors.show_host, one.id),
                note=one.host.address.authority,
                icon="server",
                more=partial(self._of_host, one.id),
                subject=one.id,
            )
            for one in self._registry.snapshots
        ]

    def verbs(self, models: Sequence[Entry], hosts: Sequence[Entry]) -> tuple[Verb, ...]:
        """Return what can be done with each of many models: a word and a piece of a name do it."""
        loaded = {
            Target(one.id, model.name) for one in self._registry.snapshots for model in one.loaded
        }
        in_memory = [entry for entry in models if entry.subject in loaded]
        return (
            Verb(
                QCoreApplication.translate("Palette", "Unload"),
                in_memory,
                self._unload,
                is_few=True,
                alias="unload",
            ),
            Verb(
                QCoreApplication.translate("Palette", "Unload all"),
                hosts,
                self._unload_all,
                is_few=True,
                alias="unload all",
            ),
            Verb(QCoreApplication.translate("Palette", "Load"), models, self._load, alias="load"),
            Verb(
                QCoreApplication.translate("Palette", "Chat with"), models, self._chat, alias="chat"
            ),
            Verb(
                QCoreApplication.translate("Palette", "Customise"),
                models,
                self._customise,
                alias="customise",
            ),
        )

    def _unload_all(self, thing: Entry) -> Entry | None:
        """Return what empties a host's memory, if there is something in it."""
        one = next((one for one in self._registry.snapshots if one.id == thing.subject), None)
        if one is None or not one.is_up or not one.loaded:
            return None
        text = QCoreApplication.translate("Palette", "Unload all on {host}")
        count = len(one.loaded)
        several = QCoreApplication.translate("Palette", "%n models", "", count)
        single = QCoreApplication.translate("Palette", "1 model")
        note = several if count != 1 else single
        name = text.format(host=one.host.label)
        return _deed(name, partial(self._empty, one.id), note, "circle-pause")

    def _of_model(self, target: Target) -> Sequence[Entry]:
        """Return everything that can be done with one model."""
        thing = Entry(Group.MODELS, target.model, lambda: None, subject=target)
        makers = (self._show, self._chat, self._unload, self._load, self._customise)
        made = [entry for make in makers if (entry := make(thing)) is not None]
        push = QCoreApplication.translate("Palette", "Push {model}…").format(model=target.model)
        copy = QCoreApplication.translate("Palette", "Copy the name {model}").format(
            model=target.model
        )
        return (
            *made,
            _deed(push, partial(self._doors.push, target), "", "arrow-up-to-line"),
            _deed(copy, partial(_copy, target.model), "", "copy"),
        )

    def _of_host(self, host_id: HostId) -> Sequence[Entry]:
        """Return everything that can be done with one host."""
        one = self._snapshot(host_id)
        if one is None:
            return ()
        doors = self._doors
        deeds = (
            (QCoreApplication.translate("Palette", "Show the models"), doors.show_models, "boxes"),
            (
                QCoreApplication.translate("Palette", "Test the connection"),
                doors.test_host,
                "stethoscope",
            ),
            (
                QCoreApplication.translate("Palette", "Edit the connection…"),
                doors.edit_host,
                "pencil",
            ),
            (
                QCoreApplication.translate("Palette", "Ask it again"),
                self._registry.refresh,
                "refresh-cw",
            ),
            (QCoreApplication.translate("Palette", "Show the host"), doors.show_host, "server"),
        )
        return tuple(_deed(text, partial(do, host_id), "", icon) for text, do, icon in deeds)

    def _show(self, thing: Entry) -> Entry | None:
        text = QCoreApplication.translate("Palette", "Show {model}")
        return self._made(thing, text, self._doors.inspect, "box")

    def _chat(self, thing: Entry) -> Entry | None:
        text = QCoreApplication.translate("Palette", "Chat with {model}")
        target, one = self._known(thing)
        found = (model for model in one.models if model.name == target.model) if one else ()
        model = next(iter(found), None)
        if model is None or (model.capabilities and Capability.CHAT not in model.capabilities):
            return None
        return self._made(thing, text, self._doors.chat, "message-circle")

    def _unload(self, thing: Entry) -> Entry | None:
        target, one = self._known(thing)
        if one is None or all(model.name != target.model for model in one.loaded):
            return None
        text = QCoreApplication.translate("Palette", "Unload {model}")
        return self._made(thing, text, self._take_out, "circle-pause")

    def _load(self, thing: Entry) -> Entry | None:
        target, one = self._known(thing)
        is_loaded = one is not None and any(model.name == target.model for model in one.loaded)
        if one is None or not one.is_up or is_loaded:
            return None
        text = QCoreApplication.translate("Palette", "Load {model}")
        return self._made(thing, text, self._put_in, "play")

    def _customise(self, thing: Entry) -> Entry | None:
        text = QCoreApplication.translate("Palette", "Customise {model}…")
        return self._made(thing, text, self._doors.customise, "hammer")

    def _made(self, thing: Entry, text: str, do: Callable[[Target], None], icon: str) -> Entry:
        target, one = self._known(thing)
        host = one.host.label if one is not None else ""
        return _deed(text.format(model=target.model), partial(do, target), host, icon)

    def _known(self, thing: Entry) -> tuple[Target, HostSnapshot | None]:
        target = thing.subject if isinstance(thing.subject, Target) else Target()
        return target, self._snapshot(target.host_id)

    def _snapshot(self, host_id: HostId) -> HostSnapshot | None:
        return next((one for one in self._registry.snapshots if one.id == host_id), None)

    def _take_out(self, target: Target) -> None:
        self._registry.unload(target.host_id, target.model)

    def _put_in(self, target: Target) -> None:
        self._registry.load(target.host_id, target.model)

    def _empty(self, host_id: HostId) -> None:
        one = self._snapshot(host_id)
        for model in one.loaded if one is not None else ():
            self._registry.unload(host_id, model.name)


def _deed(text: str, do: Callable[[], object], note: str, icon: str) -> Entry:
    return Entry(Group.ACTIONS, text, do, note=note, icon=icon)


def _copy(name: str) -> None:
    QGuiApplication.clipboard().setText(name)
