"""Modelfiles that name what is none of their business: nothing is sent without a yes."""

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.modelfile import parse
from desktop.domain.recipe import Recipe, recipe_of
from desktop.workshop.doubts import Doubt
from desktop.workshop.files import Forbidden, NotAgreed, NotSendable, Survey, sendable, survey
from tests.hostile_folder import GIGABYTES, Hostile, hostile_folder

READ_AT_MOST = 1024 * 1024
"""Bytes; the large files have ten thousand times as many."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and devices")


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hostile]:
    with hostile_folder(tmp_path) as made:
        monkeypatch.setenv("HOME", str(made.home))
        yield made


NEVER = [
    ("FROM ~/.ssh/id_ed25519", Doubt.SECRET),
    ("FROM x\nADAPTER ~/.ssh/id_ed25519", Doubt.SECRET),
    ("FROM x\nADAPTER ./key.gguf", Doubt.SECRET),
    ("FROM x\nDRAFT {folder}/../me/.ssh/id_ed25519", Doubt.SECRET),
    ("FROM ./links", Doubt.SECRET),
    ("FROM /dev/zero", Doubt.SYSTEM_FILE),
    ("FROM /dev/sda", Doubt.SYSTEM_FILE),
    ("FROM /dev/stdin", Doubt.SYSTEM_FILE),
    ("FROM ./zero.gguf", Doubt.SYSTEM_FILE),
    ("FROM /proc/self/environ", Doubt.SYSTEM_FILE),
    ("FROM /proc/self/cwd/pyproject.toml", Doubt.SYSTEM_FILE),
    ("FROM /sys/kernel/notes", Doubt.SYSTEM_FILE),
    ("FROM ./pipe.gguf", Doubt.NOT_REGULAR),
    ("FROM ./socket.gguf", Doubt.NOT_REGULAR),
    ("FROM ./circle.gguf", Doubt.NOT_REGULAR),
    ("FROM ~root/x", Doubt.OTHERS_HOME),
    ("FROM ~root/.ssh/id_rsa", Doubt.OTHERS_HOME),
    ("FROM //host/share/model.gguf", Doubt.NETWORK_PATH),
    ("FROM \\\\host\\share\\model.gguf", Doubt.NETWORK_PATH),
    ("FROM \\\\.\\PhysicalDrive0", Doubt.NETWORK_PATH),
    ("FROM ./empty.gguf", Doubt.EMPTY),
    ("FROM ./nothing.gguf", Doubt.MISSING),
    ("FROM /", Doubt.EMPTY),
    ("FROM ~", Doubt.EMPTY),
    ("FROM ./pointer.gguf", Doubt.NOT_DOWNLOADED),
    ("FROM ./page.gguf", Doubt.NOT_DOWNLOADED),
]
ASKED = [
    ("FROM /etc/passwd", Doubt.OUTSIDE_FOLDER),
    ("FROM x\nADAPTER /etc/passwd", Doubt.NOT_A_MODEL),
    ("FROM ~/notes.txt", Doubt.OUTSIDE_FOLDER),
    ("FROM ./notes.txt", Doubt.NOT_A_MODEL),
    ("FROM ../elsewhere/model.gguf", Doubt.OUTSIDE_FOLDER),
    ("FROM ./links/../../elsewhere/private.txt", Doubt.NOT_A_MODEL),
    ("FROM ../elsewhere/models", Doubt.OUTSIDE_FOLDER),
    ("FROM ./out.gguf", Doubt.LINK_OUT),
    ("FROM ./twice.gguf", Doubt.LINK_OUT),
    ("FROM ./out/model.gguf", Doubt.LINK_OUT),
    ("FROM ./out", Doubt.LINK_OUT),
    ("FROM ./hard.gguf", Doubt.HARD_LINK),
    ("FROM ./hard-model.gguf", Doubt.HARD_LINK),
    ("FROM ./pickle.bin", Doubt.PICKLE),
    ("FROM ./lies.gguf", Doubt.DAMAGED),
    ("FROM ./cut.gguf", Doubt.DAMAGED),
    ("FROM ./model.gguf.part", Doubt.UNFINISHED),
    ("FROM ./sparse.gguf", Doubt.SPARSE),
    ('FROM """./weights\n\u202egguf.gguf"""', Doubt.HIDDEN_NAME),
]


async def _survey(hostile: Hostile, text: str) -> Survey:
    recipe = recipe_of(parse(text.replace("{folder}", str(hostile.folder))))
    return await survey(recipe, hostile.folder)


def _doubts(found: Survey) -> frozenset[Doubt]:
    return frozenset[Doubt]().union(*(file.doubts for file in found.files))


@pytest.mark.parametrize(("text", "doubt"), NEVER)
async def test_some_files_are_never_sent(hostile: Hostile, text: str, doubt: Doubt) -> None:
    found = await _survey(hostile, text)
    assert doubt in _doubts(found)
    for agreed in (False, True):
        with pytest.raises(Forbidden):
            sendable(found, agreed)


@pytest.mark.parametrize(("text", "doubt"), ASKED)
async def test_some_files_are_sent_only_after_a_yes(
    hostile: Hostile, text: str, doubt: Doubt
) -> None:
    if "\u202e" in text:  # The parser drops the character: nothing of that name is there.
        found = await survey(Recipe((text[8:-3],)), hostile.folder)
    else:
        found = await _survey(hostile, text)
    assert doubt in _doubts(found)
    assert found.needs_yes
    with pytest.raises(NotAgreed):
        sendable(found, False)
    assert sendable(found, True)


async def test_pipes_are_not_drained_and_large_files_not_read(hostile: Hostile) -> None:
    before = _bytes_read()
    for text, _ in NEVER + ASKED:
        with pytest.raises(NotSendable):
            sendable(await _survey(hostile, text), False)
    assert _bytes_read() - before < READ_AT_MOST
    assert hostile.unread() == b"GGUF secret"


async def test_a_sparse_file_is_told_with_both_of_its_sizes(hostile: Hostile) -> None:
    (file,) = (await _survey(hostile, "FROM ./sparse.gguf")).files
    assert file.file.size == GIGABYTES
    assert file.allocated < 1024 * 1024


async def test_a_folder_that_may_not_be_read_says_so(
    hostile: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(os, "scandir", refuse)  # Nothing is closed to whoever runs tests as root.
    assert Doubt.UNREADABLE in _doubts(await _survey(hostile, "FROM ./links"))


def _bytes_read() -> int:
    """Return how many bytes this process has read so far, of files and of anything else."""
    try:
        lines = Path("/proc/self/io").read_text().splitlines()
    except OSError:
        return 0
    return next(int(line.split()[1]) for line in lines if line.startswith("rchar"))
