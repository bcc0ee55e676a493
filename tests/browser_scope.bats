#!/usr/bin/env bats
# The page of fs-scope in a browser: what it says and does under a real pointer and real keys.

load helper
load browser

# 113 seconds of a program, 5,063 samples: 113 columns of 50 rows.
setup_file() {
	browser_start
	gzip -dc "$TESTS/data/incident-99-app.perf.gz" | fs-parse -q >"$BATS_FILE_TMPDIR/app.fs"
	(cd "$BATS_FILE_TMPDIR" && fs-scope app.fs >page.html)
}

setup() {
	helper_setup
	browser_needed
	ln -s "$BATS_FILE_TMPDIR/app.fs" app.fs
	cp "$BATS_FILE_TMPDIR/page.html" page.html
}

# No test may leave a message of the browser's behind.
teardown() {
	expect_quiet
}

teardown_file() {
	browser_stop
}

# Shows a page and finds out where the cells of its map are.
open_page() {
	show "${1:-page.html}" "${2:-1300}" "${3:-1100}"
	find_map
}

find_map() {
	read -r left bottom width height columns rows < <(js '
		const box = document.querySelectorAll(".map canvas")[arguments[0]].getBoundingClientRect();
		const canvas = document.querySelectorAll(".map canvas")[arguments[0]];
		return [box.left, box.bottom, box.width, box.height, canvas.width, canvas.height].map(Math.round).join(" ")' "${1:-0}")
}

# Goes to a part of the page's link, as if it had been typed.
go() {
	js 'location.hash = arguments[0]' "$1" >/dev/null
	settle
}

# Waits until what was asked for is drawn, and its link written.
settle() {
	post execute/async '{"script":"setTimeout(arguments[arguments.length - 1], 350)","args":[]}'
}

# Sets at to where the middle of a cell is.
cell() {
	at=("$(awk -v l="$left" -v w="$width" -v n="$columns" -v c="$1" 'BEGIN { print int(l + (c + 0.5) * w / n) }')"
		"$(awk -v b="$bottom" -v h="$height" -v n="$rows" -v r="$2" 'BEGIN { print int(b - (r + 0.5) * h / n) }')")
}

drag() {
	local from
	cell "$1" "$2"
	from=("${at[@]}")
	cell "$3" "$4"
	pointer to "${from[@]}" down to "${at[@]}" up
	settle
}

# The same with Control held.
control_drag() {
	perform key '{"type":"keyDown","value":"\ue009"},'
	drag "$@"
	perform key '{"type":"keyUp","value":"\ue009"},'
}

click_at() {
	cell "$1" "$2"
	pointer to "${at[@]}" down up
	settle
}

# Clicks a button by what it says.
click_button() {
	local x y
	read -r x y < <(js 'const button = [...document.querySelectorAll("button")].find((one) =>
			one.textContent.startsWith(arguments[0]) && one.getClientRects().length);
		button.scrollIntoView({block: "nearest"});
		const box = button.getBoundingClientRect();
		return Math.floor(box.left + box.width / 2) + " " + Math.floor(box.top + box.height / 2)' "$1")
	pointer to "$x" "$y" down up
	settle
}

# Chooses from the list with that label.
choose() {
	js 'const select = [...document.querySelectorAll("label")].find((label) =>
			label.textContent.startsWith(arguments[0])).querySelector("select");
		select.value = arguments[1];
		select.dispatchEvent(new Event("change"))' "$1" "$2" >/dev/null
	settle
}

said() {
	js 'return document.querySelector(arguments[0]).textContent' "$1"
}

# The weight of all that the flame graph shows, and the text of what the graph says of its root.
total() {
	js 'const {tree} = scopePage.shown(); return String(tree.weight[0])'
}

hash_of() {
	js 'return location.hash'
}

# The number of samples of app.fs between two times.
counted() {
	fs-slice "$1" "$2" app.fs | fs-fold | awk '{ n += $NF } END { print n + 0 }'
}

