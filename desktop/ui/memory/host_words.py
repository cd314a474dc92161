"""What a host's card and the page's header say, in the chosen language."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.diagnostics.explain import explain
from desktop.domain.host import HostState
from desktop.domain.readings import ReadingProblem, Source
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot
from desktop.memory.snapshot import HostMemory
from desktop.ui import units
from desktop.ui.hosts.brief import brief
from desktop.ui.memory.loaded_words import time_of_day

_SOURCES: dict[Source, object] = {
    Source.MEASURED: QT_TRANSLATE_NOOP("Memory", "measured"),
    Source.TOLD: QT_TRANSLATE_NOOP("Memory", "told by the server"),
    Source.ENTERED: QT_TRANSLATE_NOOP("Memory", "entered by you"),
    Source.GUESSED: QT_TRANSLATE_NOOP("Memory", "guessed"),
}
_PROBLEMS: dict[ReadingProblem, object] = {
    ReadingProblem.NO_ANSWER: QT_TRANSLATE_NOOP("Memory", "Who tells its memory does not answer"),
    ReadingProblem.REFUSED: QT_TRANSLATE_NOOP("Memory", "Who tells its memory refuses"),
    ReadingProblem.NOT_UNDERSTOOD: QT_TRANSLATE_NOOP(
        "Memory", "Who tells its memory says nothing of it"
    ),
    ReadingProblem.NO_SSH: QT_TRANSLATE_NOOP("Memory", "ssh did not get there"),
}


def source_word(source: Source) -> str:
    """The word on the tag beside a host's name."""
    return QCoreApplication.translate("Memory", str(_SOURCES[source]))


def problem_words(problem: ReadingProblem) -> str:
    """Why who was to tell a host's memory does not."""
    return QCoreApplication.translate("Memory", str(_PROBLEMS[problem]))


def memory_words(memory: HostMemory, loaded: int, on_gpu: int) -> str:
    """A host's memory in words; `loaded` and `on_gpu` are what its models take, in bytes.

    Empty where nothing is known of it.
    """
    if memory.is_unified and memory.ram_total:
        return _unified(memory, loaded)
    if memory.gpus:
        return _gpu(memory, on_gpu)
    if memory.ram_total is None:
        return "" if memory.gpus is None else QCoreApplication.translate("Memory", "no GPU")
    if memory.gpus is None:
        text = QCoreApplication.translate("Memory", "{size} RAM")
    else:
        text = QCoreApplication.translate("Memory", "{size} RAM, no GPU")
    return text.format(size=units.size(memory.ram_total))


def down_words(snapshot: HostSnapshot) -> str:
    """Since when nothing is known of a host, or that it is being asked."""
    if snapshot.state is HostState.CHECKING:
        return QCoreApplication.translate("Memory", "Asking what is loaded")
    if snapshot.last_answer is not None:
        text = QCoreApplication.translate("Memory", "Down since {time}, nothing is known")
        return text.format(time=time_of_day(snapshot.last_answer))
    if snapshot.error is None:
        return QCoreApplication.translate("Memory", "Down, nothing is known")
    text = QCoreApplication.translate("Memory", "{reason}, nothing is known")
    return text.format(reason=brief(explain(snapshot.error, snapshot.host)))


def summary(snapshots: Sequence[HostSnapshot]) -> str:
    """All of it in a line: "5 models loaded on 4 hosts, 44.4 GB"."""
    having = [one for one in snapshots if one.is_up and one.loaded]
    models = [model for one in having for model in one.loaded]
    if not models:
        return QCoreApplication.translate("Memory", "Nothing is loaded")
    size, count = units.size(sum(model.size for model in models)), len(models)
    if len(having) > 1:
        text = QCoreApplication.translate(
            "Memory", "%n models loaded on {hosts} hosts, {size}", "", count
        )
        return text.format(hosts=units.number(len(having)), size=size)
    host = visible(having[0].host.label)
    if count == 1:
        text = QCoreApplication.translate("Memory", "1 model loaded on {host}, {size}")
    else:
        text = QCoreApplication.translate("Memory", "%n models loaded on {host}, {size}", "", count)
    return text.format(host=host, size=size)


def _unified(memory: HostMemory, loaded: int) -> str:
    total = memory.ram_total or 0
    if memory.ram_available is None:
        text = QCoreApplication.translate("Memory", "{used} unified")
        return text.format(used=units.size_of(loaded, total))
    text = QCoreApplication.translate("Memory", "{used} unified in use")
    return text.format(used=units.size_of(max(0, total - memory.ram_available), total))


def _gpu(memory: HostMemory, on_gpu: int) -> str:
    total = memory.gpu_total or 0
    if memory.gpu_used is None:
        text = QCoreApplication.translate("Memory", "{used} GPU")
        return text.format(used=units.size_of(on_gpu, total))
    used = units.size_of(memory.gpu_used, total)
    if not memory.gpu_others:
        return QCoreApplication.translate("Memory", "{used} GPU in use").format(used=used)
    text = QCoreApplication.translate("Memory", "{used} GPU in use, {others} by other programs")
    return text.format(used=used, others=units.size(memory.gpu_others))
