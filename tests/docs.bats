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

# The names of each option that --help lists, one option a line: -o --output.
help_names() {
	"$1" --help | sed -n 's/^  \(   *\)\{0,1\}\(-.*\)/\2/p' |
		grep -oE '^(-[A-Za-z0-9], )?--?[A-Za-z0-9][A-Za-z0-9-]*' | tr -d ','
}

# Of the options that --help lists, those that take a value: --title=TEXT, -o, --output FILE.
help_valued() {
	"$1" --help | sed -n 's/^  \(   *\)\{0,1\}\(-.*\)/\2/p' |
		grep -E '^(-[A-Za-z0-9], )?--?[A-Za-z0-9][A-Za-z0-9-]*(=| [A-Z])' |
		grep -oE '^(-[A-Za-z0-9], )?--?[A-Za-z0-9][A-Za-z0-9-]*' | tr -d ' ' | tr ',' '\n' | sort -u
}

# Those that the page's list of options has with a value.
page_valued() {
	grep -E '^\.It Fl .* (Ar|Cm) ' "$1" | flags
}

# Those that its synopsis has with a value.
synopsis_valued() {
	sed -n '/^\.Sh SYNOPSIS/,/^\.Sh DESCRIPTION/p' "$1" | grep -E ' (Ar|Cm) ' | flags
}

# The entries of the page's list of options behind which no sentence stands.
undescribed() {
	awk '/^\.It Fl/ { if (open != "") print open; open = $0; next }
		/^\.(It|El)/ { if (open != "") print open; open = "" }
		/^(\.[A-Z][a-z] )?[A-Za-z]/ { open = "" }' "$1"
}

# Runs a check for each program and its page.
each_page() {
	local program
	for program in $(programs); do
		[ -e "$ROOT/docs/$program.1" ] || fail "no docs/$program.1"
		"$1" "$program" "$ROOT/docs/$program.1"
	done
}

lists_all() {
	help_options "$1" >help
	[ "$(wc -l <help)" -ge 3 ]
	page_options "$2" >page
	diff help page || fail "$1: < is --help, > is the list of options in the page"
}

@test "docs: --help lists the options that the page describes, and no others" {
	each_page lists_all
}

# What every program has, and does nothing else then, is in no synopsis.
synopsis_lists_all() {
	local names name found
	synopsis_options "$2" >synopsis
	help_options "$1" | comm -13 - synopsis >unknown
	expect_empty unknown
	help_names "$1" | grep -vx -e --help -e --version >all
	while read -r names; do
		found=
		for name in $names; do
			! grep -qxF -e "$name" synopsis || found=$name
		done
		[ -n "$found" ] || fail "$1: $names is not in the synopsis"
	done <all
}

@test "docs: the synopsis has each option of --help, by one of its names, and no others" {
	each_page synopsis_lists_all
}

values_agree() {
	help_valued "$1" >help
	[ -s help ]
	page_valued "$2" >page
	diff help page || fail "$1: < is --help, > is the list of options in the page"
	synopsis_valued "$2" >synopsis
	comm -23 synopsis help >unvalued
	expect_empty unvalued
	synopsis_options "$2" | comm -12 - help | comm -23 - synopsis >valued
	expect_empty valued
}

@test "docs: an option that takes a value does so in --help, in the synopsis and where it is described" {
	each_page values_agree
}

describes_all() {
	undescribed "$2" >bare
	expect_empty bare
}

@test "docs: each option is described" {
	each_page describes_all
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

# The part of a page called EXAMPLES.
examples_part() {
	awk '/^\.S[hs] / { show = $0 == ".Sh EXAMPLES" } show || /^\.D[dt]/' "$1"
}

@test "docs: the examples work" {
	needs mandoc
	stage stage
	# What is written is known by its time, and a clock may be coarse.
	find stage -type f -exec touch -t 200001010000 {} +
	touch -t 200101010000 begin
	for page in $(pages); do
		examples "$page" >commands
		case $page in
		*.1)
			examples_part "$page" >part
			examples part >inside
			[ "$(wc -l <inside)" -ge 2 ] || fail "$page has no examples"
			grep -vxFf commands inside >missing || true
			expect_empty missing
			;;
		esac
		while read -r line; do
			# In a copy, so that no example lives on what another left.
			rm -rf run
			cp -Rp stage run
			status=0
			(cd run && PATH=$PWD/bin:$PATH bash -o pipefail -c "$line" >stdout 2>stderr </dev/null) ||
				status=$?
			[ "$status" -eq 0 ] || [ "$status" -eq 141 ] ||
				fail "$(basename "$page"): $line" "$(cat run/stderr)"
			# An example that gives nothing shows nothing, but where it compares.
			[[ $line == *'| cmp '* ]] || [ -n "$(find run -type f -newer begin -size +0 ! -name stderr)" ] ||
				fail "$(basename "$page"): $line: nothing came of it"
		done <commands
	done
}

