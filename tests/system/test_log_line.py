"""Lines of a log, taken apart. The recording is of a real server, 0.33.0-rc2 on Linux."""

import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.system.log_line import LONGEST, Request, Severity, Writer, parse_line, unquoted

RECORDED = Path(__file__).parents[1] / "recordings" / "server.log"


def test_a_line_of_the_server_has_its_time_level_and_fields():
    line = parse_line(
        "time=2026-11-20T13:06:58.071+05:30 level=WARN source=sched.go:613 "
        'msg="system \\"memory\\"" total="23.5 GiB" free=22 empty="" "odd key"=[a,b]'
    )
    assert line.time is not None
    assert line.time.utcoffset() == timedelta(hours=5, minutes=30)
    assert (line.writer, line.severity) == (Writer.SERVER, Severity.WARNING)
    assert (line.source, line.message) == ("sched.go:613", 'system "memory"')
    fields = (("total", "23.5 GiB"), ("free", "22"), ("empty", ""), ("odd key", "[a,b]"))
    assert line.fields == fields


def test_a_request_has_its_status_and_how_long_it_took():
    line = parse_line(
        '[GIN] 2026/11/20 - 07:20:36 | 404 |      1m2.5s |       ::1 | DELETE   "/api/delete"'
    )
    assert line.request == Request(404, 62.5, "::1", "DELETE", "/api/delete")
    assert (line.writer, line.severity) == (Writer.REQUEST, Severity.WARNING)
    assert line.time == datetime(2026, 11, 20, 7, 20, 36)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("srv  load_model: failed to create_context with model 'x'", Severity.ERROR),
        ("print_info: EOG token = 2 '</error>'", Severity.INFO),
        ("sampler chain: logits -> ?top-n-sigma", Severity.INFO),
        ("srv  llama_server: this can be a security risk", Severity.WARNING),
        ("0.01.234.567 W srv load_model: slow", Severity.WARNING),
        ("Error: listen tcp 127.0.0.1:11434: bind: address already in use", Severity.ERROR),
        ("[GIN-debug] GET /api/tags --> x (5 handlers)", Severity.DEBUG),
    ],
)
def test_lines_without_a_level_are_weighed_by_their_words(text: str, severity: Severity):
    assert parse_line(text).severity is severity


def test_what_go_wrote_in_quotes_is_read():
    assert unquoted(r'"a\"b\\c\n\x84ä\u00e4"') == 'a"b\\c\n\x84ää'
    assert unquoted('"cut o') == "cut o"
    assert unquoted("plain") == "plain"


@given(st.text(max_size=200) | st.text('time=levl"\\[GIN] |0123456789/:-', max_size=80))
def test_no_line_is_too_odd_to_be_taken_apart(text: str):
    assert parse_line(text).raw == text.rstrip("\r\n")
    parse_line(f"time={text} level=WARN msg={text}")


def test_a_line_is_kept_only_so_far():
    assert len(parse_line("x" * 100_000).raw) == LONGEST


def test_no_line_takes_long_to_be_taken_apart():
    began = time.thread_time()
    for _ in range(5):
        parse_line("time=1 " + '"\\' * LONGEST)
    assert time.thread_time() - began < 0.8


def test_the_recorded_log_is_understood():
    lines = [parse_line(line) for line in RECORDED.read_text("utf-8").splitlines()]
    assert Counter(line.writer for line in lines) == {
        Writer.ENGINE: 844,
        Writer.REQUEST: 250,
        Writer.SERVER: 164,
    }
    of_server = [line for line in lines if line.raw.startswith("time=")]
    assert all(line.time and line.time.astimezone(UTC).year == 2026 for line in of_server)
    assert all(line.source and line.message for line in of_server)
    assert sum(line.severity is Severity.ERROR for line in lines) == 40
