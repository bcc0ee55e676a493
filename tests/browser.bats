#!/usr/bin/env bats
# Heat maps in a browser, and pictures without scripts: what they say and do under a real pointer and real keys.

load helper
load browser

# 113 seconds of a program, 5,063 samples: 113 columns of 50 rows.
setup_file() {
	browser_start
	# What the wall clock says is for one test to see.
	gzip -dc "$TESTS/data/incident-99-app.perf.gz" | fs-parse | grep -v '^# wall=' >"$BATS_FILE_TMPDIR/app.fs"
}

setup() {
	helper_setup
	browser_needed
	ln -s "$BATS_FILE_TMPDIR/app.fs" app.fs
}

# No test may leave a message of the browser's behind.
teardown() {
	expect_quiet
}

teardown_file() {
	browser_stop
}

# ---- heat maps ----

# Shows a heat map of $2 columns and $3 rows, in a window of $4 by $5 pixels.
show_map() {
	show "$1" "${4:-1300}" "${5:-900}"
	columns=${2:-113} rows=${3:-50}
	find_map
}

# Finds out where in the window the cells are.
find_map() {
	read -r left bottom width height < <(js '
		const box = document.querySelector("rect.plot").getBoundingClientRect();
		return [box.left, box.bottom, box.width, box.height].map(Math.round).join(" ")')
}

# Sets at to where the middle of a cell is.
cell() {
	at=($((left + (2 * $1 + 1) * width / (2 * columns)))
		$((bottom - (2 * $2 + 1) * height / (2 * rows))))
}

# Moves the pointer to a cell, clicks there, drags from one to another: `drag 19 11 20 3`.
point() {
	cell "$1" "$2"
	pointer to "${at[@]}"
}

click() {
	cell "$1" "$2"
	pointer to "${at[@]}" down up
}

drag() {
	local from
	cell "$1" "$2"
	from=("${at[@]}")
	cell "$3" "$4"
	pointer to "${from[@]}" down to "${at[@]}" up
}

HINT='click two cells, or drag, to select a range of time; or Tab, arrows and Enter'

# Milliseconds as seconds with no more decimals than it takes.
seconds() {
	awk -v ms="$1" 'BEGIN { ms = sprintf("%.3f", ms / 1000); sub(/\.?0+$/, "", ms); print ms }'
}

# What a cell of app.fs is to be told as; its hottest cells have 4 samples.
told() {
	local begin=$(($1 * 1000 + $2 * 20)) n
	n=$(counted $begin $((begin + 20)))
	printf '%s s to %s s, +%d ms: %d %s, %d%% of the hottest cell\n' "$(seconds $begin)" "$(seconds $((begin + 20)))" \
		$(($2 * 20)) "$n" "$([ "$n" = 1 ] && echo sample || echo samples)" $((n * 25))
}

# The number of samples in app.fs from $1 to $2 milliseconds.
counted() {
	awk -F '[.\t ]' -v from="$1" -v to="$2" '
		/^#/ { next }
		{ at = $1 * 1000000 + $2 }
		at >= from * 1000 && at < to * 1000 { n += $NF }
		END { print n + 0 }' app.fs
}

# What a selection of fewer than 1,000 samples from $1 to $2 milliseconds is to be told as.
account() {
	awk -v from="$1" -v to="$2" -v n="$(counted "$1" "$2")" '
		function seconds(ms) {
			ms = sprintf("%.3f", ms / 1000)
			sub(/\.?0+$/, "", ms)
			return ms
		}
		BEGIN {
			tenths = int(n * 10000 / (to - from))
			percent = int(n * 100 * 113000 / (5063 * (to - from)))
			printf "selected %s s to %s s: %s s, %d %s, %d%s a second, %s%% of the average\n", seconds(from),
				seconds(to), seconds(to - from), n, n == 1 ? "sample" : "samples", tenths / 10,
				tenths % 10 ? "." tenths % 10 : "", n && !percent ? "less than 1" : percent
		}'
}

# What the map says of a selection: its account and its command.
selection() {
	texts | grep -E '^(selected|fs-slice) ' || true
}

# The numbers of the first and the last cell that the mark of a selection covers, where it covers
# all between them too.
marked() {
	js 'const mark = [...document.querySelectorAll(".cells .mark")]
			.find((path) => path.getAttribute("fill") !== "none");
		const on = [];
		for (let cell = 0; cell < 113 * 50; cell++)
			if (mark.isPointInFill(new DOMPoint(Math.floor(cell / 50) + 0.5, cell % 50 + 0.5)))
				on.push(cell);
		const whole = on.length === on[on.length - 1] - on[0] + 1;
		return on.length === 0 ? "nothing" : whole ? on[0] + " " + on[on.length - 1] : "holes"'
}

@test "fs-heatmap: the cell under the pointer tells its second, milliseconds and samples" {
	fs-heatmap app.fs >heat.svg
	show_map heat.svg
	expect_shown "$HINT"
	# The last, which is empty, and some of 4, 1 and 2 samples.
	while read -r column row; do
		point "$column" "$row"
		expect_shown "$(told "$column" "$row")"
	done <<-END
		112 49
		0 6
		8 0
		19 0
	END
	[ "$(told 0 6)" = '0.12 s to 0.14 s, +120 ms: 4 samples, 100% of the hottest cell' ]
	pointer to 5 5
	expect_shown "$HINT"
}

@test "fs-heatmap: a cell that is not of a second tells when it begins and ends" {
	fs-heatmap --column 1m --rows 60 app.fs >heat.svg
	show_map heat.svg 2 60
	point 1 6
	n=$(counted 66000 67000)
	hottest=$(awk -F '[.\t ]' '!/^#/ { n[$1] += $NF } END { for (s in n) print n[s] }' app.fs | sort -n | tail -1)
	expect_shown "66 s to 67 s, +6 s: $n samples, $((n * 100 / hottest))% of the hottest cell"
}

@test "fs-heatmap: a drag over the end of a second selects what lies between in time" {
	fs-heatmap app.fs >heat.svg
	show_map heat.svg
	drag 19 11 20 3
	[ "$(selection)" = "$(account 19220 20080)
fs-slice 19.22 20.08 app.fs | fs-fold | fs-svg > flame.svg" ]
	[ "$(marked)" = "961 1003" ]
	# The higher row in the later column, and the columns between them whole.
	drag 23 28 26 38
	selection >got
	[ "$(head -1 got)" = "$(account 23560 26780)" ]
	[ "$(marked)" = "1178 1338" ]
}

@test "fs-heatmap: the command shown cuts out what the picture says, as the shell runs it" {
	fs-heatmap app.fs >heat.svg
	show_map heat.svg
	drag 19 11 20 3
	command=$(selection | sed -n 2p)
	n=$(counted 19220 20080)
	eval "${command%% | *}" >cut.fs
	[ "$(grep -vc '^#' cut.fs)" = "$n" ]
	eval "$command"
	show flame.svg
	expect_shown all
	expect_shown "$n samples"
}

# Copies the command of a drag over a map of $1 columns and $2 rows, from cell $3 $4 to $5 $6, has the
# shell run it, and holds the samples of what it cuts and draws against those that the map says.
copied_holds() {
	show_map heat.svg "$1" "$2"
	drag "$3" "$4" "$5" "$6"
	n=$(selection | sed -n '1s/.*, \([0-9,]*\) samples\{0,1\}, .*/\1/p' | tr -d ,)
	[ "$n" -gt 0 ]
	click_text copy
	command=$(pasted)
	eval "${command% | fs-svg *}" >folded
	[ "$(awk '{ n += $NF } END { print n + 0 }' folded)" -eq "$n" ]
	rm -f flame.svg
	eval "$command"
	expect_line flame.svg ">all ($(sed ':a;s/\B[0-9]\{3\}\>/,&/;ta' <<<"$n") sample"
}

@test "fs-heatmap: what is copied is what a shell runs, whatever the map was asked for" {
	fs-heatmap --keep 'app-gc|app-worker' --keep 'cron' --drop "it's|[\$]x" --drop idle app.fs >heat.svg
	copied_holds 113 50 8 2 35 44
	[ "${command:0:22}" = "fs-slice --keep='app-g" ]
	printf '20 21 one\n' >ranges.txt
	fs-heatmap --ranges ranges.txt --highlight gc app.fs >heat.svg
	copied_holds 113 50 20 30 21 10
	fs-heatmap --by thread --top 5 app.fs >heat.svg
	copied_holds 113 6 40 2 50 0
	fs-heatmap --by cpu --column 10s app.fs >heat.svg
	copied_holds 12 2 3 1 4 0
	# Two pieces ten seconds apart, of which the second's times are moved; names that mean much.
	fs-slice 0 20 app.fs >'a b;$(touch hit)&|.fs'
	fs-slice 20 40 app.fs >"-it's \"b\" *.fs"
	printf '# fs-folded="1"\n# origin="300"\n# hostname="h"\n1.5\tmain 3\n2.5\tmain 4\n' >'c`d\e.fs'
	printf '# fs-folded="1"\n# origin="310"\n# hostname="h"\n-0.5\tmain 5\n1.000000001\tmain 6\n' >"~f'g.fs"
	fs-heatmap -- 'a b;$(touch hit)&|.fs' "-it's \"b\" *.fs" >heat.svg
	copied_holds 40 50 18 3 22 45
	fs-heatmap 'c`d\e.fs' "~f'g.fs" >heat.svg
	copied_holds 11 50 1 25 8 25
	copied_holds 11 50 8 10 10 0
	[ "$n" -eq 11 ]
	[ ! -e hit ]
	fs-heatmap --local --rows 7 --column 250ms app.fs >heat.svg
	copied_holds 452 7 3 6 20 1
}

# Prints pairs of texts that stand on each other.
collisions() {
	js 'const seen = [...document.querySelectorAll("text")].filter((text) => text.textContent.trim() &&
			!text.closest("[visibility=hidden]") && text.getBoundingClientRect().width > 0);
		const box = (text) => text.getBoundingClientRect();
		// Letters are lower than the lines they stand in.
		const on = (a, b) => a.left < b.right && b.left < a.right && a.top + 3 < b.bottom - 3 && b.top + 3 < a.bottom - 3;
		return seen.flatMap((a, i) => seen.slice(i + 1).filter((b) => on(box(a), box(b)))
			.map((b) => a.textContent + " | " + b.textContent)).join("\n")'
}

@test "fs-heatmap: no text stands on another, of short profiles and narrow pages too" {
	{ printf '# fs-folded="1"\n# wall="1795349400"\n# hostname="db7"\n' && grep -v '^#' app.fs; } >walled.fs
	fs-slice 0 4 walled.fs >short.fs
	while read -r columns rows args; do
		eval "fs-heatmap $args" >heat.svg
		for size in 1300 700; do
			show_map heat.svg "$columns" "$rows" $size
			[ "$(collisions)" = "" ] || fail "$args" "$(collisions)"
			point $((columns / 2)) 0
			[ "$(collisions)" = "" ] || fail "hover: $args" "$(collisions)"
			drag 0 1 $((columns - 1)) 1
			[ "$(collisions)" = "" ] || fail "selected: $args" "$(collisions)"
		done
	done <<-END
		113 50 walled.fs
		4 50 short.fs
		4 50 --max 2 --highlight "'$(printf 'worker|%s' {a..z}{a..m})'" short.fs
		113 6 --by thread --top 5 --scale row --highlight "'app-gc|what is not there'" walled.fs
		113 50 --width 480 --max 2 --highlight main --keep app walled.fs
		4 50 --column 1s --scale log --max 1000000000 --width 480 short.fs
	END
}

@test "fs-heatmap: a drag backwards in time selects the same" {
	fs-heatmap app.fs >heat.svg
	show_map heat.svg
	drag 20 3 19 11
	[ "$(selection)" = "$(account 19220 20080)
fs-slice 19.22 20.08 app.fs | fs-fold | fs-svg > flame.svg" ]
	# Within a column too, from the later row down.
	drag 19 15 19 11
	[ "$(selection)" = "$(account 19220 19320)
fs-slice 19.22 19.32 app.fs | fs-fold | fs-svg > flame.svg" ]
	[ "$(marked)" = "961 965" ]
}

@test "fs-heatmap: two clicks select as a drag does, a third begins anew" {
	fs-heatmap app.fs >heat.svg
	show_map heat.svg
	drag 19 11 20 3
	selection >want
	press Escape
	click 19 11
	[ "$(selection | head -1)" = "$(account 19220 19240)" ]
	click 20 3
	selection >got
	same want got
	# What is selected stays when the pointer moves on.
	point 40 40
	selection >got
	same want got
	click 20 3
	[ "$(selection | head -1)" = "$(account 20060 20080)" ]
	click 19 11
	selection >got
	same want got
}

@test "fs-heatmap: an end of a selection is moved by dragging its cell, or by a click with Shift" {
	fs-heatmap app.fs >heat.svg
	show_map heat.svg
	drag 10 5 20 30
	drag 20 30 22 0
	[ "$(selection | head -1)" = "$(account 10100 22020)" ]
	# Past the other end, too.
	drag 10 5 30 49
	[ "$(selection | head -1)" = "$(account 22000 31000)" ]
	press_at() {
		perform key '{"type":"keyDown","value":"\ue008"},'
		click "$@"
		perform key '{"type":"keyUp","value":"\ue008"},'
	}
	press_at 24 10
	[ "$(selection | head -1)" = "$(account 24200 31000)" ]
	press_at 40 0
	[ "$(selection | head -1)" = "$(account 24200 40020)" ]
	# Whoever begins elsewhere, begins anew.
	drag 30 0 31 0
	[ "$(selection | head -1)" = "$(account 30000 31020)" ]
}

@test "fs-heatmap: a drag that ends outside of the map selects to its edge" {
	fs-heatmap app.fs >heat.svg
	show_map heat.svg
	cell 0 0
	pointer to "${at[@]}" down to 1290 20 up
	expect_shown 'selected 0 s to 113 s: 113 s, 5,063 samples, 44.8 a second, 100% of the average'
	expect_shown 'fs-slice 0 113 app.fs | fs-fold | fs-svg > flame.svg'
	[ "$(grep -vc '^#' app.fs)" = 5063 ]
	[ "$(marked)" = "0 5649" ]
	# One that begins there selects nothing.
	press Escape
	cell 9 9
	pointer to 20 20 down to "${at[@]}" up
	[ -z "$(selection)" ]
}

@test "fs-heatmap: Escape clears a selection, one that is half made too" {
	fs-heatmap app.fs >heat.svg
	show_map heat.svg
	drag 19 11 20 3
	expect_shown copy
	press Escape
	[ -z "$(selection)" ]
	refute_shown copy
	[ "$(marked)" = nothing ]
	# After the first of two clicks, the next is a first one again.
	click 19 11
	press Escape
	[ -z "$(selection)" ]
	click 20 3
	[ "$(selection | head -1)" = "$(account 20060 20080)" ]
	press Escape
	# In the middle of a drag.
	point 19 11
	pointer down
	point 20 3
	press Escape
	pointer up
	[ -z "$(selection)" ]
}

@test "fs-heatmap: a click copies the command, whole where it is shown cut" {
	fs-heatmap app.fs >heat.svg
	show_map heat.svg
	drag 19 11 20 3
	click_text copy
	expect_shown copied
	[ "$(selection | sed -n 2p)" = 'fs-slice 19.22 20.08 app.fs | fs-fold | fs-svg > flame.svg' ]
	[ "$(pasted)" = 'fs-slice 19.22 20.08 app.fs | fs-fold | fs-svg > flame.svg' ]
	long=$(printf '|none%s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25)
	fs-heatmap --keep "worker$long" app.fs >heat.svg
	show_map heat.svg
	drag 19 11 20 3
	selection | grep '^fs-slice.*\.\.$' >got
	click_text "$(cat got)"
	[ "$(pasted)" = "fs-slice --keep='worker$long' 19.22 20.08 app.fs | fs-fold | fs-svg > flame.svg" ]
}

@test "fs-heatmap: in a small window the cells are where they are seen" {
	fs-heatmap app.fs >heat.svg
	show_map heat.svg 113 50 600 500
	[ "$width" -lt 600 ]
	point 94 12
	expect_shown "$(told 94 12)"
	drag 94 12 95 12
	[ "$(selection | head -1)" = "$(account 94240 95260)" ]
}

@test "fs-heatmap: of a map wider than the window, what is said stays in sight" {
	fs-heatmap --width 4000 app.fs >heat.svg
	show_map heat.svg
	js 'scrollTo(2600, 0)' >/dev/null
	find_map
	point 94 12
	expect_shown "$(told 94 12)"
	drag 94 12 95 12
	[ "$(selection | head -1)" = "$(account 94240 95260)" ]
	expect_shown copy
	js 'scrollTo(0, 0)' >/dev/null
	[ "$(selection | head -1)" = "$(account 94240 95260)" ]
}

@test "fs-heatmap: hostile names are text, and the command still finds the file" {
	name='<script>hit=1<script> & "two" $(x) `y`; it'\''s.fs'
	sed -n '/app-worker/p; /^# fs/p; /^# origin/p' app.fs |
		sed '2a# hostname="<script>hit=1</script>&"' >"$name"
	fs-heatmap --title '</title><script>hit=1</script>"&amp;' --keep "<a onclick=\"hit=1\">'&|worker" \
		"$name" >heat.svg
	show_map heat.svg
	expect_shown '</title><script>hit=1</script>"&amp;'
	grep -F '<script>hit=1</script>&' shown
	drag 19 11 20 3
	command=$(selection | sed -n 2p)
	eval "${command%% | *}" >cut.fs
	[ "$(grep -vc '^#' cut.fs)" = "$(grep app-worker app.fs | awk '$1 >= 19.22 && $1 < 20.08' | wc -l)" ]
	[ "$(js 'return typeof hit + document.querySelectorAll("script").length')" = undefined4 ]
	[ "$(js 'return document.title')" = '</title><script>hit=1</script>"&amp;' ]
}

@test "fs-heatmap: the keyboard alone selects, steps, clears and copies" {
	fs-heatmap app.fs >heat.svg
	show_map heat.svg
	[ "$(js 'return document.querySelector(".cells .mark[visibility]").getAttribute("visibility")')" = hidden ]
	press Tab
	# What has the focus is seen, and its first cell told.
	[ "$(js 'return document.querySelector(".cells .mark[visibility]").getAttribute("visibility")')" = visible ]
	expect_shown "$(told 0 0)"
	for _ in 1 2 3; do press ArrowRight; done
	press ArrowUp
	expect_shown "$(told 3 1)"
	press PageDown
	press ArrowDown
	press ArrowDown
	# Below the first row of a column is the last of the one before.
	expect_shown "$(told 12 49)"
	[ -z "$(selection)" ]
	press Enter
	[ "$(selection | head -1)" = "$(account 12980 13000)" ]
	press ArrowUp
	press ArrowRight
	[ "$(selection)" = "$(account 12980 14020)
fs-slice 12.98 14.02 app.fs | fs-fold | fs-svg > flame.svg" ]
	press ' '
	selection >want
	# With both ends set, the arrows only move.
	press ArrowRight
	selection | same - want
	expect_shown "$(told 15 0)"
	press Escape
	[ -z "$(selection)" ]
	press Shift ArrowUp
	press Shift ArrowUp
	press Shift ArrowLeft
	[ "$(selection | head -1)" = "$(account 14040 15020)" ]
	[ "$(marked)" = "702 750" ]
	press Tab
	press Enter
	expect_shown copied
	[ "$(pasted)" = 'fs-slice 14.04 15.02 app.fs | fs-fold | fs-svg > flame.svg' ]
}

@test "fs-heatmap: the cursor stays on the map, at the ends of time too" {
	fs-heatmap app.fs >heat.svg
	show_map heat.svg
	press Tab
	for key in ArrowDown ArrowLeft PageUp Home; do
		press "$key"
		expect_shown "$(told 0 0)"
	done
	for _ in {1..50}; do press ArrowUp; done
	expect_shown "$(told 1 0)"
	press ArrowDown
	press End
	expect_shown "$(told 112 49)"
	for key in ArrowUp ArrowRight PageDown End; do
		press "$key"
		expect_shown "$(told 112 49)"
	done
	# The pointer takes it along, and has no need of the frame.
	click 19 11
	press Tab
	click 19 11
	[ "$(js 'return document.querySelector(".cells .mark[visibility]").getAttribute("visibility")')" = hidden ]
	press Escape
	press Shift ArrowUp
	[ "$(selection | head -1)" = "$(account 19220 19260)" ]
}

@test "fs-heatmap: the wall clock is told where it is known, in UTC or as far from it as is said" {
	printf '# fs-folded="1"\n# wall="1795349393.807916551"\n34.2\tmain 1\n34.21\tmain 3\n' >run.fs
	fs-heatmap --width 1200 run.fs >heat.svg
	show_map heat.svg 1
	[ "$(date -u -d @1795349393 '+%F %T')" = '2026-11-22 12:09:53' ]
	point 0 10
	expect_shown '34.2 s to 34.22 s, +200 ms: 4 samples, 100% of the hottest cell · 2026-11-22 12:10:28.007 UTC'
	click 0 10
	expect_shown 'selected 34.2 s to 34.22 s: 0.02 s, 4 samples, 200 a second, 5,000% of the average · 2026-11-22 12:10:28.007 to 12:10:28.027 UTC'
	TZ=NST3:30 fs-heatmap --local --width 1200 run.fs >local.svg
	show_map local.svg 1
	point 0 10
	expect_shown '34.2 s to 34.22 s, +200 ms: 4 samples, 100% of the hottest cell · 2026-11-22 08:40:28.007 -03:30'
	# One that is roughly known says so.
	sed 's/wall=/wall-about=/' run.fs | fs-heatmap --width 1200 >about.svg
	show_map about.svg 1
	point 0 10
	expect_shown '34.2 s to 34.22 s, +200 ms: 4 samples, 100% of the hottest cell · about 2026-11-22 12:10:28.007 UTC'
	# Summer time that begins between two samples.
	printf '# fs-folded="1"\n# wall="1774745980"\n10.2\tmain 1\n34.21\tmain 3\n' >run.fs
	TZ=CET-1CEST,M3.5.0,M10.5.0/3 fs-heatmap --local --width 1200 run.fs >summer.svg
	show_map summer.svg 25
	drag 0 10 24 10
	expect_shown 'selected 10.2 s to 34.22 s: 24.02 s, 4 samples, 0.1 a second, 104% of the average · 2026-03-29 01:59:50.200 +01:00 to 03:00:14.220 +02:00'
	# A clock past what a calendar has is not told.
	sed 's/ data-wall="[^"]*"/ data-wall="9223372036854775807999"/' heat.svg >odd.svg
	show_map odd.svg 1
	point 0 10
	expect_shown '34.2 s to 34.22 s, +200 ms: 4 samples, 100% of the hottest cell'
}

@test "fs-heatmap: where rows are no offsets, columns are selected, and rows called by their names" {
	awk 'BEGIN { for (i = 0; i < 40; i++) printf "%d.%03d\tmain %d\n", i, i % 4 * 250, 1 + i % 3 }' >run.fs
	fs-heatmap --rows 4 run.fs |
		sed 's/<g class="cells"/& data-by="thread" data-labels="main\&#10;gc \&lt;b\&gt;\&#10;io"/' >heat.svg
	show_map heat.svg 40 4
	point 5 1
	expect_shown '5 s to 6 s, gc <b>: 3 samples, 100% of the hottest cell'
	point 7 3
	expect_shown '7 s to 8 s, row 3: 2 samples, 66% of the hottest cell'
	drag 7 3 5 0
	[ "$(selection)" = 'selected 5 s to 8 s: 3 s, 6 samples, 2 a second, 101% of the average
fs-slice 5 8 run.fs | fs-fold | fs-svg > flame.svg' ]
	[ "$(js 'return document.querySelector(".cells .mark").getAttribute("d")')" = 'M5 0H8V4H5z' ]
	press ArrowUp
	expect_shown '5 s to 6 s, gc <b>: 3 samples, 100% of the hottest cell'
	press Shift ArrowRight
	[ "$(selection | sed -n 2p)" = 'fs-slice 5 7 run.fs | fs-fold | fs-svg > flame.svg' ]
	# Names can stand in labels too.
	sed 's/ data-by="[^"]*" data-labels="[^"]*"//; s/ data-columns=/ data-lanes=""&/; s/ data-hottest="[^"]*"//
		/<g class="cells"/i<text class="lane">main<\/text><text class="lane">gc..<title>gc worker<\/title><\/text>' heat.svg >lanes.svg
	show_map lanes.svg 40 4
	point 5 1
	expect_shown '5 s to 6 s, gc worker: 3 samples'
	drag 7 3 5 0
	[ "$(selection | sed -n 2p)" = 'fs-slice 5 8 run.fs | fs-fold | fs-svg > flame.svg' ]
}

@test "fs-heatmap: a cell that is a link is followed by a click, and dragged over" {
	fs-heatmap app.fs | sed '/^<path class="l4"/{s/^/<a href="#there">/; s/$/<\/a>/}' >heat.svg
	show_map heat.svg
	drag 0 6 3 30
	[ "$(selection | head -1)" = "$(account 120 3620)" ]
	[ "$(js 'return location.hash')" = '' ]
	# From one cell of a link to another of it, too.
	read -r column row < <(awk -F '[.\t ]' '!/^#/ && ++n[$1 " " int($2 / 20000)] == 4 && $1 > 3 { print $1, int($2 / 20000) }' app.fs)
	[ "$column" -lt 10 ]
	press Escape
	drag 0 6 "$column" "$row"
	[ "$(selection | head -1)" = "$(account 120 $((column * 1000 + row * 20 + 20)))" ]
	[ "$(js 'return location.hash')" = '' ]
	press Escape
	click 0 6
	[ "$(js 'return location.hash')" = '#there' ]
	[ -z "$(selection)" ]
}

@test "fs-heatmap: selecting works in another page, on data made there, as often as it is started" {
	{
		echo '<!doctype html><meta charset="utf-8"><body style="margin:0">'
		for id in a b; do
			printf '<svg id="%s" width="400" height="100" style="display:block"><rect class="plot" width="400" height="100" fill="#eee"/><g class="cells" transform="translate(0 100) scale(10 -10)"></g></svg>' $id
		done
		for part in model words select; do
			printf '<script>'
			cat "$ROOT/lib/picture/heatmap_$part.js"
			printf '</script>'
		done
		cat <<-'END'
			<script>
			const told = [], control = {};
			for (const id of ["a", "b"])
				control[id] = heatmapStart(document.getElementById(id), heatmapModel.make({
					first: 100n, columns: 40, column: 2000000000n, rows: 10, hottest: 9n,
					cells: (column) => [column, 0, 3],
				}), {changed: (from, to) => told.push(`${id} ${from} ${to}`)});
			</script>
		END
	} >page.html
	show page.html
	[ "$(js 'return told.splice(0).join()')" = 'a null null,b null null' ]
	pointer to 25 175 down to 45 165 up
	[ "$(js 'return told.splice(0).pop()')" = 'b 204400000000 208800000000' ]
	pointer to 5 95 down up
	[ "$(js 'return told.splice(0).join()')" = 'a 200000000000 200200000000' ]
	press Escape
	[ "$(js 'return told.splice(0).join()')" = 'a null null,b null null' ]
	js 'control.a.select(203000000000n, 203200000000n)' >/dev/null
	[ "$(js 'return told.splice(0).join()')" = 'a 203000000000 203200000000' ]
	[ "$(js 'return document.querySelector("#a .mark").getAttribute("d")')" = 'M1 5h1V6h-1z' ]
	js 'control.a.select(0n, 1n)' >/dev/null
	[ "$(js 'return told.splice(0).join()')" = 'a 200000000000 200200000000' ]
	js 'control.a.clear()' >/dev/null
	[ "$(js 'return told.splice(0).join()')" = 'a null null' ]
}

@test "fs-heatmap: in the dark, what the script adds can be read" {
	fs-heatmap app.fs >heat.svg
	show_map heat.svg
	wire POST "session/$SESSION/goog/cdp/execute" '{"cmd":"Emulation.setEmulatedMedia","params":{"features":[{"name":"prefers-color-scheme","value":"dark"}]}}'
	drag 19 11 20 3
	js 'return [...document.querySelectorAll("text")].filter((text) => text.textContent).map((text) =>
		getComputedStyle(text).fill).sort().join("\n")' | sort -u >got
	wire POST "session/$SESSION/goog/cdp/execute" '{"cmd":"Emulation.setEmulatedMedia","params":{"features":[]}}'
	printf 'rgb(155, 161, 168)\nrgb(228, 230, 233)\n' | same - got
}

@test "fs-heatmap: of samples that stand out, a cell and a range tell how many they are" {
	fs-heatmap --highlight 'handle_request' app.fs >heat.svg
	show_map heat.svg
	grep handle_request app.fs >lit.fs
	lit=$(awk -F'[.\t ]' '$1 == 0 && int($2 / 20000) == 6' lit.fs | wc -l)
	[ "$lit" -gt 0 ]
	point 0 6
	expect_shown "$(told 0 6 | sed "s/ samples, /&$lit of them highlighted, /")"
	drag 0 6 8 20
	lit=$(awk '$1 >= 0.12 && $1 < 8.42' lit.fs | wc -l)
	expect_shown "$(account 120 8420 | sed "s/ samples, /&$lit of them highlighted, /")"
	column=$(awk -F'[.\t ]' '!/^#/ { n[$1]++ } /handle_request/ { m[$1]++ } END { for (c in n) if (!m[c]) print c }' app.fs | sort -n | head -1)
	if [ -n "$column" ]; then
		drag "$column" 0 "$column" 49
		texts | grep -q 'samples*, none of them highlighted'
	fi
}

@test "fs-heatmap: links of --href and --ranges are followed, with the script and where scripts are blocked" {
	printf '2 3.5 burst\n' >ranges.txt
	fs-heatmap --href 'flame-{start}-{end}.svg' app.fs >columns.svg
	fs-heatmap --href 'flame-{start}-{end}.svg' --ranges ranges.txt app.fs >marked.svg
	for range in '0 1' '2 3.5'; do
		fs-slice $range app.fs | fs-fold | fs-svg --title "from to $range" >"flame-${range% *}-${range#* }.svg"
	done
	for round in scripts none; do
		[ $round = scripts ] ||
			session_new "$PWD/profile" '{"profile.managed_default_content_settings.javascript": 2}'
		show_map columns.svg
		click 0 6
		[ "$(js 'return document.title')" = 'from to 0 1' ]
		show_map marked.svg
		click 2 30
		[ "$(js 'return document.title')" = 'from to 2 3.5' ]
	done
}

# ---- neither of them ----

@test "fs-heatmap, fs-svg: with scripts blocked a picture still shows what it knows" {
	session_new "$PWD/profile" '{"profile.managed_default_content_settings.javascript": 2}'
	fs-fold app.fs >app.folded
	fs-svg app.folded >flame.svg
	show flame.svg
	refute_shown search
	expect_shown worker_loop
	# A box tells what it is where it is drawn.
	js 'const [x, y] = [..."xy"].map((axis) => {
			const label = [...document.querySelectorAll("text")].find((text) => text.textContent === "worker_loop");
			const box = label.getBoundingClientRect();
			return axis === "x" ? box.left + box.width / 2 : box.top + box.height / 2;
		});
		return document.elementFromPoint(x, y).textContent' >got
	grep -Eqx 'worker_loop \([0-9,]+ samples, [0-9.]+%\)' got
	fs-heatmap app.fs >heat.svg
	show_map heat.svg
	refute_shown "$HINT"
	expect_shown '5,063 samples from 0 s to 113 s · 113 columns of 1s, 50 rows · hottest cell: 4 at 0.12 s'
	# What rests under the pointer has its count for a title.
	cell 0 6
	js 'return document.elementFromPoint(...arguments).textContent' "${at[@]}" >got
	expect_text got '4 samples'
	cell 8 0
	js 'return document.elementFromPoint(...arguments).textContent' "${at[@]}" >got
	expect_text got '1 sample'
}

@test "browser: a mistake in a script is noticed" {
	printf '<svg xmlns="http://www.w3.org/2000/svg"><script>nothing.at.all</script></svg>' >bad.svg
	show bad.svg
	run expect_quiet
	[ "$status" -eq 1 ]
	[[ $output == *'nothing is not defined'* ]]
}
@test "fs-heatmap: a hand that trembles clicks all the same" {
	awk 'BEGIN { for (i = 0; i < 600; i++) printf "%d.5\tmain 1\n", i }' >run.fs
	fs-heatmap run.fs >heat.svg
	show_map heat.svg 600 50
	click 100 25
	cell 200 25
	pointer to "${at[@]}" down to $((at[0] + 2)) "${at[1]}" up
	[ "$(selection | head -1)" = 'selected 100.5 s to 200.52 s: 100.02 s, 101 samples, 1 a second, 100% of the average' ]
}

@test "fs-heatmap: of a map wider than the window, a long command is cut to the window" {
	fs-heatmap --width 4000 --keep "worker$(printf '|none%s' {1..40})" app.fs >heat.svg
	show_map heat.svg
	drag 10 10 11 11
	expect_shown copy
}
