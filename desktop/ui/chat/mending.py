"""Does what a button below a failed answer promised, and asks again where that mends it."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from desktop.chat.talk import Talk
from desktop.diagnostics.explain import Explanation, Remedy
from desktop.domain.conversation import AttachmentId, Target
from desktop.domain.name import is_same_name
from desktop.domain.text import visible
from desktop.hosts.registry import HostRegistry
from desktop.ui import units
from desktop.ui.chat.mending_images import ImageMending
from desktop.ui.chat.mending_parameters import Case, changed
from desktop.ui.chat.targets import others_with
from desktop.ui.chat.unloading import Unloading
from desktop.ui.remedies import Wish


@dataclass(frozen=True, slots=True)
class MendingDoors:
    """What the page and the window open; each is a plain function that returns at once."""

    mend_host: Callable[[Wish], None]
    """Do what concerns the host rather than the conversation."""
    choose_model: Callable[[Callable[[Target], None]], None]
    """Let the person choose who is asked, and call that with the choice."""
    edit_schema: Callable[[], None]
    trained_context: Callable[[], int]
    """How much the model was trained with, in tokens; 0 if unknown."""
    read_content: Callable[[AttachmentId], Coroutine[Any, Any, bytes]]
    say: Callable[[str], None]


_AGAIN = frozenset({Remedy.RETRY, Remedy.REGENERATE, Remedy.KEEP_WAITING})
_CHOOSE = frozenset({Remedy.USE_OTHER_MODEL, Remedy.SMALLER_MODEL})
_UNLOAD = frozenset({Remedy.UNLOAD_OTHERS, Remedy.UNLOAD_MODEL})
_IMAGES = frozenset({Remedy.SEND_LAST_IMAGE, Remedy.SHRINK_IMAGE, Remedy.RESEND_WITHOUT})


class ChatRemedies(QObject):
    """Mends one talk at a time: the one that is shown."""

    def __init__(self, registry: HostRegistry, doors: MendingDoors, page: QObject) -> None:
        super().__init__(page)
        self._registry = registry
        self._doors = doors
        self._unloading = Unloading(registry, self)
        self.images = ImageMending(doors.read_content, self)

    def mend(self, talk: Talk, remedy: Remedy, said: Explanation | None) -> None:
        """Do one remedy; what the host needs rather than the conversation is handed on."""
        if remedy in _AGAIN:
            ask_again(talk)
        elif remedy is Remedy.CONTINUE:
            _go_on(talk)
        elif remedy in _CHOOSE:
            self._doors.choose_model(lambda target: _ask(talk, target))
        elif remedy is Remedy.USE_OTHER_HOST:
            self._use_other_host(talk)
        elif remedy is Remedy.EDIT_SCHEMA:
            self._doors.edit_schema()
        elif remedy in _UNLOAD:
            self._unload(talk, remedy, said)
        elif not self._change(talk, remedy, said):
            self._doors.mend_host(self._wish(talk, remedy, said))

    def _change(self, talk: Talk, remedy: Remedy, said: Explanation | None) -> bool:
        """Change what is asked, and ask again; whether the remedy was one of these."""
        snapshot = talk.snapshot
        before = snapshot.conversation.parameters
        trained = self._doors.trained_context()
        parameters = changed(remedy, Case.of(before, snapshot.meter, said, trained))
        if parameters is not None:
            talk.set_parameters(parameters)
            if snapshot.failure is not None:
                ask_again(talk)
            elif parameters.num_ctx is not None and parameters.num_ctx != before.num_ctx:
                text = self.tr("From the next message on the context is {number} tokens long.")
                self._doors.say(text.format(number=units.number(parameters.num_ctx)))
            return True
        if remedy in _IMAGES:
            self.images.mend(talk, remedy)
            return True
        if remedy in (Remedy.RAISE_CONTEXT, Remedy.LOWER_CONTEXT):
            self._doors.say(self.tr("The context is as long as it can be for this model."))
            return True
        return False

    def _use_other_host(self, talk: Talk) -> None:
        others = others_with(self._registry.snapshots, talk.snapshot.conversation.target)
        if len(others) != 1:
            self._doors.choose_model(lambda target: _ask(talk, target))
            return
        _ask(talk, others[0])
        host = self._registry.snapshot(others[0].host_id).host
        said = self.tr("{host} is asked from now on.").format(host=visible(host.label))
        self._doors.say(said)

    def _unload(self, talk: Talk, remedy: Remedy, said: Explanation | None) -> None:
        """Free the memory, and ask again once it is free."""
        target = _target_of(talk)
        self._doors.mend_host(self._wish(talk, remedy, said))
        is_one = remedy is Remedy.UNLOAD_MODEL
        self._unloading.then(
            target.host_id,
            lambda name: is_same_name(name, target.model) is is_one,
            lambda: ask_again(talk),
        )

    def _wish(self, talk: Talk, remedy: Remedy, said: Explanation | None) -> Wish:
        target = _target_of(talk)
        return Wish(target.host_id, remedy, said, target.model)


def ask_again(talk: Talk) -> None:
    """Answer the last message anew: after a failure what failed, else the last answer."""
    snapshot = talk.snapshot
    if snapshot.failure is not None:
        talk.retry()
    elif snapshot.turn is None and snapshot.path:
        talk.regenerate(snapshot.path[-1].id)


def _go_on(talk: Talk) -> None:
    if talk.snapshot.path and talk.snapshot.turn is None:
        talk.continue_answer(talk.snapshot.path[-1].id)


def _ask(talk: Talk, target: Target) -> None:
    talk.set_target(target)
    if talk.snapshot.failure is not None:
        ask_again(talk)


def _target_of(talk: Talk) -> Target:
    failure = talk.snapshot.failure
    return failure.target if failure is not None else talk.snapshot.conversation.target
