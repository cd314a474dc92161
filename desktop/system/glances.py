"""What glances tells of a computer through its REST API, version 4."""

import json
import math
from collections.abc import Mapping, Sequence
from typing import cast

from desktop.domain.model import JsonValue
from desktop.domain.readings import ComputerReading, DiskReading, GpuReading, Source, Vendor
from desktop.system.exporters import percent, whole

PARTS = ("mem", "memswap", "cpu", "fs", "gpu")
"""What is asked for, each below /api/4/."""
_MOST = 64
_MOST_NAME = 200


def glances_reading(answers: Mapping[str, bytes]) -> ComputerReading:
    """Return what the answers tell, of which any may be missing or broken.

    Of cards glances tells how full their memory is, and not how much there is.
    """
    parts = {name: _parsed(text) for name, text in answers.items()}
    memory, swap, cpu = (_mapping(parts.get(name)) for name in ("mem", "memswap", "cpu"))
    cards = parts.get("gpu")
    return ComputerReading(
        source=Source.TOLD,
        ram_total=whole(_number(memory.get("total"))),
        ram_available=whole(_number(memory.get("available"))),
        swap_total=whole(_number(swap.get("total"))),
        swap_used=whole(_number(swap.get("used"))),
        cpu=percent(_number(cpu.get("total"))),
        cores=_number(cpu.get("cpucore")),
        disks=tuple(_disk(_mapping(each)) for each in _items(parts.get("fs"))),
        gpus=tuple(_card(_mapping(each)) for each in _items(cards))
        if isinstance(cards, list)
        else None,
    )


def _card(said: Mapping[str, JsonValue]) -> GpuReading:
    name = _text(said.get("name")) or _text(said.get("gpu_id"))
    return GpuReading(
        name,
        _vendor(f"{_text(said.get('gpu_id'))} {name}".lower()),
        memory_load=percent(_number(said.get("mem"))),
        load=percent(_number(said.get("proc"))),
        temperature=_number(said.get("temperature")),
    )


def _vendor(name: str) -> Vendor:
    made = (each for each in Vendor if each.value and each.value.lower() in name)
    return next(made, Vendor.UNKNOWN)


def _disk(said: Mapping[str, JsonValue]) -> DiskReading:
    return DiskReading(
        _text(said.get("mnt_point")),
        whole(_number(said.get("size"))),
        whole(_number(said.get("free"))),
    )


def _parsed(text: bytes) -> JsonValue:
    """Return what JSON says; None where it is none, or too deep."""
    try:
        return cast("JsonValue", json.loads(text))
    except (ValueError, RecursionError):
        return None


def _mapping(value: JsonValue) -> Mapping[str, JsonValue]:
    return value if isinstance(value, dict) else {}


def _items(value: JsonValue) -> Sequence[JsonValue]:
    return value[:_MOST] if isinstance(value, list) else ()


def _text(value: JsonValue) -> str:
    return value[:_MOST_NAME] if isinstance(value, str) else ""


def _number(value: JsonValue) -> float | None:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    try:
        return float(value) if math.isfinite(value) else None
    except OverflowError:
        return None
