# Import on the vendor branch, then the merge that `cvs import` asks for in its last line.
release=$(mktemp -d)
root=$PWD/cvsroot
git -C "$XEN" archive --format=tar "$REF:xen/include/public" | tar -x -C "$release"
rm -rf "$release/foreign"
(cd "$release" && cvs -Q -d "$root" import -ko -m "Xen 3.3.0" "src/$PREFIX" XEN xen-3-3-0) || [ $? -eq 1 ]
cd src
cvs -Q update -d -ko -j xen-3-1-0 -j xen-3-3-0
rm -r "$release"
