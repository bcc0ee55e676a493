#!/usr/bin/env bats
# fs-slice: the samples of ranges of time.  What single small inputs give is in golden/fs-slice.

load helper

# A vouched profile of $2 samples in file $1, about 75 bytes and 3 ms each, times going back by up
# to 40 ms, with numbers from a generator of its own so that it is the same everywhere.
make_profile() {
	awk -v n="$2" '
	function random(below) { seed = (seed * 16807) % 2147483647; return seed % below }
	BEGIN {
		seed = 42
		head = "# fs-folded=\"1\"\n# origin=\"28648\"\n"
		printf "%s", head
		bytes = length(head)
		for (latest = back = t = i = 0; i < n; i++) {
			t += random(6001)
			at = t - random(40001)
			if (at < 0)
				at = 0
			if (latest - at > back)
				back = latest - at
			if (at > latest)
				latest = at
			line = sprintf("%d.%06d cpu=%d tid=7/%d\tworker-%d;run;f%d;g%d %d\n", at / 1000000,
			    at % 1000000, i % 4, i % 9, random(8), random(20), random(20), 1 + random(3))
			printf "%s", line
			bytes += length(line)
		}
		printf "# end=\"kept=%d idle=0 disorder=0.%06d bytes=%d\"\n", n, back, bytes
	}' >"$1"
}

# The samples of $1 in [$2, $3), microseconds, found by awk.
samples() {
	awk -v a="$2" -v b="$3" '!/^#/ { split($1, p, "."); t = p[1] * 1000000 + p[2]; if (t >= a && t < b) print }' "$1"
}

# Microseconds as seconds.
seconds() {
	printf '%d.%06d' "$(($1 / 1000000))" "$(($1 % 1000000))"
}

@test "fs-slice: bisected slices are those read whole, and what awk finds" {
	make_profile run.fs 40000
	tail -1 run.fs | grep -q 'disorder=0.0[34]'
	RANDOM=1
	for _ in 1 2 3 4 5 6 7 8; do
		from=$((RANDOM * 4000)) length=$((RANDOM * 3))
		to=$((from + length))
		fs-slice "$(seconds $from)" "$(seconds $to)" run.fs >sought
		# shellcheck disable=SC2002 # a pipe cannot be sought in
		cat run.fs | fs-slice "$(seconds $from)" "+${length}us" >whole
		same sought whole
		samples run.fs $from $to >expected
		sed 1,3d sought >got
		same expected got
	done
}

@test "fs-slice: bisection is not led astray by lines that come late" {
	# Every third line is late by up to 20 s: far more bytes than are read without searching.
	awk 'BEGIN { head = "# fs-folded=\"1\"\n"; printf "%s", head; bytes = length(head)
		for (i = 0; i < 60000; i++) {
			t = i % 3 || i < 20000 ? i : i - i % 7 * 3333
			line = sprintf("%d.%03d\tworker;run;wait_for_work 1\n", t / 1000, t % 1000)
			printf "%s", line; bytes += length(line)
		}
		printf "# end=\"kept=60000 disorder=19.998 bytes=%d\"\n", bytes }' >late.fs
	for start in 1 5.5 11 19.999 20 23.3 25 29.7 31 33.2 38 41.3 44 47.25 52 59.9; do
		fs-slice $start +1ms late.fs >sought
		# shellcheck disable=SC2002 # a pipe cannot be sought in
		cat late.fs | fs-slice $start +1ms >whole
		same whole sought
	done
}

@test "fs-slice: many ranges at once are each found, in the order of the input" {
	make_profile run.fs 40000
	RANDOM=2
	: >expected
	for i in 9 8 7 6 5 4 3 2 1 0; do
		from=$((i * 12000000 + RANDOM * 100)) length=$((RANDOM * 2))
		printf '%s\t+%dus\tspike\n' "$(seconds $from)" "$length" >>ranges
		printf '%d %d\n' "$from" $((from + length)) >>borders
	done
	awk 'NR == FNR { a[NR] = $1; b[NR] = $2; n = NR; next }
		!/^#/ { split($1, p, "."); t = p[1] * 1000000 + p[2]
		for (i = 1; i <= n; i++) if (t >= a[i] && t < b[i]) { print; next } }' borders run.fs >expected
	[ -s expected ]
	fs-slice --ranges ranges run.fs | sed 1,3d >got
	same expected got
	fs-slice --ranges ranges <run.fs | sed 1,3d >got
	same expected got
	fs-slice -v --ranges ranges run.fs | sed 1,3d >rest
	cat got rest | sort >both
	grep -v '^#' run.fs | sort >all
	same all both
}

