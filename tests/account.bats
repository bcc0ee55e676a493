#!/usr/bin/env bats
# fs-parse's account of what it read: --stats, and the notes where a picture would mislead.

load helper

# N samples: samples N 'HEADER' 'FRAME'... (leaf first), the times a second apart from 10 on.
samples() {
	local n=$1 header=$2 frames=''
	shift 2
	for frame; do
		frames="$frames	$frame"$'\n'
	done
	HEADER=$header FRAMES=$frames awk -v n="$n" 'BEGIN {
		for (i = 0; i < n; i++) {
			header = ENVIRON["HEADER"]
			sub("TIME", 10 + i ".000000", header)
			printf "%s\n%s\n", header, ENVIRON["FRAMES"]
		}
	}'
}

KNOWN='           401136 f+0x6 (/a)'
UNKNOWN='           401136 [unknown] (/a)'
IDLE='ffffffff813c39a6 do_idle+0x136 ([kernel.kallsyms])'

# The value of a key of the file stats.
value() {
	sed -n "s/^$1	//p" stats
}

expect_value() {
	[ "$(value "$1")" = "$2" ] || fail "$1 is '$(value "$1")' and not '$2'"
}

# What must hold whatever the input: each sample is kept or left out for one reason.
adds_up() {
	awk -F'\t' '{ v[$1] = $2 }
		/^event\./ { events += $2 }
		END {
			left_out = v["idle"] + v["busy"] + v["other-event"] + v["without-what-was-asked"]
			exit !(v["samples"] == v["kept"] + left_out && v["samples"] == events)
		}' stats
}

mixed() {
	echo '# a comment'
	samples 2 'app  1/7 [003] TIME:   10101010 cycles: ' "$KNOWN" "$UNKNOWN"
	echo 'what is this'
	samples 1 'swapper     0/0 [001] TIME:   5 cycles: ' "$IDLE"
	samples 1 'app  1/8 [003] TIME:   1 page-faults: ' "$KNOWN"
	samples 1 'app  1/8 [003] TIME:   20202020 cycles: ' "$UNKNOWN"
	echo 'app  1/8 [003] 10.250000:   30303030 cycles: '
	echo 'and this'
}

@test "account: --stats is KEY, a tab, VALUE" {
	mixed >in
	run_split fs-parse -q --stats stats in
	expect_status 0
	expect_empty stderr
	cat >want <<-'END'
		lines	21
		lines-not-understood	2
		first-line-not-understood	in:10
		samples	6
		kept	4
		idle	1
		busy	0
		other-event	1
		without-what-was-asked	0
		cut-off	0
		event.cycles	5
		event.page-faults	1
		first-time	0
		last-time	1
		out-of-order	1
		disorder	1
		threads	2
		cpus	1
		stacks	3
		stacks-at-limit	0
		frames	5
		unknown-frames	3
		unknown-frames-share	0.6000
		unknown-leaves	1
		unknown-leaves-share	0.3333
		with-period	4
		weight	4
		largest-weight	1
		largest-weight-share	0.2500
		lost-events	0
		lost-samples	0
		lost-chunks	0
	END
	same want stats
	adds_up
}

@test "account: weights are what lines count" {
	mixed >in
	run_split fs-parse -q --weight period --stats stats in
	expect_value weight 70707070
	expect_value largest-weight 30303030
	expect_value largest-weight-share 0.4285
}

@test "account: --idle only and --all-events have their reasons, too" {
	mixed >in
	run_split fs-parse -q --idle only --stats stats in
	expect_value kept 1
	expect_value busy 4
	expect_value idle 0
	adds_up
	run_split fs-parse -q --all-events --idle keep --stats stats in
	expect_value kept 6
	adds_up
}

@test "account: samples that do not tell their event are without what was asked" {
	samples 2 'app  1 [003] TIME:   1 cycles: ' "$KNOWN" >one
	samples 3 'app  1 [003] TIME:   1' "$KNOWN" >two
	run_split fs-parse --event cycles --stats stats one two
	expect_status 0
	expect_value kept 2
	expect_value without-what-was-asked 3
	expect_value other-event 0
	expect_value 'event.\[unknown\]' 3
	expect_line stdout '^# end="kept=2 idle=0 other-event=0 without=3 '
	expect_line stderr 'one that is not told (3)'
	adds_up
}