@test "fs-scope in a browser: its counts in any range are those of fs-slice and fs-fold" {
	open_page
	{
		printf '%s\n' '0 200' '19.22 19.32' '34.000000001 34.5' '7.123456 88.654321' '94 94.2'
		awk 'BEGIN { srand(5); for (i = 0; i < 20; i++) { a = int(rand() * 110e6); b = a + 50000 + int(rand() * rand() * 60e6)
			printf "%d.%06d %d.%06d\n", a / 1e6, a % 1e6, b / 1e6, b % 1e6 } }'
	} >ranges
	while read -r from to; do
		fs-slice "$from" "$to" app.fs | fs-fold | sort >want
		[ -s want ]
		js 'const at = (text) => String(BigInt(Math.round(Number(text) * 1e9)));
			return scopePage.folded(at(arguments[0]), at(arguments[1])).join("\n")' "$from" "$to" | sort >got
		same want got
	done <ranges
}

@test "fs-scope in a browser: a drag selects in the order of time, and the flame graph follows on the way" {
	open_page
	[ "$(total)" -eq 5063 ]
	cell 19 11
	start=("${at[@]}")
	cell 20 3
	pointer to "${start[@]}" down to "${at[@]}"
	settle
	[ "$(total)" -eq "$(counted 19.22 20.08)" ]
	# As it rests, all is drawn, and in the colours that frames have.
	[ "$(js 'return [...document.querySelectorAll("#view g:nth-child(2) path")].map((path) => path.getAttribute("stroke"))
		.every((color) => scopePage.model.frames.some((frame) => frame.color === color) || color === "#c2c6cc")')" = true ]
	cell 19 15
	pointer to "${at[@]}" up
	settle
	[ "$(total)" -eq "$(counted 19.22 19.32)" ]
	[ "$(said '#command')" = 'fs-slice 19.22 19.32 app.fs | fs-fold | fs-svg > flame.svg' ]
	[ "$(hash_of)" = '#r=19.22,19.32' ]
	expect_line <(said '#account') "^0.1 s, $(counted 19.22 19.32) samples, [0-9,.]* a second, [0-9,]*% of the average$"
	# What was drawn in haste is drawn anew: as one who opens the link sees it.
	js 'return [...document.querySelectorAll("#view path")].map((path) => path.getAttribute("stroke") + path.getAttribute("d")).sort().join("\n")' >moved
	[ "$(wc -l <moved)" -gt 5 ]
	js 'location.reload()' >/dev/null
	settle
	js 'return [...document.querySelectorAll("#view path")].map((path) => path.getAttribute("stroke") + path.getAttribute("d")).sort().join("\n")' >opened
	same opened moved
	# Back to front is the same range.
	press Escape
	settle
	[ "$(total)" -eq 5063 ]
	drag 20 3 19 11
	[ "$(hash_of)" = '#r=19.22,20.08' ]
}

@test "fs-scope in a browser: two clicks, an end that is moved, typed, stepped" {
	open_page
	click_at 40 0
	click_at 42 49
	[ "$(hash_of)" = '#r=40,43' ]
	# Taken hold of by its last cell.
	drag 42 49 44 24
	[ "$(hash_of)" = '#r=40,44.5' ]
	drag 40 0 41 0
	[ "$(hash_of)" = '#r=41,44.5' ]
	press n
	settle
	[ "$(hash_of)" = '#r=44.5,48' ]
	click_button '◀'
	[ "$(hash_of)" = '#r=41,44.5' ]
	js 'const field = document.querySelector("input.time"); field.focus(); field.select()' >/dev/null
	type_text 40.25
	press Enter
	settle
	[ "$(hash_of)" = '#r=40.25,44.5' ]
	[ "$(total)" -eq "$(counted 40.25 44.5)" ]
}

@test "fs-scope in a browser: the map zooms in time, its cells counted anew" {
	open_page
	[ "$columns $rows" = '113 50' ]
	drag 30 0 39 49
	click_button 'zoom to selection'
	find_map
	[ "$columns" -ge 60 ] && [ "$columns" -le 300 ]
	js 'const {counts} = scopePage.maps()[0].shown; return String(counts.reduce((a, b) => a + b))' >got
	expect_text got "$(counted 30 40)"
	# What is selected now is finer than it could be before.
	drag 10 10 11 20
	[ "$(total)" -eq "$(js 'return document.querySelector("#command").textContent' |
		sed 's/ | fs-svg.*//' | bash | awk '{ n += $NF } END { print n + 0 }')" ]
	click_button 'whole profile'
	find_map
	[ "$columns $rows" = '113 50' ]
	[ "$(hash_of)" = '' ]
}

@test "fs-scope in a browser: the busiest second, and the ranges of a file" {
	printf 'start\tend\tname\n19.22\t19.32\tthe <b>burst</b>\n' >ranges.tsv
	fs-scope --ranges ranges.tsv app.fs >page.html
	open_page
	click_button 'busiest second'
	second=$(awk '!/^#/ { n[int($1)] += $NF } END { for (s in n) if (n[s] > most || n[s] == most && s + 0 < best) { most = n[s]; best = s + 0 }; print best }' app.fs)
	[ "$(hash_of)" = "#r=$second,$((second + 1))" ]
	js 'const select = [...document.querySelectorAll("select")].find((one) => one.options[0].text === "ranges");
		select.value = "0"; select.dispatchEvent(new Event("change")); return select.options[1].text' >name
	settle
	expect_text name 'the <b>burst</b>'
	[ "$(hash_of)" = '#r=19.22,19.32' ]
}

@test "fs-scope in a browser: a second range is compared with, as it is and normalised" {
	open_page
	drag 34 0 35 49
	control_drag 60 0 69 49
	[ "$(hash_of)" = '#r=34,36&b=60,70&s=change' ]
	after=$(counted 34 36) before=$(counted 60 70)
	[ "$(total)" -eq "$after" ]
	expect_line <(said '#base') "^compared with $before samples, counted "
	# The root of a normalised baseline weighs what the selection does.
	[ "$(js 'return String(scopePage.shown().tree.base[0])')" -eq "$after" ]
	js 'document.querySelector("input[type=checkbox]").click()' >/dev/null
	settle
	[ "$(js 'return String(scopePage.shown().tree.base[0])')" -eq "$before" ]
	choose Show lost
	[ "$(hash_of)" = '#r=34,36&b=60,70&s=lost&raw=1' ]
	# Stacks of the baseline that the selection does not have, by the shell.
	fs-slice 34 36 app.fs | fs-fold | sed 's/ [0-9]*$//' >selected
	fs-slice 60 70 app.fs | fs-fold | awk 'NR == FNR { has[$0] = 1; n = split($0, f, ";"); p = ""; for (i = 1; i <= n; i++) { p = p (i > 1 ? ";" : "") f[i]; has[p] = 1 } next }
		{ count = $NF; sub(/ [0-9]*$/, ""); if (!($0 in has)) sum += count } END { print sum + 0 }' selected - >want
	total >got
	same want got
	choose 'Compare with' rest
	choose Show change
	expect_line <(said '#base') "^compared with $(((5063 - after) / 1000)),[0-9]*$(((5063 - after) % 1000)) samples"
}

@test "fs-scope in a browser: a search lights cells and frames, keep and drop count both anew" {
	open_page
	press /
	type_text cron
	settle
	[ "$(js 'const {lit} = scopePage.maps()[0].shown; return String(lit.reduce((a, b) => a + b))')" -eq \
		"$(fs-slice --keep cron start end app.fs | fs-fold | awk '{ n += $NF } END { print n }')" ]
	expect_line <(said '#matched') '^Matched: '
	press Enter
	click_button keep
	[ "$(total)" -eq "$(fs-slice --keep cron start end app.fs | grep -vc '^#')" ]
	[ "$(js 'return String(scopePage.maps()[0].shown.counts.reduce((a, b) => a + b))')" -eq "$(total)" ]
	[ "$(said '#command')" = 'fs-slice start end app.fs | fs-slice --keep=cron start end | fs-fold | fs-svg > flame.svg' ]
	[ "$(hash_of)" = '#k=cron' ]
}

@test "fs-scope in a browser: rows are threads, one of which can be looked at alone" {
	open_page
	choose Rows thread
	label=$(js 'return document.querySelector(".map .label").lastChild.parentNode.childNodes[0].data')
	read -r x y < <(js 'const box = document.querySelector(".map .label").getBoundingClientRect();
		return Math.round(box.left + box.width / 2) + " " + Math.round(box.top + box.height / 2)')
	pointer to "$x" "$y" down up
	settle
	# The heaviest of all.
	awk -F '\t' '!/^#/ { split($1, k, "tid="); sub(/;.*/, "", $2); sub(/.*\//, "", k[2]); n[$2 " " k[2]]++ }
		END { for (t in n) print n[t], t }' app.fs | sort -k1,1nr | head -1 >want
	echo "$(total) $label" >got
	same want got
	choose Only ''
	[ "$(total)" -eq 5063 ]
}

@test "fs-scope in a browser: a link leads back to all of it" {
	open_page
	go 'r=34,36&b=60,70&s=change&v=30,70&c=500msx25&q=work&p=app-worker-0;start_thread&i=1'
	js 'const {tree} = scopePage.shown(); return [location.hash, document.querySelector("#account").textContent,
		tree.weight.join(), tree.base.join(), document.querySelector("#labels").textContent,
		document.querySelector("#matched").textContent, scopePage.maps()[0].model.columns].join("\n")' >once
	[ "$(wc -l <once)" -ge 5 ]
	expect_line once 'Matched: '
	js 'location.reload()' >/dev/null
	settle
	js 'const {tree} = scopePage.shown(); return [location.hash, document.querySelector("#account").textContent,
		tree.weight.join(), tree.base.join(), document.querySelector("#labels").textContent,
		document.querySelector("#matched").textContent, scopePage.maps()[0].model.columns].join("\n")' >again
	same once again
}

