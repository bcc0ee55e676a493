#!/usr/bin/env bats
# fs-fold: sums of equal stacks.  What single small inputs give is in golden/fs-fold.

load helper

# $1 lines with $2 distinct stacks or so, timed and plain ones mixed.
make_lines() {
	awk -v n="$1" -v m="$2" -v seed="${3:-7}" '
	function random(below) { seed = (seed * 16807) % 2147483647; return seed % below }
	BEGIN {
		for (i = 0; i < n; i++) {
			if (random(2))
				printf "%d.%06d cpu=%d tid=7/%d\t", i / 100, random(1000000), random(4), random(9)
			printf "thread %d;run;f%d;%s %d\n", random(3), random(m / 3), "x;y(int, a b)", random(5)
		}
	}'
}

# The same sums by sort and awk.
sums() {
	cat "$@" | sed 's/^[^	]*	//' | awk '{ n = $NF; sub(/ [0-9]+$/, ""); sum[$0] += n }
		END { for (stack in sum) printf "%s\t%d\n", stack, sum[stack] }' |
		LC_ALL=C sort -t '	' -k1,1 | tr '\t' ' '
}

@test "fs-fold: sums are those of awk" {
	make_lines 20000 300 >a
	sums a >expected
	[ "$(wc -l <expected)" -gt 200 ]
	fs-fold a >got
	same expected got
}

@test "fs-fold: a b is cat a b, and the fold of the folds" {
	make_lines 5000 300 1 >a
	make_lines 5000 600 2 >b
	sums a b >expected
	fs-fold a b >got
	same expected got
	cat a b | fs-fold >got
	same expected got
	fs-fold a >folded-a
	fs-fold b >folded-b
	fs-fold folded-b folded-a >got
	same expected got
	fs-fold - b <a >got
	same expected got
	fs-fold got >again
	same got again
}

@test "fs-fold: threads and blocks make no difference, nor does what they do not understand" {
	make_lines 3000 100 | awk 'NR % 500 == 77 { print "no count;" } { print }' >a
	fs-fold -j1 --root cpu,tid --comm strip-digits a >one 2>err-one
	grep -qx 'fs-fold: 6 lines not understood (first: a:77)' err-one
	for j in 1 2 8; do
		for size in 1 100 4096 1048576; do
			fs-fold -j $j --block-size $size --root cpu,tid --comm strip-digits a >other 2>err
			same one other
			same err-one err
		done
	done
}

@test "fs-fold: the first line not understood is counted in its piece" {
	printf 'a;b 1\na;b 1\n' >a
	printf 'a;b 1\n\n# x\nbroken\n' >b
	run_split fs-fold -j2 a b
	expect_status 0
	expect_text stdout 'a;b 3'
	expect_text stderr 'fs-fold: 1 line not understood (first: b:4)'
	run_split fs-fold -q a b
	expect_status 0
	expect_empty stderr
	run_split fs-fold -o out --strict a b
	expect_status 1
	[ ! -e out ]
}

@test "fs-fold: sums past 64 bits are an error, for any number of threads" {
	for _ in 1 2 3 4 5 6 7 8; do
		echo 'a;b 4611686018427387904'
	done >large
	for j in 1 2 8; do
		run_split fs-fold -j $j --block-size 30 large
		expect_status 1
		expect_empty stdout
		expect_text stderr 'fs-fold: the counts add up to more than 64 bits can hold'
	done
	head -3 large >fits
	run_split fs-fold -j8 --block-size 30 fits
	expect_status 0
	expect_text stdout 'a;b 13835058055282163712'
}

@test "fs-fold: the bytes of the stack are the order" {
	printf '%s 1\n' 'b' 'a;b' 'a' 'a b' 'a-' 'B' $'a\xc3\xa9' $'a\xff' 'ab' >in
	printf '%s 1\n' 'B' 'a' 'a b' 'a-' 'a;b' 'ab' $'a\xc3\xa9' $'a\xff' 'b' >expected
	fs-fold in | same - expected
}

@test "fs-fold: wrong command lines are status 2" {
	for arguments in '--root' '--root x' '--root cpu,,tid' '--comm strip' '-j 0' '-j 65' '--keep (' '--block-size 0'; do
		# shellcheck disable=SC2086
		run_split fs-fold $arguments </dev/null
		expect_status 2
		expect_empty stdout
	done
}

@test "fs-fold: 100,000 stacks" {
	awk 'BEGIN { for (i = 0; i < 200000; i++) printf "t;f%d;g%d 1\n", i % 1000, i % 100000 }' >in
	fs-fold in >got
	[ "$(wc -l <got)" -eq 100000 ]
	[ "$(awk '$NF != 2' got | wc -l)" -eq 0 ]
}

@test "fs-fold: a real profile keeps its samples" {
	fs-parse --idle keep "$(app_perf)" >app.fs
	# tests/data/README
	[ "$(fs-fold app.fs | awk '{ n += $NF } END { print n }')" -eq 1364 ]
	[ "$(fs-fold --drop '^swapper' app.fs | awk '{ n += $NF } END { print n }')" -eq 537 ]
	[ "$(fs-fold --keep '^swapper' --root cpu app.fs | awk '{ n += $NF } END { print n }')" -eq 827 ]
}

@test "fs-fold: fractions stay, so that a fold of folds is the fold" {
	echo 'a 0.4' >one
	fs-fold one one one >whole
	fs-fold one >part
	fs-fold part part part >merged
	[ "$(cat whole)" = 'a 1.2' ]
	same whole merged
}

@test "fs-fold: reads its own output, whatever threads are called" {
	printf 'java 2\nx 77 [000] 1.5: 2\n' | fs-fold >folded
	fs-fold folded >again
	same folded again
}

@test "fs-fold: a tab in another tool's frame becomes a blank, not a time" {
	printf '0.5\t1.5\ta;b 1\n5\tc 1\n' | fs-fold >folded
	printf '1.5 a;b 1\nc 1\n' >want
	same want folded
	fs-fold folded >again
	same folded again
}

@test "fs-fold: what other tools write into frames comes out as the format has it" {
	printf 'a\tb\0c\033d;;y; 1\n;a 2\na\tb c d;[unknown];y;[unknown] 4\n' >in
	fs-fold in | same - <(printf '[unknown];a 2\na b c d;[unknown];y;[unknown] 5\n')
	fs-fold in | fs-fold | same - <(fs-fold in)
}

@test "fs-fold: differences add up on both sides" {
	printf 'a;b 3 4\na;b 1 2.5\na;c 0 1\n' >in
	fs-fold in | same - <(printf 'a;b 4 6.5\na;c 0 1\n')
	fs-fold in | fs-fold | same - <(fs-fold in)
	printf 'worker 12345 7\nworker 12345 1\n' | fs-fold | same - <(echo 'worker 12345 8')
	printf 'm;a 5\n' >plain
	printf 'm;a 10 20\n' >difference
	run_split fs-fold plain difference
	expect_status 0
	expect_text stderr 'fs-fold: difference looks like a difference behind a file that is none, and is not taken for one: read it by itself'
}
