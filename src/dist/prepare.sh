#!/bin/sh
# Makes what packages hold beside the program: manual pages, completions, the documentation as HTML.
#
# usage: prepare.sh JAVA_HOME PROJECT VERSION COMMIT DATE MAINTAINER CLASSPATH
set -eu
java=$1/bin/java
project=$2
dist=$project/target/dist
rm -rf "$dist"
mkdir -p "$dist/completions" "$dist/man/man1" "$dist/deb"

xenvendor() {
  "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$project/target/xenvendor.jar" "$@"
}
xenvendor generate-manual "$dist/man/man1"
echo '.so man1/xenvendor.1' > "$dist/man/man1/git-xenvendor.1"
for shell in bash zsh fish; do
  xenvendor generate-completion "$shell" > "$dist/completions/xenvendor.$shell"
done
"$java" -cp "$7" "$project/src/dist/java/HtmlPages.java" "$project" "$dist"
"$java" -cp "$7" "$project/src/dist/java/FormatsManual.java" "$project" "$dist" "$5"
echo "$3 ($4)" > "$dist/VERSION"

# Debian wants these compressed, and the notices of the libraries in one file.
cp -r "$dist/man" "$dist/deb/man"
find "$dist/deb/man" -type f -exec gzip -9n {} +
cp "$project/target/NOTICES" "$dist/deb/NOTICES" && gzip -9n "$dist/deb/NOTICES"
{
  cat "$project/LICENSE"
  printf "\nThe bundled libraries, whose notices are in NOTICES.gz beside this file:\n\n"
  sed -n "s/^  /  /p; /^=/q" "$project/target/NOTICES"
  printf "\nThe Apache licence is in /usr/share/common-licenses/Apache-2.0.\n"
} > "$dist/deb/copyright"
printf 'xenvendor (%s) unstable; urgency=medium\n\n  * See the history of the project.\n\n -- %s  %s\n' \
  "$3" "$6" "$(LC_ALL=C date -u -d "$5" '+%a, %d %b %Y 00:00:00 +0000')" |
  gzip -9n > "$dist/deb/changelog.gz"
