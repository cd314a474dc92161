# The set-up that run.sh and tests/run.sh share. Sourced, with $root set to the checkout.
#
# What it says goes to standard error, so that `run.sh --version` and
# `run.sh --selftest` print on standard output what the program prints, and nothing else.

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

. "$root/installer/python.sh"
. "$root/installer/system.sh"
. "$root/installer/environment.sh"

# prepare app|dev: everything up to a complete .venv; afterwards $venv_python is the one to run.
prepare() {
    find_python
    install_system_packages "$1"
    make_environment
    install_project "$1"
    compile_translations
    check_qt
}
