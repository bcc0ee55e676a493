#!/usr/bin/env bats
# What `make bench` measures with, tests/bench: a figure is worth as much as its yardstick.

load helper

advance() {
	"$BUILD/bench/advance" "$@"
}

measure() {
	"$BUILD/bench/measure" "$@"
}

setup() {
	helper_setup
	[ -x "$BUILD/bench/advance" ] && [ -x "$BUILD/bench/measure" ] || skip 'tests/bench is not built'
}

# Of file $1, a mebibyte is its samples over and over, each time later by the whole seconds that
# they span, in order; and not much more than that.  The other arguments say how to read both.
expect_rounds() {
	local file=$1
	shift
	advance 1 <"$file" >long
	bytes=$(wc -c <long)
	[ "$bytes" -ge 1048576 ] && [ "$bytes" -lt 1070000 ] || fail "$file: $bytes bytes"
	"$@" <"$file" | grep -a '^[0-9]' >once
	"$@" <long | grep -a '^[0-9]' >often
	awk '{
		second = int($1)
		if (NR == 1 || second < first) first = second
		if (NR == 1 || second > last) last = second
	} END { print last - first + 1 }' once >span
	awk -v span="$(cat span)" '
		NR == FNR { line[n++] = $0; next }
		{
			want = line[i % n]
			second = want
			sub(/\..*/, "", second)
			sub(/^[0-9]*/, second + span * int(i / n), want)
			if ($0 != want) { print FILENAME ": " $0 "\nand not: " want; exit 1 }
			i++
		}
		END { exit i <= n }' once often || fail "$file"
}

@test "bench: advance goes on with a profile, as perf's text and as timed lines" {
	expect_rounds "$(app_perf)" fs-parse -q --idle keep
	diff <(grep '^#' "$(app_perf)") <(grep '^#' long)
	fs-parse -q "$(app_perf)" >app.fs
	expect_rounds app.fs cat
	# What vouches for the end of the one does not for the end of the other.
	diff <(grep '^#' app.fs | grep -v '^# end') <(grep '^#' long)
}

@test "bench: advance goes on with texts whose headers begin with a blank" {
	for i in 1 2 3; do
		printf '%16s %5d [000]  179%d.445225:   10101010 cpu-clock:  ffffffff813a2413 f+0x%d ([kernel.kallsyms])\n' \
			bash $((i * 77)) "$i" "$i"
	done >one-line
	expect_rounds one-line fs-parse -q
	sed 's/^ *bash//' one-line >no-name
	expect_rounds no-name fs-parse -q
}

@test "bench: advance goes on with recorded texts of every form that has times" {
	shared
	for text in default G ns classic plus-pid minus-comm minus-cpu minus-event minus-tid insn reltime \
		comm-time flags header misc no-kallsyms; do
		expect_rounds "$(corpus fields/fp-a.$text.txt)" fs-parse -q --idle keep
	done
	for text in fields/nocg-a.default fields/nocg-proc.default robust/tabs-to-spaces robust/crlf \
		robust/nul-bytes robust/comments-between tricky/weird.default; do
		expect_rounds "$(corpus $text.txt)" fs-parse -q --idle keep
	done
}

@test "bench: advance with nothing to go on with is an error" {
	: >empty
	printf '# hostname : web7' >comments
	printf 'a 1234 cycles: \n\t          401136 f+0x1 (/a)\n\n' >untimed
	printf '\t          401136 x 1.000000: (/a)\n' >frame
	for file in empty comments untimed frame; do
		run_from $file advance 1
		expect_status 1
		expect_empty stdout
		expect_text stderr 'advance: no line has a time'
	done
	for arguments in '' 0 x '1 2'; do
		# shellcheck disable=SC2086
		run_from empty advance $arguments
		expect_status 2
		expect_empty stdout
	done
	[ -e /dev/full ] || return 0
	status=0
	advance 1 <"$(app_perf)" >/dev/full 2>stderr || status=$?
	expect_status 1
	expect_text stderr 'advance: cannot write'
}

@test "bench: measure tells the memory of the largest process, and fails as its command does" {
	measure 'cat /dev/null' >small
	measure 'head -c 50000000 /dev/zero | tail -c 50000000' >large
	sanitized || [ "$(cut -d' ' -f2 small)" -lt 10000 ]
	[ "$(cut -d' ' -f2 large)" -gt 48828 ] && [ "$(cut -d' ' -f2 large)" -lt 90000 ]
	run_split measure 'exit 3'
	expect_status 1
	expect_empty stdout
}
