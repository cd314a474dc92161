"""What is known of this computer's folder of models, and of what was done in it."""

from dataclasses import dataclass
from pathlib import Path

from desktop.system.blob_check import CheckedBlob, CheckProgress
from desktop.system.blob_removal import Removal
from desktop.system.blobs import Leftovers
from desktop.system.blobs_folder import Refused
from desktop.system.folder_size import FolderSize


@dataclass(frozen=True, slots=True)
class Check:
    """A check of all blobs: how far it is, for how many seconds, and what was found not sound.

    One that neither runs nor `is_whole` was stopped; `obstacle` says why one could not begin.
    """

    progress: CheckProgress = CheckProgress(0, 0, 0, 0)
    seconds: float = 0.0
    is_running: bool = True
    is_whole: bool = False
    bad: tuple[CheckedBlob, ...] = ()
    obstacle: Leftovers | None = None

    @property
    def speed(self) -> float:
        """Bytes a second since it began."""
        return self.progress.done / self.seconds if self.seconds > 0 else 0.0


@dataclass(frozen=True, slots=True)
class TidySnapshot:
    """Replaced whole. `folder` is None where nobody knows where models are kept.

    `leftovers` are None until somebody looked. `removal` and `refused` tell of the last time
    that something was to be removed: damaged files where `is_mending`, else leftovers.
    """

    folder: Path | None = None
    size: FolderSize | None = None
    leftovers: Leftovers | None = None
    is_looking: bool = False
    check: Check | None = None
    is_removing: bool = False
    is_mending: bool = False
    removal: Removal | None = None
    refused: Refused | None = None
