# A bare Debian to test in. Sourced, with $root set to the checkout.
#
# RELEASE is bookworm unless set. What this machine says about where packages come from (apt,
# pip, proxies, certificates) holds inside too. The bare system is kept in the cache folder and
# unpacked afresh every time, to $bare.
release=${RELEASE:-bookworm}
mirror=${MIRROR:-http://deb.debian.org/debian}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/paddock-chroot
base=$cache/$release.tar

say() {
    printf '%s\n' "$*"
}

# in_own_namespace "$0" "$@": mounts made in a namespace of our own end with it, whatever happens.
in_own_namespace() {
    [ "${PADDOCK_CHROOT_NAMESPACE:-}" != own ] || return 0
    [ "$(id -u)" = 0 ] || { say "This needs root: it makes a chroot."; exit 1; }
    command -v debootstrap >/dev/null || { say "This needs debootstrap: apt-get install debootstrap"; exit 1; }
    PADDOCK_CHROOT_NAMESPACE=own exec unshare --mount sh "$@"
}

# Makes $bare, and sees to it that nothing of it stays.
make_bare_system() {
    bare=$(mktemp -d)
    trap clean_up EXIT
    trap 'exit 130' INT TERM
    unpack_bare_system
    carry_settings
    mount_system
    mkdir -p "$bare$HOME"
}

# --one-file-system: should a mount still stand, what is behind it is not ours to remove.
clean_up() {
    umount --recursive --lazy "$bare/proc" "$bare/dev" "$bare/tmp" 2>/dev/null || true
    rm -rf --one-file-system "$bare"
}

unpack_bare_system() {
    if [ ! -e "$base" ]; then
        say "Making a bare $release (once)."
        mkdir -p "$cache"
        debootstrap --variant=minbase --include=python3 "$release" "$bare" "$mirror" >/dev/null
        tar -C "$bare" -cf "$base.part" .
        mv "$base.part" "$base"
    else
        tar -C "$bare" -xf "$base"
    fi
}

# carry PATH…: the same file or folder inside, where it exists here.
carry() {
    for path in "$@"; do
        if [ -e "$path" ]; then
            mkdir -p "$bare$(dirname "$path")"
            cp -RL "$path" "$bare$(dirname "$path")/"
        fi
    done
}

carry_settings() {
    carry /etc/resolv.conf /etc/hosts /etc/pip.conf /etc/ssl/certs/ca-certificates.crt
    carry "$HOME/.config/pip" "$HOME/.pip"
    if [ "$(. /etc/os-release && echo "$VERSION_CODENAME")" = "$release" ]; then
        rm -f "$bare/etc/apt/sources.list"
        carry /etc/apt /usr/share/keyrings
    fi
}

mount_system() {
    mount --make-rprivate /
    mount -t proc proc "$bare/proc"
    mount --rbind /dev "$bare/dev"
    mount -t tmpfs tmpfs "$bare/tmp"
}

# enter COMMAND: runs it inside, with this machine's settings of pip and proxies alone. It ends as
# the command does.
enter() (
    settings=$(env | grep -iE '^(PIP_|UV_|(HTTPS?|ALL|NO)_PROXY=|SSL_CERT_FILE=|REQUESTS_CA_BUNDLE=)' || true)
    IFS='
'
    # shellcheck disable=SC2086  # one setting a line
    chroot "$bare" env -i $settings HOME="$HOME" LANG=C.UTF-8 CI=true \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        sh -c "$1" </dev/null
)

# inside COMMAND: the same, and says what and how long.
inside() {
    began=$(date +%s)
    say "== $1"
    enter "$1"
    say "== took $(($(date +%s) - began)) s"
}
