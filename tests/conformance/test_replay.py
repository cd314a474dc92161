"""Every recorded exchange, played back to the client over a real socket."""

from pathlib import Path

import pytest

from tests.conformance.replay_all import EXCHANGES, exchanges_in
from tests.conformance.replay_recording import read_recording
from tests.conformance.replay_verdict import failure_of


@pytest.mark.parametrize("file", exchanges_in(EXCHANGES), ids=lambda file: file.stem)
async def test_an_exchange_comes_out_as_recorded(file: Path):
    assert not await failure_of(read_recording(file))
