#!/usr/bin/env bats
# fs-parse: the text of perf script to timed folded lines.  Small inputs, each with what it must
# become written out; the recorded profiles are corpus.bats's.

load helper

# A sample: sample 'HEADER' 'FRAME'... (leaf first).
sample() {
	local frame
	printf '%s\n' "$1"
	shift
	for frame; do
		printf '\t%s\n' "$frame"
	done
	printf '\n'
}

# Lines that are no comments.
lines() {
	grep -a -v '^# .*"$' stdout
}

expect_lines() {
	if [ "$(lines)" != "$1" ]; then
		printf 'got:\n%s\nnot:\n%s\n' "$(lines)" "$1" >&2
		return 1
	fi
}

K='([kernel.kallsyms])'
IDLE1="ffffffff821f2c2b pv_native_safe_halt+0xb $K"
IDLE2="ffffffff813c39a6 do_idle+0x136 $K"

two_samples() {
	sample 'app  1234 [007] 28648.213451:   10101010 cycles: ' \
		"ffffffff81000010 schedule+0x10 $K" '           401136 main+0x6 (/usr/bin/app)'
	sample 'app  1234 [007] 28649.5:' | sed 's/28649.5:/28649.500000:   20202020 cycles: /'
}

@test "fs-parse: a sample is its time from the origin, keys, the thread and its frames root first" {
	two_samples >in
	run_split fs-parse -q in
	expect_status 0
	expect_lines $'0.213451 cpu=7 tid=1234\tapp;main;schedule_[k] 1
1.500000 cpu=7 tid=1234\tapp 1'
	expect_line stdout '^# fs-folded="1"$'
	expect_line stdout '^# origin="28648"$'
	expect_line stdout '^# event="cycles"$'
	expect_line stdout '^# weight="samples"$'
}

@test "fs-parse: the end line counts, vouches for the bytes before it and for the disorder" {
	sample 'a  1 [000] 10.500000:   1 cycles: ' '           401136 f+0x6 (/a)' >in
	sample 'a  1 [000] 10.250000:   1 cycles: ' '           401136 f+0x6 (/a)' >>in
	sample 'a  1 [000] 11.000000:   1 cycles: ' '           401136 f+0x6 (/a)' >>in
	run_split fs-parse in
	expect_status 0
	bytes=$(sed '$d' stdout | wc -c)
	[ "$(tail -1 stdout)" = "# end=\"kept=3 idle=0 other-event=0 disorder=0.25 bytes=$((bytes))\"" ]
}

@test "fs-parse: a sample from before the origin has a negative time" {
	sample 'a  1 [000] 10.000000:   1 cycles: ' '           401136 f+0x6 (/a)' >in
	sample 'a  1 [000] 9.999988:   1 cycles: ' '           401136 f+0x6 (/a)' >>in
	run_split fs-parse -q in
	expect_lines $'0.000000 cpu=0 tid=1\ta;f 1
-0.000012 cpu=0 tid=1\ta;f 1'
}

@test "fs-parse: the origin is that of the first sample read, whatever is kept" {
	sample 'swapper     0 [000] 10.900000:   1 cycles: ' "$IDLE1" "$IDLE2" >in
	sample 'a  1 [000] 12.100000:   1 cycles: ' '           401136 f+0x6 (/a)' >>in
	run_split fs-parse -q in
	expect_lines $'2.100000 cpu=0 tid=1\ta;f 1'
}

@test "fs-parse: nine decimals of --ns stay nine" {
	sample 'misc  2478 1795348020.124311289:   10101010 cpu-clock: ' '           401136 f+0x6 (/a)' >in
	run_split fs-parse -q in
	expect_lines $'0.124311289 tid=2478\tmisc;f 1'
	expect_line stdout '^# origin="1795348020"$'
}

@test "fs-parse: pid and tid, and no period" {
	sample 'app  1928/1930  [000]  1795.435139: cpu-clock: ' '           401136 f (/a)' >in
	sample 'bash  1944/1944  [001]  1795.436350: cpu-clock: ' '           401136 g (/a)' >>in
	run_split fs-parse -q in
	expect_lines $'0.435139 cpu=0 tid=1928/1930\tapp;f 1
0.436350 cpu=1 tid=1944/1944\tbash;g 1'
}

@test "fs-parse: --pid and --tid append to the thread's name as FlameGraph does" {
	sample 'app  1928/1930  [000]  1795.435139: cpu-clock: ' '           401136 f (/a)' >in
	run_split fs-parse -q --no-time --pid in
	expect_lines 'app-1928;f 1'
	run_split fs-parse -q --no-time --tid in
	expect_lines 'app-1928/1930;f 1'
	sed 's,1928/,,' in >in2
	run_split fs-parse -q --no-time --tid in2
	expect_lines 'app-?/1930;f 1'
}

@test "fs-parse: without call chains, the one frame on the line" {
	cat >in <<-E
		            bash  1944 [001]  1795.436350:   10101010 cpu-clock:      55740ee4411d [unknown] (/usr/bin/bash)
		 inferno-collaps  1930 [000]  1795.445225:   10101010 cpu-clock:  ffffffff813a2413 finish_task_switch.isra.0+0x93 ([kernel.kallsyms])
	E
	run_split fs-parse in
	expect_status 0
	expect_lines $'0.436350 cpu=1 tid=1944\tbash;[bash] 1
0.445225 cpu=0 tid=1930\tinferno-collaps;finish_task_switch.isra.0_[k] 1'
	expect_line stderr 'no call chains'
}

@test "fs-parse: no stacks at all is the thread alone, and a note" {
	printf 'a  1 [000] 1.000000: cycles: \nb  2 [000] 1.100000: cycles: \n' >in
	run_split fs-parse in
	expect_status 0
	expect_lines $'0.000000 cpu=0 tid=1\ta 1
0.100000 cpu=0 tid=2\tb 1'
	expect_line stderr 'no stacks'
}

@test "fs-parse: no times is plain lines without a head, and a note" {
	sample 'misc  2496   10101010 cpu-clock: ' '           401136 f+0x6 (/a)' >in
	run_split fs-parse in
	expect_status 0
	expect_text stdout 'misc;f 1'
	expect_line stderr 'no times'
}

@test "fs-parse: times that are differences are no axis" {
	for i in 1 2 3 4 5 6 1 2 3 4 5 6; do
		sample "a  1 [000] 0.00$i$((i % 2))00:   1 cycles: " '           401136 f+0x6 (/a)'
		sample "a  1 [000] 0.000010:   1 cycles: " '           401136 f+0x6 (/a)'
	done >in
	run_split fs-parse in
	expect_status 1
	expect_empty stdout
	expect_line stderr 'deltatime'
	run_split fs-parse -q --no-time in
	expect_status 0
	[ "$(sort -u stdout)" = 'a;f 1' ]
	[ "$(wc -l <stdout)" -eq 24 ]
}

@test "fs-parse: thread names of any bytes come out whole" {
	while IFS= read -r comm; do
		sample "$comm  3387  1954.216843:    5025125 cpu-clock: " '            2273 f+0x7a (/a)'
	done <<-'E' >in
		two words
		worker 12345
		1 2 3
		x 77 [000] 1.5:
		9 99.123456: x:
		7 cycles:u:
		[001]
		9/9 [009] 9.9:
		-dash --help
		#comment
		 lead
		trail 
		:1234
		cpu-clock:
		a;b
	E
	sample '  3387  1954.216843:    5025125 cpu-clock: ' '            2273 f+0x7a (/a)' >>in
	run_split fs-parse -q --no-time in
	expect_status 0
	cat >want <<-'E'
		two words;f 1
		worker 12345;f 1
		1 2 3;f 1
		x 77 [000] 1.5:;f 1
		9 99.123456: x:;f 1
		7 cycles:u:;f 1
		[001];f 1
		9/9 [009] 9.9:;f 1
		-dash --help;f 1
		#comment;f 1
		 lead;f 1
		trail ;f 1
		:1234;f 1
		cpu-clock:;f 1
		a:b;f 1
		[unknown];f 1
	E
	same want stdout
}

