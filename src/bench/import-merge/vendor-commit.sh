# Puts the headers of $REF, without foreign/, on the branch upstream/xen, below the folder $1, which
# ends in a slash or is empty. As few and as cheap native git processes as there can be.
entries=$(mktemp)
git -C "$XEN" ls-tree -r "$REF:xen/include/public" | grep -v '	foreign/' > "$entries"
cut -d ' ' -f 3 "$entries" | cut -f 1 |
  git -C "$XEN" pack-objects -q --stdout | git unpack-objects -q
tree=$(
  export GIT_INDEX_FILE=.git/vendor-index
  sed "s|	|	$1|" "$entries" | git update-index --index-info
  git write-tree
  rm "$GIT_INDEX_FILE"
)
commit=$(git commit-tree -p upstream/xen -m "Import Xen 3.3.0" "$tree")
git update-ref refs/heads/upstream/xen "$commit"
git tag -a -m "Xen 3.3.0" upstream/xen/3.3.0 "$commit"
rm "$entries"
