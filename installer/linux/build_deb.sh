# Makes dist/paddock_VERSION_amd64.deb. Sourced by installer/build.sh deb.
#
# The system's Python runs it, so one package serves Python 3.11 to 3.13: PySide6 and psutil are
# built against the stable ABI, and msgspec, which is not, is carried once for each.
# PADDOCK_XZ is the compression, 0 to 9, which is 9 in a release.
. "$root/installer/linux/share.sh"

need dpkg dpkg-deb --version
get_needed

work=$build/deb
tree=$work/tree
program=$tree/usr/lib/paddock
rm -rf "$work"
mkdir -p "$tree/usr/bin" "$tree/DEBIAN"

fetch linux
stage "$program" linux --without-apt
"$tool_python" "$root/installer/icu_trim.py" "$program"
"$tool_python" "$root/installer/symbols.py" "$program"
ln -sf ../../../../share/fonts/truetype/dejavu/DejaVuSans.ttf "$program/ziafont/fonts/DejaVuSans.ttf"
put 755 "$root/installer/linux/paddock" "$tree/usr/bin/paddock"
put 755 "$root/installer/linux/rtupdate" "$tree/usr/share/python3/runtime.d/paddock.rtupdate"
install_share "$tree/usr/share"

# What Qt is linked with is said once, in system.sh; a library with two names is either of them.
qt_packages() {
    echo "$qt_libraries" | sed -n "$1" | cut -d ' ' -f 2- | sed 's/ / | /g' | sort -u | paste -sd , | sed 's/,/, /g'
}

maintainer=$(release_value maintainer)
homepage=$(release_value homepage)

write_control() {
    size=$(find "$tree" -path "$tree/DEBIAN" -prune -o -type f -printf '%s\n' | awk '{ kb += int(($1 + 1023) / 1024) } END { print kb }')
    cat <<END
Package: paddock
Version: $version
Architecture: amd64
Maintainer: ${maintainer:-The Paddock authors}
Installed-Size: $size
Depends: python3 (>= 3.11), python3 (<< 3.14), python3-certifi, python3-idna, python3-keyring, python3-platformdirs, python3-psutil, python3-pygments, python3-secretstorage, fonts-dejavu-core, libc6 (>= 2.34), libgcc-s1, $(qt_packages '/^lib/{/^libwayland/!p}')
Recommends: $(qt_packages '/^libwayland/p'), openssh-client
Suggests: fonts-inter, fonts-noto-cjk, fonts-noto-color-emoji, gnome-keyring
Section: net
Priority: optional
${homepage:+Homepage: $homepage
}Description: one desktop window over all of your Ollama hosts
 Paddock shows which models are on which of your Ollama hosts, what they are
 and how much room they take. It pulls, copies, renames and deletes them, lets
 you chat with any of them, and makes new ones of Modelfiles and GGUF files.
 .
 It is a native Qt program and carries no browser.
END
}

write_changelog() {
    cat <<END
paddock ($version) unstable; urgency=medium

  * What changed stands in CHANGELOG.md of the sources.

 -- ${maintainer:-The Paddock authors <>}  $(date -u -R -d "@$SOURCE_DATE_EPOCH")
END
}

document() {
    folder=$tree/usr/share/doc/paddock
    mkdir -p "$folder"
    "$tool_python" "$root/installer/rights.py" "$program" linux >"$folder/copyright"
    chmod 644 "$folder/copyright"
    write_changelog | gzip -9n >"$folder/changelog.gz"
    overrides=$tree/usr/share/lintian/overrides/paddock
    put 644 "$root/installer/linux/lintian-overrides" "$overrides"
    [ -n "$maintainer" ] || cat "$root/installer/linux/lintian-overrides-nobody" >>"$overrides"
}

describe() {
    write_control >"$tree/DEBIAN/control"
    for script in postinst prerm; do
        put 755 "$root/installer/linux/$script" "$tree/DEBIAN/$script"
    done
    (cd "$tree" && find usr -type f | LC_ALL=C sort | xargs -d '\n' md5sum) >"$tree/DEBIAN/md5sums"
}

# One thread, because how many there are shows in the result.
pack() {
    find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
    DPKG_DEB_THREADS_MAX=1 dpkg-deb --root-owner-group -Zxz "-z${PADDOCK_XZ:-9}" --build "$tree" "$1" >/dev/null
}

document
describe
deb=$dist/paddock_${version}_amd64.deb
pack "$deb"
say "Installed: $(du -sk --apparent-size "$tree/usr" | cut -f 1) kB"
report "$deb"
