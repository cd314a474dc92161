"""A person's own text files: what is opened, and what saving leaves as it was."""

import os
import stat
from pathlib import Path

import pytest

from desktop.storage.documents import (
    MAX_SIZE,
    ChangedOnDisk,
    DocumentTooLarge,
    NotText,
    read_document,
    write_document,
)
from desktop.storage.regular import NotRegular


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Modelfile"
    path.write_bytes(b"FROM a\n")
    return path


def test_a_file_is_read_through_a_link(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(file)
    found = read_document(link)
    assert (found.raw, found.target) == (b"FROM a\n", file)


def test_a_large_file_is_refused(file: Path) -> None:
    file.write_bytes(b"x" * MAX_SIZE)
    assert len(read_document(file).raw) == MAX_SIZE
    file.write_bytes(b"x" * (MAX_SIZE + 1))
    with pytest.raises(DocumentTooLarge):
        read_document(file)


def test_a_binary_file_is_refused(file: Path) -> None:
    file.write_bytes(b"GGUF\x03\0\0\0")
    with pytest.raises(NotText):
        read_document(file)


def test_a_pipe_and_a_folder_are_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path, Path("/dev/zero")):
        with pytest.raises(NotRegular):
            read_document(path)
        with pytest.raises(NotRegular):
            write_document(path, b"FROM a\n")


def test_saving_keeps_the_mode(file: Path) -> None:
    file.chmod(0o640)
    write_document(file, b"FROM b\n")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert file.read_bytes() == b"FROM b\n"


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.touch()
    write_document(tmp_path / "new", b"FROM b\n")
    assert (tmp_path / "new").stat().st_mode == other.stat().st_mode


def test_saving_through_a_link_writes_what_it_points_to(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(file)
    write_document(link, b"FROM b\n")
    assert link.is_symlink()
    assert file.read_bytes() == b"FROM b\n"


def test_a_file_that_was_changed_is_left_alone(file: Path) -> None:
    known = read_document(file).digest
    file.write_bytes(b"FROM theirs\n")
    with pytest.raises(ChangedOnDisk):
        write_document(file, b"FROM mine\n", known)
    assert file.read_bytes() == b"FROM theirs\n"


def test_a_file_that_is_gone_is_written_again(file: Path) -> None:
    known = read_document(file).digest
    file.unlink()
    write_document(file, b"FROM mine\n", known)
    assert file.read_bytes() == b"FROM mine\n"


def test_a_write_protected_file_is_not_replaced(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(PermissionError):
        write_document(file, b"FROM mine\n")


def test_a_failed_write_leaves_nothing_beside_the_file(file: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_document(tmp_path / "no such folder" / "Modelfile", b"x")
    write_document(file, b"FROM b\n")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["Modelfile"]
