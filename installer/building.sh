# What the builds of the four installers share. Sourced by build.sh, behind common.sh.
#
# Sets $version, $wheels (a folder with one folder of wheels a platform), $work (made anew by
# whoever uses it), $dist, and $tool_python: a Python 3.11 or newer with pip.
build=${PADDOCK_BUILD:-$root/build}
wheels=$build/wheels
dist=${PADDOCK_DIST:-$root/dist}
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' "$root/desktop/__init__.py")

# lrelease, of the locked wheel, is linked with these.
lrelease_libraries='libglib-2.0.so.0 libgssapi_krb5.so.2 libbrotlidec.so.1'

prepare_build() {
    umask 022
    export LC_ALL=C.UTF-8 TZ=UTC PYTHONDONTWRITEBYTECODE=1
    find_python
    export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(commit_time)}"
    need python3-venv "$python" -c 'import ensurepip'
    if [ "$(uname -s)" = Linux ]; then
        for library in $lrelease_libraries; do
            need "$(package_of "$library")" is_loadable "$library"
        done
    fi
    get_needed
    mkdir -p "$build" "$dist"
    make_tool_python
    "$tool_python" "$root/installer/translate.py" "$wheels"
}

# The last change of what is built. Without git, as in a source archive, its newest file's.
commit_time() {
    git -C "$root" log -1 --format=%ct 2>/dev/null || stat -c %Y "$root/pyproject.toml"
}

is_loadable() {
    PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null | grep -q "	$1 "
}

# need PACKAGE COMMAND…: notes the package where the command fails.
missing=''
need() {
    package=$1
    shift
    "$@" >/dev/null 2>&1 </dev/null || missing="$missing package:$package"
}

# Installs what was noted, or says what to run.
get_needed() {
    [ -n "$missing" ] || return 0
    wanted=$(packages_for "$missing")
    if has apt-get && [ "$(id -u)" = 0 ]; then
        install_with_apt
    else
        fail "The build needs these packages:" "  sudo apt-get install $wanted"
    fi
    missing=''
}

# pip of an environment of its own: neither the system's nor the checkout's is touched.
make_tool_python() {
    tool_python=$build/tools/bin/python
    if ! "$tool_python" -m pip --version >/dev/null 2>&1; then
        rm -rf "$build/tools"
        "$python" -m venv "$build/tools" </dev/null >&2
    fi
}

# fetch PLATFORM: its wheels, into $wheels/PLATFORM.
fetch() {
    "$tool_python" "$root/installer/wheels.py" "$1" "$wheels/$1"
}

# stage OUT PLATFORM [OPTIONS]
stage() {
    out=$1 platform=$2
    shift 2
    "$tool_python" "$root/installer/stage.py" "$out" "$platform" --wheels "$wheels/$platform" "$@"
}

# release_value NAME: what resources/release.json sets, or nothing; see installer/release.py.
release_value() {
    "$tool_python" "$root/installer/release.py" get "$1"
}

# fill FILE: the file with the version, the date and what makers set written in; a line of what they
# did not set is left out.
fill() {
    day=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d 2>/dev/null || date -u -r "$SOURCE_DATE_EPOCH" +%Y-%m-%d)
    set -- "$1" "$(release_value id)" "$(release_value homepage)" "$(release_value issues)"
    sed -e "s/@VERSION@/$version/g" -e "s/@DATE@/$day/g" -e "s/@ID@/$2/g" \
        -e "$(fill_page HOMEPAGE "$3")" -e "$(fill_page ISSUES "$4")" "$1"
}

# A page has no | in it, and what means something to sed or XML is written so that it does not.
fill_page() {
    if [ -n "$2" ]; then
        echo "s|@$1@|$(printf %s "$2" | sed -e 's/&/\\\&amp;/g')|"
    else
        echo "/@$1@/d"
    fi
}

# report FILE: its size and hash, which two builds of one commit have in common.
report() {
    size=$(wc -c <"$1")
    hash=$(sha256sum "$1" 2>/dev/null || shasum -a 256 "$1")
    say "$1: $((size / 1000)) kB, sha256 ${hash%% *}"
}
