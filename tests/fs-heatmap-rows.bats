#!/usr/bin/env bats
# fs-heatmap: what its columns and rows are, which colour is how much, and what is marked.

load helper

# Prints `column row count` of each cell that is not empty, as in fs-heatmap.bats.
cells() {
	first=$(sed -n 's/.*<metadata.* data-first="\([-0-9]*\)".*/\1/p' "$1")
	sed -n 's/.*<metadata class="counts"[^>]*>\([^<]*\)<.*/\1/p' "$1" | tr ';' '\n' | awk -v column="$first" '
		/^\*[0-9]*$/ { column += substr($0, 2); next }
		NF { n = split($0, part, ","); row = 0
			for (i = 1; i <= n; i++) { runs = split(part[i], run, "*") > 1 ? run[2] : 1
				for (; runs > 0; runs--) { if (run[1]) print column, row, run[1]; row++ } }
			column++ }'
}

# The same with the names of lanes for rows.
lanes() {
	sed -n 's/^<text class="quiet lane"[^>]*>\([^<]*\)<.*/\1/p' "$1" >names
	cells "$1" | awk 'NR == FNR { name[n++] = $0; next } { print $1 "|" name[$2] "|" $3 }' names - | sort
}

# A profile of two minutes, times out of order: threads of two processes, on three CPUs, two events.
profile() {
	awk 'BEGIN {
		srand(5)
		for (i = 0; i < 4000; i++) {
			t = int(rand() * 120000000)
			k = int(rand() * rand() * 30)
			printf "%d.%06d cpu=%d tid=%d/%d event=%s\tw%d;main;f%d 1\n", t / 1000000, t % 1000000, i % 3,
				100 + k % 2, 200 + k, i % 4 ? "cycles" : "faults", k, i % 5
		}
	}'
}

@test "fs-heatmap: --by makes rows of the keys beside the time, counted as awk does" {
	profile >run.fs
	fs-heatmap --by cpu run.fs >heat.svg
	lanes heat.svg >got
	awk -F'[. =]' '{ n[$1 "|CPU " $4]++ } END { for (c in n) print c "|" n[c] }' run.fs | sort >want
	same want got
	# The first to be read is the first CPU, on top.
	[ "$(tr '\n' ' ' <names)" = 'CPU 2 CPU 1 CPU 0 ' ]
	fs-heatmap --by event --column 10s run.fs >heat.svg
	lanes heat.svg >got
	awk -F'[. =\t]' '{ n[int($1 / 10) "|" $8]++ } END { for (c in n) print c "|" n[c] }' run.fs | sort >want
	same want got
	fs-heatmap --by process run.fs >heat.svg
	lanes heat.svg >got
	# No sample is of a main thread.
	awk -F'[ =/\t;]' '{ n[$5 " " $9]++ } END { for (t in n) print n[t], t }' run.fs | sort -k1,1nr -k3,3 |
		awk '!seen[$2]++ { print $2, $3 }' >called
	awk -F'[. =/]' 'NR == FNR { split($0, part, " "); name[part[1]] = "[" part[2] "] "; next }
		{ n[$1 "|" name[$6] $6]++ } END { for (c in n) print c "|" n[c] }' called run.fs | sort >want
	same want got
	expect_line heat.svg '>4,000 samples from 0 s to 120 s · 120 columns of 1s, 2 processes · hottest cell: [0-9]* at [0-9]* s, \[w[0-9]*\] 10[01]<'
}

@test "fs-heatmap: a process has the name of its main thread, whatever the others are called" {
	printf '%s 1\n' '0.1 tid=7/8	pool-1;a' '0.2 tid=7/8	pool-1;a' '0.3 tid=7/7	java;a' '1.1 tid=7/7	java;a' \
		'0.4 tid=7/7	sh;a' '0.5 tid=70/71	b;a' '0.6 tid=70/71	a;a' '0.7 tid=9	x;a' \
		'0.8 tid=4/4	<script>&;a' >run.fs
	fs-heatmap --by process run.fs >heat.svg
	lanes heat.svg >got
	cat >want <<-END
		0|[a] 70|2
		0|&lt;script&gt;&amp; 4|1
		0|java 7|4
		0|not told|1
		1|java 7|1
	END
	sort want | same - got
	sort -r run.fs | fs-heatmap --by process --no-javascript >sorted.svg
	fs-heatmap --by process --no-javascript <run.fs >heat.svg
	same sorted.svg heat.svg
	# The rest is not called as one of them.
	fs-heatmap --by process --top 1 run.fs >heat.svg
	lanes heat.svg >got
	printf '0|3 others|4\n0|java 7|4\n1|java 7|1\n' | same - got
}

