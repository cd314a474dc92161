"""The palette, wired to everything that it finds; built when it is first opened."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from desktop.domain.host import HostId
from desktop.program_chat import ChatParts
from desktop.program_hosts import HostParts
from desktop.program_workshop import WorkshopParts
from desktop.services import Services
from desktop.ui.bridge.theme import Theme
from desktop.ui.palette.entry import Entry, Group, Offer
from desktop.ui.palette.model_entries import ModelDoors, ModelEntries
from desktop.ui.palette.palette import Palette
from desktop.ui.palette.sources import PaletteDoors, PaletteSources
from desktop.ui.settings.page import SettingsPage
from desktop.ui.shell.window import MainWindow

_MOST_RECENT = 8


@dataclass(frozen=True, slots=True)
class PaletteViews:
    """What the palette leads to."""

    chat: ChatParts
    workshop: WorkshopParts
    hosts: HostParts
    pull: Callable[[str], None]
    show_host: Callable[[HostId], None]
    test_host: Callable[[HostId], None]
    show_models: Callable[[HostId], None]
    settings: Callable[[], SettingsPage]


def build_palette(
    theme: Theme, services: Services, window: MainWindow, views: PaletteViews
) -> Palette:
    """Return the palette over that window, hidden; it gathers what there is as it opens."""
    models = ModelEntries(services.registry, _model_doors(window, views))
    doors = PaletteDoors(
        pull=views.pull,
        show_conversation=views.chat.show,
        search_conversations=views.chat.search,
        show_draft=views.workshop.show,
        more=partial(_settings_entries, window, views),
    )
    sources = PaletteSources(window, models, services.conversations, services.drafts, doors)

    def offer() -> Offer:
        return sources.offer(services.settings.settings.desktop.recent_commands)

    palette = Palette(theme, window, offer)
    palette.used.connect(partial(_remember, services))
    window.page_changed.connect(lambda: palette.hide())
    return palette


def _remember(services: Services, key: str) -> None:
    now = services.settings.settings
    others = [one for one in now.desktop.recent_commands if one != key]
    desktop = replace(now.desktop, recent_commands=(key, *others)[:_MOST_RECENT])
    services.settings.update(replace(now, desktop=desktop))


def _model_doors(window: MainWindow, views: PaletteViews) -> ModelDoors:
    def show_host(host_id: HostId) -> None:
        window.show_page("hosts")
        views.show_host(host_id)

    return ModelDoors(
        inspect=views.workshop.inspect,
        chat=views.chat.chat_with,
        customise=views.workshop.customise,
        push=views.workshop.push,
        show_host=show_host,
        show_models=views.show_models,
        test_host=views.test_host,
        edit_host=views.hosts.dialogs.edit,
    )


def _settings_entries(window: MainWindow, views: PaletteViews) -> list[Entry]:
    """Return every setting by its name, so that the palette leads to it."""

    def show(name: str) -> None:
        window.show_page("settings")
        views.settings().show_setting(name)

    return [
        Entry(
            Group.SETTINGS,
            field.label.text(),
            partial(show, field.objectName().partition(".")[2]),
            note=section.title,
            icon="settings-2",
            alias=field.all_words(),
        )
        for section in views.settings().sections
        for field in section.fields
    ]
