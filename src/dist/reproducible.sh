#!/bin/sh
# Builds the release twice, and fails unless both have the same checksums.
#
# usage: reproducible.sh [MAVEN-OPTION...]
set -eu
cd "$(dirname "$0")/../.."
sums=target/release/SHA256SUMS

build() {
  mvn -B -q -Pdist -DskipTests "$@" clean package
}

build "$@"
first=$(cat "$sums")
build "$@"
if [ "$(cat "$sums")" != "$first" ]; then
  echo "error: two builds differ" >&2
  echo "$first" | diff - "$sums" >&2
  exit 1
fi
echo "Two builds are the same:"
cat "$sums"
