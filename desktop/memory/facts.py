"""What a host's memory is worked out from."""

from dataclasses import dataclass

from desktop.domain.host import HostId
from desktop.domain.memory_source import Entered
from desktop.domain.model import LoadedModel
from desktop.domain.readings import ComputerReading, ReadingsSnapshot


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one host. `loaded` is empty while it is down, and `before` has what it had.

    An Ollama that hangs still holds that, while who tells of the computer goes on.
    `most_vram` is the most that /api/ps ever showed on its cards at one time, in bytes; None where
    no model was ever seen loaded there.
    """

    host_id: HostId
    readings: ReadingsSnapshot = ReadingsSnapshot()
    entered: Entered = Entered()
    loaded: tuple[LoadedModel, ...] = ()
    most_vram: int | None = None
    before: tuple[LoadedModel, ...] = ()

    @property
    def reading(self) -> ComputerReading | None:
        """The last one, also where who told it does not answer any more."""
        return self.readings.reading

    @property
    def held(self) -> int:
        """Bytes that Ollama holds of the cards, as /api/ps says."""
        return sum(max(0, model.size_vram) for model in self.loaded)

    @property
    def held_at_most(self) -> int:
        """The same, or what it held when it was last heard; of what is in use now at most."""
        return sum(max(0, model.size_vram) for model in self.loaded or self.before)

    @property
    def held_in_ram(self) -> int:
        """Bytes that Ollama holds of the computer's memory, as /api/ps says."""
        return sum(max(0, model.size - model.size_vram) for model in self.loaded)
