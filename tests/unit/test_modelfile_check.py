import time

import pytest

from desktop.domain.modelfile import parse
from desktop.domain.modelfile_check import Trap, check, is_path


def traps(text: str) -> list[Trap]:
    return [finding.trap for finding in check(text, parse(text))]


@pytest.mark.parametrize(
    ("text", "trap"),
    [
        ("FROM x\nSYSTM a\n", Trap.SYNTAX),
        ("FROM x\nPARAMETER  temperature 1\n", Trap.TWO_SPACES),
        ("FROM x\nLICENSE \n", Trap.EMPTY_VALUE),
        ("FROM x\nPARAMETER stop \n", Trap.EMPTY_VALUE),
        ("FROM \n", Trap.NO_BASE),
        ('FROM x\nSYSTEM "open\nPARAMETER stop x\nLICENSE "a"\n', Trap.SWALLOWED),
        (
            'FROM x\nSYSTEM """open\nPARAMETER seed 1\nTEMPLATE """{{ .Prompt }}"""\n',
            Trap.SWALLOWED,
        ),
        ('FROM x\nSYSTEM "a" b\nc"\n', Trap.TEXT_BEHIND_QUOTE),
        ('FROM x\nSYSTEM """a""" b\nc"""\n', Trap.TEXT_BEHIND_QUOTE),
        ("FROM x\nSYSTEM a\u200db\n", Trap.DROPPED),
        ("FROM x\nPARAMETER temprature 1\n", Trap.UNKNOWN_PARAMETER),
        ('FROM x\nPARAMETER num_ctx "abc"\n', Trap.BAD_VALUE),
        ("FROM x\nPARAMETER num_ctx 4096.5\n", Trap.BAD_VALUE),
        ("FROM x\nPARAMETER use_mmap yes\n", Trap.BAD_VALUE),
        ("FROM x\nPARAMETER temperature 9\n", Trap.UNUSUAL_VALUE),
        ("FROM x\nPARAMETER mirostat 1\n", Trap.DEPRECATED),
        ("FROM x\nSYSTEM a\nSYSTEM b\n", Trap.OVERRIDDEN),
        ("FROM x\nFROM y\n", Trap.OVERRIDDEN),
        ("FROM x\nPARAMETER seed 1\nPARAMETER seed 2\n", Trap.OVERRIDDEN),
        ("FROM x\nADAPTER a\nADAPTER b\n", Trap.SEVERAL_ADAPTERS),
        ("FROM x\nREQUIRES soon\n", Trap.BAD_VERSION),
        ("FROM x\nREQUIRES 0.09\n", Trap.BAD_VERSION),
        ("FROM x\nREQUIRES 1.2-rc1\n", Trap.BAD_VERSION),
        ("FROM bad name\n", Trap.BAD_BASE_NAME),
    ],
)
def test_each_trap_is_found(text: str, trap: Trap):
    assert traps(text) == [trap]


@pytest.mark.parametrize(
    "text",
    [
        "FROM llama3.2:3b\n# a comment\nPARAMETER stop a\nPARAMETER stop b\nSYSTEM Be brief.\n",
        "FROM ./weights.gguf\nFROM ./mmproj.gguf\n",
        'FROM ./weights.gguf\nTEMPLATE """{{ .System }}\n{{ .Prompt }}"""\nREQUIRES v0.14.0\n',
        "FROM x\nPARAMETER seed -1\nPARAMETER num_predict -1\nPARAMETER num_thread 0\n",
        "FROM x\nMESSAGE user hello\nMESSAGE user hello\nSYSTEM \n",
        'FROM x\nSYSTEM """Say:\nFROM here to there"""\n',
        'FROM x\nSYSTEM """Quote with """ as here."""\nREQUIRES v1.2.3-rc.1+a\n',
    ],
)
def test_what_is_meant_so_is_left_alone(text: str):
    assert traps(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("FROM x\nPARAMETER  temperature 1\n", "FROM x\nPARAMETER temperature 1\n"),
        ("FROM x\nPARAMETER temprature 1\n", "FROM x\nPARAMETER temperature 1\n"),
        ("FROM x\nSYSTEM a\u200db\n", "FROM x\nSYSTEM ab\n"),
        (
            'FROM x\nSYSTEM "open\nPARAMETER stop "a"\n',
            'FROM x\nSYSTEM "open"\nPARAMETER stop "a"\n',
        ),
        (
            'FROM x\nSYSTEM """open\nTEMPLATE """{{ .Prompt }}"""\n',
            'FROM x\nSYSTEM """open"""\nTEMPLATE """{{ .Prompt }}"""\n',
        ),
    ],
)
def test_a_fix_mends_the_text(text: str, mended: str):
    finding = check(text, parse(text))[0]
    assert finding.fix is not None
    span = finding.fix.span
    assert text[: span.start] + finding.fix.text + text[span.end :] == mended
    assert traps(mended) == []


def test_a_line_is_counted_as_a_person_sees_it():
    text = "FROM x\r\nPARAMETER  temperature 1\r\n"
    assert check(text, parse(text))[0].line == 2


@pytest.mark.parametrize("base", ["./a", "../a.gguf", "/a", "~/a", "C:\\a.gguf", "a.gguf", "."])
def test_a_path_is_told_from_a_name(base: str):
    assert is_path(base)
    assert not is_path("hf.co/bartowski/llama:q4")


@pytest.mark.no_cover
def test_a_long_text_full_of_findings_is_checked_in_a_moment():
    begun = time.process_time()
    text = "FROM x\n" + "PARAMETER  seed 1\n" * 5_000 + "SYSTEM " + "a\u200b" * 50_000
    assert len(check(text, parse(text))) == 5_001
    assert time.process_time() - begun < 5
