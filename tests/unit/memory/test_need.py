"""The formula reproduces the check values of tests/conformance/MEMORY.md, to the byte."""

from dataclasses import replace

import pytest

from desktop.domain.memory import BASE, BASE_METAL, KvType, Load, Room, need_of
from desktop.domain.model_shape import Recurrent
from tests.unit.memory.shapes import LLAMA_8B, MIB


@pytest.mark.parametrize(
    ("context", "mebibytes"), [(4096, 512), (8192, 1024), (32768, 4096), (131072, 16384)]
)
def test_keys_and_values_of_an_8b_take_what_was_measured(context: int, mebibytes: int):
    assert need_of(LLAMA_8B, Load(context)).kv == mebibytes * MIB


@pytest.mark.parametrize(("kind", "mebibytes"), [(KvType.Q8_0, 2176), (KvType.Q4_0, 1152)])
def test_quantised_keys_and_values_take_what_was_measured(kind: KvType, mebibytes: int):
    assert need_of(LLAMA_8B, Load(32768, kv_type=kind)).kv == mebibytes * MIB


@pytest.mark.parametrize(
    ("load", "mebibytes"),
    [
        (Load(4096), 258),
        (Load(32768), 258),
        (Load(4096, has_flash_attention=False), 296),
        (Load(32768, has_flash_attention=False), 2144),
    ],
)
def test_the_graph_of_an_8b_takes_what_was_measured(load: Load, mebibytes: int):
    assert round(need_of(LLAMA_8B, load).graph / MIB) == mebibytes


def test_two_requests_at_a_time_take_the_context_twice():
    one, two = need_of(LLAMA_8B, Load(4096)), need_of(LLAMA_8B, Load(4096, parallel=2))
    assert two.kv == 2 * one.kv


def test_a_context_beyond_what_a_model_was_trained_for_is_clamped_as_a_host_does():
    assert need_of(LLAMA_8B, Load(1 << 20)) == need_of(LLAMA_8B, Load(131072))


def test_a_window_that_slides_holds_no_more_than_itself_and_a_batch():
    windows = tuple(0 if layer % 6 == 5 else 1024 for layer in range(32))
    need = need_of(replace(LLAMA_8B, windows=windows), Load(32768))
    whole, held = 32768 * 8 * 256 * 2, (1024 + 512) * 8 * 256 * 2
    assert need.kv == 5 * whole + 27 * held


def test_a_compressed_cache_has_one_vector_for_a_token():
    need = need_of(replace(LLAMA_8B, latent=512, rope=64), Load(4096))
    assert need.kv == 32 * 4096 * (512 + 64) * 2


def test_a_recurrent_layer_does_not_grow_with_the_context():
    shape = replace(LLAMA_8B, kv_heads=(0,) * 32, recurrent=Recurrent(4, 4096, 1, 128))
    short, long = need_of(shape, Load(512)), need_of(shape, Load(65536))
    assert short.kv == long.kv == 32 * 4 * (3 * (4096 + 2 * 128) + 128 * 4096)


def test_the_driver_takes_its_part_of_a_gpu_and_nothing_without_one():
    assert Room((1,)).base == BASE
    assert Room((1,), 1, is_shared=True).base == BASE_METAL
    assert Room((), 1).base == 0
