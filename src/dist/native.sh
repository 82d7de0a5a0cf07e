#!/bin/sh
# Builds the native program of this machine, if GRAALVM_HOME names a GraalVM.
#
# usage: native.sh JAR VERSION DIRECTORY
set -eu
[ -x "${GRAALVM_HOME:-}/bin/native-image" ] || exit 0
mkdir -p "$3"
"$GRAALVM_HOME/bin/native-image" -O2 -march=compatibility -jar "$1" \
  -o "$3/xenvendor-$2-native-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)" >&2
