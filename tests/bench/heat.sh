#!/usr/bin/env bash
# How large the heat maps of long profiles are, how long they take to draw and, where there is
# Chromium, how soon they show: a day by the second of random samples, of which nothing merges, a day by
# the minute, a week by the hour.  `make bench`; RATES (1 5 20 99) are the samples a second of those
# days, SECONDS_LONG (86400) is how long they are, and ROUNDS (3) is how often each is opened, the least counting.  No map may be more than 2 MB.
set -euo pipefail
# shellcheck source=tests/bench/here.sh
. "$(dirname "$0")/here.sh"
read -ra rates <<<"${RATES:-1 5 20 99}"
long=${SECONDS_LONG:-86400}
rounds=${ROUNDS:-3}

fail() {
	printf '%s\n' "$@" >&2
	return 1
}
sanitized() {
	false
}
expect_empty() {
	[ ! -s "$1" ]
}
# shellcheck source=tests/browser.bash
. "$root/tests/browser.bash"
BATS_FILE_TMPDIR=$(mktemp -d)
trap 'rm -rf "$BATS_FILE_TMPDIR"' EXIT
cd "$BATS_FILE_TMPDIR"
browser=
if [ -z "$(browser_missing)" ]; then
	browser_start
	trap 'browser_stop; rm -rf "$BATS_FILE_TMPDIR"' EXIT
	browser=yes
fi

# $1 samples a second at random, for so many seconds.
at_random() {
	awk -v rate="$1" -v long="$2" 'BEGIN {
		srand(1)
		for (s = 0; s < long; s++)
			for (i = 0; i < rate; i++)
				printf "%d.%06d\tmain 1\n", s, rand() * 1000000
	}'
}

shown='const page = performance.getEntriesByType("navigation")[0];
	const paint = performance.getEntriesByName("first-contentful-paint")[0];
	return Math.round(page.domContentLoadedEventEnd) + " " + (paint ? Math.round(paint.startTime) : 0)'

# When the script of a map has run, and when its cells show, in milliseconds: the least of some.
open_map() {
	local round use see
	for ((round = 0; round < rounds; round++)); do
		show "$PWD/map.svg" 1300 900
		see=0
		until [ "$see" -gt 0 ]; do
			sleep 0.5
			read -r use see < <(js "$shown")
		done
		echo "$use $see"
	done | awk 'NR == 1 || $1 < use { use = $1 } NR == 1 || $2 < see { see = $2 }
		END { printf ", %d ms to use, %d ms to see", use, see }'
}

status=0
# Tells of the map of a file, of columns of a length.
tell() {
	local what=$1 file=$2 column=$3 seconds bytes rows
	read -r seconds _ < <("$bench/measure" "fs-heatmap --column $column -o map.svg $file")
	bytes=$(wc -c <map.svg)
	rows=$(sed -n 's/.* columns* of [^,]*, \([0-9]*\) rows*.*/\1/p' map.svg | head -1)
	[ "$bytes" -le 2000000 ] || status=1
	printf '%-34s %4d rows %9d bytes %7.2f s to draw' "$what" "$rows" "$bytes" "$seconds"
	[ -z "$browser" ] || open_map
	printf '\n'
}

printf '\nheat maps of long profiles\n\n'
for rate in "${rates[@]}"; do
	at_random "$rate" "$long" >day.fs
	tell "$rate a second, columns of 1s" day.fs 1s
done
tell "$rate a second, columns of 1m" day.fs 1m
at_random 1 $((long * 7)) >week.fs
tell '1 a second, seven times, of 1h' week.fs 1h
exit $status
