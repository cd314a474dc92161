"""Why a job failed, in words, and what may be done about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.diagnostics.explain import Remedy, explain
from desktop.domain.host import Host
from desktop.domain.text import visible
from desktop.jobs.job import Job, JobKind, JobProblem
from desktop.ui import joining
from desktop.ui.jobs.captions import action_label
from desktop.ui.jobs.view import Action
from desktop.ui.wording import words

Press: TypeAlias = Action | Remedy
"""What a button in a row does: something to the job, or something that mends the cause."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A button below a failure."""

    press: Press
    label: str


@dataclass(frozen=True, slots=True)
class Failure:
    """One sentence, muted facts, what may be done, and the server's own words, if it said any."""

    sentence: str
    facts: str
    offers: tuple[Offer, ...]
    raw: str = ""


_SENTENCES: dict[JobProblem, object] = {
    JobProblem.SAME_NAME: QT_TRANSLATE_NOOP("Jobs", "{model} and {target} are one name to {host}."),
    JobProblem.TARGET_EXISTS: QT_TRANSLATE_NOOP("Jobs", "{host} already has {target}."),
    JobProblem.COPY_NOT_SEEN: QT_TRANSLATE_NOOP(
        "Jobs", "{host} does not list the copy under {target}."
    ),
    JobProblem.CASE_TAKEN: QT_TRANSLATE_NOOP(
        "Jobs", "{host} kept the capitals it knew for {target}."
    ),
    JobProblem.BOTH_EXIST: QT_TRANSLATE_NOOP(
        "Jobs", "{target} is there, but {model} could not be deleted."
    ),
    JobProblem.BEING_PULLED: QT_TRANSLATE_NOOP("Jobs", "{host} is pulling that very name."),
    JobProblem.IN_USE: QT_TRANSLATE_NOOP(
        "Jobs", "Another job on {host} is at work on that very name."
    ),
    JobProblem.NO_NAMESPACE: QT_TRANSLATE_NOOP(
        "Jobs", "{model} has no account's name before it, so nobody could push it."
    ),
    JobProblem.FILE_CHANGED: QT_TRANSLATE_NOOP(
        "Jobs", "{file} is no longer the file that was looked at."
    ),
    JobProblem.FILE_UNREADABLE: QT_TRANSLATE_NOOP("Jobs", "{file} cannot be read."),
    JobProblem.HOST_GONE: QT_TRANSLATE_NOOP("Jobs", "The host is no longer in the list."),
    JobProblem.CRASHED: QT_TRANSLATE_NOOP("Jobs", "Paddock made a mistake here."),
}

_FACTS: dict[JobProblem, object] = {
    JobProblem.SAME_NAME: QT_TRANSLATE_NOOP(
        "Jobs", "Capitals and :latest make no difference there. Choose another name."
    ),
    JobProblem.TARGET_EXISTS: QT_TRANSLATE_NOOP(
        "Jobs", "Nothing was sent. Choose another name, or replace the model that is there."
    ),
    JobProblem.COPY_NOT_SEEN: QT_TRANSLATE_NOOP(
        "Jobs", "Nothing was deleted. Look at the models of {host} before you try again."
    ),
    JobProblem.CASE_TAKEN: QT_TRANSLATE_NOOP(
        "Jobs", "It is the same model. To change capitals, delete the old entry first."
    ),
    JobProblem.BOTH_EXIST: QT_TRANSLATE_NOOP(
        "Jobs", "Both names stand for the same model. Delete {model} when {host} answers again."
    ),
    JobProblem.BEING_PULLED: QT_TRANSLATE_NOOP(
        "Jobs", "The pull would bring it back. Wait for its end or cancel it, then try again."
    ),
    JobProblem.IN_USE: QT_TRANSLATE_NOOP("Jobs", "Wait for its end or cancel it, then try again."),
    JobProblem.NO_NAMESPACE: QT_TRANSLATE_NOOP(
        "Jobs", "Copy it to a name such as yours/{model} first, and push that."
    ),
    JobProblem.FILE_CHANGED: QT_TRANSLATE_NOOP(
        "Jobs",
        "It was changed or replaced, so it was not sent. Look at it in the workshop, "
        "then create the model anew.",
    ),
    JobProblem.FILE_UNREADABLE: QT_TRANSLATE_NOOP(
        "Jobs", "The system says: {reason}. Put it back or allow it to be read, then try again."
    ),
    JobProblem.HOST_GONE: QT_TRANSLATE_NOOP("Jobs", "Add it again, then start this anew."),
    JobProblem.CRASHED: QT_TRANSLATE_NOOP(
        "Jobs", "The log says where. Try again; what is on the host was left alone."
    ),
}

