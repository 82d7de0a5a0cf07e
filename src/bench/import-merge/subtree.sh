# The vendor branch holds the headers at its root, as git subtree wants it.
set -- ""
. "$(dirname "$0")/vendor-commit.sh"
git subtree -q pull --prefix="$PREFIX" . upstream/xen || [ $? -eq 1 ]
