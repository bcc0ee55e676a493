#!/usr/bin/env bats
# Flame graphs in a browser: what they say and do under a real pointer and real keys.

load helper
load browser
load flamegraph

# 113 seconds of a program, 5,063 samples.
setup_file() {
	browser_start
	gzip -dc "$TESTS/data/incident-99-app.perf.gz" | fs-parse >"$BATS_FILE_TMPDIR/app.fs"
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

@test "fs-svg: a click makes a box as wide as the picture, what it stands on stays" {
	show_flame
	boxes >before
	expect_zoomed '' 5063
	cron='app-cron;start_thread;cron;'
	click_box cron
	expect_zoomed "$cron" 253
	# Where there is room now, names are whole.
	expect_shown aggregate_metrics
	# Further in, out to what it stands on, and out to all.
	click_box sort_rows
	expect_zoomed "${cron}cron_report;aggregate_metrics;sort_rows;" 79
	click_box app-cron
	expect_zoomed 'app-cron;' 253
	click_box all
	boxes >got
	same before got
}

@test "fs-svg: reset zoom and Escape go back to all" {
	show_flame
	boxes >before
	refute_shown 'reset zoom'
	click_box worker 2
	expect_zoomed 'app-worker-1;start_thread;worker;' "$(awk '/^app-worker-1;start_thread;worker;/ { n += $NF }
		END { print n }' app.folded)"
	click_text 'reset zoom'
	boxes >got
	same before got
	refute_shown 'reset zoom'
	click_box worker 2
	press Escape
	boxes >got
	same before got
}

@test "fs-svg: the box under the pointer tells samples, shares of all and of the zoom, and self" {
	show_flame
	point_at sort_rows
	[ "$(details)" = 'sort_rows (79 samples, 1.56%); self 79 samples, 1.56%' ]
	click_box cron
	point_at aggregate_metrics
	# Of 5,063 and of 253; what ends in it awk counts.
	self=$(awk '/;aggregate_metrics(_\[[kji]\])? [0-9]+$/ { n += $NF } END { printf "%d samples, %.2f%%", n, n / 5063 * 100 }' app.folded)
	total=$(awk '/;aggregate_metrics[;_ ]/ { n += $NF } END { printf "%d samples, %.2f%%), %.2f%%", n, n / 5063 * 100, n / 253 * 100 }' app.folded)
	details >got
	echo "aggregate_metrics ($total of cron; self $self" | same - got
	# Its title too, for those who rest on it.
	[ "$(js 'return document.querySelector("#view .over title").textContent')" = "aggregate_metrics (${total%, *}" ]
	pointer to 5 5
	expect_shown 'Zoomed: cron (253 samples, 5.00%)'
	[ -z "$(js 'return (document.querySelector("#view .over") || {}).outerHTML || ""')" ]
}

@test "fs-svg: of a name that is too long for the line, the numbers stay" {
	long=$(printf 'std::map<std::string, std::vector<int> >, %.0s' {1..8})
	printf 'main;std::vector<%s>::push_back;x 10\nmain;b 5\n' "$long" | fs-svg >flame.svg
	show flame.svg 1300 400
	point_at "std::vector<$long>::push_back"
	details | grep -qE '^std::vector<std::map<.*\.\. \(10 samples, 66\.67%\); self 0 samples, 0\.00%$'
	pointer down up
	pointer to 5 5
	details | grep -qE '^Zoomed: std::vector<std::map<.*\.\. \(10 samples, 66\.67%\)$'
	point_at x
	details | grep -qE '^x \(10 samples, 66\.67%\), 100% of std::vector<std::map<.*\.\.; self 10 samples, 66\.67%$'
	show flame.svg 400 400
	point_at "std::vector<$long>::push_back"
	details | grep -qE '^std::vec.*\.\. \(10 samples, 66\.67%\); self 0 samples, 0\.00%$'
}

@test "fs-svg: a search finds frames and tells the share of the samples that have one" {
	show_flame
	click_text search
	type_text '^vfs_read'
	expect_shown "$(share ^vfs_read)"
	expect_hits '^vfs_read'
	# More to the right of it; a match on a match is not counted again.
	type_text '|^filemap_|worker_loop'
	expect_shown "$(share '^vfs_read|^filemap_|worker_loop')"
	expect_hits '^vfs_read|^filemap_|worker_loop'
	press Escape
	texts >shown
	refute grep Matched shown
	boxes >shown
	refute grep ' hit$' shown
	expect_shown search
}

@test "fs-svg: what a search found keeps its colour through a zoom, and one can be made there" {
	show_flame
	press Control f
	type_text 'sort_rows|db_query'
	click_box cron
	expect_hits 'sort_rows|db_query'
	expect_shown "$(share 'sort_rows|db_query')"
	# With the search open, Escape ends that and not the zoom.
	press Control f
	press Control a
	type_text 'aggreg.te'
	expect_hits aggreg.te
	press Escape
	expect_shown 'reset zoom'
	boxes >shown
	refute grep ' hit$' shown
	press Control f
	type_text 'db_query'
	press Escape
	press Escape
	expect_zoomed '' 5063
	refute grep ' hit$' shown
}

@test "fs-svg: a search that is no regular expression yet says so" {
	show_flame
	press Control f
	type_text '(db_query'
	expect_shown 'not a regular expression yet'
	boxes >shown
	refute grep ' hit$' shown
	type_text ')'
	expect_shown "$(share db_query)"
}

@test "fs-svg: the keyboard alone reaches search and reset" {
	show_flame
	press Tab
	press Tab
	press Enter
	type_text cache_insert
	expect_shown "$(share cache_insert)"
	press Escape
	click_box cron
	press Tab # to `back`, which the zoom brought
	press Tab
	press Enter
	expect_zoomed '' 5063
	refute_shown 'reset zoom'
}

@test "fs-svg: a zoom into thousands of boxes is as wide as one into few" {
	awk 'BEGIN {
		for (i = 0; i < 3000; i++)
			printf "main;many;f%04d 1\n", i
		print "main;few 1000"
		print "other 500"
	}' >app.folded
	show_flame_of app.folded
	boxes >before
	[ "$(wc -l <before)" -eq 3005 ]
	click_box many
	boxes >shown
	for name in all main many; do
		awk -v name="$name" '$1 == name && $3 <= 0 && $3 + $4 >= 1180' shown >got
		[ -s got ]
	done
	awk '/^f[0-9]/ { off = substr($1, 2) / 3000 * 1180 - $3; if (off > 0.11 || off < -0.11) { print; bad = 1 } }
		END { exit bad }' shown
	refute grep -e NOT -e 'is off' shown
	expect_shown 'reset zoom'
	press Escape
	boxes >got
	same before got
}

@test "fs-svg: of a graph higher than the window the root is seen first, search and details always" {
	awk 'BEGIN {
		for (i = 0; i < 200; i++)
			stack = stack "f" i ";"
		print stack "leaf 3"
	}' | fs-svg >flame.svg
	show flame.svg
	expect_shown all
	refute_shown leaf
	point_at f1
	expect_shown 'f1 (3 samples, 100%); self 0 samples, 0.00%'
	click_text search
	type_text 'leaf|f7'
	expect_shown 'Matched: 3 samples, 100%'
	js 'scrollTo(0, 0)' >/dev/null
	expect_shown leaf
	expect_shown 'Matched: 3 samples, 100%'
	point_at f180
	expect_shown 'f180 (3 samples, 100%); self 0 samples, 0.00%'
}

@test "fs-svg: of a graph much higher than the window, names stand where one looks, and on paper" {
	names() {
		js 'return document.querySelectorAll("#labels text").length'
	}
	awk 'BEGIN {
		for (i = 0; i < 1000; i++)
			stack = stack "f" i ";"
		print stack "leaf 3"
	}' | fs-svg >flame.svg
	show flame.svg
	expect_shown all
	[ "$(names)" -lt 250 ]
	js 'scrollTo(0, 8000)' >/dev/null
	expect_shown f500
	js 'scrollTo(0, 0)' >/dev/null
	expect_shown leaf
	press i
	expect_shown all
	js 'scrollTo(0, 16000)' >/dev/null
	expect_shown leaf
	[ "$(names)" -lt 250 ]
	js 'window.dispatchEvent(new Event("beforeprint"))' >/dev/null
	[ "$(names)" = 1002 ]
}