@test "fs-slice: slices that tile a profile add up to the whole" {
	make_profile run.fs 5000
	fs-fold run.fs >whole
	RANDOM=3
	for _ in 1 2 3 4 5; do
		: >parts
		from=start
		for cut in $(for _ in 1 2 3 4 5 6; do echo $((RANDOM * 460)); done | sort -n); do
			to=$(seconds "$cut")
			fs-slice "$from" "$to" run.fs | fs-fold >>parts
			from=$to
		done
		fs-slice "$from" end run.fs | fs-fold >>parts
		fs-fold parts >sum
		same whole sum
	done
}

@test "fs-slice: a range is sought, not read up to" {
	needs strace
	make_profile run.fs 100000
	[ "$(wc -c <run.fs)" -gt 4000000 ]
	strace -o calls -e trace=read,pread64 fs-slice --block-size 65536 280 280.1 run.fs >got
	[ "$(wc -l <got)" -gt 10 ]
	# Bytes of the file that were read: those of calls past the libraries' own.
	awk -F' = ' '/run|65536|4096/ { n += $NF } END { exit !(n > 0 && n < 1000000) }' calls
}

@test "fs-slice: disorder past what the end line vouches for is an error, named by its byte" {
	make_profile run.fs 40000
	sed 's/disorder=[0-9.]*/disorder=0.000000/' run.fs >lies.fs
	run_split fs-slice 60 70 lies.fs
	expect_status 1
	expect_line stderr '^fs-slice: lies\.fs: byte [0-9]*: time goes back by 0\.[0-9]* s, more than the 0 s that'
	byte=$(sed 's/.*byte \([0-9]*\).*/\1/' stderr)
	tail -c +$((byte + 1)) lies.fs | head -1 | grep -q '^[0-9.]* cpu='
}

@test "fs-slice: two streams, one after the other, vouch for nothing" {
	make_profile run.fs 3000
	cat run.fs run.fs >twice.fs
	fs-slice 2 2.5 twice.fs | grep -vc '^#' >got
	[ "$(cat got)" -eq $((2 * $(samples run.fs 2000000 2500000 | wc -l))) ]
}

@test "fs-slice: a file whose lines were moved is not sought in, though its last line and length are right" {
	make_profile run.fs 20000
	# `end` sorts last here; the samples stand backwards, by their stacks, in no order.
	sort -rn run.fs >backwards.fs
	sort -r -t "$(printf '\t')" -k 2 run.fs | grep -v '^# end' >by-stack.fs
	tail -1 run.fs >>by-stack.fs
	for file in backwards.fs by-stack.fs; do
		tail -1 $file | grep -q '^# end='
		run_split fs-slice 20 20.5 $file
		expect_status 1
		expect_line stderr "^fs-slice: $file: byte [0-9]*: time goes back by .* vouches for"
		refute grep -v '^#' stdout
		# shellcheck disable=SC2002 # a pipe cannot be sought in
		cat $file | fs-slice 20 20.5 | grep -v '^#' | sort >got
		samples run.fs 20000000 20500000 | sort | diff - got
	done
}

@test "fs-slice: --sorted trusts the user, and finds out" {
	make_profile run.fs 20000
	{
		head -2 run.fs
		grep -v '^#' run.fs | LC_ALL=C sort -n
	} >sorted.fs
	samples sorted.fs 20000000 20500000 >expected
	fs-slice --sorted 20 20.5 sorted.fs | sed 1,3d >got
	same expected got
	grep -v '^# end' run.fs >unsorted.fs
	run_split fs-slice --sorted 20 20.5 unsorted.fs
	expect_status 1
	expect_line stderr 'time goes back by 0\.[0-9]* s, and --sorted said that it never does'
}

@test "fs-slice: --sorted does not seek past the head of a second stream" {
	make_profile run.fs 20000
	{
		grep '^#' run.fs | head -2
		grep -v '^#' run.fs | LC_ALL=C sort -n
	} >first.fs
	sed 's/origin="28648"/origin="30000"/' first.fs >second.fs
	bytes=$(wc -c <second.fs)
	echo "# end=\"kept=20000 idle=0 disorder=0 bytes=$bytes\"" | tee -a first.fs >>second.fs
	cat first.fs second.fs >both.fs
	samples second.fs 20000000 20500000 >expected
	fs-slice --sorted 1372 1372.5 both.fs | grep -v '^#' >got
	same expected got
	# Cut off, it tells its length no more, but its times go back.
	grep -v '^# end' both.fs >cut.fs
	run_split fs-slice --sorted 1372 1372.5 cut.fs
	expect_status 1
	expect_line stderr 'time goes back by .* and --sorted said that it never does'
}

@test "fs-slice: the size of blocks makes no difference" {
	make_profile run.fs 3000
	printf '\n\n' | cat - run.fs >odd.fs
	fs-slice 1 2 --drop f1 odd.fs >one
	for size in 1 7 4096 65536; do
		fs-slice 1 2 --drop f1 --block-size $size odd.fs >other
		same one other
		fs-slice -r 1,1.5 -r 1.5,2 --drop f1 --block-size $size run.fs | sed 1,3d >other
		sed 1,4d one | diff - <(sed 1d other)
	done
}

