#!/usr/bin/env bash
# What fs-scope takes for a page of many samples, as ratios to `wc -l` of its input, how large the page is,
# and, where there is Chromium, how soon it can be used and how fast it follows a selection.
# `make bench`; SAMPLES (1000000) and STACKS (20000) are how many, ROUNDS (5) how often each command
# runs, the best counting.
set -euo pipefail
# shellcheck source=tests/bench/here.sh
. "$(dirname "$0")/here.sh"
samples=${SAMPLES:-1000000}
stacks=${STACKS:-20000}
rounds=${ROUNDS:-5}
timed=$bench/$samples.scope.fs
page=$bench/$samples.scope.html

[ -e "$timed" ] || {
	awk -v SAMPLES="$samples" -v STACKS="$stacks" -f "$root/tests/bench/profile.awk" >"$timed.new"
	mv "$timed.new" "$timed"
}

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

# The least seconds from the last byte read to the end.  Who writes into a pipe knows when all was read, but
# for what the pipe holds.
after_reading() {
	local end
	for ((round = 0; round < rounds; round++)); do
		{
			cat "$timed"
			echo "$EPOCHREALTIME" >"$bench/scope.read"
		} | fs-scope >/dev/null
		end=$EPOCHREALTIME
		echo "$end $(cat "$bench/scope.read")"
	done | awk '{ took = $1 - $2; if (NR == 1 || took < least) least = took } END { print least }'
}

printf '\nfs-scope of %d samples, %d stacks, %d MB, best of %d\n\n' "$samples" "$stacks" \
	"$(($(wc -c <"$timed") / 1000000))" "$rounds"
{
	read -r count _
	read -r heatmap _
	read -r fold _
	read -r make memory
} < <(race "wc -l $timed" "fs-heatmap $timed" "fs-fold -j1 $timed" "fs-scope $timed")
awk -v wc="$count" -v heatmap="$heatmap" -v fold="$fold" -v make="$make" -v write="$(after_reading)" -v memory="$memory" 'BEGIN {
	printf "%-30s %9.3f s\n%-30s %9.2f x wc -l\n%-30s %9.2f x wc -l\n", "wc -l", wc, "fs-heatmap", heatmap / wc,
		"fs-fold -j1", fold / wc
	printf "%-30s %9.2f x wc -l, %.1f MiB\n", "fs-scope", make / wc, memory / 1024
	printf "%-30s %9.2f x wc -l\n%-30s %9.2f x wc -l\n", "  reading", (make - write) / wc, "  making the page, writing it", write / wc
}'
fs-scope -o "$page" "$timed"
printf '%-30s %9.1f bytes a sample\n\n' 'its page' "$(echo "$(wc -c <"$page") $samples" | awk '{ print $1 / $2 }')"

# Of recordings: bytes a sample, and how many samples a megabyte of page holds of the same again and again.
printf '%-30s %9s %9s %18s\n' recording samples 'a sample' 'samples a megabyte'
recordings=("$root"/tests/data/*.perf.gz)
corpus=${FS_SHARED:-$root/../shared}/corpus/incident
[ ! -d "$corpus" ] || recordings=("$corpus"/incident-{99,999,99-noisy}.perf.gz)
for recording in "${recordings[@]}"; do
	gzip -dc "$recording" | fs-parse -q >"$bench/scope.fs"
	fs-scope "$bench/scope.fs" | awk -v name="$(basename "$recording" .perf.gz)" '
		{ all += length($0) + 1 }
		/<script type="text\/plain" class="scope-samples"/ {
			match($0, /data-n="[0-9]*/)
			n = substr($0, RSTART + 8, RLENGTH - 8)
			match($0, /data-weights="[a-z]*">/)
			own = length($0) - RSTART - RLENGTH - 8
		}
		END { printf "%-30s %9d %9.2f %18d\n", name, n, own / n, (1000000 - all + own) * n / own }'
done

# ---- the page itself ----

fail() {
	printf '%s\n' "$@" >&2
	return 1
}
sanitized() {
	false
}
BATS_FILE_TMPDIR=$(mktemp -d)
cd "$BATS_FILE_TMPDIR"
expect_empty() {
	[ ! -s "$1" ]
}
# shellcheck source=tests/browser.bash
. "$root/tests/browser.bash"
[ -z "$(browser_missing)" ] || exit 0
browser_start
trap 'browser_stop; rm -rf "$BATS_FILE_TMPDIR"' EXIT
show "$page" 1300 1000
printf '\nin Chromium, milliseconds\n\n'
js 'return "usable after".padEnd(30) + " " + Math.round(performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd)'
# Selections one after the other, the least, the middle and the greatest of them: counted, and on the screen.
js 'const times = (run) => Array.from({length: 30}, (_, i) => {
		const start = performance.now();
		run([BigInt(i) * 1000000000n, BigInt(60 + i) * 1000000000n]);
		return performance.now() - start;
	}).sort((a, b) => a - b);
	const say = (name, all) => name.padEnd(30) + " " + [0, 15, 29].map((i) => all[i].toFixed(1)).join(" ");
	const tree = (range, parts) => scopePage.counter.tree({...scopePage.state(), range}, parts);
	const drawn = (range, parts, moving = false) => {
		scopePage.flame().show(tree(range, parts).tree, scopePage.state().flame, {title: "", subtitle: "", note: ""}, moving);
		document.body.getBoundingClientRect();
	};
	return [say("a range counted", times((range) => tree(range, 2400))),
		say("and drawn", times((range) => drawn(range, 2400))),
		say("and drawn in a drag", times((range) => drawn(range, 1200, true)))].join("\n")'
