#!/usr/bin/env bats
# The manual says what the programs do, and its examples work.
#
# A line `$ command` of a page, wherever it stands, is a command that works: it is run by bash in a
# directory that holds
#	app.perf	a profile as `perf script --header` writes it, 13 seconds long
#	app.fs		the same through fs-parse, and app.folded, through fs-fold too
#	before.fs after.fs	the first and the second half of app.fs
#	before.folded after.folded	each through fs-fold
# and with a `perf` whose `perf script` prints app.perf and whose `perf record` does nothing.
# A command that ends in a backslash goes on in the next line.  All of them have to end with
# status 0, each command of a pipe too, but one that `| sed 10q` or the like has ended.

load helper

pages() {
	ls "$ROOT"/docs/*.[157] 2>/dev/null || true
}

# The options that --help lists, one a line: -o and --output.
help_options() {
	"$1" --help | sed -n 's/^  \(   *\)\{0,1\}\(-.*\)/\2/p' |
		grep -oE '^(-[A-Za-z0-9], )?--?[A-Za-z0-9][A-Za-z0-9-]*' | tr -d ' ' | tr ',' '\n' | sort -u
}

# The options that lines of a page name after Fl macros: `.It Fl o Ar FILE` and `Fl -output`,
# `Fl Fl output`.
flags() {
	sed 's/ Fl Fl / Fl -/g' | grep -oE 'Fl (\\-|-)?[A-Za-z0-9][A-Za-z0-9-]*' | sed 's/^Fl //; s/\\-/-/g; s/^/-/' | sort -u
}

page_options() {
	grep '^\.It Fl' "$1" | flags
}

synopsis_options() {
	sed -n '/^\.Sh SYNOPSIS/,/^\.Sh DESCRIPTION/p' "$1" | flags
}

@test "docs: every program has a page" {
	for program in $(programs); do
		[ -e "$ROOT/docs/$program.1" ] || fail "no docs/$program.1"
	done
}

@test "docs: the pages are well-formed" {
	needs mandoc
	for page in $(pages); do
		mandoc -T lint -W warning "$page" || fail "$page"
	done
}

@test "docs: --help lists the options that the page describes, and no others" {
	for program in $(programs); do
		page=$ROOT/docs/$program.1
		[ -e "$page" ] || fail "no $page"
		help_options "$program" >help
		[ "$(wc -l <help)" -ge 3 ]
		page_options "$page" >page
		diff help page || fail "$program: < is --help, > is the list of options in the page"
		synopsis_options "$page" >synopsis
		comm -13 help synopsis >unknown
		expect_empty unknown
	done
}

# Prints the commands that a page shows.
examples() {
	mandoc -T ascii -O width=500 "$1" | sed 's/.\x08//g' |
		awk '/^ *\$ / || more { sub(/^ *(\$ )?/, ""); more = /\\$/; sub(/\\$/, ""); printf "%s%s", $0, more ? " " : "\n" }'
}

stage() {
	mkdir -p "$1/bin"
	cp "$(app_perf)" "$1/app.perf"
	(
		cd "$1" || exit 1
		fs-parse app.perf >app.fs
		fs-fold app.fs >app.folded
		fs-slice start 6.5 app.fs >before.fs
		fs-slice 6.5 end app.fs >after.fs
		fs-fold before.fs >before.folded
		fs-fold after.fs >after.folded
		printf '#!/bin/sh\n[ "$1" != script ] || cat app.perf\n' >bin/perf
		chmod +x bin/perf
	)
}

@test "docs: the examples work" {
	needs mandoc
	stage stage
	for page in $(pages); do
		examples "$page" >commands
		case $page in
		*.1) [ -s commands ] || fail "$page has no examples" ;;
		esac
		while read -r line; do
			# In a copy, so that no example lives on what another left.
			rm -rf run
			cp -R stage run
			status=0
			(cd run && PATH=$PWD/bin:$PATH bash -o pipefail -c "$line" >stdout 2>stderr </dev/null) ||
				status=$?
			[ "$status" -eq 0 ] || [ "$status" -eq 141 ] ||
				fail "$(basename "$page"): $line" "$(cat run/stderr)"
		done <commands
	done
}

@test "docs: the options of --help fit the page of a program that has them wrong" {
	printf '.Sh SYNOPSIS\n.Op Fl o Ar FILE\n.Op Fl -title Ar TEXT\n.Sh DESCRIPTION\n.It Fl o , Fl Fl output Ar FILE\n.It Fl q\n' >page.1
	[ "$(page_options page.1 | tr '\n' ' ')" = '--output -o -q ' ]
	[ "$(synopsis_options page.1 | tr '\n' ' ')" = '--title -o ' ]
	fake() {
		printf 'usage: x\n\n  -o, --output FILE       text --not\n      --title=TEXT  more\n'
	}
	[ "$(help_options fake | tr '\n' ' ')" = '--output --title -o ' ]
}