@test "account: --stats - is stderr, behind the notes; -q leaves it" {
	mixed >in
	run_split fs-parse --stats - in
	[ "$(grep -n '^fs-parse: ' stderr | tail -1 | cut -d: -f1)" -lt "$(grep -n '^lines	' stderr | cut -d: -f1)" ]
	run_split fs-parse -q --stats - in
	expect_text stderr "$(fs-parse -q --stats stats in >out && cat stats)"
}

@test "account: the file of --stats appears whole or not at all" {
	mixed >in
	echo before >stats
	run_split fs-parse --stats stats nowhere
	expect_status 1
	expect_text stats before
	run_split fs-parse --event none --stats stats -o out in
	expect_status 1
	expect_text stats before
	refute test -e out
	run_split fs-parse -q --stats no/where -o out in
	expect_status 1
	refute test -e out
	[ "$(ls -A | tr '\n' ' ')" = 'in stats stderr stdout ' ]
	# What --strict refuses is what one wants to know about.
	run_split fs-parse -q --strict --stats stats -o out in
	expect_status 1
	expect_value lines-not-understood 2
	refute test -e out
}

@test "account: a signal leaves neither of two unfinished files" {
	mkfifo pipe
	fs-parse -q --stats stats -o out pipe &
	pid=$!
	exec 9>pipe
	mixed >&9
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		[ "$(ls -A | wc -l)" -eq 3 ] && break
		sleep 0.1
	done
	[ "$(ls -A | wc -l)" -eq 3 ]
	kill -TERM $pid
	wait $pid || true
	exec 9>&-
	[ "$(ls -A)" = pipe ]
}

@test "account: the same for any number of workers and any size of blocks" {
	{
		mixed
		samples 50 'app  3/9 [004] TIME:   7 cycles: ' "$UNKNOWN"
		mixed
	} >in
	fs-parse -q -j 1 --stats want in >out
	for jobs in 1 2 8; do
		for size in 1 100 1048576; do
			fs-parse -q -j $jobs --block-size $size --stats stats in >out
			same want stats
		done
	done
	[ "$(sed -n 's/^out-of-order	//p' want)" -eq 4 ]
}

@test "account: threads are counted up to 65,536" {
	awk 'BEGIN { for (i = 1; i <= 65536; i++) printf "a %6d [000] 1.%06d:   1 cycles: \n", i, i }' >in
	awk 'BEGIN { for (i = 1; i <= 65536; i++) printf "a %6d [000] 2.%06d:   1 cycles: \n", i, i }' >>in
	run_split fs-parse -q -j 2 --stats stats in
	expect_value samples 131072
	expect_value threads 65536
	expect_value cpus 1
	echo 'a  70000 [000] 3.000000:   1 cycles: ' >>in
	for jobs in 1 4; do
		run_split fs-parse -q -j $jobs --stats stats in
		expect_value threads '65536+'
	done
}

@test "account: what is not told has no line" {
	samples 2 'app   10101010 cycles: ' "$KNOWN" | sed 's/app /app 5 /' >in
	run_split fs-parse -q --stats stats in
	expect_value samples 2
	refute grep -E '^(first-time|last-time|cpus|out-of-order)	' stats
	samples 1 'app  5 [000] TIME: cycles: ' | grep . >in
	run_split fs-parse -q --stats stats in
	refute grep -E '^unknown-.*-share	' stats
}

@test "account: any number of events is counted, the ten most frequent of those left out are named" {
	awk 'BEGIN { for (i = 0; i < 100000; i++) printf "a  1 [000] 1.%06d: 1 ev%d: \n", i, i % 50000 }' >in
	echo 'a  1 [000] 2.000000: 1 ev7: ' >>in
	# Seconds, were it quadratic.
	run_split timeout 60 fs-parse -j 2 --stats stats in
	expect_status 0
	expect_value kept 2
	expect_value event.ev7 3
	[ "$(grep -c '^event\.' stats)" -eq 50000 ]
	adds_up
	expect_line stderr 'left out other events: ev7 (3), ev1 (2), ev10 (2), .* and 49,*989 more; --event'
	[ "$(grep -c . stderr)" -eq 2 ]
}

@test "account: control bytes in an event's name break no line" {
	printf 'app  5 [000] 1.000000: 1 ev\001il: \n' >in
	run_split fs-parse -q --stats stats in
	expect_value 'event.ev?il' 1
}