@test "fs-svg: hostile names show as text, and are found as such" {
	cat >in <<-'END'
		<script>hit=1</script>;"quotes" & 'more';&amp&lt<b&gt 10
		<script>hit=1</script>;</title></svg>]]><script>hit=1</script> 20
		<a href="javascript:hit=1" onclick="hit=1">;a (b) (1 sample, 1%) 30
	END
	fs-svg --title '</title><script>hit=1</script>"&amp;' --subtitle "<i>&'" in >flame.svg
	show flame.svg
	for text in '</title><script>hit=1</script>"&amp;' "<i>&'" '<script>hit=1</script>' \
		"\"quotes\" & 'more'" '&amp&lt<b&gt' '</title></svg>]]><script>hit=1</script>' \
		'<a href="javascript:hit=1" onclick="hit=1">' 'a (b) (1 sample, 1%)'; do
		expect_shown "$text"
	done
	point_at '</title></svg>]]><script>hit=1</script>'
	[[ $(details) = '</title></svg>]]><script>hit=1</script> (20 samples, 33.33%); self '* ]]
	point_at 'a (b) (1 sample, 1%)'
	[[ $(details) = 'a (b) (1 sample, 1%) (30 samples, 50.00%); self '* ]]
	# A zoom writes the names anew.
	click_box '<script>hit=1</script>'
	expect_shown '<script>hit=1</script>'
	expect_shown '</title></svg>]]><script>hit=1</script>'
	press Escape
	click_box 'a (b) (1 sample, 1%)'
	expect_shown 'a (b) (1 sample, 1%)'
	expect_shown '<a href="javascript:hit=1" onclick="hit=1">'
	press Control f
	type_text '^"quotes" & '
	expect_shown 'Matched: 10 samples, 16.67%'
	[ "$(js 'return typeof hit + document.querySelectorAll("script").length')" = undefined1 ]
	[ "$(js 'return document.title')" = '</title><script>hit=1</script>"&amp;' ]
}

