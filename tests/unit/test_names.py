"""What a server takes for a model's name, and what people paste."""

import contextlib
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.name import (
    BadName,
    NameProblem,
    is_same_name,
    parse_name,
    read_pasted,
    split_tag,
)

PART = st.text(string.ascii_letters + string.digits + "_-.", min_size=1, max_size=80).filter(
    lambda part: part[0] not in "-."
)
NAMESPACE = PART.filter(lambda part: "." not in part)


@pytest.mark.parametrize(
    ("text", "short", "key"),
    [
        ("llama3.2", "llama3.2:latest", "registry.ollama.ai/library/llama3.2:latest"),
        ("qwen2.5:14b", "qwen2.5:14b", "registry.ollama.ai/library/qwen2.5:14b"),
        ("me/Model:Q4", "me/Model:Q4", "registry.ollama.ai/me/model:q4"),
        ("hf.co/u/r:Q4_K_M", "hf.co/u/r:Q4_K_M", "hf.co/u/r:q4_k_m"),
        ("localhost:5000/me/x", "localhost:5000/me/x:latest", "localhost:5000/me/x:latest"),
        ("http://localhost:5000/me/x:v1", "localhost:5000/me/x:v1", "localhost:5000/me/x:v1"),
        ("  tiny \n", "tiny:latest", "registry.ollama.ai/library/tiny:latest"),
        ("_x", "_x:latest", "registry.ollama.ai/library/_x:latest"),
        ("a" * 80, "a" * 80 + ":latest", f"registry.ollama.ai/library/{'a' * 80}:latest"),
    ],
)
def test_a_name_is_filled_in_as_the_server_does(text: str, short: str, key: str):
    name = parse_name(text)
    assert (name.short, name.key) == (short, key)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", NameProblem.EMPTY),
        ("   ", NameProblem.EMPTY),
        ("my model", NameProblem.SPACE),
        ("tiny\u200b", NameProblem.INVISIBLE),
        ("tiny\u202egnp", NameProblem.INVISIBLE),
        ("ti\tny", NameProblem.INVISIBLE),
        ("ti\x00ny", NameProblem.INVISIBLE),
        ("tïny", NameProblem.NOT_ASCII),
        ("模型", NameProblem.NOT_ASCII),
        ("tiny!", NameProblem.CHARACTER),
        ("-tiny", NameProblem.CHARACTER),
        (".tiny", NameProblem.CHARACTER),
        ("tiny:-v1", NameProblem.CHARACTER),
        ("my.name/tiny", NameProblem.CHARACTER),
        ("a" * 81, NameProblem.TOO_LONG),
        ("x" * 351 + "/a/b", NameProblem.TOO_LONG),
        ("x:" + "t" * 81, NameProblem.TOO_LONG),
        ("tiny@sha256:abc", NameProblem.DIGEST),
        ("tiny:", NameProblem.PART_EMPTY),
        ("me//tiny", NameProblem.PART_EMPTY),
        ("/me/tiny", NameProblem.PART_EMPTY),
        (":v1", NameProblem.PART_EMPTY),
        ("a/b/c/d", NameProblem.PARTS),
        ("hü/a/b", NameProblem.NOT_ASCII),
        ("a$b/me/tiny", NameProblem.CHARACTER),
        ("-box/me/tiny", NameProblem.CHARACTER),
        ("[::1]:5000/me/tiny", NameProblem.CHARACTER),
    ],
)
def test_a_name_the_server_refuses_says_why(text: str, problem: NameProblem):
    with pytest.raises(BadName) as caught:
        parse_name(text)
    assert caught.value.problem is problem


@given(NAMESPACE, PART, PART)
def test_reading_a_name_again_changes_nothing(namespace: str, model: str, tag: str):
    name = parse_name(f"{namespace}/{model}:{tag}")
    assert parse_name(name.short) == name
    assert parse_name(name.key).key == name.key


@given(NAMESPACE, PART, PART)
def test_case_makes_no_other_name(namespace: str, model: str, tag: str):
    text = f"{namespace}/{model}:{tag}"
    assert is_same_name(text.upper(), text.lower())


