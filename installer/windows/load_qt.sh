#!/bin/sh
# Loads Qt's libraries and plugins of a staged tree under wine; test_wine.sh calls it.
#
#   sh installer/windows/load_qt.sh APP-FOLDER SCRATCH-FOLDER WINE
#
# Windows 10 brings icuuc.dll and wine 8 does not, so one is made here whose functions do nothing.
# Python's own modules (.pyd) are left out, since there is no Python.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
app=$1
work=$2
wine=$3
compile=x86_64-w64-mingw32-gcc

"${PYTHON:-python3}" "$here/pecheck.py" "$app" --imports icuuc.dll | while read -r name; do
    echo "__declspec(dllexport) void *$name(void) { return 0; }"
done >"$work/icuuc.c"
mkdir -p "$work/load"
"$compile" -shared -s -o "$work/load/icuuc.dll" "$work/icuuc.c"
"$compile" -municode -s -Wall -o "$work/load/load_qt.exe" "$here/load_qt.c"

set --
for library in "$app"/PySide6/Qt6*.dll "$app"/PySide6/plugins/*/*.dll; do
    set -- "$@" "Z:$(echo "$library" | tr / '\\')"
done
"$wine" "$work/load/load_qt.exe" "Z:$(echo "$app/PySide6" | tr / '\\')" "$@" </dev/null | tr -d '\r'
