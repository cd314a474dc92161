# What tells a Linux desktop of the program. Sourced by build_deb.sh and build_appimage.sh.

# put MODE SOURCE TARGET
put() {
    mkdir -p "$(dirname "$3")"
    cp "$2" "$3"
    chmod "$1" "$3"
}

# install_share FOLDER: menu entry, AppStream, MIME type, icons and man pages, below FOLDER.
install_share() {
    common=$root/installer/common
    put 644 "$common/paddock.desktop" "$1/applications/paddock.desktop"
    put 644 "$common/paddock.xml" "$1/mime/packages/paddock.xml"
    metainfo=$(release_value id).metainfo.xml
    mkdir -p "$1/metainfo" "$1/man/man1" "$1/man/zh_CN/man1"
    fill "$common/metainfo.xml" >"$1/metainfo/$metainfo"
    fill "$common/paddock.1" | gzip -9n >"$1/man/man1/paddock.1.gz"
    fill "$common/paddock.zh_CN.1" | gzip -9n >"$1/man/zh_CN/man1/paddock.1.gz"
    for size in 48 128 256; do
        icons=$1/icons/hicolor/${size}x$size
        put 644 "$common/icons/paddock-$size.png" "$icons/apps/paddock.png"
        put 644 "$common/icons/text-x-ollama-modelfile-$size.png" "$icons/mimetypes/text-x-ollama-modelfile.png"
    done
    icons=$1/icons/hicolor/scalable
    put 644 "$common/icons/paddock.svg" "$icons/apps/paddock.svg"
    put 644 "$common/icons/text-x-ollama-modelfile.svg" "$icons/mimetypes/text-x-ollama-modelfile.svg"
}