@test "account: it adds up on every recorded text, broken ones too" {
	shared
	(cd "$SHARED/corpus" && ls fields/*.gz tricky/*.gz robust/*.gz incident/*.perf.gz) | sed 's/\.gz$//' |
		while IFS= read -r text; do
			file=$(corpus "$text")
			if sanitized && [ "$(wc -c <"$file")" -gt 1000000 ]; then
				continue
			fi
			rm -f stats
			run_split fs-parse -q --no-time --stats stats "$file"
			if [ "$status" -ne 0 ]; then
				refute test -e stats
				continue
			fi
			adds_up || fail "$text: $(cat stats)"
			want=$(awk -F'\t' -v text="${text%.*}" '$1 == text { print $2 }' "$SHARED/corpus/counts.tsv")
			case $text in
			# perf died while it printed these.
			fields/fp-a.srcline.* | fields/fp-a.srcline-full.* | fields/fp-a.srccode.*) want=676 ;;
			esac
			[ -z "$want" ] || expect_value samples "$want" || fail "$text"
			# A line more where the last one has no newline.
			[ $(($(value lines) - $(wc -l <"$file"))) -eq "$(tail -c 1 "$file" | tr -d '\n' | wc -c)" ] ||
				fail "$text: $(value lines) lines"
			[ "$(grep -c -v '^# .*"$' stdout || true)" -eq "$(value kept)" ] || fail "$text: kept"
		done
}

@test "account: threads, CPUs and frames of a recorded text are those that it shows" {
	shared
	file=$(corpus fields/fp-a.default.txt)
	run_split fs-parse -q --idle keep --stats stats "$file"
	expect_value threads "$(sed -n 's/^[^	].* \([0-9]*\) \[[0-9]*\] .*/\1/p' "$file" | sort -u | wc -l)"
	expect_value cpus "$(sed -n 's/^[^	].* [0-9]* \(\[[0-9]*\]\) .*/\1/p' "$file" | sort -u | wc -l)"
	expect_value frames "$(grep -c '^	' "$file")"
	expect_value unknown-frames "$(grep -c '^	 *[0-9a-f]* \[unknown\] ' "$file")"
	expect_value unknown-leaves "$(grep -A1 '^[^	]' "$file" | grep -c '^	 *[0-9a-f]* \[unknown\] ')"
	expect_value first-time "$(sed -n '1s/.* 1795\(\.[0-9]*\):.*/0\1/p' "$file")"
}

@test "account: nothing on stderr when all is well" {
	samples 300 'app  1 [003] TIME:   10101010 cycles: ' "$KNOWN" >in
	run_split fs-parse --weight period in
	expect_status 0
	expect_empty stderr
}

# note COUNT OPTION...: what fs-parse says of the file in; -q must silence it.
notes() {
	run_split fs-parse "$@" in
	expect_status 0
	mv stderr notes
	run_split fs-parse -q "$@" in
	expect_empty stderr
}

@test "account: half of the leaves unknown is said, of a hundred stacks" {
	{
		samples 50 'app  1 [003] TIME:   1 cycles: ' "$KNOWN" "$UNKNOWN"
		samples 49 'app  1 [003] TIME:   1 cycles: ' "$UNKNOWN" "$KNOWN"
	} >in
	notes
	expect_empty notes
	samples 1 'app  1 [003] TIME:   1 cycles: ' "$UNKNOWN" >>in
	notes
	expect_line notes '^fs-parse: 50% of the leaves have no symbol'
	[ "$(wc -l <notes)" -eq 1 ]
	samples 1 'app  1 [003] TIME:   1 cycles: ' "$KNOWN" >>in
	notes
	expect_empty notes
}

# A stack of $1 frames, and an inlined one.
deep() {
	local frames=() i
	for ((i = 0; i < $1; i++)); do
		frames+=("$KNOWN")
	done
	samples 1 'app  1 [003] TIME:   1 cycles: ' '           401136 f+0x6 (inlined)' "${frames[@]}"
}

@test "account: stacks cut at perf's limit are said, from a hundredth on" {
	samples 99 'app  1 [003] TIME:   1 cycles: ' "$KNOWN" >few
	for depth in 126 128; do
		{ cat few && deep $depth; } >in
		notes
		expect_empty notes
	done
	{ cat few && deep 127; } >in
	notes --stats stats
	expect_line notes '^fs-parse: 1% of the stacks end at 127 frames'
	expect_value stacks-at-limit 1
	samples 1 'app  1 [003] TIME:   1 cycles: ' "$KNOWN" >>in
	notes
	expect_empty notes
}

@test "account: one weight that dwarfs the rest is said" {
	{
		samples 200 'app  1 [003] TIME:   10 cycles: ' "$KNOWN"
		samples 1 'app  1 [003] TIME:   222 cycles: ' "$KNOWN"
	} >in
	notes --weight period
	expect_empty notes
	samples 1 'app  1 [003] TIME:   300 cycles: ' "$KNOWN" >>in
	notes --weight period
	expect_line notes '^fs-parse: one sample weighs 11% of all'
	notes
	expect_empty notes
	# Of five samples each has a fifth.
	samples 5 'app  1 [003] TIME:   10 cycles: ' "$KNOWN" >in
	notes --weight period
	expect_empty notes
}

@test "account: samples without a period among others are said" {
	{
		samples 2 'app  1 [003] TIME:   10 cycles: ' "$KNOWN"
		samples 1 'app  1 [003] TIME: cycles: ' "$KNOWN"
	} >in
	notes --weight period
	expect_line notes '^fs-parse: 1 of 3 samples tell no period, and count 1 each$'
	notes --flamegraph
	expect_line notes '1 of 3'
	samples 3 'app  1 [003] TIME: cycles: ' "$KNOWN" >in
	notes --weight period
	expect_line notes '3 of 3'
	notes --flamegraph
	expect_empty notes
}

@test "account: a tracepoint's periods that differ are said" {
	{
		samples 2 'app  1 [003] TIME:   4096 block:block_rq_issue: ' "$KNOWN"
		samples 1 'app  1 [003] TIME:   8192 block:block_rq_issue: ' "$KNOWN"
	} >in
	notes
	expect_line notes "^fs-parse: the periods of 'block:block_rq_issue' differ and are not counted"
	notes --weight period
	expect_empty notes
	sed 's/block:block_rq_issue/cycles:u/' in >in2 && mv in2 in
	notes
	expect_empty notes
}

@test "account: context switches counted as if they were time are said" {
	for event in context-switches context-switches:u cs sched:sched_switch; do
		samples 2 "app  1 [003] TIME:   1 $event: " "$KNOWN" >in
		notes
		expect_line notes "^fs-parse: widths count how often '$event' came, and are no time$"
	done
	samples 1 'app  1 [003] TIME:   1 cycles: ' "$KNOWN" >>in
	notes
	refute grep 'widths' notes
	expect_line notes 'left out other events: sched:sched_switch (2)'
	notes --event sched:sched_switch
	expect_line notes 'widths count'
	# Their periods are nanoseconds.
	samples 2 'app  1 [003] TIME:   400 sched:sched_stat_runtime: ' "$KNOWN" >in
	notes --weight period
	expect_empty notes
}

@test "account: what perf says it lost is summed and said" {
	{
		echo 'Processed 1234 events and lost 5 chunks!'
		samples 1 'app  1 [003] TIME:   1 cycles: ' "$KNOWN"
		echo 'bash  4944 [001]  2186.334685: PERF_RECORD_LOST lost 391'
		samples 1 'app  1 [003] TIME:   1 cycles: ' "$KNOWN"
		echo 'bash  4944 [001]  2186.334685: PERF_RECORD_LOST lost 1000'
		echo 'bash  4944 [001]  2186.334685: PERF_RECORD_LOST_SAMPLES lost 12'
		echo 'Processed 26381 samples and lost 63.17%!'
		echo 'Processed 99999999999999999999999 events and lost 7 chunks!'
	} >in
	notes --stats stats
	expect_line notes '^fs-parse: perf lost 1,391 events, 16,676 samples, 5 chunks of events while it recorded'
	expect_value lost-events 1391
	expect_value lost-samples 16676
	expect_value lost-chunks 5
	expect_value lines-not-understood 0
	echo 'x  1 [001]  2186.334685: PERF_RECORD_LOST lost 18446744073709551615' >>in
	notes --stats stats
	expect_value lost-events 18446744073709551615
}
