# Finds a Python that this project runs on. Sourced by common.sh.

# Sets $python (the interpreter itself, not a shim in front of it) and $python_version ("3.12").
find_python() {
    [ "$(uname -s)" != Darwin ] || PATH=$PATH:/opt/homebrew/bin:/usr/local/bin
    for name in python3.13 python3.12 python3.11 python3 python; do
        if is_right_python "$name"; then
            return
        fi
    done
    say "Paddock needs Python 3.11, 3.12 or 3.13, and none was found by the names"
    say "python3.13, python3.12, python3.11, python3 or python."
    fail "Install one with:  $(python_advice)" "then run this command again."
}

# A name on PATH proves nothing: it may be a version manager's shim for a Python that is not there.
is_right_python() {
    found=$(command -v "$1" 2>/dev/null) || return 1
    ! is_apple_stub "$found" || return 1
    case $("$found" --version 2>/dev/null </dev/null) in
        "Python 3.11."* | "Python 3.12."* | "Python 3.13."*) ;;
        *) return 1 ;;
    esac
    # Without ssl nothing can be installed from an index. The base, because an environment that is
    # active in this shell may be the very one that is to be made anew.
    python=$("$found" -c 'import sys, ssl; print(sys._base_executable)' 2>/dev/null </dev/null) || return 1
    python_version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
}

# macOS puts a stub here that opens a dialog when Apple's command line tools are not installed.
is_apple_stub() {
    [ "$(uname -s)" = Darwin ] && [ "$1" = /usr/bin/python3 ] && ! xcode-select -p >/dev/null 2>&1
}

python_advice() {
    if [ "$(uname -s)" = Darwin ]; then
        echo "brew install python@3.12"
    elif has apt-get; then
        for version in 3.13 3.12 3.11; do
            if apt-cache show "python$version" >/dev/null 2>&1; then
                break
            fi
        done
        echo "sudo apt-get install python$version python$version-venv"
    else
        echo "your system's package manager, as python3.12"
    fi
}
