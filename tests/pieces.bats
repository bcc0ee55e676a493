#!/usr/bin/env bats
# Operands are pieces of one profile, on one axis of time.

load helper

# What a heat map shows of its input, without where the input is from.
map() {
	fs-heatmap --no-javascript --subtitle=x "$@"
}

# Its cells alone.
inked() {
	grep '^<path class="l[0-9]' "$1"
}

# app.perf cut before samples, $1 in each, into part00.perf part01.perf ..
split_app() {
	awk -v n="$1" '/^[^#\t]/ && NF { i++ } { print > (sprintf("part%02d.perf", i / n)) }' "$(app_perf)"
}

# Recordings of 2 minutes, one every 30, from 2026-11-21T23:10:00Z (1795302600) on for 12 hours, of a
# machine whose own clock begins anew in the middle: 10 samples a second.
twelve_hours() {
	awk 'BEGIN { for (piece = 0; piece < 24; piece++) {
		file = sprintf("piece%02d.fs", piece)
		head = sprintf("# fs-folded=\"1\"\n# origin=\"%d\"\n# wall=\"%d.25\"\n# hostname=\"db1\"\n",
			piece < 12 ? 5000 + piece * 1800 : 100 + piece * 1800, 1795302600 + piece * 1800)
		printf "%s", head > file
		bytes = length(head)
		for (i = 0; i < 1200; i++) {
			line = sprintf("%d.%d00000\tdb;query;piece%d_%d 1\n", i / 10, i % 10, piece, i)
			printf "%s", line > file
			bytes += length(line)
		}
		printf "# end=\"kept=1200 idle=0 other-event=0 disorder=0 bytes=%d\"\n", bytes > file
		close(file)
	} }'
}

@test "pieces: 2-minute recordings over 12 hours, across a restart, are one time line" {
	twelve_hours
	run_split fs-slice 08:10:34 +10s piece*.fs
	expect_status 0
	# The piece of 08:10 is number 18; 08:10:34 is 33.75 s into it.
	grep -v '^#' stdout >got
	[ "$(wc -l <got)" -eq 100 ]
	head -1 got | grep -qx $'33.800000\tdb;query;piece18_338 1'
	tail -1 got | grep -qx $'43.700000\tdb;query;piece18_437 1'
	expect_line stdout '^# range="32433.75,32443.75"$'
	# Read as one stream, or backwards, it is the same; only that backwards the axis is the last's.
	cat piece*.fs | fs-slice 08:10:34 +10s | grep -v '^#' | same - got
	# shellcheck disable=SC2046
	fs-slice 08:10:34 +10s $(ls -r piece*.fs) | grep -v '^#' | same - got
	# Through midnight, and a range that no piece has.
	fs-slice 23:40 01:11 piece*.fs | grep -vc '^#' >count
	[ "$(cat count)" -eq $((1200 * 3 + 598)) ]
	fs-slice 08:12:30 08:39:59 piece*.fs | grep -v '^#' >none || true
	expect_empty none
}

