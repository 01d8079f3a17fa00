#!/usr/bin/env bash
# A newer Debian with its QGIS, for the test matrix.
#
#   chroot.sh build SUITE ROOT          make ROOT when it is not there yet (needs root and debootstrap)
#   chroot.sh run ROOT COMMAND [ARG…]   run a command in it, with a clean environment, as root
#
# Both work in a mount and process namespace of their own: the mounts of /proc, /sys and /dev end with the
# command, however it ends, so nothing of the host can be reached through a ROOT that is removed later.
# For `run`, BIND="FROM:TO …" binds folders of the host read-only below ROOT.
set -euo pipefail

HERE=$(cd "$(dirname "$0")" && pwd)
PACKAGES="python3-qgis qgis qgis-providers python3-venv xvfb openbox xdotool wmctrl scrot fonts-open-sans"

die() { echo "chroot.sh: $*" >&2; exit 1; }

isolated() { unshare --mount --pid --fork --kill-child --propagation private "$HERE/chroot.sh" "$@"; }

enter() { # enter ROOT: mounts that a program in ROOT needs; only called inside the namespace
    mount -t proc proc "$1/proc"
    mount --rbind /sys "$1/sys"
    mount --rbind /dev "$1/dev"
}

clean() { # clean ROOT COMMAND…: nothing of the caller's environment but the way to the package registries
    local root=$1 passed=() name
    shift
    for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY PIP_INDEX_URL PIP_EXTRA_INDEX_URL \
        PIP_DEFAULT_TIMEOUT ${PASS:-}; do
        [ -z "${!name:-}" ] || passed+=("$name=${!name}")
    done
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/home/matrix LC_ALL=C.UTF-8 LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive PIP_CERT=/etc/ssl/certs/ca-certificates.crt \
        SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt "${passed[@]}" "$@"
}

remove() { # remove DIR, unless something is mounted in it
    [ -e "$1" ] || return 0
    if awk -v dir="$1/" 'index($5 "/", dir) == 1 { found = 1 } END { exit !found }' /proc/self/mountinfo; then
        die "something is mounted below $1: unmount it, then run this again"
    fi
    rm -rf --one-file-system "$1"
}

build() { # build SUITE ROOT, in the namespace
    local suite=$1 root=$2 partial=$2.partial script=/usr/share/debootstrap/scripts/$1
    if [ ! -e "$script" ]; then # a suite that is younger than this debootstrap
        script=/usr/share/debootstrap/scripts/sid
    fi
    remove "$partial"
    debootstrap --variant=minbase --include=ca-certificates "$suite" "$partial" \
        "$(awk '($1 == "URIs:" || $1 == "deb") && $2 ~ /\/debian\/?$/ { print $2; exit }' \
            /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null || true)" "$script"
    enter "$partial"
    cp -L /etc/resolv.conf "$partial/etc/resolv.conf"
    cp -L /etc/ssl/certs/ca-certificates.crt "$partial/etc/ssl/certs/ca-certificates.crt"
    local conf
    for conf in /etc/apt/apt.conf.d/*proxy*; do
        [ ! -f "$conf" ] || cp "$conf" "$partial/etc/apt/apt.conf.d/"
    done
    # A mirror of a testing suite may lag behind the date to which its (still verified) release file is valid.
    echo 'Acquire::Check-Valid-Until "false";' >"$partial/etc/apt/apt.conf.d/90lagging-mirror"
    mkdir -p "$partial/home/matrix"
    clean "$partial" apt-get update -qq
    # shellcheck disable=SC2086  # a list of packages
    clean "$partial" apt-get install -y -q --no-install-recommends $PACKAGES
    clean "$partial" apt-get clean
    cp -L /etc/ssl/certs/ca-certificates.crt "$partial/etc/ssl/certs/ca-certificates.crt"
    clean "$partial" python3 -c "from qgis.core import Qgis; print('QGIS', Qgis.QGIS_VERSION)"
    echo "$suite $PACKAGES" >"$partial/.complete"
}

case ${1:-} in
build)
    suite=${2:?} root=${3:?}
    [ "$(id -u)" = 0 ] || die "building a chroot needs root"
    command -v debootstrap >/dev/null || die "debootstrap is missing: apt-get install debootstrap"
    if [ "$(cat "$root/.complete" 2>/dev/null)" != "$suite $PACKAGES" ]; then
        mkdir -p "$(dirname "$root")"
        root=$(cd "$(dirname "$root")" && pwd)/$(basename "$root")
        isolated _build "$suite" "$root"
        remove "$root"
        mv "$root.partial" "$root" # whole or absent
    fi
    ;;
run)
    root=${2:?}
    [ -f "$root/.complete" ] || die "$root is no complete chroot: chroot.sh build SUITE $root"
    isolated _run "${@:2}" # killed with all it started when this script's process group is killed
    ;;
_build) build "$2" "$3" ;;
_run)
    root=$2
    enter "$root"
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    for pair in ${BIND:-}; do
        mkdir -p "$root${pair#*:}"
        mount --bind "${pair%%:*}" "$root${pair#*:}"
        mount -o remount,bind,ro "$root${pair#*:}"
    done
    clean "$root" "${@:3}"
    ;;
*) die "usage: chroot.sh build SUITE ROOT | run ROOT COMMAND" ;;
esac