@test "fs-scope in a browser: a saved picture is well-formed, and has the same boxes" {
	needs python3
	open_page
	go 'r=34,36&p=app-worker-0'
	js 'return scopePage.picture()' >flame.svg
	python3 -c '
import sys, xml.parsers.expat
xml.parsers.expat.ParserCreate().Parse(open(sys.argv[1], "rb").read(), True)' flame.svg
	js 'return document.querySelector("#labels").textContent + [...document.querySelectorAll("#view path")].map((path) =>
		path.getAttribute("d")).join()' >want
	show flame.svg
	js 'return document.querySelector("#labels").textContent + [...document.querySelectorAll("#view path")].map((path) =>
		path.getAttribute("d")).join()' >got
	[ "$(wc -c <want)" -gt 1000 ]
	same want got
	# Each box says what it is, where a pointer comes upon it.
	fs-slice --keep '^app-worker-0' 34 36 app.fs | fs-fold | awk '{ n[1] += $NF } /db_query/ { n[2] += $NF } END { print n[1], n[2] }' >counts
	read -r worker query <counts
	expect_line flame.svg "<title>app-worker-0 ($worker samples, [0-9.]*%)</title>"
	expect_line flame.svg "<title>db_query ($query samples, [0-9.]*%)</title>"
	js 'const named = [...document.querySelectorAll("#labels text")].filter((text) => {
			const box = text.getBoundingClientRect(), rect = document.elementFromPoint(box.left + 3, box.top + box.height / 2);
			const title = rect.querySelector("title");
			return title && title.textContent.startsWith(text.textContent.replace(/\.\.$/, ""));
		}).length, all = document.querySelectorAll("#labels text").length;
		return named + " of " + all' >named
	grep -qx '\([1-9][0-9]*\) of \1' named
	refute grep -qE 'onclick|<script|foreignObject|var\(' flame.svg
	expect_line <(js 'return document.querySelector("#title").textContent') '^Flame graph, 34 s to 36 s$'
}

