"""The first moments: the application object, and whether this program goes on at all.

Nothing here imports the window, which a second start never shows: it ends half
a second after the click.
"""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale

from desktop import __version__
from desktop.storage.meeting import NoMeeting, find_meeting
from desktop.storage.paths import Paths, find_paths
from desktop.ui.bridge.application import Application
from desktop.ui.shell.foreground import tokens_of
from desktop.ui.shell.single_instance import FirstHangs, SingleInstance, Wanted, absolute

FIRST_HANGS = "Paddock runs already, but does not answer. This is a window of its own."
NO_PLACE = "Paddock cannot tell whether it runs already: {reason}"


@dataclass(frozen=True, slots=True)
class Start:
    """What a program that goes on begins with; `instance` is to be closed at its end.

    `is_beside` says that another one has the same settings open, and hangs.
    """

    app: Application
    paths: Paths
    wanted: Wanted
    instance: SingleInstance
    is_beside: bool = False


def make_application() -> Application:
    """Return the application object, named so that desktops can match it to its launcher."""
    app = Application(sys.argv[:1])
    app.setApplicationName("paddock")
    app.setApplicationDisplayName("Paddock")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("paddock")
    if QLocale().language() is QLocale.Language.C:  # No language is set: numbers need one.
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    return app


def begin(files: Sequence[Path] = (), *, demo: bool = False) -> Start | None:
    """Begin; None where the program runs already, which opens the files and shows the demo host."""
    app, paths = make_application(), find_paths(os.environ)
    wanted = Wanted(absolute(files), demo, tokens_of(os.environ))
    instance = SingleInstance()
    try:
        if not instance.take(find_meeting(paths, os.environ), wanted):
            return None
    except FirstHangs:
        sys.stderr.write(f"{FIRST_HANGS}\n")
        return Start(app, paths, wanted, instance, is_beside=True)
    except (NoMeeting, OSError) as error:
        sys.stderr.write(f"{NO_PLACE.format(reason=error)}\n")
    return Start(app, paths, wanted, instance)
