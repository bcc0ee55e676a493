# here.sh - where things are, for the scripts of this folder, which source it: $root, $BUILD, its
# programs in PATH, and $bench, what measures them.

# shellcheck shell=bash
export LC_ALL=C
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
BUILD=${BUILD:-$root/build}
case $BUILD in
/*) ;;
*) BUILD=$root/$BUILD ;;
esac
PATH=$BUILD:$PATH
# shellcheck disable=SC2034 # for those who source it
bench=$BUILD/bench
