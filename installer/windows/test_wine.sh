#!/bin/sh
# Installs the TEST installer under wine, starts it, and removes it until nothing is left.
#
#   sh installer/windows/test_wine.sh SETUP-TEST.exe
#
# It needs wine64 (Debian: apt-get install wine64) and mingw-w64, and no display. Python itself is
# a stand-in there, since no Windows Python comes with this machine's packages: what is proven is
# everything up to its first line. Qt's libraries are loaded, with a stand-in for icuuc.dll, which
# Windows has and wine has not.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
setup=$(CDPATH='' cd -- "$(dirname -- "$1")" && pwd -P)/$(basename -- "$1")
python=${PYTHON:-python3}
work=$(mktemp -d)
export WINEPREFIX="$work/prefix" WINEDEBUG=-all WINEARCH=win64
export WINEDLLOVERRIDES='mscoree=;mshtml=;winemenubuilder.exe=' # no questions about Mono and Gecko
unset DISPLAY WAYLAND_DISPLAY
wine=$(command -v wine64 || command -v wine || true)
[ -n "$wine" ] || wine=/usr/lib/wine/wine64
[ -x "$wine" ] || { echo "This needs wine64: apt-get install wine64"; exit 1; }
failed=0

# Ends this test's own wine, which is known by its prefix, and which writes while it ends.
clean_up() {
    "$wine" wineboot --kill >/dev/null 2>&1 || true
    wait_for rm -rf "$work" || echo "  -       $work could not be removed"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# expect WHAT COMMAND…: says whether the command succeeded.
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

# wait_for COMMAND…: until it succeeds, for a quarter of a minute.
wait_for() {
    tries=0
    until "$@" >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ $tries -lt 75 ] || return 1
        sleep 0.2
    done
}

run() {
    "$wine" "$@" </dev/null
}

# answers CODE COMMAND…: whether the command ends with this status.
answers() {
    wanted=$1
    shift
    status=0
    "$@" || status=$?
    echo "status $status"
    [ "$status" = "$wanted" ]
}

# registry: what is registered for this person, as text that can be searched and compared.
registry() {
    run reg export "HKCU\\Software" "$(windows_path "$work/registry.reg")" /y >/dev/null
    iconv -f UTF-16 -t UTF-8 "$work/registry.reg" | tr -d '\r'
}

windows_path() {
    echo "Z:$1" | tr / '\\'
}

says() {
    registry | grep -qF -- "$1"
}

is_gone() {
    [ ! -e "$1" ]
}

began=$(date +%s)
echo "== a new Windows"
run wineboot --init >/dev/null 2>&1
home=$(find "$work/prefix/drive_c/users" -mindepth 1 -maxdepth 1 -type d ! -name Public | head -n 1)
folder="$home/AppData/Local/Programs/Paddock"
shortcuts="$home/AppData/Roaming/Microsoft/Windows/Start Menu/Programs"

expect "Windows 7 is refused" answers 4 run "$setup" /S
expect "nothing was written there" is_gone "$folder"
run winecfg -v win10 >/dev/null 2>&1

find "$work/prefix/drive_c" -type f | grep -v '/windows/' | sort >"$work/files-before"
registry >"$work/registry-before"

echo "== installed"
expect "it installs without a question" answers 0 run "$setup" /S
expect "the program is there" test -s "$folder/Paddock.exe"
expect "Python is where it is looked for" test -s "$folder/python/python312.dll"
expect "the program's own files are there" test -s "$folder/app/desktop/__main__.py"
expect "it stands in the Start menu" test -s "$shortcuts/Paddock.lnk"
expect "it can be removed in Settings" says 'QuietUninstallString'
expect "its size is known there" says '"EstimatedSize"=dword:'
expect "*.modelfile has a type" says '[HKEY_CURRENT_USER\Software\Classes\Paddock.Modelfile\shell\open\command]'
expect "*.modelfile is offered to it" says '[HKEY_CURRENT_USER\Software\Classes\.modelfile\OpenWithProgids]'
expect "*.gguf may be opened with it" says '".gguf"=""'
expect "no administrator was needed" is_gone "$work/prefix/drive_c/Program Files/Paddock"
expect "no library is missing" "$python" "$here/pecheck.py" "$folder" --brought python3.dll

