"""Opens the drafts in a process of its own, edits one, and waits to be killed."""

import asyncio
import os

from desktop.storage.paths import find_paths
from desktop.storage.settings import SettingsFile
from desktop.workshop.drafts import Drafts


async def _write(text: str) -> None:
    paths = find_paths(os.environ)
    async with Drafts(paths.drafts_folder, SettingsFile(paths.settings_file)) as drafts:
        drafts.edit(drafts.new(), text)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_write("FROM what was just written\n"))