# The blocks of a page of Markdown that are indented by four blanks, each into a file $2.1, $2.2 ..
blocks() {
	awk -v name="$2" '
		/^    / { if (!inside) n++; inside = 1; sub(/^    /, ""); print > (name "." n); next }
		!/^$/ { inside = 0 }' "$1"
}

# As stage, of a minute and a half; with a make that says what it would do and does not.
stage_readme() {
	mkdir -p "$1/bin"
	gzip -dc "$TESTS/data/incident-99-app.perf.gz" >"$1/app.perf"
	printf '#!/bin/sh\n[ "$1" != script ] || cat app.perf\n' >"$1/bin/perf"
	cat >"$1/bin/make" <<-E
		#!/bin/sh
		unset MAKEFLAGS MFLAGS MAKELEVEL
		exec "$(command -v make)" -n -C "$ROOT" BUILD="$BUILD" "\$@" >/dev/null
	E
	chmod +x "$1/bin/perf" "$1/bin/make"
}

@test "docs: the commands of README work" {
	needs make
	blocks "$ROOT/README.md" block
	[ -s block.1 ]
	stage_readme run
	for block in block.*; do
		# A line of our format, which is no command.
		if grep -q '^[0-9][0-9.]* ' "$block"; then
			[ "$(fs-slice 34 35 "$block" | grep -v '^#')" = "$(cat "$block")" ]
			fs-fold --strict "$block"
			continue
		fi
		(cd run && HOME=$PWD PATH=$PWD/bin:$PATH bash -e -o pipefail "../$block" >stdout 2>stderr </dev/null) ||
			fail "$(cat "$block")" "$(cat run/stderr)"
		expect_empty run/stderr
	done
	# They are in one directory, as a reader would be.
	for picture in heat.svg flame.svg; do
		expect_line run/$picture '</svg>'
	done
	expect_line run/app.fs '^# end='
}

@test "docs: the pipes that README tells in passing work" {
	stage_readme run
	awk -F '`' '{ for (i = 2; i <= NF; i += 2) print $i }' "$ROOT/README.md" | grep ' | ' >pipes
	[ -s pipes ]
	while read -r line; do
		(cd run && PATH=$PWD/bin:$PATH bash -o pipefail -c "$line" >stdout 2>stderr </dev/null) ||
			fail "$line" "$(cat run/stderr)"
		[ -s run/stdout ] || fail "$line: nothing came of it"
	done <pipes
}

@test "docs: what README points at is there" {
	grep -o '](\([^)]*\))' "$ROOT/README.md" | sed 's/^](//; s/)$//' | grep -v '^http' >targets
	[ -s targets ]
	while read -r target; do
		[ -e "$ROOT/$target" ] || fail "$target"
	done <targets
}

@test "docs: tests/data/README tells of each file that is there, and of no other" {
	(cd "$TESTS/data" && ls) | grep -vx README >there
	[ -s there ]
	sed -n 's/^\([^[:space:]]\{1,\}\)[[:space:]].*/\1/p' "$TESTS/data/README" | sort >told
	diff there told
}

@test "docs: the options of --help fit the page of a program that has them wrong" {
	printf '.Sh SYNOPSIS\n.Op Fl o Ar FILE\n.Op Fl -title Ar TEXT\n.Sh DESCRIPTION\n.It Fl o , Fl Fl output Ar FILE\n.It Fl q\n' >page.1
	[ "$(page_options page.1 | tr '\n' ' ')" = '--output -o -q ' ]
	[ "$(synopsis_options page.1 | tr '\n' ' ')" = '--title -o ' ]
	fake() {
		printf 'usage: x\n\n  -o, --output FILE       text --not\n      --title=TEXT  more\n'
	}
	[ "$(help_options fake | tr '\n' ' ')" = '--output --title -o ' ]
	[ "$(help_names fake | tr '\n' ';')" = '-o --output;--title;' ]
	[ "$(help_valued fake | tr '\n' ' ')" = '--output --title -o ' ]
	[ "$(page_valued page.1 | tr '\n' ' ')" = '--output -o ' ]
	[ "$(synopsis_valued page.1 | tr '\n' ' ')" = '--title -o ' ]
	[ "$(undescribed page.1)" = '.It Fl o , Fl Fl output Ar FILE' ]
}
