#!/usr/bin/env bats
# Wall clocks: what fs-parse finds out of them, and times of day given to fs-slice.

load helper

# A perf script text of samples at these times of the profiler's clock.
texts() {
	for time; do
		printf 'app  7 [000] %s:     10 cycles: \n\t          401136 f+0x6 (/a)\n\n' "$time"
	done
}

# perf's header with these lines in it.
header() {
	printf '# ========\n# captured on    : Sun Nov 22 12:12:29 2026\n# hostname : vm\n'
	printf '# %s\n' "$@"
	printf '# ========\n#\n'
}

reference='reference time: 2026-11-22 14:09:53.793483 = 1795349393.793483 (TOD) = 3220.985566449 (monotonic)'

# Samples at these seconds after 2026-11-22T11:30:00Z, in a stream that begins 10 s before that.
# date -u -d 2026-11-22T11:29:50 +%s is 1795346990.
stream() {
	printf '# fs-folded="1"\n# origin="500"\n# %s="1795346990"\n' "${key-wall}"
	for second; do
		printf '%d.5\tapp;at%d 1\n' $((second + 10)) "$second"
	done
}

# The frames of what a slice lets through, on one line.
frames() {
	grep -v '^#' stdout | sed 's/.*;\(.*\) 1$/\1/' | tr '\n' ' '
}

slices_to() {
	local want=$1
	shift
	run_split fs-slice "$@"
	expect_status 0
	[ "$(frames)" = "$want" ] || fail "fs-slice $*: $(frames), not $want" "$(cat stderr)"
}

@test "wall: the reference time of perf's header gives it to the nanosecond" {
	{ header 'clockid: monotonic (1)' "$reference"; texts 3244.005789; } >in
	run_split fs-parse in
	# 1795349393.793483 + (3244 - 3220.985566449)
	expect_line stdout '^# wall="1795349416.807916551"$'
	expect_empty stderr
	# Any clock, and the text's date and machine's zone play no part.
	sed 's/monotonic/boottime/' in | TZ=ABC-9 fs-parse --local | grep -q '^# wall="1795349416.807916551"$'
	sed 's/monotonic/tai/' in | fs-parse | grep -q '^# wall="1795349416.807916551"$'
}

@test "wall: times that are counted from elsewhere are not the reference's" {
	# perf script --header --reltime
	{ header 'clockid: monotonic (1)' "$reference"; texts 0.000000 1.500000; } | fs-parse >out
	refute grep -q '^# wall' out
}

@test "wall: a realtime clock is the wall's" {
	texts 1795348020.124311 >in
	fs-parse in | grep -q '^# wall="1795348020"$'
	{ header 'clockid: realtime (0)' "${reference/monotonic/realtime}"; cat in; } | fs-parse | grep -q '^# wall="1795348020"$'
	# Seconds since 1970 that are said to be another clock's.
	{ header 'clockid: tai (11)'; cat in; } | fs-parse >out
	refute grep -q '^# wall' out
	texts 28648.500000 | fs-parse >out
	refute grep -q '^# wall' out
}

@test "wall: the recordings with a realtime clock know theirs, those without do not" {
	shared
	fs-parse -q "$(corpus fields/clock-real.ns.txt)" | grep -q '^# wall="1795348020"$'
	fs-parse -q "$(corpus fields/clock-boot.default.txt)" >out
	refute grep -q '^# wall' out
	# truth-incident-99.tsv has the planted phases by the profiler's clock; the reference in the
	# header makes 3249.580076 the 12:10:22.387992551 of that day.
	fs-parse "$(corpus incident/incident-99.perf)" >run.fs
	fs-slice @3249.580076 +80ms run.fs >own
	fs-slice 12:10:22.387992551 +80ms run.fs >day
	same own day
	[ "$(grep -vc '^#' own)" -gt 5 ]
}

@test "wall: +tod dates are UTC, and a note says so, or local time" {
	texts 1795.164785 | sed 's/\[000\]/& 2026-11-22 11:47:00.164782/' >in
	run_split fs-parse in
	# date -u -d '2026-11-22 11:47:00' +%s is 1795348020.
	expect_line stdout '^# wall="1795348019.999997"$'
	expect_text stderr 'fs-parse: the dates of +tod tell no zone: taken as UTC; --local takes them as local time'
	TZ=ABC-9 run_split fs-parse --local in
	expect_line stdout '^# wall="1795315619.999997"$'
	expect_empty stderr
	# Under a realtime clock the time itself says it.
	texts 1795315620.164785 | sed 's/\[000\]/& 2026-11-22 11:47:00.164782/' >real
	run_split fs-parse real
	expect_line stdout '^# wall="1795315620"$'
	expect_empty stderr
}

