import pytest

from desktop.domain.host import HostId
from desktop.domain.model import InstalledModel
from desktop.jobs.job import JobKind
from desktop.jobs.queue import JobQueue
from desktop.runtime.clock import SystemClock
from desktop.ui.bridge.theme import Theme
from desktop.ui.workshop.push_dialog import PushDialog, PushSource
from desktop.ui.workshop.push_words import PushObstacle, read_target


def source(name: str) -> PushSource:
    return PushSource(HostId("1"), "tower", InstalledModel(name, size=9_000_000_000))


@pytest.mark.parametrize(
    ("text", "obstacle"),
    [
        ("you/model", None),
        ("You/Model:latest", None),
        ("model", PushObstacle.NO_NAMESPACE),
        ("me/model", PushObstacle.OTHER_NAME),
    ],
)
def test_only_its_own_name_with_a_namespace_is_pushed(text: str, obstacle: PushObstacle | None):
    assert read_target(text, "you/model:latest").obstacle is obstacle


def test_another_name_is_offered_as_a_copy(run, theme: Theme):
    async def scenario() -> None:
        async with JobQueue(_no_client, SystemClock()) as queue:
            dialog = PushDialog(theme, queue, [source("api-reviewer:latest")])
            dialog.show()
            asked: list[tuple[object, ...]] = []
            dialog.copy_wanted.connect(lambda *values: asked.append(values))
            assert not dialog.primary.isEnabled()
            dialog.name.setText("you/api-reviewer")
            assert dialog.copy.text() == "Copy to you/api-reviewer:latest"
            dialog.copy.click()
            assert asked == [("1", "api-reviewer:latest", "you/api-reviewer:latest")]
            assert queue.jobs == ()

    run(scenario())


def test_a_push_without_tls_is_only_for_other_registries(run, theme: Theme):
    async def scenario() -> None:
        async with JobQueue(_no_client, SystemClock()) as queue:
            dialog = PushDialog(theme, queue, [source("reg.local:5000/me/x:1")])
            dialog.show()
            assert dialog.primary.text() == "Push to reg.local:5000"
            dialog.insecure.setChecked(True)
            dialog.primary.click()
            (job,) = queue.jobs
            assert (job.kind, job.model, job.is_insecure) == (
                JobKind.PUSH,
                "reg.local:5000/me/x:1",
                True,
            )

    run(scenario())


def _no_client(_host_id: HostId):
    raise KeyError
