#!/usr/bin/env bats
# fs-heatmap: the counts behind the colours, what it refuses, and what its script works out.

load helper

# Prints `column row count` of each cell that is not empty, as the script of a picture would see it.
cells() {
	first=$(sed -n 's/.*<metadata.* data-first="\([-0-9]*\)".*/\1/p' "$1")
	sed -n 's/.*<metadata class="counts"[^>]*>\([^<]*\)<.*/\1/p' "$1" | tr ';' '\n' | awk -v column="$first" '
		/^\*[0-9]*$/ { column += substr($0, 2); next }
		NF { n = split($0, part, ","); row = 0
			for (i = 1; i <= n; i++) { runs = split(part[i], run, "*") > 1 ? run[2] : 1
				for (; runs > 0; runs--) { if (run[1]) print column, row, run[1]; row++ } }
			column++ }'
}

# The same from what is drawn, in a map of so few counts that each has a colour of its own.
ink() {
	first=$(sed -n 's/.*<metadata.* data-first="\([-0-9]*\)".*/\1/p' "$1")
	sed -n 's/^<path class="l\([0-9]*\)"[^>]* d="M.5.5\([^"]*\)".*/\1 \2/p' "$1" | sed 's/m/\nm/g' | awk -v first="$first" '
		/^[0-9]/ { level = $1; x = y = 0; next }
		{ right = /h/; up = /v/; gsub(/[mvhz]/, " "); gsub(/-/, " -"); x += $1; y += $2
			print x + first, y, level
			for (i = $3; i > 0; i--) print (x += right) + first, y += up, level }' | sort -k1,1n -k2,2n
}

# A profile of 40 seconds and some: one burst, quiet elsewhere, times out of order.
profile() {
	awk 'BEGIN {
		srand(11)
		for (i = 0; i < 3000; i++) {
			t = i % 3 ? int(rand() * 40000000) : 12340000 + int(rand() * 80000)
			printf "%d.%06d cpu=%d\tapp;main;f%d %d\n", t / 1000000, t % 1000000, i % 4, i % 7, 1 + i % 2
		}
	}'
}

@test "fs-heatmap: each cell is what awk counts, in numbers and in ink" {
	profile | head -1500 >run.fs
	fs-heatmap run.fs >heat.svg
	cells heat.svg >got
	awk -F'[. \t]' '{ n[$1 " " int($2 / 20000)] += $NF } END { for (c in n) print c, n[c] }' run.fs |
		sort -k1,1n -k2,2n >want
	same want got
	[ "$(awk '{ sum += $3 } END { print sum }' got)" = "$(awk '{ sum += $NF } END { print sum }' run.fs)" ]
	# No cell has more than 32, but for those of the burst.
	fs-heatmap --drop 'f[0-5]' run.fs >few.svg
	cells few.svg | awk '$3 > 32' >hot
	if [ -s hot ]; then
		fs-slice --drop 'f[0-5]' -v 12.34 12.44 run.fs | fs-heatmap >few.svg
	fi
	cells few.svg >want
	[ -s want ]
	ink few.svg >got
	same want got
}

@test "fs-heatmap: each cell of the recorded incidents is perf's own count" {
	shared
	for name in incident-99 incident-99-noisy incident-999; do
		fs-parse -q --idle keep "$(corpus incident/$name.perf)" | fs-heatmap >heat.svg
		cells heat.svg >got
		gzip -dc "$SHARED/corpus/incident/$name.heat50.tsv.gz" |
			awk 'NR > 1 && $3 > 0 { print $1, $2, $3 }' | sort -k1,1n -k2,2n >want
		same want got
		# perf's count of all, in which the cells have no part.
		all=$(awk -F'\t' -v text="incident/$name" '$1 == text { print $2 }' "$SHARED/corpus/counts.tsv")
		[ -n "$all" ] || all=$(awk -F'\t' '$1 == "(all)" { print $2 }' "$SHARED/corpus/incident/$name.functions.tsv")
		[ "$(awk '{ sum += $3 } END { print sum }' got)" -eq "$all" ]
		expect_line heat.svg ">${all%???},${all: -3} samples from 0 s "
	done
}

@test "fs-heatmap: each cell of the bundled profiles is what their headers tell" {
	for name in app:1364 incident-99-app:12844; do
		gzip -dc "$TESTS/data/${name%:*}.perf.gz" >perf
		# The time of a header, the one field of this form, from the second of the first one on.
		awk '/^[^#\t]/ {
			for (i = 1; i <= NF; i++)
				if ($i ~ /^[0-9]+\.[0-9][0-9][0-9][0-9][0-9][0-9]:$/) {
					split($i, t, "[.:]")
					first = n++ ? first : t[1]
					cell[t[1] - first " " int(t[2] / 20000)]++
				}
		} END { for (c in cell) print c, cell[c] }' perf | sort -k1,1n -k2,2n >want
		fs-parse -q --idle keep perf | fs-heatmap >heat.svg
		cells heat.svg >got
		same want got
		all=${name#*:}
		[ "$(awk '{ sum += $3 } END { print sum }' got)" -eq "$all" ]
		expect_line heat.svg ">${all%???},${all: -3} samples from 0 s "
	done
}

@test "fs-heatmap: what is drawn of the bundled profile are its cells, more samples at a higher level" {
	fs-parse -q "$(app_perf)" >app.fs
	fs-heatmap app.fs >heat.svg
	cells heat.svg >counts
	[ "$(awk '{ sum += $3 } END { print sum }' counts)" -eq "$(grep -c '^[0-9]' app.fs)" ]
	ink heat.svg >drawn
	diff <(cut -d' ' -f1,2 counts) <(cut -d' ' -f1,2 drawn)
	# Levels are in the order of counts, and each count has one.
	paste -d' ' counts drawn | awk '{ print $3, $6 }' | sort -u -k1,1n -k2,2n >levels
	[ "$(cut -d' ' -f1 levels | uniq -d | wc -l)" -eq 0 ]
	sort -n -k2,2 -s levels | diff - levels
}

@test "fs-heatmap: the order of lines, the size of blocks and the run make no difference" {
	profile >run.fs
	fs-heatmap <run.fs >heat.svg
	fs-heatmap - <run.fs >again.svg
	same heat.svg again.svg
	fs-heatmap run.fs | sed 's/ run.fs |/ FILE |/; /^<text.*>run.fs<\/text>$/d' >again.svg
	same heat.svg again.svg
	sort -t. -k1,1nr -k2,2 run.fs | fs-heatmap >sorted.svg
	same heat.svg sorted.svg
	for size in 1 7 4096; do
		fs-heatmap --block-size $size <run.fs >blocks.svg
		same heat.svg blocks.svg
	done
}