@test "fs-parse: idle time is dropped, interrupt work on an idle CPU is not" {
	{
		sample 'swapper     0 [000] 1.000000:   1 cycles: ' "$IDLE1" "$IDLE2"
		sample 'swapper     0 [000] 1.100000:   1 cycles: ' \
			"ffffffff81000010 net_rx_action+0x1 $K" "ffffffff81000020 __do_softirq+0x1 $K" \
			"ffffffff81000030 asm_sysvec_apic_timer_interrupt+0x1 $K" "$IDLE1" "$IDLE2"
		sample 'swapper     0 [000] 1.200000:   1 cycles: ' \
			"ffffffff81000040 __schedule+0x1 $K" "ffffffff81000050 schedule_idle+0x1 $K" "$IDLE2"
		sample 'swapper     0 [000] 1.300000:   1 cycles: ' \
			"ffffffff81000060 _raw_spin_unlock_irqrestore+0x1 $K" "$IDLE2"
		sample 'app  77 [000] 1.400000:   1 cycles: ' "$IDLE1" "$IDLE2"
	} >in
	run_split fs-parse in
	[ "$(lines | cut -d' ' -f1 | tr '\n' ' ')" = '0.100000 0.200000 0.400000 ' ]
	expect_line stdout 'kept=3 idle=2 '
	run_split fs-parse --idle keep in
	[ "$(lines | wc -l)" -eq 5 ]
	run_split fs-parse --idle only in
	[ "$(lines | cut -d' ' -f1 | tr '\n' ' ')" = '0.000000 0.300000 ' ]
	expect_line stdout 'kept=2 idle=0 busy=3 '
}

@test "fs-parse: an idle thread's tracepoint is an event like any other" {
	sample 'swapper     0 [000] 1.000000: sched:sched_switch: prev=1' "$IDLE1" "$IDLE2" >in
	run_split fs-parse -q in
	[ "$(lines | wc -l)" -eq 1 ]
}

@test "fs-parse: all idle is status 0 and says so" {
	sample 'swapper     0 [000] 1.000000:   1 cycles: ' "$IDLE1" "$IDLE2" >in
	run_split fs-parse in
	expect_status 0
	expect_line stderr 'nothing but idle'
	[ -z "$(lines)" ]
}

mixed() {
	sample 'a  1 [000] 1.000000:          1 context-switches: ' '           401136 f+0x6 (/a)'
	sample 'a  1 [000] 1.100000:   10101010        cpu-clock:u: ' '           401136 g+0x6 (/a)'
	sample 'a  1 [000] 1.200000: sched:sched_switch: prev_comm=x 1.000000: ==> y' \
		'           401136 h+0x6 (/a)'
}

@test "fs-parse: one event is kept, the first of CPU time, and the rest is named" {
	mixed >in
	run_split fs-parse in
	expect_lines $'0.100000 cpu=0 tid=1\ta;g 1'
	expect_line stderr 'left out other events: context-switches (1), sched:sched_switch (1)'
	expect_line stdout 'other-event=2'
	expect_line stdout '^# event="cpu-clock:u"$'
}

@test "fs-parse: --event of a name that several events have, but for their modifiers, keeps and tells them" {
	{
		sample 'app 7 [000] 1.000000:   1 cycles:u: ' '           401136 main+0x6 (/usr/bin/app)'
		sample 'app 7 [000] 1.100000:   1 cycles:k: ' '           401136 main+0x6 (/usr/bin/app)'
		sample 'app 7 [000] 1.200000:   1 faults: ' '           401136 main+0x6 (/usr/bin/app)'
	} >in
	run_split fs-parse -q --event cycles in
	expect_lines $'0.000000 cpu=0 tid=7 event=cycles:u\tapp;main 1
0.100000 cpu=0 tid=7 event=cycles:k\tapp;main 1'
	run_split fs-parse -q --event cycles:k in
	expect_lines $'0.100000 cpu=0 tid=7\tapp;main 1'
}

@test "fs-parse: --event takes a name with or without modifiers, and more than one" {
	mixed >in
	run_split fs-parse -q --event cpu-clock in
	expect_lines $'0.100000 cpu=0 tid=1\ta;g 1'
	run_split fs-parse -q --event cpu-clock:u --event sched:sched_switch in
	expect_lines $'0.100000 cpu=0 tid=1 event=cpu-clock:u\ta;g 1
0.200000 cpu=0 tid=1 event=sched:sched_switch\ta;h 1'
	run_split fs-parse -q --all-events in
	[ "$(lines | grep -c ' event=')" -eq 3 ]
}

@test "fs-parse: an --event that is not there is status 1, names those that are, and writes nothing" {
	mixed >in
	# Another that is there changes nothing, in front of it or behind.
	for events in '--event cycles' '--event cpu-clock --event cycles' '--event cycles --event cpu-clock:u'; do
		# shellcheck disable=SC2086 # several words
		run_split fs-parse $events in
		expect_status 1
		expect_empty stdout
		expect_text stderr "fs-parse: no sample of event 'cycles'; there are: context-switches, cpu-clock:u, sched:sched_switch"
		# shellcheck disable=SC2086
		run_split fs-parse $events -o out in
		expect_status 1
		refute test -e out
		# From a pipe, in blocks of one sample.
		# shellcheck disable=SC2086
		run_from in fs-parse -j 2 --block-size 1 $events
		expect_status 1
		expect_empty stdout
	done
	# Nor where it takes many blocks to know.
	for options in '' '-j 2 --block-size 4096' --no-time; do
		# shellcheck disable=SC2086
		run_split fs-parse $options --event cpu-clock --event nope "$(app_perf)"
		expect_status 1
		expect_empty stdout
		expect_text stderr "fs-parse: no sample of event 'nope'; there are: cpu-clock"
	done
}

@test "fs-parse: an --event that comes late, after all blocks but the last, is there" {
	{
		cat "$(app_perf)"
		sample 'app     7 [000]  3258.000000:          1 page-faults: ' '           401136 f+0x6 (/a)'
	} >in
	for options in '' '-j 2 --block-size 4096'; do
		# shellcheck disable=SC2086 # several words
		run_split fs-parse -q $options --idle keep --event page-faults --event cpu-clock in
		expect_status 0
		[ "$(lines | grep -c ' event=cpu-clock	')" -eq 1364 ]
		[ "$(lines | grep ' event=page-faults	')" = $'14.000000 cpu=0 tid=7 event=page-faults\tapp;f 1' ]
	done
}

@test "fs-parse: the two events of a hybrid CPU are one" {
	sample 'a  1 [000] 1.000000:   1 cpu_core/cycles/: ' '           401136 f+0x6 (/a)' >in
	sample 'a  1 [001] 1.100000:   1 cpu_atom/cycles/: ' '           401136 f+0x6 (/a)' >>in
	run_split fs-parse -q in
	[ "$(lines | wc -l)" -eq 2 ]
	expect_line stdout '^# event="cycles"$'
	run_split fs-parse -q --event cycles in
	[ "$(lines | wc -l)" -eq 2 ]
}

@test "fs-parse: --weight period counts periods" {
	two_samples >in
	run_split fs-parse -q --no-time --weight period in
	expect_lines 'app;main;schedule_[k] 10101010
app 20202020'
}