echo "== started"
given=$(windows_path "$work/given")
printf '%s\n' --demo 'C:\My Models\我的 模型\Modelfile' 'a "quoted" b' '' 'Zürich 🦙' 'end\' >"$work/wanted"
start_with_words() {
    PADDOCK_DOUBLE="$given" run "$folder/Paddock.exe" --demo 'C:\My Models\我的 模型\Modelfile' \
        'a "quoted" b' '' 'Zürich 🦙' 'end\'
    sed '1,7d' "$work/given" | cmp - "$work/wanted"
}
expect "spaces, quotes and Chinese arrive as they were given" start_with_words
sed -n '2p' "$work/given" | tr '\n' ' ' >"$work/name"
sed -n '3,7p' "$work/given" | tr '\n' ' ' >"$work/first"
expect "it is Paddock that runs" grep -q 'Paddock\.exe $' "$work/name"
expect "Python looks at nothing but the program" grep -qx -- '-I -X utf8 -m desktop ' "$work/first"
[ "$(head -n 1 "$work/given")" = 65001 ] && echo "  ok      its code page is UTF-8" ||
    echo "  -       its code page is UTF-8: wine does not read that of the manifest"

# Windows joins the types of a person with those of the machine; wine 8 looks at the second alone.
open_as_explorer_would() {
    rm -f "$work/given"
    printf 'FROM llama3.2\n' >"$work/我的 model.modelfile"
    for key in .modelfile Paddock.Modelfile; do
        run reg copy "HKCU\\Software\\Classes\\$key" "HKLM\\Software\\Classes\\$key" /s /f
    done
    PADDOCK_DOUBLE="$given" run start /wait "$(windows_path "$work/我的 model.modelfile")"
    wait_for test -s "$work/given" || return 1
    for key in .modelfile Paddock.Modelfile; do
        run reg delete "HKLM\\Software\\Classes\\$key" /f
    done
    [ "$(tail -n 1 "$work/given")" = "$(windows_path "$work/我的 model.modelfile")" ]
}
expect "a double click on a Modelfile opens it" open_as_explorer_would
expect "the Start menu leads to it" grep -aq 'Programs.Paddock.Paddock\.exe' "$shortcuts/Paddock.lnk"

echo "== while it runs"
touch "$work/hold"
PADDOCK_DOUBLE="$given" PADDOCK_DOUBLE_HOLD=$(windows_path "$work/hold") \
    "$wine" "$folder/Paddock.exe" held </dev/null >/dev/null 2>&1 &
held=$!
rm -f "$work/given"
wait_for test -s "$work/given" || true
expect "an update waits for it to end" answers 5 run "$setup" /S
expect "so does removing it" answers 5 run "$folder/Uninstall.exe" /S "_?=C:\\users\\$(basename "$home")\\AppData\\Local\\Programs\\Paddock"
expect "and nothing was removed" test -s "$folder/app/desktop/__main__.py"
rm -f "$work/hold"
wait $held 2>/dev/null || true

echo "== damaged, and mended"
mv "$folder/python/python312.dll" "$work/kept.dll"
expect "without Python it says so and ends" answers 71 run "$folder/Paddock.exe"
touch "$folder/app/left-from-an-older-version.py"
expect "installing again mends it" answers 0 run "$setup" /S
expect "Python is back" test -s "$folder/python/python312.dll"
expect "what an older version left is gone" is_gone "$folder/app/left-from-an-older-version.py"

echo "== Qt's libraries"
sh "$here/load_qt.sh" "$folder/app" "$work" "$wine" >"$work/loaded" 2>&1 || true
sed 's/^/  /' "$work/loaded"
grep -q '^all loaded' "$work/loaded" || failed=1

echo "== removed"
mkdir -p "$folder/app/desktop/__pycache__"
touch "$folder/app/desktop/__pycache__/app.cpython-312.pyc"
expect "it removes itself without a question" answers 0 run "$folder/Uninstall.exe" /S
expect "its folder is gone" wait_for is_gone "$folder"
expect "its shortcut is gone" is_gone "$shortcuts/Paddock.lnk"
find "$work/prefix/drive_c" -type f | grep -v '/windows/' | grep -v '/Temp/' | sort >"$work/files-after"
registry >"$work/registry-after"
expect "no file is left" diff "$work/files-before" "$work/files-after"
expect "no key of ours is left" sh -c "! grep -iE 'paddock|modelfile' '$work/registry-after'"

echo "== into a folder with other things in it"
other="$work/prefix/drive_c/tools"
mkdir -p "$other/app"
touch "$other/app/precious"
expect "it takes a folder of its own" answers 0 run "$setup" /S '/D=C:\tools'
expect "which is inside" test -s "$other/Paddock/Paddock.exe"
expect "it removes itself there" answers 0 run "$other/Paddock/Uninstall.exe" /S
expect "its folder is gone" wait_for is_gone "$other/Paddock"
expect "the other things are not" test -e "$other/app/precious"

echo "== took $(($(date +%s) - began)) s"
exit $failed