@test "fs-heatmap: a sample on a whole second begins a column" {
	printf '%s\tmain;a 1\n' 0.5 1.999999999 2 2.000000000 3.000000 >run.fs
	fs-heatmap run.fs >heat.svg
	cells heat.svg >got
	printf '0 25 1\n1 49 1\n2 0 2\n3 0 1\n' >want
	same want got
}

@test "fs-heatmap: one sample is a map of one column" {
	printf '7.123456\tmain 1\n' | fs-heatmap >heat.svg
	cells heat.svg >got
	expect_text got '7 6 1'
	expect_line heat.svg '>1 sample from 7 s to 8 s'
}

@test "fs-heatmap: times below second 0 have columns of their own" {
	printf '%s\tmain;a 1\n' -0.000001 -1 -1.000001 0 >run.fs
	fs-heatmap run.fs >heat.svg
	cells heat.svg >got
	printf '%s\n' '-2 49 1' '-1 0 1' '-1 49 1' '0 0 1' >want
	same want got
}

@test "fs-heatmap: borders of rows are whole nanoseconds, rounded up" {
	printf '%s\tmain 1\n' 0.033333333 0.033333334 0.066666666 0.066666667 0.999999999 >run.fs
	fs-heatmap --rows 30 run.fs >heat.svg
	cells heat.svg >got
	printf '0 0 1\n0 1 2\n0 2 1\n0 29 1\n' >want
	same want got
}

@test "fs-heatmap: 30 hours of times with nine decimals are counted to the nanosecond" {
	awk 'BEGIN { srand(9); for (i = 0; i < 4000; i++) printf "%d.%09d\tmain %d\n", rand() * 108000, rand() * 1000000000, 1 + i % 3
		# On and before the borders of rows, and of columns.
		for (i = 1; i < 1260; i += 7) {
			border = i * 600000000000 / 7
			border = border > int(border) ? int(border) + 1 : border
			for (t = border - 1; t <= border; t++)
				printf "%d.%09d\tmain 1\n", int(t / 1000000000), t % 1000000000
		} }' >run.fs
	for told in '' '--rows=7'; do
		rows=${told:+7}
		rows=${rows:-50}
		fs-heatmap ${told:+"$told"} run.fs >heat.svg
		expect_line heat.svg "180 columns of 10m, $rows rows"
		cells heat.svg >got
		awk -F'[.\t ]' -v rows=$rows '{ n[int($1 / 600) " " int(($1 % 600 * 1000000000 + $2) * rows / 600000000000)] += $NF }
			END { for (c in n) print c, n[c] }' run.fs | sort -k1,1n -k2,2n >want
		same want got
	done
}

@test "fs-heatmap: an hour without samples is a gap that takes no room in the file" {
	printf '1.5\tmain 1\n3601.5\tmain 2\n' >run.fs
	fs-heatmap --column 1s run.fs >heat.svg
	cells heat.svg >got
	printf '1 25 1\n3601 25 2\n' >want
	same want got
	expect_line heat.svg '3,601 columns of 1s'
	[ "$(sed -n 's/.*<metadata class="counts"[^>]*>\([^<]*\)<.*/\1/p' heat.svg)" = '*25,1;*3599;*25,2;' ]
	[ "$(fs-heatmap --no-javascript run.fs | wc -c)" -lt 15000 ]
}

@test "fs-heatmap: pieces of one profile stand on one axis" {
	printf '# fs-folded="1"\n# origin="100"\n# hostname="h"\n1.5\tmain 1\n' >a.fs
	printf '# fs-folded="1"\n# origin="103"\n# hostname="h"\n1.5\tmain 2\n' >b.fs
	fs-heatmap a.fs b.fs >heat.svg
	cells heat.svg >got
	printf '1 25 1\n4 25 2\n' >want
	same want got
	cat a.fs b.fs | fs-heatmap >heat.svg
	cells heat.svg >got
	same want got
}

@test "fs-heatmap: --column makes columns of any length from 10ms to 1d" {
	printf '%s\tmain 1\n' 0 59.9 60 119.9 >run.fs
	fs-heatmap --column 1m --rows 6 run.fs >heat.svg
	cells heat.svg >got
	printf '0 0 1\n0 5 1\n1 0 1\n1 5 1\n' >want
	same want got
	expect_line heat.svg '>+60 s<'
	printf '%s\tmain 1\n' 0 0.0099 0.010 0.0349 | fs-heatmap --column 10ms --rows 10 >heat.svg
	cells heat.svg >got
	printf '0 0 1\n0 9 1\n1 0 1\n3 4 1\n' >want
	same want got
	for bad in 9ms 2d 1 s 1.5s -1s 1x ''; do
		run_split fs-heatmap --column "$bad" run.fs
		expect_status 2
		expect_line stderr '10ms to 1d'
	done
}

@test "fs-heatmap: a column a day and 200,000 columns apart, but no more" {
	printf '0\tmain 1\n199999.9\tmain 1\n' >run.fs
	fs-heatmap --column 1s run.fs >heat.svg
	cells heat.svg >got
	printf '0 0 1\n199999 45 1\n' >want
	same want got
	printf '200000\tmain 1\n' >>run.fs
	run_split fs-heatmap --column 1s run.fs
	expect_status 1
	expect_text stderr 'fs-heatmap: 200001 columns of 1s are more than 200000: choose longer ones (--column 10s), or cut out a range with fs-slice'
	fs-heatmap --column 10s run.fs >heat.svg
}

@test "fs-heatmap: times that are years apart take no memory" {
	printf '%d000000000\tmain 1\n' 1 2 3 4 5 6 7 8 >run.fs
	# A sanitizer reserves memory without bounds: there, it is only seen that nothing is written.
	sanitized || ulimit -v 65536 || skip 'no limit on memory here'
	run_split fs-heatmap --column 1s run.fs
	expect_status 1
	expect_line stderr 'columns of 1s are more than 200000'
	refute grep -q 'memory' stderr
	run_split fs-heatmap run.fs
	expect_status 1
	expect_text stderr 'fs-heatmap: 81019 columns of 1d are more than 1500: cut out a range with fs-slice'
}