_NO_RETRY = {
    JobProblem.SAME_NAME,
    JobProblem.BOTH_EXIST,
    JobProblem.HOST_GONE,
    JobProblem.CASE_TAKEN,
    JobProblem.NO_NAMESPACE,
    JobProblem.FILE_CHANGED,
}
_OF_FILES = {JobProblem.FILE_CHANGED, JobProblem.FILE_UNREADABLE}
_AS_RETRY = {Remedy.RETRY, Remedy.UPLOAD_AGAIN}
"""Remedies that the row's own Retry is."""
_IN_WORKSHOP = {Remedy.EDIT_MODELFILE, Remedy.EDIT_TEMPLATE, Remedy.CHOOSE_QUANTIZATION}


def host_label(host: Host | None) -> str:
    """Return what to call a host, also one that was removed while its jobs stayed."""
    if host is None:
        return QCoreApplication.translate("Jobs", "a host that was removed")
    return visible(host.label)


def failure(job: Job, host: Host | None) -> Failure:
    """Return why a job failed and what may be done: what mends the cause stands first."""
    if job.problem is not None:
        return _refused(job.problem, job, host)
    if job.error is None:
        return _refused(JobProblem.CRASHED, job, host)
    explained = explain(job.error, host)
    said = words(explained)
    buttons = said.buttons if host is not None else ()  # Of one removed, nothing can be mended.
    mends = [Offer(b.remedy, b.label) for b in buttons if b.remedy not in _AS_RETRY]
    own = _own_offers(job, explained.remedies)
    offers = (*mends, *own, _offer(Action.RETRY), *_raw_offer(said.raw))
    return Failure(said.sentence, said.facts, offers, said.raw)


def _own_offers(job: Job, remedies: Iterable[Remedy]) -> list[Offer]:
    """Return what this page does itself for a create or a push."""
    if job.kind is JobKind.CREATE and not _IN_WORKSHOP.isdisjoint(remedies):
        return [_offer(Action.OPEN_WORKSHOP)]
    if job.kind is JobKind.PUSH and Remedy.ALLOW_INSECURE in remedies and not job.is_insecure:
        return [_offer(Action.PUSH_INSECURELY)]
    return []


def _refused(problem: JobProblem, job: Job, host: Host | None) -> Failure:
    cause = words(explain(job.error, host)) if job.error is not None else None
    sentence, facts = _fill(_SENTENCES[problem], job, host), _fill(_FACTS[problem], job, host)
    offers: tuple[Offer, ...] = () if problem in _NO_RETRY else (_offer(Action.RETRY),)
    if problem is JobProblem.TARGET_EXISTS:
        offers = (_offer(Action.REPLACE),)
    if problem in _OF_FILES:
        offers = (_offer(Action.OPEN_WORKSHOP), *offers)
    if cause is None:
        return Failure(sentence, facts, offers)
    return Failure(
        sentence,
        joining.sentences(cause.sentence, facts),
        (*offers, *_raw_offer(cause.raw)),
        cause.raw,
    )


def _offer(action: Action) -> Offer:
    return Offer(action, action_label(action))


def _raw_offer(raw: str) -> tuple[Offer, ...]:
    return (_offer(Action.SHOW_RAW),) if raw else ()


def _fill(text: object, job: Job, host: Host | None) -> str:
    return QCoreApplication.translate("Jobs", str(text)).format(
        host=host_label(host),
        model=visible(job.model),
        target=visible(job.target or job.model),
        file=visible(job.file),
        reason=visible(job.reason),
    )
