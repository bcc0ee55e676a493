#!/usr/bin/env bats
# The rules of docs/design.md and docs/style.md that can be checked by a machine.
# What is looked at is $TREE, so that each rule can be seen to fail on a broken copy:
# the tests "... is noticed" at the end do that.

load helper

setup() {
	helper_setup
	TREE=${TREE:-$ROOT}
}

# Our C files, from the top of $TREE: all, or those below cmd, but the ones named.
c_files() {
	(cd "$TREE" && ls cmd/*.c lib/*/*.[ch] 2>/dev/null) || true
}

below_cmd() {
	local file except
	c_files | grep '^lib' | while read -r file; do
		for except; do
			[ "$file" = "lib/$except" ] && continue 2
		done
		echo "$file"
	done
}

# Prints `FILE:LINE: text` of the files named on stdin, comments taken out.
code() {
	(cd "$TREE" && xargs awk '
		FNR == 1 { inside = 0 }
		{
			text = ""
			rest = $0
			while (rest != "") {
				if (inside) {
					end = index(rest, "*/")
					rest = end ? substr(rest, end + 2) : ""
					inside = !end
				} else {
					start = index(rest, "/*")
					text = text (start ? substr(rest, 1, start - 1) : rest)
					rest = start ? substr(rest, start + 2) : ""
					inside = start > 0
				}
			}
			print FILENAME ":" FNR ": " text
		}')
}

# No line of the code on stdin matches.
none_match() {
	refute grep -E "$1"
}

# FILE INCLUDED for each include of a file of ours, the file from its floor on.
own_includes() {
	c_files | code | sed -n 's/^\(lib\/\)\{0,1\}\([^:]*\):[0-9]*: #include "\([^"]*\)".*/\2 \3/p'
}

# The floors, lowest first; cmd stands on all of them.
dependencies_point_down() {
	own_includes | awk '
		function floor_of(file) {
			sub("/.*", "", file)
			return floors[file] + 0
		}
		BEGIN {
			n = split("base profile analysis picture cmd", names, " ")
			for (i = 1; i <= n; i++)
				floors[names[i]] = i
		}
		floor_of($2) == 0 || floor_of($2) > floor_of($1) || floor_of($2) == n {
			print $1 " includes " $2
			bad = 1
		}
		END { exit bad || NR == 0 }'
}

threads_in_blocks_alone() {
	c_files | grep -v '^lib/base/blocks.c' | code |
		none_match 'pthread|<threads\.h>|<stdatomic\.h>'
}

function_of_input_and_options() {
	below_cmd base/opts.c base/opts.h | code | none_match '[^a-z_](getenv|environ|argv|optarg)[^a-z_]' &&
		c_files | code | none_match '[^a-z_](setlocale|s?rand|s?random|arc4random|is(alpha|alnum|digit|print|space)|to(lower|upper))\(|<(locale|ctype|math)\.h>' &&
		c_files | grep -vE '^lib/base/(watch|zone)\.c' | code |
		none_match '[^a-z_](time|clock|clock_gettime|gettimeofday|localtime)\(|<time\.h>'
}

memory_from_few_places() {
	c_files | grep -vE '^lib/base/(array|arena|text|die)\.c' | code |
		none_match '[^a-z_](malloc|calloc|realloc|reallocarray|strdup|strndup|alloca|asprintf)\('
}

no_banned_calls() {
	c_files | code |
		none_match '[^a-z_](strtok|strtok_r|atoi|atol|atof|gets|sprintf|strcpy|strcat|[fs]?scanf|system|popen)\('
}

# Functions in the house's form: `{` and `}` alone in column 0 are their first and last lines.
short_functions() {
	c_files | (cd "$TREE" && xargs awk '
		FNR == 1 { start = 0 }
		/^{$/ { start = FNR; name = before }
		/^}$/ && start { if (FNR - start - 1 > 60) { print FILENAME ": " name ": " FNR - start - 1 " lines"; bad = 1 } start = 0 }
		{ before = $0 }
		END { exit bad }')
}

short_files() {
	c_files | (cd "$TREE" && xargs awk '
		FNR == 301 { print FILENAME ": more than 300 lines"; bad = 1 } END { exit bad }')
}

nothing_left_to_do() {
	(cd "$TREE" && refute grep -rnIE '\b(TODO|FIXME|XXX|HACK)\b' --include='*.[ch]' --include='*.js' \
		--include='*.bash' --include='*.sh' --include='*.[157]' cmd lib tests docs)
}

# Each file begins with one line that says what it is: `/* fold.c - what it is`; programs can leave
# out the .c.
first_lines() {
	c_files | (cd "$TREE" && xargs awk '
		FNR == 1 { name = FILENAME; sub(".*/", "", name)
			short = name
			if (FILENAME ~ "^cmd/") sub("[.]c$", "", short)
			if (index($0, "/* " name " - ") != 1 && index($0, "/* " short " - ") != 1) { print FILENAME ": begins with " $0; bad = 1 } }
		END { exit bad }')
}

# The objects of the modules whose sources stand on stdin: an old build may hold others.
objects() {
	sed -n "s|\\(.*\\)\\.c\$|$BUILD/\\1.o|p"
}

external_symbols() {
	local bad=0
	c_files | objects | xargs nm -g | awk '
		NF == 1 && /:$/ {
			file = module = substr($1, 1, length($1) - 1)
			gsub(".*/|[.]o$", "", module)
			if (file ~ "/cmd/[^/]*$")
				module = "main"
			next
		}
		$2 ~ /^[ABCDGRSTVW]$/ && $3 !~ /^_/ && $3 != module && index($3, module "_") != 1 {
			print file ": " $3
			bad = 1
		}
		END { exit bad || file == "" }' || bad=1
	for file in "$BUILD"/asset/*.o; do
		refute grep -v ' asset_' < <(nm -g "$file" | grep -v ' __') || bad=1
	done
	return "$bad"
}

@test "architecture: dependencies point down, and programs do not include each other" {
	dependencies_point_down
}

@test "architecture: threads are known to base/blocks.c alone" {
	threads_in_blocks_alone
}

@test "architecture: below cmd nothing reads argv or the environment; nothing a clock or locale" {
	function_of_input_and_options
}

@test "architecture: memory comes from array, arena and text" {
	memory_from_few_places
}

@test "architecture: no call that the style bans" {
	no_banned_calls
}

@test "architecture: no function has more than 60 lines" {
	short_functions
}

@test "architecture: no file has more than 300 lines" {
	short_files
}

@test "architecture: nothing is left to be done later" {
	nothing_left_to_do
}

@test "architecture: every file begins by saying what it is" {
	first_lines
}

@test "architecture: every external symbol bears the name of its file" {
	needs nm
	external_symbols
}

@test "architecture: nothing in lib can be written to but what die.c keeps" {
	needs nm
	nm -f sysv --version >/dev/null 2>&1 || skip "nm does not name sections"
	# Tables of pointers are .data.rel.ro, which is read-only once the program runs.
	below_cmd base/die.c | objects | xargs nm -f sysv | awk -F'|' '
		/^Symbols from / {
			file = $1
			next
		}
		$NF ~ /^(\.data|\.bss|\*COM\*|\.tbss|\.tdata)/ && $NF !~ /rel\.ro/ {
			print file " " $1
			bad = 1
		}
		END { exit bad || file == "" }'
}

@test "architecture: programs need libc alone" {
	needs ldd
	for program in $(programs); do
		ldd "$BUILD/$program" >libraries 2>&1 || grep -q 'not a dynamic\|statically' libraries
		refute grep -vE 'not a dynamic|statically linked|linux-(vdso|gate)|/ld-|lib(c|m|pthread)\.|ld-musl' libraries
	done
}

@test "architecture: every header can be included alone" {
	needs cc
	cd "$ROOT"
	for header in lib/*/*.h; do
		printf '#include "%s"\n#include "%s"\n' "${header#lib/}" "${header#lib/}" |
			cc -std=c11 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -Wall -Wextra -pedantic \
				-Werror -Ilib -fsyntax-only -x c - || fail "$header"
	done
}

@test "architecture: the form is clang-format's" {
	needs clang-format
	cd "$ROOT"
	{ c_files; ls tests/*/*.[ch]; } | xargs clang-format --dry-run -Werror
}

@test "architecture: the top level holds what a visitor expects, and no more" {
	cd "$ROOT"
	for entry in *; do
		case $entry in
		cmd | lib | tests | docs | build | Makefile | README.md | LICENSE) ;;
		*) fail "$entry" ;;
		esac
	done
}

# What a package is installed for, where that is not called as the package is.
tools_of() {
	case $1 in
	binutils) echo nm ;;
	chromium-driver) echo chromedriver ;;
	gcc) echo cc gcc ;;
	libc6-dev) echo ldd ;;
	libclang-rt-dev) echo fsanitize ;;
	musl-tools) echo musl-gcc ;;
	nodejs) echo node ;;
	util-linux) echo script setpriv ;;
	*) echo "$1" ;;
	esac
}

@test "architecture: .ci/run installs what a test needs, and nothing that nothing uses" {
	sed -n '/^packages=(/,/^)/p' "$ROOT/.ci/run" | sed '1d; $d' | xargs -n 1 >packages
	(
		cd "$ROOT"
		sed '/^packages=(/,/^)/d' .ci/run
		cat Makefile tests/*.bats tests/*.bash tests/tools/* tests/bench/*
	) | grep -v '^[[:space:]]*#' >code
	while read -r package; do
		tools_of "$package" | tr ' ' '\n'
	done <packages | sort >installed
	[ -s installed ]
	while read -r tool; do
		grep -qwF -e "$tool" code || fail "nothing uses $tool"
	done <installed
	sed -n 's/^[[:space:]]*needs \([a-z]\)/\1/p' code | tr ' ' '\n' | sort -u >needed
	grep -qx strace needed
	comm -13 installed needed >missing
	expect_empty missing
}

# A copy of the tree with one file broken: FILE, and a line for its end.
broken() {
	mkdir -p tree
	cp -R "$ROOT/cmd" "$ROOT/lib" "$ROOT/tests" "$ROOT/docs" tree/
	[ -e "tree/$1" ] || [ "${1%/*}" = cmd ] || fail "no $1 to break"
	printf '%s\n' "$2" >>"tree/$1"
	TREE=$PWD/tree
}

@test "architecture: an include that points up is noticed" {
	broken lib/base/str.c '#include "profile/fold.h"'
	run dependencies_point_down
	[ "$output" = 'base/str.c includes profile/fold.h' ]
	rm -rf tree
	broken cmd/fs-x.c '#include "cmd/fs-y.c"'
	run dependencies_point_down
	[ "$output" = 'cmd/fs-x.c includes cmd/fs-y.c' ]
}

@test "architecture: each of the other rules notices when it is broken" {
	long=$(printf 'int\nf(void)\n{\n'; yes '	;' | head -61; printf '}\n')
	while read -r rule file line; do
		rm -rf tree
		broken "$file" "$line"
		refute "$rule"
	done <<-END
		threads_in_blocks_alone lib/profile/fold.c #include <pthread.h>
		function_of_input_and_options lib/profile/fold.c char *s = getenv("X");
		function_of_input_and_options lib/profile/fold.c long t = time(NULL);
		memory_from_few_places lib/profile/fold.c char *s = malloc(1);
		no_banned_calls lib/profile/fold.c int i = atoi("1");
		nothing_left_to_do lib/profile/fold.c /* TODO */
	END
	rm -rf tree
	broken lib/base/array.c "$long"
	refute short_functions
	rm -rf tree
	broken lib/base/array.c "$(yes '/* */' | head -300)"
	refute short_files
	sed -i.old 1d tree/lib/base/array.c
	refute first_lines
}
