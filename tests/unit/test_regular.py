"""Files that somebody else named are opened with care."""

import os
import socket
from pathlib import Path

import pytest

from desktop.domain.creation import Stamp
from desktop.storage.regular import FileChanged, NotRegular, open_regular


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    path = tmp_path / "weights.gguf"
    path.write_bytes(b"GGUF and more")
    return path


def test_a_plain_file_is_opened_with_its_stamp(weights: Path) -> None:
    with open_regular(weights, Stamp.of(weights.stat())) as file:
        assert file.read() == b"GGUF and more"


def test_a_file_that_was_written_since_is_refused(weights: Path) -> None:
    stamp = Stamp.of(weights.stat())
    weights.write_bytes(b"something else")
    with pytest.raises(FileChanged):
        open_regular(weights, stamp)


def test_a_file_of_the_same_size_and_time_in_its_place_is_refused(weights: Path) -> None:
    status = weights.stat()
    other = weights.with_name("other")
    other.write_bytes(b"GGUF and MORE")
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(weights)
    with pytest.raises(FileChanged):
        open_regular(weights, Stamp.of(status))


def test_a_link_is_not_followed(weights: Path) -> None:
    link = weights.with_name("link")
    link.symlink_to(weights)
    with pytest.raises(OSError, match="link"):
        open_regular(link)


def test_a_pipe_a_socket_a_device_and_a_folder_are_not_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        for path in (pipe, tmp_path / "socket", Path("/dev/zero"), tmp_path):
            with pytest.raises(NotRegular):
                open_regular(path)
