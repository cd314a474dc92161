"""What can be pulled: well-known models with the sizes that they have, and made-up content."""

from dataclasses import replace
from functools import cache

from desktop.demo.manifest import Manifest, Parts, Remote, manifest_of
from desktop.demo.weights import Shape, make_up
from desktop.domain.model import JsonValue, ModelDetails
from desktop.domain.name import parse_name

CHAT = (
    "{{- if .System }}<|im_start|>system\n{{ .System }}<|im_end|>\n{{ end }}"
    "{{- range .Messages }}<|im_start|>{{ .Role }}\n{{ .Content }}<|im_end|>\n{{ end }}"
    "<|im_start|>assistant\n"
)
TOOLS = (
    "{{- if .Tools }}<|im_start|>system\nYou may call these functions:\n"
    '{{- range .Tools }}\n{"type": "function", "function": {{ .Function }}}{{ end }}\n'
    'Answer a call with {"name": …, "arguments": …} alone.<|im_end|>\n{{ end }}'
) + CHAT
THINKING = CHAT.replace(
    "{{ .Content }}", "{{ if .Thinking }}<think>{{ .Thinking }}</think>{{ end }}{{ .Content }}"
)
TOOLS_AND_THINKING = TOOLS.replace(
    "{{ .Content }}", "{{ if .Thinking }}<think>{{ .Thinking }}</think>{{ end }}{{ .Content }}"
)
INSERT = TOOLS + "{{ if .Suffix }}<|fim_suffix|>{{ .Suffix }}<|fim_middle|>{{ end }}"
EMBEDDING = "{{ .Prompt }}"

_STOPS: tuple[tuple[str, JsonValue], ...] = (("stop", ["<|im_start|>", "<|im_end|>"]),)

_K = 1024
_LLAMA = 128_256
_QWEN = 151_936
_GEMMA = 262_144


def _shape(
    family: str,
    figures: tuple[float, str, int],
    widths: tuple[int, int, int, int, int, int],
    vocabulary: int,
) -> Shape:
    """Read a row of the tables: billions, quantization, bytes; then context, widths and counts."""
    billions, quantization, size = figures
    context, embedding, blocks, heads, kv_heads, feed_forward = widths
    return Shape(
        family,
        round(billions * 1e9),
        quantization,
        size,
        context,
        embedding,
        blocks,
        heads,
        kv_heads,
        feed_forward,
        vocabulary,
        is_vision=family in {"gemma3", "mllama", "mistral3", "qwen25vl"},
        is_embedding=family in {"bert", "nomic-bert"},
    )


