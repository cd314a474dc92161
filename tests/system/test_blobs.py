"""What is left over in a folder of models, and a way to remove it that removes nothing else."""

import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.runtime.threads import Pool, Stopped
from desktop.system.blob_check import (
    CheckedBlob,
    CheckProgress,
    Verdict,
    check_blobs,
    damaged_models,
)
from desktop.system.blob_removal import Kept, Removal, remove_leftovers
from desktop.system.blobs import Kind, Leftovers, Obstacle, find_leftovers
from desktop.system.blobs_folder import NotRemovable, Refused
from desktop.system.manifests import read_manifests
from tests.clock import until
from tests.system.models_folder import OLD, ModelsFolder

posix = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
PART = f"sha256-{'ab' * 32}-partial"


@pytest.fixture
def pool() -> Iterator[Pool]:
    pool = Pool("checking", 1)
    yield pool
    pool.close()


def remove(folder: ModelsFolder, found: Leftovers, *, is_busy: bool = False) -> Removal:
    return remove_leftovers(threading.Event(), folder.path, found.found, lambda: is_busy)


def why(removal: Removal) -> set[Kept]:
    return {why for _, why in removal.kept}


def test_manifests_name_blobs_and_their_models(folder: ModelsFolder):
    manifests = read_manifests(folder.path)
    assert manifests.unreadable == ()
    assert set(manifests.models) == folder.names
    assert manifests.models[folder.blob(b"weights")] == ("tiny:latest", "tiny:other")


def test_a_digest_is_found_however_a_manifest_spells_it(folder: ModelsFolder):
    digest = folder.blob(b"odd").replace("a", "\\u0061").replace("-", "\\u003a")
    folder.manifest("odd:latest", f'{{"layers": [{{"digest": "{digest}"}}]}}')
    assert find_leftovers(folder.path) == Leftovers()


def test_a_tidy_folder_has_nothing_left_over(folder: ModelsFolder):
    (folder.path / "manifests" / ".DS_Store").write_bytes(b"\0")
    assert find_leftovers(folder.path) == Leftovers()


def test_downloads_and_orphans_are_found_and_removed_and_nothing_else(folder: ModelsFolder):
    keep = folder.names | {"sha256-123", "notes.txt", f"{PART}.bak"}
    for name in ("sha256-123", "notes.txt", f"{PART}.bak"):
        folder.file(name)
    orphan = folder.blob(b"nobody's" * 9000)
    for name in (PART, f"{PART}-0", f"{PART}-12"):
        folder.file(name)
    found = find_leftovers(folder.path)
    assert [(each.kind, each.blob, len(each.files)) for each in found.found] == [
        (Kind.ORPHAN, orphan, 1),
        (Kind.PARTIAL, PART.removesuffix("-partial"), 3),
    ]
    removal = remove(folder, found)
    assert set(removal.removed) == {orphan, PART, f"{PART}-0", f"{PART}-12"}
    assert (removal.kept, removal.freed) == ((), found.taken)
    assert folder.names == keep


@pytest.mark.parametrize("text", ["", "{", "[]", '{"manifests": []}', "\x00"])
def test_a_manifest_that_is_not_understood_may_name_any_blob(folder: ModelsFolder, text: str):
    folder.blob(b"perhaps nobody's")
    folder.file(PART)
    path = folder.manifest("odd:latest", text)
    found = find_leftovers(folder.path)
    assert [each.kind for each in found.found] == [Kind.PARTIAL]
    assert (found.obstacle, found.unreadable) == (Obstacle.MANIFEST_UNREADABLE, (str(path),))


def test_without_manifests_nothing_is_an_orphan(tmp_path: Path):
    (tmp_path / "blobs").mkdir()
    assert find_leftovers(tmp_path).obstacle is Obstacle.MANIFEST_UNREADABLE
    assert find_leftovers(tmp_path / "none").obstacle is Obstacle.NO_FOLDER


@posix
def test_a_manifest_in_another_form_of_store_counts_too(folder: ModelsFolder):
    link = folder.model("new:latest", b"c", b"w", folder="manifests-v2")
    target = folder.blob(link.read_bytes())
    link.unlink()
    link.symlink_to(os.path.relpath(folder.blobs / target, link.parent))
    assert find_leftovers(folder.path) == Leftovers()
    assert read_manifests(folder.path).names(target)


@posix
def test_a_link_among_manifests_that_leads_nowhere_keeps_everything(folder: ModelsFolder):
    folder.blob(b"perhaps nobody's")
    (folder.path / "manifests" / "elsewhere").symlink_to(folder.path / "none")
    assert find_leftovers(folder.path).found == ()


def test_nothing_is_removed_while_something_is_pulled(folder: ModelsFolder):
    folder.blob(b"orphan")
    assert why(remove(folder, find_leftovers(folder.path), is_busy=True)) == {Kept.BUSY}