# frame 'SYMBOL (MODULE)' [OPTION...]: what becomes of one frame, its offset added.
frame() {
	local symbol=${1% (*} module=" (${1##* (}"
	shift
	sample 'a  1 [000] 1.000000:   1 cycles: ' "           401136 $symbol+0x1f$module" \
		'           401136 known+0x1 (/a)' '           401137 known2+0x2 (/a)' >in
	fs-parse -q --no-time "$@" in | sed 's/^a;known2[^;]*;known[^;]*;\(.*\) 1$/\1/'
}

@test "fs-parse: --tidy precise takes parameter lists and nothing else" {
	[ "$(frame 'Foo::bar(int, char const*) const (/a)')" = 'Foo::bar' ]
	[ "$(frame 'Foo::operator()(int) const (/a)')" = 'Foo::operator()' ]
	[ "$(frame 'Foo::operator() (/a)')" = 'Foo::operator()' ]
	[ "$(frame 'operator->* (/a)')" = 'operator->*' ]
	[ "$(frame '(anonymous namespace)::f(int) (/a)')" = '(anonymous namespace)::f' ]
	[ "$(frame 'main::{lambda(int)#1}::operator()(int) const (/a)')" = 'main::{lambda(int)#1}::operator()' ]
	[ "$(frame 'net/http.(*Client).Do (/a)')" = 'net/http.(*Client).Do' ]
	[ "$(frame '<fn(&str) -> usize as rs::Shape2>::go (/a)')" = '<fn(&str) -> usize as rs::Shape2>::go' ]
	[ "$(frame 'sym (x) (/a)')" = 'sym (x)' ]
	[ "$(frame 'f(int) [clone .cold] (/a)')" = 'f(int) [clone .cold]' ]
	[ "$(frame 'std::function<void (int)>::operator()(int) const & (/a)')" = 'std::function<void (int)>::operator()' ]
	[ "$(frame 'Lorg/foo/Bar;::run (/a)')" = 'org/foo/Bar::run' ]
	[ "$(frame "RegExp:[&<>\"']+|;+() (/a)")" = "RegExp:[&<>\"']+|:+()" ]
	[ "$(frame 'LazyCompile:~f /path (v2)/x.js:12 (/a)')" = 'LazyCompile:~f /path (v2)/x.js:12' ]
}

@test "fs-parse: a -> b is inlining in a perf map alone" {
	[ "$(frame 'A::a->B::b->C::c (/tmp/perf-12.map)')" = 'A::a_[j];B::b_[i];C::c_[i]' ]
	[ "$(frame 'A::a->B::b (/usr/lib/x.so)')" = 'A::a->B::b' ]
	[ "$(frame 'operator-> (/tmp/perf-12.map)')" = 'operator->_[j]' ]
}

# What each module on stdin, one a line, is marked with: kernel, jit, inlined or -.
marks() {
	local module n=0
	local -a frames=()
	while IFS= read -r module; do
		n=$((n + 1))
		frames=("           401136 f$n+0x1 ($module)" "${frames[@]}")
	done
	sample 'a  1 [000] 1.000000:   1 cycles: ' "${frames[@]}" >in
	fs-parse -q --no-time in | sed 's/ 1$//' | tr ';' '\n' |
		sed -n -e 's/^f[0-9]*$/-/p' -e 's/^f[0-9]*_\[k\]$/kernel/p' -e 's/^f[0-9]*_\[j\]$/jit/p' \
			-e 's/^f[0-9]*_\[i\]$/inlined/p'
}

# All modules on stdin are marked with $1.
expect_marks() {
	cat >modules
	marks <modules | paste - modules >got
	sed "s/^/$1	/" modules | diff - got
}

@test "fs-parse: modules of the kernel are marked, each by its own pattern" {
	expect_marks kernel <<-'E'
		[kernel.kallsyms]
		[kernel]
		[guest.kernel.kallsyms]
		[guest.kernel.kallsyms.77]
		[nf_conntrack]
		[x86_pkg_temp_thermal]
		vmlinux
		/boot/vmlinux-6.1.0-18-amd64
		/usr/lib/debug/lib/modules/6.1/vmlinux
		/lib/modules/6.1/kernel/net/x.ko
		/lib/modules/6.1/kernel/net/x.ko.xz
		x.ko.zst
		bpf_prog_6deef7357e7b4530_f
	E
}

@test "fs-parse: what stands in brackets or is named much alike is not the kernel's" {
	expect_marks - <<-'E'
		[vdso]
		[vdso32]
		[vsyscall]
		[stack]
		[stack:77]
		[heap]
		[anon]
		[anon:dalvik-main space]
		[anon_hugepage]
		[unknown]
		//anon
		/usr/bin/app
		/usr/lib/libc.so.6
		/opt/my-vmlinux
		/opt/vmlinux/app
		/opt/my_bpf_prog_1_f
		/opt/kernel.kallsyms
		/opt/x.ko/app
		/opt/xko
	E
}

@test "fs-parse: what a JIT wrote is marked, each by its own pattern" {
	expect_marks jit <<-'E'
		/tmp/perf-77.map
		[JIT] tid 77
		[JIT]
		/root/.debug/jit/llvm-IR-jit-20260122/jitted-77-1.so
		jitted-77.so
	E
	expect_marks - <<-'E'
		/opt/perf-77.map
		/tmp/perf-.map
		/tmp/perf-77a.map
		/tmp/perf-77.map.old
		/tmp/perf-77.txt
		/opt/my-jitted-77.so
		/opt/jitted-77.bin
		/opt/JIT
	E
	expect_marks inlined <<<inlined
}

@test "fs-parse: --annotate chooses marks by letter" {
	for letters in kji k j i kj ki ji none; do
		want=
		for frame in "f $K/k" 'f (/tmp/perf-77.map)/j' 'f (inlined)/i'; do
			case $letters in
			none) mark= ;;
			*"${frame##*/}"*) mark=_[${frame##*/}] ;;
			*) mark= ;;
			esac
			[ "$(frame "${frame%/*}" --annotate $letters)" = "f$mark" ] || fail "$letters: ${frame%/*}"
		done
	done
	[ "$(frame "f $K")" = 'f_[k]' ]
	[ "$(frame 'f (/tmp/perf-77.map)')" = 'f_[j]' ]
	[ "$(frame 'f (inlined)')" = 'f_[i]' ]
	for letters in kx nonek k-j; do
		run_split fs-parse --annotate "$letters" in
		expect_status 2
		expect_empty stdout
	done
}

@test "fs-parse: unresolved frames are called by their module" {
	cat >frames <<-'E'
		[unknown] (/usr/lib/libc.so.6)	[libc.so.6]
		[unknown] ([unknown])	[unknown]
		[unknown] (/tmp/gone (v1) (deleted))	[gone (v1)]
		[unknown] ([kernel.kallsyms])	[kernel.kallsyms]_[k]
	E
	while IFS=$'\t' read -r given want; do
		sample 'a  1 [000] 1.000000:   1 cycles: ' "           401136 $given" '           401136 k+0x1 (/a)' >in
		[ "$(fs-parse -q --no-time in)" = "a;k;$want 1" ]
	done <frames
	sample 'a  1 [000] 1.000000:   1 cycles: ' '           401136 [unknown] (/usr/lib/libc.so.6)' >in
	[ "$(fs-parse -q --no-time --addrs in)" = 'a;[libc.so.6 <401136>] 1' ]
}

@test "fs-parse: --tidy stable, none and flamegraph" {
	[ "$(frame 'f.isra.0.constprop.1.cold (/a)' --tidy stable)" = 'f' ]
	[ "$(frame 'core::fmt::write::h0123456789abcdef (/a)' --tidy stable)" = 'core::fmt::write' ]
	[ "$(frame 'JS:*fib /a.js:4 (/a)' --tidy stable)" = 'JS:fib /a.js:4' ]
	[ "$(frame 'f.isra.0 (/a)')" = 'f.isra.0' ]
	[ "$(frame 'f(int) (/a)' --tidy none)" = 'f(int)+0x1f' ]
	[ "$(frame 'Foo::operator()(int) (/a)' --tidy flamegraph)" = 'Foo::operator' ]
}

@test "fs-parse: a name that keeps its own +0x10 in a text without offsets" {
	sample 'a  1 [000] 1.000000:   1 cycles: ' '           401136 plus+0x10 (/a)' \
		'           401136 f (/a)' '           401136 main (/a)' >in
	[ "$(fs-parse -q --no-time in)" = 'a;main;f;plus+0x10 1' ]
}

@test "fs-parse: lines not understood are counted, with the first one's place; --strict fails" {
	{
		two_samples
		echo 'what is this'
		two_samples
		echo '  and this'
	} >in
	run_split fs-parse in
	expect_status 0
	[ "$(lines | wc -l)" -eq 4 ]
	expect_line stderr 'fs-parse: 2 lines not understood (first: in:7)'
	run_split fs-parse -q --strict in
	expect_status 1
	expect_text stderr 'fs-parse: 2 lines not understood (first: in:7)'
	run_split fs-parse -q -j 4 --block-size 1 in
	[ "$(lines | wc -l)" -eq 4 ]
}

@test "fs-parse: a sample cut off at the end is kept, and a note" {
	two_samples | head -3 | head -c -8 >in
	run_split fs-parse in
	expect_status 0
	[ "$(lines | wc -l)" -eq 1 ]
	expect_line stderr 'cut off'
}

@test "fs-parse: the head carries over what perf script --header says" {
	cat >in <<-'E'
		# ========
		# captured on    : Thu Jul  9 17:14:37 2015
		# hostname : web"7
		# nrcpus online : 8
		# cmdline : /usr/bin/perf record -F 99 -a -g
		# event : name = cycles, , id = { 1 }, { sample_period, sample_freq } = 99, freq = 1, 
		# reference time: 2015-07-09 17:14:37.000123 = 1436462077.000123 (TOD) = 28648.100000000 (monotonic)
		# ========
		#
	E
	two_samples >>in
	run_split fs-parse -q in
	expect_status 0
	expect_line stdout '^# captured="Thu Jul  9 17:14:37 2015"$'
	expect_line stdout '^# hostname="web"7"$'
	expect_line stdout '^# cpus="8"$'
	expect_line stdout '^# rate="99"$'
	expect_line stdout '^# wall="1436462076.900123"$'
}

@test "fs-parse: PERF_RECORD lines are no samples and set no origin" {
	{
		echo 'swapper     0 [000]     0.000000: PERF_RECORD_FORK(1:1):(0:0)'
		two_samples
		echo 'app  1234 [007]  28650.000000: PERF_RECORD_EXIT(1:1):(0:0)'
	} >in
	run_split fs-parse in
	expect_line stdout '^# origin="28648"$'
	[ "$(lines | wc -l)" -eq 2 ]
	expect_empty stderr
}

@test "fs-parse: several files are pieces of one profile" {
	sample 'a  1 [000] 10.500000:   1 cycles: ' '           401136 f+0x6 (/a)' >one
	sample 'a  1 [000] 12.500000:   1 cycles: ' '           401136 f+0x6 (/a)' >two
	run_split fs-parse one two
	expect_lines $'0.500000 cpu=0 tid=1\ta;f 1
2.500000 cpu=0 tid=1\ta;f 1'
	[ "$(grep -c '^# fs-folded' stdout)" -eq 1 ]
	expect_line stdout 'kept=2 '
}

@test "fs-parse: an empty line before the frames does not end the sample, one behind a frame does" {
	{
		printf 'app 7 [000] 1.000000: 1 cycles: \n\n\t          401136 leaf (/bin/app)\n\t          401137 main (/bin/app)\n\n'
		printf 'app 7 [000] 1.100000: 1 cycles: \n\n\t          401136 leaf (/bin/app)\n\n\t          401137 stray (/bin/app)\n'
	} >in
	run_split fs-parse in
	expect_lines $'0.000000 cpu=0 tid=7\tapp;main;leaf 1
0.100000 cpu=0 tid=7\tapp;leaf 1'
	expect_line stderr '1 line not understood (first: in:10)'
}

@test "fs-parse: a live stream comes out as it comes in" {
	mkfifo pipe
	fs-parse -q pipe >live 2>stderr &
	pid=$!
	exec 9>pipe
	two_samples >&9
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25; do
		grep -q 'app;main' live && break
		sleep 0.2
	done
	grep -q 'app;main' live
	exec 9>&-
	wait $pid
	tail -1 live | grep -q '^# end="kept=2 '
}

@test "fs-parse: a producer that writes now and then is not waited for at each of its samples" {
	mkfifo pipe
	fs-parse -q pipe >live 2>stderr &
	pid=$!
	exec 9>pipe
	# As slow as samples of 3 Hz, and never silent for a second.
	for i in 1 2 3 4 5 6 7 8 9; do
		sample "app  1234 [007] 1.${i}00000:   10101010 cycles: " '           401136 main+0x6 (/usr/bin/app)' >&9
		sleep 0.35
	done
	cp live early
	exec 9>&-
	wait $pid
	[ "$(grep -c 'app;main' early)" -ge 5 ]
	[ "$(grep -c 'app;main' live)" -eq 9 ]
}

@test "fs-parse: a producer that waits in the middle of its first sample is waited for" {
	mkfifo pipe
	fs-parse -q pipe >live 2>stderr &
	pid=$!
	exec 9>pipe
	printf 'app  1234 [007] 1.000000:   1 cycles: \n' >&9
	sleep 1.2
	printf '\t          401136 main+0x6 (/usr/b' >&9
	sleep 1.2
	printf 'in/app)\n\n' >&9
	exec 9>&-
	wait $pid
	grep -qx $'0.000000 cpu=7 tid=1234\tapp;main 1' live
}

# The same of a line in which the frames below have other names than usual.
last_frame() {
	frame "$@" | sed 's/^.*;\(.*\) 1$/\1/'
}

@test "fs-parse: --modules puts the module before the name" {
	[ "$(last_frame 'f(int) (/usr/lib/libc.so.6)' --modules)" = 'libc.so.6`f' ]
	[ "$(last_frame "f $K" --modules)" = 'kernel.kallsyms`f_[k]' ]
	[ "$(last_frame 'f ([unknown])' --modules)" = 'f' ]
	[ "$(last_frame 'f (inlined)' --modules)" = 'f_[i]' ]
	[ "$(last_frame 'f (//anon)' --modules --tidy none)" = 'anon`f+0x1f' ]
	[ "$(last_frame 'f(int) (/a;b)' --modules --tidy flamegraph)" = 'a:b`f' ]
	# What FlameGraph leaves out, and what has no symbol, gets no module.
	[ "$(last_frame '(x) (/a)' --modules --tidy flamegraph)" = 'a`known' ]
	sample 'a  1 [000] 1.000000:   1 cycles: ' '           401136 [unknown] (/a/b)' '           401136 k+0x1 (/a/b)' >in
	[ "$(fs-parse -q --no-time --modules in)" = 'a;b`k;[b] 1' ]
	sample 'a  1 [000] 1.000000:   1 cycles: ' '           401136 f (/tmp/gone (v1) (deleted))' >in
	[ "$(fs-parse -q --no-time --modules in)" = 'a;gone (v1)`f 1' ]
}

@test "fs-parse: --srcline puts the source line behind the name" {
	sample 'a  1 [000] 1.000000:   1 cycles: ' "ffffffff81000010 schedule+0x10 $K" \
		'           401136 main+0x6 (/usr/bin/app)' '           401139 _start+0x6 (/usr/bin/app)' |
		awk '{ print } /schedule/ { print "  [kernel.kallsyms][ffffffff81000010]" }
			/main/ { print "  /src/a b:c.c:17" } /_start/ { print "  ??:0" }' >in
	[ "$(fs-parse -q --no-time --srcline in)" = 'a;_start;main:/src/a b:c.c:17;schedule_[k] 1' ]
	[ "$(fs-parse -q --no-time in)" = 'a;_start;main;schedule_[k] 1' ]
	[ "$(fs-parse -q --no-time --srcline --tidy flamegraph in)" = 'a;_start;main:/src/a b:c.c:17;schedule_[k] 1' ]
	[ "$(fs-parse -q --no-time --srcline --modules in)" = 'a;app`_start;app`main:/src/a b:c.c:17;kernel.kallsyms`schedule_[k] 1' ]
	fs-parse -q --strict --stats - in 2>&1 >/dev/null | grep '^lines	8$'
	# No such lines, nothing behind the names.
	two_samples >in
	[ "$(fs-parse -q --no-time --srcline in | head -1)" = 'app;main;schedule_[k] 1' ]
}

@test "fs-parse: under +srcline, (inlined) ends the line of source" {
	for i in 1 2 3; do
		sample "a  1 [000] $i.000000:   1 cycles: " '           401136 f(int (*)(int))+0x6' '           401136 main+0x6 (/a)' |
			awk -v i=$i '{ print } /f\(int/ { print "  a.h:" i " (inlined)" } /main/ { print "  a.c:5" }'
	done >in
	run_split fs-parse --no-time in
	expect_text stdout "$(printf 'a;main;f_[i] 1\n%.0s' 1 2 3)"
	run_split fs-parse -q --no-time --srcline in
	expect_text stdout "$(printf 'a;main:a.c:5;f:a.h:%d_[i] 1\n' 1 2 3)"
	for size in 1 100; do
		fs-parse -q --no-time --srcline -j 2 --block-size $size in | cmp - stdout
	done
}

@test "fs-parse: a frame is known by its line of source, too, and by none where it has none" {
	# No offsets: what the inlined name has in parentheses ends it.
	cat >in <<-'E'
		a  1 [000] 1.000000:   1 cycles: 
			          401136 f(int (*)(int))
		  a.h:1 (inlined)
			          401136 main (/a)

		a  1 [000] 1.000000:   1 cycles: 
			          401136 f(int (*)(int))
		  a.h:1 (inlined)
			          401136 main (/a)
		  a.c:5

		a  1 [000] 1.000000:   1 cycles: 
			          401136 main (/a)
		  a.c:6
	E
	cat >want <<-'E'
		a;main;f:a.h:1_[i] 1
		a;main:a.c:5;f:a.h:1_[i] 1
		a;main:a.c:6 1
	E
	fs-parse -q --no-time --srcline in | cmp - want
	fs-parse -q --no-time --modules in | sed -n 1p | cmp - <(echo 'a;a`main;f_[i] 1')
}

@test "fs-parse: names with lines of source are those without" {
	shared
	for name in inl-fp cxx weird; do
		folder=$([ $name = inl-fp ] && echo fields || echo tricky)
		with=$(corpus "$folder/$name.srcline.txt")
		without=$(corpus "$folder/$name.default.txt")
		fs-parse -q "$without" >want
		fs-parse -q "$with" | cmp - want || fail "$name"
		fs-parse -q --srcline "$with" | sed 's/:[^:; ]*:[0-9]*\([; ]\)/\1/g' | grep -v '^#' >got
		diff <(grep -v '^#' want) got >&2 || fail "$name"
	done
}

@test "fs-parse: symbols that were not printed leave no frame out, --flamegraph neither" {
	sample 'a  1 [000] 1.000000:   1 cycles: ' '           401136 (/usr/lib/x.so)' '           401139 (/a)' >in
	[ "$(fs-parse -q --no-time --flamegraph in)" = 'a;[a+0x401139];[x.so+0x401136] 1' ]
	sample 'a  1 [000] 1.000000:   1 cycles: ' '           401136' '           401139' >in
	[ "$(fs-parse -q --no-time --flamegraph in)" = 'a;0x401139;0x401136 1' ]
	[ "$(fs-parse -q --no-time in)" = 'a;0x401139;0x401136 1' ]
}

@test "fs-parse: --idle-frame names more idle functions, by their whole name" {
	sample 'swapper     0 [000] 1.000000:   1 cycles: ' "ffffffff81000010 my_wait+0x1 $K" >in
	sample 'swapper     0 [000] 1.100000:   1 cycles: ' "ffffffff81000020 my_wait_more+0x1 $K" >>in
	sample 'app     7 [000] 1.200000:   1 cycles: ' "ffffffff81000010 my_wait+0x1 $K" >>in
	[ "$(fs-parse -q in | grep -c '_wait')" -eq 3 ]
	fs-parse -q --idle-frame other --idle-frame my_wait in >out
	[ "$(grep -c '_wait' out)" -eq 2 ]
	refute grep '^0.0' out
	[ "$(fs-parse -q --idle-frame my_wait --idle-frame my_wait_more in | grep -c '_wait')" -eq 1 ]
}

@test "fs-parse: --format takes a name of the table, and lists them" {
	two_samples >in
	fs-parse -q in >want
	fs-parse -q --format perf in | cmp - want
	run_split fs-parse --format nothing in
	expect_status 2
	expect_line stderr "no format 'nothing'; there are: perf"
	# Told what it is, it is read as that.
	echo 'a;b 1' >in
	run_split fs-parse --format perf in
	expect_status 1
	expect_line stderr 'in: no sample found'
}

@test "fs-parse: --progress says how much was read, on stderr alone" {
	two_samples >in
	{ echo '# a comment' && two_samples; } >in2
	fs-parse -q in in2 >want
	run_split fs-parse -q --progress in in2
	expect_status 0
	same want stdout
	[ "$(wc -l <stderr)" -eq 1 ]
	expect_line stderr "^fs-parse: $(cat in in2 | wc -c | tr -d ' ') bytes, [0-9]*\.[0-9] s, [0-9]*\.[0-9] MB/s$"
}

@test "fs-parse: each time has the decimals of its own stamp, and the end line's disorder holds" {
	for stamp in 30.900000 30.950000 30.000001999 30.950000; do
		sample "a   123 [000] $stamp: 250000 cpu-clock: " '          401136 f+0x6 (/a)'
	done >in
	run_split fs-parse -q in
	[ "$(lines | cut -d' ' -f1 | tr '\n' ' ')" = '0.900000 0.950000 0.000001999 0.950000 ' ]
	expect_line stdout ' disorder=0.949998001 '
	mv stdout app.fs
	run_split fs-slice 0 1 app.fs
	expect_status 0
	[ "$(lines | wc -l)" -eq 4 ]
}

@test "fs-parse: a file without a sample among others is a quiet stretch, and a note" {
	two_samples >in
	: >empty
	echo '# hostname : web7' >quiet
	run_split fs-parse empty in quiet
	expect_status 0
	[ "$(lines | wc -l)" -eq 2 ]
	expect_line stderr '2 of 3 files without a sample (first: empty)'
	run_split fs-parse empty quiet
	expect_status 1
	expect_empty stdout
	echo 'this is no profile' >other
	run_split fs-parse in other
	expect_status 1
}

@test "fs-parse: much may stand before the first sample" {
	{
		yes '# sibling sockets : 0-7 and so on' | head -n 50000
		two_samples
	} >in
	run_split fs-parse -q in
	expect_status 0
	[ "$(lines | wc -l)" -eq 2 ]
}

@test "fs-parse: a stamp that no clock shows is no time, and no event either" {
	for stamp in 18446744073.709551 18446744073.809551; do
		sample "a   123 [000] $stamp: 250000 cpu-clock: " '          401136 f+0x6 (/a)'
	done >in
	run_split fs-parse in
	expect_status 1
	expect_empty stdout
	two_samples >>in
	run_split fs-parse in
	expect_status 0
	[ "$(lines | wc -l)" -eq 2 ]
	expect_line stderr 'not understood (first: in:1)'
}

@test "fs-parse: operator-> at the end of a name in a perf map is no inlining" {
	sample 'a 1 [000] 100.500000: 1 cycles: ' '          401136 A::operator->+0x1 (/tmp/perf-1.map)' >in
	run_split fs-parse -q in
	expect_lines $'0.500000 cpu=0 tid=1\ta;A::operator->_[j] 1'
}

@test "fs-parse: --event takes a hybrid event's name as printed, without its modifiers" {
	sample 'a 1 [000] 100.500000: 1 cpu_atom/cycles/P: ' '          401136 f (/bin/a)' >in
	for name in cpu_atom/cycles/P cpu_atom/cycles/ cpu_core/cycles/ cycles cycles:P; do
		run_split fs-parse -q --event "$name" in
		expect_lines $'0.500000 cpu=0 tid=1\ta;f 1'
	done
}

F='          401136 main+0x6 (/usr/bin/app)'

# What plain lines come of the text on standard input, all understood.
expect_stacks() {
	cat >in
	run_split fs-parse --strict --no-time --all-events "${@:2}" in
	expect_status 0
	refute grep -q 'not understood' stderr
	expect_lines "$1"
}

@test "fs-parse: an event without call chains beside one with them: its frame, and its name without the column's blanks" {
	{
		sample 'app  1234 [000]     1.000000: 1 cycles: ' "$F"
		printf '             app  1234 [000]     1.500000: 1 cache-misses: %s\n' "$F"
		printf '             app  1234 [000]     1.600000: sched:sched_switch: prev_comm=x\n'
		sample 'app  1234 [000]     1.700000: 1 cycles: ' "$F"
	} | expect_stacks $'app;main 1\napp;main 1\napp 1\napp;main 1'
}

@test "fs-parse: without call chains, +addr, +data_src, flags before the frame, +insn, +iregs, branches behind it" {
	{
		printf '             app  1234 [000]  1.000000:  1 cpu-clock:                0     5620bdb4a154 hot+0x1b (/usr/bin/app)\n'
		printf '             app  1234 [000]  1.100000:  1 cpu-clock:  68100142 |OP LOAD|LVL L1 hit|SNP None     5620bdb4a154 hot+0x1b (/usr/bin/app)\n'
		printf '             app  1234 [000]  1.200000:  1 branches:   call                         5620bdb4a154 hot+0x1b (/usr/bin/app)\n'
		printf '             app  1234 [000]  1.300000:  1 cpu-clock:      5620bdb4a154 hot+0x1b (/usr/bin/app) ilen: 2 insn: 75 e8\n'
		printf '             app  1234 [000]  1.400000:  1 branches:      5620bdb4a154 hot+0x1b (/usr/bin/app) =>     5620bdb4a100 to+0x1 (/usr/bin/app)\n'
		printf '             app  1234 [000]  1.500000:  1 cpu-clock:      5620bdb4a154 hot+0x1b (/usr/bin/app) 0x55d0/0x55d8/P/-/-/3\n'
		printf '             app  1234 [000]  1.600000:  1 cpu-clock:      5620bdb4a154 hot+0x1b (/usr/bin/app) ABI:2    AX:0x1\n'
		printf '             app  1234 [000]  1.700000:  1 cpu-clock:      5620bdb4a154 hot+0x1b (/usr/bin/app)\n'
	} | expect_stacks "$(yes 'app;hot 1' | head -8)"
	run_split fs-parse -q --no-time --all-events --modules in
	expect_lines "$(yes 'app;app`hot 1' | head -8)"
}

@test "fs-parse: +phys_addr and page sizes are no frames, behind one or many, and no part of a module" {
	for columns in '               0' '       13f236068' '       13f236068 4K 2M' '               0 N/A N/A' ' 4K 2M' ' 1G'; do
		printf 'app  1234 [000] 1.%06d: 1 page-faults: \n\t%s\n%s\n' 1 "$F" "$columns" 2 "$F" "$columns" |
			expect_stacks $'app;main 1\napp;main 1'
		printf '             app  1234 [000] 1.%06d: 1 page-faults:  %s%s\n' 1 "$F" "$columns" 2 "$F" "$columns" |
			expect_stacks $'app;app`main 1\napp;app`main 1' --modules
		# Without any column but frames, they are all that parts samples.
		printf '\t%s\n%s\n' "$F" "$columns" "$F" "$columns" |
			expect_stacks $'[unknown];main 1\n[unknown];main 1'
		for size in 1 64; do
			fs-parse -q -j 2 --block-size $size in | same stdout -
		done
	done
	# A paste that lost the tabs of all its frames has none but such.
	printf 'app  1234 [000] 1.000000: 1 page-faults: \n%s\n\n' '          401136' |
		expect_stacks 'app;0x401136 1'
}

@test "fs-parse: lines of +metric are no samples, with times or without" {
	for time in '1.000000: ' ''; do
		{
			sample "app  1234 [000] ${time}10000 task-clock: " "$F"
			sample "app  1234 [000] ${time}1 metric: " "$F"
			printf 'app  1234 [000] %s\tmetric: %8s M/sec\n' "$time" 1000.000 "$time" 0.000
			sample "app  1234 [000] ${time}1 page-faults: " "$F"
			printf 'app  1234 [000] %s\tmetric: %8s M/sec\n' "$time" 0.000
		} | expect_stacks $'app;main 1\napp;main 1\napp;main 1'
	done
}

@test "fs-parse: where branches went, and the bytes of PERF_RECORD_TEXT_POKE, are no frames and no samples" {
	{
		sample 'app  1234 [000] 1.000000: 1 branches: ' "$F" | sed '$d'
		echo ' =>     5581e4b01334 foo+0x0 (/usr/bin/app)'
		echo 'app  1234 [000] 1.100000: PERF_RECORD_TEXT_POKE addr 0xffffffff81001000 old len 5 new len 5'
		printf '            %s bytes: 0f 1f 44 00 00\n' Old New
		sample 'app  1234 [000] 1.200000: 1 branches: ' "$F"
	} | expect_stacks $'app;main 1\napp;main 1'
}

@test "fs-parse: without call chains, a number at the front of a tracepoint's text is no frame" {
	printf '             app  1234 [000] 1.000000: bpf_trace:bpf_trace_printk: deadbeef 1 bytes\n' |
		expect_stacks 'app 1'
}

@test "fs-parse: +brstackinsn, +brstacksym and BPF output are no frames" {
	{
		printf 'app  1234 [000] 1.000000: 1 cycles: \n\t%s\n\tmain+6:\n' "$F"
		printf '\t0000000000401136\tinsn: 48 89 e5 \t# PRED 3 cycles [3]\n\n'
		printf 'app  1234 [000] 1.100000: 1 cycles: \n\t%s\n main+0x6/main+0x10/P/-/-/3  f+0x1/g+0x2/M/-/-/0\n\n' "$F"
		printf 'app  1234 [000] 1.200000: 1 cycles: \n\t%s\n      BPF output: 0000: 01 02\n                  0010: 03 04\n      BPF string: "x"\n\n' "$F"
	} | expect_stacks $'app;main 1\napp;main 1\napp;main 1'
}

@test "fs-parse: +tod has nine decimals with --ns" {
	for tod in '2026-11-22 11:47:00.164782121' '2026-11-22 11:47:00.164782'; do
		sample "misc  2478 [000] $tod  4985.150815211:  1 cpu-clock: " "$F" | expect_stacks 'misc;main 1'
		run_split fs-parse -q in
		expect_line stdout '^# wall="'
		expect_line stdout 'cpu=0 tid=2478'
	done
}

@test "fs-parse: PERF_RECORD lines without times, and what hangs on them, are no samples" {
	{
		echo 'app  1234 [000] PERF_RECORD_COMM: app:1234/1234'
		echo 'app  1234 [000] PERF_RECORD_MMAP2 1234/1234: [0x5560000(0x1000) @ 0 00:14 12 263]: r-xp /bin/app'
		printf 'app  1234 [000] PERF_RECORD_NAMESPACES 1234/1234 - nr_namespaces: 7\n\t\t[0/net: 3/0xf0000098, 1/uts: 3/0xeffffffe]\n\t\t 4/user: 3/0xeffffffd\n'
		sample 'app  1234 [000] 1 cycles: ' "$F"
	} | expect_stacks 'app;main 1'
}

@test "fs-parse: the columns of a guest are not the thread's name" {
	{
		sample 'VM:  123 VCPU:001 app  1234 [000] 1.000000: 1 cycles: ' "$F"
		sample 'VM:  123 app  1234 [000] 1.100000: 1 cycles: ' "$F"
		sample 'app  1234 [000] 1.200000: 1 cycles: ' "$F"
	} | expect_stacks $'app;main 1\napp;main 1\napp;main 1'
	run_split fs-parse -q in
	expect_line stdout '^0.000000 cpu=0 tid=1234'
}

@test "fs-parse: one thread whose name begins with a blank is no indented paste" {
	sample ' lead  1234 [000] 1.000000: 1 cycles: ' "$F" | expect_stacks ' lead;main 1'
	sed 's/^/   /' in >indented
	fs-parse -q --no-time indented | same - <(echo ' lead;main 1')
}

@test "fs-parse: +dsoff, the offset behind the module's name" {
	sample 'app  1234 [000] 1.000000: 1 cycles: ' '          401136 [unknown] (/tmp/perf-77.map+0x136)' \
		'      ffff401136 f (/lib/x.ko+0x136)' '          401136 [unknown] (/usr/bin/app+0x1136)' |
		expect_stacks 'app;[app];f_[k];[perf-77.map]_[j] 1'
}

@test "fs-parse: a thousand empty stacks first are call chains all the same" {
	{
		for i in $(seq 1050); do
			printf 'app  1234 [000] %d.000000: 1 cycles: \n\n' "$i"
		done
		sample 'app  1234 [000] 1051.000000: 1 cycles: ' "$F"
	} >in
	fs-parse -q --strict --no-time in | sort | uniq -c | sed 's/^ *//' | same - <(printf '1050 app 1\n1 app;main 1\n')
}

@test "fs-parse: the +addr of a tracepoint without a stack, among call chains, is no frame" {
	{
		sample 'app  1234 [000] 1.000000: 1 cycles:        401200 ' "$F"
		printf 'app  1234 [000] 1.100000: 1 sched:sched_switch:         9a2ab4112 a: b: x (7fef00, 4)\n\n'
		sample 'app  1234 [000] 1.200000: 1 sched:sched_switch:        9a2ab4112 a: b: ' "$F" "$F" "$F"
	} >in
	fs-parse -q --strict --no-time --all-events in | same - <(printf '%s\n' 'app;main 1' 'app 1' 'app;main;main;main 1')
	{
		sample 'app  1234 [000] 1.000000: 1 cycles:        401200 ' '          401136 (/usr/bin/app)'
		printf 'app  1234 [000] 1.100000: 1 cycles:     100100000000 \n\n'
	} >in
	fs-parse -q --strict --no-time in | same - <(printf '%s\n' 'app;[app+0x401136] 1' 'app 1')
}

@test "fs-parse: a thread called what reads as a time, in texts without times or ids" {
	{
		sample 'app  1234 [000] 1 cycles: ' "$F"
		sample '9 99.123456: x:  1234 [000] 1 cycles: ' "$F"
		sample 'app  1234 [000] 1 cycles: ' "$F"
	} | expect_stacks $'app;main 1\n9 99.123456: x:;main 1\napp;main 1'
	{
		sample 'app [000] 1.000000: 1 cycles: ' "$F"
		sample '9 99.123456: x: [000] 2.000000: 1 cycles: ' "$F"
		sample 'app [000] 3.000000: 1 cycles: ' "$F"
	} | expect_stacks $'app;main 1\n9 99.123456: x:;main 1\napp;main 1'
	fs-parse -q in | grep -q $'^1.000000 cpu=0\t9 99'
}

@test "fs-parse: perf's own messages are known" {
	{
		echo 'WARNING: Kernel address maps (/proc/{kallsyms,modules}) are restricted,'
		echo 'check /proc/sys/kernel/kptr_restrict and /proc/sys/kernel/perf_event_paranoid.'
		echo "'trace' not valid for software events. Ignoring."
		echo '[kernel.kallsyms] with build id 1b2c not found, continuing without symbols'
		sample 'app  1234 [000] 1.000000: 1 cycles: ' "$F"
	} | expect_stacks 'app;main 1'
}

@test "fs-parse: an indented paste of perf's header tells what it tells" {
	{
		printf '# ========\n# hostname : db7\n# cmdline : perf record x\n# ========\n#\n'
		sample 'app  1234 [000] 1.000000: 1 cycles: ' "$F"
	} | sed 's/^/    /' >in
	fs-parse -q in | grep -qx '# hostname="db7"'
}

@test "fs-parse: -F without time and event, or without any column but frames" {
	local want
	for header in 'app ' 'app cycles: ' 'app  1234 ' 'app  1234 cycles: ' '  1234 ' ''; do
		for _ in 1 2 3; do
			[ -z "$header" ] || echo "$header"
			printf '\t%s\n\t%s\n\n' "$F" '          401200 start+0x1 (/usr/bin/app)'
		done >in
		want='app;start;main 1'
		case $header in *app*) ;; *) want='[unknown];start;main 1' ;; esac
		run_split fs-parse -q --strict in
		expect_status 0
		expect_lines "$(printf '%s\n' "$want" "$want" "$want")"
		for size in 1 64; do
			fs-parse -q -j 2 --block-size $size in | same stdout -
		done
	done
	# Not anything that a frame follows: a time that no clock shows, a word without a frame behind it.
	{
		printf 'app 1 18446744073.709551: cycles: \n\t%s\n\n' "$F"
	} >in
	run_split fs-parse in
	expect_status 1
	printf 'what\n\napp \n\t%s\n\nelse\n' "$F" >in
	run_split fs-parse in
	expect_lines 'app;main 1'
	expect_line stderr '2 lines not understood (first: in:1)'
}

# Of such a text come so many stacks $1, and as many of $2 where it is given; the same in blocks.
expect_bare() {
	cat >in
	run_split fs-parse -q --strict --weight period in
	expect_status 0
	lines | sort | uniq -c | sed 's/^ *//' | sort | same - <(printf '%s\n' "$@" | sort)
	for size in 1 64; do
		fs-parse -q -j 2 --block-size $size --weight period in | same stdout -
	done
}

# Texts with neither times nor events beside ids.
@test "fs-parse: without time, samples that have no stack count by the columns of the others" {
	for header in 'app  1234 ' '1234 ' 'app [000] ' 'app ' 'app cycles: ' 'app      10000 ' \
		'app 2026-11-22 21:52:12.528381  1234 '; do
		name=app weight=1
		[ "$header" != '1234 ' ] || name='[unknown]'
		[ "$header" != 'app      10000 ' ] || weight=10000
		case $header in app\ 20*) header='app  1234 2026-11-22 21:52:12.528381 ' ;; esac
		{
			printf '%s\n\n' "$header" "$header"
			printf '%s\n\t%s\n\n' "$header" "$F" "$header" "$F"
			printf '%s\n\n' "$header"
			printf '%s\n\t%s\n\n' "$header" "$F"
			printf '%s\n\n' "$header"
		} | expect_bare "4 $name $weight" "3 $name;main $weight"
	done
}

