#!/bin/sh
# Installs the release that `mvn -Pdist package` has made as its users would, in an empty root with
# only a JRE, git and man: from the archive and from the Debian package.
#
# usage: install-test.sh [SUITE]     as root, with debootstrap; SUITE of Debian is bookworm
#
# Exits with 77 where such a root cannot be made on this machine.
set -eu
release=$(cd "$(dirname "$0")/../../target/release" && pwd)
suite=${1:-bookworm}
root=$(mktemp -d)
chmod 755 "$root" # its users, too, read in it

leave() {
  umount "$root/proc" 2>/dev/null || true
  rm -rf --one-file-system "$root"
}
trap leave EXIT

skip() {
  echo "skipped: $1"
  exit 77
}

inside() {
  chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 MANPAGER=cat \
    /bin/sh -euc "$1"
}

[ "$(id -u)" = 0 ] || skip "only root can make a root"
command -v debootstrap >/dev/null 2>&1 || skip "there is no debootstrap"
debootstrap --variant=minbase --include=openjdk-17-jre-headless,git,man-db,bash-completion \
  "$suite" "$root" >"$root.log" 2>&1 || { tail -n 5 "$root.log"; skip "debootstrap failed"; }
rm -f "$root.log"
mount -t proc proc "$root/proc" 2>/dev/null || skip "/proc cannot be mounted in it"
cp "$release"/xenvendor-*.tar.gz "$release"/xenvendor_*.deb "$root/root/"
inside 'git config --global user.name Installer; git config --global user.email i@example.org'

echo "from the archive:"
inside '
  cd /root
  tar xzf xenvendor-*.tar.gz
  rm xenvendor-*.tar.gz
  cd xenvendor-*
  PATH=$PATH:$PWD/bin
  man -l man/man1/xenvendor.1 | grep -q "xenvendor-merge"
  MANPATH=$PWD/man man xenvendor | grep -q "xenvendor-merge"
  MANPATH=$PWD/man man 5 xenvendor-formats | grep -q "vendor.yaml"
  xenvendor --version
  xenvendor demo /root/demo >/dev/null
  cd /root/demo/os-declared
  git xenvendor status | head -n 1
  bash -c ". /root/xenvendor-*/completions/xenvendor.bash
    COMP_WORDS=(xenvendor patches exp) COMP_CWORD=2
    _xenvendor xenvendor
    [ \"\${COMPREPLY[*]}\" = export ]"
'

echo "from the archive, by a user who may write nowhere but at home:"
inside '
  mv /root/xenvendor-* "/opt/xen vendor"
  ln -s "/opt/xen vendor/bin/xenvendor" "/opt/xen vendor/bin/git-xenvendor" /usr/local/bin
  useradd --create-home user
  su user -c "
    cd
    git config --global user.name User
    git config --global user.email user@example.org
    PATH=/usr/local/bin:/usr/bin:/bin
    xenvendor demo >/dev/null
    cd xenvendor-demo/os-declared
    git xenvendor status | head -n 1
    HOME= xenvendor status >/dev/null
  "
  seconds=0
  until [ -f /home/user/.cache/xenvendor/xenvendor.jsa ]; do
    sleep 1
    seconds=$((seconds + 1))
    [ "$seconds" -lt 120 ]
  done
  rm /usr/local/bin/xenvendor /usr/local/bin/git-xenvendor
'

echo "from the Debian package:"
inside '
  dpkg -i /root/xenvendor_*.deb >/dev/null
  xenvendor --version
  xenvendor demo /root/demo2 >/dev/null
  cd /root/demo2/os-declared
  git xenvendor status | head -n 1
  man xenvendor | grep -q "xenvendor-merge"
  man 5 xenvendor-formats | grep -q "vendor.yaml"
  git xenvendor --help | grep -q "xenvendor-merge"
  bash -c ". /usr/share/bash-completion/bash_completion; _completion_loader xenvendor || true
    complete -p xenvendor" >/dev/null
  dpkg -r xenvendor >/dev/null
  test ! -e /usr/bin/xenvendor
'
echo "Installed and removed."
