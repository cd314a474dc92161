"""What can be pulled, how fast it comes, and how far each download has got."""

from collections.abc import Mapping

from desktop.demo.catalogue import catalogue
from desktop.demo.faults import Faults
from desktop.demo.manifest import LayerBlob, Manifest
from desktop.demo.pace import Pace
from desktop.domain.name import ModelName, parse_name
from desktop.runtime.clock import Clock


class Download:
    """One layer on its way, shared by everyone who waits for it (fact 38).

    It has no task: whoever watches it moves it on by the time that has
    passed, so that without watchers it stands still, and goes on from there
    when somebody asks again (fact 37).
    """

    def __init__(self, layer: LayerBlob, registry: "Registry") -> None:
        self.layer = layer
        self.completed = 0
        self.watchers = 0
        self._registry = registry
        self._moved_at = 0.0
        self._quiet_until = 0.0

    @property
    def is_done(self) -> bool:
        return self.completed >= self.layer.size

    def join(self) -> None:
        """Begin to watch; the first bytes come after the registry's latency."""
        if not self.watchers:
            self._moved_at = self._registry.clock.monotonic()
            self._quiet_until = self._moved_at + self._registry.latency
        self.watchers += 1

    def leave(self) -> None:
        self.watchers -= 1

    def advance(self, limit: int) -> None:
        """Take in what came since the last look, but no more than `limit` bytes in all."""
        now = self._registry.clock.monotonic()
        since = max(self._moved_at, self._quiet_until)
        faults = self._registry.faults
        if faults.fall_back:
            faults.fall_back = False
            self.completed = 0
        elif now > since and not faults.stall:
            came = int((now - since) * self._registry.speed)
            self.completed = max(self.completed, min(self.completed + came, limit))
        self._moved_at = max(self._moved_at, now)


class Registry:
    """Answers for every model that can be pulled, and keeps the partial downloads.

    `speed` is bytes a second for each download, `latency` seconds before a
    layer's first byte, `interval` seconds between two lines of a pull.
    """

    def __init__(
        self,
        clock: Clock,
        faults: Faults,
        pace: Pace,
        more: Mapping[str, Manifest],
    ) -> None:
        self.clock = clock
        self.faults = faults
        self.speed = pace.speed
        self.latency = pace.latency
        self.interval = pace.interval
        self._manifests = {
            **catalogue(),
            **{parse_name(name).key: manifest for name, manifest in more.items()},
        }
        self._downloads: dict[str, Download] = {}
        self._holds: dict[str, float] = {}

    def find(self, name: ModelName) -> Manifest | None:
        """Return what a name stands for, or None as a registry's 404."""
        return self._manifests.get(name.key)

    def publish(self, name: ModelName, manifest: Manifest) -> None:
        """Keep what was pushed."""
        self._manifests[name.key] = manifest

    def hold(self, model: str, fraction: float) -> None:
        """Let a model's pull come no further than that part of its first, largest layer.

        Its lines go on with a constant `completed`, until `release`.
        """
        self._holds[parse_name(model).key] = fraction

    def release(self, model: str | None = None) -> None:
        """Let a held pull go on, or every one."""
        if model is None:
            self._holds.clear()
        else:
            self._holds.pop(parse_name(model).key, None)

    def limit(self, name: ModelName, layer: LayerBlob) -> int:
        """Return how many bytes of a layer may come for that model."""
        fraction = self._holds.get(name.key)
        if fraction is None or layer != self._manifests[name.key].layers[0]:
            return layer.size
        return int(layer.size * fraction)

    def download(self, layer: LayerBlob) -> Download:
        """Return the download of a layer: the one that others watch, or what is left of one."""
        return self._downloads.setdefault(layer.digest, Download(layer, self))

    def settle(self, layer: LayerBlob) -> None:
        """Forget a download that has ended, for good or for bad."""
        self._downloads.pop(layer.digest, None)

    def partial(self, layer: LayerBlob) -> int:
        """Return how many bytes of a layer lie on the disk as a partial download."""
        download = self._downloads.get(layer.digest)
        return download.completed if download else 0

    async def tick(self) -> None:
        await self.clock.sleep(self.interval)
