import os
import signal

import pytest

from desktop.ui.bridge.end_signals import EndSignals
from tests.clock import until


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot send these to itself")
@pytest.mark.parametrize("number", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_is_heard_while_nothing_else_happens(number: str, run):
    async def drive() -> None:
        before, ends = signal.getsignal(getattr(signal, number)), list[bool]()
        signals = EndSignals(lambda: ends.append(True))
        os.kill(os.getpid(), getattr(signal, number))
        await until(lambda: ends == [True])
        signals.close()
        assert signal.getsignal(getattr(signal, number)) == before

    run(drive())
