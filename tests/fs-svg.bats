#!/usr/bin/env bats
# fs-svg: what it draws of which lines, what it refuses, and what its script works out.

load helper

# Prints the title of each box.
titles() {
	sed -n 's/^<path [^>]*><title>\(.*\)<\/title><\/path>$/\1/p' "$1"
}

# Prints left edge, top, width and height in pixels, and the title, of each box.  They are lines in a
# group that is moved and stretched: `matrix(.1 0 0 ROW LEFT ROOT)`.
boxes_of() {
	sed -n -e 's/.*<g id="boxes".* transform="matrix(\([^"]*\))".*/grid \1/p' \
		-e 's/^<path d="M\([0-9]*\) \([0-9]*\)h\([0-9]*\)" stroke=[^>]*><title>\(.*\)<\/title><\/path>$/\1 \2 \3 \4/p' "$1" |
		awk '
			$1 == "grid" { row = $5 < 0 ? -$5 : $5; down = $5; left = $6; root = $7 - (row - 1) / 2; next }
			{
				printf "%.10g %.10g %.10g %d ", $1 / 10 + left, root + $2 * down, $3 / 10, row - 1
				sub(/^[0-9]+ [0-9]+ [0-9]+ /, "")
				print
			}'
}

# Prints x, y, width and height of the boxes of a name.
place_of() {
	boxes_of "$1" | sed -n "s/^\([^ ]* [^ ]* [^ ]* [^ ]*\) $2 (.*/\1/p"
}

# Prints the colour of the boxes of a name.
color_of() {
	sed -n "s/^<path .* stroke=\"\([^\"]*\)\"><title>$2 (.*/\1/p" "$1"
}

labels() {
	sed -n '/<g id="labels"/,/^<\/g>/s/^<text [^>]*>\(.*\)<\/text>$/\1/p' "$1"
}

well_formed() {
	needs python3
	python3 -c '
import sys, xml.parsers.expat
xml.parsers.expat.ParserCreate().Parse(open(sys.argv[1], "rb").read(), True)' "$1"
}

# Runs what follows with the parts of the script: graph is its layout, and lines(tree) are
# `DEPTH BEFORE WEIGHT NAME` by box.
in_node() {
	needs node
	node -e "const [graph, trees, merge, words, state, read] = ['layout', 'tree', 'merge', 'words', 'state', 'read'].map((name) =>
	require('$ROOT/lib/picture/flamegraph_' + name + '.js'));
const fs = require('fs'), assert = require('assert');
const lines = (tree) => tree.frame.map((frame, i) => [tree.depth[i], tree.before[i], tree.weight[i],
	tree.frames[frame].name + tree.frames[frame].mark].join(' '));