@test "fs-parse: without time, a thread called what reads as one does not make it a text of times" {
	for columns in ' 1234 ' '' '[000] ' '     10000 ' '[000] cycles: ' 'cycles: '; do
		weight=1
		[ "$columns" != '     10000 ' ] || weight=10000
		for odd in '1.000000:' '9 99.123456: x:'; do
			printf '%s\n\t%s\n\n' "app $columns" "$F" "$odd $columns" "$F" "app $columns" "$F" \
				"app $columns" "$F" | expect_bare "3 app;main $weight" "1 $odd;main $weight"
			printf '%s\n\t%s\n\n' "$odd $columns" "$F" "app $columns" "$F" "app $columns" "$F" |
				expect_bare "2 app;main $weight" "1 $odd;main $weight"
		done
	done
}

@test "fs-parse: without time and ids, or a name, the letters of +misc and a period are no name" {
	printf '%s\n\t%s\n\n' 'app  1234 [000] U          10000 ' "$F" 'app  1234 [000] K          10000 ' "$F" |
		expect_bare '2 app;main 10000'
	printf '%s\n\t%s\n\n' 'app [000] U      cycles: ' "$F" | expect_bare '1 app;main 1'
	printf '%s\n\t%s\n\n' 'app U     ' "$F" 'bpp K     ' "$F" | expect_bare '1 app;main 1' '1 bpp;main 1'
	printf '%s\n\t%s\n\n' 'U       100.000001: cycles: ' "$F" 'KE      100.000002: cycles: ' "$F" >in
	run_split fs-parse -q in
	expect_lines $'0.000001\t[unknown];main 1\n0.000002\t[unknown];main 1'
	printf '%s\n\t%s\n\n' 'app K     15340.199189: cycles: ' "$F" 'V8 U U     15340.199190: cycles: ' "$F" >in
	run_split fs-parse -q in
	expect_lines $'0.199189\tapp;main 1\n0.199190\tV8 U;main 1'
	# One blank behind such letters is no column of theirs.
	printf '%s\n\t%s\n\n' 'U 15340.199189: cycles: ' "$F" 'V8 U 15340.199190: cycles: ' "$F" >in
	run_split fs-parse -q in
	expect_lines $'0.199189\tU;main 1\n0.199190\tV8 U;main 1'
	for header in 'app  1234    5025125 ' 'app    5025125 ' 'app    5025125 cycles: ' '   5025125 ' \
		'app  1234 2026-11-22 21:52:12.528381    5025125 '; do
		name=app
		[ "$header" != '   5025125 ' ] || name='[unknown]'
		printf '%s\n\t%s\n\n' "$header" "$F" "$header" "$F" | expect_bare "2 $name;main 5025125"
	done
}

