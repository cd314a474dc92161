import os
import stat
import zipfile
from pathlib import Path

import pytest

from desktop.diagnostics.checkup import Checkup, Step, StepResult, StepState
from desktop.diagnostics.explain import Code, notice
from desktop.diagnostics.report import MAX_LOG, Report, clean, gather, told, write_zip
from desktop.domain.address import parse_address
from desktop.domain.host import Host, HostId
from desktop.storage.paths import Paths
from desktop.storage.settings import HostEntry, Settings

HOST = Host(HostId("1"), parse_address("192.168.1.20"), "tower")
CANARY = "canary-3f9a"
CHECKUP = Checkup(
    HOST,
    (
        StepResult(Step.ADDRESS, StepState.PASSED, 0.001, {"port": "11434"}),
        StepResult(Step.HTTP, StepState.FAILED, 0.2, {"status": "502"}),
        StepResult(Step.TOKEN),
    ),
    notice(Code.PROXY_ANSWERED, HOST, "<h1>502</h1>"),
    (notice(Code.KNOWN_HOLE, HOST, hole="CVE-1"),),
    is_done=True,
    seconds=0.25,
)


def text_of(report: Report) -> str:
    return "\n".join(file.text for file in report.files)


async def test_a_report_holds_versions_settings_findings_and_the_log(paths: Paths):
    paths.logs.mkdir(parents=True)
    paths.log_file.write_text("a line of the log\n")
    settings = Settings(hosts=(HostEntry("1", "http://192.168.1.20:11434", "tower"),))
    report = await gather({"Paddock": "0.3.0"}, settings, paths, [CHECKUP])
    assert [file.name for file in report.files] == [
        "versions.txt",
        "settings.json",
        "doctor.txt",
        "paddock.log",
    ]
    text = text_of(report)
    for part in ("Paddock: 0.3.0", "http://192.168.1.20:11434", "HTTP FAILED", "a line of the log"):
        assert part in text


async def test_no_secret_is_in_a_report(paths: Paths):
    paths.logs.mkdir(parents=True)
    paths.log_file.write_text(f"own header {CANARY}\nAuthorization: Bearer other-secret\n")
    settings = Settings(hosts=(HostEntry("1", f"http://me:{CANARY}@tower", CANARY),))
    text = text_of(await gather({}, settings, paths, [CHECKUP], [CANARY, "", "abc"]))
    assert CANARY not in text
    assert "other-secret" not in text
    assert "a line" not in text


def test_a_secret_is_found_as_json_has_it():
    assert "ü" not in clean('{"x": "sch\\u00fcssel"}', ["schüssel"])
    assert "00fcssel" not in clean('{"x": "sch\\u00fcssel"}', ["schüssel"])


async def test_only_the_end_of_a_long_log_is_taken(paths: Paths):
    paths.logs.mkdir(parents=True)
    paths.log_file.write_text("x" * 3 * MAX_LOG + "the end")
    log = (await gather({}, Settings(), paths)).files[-1].text
    assert log.endswith("the end")
    assert len(log) == MAX_LOG


async def test_without_a_log_the_rest_is_there(paths: Paths):
    assert (await gather({"Paddock": "1"}, Settings(), paths)).files[-1].text == ""


async def test_what_was_shown_is_what_is_written_for_this_user_alone(tmp_path: Path, paths: Paths):
    report = await gather({"Paddock": "1"}, Settings(), paths, [CHECKUP])
    path = tmp_path / "report.zip"
    await write_zip(report, path)
    with zipfile.ZipFile(path) as pack:
        assert {name: pack.read(name).decode() for name in pack.namelist()} == {
            file.name: file.text for file in report.files
        }
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_a_place_that_cannot_be_written_to_is_an_error(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        await write_zip(Report(()), tmp_path / "none" / "report.zip")


def test_a_checkup_is_told_in_codes_and_facts():
    assert told(CHECKUP).splitlines() == [
        "tower (http://192.168.1.20:11434), 0.25 s",
        "  ADDRESS PASSED 0.001 s port='11434'",
        "  HTTP FAILED 0.200 s status='502'",
        "  note: KNOWN_HOLE host='tower' address='192.168.1.20:11434' hole='CVE-1'",
        "  finding: PROXY_ANSWERED host='tower' address='192.168.1.20:11434'",
        "    '<h1>502</h1>'",
    ]
