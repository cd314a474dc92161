#!/bin/sh
# Proves the commands of the README in a bare Debian that has python3 alone.
#
#   sudo sh installer/linux/test_chroot.sh [run] [tests] [build]     the first two by default
#
# build makes the deb and the AppImage there, as quickly as they can be made.
#
# KEEP=FOLDER copies the tour's pictures there. RELEASE is bookworm unless set.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/installer/linux/chroot.sh"
in_own_namespace "$0" "$@"

make_bare_system
git clone --quiet --no-hardlinks "$root" "$bare/paddock"
inside "python3 --version"

for what in ${*:-run tests}; do
    case $what in
        run)
            inside "cd /paddock && sh installer/run.sh"
            inside "cd /paddock && sh installer/run.sh --version"
            [ -z "${KEEP:-}" ] || { mkdir -p "$KEEP" && cp "$bare"/paddock/tour/*.png "$KEEP/"; }
            ;;
        tests) inside "cd /paddock && sh tests/run.sh" ;;
        build)
            inside "cd /paddock && PADDOCK_XZ=0 sh installer/build.sh deb"
            inside "cd /paddock && PADDOCK_QUICK=yes sh installer/build.sh appimage"
            ;;
        *) say "unknown: $what (run, tests, build)"; exit 1 ;;
    esac
done
