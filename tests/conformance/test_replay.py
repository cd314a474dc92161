"""Every recorded exchange, played back to the client over a real socket."""

from pathlib import Path

import pytest

from tests.conformance.replay_all import EXCHANGES, exchanges_in, replay_files
from tests.conformance.replay_recording import read_recording
from tests.conformance.replay_verdict import failure_of


@pytest.mark.parametrize("file", exchanges_in(EXCHANGES), ids=lambda file: file.stem)
async def test_an_exchange_comes_out_as_recorded(file: Path):
    assert not await failure_of(read_recording(file))


async def test_a_file_that_is_no_exchange_fails_and_is_named(tmp_path: Path):
    (tmp_path / "list.json").write_text("[]")
    (tmp_path / "half.json").write_text('{"request"')
    named: list[str] = []
    counts = await replay_files(exchanges_in(tmp_path), 0, lambda name, why: named.append(name))
    assert counts == (0, 2)
    assert named == ["half", "list"]
