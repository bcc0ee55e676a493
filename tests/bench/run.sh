#!/usr/bin/env bash
# How fast the programs are, as ratios to `LC_ALL=C wc -l` of the same file in the same run, and how
# much memory they take.  `make bench`; MEBIBYTES (500) is the size of the files, ROUNDS (5) how
# often each command runs, the best counting.  Limits are what the design promises.
set -euo pipefail
# shellcheck source=tests/bench/here.sh
. "$(dirname "$0")/here.sh"
mebibytes=${MEBIBYTES:-500}
rounds=${ROUNDS:-5}
source=${FS_SHARED:-$root/../shared}/corpus/incident/incident-999.perf.gz
[ -e "$source" ] || source=$root/tests/data/app.perf.gz
perf=$bench/$mebibytes.perf
timed=$bench/$mebibytes.fs

# Made once; the timed lines anew where fs-parse is newer.
if [ ! -e "$perf" ]; then
	gzip -dc "$source" | "$bench/advance" "$mebibytes" >"$perf.new"
	mv "$perf.new" "$perf"
fi
if [ "$BUILD/fs-parse" -nt "$timed" ]; then
	fs-parse -q "$perf" | sed '/^# end=/d' | "$bench/advance" "$mebibytes" >"$timed.new"
	# A whole stream again, which vouches for its order.
	printf '# end="disorder=1 bytes=%d"\n' "$(wc -c <"$timed.new")" >>"$timed.new"
	mv "$timed.new" "$timed"
fi

# shellcheck source=tests/bench/limits.sh
. "$root/tests/bench/limits.sh"
folded=$bench/$mebibytes.folded
fs-fold "$timed" >"$folded"
grid=$(limit_heatmap $(($(seconds_of "$timed") / 10 + 2)))

# NAME, LIMIT (what ratio is promised), MOST (KiB of memory), FILE (which wc -l is the yardstick),
# COMMAND
names=() limits=() mosts=() files=() commands=()
add() {
	names+=("$1") limits+=("$2") mosts+=("$3") files+=("$4") commands+=("$5")
}
add 'wc -l, perf text' - - "$perf" "wc -l $perf"
add 'wc -l, timed lines' - - "$timed" "wc -l $timed"
add 'fs-parse -j1' 6 "$(limit_parse 1)" "$perf" "fs-parse -q -j1 $perf"
add 'fs-parse' - "$(limit_parse 4)" "$perf" "fs-parse -q $perf"
add 'fs-parse -j1 | fs-fold -j1' - "$(limit_fold 1 "$folded")" "$perf" \
	"fs-parse -q -j1 $perf | fs-fold -j1"
add 'fs-parse | fs-fold' 10 "$(limit_fold 4 "$folded")" "$perf" "fs-parse -q $perf | fs-fold"
add 'fs-slice, all of it' 4 "$(limit_slice)" "$timed" "fs-slice start end $timed"
add 'fs-slice, one second found' - "$(limit_slice)" "$timed" "fs-slice 50 51 $timed"
add 'fs-slice, one second piped' - "$(limit_slice)" "$timed" "cat $timed | fs-slice 50 51"
add 'fs-heatmap' 3 "$grid" "$timed" "fs-heatmap --column 10s $timed"
add 'fs-parse | fs-heatmap' - "$(limit_parse 4)" "$perf" "fs-parse -q $perf | fs-heatmap --column 10s"
add 'fs-fold' - "$(limit_fold 4 "$folded")" "$timed" "fs-fold $timed"
add 'fs-svg' - "$(limit_svg "$folded")" "$timed" "fs-svg $timed"

# Interleaved, so that a slow minute of the machine slows all alike.
best=() memory=()
for ((round = 0; round < rounds; round++)); do
	for i in "${!commands[@]}"; do
		if ! read -r seconds kibibytes < <("$bench/measure" "${commands[i]}"); then
			echo "failed: ${commands[i]}" >&2
			exit 1
		fi
		best[i]=$(echo "${best[i]:-$seconds} $seconds" | awk '{ print ($1 < $2 ? $1 : $2) }')
		memory[i]=$(echo "${memory[i]:-0} $kibibytes" | awk '{ print ($1 > $2 ? $1 : $2) }')
	done
done

printf '%s: %d MB of perf text, %d MB of timed lines, best of %d\n\n' "$(basename "$source" .gz)" \
	"$(($(wc -c <"$perf") / 1000000))" "$(($(wc -c <"$timed") / 1000000))" "$rounds"
printf '%-30s %9s %9s %8s %6s %9s %6s\n' '' seconds MB/s 'x wc -l' limit 'peak MiB' limit
over=0
for i in "${!commands[@]}"; do
	yardstick=${best[0]}
	[ "${files[i]}" = "$perf" ] || yardstick=${best[1]}
	bytes=$(wc -c <"${files[i]}")
	awk -v name="${names[i]}" -v seconds="${best[i]}" -v bytes="$bytes" -v yardstick="$yardstick" \
		-v limit="${limits[i]}" -v memory="${memory[i]}" -v most="${mosts[i]}" 'BEGIN {
			ratio = seconds / yardstick
			bad = limit != "-" && ratio > limit + 0 || most != "-" && memory > most + 0
			printf "%-30s %9.3f %9.0f %8.2f %6s %9.1f %6s%s\n", name, seconds,
				bytes / 1e6 / seconds, ratio, limit, memory / 1024,
				most == "-" ? most : sprintf("%.1f", most / 1024), bad ? "  OVER" : ""
			exit bad
		}' || over=1
done

# What a map adds to the parsing that it waits for.
best_of() {
	local i
	for i in "${!names[@]}"; do
		[ "${names[i]}" != "$1" ] || echo "${best[i]}"
	done
}
awk -v both="$(best_of 'fs-parse | fs-heatmap')" -v parse="$(best_of fs-parse)" -v limit=1.6 'BEGIN {
	bad = both / parse > limit
	printf "\nfs-parse | fs-heatmap is %.2f times fs-parse alone (limit %s)%s\n", both / parse, limit,
		bad ? "  OVER" : ""
	exit bad
}' || over=1
exit "$over"
