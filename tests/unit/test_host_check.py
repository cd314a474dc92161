"""What a create would meet on a host."""

import time
from pathlib import Path

from desktop.domain.creation import Creation, FilePart, ModelFile
from desktop.domain.model import InstalledModel, ModelDetails
from desktop.domain.recipe import Recipe
from desktop.workshop.check import HostTrap, against_host

LLAMA = InstalledModel(
    "llama3.2:3b", details=ModelDetails(quantization_level="Q4_K_M", context_length=131_072)
)
TINY = InstalledModel("Tiny:latest", details=ModelDetails(quantization_level="F16"))
CLOUD = InstalledModel("gpt-oss:120b-cloud", remote_host="https://ollama.com:443")
HOST = (LLAMA, TINY, CLOUD)
ADAPTER = ModelFile(Path("/x/lora.gguf"), "lora.gguf", 1, FilePart.ADAPTER)


def traps(creation: Creation, version: str = "") -> list[HostTrap]:
    return [finding.trap for finding in against_host(creation, HOST, version=version)]


def test_a_base_that_is_there_is_no_surprise() -> None:
    assert traps(Creation("new", base="llama3.2:3b")) == []
    assert traps(Creation("new", base="library/llama3.2:3b")) == []
    assert traps(Creation("new", base="Tiny")) == []


def test_a_base_that_is_not_there_would_be_pulled() -> None:
    [finding] = against_host(Creation("new", base="qwen3:8b"), HOST)
    assert finding.trap is HostTrap.BASE_MISSING_WILL_PULL
    assert finding.facts == {"base": "qwen3:8b", "registry": "registry.ollama.ai"}


def test_a_base_in_another_case_is_told() -> None:
    [finding] = against_host(Creation("new", base="tiny"), HOST)
    assert finding.trap is HostTrap.BASE_CASE_DIFFERS
    assert finding.facts == {"base": "tiny", "installed": "Tiny:latest"}


def test_a_host_whose_list_is_not_known_says_nothing_of_names() -> None:
    assert against_host(Creation("tiny", base="qwen3:8b"), None) == ()


def test_a_taken_name_is_a_question() -> None:
    assert traps(Creation("TINY:latest", base="llama3.2:3b")) == [HostTrap.NAME_TAKEN]
    assert traps(Creation("Tiny", base="Tiny")) == [HostTrap.NAME_IS_BASE]


def test_only_what_is_not_quantized_can_be() -> None:
    assert traps(Creation("new", base="Tiny", quantize="Q4_K_M")) == []
    assert traps(Creation("new", base="Tiny", quantize="q9")) == [HostTrap.QUANTIZE_UNKNOWN]
    assert traps(Creation("new", base="llama3.2:3b", quantize="Q8_0")) == [
        HostTrap.QUANTIZE_NOT_ALLOWED
    ]
    assert traps(Creation("new", base="llama3.2:3b", quantize="q4_k_m")) == []


def test_a_file_s_own_quantization_counts_where_there_is_no_base() -> None:
    creation = Creation("new", quantize="Q8_0")
    [finding] = against_host(creation, HOST, file_quantization="Q4_0")
    assert finding.facts == {"quantize": "Q8_0", "source": "Q4_0"}
    assert finding.is_error
    assert against_host(creation, HOST, file_quantization="BF16") == ()


def test_a_model_that_runs_elsewhere_takes_no_adapter() -> None:
    creation = Creation("new", base="gpt-oss:120b-cloud", files=(ADAPTER,))
    assert traps(creation) == [HostTrap.CLOUD_BASE, HostTrap.ADAPTER_WITH_REMOTE]


def test_a_host_can_be_too_old() -> None:
    creation = Creation("new", Recipe(requires="0.14.0"), base="Tiny")
    assert traps(creation, "0.13.5") == [HostTrap.REQUIRES_NEWER]
    for version in ("0.14.0", "0.33.0-rc2", "0.0.0", ""):
        assert traps(creation, version) == []


def test_a_context_beyond_the_base_s_training_is_told() -> None:
    creation = Creation("new", Recipe(parameters={"num_ctx": 262_144}), base="llama3.2:3b")
    [finding] = against_host(creation, HOST)
    assert finding.trap is HostTrap.CONTEXT_BEYOND_TRAINING
    assert finding.facts == {"num_ctx": "262144", "trained": "131072"}


def test_a_host_of_ten_thousand_models_is_looked_through_at_once() -> None:
    models = [InstalledModel(f"model-{number:05d}:latest") for number in range(10_000)]
    start = time.process_time()
    assert against_host(Creation("model-09999", base="MODEL-09998"), models)
    assert time.process_time() - start < 0.5
