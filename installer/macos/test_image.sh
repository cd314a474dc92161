#!/bin/sh
# On a Mac: copies the app out of its disk image, as a person would, and has it test itself.
#
#   sh installer/macos/test_image.sh IMAGE.dmg
set -eu
work=$(mktemp -d)
clean_up() {
    hdiutil detach -quiet "$work/image" || true
    rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

hdiutil attach -quiet -nobrowse -readonly -mountpoint "$work/image" "$1"
cp -R "$work/image/Paddock.app" "$work/Paddock.app"
codesign --verify --strict --deep "$work/Paddock.app"
plutil -lint "$work/Paddock.app/Contents/Info.plist"
find "$work/Paddock.app" | sort >"$work/before"
"$work/Paddock.app/Contents/MacOS/Paddock" --version
"$work/Paddock.app/Contents/MacOS/Paddock" --selftest
find "$work/Paddock.app" | sort | cmp - "$work/before"
if [ -n "${CODESIGN_IDENTITY:-}" ] && [ -n "${NOTARY_PASSWORD:-}" ]; then
    spctl --assess --type open --context context:primary-signature --verbose "$1"
fi
