# Makes dist/Paddock-VERSION-x86_64.AppImage. Sourced by installer/build.sh appimage.
#
# The staged tree as in the deb, and beside it from Debian 12's own packages: Python, the
# libraries that the deb leaves to apt, and what Qt is linked with. No GPL code is among it:
# Python's modules for readline and dbm are left out. Python's modules come as bytecode alone,
# which is half of their size. Of PADDOCK_QUICK=yes the image is larger and quickly made.
. "$root/installer/linux/share.sh"
codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
[ "$codename" = bookworm ] || fail "The AppImage is built on Debian 12, so that it runs on everything newer."

need gcc gcc --version
need libc6-dev test -e /usr/include/stdio.h
need libsquashfuse-dev test -e /usr/include/squashfuse/squashfuse.h
need liblzma-dev test -e /usr/include/lzma.h
need squashfs-tools mksquashfs -version
get_needed

# What is taken of Debian, besides the packages of system.sh.
python_packages='python3.11-minimal libpython3.11-minimal libpython3.11-stdlib
    python3-cffi-backend python3-cryptography python3-idna python3-importlib-metadata python3-jaraco.classes
    python3-jeepney python3-keyring python3-more-itertools python3-platformdirs python3-psutil
    python3-pygments python3-secretstorage python3-zipp'
library_packages='libbrotli1 libbsd0 libbz2-1.0 libexpat1 libffi8 libglvnd0 libglx0 liblzma5 libmd0
    libpcre2-8-0 libpng16-16 libsqlite3-0 libssl3 libuuid1 libxau6 libxdmcp6'

work=$build/appimage
debs=$build/debs
unpacked=$work/debian
appdir=$work/Paddock.AppDir
rm -rf "$work"
mkdir -p "$unpacked" "$debs" "$appdir/usr/bin"

qt_debian_packages() {
    echo "$qt_libraries" | while read -r library _; do
        [ -z "$library" ] || package_of "$library"
    done
}

download_debian() {
    # shellcheck disable=SC2046,SC2086  # lists of packages are meant
    (cd "$debs" && apt-get download -q -o APT::Sandbox::User=root \
        $python_packages $library_packages $(qt_debian_packages) >/dev/null)
}

# Every package in the version that apt would install; what lies there already is not fetched again.
unpack_debian() {
    download_debian 2>/dev/null || { apt-get -q update >/dev/null && download_debian; } || fail "apt-get download failed."
    # shellcheck disable=SC2046,SC2086
    for package in $(printf '%s\n' $python_packages $library_packages $(qt_debian_packages) | sort -u); do
        # shellcheck disable=SC2012  # apt's own names
        deb=$(ls -t "$debs/$package"_*.deb | head -n 1)
        dpkg-deb -x "$deb" "$unpacked"
        dpkg-deb -W --showformat='${Package} ${Version}\n' "$deb"
    done >"$work/packages"
}

# Python's own library, without what has no part in a window, and without what is GPL.
copy_python() {
    put 755 "$unpacked/usr/bin/python3.11" "$appdir/usr/bin/python3.11"
    cp -R "$unpacked/usr/lib/python3.11" "$unpacked/usr/lib/python3" "$appdir/usr/lib/"
    (
        cd "$appdir/usr/lib/python3.11"
        rm -rf config-3.11-* ensurepip idlelib lib2to3 pydoc_data test tkinter turtledemo venv \
            dbm curses distutils unittest xmlrpc wsgiref sitecustomize.py EXTERNALLY-MANAGED
        rm -f _pydecimal.py _pyio.py _sysconfigdata* aifc.py antigravity.py cgi.py cgitb.py chunk.py doctest.py \
            ftplib.py imaplib.py mailbox.py nntplib.py pdb.py pickletools.py poplib.py pydoc.py smtpd.py \
            smtplib.py sndhdr.py sunau.py tarfile.py telnetlib.py this.py trace.py turtle.py wave.py xdrlib.py
        cd lib-dynload
        rm -f readline.* _dbm.* _gdbm.* _curses* _tkinter.* nis.* ossaudiodev.* _crypt.* audioop.* \
            _ctypes_test.* _test* _xx* xxlimited*
    )
    rm -rf "$appdir"/usr/lib/python3/dist-packages/*/tests "$appdir/usr/lib/python3/dist-packages/psutil/tests"
    rm -f "$appdir"/usr/lib/paddock/msgspec/_core.cpython-31[!1]*
}

# Debian's records of who holds which right, for everything that was taken and what the runtime is
# linked with; and the licences that these name by their place on Debian.
copy_rights() {
    rights=$appdir/usr/share/doc
    mkdir -p "$rights/paddock" "$appdir/usr/share/common-licenses"
    put 644 "$work/packages" "$rights/paddock/debian-packages"
    "$tool_python" "$root/installer/rights.py" "$appdir/usr/lib/paddock" linux >"$rights/paddock/copyright"
    while read -r package _; do
        put 644 "$(rights_of "$package")" "$rights/$package/copyright"
    done <"$work/packages"
    for package in libsquashfuse-dev liblzma-dev libc6-dev; do
        dpkg-query -W -f '${Package} ${Version}\n' "$package:amd64" >>"$rights/paddock/debian-packages"
        put 644 "/usr/share/doc/$package/copyright" "$rights/$package/copyright"
    done
    cat "$rights"/*/copyright | grep -o '/usr/share/common-licenses/[A-Z][A-Za-z0-9]*\(-[0-9.]*[0-9]\)\?' | sort -u |
        while read -r text; do put 644 "$text" "$appdir$text"; done
}

