# The wheel and the source archive, for pip, pipx and uv. Sourced by build.sh, which has compiled
# the translations by then: the source archive carries them.
#
#   sh installer/build.sh wheel
"$tool_python" -m pip install --quiet --disable-pip-version-check 'build>=1.2' >&2
"$tool_python" -m build --outdir "$dist" "$root" >"$build/wheel.log" 2>&1 || fail "$(tail -n 20 "$build/wheel.log")"
report "$dist/paddock_desktop-$version-py3-none-any.whl"
report "$dist/paddock_desktop-$version.tar.gz"
