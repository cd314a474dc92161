"""Whether a field shows what the text says, or keeps what a person types into it."""


class Typing:
    """What is typed stays while the field has the focus, and as long as it was refused.

    A refused text comes to an end when the Modelfile says something else at that
    place: then somebody has mended it there.
    """

    def __init__(self) -> None:
        self._is_mine = False
        self._value: str | None = None
        self.refusal = ""
        """Why what was typed could not be written; "" if it was."""

    @property
    def is_typed(self) -> bool:
        """Whether what the field shows was typed and may differ from the Modelfile."""
        return self._is_mine

    def begin(self, refusal: str) -> None:
        """Note that a person typed, and whether it could be written."""
        self._is_mine, self.refusal = True, refusal

    def gives_way(self, value: str, *, has_focus: bool) -> bool:
        """Whether the field has to take over what the Modelfile says."""
        is_same = value == self._value
        self._value = value
        if self._is_mine and (has_focus or (self.refusal and is_same)):
            return False
        self.forget()
        self._value = value
        return True

    def forget(self) -> None:
        """Let go of what was typed: another draft is shown."""
        self._is_mine, self._value, self.refusal = False, None, ""
