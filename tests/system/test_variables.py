"""The variables that steer a server."""

import pytest

from desktop.system.exposure import Exposure, exposure_of
from desktop.system.variables import BY_NAME, VARIABLES, Problem, is_on, problem_of

GOOD = {
    "OLLAMA_HOST": ["0.0.0.0", "127.0.0.1:11434", ":11434", "http://nas:80", "[::1]:1", "::1"],
    "OLLAMA_MODELS": ["/srv/models", "D:\\models", "/with a space"],
    "OLLAMA_KEEP_ALIVE": ["5m", "1h30m", "-1", "300", "1.5h", "-1s"],
    "OLLAMA_NUM_PARALLEL": ["4"],
    "OLLAMA_FLASH_ATTENTION": ["1", "true", "0"],
    "OLLAMA_KV_CACHE_TYPE": ["q8_0"],
    "OLLAMA_ORIGINS": ["https://a.example,app://*"],
    "HTTPS_PROXY": ["http://proxy.example:3128", "socks5://me:secret@10.0.0.1"],
    "CUDA_VISIBLE_DEVICES": ["0,1", "GPU-8a1b", "-1"],
}
BAD = [
    ("OLLAMA_HOST", "nas:port", Problem.NOT_AN_ADDRESS),
    ("OLLAMA_HOST", "ftp://nas", Problem.NOT_AN_ADDRESS),
    ("OLLAMA_HOST", "a b", Problem.NOT_AN_ADDRESS),
    ("OLLAMA_MODELS", "models", Problem.NOT_A_WHOLE_PATH),
    ("OLLAMA_KEEP_ALIVE", "5 minutes", Problem.NOT_A_DURATION),
    ("OLLAMA_LOAD_TIMEOUT", "1d", Problem.NOT_A_DURATION),
    ("OLLAMA_MAX_QUEUE", "-1", Problem.NOT_A_NUMBER),
    ("OLLAMA_GPU_OVERHEAD", "1GB", Problem.NOT_A_NUMBER),
    ("OLLAMA_NO_CLOUD", "no", Problem.NOT_A_SWITCH),
    ("OLLAMA_KV_CACHE_TYPE", "q5_0", Problem.NOT_A_CHOICE),
    ("OLLAMA_ORIGINS", "https://a.example, app://*", Problem.SPACE),
    ("HTTPS_PROXY", "proxy.example:3128", Problem.NOT_A_PROXY),
    ("HTTPS_PROXY", "http://[", Problem.NOT_A_PROXY),
    ("OLLAMA_ORIGINS", "a\nb", Problem.INVISIBLE),
    ("OLLAMA_ORIGINS", "a" * 9000, Problem.TOO_LONG),
]


@pytest.mark.parametrize(("name", "value"), [(n, v) for n, vs in GOOD.items() for v in vs])
def test_what_the_server_understands_has_no_problem(name: str, value: str):
    assert problem_of(BY_NAME[name], value) is None


@pytest.mark.parametrize(("name", "value", "problem"), BAD)
def test_what_it_would_not_understand_is_named(name: str, value: str, problem: Problem):
    assert problem_of(BY_NAME[name], value) is problem


def test_every_default_is_a_value_that_it_understands():
    assert not [each for each in VARIABLES if problem_of(each, each.default)]


def test_every_variable_has_a_help_key_of_its_own():
    assert len({each.help_key for each in VARIABLES}) == len(VARIABLES)


def test_a_word_that_is_no_switch_counts_as_on():
    assert is_on("no")
    assert not is_on("false")
    assert not is_on("")


@pytest.mark.parametrize(
    ("address", "exposure"),
    [
        ("", Exposure.THIS_COMPUTER),
        ("127.0.0.1:11434", Exposure.THIS_COMPUTER),
        ("http://localhost:80", Exposure.THIS_COMPUTER),
        ("[::1]:11434", Exposure.THIS_COMPUTER),
        ("0.0.0.0", Exposure.EVERYWHERE),
        ("http://0.0.0.0:11434", Exposure.EVERYWHERE),
        ("[::]:11434", Exposure.EVERYWHERE),
        ("::", Exposure.EVERYWHERE),
        (":11434", Exposure.EVERYWHERE),
        ("192.168.1.20", Exposure.ONE_NETWORK),
        ("nas.local", Exposure.ONE_NETWORK),
    ],
)
def test_who_reaches_an_address_is_told(address: str, exposure: Exposure):
    assert exposure_of(address) is exposure