@test "fs-parse: without time, +tod before an event, of samples with a period and without" {
	{
		printf '            perf 13341 [000] 2026-11-22 21:52:12.42838%d sched:sched_switch: prev_comm=perf prev_pid=13341\n' 1 2
		for i in 1 2 3; do
			sample "app  1234 [000] 2026-11-22 21:52:12.52838$i   10101010          cpu-clock: " "$F"
		done
	} | expect_stacks $'perf 1\nperf 1\napp;main 10101010\napp;main 10101010\napp;main 10101010' --weight period
	for header in 'app 2026-11-22 21:52:12.528381 cycles: ' 'app 2026-11-22 21:52:12.528381 '; do
		sample "$header" "$F" | expect_stacks 'app;main 1'
	done
}

@test "fs-parse: without time, offsets are taken off where few frames have a name, and a name may begin with #" {
	local nameless='          401200 [unknown] (/usr/bin/app)'
	{
		sample 'app  1234 ' "$nameless" "$nameless" "$nameless" "$F"
		sample '#c  1235 ' "$nameless" "$F"
		sample '#c  1235 '
	} | expect_stacks $'app;main;[app];[app];[app] 1\n#c;main;[app] 1\n#c 1'
}

@test "fs-parse: without ids, the time is the last stamp that a name of 15 bytes can stand before" {
	for event in 'cycles: ' ''; do
		printf '%s %s\n\t%s\n\n' app "  100.000001: $event" "$F" '9 99.123456: x' "  101.000001: $event" "$F" \
			'1.000000:' "  102.000001: $event" "$F" '8.000000: 1 e:' "  103.000001: $event" "$F" \
			app "  104.000001: $event" "$F" app "  105.000001: $event" "$F" \
			app "  106.000001: $event" "$F" >in
		run_split fs-parse -q in
		expect_lines "$(printf '%s\t%s;main 1\n' 0.000001 app 1.000001 '9 99.123456: x' \
			2.000001 1.000000: 3.000001 '8.000000: 1 e:' 4.000001 app 5.000001 app 6.000001 app)"
	done
	printf '%16s   100.00000%d: %s\n' app 1 'probe:f: a: b: 1.000000: c: ' '5.000000: e: x' 2 'probe:f: (401136) 5.000000: x: ' >in
	run_split fs-parse -q --tidy none in
	expect_lines $'0.000001\tapp 1\n0.000002\t5.000000: e: x 1'
}