@test "fs-heatmap: --top gives those with the most samples a row, the others one together" {
	profile >run.fs
	fs-heatmap --by thread --top 5 run.fs >heat.svg
	lanes heat.svg >got
	awk -F'[ =/\t;]' '{ n[$9 " " $6]++ } END { for (t in n) print n[t], t }' run.fs | sort -k1,1nr -k2,2 | head -5 | cut -d' ' -f2- >top
	all=$(awk -F'[ =/\t;]' '!n[$6]++ { all++ } END { print all }' run.fs)
	[ "$(sed 1d names | sed '1!G;h;$!d')" = "$(cat top)" ]
	[ "$(sed -n 1p names)" = "$((all - 5)) others" ]
	awk -v others="$((all - 5)) others" 'NR == FNR { top[$0] = 1; next }
		{ split($0, part, /[. =\/\t;]/); t = part[10] " " part[7]; n[part[1] "|" (t in top ? t : others)]++ }
		END { for (c in n) print c "|" n[c] }' top run.fs | sort >want
	same want got
	expect_line heat.svg "5 threads and $((all - 5)) others"
	# One more than asked for needs no row for the rest.
	fs-heatmap --by thread --top $((all - 1)) run.fs >heat.svg
	refute grep -q others heat.svg
	[ "$(lanes heat.svg | awk -F'|' '{ sum += $3 } END { print sum }')" -eq 4000 ]
	# The order of lines makes no difference.
	sort -t_ -k2 run.fs | fs-heatmap --by thread --no-javascript >sorted.svg
	fs-heatmap --by thread --no-javascript <run.fs >heat.svg
	same heat.svg sorted.svg
}

@test "fs-heatmap: rows that the input does not tell are an error that says what is missing" {
	printf '1.5\tmain 1\n2.5\tmain 1\n' >run.fs
	while IFS='|' read -r by what; do
		run_split fs-heatmap --by "$by" run.fs
		expect_status 1
		expect_empty stdout
		expect_line stderr "^fs-heatmap: no line tells its $what"
	done <<-END
		thread|thread (tid=): perf script prints it with -F +tid
		cpu|CPU (cpu=): perf script prints it with -F +cpu
		process|process (tid=PID/TID): perf script prints it with -F +pid
		event|event (event=): fs-parse --all-events writes it
	END
	# A thread without its process is none; what some lines do not tell is a row of its own.
	printf '1.5 tid=7\tmain 1\n' >>run.fs
	run_split fs-heatmap --by process run.fs
	expect_status 1
	fs-heatmap --by thread run.fs >heat.svg
	lanes heat.svg >got
	printf '1|main 7|1\n1|main not told|1\n2|main not told|1\n' | same - got
	run_split fs-heatmap --by thread --rows 5 run.fs
	expect_status 2
	run_split fs-heatmap --top 5 run.fs
	expect_status 2
}

@test "fs-heatmap: columns grow with the profile, and are those that --column would make" {
	while read -r end column count; do
		awk -v end="$end" 'BEGIN { srand(2); for (i = 0; i < 500; i++) printf "%.6f\tmain 1\n", 7.5 + rand() * (end - 7.6); printf "7.25\tmain 2\n%.2f\tmain 1\n", end - .01 }' >run.fs
		fs-heatmap run.fs >heat.svg
		fs-heatmap --column "$column" run.fs >asked.svg
		same asked.svg heat.svg
		fs-heatmap --column auto --by thread run.fs 2>stderr || expect_line stderr 'no line tells its thread'
		expect_line heat.svg "$count columns of $column, "
		[ "$(cells heat.svg | awk '{ sum += $3 } END { print sum }')" -eq 503 ]
	done <<-END
		1507 1s 1,500
		1508 10s 151
		15000 10s 1,500
		15001 1m 251
		86400 1m 1,440
		108000 10m 180
		604800 10m 1,008
		2592000 1h 720
	END
}

