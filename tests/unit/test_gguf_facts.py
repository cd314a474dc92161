"""What a person is told of a GGUF file."""

import struct
from io import BytesIO

import pytest

from desktop.domain.gguf import NotGguf
from desktop.domain.gguf_facts import GgufFacts, GgufKind, Split, Tokenizer, facts_of
from desktop.domain.gguf_trouble import GgufTrouble
from tests.gguf_files import LORA, MODEL, PROJECTOR, TINY, VOCABULARY, gguf


def _facts(raw: bytes, name: str = "") -> GgufFacts:
    return facts_of(BytesIO(raw), len(raw), name)


def _troubles(facts: GgufFacts) -> list[GgufTrouble]:
    return [problem.trouble for problem in facts.problems]


def test_a_real_file_is_described() -> None:
    facts = _facts(TINY.read_bytes())
    assert (facts.kind, facts.architecture, facts.name) == (GgufKind.MODEL, "llama", "tiny")
    assert (facts.parameter_count, facts.quantization) == (1_426_688, "F16")
    assert (facts.context_length, facts.embedding_length, facts.layers) == (32768, 256, 2)
    assert facts.template.startswith("{% for m in messages %}")
    assert (facts.licence, facts.tokenizer) == ("mit", Tokenizer("llama", 480))
    assert not facts.problems


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (gguf(LORA), GgufKind.LORA),
        (gguf(PROJECTOR), GgufKind.PROJECTOR),
        (gguf({"general.architecture": "clip"}), GgufKind.PROJECTOR),
        (gguf(VOCABULARY, {}), GgufKind.VOCAB),
        (gguf({"general.type": "imatrix"}), GgufKind.OTHER),
        (gguf(MODEL, {}), GgufKind.OTHER),
    ],
)
def test_a_file_is_known_for_what_it_is(raw: bytes, kind: GgufKind) -> None:
    assert _facts(raw).kind is kind


@pytest.mark.parametrize("version", [1, 2, 3])
@pytest.mark.parametrize("order", ["<", ">"])
def test_every_version_is_read_in_either_order_of_bytes(version: int, order: str) -> None:
    facts = _facts(gguf(version=version, order=order))
    assert (facts.version, facts.context_length) == (version, 4096)
    assert _troubles(facts) == ([GgufTrouble.BIG_ENDIAN] if order == ">" else [])


def test_weights_that_end_too_early_are_counted() -> None:
    whole = gguf()
    (problem,) = _facts(whole[:-100]).problems
    assert problem.trouble is GgufTrouble.DATA_CUT
    assert (problem.have, problem.want) == (len(whole) - 100, len(whole))


def test_a_header_that_ends_too_early_tells_what_it_told() -> None:
    facts = _facts(TINY.read_bytes()[:3000])
    assert facts.architecture == "llama"
    assert _troubles(facts) == [GgufTrouble.HEADER_CUT]
    assert facts.is_damaged


def test_a_version_that_is_not_written_yet_is_named() -> None:
    assert _troubles(_facts(gguf(version=4))) == [GgufTrouble.NEW_VERSION]


def test_an_alignment_that_is_no_power_of_two_is_wrong() -> None:
    facts = _facts(gguf({**MODEL, "general.alignment": 48}))
    assert _troubles(facts) == [GgufTrouble.HEADER_WRONG]


def test_tensors_that_are_not_aligned_are_told() -> None:
    facts = _facts(gguf({**MODEL, "general.alignment": 1024}, {"a": [8], "b": [8]}))
    assert GgufTrouble.MISALIGNED in _troubles(facts)


def test_a_tensor_of_an_unknown_type_leaves_the_size_open() -> None:
    raw = gguf(tensors={"a": [8]})
    kind = raw.index(struct.pack("<QIQ", 8, 0, 0)) + 8
    facts = _facts(raw[:kind] + struct.pack("<I", 99) + raw[kind + 4 :])
    assert [(p.trouble, p.said) for p in facts.problems] == [(GgufTrouble.UNKNOWN_TYPE, "99")]


def test_one_part_of_several_is_known_by_its_header_or_its_name() -> None:
    raw = gguf({**MODEL, "split.no": 1, "split.count": 3})
    assert _facts(raw).split == Split(2, 3)
    assert _facts(gguf(), "big-00002-of-00003.gguf").split == Split(2, 3)
    assert _facts(gguf(), "small-00001-of-00001.gguf").split is None


def test_the_type_of_most_bytes_stands_in_for_what_is_not_said() -> None:
    assert _facts(gguf()).quantization == "F32"
    assert _facts(gguf({**MODEL, "general.file_type": 15})).quantization == "Q4_K_M"


def test_what_has_the_wrong_type_counts_as_unknown() -> None:
    facts = _facts(gguf({**MODEL, "general.name": 7, "llama.block_count": "many"}))
    assert (facts.name, facts.layers) == ("", 0)


def test_something_else_is_refused() -> None:
    with pytest.raises(NotGguf):
        _facts(b"PK\3\4 and so on")


def test_a_model_is_measured_by_its_layers_and_their_bytes() -> None:
    shape = _facts(TINY.read_bytes()).shape
    assert shape is not None
    assert (shape.layers, shape.embedding, shape.vocabulary) == (2, 256, 480)
    assert shape.weight_bytes == pytest.approx(TINY.stat().st_size, rel=0.2)


def test_an_adapter_and_one_part_of_a_model_have_no_measure() -> None:
    measured = {
        "llama.block_count": 1,
        "llama.embedding_length": 8,
        "llama.attention.head_count": 2,
    }
    assert _facts(gguf({**MODEL, **measured})).shape is not None
    assert _facts(gguf({**LORA, **measured})).shape is None
    assert _facts(gguf({**MODEL, **measured, "split.count": 2})).shape is None