@given(st.text())
def test_any_text_is_a_name_or_says_why_not(text: str):
    for read in (parse_name, read_pasted):
        with contextlib.suppress(BadName):
            name = read(text)
            assert parse_name(name.short) == name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("x", "x:latest", True),
        ("X", "x", True),
        ("library/x", "registry.ollama.ai/library/x:LATEST", True),
        ("x:v1", "x", False),
        ("me/x", "x", False),
        ("not a name", " not a name ", True),
        ("not a name", "x", False),
    ],
)
def test_names_are_compared_as_the_server_does(one: str, other: str, same: bool):
    assert is_same_name(one, other) is same


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("tiny:v1", ("tiny", "v1")),
        ("tiny", ("tiny", "")),
        ("localhost:5000/me/tiny", ("localhost:5000/me/tiny", "")),
        ("localhost:5000/me/tiny:v1", ("localhost:5000/me/tiny", "v1")),
    ],
)
def test_the_tag_is_split_off(name: str, parts: tuple[str, str]):
    assert split_tag(name) == parts


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("llama3.2", "llama3.2:latest"),
        ("ollama run llama3.2", "llama3.2:latest"),
        ("  ollama   pull qwen2.5:14b  ", "qwen2.5:14b"),
        ("$ ollama pull x", "x:latest"),
        ("> ollama run x", "x:latest"),
        ("PS C:\\Users\\me> ollama run x", "x:latest"),
        ("C:\\Users\\me>ollama.exe run x", "x:latest"),
        ("me@box:~$ ollama run x", "x:latest"),
        ("root@box:/# ollama run x", "x:latest"),
        ("sudo ollama pull x:v1", "x:v1"),
        ("OLLAMA_HOST=box:11434 ollama run x", "x:latest"),
        ("docker exec -it ollama ollama run x", "x:latest"),
        ("ollama run --verbose x", "x:latest"),
        ("ollama run --keepalive 5m x", "x:latest"),
        ("ollama run --keepalive=5m x", "x:latest"),
        ("ollama run --format json x", "x:latest"),
        ('ollama run x --verbose "why is the sky blue?"', "x:latest"),
        ('ollama run "x"', "x:latest"),
        ("ollama run hf.co/u/r:Q4_K_M", "hf.co/u/r:Q4_K_M"),
        ("ollama run huggingface.co/u/r:Q4_K_M", "hf.co/u/r:Q4_K_M"),
        ("`ollama run x`", "x:latest"),
        ("```\nollama run x\n```", "x:latest"),
        ("```sh\nollama run x\n```", "x:latest"),
        ("ollama pull x\nollama run x", "x:latest"),
        ("https://ollama.com/library/qwen2.5", "qwen2.5:latest"),
        ("https://ollama.com/library/qwen2.5:14b", "qwen2.5:14b"),
        ("https://ollama.com/library/qwen2.5/", "qwen2.5:latest"),
        ("https://ollama.com/library/qwen2.5/tags", "qwen2.5:latest"),
        ("https://ollama.com/library/qwen2.5:14b?x=1#readme", "qwen2.5:14b"),
        ("https://www.ollama.com/library/qwen2.5:14b/blobs/2049f5674b1e", "qwen2.5:14b"),
        ("ollama.com/library/qwen2.5", "qwen2.5:latest"),
        ("https://ollama.com/me/model", "me/model:latest"),
        ("https://ollama.com/me/model:v2/tags", "me/model:v2"),
        ("https://ollama.com/me/model/tags", "me/model:latest"),
        ("<https://ollama.com/library/qwen2.5>", "qwen2.5:latest"),
        ("hf.co/u/r:Q4_K_M", "hf.co/u/r:Q4_K_M"),
        ("https://huggingface.co/u/r", "hf.co/u/r:latest"),
        ("https://huggingface.co/u/r-GGUF/tree/main", "hf.co/u/r-GGUF:latest"),
        ("https://huggingface.co/u/r-GGUF?local-app=ollama", "hf.co/u/r-GGUF:latest"),
        ("https://huggingface.co/u/r-GGUF/blob/main/r-Q4_K_M.gguf", "hf.co/u/r-GGUF:Q4_K_M"),
        (
            "https://huggingface.co/u/r/resolve/main/r.IQ2_XS.gguf?download=true",
            "hf.co/u/r:IQ2_XS",
        ),
        ("https://huggingface.co/u/r/blob/main/r-00001-of-2.gguf", "hf.co/u/r:latest"),
    ],
)
def test_a_name_is_found_in_what_people_paste(text: str, short: str):
    assert read_pasted(text).short == short


@pytest.mark.parametrize(
    "text",
    [
        "https://ollama.com",
        "https://ollama.com/",
        "https://ollama.com/search?q=x",
        "https://ollama.com/library",
        "https://ollama.com/models",
        "https://ollama.com/me",
        "https://ollama.com/blog/x",
        "https://huggingface.co/u",
        "https://huggingface.co/datasets/u/r",
        "https://huggingface.co/",
    ],
)
def test_a_page_without_a_model_says_so(text: str):
    with pytest.raises(BadName) as caught:
        read_pasted(text)
    assert caught.value.problem is NameProblem.NOT_A_MODEL_PAGE


@pytest.mark.parametrize("text", ["ollama run", "ollama pull --insecure", "http://[", "", "``"])
def test_a_line_without_a_name_is_refused(text: str):
    with pytest.raises(BadName):
        read_pasted(text)