@test "fs-scope in a browser: two profiles are two maps and one comparison" {
	fs-slice start 50 app.fs >old.fs
	fs-slice 50 end app.fs >new.fs
	fs-scope --before old.fs new.fs >page.html
	open_page page.html 1300 1500
	[ "$(js 'return document.querySelectorAll(".map").length')" -eq 2 ]
	new=$(grep -vc '^#' new.fs) old=$(grep -vc '^#' old.fs)
	[ "$(js 'const {tree, baseTotal} = scopePage.shown(); return tree.weight[0] + " " + baseTotal')" = "$new $old" ]
	[ "$(said '#command' | head -1)" = 'fs-slice start end old.fs | fs-fold > before.folded' ]
	find_map 1
	drag 20 0 29 49
	expect_line <(said '#base') "^compared with $(counted 20 30) samples"
	[ "$(said '#command' | head -1)" = 'fs-slice 20 30 old.fs | fs-fold > before.folded' ]
	find_map 0
	drag 10 0 19 49
	[ "$(hash_of)" = '#r=60,70&b=20,30&s=change' ]
	[ "$(total)" -eq "$(counted 60 70)" ]
	press Escape
	settle
	[ "$(hash_of)" = '#b=before&s=change' ]
}

@test "fs-scope in a browser: each of two profiles has its own clock, and one scale of colours" {
	printf '# fs-folded="1"\n# wall="1000000000"\n0.5\ta;b 1\n8.5\ta;b 3\n' >old.fs
	printf '# fs-folded="1"\n# wall-about="1436462077"\n0.5\ta;b 1\n9.5\ta;c 9\n' >new.fs
	printf '2\t3\tonly new\n' >ranges.tsv
	fs-scope --before old.fs --ranges ranges.tsv new.fs >page.html
	open_page
	js 'return [...document.querySelectorAll(".map")].map((map) => [...map.querySelectorAll("text")].map((text) => text.textContent)
		.filter((text) => /UTC|:..$|-..-|only/.test(text)).join(" ")).join("\n")' >got
	expect_text got '2015-07-09 about UTC 17:14:38 17:14:39 17:14:40 17:14:41 17:14:42 17:14:43 17:14:44 17:14:45 17:14:46 17:14:47 only new
