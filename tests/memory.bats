#!/usr/bin/env bats
# Memory does not grow with the length of a profile: what a program takes at most, for 1 MiB and for
# 100 MiB of the same samples again and again, which are the same stacks.  `make bench` measures
# longer ones.

load helper

setup_file() {
	measured
	gzip -dc "$TESTS/data/app.perf.gz" >"$BATS_FILE_TMPDIR/app.perf"
	fs-parse -q "$BATS_FILE_TMPDIR/app.perf" >"$BATS_FILE_TMPDIR/app.fs"
	for name in perf fs; do
		for size in 1 100; do
			"$BUILD/bench/advance" $size <"$BATS_FILE_TMPDIR/app.$name" >"$BATS_FILE_TMPDIR/$size.$name"
		done
	done
}

setup() {
	cd "$BATS_FILE_TMPDIR" || return 1
}

# Skips where what measures is not built, which `make check` does, and where a sanitizer takes more
# than the program.
measured() {
	! sanitized || skip 'a sanitizer takes memory of its own'
	[ -x "$BUILD/bench/measure" ] && [ -x "$BUILD/bench/advance" ] || skip 'tests/bench is not built'
}

# The most kibibytes that a command holds, the least of $1 runs: the system counts roughly.
peak() {
	local rounds=$1 command=$2 round kibibytes
	for ((round = 0; round < rounds; round++)); do
		read -r _ kibibytes < <("$BUILD/bench/measure" "$command")
		[ "$kibibytes" -gt 500 ] || fail "$command: $kibibytes KiB" || return
		echo "$kibibytes"
	done | sort -n | head -1
}

# The command $4, in which FILE stands for the input, holds at most $1 KiB more for 100 MiB than for
# 1 MiB of *.$3, and never more than $2 MiB; $5 is how often it is run.
expect_growth() {
	local more=$1 limit=$(($2 * 1024)) suffix=$3 command=$4 rounds=$5 short long
	short=$(peak "$rounds" "${command//FILE/1.$suffix}")
	long=$(peak "$rounds" "${command//FILE/100.$suffix}")
	[ $((long - short)) -le "$more" ] || fail "$command: $short KiB, and $long KiB for more of the same"
	[ "$long" -le "$limit" ] || fail "$command: $long KiB"
}

# The command $3 reading a file, and reading a pipe: there, chance decides how full blocks get.  $1
# is the suffix, $2 the limit.
expect_flat() {
	expect_growth 512 "$2" "$1" "$3" 3
	expect_growth $((512 + 2 * 1024)) "$2" "$1" "cat FILE | ${3% FILE}" 1
}

# With N workers the blocks of a short input are fewer than those of a long one: there is a limit
# alone.  The design's is 16 MB and 4 MB a worker.
expect_limit() {
	local limit=$(($1 * 1024)) command=$2 kibibytes
	for command in "$command" "cat ${command##* } | ${command% *}"; do
		kibibytes=$(peak 1 "$command")
		[ "$kibibytes" -le "$limit" ] || fail "$command: $kibibytes KiB"
	done
}

@test "memory: the inputs are 1 and 100 MiB of as many samples again" {
	for size in 1 100; do
		for name in perf fs; do
			bytes=$(wc -c <$size.$name)
			[ "$bytes" -ge $((size * 1048576)) ] && [ "$bytes" -lt $((size * 1048576 + 10000)) ]
		done
	done
	# perf's own count of the recording's samples and bytes: tests/data/README.
	[ "$(grep -c cpu-clock 100.perf)" -gt $((100 * 1048576 / 868000 * 1364)) ]
	fs-parse -q 1.perf | fs-fold >one
	fs-parse -q 100.perf | fs-fold >hundred
	[ "$(wc -l <one)" -eq "$(wc -l <hundred)" ]
}

@test "memory: fs-parse" {
	expect_flat perf 20 'fs-parse -q -j1 FILE'
	expect_flat perf 20 'fs-parse -q -j1 --idle keep --all-events --tidy flamegraph FILE'
	expect_limit 24 'fs-parse -q -j2 100.perf'
	expect_limit 32 'fs-parse -q -j4 100.perf'
}

@test "memory: fs-parse with smaller blocks and workers" {
	expect_flat perf 20 'fs-parse -q -j1 --block-size 65536 FILE'
}

@test "memory: fs-slice" {
	expect_flat fs 16 'fs-slice start end FILE'
	expect_flat fs 16 'fs-slice -v 1 2 FILE'
}

@test "memory: fs-fold" {
	expect_flat fs 20 'fs-fold -j1 FILE'
	expect_flat fs 20 'fs-fold -j1 --root cpu FILE'
	expect_limit 32 'fs-fold -j4 100.fs'
}

@test "memory: fs-heatmap, whose grid has few columns" {
	expect_flat fs 16 'fs-heatmap --column 1h FILE'
}

@test "memory: fs-svg" {
	expect_flat fs 16 'fs-svg FILE'
}

@test "memory: fs-scope, which holds each sample and its page in a few bytes" {
	local short long more
	short=$(peak 3 'fs-scope 1.fs')
	long=$(peak 3 'fs-scope 100.fs')
	more=$(($(grep -vc '^#' 100.fs) - $(grep -vc '^#' 1.fs)))
	[ "$more" -gt 700000 ]
	# Ten of them the sample, the rest the page.
	[ $(((long - short) * 1024 / more)) -le 16 ] || fail "$short KiB, and $long KiB for $more more"
}