@test "fs-heatmap: --keep and --drop choose stacks, the map and its command say so" {
	profile >run.fs
	fs-heatmap --keep ';f1 *$' --keep ';f2$' --drop 'f2' run.fs >heat.svg
	[ "$(cells heat.svg | awk '{ sum += $3 } END { print sum }')" = "$(awk '/;f1 / { sum += $NF } END { print sum }' run.fs)" ]
	expect_line heat.svg 'kept ;f1 \*\$, ;f2\$ · dropped f2'
	expect_line heat.svg "data-before=\"fs-slice --keep=&#39;;f1 \*\\$&#39; --keep=&#39;;f2\\$&#39; --drop=f2 \""
	# The command is one that a shell can run.
	command=$(sed -n 's/.* data-before="\([^"]*\)" data-after="\([^"]*\)".*/\112 13\2/p' heat.svg |
		sed "s/&#39;/'/g; s/&gt;/>/")
	eval "$command"
	expect_line flame.svg '>f1 '
	refute grep -q '>f[023456] ' flame.svg
	run_split fs-heatmap --keep nothing run.fs
	expect_status 1
	expect_empty stdout
	expect_text stderr 'fs-heatmap: no sample is wanted: nothing to draw'
	run_split fs-heatmap --keep '(' run.fs
	expect_status 2
}

@test "fs-heatmap: a line without a time says what is missing" {
	printf 'main;a 1\n' >run.folded
	run_split fs-heatmap run.folded
	expect_status 1
	expect_empty stdout
	expect_line stderr '^fs-heatmap: run.folded:1: .*no time.*perf script.*--no-timestamp'
}

@test "fs-heatmap: a broken line ends it, by name and number" {
	for broken in '2.5\tmain;a x' 'what is this' '2.5.5\tmain' '2.5\tmain;a 18446744073709551616'; do
		printf "1.5\tmain;a 1\n$broken\n3.5\tmain;a 1\n" >run.fs
		run_split fs-heatmap run.fs
		expect_status 1
		expect_empty stdout
		expect_text stderr 'fs-heatmap: run.fs:2: not a timed line'
	done
	printf '1.5\tmain;a 1\n2.5\tmain;a 1.5\n' >run.fs
	run_split fs-heatmap run.fs
	expect_status 1
	expect_text stderr 'fs-heatmap: run.fs:2: a cell counts no fractions, and this count has one'
}

@test "fs-heatmap: counts are of 64 bits, and their sum is" {
	printf '1.5\tmain;a 18446744073709551614\n1.5\tmain;b 1\n' >run.fs
	fs-heatmap run.fs >heat.svg
	cells heat.svg >got
	expect_line got '^1 25 18446744073709551615$'
	expect_line heat.svg '18,446,744,073,709,551,615'
	printf '9.5\tmain;b 1\n' >>run.fs
	run_split fs-heatmap run.fs
	expect_status 1
	expect_line stderr '^fs-heatmap: run.fs:3: .*past 64 bits'
}

@test "fs-heatmap: times at the ends of what can be told are drawn, or refused" {
	printf '9223372035.5\tmain 1\n' | fs-heatmap --column 1s >heat.svg
	expect_line heat.svg '>1 sample from 9223372035 s to 9223372036 s'
	printf -- '-9223372035.5\tmain 1\n' | fs-heatmap --column 1s >heat.svg
	expect_line heat.svg '>1 sample from -9223372036 s to -9223372035 s'
	for time in 9223372035.9 -9223372035.999999999; do
		printf '%s\tmain 1\n' $time >run.fs
		run_split fs-heatmap run.fs
		expect_status 1
		expect_line stderr '^fs-heatmap: run.fs:1: .*past 64 bits'
	done
	printf '9000000000\tmain 1\n' | fs-heatmap --column 1d >heat.svg
	expect_line heat.svg '1 column of 1d'
}

@test "fs-heatmap: of many streams, a few words are told" {
	for i in 1 2 3 4 5 6 7 8 9 10; do
		printf '# fs-folded="1"\n# wall="1436462077"\n# hostname="h%d"\n1.5\tmain 1\n# end="kept=1 idle=%d"\n' $((i / 2)) $i
	done >few.fs
	fs-heatmap few.fs >heat.svg
	expect_line heat.svg '>few.fs · h0, h1, h2, h3, h4, h5 · 55 idle samples left out<'
	sed 's/"h[0-9]*"/"again"/' few.fs | awk '/hostname/ { sub(/again/, "h" NR) } 1' >many.fs
	fs-heatmap --width 1200 many.fs >heat.svg
	expect_line heat.svg '>many.fs · h3, h8, h13, h18, h23, h28, h33, h38, \.\. · 55 idle'
}

@test "fs-heatmap: no sample is no picture, and the old file stays" {
	echo old >heat.svg
	: >empty.fs
	printf '# fs-folded="1"\n1.5\tmain 0\n' >zero.fs
	for input in empty.fs zero.fs; do
		run_split fs-heatmap -o heat.svg "$input"
		expect_status 1
		expect_text stderr 'fs-heatmap: no sample: nothing to draw'
		expect_text heat.svg old
		[ "$(ls -d heat.svg*)" = heat.svg ]
	done
	printf '1.5\tmain 1\n' | fs-heatmap -o heat.svg
	expect_line heat.svg '</svg>'
}

# Runs a command on a terminal of $1 columns and $2 lines, and prints what it wrote there.
on_terminal() {
	local size="cols $1 rows $2"
	shift 2
	script -qec "stty $size; $*" /dev/null </dev/null | tr -d '\r'
}

# Prints `column row level` of each cell of a map written as plain text, with $2 characters a
# column and rows of $3 ms; level is that of the ramp of shades.
shades() {
	awk -v cell="$2" -v row="$3" '
		/^ *\+[0-9.]+ ms \|/ {
			at = index($0, "|")
			offset[++n] = $1 + 0
			line[n] = substr($0, at + 1)
			sub(/\|$/, "", line[n])
			next
		}
		/^seconds / {
			sub(/^[^|]*\|/, "")
			first = $1 + 0
			for (i = 1; i <= n; i++)
				for (c = 0; c * cell < length(line[i]); c++) {
					level = index(" .:-=+*#%@", substr(line[i], c * cell + 1, 1)) - 1
					if (level > 0)
						print first + c, offset[i] / row, level
				}
			n = 0
		}' "$1" | sort -k1,1n -k2,2n
}