@test "pieces: a gap is drawn to the cell, where it covers no whole column too" {
	printf '# fs-folded="1"\n# wall="1795349400"\n0.5 cpu=0\tmain 1\n1.31 cpu=0\tmain 1\n' >a.fs
	printf '# fs-folded="1"\n# wall="1795349404"\n0.71 cpu=0\tmain 1\n1 cpu=0\tmain 1\n' >b.fs
	while IFS='|' read -r args path from to; do
		fs-heatmap $args a.fs b.fs >heat.svg
		[ "$(grep -c 'class="gap"' heat.svg)" -eq 1 ]
		expect_line heat.svg "^<path class=\"gap\" .* d=\"$path\"><title>.* of $from s to $to s<"
	done <<-END
		--rows 10|M1 4V10H4V7h1V0H2V4z|1.4|4.7
		--by cpu|M2 0H4V1H2z|2|4
		--column 10s --rows 100|M0 14H1V47H0z|1.4|4.7
		--column 10s --rows 10|M0 2H1V4H0z|2|4
	END
	fs-heatmap --column 10s --rows 3 a.fs b.fs >heat.svg
	refute grep -q 'class="gap"' heat.svg
	# Text has the same cells.
	COLUMNS=60 fs-heatmap --text --rows 10 a.fs b.fs | sed -n 's/^ *+\([0-9]*\) ms |\(.*\)|$/\2/p' >rows
	cell=$(($(head -1 rows | tr -d '\n' | wc -c) / 6))
	[ "$(tr -cd '~' <rows | wc -c)" -eq $((cell * (6 + 10 + 10 + 7))) ]
	# Half of a character is a sample's, the other nobody's.
	LC_ALL=C.UTF-8 COLORTERM=truecolor fs-heatmap --text --color always --rows 2 a.fs b.fs >map
	expect_line map "▀$(printf '\033')\[49m$(printf '\342\226\204')"
	# A text cut in two may be silent where it was cut, as it is elsewhere.
	printf '# fs-folded="1"\n# origin="7"\n# hostname="h"\n0.1\tmain 1\n0.5\tmain 1\n' >a.fs
	printf '# fs-folded="1"\n# origin="7"\n# hostname="h"\n0.9\tmain 1\n' >b.fs
	printf '# fs-folded="1"\n# origin="7"\n# hostname="h"\n0.901\tmain 1\n' >c.fs
	fs-heatmap a.fs b.fs >heat.svg
	refute grep -q 'class="gap\|data-gaps' heat.svg
	fs-heatmap a.fs c.fs >heat.svg
	expect_line heat.svg 'class="gap".* of 0.52 s to 0.9 s<'
	# A recording of two minutes an hour is no stall of fifty-eight.
	awk 'BEGIN { print "# fs-folded=\"1\"\n# wall=\"1795348800\""; for (i = 0; i < 120; i++) print i "\tmain 1" }' >h0.fs
	sed 's/1795348800/1795352400/' h0.fs >h1.fs
	fs-heatmap --column 1h h0.fs h1.fs >heat.svg
	expect_line heat.svg 'class="gap".* of 144 s to 3600 s<'
}

@test "pieces: the heat map has their gaps" {
	twelve_hours
	map --column 1m piece*.fs >all.svg
	cat piece*.fs | map --column 1m >cat.svg
	same all.svg cat.svg
	# As one stream with the shifts worked out by awk.
	awk 'FNR == 1 { base = piece * 1800; piece++ }
		!/^#/ { split($0, p, "\t"); printf "%.6f\t%s\n", p[1] + base, p[2] }' piece*.fs >one.fs
	map --column 1m one.fs >one.svg
	same <(inked one.svg) <(inked all.svg)
	# From the cell after that of the last sample of each piece to that of the first of the next.
	[ "$(grep -c '^<path class="gap"' all.svg)" -eq 23 ]
	expect_line all.svg 'class="gap".*nothing is known of 120 s to 1800 s<'
	refute grep -q 'class="gap"' one.svg
	# Of the slice as of the whole.
	fs-slice 03:00 06:00 piece*.fs >sliced.fs
	map --column 1m sliced.fs >sliced.svg
	awk -F'\t' '$1 >= 13799.75 && $1 < 24599.75' one.fs | map --column 1m >expected.svg
	[ "$(inked expected.svg | wc -l)" -ge 1 ]
	same <(inked expected.svg) <(inked sliced.svg)
}

@test "pieces: slicing in two steps is slicing at once" {
	twelve_hours
	fs-slice 03:00 06:00 piece*.fs >wide.fs
	fs-slice 04:10:30 04:11 wide.fs | grep -v '^#' >twice
	fs-slice 04:10:30 04:11 piece*.fs | grep -v '^#' >once
	[ "$(wc -l <once)" -eq 300 ]
	same once twice
	fs-slice -v 04:10:30 04:11 wide.fs | fs-fold >rest
	fs-fold rest once | same - <(fs-fold wide.fs)
	# By seconds from the same second 0, and in a file of its own.
	fs-slice 18029.75 18059.75 wide.fs | grep -v '^#' | same - once
	# The heat map of a slice of a slice.
	map <(fs-slice 04:10:30 04:11 wide.fs) >two.svg
	map <(fs-slice 04:10:30 04:11 piece*.fs) >one.svg
	same one.svg two.svg
}

@test "pieces: those of the profiler's clock alone, of one host" {
	printf '# fs-folded="1"\n# origin="100"\n# hostname="db1"\n0.5\ta;x 1\n' >a.fs
	printf '# fs-folded="1"\n# origin="7300"\n# hostname="db1"\n0.5\ta;y 1\n' >b.fs
	fs-slice 2h +1s a.fs b.fs | tail -1 | grep -qx $'0.5\ta;y 1'
	fs-slice @7300 +1s b.fs a.fs | grep -v '^#' | grep -qx $'0.5\ta;y 1'
}

