#!/bin/sh
# Installs the wheel, and one made of the source archive, in environments of their own, and has
# each test itself.
#
#   sh installer/wheel/test.sh DIST-FOLDER
set -eu
dist=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
unset PYTHONPATH PYTHONHOME
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
cd "$work"

for file in "$dist"/paddock_desktop-*.whl "$dist"/paddock_desktop-*.tar.gz; do
    rm -rf "$work/venv"
    "${PYTHON:-python3}" -m venv "$work/venv"
    "$work/venv/bin/python" -m pip install -qq --disable-pip-version-check "$file" 2>"$work/said" ||
        { cat "$work/said"; exit 1; }
    "$work/venv/bin/paddock" --version
    "$work/venv/bin/paddock" --selftest >"$work/said" || { cat "$work/said"; exit 1; }
    echo "  ok      ${file##*/} is whole"
done
