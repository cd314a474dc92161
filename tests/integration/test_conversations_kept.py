"""Conversations come back as they were, and are found by what is in them."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from desktop.domain.chat import Figures
from desktop.domain.conversation import (
    NO_ENTRY,
    AnswerFormat,
    Attachment,
    AttachmentId,
    AttachmentKind,
    Conversation,
    ConversationId,
    Draft,
    Ending,
    Entry,
    EntryId,
    Overflow,
    Parameters,
    Role,
    Target,
)
from desktop.domain.host import HostId
from desktop.storage.conversations import (
    KEPT_DELETED,
    ConversationStore,
    open_conversations,
)
from desktop.storage.database import StorageFailed
from desktop.storage.paths import Paths
from tests.faults.kills import database_of, faults

NOW = datetime(2026, 11, 20, 12, 0, 0, 123456, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
PICTURE = Attachment(
    AttachmentId("p1"), AttachmentKind.IMAGE, "cat 猫.png", "image/png", 3, 640, 480
)
HEAD = Conversation(
    id=ConversationId("c1"),
    created=NOW,
    updated=NOW,
    title="A title",
    is_pinned=True,
    target=Target(HostId("h"), "qwen3:8b"),
    parameters=Parameters(
        system="Be brief \ud800",
        temperature=0.5,
        top_k=40,
        seed=-1,
        stop=("a", "b"),
        keep_alive=-1,
        think="low",
        format=AnswerFormat.SCHEMA,
        schema="{}",
        overflow=Overflow.DROP_OLDEST,
    ),
    draft=Draft("not yet 向量", (PICTURE,)),
    leaf=EntryId("a1"),
)
ASKED = Entry(
    EntryId("q1"), NO_ENTRY, Role.USER, NOW, "Keep 高维向量空间 in Sync", attachments=(PICTURE,)
)
ANSWER = Entry(
    id=EntryId("a1"),
    parent=ASKED.id,
    role=Role.ASSISTANT,
    created=NOW + timedelta(seconds=1),
    text="Crème 🔥\0 brûlée",
    thinking="Let me see",
    target=Target(HostId("h"), "qwen3:8b"),
    host_name="tower",
    ending=Ending.LENGTH,
    done_reason="length",
    trouble="",
    figures=Figures(1, 2, 3, 4, 5, 6),
    has_uncounted=True,
    first_token=0.25,
    thought_for=1.5,
    format=AnswerFormat.SCHEMA,
    schema='{"type": "object"}',
    unseen=(ASKED.id,),
    is_pinned=True,
)


@pytest.fixture
def path(paths: Paths) -> Path:
    return paths.conversations_file


@pytest_asyncio.fixture
async def store(path: Path) -> AsyncIterator[ConversationStore]:
    store = await open_conversations(path)
    yield store
    assert store.problem is not None or not await database_of(store).run(no_faults)
    await store.close()


def no_faults(connection: sqlite3.Connection) -> list[str]:
    """What is wrong with the file; an answer may well be growing."""
    return [fault for fault in faults(connection) if "growing" not in fault]


async def in_sql(store: ConversationStore, *statements: str) -> None:
    """Do to the file what this program would not."""
    await database_of(store).run(lambda connection: [connection.execute(s) for s in statements])


async def entries(store: ConversationStore) -> tuple[Entry, ...]:
    loaded = await store.load(HEAD.id)
    return tuple(loaded[1].entries.values()) if loaded else ()


async def found(store: ConversationStore, text: str) -> list[str]:
    return [hit.entry for hit in await store.search(text)]


async def test_everything_comes_back(path: Path, store: ConversationStore):
    await store.add(ASKED, HEAD)
    await store.add(ANSWER, replace(HEAD, leaf=ANSWER.id))
    again = await open_conversations(path)
    loaded = await again.load(HEAD.id)
    await again.close()
    assert loaded is not None
    assert loaded[0] == HEAD
    assert tuple(loaded[1].entries.values()) == (ASKED, ANSWER)


async def test_an_answer_kept_before_its_format_was_is_text(store: ConversationStore):
    await store.add(ANSWER, HEAD)
    older = """UPDATE entries SET details = json_remove(
        details, '$.format', '$.schema', '$.has_uncounted')"""
    await in_sql(store, older)
    plain = replace(ANSWER, format=AnswerFormat.TEXT, schema="", has_uncounted=False)
    assert await entries(store) == (plain,)


async def test_what_is_unknown_is_none(store: ConversationStore):
    assert await store.load(ConversationId("nobody")) is None
    assert await store.content(AttachmentId("nothing")) == b""
    assert await store.summaries() == ()


async def test_an_answer_goes_where_its_question_is(store: ConversationStore):
    await store.add(ASKED, HEAD)
    await store.add(ANSWER)
    assert await entries(store) == (ASKED, ANSWER)
    with pytest.raises(ValueError, match="without a conversation"):
        await store.add(replace(ANSWER, id=EntryId("x"), parent=EntryId("y")))


async def test_an_entry_and_its_head_are_kept_both_or_neither(store: ConversationStore):
    broken = replace(ASKED, text=None)  # pyright: ignore[reportArgumentType]
    with pytest.raises(AttributeError):
        await store.add(broken, HEAD)
    assert await store.load(HEAD.id) is None
    await in_sql(
        store, "CREATE TRIGGER no BEFORE INSERT ON entries BEGIN SELECT raise(fail, ''); END"
    )
    with pytest.raises(StorageFailed):
        await store.add(ASKED, HEAD)
    assert await store.load(HEAD.id) is None


async def test_an_entry_that_is_added_twice_is_there_once(store: ConversationStore):
    await store.add(ASKED, HEAD)
    await store.add(replace(ASKED, text="again"), HEAD)
    assert [entry.text for entry in await entries(store)] == ["again"]


async def test_children_come_in_the_order_in_which_they_were_made(store: ConversationStore):
    branches = [replace(ASKED, id=EntryId(name), created=NOW) for name in "zxyab"]
    for branch in branches:
        await store.add(branch, HEAD)
    await store.finish(replace(branches[1], is_pinned=True))
    assert [entry.id for entry in await entries(store)] == list("zxyab")


async def test_an_answer_grows_and_is_finished(path: Path, store: ConversationStore):
    await store.add(ASKED, HEAD)
    await store.add(replace(ANSWER, text="", ending=Ending.GROWING))
    await store.grow(ANSWER.id, "词语 so far", "thinking so far")
    growing = (await entries(store))[1]
    assert (growing.text, growing.thinking) == ("词语 so far", "thinking so far")
    assert growing.ending is Ending.GROWING
    assert await found(store, "词语") == []
    await store.finish(replace(ANSWER, text="词语 and more"), replace(HEAD, updated=LATER))
    assert (await entries(store))[1].text == "词语 and more"
    assert await found(store, "词语 more") == [ANSWER.id]
    assert (await store.summaries())[0].updated == LATER


async def test_an_answer_that_a_killed_program_left_is_marked_and_found(path: Path):
    first = await open_conversations(path)
    await first.add(ASKED, HEAD)
    await first.add(replace(ANSWER, text="", ending=Ending.GROWING))
    await first.grow(ANSWER.id, "half a 词语")
    second = await open_conversations(path)
    left = (await entries(second))[1]
    assert (left.text, left.ending) == ("half a 词语", Ending.KILLED)
    assert await found(second, "词语") == [ANSWER.id]
    assert not await database_of(second).run(faults)
    await second.close()
    await first.close()


async def test_the_list_has_pinned_ones_first_and_then_the_newest(store: ConversationStore):
    for name, when, is_pinned in (("a", 1, False), ("b", 3, False), ("c", 2, True)):
        updated = NOW + timedelta(minutes=when)
        head = replace(HEAD, id=ConversationId(name), updated=updated, is_pinned=is_pinned)
        await store.put(head)
    rows = await store.summaries()
    assert [row.id for row in rows] == ["c", "b", "a"]
    assert rows[0].target == HEAD.target
    assert rows[0].has_draft


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n\n## How  to\tbegin\nand more", "How to begin"),
        ("**Bold** words", "Bold words"),
        ("   \n", "cat 猫.png"),
        ("word " * 50, "word " * 14 + "word…"),
        ("向量" * 60, "向量" * 39 + "向…"),
    ],
)
async def test_a_title_is_made_up_from_the_first_message(
    store: ConversationStore, text: str, title: str
):
    await store.put(replace(HEAD, title="", draft=Draft(" ")))
    assert (await store.summaries())[0].title == ""
    assert not (await store.summaries())[0].has_draft
    await store.add(replace(ASKED, text=text), replace(HEAD, title=" "))
    assert (await store.summaries())[0].title == title


async def test_a_nameless_picture_is_a_title_too(store: ConversationStore):
    picture = replace(PICTURE, name="")
    await store.add(replace(ASKED, text="", attachments=(picture,)), replace(HEAD, title=""))
    assert (await store.summaries())[0].title == "…"


async def test_words_are_found_in_entries_and_titles_newest_first(store: ConversationStore):
    await store.add(ASKED, replace(HEAD, title="Vector 空间", updated=LATER))
    await store.add(replace(ANSWER, text="synchron, then a 向量"))
    assert await found(store, "sync 向量") == [ANSWER.id, ASKED.id]
    assert await found(store, "空间") == [NO_ENTRY, ASKED.id]
    assert len(await store.search("向量", limit=1)) == 1
    hit = (await store.search("向量 keep"))[0]
    assert hit.conversation.title == "Vector 空间"
    assert [hit.excerpt[a : a + n] for a, n in hit.marks] == ["Keep", "向量"]


async def test_what_is_changed_is_found_by_its_new_words_alone(store: ConversationStore):
    await store.add(ASKED, HEAD)
    await store.finish(replace(ASKED, text="other words"))
    await store.put(replace(HEAD, title="another name"))
    assert await found(store, "向量") == []
    assert await found(store, "title") == []
    assert await found(store, "other") == [ASKED.id]
    assert await found(store, "another") == [NO_ENTRY]


@pytest.mark.parametrize("text", ["", '"', "a AND", "NEAR(", "x*", "-y", "\0", "\ud800", "{a}:b"])
async def test_no_text_is_too_odd_to_search_for(store: ConversationStore, text: str):
    await store.add(ASKED, HEAD)
    assert await store.search(text) == ()


async def test_deleted_ones_can_be_restored_for_a_week(path: Path, store: ConversationStore):
    await store.add(ASKED, HEAD)
    await store.delete(HEAD.id, NOW)
    await store.put(replace(HEAD, title="from a talk that is still open"))
    assert await store.summaries() == ()
    assert await found(store, "向量") == []
    again = await open_conversations(path, NOW + KEPT_DELETED)
    await again.restore(HEAD.id)
    assert await found(again, "向量") == [ASKED.id]
    await again.close()


async def test_after_a_week_nothing_of_them_is_left_in_the_file(path: Path):
    store = await open_conversations(path)
    await store.keep(PICTURE, b"\x89PNG the picture itself", HEAD.id)
    await store.add(replace(ASKED, text="a veryunusualword here"), HEAD)
    await store.add(replace(ANSWER, text="kept"), replace(HEAD, id=ConversationId("c2")))
    await store.delete(HEAD.id, NOW)
    await store.close()
    again = await open_conversations(path, NOW + KEPT_DELETED + timedelta(seconds=1))
    assert await again.load(HEAD.id) is None
    assert await again.content(PICTURE.id) == b""
    assert await found(again, "kept") == [ANSWER.id]
    await again.close()
    raw = content_of(path)
    assert b"veryunusualword" not in raw
    assert b"the picture itself" not in raw


def lose_heads(path: Path) -> None:
    """Take away all heads, and damage an index so that this is found."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER title_index_drop")
        connection.execute("DELETE FROM conversations")
        connection.commit()
        sql = "SELECT rootpage FROM sqlite_master WHERE name = 'entries_by_conversation'"
        page = connection.execute(sql).fetchone()[0]
    spoil(path, page - 1)


