#!/bin/sh
# Builds every installer twice, and proves each as far as this machine can.
#
#   sudo sh installer/test_installers.sh [linux] [others]     both by default
#
# `sh tests/run.sh --installers` makes .venv first and calls it. linux: the deb and the AppImage in
# a bare Debian. others: setup.exe, the Mac's layout, the wheel. KEEP=FOLDER keeps the pictures.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$root/installer/common.sh"
. "$root/installer/building.sh"

largest_deb=20000000
largest_installed=80000 # kB, without what apt brings
largest_appimage=35000000

# built TARGET FILE LARGEST: twice, from nothing but the wheels; the second is thrown away.
built() {
    began=$(date +%s)
    sh "$root/installer/build.sh" "$1"
    again=$(mktemp -d)
    PADDOCK_DIST=$again sh "$root/installer/build.sh" "$1"
    cmp "$dist/$2" "$again/$2" || fail "Two builds of $2 differ."
    rm -rf "$again"
    [ "$(wc -c <"$dist/$2")" -le "$3" ] || fail "$2 is larger than $3 bytes."
    say "$1: built twice, the same, in $(($(date +%s) - began)) s"
}

test_linux() {
    deb=paddock_${version}_amd64.deb
    built deb "$deb" $largest_deb
    built appimage "Paddock-$version-x86_64.AppImage" $largest_appimage
    [ "$(dpkg-deb -f "$dist/$deb" Installed-Size)" -le $largest_installed ] || fail "The deb is too large once installed."
    lintian --fail-on error,warning "$dist/$deb" || fail "lintian finds fault with the deb."
    began=$(date +%s)
    sh "$root/installer/linux/test_installed.sh" deb tour appimage
    say "deb, tour and AppImage in a bare Debian: $(($(date +%s) - began)) s"
}

find_python
for command in debootstrap lintian; do
    need $command $command --version
done
need xvfb Xvfb -help
get_needed
for what in ${*:-linux others}; do
    case $what in
        linux) test_linux ;;
        others) TWICE=1 sh "$root/installer/test_other_systems.sh" ;;
        *) fail "unknown: $what (linux, others)" ;;
    esac
done
say "Every installer is sound."