@test "fs-svg: the root is no frame, and a search does not find it" {
	printf 'm;malloc 30\nm;free 20\nn;gamma 50\n' >app.folded
	fs-svg app.folded >flame.svg
	show flame.svg
	press Control f
	type_text all
	expect_shown "$(share all)"
}

@test "fs-svg: the name of counts may hold parentheses" {
	printf 'm;alpha;x 30\nm;alpha 4\nm;beta 1\n' | fs-svg --countname 'blocks (4 KiB)' >flame.svg
	show flame.svg
	click_box alpha
	expect_shown alpha
	expect_shown x
	press Control f
	type_text blocks
	expect_shown 'Matched: 0 blocks (4 KiB), 0.00%'
}


# ---- steps and links ----

@test "fs-svg: Backspace, back and the browser's own step go back over zooms, keeps and merges" {
	show_flame
	refute_shown back
	boxes >all
	click_box cron
	boxes >cron
	click_box sort_rows
	press m
	expect_shown back
	press Backspace
	expect_link 'p=app-cron;start_thread;cron;cron_report;aggregate_metrics;sort_rows'
	click_text back
	expect_link 'p=app-cron;start_thread;cron'
	boxes >got
	same cron got
	post back '{}'
	expect_link ''
	boxes >got
	same all got
	refute_shown back
	# Steps faster than the browser are not lost, and none leads out of the picture.
	click_box cron
	click_box sort_rows
	js 'for (let i = 0; i < 5; i++)
		window.dispatchEvent(new KeyboardEvent("keydown", {key: "Backspace", cancelable: true}))' >/dev/null
	expect_link ''
	boxes >got
	same all got
	sleep 0.2
	[ "$(js 'return location.pathname.slice(-9)')" = flame.svg ]
	post forward '{}'
	expect_link 'p=app-cron;start_thread;cron'
	boxes >got
	same cron got
}

