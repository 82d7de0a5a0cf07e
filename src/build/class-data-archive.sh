#!/bin/sh
# Makes the archive of loaded classes that lets xenvendor start in a third of the time. It fits only
# the JDK and the jar that made it, which the note beside it names; where a JDK cannot make one,
# there is only the note.
#
# usage: class-data-archive.sh JAVA_HOME JAR DIRECTORY [NOTE]
set -u
java_home=$1
java=$java_home/bin/java
jar=$2
archive=$3/xenvendor.jsa
version=$(sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$java_home/release" 2>/dev/null)
[ -n "$version" ] || exit 0
note=${4:-$java_home $version}
options="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"

work=$3/archive.$$
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
rm -f "$archive" "$archive.jdk"
mkdir -p "$work" || exit 0

# The demonstration goes through everything that people do with the program.
# shellcheck disable=SC2086 # the options are meant to be split
"$java" $options -XX:DumpLoadedClassList="$work/classes" -jar "$jar" \
  demo "$work/demo" >/dev/null 2>&1 &&
  "$java" $options -Xshare:dump -XX:SharedClassListFile="$work/classes" \
    -XX:SharedArchiveFile="$work/jsa" -jar "$jar" >/dev/null 2>&1 &&
  mv "$work/jsa" "$archive"
echo "$note" > "$work/note" && mv "$work/note" "$archive.jdk"
exit 0
