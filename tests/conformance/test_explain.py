"""Every recorded failure has the cause that was read out of it by hand."""

import json
from pathlib import Path

import pytest

from desktop.diagnostics.explain import Code
from tests.conformance.explain_all import code_of, explain_files, has_failed
from tests.conformance.replay_all import EXCHANGES, exchanges_in
from tests.conformance.replay_recording import read_recording

CODES: dict[str, str] = json.loads((Path(__file__).parent / "codes.json").read_text("utf-8"))


def test_a_cause_is_named_for_every_recorded_failure_and_for_nothing_else():
    failed = {file.stem for file in exchanges_in(EXCHANGES) if has_failed(read_recording(file))}
    assert failed == CODES.keys()


def test_no_recorded_failure_is_unknown():
    assert {Code[name] for name in CODES.values()}.isdisjoint({Code.UNKNOWN})


@pytest.mark.parametrize("name", CODES)
async def test_a_recorded_failure_has_its_cause(name: str):
    code = await code_of(read_recording(EXCHANGES / f"{name}.json"))
    assert code.name == CODES[name]


async def test_a_line_is_said_for_each_failure_alone(tmp_path: Path):
    for name in ("show_unknown", "delete_unknown", "chat_stream"):
        (tmp_path / f"{name}.json").write_text((EXCHANGES / f"{name}.json").read_text("utf-8"))
    (tmp_path / "half.json").write_text('{"request"')
    lines: list[str] = []
    found = await explain_files(exchanges_in(tmp_path), lines.append)
    assert lines == ["delete_unknown MODEL_GONE", "show_unknown MODEL_MISSING"]
    assert (found.failures, found.unknown, found.unreadable) == (2, 0, 1)
