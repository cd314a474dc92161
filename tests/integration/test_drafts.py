"""Drafts: what is being written is never lost, and no file is silently written over."""

import asyncio
import json
import stat
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import TypeAlias

import pytest

from desktop.storage.documents import ChangedOnDisk, DocumentTooLarge, NotText
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.workshop.draft import Disk, Draft, DraftId, Note
from desktop.workshop.drafts import Drafts, NoFile, OpenElsewhere
from tests.clock import until
from tests.conftest import ExpectedLogs

ROOT = Path(__file__).parents[2]
Open: TypeAlias = Callable[[], AbstractAsyncContextManager[Drafts]]


@pytest.fixture
def opened(paths: Paths) -> Open:
    """Open the drafts as a start of the program does."""

    @asynccontextmanager
    async def open_drafts() -> AsyncIterator[Drafts]:
        settings = SettingsFile(paths.settings_file, pause=0)
        try:
            async with Drafts(paths.drafts_folder, settings, pause=0) as drafts:
                yield drafts
        finally:
            settings.close()

    return open_drafts


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "reviewer" / "Modelfile"
    path.parent.mkdir()
    path.write_bytes(b"FROM a\n")
    return path


def at(drafts: Drafts, draft_id: DraftId) -> Draft:
    draft = drafts.find(draft_id)
    assert draft is not None
    return draft


def put(file: Path, raw: bytes) -> None:
    """Write to a file as another program does."""
    file.write_bytes(raw)


def held(file: Path) -> bytes:
    return file.read_bytes()


def remove(file: Path) -> None:
    file.unlink()


def kept(paths: Paths) -> list[str]:
    """Return the texts that a crash would leave."""
    files = paths.drafts_folder.glob("*.json")
    return sorted(json.loads(file.read_text("utf-8"))["text"] for file in files)


async def test_a_draft_is_kept_soon_after_each_edit(opened: Open, paths: Paths) -> None:
    async with opened() as drafts:
        draft_id = drafts.new("FROM a\n")
        drafts.edit(draft_id, "FROM b\n")
        await until(lambda: kept(paths) == ["FROM b\n"])
        [kept_file] = paths.drafts_folder.iterdir()
        assert stat.S_IMODE(kept_file.stat().st_mode) == 0o600


async def test_drafts_come_back_after_a_crash(opened: Open, paths: Paths, file: Path) -> None:
    async with opened() as drafts:
        first = drafts.new("FROM 模型 \ud800\n", "mine")
        second = await drafts.open_file(file)
        drafts.edit(second, "FROM b\n")
        drafts.mark_made(second, "tower")
        await until(lambda: len(kept(paths)) == 2 and "FROM b\n" in kept(paths))
        async with opened() as again:  # As if the first had been killed.
            assert [draft.id for draft in again.drafts] == [first, second]
            assert at(again, first).text == "FROM 模型 \ud800\n"
            await until(lambda: at(again, second).disk is Disk.SAME)
            draft = at(again, second)
            assert (draft.path, draft.name, draft.made_on) == (file, "reviewer", ("tower",))
            assert draft.is_edited
            assert draft.is_recovered
            assert draft.saved_text == "FROM a\n"


async def test_a_killed_program_loses_no_text(opened: Open, paths: Paths) -> None:
    command = (sys.executable, "-m", "tests.draft_child")
    child = await asyncio.create_subprocess_exec(*command, cwd=ROOT)
    try:
        await until(lambda: kept(paths) == ["FROM what was just written\n"], 20)
    finally:
        child.kill()
        await child.wait()
    async with opened() as drafts:
        assert [draft.text for draft in drafts.drafts] == ["FROM what was just written\n"]
        assert drafts.drafts[0].is_recovered


async def test_a_clean_close_keeps_the_last_edit(opened: Open) -> None:
    async with opened() as drafts:
        draft_id = drafts.new()
        drafts.edit(draft_id, "FROM last\n")
    async with opened() as again:
        assert at(again, draft_id).text == "FROM last\n"


async def test_a_closed_draft_leaves_nothing(opened: Open, paths: Paths, file: Path) -> None:
    async with opened() as drafts:
        draft_id = await drafts.open_file(file)
        await until(lambda: kept(paths))
        drafts.close(draft_id)
        assert drafts.drafts == ()
    assert kept(paths) == []
    assert held(file) == b"FROM a\n"


