#!/bin/sh
# Builds an installer into dist/.
#
#   sh installer/build.sh deb        Debian 12+, Ubuntu 24.04+
#   sh installer/build.sh appimage   other Linuxes, one file
#   sh installer/build.sh windows    setup.exe; --python-zip ZIP for the real one
#   sh installer/build.sh macos      the .app; the disk image on a Mac alone
#   sh installer/build.sh wheel      for pip, pipx and uv, and the source archive
#
# What it needs of the system it installs with apt as root, and names otherwise. Everything is
# made from the files here and from the wheels in requirements.lock; SOURCE_DATE_EPOCH is the
# time of the last commit unless it is set, so the same commit makes the same bytes.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$root/installer/common.sh"
. "$root/installer/building.sh"

usage() {
    fail "usage: sh installer/build.sh deb|appimage|windows|macos|wheel [OPTIONS]"
}

[ $# -gt 0 ] || usage
target=$1
shift
case $target in
    deb | appimage) script=$root/installer/linux/build_$target.sh ;;
    windows | macos | wheel) script=$root/installer/$target/build.sh ;;
    *) usage ;;
esac
[ -e "$script" ] || fail "There is no $script."
prepare_build
. "$script"
