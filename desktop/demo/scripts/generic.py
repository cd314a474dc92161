"""The answer to what has no script: it says that this is a demo, and what can be tried."""

from desktop.demo.scripts.script import Script

_QUOTED = 200

_ANSWER = """\
This is the demo host: I am {model} in name only, and these words were written beforehand.

> {question}

A real model would answer that here. What you can try with me is everything around it:

1. **Stop me** in the middle of a sentence, and let me *continue*.
2. Look at the `tokens per second` when I am done.
3. Edit your question: that begins a branch, and the old one stays.

There are a few things that I do know something to say about:

| Ask for | and see |
|---|---|
| how a client should **retry** requests | a list, a table and code |
| a **proof** that √2 is irrational | formulas |
| **SQL** for monthly sums | code, and a thought before it |
| 向量检索怎么做 | an answer in Chinese |
| JSON, or a schema of your own | an answer that fits it, as a tree |

```python
for word in answer:
    print(word, end="")
```

When you add a host of your own, the answers become real.
"""
_CHINESE = """\
这里是**演示主机**：我只是名叫 {model}，这些话都是事先写好的。

真正的模型会在这里回答您的问题。您可以试试：

1. 在我说到一半时**停下**，再点“继续”；
2. 修改您的问题，这会开始一个新的分支；
3. 问我“向量检索怎么做”。

添加您自己的主机以后，回答就是真的了。
"""
_THOUGHTS = (
    "The person wants to see how thinking looks. I have no thoughts of my own, so I will show "
    "these, and then answer.",
    "Would a longer thought be a better one? A real model would now weigh what was asked, look "
    "for what is missing in the question, and try an answer against it.",
    "Nothing of this is kept for the next message: models are trained without their old "
    "thoughts, and so they are not sent again.",
)


def script(model: str, question: str) -> Script:
    """Say what this is, and quote the question."""
    short = question if len(question) <= _QUOTED else question[:_QUOTED] + "…"
    quoted = "\n> ".join(short.strip().splitlines()) or "…"
    return Script((), _ANSWER.format(model=model, question=quoted), _THOUGHTS)


def chinese(model: str) -> Script:
    """Say the same to who asks in Chinese."""
    return Script((), _CHINESE.format(model=model), ("用户用中文提问，我也用中文回答。",))
