# helper.bash - what the bats files share: `load helper` at their top.
#
# The programs of $BUILD (build/ unless told otherwise) stand first in PATH, and every test runs in
# an empty directory of its own.  A bats file with a setup of its own begins it with helper_setup.
#
#	@test "fs-fold: sums equal stacks" {
#		printf 'a;b 1\na;b 2\n' >in
#		run_split fs-fold in
#		expect_status 0
#		expect_text stdout 'a;b 3'
#		expect_empty stderr
#	}
#
# A test that wants recorded profiles calls `shared` first, which skips it where there are none;
# one that wants a tool that not every machine has, `needs TOOL`.

TESTS=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(dirname "$TESTS")
BUILD=${BUILD:-$ROOT/build}
case $BUILD in
/*) ;;
*) BUILD=$ROOT/$BUILD ;;
esac
SHARED=${FS_SHARED:-$ROOT/../shared}
PATH=$BUILD:$PATH
LC_ALL=C
export ROOT BUILD SHARED PATH LC_ALL
# What would change how text looks on a terminal is each test's to say.
unset COLUMNS COLORTERM NO_COLOR

helper_setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
}

setup() {
	helper_setup
}

# The programs there are, built or not; FS_PROGRAMS names fewer, for those who work on one.
programs() {
	local file
	if [ -n "${FS_PROGRAMS:-}" ]; then
		tr ' ' '\n' <<<"$FS_PROGRAMS"
		return
	fi
	for file in "$ROOT"/cmd/fs-*.c; do
		[ -e "$file" ] && basename "$file" .c
	done
	return 0
}

# Ends the test with a message.
fail() {
	printf '%s\n' "$@" >&2
	return 1
}

# Skips the test where one of the tools is missing.
needs() {
	local tool
	for tool; do
		command -v "$tool" >/dev/null 2>&1 || skip "$tool is not installed"
	done
}

# Skips the test where the recorded profiles are not there.  They stand beside the repository, or
# in $FS_SHARED.
shared() {
	[ -d "$SHARED/corpus" ] || skip "recorded profiles are not at $SHARED/corpus"
}

# Unpacks $1.gz into $2 where that is not done yet, whole or not at all, and prints its path.
unpacked() {
	local new=$2.$BASHPID
	if [ ! -e "$2" ] || [ "$1.gz" -nt "$2" ]; then
		mkdir -p "$(dirname "$2")"
		gzip -dc "$1.gz" >"$new" && mv "$new" "$2" || return 1
	fi
	printf '%s\n' "$2"
}

# Prints the path of a recorded profile, unpacked: `corpus fields/fp-a.default.txt`.
corpus() {
	unpacked "$SHARED/corpus/$1" "$ROOT/build/corpus/$1"
}

# Prints the path of the profile that is part of the repository, unpacked: `perf script --header`
# of 13 seconds of a program that collects garbage in bursts.
app_perf() {
	unpacked "$TESTS/data/app.perf" "$ROOT/build/corpus/app.perf"
}

# Whether the programs were built with a sanitizer: slower, and larger in memory.
sanitized() {
	[ -n "${FS_SANITIZED:-}" ]
}

# Runs a command; sets status, and leaves what it wrote in the files stdout and stderr.
# Shell variables would lose NULs and final newlines.
run_split() {
	status=0
	"$@" >stdout 2>stderr || status=$?
}

# The same with a file as standard input: `run_from FILE fs-fold -`.
run_from() {
	local from=$1
	shift
	status=0
	"$@" <"$from" >stdout 2>stderr || status=$?
}

expect_status() {
	# shellcheck disable=SC2154 # run and run_split set it
	if [ "$status" -ne "$1" ]; then
		echo "status is $status, not $1" >&2
		[ ! -e stderr ] || head -c 2000 stderr >&2
		return 1
	fi
}

expect_empty() {
	if [ -s "$1" ]; then
		echo "$1 is not empty:" >&2
		head -c 2000 "$1" >&2
		return 1
	fi
}

# All of a file, its final newline aside: `expect_text stderr 'fs-fold: x: No such file'`.
expect_text() {
	if [ "$(cat "$1")" != "$2" ]; then
		printf '%s is:\n%s\nand not:\n%s\n' "$1" "$(head -c 2000 "$1")" "$2" >&2
		return 1
	fi
}

# A line of a file matches a basic regular expression.
expect_line() {
	if ! grep -q -e "$2" "$1"; then
		printf 'no line of %s matches %s:\n' "$1" "$2" >&2
		head -c 2000 "$1" >&2
		return 1
	fi
}

# Two files hold the same bytes.
same() {
	if ! cmp "$1" "$2" >&2; then
		diff "$1" "$2" | head -20 >&2
		return 1
	fi
}

# The command fails.  (bats takes no notice of a failing `! command`.)
refute() {
	if "$@"; then
		echo "succeeded: $*" >&2
		return 1
	fi
}
