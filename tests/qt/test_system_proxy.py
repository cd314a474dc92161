"""The system's proxy as Qt finds it, asked in a process of its own.

On Linux Qt reads the environment's variables, which is how it can be tried here.
"""

import sys
import threading
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.domain.proxy import Login, ProxyAddress, SystemAnswer
from desktop.ui.bridge import system_proxy
from desktop.ui.bridge.system_proxy import ask_qt, asking, read_answer

FAR = "http://ollama.example:11434"

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="Qt reads variables on Linux alone")


@on_linux
def test_qt_names_the_proxy_of_the_variables(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("http_proxy", "http://ann:secret@proxy.corp:3128")
    answer = ask_qt(FAR)
    assert answer.proxy == ProxyAddress("http", "proxy.corp", 3128)
    assert answer.login == Login("ann", "secret")


@on_linux
def test_qt_says_direct_where_there_is_no_proxy():
    assert ask_qt(FAR) == SystemAnswer()


@on_linux
def test_others_run_while_qt_is_asked(monkeypatch: pytest.MonkeyPatch):
    """With Qt asked in a thread of this process, nobody else would run until it has answered."""
    has_answered = threading.Event()
    asking = threading.Thread(target=lambda: (ask_qt(FAR), has_answered.set()))
    asking.start()
    turns = 0
    while not has_answered.is_set():
        turns += 1
    asking.join()
    assert turns > 1000


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b"{}",
        b'{"kind":"http","host":"a","port":"x","user":"","password":""}',
        b'{"kind":"","host":"","port":0,"user":"","password":""}',
        b'{"kind":"http","host":"","port":80,"user":"","password":""}',
    ],
)
def test_an_answer_that_cannot_be_read_means_no_proxy(line: bytes):
    assert read_answer(line) == SystemAnswer()


def test_a_socks_proxy_is_one_too():
    line = b'{"kind":"socks5","host":"[FD00::1]","port":1080,"user":"","password":""}'
    assert read_answer(line) == SystemAnswer(ProxyAddress("socks5", "fd00::1", 1080))


def test_a_process_that_fails_means_no_proxy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(system_proxy, "_SCRIPT", tmp_path / "none.py")
    assert ask_qt(FAR) == SystemAnswer()


def test_an_installed_app_asks_itself():
    """Its own program is no Python, and runs no scripts."""
    assert asking(FAR, "C:\\Programs\\Paddock.exe".replace("\\", "/"))[1:] == [
        "--system-proxy",
        FAR,
    ]
    assert asking(FAR, "/Applications/Paddock.app/Contents/MacOS/Paddock")[1] == "--system-proxy"
    assert asking(FAR, "/usr/bin/python3")[1] == "-P"


@on_linux
def test_an_installed_app_answers_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("http_proxy", "http://proxy.corp:3128")
    assert main(["--system-proxy", FAR]) == 0
    assert read_answer(capsys.readouterr().out.encode()).proxy == ProxyAddress(
        "http", "proxy.corp", 3128
    )