@test "fs-svg: a search is no step: it stays when one goes back, and keep gives it back" {
	show_flame
	click_box cron
	click_box sort_rows
	press /
	type_text 'sort_rows'
	press Enter
	press Backspace
	expect_link 'p=app-cron;start_thread;cron&q=sort_rows'
	expect_shown "$(share sort_rows)"
	press Backspace
	expect_link 'q=sort_rows'
	expect_hits '^sort_rows$'
	press k
	expect_link 'k=sort_rows'
	press Backspace
	expect_link 'q=sort_rows'
	# Ended, it is not found again on the way back.
	click_box cron
	press Escape
	press Backspace
	expect_link 'p='
}

@test "fs-svg: a link shows again what it was made of, with other data as far as its path goes" {
	show_flame
	press /
	type_text 'SORT_ROWS|DB_QUERY'
	press Control i
	expect_shown "$(share 'sort_rows|db_query')"
	press Escape
	press /
	type_text 'worker|cron'
	click_text keep
	click_box cron
	press i
	press /
	type_text 'Sort_R'
	press Control i
	link >address
	expect_text address 'p=app-cron;start_thread;cron&k=worker%7Ccron&i=1&qi=Sort_R'
	boxes >before
	texts >before.texts
	post url '{"url":"about:blank"}'
	show "flame.svg" # without it
	boxes >got
	refute same before got 2>/dev/null
	post url '{"url":"about:blank"}'
	post url "{\"url\":\"file://$PWD/flame.svg#$(cat address)\"}"
	boxes >got
	same before got
	grep -q '^sort_rows .* hit$' got
	texts | grep -v '^back$' >got.texts
	grep -v '^back$' before.texts | same - got.texts
	# Another day there is no cron_report below cron.
	printf 'app-cron;start_thread;cron;other 6\nx 5\n' >app.folded
	fs-svg --width 1200 app.folded >flame.svg
	post url '{"url":"about:blank"}'
	post url "{\"url\":\"file://$PWD/flame.svg#p=app-cron;start_thread;cron;cron_report;sort_rows\"}"
	expect_zoomed 'app-cron;start_thread;cron;' 6
	expect_shown 'Zoomed: cron (6 samples, 54.55%)'
	# One that is nonsense shows all.
	post url '{"url":"about:blank"}'
	post url "{\"url\":\"file://$PWD/flame.svg#%%%&p&k=((&q=((&m=9\"}"
	expect_zoomed '' 11
	expect_shown 'no regular expression: (( · 11 samples'
}

@test "fs-svg: a link to a name of any characters leads there" {
	cat >app.folded <<-'END'
		50% & more;a=b#c?d;"x" <y> 'z' 5
		50% & more;ü+ö 3
	END
	show_flame_of app.folded
	click_box "\"x\" <y> 'z'"
	link >address
	post url '{"url":"about:blank"}'
	post url "{\"url\":\"file://$PWD/flame.svg#$(cat address)\"}"
	expect_shown "Zoomed: \"x\" <y> 'z' (5 samples, 62.50%)"
}

# ---- kept, dropped, turned, merged ----

# Draws what is in app.folded, with options, as fs-svg draws it, and prints its boxes.
drawn() {
	fs-svg --width 1200 "$@" app.folded >other.svg
	show other.svg
	boxes
}

@test "fs-svg: keep and drop recount what matches, say so, and can be undone" {
	show_flame
	boxes >all
	press /
	type_text '^db_q'
	press Enter
	click_text keep
	boxes >kept
	kept=$(awk '/;db_q/ { n += $NF } END { print n }' app.folded)
	awk -v n="$kept" 'BEGIN { printf "%d,%03d samples, %.2f%%\n", n / 1000, n % 1000, n / 5063 * 100 }' >told
	texts | grep -F "kept ^db_q · $(cat told) of all · 5,063 samples"
	point_at db_query 1
	# The first in the picture is that of the first worker.
	part=$(awk '/^app-worker-0;.*;db_query/ { n += $NF } END { print n }' app.folded)
	details | grep -F "db_query ($part samples, $(awk "BEGIN { printf \"%.2f\", $part / $kept * 100 }")%), $(awk "BEGIN { printf \"%.2f\", $part / 5063 * 100 }")% of all; self "
	press /
	type_text 'vfs_read'
	press Enter
	press d
	boxes >both
	press u
	boxes >got
	same all got
	press Backspace
	press Backspace
	expect_link 'k=%5Edb_q&q=vfs_read'
	boxes | sed 's/ hit$//' >got
	same kept got
	drawn --keep '(^|;)db_q' >got
	same kept got
	drawn --keep '(^|;)db_q' --drop '(^|;)[^;]*vfs_read' >got
	same both got
}

