"""What is said of each cause: a sentence, what to do about it, a few words for a list."""

from desktop.diagnostics.explain import Code
from desktop.ui.wording_answers import ANSWERS
from desktop.ui.wording_reaching import REACHING
from desktop.ui.wording_registry import REGISTRY
from desktop.ui.wording_requests import REQUESTS
from desktop.ui.wording_running import RUNNING
from desktop.ui.wording_said import Said

SAID: dict[Code, Said] = {**REACHING, **ANSWERS, **REQUESTS, **RUNNING, **REGISTRY}
