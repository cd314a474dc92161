"""How many tokens a text has: an estimate, which learns from what servers count.

Nobody but the server knows its tokenizer, so every number from here is shown
with a ~. A text is weighed in characters of plain English first; a model's own
number of such characters per token then makes tokens of them.
"""

import re

from desktop.domain.conversation import Attachment, AttachmentKind, Entry, EntryId

CHARACTERS_PER_TOKEN = 4.0
"""Of English, with the tokenizers of most models; what is used until something was learnt."""
IMAGE_TOKENS = 768
"""What a picture costs: models take from 256 to 3,000 and do not say it beforehand."""
MESSAGE_TOKENS = 4
"""What a template puts around each message."""

_LOWEST, _HIGHEST = 1.0, 12.0
"""Characters per token beyond which a count says nothing of the tokenizer."""
_WEIGHT_OF_FIRST, _WEIGHT_OF_NEWS = 0.8, 0.3
_MIN_LEARNT_FROM = 64
"""Tokens; in fewer, the template around the messages counts for too much."""
_MIN_SHARE, _MAX_SHARE = 0.5, 2.0
"""A count below this part of the estimate comes of a prompt that was cut or cached, one above
it of a prompt with much in it that is not ours: the model's own system prompt."""

_WIDE = re.compile(r"[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff]")
_FOREIGN = re.compile(
    r"[^\x00-\x7f\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff]"
)
_BLANKS = re.compile(r"[ \t\n]{2,}")
_MARK = re.compile(r"[^\w\s\x80-\U0010ffff]")


def weight(text: str) -> float:
    """Weigh a text in characters of plain English.

    A character of Chinese, Japanese or Korean is about a token, one of another
    script about half; digits and signs come in shorter tokens than letters, and
    the blanks of an indentation in one.
    """
    marks = len(_MARK.findall(text)) + sum(map(text.count, "0123456789"))
    blanks = sum(len(run) - 1 for run in _BLANKS.findall(text))
    plain = len(text) - blanks + 1.25 * marks
    if text.isascii():
        return plain
    return plain + 3.0 * len(_WIDE.findall(text)) + 1.0 * len(_FOREIGN.findall(text))


def attachment_weight(attachment: Attachment) -> float:
    """Weigh a text file by its size: in UTF-8 three bytes make a Chinese character."""
    return float(attachment.size) if attachment.kind is AttachmentKind.TEXT else 0.0


class Gauge:
    """Estimates tokens for one model. `characters_per_token` is what was learnt of it."""

    def __init__(self, characters_per_token: float = CHARACTERS_PER_TOKEN) -> None:
        self._characters = min(_HIGHEST, max(_LOWEST, characters_per_token))
        self._known: dict[EntryId, tuple[Entry, float]] = {}

    @property
    def characters_per_token(self) -> float:
        return self._characters

    def text(self, text: str) -> int:
        """Estimate the tokens of a text alone."""
        return round(weight(text) / self._characters)

    def attachments(self, attachments: tuple[Attachment, ...]) -> int:
        """Estimate what files cost."""
        written = sum(map(attachment_weight, attachments))
        images = sum(each.kind is AttachmentKind.IMAGE for each in attachments)
        return round(written / self._characters) + images * IMAGE_TOKENS

    def entry(self, entry: Entry) -> int:
        """Estimate what a message costs when it is sent; earlier thinking is not sent."""
        known = self._known.get(entry.id)
        if known is None or known[0] is not entry:
            known = (entry, weight(entry.text))
            self._known[entry.id] = known
        written = round(known[1] / self._characters)
        return MESSAGE_TOKENS + written + self.attachments(entry.attachments)

    def learn(self, estimated: int, counted: int) -> bool:
        """Compare the estimate of a prompt without pictures with a server's count of it.

        Says whether anything was learnt: a prompt that was cut, or of which a
        part was cached and not counted again, teaches nothing.
        """
        if counted < _MIN_LEARNT_FROM:
            return False
        if not _MIN_SHARE * estimated <= counted <= _MAX_SHARE * estimated:
            return False
        seen = self._characters * estimated / counted
        seen = min(_HIGHEST, max(_LOWEST, seen))
        is_first = self._characters == CHARACTERS_PER_TOKEN
        share = _WEIGHT_OF_FIRST if is_first else _WEIGHT_OF_NEWS
        self._characters += share * (seen - self._characters)
        return True

    def correct(self, estimated: int, counted: int) -> None:
        """Take a server's count of a whole prompt, which it refused for being too long.

        Nothing was cut or cached, so that count is right however far the estimate
        is off, and the next one has to be near it, or what does not fit is sent again.
        """
        if estimated and counted >= _MIN_LEARNT_FROM:
            seen = self._characters * estimated / counted
            self._characters = min(_HIGHEST, max(_LOWEST, seen))