@test "fs-parse: -L with +pid; without time and ids, a CPU and a period" {
	{
		printf '     app     1/1       0     1.500000:          1 cycles: \n\t%s\n\n' "$F"
		printf '  worker     1/2       1     1.600000:          1 cycles: \n\t%s\n\n' "$F"
	} >in
	run_split fs-parse -q in
	expect_lines $'0.500000 cpu=0 tid=1/1\tapp;main 1\n0.600000 cpu=1 tid=1/2\tworker;main 1'
	printf 'python3 [001]   10101010 cycles: \n\t%s\n\nmy app [000]   7 cycles: \n\t%s\n\n' "$F" "$F" >in
	run_split fs-parse -q --weight period in
	expect_lines $'python3;main 10101010\nmy app;main 7'
}

# Of a text without times, events and ids a line is a sample by what follows it.
@test "fs-parse: a line without columns before another is no sample, wherever a block ends" {
	printf 'a  1] 1.000000what: \n:\t  \n\t%s\n\n' "$F" >in
	fs-parse --stats want.stats in >want 2>/dev/null
	grep -qx $'samples\t1' want.stats
	for size in 1 8 20 30 64; do
		fs-parse --block-size $size --stats got.stats in 2>/dev/null | same want -
		same want.stats got.stats
	done
}