2001-09-09 UTC 01:46:41 01:46:42 01:46:43 01:46:44 01:46:45 01:46:46 01:46:47 01:46:48 01:46:49'
	[ "$(js 'return scopePage.maps().map((map) => map.shown.ramp.max).join()')" = 9,9 ]
	[ "$(js 'return [...document.querySelectorAll("#legend b")].map((one) => one.textContent).join()')" = 1,2,3,4,5,6,7,8,9 ]
}

@test "fs-scope in a browser: what lies between two pieces is drawn as fs-heatmap draws it, and in no average" {
	printf '# fs-folded="1"\n# wall="1795349400"\n0.5 cpu=0\tmain 1\n1.31 cpu=0\tmain 1\n' >a.fs
	printf '# fs-folded="1"\n# wall="1795349404"\n0.71 cpu=0\tmain 1\n1 cpu=0\tmain 1\n' >b.fs
	fs-heatmap a.fs b.fs | grep -o '<path class="gap".*</title>' >gaps
	[ "$(wc -l <gaps)" -eq 1 ]
	fs-scope a.fs b.fs >page.html
	open_page
	drawn() {
		js 'return [...document.querySelectorAll(".map .gap")].map((gap) =>
			`d="${gap.getAttribute("d")}"><title>${gap.textContent}</title>`).join("\n")'
	}
	drawn >got
	expect_text got "$(sed 's/.* d=/d=/' gaps)"
	[ "$(js 'return getComputedStyle(document.querySelector(".map .gap")).fill')" = 'rgb(241, 243, 244)' ]
	# Between 1.32 s and 4.7 s nothing is known: 4 samples in 2.62 s of 6.
	said '#account' >got
	expect_text got '6 s, 3.38 s of them between pieces, 4 samples, 1.5 a second'
	# Of the second second, a third.
	go '#r=1,2'
	said '#account' >got
	expect_text got '1 s, 0.68 s of them between pieces, 1 sample, 3.1 a second, 204% of the average'
	go '#r=2,3'
	said '#account' >got
	expect_text got '1 s, 1 s of them between pieces, 0 samples'
	# Cells of other columns and rows, counted by the same rule.
	go ''
	choose Rows cpu
	drawn >got
	expect_text got 'd="M2 0H4V1H2z"><title>between two pieces: nothing is known of 2 s to 4 s</title>'
	said '#account' >got
	expect_text got '6 s, 2 s of them between pieces, 4 samples, 1 a second'
	# A view that has but a part.
	go '#v=2,4'
	[ "$(js 'return document.querySelectorAll(".map .gap").length')" -eq 1 ]
	go '#v=0,1'
	[ "$(js 'return document.querySelectorAll(".map .gap").length')" -eq 0 ]
}

