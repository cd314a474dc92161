"""What the page says of this computer's files, in the chosen language."""

import shlex
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.text import visible
from desktop.system.blob_check import CheckedBlob, CheckProgress, Verdict
from desktop.system.blob_removal import Kept, Removal
from desktop.system.blobs import Kind, Leftovers, Obstacle
from desktop.system.blobs_folder import Refused
from desktop.system.folder_size import FolderSize
from desktop.system.manifests import NO_MANIFESTS
from desktop.system.tidy_snapshot import Check
from desktop.ui import joining, units
from desktop.ui.models.freeing import names_of

_DIGITS = 12
_KINDS: dict[Kind, object] = {
    Kind.PARTIAL: QT_TRANSLATE_NOOP("Tidy", "Partial download"),
    Kind.ORPHAN: QT_TRANSLATE_NOOP("Tidy", "Blob of no model"),
}
_VERDICTS: dict[Verdict, object] = {
    Verdict.SOUND: QT_TRANSLATE_NOOP("Tidy", "sound"),
    Verdict.DAMAGED: QT_TRANSLATE_NOOP("Tidy", "damaged"),
    Verdict.UNREADABLE: QT_TRANSLATE_NOOP("Tidy", "cannot be read"),
    Verdict.NOT_ALLOWED: QT_TRANSLATE_NOOP("Tidy", "not yours to read"),
    Verdict.CHANGED: QT_TRANSLATE_NOOP("Tidy", "changed meanwhile"),
    Verdict.MISSING: QT_TRANSLATE_NOOP("Tidy", "missing"),
}
_COUNTED: dict[Verdict, object] = {
    Verdict.SOUND: QT_TRANSLATE_NOOP("Tidy", "{number} sound"),
    Verdict.DAMAGED: QT_TRANSLATE_NOOP("Tidy", "{number} damaged"),
    Verdict.UNREADABLE: QT_TRANSLATE_NOOP("Tidy", "{number} cannot be read"),
    Verdict.NOT_ALLOWED: QT_TRANSLATE_NOOP("Tidy", "{number} not yours to read"),
    Verdict.CHANGED: QT_TRANSLATE_NOOP("Tidy", "{number} changed meanwhile"),
    Verdict.MISSING: QT_TRANSLATE_NOOP("Tidy", "{number} missing"),
}
_KEPT: dict[Kept, object] = {
    Kept.BUSY: QT_TRANSLATE_NOOP(
        "Tidy", "{number} kept: something is being pulled or created. Try again after that."
    ),
    Kept.FRESH: QT_TRANSLATE_NOOP(
        "Tidy", "{number} kept: written within the last hour, so that somebody may be using it."
    ),
    Kept.AWAITED: QT_TRANSLATE_NOOP(
        "Tidy",
        "{number} kept: another file was downloaded within the last hour, and both may belong to "
        "one model.",
    ),
    Kept.NAMED: QT_TRANSLATE_NOOP("Tidy", "{number} kept: a model has come to use it."),
    Kept.MANIFEST_UNREADABLE: QT_TRANSLATE_NOOP(
        "Tidy", "{number} kept: a manifest that cannot be read may name it."
    ),
    Kept.CHANGED: QT_TRANSLATE_NOOP(
        "Tidy", "{number} kept: no longer the file that was looked at, or gone."
    ),
    Kept.SOUND: QT_TRANSLATE_NOOP("Tidy", "{number} kept: sound when it was read once more."),
    Kept.NOT_A_BLOB: QT_TRANSLATE_NOOP("Tidy", "{number} kept: no file of Ollama's."),
    Kept.FAILED: QT_TRANSLATE_NOOP("Tidy", "{number} kept: the system would not remove it."),
    Kept.STOPPED: QT_TRANSLATE_NOOP("Tidy", "{number} kept: it was stopped before."),
}


@dataclass(frozen=True, slots=True)
class Notice:
    """What keeps something from being done, why, and the command that would mend it, if any."""

    sentence: str
    facts: str = ""
    command: str = ""
    is_warning: bool = True


def kind(one: Kind) -> str:
    """What a leftover is."""
    return QCoreApplication.translate("Tidy", str(_KINDS[one]))


def verdict(one: Verdict) -> str:
    """What was found of a blob."""
    return QCoreApplication.translate("Tidy", str(_VERDICTS[one]))


def short(blob: str) -> str:
    """The first digits of a blob's digest, as Ollama shows them."""
    return visible(blob.removeprefix("sha256-")[:_DIGITS])


def folder_line(size: FolderSize | None) -> str:
    """How much a folder holds: "203 GB in 41 files"; "" where that is not known."""
    if size is None:
        return ""
    if size.is_whole:
        text = QCoreApplication.translate("Tidy", "{size} in {number} files")
    else:
        text = QCoreApplication.translate("Tidy", "at least {size} in {number} files")
    return text.format(size=units.size(size.bytes), number=units.number(size.files))


def obstacle(found: Leftovers, folder: Path | None) -> Notice | None:
    """Say why the folder cannot be looked through; None where it can."""
    match found.obstacle:
        case None:
            return None
        case Obstacle.NO_FOLDER:
            return _no_folder(folder)
        case Obstacle.NOT_ALLOWED:
            return _kept_out(found.blocked)
        case Obstacle.MANIFEST_UNREADABLE:
            return _manifests(found.unreadable)


