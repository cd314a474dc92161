"""What a create would meet on each host that was chosen."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from desktop.domain.creation import Creation
from desktop.domain.host import HostId
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui.workshop.study import Reading
from desktop.workshop.check import HostFinding, against_host
from desktop.workshop.plan import planned, quantization_of


@dataclass(frozen=True, slots=True)
class HostCheck:
    """One host, and what may surprise there."""

    host_id: HostId
    label: str
    findings: tuple[HostFinding, ...]


def creation_of(reading: Reading, name: str, quantize: str) -> Creation:
    """Return what would be created as it stands; it can be looked at and not sent."""
    return planned(reading.recipe, reading.survey, name, quantize)


def host_checks(
    reading: Reading,
    name: str,
    quantize: str,
    snapshots: Sequence[HostSnapshot],
    chosen: Collection[HostId],
) -> tuple[HostCheck, ...]:
    """Return a check for each chosen host, in the hosts' order."""
    creation = creation_of(reading, name, quantize)
    file_type = quantization_of(reading.survey)
    return tuple(
        HostCheck(
            one.id,
            one.host.label,
            against_host(
                creation,
                one.models if one.models_known else None,
                version=one.version,
                file_quantization=file_type,
            ),
        )
        for one in snapshots
        if one.id in chosen
    )
