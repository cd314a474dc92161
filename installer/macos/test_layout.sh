#!/bin/sh
# Starts the app's layout on Linux: the same launcher and the same folders as on a Mac, around
# Linux's libraries and Debian's Python. What only a Mac has is not proven by it: its own
# libraries, codesign, and how Finder hands over files.
#
#   sh installer/macos/test_layout.sh WHEELS-FOLDER
#
# WHEELS-FOLDER is what `wheels.py linux` filled. It needs a compiler and the headers of the
# system's Python (Debian: gcc, python3-dev).
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
wheels=$1
python=/usr/bin/python3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
failed=0

expect() {
    what=$1
    shift
    if "$@" >"$work/said" 2>&1; then
        echo "  ok      $what"
    else
        echo "  FAILED  $what"
        sed 's/^/            /' "$work/said"
        failed=1
    fi
}

began=$(date +%s)
version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
library=$("$python" -c 'import sysconfig as s; print(s.get_config_var("LIBDIR"), s.get_config_var("MULTIARCH"), sep="/")')

"$python" "$here/../stage.py" "$work/stage" linux --wheels "$wheels" --python "$version" 2>/dev/null
# Qt's library for networks, of which macOS has need and Linux has not.
"$python" - "$wheels" "$work/stage" <<'END'
import sys, zipfile
from pathlib import Path

(wheel,) = Path(sys.argv[1]).glob("pyside6_essentials-*.whl")
with zipfile.ZipFile(wheel) as archive:
    for name in ("PySide6/QtNetwork.abi3.so", "PySide6/Qt/lib/libQt6Network.so.6"):
        archive.extract(name, sys.argv[2])
END
mkdir -p "$work/python/lib"
cp -rL "/usr/lib/python$version" "$work/python/lib/"
# shellcheck disable=SC2046  # words are meant
cc -O2 -Wall -Wextra -Werror $("python$version-config" --includes) -o "$work/Paddock" "$here/launcher.c" \
    -L"$library" "-lpython$version"

app="$work/some where/应用/Paddock.app"
expect "the app is laid out" "$python" "$here/assemble.py" "$app" --stage "$work/stage" --version 1.2.3 \
    --launcher "$work/Paddock" --python "$work/python"
find "$app" | sort >"$work/before"

# Nothing of this machine's Python, and a folder called desktop where the person stands.
mkdir -p "$work/home" "$work/elsewhere/desktop"
touch "$work/elsewhere/desktop/__init__.py"
start() {
    (cd "$work/elsewhere" && env -i HOME="$work/home" PATH=/usr/bin:/bin PYTHONHOME=/nowhere \
        PYTHONPATH=/nowhere QT_QPA_PLATFORM=offscreen "$app/Contents/MacOS/Paddock" "$@")
}
says() {
    wanted=$1
    shift
    start "$@" >"$work/answer" 2>&1
    grep -F -- "$wanted" "$work/answer" || { cat "$work/answer"; false; }
}
expect "it starts from a folder with spaces and Chinese" says "Paddock " --version
expect "the self-test is content" says '"ok": true' --selftest
grep -o '"ok": true.*\|"problems".*' "$work/answer" | head -n 1 || true
expect "a link to it starts it too" sh -c 'ln -s "$1/Contents/MacOS/Paddock" "$2/link" && "$2/link" --version' \
    - "$app" "$work"
expect "it asks itself for the system's proxy" says '"kind"' --system-proxy https://example.org
find "$app" | sort >"$work/after"
expect "it writes nothing into itself" cmp "$work/before" "$work/after"
echo "== took $(($(date +%s) - began)) s"
exit $failed
