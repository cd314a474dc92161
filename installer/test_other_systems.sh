#!/bin/sh
# Builds what is not for this system's package manager, and proves each as far as Linux can:
# setup.exe under wine, the Mac's layout around Linux's libraries, the wheel in fresh environments.
#
#   sh installer/test_other_systems.sh [windows] [macos] [wheel]     all by default
#
# With TWICE=1 each is built twice, and both must be the same to the byte. It installs what it
# needs as root, or names it. `sh tests/run.sh --installers` calls it.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$root/installer/common.sh"
. "$root/installer/building.sh"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
trap 'exit 130' INT TERM
failed=''

# make TARGET FOLDER
make() {
    PADDOCK_DIST=$out/$2 sh "$root/installer/build.sh" "$1"
}

# prove TARGET COMMAND…: builds it, and runs the command, which finds it in $out/once.
prove() {
    target=$1
    shift
    began=$(date +%s)
    echo "== $target"
    rm -rf "$out/once" "$out/twice"
    verdict=passed
    make "$target" once || verdict=FAILED
    if [ $verdict = passed ] && [ "${TWICE:-}" = 1 ]; then
        make "$target" twice && diff -r "$out/once" "$out/twice" && echo "  ok      two builds are the same" ||
            verdict=FAILED
    fi
    [ $verdict = FAILED ] || "$@" || verdict=FAILED
    [ $verdict = passed ] || failed="$failed $target"
    echo "$target: $verdict in $(($(date +%s) - began)) s"
}

windows_runs() {
    PYTHON=$tool_python sh "$root/installer/windows/test_wine.sh" "$out"/once/*-setup-TEST.exe
}

macos_runs() {
    fetch linux
    sh "$root/installer/macos/test_layout.sh" "$wheels/linux"
}

wheel_runs() {
    PYTHON=$python sh "$root/installer/wheel/test.sh" "$out/once"
}

is_wine_here() {
    has wine64 || has wine || [ -x /usr/lib/wine/wine64 ]
}

prepare_build
for target in ${*:-windows macos wheel}; do
    case $target in
        windows) need wine64 is_wine_here ;;
        macos)
            need gcc has cc
            need python3-dev has python3-config
            ;;
        wheel) ;;
        *) fail "unknown: $target (windows, macos, wheel)" ;;
    esac
    get_needed
    prove "$target" "${target}_runs"
done
[ -z "$failed" ] || fail "failed:$failed"