# Two samples under -L, of a name that is filled up and one that is cut: latency 'NAME %8.8s' IDS CPU,
# as printf's formats; the time, too, where the fourth is not given.
latency() {
	local time=${4-'%5d.500000: '} second
	for second in 1 2; do
		local name=app id=7 cpu=0
		[ $second -eq 1 ] || name=1234/5678x id=123456 cpu=128
		# shellcheck disable=SC2059
		printf "${1:+%8.8s }${2:+%5d }${3:+%3d }$time%10d cycles: \n\t%s\n\n" \
			${1:+$name} ${2:+$id} ${3:+$cpu} ${time:+$second} 10101010 "$F"
	done
}

@test "fs-parse: -L with any of its columns, indented or not" {
	local margin
	for margin in '' '    ' $'\t' $'\t\t'; do
		latency name id cpu | sed "s/^./$margin&/" >in
		run_split fs-parse -q --strict in
		expect_lines $'0.500000 cpu=0 tid=7\tapp;main 1\n1.500000 cpu=128 tid=123456\t1234/567;main 1'
		latency name '' cpu | sed "s/^./$margin&/" >in
		run_split fs-parse -q --strict in
		expect_lines $'0.500000 cpu=0\tapp;main 1\n1.500000 cpu=128\t1234/567;main 1'
		latency name id '' | sed "s/^./$margin&/" >in
		run_split fs-parse -q --strict in
		expect_lines $'0.500000 tid=7\tapp;main 1\n1.500000 tid=123456\t1234/567;main 1'
		latency '' id cpu | sed "s/^./$margin&/" >in
		run_split fs-parse -q --strict in
		expect_lines $'0.500000 cpu=0 tid=7\t[unknown];main 1\n1.500000 cpu=128 tid=123456\t[unknown];main 1'
		latency '' '' cpu | sed "s/^./$margin&/" >in
		run_split fs-parse -q --strict in
		expect_lines $'0.500000 cpu=0\t[unknown];main 1\n1.500000 cpu=128\t[unknown];main 1'
		latency name '' '' | sed "s/^./$margin&/" >in
		run_split fs-parse -q --strict in
		expect_lines $'0.500000\tapp;main 1\n1.500000\t1234/567;main 1'
		latency name '' cpu '' | sed "s/^./$margin&/" >in
		run_split fs-parse -q --strict --weight period in
		expect_lines $'app;main 10101010\n1234/567;main 10101010'
	done
	latency name '' cpu '2026-11-22 11:47:00.164782 %5d.500000: ' >in
	run_split fs-parse -q --strict in
	expect_lines $'0.500000 cpu=0\tapp;main 1\n1.500000 cpu=128\t1234/567;main 1'
}