@test "fs-heatmap: as text, each cell is what awk counts" {
	profile | head -900 >run.fs
	COLUMNS=60 fs-heatmap --text --rows 25 run.fs >map
	awk -F'[. \t]' '{ n[$1 " " int($2 / 40000)] += $NF } END { for (c in n) print c, n[c] }' run.fs |
		sort -k1,1n -k2,2n >counts
	[ "$(sort -n -k3 counts | tail -1 | cut -d' ' -f3)" -gt 40 ]
	shades map 1 40 >got
	cut -d' ' -f1,2 counts >want
	cut -d' ' -f1,2 got | same - want
	# More samples are a darker shade, or the same.
	paste -d' ' counts got | awk '{ print $3, $6 }' | sort -k1,1n -k2,2n >levels
	sort -k2,2n -s levels | same - levels
	[ "$(cut -d' ' -f2 levels | sort -u | wc -l)" -ge 4 ]
	expect_line map 'hottest cell: '"$(sort -n -k3 counts | tail -1 | cut -d' ' -f3)"' at 12.3'
}

@test "fs-heatmap: as text, columns that do not fit go on in bands, and none is left out" {
	awk 'BEGIN { for (i = 34; i < 234; i++) printf "%d.%03d\tmain 1\n", i, i * 7 % 1000 }' >run.fs
	COLUMNS=80 fs-heatmap --text --rows 10 run.fs >map
	[ "$(grep -c '^seconds ' map)" = 3 ]
	refute grep -qE '.{81}' map
	expect_line map '^seconds  |34  *|40  *|50  *|60  *|70  *|80  *|90  *|100$'
	shades map 1 100 | cut -d' ' -f1,2 >got
	awk 'BEGIN { for (i = 34; i < 234; i++) print i, int(i * 7 % 1000 / 100) }' | same - got
	# What fits is one band, and few columns are wide ones.
	COLUMNS=220 fs-heatmap --text --rows 10 run.fs >map
	[ "$(grep -c '^seconds ' map)" = 1 ]
	shades map 1 100 | cut -d' ' -f1,2 | same - got
	fs-slice 34 54 run.fs | COLUMNS=80 fs-heatmap --text --rows 10 >map
	shades map 3 100 | cut -d' ' -f1,2 >few
	head -20 got | same - few
	# Ten seconds fill what they can of a wide terminal.
	fs-slice 34 44 run.fs | COLUMNS=200 fs-heatmap --text --rows 10 >map
	shades map 8 100 | cut -d' ' -f1,2 >few
	head -10 got | same - few
}

@test "fs-heatmap: as text, a gap of an hour is one line" {
	printf '1.5\tmain 1\n3601.5\tmain 2\n' | COLUMNS=80 fs-heatmap --text --column 1s --rows 10 >map
	[ "$(grep -c '^seconds ' map)" = 2 ]
	expect_line map '^no samples from 71 s to 3571 s$'
	[ "$(wc -l <map)" -lt 30 ]
}

@test "fs-heatmap: as text, the wall clock stands below the seconds, with its day" {
	printf '# fs-folded="1"\n# wall="1774745975.5"\n' >run.fs
	awk 'BEGIN { for (i = 10; i < 35; i++) printf "%d.2\tmain 1\n", i }' >>run.fs
	COLUMNS=100 fs-heatmap --text --rows 2 run.fs >map
	expect_line map '^\(.* - \)*2026-03-29$'
	expect_line map '^seconds  |10 *|15 *|20 *|25 *|30'
	# The column of second 10 begins at 59.5, which is told to the whole second.
	[ "$(date -u -d @1774745985 +%T)" = 00:59:45 ]
	expect_line map '^    UTC  |00:59:45 *|00:59:50 *|00:59:55 *|01:00:00 *|01:00:05'
	COLUMNS=100 TZ=CET-1CEST,M3.5.0,M10.5.0/3 fs-heatmap --local --text --rows 2 run.fs >map
	expect_line map '^  local  |01:59:45 *|01:59:50 *|01:59:55 *|03:00:00 *|03:00:05'
	sed 's/wall=/wall-about=/' run.fs | fs-heatmap --text --rows 2 >map
	expect_line map '^about UTC  |00:59:45'
	grep -v wall run.fs | fs-heatmap --text --rows 2 >map
	[ "$(grep -c '^ *UTC\|2026' map)" -eq 0 ]
}

@test "fs-heatmap: as text, what is above the scale and what lies between pieces is marked" {
	printf '# fs-folded="1"\n# wall="1795349400"\n0.5\tmain 1\n1.5\tmain 9\n' >a.fs
	printf '# fs-folded="1"\n# wall="1795349404"\n0.5\tmain 2\n' >b.fs
	COLUMNS=40 fs-heatmap --text --rows 1 --max 2 a.fs b.fs >map
	expect_line map '^  +0 ms |++++++!!!!!!~~~~~~~~~~~~@@@@@@|$'
	expect_line map ' 1 cell above 2'
	expect_line map '^samples in a cell  ++ 1  @@ 2$'
	expect_line map '^  !! more  ~~ between two pieces$'
	COLORTERM=truecolor fs-heatmap --text --color always --rows 1 --max 2 a.fs b.fs >map
	# Above the scale a colour of its own; of a gap, none.
	expect_line map "48;2;0;229;255m        $(printf '\033')\[[0-9;]*m                "
	fs-heatmap --text --rows 1 a.fs >map
	refute grep -q '[!~]' map
}

@test "fs-heatmap: as text, the command below cuts the hottest stretch out" {
	profile >run.fs
	fs-heatmap --text --keep ';f[0-9]$' run.fs >map
	command=$(grep '^fs-slice ' map)
	[ "$command" = "fs-slice --keep=';f[0-9]\$' 12.34 12.42 run.fs | fs-fold | fs-svg > flame.svg" ]
	eval "${command%% | *}" >cut.fs
	[ "$(grep -v '^#' cut.fs | awk '{ n += $NF } END { print n }')" = \
		"$(awk '$1 >= 12.34 && $1 < 12.42 { n += $NF } END { print n }' run.fs)" ]
	# The end of a column does not stop it; one cell that is hotter, elsewhere, is less.
	printf '%s\tmain %s\n' 0.5 1 3.94 2 3.96 9 3.99 6 4.00 8 4.03 9 4.05 1 7.2 11 >second.fs
	fs-heatmap --text second.fs >map
	expect_line map '^fs-slice 3.96 4.04 second.fs '
	# Of samples that stand out, theirs; where nothing does, the first of the hottest cells.
	sed 's/\(.*\) 11$/\1;gc 1/' second.fs >lit.fs
	fs-heatmap --text --highlight gc lit.fs >map
	expect_line map '^fs-slice 7.2 7.22 lit.fs '
	printf '%s\tmain 1\n' 0.5 1.5 2.5 | fs-heatmap --text >map
	expect_line map '^fs-slice 0.5 0.52 FILE '
	# Of rows that are no offsets, the second of the hottest cell.
	sed 's/\t/ cpu=1\t/' second.fs >cpu.fs
	fs-heatmap --text --by cpu cpu.fs >map
	expect_line map '^fs-slice 4 5 cpu.fs '
	eval "$command"
	expect_line flame.svg '</svg>'
	# A name that would have to be masked is in no command.
	printf '1.5\tmain 1\n' >"$(printf 'a\303\274.fs')"
	fs-heatmap --text a*.fs >map
	refute grep -q '^fs-slice' map
	LC_ALL=C.UTF-8 fs-heatmap --text a*.fs >map
	expect_line map "^fs-slice 1.5 1.52 '*a.*.fs'* | fs-fold"
}

