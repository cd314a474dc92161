"""PySide6's optional features, such as snake_case, of which this program uses none."""

import importlib
import sys

_MODULE, _ASKS = "shibokensupport.feature", "_mod_uses_pyside"


def ignore_features() -> None:
    """Keep PySide6 from reading the source of every module that is imported after it.

    It looks for its own name in there, and for good keeps what it read: a tenth of the
    time of a start, and 20 MB (measured with 6.11). To be called before any
    module of PySide6 is imported; where a later one does without, nothing is changed.
    """
    importlib.import_module("shiboken6")
    names = vars(sys.modules.get(_MODULE, object))
    if _ASKS in names:
        setattr(sys.modules[_MODULE], _ASKS, _uses_none)


def _uses_none(_module: object) -> bool:
    return False