_Q4 = "Q4_K_M"
_TABLE: dict[str, tuple[Shape, str, str]] = {
    "llama3.2:1b": (
        _shape("llama", (1.24, "Q8_0", 1_321_082_688), (128 * _K, 2048, 16, 32, 8, 8192), _LLAMA),
        TOOLS,
        "Llama 3.2 Community Licence",
    ),
    "llama3.2:3b": (
        _shape("llama", (3.21, _Q4, 2_019_377_376), (128 * _K, 3072, 28, 24, 8, 8192), _LLAMA),
        TOOLS,
        "Llama 3.2 Community Licence",
    ),
    "llama3.1:8b": (
        _shape("llama", (8.03, _Q4, 4_920_738_944), (128 * _K, 4096, 32, 32, 8, 14_336), _LLAMA),
        TOOLS,
        "Llama 3.1 Community Licence",
    ),
    "llama3.3:70b": (
        _shape("llama", (70.55, _Q4, 42_520_395_584), (128 * _K, 8192, 80, 64, 8, 28_672), _LLAMA),
        TOOLS,
        "Llama 3.3 Community Licence",
    ),
    "llama3.2-vision:11b": (
        _shape("mllama", (10.67, _Q4, 7_816_576_800), (128 * _K, 4096, 40, 32, 8, 14_336), _LLAMA),
        CHAT,
        "Llama 3.2 Community Licence",
    ),
    "qwen2.5:0.5b": (
        _shape("qwen2", (0.494, _Q4, 397_807_936), (32 * _K, 896, 24, 14, 2, 4864), _QWEN),
        TOOLS,
        "Apache Licence 2.0",
    ),
    "qwen2.5:7b": (
        _shape("qwen2", (7.62, _Q4, 4_683_073_184), (32 * _K, 3584, 28, 28, 4, 18_944), _QWEN),
        TOOLS,
        "Apache Licence 2.0",
    ),
    "qwen2.5:14b": (
        _shape("qwen2", (14.77, _Q4, 8_988_110_688), (32 * _K, 5120, 48, 40, 8, 13_824), _QWEN),
        TOOLS,
        "Apache Licence 2.0",
    ),
    "qwen2.5:32b": (
        _shape("qwen2", (32.76, _Q4, 19_851_335_840), (32 * _K, 5120, 64, 40, 8, 27_648), _QWEN),
        TOOLS,
        "Apache Licence 2.0",
    ),
    "qwen2.5-coder:7b": (
        _shape("qwen2", (7.62, _Q4, 4_683_074_240), (32 * _K, 3584, 28, 28, 4, 18_944), _QWEN),
        INSERT,
        "Apache Licence 2.0",
    ),
    "qwen3:4b": (
        _shape("qwen3", (4.02, _Q4, 2_497_280_480), (256 * _K, 2560, 36, 32, 8, 9728), _QWEN),
        TOOLS_AND_THINKING,
        "Apache Licence 2.0",
    ),
    "qwen3:8b": (
        _shape("qwen3", (8.19, _Q4, 5_225_374_496), (40 * _K, 4096, 36, 32, 8, 12_288), _QWEN),
        TOOLS_AND_THINKING,
        "Apache Licence 2.0",
    ),
    "qwen3:30b-a3b": (
        _shape("qwen3moe", (30.53, _Q4, 18_556_685_856), (256 * _K, 2048, 48, 32, 4, 6144), _QWEN),
        TOOLS_AND_THINKING,
        "Apache Licence 2.0",
    ),
    "gemma3:1b": (
        _shape("gemma3", (0.99989, _Q4, 815_310_432), (32 * _K, 1152, 26, 4, 1, 6912), _GEMMA),
        CHAT,
        "Gemma Terms of Use",
    ),
    "gemma3:4b": (
        _shape("gemma3", (4.3, _Q4, 3_338_792_448), (128 * _K, 2560, 34, 8, 4, 10_240), _GEMMA),
        CHAT,
        "Gemma Terms of Use",
    ),
    "gemma3:12b": (
        _shape("gemma3", (12.19, _Q4, 8_149_180_896), (128 * _K, 3840, 48, 16, 8, 15_360), _GEMMA),
        CHAT,
        "Gemma Terms of Use",
    ),
    "gemma3:27b": (
        _shape(
            "gemma3", (27.43, _Q4, 17_396_936_384), (128 * _K, 5376, 62, 32, 16, 21_504), _GEMMA
        ),
        CHAT,
        "Gemma Terms of Use",
    ),
    "deepseek-r1:8b": (
        _shape("qwen3", (8.19, _Q4, 5_225_373_760), (128 * _K, 4096, 36, 32, 8, 12_288), _QWEN),
        THINKING,
        "MIT Licence",
    ),
    "deepseek-r1:32b": (
        _shape("qwen2", (32.76, _Q4, 19_851_335_520), (128 * _K, 5120, 64, 40, 8, 27_648), _QWEN),
        TOOLS_AND_THINKING,
        "MIT Licence",
    ),
    "qwq:32b": (
        _shape("qwen2", (32.76, _Q4, 19_851_336_256), (128 * _K, 5120, 64, 40, 8, 27_648), _QWEN),
        TOOLS_AND_THINKING,
        "Apache Licence 2.0",
    ),
    "gpt-oss:20b": (
        _shape(
            "gptoss", (20.91, "MXFP4", 13_793_422_144), (128 * _K, 2880, 24, 64, 8, 2880), 201_088
        ),
        TOOLS_AND_THINKING,
        "Apache Licence 2.0",
    ),
    "mistral:7b": (
        _shape("llama", (7.25, _Q4, 4_372_811_936), (32 * _K, 4096, 32, 32, 8, 14_336), 32_768),
        TOOLS,
        "Apache Licence 2.0",
    ),
    "mistral-small3.2:24b": (
        _shape(
            "mistral3", (24.01, _Q4, 15_177_370_368), (128 * _K, 5120, 40, 32, 8, 32_768), 131_072
        ),
        TOOLS,
        "Apache Licence 2.0",
    ),
    "devstral:24b": (
        _shape("llama", (23.57, _Q4, 14_333_909_728), (128 * _K, 5120, 40, 32, 8, 32_768), 131_072),
        TOOLS,
        "Apache Licence 2.0",
    ),
    "phi4:14b": (
        _shape("phi3", (14.66, _Q4, 9_053_114_464), (16 * _K, 5120, 40, 40, 10, 17_920), 100_352),
        CHAT,
        "MIT Licence",
    ),
    "tinyllama:1.1b": (
        _shape("llama", (1.1, "Q4_0", 637_699_456), (2 * _K, 2048, 22, 32, 4, 5632), 32_000),
        CHAT,
        "Apache Licence 2.0",
    ),
    "smollm2:135m": (
        _shape("llama", (0.13452, "F16", 270_885_952), (8 * _K, 576, 30, 9, 3, 1536), 49_152),
        CHAT,
        "Apache Licence 2.0",
    ),
    "nomic-embed-text:v1.5": (
        _shape(
            "nomic-bert", (0.13673, "F16", 274_290_656), (2 * _K, 768, 12, 12, 12, 3072), 30_522
        ),
        EMBEDDING,
        "Apache Licence 2.0",
    ),
    "bge-m3:567m": (
        _shape("bert", (0.5667, "F16", 1_157_671_200), (8 * _K, 1024, 24, 16, 16, 4096), 250_002),
        EMBEDDING,
        "MIT Licence",
    ),
    "all-minilm:22m": (
        _shape("bert", (0.02257, "F16", 45_949_216), (512, 384, 6, 12, 12, 1536), 30_522),
        EMBEDDING,
        "Apache Licence 2.0",
    ),
    "hf.co/bartowski/Llama-3.2-1B-Instruct-GGUF:Q4_K_M": (
        _shape("llama", (1.24, _Q4, 807_693_984), (128 * _K, 2048, 16, 32, 8, 8192), _LLAMA),
        CHAT,
        "Llama 3.2 Community Licence",
    ),
}

