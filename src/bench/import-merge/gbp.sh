# The upstream tarball is made first; gbp then filters it, imports it, tags it and merges it.
tarball=$(mktemp -d)/xen_3.3.0.orig.tar.gz
git -C "$XEN" archive --format=tar --prefix="xen-3.3.0/$PREFIX/" "$REF:xen/include/public" |
  gzip -1 > "$tarball"
gbp import-orig --no-interactive --no-pristine-tar --no-rollback --no-symlink-orig --upstream-version=3.3.0 \
  --upstream-branch=upstream/xen --upstream-tag='upstream/xen/%(version)s' --debian-branch=main \
  --merge-mode=merge --filter='*/foreign/*' "$tarball" || [ $? -eq 1 ]
rm -r "$(dirname "$tarball")"
