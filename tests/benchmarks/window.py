"""The real window, opened for a measurement."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.app import run_window
from desktop.program import Program
from desktop.services import Outside, Services
from desktop.session import Session
from desktop.storage.paths import find_paths


@asynccontextmanager
async def window(app: QApplication, home: Path) -> AsyncGenerator[tuple[Program, Services]]:
    """Open the program without any host, and end the program."""
    ready: asyncio.Future[tuple[Session, Services]] = asyncio.get_running_loop().create_future()

    def on_ready(session: Session, services: Services) -> None:
        ready.set_result((session, services))

    paths = find_paths({"PADDOCK_HOME": str(home)})
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(
            run_window(app, paths, Outside(), forced_theme="light", on_ready=on_ready)
        )
        session, services = await ready
        for host in services.registry.hosts:
            services.registry.remove(host.id)
        yield session.program, services
        session.end()
