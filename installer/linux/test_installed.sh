#!/bin/sh
# Proves the deb and the AppImage in dist/ in a bare Debian.
#
#   sudo sh installer/linux/test_installed.sh [deb] [tour] [appimage]     all by default
#
# deb: installed by apt, checked, started and seen, removed, nothing left. tour: the deb's program
# walks through its main job, in Chinese and in English. appimage: checked, started and seen without
# any package installed. KEEP=FOLDER copies the pictures there; RELEASE is bookworm unless set. The
# screen is an Xvfb of this machine, so that none of its libraries are inside.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
. "$root/installer/linux/chroot.sh"
in_own_namespace "$0" "$@"
. "$root/installer/linux/screen.sh"
dist=${PADDOCK_DIST:-$root/dist}
keep=${KEEP:-$(mktemp -d)}
mkdir -p "$keep"
largest_installed=80000 # kB, with the bytecode and without what apt brings

# installer SUFFIX: the newest one in dist/.
installer() {
    # shellcheck disable=SC2012  # our own names
    ls -t "$dist"/*"$1" 2>/dev/null | head -n 1 | grep . || fail "There is no $1 in $dist; build it first."
}

fail() {
    say "FAILED: $*"
    exit 1
}

# What is inside, but for what any installation changes: lists, logs and caches.
files() {
    (cd "$bare" && find . -xdev \( -path ./tmp -o -path ./proc -o -path ./dev -o -path ./var/lib/apt \
        -o -path ./var/lib/dpkg -o -path ./var/cache -o -path ./var/log -o -name __pycache__ \) -prune -o -print) |
        LC_ALL=C sort
}

# self_test COMMAND: with the screen and without, and with a library of the person's own that breaks
# whatever takes it.
self_test() {
    for poisoned in "$(enter "python3 -m site --user-site")" "$HOME/poisoned"; do
        mkdir -p "$bare$poisoned"
        echo 'raise SystemExit("not this one")' >"$bare$poisoned/httpx.py"
    done
    for platform in "DISPLAY=$screen" "QT_QPA_PLATFORM=offscreen"; do
        inside "PYTHONPATH=$HOME/poisoned PADDOCK_HOME=/tmp/home $platform $1 --selftest 2>/tmp/errors"
        case $platform in
            DISPLAY*) [ ! -s "$bare/tmp/errors" ] || { cat "$bare/tmp/errors"; fail "it complains"; } ;;
        esac
    done
    rm -rf "$bare$HOME/.local" "$bare$HOME/poisoned"
}

# time_start COMMAND: five times, from the process's start to the painted table on the demo host.
time_start() {
    times=$(for _ in 1 2 3 4 5; do
        enter "DISPLAY=$screen $1 --selftest" 2>/dev/null | sed -n 's/.*"window_ms": \([0-9]*\).*/\1/p'
    done | sort -n)
    # shellcheck disable=SC2086  # on one line
    say "== window with data after $(echo "$times" | sed -n 3p) ms, the median of:" $times
    say "== load of this machine: $(cut -d ' ' -f 1 /proc/loadavg) on $(nproc) processors"
}

# start COMMAND NAME: the window with the demo host, until it stands still, and its picture.
start() {
    enter "DISPLAY=$screen PADDOCK_HOME=/tmp/home; export DISPLAY PADDOCK_HOME; echo \$\$ >/tmp/pid; exec $1 --demo" &
    see "$keep/$2.png" || fail "no window came"
    kill "$(cat "$bare/tmp/pid")"
    wait $! || [ $? = 143 ] || say "it ended with $?"
    say "== the window is in $keep/$2.png"
}

# What apt brings comes first, so that what is installed behind it is the deb's own.
install_deb() {
    cp "$(installer .deb)" "$bare/tmp/paddock.deb"
    quiet "apt-get -q update"
    quiet "apt-get satisfy -q -y \"\$(dpkg-deb -f /tmp/paddock.deb Depends)\""
    enter "echo == \$(grep -c ^Setting /tmp/apt.log) packages by apt; grep '^Need to get' /tmp/apt.log"
    files >"$bare.before"
    quiet "apt-get install -q -y --no-install-recommends $* /tmp/paddock.deb"
}