@test "fs-heatmap: fewer than 50 samples a second asked for are 25 rows" {
	awk 'BEGIN { for (i = 0; i < 490; i++) printf "%.6f\tmain 1\n", i / 49 }' >lines
	for rate in 49:25 50:50 99:50; do
		{ printf '# fs-folded="1"\n# rate="%d"\n' "${rate%:*}" && cat lines; } >run.fs
		fs-heatmap run.fs >heat.svg
		expect_line heat.svg "10 columns of 1s, ${rate#*:} rows"
		fs-heatmap --rows "${rate#*:}" run.fs >asked.svg
		same asked.svg heat.svg
		fs-heatmap --rows 30 run.fs >heat.svg
		expect_line heat.svg "10 columns of 1s, 30 rows"
	done
	# The head may stand anywhere.
	sort -r run.fs | sed 's/rate="99"/rate="10"/' | fs-heatmap >heat.svg
	expect_line heat.svg "10 columns of 1s, 25 rows"
}

@test "fs-heatmap: samples a second are perf's own count" {
	shared
	fs-parse -q --idle keep "$(corpus incident/incident-99.perf)" | fs-heatmap --by cpu >heat.svg
	cells heat.svg | awk '{ n[$1] += $3 } END { for (c in n) print c, n[c] }' | sort -n >got
	awk -F'\t' 'NR > 1 && $3 > 0 { print $1, $3 }' "$SHARED/corpus/incident/incident-99.columns.tsv" | sort -n >want
	same want got
}

@test "fs-heatmap: --highlight colours what matches, and greys the rest" {
	printf '%s 1\n' $'0.01\ta;gc' $'0.01\ta;b' $'0.01\ta;gc' $'1.01\ta;b' $'1.03\ta;gc' >run.fs
	fs-heatmap --highlight gc run.fs >heat.svg
	cells heat.svg >got
	printf '0 0 3\n1 0 1\n1 1 1\n' | same - got
	expect_line heat.svg '^<path class="l2" .* d="M.5.5m0 0z">'
	expect_line heat.svg '^<path class="l1" .* d="M.5.5m1 1z">'
	expect_line heat.svg '^<path class="g1" .* d="M.5.5m1 0z"><title>no sample that matches'
	expect_line heat.svg '3 samples that match gc'
	expect_line heat.svg 'samples in a cell that match gc; grey: none does'
	printf '%s 1\n' $'0.01 cpu=0\ta;gc' $'0.01 cpu=0\ta;b' $'1.01 cpu=1\ta;b' | fs-heatmap --by cpu --highlight 'x|gc' >heat.svg
	expect_line heat.svg '^<path class="l1" .* d="M.5.5m0 1z">'
	expect_line heat.svg '^<path class="g3" .* d="M.5.5m1 0z">\|^<path class="g1" .* d="M.5.5m1 0z">'
	run_split fs-heatmap --highlight none run.fs
	expect_status 0
	expect_text stderr 'fs-heatmap: no sample matches --highlight: all is grey'
	refute grep -q '^<path class="l[0-9]' stdout
	run_split fs-heatmap -q --highlight none run.fs
	expect_empty stderr
	run_split fs-heatmap --highlight '(' run.fs
	expect_status 2
	expect_line stderr "^fs-heatmap: --highlight: '('"
}

# A cell each of 1 to 100 samples, and as many lines.
hundred() {
	awk 'BEGIN { for (i = 1; i <= 100; i++) printf "%d.5\tmain %d\n", i, i }'
}

