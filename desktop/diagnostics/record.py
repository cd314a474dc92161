"""What a doctor writes down while a run goes on."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import replace

from desktop.diagnostics.checkup import Checkup, Step, StepResult, StepState
from desktop.diagnostics.explain import Explanation
from desktop.domain.host import Host
from desktop.runtime.clock import Clock


class Found(Exception):
    """What stops the run has been found."""

    def __init__(self, finding: Explanation) -> None:
        super().__init__(finding.code.name)
        self.finding = finding


class Record:
    """Keeps the checkup of one run; `put` hears of it each time that it changed."""

    def __init__(self, host: Host, clock: Clock, put: Callable[[Checkup], None]) -> None:
        self._clock = clock
        self._put = put
        self._began = clock.monotonic()
        self.checkup = Checkup(host, tuple(StepResult(step) for step in Step))
        put(self.checkup)

    @contextmanager
    def step(self, step: Step) -> Generator[dict[str, str]]:
        """Do one step: it passes unless `Found` is raised; what is put into the dict are its facts.

        Raises:
            Found: the step failed, which has been written down.
        """
        facts: dict[str, str] = {}
        began = self._clock.monotonic()
        self._keep(StepResult(step, StepState.RUNNING))
        try:
            yield facts
        except Found as found:
            self._result(step, StepState.FAILED, began, facts)
            self._change(finding=found.finding)
            raise
        self._result(step, StepState.PASSED, began, facts)

    def skip(self, step: Step, **facts: str) -> None:
        """Write down that there was nothing to do in a step."""
        self._keep(StepResult(step, StepState.SKIPPED, None, facts))

    def warn(self, step: Step, note: Explanation) -> None:
        """Write down that a step passed, and that something about it is worth a word."""
        result = self.checkup.results[step.value - 1]
        self._keep(replace(result, state=StepState.WARNED))
        self._change(notes=(*self.checkup.notes, note))

    def finish(self) -> None:
        self._change(is_done=True)

    def _result(self, step: Step, state: StepState, began: float, facts: dict[str, str]) -> None:
        known = {name: fact for name, fact in facts.items() if fact}
        self._keep(StepResult(step, state, self._clock.monotonic() - began, known))

    def _keep(self, result: StepResult) -> None:
        results = list(self.checkup.results)
        results[result.step.value - 1] = result
        self._change(results=tuple(results))

    def _change(
        self,
        results: tuple[StepResult, ...] | None = None,
        finding: Explanation | None = None,
        notes: tuple[Explanation, ...] | None = None,
        *,
        is_done: bool = False,
    ) -> None:
        before = self.checkup
        self.checkup = replace(
            before,
            results=before.results if results is None else results,
            finding=finding or before.finding,
            notes=before.notes if notes is None else notes,
            is_done=is_done,
            seconds=self._clock.monotonic() - self._began,
        )
        self._put(self.checkup)
