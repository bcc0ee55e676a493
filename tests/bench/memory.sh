#!/usr/bin/env bash
# How much memory the programs take at most, reading inputs of several lengths from a pipe, and
# whether that is what the design promises: no more for a longer profile.  Blocks of a pipe are as
# full as chance will have it; run.sh, which reads files, holds them to the same limits.  `make bench`
# runs both, this one for 1 and 500 MiB;
#
#	make bench SIZES='1 500 5000'
#
# takes 5 GB too, which is some minutes more.
set -euo pipefail
# shellcheck source=tests/bench/here.sh
. "$(dirname "$0")/here.sh"
sizes=${SIZES:-1 500}
source=${FS_SHARED:-$root/../shared}/corpus/incident/incident-999.perf.gz
[ -e "$source" ] || source=$root/tests/data/app.perf.gz

# What is repeated, as perf's text and as timed lines: the same samples, thus the same stacks.
perf=$bench/memory.perf
timed=$bench/memory.fs
gzip -dc "$source" >"$perf"
fs-parse -q "$perf" >"$timed"

# shellcheck source=tests/bench/limits.sh
. "$root/tests/bench/limits.sh"
folded=$bench/memory.folded
fs-fold "$timed" >"$folded"
seconds=$(seconds_of "$timed")
# Columns of 10 seconds that so many mebibytes of timed lines have.
columns() {
	echo $((($1 * 1048576 / $(wc -c <"$timed") + 1) * seconds / 10 + 2))
}

over=0
# measure SIZE TEXT LIMIT COMMAND
measure() {
	local size=$1 text=$2 limit=$3 command=$4 taken kibibytes
	if ! taken=$("$bench/advance" "$size" <"$text" | "$bench/measure" "$command"); then
		echo "failed: $command" >&2
		exit 1
	fi
	read -r _ kibibytes <<<"$taken"
	awk -v size="$size" -v command="$command" -v limit="$limit" -v kibibytes="$kibibytes" 'BEGIN {
		bad = kibibytes > limit
		printf "%-30s %9d %9.1f %9.1f%s\n", command, size, kibibytes / 1024, limit / 1024,
			bad ? "  OVER" : ""
		exit bad
	}' || over=1
}

printf '\n%s again and again, from a pipe\n\n' "$(basename "$source" .gz)"
printf '%-30s %9s %9s %9s\n' '' MiB 'peak MiB' limit
for size in $sizes; do
	for jobs in 1 2 4; do
		measure "$size" "$perf" "$(limit_parse $jobs)" "fs-parse -q -j$jobs"
	done
	measure "$size" "$timed" "$(limit_slice)" 'fs-slice start end'
	measure "$size" "$timed" "$(limit_slice)" 'fs-slice -v 1 2'
	for jobs in 1 4; do
		measure "$size" "$timed" "$(limit_fold $jobs "$folded")" "fs-fold -j$jobs"
	done
	measure "$size" "$timed" "$(limit_heatmap "$(columns "$size")")" 'fs-heatmap --column 10s'
	measure "$size" "$timed" "$(limit_svg "$folded")" fs-svg
done
exit "$over"
