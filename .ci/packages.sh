#!/usr/bin/env bash
# Install the Debian packages that a make target needs, where they are missing: packages.sh GROUP…
set -euo pipefail

packages_of() {
    case $1 in
    python) echo python3 python3-venv ;;
    qgis) echo python3-qgis qgis qgis-providers python3-venv ;;
    desktop) echo xvfb openbox xdotool wmctrl scrot fonts-open-sans ;;
    browser) echo chromium ;;
    translations) echo python3 qttools5-dev-tools ;;
    postgis) echo postgresql postgresql-postgis ;;
    matrix) echo debootstrap debian-archive-keyring ;;
    *) echo "packages.sh: there is no group '$1'" >&2 && exit 2 ;;
    esac
}

missing=()
for group in "$@"; do
    for package in $(packages_of "$group"); do
        case $(dpkg-query --show --showformat '${db:Status-Abbrev}' "$package" 2>/dev/null) in
        ii*) ;;
        *) missing+=("$package") ;;
        esac
    done
done
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "packages.sh: this is no Debian or Ubuntu: install by hand what corresponds to: ${missing[*]}" >&2
    exit 1
fi
sudo=()
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || {
        echo "packages.sh: run this as root, or install first: apt-get install ${missing[*]}" >&2
        exit 1
    }
    sudo=(sudo)
fi
echo "Installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
"${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
