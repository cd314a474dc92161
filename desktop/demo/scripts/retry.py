"""How a client retries: a heading, bold text, a list, a table and code."""

from desktop.demo.scripts.script import Script

_ANSWER = """\
### Retry only what is safe to repeat

Wait a little longer after each failure, add **jitter** so that clients do not return together, \
and stop after a few tries. Three rules cover most cases:

1. Repeat `GET` freely, a chat only before its first byte was shown.
2. Honour `Retry-After` when the server sends it.
3. Give connecting a short limit and loading a long one.

| Answer | Meaning | Wait |
|:--|:--|--:|
| 503 with Retry-After | The queue is full | as told |
| Connection refused | Not started yet | 1, 2, 4 … 60 s |
| 404 | No such model | never |

```python
async def get(client: httpx.AsyncClient, path: str, tries: int = 5) -> httpx.Response:
    for n in range(tries):
        try:
            return await client.get(path, timeout=httpx.Timeout(600, connect=3))
        except httpx.ConnectError:
            await asyncio.sleep(min(60, 2 ** n) * (0.5 + random.random()))  # jitter
    raise Unreachable(path)
```
"""
_THOUGHTS = (
    "A pull can go on where it stopped, a chat cannot be repeated once a token was shown. So: "
    "only what is safe to repeat, and before the first byte.",
    "What does a server say of itself? A full queue answers 503, sometimes with Retry-After. "
    "A server that is starting refuses the connection. A missing model is a 404, and asking "
    "again will not bring it.",
    "Many clients that wait equally long come back together, so there must be jitter. Loading "
    "a model takes minutes: the limit for reading must be long while that for connecting is "
    "short. Five tries are enough; then it is the person who should decide.",
)
SCRIPT = Script(("retry", "retries", "backoff"), _ANSWER, _THOUGHTS)
