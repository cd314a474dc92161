"""What a slow disk does to the end of the program: it is waited for, and a loss is said."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.storage import settings as settings_module
from desktop.storage.settings import SettingsFile


def test_settings_wait_for_a_slow_disk_and_say_so_where_it_never_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expect_log
):
    expect_log("were not written")
    gate = threading.Event()
    real = settings_module.write_atomic

    def slow(path: Path, raw: bytes) -> None:
        gate.wait(10)
        real(path, raw)

    monkeypatch.setattr(settings_module, "write_atomic", slow)
    file = SettingsFile(tmp_path / "settings.json", pause=0)
    file.update(replace(file.settings, pulls_per_host=3))
    file.close(timeout=0.05)
    gate.set()
    file.close()
    assert b'"pulls_per_host": 3' in (tmp_path / "settings.json").read_bytes()
