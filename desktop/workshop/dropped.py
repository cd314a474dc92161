"""What a file is that was dropped or named on the command line: a Modelfile, or part of a model."""

from dataclasses import dataclass
from pathlib import Path

from desktop.domain.creation import FilePart
from desktop.runtime.threads import abandonable
from desktop.storage.documents import DocumentTooLarge, NotText
from desktop.workshop.doubts import Doubt
from desktop.workshop.draft import DraftId
from desktop.workshop.drafts import Drafts
from desktop.workshop.files import look_at
from desktop.workshop.kinds import SourceKind
from desktop.workshop.looking import SourceFile
from desktop.workshop.naming import MODELFILE

MOST = 20
"""Files that are opened at once; nobody means to open a thousand."""
_WEIGHTS = frozenset({".gguf", ".ggml", ".safetensors", ".bin", ".pt", ".pth"})


@dataclass(frozen=True, slots=True)
class Opened:
    """What came of a path: a draft, or a file that can be part of a model, or an error."""

    path: Path
    draft_id: DraftId | None = None
    file: SourceFile | None = None
    error: OSError | None = None


def is_modelfile_name(name: str) -> bool:
    """Whether a file is called as Modelfiles are: Modelfile, Modelfile.x or x.Modelfile."""
    parts = name.lower().split(".")
    return MODELFILE.lower() in (parts[0], parts[-1])


def is_ours(path: Path) -> bool:
    """Whether a file is something for the workshop, by its name alone; nothing is asked of it."""
    return is_modelfile_name(path.name) or path.suffix.lower() in _WEIGHTS


async def open_path(drafts: Drafts, path: Path) -> Opened:
    """Open a path as whatever it is; what it holds counts more than what it is called.

    A folder with a Modelfile in it is that Modelfile, any other the model that lies in it.
    """
    if await abandonable(path.is_dir):
        inside = path / MODELFILE
        if not await abandonable(inside.is_file):
            return Opened(path, file=await look(path))
        path = inside
    elif path.suffix.lower() in _WEIGHTS:
        return await _as_weights(path)
    try:
        return Opened(path, await drafts.open_file(path))
    except (NotText, DocumentTooLarge) as error:
        found = await look(path)
        is_known = found.kind not in {SourceKind.UNKNOWN, SourceKind.TEXT}
        return Opened(path, file=found) if is_known else Opened(path, error=error)
    except OSError as error:
        return Opened(path, error=error)


async def look(path: Path) -> SourceFile:
    """Look at a file or folder as the part of a model that it is."""
    found = await look_at(path)
    is_adapter = found.kind is SourceKind.LORA_GGUF
    is_empty_folder = found.kind is SourceKind.FOLDER and Doubt.EMPTY in found.doubts
    if is_adapter or is_empty_folder:
        other = await look_at(path, FilePart.ADAPTER)
        return found if Doubt.EMPTY in other.doubts else other
    return found


async def _as_weights(path: Path) -> Opened:
    found = await look(path)
    if Doubt.MISSING in found.doubts:
        return Opened(path, error=FileNotFoundError(path.name))
    return Opened(path, file=found)
