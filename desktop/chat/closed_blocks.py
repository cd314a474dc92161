"""The blocks that are complete, and the link definitions that they refer to."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.chat.block import Block, BlockKind
from desktop.chat.definitions import Definitions, leading_definitions, nested_definitions

_WITH_LINKS = frozenset({BlockKind.TEXT, BlockKind.TABLE})


class ClosedBlocks:
    """Only appended to, but for definitions that come late: then `revised` grows."""

    def __init__(self) -> None:
        self.revised = 0
        self._blocks: list[Block] = []
        self._definitions = Definitions()

    @property
    def blocks(self) -> Sequence[Block]:
        return self._blocks

    def definitions_below(self, source: str) -> str:
        """Return those of the definitions so far that a text refers to."""
        return self._definitions.below(source)

    def append(self, block: Block) -> None:
        """Add a block; its definitions are found for it."""
        if block.kind in _WITH_LINKS:
            definitions = self._definitions.expect(len(self._blocks), block.source)
            block = replace(block, definitions=definitions)
        self._blocks.append(block)

    def append_text(self, source: str, *, continues: bool) -> None:
        """Add a TEXT block without the definitions it begins with, which are not to be seen."""
        found, left = leading_definitions(source)
        self._define(nested_definitions(left) | found)
        if left.strip():
            self.append(Block(BlockKind.TEXT, left.strip("\n").rstrip(), continues=continues))

    def _define(self, found: Mapping[str, str]) -> None:
        for number, definitions in self._definitions.add(found).items():
            self._blocks[number] = replace(self._blocks[number], definitions=definitions)
            self.revised += 1