@test "wall: --wall tells it where the text does not" {
	texts 5970.250000 5980.000000 >in
	# date -u -d 2026-11-22T12:55:51 +%s is 1795352151; 5970 is 8.31 s before 5978.31.
	run_split fs-parse --wall 5978.31=2026-11-22T12:55:51Z in
	expect_line stdout '^# wall="1795352142.69"$'
	fs-parse --wall '5978.31=2026-11-22 13:55:51+01:00' in >other
	same stdout other
	fs-parse --wall 5978.31=1795352151 in >other
	same stdout other
	TZ=ABC-9 fs-parse --local --wall 5978.31=2026-11-22T21:55:51 in >other
	same stdout other
	run_split fs-slice 12:55:43 +5s other
	[ "$(grep -vc '^#' stdout)" -eq 0 ]
	run_split fs-slice 12:55:42.9 +5s other
	[ "$(grep -vc '^#' stdout)" -eq 1 ]
	for wrong in 5978.31 5978.31= =2026-11-22T12:55:51Z 5978.31=12:55:51 x=2026-11-22T12:55:51Z capture; do
		run_split fs-parse --wall "$wrong" in
		expect_status 2
		expect_empty stdout
		expect_line stderr "^fs-parse: --wall: '$wrong' is neither"
	done
}

@test "wall: --wall captured is rough, says so, and is the last sample's" {
	{ header 'time of first sample : 3221.066402' 'time of last sample : 3333.147188'; texts 3244.250000 3250.000000; } >in
	run_split fs-parse --wall captured in
	expect_status 0
	# date -u -d '2026-11-22 12:12:29' +%s is 1795349549; 3244 is 89.147188 s before the last.
	expect_line stdout '^# wall-about="1795349459.852812"$'
	refute grep -q '^# wall=' stdout
	expect_line stderr "^fs-parse: the wall clock is known roughly: 'captured on', taken as UTC"
	fs-parse -q --wall captured <in | cmp - stdout
	TZ=ABC-9 fs-parse -q --local --wall captured in | grep -q '^# wall-about="1795317059.852812"$'
	fs-parse -q --wall captured in 2>err
	expect_empty err
	# fs-slice takes it, and says so too.
	fs-parse -q --wall captured in >run.fs
	run_split fs-slice 12:11:00 12:11:02 run.fs
	[ "$(grep -vc '^#' stdout)" -eq 1 ]
	expect_text stderr 'fs-slice: the wall clock is only roughly known (wall-about), and so are the ranges'
	fs-slice -q 12:11:00 12:11:02 run.fs 2>err >/dev/null
	expect_empty err
}

@test "wall: --wall captured finds the last sample at the end of the text" {
	# perf says 0 of the pieces of --switch-output.
	{ header 'time of first sample : 0.000000' 'time of last sample : 0.000000'; texts 3244.250000 3250.000000; } >in
	# 1795349549 - 6
	fs-parse -q --wall captured in | grep -q '^# wall-about="1795349543"$'
	# shellcheck disable=SC2002 # a pipe, all of which has come
	cat in | fs-parse -q --wall captured | grep -q '^# wall-about="1795349543"$'
	{ header; for i in 1 2 3 4 5 6 7 8 9; do texts $(seq -f %.6f ${i}000 ${i}999); done; } >long
	fs-parse -q --wall captured long | grep -q '^# wall-about="1795340550"$' # 8999 s before
	# shellcheck disable=SC2002 # a pipe, of which more will come
	run_split fs-parse --wall captured < <(cat long; sleep 1; texts 9999.500000)
	expect_status 1
	expect_line stderr 'its last sample cannot be known before all is read; --wall TIME=CLOCK'
	texts 5.000000 >bare
	run_split fs-parse --wall captured bare
	expect_status 1
	expect_line stderr "^fs-parse: bare: it does not tell 'captured on'"
}