@test "fs-parse: -L with neither time nor event, with a period and without" {
	local name id period weight
	for period in '' '   5025125 '; do
		weight=1
		[ -z "$period" ] || weight=5025125
		for name in fs_parse '     app'; do
			for id in '19889 ' '    7 ' ''; do
				printf '%s\n\t%s\n\n' "$name $id  0 $period" "$F" \
					"fs_parse ${id:+19890 }128 $period" "$F" >in
				run_split fs-parse -q --strict --weight period in
				expect_lines "${name// /};main $weight"$'\n'"fs_parse;main $weight"
			done
		done
	done
}

# A thread of eight letters is none of -L's, nor are ids of four digits behind one of seven a CPU.
@test "fs-parse: what stands in the columns of -L by chance" {
	sample 'postgres  1234  1.500000:          1 cycles: ' "$F" >in
	sample 'kworker/0:1-events  1235  1.600000:          1 cycles: ' "$F" >>in
	run_split fs-parse -q in
	expect_lines $'0.500000 tid=1234\tpostgres;main 1\n0.600000 tid=1235\tkworker/0:1-events;main 1'
	sample 'python3  3808  1.500000:          1 cycles: ' "$F" >in
	sample ' python3  3808  1.600000:          1 cycles: ' "$F" >>in
	run_split fs-parse -q in
	expect_lines $'0.500000 tid=3808\tpython3;main 1\n0.600000 tid=3808\t python3;main 1'
}

@test "fs-parse: a paste indented by tabs, with call chains or without" {
	{
		sample 'app  1234 [007]  1.500000:          1 cycles: ' "$F"
		sample ' lead  1234 [007]  1.600000:          1 cycles: ' "$F"
	} | sed 's/^./\t&/' >in
	run_split fs-parse -q --strict in
	expect_lines $'0.500000 cpu=7 tid=1234\tapp;main 1\n0.600000 cpu=7 tid=1234\t lead;main 1'
	printf '\t%16s %5d [007]     1.500000:          1 cycles:  %s\n' app 1 "$F" cat 2 "$F" >in
	run_split fs-parse -q --strict in
	expect_lines $'0.500000 cpu=7 tid=1\tapp;main 1\n0.500000 cpu=7 tid=2\tcat;main 1'
	# A tab at the front of each name is the name's.
	sample $'\tapp  1234 [007]  1.500000:          1 cycles: ' "$F" >in
	run_split fs-parse -q --strict --tidy none in
	expect_lines $'0.500000 cpu=7 tid=1234\t app;main+0x6 1'
}

@test "fs-parse: a command of several lines in perf's header is neither samples nor odd" {
	{
		printf '# ========\n# captured on    : x\n# cmdline : perf record -- bash -c line 1\n'
		printf 'x 1 [000] 5.000001: cpu-clock:\nline 2\n# hostname : db7\n# ========\n#\n'
		sample 'app  1234 [000] 1.000000: 1 cycles: ' "$F"
	} >in
	run_split fs-parse --strict in
	expect_status 0
	expect_lines $'0.000000 cpu=0 tid=1234\tapp;main 1'
	expect_line stdout '# hostname="db7"'
	expect_empty stderr
}

@test "fs-parse: what is told has the last word over --flamegraph, wherever it stands" {
	{
		sample 'swapper     0 [000] 1.000000:    7 cycles: ' "ffffffff81000010 do_idle+0x1 $K"
		sample 'app  1234 [000] 1.000000: 9 cycles: ' "$F"
	} >in
	run_split fs-parse -q --no-time --flamegraph in
	expect_lines $'swapper;do_idle 7\napp;main 9'
	for arguments in '--flamegraph --idle drop --weight samples' '--weight samples --flamegraph --idle=drop'; do
		# shellcheck disable=SC2086
		run_split fs-parse -q --no-time $arguments in
		expect_lines 'app;main 1'
	done
}

@test "fs-parse: where no event is named, and periods differ, it says that events may be mixed" {
	{
		sample 'app  1234 [000] 1.000000:   10101010 ' "$F"
		sample 'app  1234 [000] 1.100000:          1 ' "$F"
	} >in
	run_split fs-parse in
	expect_status 0
	expect_line stderr 'the text names no events, and periods differ: several events may be counted alike'
	sed -i.old 's/10101010/       1/' in
	run_split fs-parse in
	expect_empty stderr
}

@test "fs-parse: --stats and -o are two files" {
	sample 'app  1234 [000] 1.000000:   1 cycles: ' "$F" >in
	run_split fs-parse --stats same -o same in
	expect_status 2
	[ ! -e same ]
}

@test "fs-parse: carriage returns and blanks taken off the lines' ends are the same in blocks of any size" {
	for i in 1 2 3 4 5; do
		sample "app  1234 [000] $i.000000:   1 cycles: " "$F" "$F"
		sample "a: 1 b:  1235 [001] $i.100000:   1 cycles: " "$F"
	done >timed
	printf '%s\n\t%s\n\n' 'app  1234 ' "$F" 'app  1235 ' "$F" 'app  1234 ' "$F" >bare
	for text in timed bare; do
		fs-parse -q $text >want
		[ "$(grep -c ';main' want)" -ge 3 ]
		sed 's/$/\r/' $text >crlf
		sed 's/ *$/\r/' $text >trimmed
		for size in 1 20 40 60 100 4096; do
			fs-parse -q --block-size $size crlf >got
			same want got
			[ $text = bare ] && continue
			fs-parse -q --block-size $size trimmed >got
			same want got
		done
	done
}

@test "fs-parse: half a thread's name, of hexadecimal digits, is no frame" {
	local header='  1234 [000]     1.000000:      10000 cycles: '
	printf '%s\n' "             app$header           $F" '            face' "b$header           $F" >in
	run_split fs-parse -q --no-time in
	expect_lines $'app;main 1\nb;main 1'
	for i in 1 2 3; do
		sample "             app$header" "$F"
		printf '            face\n'
		sample "b$header" "$F"
	done >in
	run_split fs-parse -q --no-time in
	expect_lines "$(printf 'app;main 1\nb;main 1\n%.0s' 1 2 3)"
}

@test "fs-parse: without time, a thread called what reads as an id and an event is told from them" {
	for name in 'a: 1 b:' '10000 cycles:' 'x: 7 y: 8 z:'; do
		for i in 1 2 3; do
			sample 'app  1234     cycles: ' "$F" "$F"
			sample 'bpp 12340     cycles: ' "$F"
			sample "$name  1235     cycles: " "$F"
		done >in
		run_split fs-parse -q --all-events in
		expect_lines "$(printf "app;main;main 1\\nbpp;main 1\\n$name;main 1\\n%.0s" 1 2 3)"
	done
}
