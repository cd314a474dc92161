"""Reads the program's window over the accessibility bus, as a screen reader does.

Run by the system's Python, which has the bindings of AT-SPI: it imports nothing of ours.
Waits for the program, walks the pages by pressing their items, and says in JSON what
each one is told to be.
"""

import importlib
import json
import sys
import time

importlib.import_module("gi").require_version("Atspi", "2.0")
Atspi = importlib.import_module("gi.repository.Atspi")
GLib = importlib.import_module("gi.repository.GLib")

PATIENCE = 40.0
PAUSE_MS = 100
MOST = 900
STATES = ("FOCUSABLE", "FOCUSED", "CHECKED", "SHOWING", "ENABLED", "MODAL")


def breathe():
    """Let the bus speak for a moment."""
    loop = GLib.MainLoop()
    GLib.timeout_add(PAUSE_MS, loop.quit)
    loop.run()


def window():
    """Wait for the program's window and return it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        desktop = Atspi.get_desktop(0)
        for place in range(desktop.get_child_count()):
            try:
                app = desktop.get_child_at_index(place)
                if app is not None and app.get_name() == "paddock" and app.get_child_count():
                    return app.get_child_at_index(0)
            except GLib.Error:
                continue  # It is just coming, or just gone.
        breathe()
    raise SystemExit("the program is not on the bus")


def walk(top, found):
    """Gather what is shown, as role, name and states."""
    if len(found) >= MOST:
        return
    try:
        states = top.get_state_set()
        said = {s for s in STATES if states.contains(getattr(Atspi.StateType, s))}
        if "SHOWING" not in said:
            return
        found.append((top.get_role_name(), top.get_name() or "", sorted(said)))
        for place in range(min(top.get_child_count(), 60)):
            part = top.get_child_at_index(place)
            if part is not None:
                walk(part, found)
    except GLib.Error:
        return  # It went while it was read.


def find(top, role, name):
    """Wait for the part of that role and name, and return it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        waiting = [top]
        for part in waiting:
            try:
                if part.get_role_name() == role and part.get_name() == name:
                    return part
                children = range(min(part.get_child_count(), 60))
                waiting += [c for i in children if (c := part.get_child_at_index(i)) is not None]
            except GLib.Error:
                continue
            if len(waiting) > MOST:
                break
        breathe()
    raise SystemExit(f"there is no {role} {name!r}")


def until(item, state):
    """Wait for a state of a part."""
    end = time.monotonic() + PATIENCE
    while not item.get_state_set().contains(state):
        if time.monotonic() > end:
            raise SystemExit(f"{item.get_name()} does not become {state.value_nick}")
        breathe()


def settled(frame):
    """Read the window until it has the same parts twice, and return them."""
    before, found = None, []
    end = time.monotonic() + PATIENCE
    while (not found or before != [role for role, _, _ in found]) and time.monotonic() < end:
        before, found = [role for role, _, _ in found], []
        breathe()
        walk(frame, found)
    return found


def main():
    frame = window()
    told = {}
    for name in sys.argv[1:]:
        item = find(frame, "radio button", name)
        item.get_action_iface().do_action(0)
        until(item, Atspi.StateType.CHECKED)
        told[name] = settled(frame)
    item.get_component_iface().grab_focus()
    until(item, Atspi.StateType.FOCUSED)
    json.dump({"window": frame.get_name(), "pages": told}, sys.stdout)


main()
