set -- "$PREFIX/"
. "$(dirname "$0")/vendor-commit.sh"
git merge -q upstream/xen || [ $? -eq 1 ]
