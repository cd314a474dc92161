"""Conversations at work on the stand-in, for the tests of chat."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.chat.conversations import Conversations
from desktop.chat.snapshot import Phase, TalkSnapshot
from desktop.chat.surroundings import ModelHere
from desktop.chat.talk import Talk
from desktop.demo.library import Library, demo_library
from desktop.demo.pace import AT_ONCE, Pace
from desktop.demo.server import DemoServer
from desktop.domain.address import HostAddress
from desktop.domain.conversation import Conversation, Entry, EntryId, Target, Tree
from desktop.domain.host import Host, HostId
from desktop.ollama.clients import Clients
from desktop.ollama.patience import Patience, Silence
from desktop.storage.conversation_schema import CONVERSATIONS
from desktop.storage.conversations import ConversationStore, open_conversations
from desktop.storage.database import Database
from tests.clock import ManualClock, until
from tests.faults.kills import database_of

HERE, THERE = HostId("here"), HostId("there")
"""Two hosts, which are one stand-in under two ids."""
MODEL = Target(HERE, "llama3.2:3b")
"""Loaded from the start."""
COLD = Target(HERE, "gemma3:4b")
"""Not loaded at the start."""
_SHORT = Silence(0.15, 0.15)
QUICK = Patience(1.0, 1.0, _SHORT, 1.0, _SHORT, _SHORT, _SHORT, _SHORT)
THINKER = Target(HERE, "qwen3:4b")


@dataclass(slots=True)
class Floor:
    """The conversations, the stand-in they ask, their clock, and what is known of the models."""

    chats: Conversations
    server: DemoServer
    clock: ManualClock
    clients: Clients
    path: Path
    models: dict[str, ModelHere]
    database: Database
    close: Callable[[], Awaitable[None]]

    @property
    def asked(self) -> int:
        """How many chats the stand-in was asked for."""
        return self.server.requests.count("POST /api/chat")

    async def sent(self, talk: Talk, text: str = "Hello there") -> Entry:
        """Send a message, and return it once it is shown."""
        talk.send(text)
        await until(lambda: any(entry.text == text for entry in talk.snapshot.path))
        return next(e for e in reversed(talk.snapshot.path) if e.text == text)

    async def answered(self, talk: Talk, text: str = "Hello there") -> Entry:
        """Send a message, and return its answer once it has come to its end."""
        await self.sent(talk, text)
        return await self.end(talk)

    async def end(self, talk: Talk) -> Entry:
        """Wait until nothing is coming any more, and return the last entry that is shown."""
        await until(lambda: talk.snapshot.turn is None)
        return talk.snapshot.path[-1]

    async def in_phase(self, talk: Talk, phase: Phase) -> None:
        """Let the clock go until a turn is in a phase."""

        def is_there() -> bool:
            self.clock.advance(0.05)
            return talk.snapshot.turn is not None and talk.snapshot.turn.phase is phase

        await until(is_there)

    async def words(self, talk: Talk, count: int = 5) -> str:
        """Wait until some words of an answer have come, and return what there is."""
        await until(lambda: talk.growth is not None and len(talk.growth.answer.text) >= count)
        assert talk.growth is not None
        return talk.growth.answer.text

    async def fill_disk(self) -> None:
        """Leave the file no room to grow, until `empty_disk`."""
        await self.database.read(lambda sql: sql.execute("PRAGMA max_page_count = 1").fetchall())

    async def empty_disk(self) -> None:
        await self.database.read(
            lambda sql: sql.execute("PRAGMA max_page_count = 1000000").fetchall()
        )

    async def on_disk(self, talk: Talk) -> TalkSnapshot:
        """Return a conversation as another program finds it that opens the file now."""
        head, entries = await self.tree_on_disk(talk)
        return TalkSnapshot(head, Tree(entries).path(head.leaf))

    async def tree_on_disk(self, talk: Talk) -> tuple[Conversation, dict[EntryId, Entry]]:
        """Return the head and every message, as another program finds them."""
        store = ConversationStore(await Database.open(self.path, CONVERSATIONS))
        found = await store.load(talk.id)
        await store.close()
        assert found is not None
        return found[0], dict(found[1].entries)

    async def written(self) -> None:
        """Let a few seconds pass, so that everything is written."""
        for _ in range(3):
            self.clock.advance(1.0)
            for _ in range(20):
                await asyncio.sleep(0.001)


@asynccontextmanager
async def chat_floor(
    *,
    is_slow: bool = False,
    is_kept: bool = False,
    pace: Pace = AT_ONCE,
    library: Library | None = None,
    wrapped: Callable[[ConversationStore], ConversationStore] = lambda store: store,
) -> AsyncGenerator[Floor]:
    """Everything that a conversation needs, closed in the order of the program.

    What is said is in memory alone unless it `is_kept`.
    """
    known: dict[str, ModelHere] = {}
    clock = ManualClock()

    def look(target: Target) -> ModelHere:
        return known.get(target.model, ModelHere(host_name="here", digest=f"d-{target.model}"))

    pace = replace(pace, token_pause=0.0005) if is_slow else pace
    async with AsyncExitStack() as stack:
        path = Path(stack.enter_context(TemporaryDirectory())) / "conversations.db"
        server = DemoServer(library or demo_library(), pace=pace)
        await stack.enter_async_context(server)
        clients = await stack.enter_async_context(Clients())
        for host_id in (HERE, THERE):
            clients.put(Host(host_id, server.address))
        open_chats = await stack.enter_async_context(AsyncExitStack())
        opened: list[ConversationStore] = []

        async def open_store(path: Path | None) -> ConversationStore:
            opened.append(await open_conversations(path))
            return wrapped(opened[-1])

        chats = Conversations(path if is_kept else None, clients.client, clock, look, open_store)
        await open_chats.enter_async_context(chats)
        yield Floor(
            chats, server, clock, clients, path, known, database_of(opened[0]), open_chats.aclose
        )


@asynccontextmanager
async def talked(*texts: str, is_kept: bool = False) -> AsyncGenerator[tuple[Floor, Talk]]:
    """A conversation in which these messages were sent and answered, or else one."""
    async with chat_floor(is_kept=is_kept) as floor:
        talk = floor.chats.new(MODEL)
        for text in texts or ("Hello there",):
            await floor.answered(talk, text)
        yield floor, talk


@asynccontextmanager
async def chats_at(
    address: HostAddress,
    path: Path | None = None,
    *,
    is_quick: bool = False,
    clock: ManualClock | None = None,
) -> AsyncGenerator[Conversations]:
    """Conversations whose only host is some server of the test's own."""
    async with Clients(patience=QUICK if is_quick else None) as clients:
        clients.put(Host(HERE, address))
        here = ModelHere("here")
        clock = clock or ManualClock()
        async with Conversations(path, clients.client, clock, lambda _: here) as chats:
            yield chats


async def finished(talk: Talk) -> None:
    """Wait until a first message was sent, and answered or not."""
    await until(lambda: talk.snapshot.path)
    await until(lambda: talk.snapshot.turn is None)