@test "pieces: one that fits on no axis is an error that names both" {
	printf '# fs-folded="1"\n# origin="100"\n# hostname="db1"\n0.5\ta;x 1\n' >a.fs
	printf '# fs-folded="1"\n# origin="100"\n# hostname="db2"\n0.5\ta;y 1\n' >b.fs
	for command in 'fs-slice 0 1' fs-heatmap; do
		run_split $command a.fs b.fs
		expect_status 1
		expect_line stderr 'b\.fs:4: this stream (host db2) and that of a\.fs:1 (host db1)'
		run_split $command <(cat a.fs b.fs)
		expect_status 1
		expect_line stderr ':8: this stream (host db2) and that of .*:1 (host db1)'
	done
	# With wall clocks they have one.
	sed -i.old '2a\
# wall="1795346990"' a.fs
	sed -i.old '2a\
# wall="1795346993"' b.fs
	fs-slice 3 4 a.fs b.fs | tail -1 | grep -qx $'0.5\ta;y 1'
	# What has no time has no axis either.
	fs-fold a.fs b.fs | same - <(printf 'a;x 1\na;y 1\n')
}

@test "pieces: a wall clock's times and a monotonic clock's are not one axis" {
	printf '# fs-folded="1"\n# origin="1795346990"\n# wall="1795346990"\n0.5\ta;x 1\n' >a.fs
	printf '# fs-folded="1"\n# origin="1849"\n0.5\ta;y 1\n' >b.fs
	run_split fs-heatmap a.fs b.fs
	expect_status 1
	expect_line stderr 'b\.fs:3: this stream'
}

@test "pieces: of one host, but counted by different clocks, are not one axis" {
	printf '# fs-folded="1"\n# origin="100"\n# clock="monotonic"\n# wall="5000"\n# hostname="db1"\n0.5\ta;x 1\n' >a.fs
	printf '# fs-folded="1"\n# origin="7300"\n# hostname="db1"\n0.5\ta;y 1\n' >b.fs
	for command in 'fs-slice 0 1' fs-heatmap; do
		run_split $command a.fs b.fs
		expect_status 1
		expect_line stderr 'b\.fs:4: this stream (host db1) and that of a\.fs:1 (host db1)'
	done
	sed -i.old '2a\
# clock="monotonic"' b.fs
	fs-slice 2h +1s a.fs b.fs | tail -1 | grep -qx $'0.5\ta;y 1'
	# perf tells its clock in the header.
	printf '# ========\n# hostname : db1\n# clockid: monotonic (1)\n# ========\n#\nx 1 [000] 3.000001: 1 cycles: \n\t%16x f (/bin/x)\n\n' 1 >perf
	fs-parse -q perf | grep -qx '# clock="monotonic"'
}

@test "pieces: of one text, cut anywhere between samples and parsed with one origin, are the whole" {
	fs-parse -q "$(app_perf)" >whole.fs
	origin=$(sed -n 's/^# origin="\(.*\)"$/\1/p' whole.fs)
	for n in 100 555 1000; do
		rm -f part*
		split_app $n
		for part in part*.perf; do
			fs-parse -q --origin "$origin" "$part" >"${part%.perf}.fs"
		done
		[ "$(ls part*.fs | wc -l)" -ge 2 ]
		cat part*.fs | grep -v '^#' | same - <(grep -v '^#' whole.fs)
		cat part*.fs | fs-fold | same - <(fs-fold whole.fs)
		map part*.fs >parts.svg
		map whole.fs | diff - parts.svg
		fs-slice 5.58 +80ms part*.fs | fs-fold | same - <(fs-slice 5.58 +80ms whole.fs | fs-fold)
		fs-slice 12:10:22 +1s part*.fs | fs-fold | same - <(fs-slice 12:10:22 +1s whole.fs | fs-fold)
	done
	# Without it their beginnings would not agree, and that is seen.
	fs-parse -q part01.perf >part01.fs
	run_split fs-heatmap part00.fs part01.fs
	expect_status 1
	expect_line stderr 'one --origin for the parts of a text'
}

@test "pieces: --origin is what times count from, whatever the first sample" {
	printf 'a  1 [000] 10.500000:   1 cycles: \n\t          401136 f+0x6 (/a)\n\n' >in
	fs-parse --origin 4 in | grep -qx $'6.500000 cpu=0 tid=1\ta;f 1'
	fs-parse --origin 4 in | grep -qx '# origin="4"'
	fs-parse --origin 12.25 in | grep -qx -- $'-1.750000 cpu=0 tid=1\ta;f 1'
	# The wall is that of second 0, too.
	fs-parse --origin 4 --wall 10=1795346990 in | grep -qx '# wall="1795346984"'
	sed 's/10\.5/1795346990.5/' in | fs-parse --origin 1795346900 | grep -qx '# wall="1795346900"'
	run_split fs-parse --origin 10s in
	expect_status 2
	expect_line stderr "^fs-parse: --origin: '10s' is no time in seconds"
}

