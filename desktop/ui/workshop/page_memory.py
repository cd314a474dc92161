"""How the workshop was left, in the settings."""

from dataclasses import replace

from desktop.storage.settings import SettingsFile
from desktop.storage.workshop_entry import WorkshopPageSettings
from desktop.ui.workshop.bench import EDITOR, TAB_NAMES
from desktop.workshop.draft import DraftId


class PageMemory:
    """Reads and writes the page's part of the settings."""

    def __init__(self, settings: SettingsFile) -> None:
        self._settings = settings

    @property
    def open_draft(self) -> str:
        return self._page.open_draft

    @property
    def is_form_open(self) -> bool:
        return self._page.form_open

    @property
    def tab(self) -> int:
        """The tab that was shown."""
        return TAB_NAMES.index(self._page.tab) if self._page.tab in TAB_NAMES else EDITOR

    def keep_draft(self, draft_id: DraftId) -> None:
        """Remember which draft is shown."""
        self._put(replace(self._page, open_draft=draft_id))

    def keep_form(self, is_open: bool) -> None:
        """Remember whether the form is open."""
        self._put(replace(self._page, form_open=is_open))

    def keep_tab(self, tab: int) -> None:
        """Remember which tab is shown."""
        self._put(replace(self._page, tab=TAB_NAMES[tab]))

    @property
    def _page(self) -> WorkshopPageSettings:
        return self._settings.settings.workshop_page

    def _put(self, page: WorkshopPageSettings) -> None:
        if page != self._page:
            self._settings.update(replace(self._settings.settings, workshop_page=page))
