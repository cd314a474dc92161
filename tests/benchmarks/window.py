"""The real window, opened for a measurement."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.app import run_window
from desktop.program import Program
from desktop.services import Outside, Services
from desktop.storage.paths import find_paths


@asynccontextmanager
async def window(app: QApplication, home: Path) -> AsyncGenerator[tuple[Program, Services]]:
    """Open the program without any host, and close it as a person does."""
    ready: asyncio.Future[tuple[Program, Services]] = asyncio.get_running_loop().create_future()

    def on_ready(program: Program, services: Services) -> None:
        ready.set_result((program, services))

    paths = find_paths({"PADDOCK_HOME": str(home)})
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(
            run_window(app, paths, Outside(), forced_theme="light", on_ready=on_ready)
        )
        program, services = await ready
        for host in services.registry.hosts:
            services.registry.remove(host.id)
        yield program, services
        program.window.close()
