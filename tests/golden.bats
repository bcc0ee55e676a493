#!/usr/bin/env bats
# What holds for golden cases as a whole.  The cases themselves are tests that tests/tools/cases
# writes, one each; tests/tools/golden tells what the files of a case are.

load helper

@test "golden: a case is named good-, odd- or bad-, and belongs to a program" {
	for input in "$TESTS"/golden/*/*.in; do
		[ -e "$input" ] || continue
		case $(basename "$input") in
		good-* | odd-* | bad-*) ;;
		*) fail "$input" ;;
		esac
		programs | grep -qx "$(basename "$(dirname "$input")")" || fail "$input: no such program"
		[ -e "${input%.in}.out" ] || fail "$input has no .out; make golden"
	done
}

@test "golden: bad- cases fail, good- ones have nothing to say" {
	for input in "$TESTS"/golden/*/*.in; do
		case $(basename "$input") in
		bad-*) [ -e "${input%.in}.status" ] || [ -e "${input%.in}.err" ] || fail "$input: all is well" ;;
		good-*) [ ! -e "${input%.in}.status" ] || fail "$input: status $(cat "${input%.in}.status")" ;;
		esac
	done
}

@test "golden: no file is left over from a case that is gone" {
	for file in "$TESTS"/golden/*/*.{out,args,err,status}; do
		[ -e "$file" ] || continue
		[ -e "${file%.*}.in" ] || fail "$file"
	done
}

@test "golden: each odd- case is explained in docs/oddities.md" {
	for input in "$TESTS"/golden/*/odd-*.in; do
		[ -e "$input" ] || continue
		case=$(basename "$input" .in)
		grep -qF "$case" "$ROOT/docs/oddities.md" || fail "$case"
	done
}

# A program that answers with its arguments, what it reads, a message and status 3.
fake_program() {
	mkdir -p bin golden/fs-fake
	cat >bin/fs-fake <<-'END'
		#!/bin/sh
		printf '%s;' "$@"
		cat
		echo said >&2
		exit 3
	END
	chmod +x bin/fs-fake
	echo input >golden/fs-fake/bad-a.in
	echo "-x 'a b' \"c\"" >golden/fs-fake/bad-a.args
}

golden() {
	env GOLDEN="$PWD/golden" BUILD="$PWD/bin" "$TESTS/tools/golden" "$@"
}

@test "golden: what is written down is what the program gives, and any difference is noticed" {
	fake_program
	refute golden run fs-fake bad-a
	golden write
	expect_text golden/fs-fake/bad-a.out '-x;a b;c;input'
	expect_text golden/fs-fake/bad-a.err said
	expect_text golden/fs-fake/bad-a.status 3
	golden run fs-fake bad-a
	for suffix in out err status; do
		echo more >>golden/fs-fake/bad-a.$suffix
		refute golden run fs-fake bad-a
		golden write
		golden run fs-fake bad-a
	done
	# What is the default is not written down.
	printf '#!/bin/sh\ncat\n' >bin/fs-fake
	golden write
	[ "$(ls golden/fs-fake | tr '\n' ' ')" = 'bad-a.args bad-a.in bad-a.out ' ]
}
