#!/usr/bin/env bash
# What fs-parse costs on texts of short and of deep stacks, as ratios to `wc -l` of the same text, and
# what a second worker gives.  `make bench`; MEBIBYTES (100) is their size.  They are of the recorded
# profiles that stand beside the repository; without these there is nothing to measure.
set -euo pipefail
# shellcheck source=tests/bench/here.sh
. "$(dirname "$0")/here.sh"

corpus=${FS_SHARED:-$root/../shared}/corpus
mebibytes=${MEBIBYTES:-100}
text=$bench/stacks.perf
[ -d "$corpus" ] || exit 0

# The least seconds of five runs of each command, interleaved.
race() {
	local command seconds
	for _ in 1 2 3 4 5; do
		for command; do
			read -r seconds _ < <("$bench/measure" "$command")
			echo "$seconds"
		done
	done | awk -v n=$# '{ i = (NR - 1) % n; if (NR <= n || $1 < best[i]) best[i] = $1 }
		END { for (i = 0; i < n; i++) printf "%s ", best[i]; print "" }'
}

printf '\n%-30s %9s %9s %9s\n' 'fs-parse' 'bytes' '-j1' '-j2'
printf '%-30s %9s %9s %9s\n' '' 'a sample' 'x wc -l' 'x -j1'
for name in incident/incident-999.perf fields/fp-a.default.txt fields/fp-a.maxstack3.txt \
	fields/nocg-a.default.txt tricky/deep.default.txt; do
	gzip -dc "$corpus/$name.gz" | "$bench/advance" "$mebibytes" >"$text"
	read -r yardstick one two < <(race "wc -l $text" "fs-parse -q -j1 $text" "fs-parse -q -j2 $text")
	samples=$(fs-parse -q "$text" | grep -c '^[0-9-]')
	awk -v name="$name" -v bytes="$(wc -c <"$text")" -v samples="$samples" -v yardstick="$yardstick" \
		-v one="$one" -v two="$two" 'BEGIN {
			printf "%-30s %9d %9.2f %9.2f\n", name, bytes / samples, one / yardstick, one / two
		}'
done
rm -f "$text"