async def test_a_file_that_changed_while_nobody_looked_is_met(opened: Open, file: Path) -> None:
    async with opened() as drafts:
        draft_id = await drafts.open_file(file)
        drafts.edit(draft_id, "FROM mine\n")
    put(file, b"FROM theirs\n")
    async with opened() as again:
        await until(lambda: at(again, draft_id).disk is Disk.CHANGED)
        draft = at(again, draft_id)
        assert (draft.text, draft.theirs) == ("FROM mine\n", "FROM theirs\n")


async def test_a_draft_that_was_not_edited_follows_its_file(opened: Open, file: Path) -> None:
    async with opened() as drafts:
        draft_id = await drafts.open_file(file)
        put(file, b"FROM theirs, which is longer\n")
        drafts.look_again()
        await until(lambda: at(drafts, draft_id).text == "FROM theirs, which is longer\n")
        assert not at(drafts, draft_id).is_edited


async def test_a_file_that_is_gone_makes_its_draft_unsaved(opened: Open, file: Path) -> None:
    async with opened() as drafts:
        draft_id = await drafts.open_file(file)
        remove(file)
        drafts.look_again()
        await until(lambda: at(drafts, draft_id).disk is Disk.MISSING)
        assert at(drafts, draft_id).is_edited
        await drafts.save(draft_id)
        assert held(file) == b"FROM a\n"
        assert not at(drafts, draft_id).is_edited