def spoil(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek(page * 4096)
        file.write(b"\xa5" * 4096)


def spoil_middle(path: Path) -> None:
    spoil(path, path.stat().st_size // 4096 // 2)


def content_of(path: Path) -> bytes:
    return path.read_bytes()


async def test_files_without_an_owner_go_after_a_day(store: ConversationStore):
    names = ("of an entry", "of a draft", "of nothing", "of nobody")
    files = [replace(PICTURE, id=AttachmentId(name)) for name in names]
    for file in files[:3]:
        await store.keep(file, b"x", HEAD.id)
    await store.keep(files[3], b"x", ConversationId("never put"))
    await store.add(
        replace(ASKED, attachments=files[:1]), replace(HEAD, draft=Draft("", (files[1],)))
    )
    await store.forget_deleted(NOW)
    assert [await store.content(file.id) for file in files] == [b"x"] * 4
    await in_sql(store, "UPDATE attachments SET kept = 0")
    await store.forget_deleted(NOW)
    assert [await store.content(file.id) for file in files] == [b"x", b"x", b"", b""]


async def test_a_broken_row_takes_no_other_with_it(store: ConversationStore):
    await store.add(ASKED, HEAD)
    await store.add(ANSWER)
    await in_sql(
        store,
        'UPDATE conversations SET parameters = \'{"top_k": "x", "seed": 7}\', draft = \'no json\'',
        "UPDATE conversations SET target = x'00ff', updated = 'yesterday'",
        "UPDATE entries SET role = 'wizard', ending = 'odd', details = '[]' WHERE id = 'q1'",
        'UPDATE entries SET attachments = \'[1, {"id": "p1", "kind": "image"}]\'',
        "UPDATE entries SET text = CAST(x'41ff42' AS TEXT), created = 1e300 WHERE id = 'q1'",
    )
    loaded = await store.load(HEAD.id)
    assert loaded is not None
    assert loaded[0].parameters == Parameters(seed=7)
    assert loaded[0].draft == Draft()
    asked, answer = loaded[1].entries.values()
    assert asked.text == "A\ufffdB"
    assert [file.id for file in asked.attachments] == [PICTURE.id]
    assert answer.text == ANSWER.text
    assert len(await store.summaries()) == 1
    assert await found(store, "creme") == [ANSWER.id]


async def test_what_a_damage_left_readable_is_brought_over(path: Path):
    store = await open_conversations(path)
    for name in range(200):
        entry = replace(ASKED, id=EntryId(f"e{name}"), text=f"词语 {name} " * 200)
        await store.add(entry, replace(HEAD, id=ConversationId(f"c{name % 10}")))
    await store.close()
    spoil_middle(path)
    store = await open_conversations(path)
    assert store.damage is not None
    assert store.damage.restored
    loaded = [await store.load(row.id) for row in await store.summaries()]
    kept = [entry for one in loaded if one for entry in one[1].entries.values()]
    assert len(loaded) == 10
    assert len(kept) >= 190
    assert len(await store.search("词语", limit=500)) == len(kept)
    assert not await database_of(store).run(faults)
    await store.close()


async def test_entries_whose_head_was_lost_get_a_new_one(path: Path):
    store = await open_conversations(path)
    await store.add(ASKED, HEAD)
    await store.add(ANSWER)
    await store.close()
    lose_heads(path)
    store = await open_conversations(path)
    loaded = await store.load(HEAD.id)
    await store.close()
    assert loaded is not None
    assert loaded[1].path(loaded[0].leaf) == (ASKED, ANSWER)


async def test_a_damaged_index_is_made_anew(store: ConversationStore):
    await store.add(ASKED, HEAD)
    await in_sql(store, "DELETE FROM entry_index_data WHERE id > 10")
    assert await found(store, "向量") == [ASKED.id]
    await in_sql(store, "DELETE FROM entry_index_data WHERE id > 10")
    await store.add(ANSWER)
    assert await found(store, "creme") == [ANSWER.id]


async def test_half_a_surrogate_pair_does_not_stop_a_message(store: ConversationStore):
    await store.add(replace(ASKED, text="a \ud83d\ude00 b \ud800"), HEAD)
    assert (await entries(store))[0].text == "a 😀 b \ufffd"


async def test_what_was_learned_is_remembered(path: Path, store: ConversationStore):
    await store.learn("qwen3:8b", 3.5)
    await store.learn("qwen3:8b", 4.25)
    again = await open_conversations(path)
    assert await again.learned() == {"qwen3:8b": 4.25}
    await again.close()


async def test_without_a_disk_it_all_works_in_memory():
    store = await open_conversations(None)
    await store.add(ASKED, HEAD)
    await store.keep(PICTURE, b"abc", HEAD.id)
    assert await found(store, "向量") == [ASKED.id]
    assert await store.content(PICTURE.id) == b"abc"
    assert store.problem is None
    await store.close()
