#!/usr/bin/env bash
# Whether time is linear in odd inputs: each shape at two sizes, ten times apart, may not cost more
# than twice as much a byte at the larger one.  `make bench` runs it; LARGE (100) is that size in
# megabytes.
set -euo pipefail
# shellcheck source=tests/bench/here.sh
. "$(dirname "$0")/here.sh"
large=${LARGE:-100}
shape=$bench/shape

header='app     7 [000]     1.000001:          1 cycles: '
frame='          401136 main+0x6 (/usr/bin/app)'

# $1 megabytes of a text again and again; -n: without a newline.
again() {
	yes "$2" 2>/dev/null | head -c $(($1 * 1000000)) || true
}

again_on_a_line() {
	again "$1" "$2" | tr -d '\n'
}

# Each prints about $1 megabytes.
one_frame_long() {
	printf '%s\n\t%s ' "$header" '          401136'
	again_on_a_line "$1" x
	printf ' (/usr/bin/app)\n\n'
}

one_name_long() {
	again_on_a_line "$1" 'a b '
	printf '%s\n\t%s\n\n' "$header" "$frame"
}

no_newline() {
	printf '%s\n\t%s\n\n' "$header" "$frame"
	again_on_a_line "$1" 'line '
}

colons() {
	printf '%s\n\t%s\n\n' "$header" "$frame"
	again_on_a_line "$1" ':'
}

stamps() {
	printf '%s\n\t%s\n\n' "$header" "$frame"
	again_on_a_line "$1" ' 7 [000] 1.000001: e: '
}

many_frames() {
	printf '%s\n' "$header"
	again "$1" "	$frame"
	printf '\n'
}

one_line_samples() {
	again "$1" "$header $frame"
}

empty_stacks() {
	again "$1" "$header"
}

almost_a_profile() {
	printf '%s\n\t%s\n\n' "$header" "$frame"
	again "$1" 'app 7 [000] 1.00001: 1 cycles: main (/usr/bin/app)'
}

no_profile() {
	again "$1" 'nothing of the kind: 12 [34] 5.6: x'
}

parentheses() {
	printf '%s\n\t%s ' "$header" '          401136'
	again_on_a_line "$1" '(a (/'
	printf ' (/usr/bin/app)\n\n'
}

templates() {
	printf '%s\n\t%s ' "$header" '          401136'
	again_on_a_line "$1" 'f<(g)->'
	printf ') (/tmp/perf-7.map)\n\n'
}

blank_lines() {
	printf '%s\n\t%s\n\n' "$header" "$frame"
	again "$1" ''
}

over=0
printf '\n%-20s %16s %16s %8s\n' 'fs-parse -j1' "$((large / 10)) MB, ns/byte" "$large MB, ns/byte" 'limit 2'
for name in one_frame_long one_name_long no_newline colons stamps many_frames one_line_samples \
	empty_stacks almost_a_profile no_profile parentheses templates blank_lines; do
	nanoseconds=()
	for size in $((large / 10)) "$large"; do
		$name "$size" >"$shape"
		best=
		for _ in 1 2 3; do
			# What is no profile has status 1.
			read -r seconds _ < <("$bench/measure" "fs-parse -q -j1 $shape 2>/dev/null || true")
			best=$(echo "${best:-$seconds} $seconds" | awk '{ print ($1 < $2 ? $1 : $2) }')
		done
		nanoseconds+=("$(awk -v seconds="$best" -v bytes="$(wc -c <"$shape")" \
			'BEGIN { printf "%.3f", seconds * 1e9 / bytes }')")
	done
	awk -v name="$name" -v small="${nanoseconds[0]}" -v large="${nanoseconds[1]}" 'BEGIN {
		bad = large > 2 * small
		gsub("_", " ", name)
		printf "%-20s %16.2f %16.2f %8.2f%s\n", name, small, large, large / small, bad ? "  OVER" : ""
		exit bad
	}' || over=1
done
rm -f "$shape"
exit "$over"
