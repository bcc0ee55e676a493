#!/usr/bin/env bats
# Pictures are well-formed XML, and hold no markup but ours, whatever stands in names.

load helper

@test "markup: every golden picture is well-formed" {
	needs python3
	set --
	for file in "$TESTS"/golden/*/*.out; do
		head -c 60 "$file" | grep -q '^<?xml' && set -- "$@" "$file"
	done
	[ $# -ge 6 ]
	python3 "$TESTS/tools/markup.py" check "$@"
}

@test "markup: a thousand flame graphs of hostile names hold nothing but our markup" {
	needs python3
	python3 "$TESTS/tools/markup.py" fuzz 20260101 1000
}

@test "markup: a hundred scopes of hostile profiles hold nothing but our markup, and all samples" {
	needs python3
	python3 "$TESTS/tools/scope_page.py" fuzz 20260101 100
	gzip -dc "$TESTS/data/app.perf.gz" | fs-parse -q | fs-scope >page.html
	python3 "$TESTS/tools/scope_page.py" check page.html
	for broken in 's/<p id="caption">/&<b>/' 's/<desc>/&\&nbsp;/' 's/<h1>/&<!-- -->/' 's/<div id="still">/<div id="still" onclick="x">/' \
		's/<\/main>//' 's/<h1>/<h1><a href="javascript:x"><\/a>/' 's/<h1>/<h1><script src="x"><\/script>/'; do
		sed "$broken" page.html >bad.html
		refute cmp -s page.html bad.html
		run_split python3 "$TESTS/tools/scope_page.py" check bad.html
		expect_status 1
	done
}

@test "markup: what is not ours is noticed" {
	needs python3
	printf 'a;b 1\n' | fs-svg >good
	for broken in 's/<desc>/<desc><image\/>/' 's/<desc>/<desc>\x01/' 's/<title>b/<title><b/' \
		's/id="back"/id="back" onload="x"/' 's/<rect id/<a href="javascript:x"><\/a><rect id/' \
		's/<desc>/<desc>\xff/' "s/'use strict'/alert(1)/" 's/<desc>/<!-- --><desc>/'; do
		sed "$broken" good >bad
		refute cmp -s good bad
		run_split python3 "$TESTS/tools/markup.py" check bad
		expect_status 1
	done
	python3 "$TESTS/tools/markup.py" check good
}