@test "pieces: several raw texts go on the first one's axis, each with its own columns" {
	printf 'a  1 [000] 10.500000:   1 cycles: \n\t          401136 f+0x6 (/a)\n\n' >one
	printf 'b 12/13 12.250000001: cycles: \n\t          401136 g (/a)\n\n' >two
	run_split fs-parse one two
	grep -v '^#' stdout >got
	printf '0.500000 cpu=0 tid=1\ta;f 1\n2.250000001 tid=12/13\tb;g 1\n' | same - got
	# Cut from one text, the header is the first one's alone.
	split_app 300
	fs-parse -q part*.perf | grep -v '^#' | same - <(fs-parse -q "$(app_perf)" | grep -v '^#')
}

@test "pieces: raw texts of different hosts want their wall clocks" {
	text() {
		printf '# ========\n# hostname : %s\n' "$1"
		[ -z "$3" ] || printf '# reference time: x = %s (TOD) = 1 (monotonic)\n' "$3"
		printf '# ========\n#\n%s  1 [000] %s:   1 cycles: \n\t          401136 f+0x6 (/a)\n\n' "$1" "$2"
	}
	text db1 10.500000 '' >a
	text db2 12.500000 '' >b
	run_split fs-parse a b
	expect_status 1
	expect_line stderr '^fs-parse: b: this text and a do not both tell their wall clock'
	text db1 10.500000 1795346990 >a
	text db2 12.500000 1795347000 >b
	# 12.5 there is 1795347011.5, which is 22.5 here, where second 0 is 10.
	fs-parse a b | grep -v '^#' >got
	printf '0.500000 cpu=0 tid=1\tdb1;f 1\n12.500000 cpu=0 tid=1\tdb2;f 1\n' | same - got
	# Clocks are known more finely than times are printed; nothing of that is cut off.
	text db2 12.500000 1795347000.000000123 >b
	fs-parse a b | tail -2 | grep -q '^12\.500000123 '
	for one in a b; do fs-parse $one >$one.fs; done
	for range in '12.500000122 +1ns' '12.500000123 +1ns'; do
		# shellcheck disable=SC2086
		fs-slice $range a.fs b.fs | fs-fold | same - <(fs-parse a b | fs-slice $range | fs-fold)
	done
}

@test "pieces: a text with times and one without are not one stream" {
	printf 'a 1 [000] 100.500000: 1 cycles: \n\t          401136 f (/bin/a)\n\n' >timed
	printf 'a 1 [000]        1 cycles: \n\t          401136 f (/bin/a)\n\n' >untimed
	run_split fs-parse timed untimed
	expect_status 1
	expect_line stderr 'fs-parse: untimed: it tells no times, and what stands before it does; parse them apart, or with --no-time'
	refute grep '^# end' stdout
	run_split fs-parse untimed timed
	expect_status 1
	expect_line stderr 'fs-parse: timed: it tells times, and what stands before it does not;'
	fs-parse -q --no-time timed untimed | same - <(printf 'a;f 1\na;f 1\n')
}

@test "pieces: samples and periods do not add up" {
	printf 'a 1 [000] 100.500000:   7000 cycles: \n\t          401136 f (/bin/a)\n\n' >perf
	fs-parse -q perf >samples.fs
	fs-parse -q --weight period perf >periods.fs
	for program in fs-fold fs-svg fs-heatmap 'fs-slice 0 1'; do
		run_split $program samples.fs periods.fs
		expect_status 1
		expect_line stderr 'periods\.fs.*: it counts samples, and a stream before it periods, or the other way round'
		refute grep -q svg stdout
	done
	fs-fold periods.fs periods.fs | same - <(printf 'a;f 14000\n')
}

@test "pieces: a version of the format that is not known is refused" {
	printf '# fs-folded="2"\n0.5\ta 1\n' >in
	for program in fs-fold fs-svg fs-heatmap 'fs-slice 0 1'; do
		run_split $program in
		expect_status 1
		expect_line stderr 'in.*: its format is of a version that this program does not know'
	done
}
