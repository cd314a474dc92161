# A screen to start a window on, and eyes that see it. Sourced by test_installed.sh.

# Starts an Xvfb of this machine, sets $screen, and lets $bare reach it.
show_screen() {
    command -v Xvfb >/dev/null || { say "This needs Xvfb: apt-get install xvfb"; exit 1; }
    shown=$(mktemp)
    Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>"$shown" 2>/dev/null &
    screen_process=$!
    trap 'kill $screen_process; clean_up' EXIT
    while [ ! -s "$shown" ]; do
        kill -0 $screen_process || exit 1
    done
    screen=:$(cat "$shown")
    rm -f "$shown"
    mkdir -p "$bare/tmp/.X11-unix"
    mount --bind /tmp/.X11-unix "$bare/tmp/.X11-unix"
}

# see PICTURE: waits until a window stands still, with the Qt of this checkout's environment.
see() {
    DISPLAY=$screen QT_QPA_PLATFORM=xcb "$root/.venv/bin/python" -I "$root/installer/linux/eyes.py" "$1"
}