@test "wall: times of day, dates and zones" {
	stream -1 0 1 2 3 60 >in
	slices_to 'at0 at1 ' 11:30 11:30:02 in
	slices_to 'at0 at1 ' 11:30:00.500 +2s in
	slices_to 'at1 ' 11:30:00.500000001 11:30:01.6 in
	slices_to 'at0 at1 ' 11:30:00Z 11:30:02Z in
	slices_to 'at0 at1 ' 13:30:00+02:00 11:30:02 in
	slices_to 'at0 at1 ' 01:00-1030 11:30:02 in
	slices_to 'at0 at1 ' 2026-11-22T11:30 2026-11-22T11:30:02Z in
	slices_to 'at0 at1 ' '2026-11-22 11:30' '2026-11-22 12:30:02+01' in
	slices_to 'at0 at1 ' 11:30 12.1 in
	slices_to 'at0 at1 ' @510 11:30:02 in
	slices_to 'at-1 at0 ' start 11:30:01 in
	slices_to 'at60 ' 11:31 end in
	slices_to 'at-1 at2 at3 at60 ' -v 11:30 11:30:02 in
	slices_to 'at0 at3 ' -r 11:30,+1s -r 11:30:03,11:30:04 in
	printf '11:30:00\t+1s\n11:30:03,11:30:04,x\n' >ranges
	slices_to 'at0 at3 ' --ranges ranges in
	# All of a pipe, of a file that is read whole, and of one that vouches for its order.
	slices_to 'at0 at1 ' 11:30 11:30:02 - <in
	{ cat in; printf '# end="kept=6 disorder=0 bytes=%d"\n' "$(wc -c <in)"; } >vouched
	slices_to 'at0 at1 ' 11:30 11:30:02 vouched
}

@test "wall: --local takes the user's zone, summer time and all" {
	stream 0 1 2 >in
	TZ=ABC-5:30 slices_to 'at1 ' --local 17:00:01 +1s in
	TZ=ABC-5:30 slices_to 'at1 ' --local 2026-11-22T17:00:01 +1s in
	TZ=ABC-5:30 slices_to 'at1 ' --local 11:30:01Z +1s in
	TZ=ABC-5:30 slices_to 'at1 ' 11:30:01 +1s in
	# 2026-07-22T11:30, when Berlin is two hours ahead: date -u -d .. +%s is 1784719790 for 11:29:50.
	sed 's/1795346990/1784719790/' in >summer
	export TZ=CET-1CEST,M3.5.0,M10.5.0/3
	slices_to 'at1 ' --local 13:30:01 +1s summer
	slices_to 'at1 ' --local 12:30:01 +1s in
	slices_to '' --local 13:30:01 +1s in
}

# fs-slice ends with this on stderr, and writes nothing.
refuses() {
	local want=$1
	shift
	run_split fs-slice "$@"
	expect_status 1
	expect_empty stdout
	expect_text stderr "fs-slice: $want"
}

# Six hours of a night, by the half: its midnight, UTC, and the first and last half hour from there.
night() {
	printf '# fs-folded="1"\n# wall="%s"\n' "$1"
	seq "$2" "$3" | awk '{ printf "%d\ta;h%s 1\n", $1 * 1800, $1 / 2 }'
}

@test "wall: a local time that is shown twice wants its zone" {
	export TZ=CET-1CEST,M3.5.0,M10.5.0/3
	# date -u -d 2026-10-25 +%s; 02:30 is at half past 0 and at half past 1.
	night 1792886400 -4 8 >in
	twice='the local clock is put back and shows that time twice; give the zone too, as in 2026-10-25T02:30:00+02:00 or +01:00'
	for told in 02:30 2026-10-25T02:30 '2026-10-25 02:30'; do
		refuses "'$told +1s': $twice" --local "$told" +1s in
		refuses "'start $told': $twice" --local start "$told" in
		refuses "'$told 1s': $twice" --local --around "$told" 1s in
		slices_to 'h2.5 ' "$told" +1s in
	done
	slices_to 'h0.5 ' --local 2026-10-25T02:30+02:00 +1s in
	slices_to 'h1.5 ' --local 2026-10-25T02:30+01:00 +1s in
	slices_to 'h0.5 ' --local --around 02:30+02:00 1s in
	slices_to 'h0 h0.5 h1 h1.5 ' --local 02:00+02 03:00 in
	# A stream that holds one of the two, known by its whole or by its two ends.
	night 1792886400 -4 2 >early
	night 1792886400 2 8 >late
	for file in early late; do
		{ cat $file; printf '# end="kept=7 disorder=0 bytes=%d"\n' "$(wc -c <$file)"; } >$file.vouched
	done
	for told in 02:30 2026-10-25T02:30; do
		slices_to 'h0.5 ' --local "$told" +1s early
		slices_to 'h0.5 ' --local "$told" +1s early.vouched
		slices_to 'h1.5 ' --local "$told" +1s late
		slices_to 'h1.5 ' --local --around "$told" 1s late.vouched
	done
	# In a pipe it is known when it comes again.
	for told in 02:30 2026-10-25T02:30; do
		run_from in fs-slice --local "$told" +1s -o out
		expect_status 1
		expect_line stderr '^fs-slice: standard input:10: '
		[ ! -e out ]
		slices_to 'h0.5 ' --local "$told" +1s - <early
		slices_to 'h1.5 ' --local "$told" +1s - <late
	done
}