@test "fs-heatmap: as text, the command draws a burst of garbage collection, not a long phase" {
	# Five seconds of start-up are hotter in sum, as is a job of a second and a half; tests/data/README.
	gzip -dc "$TESTS/data/incident-99-app.perf.gz" | fs-parse -q >app.fs
	fs-heatmap --text app.fs >map
	[ "$(sed -n '/^hottest burst: /{ s/.*: \([0-9.]*\) s to \([0-9.]*\) s, .*/\1 \2/; p; }' map | awk '{ print ($2 - $1 <= .1) }')" -eq 1 ]
	eval "$(grep '^fs-slice ' map)"
	eval "$(grep '^fs-slice ' map | sed 's/ | fs-svg.*//')" >folded
	awk '{ all += $NF } /;gc_collect;/ { gc += $NF } END { exit gc < all * .8 || all < 10 }' folded
	expect_line flame.svg '>gc_collect'
	# A terminal's rows are merged, and the burst is the same.
	needs script
	on_terminal 120 40 TERM=dumb fs-heatmap app.fs >merged
	expect_line merged 'a row is 40 ms'
	[ "$(grep '^fs-slice ' merged)" = "$(grep '^fs-slice ' map)" ]
	# Where nothing is as short, a phase is what is hottest: three seconds, and some that are quiet.
	awk 'BEGIN { srand(3); for (i = 0; i < 1500; i++) { n = i >= 500 && i < 650 ? 4 : rand() < .1
		if (n) printf "%.2f\tmain %d\n", i / 50 + .01, n } }' >phase.fs
	fs-heatmap --text phase.fs >map
	expect_line map '^hottest phase: 10 s to 13 s, 600 samples; its flame graph:$'
}

@test "fs-heatmap: as text, rows that are no offsets have their names, on any scale" {
	awk 'BEGIN { for (i = 0; i < 200; i++) printf "%d.%03d cpu=%d\tmain;f%d %d\n", i / 5, i % 5 * 200, int(i / 7) * 3 % 4, i % 3, 1 + i % 9 }' >run.fs
	COLUMNS=80 fs-heatmap --text --by cpu --column 1s --scale rank run.fs >map
	expect_line map '40 columns of 1s, 4 CPUs'
	awk -F'[. \t]' '{ sub("cpu=", "", $3); n[$3 " " $1] += $NF } END { for (c in n) print c }' run.fs | sort -n -k1,1 -k2,2 >want
	awk '/\|.*\|$/ && !/^ *seconds/ {
		match($0, /[0-9]+ *\|/)
		cpu = $0; sub(/ *\|.*/, "", cpu); sub(/.* /, "", cpu)
		line = $0; sub(/^[^|]*\|/, "", line); sub(/\|$/, "", line)
		for (i = 0; i < length(line); i++)
			if (substr(line, i + 1, 1) != " ")
				print cpu, i
	}' map | sort -n -k1,1 -k2,2 >got
	same want got
	# Each sign of the map is in the legend, in as many lines as that takes.
	COLUMNS=60 fs-heatmap --text --by cpu --column 2s run.fs >map
	grep '|$' map | sed 's/^[^|]*|//; s/|$//' | grep -o '[^ ]' | sort -u >signs
	[ "$(wc -l <signs)" -ge 7 ]
	sed -n '/^samples in a cell/,/^hottest/p' map | sed '/^hottest/d; s/^samples in a cell//' | grep -o '[^ 0-9] *[0-9]' | cut -c1 | sort -u >told
	same signs told
	# Two rows a character would leave one without its name.
	LC_ALL=C.UTF-8 fs-heatmap --text --color always --by cpu --column 1s run.fs >map
	[ "$(grep -c '^ *CPU [0-3] ' map)" = 4 ]
	refute grep -q "$(printf '\342\226\200')" map
	# What does not stand out is told apart.
	COLUMNS=80 fs-heatmap --text --highlight f1 --rows 10 run.fs >map
	grep '^ *+' map | tr -cd ',' | wc -c >commas
	[ "$(cat commas)" -eq "$(awk -F'[. \t]' '{ c = $1 " " int($2 / 100); n[c]++; if (/f1/) lit[c]++ } END { for (c in n) k += !lit[c]; print k }' run.fs)" ]
	COLUMNS=80 fs-heatmap --text --max 3 --rows 10 run.fs >map
	expect_line map '^samples in a cell.* @@ 3  !! more$'
}

@test "fs-heatmap: on a terminal it is text of the terminal's width, without being asked" {
	needs script
	profile >run.fs
	on_terminal 100 50 TERM=xterm NO_COLOR=1 COLUMNS=60 fs-heatmap --rows 25 run.fs >got
	COLUMNS=100 fs-heatmap --text --rows 25 run.fs >want
	same want got
	# A picture for a file is one, from a terminal too.
	on_terminal 100 50 fs-heatmap -o heat.svg run.fs >got
	expect_empty got
	expect_line heat.svg '</svg>'
}

@test "fs-heatmap: rows are merged to what a terminal's height holds, and it says so" {
	needs script
	profile >run.fs
	on_terminal 100 80 TERM=dumb fs-heatmap run.fs >got
	expect_line got 'a row is 20 ms'
	COLUMNS=100 fs-heatmap --text --rows 50 run.fs | same - got
	on_terminal 100 40 TERM=dumb fs-heatmap run.fs >got
	expect_line got 'a row is 40 ms'
	# The burst is told by the rows that were counted.
	COLUMNS=100 fs-heatmap --text --rows 25 run.fs | head -n -2 >want
	head -n -2 got | same want -
	# As many as were asked for are what there is.
	on_terminal 100 20 TERM=dumb fs-heatmap --rows 40 run.fs >got
	expect_line got 'a row is 25 ms'
}

