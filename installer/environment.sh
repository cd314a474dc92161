# The Python environment in .venv at the checkout's root. Sourced by common.sh.

venv=$root/.venv
venv_python=$venv/bin/python
export PADDOCK_SETUP=1 # hatch_build.py need not fetch Qt's compiler: compile_translations has it

# uv is used where it is there, unless only pip has been told which index to ask:
# uv reads none of pip's settings.
uses_uv() {
    uv --version >/dev/null 2>&1 || return 1
    ! env | grep -q '^UV_.*INDEX' || return 0
    ! env | grep -qE '^PIP_(INDEX_URL|EXTRA_INDEX_URL|FIND_LINKS|NO_INDEX|PROXY|CERT|CLIENT_CERT)=' || return 1
    ! grep -qsE '^ *(index-url|extra-index-url|find-links|no-index|proxy|cert|client-cert) *=' \
        "${PIP_CONFIG_FILE:-/dev/null}" /etc/pip.conf /etc/xdg/pip/pip.conf \
        "${XDG_CONFIG_HOME:-${HOME:-/root}/.config}/pip/pip.conf" "${HOME:-/root}/.pip/pip.conf" \
        "${HOME:-/root}/Library/Application Support/pip/pip.conf"
}

# Makes .venv where there is none, and anew where it is broken, half made, or was moved here.
make_environment() {
    if is_sound; then
        return
    fi
    if [ -e "$venv" ] || [ -L "$venv" ]; then
        say "The environment in .venv is broken or was moved here. Making it anew."
        rm -rf "$venv"
    fi
    say "Making the environment in .venv with Python $python_version ($python)."
    if uses_uv; then
        uv venv --quiet --seed --python "$python" "$venv" </dev/null || fail_to_make
    else
        "$python" -m venv "$venv" </dev/null >&2 || fail_to_make
    fi
    echo "$root" >"$venv/made-at"
}

fail_to_make() {
    rm -rf "$venv"
    say "The environment could not be made. Most often Python's venv module is missing; install it with:"
    fail "  sudo apt-get install python$python_version-venv" "then run this command again."
}

# An environment knows its own path in many places, so one that was moved is not sound. One without
# a record was made by somebody else, or only half: pip comes last.
is_sound() {
    "$venv_python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null || return 1
    if [ -e "$venv/made-at" ]; then
        [ "$(cat "$venv/made-at")" = "$root" ]
    else
        "$venv_python" -m pip --version >/dev/null 2>&1
    fi
}

# install_project app|dev: brings .venv to what pyproject.toml says, and does nothing where it is.
install_project() {
    record=$venv/installed-$1
    now=$(what_to_install)
    [ "$now" != "$(cat "$record" 2>/dev/null)" ] || return 0
    say "Installing the libraries into .venv (about 100 MB the first time)."
    if "install_$1" </dev/null >&2; then
        echo "$now" | tee "$record" >"$venv/installed-app" # dev holds app
    elif [ -e "$record" ]; then
        say "The libraries could not be brought up to date. Going on with those that are there."
    else
        say "The libraries could not be installed; what went wrong stands above."
        fail "Check the network, or which index pip is told to use (pip config list), and run this again."
    fi
}

# Everything above the settings of tools, which change nothing that is installed.
what_to_install() {
    sed '/^\[tool\./,$d' "$root/pyproject.toml" | cksum
}

install_app() {
    if uses_uv; then
        uv pip install --quiet --python "$venv_python" --editable "$root"
    else
        "$venv_python" -m pip install -qq --disable-pip-version-check --editable "$root"
    fi
}

install_dev() (
    cd "$root" || exit
    if uses_uv; then
        uv pip install --quiet --python "$venv_python" --editable . --group dev
    else
        # pip knows groups since 25.1; Debian 12 brings 23.0.
        "$venv_python" -m pip install -qq --disable-pip-version-check 'pip>=25.1' &&
            "$venv_python" -m pip install -qq --disable-pip-version-check --editable . --group dev
    fi
)

# Qt reads compiled translations, which are not committed.
compile_translations() {
    for source in "$root"/resources/i18n/*.ts; do
        compiled=${source%.ts}.qm
        if [ -e "$source" ] && [ -z "$(find "$compiled" -newer "$source" 2>/dev/null)" ]; then
            "$venv_python" "$venv/bin/pyside6-lrelease" -silent "$source" -qm "$compiled" >&2 ||
                say "The translation $source could not be compiled; English is shown instead."
        fi
    done
}

# Only where a library is missing is it worth the start of Qt to see whether it can do without.
check_qt() {
    [ -n "${missing:-}" ] || return 0
    problem=$("$venv_python" -c 'import PySide6.QtWidgets' 2>&1) ||
        fail "$(echo "$problem" | tail -n 1)" "Qt cannot start here until what is missing (above) is installed."
}
