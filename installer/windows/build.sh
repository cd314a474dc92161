# setup.exe, or setup-TEST.exe with a stand-in for Python. Sourced by build.sh.
#
#   sh installer/build.sh windows                     the TEST installer
#   sh installer/build.sh windows --python-zip ZIP    the real one; python.lock says which ZIP
need nsis has makensis
need gcc-mingw-w64-x86-64 has x86_64-w64-mingw32-gcc
get_needed
fetch windows
"$tool_python" "$root/installer/windows/build_setup.py" --wheels "$wheels/windows" --out "$dist" "$@"
