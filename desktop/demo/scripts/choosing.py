"""Which canned answer fits a question."""

import re

from desktop.demo.scripts import generic, names, proof, retry, sql, tour, vectors
from desktop.demo.scripts.script import Script

_SCRIPTS = (retry.SCRIPT, proof.SCRIPT, vectors.SCRIPT, sql.SCRIPT, names.SCRIPT, tour.SCRIPT)
_HAN = re.compile(r"[\u4e00-\u9fff]")


def choose(question: str, model: str) -> Script:
    """Return the script whose word is in the question, else one that says what this is."""
    asked = question.casefold()
    for script in _SCRIPTS:
        if any(word in asked for word in script.words):
            return script
    return generic.chinese(model) if _HAN.search(question) else generic.script(model, question)
