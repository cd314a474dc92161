"""What is said of a model."""

import pytest

from desktop.domain.model import (
    Capability,
    InstalledModel,
    LoadedModel,
    ModelCard,
    ModelDetails,
    capabilities_of,
    parameter_count,
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("14.8B", 14.8e9),
        ("1.43M", 1.43e6),
        ("119K", 119e3),
        ("1.2T", 1.2e12),
        ("7b", 7e9),
        (" 7 B ", 7e9),
        ("512", 512.0),
        ("", 0),
        ("many", 0),
        ("７B", 0),
        ("-1B", 0),
        ("1e9", 0),
    ],
)
def test_parameters_are_counted_from_ollamas_text(text: str, count: float):
    assert parameter_count(text) == pytest.approx(count)
    assert ModelDetails(parameter_size=text).parameter_count == pytest.approx(count)


def test_unknown_capabilities_are_left_out():
    found = capabilities_of(("completion", "telepathy"), is_remote=False)
    assert found == {Capability.CHAT}


def test_a_remote_model_is_a_cloud_model():
    assert Capability.CLOUD in capabilities_of(("completion",), is_remote=True)
    assert InstalledModel("x", remote_host="https://example.com").is_remote
    assert InstalledModel("x", remote_model="x").is_remote
    assert not InstalledModel("x").is_remote


@pytest.mark.parametrize(
    ("size", "vram", "share"), [(100, 25, 0.25), (100, 200, 1.0), (0, 5, 0.0), (100, 0, 0.0)]
)
def test_the_share_in_gpu_memory(size: int, vram: int, share: float):
    assert LoadedModel("x", size=size, size_vram=vram).gpu_share == share


def test_parameters_become_rows_and_repeat():
    text = 'num_ctx              4096\nstop                 "<|end|>"\n\nstop  "a b"\nflag'
    assert ModelCard(parameters=text).parameter_rows == (
        ("num_ctx", "4096"),
        ("stop", '"<|end|>"'),
        ("stop", '"a b"'),
        ("flag", ""),
    )


@pytest.mark.parametrize(
    ("modelfile", "digest"),
    [
        ("# x\nFROM /m/blobs/sha256-" + "a" * 64 + "\nTEMPLATE x", "a" * 64),
        ("FROM C:\\m\\blobs\\sha256-" + "b" * 64 + "\r\n", "b" * 64),
        ("FROM ", ""),
        ("FROM tiny", ""),
        ("", ""),
    ],
)
def test_the_weights_are_named_by_from(modelfile: str, digest: str):
    assert ModelCard(modelfile=modelfile).weights_digest == digest
