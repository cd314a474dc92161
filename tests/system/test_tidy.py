"""Looking through, checking and tidying a folder of models, while others work in it too."""

import os
import shutil
import threading
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from desktop.system.blob_check import CheckedBlob, Verdict, damaged_models
from desktop.system.blob_mending import remove_damaged
from desktop.system.blob_removal import Kept
from desktop.system.blobs import BlobFile, Obstacle, find_leftovers
from desktop.system.blobs_folder import Refused
from desktop.system.tidy import Tidying
from desktop.system.tidy_snapshot import Check
from tests.clock import until
from tests.system.models_folder import OLD, ModelsFolder

ZEROS = f"sha256-{'0' * 64}"
PART = f"sha256-{'ab' * 32}-partial"


class Place:
    """Where models are kept, and whether something is pulled there."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.is_busy = False
        self.asked_on: set[int] = set()

    def ask(self) -> bool:
        self.asked_on.add(threading.get_ident())
        return self.is_busy


@pytest.fixture
def place(folder: ModelsFolder) -> Place:
    return Place(folder.path)


@pytest.fixture
async def tidying(place: Place) -> AsyncGenerator[Tidying, None]:
    async with Tidying(lambda: place.path, place.ask) as tidying:
        yield tidying


async def looked(tidying: Tidying) -> None:
    await until(lambda: tidying.snapshot.leftovers and not tidying.snapshot.is_looking)


async def verified(tidying: Tidying) -> Check:
    tidying.verify()
    await until(lambda: tidying.snapshot.check and not tidying.snapshot.check.is_running)
    assert tidying.snapshot.check is not None
    return tidying.snapshot.check


async def removed(tidying: Tidying) -> None:
    await until(lambda: not tidying.snapshot.is_removing and not tidying.snapshot.is_looking)


async def test_looking_tells_the_size_and_what_is_left_over(tidying: Tidying, folder: ModelsFolder):
    folder.blob(b"nobody's" * 2000)
    folder.file(PART)
    tidying.look()
    tidying.look()
    await looked(tidying)
    snapshot = tidying.snapshot
    assert snapshot.folder == folder.path
    assert snapshot.size is not None
    assert snapshot.size.bytes >= 16_000
    assert snapshot.leftovers is not None
    assert len(snapshot.leftovers.found) == 2


async def test_what_is_chosen_is_removed_and_the_rest_is_looked_at_anew(
    tidying: Tidying, folder: ModelsFolder, place: Place
):
    folder.blob(b"nobody's")
    folder.file(PART)
    tidying.look()
    await looked(tidying)
    assert tidying.snapshot.leftovers is not None
    tidying.remove(tidying.snapshot.leftovers.found[:1])
    await removed(tidying)
    assert tidying.snapshot.removal is not None
    assert len(tidying.snapshot.removal.removed) == 1
    assert len(tidying.snapshot.leftovers.found) == 1
    assert place.asked_on == {threading.get_ident()}


async def test_nothing_goes_while_something_is_pulled(
    tidying: Tidying, folder: ModelsFolder, place: Place
):
    orphan = folder.blob(b"nobody's")
    tidying.look()
    await looked(tidying)
    place.is_busy = True
    assert tidying.snapshot.leftovers is not None
    tidying.remove(tidying.snapshot.leftovers.found)
    await removed(tidying)
    assert tidying.snapshot.removal is not None
    assert tidying.snapshot.removal.kept == ((orphan, Kept.BUSY),)
    assert orphan in folder.names


async def test_another_user_s_folder_is_left_alone(
    tidying: Tidying, folder: ModelsFolder, monkeypatch: pytest.MonkeyPatch
):
    folder.blob(b"nobody's")
    tidying.look()
    await looked(tidying)
    monkeypatch.setattr(os, "geteuid", lambda: 12345, raising=False)
    assert tidying.snapshot.leftovers is not None
    tidying.remove(tidying.snapshot.leftovers.found)
    await removed(tidying)
    assert tidying.snapshot.refused is Refused.NOT_OWN


async def test_a_folder_that_keeps_this_user_out_is_named(
    folder: ModelsFolder, monkeypatch: pytest.MonkeyPatch
):
    def denied(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("desktop.system.blobs.blob_files", denied)
    monkeypatch.setattr(os, "access", lambda path, mode: folder.path not in [path, *path.parents])
    found = find_leftovers(folder.path)
    assert (found.obstacle, found.blocked) == (Obstacle.NOT_ALLOWED, str(folder.path))


async def test_a_folder_that_vanishes_meanwhile_is_said(tidying: Tidying, folder: ModelsFolder):
    folder.blob(b"nobody's")
    tidying.look()
    await looked(tidying)
    assert tidying.snapshot.leftovers is not None
    found = tidying.snapshot.leftovers.found
    shutil.rmtree(folder.path)
    tidying.remove(found)
    await removed(tidying)
    assert tidying.snapshot.refused is Refused.NO_FOLDER
    assert tidying.snapshot.leftovers.obstacle is Obstacle.NO_FOLDER
    check = await verified(tidying)
    assert check.obstacle is not None
    assert check.obstacle.obstacle is Obstacle.NO_FOLDER


async def test_what_was_found_in_one_folder_is_not_removed_from_another(
    tidying: Tidying, folder: ModelsFolder, place: Place, tmp_path: Path
):
    orphan = folder.blob(b"nobody's")
    tidying.look()
    await looked(tidying)
    huge(folder)
    tidying.verify()
    await until(lambda: tidying.snapshot.check and tidying.snapshot.check.progress.done > 100)
    leftovers = tidying.snapshot.leftovers
    assert leftovers is not None
    other = ModelsFolder(tmp_path / "other")
    shutil.copytree(folder.path, other.path, dirs_exist_ok=True, ignore=lambda *_: [ZEROS])
    place.path = other.path
    tidying.remove(leftovers.found)
    await removed(tidying)
    await until(lambda: tidying.snapshot.folder == other.path)
    await looked(tidying)
    assert orphan in other.names & folder.names
    assert (tidying.snapshot.check, tidying.snapshot.removal) == (None, None)


async def test_without_a_known_folder_there_is_nothing_to_tidy(tidying: Tidying, place: Place):
    place.path = None
    tidying.look()
    await looked(tidying)
    assert tidying.snapshot.leftovers is not None
    assert tidying.snapshot.leftovers.obstacle is Obstacle.NO_FOLDER
    assert (await verified(tidying)).obstacle is not None


async def test_an_empty_folder_is_sound(tidying: Tidying, tmp_path: Path, place: Place):
    empty = ModelsFolder(tmp_path / "empty")
    place.path = empty.path
    check = await verified(tidying)
    assert (check.is_whole, check.bad, check.progress.total) == (True, (), 0)


async def test_a_check_finds_what_is_damaged_and_what_is_missing(
    tidying: Tidying, folder: ModelsFolder
):
    folder.file(folder.blob(b"template"), b"damaged")
    (folder.blobs / folder.blob(b"config 2")).unlink()
    check = await verified(tidying)
    assert check.is_whole
    assert {(each.verdict, each.models) for each in check.bad} == {
        (Verdict.DAMAGED, ("tiny:latest",)),
        (Verdict.MISSING, ("tiny:other",)),
    }


async def test_a_check_that_is_stopped_keeps_what_it_has_found(
    tidying: Tidying, folder: ModelsFolder
):
    folder.file(folder.blob(b"template"), b"damaged")
    huge(folder)
    tidying.verify()
    await until(lambda: tidying.snapshot.check and tidying.snapshot.check.progress.done > 100)
    tidying.stop_verifying()
    await until(lambda: tidying.snapshot.check and not tidying.snapshot.check.is_running)
    check = tidying.snapshot.check
    assert check is not None
    assert (check.is_whole, [each.verdict for each in check.bad]) == (False, [Verdict.DAMAGED])
    assert check.speed > 0


async def test_a_check_that_is_stopped_before_it_begins_has_ended(tidying: Tidying):
    tidying.verify()
    tidying.stop_verifying()
    await until(lambda: tidying.snapshot.check and not tidying.snapshot.check.is_running)
    assert (await verified(tidying)).is_whole


async def test_a_file_that_is_written_to_meanwhile_is_not_called_damaged(
    tidying: Tidying, folder: ModelsFolder
):
    path = huge(folder)
    tidying.verify()
    await until(lambda: tidying.snapshot.check and tidying.snapshot.check.progress.done > 100)
    os.truncate(path, 5)
    await until(lambda: tidying.snapshot.check and not tidying.snapshot.check.is_running)
    assert tidying.snapshot.check is not None
    assert [each.verdict for each in tidying.snapshot.check.bad] == [Verdict.CHANGED]


async def test_what_is_damaged_goes_before_its_models_are_pulled(
    tidying: Tidying, folder: ModelsFolder
):
    bad = folder.blob(b"weights")
    folder.file(bad, b"damaged")
    check = await verified(tidying)
    pulled: list[str] = []
    tidying.mend(check.bad, pulled.extend)
    await removed(tidying)
    assert pulled == ["tiny:latest", "tiny:other"]
    assert bad not in folder.names
    assert tidying.snapshot.check is None


async def test_a_damaged_file_that_stays_has_nothing_pulled(
    tidying: Tidying, folder: ModelsFolder, place: Place
):
    bad = folder.blob(b"weights")
    folder.file(bad, b"damaged")
    check = await verified(tidying)
    place.is_busy = True
    pulled: list[str] = []
    tidying.mend(check.bad, pulled.extend)
    await removed(tidying)
    assert pulled == []
    assert bad in folder.names
    assert tidying.snapshot.check is not None
    assert tidying.snapshot.check.bad == check.bad


@pytest.mark.parametrize(("now", "why"), [(b"worse", Kept.CHANGED), (b"weights", Kept.SOUND)])
async def test_a_file_that_was_replaced_since_the_check_stays(
    tidying: Tidying, folder: ModelsFolder, now: bytes, why: Kept
):
    bad = folder.blob(b"weights")
    folder.file(bad, b"damaged")
    check = await verified(tidying)
    folder.file(bad, now, OLD + 1)
    mending = remove_damaged(threading.Event(), folder.path, check.bad, lambda: False)
    assert mending.removal.kept == ((bad, why),)
    assert mending.models == ()


async def test_only_blobs_that_a_check_found_bad_can_be_taken_away(folder: ModelsFolder):
    good = folder.blob(b"weights", OLD)
    status = (folder.blobs / good).stat()
    file = BlobFile(good, 7, status.st_mtime, status.st_ino)
    notes = folder.file("notes.txt")
    given = [
        CheckedBlob(good, 7, Verdict.CHANGED, (), file),
        CheckedBlob(good, 7, Verdict.DAMAGED, (), file),
        CheckedBlob("notes.txt", 1, Verdict.DAMAGED, (), file),
    ]
    mending = remove_damaged(threading.Event(), folder.path, given, lambda: False)
    assert [why for _, why in mending.removal.kept] == [Kept.CHANGED, Kept.SOUND, Kept.NOT_A_BLOB]
    assert notes.exists()
    assert good in folder.names


async def test_files_that_this_user_may_not_read_are_not_called_damaged(
    tidying: Tidying, monkeypatch: pytest.MonkeyPatch
):
    def denied(path: str, flags: int) -> int:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("desktop.system.blob_check._open_no_link", denied)
    check = await verified(tidying)
    assert {each.verdict for each in check.bad} == {Verdict.NOT_ALLOWED}
    assert damaged_models(check.bad) == ()
    pulled: list[str] = []
    tidying.mend(check.bad, pulled.extend)
    await removed(tidying)
    assert pulled == []
    assert tidying.snapshot.removal is not None
    assert tidying.snapshot.removal.removed == ()


async def test_what_was_written_within_the_last_hour_may_be_somebody_s_pull(
    folder: ModelsFolder, tidying: Tidying
):
    bad = folder.blob(b"weights")
    folder.file(bad, b"damaged")
    check = await verified(tidying)
    mending = remove_damaged(
        threading.Event(), folder.path, check.bad, lambda: False, lambda: OLD + 60
    )
    assert mending.removal.kept == ((bad, Kept.FRESH),)


async def test_closing_in_the_middle_of_a_check_leaves_no_thread(folder: ModelsFolder):
    huge(folder)
    async with Tidying(lambda: folder.path, lambda: False) as tidying:
        tidying.verify()
        await until(lambda: tidying.snapshot.check and tidying.snapshot.check.progress.done > 100)
    names = {thread.name for thread in threading.enumerate()}
    assert not any(name.startswith(("checking blobs", "removing blobs")) for name in names)


def huge(folder: ModelsFolder) -> Path:
    """Make a blob that takes a minute to read, and nothing of the disk."""
    path = folder.file(ZEROS)
    os.truncate(path, 50_000_000_000)
    return path
