# Paddock.app, and on a Mac its disk image. Sourced by build.sh.
#
#   sh installer/build.sh macos [--arch arm64|x86_64] [--python FOLDER]
#
# On a Mac, FOLDER is a Python 3.12 that can be moved, with include/ and lib/: the one that
# `uv python install 3.12` brings is taken where none is named. Elsewhere it makes the layout
# alone, as a -TEST archive: there is no compiler, no codesign and no hdiutil for it.
#
# Signing and notarising happen where these are set:
#   CODESIGN_IDENTITY                                "Developer ID Application: …"
#   NOTARY_APPLE_ID NOTARY_TEAM_ID NOTARY_PASSWORD   an app-specific password of that account
arch=arm64
[ "$(uname -s)" != Darwin ] || arch=$(uname -m)
runtime=''
while [ $# -gt 0 ]; do
    case $1 in
        --arch) arch=$2 ;;
        --python) runtime=$2 ;;
        *) fail "unknown: $1 (--arch, --python)" ;;
    esac
    shift 2
done
macos=$root/installer/macos
work=$build/macos
app=$work/image/Paddock.app
image=$dist/paddock-$version-macos-$arch.dmg

# With the Python that is carried: another one's compiled modules would not be read, and where
# they are missing Python would compile them at every start, since it may not write into the app.
compile_modules() {
    find "$app" -name __pycache__ -type d -prune -exec rm -rf {} +
    "$runtime/bin/python3.12" -I -m compileall -q -j 0 --invalidation-mode unchecked-hash \
        -s "$app/Contents/Resources" -p /Paddock.app \
        "$app/Contents/Resources/app" "$app/Contents/Resources/python/lib/python3.12"
}

compile_launcher() {
    clang -O2 -Wall -Wextra -arch "$arch" -mmacosx-version-min=14.0 -I"$runtime/include/python3.12" \
        -o "$work/Paddock" "$macos/launcher.c" -L"$runtime/lib" -lpython3.12 \
        -Wl,-headerpad_max_install_names
    carried=@executable_path/../Resources/python/lib/libpython3.12.dylib
    linked=$(otool -L "$work/Paddock" | sed -n 's/^[[:space:]]*\([^ ]*libpython3\.12\.dylib\).*/\1/p')
    [ -n "$linked" ] || fail "The launcher was not linked with libpython3.12.dylib of $runtime."
    install_name_tool -change "$linked" "$carried" "$work/Paddock"
}

# demand_whole: no library may be looked for outside the app and the system.
demand_whole() {
    find "$app" -type f | while read -r file; do
        case $(file -b "$file") in Mach-O*) otool -L "$file" | sed 1d | awk '{print $1}' ;; esac
    done | sort -u | grep -vE '^(/usr/lib/|/System/Library/|@rpath/|@loader_path/|@executable_path/)' |
        grep -v "libpython3.12.dylib" >"$work/outside" || return 0
    fail "These libraries lie outside the app:" "$(cat "$work/outside")"
}

make_image() {
    ln -s /Applications "$work/image/Applications"
    rm -f "$image"
    hdiutil create -quiet -fs HFS+ -volname "Paddock $version" -srcfolder "$work/image" -format ULMO "$image"
    [ -z "${CODESIGN_IDENTITY:-}" ] || codesign --sign "$CODESIGN_IDENTITY" --timestamp "$image"
    if [ -n "${CODESIGN_IDENTITY:-}" ] && [ -n "${NOTARY_PASSWORD:-}" ]; then
        xcrun notarytool submit "$image" --wait --apple-id "$NOTARY_APPLE_ID" \
            --team-id "$NOTARY_TEAM_ID" --password "$NOTARY_PASSWORD"
        xcrun stapler staple "$image"
    fi
    report "$image"
}

on_a_mac() {
    [ -n "$runtime" ] || runtime=$(dirname "$(dirname "$(uv python find --managed-python 3.12)")")
    [ -f "$runtime/lib/libpython3.12.dylib" ] || fail "$runtime is no Python 3.12 that can be moved."
    compile_launcher
    "$tool_python" "$macos/assemble.py" "$app" --stage "$work/stage" --version "$version" \
        --arch "$arch" --launcher "$work/Paddock" --python "$runtime"
    chmod -R u+w "$app"
    install_name_tool -id @rpath/libpython3.12.dylib "$app/Contents/Resources/python/lib/libpython3.12.dylib"
    compile_modules
    demand_whole
    "$tool_python" "$macos/sign.py" "$app" "${CODESIGN_IDENTITY:--}"
    make_image
}

elsewhere() {
    archive=$dist/paddock-$version-macos-$arch-TEST.tar.xz
    "$tool_python" "$macos/assemble.py" "$app" --stage "$work/stage" --version "$version" --arch "$arch"
    tar -C "$work/image" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
        -cf - Paddock.app | xz -6 >"$archive"
    report "$archive"
    say "This is the layout alone: the disk image is made on a Mac."
}

[ "$(uname -s)" = Darwin ] || need xz-utils has xz
get_needed
rm -rf "$work"
mkdir -p "$work/image"
fetch macos
stage "$work/stage" macos
if [ "$(uname -s)" = Darwin ]; then on_a_mac; else elsewhere; fi
