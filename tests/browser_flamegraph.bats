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

# What the line of details says, whole or cut.
details() {
	js 'return document.querySelector("#details").textContent'
}

@test "fs-svg: the box under the pointer tells samples, shares of all and of the zoom, and self" {
	show_flame
	point_at sort_rows
	[ "$(details)" = 'sort_rows (79 samples, 1.56%); self 79 samples, 1.56%' ]
	click_box cron
	point_at cron_report
	# Of 5,063 and of 253; what ends in cron_report awk counts.
	self=$(awk '/;cron_report(_\[[kji]\])? [0-9]+$/ { n += $NF } END { printf "%d samples, %.2f%%", n, n / 5063 * 100 }' app.folded)
	total=$(awk '/;cron_report[;_ ]/ { n += $NF } END { printf "%d samples, %.2f%%), %.2f%%", n, n / 5063 * 100, n / 253 * 100 }' app.folded)
	details >got
	echo "cron_report ($total of cron; self $self" | same - got
	# Its title too, for those who rest on it.
	[ "$(js 'return document.querySelector("#view .over title").textContent')" = "cron_report (${total%, *}" ]
	pointer to 5 5
	expect_shown 'Zoomed: cron (253 samples, 5.00%)'
	[ -z "$(js 'return (document.querySelector("#view .over") || {}).outerHTML || ""')" ]
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
	[ "$(details)" = 'f1 (3 samples, 100%); self 0 samples, 0.00%' ]
	click_text search
	type_text 'leaf|f7'
	expect_shown 'Matched: 3 samples, 100%'
	js 'scrollTo(0, 0)' >/dev/null
	expect_shown leaf
	expect_shown 'Matched: 3 samples, 100%'
	point_at f180
	[ "$(details)" = 'f180 (3 samples, 100%); self 0 samples, 0.00%' ]
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
	[ "$(js 'return typeof hit + document.querySelectorAll("script").length')" = undefined12 ]
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