@test "wall: a local time that is never shown is an error" {
	export TZ=CET-1CEST,M3.5.0,M10.5.0/3
	# date -u -d 2026-03-29 +%s; 02:00 is 03:00.
	night 1774742400 -4 8 >in
	never='the local clock is put forward over that time; give the zone too, as in 2026-03-29T02:30:00+01:00 or +02:00'
	for told in 02:30 2026-03-29T02:30; do
		refuses "'$told +1s': $never" --local "$told" +1s in
		refuses "'start $told': $never" --local start "$told" in
		refuses "'$told 1s': $never" --local --around "$told" 1s - <in
	done
	slices_to 'h0.5 ' --local 01:30 03:00 in
	slices_to 'h1.5 ' --local 2026-03-29T02:30+01:00 +1s in
}

@test "wall: a zone whose clock is put back for good" {
	[ -e /usr/share/zoneinfo/Europe/Moscow ] || skip "the zones are not installed"
	export TZ=Europe/Moscow
	# date -u -d 2014-10-26 +%s; at 02:00 of that day, 22:00 UTC, +04:00 became +03:00.
	night 1414281600 -8 0 >in
	refuses "'01:30 +1s': the local clock is put back and shows that time twice; give the zone too, as in 2014-10-26T01:30:00+04:00 or +03:00" --local 01:30 +1s in
	slices_to 'h-2.5 ' --local 01:30+04:00 +1s in
	slices_to 'h-1.5 ' --local 2014-10-26T01:30+03 +1s in
}

@test "wall: --around is so much on each side" {
	stream -3 -2 -1 0 1 2 3 >in
	slices_to 'at-2 at-1 at0 at1 ' --around 11:30 2s in
	fs-slice --around 11:30,2s in >other
	same stdout other
	fs-slice 11:29:58 11:30:02 in >other
	same stdout other
	slices_to 'at-3 at-2 at2 at3 ' --around 11:29:58 1s --around 11:30:03,1s --drop at-1 in
	slices_to 'at0 ' --around 10.5 1ns in
	slices_to 'at0 at1 ' --around @511 600ms in
	slices_to 'at-3 at3 ' -v --around 2026-11-22T11:30:00.5Z 2.5s in --drop 'at2$'
	for wrong in 'start 1s' '+5s 1s' '11:30 1x' '11:30 -1s' '11:30,'; do
		# shellcheck disable=SC2086
		run_split fs-slice --around $wrong in
		expect_status 2
		expect_line stderr '^fs-slice: --around: '
	done
	run_split fs-slice --around 11:30
	expect_status 2
	expect_line stderr 'around wants TIME,LENGTH'
}

@test "wall: a time before the samples begin is not the next day's" {
	stream 34 35 40 44 45 >in
	slices_to 'at34 at35 at40 ' 11:30:34 +10s in
	slices_to 'at34 at35 at40 ' 11:30:34 +10s - <in
	slices_to 'at34 at35 at40 at44 at45 ' 06:00 18:00 in
	slices_to '' 12:00 12:01 in
}

@test "wall: a profile through midnight" {
	# Second 0 is 2026-11-22T23:50:00Z.
	printf '# fs-folded="1"\n# wall="1795391400"\n1\ta;before 1\n660\ta;after 1\n' >in
	slices_to 'before ' 23:50 23:55 in
	slices_to 'before after ' 23:50 00:05 in
	slices_to 'after ' 00:00 00:05 in
	slices_to 'after ' 00:00 00:05 - <in
	slices_to 'after ' 2026-11-23T00:00 00:05 in
	run_split fs-slice 00:00 23:55 in
	expect_status 2
	expect_line stderr "^fs-slice: '00:00 23:55': the start is after the end"
}