@test "fs-scope in a browser: the clock in local time, where summer time begins too" {
	printf '# fs-folded="1"\n# wall="1774745980"\n10.2\tmain 1\n34.21\tmain 3\n' >run.fs
	sed 's/wall=.*/wall-about="1795349393"/' run.fs >old.fs
	printf '03:00:01\t+2s\tsummer\n' >ranges.tsv
	TZ=CET-1CEST,M3.5.0,M10.5.0/3 fs-scope --local --ranges ranges.tsv --before old.fs run.fs >page.html
	open_page
	said '#clock' >got
	expect_text got '2026-03-29 01:59:50.000 +01:00 to 03:00:15.000 +02:00'
	[ "$(js 'const [{from, to}] = scopePage.model.ranges; return from + " " + to')" = '21000000000 23000000000' ]
	go '#r=21,23'
	said '#clock' >got
	expect_text got '2026-03-29 03:00:01.000 to 03:00:03.000 +02:00'
	js 'return [...document.querySelectorAll(".map")].map((map) => [...map.querySelectorAll("text")].map((text) => text.textContent)
		.filter((text) => /local|:..$|-..-/.test(text)).slice(0, 7).join(" ")).join("\n")' >got
	expect_text got '2026-03-29 local time 01:59:52 01:59:54 01:59:56 01:59:58 03:00:00
2026-11-22 about local 13:10:04 13:10:06 13:10:08 13:10:10 13:10:12'
}

@test "fs-scope in a browser: threads, processes and CPUs are the rows that fs-heatmap has" {
	shared
	fs-parse -q "$(corpus incident/incident-99.perf)" 2>/dev/null |
		sed -E 's/ tid=([0-9]*)([0-9])	/ tid=1\1\/\1\2	/' >all.fs
	fs-scope all.fs >page.html
	open_page
	for by in thread process cpu; do
		choose Rows $by
		fs-heatmap --no-javascript --by $by all.fs >heat.svg
		sed -n 's/.*class="quiet lane"[^>]*>\(<title>\([^<]*\)<\/title>[^<]*\)*\([^<]*\)<.*/\2\3/p' heat.svg >want
		[ -s want ]
		js 'return scopePage.maps()[0].model.labels.join("\n")' >got
		same want got
		expect_line heat.svg "hottest cell: $(js 'return scopePage.maps()[0].model.hottest.toString()') at "
	done
}

@test "fs-scope in a browser: columns and rows are regrouped, and a link has them" {
	open_page
	choose Rows 10
	find_map
	[ "$columns $rows" = '113 10' ]
	[ "$(hash_of)" = '#c=x10' ]
	choose Columns 10s
	find_map
	[ "$columns $rows" = '12 10' ]
	js 'const {counts} = scopePage.maps()[0].shown; return String(counts.reduce((a, b) => a + b))' >got
	expect_text got 5063
	drag 3 0 3 9
	[ "$(hash_of)" = '#r=30,40&c=10sx10' ]
	# The map goes with a selection that is stepped out of it.
	click_button 'zoom to selection'
	click_button '▶'
	[ "$(hash_of)" = '#r=40,50&v=40,50&c=100msx10' ]
	js 'location.reload()' >/dev/null
	settle
	find_map
	[ "$columns $rows" = '100 10' ]
	js 'const {counts} = scopePage.maps()[0].shown; return String(counts.reduce((a, b) => a + b))' >got
	expect_text got "$(counted 40 50)"
	click_button '−'
	expect_line <(hash_of) '&v=35,55&'
	go 'v=40,50&c=100ms'
	find_map
	[ "$columns $rows" = '100 50' ]
	for odd in 'c=-1' 'c=0s' 'c=x0' 'c=1nsx9999999' 'v=5,5.000000001' 'v=-1e9,7' 'y=cpu&c=99'; do
		go "$odd"
		js 'const {counts} = scopePage.maps()[0].shown; return String(counts.reduce((a, b) => a + b) > 0)' >got
		expect_text got true
	done
}

