"""Doing the steps of a plan that a person has seen and agreed to."""

from collections.abc import Callable
from pathlib import Path

from desktop.runtime.threads import abandonable
from desktop.runtime.whole_file import write_whole
from desktop.system.command import CommandFailed, run
from desktop.system.ending import NotEnded, end_process
from desktop.system.plan import EndProcess, Plan, Run, Step, WriteFile

PATIENCE = 120.0
"""Seconds that a command may take: somebody may have to type a password."""


class StepFailed(Exception):
    """A step could not be done; those before it are done, those after it were not begun."""

    def __init__(self, number: int, step: Step, said: str) -> None:
        super().__init__(said)
        self.number = number
        self.step = step


async def carry_out(
    plan: Plan,
    *,
    timeout: float = PATIENCE,
    on_step: Callable[[int], None] | None = None,
) -> None:
    """Do each step of a plan; `on_step` is told how many are done.

    Raises:
        StepFailed: one could not be done.
    """
    for number, step in enumerate(plan.steps):
        try:
            await _do(step, timeout)
        except (CommandFailed, NotEnded, OSError) as error:
            raise StepFailed(number, step, str(error)) from error
        if on_step is not None:
            on_step(number + 1)


async def _do(step: Step, timeout: float) -> None:
    match step:
        case WriteFile(path, text):
            await abandonable(_write, path, text)
        case Run(command, feed):
            await run(command, timeout=timeout, feed=feed)
        case EndProcess(pid, created):
            await end_process(pid, created)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text.encode())
