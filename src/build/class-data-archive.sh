#!/bin/sh
# Makes the archive of loaded classes that lets xenvendor start in a third of the time. It fits only
# the JDK that made it, whose name is left beside it; where a JDK cannot make one, there is none.
#
# usage: class-data-archive.sh JAVA_HOME TARGET_DIRECTORY
set -u
java_home=$1
target=$2
java=$java_home/bin/java
jar=$target/xenvendor.jar
archive=$target/xenvendor.jsa
options="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"

rm -rf "$archive" "$archive.jdk" "$target/archive-training"
version=$(sed -n 's/^JAVA_VERSION="\(.*\)"$/\1/p' "$java_home/release" 2>/dev/null)
[ -n "$version" ] || exit 0

# The demonstration goes through everything that people do with the program.
# shellcheck disable=SC2086 # the options are meant to be split
"$java" $options -XX:DumpLoadedClassList="$target/xenvendor.classes" -jar "$jar" \
  demo "$target/archive-training" >/dev/null 2>&1 &&
  "$java" $options -Xshare:dump -XX:SharedClassListFile="$target/xenvendor.classes" \
    -XX:SharedArchiveFile="$archive" -jar "$jar" >/dev/null 2>&1 &&
  echo "$java_home $version" > "$archive.jdk"
rm -rf "$target/archive-training"
exit 0
