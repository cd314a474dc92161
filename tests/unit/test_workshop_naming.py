"""What drafts, models and files are called."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.name import parse_name
from desktop.workshop.naming import draft_name, file_name, model_name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/home/ada/reviewer/Modelfile", "reviewer"),
        ("/home/ada/reviewer/modelfile", "reviewer"),
        ("/home/ada/api-reviewer.Modelfile", "api-reviewer"),
        ("/home/ada/Modelfile.api-reviewer", "api-reviewer"),
        ("/home/ada/reviewer/Modelfile.txt", "reviewer"),
        ("/home/ada/notes.txt", "notes"),
        ("/Modelfile", "Modelfile"),
        ("/home/ada/llama3.2.Modelfile", "llama3.2"),
    ],
)
def test_a_draft_is_called_like_its_file(path: str, name: str) -> None:
    assert draft_name(Path(path)) == name


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("API reviewer", "api-reviewer"),
        ("translator:zh", "translator:zh"),
        ("-x-", "x"),
        ("审阅", ""),
        ("llama3.2:审阅", "llama3.2"),
    ],
)
def test_a_model_is_called_like_its_draft(name: str, model: str) -> None:
    assert model_name(name) == model


@given(st.text())
def test_every_model_name_is_one_that_a_server_takes(name: str) -> None:
    if found := model_name(name):
        parse_name(found)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("api-reviewer:latest", "api-reviewer-latest.Modelfile"),
        ("hf.co/user/repo:Q4_K_M", "hf.co-user-repo-Q4_K_M.Modelfile"),
        ("../../etc/passwd", "etc-passwd.Modelfile"),
        ("CON", "model-CON.Modelfile"),
        ("nul.x", "model-nul.x.Modelfile"),
        ("审阅", "审阅.Modelfile"),
        ("", "Modelfile"),
        ("...", "Modelfile"),
    ],
)
def test_a_file_is_called_like_its_draft(name: str, file: str) -> None:
    assert file_name(name) == file


@given(st.text())
def test_no_name_leaves_its_folder(name: str) -> None:
    found = file_name(name)
    assert Path(found).name == found
    assert len(found) <= 200
    assert not found.startswith((".", "-"))
    assert not set(found) & set('\\/:*?"<>|\0\n')