@test "fs-heatmap: colours are for terminals that have them, and for those who ask" {
	needs script
	profile >run.fs
	escape=$(printf '\033')
	for quiet in TERM=dumb 'TERM=xterm NO_COLOR=1' 'TERM=xterm' 'TERM=xterm NO_COLOR=' 'TERM=xterm COLORTERM=24bit' \
		'TERM=xterm COLORTERM=truecolor'; do
		on_terminal 100 80 "$quiet" fs-heatmap run.fs >got
		case $quiet in
		*dumb | *=1) refute grep -q "$escape" got ;;
		*24bit | *truecolor)
			expect_line got "$escape\[48;2;29;32;36m"
			refute grep -q '[34]8;5' got
			;;
		*)
			expect_line got "$escape\[48;5;234m"
			refute grep -q '[34]8;2' got
			;;
		esac
	done
	on_terminal 100 80 TERM=xterm fs-heatmap --color never run.fs >got
	refute grep -q "$escape" got
	fs-heatmap --text run.fs >got
	refute grep -q "$escape" got
	NO_COLOR=1 TERM=dumb fs-heatmap --text --color always run.fs >got
	expect_line got "$escape\[48;5;234m"
	run_split fs-heatmap --color blue run.fs
	expect_status 2
}

# Prints `line column-of-text color` of each half of each character with a background, in
# 24 bits, of a coloured map of one band, from the bottom line, lower half first.
halves() {
	python3 -c '
import re, sys
lines = [l for l in open(sys.argv[1], encoding="utf8").read().split("\n") if re.match(r" *\+\d+ ms ", l)]
for n, line in enumerate(reversed(lines)):
	line = line[line.index("ms ") + 3:]
	pen = paper = None
	at = 0
	for code, character in re.findall("\x1b\\[([0-9;]*)m|(.)", line):
		if character:
			low, high = {" ": (paper, paper), "\u2580": (paper, pen), "\u2584": (pen, None)}[character]
			for half, color in (2 * n, low), (2 * n + 1, high):
				if color not in (None, "29;32;36"):
					print(at, half, color)
			at += 1
		elif code in ("39", "49"):
			pen, paper = (None, paper) if code == "39" else (pen, None)
		elif code[:5] == "38;2;":
			pen = code[5:]
		elif code[:5] == "48;2;":
			paper = code[5:]
		else:
			sys.exit("what is " + code)' "$1" | sort -k1,1n -k2,2n
}

@test "fs-heatmap: in colours, a character is two rows, of an odd number of them too" {
	needs python3
	profile | head -900 >run.fs
	for rows in 50 25; do
		awk -F'[. \t]' -v rows=$rows '{ n[$1 " " int($2 / 1000000 * rows)] += $NF } END { for (c in n) print c, n[c] }' run.fs |
			sort -k1,1n -k2,2n >counts
		COLORTERM=24bit LC_ALL=en_US.UTF-8 COLUMNS=60 fs-heatmap --text --color always --rows $rows run.fs >map
		[ "$(grep -c ' ms ' map)" -eq $(((rows + 1) / 2)) ]
		halves map >got
		cut -d' ' -f1,2 counts >want
		cut -d' ' -f1,2 got | same - want
		# One count has one colour.
		paste -d' ' counts got | awk '{ print $3, $6 }' | sort -u | cut -d' ' -f1 | uniq -d >torn
		expect_empty torn
		[ "$(cut -d' ' -f3 got | sort -u | wc -l)" -ge 4 ]
	done
}

@test "fs-heatmap: nothing that stands in a profile can speak to the terminal" {
	name=$(printf 'a\033[2Jb.fs')
	printf '# fs-folded="1"\n# hostname="\033]0;owned\007\302\2332J\342\200\256"\n# event="\377\001"\n1.5\tmain\033[31m 1\n' >"$name"
	for locale in C C.UTF-8; do
		LC_ALL=$locale fs-heatmap --text --title "$(printf '\033[5mT\177')" "$name" >map
		[ "$(LC_ALL=C tr -d '\n -~\302\267' <map | wc -c)" -eq 0 ]
		expect_line map '^?\[5mT?$'
		expect_line map '^a?\[2Jb.fs .* ?*\]0;owned?.*2J'
		refute grep -q '^fs-slice.*2J' map
		LC_ALL=$locale fs-heatmap --text --color always --title "$(printf '\033[5mT\177')" "$name" >map
		[ "$(sed 's/\x1b\[[0-9;]*m//g' map | LC_ALL=C tr -d '\n -~\302\267\342\226\204\200' | wc -c)" -eq 0 ]
		refute grep -q "$(printf '\033')"'\[5m' map
	done
}

@test "fs-heatmap: what the profile says of itself stands below the title" {
	printf '# fs-folded="1"\n# hostname="db7"\n# captured="Thu"\n# event="cycles"\n# weight="period"\n# range="1,2"\n1.5\tmain 250000\n# end="kept=1 idle=7781 other-event=3 disorder=0 bytes=9"\n' >run.fs
	fs-heatmap --width 1200 run.fs >heat.svg
	expect_line heat.svg '>run.fs · db7 · cycles · 7,781 idle samples left out · 3 samples of other events left out · range 1,2 · Thu<'
	expect_line heat.svg '>250,000 cycles from 1 s to 2 s'
	fs-heatmap --title T --subtitle S run.fs >heat.svg
	expect_line heat.svg '>T</text>'
	expect_line heat.svg '>S</text>'
	refute grep -q db7 heat.svg
}

@test "fs-heatmap: where the samples are from stands below the title, whatever the files are called" {
	mkdir sub
	name=$(printf 'sub/a<b>&"\033.fs')
	long=$(printf '%060d.fs' 0)
	for file in "$name" "$long" c.fs d.fs e.fs f.fs; do
		printf '1.5\tmain 1\n' >"$file"
	done
	fs-heatmap --width 1200 "$name" "$long" c.fs d.fs e.fs f.fs >heat.svg
	expect_line heat.svg "y=\"67\".*>a&lt;b&gt;&amp;&quot;$(printf '\357\277\275').fs, ${long:0:48}\.\., c.fs, d.fs and 2 more</text>\$"
	fs-heatmap <c.fs >heat.svg
	refute grep -q 'y="67"' heat.svg
	fs-heatmap c.fs - <d.fs >heat.svg
	expect_line heat.svg '>c.fs, -</text>$'
	fs-heatmap --text c.fs >map
	expect_line map '^c.fs$'
}

