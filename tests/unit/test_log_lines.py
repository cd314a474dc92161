"""Lines of a server's log, explained. The recording is of a real server, 0.33.0-rc2 on Linux."""

from pathlib import Path

import pytest

from desktop.diagnostics.codes import Code, Remedy
from desktop.diagnostics.log_lines import explain_log_line

RECORDED = Path(__file__).parents[1] / "recordings" / "server.log"
AT = "time=2026-11-20T07:33:31.009Z"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (
            f'{AT} level=WARN source=x.go:1 msg="refresh failed" error="Get '
            '\\"https://ollama.com/api/tags\\": dial tcp: lookup ollama.com: no such host"',
            Code.CLOUD_UNREACHABLE,
        ),
        (f'{AT} level=ERROR msg="CUDA error: device lost"', Code.GPU_FAILED),
        ("alloc_tensor_range: failed to allocate CPU buffer of size 40960", Code.MEMORY_TOO_SMALL),
        ("alloc_tensor_range: failed to allocate CUDA0 buffer", Code.GPU_MEMORY_TOO_SMALL),
        ("/src/ggml/ops.cpp:5068: fatal error", Code.ENGINE_STOPPED),
        (f'{AT} level=WARN msg="bad manifest" name=a error="invalid"', Code.MANIFEST_INVALID),
    ],
)
def test_words_that_are_known_are_explained(line: str, code: Code):
    explanation = explain_log_line(line)
    assert explanation is not None
    assert explanation.code is code
    assert explanation.raw == line


@pytest.mark.parametrize(
    "line",
    [
        "",
        f'{AT} level=INFO source=x.go:1 msg="CUDA error: none"',
        f'{AT} level=WARN source=x.go:1 msg="nobody knows these words"',
        '[GIN] 2026/11/20 - 07:20:36 | 500 | 1.9ms | 127.0.0.1 | POST     "/api/pull"',
    ],
)
def test_a_line_that_says_nothing_bad_or_nothing_known_is_left_alone(line: str):
    assert explain_log_line(line) is None


def test_a_truncated_prompt_is_told_with_its_figures():
    line = f'{AT} level=WARN msg="truncating input prompt" limit=259 prompt=18023 keep=5 new=259'
    explanation = explain_log_line(line)
    assert explanation is not None
    assert (explanation.code, explanation.remedies) == (
        Code.PROMPT_TRUNCATED,
        (Remedy.RAISE_CONTEXT,),
    )
    assert explanation.facts == {"tokens": "18023", "context": "259"}


def test_nobody_is_sent_to_the_log_who_is_reading_it():
    explanation = explain_log_line(f'{AT} level=ERROR msg="llama runner process has terminated"')
    assert explanation is not None
    assert Remedy.SHOW_LOG not in explanation.remedies


def test_the_recorded_log_has_these_errors_to_explain():
    lines = RECORDED.read_text("utf-8").splitlines()
    codes = {found.code for line in lines if (found := explain_log_line(line))}
    assert codes == {
        Code.CLOUD_UNREACHABLE,
        Code.CONTEXT_EXCEEDED,
        Code.ENGINE_CRASHED_LOADING,
        Code.ENGINE_STOPPED,
        Code.GPU_MEMORY_TOO_SMALL,
        Code.LOAD_CANCELLED,
        Code.MANIFEST_INVALID,
        Code.MEMORY_TOO_SMALL,
        Code.PROMPT_TRUNCATED,
    }
