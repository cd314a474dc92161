"""Draws an answer with every kind of block: `python -m tests.qt.blocks_gallery DIR`."""

import asyncio
import gc
import sys
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QFrame

from desktop.chat.blocks import split
from desktop.ui.bridge.loop import run
from desktop.ui.bridge.theme import Theme, ThemeMode
from desktop.ui.chat.blocks.kept import Kept
from desktop.ui.chat.blocks.kinds import block_view
from desktop.ui.chat.blocks.links import LinkQuestion
from desktop.ui.chat.blocks.view import BlockView

ANSWER = r"""
## Retry only what is safe to repeat

Wait a little longer after each failure, add **jitter** so that clients do not return together, and
stop after a few tries. Three rules cover most cases:

1. Repeat `GET` freely, a chat only before its first byte was shown.
2. Honour `Retry-After` when the server sends it.
3. Give connecting a short limit and loading a long one.

| Answer | Meaning | Wait |
|:-------|:--------|-----:|
| 503 with `Retry-After` | The queue is full | as told |
| Connection refused | Not started yet | 1, 2, 4 … 60 s |
| 404 | No such **model** | never |

```python
async def get(client: httpx.AsyncClient, path: str, tries: int = 5) -> httpx.Response:
    for n in range(tries):
        try:
            return await client.get(path, timeout=httpx.Timeout(600, connect=3))
        except httpx.ConnectError:
            await asyncio.sleep(min(60, 2 ** n) * (0.5 + random.random()))  # jitter, long
    raise Unreachable(path)
```

# One
### Three
#### Four

> A quote with a [link](https://example.org/a?b=c), and one that is [none](javascript:alert(1)).
>
> > A quote in it, with `code`.

- [x] done, with an image ![a cat](https://evil.example/cat.png?secret=1)
- [ ] to do
  - deeper, 向量检索怎么做, *slanted*
    - deepest
10. ten
11. eleven

The wait is $t_n = \min(60, 2^n)\cdot\frac{1+u}{2}$ seconds, where $u \in [0, 1)$, and
\(\sum_{i=1}^{n} x_i\) is small. Prices are $5 and $6. Broken: $\frac{a$. Hidden: a‮b and <b>raw</b>.

$$\int_{-\infty}^{\infty} e^{-x^2}\,dx = \sqrt{\pi}$$

---

Last words, ~~struck~~, www.example.com.

| a | b | c | d | e | f | g |
|---|---|---|---|---|---|---|
| a long cell with many words in it, more than fit | another long cell | a | b | c | long | yes |
"""


async def _drawn(page: "Page") -> None:
    page.arrange()
    for _ in range(400):
        await asyncio.sleep(0.01)
        if not page.is_busy:
            break
    page.arrange()


class Page(QFrame):
    """Blocks one below the other, as the transcript has them."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._theme = theme
        self._kept = Kept(self)
        self.views: list[BlockView] = []
        for block in split(text):
            view = block_view(theme, block.kind, kept=self._kept)
            view.setParent(self)
            view.show_block(block)
            self.views.append(view)

    @property
    def is_busy(self) -> bool:
        return self._kept.code.is_busy or self._kept.formulas.aside.is_busy

    def arrange(self) -> None:
        px = self._theme.px
        top = px(20)
        for view in self.views:
            height = view.height_for(px(700))
            view.setGeometry(px(20), top, px(700), height)
            top += height + px(10)
        self.resize(QSize(px(740), top + px(10)))


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    gc.disable()  # A thread that collected garbage would destroy widgets.
    app = QApplication([])
    theme = Theme(app, ThemeMode.LIGHT)

    async def draw() -> None:
        for scale in (1.0, 1.5):
            theme.set_text_scale(scale)
            page = Page(theme, ANSWER)
            page.show()
            for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
                theme.set_mode(mode)
                await _drawn(page)
                page.views[1].surface.select(5, 60)
                page.grab().save(str(folder / f"blocks-{mode.value}-{round(scale * 100)}.png"))
            page.close()
        theme.set_text_scale(1.0)
        question = LinkQuestion(theme, "https://user@xn--80ak6aa92e.com/a/b?c=" + "d" * 200)
        question.show()
        for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
            theme.set_mode(mode)
            await asyncio.sleep(0.05)
            question.grab().save(str(folder / f"link-{mode.value}.png"))
        question.close()

    run(app, draw())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