@test "fs-svg: of nothing left, the root stays, and a step goes back" {
	show_flame
	press /
	type_text '.'
	click_text drop
	[ "$(boxes)" = 'all 0 0.0 1180.0' ]
	texts | grep -F 'dropped . · 0 samples, 0.00% of all'
	press Backspace
	expect_link 'q=.'
	expect_zoomed '' 5063
}

@test "fs-svg: merged by leaf it stands as --reverse draws it, inverted on its head" {
	show_flame --minwidth 0
	click_text merge
	boxes >merged
	expect_shown 'merged by leaf · 5,063 samples'
	click_box parse_json
	expect_shown app-worker-1
	press Escape
	drawn --minwidth 0 --reverse >got
	same merged got
	show flame.svg
	boxes >upright
	y() {
		js 'const [depth] = arguments, graph = document.documentElement.flamegraph, tree = graph.tree();
			return graph.place(tree.depth.indexOf(Number(depth))).top' "$1"
	}
	[ "$(y 0)" -gt "$(y 1)" ]
	click_text invert
	[ "$(y 0)" -lt "$(y 1)" ]
	boxes >got
	same upright got
	click_box cron
	expect_shown 'Zoomed: cron (253 samples, 5.00%)'
}

@test "fs-svg: merged by leaf, thousands of frames on each other are cut, and the picture says where" {
	awk 'BEGIN { for (i = 1; i <= 1500; i++) print "a" (s = s ";f" i) " 1" }' >chain
	show_flame_of --minwidth 0 chain
	press m
	js 'return document.querySelector(".quiet").textContent' >got
	grep -qE '^merged by leaf, the last 2[0-9][0-9] frames of each stack, not drawn: 1,[0-9]* samples, [0-9.]*% ' got
	press m
	[ "$(js 'return document.querySelector(".quiet").textContent')" = '1,500 samples' ]
}

@test "fs-svg: of a difference, titles and colours are those of what is kept and merged" {
	fs-fold app.fs | awk '{ n = $NF; sub(/ [0-9]+$/, ""); print $0, /db_query/ ? int(n / 2) : /cron/ ? 0 : n, n }' >app.folded
	inks() {
		js 'return [...document.querySelectorAll("#view g > path[stroke]:not(.hit):not(.edge)")].map((path) =>
			path.getAttribute("stroke") + " " + path.getAttribute("d")).sort().join("\n")'
	}
	show_flame_of --minwidth 0 app.folded
	press /
	type_text 'db_query'
	press Enter
	press k
	press m
	inks >got
	point_at db_query
	details >details
	fs-svg --width 1200 --minwidth 0 --keep 'db_query' --reverse app.folded >other.svg
	show other.svg
	inks >want
	same want got
	point_at db_query
	[ "$(details | sed 's/; self .*//')" = "$(sed 's/, [0-9.]*% of all$//' details)" ]
	grep -Eq '; before [0-9]+, \+[0-9]+, ' details
	# What is gone has no box: of what it was before, nothing is known but the sum.
	printf 'm;a 10 20\nm;b;c 10 5\nm;d 0 5\nm;e 7 0\n' >app.folded
	show_flame_of app.folded
	press /
	type_text '^d$'
	press Enter
	press k
	js 'return document.querySelector(".quiet").textContent' >got
	grep -qF 'kept ^d$ · 5 samples, 16.67% of all, 7 samples of before not told apart · 30 samples · baseline 27' got
	press u
	press /
	type_text '^e$'
	press Enter
	press k
	point_at all
	details | grep -qF 'all (0 samples, 100%; before 0, +0, +0.00 points), 0.00% of all'
}