# A package may have its papers in another one's folder, which may not be taken: then they are the
# ones of this machine, which has the same Debian.
rights_of() {
    if [ -e "$unpacked/usr/share/doc/$1/copyright" ]; then
        readlink -f "$unpacked/usr/share/doc/$1/copyright"
    else
        echo "/usr/share/doc/$1/copyright"
    fi
}

copy_start() {
    put 755 "$root/installer/linux/AppRun" "$appdir/AppRun"
    put 644 "$root/installer/linux/appimage_start.py" "$appdir/usr/bin/paddock"
    put 644 "$root/installer/linux/fonts.conf" "$appdir/usr/share/paddock/fonts.conf"
    install_share "$appdir/usr/share"
    { cat "$root/installer/common/paddock.desktop"; echo "X-AppImage-Version=$version"; } >"$appdir/paddock.desktop"
    put 644 "$root/installer/common/icons/paddock-256.png" "$appdir/paddock.png"
    ln -s paddock.png "$appdir/.DirIcon"
}

# Bytecode without its source, which is read as it is: nothing in the image changes. What is not the
# program loses its docstrings as well.
compile_bytecode() {
    # shellcheck disable=SC2086  # an option and its value
    for folder in "python3.11 -o 2" "python3 -o 2" "paddock -o 0"; do
        PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE='' "$appdir/usr/bin/python3.11" -S -s -P -m compileall -q -b ${folder#* } \
            --invalidation-mode unchecked-hash -s "$appdir" "$appdir/usr/lib/${folder%% *}" >/dev/null || fail "compileall failed"
    done
    find "$appdir/usr/lib" \( -name '*.py' -o -name __pycache__ \) -prune -exec rm -r {} +
}

make_image() {
    find "$appdir" -type d -exec chmod 755 {} +
    rm -f "$work/image"
    how='-Xbcj x86 -Xdict-size 100% -b 1M'
    [ "${PADDOCK_QUICK:-}" != yes ] || how='-Xdict-size 8K -b 8K'
    # shellcheck disable=SC2086  # options are meant
    mksquashfs "$appdir" "$work/image" -comp xz $how -always-use-fragments \
        -all-root -no-xattrs -noappend -no-exports -processors 1 -no-progress -quiet >/dev/null
}

# The runtime knows the image's hash, and the image begins where the runtime ends.
join_runtime() {
    id=$(sha256sum "$work/image" | cut -c 1-16)
    gcc -O2 -static -s -Wl,--build-id=none -DID="\"$id\"" -o "$work/runtime" \
        "$root/installer/linux/appimage_rt.c" -lsquashfuse -llzma
    printf 'AI\002' | dd of="$work/runtime" bs=1 seek=8 conv=notrunc status=none
    cat "$work/runtime" "$work/image" >"$1"
    chmod 755 "$1"
}

fetch linux
# Debian's certifi looks where Debian keeps its certificates; that of the wheel brings its own.
stage "$appdir/usr/lib/paddock" linux --without-apt --but certifi
"$tool_python" "$root/installer/icu_trim.py" "$appdir/usr/lib/paddock"
"$tool_python" "$root/installer/symbols.py" "$appdir/usr/lib/paddock"
unpack_debian
copy_python
copy_rights
copy_start
"$tool_python" "$root/installer/linux/fallback.py" "$appdir" "$unpacked"
compile_bytecode
make_image
appimage=$dist/Paddock-$version-x86_64.AppImage
join_runtime "$appimage"
say "Unpacked: $(du -sk --apparent-size "$appdir" | cut -f 1) kB"
report "$appimage"
