# What Qt needs from the system. Sourced by common.sh.
#
# Read from the ELF headers of Qt's libraries and plugins, then proven in a bare Debian 12.
# A line is a library's name and the packages that may hold it, the newest release's first.
qt_libraries='
libEGL.so.1 libegl1
libGL.so.1 libgl1
libglib-2.0.so.0 libglib2.0-0t64 libglib2.0-0
libX11.so.6 libx11-6
libX11-xcb.so.1 libx11-xcb1
libfontconfig.so.1 libfontconfig1
libfreetype.so.6 libfreetype6
libdbus-1.so.3 libdbus-1-3
libzstd.so.1 libzstd1
libz.so.1 zlib1g
libstdc++.so.6 libstdc++6
libxkbcommon.so.0 libxkbcommon0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb.so.1 libxcb1
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render.so.0 libxcb-render0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-shm.so.0 libxcb-shm0
libxcb-sync.so.1 libxcb-sync1
libxcb-util.so.1 libxcb-util1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libwayland-client.so.0 libwayland-client0
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1 libwayland-egl1
'

# What Qt's library for networks needs besides: the tests do and lrelease, the program does not.
qt_network_libraries='
libgssapi_krb5.so.2 libgssapi-krb5-2
libbrotlidec.so.1 libbrotli1
'

has() {
    command -v "$1" >/dev/null 2>&1
}

# install_system_packages app|dev: installs what is missing where it may, or says what to run.
install_system_packages() {
    [ "$(uname -s)" = Linux ] || return 0
    missing=$(missing_things "$1")
    [ -n "$missing" ] || return 0
    if ! has apt-get; then
        say "These are missing here; install the packages that hold them, which Debian calls so where it is no library:"
        # shellcheck disable=SC2046  # on one line
        say " " $(echo "$missing" | sed -e 's/^package://' -e 's/^font:interface$/any-font/')
    elif [ "$(id -u)" = 0 ]; then
        install_with_apt
    else
        say "Some system packages are missing. Install them with:"
        say "  sudo apt-get install $(packages_for "$missing")"
    fi
}

# One word for each missing thing: a library's name, or package:NAME for what is no library.
missing_things() {
    loadable=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null || true)
    echo "$qt_libraries$qt_network_libraries" | while read -r library _; do
        case $loadable in *"	$library "*) ;; *) echo "$library" ;; esac
    done
    has_font || printf '%s\n' font:interface package:fonts-dejavu-core
    "$python" -c 'import ensurepip' 2>/dev/null || uses_uv || echo "package:python$python_version-venv"
    if [ "$1" = dev ]; then
        has xvfb-run || echo package:xvfb
        has xauth || echo package:xauth # xvfb-run needs it, and xvfb only recommends it
        has ip || echo package:iproute2
        missing_parts
        has_reader || printf 'package:%s\n' at-spi2-core python3-gi gir1.2-atspi-2.0
    fi
}

# The real programs that tests run as children of their own: a command and the package that holds it.
real_parts='
openssl openssl
ssh openssh-client
sshd openssh-server
nginx nginx-light
prometheus-node-exporter prometheus-node-exporter
squid squid
tinyproxy tinyproxy-bin
danted dante-server
gnome-keyring-daemon gnome-keyring
dbus-run-session dbus-daemon
desktop-file-validate desktop-file-utils
appstreamcli appstream
'

missing_parts() {
    echo "$real_parts" | while read -r command package; do
        [ -z "$command" ] || PATH=$PATH:/usr/sbin has "$command" || echo "package:$package"
    done
}

# Whether tests can read the window as a screen reader does, by the system's own Python.
has_reader() {
    [ -x /usr/libexec/at-spi2-registryd ] &&
        /usr/bin/python3 -c "import gi; gi.require_version('Atspi', '2.0')" 2>/dev/null
}

has_font() {
    for folder in /usr/share/fonts /usr/local/share/fonts "${HOME:-/root}/.local/share/fonts" \
        "${HOME:-/root}/.fonts"; do
        [ ! -d "$folder" ] || [ -z "$(find "$folder/" -name '*.[ot]tf' 2>/dev/null | head -n 1)" ] || return 0
    done
    return 1
}

packages_for() {
    for thing in $1; do
        case $thing in
            package:*) echo "${thing#package:}" ;;
            font:interface) first_of fonts-inter fonts-dejavu-core ;; # the second has a fixed width too
            *) package_of "$thing" ;;
        esac
    done | tr '\n' ' '
}

package_of() {
    # shellcheck disable=SC2046  # the candidates are words
    first_of $(echo "$qt_libraries$qt_network_libraries" | grep "^$1 " | cut -d ' ' -f 2-)
}

# first_of PACKAGE…: the first that this release has, else the last.
first_of() {
    for candidate; do
        if apt-cache show "$candidate" >/dev/null 2>&1; then
            break
        fi
    done
    echo "$candidate"
}

install_with_apt() {
    log=$(mktemp)
    apt-get update -q >"$log" 2>&1 </dev/null || say "apt-get update failed; trying with the lists at hand."
    wanted=$(packages_for "$missing")
    say "Some system packages are missing. apt-get installs them now, which may take a minute or two:"
    say "  $wanted"
    keep_certificates
    hold_services
    # shellcheck disable=SC2086  # a list of packages is meant
    if ! DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
        -o DPkg::Lock::Timeout=120 $wanted >>"$log" 2>&1 </dev/null; then
        tail -n 5 "$log" >&2
        say "apt-get could not install them. See why with:  apt-get install $wanted"
    fi
    rm -f "$log"
    release_services
    give_back_certificates
}

# Servers are installed for the tests, which start their own; none is to listen here because of that.
service_policy=/usr/sbin/policy-rc.d

hold_services() {
    holds=''
    if [ ! -e "$service_policy" ]; then
        holds=yes
        printf '#!/bin/sh\nexit 101\n' >"$service_policy"
        chmod 755 "$service_policy"
    fi
}

release_services() {
    [ -z "$holds" ] || rm -f "$service_policy"
}

# Debian's venv module brings ca-certificates along, whose installation writes this file anew. One that
# stood here before it was put here for a network that needs it, and pip may have been told to use it.
certificates=/etc/ssl/certs/ca-certificates.crt

keep_certificates() {
    kept=''
    if [ -s "$certificates" ] && ! dpkg -s ca-certificates >/dev/null 2>&1; then
        kept=$(mktemp)
        cat "$certificates" >"$kept"
    fi
}

give_back_certificates() {
    if [ -n "$kept" ]; then
        cat "$kept" >"$certificates"
        rm -f "$kept"
    fi
}