@test "fs-scope in a browser: by the keyboard alone" {
	open_page
	js 'document.querySelector(".map .cells").focus()' >/dev/null
	press Right
	press Right
	press Enter
	press Right
	press Up
	press Enter
	settle
	hash=$(hash_of)
	[ "$hash" = '#r=2,3.04' ] || fail "$hash"
	# Shift takes the other end along; with Control it is another range, to compare with.
	press Shift Right
	press Shift Up
	settle
	[ "$(hash_of)" = '#r=2,4.06' ] || fail "$(hash_of)"
	for _ in 1 2 3; do press PageDown; done
	press Control Enter
	press Home
	press Down
	press Control Enter
	settle
	expect_line <(hash_of) '^#r=2,4.06&b=0.02,34.06&' || fail "$(hash_of)"
	press b
	settle
	expect_line <(hash_of) '^#r=1,2&b=' || fail "$(hash_of)"
	press n
	settle
	expect_line <(hash_of) '^#r=2,3&b='
	press p
	press Escape
	settle
	[ "$(hash_of)" = '' ]
	# All that can be done can be reached, and is seen to be.
	js 'document.querySelector("h1").tabIndex = -1; document.querySelector("h1").focus()' >/dev/null
	for _ in {1..25}; do
		press Tab
		js 'const one = document.activeElement; return one === document.body ? "" : (one.getAttribute("aria-label") ||
			one.textContent || one.parentNode.textContent).slice(0, 30) + (one.matches(":focus-visible") ? "" : " unseen")'
	done >reached
	for part in '^cells: arrows' '^from, in' '^to, in' '^busiest second' '^copy command' '^save SVG' '^search' '^all (5,063 samples, 100%)$'; do
		expect_line reached "$part"
	done
	refute grep -q unseen reached
	js 'document.querySelector("#view").focus()' >/dev/null
	press Down
	press Enter
	settle
	expect_line <(hash_of) '^#p='
	# What is typed, or moved in the map, is not taken over by a graph that had the focus.
	press Escape
	js 'document.querySelector("#view").focus()' >/dev/null
	press Down
	press /
	type_text cron
	settle
	expect_line <(hash_of) 'q=cron$' || fail "$(hash_of)"
	press Escape
	press Escape
	js 'document.querySelector("#view").focus()' >/dev/null
	press Down
	js 'document.querySelector(".map .cells").focus()' >/dev/null
	press Right
	press Enter
	press Right
	settle
	[ "$(js 'return String(document.activeElement.matches(".map .cells"))')" = true ]
}

@test "fs-scope in a browser: the map goes with what is selected, and shows the shortest too" {
	open_page
	# All of it has none before or after it.
	press n
	settle
	[ "$(hash_of)" = '' ]
	[ "$(total)" -eq 5063 ]
	go 'r=60,70'
	press z
	press b
	settle
	read -r from to < <(hash_of | sed 's/.*v=\([0-9.]*\),\([0-9.]*\).*/\1 \2/')
	read -r first last < <(hash_of | sed 's/.*r=\([0-9.]*\),\([0-9.]*\).*/\1 \2/')
	awk -v a="$from" -v b="$first" -v c="$last" -v d="$to" 'BEGIN { exit !(a <= b && b < c && c <= d && d - a <= 11) }' || fail "$(hash_of)"
	go 'r=34.1,34.11'
	press z
	settle
	expect_line <(hash_of) '&v=34.095,34.115&'
}

@test "fs-scope in a browser: a link says that two profiles are not compared" {
	fs-slice start 50 app.fs >old.fs
	fs-slice 50 end app.fs >new.fs
	fs-scope --before old.fs new.fs >page.html
	open_page page.html 1300 1500
	choose 'Compare with' ''
	settle
	[ "$(hash_of)" = '#b=none' ]
	js 'location.reload()' >/dev/null
	settle
	[ "$(said '#base')" = '' ]
	[ "$(js 'return String(scopePage.state().base)')" = null ]
}

@test "fs-scope in a browser: what is typed stays in the field, and a key on the map" {
	open_page
	js 'document.querySelector("#view").focus()' >/dev/null
	press Down
	press /
	type_text cron
	settle
	[ "$(hash_of)" = '#q=cron' ]
	press Escape
	js 'document.querySelector(".map .cells").focus()' >/dev/null
	press Right
	press Enter
	press Right
	settle
	[ "$(js 'return String(document.activeElement.closest(".map") !== null)')" = true ]
}

@test "fs-scope in a browser: narrow and wide, nothing stands out of the window" {
	for size in '400 800' '2560 1400'; do
		read -r wide high <<<"$size"
		open_page page.html "$wide" "$high"
		go 'r=34,36&b=rest&s=change&y=thread'
		[ "$(js 'return document.documentElement.scrollWidth <= document.documentElement.clientWidth')" = true ] ||
			fail "$wide: $(js 'return document.documentElement.scrollWidth')"
		go ''
	done
}

