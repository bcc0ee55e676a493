#!/usr/bin/env bats
# What fs-parse reads, sample by sample against what perf itself knows (tools/truth.py), and one
# test for each trap that existing readers of these texts fall into.
# What needs recorded profiles skips where they are not there (helper.bash, `shared`).

load helper

# truth.py over the recorded profiles; it runs the fs-parse that stands first in PATH.
truth() {
	local check=$1
	shift
	needs python3
	shared
	PYTHONDONTWRITEBYTECODE=1 python3 "$TESTS/tools/truth.py" "$check" "$SHARED/corpus" "$@"
}

# A sample: sample 'HEADER' 'FRAME'... (leaf first).
sample() {
	printf '%s\n' "$1"
	shift
	[ $# -eq 0 ] || printf '\t%s\n' "$@"
	printf '\n'
}

MAIN='          401136 main+0x6 (/usr/bin/app)'

# Lines of a file that are no comments.
lines() {
	grep -a -v '^# .*"$' "$1" || true
}

# The recorded text $1 gives $2 samples, with the options that follow, and nothing else on stderr
# than perhaps events left out.
gives() {
	local text=$1 want=$2
	shift 2
	run_split fs-parse --idle keep "$@" "$(corpus "$text.txt")"
	expect_status 0
	[ "$(lines stdout | wc -l)" -eq "$want" ] || fail "$text: $(lines stdout | wc -l) samples"
	refute grep 'not understood' stderr
}

# The recorded text $1 gives the same lines as the text $2.
gives_as() {
	fs-parse -q --idle keep "$(corpus "$1.txt")" >got
	fs-parse -q --idle keep "$(corpus "$2.txt")" >want
	same want got
}

@test "truth: time, thread, CPU, event, weight and frames of every sample are perf's" {
	truth samples
}

@test "truth: so are the mangled names that --no-demangle prints" {
	truth demangles || skip "no c++filt that knows the names of C++ and Rust"
	truth samples tricky/cxx.no-demangle tricky/rust-legacy.no-demangle tricky/rust-v0.no-demangle
}

@test "truth: so they are of the recorded incident" {
	truth samples incident/incident-99 incident/incident-99-noisy
	sanitized || truth samples incident/incident-999
}

@test "truth: 43 hostile thread names are byte-exact but for ; and control bytes" {
	truth comms >out || fail "$(cat out)"
	[ "$(grep -c '^comms.*: 43 names of 43 threads$' out)" -eq 7 ]
}

@test "truth: 53 C++ functions stay 53 names" {
	truth symbols >out || fail "$(cat out)"
	expect_text out '53 names'
}

# truth.py on the text $1 sees what the sed script $2 does to each line that fs-parse writes.
sees() {
	local text=$1
	mkdir -p edited
	printf '#!/bin/sh\n"%s/fs-parse" "$@" | sed -E "%s"\n' "$BUILD" "$2" >edited/fs-parse
	chmod +x edited/fs-parse
	if PATH=$PWD/edited:$PATH truth samples "$text" >out 2>&1; then
		fail "$text: $2 is not seen"
	fi
	grep "^$text: [a-z]*: [0-9]* in all" out || fail "$(cat out)"
}

@test "truth: a frame left out, an address, a module, a mangled name, a process changed are seen" {
	shared
	sees fields/dwarf.no-inline 's/;main//'
	sees fields/dwarf.no-inline 's/;outer_work//'
	for text in fields/fp-a.ip-only fields/fp-a.dso-no-sym; do
		sees $text 's/(0x[0-9a-f])[0-9a-f]*/\1/g'
		sees $text 's/0x[0-9a-f]*([0-9a-f]{3})/0x\1/g'
	done
	sees fields/fp-a.dso-no-sym 's/[[][^];]*[+]/[module+/g'
	for text in tricky/cxx.no-demangle tricky/rust-legacy.no-demangle tricky/rust-v0.no-demangle; do
		sees $text 's/_([ZR])[A-Za-z0-9_.$]*/_\1x/g'
	done
	sees tricky/cxx.verbose 's/;Foo::/;int Foo::/'
	sees fields/fp-a.classic 's/tid=[0-9]*./tid=/'
}

# Where the readers that were tried fail.

@test "trap: threads' names with blanks, digits, a leading blank, one letter" {
	{
		sample 'x  1234 [000] 1.000000:   1 cycles: ' "$MAIN"
		sample ' lead  1234 [000] 1.100000:   1 cycles: ' "$MAIN"
		sample 'V8 Worker 12 7  1234 [000] 1.200000:   1 cycles: ' "$MAIN"
		sample '12345  1234 [000] 1.300000:   1 cycles: ' "$MAIN"
	} >in
	run_split fs-parse -q --no-time in
	printf '%s;main 1\n' x ' lead' 'V8 Worker 12 7' 12345 >want
	same want stdout
	# And with other columns, or no others.
	for columns in ' 1234 ' ' 1234    5025125 ' ' 1234 [000] ' ' 1234/1234  ' '[000] ' '' '   5025125 ' \
		'    1.000000: cycles: ' '    1.000000: ' '[000]     1.000000: '; do
		for name in x x ' lead' 'V8 Worker 12 7' 12345 x x; do
			sample "$name $columns" "$MAIN"
		done >in
		run_split fs-parse -q --no-time in
		printf '%s;main 1\n' x x ' lead' 'V8 Worker 12 7' 12345 x x >want
		same want stdout
	done
}

@test "trap: tracepoints' arguments, -G and no call chain lose no sample" {
	truth samples fields/sched.default fields/sched.G fields/syscalls.default fields/sysopen.default \
		fields/fp-a.G fields/multi.G fields/nocg-a.default fields/nocg-proc.default
}

@test "trap: +srcline is no frame, with inlined functions neither" {
	shared
	for text in tricky/cxx tricky/weird fields/inl-fp; do
		gives_as $text.srcline $text.default
	done
	{
		printf 'app  1234 [000] 1.000000:   1 cycles: \n'
		printf '\t          401120 tick+0x18\n  clock_gettime.c:42 (inlined)\n'
		printf '\t          401120 now+0x8 (/usr/bin/app)\n  app.c:8\n'
		printf '\t%s\n  app.c:22\n\n' "$MAIN"
	} >in
	run_split fs-parse --no-time in
	expect_text stdout 'app;main;now;tick_[i] 1'
	refute grep 'not understood' stderr
}

@test "trap: no symbol, no module, no event, no time: no frame is lost" {
	truth samples fields/fp-a.dso-no-sym fields/fp-a.ip-only fields/fp-a.minus-dso \
		fields/fp-a.minus-event fields/fp-a.minus-time fields/notime.default
}

@test "trap: garbage, or a missing file, is status 1, a message and no output" {
	printf 'this is\nno profile\n' >in
	: >empty
	for file in in empty missing; do
		run_split fs-parse $file
		expect_status 1
		expect_empty stdout
		expect_line stderr "^fs-parse: $file: "
	done
	shared
	for text in empty header-only not-evlist not-folded not-perf-annotate not-perf-report-stdio \
		not-perf.data not-report-folded only-newlines; do
		run_split fs-parse "$(corpus robust/$text.txt)"
		expect_status 1
		expect_empty stdout
		[ "$(wc -l <stderr)" -eq 1 ]
	done
}

@test "trap: CR LF at the end of each line is no part of anything" {
	sample 'app  1234 [000] 1.000000:   1 cycles: ' "$MAIN" >in
	fs-parse -q in >want
	sed 's/$/\r/' in | fs-parse -q >got
	same want got
	shared
	gives_as robust/crlf robust/base200
}

@test "trap: a last sample on a whole second, one sample alone, disorder, a byte that is not UTF-8" {
	sample 'app  1234 [000] 7.000000:   1 cycles: ' "$MAIN" >in
	run_split fs-parse -q in
	[ "$(lines stdout)" = $'0.000000 cpu=0 tid=1234\tapp;main 1' ]
	fs-heatmap stdout >heat.svg
	{
		sample 'app  1234 [000] 7.250000:   1 cycles: ' "$MAIN"
		sample 'app  1234 [000] 6.500000:   1 cycles: ' "$MAIN"
		sample $'\xce\xb1\xce  1234 [000] 8.000000:   1 cycles: ' "$MAIN"
	} >in
	run_split fs-parse -q in
	[ "$(lines stdout | cut -d' ' -f1 | tr '\n' ' ')" = '0.250000 -0.500000 1.000000 ' ]
	[ "$(lines stdout | tail -1 | cut -f2)" = $'\xce\xb1\xce;main 1' ]
	expect_line stdout 'disorder=0.75 '
	fs-heatmap stdout >heat.svg
	fs-svg stdout >flame.svg
}

@test "trap: the two events of a hybrid CPU are one" {
	for event in cpu_core/cycles/P cpu_atom/cycles/P; do
		sample "app  1234 [000] 1.000000:   1 $event: " "$MAIN"
	done >in
	run_split fs-parse in
	expect_empty stderr
	[ "$(lines stdout | wc -l)" -eq 2 ]
}

@test "trap: PERF_RECORD_ lines are no samples, set no origin and stretch no axis" {
	shared
	for text in show-task show-mmap show-task-mmap; do
		gives_as fields/fp-a.$text fields/fp-a.default
	done
	expect_line want '^# origin="1795"$'
	gives_as fields/execs.show-task fields/execs.default
	gives_as fields/switchev.switch fields/switchev.default
	gives_as fields/lost.show-lost fields/lost.default
}

@test "trap: ESC, NUL and broken UTF-8 in a name make a picture that opens" {
	needs python3
	{
		sample $'a\033[31m\xff  1234 [000] 1.000000:   1 cycles: ' \
			$'          401136 f\xc3\001<&>"+0x6 (/usr/bin/app)' "$MAIN"
		printf 'b\0c  1234 [000] 1.100000:   1 cycles: \n\t%s\n\n' "$MAIN"
	} >in
	fs-parse -q in >app.fs
	fs-svg app.fs >flame.svg
	fs-heatmap app.fs >heat.svg
	for picture in flame.svg heat.svg; do
		python3 -c 'import sys, xml.dom.minidom as x; x.parse(sys.argv[1])' $picture
	done
	refute grep -a -q $'[\001\033]' app.fs
}

@test "trap: interrupt work on an idle CPU is not idle, whatever stands below it" {
	K='([kernel.kallsyms])'
	sample 'swapper     0 [000] 1.100000:   1 cycles: ' "ffffffff81000010 net_rx_action+0x1 $K" \
		"ffffffff81000020 __do_softirq+0x1 $K" "ffffffff81000030 sysvec_apic_timer_interrupt+0x1 $K" \
		"ffffffff81000040 default_idle+0x1 $K" "ffffffff81000050 do_idle+0x1 $K" >in
	run_split fs-parse -q --no-time in
	expect_text stdout 'swapper;do_idle_[k];default_idle_[k];sysvec_apic_timer_interrupt_[k];__do_softirq_[k];net_rx_action_[k] 1'
}

# The surprises of corpus/INDEX.md, by their numbers.  Two are not about reading text: 1, which
# samples this machine's kernel takes; of 12, what makes perf itself crash.

@test "surprise 2: a dying task, :-1 of thread -1, is a sample of an ordinary profile" {
	shared
	for row in incident-99:1 incident-999:2; do
		fs-parse -q --idle keep "$(corpus "incident/${row%:*}.perf")" |
			grep -c $' cpu=[0-9]* tid=-1\t:-1;' >got
		echo "${row#*:}" >want
		same want got
	done
}

@test "surprise 3: (anonymous namespace)::f and operator-> are whole frames" {
	shared
	fs-parse -q "$(corpus tricky/cxx.default.txt)" >out
	for name in '(anonymous namespace)::' 'Foo::operator->' 'Foo::operator->\*'; do
		grep -q ";$name" out || fail "$name"
	done
	refute grep -q ';\*' out
}

@test "surprise 4: a path with a blank costs no frame and leaves no offset in its name" {
	truth samples tricky/paths.default tricky/paths-deleted.default tricky/paths-nl.default
	fs-parse -q "$(corpus tricky/paths.default.txt)" >out
	refute grep -q '+0x' out
}

@test "surprise 5: a sample with an empty stack is its thread alone" {
	shared
	gives fields/kerncc.default 677
	[ "$(lines stdout | cut -f2- | grep -c -v ';')" -eq 472 ]
	# The same without time and event, with ids, a CPU, or a name alone.
	local header='^([^\t].*[^ ]) +([0-9]+) (\[[0-9]+\]) +[0-9.]+: .*'
	for columns in '\1 \2 ' '  \2 ' '\1 \3 ' '\1 '; do
		sed -E "s/$header/$columns/" "$(corpus fields/kerncc.default.txt)" >bare
		fs-parse -q --idle keep bare >got
		[ "$(lines got | wc -l)" -eq 677 ] || fail "$columns: $(lines got | wc -l) samples"
		[ "$(grep -c -v ';' got)" -eq 472 ] || fail "$columns: $(grep -c -v ';' got) empty stacks"
	done
}

@test "surprise 6: registers and instructions instead of the empty line end a sample" {
	gives_as fields/fp-a.insn fields/fp-a.default
	gives_as fields/regs.iregs fields/regs.default
	gives fields/addr2.default 3047
}

# What perf prints of a few samples with +addr, +data_src, +weight, +phys_addr and page sizes, and by
# default.
@test "surprise 6: addresses and sizes of pages instead of the empty line end a sample" {
	fs-parse -q --strict --all-events "$TESTS/golden/fs-parse/good-data-default.in" >want
	[ "$(lines want | wc -l)" -eq 6 ]
	fs-parse -q --strict --all-events "$TESTS/golden/fs-parse/odd-data-columns.in" >got
	same want got
}

@test "surprise 7: one-line samples directly before those of many lines" {
	{
		echo 'app  1234/1234  [000] 1.000000: 1 sched:sched_switch: prev_comm=a prev_pid=1'
		sample 'app  1234/1234  [000] 1.100000: 5 cpu-clock: ' "$MAIN"
		echo 'app  1234/1234  [000] 1.200000: 1 sched:sched_switch: prev_comm=b 9.000000: x:'
		sample 'app  1234/1234  [000] 1.300000: 5 cpu-clock: ' "$MAIN"
	} >in
	run_split fs-parse -q --all-events in
	[ "$(lines stdout)" = $'0.000000 cpu=0 tid=1234/1234 event=sched:sched_switch\tapp 1
0.100000 cpu=0 tid=1234/1234 event=cpu-clock\tapp;main 1
0.200000 cpu=0 tid=1234/1234 event=sched:sched_switch\tapp 1
0.300000 cpu=0 tid=1234/1234 event=cpu-clock\tapp;main 1' ]
}

@test "surprise 8: lines of time 0.000000 are not the beginning of the axis" {
	{
		echo 'app  1234 [000]     0.000000: PERF_RECORD_MMAP2 1/1: [0x1(0x2) @ 0 00:01 2 3]: r-xp /x'
		sample 'app  1234 [000]  1795.100000:   1 cycles: ' "$MAIN"
	} >in
	run_split fs-parse in
	expect_line stdout '^# origin="1795"$'
	[ "$(lines stdout | wc -l)" -eq 1 ]
	expect_empty stderr
}

@test "surprise 9: tracepoints do not mix with CPU time, and the first event does not win in silence" {
	shared
	gives fields/mixed-tp.default 646
	expect_line stderr 'left out other events: sched:sched_switch (57), page-faults (38)'
	gives fields/multi.default 601
	expect_line stderr 'left out other events: context-switches (55), page-faults (38)'
}

@test "surprise 10: modifiers keep events apart" {
	sample 'app  1234 [000] 1.000000:   1 cpu-clock:k: ' "$MAIN" >in
	sample 'app  1234 [000] 1.100000:   1 cpu-clock:u: ' "$MAIN" >>in
	sample 'app  1234 [000] 1.200000:   1 cpu-clock:u: ' "$MAIN" >>in
	run_split fs-parse in
	[ "$(lines stdout | wc -l)" -eq 1 ]
	expect_line stderr 'left out other events: cpu-clock:u (2)'
	run_split fs-parse -q --event cpu-clock:u in
	[ "$(lines stdout | wc -l)" -eq 2 ]
}

@test "surprise 10: doubled empty lines, a cut head, perf's messages, columns left out" {
	shared
	for text in extra-blank-lines perf-stderr-mixed comments-between bom tabs-to-spaces; do
		gives_as robust/$text robust/base200
	done
	tail -n +2 "$(corpus robust/base200.txt)" >headless
	run_split fs-parse --idle keep headless
	[ "$(lines stdout | wc -l)" -eq 199 ]
	gives fields/fp-a.minus-tid 1031
}

@test "surprise 11: the last sample needs no empty line, no newline, no frame" {
	shared
	for text in no-final-newline single-final-newline; do
		gives_as robust/$text robust/base200
	done
	gives robust/one-sample 1
	printf 'app  1234 [000] 1.000000:   1 cycles: ' >in
	run_split fs-parse -q --no-time in
	expect_text stdout 'app 1'
}

@test "surprise 11: blanks at the ends of lines, a name that begins with #" {
	sample '#1 app  1234 [000] 1.000000:   1 cycles: ' "$MAIN" >in
	run_split fs-parse -q --no-time in
	expect_text stdout '#1 app;main 1'
	sed 's/$/  /' in >blanks
	run_split fs-parse -q --no-time blanks
	expect_text stdout '#1 app;main 1'
}

@test "surprise 12: a text that perf's death cut off gives all that is there" {
	shared
	for text in srcline srcline-full srccode; do
		gives fields/fp-a.$text 676
	done
}

@test "surprise 12: samples of a group share a time, periods ramp up, names are cut in mid-character" {
	truth samples fields/multi-group.default fields/fp-proc.default
	truth comms comms-a.default
}

@test "surprise 13: without symbols a frame is its module and the address that perf prints" {
	truth samples fields/fp-a.dso-no-sym fields/fp-a.ip-only
	truth addresses >out || fail "$(cat out)"
	printf '%s addresses\n' 'fields/fp-a.G: 1031' 'fields/nocg-a.default: 972' >want
	same want out
}

@test "surprise 14: inlined frames are told by (inlined) where the module stands" {
	shared
	fs-parse -q "$(corpus fields/dwarf.default.txt)" >out
	[ "$(lines out | grep -c 'outer_work;.*_\[i\].*_\[i\].*_\[i\]')" -gt 0 ]
	[ "$(grep -c ' (inlined)$' "$(corpus fields/dwarf.default.txt)")" -eq "$(grep -o '_\[i\]' out | wc -l)" ]
}

@test "surprise 15: parameter lists, which -v alone prints, tell no functions apart" {
	truth samples tricky/cxx.verbose tricky/weird.verbose
}
