#!/bin/sh
# Signs a Windows program with osslsigncode, on Linux; build_setup.py and makensis call it.
#
#   sh installer/windows/sign.sh FILE
#
# WINDOWS_SIGN_PFX is the certificate with its key, WINDOWS_SIGN_PASSWORD_FILE holds its password.
# WINDOWS_SIGN_TIMESTAMP is whose clock is believed (RFC 3161); empty for none.
set -eu
clock=${WINDOWS_SIGN_TIMESTAMP-http://timestamp.digicert.com}
osslsigncode sign -pkcs12 "$WINDOWS_SIGN_PFX" -readpass "$WINDOWS_SIGN_PASSWORD_FILE" -h sha256 \
    -n Paddock ${clock:+-ts "$clock"} -in "$1" -out "$1.signed" >&2
mv "$1.signed" "$1"