def refusal(why: Refused, folder: Path | None, damaged: Sequence[CheckedBlob] = ()) -> Notice:
    """Say why nothing is removed from the folder at all; `damaged` are files to be taken away."""
    match why:
        case Refused.NO_FOLDER:
            return Notice(QCoreApplication.translate("Tidy", "The folder is not there any more"))
        case Refused.A_LINK:
            return Notice(
                QCoreApplication.translate(
                    "Tidy", "The folder of blobs is a link, so nothing is removed"
                ),
                QCoreApplication.translate(
                    "Tidy", "Set OLLAMA_MODELS to the folder that it leads to instead."
                ),
            )
        case Refused.NOT_OWN:
            return _not_own(folder, damaged)


def progress(done: CheckProgress, seconds: float, *, is_running: bool) -> str:
    """How far a check is: "12.3 of 203 GB, 1.2 GB/s, about 3 min left"."""
    parts = [units.size_of(done.done, done.total)]
    speed = done.done / seconds if seconds > 0 else 0.0
    if is_running and speed > 0:
        parts += [units.speed(speed), units.time_left((done.total - done.done) / speed)]
    return joining.phrases(parts)


def removed(removal: Removal, *, is_mending: bool) -> Notice:
    """Say what was freed, and why some files stay."""
    if not removal.removed:
        sentence = QCoreApplication.translate("Tidy", "Nothing was removed")
    elif is_mending:
        text = QCoreApplication.translate(
            "Tidy", "{size} of damaged files removed, their models are being pulled"
        )
        sentence = text.format(size=units.size(removal.freed))
    else:
        text = QCoreApplication.translate("Tidy", "{size} freed")
        sentence = text.format(size=units.size(removal.freed))
    facts = "\n".join(_kept(why for _, why in removal.kept))
    return Notice(sentence, facts, is_warning=bool(removal.kept))


def found(check: Check) -> Notice | None:
    """What a check has found; None of one that was stopped before it found anything."""
    counts = Counter(each.verdict for each in check.bad)
    if counts:
        parts = [_counted(one, number) for one, number in counts.items()]
        text = QCoreApplication.translate("Tidy", "Of {number} files: {found}")
        number = units.number(check.progress.all_files)
        return Notice(text.format(number=number, found=joining.phrases(parts)))
    if not check.is_whole:
        return None
    text = QCoreApplication.translate("Tidy", "Every file is what its name says")
    return Notice(text, is_warning=False)


def _kept(reasons: Iterable[Kept]) -> list[str]:
    return [
        QCoreApplication.translate("Tidy", str(_KEPT[why])).format(number=units.number(count))
        for why, count in Counter(reasons).items()
    ]


def _no_folder(folder: Path | None) -> Notice:
    if folder is None:
        sentence = QCoreApplication.translate(
            "Tidy", "Where Ollama keeps models on this computer is not known"
        )
        facts = QCoreApplication.translate(
            "Tidy", "It was not found here, or it runs in a container with its own files."
        )
        return Notice(sentence, facts, is_warning=False)
    text = QCoreApplication.translate("Tidy", "There are no blobs in {folder}")
    facts = QCoreApplication.translate(
        "Tidy", "Ollama makes them with the first model that is pulled."
    )
    return Notice(text.format(folder=visible(str(folder))), facts, is_warning=False)


def _manifests(unreadable: Sequence[str]) -> Notice:
    if tuple(unreadable) == (NO_MANIFESTS,):
        sentence = QCoreApplication.translate(
            "Tidy", "There are no manifests, so no blob is removed"
        )
        facts = QCoreApplication.translate(
            "Tidy",
            "Only they say which blobs a model uses. "
            "Pull any model, then look through the folder again.",
        )
        return Notice(sentence, facts)
    sentence = QCoreApplication.translate(
        "Tidy", "A manifest cannot be read, so no blob is removed"
    )
    text = QCoreApplication.translate(
        "Tidy", "It may name any of them. What cannot be read: {files}"
    )
    return Notice(sentence, text.format(files=names_of(unreadable)))


def _kept_out(blocked: str) -> Notice:
    text = QCoreApplication.translate("Tidy", "{folder} keeps you out")
    sentence = text.format(folder=visible(blocked))
    if sys.platform == "win32":
        facts = QCoreApplication.translate(
            "Tidy", "It belongs to another user. Its owner can let you look into it."
        )
        return Notice(sentence, facts)
    facts = QCoreApplication.translate(
        "Tidy",
        "It belongs to the user that runs Ollama. This command lets everybody who uses this "
        "computer look into it, and nobody write there.",
    )
    return Notice(sentence, facts, f"sudo chmod o+rx {shlex.quote(blocked)}")


def _not_own(folder: Path | None, damaged: Sequence[CheckedBlob]) -> Notice:
    sentence = QCoreApplication.translate(
        "Tidy", "The files belong to another user, so this program removes none"
    )
    if damaged and folder is not None:
        paths = [str(folder / "blobs" / each.blob) for each in damaged if each.file is not None]
        facts = QCoreApplication.translate(
            "Tidy", "This command removes the damaged ones. Then pull their models again."
        )
        return Notice(sentence, facts, shlex.join(["sudo", "rm", "--", *paths]) if paths else "")
    facts = QCoreApplication.translate(
        "Tidy",
        "Ollama removes what is older than an hour and of no use by itself when it starts.",
    )
    command = "sudo systemctl restart ollama" if sys.platform == "linux" else ""
    return Notice(sentence, facts, command)


def _counted(one: Verdict, number: int) -> str:
    text = QCoreApplication.translate("Tidy", str(_COUNTED[one]))
    return text.format(number=units.number(number))
