#!/usr/bin/env bash
# What fs-svg takes for a flame graph of many distinct stacks, as ratios to `LC_ALL=C sort` of the same
# file and to the file's size.  `make bench`; STACKS (1000000, which is 500 MB) is their number, ROUNDS
# (3) how often each command runs, the best counting.  Limits are what the design promises.
set -euo pipefail
# shellcheck source=tests/bench/here.sh
. "$(dirname "$0")/here.sh"
stacks=${STACKS:-1000000}
rounds=${ROUNDS:-3}
unsorted=$bench/$stacks.unsorted.folded
sorted=$bench/$stacks.sorted.folded

if [ ! -e "$sorted" ] || [ "$bench/distinct" -nt "$sorted" ]; then
	"$bench/distinct" "$stacks" >"$unsorted"
	fs-fold -o "$sorted" "$unsorted"
fi
[ "$(wc -l <"$sorted")" -eq "$stacks" ] || {
	echo "graph.sh: the stacks are not distinct" >&2
	exit 1
}
bytes=$(wc -c <"$sorted")

# The least seconds and the most KiB of each command, interleaved.
race() {
	local command
	for ((round = 0; round < rounds; round++)); do
		for command; do
			"$bench/measure" "$command"
		done
	done | awk -v n=$# '{
			i = (NR - 1) % n
			if (NR <= n || $1 < seconds[i]) seconds[i] = $1
			if ($2 > memory[i]) memory[i] = $2
		}
		END { for (i = 0; i < n; i++) print seconds[i], memory[i] }'
}

over=0
printf '\nfs-svg of %d stacks, %d MB, best of %d\n\n' "$stacks" "$((bytes / 1000000))" "$rounds"
printf '%-22s %9s %9s %6s %9s %8s %6s\n' '' seconds 'x sort' limit 'peak MiB' 'x file' limit
# NAME SORT COMMAND SECONDS MEMORY: what is promised, as shares of sort's seconds and the file's size.
compare() {
	{
		read -r sort _
		read -r seconds kibibytes
	} < <(race "$2" "$3")
	awk -v name="$1" -v sort="$sort" -v seconds="$seconds" -v kibibytes="$kibibytes" \
		-v bytes="$bytes" -v limit="$4" -v most="$5" 'BEGIN {
			ratio = seconds / sort
			share = kibibytes * 1024 / bytes
			bad = ratio > limit || share > most
			printf "%-22s %9.3f %9.2f %6.1f %9.1f %8.2f %6.1f%s\n", name, seconds, ratio,
				limit, kibibytes / 1024, share, most, bad ? "  OVER" : ""
			exit bad
		}' || over=1
}
compare 'sorted' "sort $sorted" "fs-svg $sorted" 1.5 0.5
compare 'sorted, from a pipe' "cat $sorted | sort" "cat $sorted | fs-svg" 1.5 0.5
compare 'unsorted' "sort $unsorted" "fs-svg $unsorted" 3 1

fs-svg "$unsorted" >"$bench/graph.svg"
fs-svg "$sorted" | cmp - "$bench/graph.svg"
boxes=$(sed '/id="labels"/,$d' "$bench/graph.svg" | grep -c '^<path d=' || true)
size=$(wc -c <"$bench/graph.svg")
printf '\n%d boxes, %d bytes' "$boxes" "$size"
if [ "$size" -gt 3000000 ]; then
	printf ', limit 3000000  OVER'
	over=1
fi
echo
exit "$over"