_LATEST = {
    "llama3.2": "3b",
    "llama3.1": "8b",
    "llama3.3": "70b",
    "llama3.2-vision": "11b",
    "qwen2.5": "7b",
    "qwen2.5-coder": "7b",
    "qwen3": "8b",
    "gemma3": "4b",
    "deepseek-r1": "8b",
    "qwq": "32b",
    "gpt-oss": "20b",
    "mistral": "7b",
    "mistral-small3.2": "24b",
    "devstral": "24b",
    "phi4": "14b",
    "tinyllama": "1.1b",
    "smollm2": "135m",
    "nomic-embed-text": "v1.5",
    "bge-m3": "567m",
    "all-minilm": "22m",
    "hf.co/bartowski/Llama-3.2-1B-Instruct-GGUF": "Q4_K_M",
}

_CLOUD = Remote(
    "gpt-oss:120b",
    ModelDetails(
        family="gptoss",
        families=("gptoss",),
        parameter_size="116.8B",
        quantization_level="MXFP4",
        context_length=128 * _K,
        embedding_length=2880,
    ),
    ("completion", "tools", "thinking"),
)


@cache
def catalogue() -> dict[str, Manifest]:
    """Return what the demo's registry holds, by the key of its name."""
    found = {name: manifest_of(_parts(name)) for name in _TABLE}
    found |= {f"{family}:latest": found[f"{family}:{tag}"] for family, tag in _LATEST.items()}
    found["gpt-oss:120b-cloud"] = manifest_of(Parts(remote=_CLOUD))
    return {parse_name(name).key: manifest for name, manifest in found.items()}


def _parts(name: str) -> Parts:
    shape, template, licence = _TABLE[name]
    parts = Parts(weights=make_up(name, shape), template=template, licenses=(_licence(licence),))
    return parts if shape.is_embedding else replace(parts, parameters=_STOPS)


def _licence(title: str) -> str:
    """Write a licence that cannot be taken for a real one, as long as real ones are."""
    clauses = (
        f"{number}. Clause {number} of this text grants nothing and forbids nothing. It is here "
        f"so that a long licence can be looked at, searched and copied."
        for number in range(1, 25)
    )
    head = f"{title} (stand-in)\n\nThis is a demo model without weights; no licence applies to it."
    return "\n\n".join((head, *clauses))
