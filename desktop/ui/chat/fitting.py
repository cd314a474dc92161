"""Which remedies of a failure can be done in this conversation: a button keeps what it promises."""

from dataclasses import replace

from desktop.chat.snapshot import TalkSnapshot
from desktop.diagnostics.explain import Code, Explanation, Remedy
from desktop.domain.conversation import Attachment, AttachmentKind, Role
from desktop.ui.chat.mending_parameters import CHANGING, Case, changed

_BY_ANOTHER_HOST = frozenset(
    {
        Code.NOTHING_LISTENS,
        Code.UNREACHABLE,
        Code.NO_CONNECTION_IN_TIME,
        Code.NAME_UNKNOWN,
        Code.NO_ANSWER_IN_TIME,
        Code.TUNNEL_FAILED,
        Code.GPU_FAILED,
        Code.MEMORY_TOO_SMALL,
        Code.GPU_MEMORY_TOO_SMALL,
        Code.ENGINE_CRASHED_LOADING,
    }
)
"""Causes that lie in the host: another one that has the model may well answer."""
_IMAGES_UNSEEN = frozenset({"vision", "multimodal"})


def fitting(
    said: Explanation, snapshot: TalkSnapshot, *, has_other_host: bool, trained: int = 0
) -> Explanation:
    """Return the explanation with the remedies that would change something here.

    `has_other_host` says that another host answers and has the model;
    `trained` is the model's own context length, 0 if unknown.
    """
    case = Case.of(snapshot.conversation.parameters, snapshot.meter, said, trained)
    images = _images(snapshot)
    remedies = [
        remedy
        for remedy in said.remedies
        if _fits(remedy, case, snapshot, images) and (has_other_host or _is_free_choice(remedy))
    ]
    if Remedy.REGENERATE in remedies and _has_half_an_answer(snapshot):
        remedies = [one for one in remedies if one is not Remedy.RETRY]  # It would do the same.
    is_offered = Remedy.USE_OTHER_HOST in remedies
    if has_other_host and said.code in _BY_ANOTHER_HOST and not is_offered:
        remedies.insert(1, Remedy.USE_OTHER_HOST)
    return replace(said, remedies=tuple(remedies))


def _fits(
    remedy: Remedy, case: Case, snapshot: TalkSnapshot, images: tuple[Attachment, ...]
) -> bool:
    if remedy is Remedy.RESEND_WITHOUT and case.fact("capability") in _IMAGES_UNSEEN:
        return bool(images)
    if remedy in CHANGING:
        return changed(remedy, case) is not None
    match remedy:
        case Remedy.SEND_LAST_IMAGE:
            return len(images) > 1
        case Remedy.SHRINK_IMAGE:
            return bool(images)
        case Remedy.CONTINUE:
            return _has_half_an_answer(snapshot)
        case _:
            return True


def _has_half_an_answer(snapshot: TalkSnapshot) -> bool:
    last = snapshot.path[-1] if snapshot.path else None
    return last is not None and last.role is Role.ASSISTANT and bool(last.text)


def _is_free_choice(remedy: Remedy) -> bool:
    return remedy is not Remedy.USE_OTHER_HOST


def _images(snapshot: TalkSnapshot) -> tuple[Attachment, ...]:
    """Return the pictures of the message that was to be answered."""
    asked = next((one for one in reversed(snapshot.path) if one.role is Role.USER), None)
    files = asked.attachments if asked is not None else ()
    return tuple(one for one in files if one.kind is AttachmentKind.IMAGE)
