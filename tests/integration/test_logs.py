"""The log file."""

import logging
from pathlib import Path

import pytest

from desktop.storage import logs
from desktop.storage.logs import install_logging
from desktop.storage.paths import Paths
from tests.conftest import ExpectedLogs

_log = logging.getLogger("desktop.test")


def test_secrets_never_reach_the_file(paths: Paths, expect_log: ExpectedLogs):
    expect_log("it failed")
    close = install_logging(paths)
    _log.info("Authorization: Bearer %s", "canary")
    _log.info("asking http://me:canary@tower/x?token=canary")
    try:
        raise ValueError("Illegal header value b'Bearer canary'")
    except ValueError:
        _log.exception("it failed")
    close()
    text = paths.log_file.read_text()
    assert "canary" not in text
    assert "ValueError: Illegal header value" in text


def test_text_from_elsewhere_cannot_begin_a_record(paths: Paths):
    close = install_logging(paths)
    _log.info("the server says: %s", "hello\n2026-01-01 00:00:00,000 INFO root: forged")
    close()
    lines = paths.log_file.read_text().splitlines()
    assert next(line for line in lines if "forged" in line).startswith(" ")


def test_the_file_rotates(paths: Paths, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(logs, "MAX_BYTES", 10_000)
    close = install_logging(paths)
    for _ in range(70):
        _log.info("x" * 900)
    close()
    files = sorted(paths.logs.iterdir())
    assert len(files) == 5
    assert all(file.stat().st_size <= 10_000 for file in files)


def test_what_other_packages_say_in_passing_is_left_out(paths: Paths):
    close = install_logging(paths)
    logging.getLogger("httpx").info("HTTP Request: GET http://tower")
    logging.getLogger("httpcore.http11").debug("headers")
    _log.debug("detail")
    _log.info("ours")
    close()
    text = paths.log_file.read_text()
    assert "HTTP Request" not in text
    assert "detail" not in text
    assert "ours" in text


def test_nothing_is_logged_after_closing(paths: Paths):
    level = logging.getLogger().level
    install_logging(paths)()
    _log.info("late")
    assert not paths.log_file.exists()
    assert logging.getLogger().level == level


def test_without_a_folder_the_program_runs_on(paths: Paths, home: Path):
    home.write_text("a file where the folder should be")
    close = install_logging(paths)
    _log.info("lost")
    close()


def test_a_log_that_cannot_be_written_keeps_the_terminal_clean(
    paths: Paths, capsys: pytest.CaptureFixture[str]
):
    paths.log_file.mkdir(parents=True)
    close = install_logging(paths)
    logging.getLogger("desktop").info("hello")
    close()
    assert capsys.readouterr().err == ""