@test "fs-heatmap: what stands below the title takes the lines that it needs, and none is cut" {
	profile >run.fs
	for width in 480 720 1200 3000; do
		fs-heatmap --width $width --keep 'f[0-9]' --highlight 'f[12]' --max 2 run.fs >heat.svg
		sed -n 's/^<text x="24" y="[0-9]*" font-size="12" class="quiet"[^>]*>\([^<]*\)<\/text>$/\1/p' heat.svg >lines
		refute grep -qF '..' lines
		# At 7.32 pixels a letter, of a page or a window.
		awk -v width=$width '{ gsub(/·/, "."); exit length > ((width < 1200 ? width : 1200) - 48) / 7.32 }' lines
		paste -sd'|' lines | sed 's/|/ · /g' >"said$width"
	done
	same said480 said3000
	same said480 said1200
	expect_line said480 'hottest cell: .* samples that match f\[12\] · .* cells above 2 · run.fs · kept f\[0-9\]'
	[ "$(wc -l <lines)" -eq 2 ]
	# The cells begin below the last line.
	fs-heatmap --width 480 --keep 'f[0-9]' --highlight 'f[12]' --max 2 run.fs >heat.svg
	last=$(sed -n 's/^<text x="24" y="\([0-9]*\)" font-size="12".*/\1/p' heat.svg | tail -1)
	[ "$(sed -n 's/^<rect class="plot" x="92" y="\([0-9]*\)".*/\1/p' heat.svg)" -eq $((last + 19)) ]
}

@test "fs-heatmap: --width is the width; where a column would be less than two pixels, what to do" {
	printf '1.5\tmain 1\n' >one.fs
	fs-heatmap --width 800 one.fs >heat.svg
	expect_line heat.svg '^<svg .* width="800" '
	fs-heatmap --width 480 one.fs >heat.svg
	expect_line heat.svg '^<svg .* width="480" '
	printf '1.5\tmain 1\n3601.5\tmain 2\n' >hour.fs
	run_split fs-heatmap --column 1s --width 800 hour.fs
	expect_status 1
	expect_empty stdout
	expect_text stderr 'fs-heatmap: 3601 columns of 1s would be narrower than 2 pixels: choose longer ones (--column 1m), a wider picture (--width 7322), or cut out a range with fs-slice'
	# What it says does it, to the pixel.
	for args in '--column 1m --width 800' '--column 1s --width 7322' '--column 10s --width 842'; do
		fs-heatmap $args hour.fs >heat.svg
		expect_line heat.svg "^<svg .* width=\"${args##* }\" "
	done
	run_split fs-heatmap --column 1s --width 7321 hour.fs
	expect_status 1
}

well_formed() {
	python3 -c 'import sys, xml.parsers.expat as e; p = e.ParserCreate(); p.ParseFile(open(sys.argv[1], "rb"))' "$1"
}

@test "fs-heatmap: hostile names leave the picture well-formed" {
	needs python3
	name=$(printf 'a]]><b a="\047&\033\377.fs')
	printf '# fs-folded="1"\n# hostname="]]></metadata><script>\001\377"\n# event="\355\240\200<"\n1.5\t</svg> 1\n' >"$name"
	fs-heatmap --title ']]></title>"&' --subtitle "$(printf '</text>\177\300')" "$name" >heat.svg
	well_formed heat.svg
	fs-heatmap "$name" >heat.svg
	well_formed heat.svg
	refute grep -q '<script>.*left' heat.svg
	[ "$(grep -c '<script>' heat.svg)" = 4 ]
	# A name that a page cannot show is not put in the command.
	expect_line heat.svg 'data-after=" FILE | fs-fold'
}

@test "fs-heatmap: the command names the files so that a shell finds them" {
	for name in plain.fs 'with blank.fs' "it's.fs" '-dash.fs' 'a$b`c"d\e.fs' 'ü.fs'; do
		printf '1.5\tmain 1\n' >"./$name"
		fs-heatmap -- "$name" >heat.svg
		sed -n 's/.* data-after=" \([^"]*\) | fs-fold | fs-svg &gt; flame.svg".*/\1/p' heat.svg |
			sed "s/&#39;/'/g; s/&quot;/\"/g; s/&amp;/\&/g" >word
		eval "cat $(cat word)" >got || fail "$(cat word)"
		same "./$name" got
	done
	fs-heatmap plain.fs - <plain.fs >heat.svg
	expect_line heat.svg 'data-after=" plain.fs FILE |'
}

@test "fs-heatmap: without the script all is there but what only it needs" {
	profile >run.fs
	fs-heatmap run.fs >with.svg
	fs-heatmap --no-javascript run.fs >without.svg
	refute grep -qE '<script|<metadata|data-' without.svg
	grep '^<path class="l[0-9]' with.svg >with
	grep '^<path class="l[0-9]' without.svg >without
	same with without
	expect_line without.svg '<title>.* samples*</title></path>'
	expect_line without.svg 'samples in a cell'
	expect_line without.svg '>+1000 ms<'
	expect_line without.svg '>time in seconds<'
}

@test "fs-heatmap: the shape is told in words, for those who do not see it" {
	profile >run.fs
	fs-heatmap --no-javascript run.fs >heat.svg
	awk -F'[. \t]' '{ n[$1] += $NF } END { for (s in n) if (s > 0 && s < 39) print n[s], s }' run.fs >seconds
	busiest=$(sort -k1,1nr -k2,2n seconds | head -1)
	quietest=$(sort -k1,1n -k2,2n seconds | head -1)
	total=$(awk '{ n += $NF } END { print n }' run.fs)
	grouped=$(sed 's/\(.*[0-9]\)\([0-9]\{3\}\)$/\1,\2/' <<<"$total")
	most=$(sed 's/\(.*[0-9]\)\([0-9]\{3\}\)$/\1,\2/' <<<"${busiest% *}")
	expect_line heat.svg "^<desc>$grouped samples from 0 s to 40 s. Busiest: second ${busiest#* }, $most samples. Quietest: second ${quietest#* }, ${quietest% *} samples.</desc>$"
	printf '%s\tmain %s\n' 0 5 61 1 185 7 301 1 | fs-heatmap --column 1m >heat.svg
	expect_line heat.svg '^<desc>14 samples from 0 s to 360 s. Busiest column: from 180 s to 240 s, 7 samples. Quietest column: from 60 s to 120 s, 1 sample. 2 columns have none, in 2 gaps, the longest from 120 s to 180 s.</desc>$'
	printf '1.5\tmain 1\n3.5\tmain 1\n' | fs-heatmap >heat.svg
	expect_line heat.svg '^<desc>2 samples from 1 s to 4 s. Busiest: second 1, 1 sample. 1 column has none, from 2 s to 3 s.</desc>$'
	printf '%s\tmain 1\n' 0 3 7 8 13 15 | fs-heatmap >heat.svg
	expect_line heat.svg ' 10 columns have none, in 4 gaps, the longest from 9 s to 13 s.</desc>$'
	# What lies between two pieces is no stall.
	printf '# fs-folded="1"\n# origin="0"\n# hostname="h"\n1.5\tmain 1\n3.5\tmain 1\n' >a.fs
	sed 's/origin="0"/origin="20"/' a.fs | fs-heatmap a.fs - >heat.svg
	expect_line heat.svg ' 2 columns have none, in 2 gaps, the longest from 2 s to 3 s. 17 columns lie between two pieces: nothing is known of them.</desc>$'
}