def test_what_was_changed_in_the_last_hour_is_kept(folder: ModelsFolder):
    folder.blob(b"orphan", time.time() - 3000)
    folder.file(PART)
    folder.file(f"{PART}-0", changed=time.time())
    removal = remove(folder, find_leftovers(folder.path))
    assert (removal.removed, why(removal)) == ((), {Kept.FRESH})


def test_a_download_that_goes_on_meanwhile_is_kept(folder: ModelsFolder):
    folder.file(PART)
    found = find_leftovers(folder.path)
    folder.file(f"{PART}-0", changed=time.time())
    assert why(remove(folder, found)) == {Kept.FRESH}


def test_a_blob_is_kept_while_another_of_its_model_may_still_be_downloaded(folder: ModelsFolder):
    orphan = folder.blob(b"whole since two hours, of a pull that goes on")
    piece = folder.file(f"{PART}-0", changed=time.time())
    found = find_leftovers(folder.path)
    assert dict(remove(folder, found).kept)[orphan] is Kept.AWAITED
    piece.unlink()
    folder.blob(b"weights", time.time())  # It has a name, and so its pull has ended.
    assert remove(folder, found).removed == (orphan,)


def test_a_blob_that_gets_a_name_meanwhile_is_kept(folder: ModelsFolder):
    folder.blob(b"orphan")
    found = find_leftovers(folder.path)
    folder.model("late:latest", b"config", b"orphan")
    assert why(remove(folder, found)) == {Kept.NAMED}
    folder.manifest("broken:latest", "{")
    assert why(remove(folder, found)) == {Kept.MANIFEST_UNREADABLE}


@posix
def test_a_file_that_is_another_one_meanwhile_is_kept(folder: ModelsFolder, tmp_path: Path):
    name = folder.blob(b"orphan")
    found = find_leftovers(folder.path)
    (tmp_path / "precious").write_bytes(b"orphan")
    (folder.blobs / name).unlink()
    (folder.blobs / name).symlink_to(tmp_path / "precious")
    assert why(remove(folder, found)) == {Kept.CHANGED}
    (folder.blobs / name).unlink()
    assert why(remove(folder, found)) == {Kept.CHANGED}
    folder.file(name, b"other", OLD - 5)
    assert why(remove(folder, found)) == {Kept.CHANGED}
    assert (tmp_path / "precious").exists()


@posix
def test_a_folder_that_is_a_link_is_refused(folder: ModelsFolder):
    folder.blob(b"orphan")
    found = find_leftovers(folder.path)
    folder.blobs.rename(folder.path / "elsewhere")
    folder.blobs.symlink_to(folder.path / "elsewhere")
    with pytest.raises(NotRemovable) as refused:
        remove(folder, found)
    assert refused.value.reason is Refused.A_LINK


@posix
def test_another_user_s_folder_is_refused(folder: ModelsFolder, monkeypatch: pytest.MonkeyPatch):
    folder.blob(b"orphan")
    found = find_leftovers(folder.path)
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    with pytest.raises(NotRemovable) as refused:
        remove(folder, found)
    assert refused.value.reason is Refused.NOT_OWN


def test_removing_ends_when_it_is_told_to(folder: ModelsFolder):
    folder.blob(b"orphan")
    stop = threading.Event()
    stop.set()
    found = find_leftovers(folder.path).found
    assert why(remove_leftovers(stop, folder.path, found, lambda: False)) == {Kept.STOPPED}


async def test_every_blob_is_compared_with_its_name(folder: ModelsFolder, pool: Pool):
    bad = folder.blob(b"weights")
    folder.file(bad, b"damaged")
    folder.file(PART)
    told: list[CheckProgress] = []
    checked = await check_blobs(pool, folder.path, told.append)
    assert {each.verdict for each in checked if each.blob != bad} == {Verdict.SOUND}
    assert CheckedBlob(bad, 7, Verdict.DAMAGED, ("tiny:latest", "tiny:other")) in checked
    assert damaged_models(checked) == ("tiny:latest", "tiny:other")
    await until(lambda: told and told[-1].files == 4)
    total = sum(each.size for each in checked)
    assert [each.blob for each in told[-1].bad] == [bad]
    assert told[-1] == CheckProgress(total, total, 4, 4, told[-1].bad)


async def test_checking_ends_with_the_pool(folder: ModelsFolder, pool: Pool):
    (folder.blobs / f"sha256-{'0' * 64}").touch()
    os.truncate(folder.blobs / f"sha256-{'0' * 64}", 50_000_000_000)

    def end(_: CheckProgress) -> None:
        pool.close()

    with pytest.raises(Stopped):
        await check_blobs(pool, folder.path, end)


async def test_a_folder_that_is_not_there_cannot_be_checked(tmp_path: Path, pool: Pool):
    with pytest.raises(FileNotFoundError):
        await check_blobs(pool, tmp_path, lambda _: None)