// The tree that stands in a picture, as the script reads it; text as in titles.
const plain = (text) => text.replace(/&(lt|gt|quot|#39|amp);/g, (all, name) =>
	({lt: '<', gt: '>', quot: '\"', '#39': String.fromCharCode(39), amp: '&'})[name]);
function open(file) {
	const text = fs.readFileSync(file, 'utf8'), data = {};
	for (const [, key, value] of text.match(/<g id=.boxes.*/)[0].matchAll(/ data-([a-z]*)=\"([^\"]*)\"/g))
		data[key] = plain(value);
	const boxes = [...text.matchAll(/^<path d=[^>]* stroke=\"([^\"]*)\"><title>([^<]*)/gm)];
	const titles = boxes.map((box) => plain(box[2]));
	const tree = read.parse(data, titles.map((title) => graph.nameOf(title, data.unit)), boxes.map((box) => box[1]));
	return {tree, data, titles, colors: boxes.map((box) => box[1])};
}
$1"
}

@test "fs-svg: a box tells its name, samples and share, and stands where the rule says" {
	printf 'a;b 1\na;c 2\nd 4\n' >in
	run_split fs-svg in
	expect_status 0
	expect_empty stderr
	titles stdout >got
	printf '%s\n' 'all (7 samples, 100%)' 'a (3 samples, 42.86%)' 'b (1 sample, 14.29%)' \
		'c (2 samples, 28.57%)' 'd (4 samples, 57.14%)' >want
	same want got
	# 1180 pixels from 10 on: 3/7 of them are 505.7, 1/7 are 168.5.
	[ "$(place_of stdout a)" = "10 74 505.7 15" ]
	[ "$(place_of stdout b)" = "10 58 168.5 15" ]
	[ "$(place_of stdout c)" = "178.5 58 337.2 15" ]
	[ "$(place_of stdout d)" = "515.7 74 674.3 15" ]
	[ "$(place_of stdout all)" = "10 90 1180 15" ]
}

@test "fs-svg: lines in any order, in several files, timed or plain, give the same picture" {
	printf 'a;b 1\na;c 2\nd 4\n' >sorted
	printf 'd 3\r\n\r\na;c 1\r\n' >one
	printf '0.5 cpu=1\ta;c 1\n\n0.7\ta;b 1\nd 1' >two
	fs-svg sorted >want
	fs-svg one two >got
	same want got
	cat two | fs-svg one - >got
	same want got
}

@test "fs-svg: counts and their sums have a comma between each three digits" {
	printf 'a 1234567\nb 1000\n' | fs-svg >out
	titles out | grep -Fqx 'a (1,234,567 samples, 99.92%)'
	titles out | grep -Fqx 'b (1,000 samples, 0.08%)'
	grep -q '>1,235,567 samples<' out
}

@test "fs-svg: the largest count is drawn to the digit" {
	printf 'a 18446744073709551614\nb 1\n' | fs-svg >out
	titles out | grep -Fqx 'a (18,446,744,073,709,551,614 samples, 100.00%)'
	[ "$(place_of out a)" = "10 58 1179.9 15" ]
}

@test "fs-svg: a sum past 64 bits is an error" {
	printf 'a 18446744073709551615\nb 1\n' >in
	run_split fs-svg -o out in
	expect_status 1
	expect_text stderr 'fs-svg: the counts add up to more than 64 bits can hold'
	[ ! -e out ]
}

@test "fs-svg: fractions are drawn and told to the digit" {
	for i in 1 2 3 4 5 6 7 8; do echo "a;f$i 0.5"; done | fs-svg --minwidth 0 >out
	titles out | grep -Fqx 'a (4 samples, 100%)'
	titles out | grep -Fqx 'f8 (0.5 samples, 12.50%)'
	printf 'm;a 0.6\nm;b 0.6\nm;c 0.9\nm;d 0.25\nm;d 0.65\n' | fs-svg >out
	titles out >got
	printf '%s\n' 'all (3 samples, 100%)' 'm (3 samples, 100%)' 'a (0.6 samples, 20.00%)' \
		'b (0.6 samples, 20.00%)' 'c (0.9 samples, 30.00%)' 'd (0.9 samples, 30.00%)' | same - got
	boxes_of out | cut -d' ' -f1,3,5 | tail -1 | grep -qx '836 354 d'
	printf 'a 0.4\nb 0.3\n' | fs-svg >out
	titles out | grep -Fqx 'b (0.3 samples, 42.86%)'
	printf 'a;b 1.5 2.5\na;c 3 1\n' | fs-svg >out
	titles out | grep -Fqx 'b (2.5 samples, 71.43%; before 1.5, +1, +38.10 points)'
	grep -q '>3.5 samples · baseline 4.5 samples, the first count of each line<' out
	# What nine decimals of would be past 64 bits has fewer.
	printf 'a 184467440737095516.125\nb 0.25\n' | fs-svg >out
	titles out | grep -Fqx 'a (184,467,440,737,095,516.1 samples, 100.00%)'
	printf '%s\n' 'a 18446744073709551613.5' 'b 0.75' | fs-svg >out
	titles out | head -1 | grep -Fqx 'all (18,446,744,073,709,551,614 samples, 100%)'
	run_split fs-svg <<<'a 0.0'
	expect_status 1
}

@test "fs-svg: lines that are no folded lines are counted and the first is told" {
	printf 'a;b 1\nnonsense\na;c 2\nmore nonsense\n\n' >in
	run_split fs-svg in
	expect_status 0
	expect_text stderr 'fs-svg: 2 lines not understood (first: in:2)'
	titles stdout | grep -Fqx 'all (3 samples, 100%)'
	run_split fs-svg -q in
	expect_empty stderr
}

@test "fs-svg: nothing to draw is status 1, and the old file stays" {
	: >empty
	printf 'a 0\n' >zero
	printf 'a 1\n' >one
	echo old >out
	for operands in "empty" "zero" "--drop a one" "--keep x one"; do
		# shellcheck disable=SC2086 # words on purpose
		run_split fs-svg -o out $operands
		expect_status 1
		expect_line stderr '^fs-svg: no samples'
		expect_empty stdout
		[ "$(cat out)" = old ]
	done
	[ "$(ls)" = "$(printf '%s\n' empty one out stderr stdout zero)" ]
}

@test "fs-svg: --keep and --drop choose stacks, and the picture says so" {
	printf 'java;run 5\njava;GC 3\nperl;run 2\n' >in
	fs-svg --keep '^java' --drop 'GC$' in >out
	titles out >got
	printf '%s\n' 'all (5 samples, 100%)' 'java (5 samples, 100%)' 'run (5 samples, 100%)' >want
	same want got
	grep -q 'kept ^java' out
	grep -q 'dropped GC\$' out
	run_split fs-svg --keep '(' in
	expect_status 2
}

@test "fs-svg: pieces of two hosts make one picture, as what has no time needs no axis" {
	printf '# fs-folded="1"\n# origin="1"\n# hostname="db1"\n0.5\ta;x 1\n' >a.fs
	printf '# fs-folded="1"\n# origin="2"\n# hostname="db2"\n0.5\ta;y 2\n' >b.fs
	run_split fs-svg a.fs b.fs
	expect_status 0
	expect_empty stderr
	expect_line stdout 'all (3 samples, 100%)'
	expect_line stdout 'db1, db2'
}

@test "fs-svg: boxes too narrow are left out, and the picture says how many and how heavy" {
	# Of 1000: x weighs 1, y and what stands on it 9, z 10; a hundredth is 10.
	printf 'm;x 1\nm;y;u 9\nm;z 10\nm;k 980\n' >in
	fs-svg --minwidth 1% in >out
	titles out | cut -d' ' -f1 | sort | tr '\n' ' ' >got
	[ "$(cat got)" = 'all k m z ' ]
	grep -q '>Not drawn: 3 boxes narrower than 1%, with 10 samples (1.00%)<' out
	fs-svg --minwidth 0 in >out
	[ "$(titles out | wc -l)" -eq 7 ]
	refute grep -q 'Not drawn' out
	# 1.18 pixels of 1180 are one of 1000.
	fs-svg --minwidth 1.18 in >out
	titles out | grep -q '^x '
	fs-svg --minwidth 1.181 in >out
	refute grep -q '<title>x ' out
}

@test "fs-svg: marks colour a frame and are not shown" {
	printf 'a;read 1\na;read_[k] 1\na;read_[j] 1\na;read_[i] 1\na;read_[x] 1\n' >in
	fs-svg in >out
	[ "$(titles out | grep -c '^read (')" -eq 4 ]
	[ "$(titles out | grep -c '^read_\[x\] (')" -eq 1 ]
	[ "$(color_of out read | sort -u | wc -l)" -eq 4 ]
	for word in user kernel JIT inlined; do
		grep -q ">$word</text>" out
	done
	# Of chain graphs, wakers too.
	printf 'a;read 1\na;read_[w] 2\n' | fs-svg --colors chain >out
	[ "$(titles out | grep -c '^read (')" -eq 2 ]
	[ "$(color_of out read | sort -u | wc -l)" -eq 2 ]
	grep -q ' data-kinds="u3w1"' out
}

@test "fs-svg: the same name of the same kind has the same colour in every picture" {
	printf 'a;memcpy 1\n' | fs-svg >one
	printf 'x;y;memcpy 7\nmemcpy 1\nz_[k] 9\n' | fs-svg --width 700 >two
	[ "$(color_of one memcpy)" = "$(color_of two memcpy | sort -u)" ]
	# FNV-1a of the name, mixed as MurmurHash3 ends, one of 512 shades of the hue: worked out by hand in Python.
	[ "$(color_of one memcpy)" = "$(printf '%s' memcpy | color_by_hand)" ]
}

# The colour of a user frame, by the formulas of color.c and palette.c in another language.
color_by_hand() {
	needs python3
	python3 -c '
import sys
M = 0xffffffff
h = 2166136261
for b in sys.stdin.buffer.read():
    h = (h ^ b) * 16777619 & M
h = (h ^ h >> 16) * 0x85ebca6b & M
h = (h ^ h >> 13) * 0xc2b2ae35 & M
h ^= h >> 16
g = 1.2207440846057596
def byte(i):
    return h % 512 * round(65536 / g ** (i + 1)) % 65536 // 256
print("#" + "".join("%02x" % (l + s * byte(i) // 255) for i, (l, s) in enumerate([(240, 15), (150, 50), (60, 40)])))'
}

@test "fs-svg: every palette draws, and an unknown one is refused" {
	printf 'a;b_[k] 1\na;c::d 2\na;e_[j] 2\n' >in
	for palette in kind module safe hot mem io red green blue aqua yellow purple orange wakeup chain \
		java js perl python rust; do
		fs-svg --colors "$palette" in >"$palette.svg"
		well_formed "$palette.svg"
	done
	[ "$(color_of hot.svg a)" != "$(color_of mem.svg a)" ]
	run_split fs-svg --colors pink in
	expect_status 2
}

@test "fs-svg: labels fit, and are cut between characters" {
	printf 'm;%s 1\nm;b 99\n' 漢字の関数名 >in
	# A pixel hundredth of 1180 is 11.8: no room for a letter of 7.32 and 6 of padding.
	fs-svg in >out
	labels out | sort >got
	printf '%s\n' all b m >want
	same want got
	# 5 of 100 are 59 pixels: 7 columns, 5 of them before the dots, two characters of two.
	printf 'm;%s 5\nm;b 95\n' 漢字の関数名 >in
	fs-svg in >out
	labels out | grep -Fqx '漢字..'
	printf 'm;abcdefg 5\nm;abcdefgh 5\nm;b 90\n' >in
	fs-svg in >out
	labels out | grep -Fqx 'abcdefg'
	labels out | grep -Fqx 'abcde..'
}

@test "fs-svg: hostile names stay text" {
	printf 'a;<b>&"'\''c;]]>;</svg><script>alert(1)</script> 1\na;\001\033[31m;\377\376;\355\240\200;\357\277\277 2\na;; ;\177 3\na;b\000c 1\n' >in
	fs-svg --title '<&]]>"' --subtitle '</text>' --countname '"><x>&' in >out
	well_formed out
	refute grep -q '<script>alert' out
	refute grep -q '[[:cntrl:]]' <(tr -d '\n\t' <out)
	[ "$(grep -c '^<path d=.*<title>' out)" -ge 13 ]
}

@test "fs-svg: title, subtitle, width, height and the name of counts are as asked" {
	printf 'a;b 3\n' >in
	fs-svg --title 'My title' --subtitle 'Mine too' --width 800 --height 24 --countname bytes in >out
	grep -q '>My title</text>' out
	grep -q '>Mine too</text>' out
	grep -q '<svg width="800" ' out
	titles out | grep -Fqx 'b (3 bytes, 100%)'
	[ "$(place_of out b)" = "10 58 780 23" ]
	[ "$(place_of out a)" = "10 82 780 23" ]
	for wrong in "--width 10" "--height 1" "--minwidth x" "--minwidth -1" "--minwidth 101%" "--width 0"; do
		# shellcheck disable=SC2086 # words on purpose
		run_split fs-svg $wrong in
		expect_status 2
	done
}

@test "fs-svg: with a subtitle of one's own, what the input tells is still in the picture" {
	printf '# fs-folded="1"\n# hostname="db7"\n# range="1,2"\n1.5\ta;b 1\n' | fs-svg --subtitle 'my <own>' >out
	tr '\n' '|' <out | grep -Fq '<desc>my &lt;own&gt;|1 sample · db7 · range 1,2|fs-svg '
	grep -Fq '>my &lt;own&gt;</text>' out
	printf 'a;b 10 20\na;c 1 2\n' | fs-svg --subtitle mine --minwidth .05 >out
	grep -Fq '>baseline 11 samples, the first count of each line</text>' out
	printf 'a;b 10 20000\na;c 1 1\n' | fs-svg --subtitle mine --minwidth 1 >out
	grep -Fq '>baseline 11 samples, the first count of each line · Not drawn: 1 box narrower than 1 px, with 1 sample (0.00%)</text>' out
}

@test "fs-svg: without --width the picture shrinks with its place" {
	printf 'a;b 3\n' >in
	fs-svg in | grep -q '<svg width="100%" height="140" viewBox="0 0 1200 140"'
}

@test "fs-svg: the head of the input makes the subtitle" {
	printf '%s\n' '# fs-folded="1"' '# hostname="db7"' '# event="cycles"' '# captured="Thu"' \
		'# weight="samples"' >in
	printf '0.1\ta;b 1\n# end="kept=1 idle=7811 other-event=2"\n' >>in
	fs-svg in >out
	grep -q '>1 sample · .* left out' out
	for part in db7 Thu cycles '7,811 idle samples left out' '2 samples of other events left out'; do
		grep -q " · $part\( ·\|<\)" out
	done
	sed 's/"samples"/"period"/' in | fs-svg >out
	titles out | grep -Fqx 'b (1 cycles, 100%)'
}

@test "fs-svg: everything shows without the script, which can be left out" {
	printf 'a;b 3\n' >in
	fs-svg --no-javascript in >out
	refute grep -q -e '<script' -e 'data-weights' out
	titles out | grep -Fqx 'b (3 samples, 100%)'
	[ "$(labels out | sort | tr '\n' ' ')" = 'a all b ' ]
	fs-svg in | grep -q '<script><!\[CDATA\['
	# What scripts and styles do not do, attributes do.
	[ "$(grep -c '^<path d=.* stroke="#.*<title>' out)" -eq 3 ]
	refute grep -q -e 'http://[^w]' -e 'https:' -e 'xlink' out
}

@test "fs-svg: a terminal is refused" {
	needs script
	printf 'a 1\n' >in
	script -qec "fs-svg $PWD/in" /dev/null >out </dev/null && return 1
	grep -q 'use -o FILE' out
	refute grep -q '<svg' out
}

@test "fs-svg: 100,000 frames on each other" {
	awk 'BEGIN { for (i = 0; i < 99999; i++) printf "f%d;", i % 7; print "end 1" }' >in
	fs-svg in >out
	[ "$(titles out | wc -l)" -eq 100001 ]
	well_formed out
}

@test "fs-svg: the boxes on a recorded profile are those that awk counts" {
	shared
	fs-parse "$(corpus incident/incident-99-app.perf)" | fs-fold >in
	fs-svg --minwidth 0 in >out
	# Distinct beginnings of stacks, and the root.
	awk '{ sub(/ [0-9]+$/, ""); n = split($0, f, ";"); s = ""; for (i = 1; i <= n; i++) { s = s ";" f[i]; if (!(s in seen)) { seen[s]; boxes++ } } } END { print boxes + 1 }' in >want
	titles out | wc -l >got
	[ "$(tr -d ' ' <got)" = "$(cat want)" ]
	total=$(awk '{ n += $NF } END { print n }' in)
	[ "$(titles out | head -1 | tr -d ,)" = "all ($total samples 100%)" ]
}

@test "fs-svg: the script lays out as calltree.c does" {
	in_node '
let boxes = [], names = [], n = 0, tree = null;
function laidOut(text, type) {
	let at = 0n, tokens = boxes.map(([depth, before, weight]) => {
		const step = before - at;
		at = before;
		return step ? step + "," + weight : String(weight);
	});
	return graph.parseWeights(tokens.join(" "), type);
}
for (const line of fs.readFileSync("'"$TESTS"'/data/layout.cases", "utf8").split("\n")) {
	const words = line.split(" ");
	if (words[0] === "stack" && tree)
		boxes = [], tree = null;
	if (words[0] === "box")
		boxes.push([Number(words[1]), BigInt(words[2]), BigInt(words[3])]);
	if (words[0] !== "span")
		continue;
	const [focus, width, box, left, right] = words.slice(1).map(Number);
	tree = laidOut(boxes, graph.weightType(String(boxes[0][2]), width));
	boxes.forEach((box, i) => assert.strictEqual(tree.depth[i], box[0], line));
	const got = graph.layout(tree, focus, width);
	assert.deepStrictEqual([got.shown[box], got.left[box], got.right[box]], [1, left, right], line);
	n++;
}
assert(n > 80);'
}

@test "fs-svg: the script makes the boxes that calltree.c makes of the same lines" {
	in_node '
let stacks = [], weights = [], want = [], n = 0;
function check() {
	if (!want.length)
		return;
	const frames = [{name: "all", mark: ""}], known = new Map();
	const ids = stacks.map((stack) => stack.map((name) => {
		if (!known.has(name))
			known.set(name, frames.push({name, mark: ""}) - 1);
		return known.get(name);
	}));
	const order = trees.sortStacks(frames, ids);
	const tree = trees.build(frames, order.map((i) => ids[i]), order.map((i) => weights[i]), null, {type: BigInt});
	assert.deepStrictEqual(lines(tree), want);
	n++;
	stacks = [], weights = [], want = [];
}
for (const line of fs.readFileSync("'"$TESTS"'/data/layout.cases", "utf8").split("\n")) {
	const word = line.split(" ")[0], rest = line.slice(word.length + 1);
	if (word === "stack") {
		check();
		const end = rest.lastIndexOf(" ");
		stacks.push(rest.slice(0, end).split(";"));
		weights.push(BigInt(rest.slice(end + 1)));
	} else if (word === "box") {
		want.push(rest);
	}
}
check();
assert(n >= 5);
// What is narrower than a tenth of a pixel is left out: of 11800 and one, a box of one is not.
const frames = ["all", "a", "b", "c"].map((name) => ({name, mark: ""}));
let tree = trees.build(frames, [[1, 2], [3]], [1, 11800], null, {type: Number, width: 11800});
assert.deepStrictEqual(lines(tree), ["0 0 11801 all", "1 1 11800 c"]);
assert.deepStrictEqual([tree.left, tree.leftBoxes], [1, 2]);
tree = trees.build(frames, [[1, 2], [3]], [1, 11799], null, {type: Number, width: 11800});
assert.deepStrictEqual([tree.frame.length, tree.left], [4, 0]);'
}

# A profile with marks, an interrupted sample in the middle of a stack, and names that only differ
# in their marks or behind the basic plane.
mixed() {
	cat <<-'END'
		main;run;gc 10
		main;run;gc;sweep_[k] 4
		main;run;work;gc 3
		main;run;work 20
		main;gc_[k];run 2
		main;gc;run 1
		other;work;run 6
		other;😀;x 3
		other;Ａ;x 3
		other 5
	END
}

@test "fs-svg: merged by leaf, the script has the boxes that --reverse has" {
	mixed >in
	fs-svg --minwidth 0 in >out
	fs-svg --minwidth 0 --reverse in >reversed
	in_node '
const made = merge(open("out").tree, 11800);
assert.deepStrictEqual(lines(made), lines(open("reversed").tree));
assert(made.frame.length > 15);'
	# Samples that all end in one box.
	for stacks in 'main;a;x 5' 'x 5'; do
		echo "$stacks" | fs-svg >out
		echo "$stacks" | fs-svg --reverse >reversed
		in_node '
assert.deepStrictEqual(lines(merge(open("out").tree, 11800)), lines(open("reversed").tree));
assert.deepStrictEqual(lines(merge(open("reversed").tree, 11800)), lines(open("out").tree));'
	done
	shared
	fs-parse -q "$(corpus incident/incident-99-app.perf)" | fs-fold >in
	fs-svg --minwidth 0 in >out
	fs-svg --minwidth 0 --reverse in >reversed
	in_node '
assert.deepStrictEqual(lines(merge(open("out").tree, 1e9)), lines(open("reversed").tree));'
}

@test "fs-svg: merged by leaf, thousands of frames on each other make no millions of boxes" {
	# Of 3,000 frames on each other, each with a sample of its own, any has up to 3,000 callers; of one name they are
	# as many frames of stacks.
	awk 'BEGIN { for (i = 1; i <= 3000; i++) print "a" (s = s ";f" i) " 1" }' >chain
	awk 'BEGIN { for (i = 1; i <= 3000; i++) print "a" (s = s ";f") " 1" }' >same
	fs-svg --minwidth 0 chain >out
	fs-svg --minwidth 0 same >recursion
	in_node '
for (const file of ["out", "recursion"]) {
	const made = merge(open(file).tree, 11800), depth = made.depth.reduce((a, b) => Math.max(a, b));
	assert(made.levels > 100 && depth === made.levels && made.frame.length <= 400001, String(made.levels));
	// Each level is whole: of 3,000 samples, all have a leaf and a caller, and one less each one more.
	for (let level = 1; level <= depth; level++)
		assert.strictEqual(made.weight.reduce((sum, weight, i) => sum + (made.depth[i] === level ? weight : 0), 0),
			Math.min(3000, 3002 - level));
	assert.strictEqual(made.left, 3001 - depth);
}
// Where there is room for all, there is no end.
const whole = merge(open("recursion").tree, 11800, 1e8);
assert.deepStrictEqual([whole.levels, whole.left, whole.frame.length], [0, 0, 6001]);'
}

@test "fs-svg: what the script keeps and drops is what --keep and --drop do" {
	mixed >in
	fs-svg --minwidth 0 in >out
	fs-svg --minwidth 0 --keep '(^|;)gc' in >kept
	fs-svg --minwidth 0 --drop '(^|;)gc' in >dropped
	fs-svg --minwidth 0 --keep '(^|;)gc' --drop '(^|;)work' --reverse in >both
	in_node '
const tree = open("out").tree, gc = state.hits(tree.frames, /^gc/), work = state.hits(tree.frames, /^work/);
const picked = (...filters) => trees.select(tree, filters);
assert.deepStrictEqual(lines(picked({hits: gc, drop: false})), lines(open("kept").tree));
assert.deepStrictEqual(lines(picked({hits: gc, drop: true})), lines(open("dropped").tree));
const both = picked({hits: gc, drop: false}, {hits: work, drop: true});
assert.deepStrictEqual(lines(merge(both, 11800)), lines(open("both").tree));
// Nothing is left of what no frame matches, and the tree that was is as it was.
assert.deepStrictEqual(lines(picked({hits: state.hits(tree.frames, /none/), drop: false})), ["0 0 0 all"]);
assert.strictEqual(tree.weight[0], 57);'
}

@test "fs-svg: the script tells and colours a difference as the picture does, a part of it too" {
	cat <<-'END' >in
		main;run;gc 10 30
		main;run;work 200 100
		main;run;work;new 0 17
		main;idle 3 3
		other;gc 1000 1000
		other;y 7 9
	END
	for options in '' '--negate' '--total 5000' '--factor 0.5 --countname ms' '--countname (k)'; do
		# shellcheck disable=SC2086 # words on purpose
		fs-svg --minwidth 0 $options in >out
		in_node '
const {tree, data, titles, colors} = open("out"), say = words(data, tree), most = words.most(tree);
assert.deepStrictEqual(tree.frame.map((frame, i) => say.title(i)), titles);
assert.deepStrictEqual(tree.frame.slice(1).map((frame, i) =>
	words.changeColor(words.changeInk(tree, i + 1, most), data.negate === "1")), colors.slice(1));'
	done
	printf 'a;b 3 4\n' | fs-svg --factor 0.5 --countname ms | titles /dev/stdin |
		grep -Fqx 'b (2 ms, 100%; before 2, +0, +0.00 points)'
	# What the whole width stands for has not changed.
	fs-svg --total 5000 in | titles /dev/stdin | head -1 | grep -Fqx 'all (5,000 samples, 100%)'
	fs-svg --minwidth 0 in >out
	fs-svg --minwidth 0 --drop work in >dropped
	fs-svg --minwidth 0 --reverse in >reversed
	in_node '
const {tree} = open("out"), hits = state.hits(tree.frames, /work/);
for (const [made, file] of [[trees.select(tree, [{hits, drop: true}]), "dropped"], [merge(tree, 11800), "reversed"]]) {
	const want = open(file), say = words(want.data, made), most = words.most(made);
	assert.deepStrictEqual(made.frame.map((frame, i) => say.title(i)), want.titles);
	assert.deepStrictEqual(made.frame.slice(1).map((frame, i) =>
		words.changeColor(words.changeInk(made, i + 1, most), false)), want.colors.slice(1));
}'
}

@test "fs-svg: the script says of weights what the picture says, to the last digit" {
	printf 'a;b 18446744073709551000\na;c 615\n' >large
	awk 'BEGIN { for (i = 1; i < 900; i++) print "f" i, i }' >small
	sed 's/$/.25/' small >fractions
	for options in 'small' 'large' '--factor 0.001 small' '--factor 1.5 small' '--total 1000000 small' \
		'fractions' '--factor 0.1 fractions' '--countname= small'; do
		# shellcheck disable=SC2086 # words on purpose
		fs-svg --minwidth 0 $options >out
		in_node '
const {tree, data, titles} = open("out"), say = words(data, tree);
assert.deepStrictEqual(tree.frame.map((frame, i) => say.title(i)), titles);'
	done
}

@test "fs-svg: a link holds any names, and leads as deep as its path goes" {
	mixed >in
	printf 'a=b&c#%%;50%% 100%%+x;/path?q=1&r="'"'"'<> 7\n' >>in
	fs-svg --minwidth 0 in >out
	in_node '
const {tree} = open("out"), home = state.home();
tree.frame.forEach((frame, i) => {
	const view = Object.assign({}, home, {path: state.pathOf(tree, i), nth: state.nthOf(tree, i)});
	const link = state.write(view);
	assert(/^[-A-Za-z0-9_.~%+=&;]*$/.test(link), link);
	const back = state.read("#" + link);
	assert.strictEqual(state.find(tree, back.path, back.nth), i, link);
});
const view = {path: ["x;"], nth: [2], query: "a|b &+%", ignoreCase: true, merged: true, turned: true, filters: [
	{text: "^gc=$", ignoreCase: false, drop: false}, {text: "é;", ignoreCase: true, drop: true}]};
assert.deepStrictEqual(state.read(state.write(view)), view);
const named = (text) => lines(tree)[state.find(tree, state.read(text).path, [])].split(" ").slice(2).join(" ");
assert.strictEqual(named("p=main;run;gc"), "14 gc");
assert.strictEqual(named("p=main;run;gone;gc"), "37 run");
assert.strictEqual(named("p=main;run;gc;sweep"), "4 sweep_[k]");
assert.strictEqual(named("p=gone"), "64 all");
assert.strictEqual(named("p=main;gc_%5Bk%5D"), "2 gc_[k]");
assert.strictEqual(named(""), "64 all");
assert.strictEqual(named("p=%E0%A4%A;&&=&x=1"), "64 all");'
	# Of the same name twice on one box, that which was meant.
	printf 'b 1\na;x 1\nb 2\n' | fs-svg --no-sort >out
	in_node '
const {tree} = open("out");
assert.deepStrictEqual([state.pathOf(tree, 4), state.nthOf(tree, 4)], [["b"], [1]]);
assert.strictEqual(state.find(tree, ["b"], [1]), 4);
assert.strictEqual(state.find(tree, ["b"], [9]), 4);
for (const odd of [-1, 0.5, NaN, -Infinity])
	assert.strictEqual(state.find(tree, ["b"], [odd]), state.find(tree, ["b"], []));'
}

@test "fs-svg: the script reads the weights that are in the picture" {
	printf 'a;b 1\na;d;e 2\na 5\nf;g 3\nf;h 0\n' | fs-svg --minwidth 0 >out
	sed -n 's/.* data-weights="\([^"]*\)".*/\1/p' out >weights
	in_node '
const tree = graph.parseWeights(fs.readFileSync("weights", "utf8").trim(), Number);
assert.deepStrictEqual(tree.before, [0, 0, 0, 1, 1, 8, 8]);
assert.deepStrictEqual(tree.weight, [11, 8, 1, 2, 2, 3, 3]);
assert.deepStrictEqual(tree.depth, [0, 1, 2, 2, 3, 1, 2]);
assert.deepStrictEqual(tree.last, [7, 5, 3, 5, 5, 7, 7]);
// Boxes of one weight on each other are a run.
assert.strictEqual(fs.readFileSync("weights", "utf8").trim(), "11 8 1 1,2*2 7,3*2");
// a and f match: b, d and e on a count once.
assert.strictEqual(graph.matchedWeight(tree, [0, 1, 1, 0, 1, 0, 1], Number), 11);
assert.strictEqual(graph.matchedWeight(tree, [0, 0, 1, 1, 1, 0, 0], Number), 3);'
}

@test "fs-svg: the script knows the widths that utf8.c knows, and cuts labels alike" {
	sed -n '/range wide/,/^};/s/.*{\(0x[0-9a-f]*\), \(0x[0-9a-f]*\)}.*/\1 \2/p' "$ROOT/lib/picture/utf8.c" >wide
	sed -n '/range zero/,/^};/s/.*{\(0x[0-9a-f]*\), \(0x[0-9a-f]*\)}.*/\1 \2/p' "$ROOT/lib/picture/utf8.c" >zero
	[ -s wide ] && [ -s zero ]
	in_node '
for (const [file, table] of [["wide", graph.WIDE], ["zero", graph.ZERO]])
	assert.deepStrictEqual(fs.readFileSync(file, "utf8").trim().split(/\s+/).map(Number), table);
assert.strictEqual(graph.label("漢字の関数名", 7), "漢字..");
assert.strictEqual(graph.label("abcdefg", 7), "abcdefg");
assert.strictEqual(graph.label("abcdefgh", 7), "abcde..");
assert.strictEqual(graph.label("abc", 2), "");
assert.strictEqual(graph.nameOf("f (int) (1 sample, 2.00%)", "samples"), "f (int)");'
}

@test "fs-svg: --inverted puts the root on top and each box below its caller" {
	printf 'a;b;c 10\na;d 20\n' >in
	fs-svg --inverted in >out
	boxes_of out >got
	printf '%s\n' '10 58 1180 15 all (30 samples, 100%)' '10 74 1180 15 a (30 samples, 100%)' \
		'10 90 393.3 15 b (10 samples, 33.33%)' '10 106 393.3 15 c (10 samples, 33.33%)' \
		'403.3 90 786.7 15 d (20 samples, 66.67%)' | same - got
	well_formed out
}

@test "fs-svg: --reverse begins with the leaves, and keeps what is the same from there on in one box" {
	printf 'a;b;malloc 10\na;c;malloc 20\nmalloc 5\na;b 1\n' >in
	fs-svg --reverse in >out
	titles out >got
	printf '%s\n' 'all (36 samples, 100%)' 'b (1 sample, 2.78%)' 'a (1 sample, 2.78%)' \
		'malloc (35 samples, 97.22%)' 'b (10 samples, 27.78%)' 'a (10 samples, 27.78%)' \
		'c (20 samples, 55.56%)' 'a (20 samples, 55.56%)' | same - got
}

@test "fs-svg: --flamechart stands in the order of time, on one axis, and sums neighbours alone" {
	printf '0.3\ta;b 1\n0.1\ta;c 1\n0.2\ta;c;d 1\n0.4\ta;c 2\n' >in
	fs-svg --flamechart in >out
	boxes_of out | cut -d' ' -f1,3,5 >got
	printf '%s\n' '10 1180 all' '10 1180 a' '10 472 c' '246 236 d' '482 236 b' '718 472 c' | same - got
	grep -q '<title>Flame chart</title>' out
	# The second piece's times are its own; it began 10 s earlier.
	printf '# fs-folded="1"\n# origin="20"\n# hostname="h"\n0.5\ta 1\n' >one
	printf '# fs-folded="1"\n# origin="10"\n# hostname="h"\n9.5\tb 1\n' >two
	fs-svg --flamechart one two | titles /dev/stdin | cut -d' ' -f1 | paste -sd' ' | grep -qx 'all b a'
	# What has no time stands as it comes.
	printf 'b 1\na 1\nb 1\n' | fs-svg --no-sort >out
	titles out | cut -d' ' -f1 | paste -sd' ' | grep -qx 'all b a b'
}

@test "fs-svg: --factor, --countname and --total change what is told, not where boxes stand" {
	printf 'a;b 1500\na;c 500\n' >in
	fs-svg --factor 0.001 --countname ms in >out
	titles out >got
	printf '%s\n' 'all (2 ms, 100%)' 'a (2 ms, 100%)' 'b (2 ms, 75.00%)' 'c (1 ms, 25.00%)' | same - got
	fs-svg --factor 1000000 in | titles /dev/stdin | grep -qx 'b (1,500,000,000 samples, 75.00%)'
	fs-svg --total 4000 in >out
	boxes_of out | cut -d' ' -f3,5- >got
	printf '%s\n' '1180 all (4,000 samples, 100%)' '590 a (2,000 samples, 50.00%)' \
		'442.5 b (1,500 samples, 37.50%)' '147.5 c (500 samples, 12.50%)' | same - got
	# Of a difference, both sides are shares of that many.
	printf 'a;b 10 20\na;c 5 5\n' | fs-svg --total 100 | titles /dev/stdin | tail -n +2 >got
	printf '%s\n' 'a (25 samples, 25.00%; before 15, +10, +10.00 points)' \
		'b (20 samples, 20.00%; before 10, +10, +10.00 points)' \
		'c (5 samples, 5.00%; before 5, +0, +0.00 points)' | same - got
	run_split fs-svg --total 1999 in
	expect_status 0
	expect_text stderr 'fs-svg: --total 1999 is less than the sum, 2000, and so ignored'
	for wrong in '--factor 0' '--factor x' '--factor -1' '--total x'; do
		run_split fs-svg $wrong in
		expect_status 2
		expect_empty stdout
	done
}

@test "fs-svg: --base leaves out what called it" {
	printf 'a;b;c 10\na;x;y;b;c 5\nz 1\n' >in
	fs-svg --base b in | titles /dev/stdin | cut -d' ' -f1,2 >got
	printf '%s\n' 'all (16' 'a (15' 'b (15' 'c (15' 'z (1' | same - got
}

@test "fs-svg: looks: fonts, truncation, background, edges, search colour, notes" {
	printf 'a;abcdefghijklmnopqrstuvwxyz 1\na;漢字かな漢字かな漢字かな 1\na;b 5\n' >in
	fs-svg --width 600 --truncate left --fonttype Courier --fontsize 10 --bgcolors '#f0f1F2' \
		--search-color '#0a0' --stroke-color none --notes 'a <note>' --nametype Function: in >out
	well_formed out
	grep -q '>\.\.nopqrstuvwxyz<\|>\.\.[a-z]*wxyz<' out
	grep -q 'font-size="10" font-family="Courier"' out
	grep -q 'id="back" width="100%" height="100%" fill="#f0f1f2"' out
	grep -q ' data-hit="#00aa00"' out
	grep -q 'a &lt;note&gt;' out
	grep -q 'data-nametype="Function"' out
	refute grep -q ' stroke="#fff' out
	# A wider font has room for less.
	fs-svg --width 600 --fontwidth 1.2 in | grep -o '>[a-z]*\.\.<' | head -1 >wide
	fs-svg --width 600 in | grep -o '>[a-z]*\.\.<' | head -1 >usual
	[ "$(wc -c <wide)" -lt "$(wc -c <usual)" ]
	for wrong in '--bgcolors pink' '--search-color red' '--stroke-color 1' '--fontwidth 0' '--fontwidth 9' '--fontsize 2'; do
		run_split fs-svg $wrong in
		expect_status 2
	done
}

@test "fs-svg: options of flamegraph.pl and inferno-flamegraph are taken by their names and beginnings" {
	printf 'a;b 1\n' >in
	fs-svg --color=java --hash --cp --deterministic --random --encoding ISO-8859-1 --title x \
		--truncate-text-right --fontt Verdana --search '#fff' --inv --rev in >out
	well_formed out
	run_split fs-svg --font 12 in
	expect_status 2
	# All of both, as a script would have them.
	printf 'a\thref=#a\n' >attributes
	for options in '--fonttype Arial --fontsize 11.5 --fontwidth 0.59 --width 900 --height 18 --minwidth 0.5%' \
		'--title x --subtitle y --notes z --countname ms --nametype Function: --nameattr attributes' \
		'--total 10 --factor 2.5 --color=java --bgcolors blue --bgcol #eeeeee --col hot' \
		'--hash --random --cp --deterministic --encoding utf-8 --pretty-xml' \
		'--reverse' '--inverted' '-i' '--negate' '--flamechart' '--flame-chart' '--flame' '--no-sort' \
		'-title x -colors hot -w=700 -cp -hash -inverted -countname=ms' '-chot -iq' \
		'-c rust --search-color #e600e6 --stroke-color none --uicolor #00ff00 --colordiffusion' \
		'--base a --truncate-text-right --no-javascript'; do
		# shellcheck disable=SC2086 # words on purpose
		run_split fs-svg $options in
		expect_status 0
		expect_empty stderr
		well_formed stdout
	done
}

@test "fs-svg: --colordiffusion colours by weight, --uicolor the buttons; a title says what is drawn" {
	printf 'a;b 1\na;c 9\n' >in
	fs-svg --colordiffusion in >out
	# A tenth and nine tenths of the way from pale to red.
	python3 - "$(color_of out b)" "$(color_of out c)" <<-'E'
		import sys
		b, c = [[int(s[i:i + 2], 16) for i in (1, 3, 5)] for s in sys.argv[1:]]
		assert c[1] < b[1] - 80 and c[0] > c[2] + 100, (b, c)
	E
	fs-svg --uicolor '#123456' in | grep -q ' data-ui="#123456"'
	fs-svg --inverted in | grep -q '<title>Icicle graph</title>'
	fs-svg --reverse in | grep -q '<title>Flame graph, from the leaves</title>'
	printf 'a;b 1 2\n' >changes
	fs-svg changes | grep -q '<title>Differential flame graph</title>'
	fs-svg --title Mine changes | grep -q '<title>Mine</title>'
	fs-svg changes | grep -q '>more than before<'
	refute grep -q '>not there before<' <(fs-svg changes)
	printf 'a;b 0 2\n' >changes
	fs-svg changes | grep -q '>not there before<'
}

@test "fs-svg: what the wall clock showed is in the description, at second 0 or where the range begins" {
	printf '# fs-folded="1"\n# wall="1436462077.000123"\n0.5\ta;b 1\n' >in
	fs-svg in | grep -q 'second 0 is 2015-07-09T17:14:37.000123Z'
	fs-slice 0.25 0.75 in | fs-svg | grep -q 'begins 2015-07-09T17:14:37.250123Z'
	sed 's/wall/wall-about/' in | fs-svg | grep -q 'second 0 is about 2015'
	# Of two streams, neither.
	printf '# fs-folded="1"\n# wall="1436462099"\n0.5\ta;b 1\n' >other
	refute grep -q '2015-07' <(fs-svg in other)
	printf '# fs-folded="1"\n# end="kept=1 idle=0 busy=2 other-event=0 without=3"\n0.5\ta;b 1\n' | fs-svg >out
	grep -q '2 busy samples left out · 3 samples of no event left out' out
}

@test "fs-svg: --nameattr gives functions links and titles, and nothing that could be script" {
	printf 'a;b 1\na;c_[k] 2\na;d 3\n' >in
	printf '%s\t%s\n' b 'href=https://x.org/?f=b&g="<>' c '"title"' >attributes
	printf 'b\tonclick=alert(1)\tstyle=fill:red\ttarget=_blank\tclass=hit\n' >>attributes
	printf 'c_[k]\ttitle=In <the> kernel\thref=#here\r\nd\thref=JavaScript:alert(1)\n' >>attributes
	printf '\nnobody\thref=a.html' >>attributes
	run_split fs-svg --nameattr attributes in
	expect_status 0
	expect_text stderr 'fs-svg: attributes: 5 attributes not taken (first: line 2: "title")'
	well_formed stdout
	refute grep -qi -e 'alert' -e 'javascript:' -e 'onclick=' -e 'fill:red' stdout
	grep '^<a ' stdout | sed 's/<path[^>]*>//' | same - <(printf '%s\n' \
		'<a href="https://x.org/?f=b&amp;g=&quot;&lt;&gt;" target="_blank"><title>b (1 sample, 16.67%)</title></path></a>' \
		'<a href="#here" target="_top"><title>In &lt;the&gt; kernel</title></path></a>')
	grep -q ' data-name="c"><title>In' stdout
	run_split fs-svg -q --nameattr attributes in
	expect_empty stderr
	run_split fs-svg --nameattr missing in
	expect_status 1
	expect_empty stdout
	# Without a file, or for others, nothing changes.
	fs-svg in >want
	printf 'x\thref=#x\n' >attributes
	fs-svg --nameattr attributes in | same - want
}

@test "fs-svg: a difference is recognised, and coloured by what boxes weigh with all they call" {
	printf 'a;b 10 20\na;c 10 5\na;d 0 7\na;e 5 0\nz;f 7 7\n' >in
	fs-svg --minwidth 0 in >out
	well_formed out
	titles out >got
	printf '%s\n' 'all (39 samples, 100%; before 32, +7, +0.00 points)' \
		'a (32 samples, 82.05%; before 25, +7, +3.92 points)' \
		'b (20 samples, 51.28%; before 10, +10, +20.03 points)' \
		'c (5 samples, 12.82%; before 10, -5, -18.43 points)' \
		'd (7 samples, 17.95%; before 0, +7, +17.95 points, new)' \
		'z (7 samples, 17.95%; before 7, +0, -3.93 points)' \
		'f (7 samples, 17.95%; before 7, +0, -3.93 points)' | same - got
	grep -q '39 samples · baseline 32 samples, the first count of each line' out
	# More red than blue, the other way round, and neither.
	python3 - "$(color_of out b)" "$(color_of out c)" "$(color_of out f)" <<-'E'
		import sys
		b, c, f = [[int(s[i:i + 2], 16) for i in (1, 3, 5)] for s in sys.argv[1:]]
		assert b[0] > b[2] + 50 and c[2] > c[0] + 20 and max(f) - min(f) < 8, (b, c, f)
	E
	fs-svg --negate in >negated
	[ "$(color_of negated b)" != "$(color_of out b)" ]
	grep -c 'stroke-width="2" stroke="#6b1d10"' out | grep -qx 1
}

@test "fs-svg: lines that end in two counts are no difference without a stack, or where one is not" {
	printf 'worker 12345 7\nworker 12345 1\n' >in
	fs-svg in | titles /dev/stdin | same - <(printf 'all (8 samples, 100%%)\nworker 12345 (8 samples, 100%%)\n')
	fs-svg --difference in | titles /dev/stdin | grep -q '^worker (8 samples, 100%; before 24,690, -24,682'
	printf 'a;b 1 2\na;c 3\n' >in
	fs-svg in | titles /dev/stdin | grep -qx 'b 1 (2 samples, 40.00%)'
	printf '0.5\tm;a 1 2\nm;b 1 2\n' >timed
	run_split fs-svg --difference timed
	expect_line stderr '1 line not understood (first: timed:1)'
	run_split fs-svg --difference in
	expect_text stderr 'fs-svg: 1 line not understood (first: in:2)'
	printf 'a;b 1 2\na;c 3 4\n' >in
	fs-svg --folded in | titles /dev/stdin | grep -qx 'c 3 (4 samples, 66.67%)'
	# Fractions, as normalised differences have them.
	printf 'a;b 1.5 2.25\na;c 0.5 0.75\n' | fs-svg --minwidth 0 | titles /dev/stdin | grep -q '^a (3 samples, 100%; before 2, +1'
}

@test "fs-svg: a difference behind a file that is none is noticed" {
	printf 'm;a 5\n' >plain
	printf 'm;a 10 20\n' >difference
	run_split fs-svg plain difference
	expect_status 0
	expect_text stderr 'fs-svg: difference looks like a difference behind a file that is none, and is not taken for one: read it by itself'
	run_split fs-svg --folded plain difference
	expect_empty stderr
	run_split fs-svg -q plain difference
	expect_empty stderr
	run_split fs-svg difference plain
	expect_text stderr 'fs-svg: 1 line not understood (first: plain:1)'
	run_split fs-svg plain plain
	expect_empty stderr
}