@test "fs-heatmap: cells of one colour are one path, empty ones nothing" {
	awk 'BEGIN { for (i = 0; i < 1000; i++) printf "%d.%03d\tmain %d\n", i / 10, i % 10 * 100, 1 + i * 7919 % 1000 }' >run.fs
	fs-heatmap run.fs >heat.svg
	[ "$(grep -c '^<path class="l[0-9]' heat.svg)" -le 32 ]
	[ "$(sed -n '/^<path class="l[0-9]/p' heat.svg | grep -o 'm-*[0-9]*[- ][0-9]*z' | wc -l)" -eq 1000 ]
	# Ten rows of one count are one line.
	awk 'BEGIN { for (i = 0; i < 10; i++) printf "0.%03d\tmain 3\n", i * 20 }' | fs-heatmap >heat.svg
	expect_line heat.svg 'd="M.5.5m0 0v9"'
}

# Runs a piece of script beside those of a picture, as `model` and `words`.
in_node() {
	needs node
	cat "$ROOT/lib/picture/heatmap_model.js" "$ROOT/lib/picture/heatmap_words.js" >script.js
	node -e '
const fs = require("fs");
const code = fs.readFileSync(process.argv[1], "utf8") + ";[heatmapModel, heatmapWords]";
const [model, words] = require("vm").runInNewContext(code);
const same = (got, want) => {
	if (got === want)
		return;
	console.log("got", got, "and not", want);
	process.exitCode = 1;
};'"$1" script.js "$TESTS/data/rows.cases"
}

@test "fs-heatmap: the script's rows begin and end when those of the program do" {
	in_node '
let n = 0;
for (const line of fs.readFileSync(process.argv[2], "utf8").split("\n")) {
	const part = line.match(/^-?\d+ (\d+) (\d+): (-?\d+) (\d+) (-?\d+) (-?\d+)$/);
	if (!part)
		continue;
	const map = {column: BigInt(part[1]), rows: Number(part[2]), first: BigInt(part[3])};
	same(model.begin(map, 0, Number(part[4])), BigInt(part[5]));
	same(model.begin(map, 0, Number(part[4]) + 1), BigInt(part[6]));
	n++;
}
same(n > 100, true);'
}

@test "fs-heatmap: the script's selections are exact and in time order" {
	in_node '
const counts = model.columns(",2,,3;*2;18446744073709551615,1;");
const map = model.make({first: 34n, columns: 4, column: 1000000000n, rows: 50, hottest: 18446744073709551615n,
	cells: (column) => counts[column].split(",")});
const is = (a, b, account) => {
	const range = model.range(map, a, b);
	same(words.account(map, range), account);
	same(model.stepAt(map, range.from), a);
	same(model.stepAt(map, range.to - 1n), b);
	same(model.stepAt(map, range.to), Math.min(b + 1, 199));
};
is(1, 3, "selected 34.02 s to 34.08 s: 0.06 s, 5 samples, 83.3 a second, less than 1% of the average");
is(1, 1, "selected 34.02 s to 34.04 s: 0.02 s, 2 samples, 100 a second, less than 1% of the average");
is(49, 150, "selected 34.98 s to 37.02 s: 2.04 s, 18,446,744,073,709,551,615 samples, " +
	"9,042,521,604,759,584,125 a second, 196% of the average");
is(151, 199, "selected 37.02 s to 38 s: 0.98 s, 1 sample, 1 a second, less than 1% of the average");
is(3, 100, "selected 34.06 s to 36.02 s: 1.96 s, 3 samples, 1.5 a second, less than 1% of the average");
is(60, 90, "selected 35.2 s to 35.82 s: 0.62 s, 0 samples, 0 a second, 0% of the average");
// Between pieces nothing is known: of a second and a half in the second column, and of the last.
const pieces = model.make({first: 0n, columns: 4, column: 1000000000n, rows: 10, hottest: 9n,
	gaps: [[500000000n, 2000000000n], [3000000000n, 9000000000n]], cells: (column) => [column % 2 ? 0 : 3]});
const told = (a, b) => words.account(pieces, model.range(pieces, a, b));
same(told(0, 9), "selected 0 s to 1 s: 1 s, 0.5 s of them between pieces, 3 samples, 6 a second, 150% of the average");
same(told(20, 29), "selected 2 s to 3 s: 1 s, 3 samples, 3 a second, 75% of the average");
same(told(10, 19), "selected 1 s to 2 s: 1 s, 1 s of them between pieces, 0 samples");
same(told(0, 39), "selected 0 s to 4 s: 4 s, 2.5 s of them between pieces, 6 samples, 4 a second, 100% of the average");
same(words.cell(pieces, 1, 0), "1 s to 1.1 s, +0 ms: between pieces, nothing is known");
same(words.cell(pieces, 2, 1), "2.1 s to 2.2 s, +100 ms: 0 samples, 0% of the hottest cell");
same(words.seconds(-1500000000n), "-1.5");
same(words.seconds(-12000n), "-0.000012");
same(words.seconds(1795348020124311289n), "1795348020.124311289");
same(model.outline(map, 1, 3), "M0 1h1V4h-1z");
same(model.outline(map, 30, 110), "M0 30V50H2V11h1V0H1V30z");
const lanes = model.make({...map, by: "cpu", labels: ["0", "1"]});
same(model.outline(lanes, 1, 2), "M1 0H3V50H1z");
same(model.range(lanes, 0, 3).total, model.range(map, 0, 199).total);
same(model.range(lanes, 0, 0).total, 5n);
same(model.steps(lanes), 4);'
}

@test "fs-heatmap: the script can stand in a page" {
	for script in "$ROOT"/lib/picture/heatmap*.js; do
		refute grep -q ']]>' "$script"
		refute grep -qE 'eval|fetch|XMLHttp|import|innerHTML|https?://[^w]' "$script"
		refute LC_ALL=C grep -q '[^ -~	]' "$script"
	done
}