# As dpkg counts, but with what is written at the installation: whole kB, file by file.
check_size() {
    size=$(enter "{ dpkg -L paddock; find /usr/lib/paddock -name '*.pyc'; } | xargs -d '\n' stat -c '%F:%s' |
        awk -F : '/^regular/ { size += int((\$2 + 1023) / 1024) } END { print size }'")
    say "== installed: $size kB with the bytecode, $(enter "dpkg-query -W -f '\${Installed-Size}' paddock") kB without"
    [ "$size" -le $largest_installed ] || fail "that is more than $largest_installed kB"
}

# quiet COMMAND: says nothing unless it fails.
quiet() {
    inside "export DEBIAN_FRONTEND=noninteractive; $1 >/tmp/apt.log 2>&1 || { cat /tmp/apt.log; false; }"
}

test_deb() {
    make_bare_system
    install_deb
    check_size
    show_screen
    inside "paddock --version && man_page=\$(dpkg -L paddock | grep man1/) && ls -l \$man_page"
    self_test paddock
    time_start paddock
    start paddock deb
    quiet "apt-get purge -q -y paddock"
    files >"$bare.after"
    left=$(LC_ALL=C diff "$bare.before" "$bare.after" || true)
    rm -f "$bare.before" "$bare.after"
    [ -z "$left" ] || fail "the purge left something:" "$left"
    [ ! -e "$bare/usr/lib/paddock" ] || fail "the purge left bytecode"
    say "== the deb is sound"
}

test_tour() {
    make_bare_system
    install_deb fonts-noto-cjk
    unsound=''
    walk zh_CN zh_CN.UTF-8
    walk en C.UTF-8
    [ -z "$unsound" ] || fail "the tour is not sound in:$unsound"
    say "== the tour is sound"
}

# walk LANGUAGE LANG: the whole tour, its pictures counted, and the faults that were seen.
walk() {
    began=$(date +%s)
    told=$keep/tour-$1.txt
    enter "cd /tmp && LANG=$2 PADDOCK_HOME=/tmp/home paddock --tour /tmp/tour-$1 --theme light --language $1" >"$told" 2>&1 ||
        unsound="$unsound $1"
    mkdir -p "$keep/tour-$1"
    cp "$bare/tmp/tour-$1"/*.png "$keep/tour-$1/" || true
    found=$(sed -n 's/ faults were seen:$//p' "$told")
    say "== tour in $1: $(find "$keep/tour-$1" -name '*.png' | wc -l) pictures in $keep/tour-$1, ${found:-no} faults, $(($(date +%s) - began)) s"
    case $unsound in *$1*) sed '/\.png$/d' "$told" ;; esac
}

# Four at once, over an older version, one that runs, and one that a power failure left incomplete.
check_unpacking() {
    cache=/tmp/cache/paddock-appimage
    mkdir -p "$bare$cache/old" "$bare$cache/running"
    flock --shared "$bare$cache/running/.lock" sleep 60 &
    holder=$!
    enter "for one in 1 2 3 4; do XDG_CACHE_HOME=/tmp/cache $1 --version & done; wait"
    [ "$(find "$bare$cache" -mindepth 1 -maxdepth 1 ! -name running | wc -l)" = 1 ] || fail "old versions stay"
    [ -e "$bare$cache/running" ] || fail "a version that runs was removed"
    kill $holder
    start=$(find "$bare$cache" -name AppRun)
    rm -f "${start%/*}/.synced" "${start%/*}/usr/bin/paddock"
    echo another >"${start%/*}/.boot"
    enter "XDG_CACHE_HOME=/tmp/cache $1 --version"
    enter "cd /tmp && $1 --appimage-extract && squashfs-root/AppRun --version"
}

test_appimage() {
    make_bare_system
    show_screen
    cp "$(installer .AppImage)" "$bare/tmp/Paddock.AppImage"
    inside "/tmp/Paddock.AppImage --version"
    inside "/tmp/Paddock.AppImage --version"
    time_start /tmp/Paddock.AppImage
    self_test /tmp/Paddock.AppImage
    start /tmp/Paddock.AppImage appimage
    enter "du -sk $HOME/.cache/paddock-appimage"
    check_unpacking /tmp/Paddock.AppImage
    say "== the AppImage is sound"
}

for what in ${*:-deb tour appimage}; do
    case $what in
        deb | tour | appimage) (test_$what) ;;
        *) fail "unknown: $what (deb, tour, appimage)" ;;
    esac
done
