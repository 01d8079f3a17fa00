#!/usr/bin/env bash
# Test the zip and the QGIS side in newer QGIS: matrix.sh ZIP [SUITE…]   (default: trixie forky)
#
# trixie is Debian 13 with QGIS 3.40, forky is testing with QGIS 3.44. Each lives in a chroot that is built once into
# CHROOTS (default: ~/.cache/mining-monitor/matrix) and is used again. trixie must pass. forky moves: what it says is
# reported, and does not fail the run unless STRICT=1. A chroot that cannot be built is reported as such; with
# STRICT=1 that fails, too. A suite that the time does not suffice for counts by what it ran.
set -euo pipefail
cd "$(dirname "$0")/.."

zip=${1:?usage: matrix.sh ZIP [SUITE…]}
shift
suites=("$@")
[ ${#suites[@]} -gt 0 ] || suites=(trixie forky)
chroots=${CHROOTS:-${XDG_CACHE_HOME:-$HOME/.cache}/mining-monitor/matrix}
minutes=${MINUTES:-45} # for all of it; what has no time left is reported as not run
SECONDS=0

if [ "$(id -u)" != 0 ]; then
    echo "matrix.sh: a chroot needs root: sudo make test-matrix" >&2
    exit 1
fi
.ci/packages.sh matrix
mkdir -p "$chroots" build/matrix

lay() { # lay ROOT: the tracked files and the zip, in a fresh folder of the chroot
    local home=$1/opt/mining-monitor
    rm -rf --one-file-system "$home/main"
    mkdir -p "$home/main/dist" "$home/shared/data"
    git ls-files -z | tar --create --null --files-from=- --ignore-failed-read 2>/dev/null | tar --extract --directory "$home/main"
    cp i18n/*.qm "$home/main/i18n/" 2>/dev/null || true
    cp "$zip" "$home/main/dist/"
}

left() { echo $((minutes * 60 - SECONDS)); }

has_failures() { # has_failures LOG: whether pytest has said, in a summary or in its rows of dots, that a test failed
    grep -qE '^=+ .*[0-9]+ (failed|error)|^(tests/[^ ]+ )?[.sxX]*[FE][.sxXFE]*( +\[ *[0-9]+%\])?$' "$1"
}

failed=0
verdict=()
for suite in "${suites[@]}"; do
    root=$chroots/$suite
    echo "==== $suite"
    if [ "$(left)" -lt 300 ]; then
        verdict+=("$suite: NOT RUN, $minutes minutes are over")
        [ -z "${STRICT:-}" ] || failed=1
        continue
    fi
    if ! timeout --signal=KILL "$(left)" .ci/chroot.sh build "$suite" "$root" >"build/matrix/$suite-build.log" 2>&1; then
        tail -n 5 "build/matrix/$suite-build.log"
        verdict+=("$suite: NOT BUILT (build/matrix/$suite-build.log)")
        [ -z "${STRICT:-}" ] || failed=1
        continue
    fi
    lay "$root"
    bind=
    [ ! -d ../shared/data ] || bind="$(cd ../shared/data && pwd):/opt/mining-monitor/shared/data"
    status=0
    BIND=$bind timeout --signal=KILL "$(left)" .ci/chroot.sh run "$root" \
        /opt/mining-monitor/main/.ci/matrix_inside.sh "dist/$(basename "$zip")" 2>&1 |
        tee "build/matrix/$suite.log" || status=$?
    qgis=$(sed -n 's/^QGIS \([0-9.]*\).*/\1/p' "build/matrix/$suite.log" | head -n 1)
    if [ "$status" = 0 ]; then
        verdict+=("$suite (QGIS $qgis): passed")
    elif [ "$(left)" -le 0 ] && ! has_failures "build/matrix/$suite.log"; then
        verdict+=("$suite (QGIS $qgis): CUT SHORT, $minutes minutes are over; what ran passed (build/matrix/$suite.log)")
        [ -z "${STRICT:-}" ] || failed=1
    else
        verdict+=("$suite (QGIS ${qgis:-?}): FAILED with status $status (build/matrix/$suite.log)")
        [ "$suite" = forky ] && [ -z "${STRICT:-}" ] || failed=1
    fi
done

echo "==== matrix"
printf '%s\n' "${verdict[@]}"
exit "$failed"
