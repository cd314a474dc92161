"""Conversations within the services of the program: hosts tell of models, answers of hosts."""

from desktop.demo.pace import AT_ONCE
from desktop.demo.server import DemoServer
from desktop.domain.conversation import Ending, Target
from desktop.services import Outside
from desktop.services_opening import open_services
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from tests.chat_floor import finished
from tests.clock import until


async def test_a_conversation_knows_its_host_and_what_that_has_loaded(paths: Paths) -> None:
    settings = SettingsFile(paths.settings_file)
    async with (
        DemoServer(pace=AT_ONCE) as server,
        open_services(settings, Outside(), paths) as services,
    ):
        host_id = services.registry.add(server.address, "tower")
        await until(lambda: services.registry.snapshot(host_id).models_known)
        talk = services.conversations.new(Target(host_id, "gemma3:4b"))
        assert talk.snapshot.meter.context == 0
        talk.send("Hello there")
        await finished(talk)
        answer = talk.snapshot.path[-1]
        assert (answer.ending, answer.host_name) == (Ending.COMPLETE, "tower")
        await until(lambda: talk.snapshot.meter.is_effective)
        assert talk.snapshot.meter.context == 4096
        services.registry.remove(host_id)
        talk.regenerate(answer.id)
        await until(lambda: talk.snapshot.failure)
        assert talk.snapshot.failure is not None
        assert talk.snapshot.failure.host_is_gone
    settings.close()
    assert paths.conversations_file.exists()
