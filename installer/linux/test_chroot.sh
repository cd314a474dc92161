#!/bin/sh
# Proves the commands of the README in a bare Debian that has python3 alone.
#
#   sudo sh installer/linux/test_chroot.sh [run] [tests] [build]     the first two by default
#
# build makes every installer there by its one command, as quickly as it can be made.
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
            for target in deb appimage windows macos wheel; do
                inside "cd /paddock && PADDOCK_XZ=0 PADDOCK_QUICK=yes sh installer/build.sh $target"
            done
            inside "cd /paddock/dist && ls -l && sha256sum *.*"
            ;;
        *) say "unknown: $what (run, tests, build)"; exit 1 ;;
    esac
done
