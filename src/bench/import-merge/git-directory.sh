# As git.sh, from the folder $DIRECTORY instead of xen.git.
entries=$(mktemp)
(cd "$DIRECTORY" && find . -type f ! -path './foreign/*' | LC_ALL=C sort) > "$entries"
tree=$(
  export GIT_INDEX_FILE=.git/vendor-index
  sed "s|^\.|$DIRECTORY|" "$entries" | git hash-object -w --no-filters --stdin-paths |
    paste "$entries" - | sed "s|^\./\(.*\)	\(.*\)|100644 \2	$PREFIX/\1|" | git update-index --index-info
  git write-tree
  rm "$GIT_INDEX_FILE"
)
commit=$(git commit-tree -p upstream/xen -m "Import Xen 3.3.0" "$tree")
git update-ref refs/heads/upstream/xen "$commit"
git tag -a -m "Xen 3.3.0" upstream/xen/3.3.0 "$commit"
rm "$entries"
git merge -q upstream/xen || [ $? -eq 1 ]
