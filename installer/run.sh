#!/bin/sh
# Opens Paddock from this checkout, after making everything it needs.
#
#   sh installer/run.sh              open the window; without a display, take the tour into ./tour
#   sh installer/run.sh ARGUMENTS    what `paddock` understands: --demo, --tour FOLDER, --version …
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$root/installer/common.sh"

# -P, here and below: a folder called desktop where the person stands is not the program.
has_display() {
    "$venv_python" -P -c 'import os, sys
from desktop.ui.bridge.display import has_display
sys.exit(not has_display(os.environ))'
}

take_tour() {
    started=$(mktemp)
    say "There is no display here, so Paddock takes its tour: the main job in the real window,"
    say "on built-in demo hosts, with a picture of each step."
    "$venv_python" -P -m desktop --tour "$PWD/tour" || fail "The tour stopped; the lines above say at which step."
    pictures=$(find "$PWD/tour" -name '*.png' -newer "$started" | sort)
    rm -f "$started"
    echo "The tour is done. Its $(echo "$pictures" | grep -c .) pictures are in $PWD/tour:"
    echo "$pictures" | sed 's|.*/|  |'
}

prepare app
if [ $# -eq 0 ] && ! has_display; then
    take_tour
else
    exec "$venv_python" -P -m desktop "$@"
fi
