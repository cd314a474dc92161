"""The presets that a person saved, kept in the settings."""

from dataclasses import replace

from desktop.domain.conversation import Parameters
from desktop.storage.chat_entry import PresetEntry, parameters_of, preset
from desktop.storage.settings import SettingsFile


class PresetBook:
    """Presets by name, in the order they were saved; a name stands there once."""

    def __init__(self, settings: SettingsFile) -> None:
        self._settings = settings

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(entry.name for entry in self._entries)

    def get(self, name: str) -> Parameters | None:
        """Return what that preset sets, None if there is none of that name."""
        return next((parameters_of(one) for one in self._entries if one.name == name), None)

    def named(self, parameters: Parameters) -> str:
        """Return the first preset that sets just this, "" if none does."""
        return next((one.name for one in self._entries if parameters_of(one) == parameters), "")

    def save(self, name: str, parameters: Parameters) -> None:
        """Add a preset, or replace the one of that name in its place."""
        entry = preset(name, parameters)
        if name in self.names:
            self._keep(tuple(entry if one.name == name else one for one in self._entries))
        else:
            self._keep((*self._entries, entry))

    def rename(self, name: str, new: str) -> None:
        """Call it otherwise; one that has the new name already is lost."""
        others = (one for one in self._entries if one.name != new or name == new)
        self._keep(tuple(replace(one, name=new) if one.name == name else one for one in others))

    def remove(self, name: str) -> None:
        """Forget it; conversations keep what it has set in them."""
        self._keep(tuple(one for one in self._entries if one.name != name))

    @property
    def _entries(self) -> tuple[PresetEntry, ...]:
        return self._settings.settings.chat_page.presets

    def _keep(self, presets: tuple[PresetEntry, ...]) -> None:
        settings = self._settings.settings
        page = replace(settings.chat_page, presets=presets)
        self._settings.update(replace(settings, chat_page=page))
