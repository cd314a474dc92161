"""A long answer, for who wants to see how a long one behaves."""

from desktop.demo.scripts.script import Script

_TOPICS = (
    ("Hosts", "Each host has a state of its own, and one that is down slows none of the others."),
    ("Models", "A model is a name for layers; two names may share every one of them."),
    ("Memory", "What is loaded stays for five minutes after the last answer, unless told else."),
    ("Context", "What does not fit into the context is left out by the server without a word."),
    ("Pulls", "A pull that was stopped goes on where it was, and checks what it got."),
    ("Thinking", "A model that thinks shows it first; it costs tokens like the answer itself."),
    ("Branches", "A question that is edited begins a branch, and nothing that was said is lost."),
    ("Figures", "Tokens per second count the answer alone, not the time to load or to read."),
)
_PARAGRAPH = (
    "{text} This is easy to see here: begin something, look at what the page says of it, and "
    "stop it again. Then do the same with a host of your own, where the words are real and the "
    "times are those of your computer."
)
_ANSWER = "\n\n".join(
    f"## {number}. {title}\n\n{_PARAGRAPH.format(text=text)}"
    for number, (title, text) in enumerate(_TOPICS, 1)
)
SCRIPT = Script(("a long answer", "at length", "everything you know"), _ANSWER)
