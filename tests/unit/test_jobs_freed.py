"""What deleting frees, never more than the truth."""

import time

from desktop.domain.model import InstalledModel, ModelDetails
from desktop.jobs.freed import Freed, freed

_QWEN = ModelDetails("gguf", "qwen2", parameter_size="7.6B", quantization_level="Q4_K_M")
_LLAMA = ModelDetails("gguf", "llama", parameter_size="8.0B", quantization_level="Q4_K_M")


def _model(
    name: str, digest: str, size: int = 100, details: ModelDetails = _QWEN, remote: str = ""
) -> InstalledModel:
    return InstalledModel(name, digest, size, details=details, remote_host=remote)


_A, _B = _model("a", "d1"), _model("b", "d2", 70, _LLAMA)


def test_a_model_alone_frees_its_size() -> None:
    assert freed([_A], [_A, _B]) == Freed(100, is_exact=True)


def test_a_second_name_for_the_same_manifest_frees_nothing() -> None:
    twin = _model("twin", "d1")
    assert freed([_A], [_A, twin, _B]) == Freed(0, is_exact=True, sharing=("twin",))


def test_two_names_for_one_manifest_that_both_go_count_once() -> None:
    twin = _model("twin", "d1")
    assert freed([_A, twin, _B], [_A, twin, _B]) == Freed(170, is_exact=True)


def test_a_model_that_looks_alike_may_share_its_weights() -> None:
    custom = _model("custom", "d3", 101)
    assert freed([_A], [_A, custom]) == Freed(100, is_exact=False, sharing=("custom",))


def test_known_weights_settle_what_is_shared() -> None:
    custom = _model("custom", "d3", 101)
    weights = {"a": "w", "custom": "w"}
    assert freed([_A], [_A, custom], weights) == Freed(0, is_exact=True, sharing=("custom",))
    weights["custom"] = "v"
    assert freed([_A], [_A, custom], weights) == Freed(100, is_exact=True)


def test_the_weights_of_only_one_say_nothing() -> None:
    custom = _model("custom", "d3", 101)
    assert not freed([_A], [_A, custom], {"a": "w"}).is_exact


def test_models_that_go_together_and_share_count_their_weights_once() -> None:
    custom = _model("custom", "d3", 101)
    both = [_A, custom]
    assert freed(both, both, {"a": "w", "custom": "w"}) == Freed(101, is_exact=True)
    assert freed(both, both) == Freed(201, is_exact=False)


def test_a_chain_of_names_and_weights_is_one_group() -> None:
    twin, custom = _model("twin", "d1"), _model("custom", "d3", 101)
    going = [_A, custom, twin]
    assert freed(going, going, {"twin": "w", "custom": "w"}) == Freed(101, is_exact=True)


def test_unknown_details_may_be_anything() -> None:
    bare = _model("bare", "d4", details=ModelDetails())
    assert not freed([_A], [_A, bare]).is_exact


def test_a_remote_stub_shares_nothing() -> None:
    stub = _model("stub", "d5", 300, ModelDetails(), remote="https://example.com")
    assert freed([_A], [_A, stub]) == Freed(100, is_exact=True)


def test_deleting_nothing_frees_nothing() -> None:
    assert freed([], [_A]) == Freed(0, is_exact=True)


def test_ten_thousand_that_all_may_share_are_no_matter() -> None:
    models = [_model(f"m{number}", f"d{number}") for number in range(10_000)]
    half = {model.name: model.name for model in models[:5_000]}
    same = {model.name: "w" for model in models}
    for weights in ({}, half, same):
        began = time.thread_time()
        found = freed(models, models, weights)
        assert found.is_exact == (weights is same)
        assert time.thread_time() - began < 1.5


def test_what_is_not_told_of_a_model_may_be_anything() -> None:
    vague = _model("vague", "d9", details=ModelDetails())
    assert freed([_A], [_A, _B, vague]) == Freed(100, is_exact=False, sharing=("vague",))
    assert freed([vague], [_A, _B, vague]).sharing == ("a", "b")
    assert freed([_A], [_A, vague], {"a": "w", "vague": "v"}).is_exact
