"""Where this program keeps its files."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

APP = "paddock"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of this program; they are made when something is first written."""

    settings: Path
    data: Path
    logs: Path

    @property
    def settings_file(self) -> Path:
        return self.settings / "settings.json"

    @property
    def secrets_file(self) -> Path:
        return self.data / "secrets.json"

    @property
    def drafts_folder(self) -> Path:
        return self.data / "drafts"

    @property
    def conversations_file(self) -> Path:
        return self.data / "conversations.db"

    @property
    def loads_file(self) -> Path:
        return self.data / "loads.json"

    @property
    def log_file(self) -> Path:
        return self.logs / "paddock.log"


def find_paths(environ: Mapping[str, str]) -> Paths:
    """Return the platform's own folders, or folders below PADDOCK_HOME where that is set."""
    if home := environ.get("PADDOCK_HOME", "").strip():
        root = Path(home).expanduser().absolute()
        return Paths(root / "settings", root / "data", root / "logs")
    folders = PlatformDirs(APP, appauthor=False, roaming=False)
    return Paths(
        Path(folders.user_config_dir), Path(folders.user_data_dir), Path(folders.user_log_dir)
    )