@test "wall: a time of day that the profile has twice wants its date" {
	stream 0 1 86400 86401 >in
	run_split fs-slice 11:30:01 +1s in
	expect_status 1
	expect_text stderr "fs-slice: '11:30:01 +1s': the profile holds that time of day more than once; give the date too, as in 2026-11-22T11:30:01Z"
	slices_to 'at1 ' 2026-11-22T11:30:01Z +1s in
	slices_to 'at86401 ' 2026-11-23T11:30:01Z 11:30:02 in
	run_split fs-slice start 11:30:01 in
	expect_status 1
	run_split fs-slice --around 11:30:01 1s in
	expect_status 1
	# One that vouches for its order is not read for that, but it is known.
	{ cat in; printf '# end="kept=4 disorder=0 bytes=%d"\n' "$(wc -c <in)"; } >vouched
	run_split fs-slice 11:30:01 +1s vouched
	expect_status 1
	expect_empty stdout
	# In a pipe it is known when it comes, and nothing is left of a file to be written.
	run_from vouched fs-slice 11:30:01 +1s -o out
	expect_status 1
	expect_line stderr '^fs-slice: standard input:7: a time of day that was asked for comes once more; give its date too'
	[ ! -e out ]
}

@test "wall: a stream without a wall clock says what to do" {
	printf '# fs-folded="1"\n# origin="500"\n1.0\ta;b 1\n' >in
	for arguments in '11:30 +1s' '2026-11-22T11:30Z end' '--around 11:30 1s' '0 11:30'; do
		# shellcheck disable=SC2086
		run_split fs-slice $arguments in
		expect_status 1
		expect_text stderr "fs-slice: in:3: no wall clock is told before this line, so that a date or time of day means nothing; tell it with 'fs-parse --wall TIME=CLOCK', or give seconds from the beginning"
	done
	# Nothing is asked of a stream without samples.
	printf '# fs-folded="1"\n' >empty
	run_split fs-slice 11:30 +1s empty
	expect_status 0
}

@test "wall: a time of day is sought, not read up to" {
	needs strace
	awk 'BEGIN { head = "# fs-folded=\"1\"\n# wall=\"1795346990\"\n"; printf "%s", head; bytes = length(head)
		for (i = 0; i < 80000; i++) {
			line = sprintf("%d.%03d cpu=%d\tworker;run;wait_for_work;until_it_comes_%d 1\n", i / 100, i % 100 * 10, i % 4, i % 10)
			printf "%s", line; bytes += length(line)
		}
		printf "# end=\"kept=80000 disorder=0 bytes=%d\"\n", bytes }' >run.fs
	[ "$(wc -c <run.fs)" -gt 4000000 ]
	strace -o calls -e trace=read,pread64 fs-slice --block-size 65536 11:40 +100ms run.fs >got
	[ "$(grep -vc '^#' got)" -eq 10 ]
	awk -F' = ' '/run|65536|4096/ { n += $NF } END { exit !(n > 0 && n < 1500000) }' calls
	fs-slice 11:40 +100ms <run.fs >whole
	same whole got
}

@test "wallclock: a wide range of times of day is the one that the profile lies in, of files and pipes" {
	stream() { # seconds since 1970, and how many
		printf '# fs-folded="1"\n# origin="1000"\n# wall="%s"\n' "$1"
		seq 0 "$2" | sed 's/$/.25\ta 1/'
	}
	stream 1795323600 5 >five.fs # 05:00:00
	for range in '04:00 18:00' '00:00 23:59' '04:00 16:59' '04:59:59 05:01' '18:00 05:30' '06:00 05:30'; do
		# shellcheck disable=SC2086
		fs-slice $range five.fs | grep -vc '^#' | grep -qx 6 || fail "$range"
		# What is still to come may hold 06:00.
		[ "$range" != '06:00 05:30' ] || continue
		# shellcheck disable=SC2002,SC2086
		cat five.fs | fs-slice $range | grep -vc '^#' | grep -qx 6 || fail "$range, piped"
	done
	stream 1795347000 600 >eleven.fs # 11:30:00
	[ "$(fs-slice 23:00 12:00 eleven.fs | grep -vc '^#')" -eq 601 ]
	# Before and behind it there is nothing.
	for range in '06:00 07:00' '03:00 04:00'; do
		# shellcheck disable=SC2086
		fs-slice $range five.fs | refute grep -v '^#'
	done
}