@test "fs-heatmap: --max is what the hottest colour stands for, and what is above has a spot" {
	hundred >run.fs
	fs-heatmap --max 40 run.fs >heat.svg
	expect_line heat.svg '60 cells above 40<'
	[ "$(sed -n 's/^<path class="over"[^>]* d="\([^"]*\)".*/\1/p' heat.svg | grep -o 'h.4v.4h-.4z' | wc -l)" -eq 60 ]
	expect_line heat.svg '^<path class="over".* d="M.3 .3m40 25h.4v.4h-.4zm1 0h'
	expect_line heat.svg '<title>more than 40</title>'
	fs-heatmap --max p99 run.fs >heat.svg
	expect_line heat.svg '1 cell above 99<'
	# A scale that goes farther than the counts is the same for other profiles.
	fs-heatmap --max 1000 run.fs >heat.svg
	refute grep -q 'above\|class="over"' heat.svg
	expect_line heat.svg '>1,000</text>'
	for bad in 0 -1 x p50 ''; do
		run_split fs-heatmap --max "$bad" run.fs
		expect_status 2
	done
	run_split fs-heatmap --max 5 --scale row run.fs
	expect_status 2
}

@test "fs-heatmap: --max busy is what the head tells of rate and CPUs" {
	{ printf '# fs-folded="1"\n# rate="99"\n# cpus="4"\n' && hundred | sed 's/\t/ cpu=0 tid=1\/1\t/'; } >run.fs
	while IFS='|' read -r args most; do
		fs-heatmap $args --max busy run.fs >heat.svg
		expect_line heat.svg "cells* above $most<"
	done <<-END
		|8
		--rows 10|40
		--by cpu --column 100ms|10
		--by thread --column 100ms|10
		--by process --column 100ms|40
	END
	for key in rate cpus; do
		grep -v "^# $key" run.fs >lacks.fs
		run_split fs-heatmap --max busy lacks.fs
		expect_status 1
		expect_line stderr "does not tell .*($key=)"
	done
	sed 's/rate=/weight="period"\n# rate=/' run.fs | sed '/^# weight/s/$//' >periods.fs
	printf '# weight="period"\n' | cat - run.fs >periods.fs
	run_split fs-heatmap --max busy periods.fs
	expect_status 1
	expect_line stderr 'its counts are periods'
}

@test "fs-heatmap: each scale keeps the order of counts" {
	hundred >run.fs
	for scale in linear sqrt log rank; do
		fs-heatmap --scale $scale run.fs >heat.svg
		# The column says the count: levels go up with it, from the first to the last.
		sed -n 's/^<path class="l\([0-9]*\)"[^>]* d="M.5.5\([^"]*\)".*/\1 \2/p' heat.svg | sed 's/m/\nm/g' |
			awk '/^[0-9]/ { level = $1; x = 0; next }
				{ gsub(/[mz]/, ""); gsub(/-/, " -"); sub(/h/, " "); for (x += $1; $3-- > 0; x++) print x, level; print x, level }' | sort -n >levels
		[ "$(wc -l <levels)" -eq 100 ]
		sort -n -k2,2 -s levels | same levels -
		[ "$(head -1 levels | cut -d' ' -f2)" -eq 1 ]
	done
	# On a row's own scale each has its hottest colour.
	printf '0.1\ta 1\n1.1\ta 2\n0.9\ta 1000\n' | fs-heatmap --rows 2 --scale row >heat.svg
	expect_line heat.svg '^<path class="l32" .* d="M.5.5m0 1zm1-1z"'
	expect_line heat.svg '>share of the row&#39;s hottest cell<\|>share of the row.s hottest cell<'
}

@test "fs-heatmap: --colors, with --colors dark also where styles are blocked" {
	hundred >run.fs
	while read -r colors first last page; do
		fs-heatmap --colors "$colors" run.fs >heat.svg
		expect_line heat.svg "^<path class=\"l1\" stroke=\"$first\""
		expect_line heat.svg "^<path class=\"l32\" stroke=\"$last\""
		expect_line heat.svg "^<rect class=\"page\" .*fill=\"$page\""
	done <<-END
		heat #ffe8dc #d00707 #fff
		enhanced #fff6c8 #4d000f #fff
		viridis #fde725 #440154 #fff
		cividis #fee838 #00224e #fff
		dark #4a0c6b #fcffa4 #15171a
	END
	refute grep -q 'prefers-color-scheme' heat.svg
	refute grep -q 'fill="#fff"\|fill="#5f656c"' <(sed '/<script>/,$d' heat.svg)
}

@test "fs-heatmap: the wall clock stands above the seconds, in UTC or with --local" {
	{ printf '# fs-folded="1"\n# wall="1795349393.75"\n' && hundred; } >run.fs
	fs-heatmap run.fs >heat.svg
	# Second 0 is 12:09:53.75, so that 12:10:00 is at 6.25, 5.25 columns from the left.
	expect_line heat.svg '>12:10:00<'
	expect_line heat.svg '>2026-11-22<'
	expect_line heat.svg '>UTC<'
	x=$(sed -n 's/.* x="\([0-9]*\)"[^>]*>12:10:00<.*/\1/p' heat.svg)
	width=$(sed -n 's/^<rect class="plot" x="92" y="112" width="\([0-9]*\)".*/\1/p' heat.svg)
	[ "$x" -eq $((92 + width * 525 / 10000)) ]
	TZ=XYZ-5:30 fs-heatmap --local run.fs >heat.svg
	expect_line heat.svg '>17:40:00<'
	expect_line heat.svg '>local time<'
	sed 's/# wall=/# wall-about=/' run.fs | fs-heatmap >heat.svg
	expect_line heat.svg '>about UTC<'
	hundred | fs-heatmap >heat.svg
	refute grep -q 'UTC</text>' heat.svg
	# Midnight is the day that begins.
	printf '# fs-folded="1"\n# wall="1795305600"\n0\ta 1\n169200\ta 1\n' | fs-heatmap >heat.svg
	expect_line heat.svg '>2026-11-23<'
}

@test "fs-heatmap: --ranges outlines cells, with the labels of the file" {
	{ printf '# fs-folded="1"\n# origin="1000"\n# wall="1795349400"\n# hostname="h"\n' && hundred; } >run.fs
	printf 'start\tend\tname\tx\tshare\n2.1\t2.18\ta b\t-\t40 %%\n# no range\n' >ranges.tsv
	printf '3.9,4.1,next\n@1005.5 +3s long\n12:10:10 12:10:10.02\n-5 0.5 before\n200 end after\n' >>ranges.tsv
	run_split fs-heatmap --ranges ranges.tsv run.fs
	expect_status 0
	expect_text stderr 'fs-heatmap: 2 ranges of ranges.tsv lie outside of the profile: not drawn'
	sed -n 's/^<path class="mark".* d="\([^"]*\)"><title>\(.*\)<\/title>.*/\1|\2/p' stdout >got
	cat >want <<-END
		M1 5H2V9H1z|a b · 40 %: 2.1 to 2.18
		M2 45V50h1V45zM3 0V5h1V0z|next: 3.9 to 4.1
		M4 25V50H7V25h1V0H5V25z|long: @1005.5 to +3s
		M9 0H10V1H9z|12:10:10 to 12:10:10.02
	END
	same want got
	expect_line stdout '^<text class="halo".*>a b · 40 %</text>'
	expect_line stdout '^<text class="halo".*>long</text>'
	for bad in 'x 2' '2 1' '1'; do
		printf '1 2\n%s\n' "$bad" >bad.txt
		run_split fs-heatmap --ranges bad.txt run.fs
		expect_status 2
		expect_empty stdout
		expect_line stderr '^fs-heatmap: bad.txt:2: '
	done
	hundred >bare.fs
	printf '11:30 11:31\n' >bad.txt
	run_split fs-heatmap --ranges bad.txt bare.fs
	expect_status 2
	expect_line stderr 'bad.txt:1: .*does not tell its wall clock'
}

@test "fs-heatmap: --href links ranges as told, columns and cells by their seconds" {
	printf '0.01\ta 1\n0.03\ta 1\n2.5\ta 1\n' >run.fs
	printf '0.01 +80ms first\n@0.5 12:00 second\n' >ranges.txt
	sed -i.old 2d ranges.txt
	printf '00:00:01.5\t2.6\tsecond\n' >>ranges.txt
	printf '# fs-folded="1"\n# wall="1795305600"\n' | cat - run.fs >walled.fs
	fs-heatmap --ranges ranges.txt --href 'f/{start}/{end}?{x}&{start}.svg' walled.fs >heat.svg 2>stderr || cat stderr
	sed -n 's/^<a href="\([^"]*\)"><path class="mark".*/\1/p' heat.svg >got
	printf 'f/0.01/+80ms?{x}&amp;0.01.svg\nf/00%%3A00%%3A01.5/2.6?{x}&amp;00%%3A00%%3A01.5.svg\n' | same - got
	fs-heatmap --href 'flame-{start}-{end}.svg' run.fs >heat.svg
	sed -n 's/^<a href="\([^"]*\)"><path d="\([^"]*\)".*/\1 \2/p' heat.svg >got
	printf 'flame-0-1.svg M0 0h1v50h-1z\nflame-2-3.svg M2 0h1v50h-1z\n' | same - got
	fs-heatmap --link cell --href '{start}_{end}' run.fs >heat.svg
	sed -n 's/^<a href="\([^"]*\)"><path d="\([^"]*\)".*/\1 \2/p' heat.svg >got
	printf '0_0.02 M0 0h1v1h-1z\n0.02_0.04 M0 1h1v1h-1z\n2.5_2.52 M2 25h1v1h-1z\n' | same - got
	fs-heatmap --ranges ranges.txt --link column --href '"><script>{start}' walled.fs >heat.svg
	expect_line heat.svg '^<a href="&quot;&gt;&lt;script&gt;0"><path d='
	run_split fs-heatmap --href 'x{begin}.svg' run.fs
	expect_status 2
	expect_line stderr "--href: 'x{begin}.svg' holds neither {start} nor {end}"
	for bad in '--link cell' '--link range --href {end}' '--href a'; do
		run_split fs-heatmap $bad run.fs
		expect_status 2
	done
}

@test "fs-heatmap: a day by the second is small, and its script reads the counts off the cells" {
	needs node
	awk 'BEGIN { srand(4); for (s = 0; s < 86400; s++) printf "%d.%06d\tmain %d\n", s, rand() * 1000000, 1 + s % 3 }' >day.fs
	fs-heatmap --column 1s --rows 25 day.fs >day.svg
	[ "$(wc -c <day.svg)" -lt 2000000 ]
	expect_line day.svg 'data-columns="86400".*></metadata>'
	# What it makes of the paths is what awk counts.
	node -e '
const fs = require("fs");
const script = require("vm").runInNewContext(fs.readFileSync(process.argv[1], "utf8") + ";heatmapModel");
const paths = [];
for (const [, d, title] of fs.readFileSync("day.svg", "utf8").matchAll(/<path class="l\d+"[^>]* d="([^"]*)"><title>([^<]*)</g))
	paths.push({textContent: title, getAttribute: () => d});
script.inked(paths, 86400).forEach((column, x) => column.split(",").forEach((count, y) => {
	if (count)
		console.log(x, y, count);
}));' "$ROOT/lib/picture/heatmap_model.js" >got
	awk -F'[. \t]' '{ n[$1 " " int($2 / 40000)] += $NF } END { for (c in n) print c, n[c] }' day.fs | sort -k1,1n -k2,2n >want
	same want got
	# A browser draws what is in sight: no path is of more than 4,096 columns.
	sed -n 's/^<path class="l[0-9]*"[^>]* d="M.5.5m\([^"]*\)".*/\1/p' day.svg | sed 's/^\([0-9]*\).*/\1/' >begins
	[ "$(wc -l <begins)" -eq $((3 * 22)) ]
	[ "$(awk '{ print int($1 / 4096) }' begins | sort -n | uniq -c | awk '$1 == 3' | wc -l)" -eq 22 ]
	# A week by the hour.
	awk 'BEGIN { srand(4); for (i = 0; i < 300000; i++) printf "%.6f\tmain %d\n", rand() * 604800, 1 + i % 9 }' >week.fs
	fs-heatmap --column 1h week.fs >week.svg
	[ "$(wc -c <week.svg)" -lt 200000 ]
	cells week.svg >got
	[ "$(awk '{ sum += $3 } END { print sum }' got)" -eq "$(awk '{ sum += $NF } END { print sum }' week.fs)" ]
}

@test "fs-heatmap: a day by the second is under 2 MB however dense, and says what that takes" {
	awk 'BEGIN { srand(6); for (s = 0; s < 86400; s++) for (i = 0; i < 8; i++) printf "%d.%03d\tmain %d\n", s, rand() * 1000, 1 + rand() * 9 }' >day.fs
	fs-heatmap --column 1s day.fs >day.svg
	[ "$(wc -c <day.svg)" -le 2000000 ]
	expect_line day.svg '86,400 columns of 1s, 2 rows (50 take more than 2 MB: --rows 50) · '
	cells day.svg >got
	awk -F'[.\t ]' '{ n[$1 " " int($2 / 500)] += $NF } END { for (c in n) print c, n[c] }' day.fs | sort -k1,1n -k2,2n >want
	same want got
	# Links are asked for, and are no part of it.
	fs-heatmap --column 1s --href '{start}.svg' day.fs >linked.svg
	expect_line linked.svg '86,400 columns of 1s, 2 rows (50 '
	# What was asked for is what there is, also where counts are told of one row.
	fs-heatmap --column 1s --rows 50 day.fs >day.svg
	[ "$(wc -c <day.svg)" -gt 2000000 ]
	expect_line day.svg '86,400 columns of 1s, 50 rows · '
	fs-heatmap --column 1s --max 30 day.fs >day.svg
	expect_line day.svg '86,400 columns of 1s, 50 rows · '
	# All busy is a rate, and goes with the length of a row.
	{ printf '# fs-folded="1"\n# rate="50"\n# cpus="1"\n' && cat day.fs; } >head.fs
	fs-heatmap --column 1s --max busy head.fs >day.svg
	rows=$(sed -n 's/.*columns of 1s, \([0-9]*\) rows* (50 .*/\1/p' day.svg)
	[ "$rows" -lt 50 ]
	most=$((50 / rows))
	expect_line day.svg " cells above $most<"
}
