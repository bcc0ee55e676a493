#!/usr/bin/env bash
# What flame graphs of tens of thousands of boxes cost in a browser, in milliseconds: from a click
# or a key to the end of the frame that shows what came of it, the first time and as the median of
# five; to the end of the first frame that shows the picture; and the bytes a box that it has.  `make bench`; without chromium, chromedriver, curl and jq there is
# nothing to measure.
set -euo pipefail
# shellcheck source=tests/bench/here.sh
. "$(dirname "$0")/here.sh"
# shellcheck source=tests/browser.bash disable=SC2154 # here.sh sets root
. "$root/tests/browser.bash"

sanitized() {
	false
}

expect_empty() {
	[ ! -s "$1" ]
}

fail() {
	printf '%s\n' "$@" >&2
	return 1
}

[ -z "$(browser_missing)" ] || exit 0
BATS_FILE_TMPDIR=$(mktemp -d)
trap 'browser_stop; rm -rf "$BATS_FILE_TMPDIR"' EXIT
browser_start
cd "$BATS_FILE_TMPDIR"

# Stacks of three threads, of which one has most, up to 43 deep; 800 names.
stacks() {
	awk -v stacks="$1" '
		function random() { seed = seed * 16807 % 2147483647; return seed / 2147483647 }
		BEGIN {
			seed = 7
			for (i = 0; i < stacks; i++) {
				stack = "app-" (random() < .95 ? 0 : 1 + int(random() * 2)) ";main"
				depth = 3 + int(random() * random() * 40)
				for (k = 0; k < depth; k++)
					stack = stack ";function_" (k * 13 + int(random() * random() * 6)) % 800
				print stack, 1 + int(random() * 5)
			}
		}'
}

# Stacks of frames that are all different.
different() {
	awk -v stacks="$1" '
		BEGIN {
			for (i = 0; i < stacks; i++) {
				stack = "app-" i % 3
				for (k = 0; k < 3 + i % 5; k++)
					stack = stack ";some_namespace::part_" i % 97 "::function_" n++
				print stack, 1 + i % 4
			}
		}'
}

# Bytes of the picture without its scripts, over its boxes.
bytes_a_box() {
	awk '/^<script>/ { script = 1 } !script { bytes += length($0) + 1 } /<\/script>$/ { script = 0 }
		/^<path d=.*<title>/ { boxes++ } END { printf "%d boxes, %.1f bytes a box", boxes, bytes / boxes }' "$1"
}

act='const [done] = [arguments[arguments.length - 1]], graph = document.documentElement.flamegraph, told = [];
const frame = () => new Promise((next) => requestAnimationFrame(() => {
	const channel = new MessageChannel();
	channel.port1.onmessage = next;
	channel.port2.postMessage(0);
}));
const key = (name) => window.dispatchEvent(new KeyboardEvent("keydown", {key: name, cancelable: true}));
const click = (i) => {
	const place = graph.place(i), matrix = document.documentElement.getScreenCTM();
	document.querySelector("#view").dispatchEvent(new MouseEvent("click", {bubbles: true,
		clientX: ((place.left + place.right) / 20 + 10) * matrix.a + matrix.e,
		clientY: (place.top + 7) * matrix.d + matrix.f}));
};
const find = (text) => {
	const field = document.querySelector("input");
	field.value = text;
	field.dispatchEvent(new Event("input"));
};
async function time(name, act, undo) {
	const times = [];
	for (let i = 0; i < 6; i++) {
		await frame();
		await frame();
		const start = performance.now();
		act();
		await frame();
		times.push(performance.now() - start);
		undo();
	}
	const first = times.shift(), sorted = times.sort((a, b) => a - b);
	told.push(name + "|" + first.toFixed(0) + "|" + sorted[2].toFixed(0));
}
const tree = graph.tree(), escape = () => key("Escape");
let deep = 1;
while (tree.last[deep] - deep > 1000)
	deep++;
const actions = {
	large: ["zoom into " + (tree.last[1] - 1), () => click(1), escape],
	small: ["zoom into " + (tree.last[deep] - deep), () => click(deep), escape],
	reset: ["reset zoom", escape, () => click(1)],
	search: ["search", () => find("function_1"), () => find("")],
	keep: ["keep", () => key("k"), () => { key("u"); find("function_1"); }],
	merge: ["merge", () => key("m"), () => key("m")],
	invert: ["invert", () => key("i"), () => key("i")]
};
({reset: () => click(1), keep: () => find("function_1")}[arguments[0]] || (() => {}))();
time(...actions[arguments[0]]).then(() => {
	escape();
	find("");
	done(told.join());
}, (error) => done(String(error)));'

# From the start of the way to a picture to the end of the frame that shows it.
opened='const [done] = arguments;
requestAnimationFrame(() => {
	const channel = new MessageChannel();
	channel.port1.onmessage = () => done(performance.now());
	channel.port2.postMessage(0);
});'

# Draws what stands on stdin, opens it three times, and does what there is to do in it.
measure() {
	local times='' action
	fs-fold | fs-svg --minwidth 0 -o zoom.svg
	echo "$(bytes_a_box zoom.svg), $(wc -c <zoom.svg) bytes in all"
	for _ in 1 2 3; do
		show zoom.svg 1240 900
		post execute/async "{\"script\":$(quoted "$opened"),\"args\":[]}"
		# shellcheck disable=SC2154 # post sets answer
		times+="$(jq -r .value <<<"$answer") "
	done
	tr ' ' '\n' <<<"$times" | awk 'NF { at[NR] = $1 } END { printf "%-24s %9.0f", "opens", at[1] }'
	tr ' ' '\n' <<<"$times" | sort -n | awk 'NF { at[++n] = $1 } END { printf " %9.0f\n", at[2] }'
	for action; do
		post execute/async "{\"script\":$(quoted "$act"),\"args\":[\"$action\"]}"
		jq -r .value <<<"$answer" | awk -F '|' '{ printf "%-24s %9s %9s\n", $1, $2, $3 }'
	done
}

printf '\n%-24s %9s %9s\n' 'in a browser, ms' first median
post timeouts '{"script":120000}'
stacks "${STACKS:-2500}" | measure large small reset search keep merge invert
printf '\nof different names '
different "${DIFFERENT:-4000}" | measure large search merge
