#!/bin/sh
# Proves the deb and the AppImage in dist/ in a bare Debian.
#
#   sudo sh installer/linux/test_installed.sh [deb] [tour] [appimage]     all by default
#
# deb: installed by apt, checked, started and seen, removed, nothing left. tour: the deb's program
# walks through its main job, in Chinese. appimage: checked, started and seen without any package
# installed. KEEP=FOLDER copies the pictures there; RELEASE is bookworm unless set. The screen is an
# Xvfb of this machine, so that none of its libraries are inside.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/installer/linux/chroot.sh"
in_own_namespace "$0" "$@"
. "$root/installer/linux/screen.sh"
dist=${PADDOCK_DIST:-$root/dist}
keep=${KEEP:-$(mktemp -d)}
mkdir -p "$keep"

# installer SUFFIX: the newest one in dist/.
installer() {
    # shellcheck disable=SC2012  # our own names
    ls -t "$dist"/*"$1" 2>/dev/null | head -n 1 | grep . || fail "There is no $1 in $dist; build it first."
}

fail() {
    say "FAILED: $*"
    exit 1
}

# What is inside, but for what any installation changes: lists and caches of apt, dpkg and ldconfig.
files() {
    (cd "$bare" && find . -xdev \( -path ./tmp -o -path ./proc -o -path ./dev -o -path ./var/lib/apt \
        -o -path ./var/lib/dpkg -o -path ./var/cache -o -path ./var/log -o -name __pycache__ \) -prune -o -print) |
        LC_ALL=C sort
}

# self_test COMMAND: as it says itself, with the screen and without.
self_test() {
    for platform in "DISPLAY=$screen" "QT_QPA_PLATFORM=offscreen"; do
        inside "PADDOCK_HOME=/tmp/home $platform $1 --selftest 2>/tmp/errors"
        [ ! -s "$bare/tmp/errors" ] || { cat "$bare/tmp/errors"; fail "the self-test had something to say"; }
    done
}

# start COMMAND NAME: the window with the demo host, until it stands still, and its picture.
start() {
    enter "DISPLAY=$screen PADDOCK_HOME=/tmp/home; export DISPLAY PADDOCK_HOME; echo \$\$ >/tmp/pid; exec $1 --demo" &
    enter "DISPLAY=$screen $eyes /tmp/$2.png" || fail "no window came"
    kill "$(cat "$bare/tmp/pid")"
    wait $! || [ $? = 143 ] || say "it ended with $?"
    cp "$bare/tmp/$2.png" "$keep/"
    say "== the window is in $keep/$2.png"
}

install_deb() {
    cp "$(installer .deb)" "$bare/tmp/paddock.deb"
    inside "apt-get -q update >/tmp/apt.log 2>&1 || { cat /tmp/apt.log; false; }"
    files >"$bare.before"
    inside "DEBIAN_FRONTEND=noninteractive apt-get install -q -y $* /tmp/paddock.deb >/tmp/apt.log 2>&1 || { cat /tmp/apt.log; false; }"
    enter "echo == \$(grep -c ^Setting /tmp/apt.log) packages; grep '^Need to get' /tmp/apt.log; du -sk /usr/lib/paddock"
}

test_deb() {
    make_bare_system
    install_deb
    show_screen
    eyes="/usr/bin/python3 -I /tmp/eyes.py /usr/lib/paddock"
    inside "paddock --version && man_page=\$(dpkg -L paddock | grep man1/) && ls -l \$man_page"
    self_test paddock
    start paddock deb
    inside "apt-get purge -q -y paddock >/dev/null && apt-get autoremove --purge -q -y >/tmp/apt.log 2>&1"
    files >"$bare.after"
    left=$(LC_ALL=C comm -13 "$bare.before" "$bare.after")
    rm -f "$bare.before" "$bare.after"
    say "== left behind by it and its 90 dependencies: ${left:-nothing}"
    case $left in *addock*) fail "the purge left something of ours" ;; esac
    find "$bare/usr/lib" -path "*paddock*" | grep . && fail "the purge left something in /usr/lib"
    say "== the deb is sound"
}

test_tour() {
    make_bare_system
    install_deb fonts-noto-cjk
    inside "cd /tmp && LANG=zh_CN.UTF-8 PADDOCK_HOME=/tmp/home paddock --tour /tmp/tour --theme light"
    mkdir -p "$keep/tour"
    cp "$bare"/tmp/tour/*.png "$keep/tour/"
    say "== the tour is in $keep/tour"
}

test_appimage() {
    make_bare_system
    show_screen
    cp "$(installer .AppImage)" "$bare/tmp/Paddock.AppImage"
    eyes="/tmp/eyes.sh"
    inside "/tmp/Paddock.AppImage --version"
    self_test /tmp/Paddock.AppImage
    start /tmp/Paddock.AppImage appimage
    say "== the AppImage is sound"
}

for what in ${*:-deb tour appimage}; do
    case $what in
        deb | tour | appimage) (test_$what) ;;
        *) fail "unknown: $what (deb, tour, appimage)" ;;
    esac
done
