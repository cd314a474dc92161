"""One value of the settings, as a field reads and writes it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from desktop.storage.desktop_entry import DesktopSettings
from desktop.storage.settings import Settings, SettingsFile

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Bound(Generic[T]):
    """Which value it is; what is written takes effect at once and is kept."""

    settings: SettingsFile
    read: Callable[[Settings], T]
    write: Callable[[Settings, T], Settings]

    @property
    def value(self) -> T:
        return self.read(self.settings.settings)

    @property
    def default(self) -> T:
        return self.read(Settings())

    @property
    def differs(self) -> bool:
        """Whether it is another one than the default."""
        return self.value != self.default

    def put(self, value: T) -> None:
        self.settings.update(self.write(self.settings.settings, value))


def of_desktop(
    settings: SettingsFile,
    read: Callable[[DesktopSettings], T],
    write: Callable[[DesktopSettings, T], DesktopSettings],
) -> Bound[T]:
    """Return a value of how the program lives on the desktop."""
    return Bound(
        settings,
        lambda now: read(now.desktop),
        lambda now, value: replace(now, desktop=write(now.desktop, value)),
    )
