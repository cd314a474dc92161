#!/bin/sh
# Puts a signing certificate into a keychain of its own, on a build machine that is thrown away.
#
# CERTIFICATE is a .p12 as base64, PASSWORD its password, IDENTITY its name; the build that follows
# finds the name in CODESIGN_IDENTITY.
set -eu
keychain=$RUNNER_TEMP/signing.keychain-db
key=$(openssl rand -hex 16)
umask 077
printf %s "$CERTIFICATE" | base64 --decode >"$RUNNER_TEMP/certificate.p12"
security create-keychain -p "$key" "$keychain"
security set-keychain-settings -lut 7200 "$keychain"
security unlock-keychain -p "$key" "$keychain"
security import "$RUNNER_TEMP/certificate.p12" -P "$PASSWORD" -t cert -f pkcs12 -k "$keychain" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -s -k "$key" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
rm -f "$RUNNER_TEMP/certificate.p12"
echo "CODESIGN_IDENTITY=$IDENTITY" >>"$GITHUB_ENV"