@test "fs-scope in a browser: without scripts it shows the map and the flame graph of all" {
	session_new "$BATS_TEST_TMPDIR/profile" '{"profile.managed_default_content_settings.javascript": 2}'
	show page.html
	# The driver's own scripts run all the same.
	[ "$(js 'return document.querySelectorAll("#still svg").length')" -eq 2 ]
	[ "$(js 'return document.querySelectorAll("#still .cells path").length > 3')" = true ]
	[ "$(js 'return document.querySelectorAll("#still #boxes path").length > 50')" = true ]
	[ "$(js 'return document.querySelectorAll(".map").length')" -eq 0 ]
}

@test "fs-scope in a browser: in the dark, colours are those for the dark, as soon as it is" {
	scheme() {
		post goog/cdp/execute "{\"cmd\":\"Emulation.setEmulatedMedia\",\"params\":{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"$1\"}]}}"
		settle
	}
	# The colour of a place of the map, and how light paper, letters and the flame graph's paper are.
	colors() {
		js 'const light = (color) => color.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
			const canvas = document.querySelector("canvas"), style = (css, name) => light(getComputedStyle(document.querySelector(css))[name]);
			const copy = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
			copy.drawImage(canvas, 0, 0);
			const pixel = copy.getImageData(0, 0, 1, 1).data;
			return ["#" + [...pixel].slice(0, 3).map((part) => part.toString(16).padStart(2, "0")).join(""), style("body", "backgroundColor"),
				style("h1", "color"), style("#back", "fill"), style(".map text", "fill"), style("select", "backgroundColor")].join(" ")'
	}
	# The upper left cell of the map, by fs-heatmap.
	fs-heatmap --no-javascript app.fs >heat.svg
	open_page
	count=$(js 'return String(scopePage.maps()[0].model.cells(0)[49])')
	read -r pixel paper ink back text field < <(colors)
	[ "$paper" -gt 700 ] && [ "$ink" -lt 120 ] && [ "$back" -gt 700 ] && [ "$text" -lt 400 ] && [ "$field" -gt 700 ]
	expect_line heat.svg "class=\"l$count\" stroke=\"$pixel\""
	scheme dark
	read -r pixel paper ink back text field < <(colors)
	[ "$paper" -lt 120 ] && [ "$ink" -gt 600 ] && [ "$back" -lt 120 ] && [ "$text" -gt 400 ] && [ "$field" -lt 120 ]
	expect_line heat.svg "\.l$count{fill:$pixel;"
	go 'r=34,36&q=db_query&b=rest&s=change'
	scheme light
	read -r _ paper _ < <(colors)
	[ "$paper" -gt 700 ]
}

@test "fs-scope in a browser: no script runs but the page's own" {
	sed 's/<body>/<body><script>document.title = "run"<\/script><img src="x" onerror="document.title = 1">/' page.html >evil.html
	show evil.html
	settle
	[ "$(js 'return document.title')" = 'Flame scope' ]
	[ "$(total)" -eq 5063 ]
	# The browser says what it has not run, and what it has not fetched.
	console >refused
	[ "$(grep -c 'Content Security Policy' refused)" -eq 3 ]
	refute grep -v 'Content Security Policy' refused
	# A page whose script was touched is one without.
	sed 's/const scopePage = /const other = /' page.html >touched.html
	show touched.html
	[ "$(js 'return document.querySelectorAll("#still svg").length')" -eq 2 ]
	console >refused
	[ "$(grep -c 'Content Security Policy' refused)" -eq 1 ]
}

@test "fs-scope in a browser: hostile names are shown, and nothing else" {
	printf '1\t<img src=x onerror=alert(1)>;</script><script>alert(2)</script> 3\n2\t__proto__;constructor 1\n' >evil.fs
	fs-scope --title '<i>x</i>' evil.fs >page.html
	open_page
	[ "$(js 'return [...document.querySelectorAll("label")].find((label) => label.textContent.startsWith("Rows")).querySelector("select").value')" = 50 ]
	# Nothing tells threads here.
	[ "$(js 'return document.querySelectorAll("option[value=thread]").length')" -eq 0 ]
	go 'y=thread&q=img'
	[ "$(js 'return document.querySelectorAll("img, i:not(#legend i, #kinds i)").length')" -eq 0 ]
	expect_line <(said '#labels') '<img src=x'
}