async def test_the_same_file_is_one_draft(opened: Open, file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.Modelfile"
    link.symlink_to(file)
    async with opened() as drafts:
        first = await drafts.open_file(file)
        assert await drafts.open_file(link) == first
        assert await drafts.open_file(file.parent / ".." / "reviewer" / "Modelfile") == first
        both = await asyncio.gather(*(drafts.open_file(file) for _ in range(3)))
        assert set(both) == {first}
        assert len(drafts.drafts) == 1


async def test_what_is_no_text_is_not_opened(opened: Open, file: Path) -> None:
    async with opened() as drafts:
        for raw, problem in ((b"x" * 1_100_000, DocumentTooLarge), (b"GGUF\0", NotText)):
            put(file, raw)
            with pytest.raises(problem):
                await drafts.open_file(file)
        assert drafts.drafts == ()
        assert drafts.recent_files == ()


async def test_a_save_is_a_save(opened: Open, file: Path) -> None:
    async with opened() as drafts:
        draft_id = await drafts.open_file(file)
        drafts.edit(draft_id, "FROM b\n")
        assert at(drafts, draft_id).is_edited
        await drafts.save(draft_id)
        assert held(file) == b"FROM b\n"
        assert not at(drafts, draft_id).is_edited


async def test_a_file_that_changed_is_not_silently_written_over(opened: Open, file: Path) -> None:
    async with opened() as drafts:
        draft_id = await drafts.open_file(file)
        drafts.edit(draft_id, "FROM mine\n")
        put(file, b"FROM them\n")
        with pytest.raises(ChangedOnDisk):
            await drafts.save(draft_id)
        assert at(drafts, draft_id).theirs == "FROM them\n"
        drafts.keep_mine(draft_id)
        assert at(drafts, draft_id).disk is Disk.SAME
        await drafts.save(draft_id)
        assert held(file) == b"FROM mine\n"


async def test_a_third_change_is_met_after_the_second_was_decided(opened: Open, file: Path) -> None:
    async with opened() as drafts:
        draft_id = await drafts.open_file(file)
        drafts.edit(draft_id, "FROM mine\n")
        put(file, b"FROM second\n")
        with pytest.raises(ChangedOnDisk):
            await drafts.save(draft_id)
        drafts.keep_mine(draft_id)
        put(file, b"FROM third\n")
        with pytest.raises(ChangedOnDisk):
            await drafts.save(draft_id)
        assert at(drafts, draft_id).theirs == "FROM third\n"


async def test_theirs_can_be_taken(opened: Open, file: Path) -> None:
    async with opened() as drafts:
        draft_id = await drafts.open_file(file)
        drafts.edit(draft_id, "FROM mine\n")
        put(file, b"FROM theirs\r\n")
        drafts.look_again()
        await until(lambda: at(drafts, draft_id).theirs)
        drafts.take_theirs(draft_id)
        assert at(drafts, draft_id).text == "FROM theirs\n"
        await until(lambda: at(drafts, draft_id).newline == "\r\n")
        assert not at(drafts, draft_id).is_edited


async def test_a_draft_is_saved_under_another_name(opened: Open, file: Path) -> None:
    other = file.with_name("api-reviewer.Modelfile")
    async with opened() as drafts:
        draft_id = await drafts.open_file(file)
        drafts.edit(draft_id, "FROM b\n")
        await drafts.save(draft_id, other)
        assert at(drafts, draft_id).name == "api-reviewer"
        assert (held(file), held(other)) == (b"FROM a\n", b"FROM b\n")
        assert drafts.recent_files == (other, file)


async def test_a_draft_without_a_file_has_to_be_told_where(opened: Open) -> None:
    async with opened() as drafts:
        draft_id = drafts.new("FROM a\n")
        with pytest.raises(NoFile):
            await drafts.save(draft_id)


async def test_two_drafts_do_not_share_a_file(opened: Open, file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(file)
    async with opened() as drafts:
        first = await drafts.open_file(file)
        second = drafts.new("FROM b\n")
        with pytest.raises(OpenElsewhere) as raised:
            await drafts.save(second, link)
        assert raised.value.draft_id == first
        assert held(file) == b"FROM a\n"


async def test_what_is_written_during_a_save_stays_edited(opened: Open, file: Path) -> None:
    async with opened() as drafts:
        draft_id = await drafts.open_file(file)
        drafts.edit(draft_id, "FROM b\n")
        saving = asyncio.gather(drafts.save(draft_id))
        await asyncio.sleep(0)
        drafts.edit(draft_id, "FROM c\n")
        await saving
        assert held(file) == b"FROM b\n"
        assert at(drafts, draft_id).is_edited


async def test_line_ends_stay_as_they_were(opened: Open, file: Path) -> None:
    put(file, b"FROM a\r\nSYSTEM x\r\n")
    async with opened() as drafts:
        draft_id = await drafts.open_file(file)
        assert at(drafts, draft_id).text == "FROM a\nSYSTEM x\n"
        drafts.edit(draft_id, "FROM b\nSYSTEM x\n")
        await drafts.save(draft_id)
        assert held(file) == b"FROM b\r\nSYSTEM x\r\n"


async def test_a_file_says_what_saving_will_change(opened: Open, file: Path) -> None:
    seen = {
        "FROM 模\n".encode("utf-16"): {Note.WAS_UTF16},
        b"FROM a\r\n\n": {Note.MIXED_LINE_ENDS},
        b"FROM \xff\n": {Note.BROKEN_CHARACTERS},
        "FROM \ufffd\n".encode(): set[Note](),
    }
    async with opened() as drafts:
        for raw, notes in seen.items():
            put(file, raw)
            draft_id = await drafts.open_file(file)
            assert at(drafts, draft_id).notes == notes
            drafts.close(draft_id)


async def test_twelve_files_are_remembered(opened: Open, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.Modelfile" for number in range(14)]
    async with opened() as drafts:
        for file in files:
            put(file, b"FROM a\n")
            await drafts.open_file(file)
    async with opened() as again:
        assert again.recent_files == tuple(reversed(files[2:]))


async def test_a_damaged_draft_is_set_aside(
    opened: Open, paths: Paths, expect_log: ExpectedLogs
) -> None:
    async with opened() as drafts:
        good = drafts.new("FROM a\n")
    expect_log("a draft could not be read")
    (paths.drafts_folder / f"{'0' * 32}.json").write_text("{", "utf-8")
    (paths.drafts_folder / f"{'1' * 32}.json").write_text('{"id": "../../etc/x"}', "utf-8")
    async with opened() as again:
        assert [draft.id for draft in again.drafts] == [good]
    assert list(paths.drafts_folder.glob("*.damaged-*.json"))


async def test_a_folder_that_cannot_be_written_is_told(opened: Open, paths: Paths) -> None:
    paths.drafts_folder.parent.mkdir(parents=True)
    paths.drafts_folder.write_text("in the way", "utf-8")
    async with opened() as drafts:
        drafts.new("FROM a\n")
        await until(lambda: drafts.write_problem)
        remove(paths.drafts_folder)
        drafts.new("FROM b\n")
        await until(lambda: drafts.write_problem is None and len(kept(paths)) == 2)


async def test_a_draft_is_renamed_and_its_file_is_not(opened: Open, file: Path) -> None:
    async with opened() as drafts:
        draft_id = await drafts.open_file(file)
        drafts.rename(draft_id, "critic")
        await drafts.save(draft_id)
        assert (at(drafts, draft_id).name, held(file)) == ("critic", b"FROM a\n")


async def test_a_file_that_cannot_be_looked_at_is_unknown(opened: Open, file: Path) -> None:
    async with opened() as drafts:
        draft_id = await drafts.open_file(file)
        put(file, b"\0")
        drafts.look_again()
        await until(lambda: at(drafts, draft_id).disk is Disk.UNKNOWN)
        assert at(drafts, draft_id).text == "FROM a\n"
