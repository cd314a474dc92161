#!/bin/sh
# Sets everything up and runs every check of this project.
#
#   sh tests/run.sh                    lint, format, types, import contracts, tests with coverage
#   sh tests/run.sh --full             the tests that take long as well
#   sh tests/run.sh --installers       builds every installer, and tests each in a bare system
#   sh tests/run.sh -- ARGUMENTS       pytest alone, with these arguments, in one process
#
# The tests are shared among one worker more than there are processors, for some of them wait;
# PYTEST_XDIST_AUTO_NUM_WORKERS says how many instead.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$root/installer/common.sh"

long='not full'
if [ "${1:-}" = --full ]; then
    long=''
    shift
fi
case ${1:---} in
    -- | --installers) ;;
    *) fail "usage: sh tests/run.sh [--full] [--installers] [-- PYTEST ARGUMENTS]" ;;
esac

began=$(date +%s)
prepare dev
echo "set-up: $(($(date +%s) - began)) s"
[ "${1:-}" != --installers ] || exec sh "$root/installer/test_installers.sh"

cd "$root"
unset OLLAMA_HOST PADDOCK_HOME
export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
export PYRIGHT_PYTHON_IGNORE_WARNINGS=1 # it would ask the registry for a newer version of itself
unset PYTHONDONTWRITEBYTECODE            # each worker, and each program it starts, would compile all
processors=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
export PYTEST_XDIST_AUTO_NUM_WORKERS="${PYTEST_XDIST_AUTO_NUM_WORKERS:-$((processors + 1))}"

if [ "${1:-}" = -- ]; then
    shift
    exec "$venv_python" -m pytest "$@"
fi

failed=''

# check NAME COMMAND…: prints the command's output only where it fails, and the time either way.
check() {
    name=$1
    shift
    began=$(date +%s)
    if output=$("$@" 2>&1); then
        verdict=passed
    else
        verdict=FAILED
        failed="$failed, $name"
        echo "$output"
    fi
    echo "$name: $verdict in $(($(date +%s) - began)) s"
}

# The window on a real X server, which the offscreen platform of the tests is not.
start_under_x() {
    QT_QPA_PLATFORM=xcb xvfb-run -a "$venv_python" -P -m desktop --selftest
}

check "lint" "$venv_python" -m ruff check .
check "format" "$venv_python" -m ruff format --check .
check "types" "$venv_python" -m pyright
check "import contracts" "$venv_python" .venv/bin/lint-imports
if has xvfb-run; then
    check "start under X" start_under_x
fi

report=$(mktemp)
status=0
"$venv_python" -m pytest -m "$long" --junitxml="$report" \
    --numprocesses=auto --dist=loadfile --no-loadscope-reorder \
    --cov --cov-branch --cov-report=term:skip-covered --cov-fail-under=90 || status=$?

# count NAME: the figure of that name in pytest's report.
count() {
    sed -n "s/.*<testsuite [^>]* $1=\"\([0-9]*\)\".*/\1/p" "$report" | head -n 1 | grep . || echo 0
}
broken=$(($(count errors) + $(count failures)))
case $status-$broken in
    0-* | 1-[1-9]*) ;;
    1-0) failed="$failed, coverage" ;;
    *) failed="$failed, pytest itself" ;;
esac
passed=$(($(count tests) - broken - $(count skipped)))
rm -f "$report"
[ -n "$failed" ] || exit "$status"

# Where a check failed, pytest's own summary above is not the whole truth.
unmet=$(echo "$failed" | tr -cd , | wc -c)
echo "$passed passed, $((broken + unmet)) failed (among them: ${failed#, })"
exit 1