@test "fs-slice: blank lines at the end of a block do not reach into the next" {
	printf '1.0\ta;b 1\n\n\n\n\n\n\n\n\n2.0\ta;c 1\n' >in
	printf '# range="1,3"\n1.0\ta;b 1\n2.0\ta;c 1\n' >expected
	for size in 1 9 10 11 12 13; do
		fs-slice 1 3 --block-size $size in >got
		same expected got
	done
}

@test "fs-slice: pieces stand on the axis of the first" {
	printf '# fs-folded="1"\n# origin="100"\n0.5\ta 1\n1.5\tb 1\n' >a.fs
	printf '# fs-folded="1"\n# origin="103"\n0.5\tc 1\n1.5\td 1\n' >b.fs
	fs-slice 1 4 a.fs b.fs >got
	printf '# fs-folded="1"\n# origin="100"\n# range="1,4"\n1.5\tb 1\n# fs-folded="1"\n# origin="103"\n0.5\tc 1\n' >expected
	same expected got
	fs-slice @101 @104 a.fs b.fs >got
	same expected got
	# What comes out is such a pair of streams again.
	fs-slice 2 end got | tail -1 >again
	printf '0.5\tc 1\n' | same - again
}

@test "fs-slice: a vouched second piece is sought in its own time" {
	make_profile b.fs 20000
	sed -i.old 's/origin="28648"/origin="28748"/' b.fs
	printf '# fs-folded="1"\n# origin="28648"\n0.5\ta 1\n' >a.fs
	fs-slice 130 130.5 a.fs b.fs | grep -v '^#' >got
	samples b.fs 30000000 30500000 >expected
	[ -s expected ]
	same expected got
}

@test "fs-slice: a stream that is still coming is passed on at once" {
	mkfifo pipe
	fs-slice start 10 <pipe >got &
	exec 9>pipe
	printf '# fs-folded="1"\n1.0\ta;b 1\n' >&9
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		grep -q 'a;b' got && break
		sleep 0.1
	done
	grep -q 'a;b' got
	exec 9>&-
	wait
}

@test "fs-slice: ranges of a file: heading, comments, commas, and a line that is none" {
	printf '0.5\ta 1\n1.5\tb 1\n2.5\tc 1\n' >in
	printf 'start\tend\tname\n# of the pager\n\n2,3,x\n 0.5 +1ms y\n' >ranges
	fs-slice --ranges ranges in >got
	printf '# range="0.5,0.501 2,3"\n0.5\ta 1\n2.5\tc 1\n' | same - got
	run_split fs-slice --ranges - in <<<'1 x'
	expect_status 2
	expect_line stderr "fs-slice: standard input:1: '1 x': the end is not a time"
	echo '1 2
	2 1' >ranges
	run_split fs-slice --ranges ranges in
	expect_status 2
	expect_line stderr "fs-slice: ranges:2: '2 1': the start is after the end"
}

@test "fs-slice: wrong command lines are status 2" {
	for arguments in '' '1' 'app.fs 1' '1 app.fs' '+1 2' 'start +1s' '-r 1' '-r 2,1' '-r 1,2,3' '1 2 --keep ['; do
		# shellcheck disable=SC2086
		run_split fs-slice $arguments </dev/null
		expect_status 2
		expect_empty stdout
		[ -s stderr ]
	done
}

@test "fs-slice: -5 is a time, -- begins the operands" {
	printf -- '-5.000000\ta 1\n-4.0\tb 1\n' >in
	fs-slice -5 -4 in | tail -1 >got
	printf -- '-5.000000\ta 1\n' | same - got
	fs-slice -- -.5e1 0 in 2>err && fail 'a time with an exponent'
	fs-slice -- -5 -4 in | tail -1 >got
	printf -- '-5.000000\ta 1\n' | same - got
}

@test "fs-slice: real profiles: the bursts of a garbage collector are where they were planted" {
	fs-parse "$(app_perf)" >app.fs
	# tests/data/README: a burst of 80 ms begins at 3245.013724 of perf's clock.
	fs-slice @3245.013724 +80ms app.fs | fs-fold --comm none >burst
	[ "$(grep -c . burst)" -gt 0 ]
	gc=$(awk '/gc/ { n += $NF } END { print n + 0 }' burst)
	all=$(awk '{ n += $NF } END { print n + 0 }' burst)
	[ $((gc * 2)) -gt "$all" ]
	{
		fs-slice start @3245.013724 app.fs | fs-fold
		fs-slice @3245.013724 end app.fs | fs-fold
	} | fs-fold >parts
	fs-fold app.fs | same - parts
}
