"""A recipe that came from no draft is written as one."""

from desktop.domain.model import SampleMessage
from desktop.domain.modelfile import parse
from desktop.domain.recipe import Recipe, recipe_of
from desktop.workshop.rewriting import text_of

FULL = Recipe(
    bases=("llama3.2:3b",),
    adapter="./a.gguf",
    draft="./d.gguf",
    template="{{ .System }}\n{{ .Prompt }}",
    system='"你好"\n',
    licenses=("MIT", "a\nb"),
    parameters={
        "temperature": 0.7000001,
        "min_p": 1e-07,
        "top_p": 1.0,
        "num_ctx": 8192,
        "use_mmap": False,
        "stop": ["<|a|>", " b "],
    },
    messages=(SampleMessage("user", "hi"), SampleMessage("assistant", "a\nb")),
    renderer="r",
    parser="p",
    requires="0.14.0",
)


def test_a_recipe_comes_back_from_its_text() -> None:
    assert recipe_of(parse(text_of(FULL))) == FULL


def test_what_no_text_can_hold_is_left_out() -> None:
    text = text_of(Recipe(bases=("m",), system="a\u200db", template="t"))
    assert parse(text).pairs() == [("model", "m"), ("template", "t")]
