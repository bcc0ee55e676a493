#!/usr/bin/env bats
# fs-scope: what stands in its page, and what the page's scripts make of it.  browser-scope.bats tries
# the page itself.

load helper

# Runs a piece of script on the data of a page as the page's own scripts read them: `model`, `counter`,
# `samples(from, to)`.  The other arguments are process.argv[3] and on.
in_node() {
	needs node
	local page=$1 code=$2
	shift 2
	node -e '
const fs = require("fs"), vm = require("vm"), lib = process.argv[1] + "/lib/picture/";
const parts = ["flamegraph_state", "heatmap_model", "heatmap_words", "heatmap_ramp", "heatmap_axes", ...["time", "data", "grid", "tree", "state", "count", "posix", "command"].map((name) => "scope_" + name)];
vm.runInThisContext(parts.map((name) => fs.readFileSync(lib + name + ".js", "utf8")).join("\n") +
	"\nvar scope = {time: scopeTime, data: scopeData, grid: scopeGrid, tree: scopeTree, state: scopeState, count: scopeCount, command: scopeCommand};");
const page = fs.readFileSync(process.argv[2], "utf8");
const text = (id) => new RegExp(`<script type="text/plain" id="scope-${id}">([^<]*)</script>`).exec(page)[1];
const model = scope.data.parse({frames: text("frames"), boxes: text("boxes"), stacks: text("stacks"),
	keys: text("keys"), samples: [...page.matchAll(/<script type="text\/plain" class="scope-samples"([^>]*)>([^<]*)</g)]
		.map(([, attributes, text]) => ({text, ...Object.fromEntries([...attributes.matchAll(/ data-(\w+)="([^"]*)"/g)]
			.map((part) => part.slice(1)))}))});
const counter = scope.count(model);
const sorted = (lines) => lines.map((line) => Buffer.from(line)).sort(Buffer.compare)
	.map((line) => line.toString() + "\n").join("");
const same = (got, want) => {
	if (got === want)
		return;
	console.log("got", got, "and not", want);
	process.exitCode = 1;
};'"$code" "$ROOT" "$page" "$@"
}

# Random ranges between $1 and $2 nanoseconds, from a seed.
ranges() {
	awk -v from="$1" -v to="$2" -v n="$3" 'BEGIN {
		srand(7)
		for (i = 0; i < n; i++) {
			a = from + int(rand() * (to - from)); b = a + 1 + int(rand() * rand() * (to - from))
			printf "%s%d.%09d %s%d.%09d\n", a < 0 ? "-" : "", int((a < 0 ? -a : a) / 1e9), (a < 0 ? -a : a) % 1e9,
				b < 0 ? "-" : "", int((b < 0 ? -b : b) / 1e9), (b < 0 ? -b : b) % 1e9
		}
	}'
}

# The page of a profile counts as fs-slice and fs-fold do, in all of these ranges.
expect_counts() {
	local from to
	fs-scope "$1" >page.html
	while read -r from to; do
		echo "# $from $to"
		fs-slice "$from" "$to" "$1" | fs-fold | LC_ALL=C sort
	done <ranges >want
	in_node page.html '
let got = "";
for (const line of fs.readFileSync("ranges", "utf8").split("\n").slice(0, -1)) {
	const [from, to] = line.split(" ").map(scope.time.parse);
	got += "# " + line + "\n" + sorted(counter.folded(scope.state.home(), [from, to]));
}
fs.writeFileSync("got", got);'
	same want got
}

@test "fs-scope: a page counts what fs-slice and fs-fold count, in any range" {
	gzip -dc "$TESTS/data/incident-99-app.perf.gz" | fs-parse -q >app.fs
	ranges -1000000000 114000000000 40 >ranges
	printf '0 1000\n19.22 19.32\n' >>ranges
	expect_counts app.fs
	[ "$(grep -vc '^#' want)" -gt 200 ]
}

@test "fs-scope: times of nanoseconds, below zero, out of order and far apart are exact" {
	awk 'BEGIN {
		srand(3)
		for (i = 0; i < 400; i++)
			printf "%s%d.%09d cpu=%d tid=%d/%d\tt%d;f%d;g%d 1\n", rand() < 0.2 ? "-" : "", rand() * 40,
				rand() * 1e9, rand() * 3, 7, 7 + i % 3, i % 3, rand() * 4, rand() * 4
		print "8000000.000000001\tlate;far 1"
	}' >odd.fs
	ranges -42000000000 42000000000 60 >ranges
	printf '%s\n' '-100 8000000.000000001' '-100 8000000.000000002' '8000000 8000001' >>ranges
	expect_counts odd.fs
}

@test "fs-scope: weights add up to 64 bits" {
	printf '1.5 cpu=0\ta;b 18446744073709551614\n1.75\ta;c 0\n2\ta 1\n' >big.fs
	printf '0 3\n1.5 1.6\n2 3\n' >ranges
	# What weighs nothing is no sample.
	grep -v ' 0$' big.fs >some.fs
	expect_counts some.fs
	fs-scope big.fs >with.html
	fs-scope some.fs >without.html
	diff <(grep -v '^.*fs-slice' with.html) <(grep -v '^.*fs-slice' without.html)
	printf '1.5\ta;b 9007199254740991\n2\ta 1\n3\ta;b 12\n' >big.fs
	printf '0 5\n2 5\n3 4\n' >ranges
	expect_counts big.fs
	printf '1.5\ta;b 5\n2\ta 1\n3\ta;b 12\n' >big.fs
	expect_counts big.fs
	fs-scope big.fs >page.html
	expect_line page.html 'data-weights="whole"'
}

@test "fs-scope: who knows docs/design.md alone reads from a page what fs-slice gives" {
	needs python3
	local read="$TESTS/tools/scope_page.py"
	gzip -dc "$TESTS/data/incident-99-app.perf.gz" | fs-parse -q >app.fs
	gzip -dc "$TESTS/data/app.perf.gz" | fs-parse -q --weight period >period.fs
	printf '%s\n' '# origin="5"' '-0.000000001 cpu=1\ta;b 7' '-12\t_[k];; 1' '3 cpu=1 tid=3\ta;b_[j] 18446744073709551000' >odd.fs
	sed -i 's/\\t/\t/' odd.fs
	for profile in app period odd; do
		fs-slice start end $profile.fs >slice
		[ "$(grep -vc '^#' slice)" -ge 3 ]
		fs-scope $profile.fs >page.html
		python3 "$read" read page.html >got
		python3 "$read" lines slice >want
		same want got
	done
	fs-scope --before period.fs app.fs >page.html
	python3 "$read" read page.html >got
	{ python3 "$read" lines app.fs && echo && python3 "$read" lines period.fs; } >want
	same want got
	# Pieces are on one axis.
	fs-slice start 40 app.fs >a.fs
	fs-slice 60 end app.fs >b.fs
	fs-scope b.fs a.fs >page.html
	python3 "$read" read page.html >got
	cat a.fs b.fs >both.fs
	python3 "$read" lines both.fs >want
	same want got
}

@test "fs-scope: a sample of a profile takes few bytes" {
	gzip -dc "$TESTS/data/incident-99-app.perf.gz" | fs-parse -q >app.fs
	# With 4 of them, 200,000 leave 200 kB of a megabyte for names, pictures and scripts.
	fs-scope app.fs | awk '/class="scope-samples"/ {
		match($0, /data-n="[0-9]*/)
		n = substr($0, RSTART + 8, RLENGTH - 8)
		match($0, /data-weights="one">/)
		print n, (length($0) - RSTART - RLENGTH - 8) / n
	}' >told
	read -r n bytes <told
	[ "$n" -eq "$(grep -vc '^#' app.fs)" ]
	awk -v bytes="$bytes" 'BEGIN { exit !(bytes > 2 && bytes < 4) }' || fail "$bytes bytes a sample"
}

@test "fs-scope: hostile names are names" {
	printf '1\t</script><script>alert(1)</script>;<!--;a\\(b\\\\;\xff\xfe;&lt;\xe2\x82\xac 1\n' >evil.fs
	printf '2 event=<b>" tid=1/<script>\t"><img src=x onerror=alert(1)>;a 1\n' >>evil.fs
	fs-scope --title '</title><script>alert(2)</script>' --subtitle '<b>&' evil.fs >page.html
	[ "$(grep -c '<script' page.html)" -eq "$(fs-scope <(printf '1\ta 1\n') | grep -c '<script')" ]
	refute grep -qE '<img|<b>|alert\(2\)</script>' page.html
	in_node page.html '
const names = model.frames.map((frame) => frame.name);
for (const name of ["</script><script>alert(1)</script>", "<!--", "a\\(b\\\\", "\ufffd\ufffd", "&lt", "\u20ac",
	"\"><img src=x onerror=alert(1)>"])
	same(names.includes(name), true);
same(model.keys.map((key) => key.tid).includes("<script>"), true);'
}

@test "fs-scope: frames have the colours that fs-svg gives them" {
	gzip -dc "$TESTS/data/incident-99-app.perf.gz" | fs-parse -q >app.fs
	for palette in kind module java; do
		fs-scope --colors $palette app.fs >page.html
		fs-svg --no-javascript --colors $palette app.fs >flame.svg
		in_node page.html '
const known = new Map(model.frames.map((frame) => [frame.name, frame.color]));
let n = 0;
for (const [, color, name] of fs.readFileSync("flame.svg", "utf8")
	.matchAll(/stroke="(#[0-9a-f]{6})"[^>]*><title>([^<&]*) \(/g))
	if (name !== "all") {
		same(known.get(name) + " " + name, color + " " + name);
		n++;
	}
same(n > 50, true);'
	done
}

@test "fs-scope: every kind of frame is told, and its mark put back" {
	printf '1\ta;user;kernel_[k];jit_[j];inlined_[i];waker_[w];odd_[x];_[k] 1\n' >marks.fs
	fs-scope marks.fs >page.html
	in_node page.html '
same(model.frames.map(({kind, name}) => kind + " " + name).sort().join(","),
	"i inlined,j jit,k [unknown],k kernel,u a,u odd_[x],u user,w waker");
same(counter.folded(scope.state.home(), [0n, 1n << 62n]).join(),
	"a;user;kernel_[k];jit_[j];inlined_[i];waker_[w];odd_[x];[unknown]_[k] 1");'
}

@test "fs-scope: what is shown without scripts is the map and the graph of the other programs" {
	gzip -dc "$TESTS/data/incident-99-app.perf.gz" | fs-parse -q >app.fs
	fs-scope app.fs | sed -n '/<div id="still">/,/^<\/div>/p' >still
	# The boxes of at least a pixel, with the same places, colours and numbers.
	fs-svg --no-javascript --minwidth 1 app.fs | grep -o '<path d="M[^"]*" stroke="[^>]*><title>[^<]*' | sort >want
	[ "$(wc -l <want)" -gt 100 ]
	grep -o '<path d="M[^"]*" stroke="[^>]*><title>[^<]*' still | sort >got
	same want got
	# The cells, colour by colour.
	fs-heatmap --no-javascript app.fs >heat.svg
	sed -n '/<g class="cells"/,/^<\/g>/p' heat.svg >want
	[ "$(wc -c <want)" -gt 5000 ]
	sed -n '/<g class="cells"/,/^<\/g>/p' still >got
	same want got
	refute grep -q '<script' still
}

@test "fs-scope: the still map has the clock, the gaps and the ranges that fs-heatmap draws" {
	printf '# fs-folded="1"\n# wall="1795349400"\n0.5\tmain 1\n1.31\tmain 1\n' >a.fs
	printf '# fs-folded="1"\n# wall-about="1795349404"\n0.71\tmain 1\n1\tmain 1\n' >about.fs
	sed 's/-about//' about.fs >b.fs
	printf '1\t2\tone <b>\n12:10:04\t+2s\ttwo\n9\t10\tout of it\n' >ranges.tsv
	printf '08:40:04\t+2s\tthere\n' >local.tsv
	export TZ=NST3:30
	# All but the title, the size of the page and the legend, from the axes on.
	drawn() { sed -n '/<g font-size="11">/,/<g class="legend"/p' "$1" | grep -v 'class="legend"'; }
	for told in 'a.fs b.fs' '--ranges ranges.tsv a.fs b.fs' '--column 100ms --rows 10 --ranges ranges.tsv b.fs a.fs' '--local --ranges local.tsv a.fs b.fs' about.fs; do
		fs-heatmap -q --no-javascript $told >heat.svg
		drawn heat.svg >want
		expect_line want 'UTC\|local time'
		fs-scope -q $told | sed -n '/<div id="still">/,/^<\/svg>/p' >still
		drawn still >got
		same want got
	done
	expect_line want 'about UTC'
	# Of two profiles each has its clock and its gaps; the ranges are the new one's.
	cat a.fs b.fs >old.fs
	fs-scope --ranges ranges.tsv --before old.fs about.fs | sed -n '/<div id="still">/,/^<\/div>/p' >still
	[ "$(grep -c 'about UTC' still)" -eq 1 ]
	[ "$(grep -c '>UTC<' still)" -eq 1 ]
	sed '0,/^<\/svg>/d' still >second
	expect_line second 'class="gap"'
	refute grep -q 'class="mark"' second
	sed '/^<\/svg>/q' still >first
	expect_line first 'class="mark"'
	refute grep -q 'class="gap"' first
}

@test "fs-scope: cells of any grid hold what lies between their times" {
	gzip -dc "$TESTS/data/incident-99-app.perf.gz" | fs-parse -q >app.fs
	fs-scope app.fs >page.html
	in_node page.html '
const profile = model.profiles[0], home = scope.state.home();
for (const [column, rows] of [["1s", 50], ["1s", 7], ["10ms", 3], ["7s", 1000], ["1m", 13]]) {
	const grid = scope.grid.lay(...counter.ends(profile), scope.time.parseLength(column), rows);
	const cells = scope.grid.cells(grid, profile, {});
	same(cells.reduce((a, b) => a + b), profile.n);
	for (let cell = 0; cell < cells.length; cell += 1 + (cells.length >> 9)) {
		const at = Math.floor(cell / rows), row = cell % rows;
		same(cells[cell], counter.total(home, [scope.grid.begin(grid, at, row), scope.grid.begin(grid, at, row + 1)]));
	}
}'
}

@test "fs-scope: the script's rows begin and end when those of the program do" {
	printf '1\ta 1\n' | fs-scope >page.html
	in_node page.html '
let n = 0;
for (const line of fs.readFileSync(process.argv[3], "utf8").split("\n")) {
	const part = line.match(/^-?\d+ (\d+) (\d+): (-?\d+) (\d+) (-?\d+) (-?\d+)$/);
	if (!part)
		continue;
	const grid = {column: BigInt(part[1]), rows: Number(part[2]), first: BigInt(part[3])};
	same(scope.grid.begin(grid, 0, Number(part[4])), BigInt(part[5]));
	same(scope.grid.begin(grid, 0, Number(part[4]) + 1), BigInt(part[6]));
	n++;
}
same(n > 100, true);' "$TESTS/data/rows.cases"
}

@test "fs-scope: the colours of its map are those of fs-heatmap" {
	gzip -dc "$TESTS/data/incident-99-app.perf.gz" | fs-parse -q >app.fs
	fs-scope app.fs >page.html
	for told in '--rows 50' '--rows 4' '--rows 1' '--rows 2 --column 10s' '--rows 1 --column 1m' '--rows 10 --highlight db_query'; do
		fs-heatmap $told app.fs >heat.svg
		in_node page.html '
const told = (name) => new RegExp(` data-${name}="([^"]*)"`).exec(page)[1];
const heat = fs.readFileSync("heat.svg", "utf8"), [, style] = /<style>(.*)<\/style>/.exec(heat);
const levels = [...heat.matchAll(/<rect class="l(\d+)"[^>]* fill="([^"]*)"/g)].map((part) => part[2]);
const most = Number([.../<g class="legend".*<\/g>/s.exec(heat)[0].matchAll(/>([\d,]+)<\/text>/g)].pop()[1].replace(/,/g, ""));
const light = heatmapRamp.of(told("ramp"), most), dark = heatmapRamp.of(told("ramp-dark"), most);
same(levels.length > 0, true);
same(light.levels, levels.length);
levels.forEach((color, i) => {
	same(light.color(i + 1), color);
	same(style.includes(`.l${i + 1}{fill:${dark.color(i + 1)};`), true);
});
for (const [, level, title] of heat.matchAll(/<path class="l(\d+)"[^>]*><title>([^<]*)</g)) {
	const counts = title.match(/[\d,]+/g).map((text) => Number(text.replace(/,/g, "")));
	for (const count of counts)
		same(light.level(count), Number(level));
}
same(light.level(0), 0);
const greys = [...heat.matchAll(/<path class="g(\d+)" stroke="([^"]*)"/g)];
for (const [, level, color] of greys)
	same(light.grey((level - 1) * 5 + 1, 20) + light.grey(level * 5, 20), color + color);
same(greys.length > 1, process.argv[3].includes("highlight"));' "$told"
	done
}

@test "fs-scope: what stands beside its map is what fs-heatmap writes there" {
	shared
	fs-parse -q "$(corpus incident/incident-99.perf)" >clock.fs 2>/dev/null
	gzip -dc "$TESTS/data/incident-99-app.perf.gz" | fs-parse -q >app.fs
	# Days, and before second 0.
	printf '# fs-folded="1"\n# origin="28648"\n# wall="1436462077.25"\n-5.5\ta 1\n8000\ta 1\n' >long.fs
	awk 'BEGIN { print "# fs-folded=\"1\""; for (i = 0; i < 400; i++) print i * 777 ".5\ta 1" }' >day.fs
	# Summer time that begins or ends on the way.
	printf '# fs-folded="1"\n# wall="1774745980"\n10.2\tmain 1\n34.21\tmain 3\n' >spring.fs
	sed 's/1774745980/1792889900/; s/34.21/7000/' spring.fs >autumn.fs
	export TZ=CET-1CEST,M3.5.0,M10.5.0/3
	for told in 'clock.fs --width 1200' 'clock.fs --width 1200 --local' 'spring.fs --local' 'autumn.fs --local --column 1m' 'spring.fs' \
		'app.fs --width 700' 'app.fs --rows 7 --column 100ms --width 9000' 'long.fs --column 1m --width 1100' \
		'long.fs --column 10s --rows 20 --width 2400' 'day.fs --column 1h --width 900' 'day.fs --column 1d --width 500 --rows 24'; do
		fs-heatmap $told >heat.svg
		zone=()
		[[ $told != *--local* ]] || zone=(--local)
		fs-scope ${zone[@]+"${zone[@]}"} "${told%% *}" >page.html
		in_node page.html '
const heat = fs.readFileSync("heat.svg", "utf8"), number = (name) => Number(new RegExp(` ${name}="(\\d+)"`).exec(heat.match(/<rect class="plot"[^>]*>/)[0])[1]);
const data = (name) => (new RegExp(` data-${name}="([^"]*)"`).exec(heat) || [])[1];
const map = heatmapModel.make({first: BigInt(data("first")), columns: Number(data("columns")), column: BigInt(data("column")),
	rows: Number(data("rows")), wall: data("wall") ? BigInt(data("wall")) : null,
	zones: heatmapModel.zones((/ data-zone="([^"]*)"/.exec(page) || [])[1])});
same((/ data-wall="([^"]*)"/.exec(page) || [])[1], data("wall"));
const want = [.../<g font-size="11">(.*?)<g class="cells"/s.exec(heat)[1].matchAll(/<text[^>]*>([^<]*)</g)].map((part) => part[1]);
const width = number("width"), height = number("height"), clock = heatmapAxes.clock(map, width);
const label = (tick) => tick.label;
const got = [...heatmapAxes.times(map, width).map(label), "time in seconds", ...clock ? [...clock.ticks.map(label), clock.day, clock.zone] : [],
	...heatmapAxes.offsets(map, height).map(label), ...height < 200 ? [] : [heatmapAxes.offsetName(map)]];
same(got.sort().join("\n"), want.sort().join("\n"));
same(want.length > 6, true);'
	done
}

@test "fs-scope: what lies between two pieces is what fs-heatmap says it is" {
	printf '# fs-folded="1"\n# wall="1795349400"\n0.5 cpu=0\tmain 1\n1.31 cpu=0\tmain 1\n' >a.fs
	printf '# fs-folded="1"\n# wall="1795349404"\n0.71 cpu=0\tmain 1\n1 cpu=0\tmain 1\n' >b.fs
	printf '# fs-folded="1"\n# wall="1795349397"\n0.25 cpu=0\tmain 1\n' >c.fs
	# Below zero, out of order; two gaps and, where cells are long, one or none.
	fs-scope b.fs a.fs c.fs >page.html
	for told in '' '--rows 10' '--by cpu' '--by cpu --column 100ms' '--column 10s --rows 100' '--column 10s --rows 10' '--column 10s --rows 3' '--column 1m' \
		'--column 100ms --rows 3' '--column 500ms --rows 7'; do
		fs-heatmap $told b.fs a.fs c.fs >heat.svg
		in_node page.html '
const told = fs.readFileSync("heat.svg", "utf8"), data = (name) => (new RegExp(` data-${name}="([^"]*)"`).exec(told) || [])[1];
const grid = {first: BigInt(data("first")), columns: Number(data("columns")), column: BigInt(data("column")), rows: Number(data("rows"))};
const gaps = scope.grid.gaps(grid, model.profiles[0], data("lanes") === undefined);
same(gaps.map((gap) => gap.join(":")).join(" "), data("gaps") || "");'
		grep -o 'data-gaps="[^"]*"' heat.svg >>told || echo none >>told
	done
	[ "$(sort -u told | wc -l)" -ge 7 ]
	# A text cut in two may be silent where it was cut, as it is elsewhere, but for whole columns.
	printf '# fs-folded="1"\n# origin="7"\n# hostname="h"\n0.1\tmain 1\n0.5\tmain 1\n' >d.fs
	for end in 0.9 0.901; do
		printf '# fs-folded="1"\n# origin="7"\n# hostname="h"\n%s\tmain 1\n' "$end" >e.fs
		fs-scope d.fs e.fs >page.html
		in_node page.html '
const gaps = (column) => String(scope.grid.gaps({first: 0n, columns: 9, column, rows: 50}, model.profiles[0], true));
same(gaps(1000000000n), process.argv[3] === "0.9" ? "" : "520000000,900000000");
same(gaps(300000000n), "504000000,900000000");' "$end"
	done
	# One piece, and a profile before in two.
	fs-scope b.fs >page.html
	refute grep -q 'data-gaps=' page.html
	cat a.fs c.fs >old.fs
	fs-scope --before old.fs b.fs >page.html
	in_node page.html 'same(model.profiles.map(({gaps}) => gaps.length).join(), "0,1");'
}

@test "fs-scope: keep, drop and one thread, process or CPU, as fs-slice and grep choose" {
	gzip -dc "$TESTS/data/incident-99-app.perf.gz" | fs-parse -q >app.fs
	fs-scope app.fs >page.html
	fs-slice --keep 'worker|cron' --drop 'parse_[a-z]+;' 10 60 app.fs | fs-fold | LC_ALL=C sort >want.chosen
	thread=$(grep -v '^#' app.fs | sed -n '3000s/.* tid=\([0-9]*\).*/\1/p')
	fs-slice 10 60 app.fs | grep -E "tid=${thread}[	 ]" | fs-fold | LC_ALL=C sort >want.thread
	fs-slice 10 60 app.fs | grep 'cpu=1 ' | fs-fold | LC_ALL=C sort >want.cpu
	in_node page.html '
const write = (name, state) => fs.writeFileSync("got." + name, sorted(counter.folded(
	{...scope.state.home(), ...state}, ["10", "60"].map(scope.time.parse))));
write("chosen", {flame: {...scope.state.home().flame, filters: [{text: "worker|cron", drop: false},
	{text: "parse_[a-z]+;", drop: true}]}});
write("cpu", {filter: ["cpu", "CPU 1"]});
const {names} = counter.group("thread");
write("thread", {filter: ["thread", names.find((name) => name.endsWith(" " + process.argv[3]))]});' "$thread"
	for part in chosen thread cpu; do
		[ -s want.$part ]
		same want.$part got.$part
	done
}

@test "fs-scope: the command that the page shows cuts what the page counts" {
	gzip -dc "$TESTS/data/incident-99-app.perf.gz" | fs-parse -q >'it'\''s app.fs'
	fs-scope "it's app.fs" >page.html
	in_node page.html '
const home = scope.state.home(), told = (name) => new RegExp(` data-${name}="([^"]*)"`).exec(page)[1].replace(/&#39;/g, "\u0027").replace(/&gt;/g, ">");
const keep = (text, ignoreCase = false) => ({text, ignoreCase, drop: false}), drop = (text) => ({...keep(text), drop: true});
const states = [{}, {range: ["7.5", "88.25"].map(scope.time.parse)}, {flame: {filters: [keep("handle_request"), keep("db_query|cron"), drop("vfs_read")]}},
	{flame: {filters: [keep("HANDLE_REQ", true)]}}, {flame: {filters: [keep("_\\[k\\];vfs")]}}, {range: ["0", "60"].map(scope.time.parse), flame: {filters: [drop("it\u0027s"), drop("cron")]}},
	{filter: ["cpu", "CPU 1"]}, {filter: ["process", counter.group("process").names[0]]}];
for (const name of counter.group("thread").names)
	states.push({filter: ["thread", name]});
let n = 0;
for (const some of states) {
	const state = {...home, ...some};
	const command = scope.command(state, {before: told("before"), after: told("after")}, model.keys);
	same(command.endsWith(" | fs-fold | fs-svg > flame.svg"), true);
	const got = require("child_process").execFileSync("bash", ["-c", command.replace(" | fs-svg > flame.svg", "")]).toString();
	same(sorted(got.split("\n").slice(0, -1)), sorted(counter.folded(state, state.range || [-1n, 1n << 62n])));
	n += got.length > 0;
}
same(n > 15, true);'
}

# The shell's command gives what the page counts, for each of the states of the script $2.
expect_commands() {
	fs-scope "$1" >page.html
	in_node page.html '
const home = scope.state.home(), told = (name) => new RegExp(` data-${name}="([^"]*)"`).exec(page)[1].replace(/&gt;/g, ">");
const keep = (text, ignoreCase = false) => ({flame: {...home.flame, filters: [{text, ignoreCase, drop: false}]}});
const commandOf = (some) => scope.command({...home, ...some}, {before: told("before"), after: told("after")}, model.keys);
const run = (command) => require("child_process").execFileSync("bash", ["-c", command.replace(" | fs-svg > flame.svg", "") + "; true"])
	.toString().split("\n").slice(0, -1);
const expect = (some) => {
	same(sorted(run(commandOf(some))), sorted(counter.folded({...home, ...some}, [-1n, 1n << 62n])));
};'"$2"
}

@test "fs-scope: the command looks for keys among the keys alone, and at bytes" {
	printf '%s\n' '0.5 cpu=0 tid=1/1\te tid=1/ z;a 1' '0.6 cpu=1 tid=1/2\tx cpu=0 y;a;b 5' '0.7 cpu=1 tid=3/4\te tid=1/ z;tid=2/ 7' \
		'0.8 cpu=0 tid=3/4\tbad;\xff\xfe 3' '0.9 cpu=10 tid=1/2\tx cpu=0 y;a;c 11' '1 event=e\tcpu=1 x/;tid=5/6 z 13' '1.5\ty 2' |
		while read -r line; do printf "$line\n"; done >odd.fs
	printf '1.25 tid=8\ta/b 17\n' >>odd.fs
	expect_commands odd.fs '
let n = 0;
for (const what of ["thread", "process", "cpu"])
	for (const name of counter.group(what).names) {
		expect({filter: [what, name]});
		n++;
	}
same(n > 8, true);'
}

@test "fs-scope: the command says the page's expressions in POSIX's words, or that it cannot" {
	local -a stacks=('foo [c]ar;aaa' 'Bar9;q' 'a-b;c]d' 'x^y;z{2}' 'back\\slash' 'foo bar' 'ab1' 'AB_[k]' 'tab:d' 'aab' '\xc3\xa9t\xc3\xa9' '<x>' '[:a:]')
	for stack in "${stacks[@]}"; do
		printf "1.5\t$stack 1\n"
	done >odd.fs
	expect_commands odd.fs '
let said = 0, matched = 0;
const expressions = ["\\d", "\\D\\d", "(?:a|b)\\w", "a+?b", "a{2}?b", "foo [[]C", "[a-c]AR", "BAR\\d", "[[:alpha:]]", "[\\]x]d", "[]^-]", "[^a-z;]",
	"[\\^]y", "[x^]", "z{2", "z\\{2\\}", "\\\\", "[\\\\]", "\\/|\\<x", "<x>", "\\[k\\]", "[\\d_]", "[A-F]", "\\s", "\\S\\s", "a-b", "c\\]d", "]", "}",
	"[\\w;]{5}", "^AB", "q$", "\u00e9", "\u00e9t\u00e9", "[:a]", "[a[:]", "[^^]y", "\\-", "a.b", "a\\.b", "a|"];
for (const text of expressions)
	for (const ignoreCase of [false, true])
		for (const drop of [false, true]) {
			const some = {flame: {...home.flame, filters: [{text, ignoreCase, drop}]}};
			if (commandOf(some).startsWith("# no command"))
				continue;
			expect(some);
			said++;
			matched += !drop && run(commandOf(some)).length > 0;
		}
same(said > 140, true);
same(matched > 55, true);
for (const text of ["\\bfoo", "(?=a)", "(a)\\1", "(?<n>a)", "a{300}", "\u00e9+", "[\u00e9]", "\\u0061", "[^]", "\\t"]) {
	same(commandOf(keep(text)), "# no command: POSIX has no regular expression that matches the same");
	same(commandOf({...keep(text), base: "rest", show: "change"}).startsWith("#"), true);
}
same(commandOf(keep("\u00c9", true)).startsWith("#"), true);
// What is no expression is none here, either.
same(commandOf(keep("a(")), commandOf({}));'
}

@test "fs-scope: the commands of a comparison draw what the page draws" {
	gzip -dc "$TESTS/data/incident-99-app.perf.gz" | fs-parse -q >app.fs
	fs-slice start 50 app.fs >old.fs
	fs-slice 50 end app.fs >'new one.fs'
	fs-scope app.fs >page.html
	fs-scope --before old.fs 'new one.fs' >two.html
	# Counts past 32 bits.
	sed 's/ 1$/ 3070707040/' app.fs >heavy.fs
	fs-scope heavy.fs >heavy.html
	for page in page.html two.html heavy.html; do
		in_node "$page" '
const told = (name) => (new RegExp(` data-${name}="([^"]*)"`).exec(page) || ["", ""])[1].replace(/&#39;/g, "\u0027").replace(/&gt;/g, ">");
const times = (...all) => all.map(scope.time.parse), home = scope.state.home(), two = told("old") !== "";
const drop = {flame: {...home.flame, filters: [{text: "db_query", ignoreCase: false, drop: true}]}};
const states = two ? [{base: "before"}, {base: times("0", "20"), range: times("60", "70"), raw: true}] :
	[{range: times("34", "36"), base: times("60", "70")}, {range: times("34", "36"), base: "rest", ...drop},
		{range: times("19.22", "20.1"), base: times("60", "70"), raw: true}, {base: times("500", "600")}];
let n = 0;
for (const some of states)
	for (const show of ["change", "lost"]) {
		const state = {...home, ...some, show}, made = counter.tree(state, Infinity);
		const command = scope.command(state, {before: told("before"), after: told("after"), old: told("old")}, model.keys);
		if (made.tree.weight.length < 2)
			continue;
		require("child_process").execFileSync("bash", ["-c", command.replace("| fs-svg", "| fs-svg --minwidth 0 --no-javascript")]);
		const got = [...fs.readFileSync("flame.svg", "utf8").matchAll(/<title>([^<]+) \(([\d,]+) samples?, [^;)]*(?:; before ([\d,.]+),)?/g)]
			.map(([, name, now, was]) => [name, Number(now.replace(/,/g, "")), was && Number(was.replace(/,/g, ""))]);
		const want = made.tree.frame.map((frame, i) => [made.tree.frames[frame].name.replace(/</g, "&lt;").replace(/>/g, "&gt;"),
			made.tree.weight[i], made.tree.base && made.tree.base[i]]);
		const order = (a, b) => a.join() < b.join() ? -1 : 1;
		got.sort(order);
		want.sort(order);
		same(got.map((one) => one.slice(0, 2).join(" ")).join("\n"), want.map((one) => one.slice(0, 2).join(" ")).join("\n"));
		const sum = (all) => all.reduce((all, one) => all + (one[2] || 0), 0);
		// Each base is rounded, here and there.
		same(Math.abs(sum(got) - sum(want)) <= (state.raw ? 0 : got.length), true);
		n++;
	}
same(n > (two ? 2 : 5), true);'
	done
}

@test "fs-scope: a difference and what is gone" {
	printf '%s\n' '1	a;b 1' '1	a;b 1' '1	a;c;d 1' '2	a;b 1' '2	a;c 1' '2	a;e;f 1' '2	a;e 1' | fs-scope >page.html
	in_node page.html '
const state = {...scope.state.home(), range: [1000000000n, 2000000000n], base: [2000000000n, 3000000000n]};
const told = ({tree}) => tree.frame.map((frame, i) => tree.frames[frame].name + " " + tree.weight[i] +
	(tree.base ? "/" + tree.base[i] : "")).join(" ");
same(told(counter.tree(state, 10000)), "all 3 a 3 b 2 c 1 d 1");
const made = counter.tree({...state, show: "change"}, 10000);
same(made.factor, 0.75);
same(made.baseTotal, 4);
same(told(made), "all 3/3 a 3/3 b 2/1 c 1/1 d 1/0");
same(told(counter.tree({...state, show: "change", raw: true}, 10000)), "all 3/4 a 3/4 b 2/1 c 1/1 d 1/0");
same(told(counter.tree({...state, show: "lost"}, 10000)), "all 2 a 2 e 2 f 1");
same(counter.tree({...state, base: "rest", show: "change"}, 10000).baseTotal, 4);'
}

@test "fs-scope: what is too light to be drawn is, once it is zoomed into" {
	awk 'BEGIN { print "1\ta;b;c 1"; print "1\ta;b;d 2"; print "1\te 97" }' | fs-scope >page.html
	in_node page.html '
const told = ({tree}) => tree.frame.map((frame, i) => tree.frames[frame].name + " " + tree.weight[i]).join(" ") +
	" left " + tree.leftBoxes + " " + tree.left;
const home = scope.state.home(), at = (path) => ({...home, flame: {...home.flame, path}});
same(told(counter.tree(home, 50)), "all 100 a 3 b 3 d 2 e 97 left 1 1");
same(told(counter.tree(at(["a"]), 50)), "all 100 a 3 b 3 c 1 d 2 e 97 left 0 0");
same(told(counter.tree(home, 10)), "all 100 e 97 left 1 3");
same(told(counter.tree(at(["a", "b", "gone"]), 2)), "all 100 a 3 b 3 d 2 e 97 left 1 1");'
}

@test "fs-scope: a link leads back to what it was made of" {
	printf '1\ta 1\n' | fs-scope >page.html
	in_node page.html '
const state = {...scope.state.home(), range: [-1500000000n, 34280000001n], base: [0n, 1n], show: "lost",
	view: [0n, 60000000000n], by: "thread", column: 20000000n, rows: 25, filter: ["thread", "a b:c;d&e"], raw: true,
	flame: {...scope.state.home().flame, query: "g[c]|x y", path: ["a;b", "c d", "\u20ac\ud83d\ude00"], turned: true,
		filters: [{text: "^a;b", ignoreCase: false, drop: false}, {text: "=", ignoreCase: true, drop: true}]}};
const link = scope.state.write(state);
same(/^[\w.,:;=&+%-]*$/.test(link), true);
const show = (value) => JSON.stringify(value, (_, one) => typeof one === "bigint" ? one + "n" : one);
same(show(scope.state.read("#" + link)), show(state));
same(scope.state.write(scope.state.home()), "");
for (const odd of ["#r=5,1", "#r=x", "#b=", "#s=x&y=__proto__", "#f=a", "#c=0x0", "#%%%=%", "#p=%ff;%", "#__proto__=1", "#k=["])
	same(typeof scope.state.write(scope.state.read(odd)), "string");'
}

@test "fs-scope: a link has times of the clock of the world, too" {
	printf '1700000000.5\ta;b 1\n1700000003.5\ta;c 1\n' | fs-scope >page.html
	in_node page.html '
const range = [1700000001000000000n, 1700000002500000000n], home = scope.state.home();
same(scope.state.read("#" + scope.state.write({...home, range})).range.join(), range.join());
same(scope.time.parse("-9223372034.999999999"), -9223372034999999999n);
same(scope.time.parse("12345678901"), null);'
}

@test "fs-scope: --max-size leaves out the rarest stacks' deep ends, and says so" {
	local size least less dump='
const weights = scope.data.weigh(model, scope.data.count(model, model.profiles[0], -(1n << 62n), 1n << 62n, {}));
const boxes = {}, {tree, profiles: [profile]} = model, path = (box) => scope.data.path(model, box).join(";");
for (let i = 1; i < tree.n; i++)
	boxes[path(i)] = {weight: weights[i], depth: tree.depth[i]};
fs.writeFileSync(process.argv[3], JSON.stringify({boxes, ends: Array.from(profile.stack, (stack) => path(model.ends[stack]))}));'
	awk 'BEGIN {
		srand(5)
		for (i = 0; i < 3000; i++) {
			stack = "app"
			for (k = rand() * 9; k > 0; k--)
				stack = stack ";f" int(rand() * rand() * 9)
			printf "%.3f cpu=0\t%s 1\n", i / 100, stack
		}
	}' >noisy.fs
	fs-scope noisy.fs >all.html
	refute grep -q 'id="pruned"' all.html
	size=$(($(wc -c <all.html) - 4000))
	run_split fs-scope --max-size "$size" noisy.fs
	expect_status 0
	cp stdout page.html
	[ "$(wc -c <page.html)" -le "$size" ]
	[ "$(wc -c <page.html)" -ge $((size - size / 256)) ]
	in_node all.html "$dump" all
	in_node page.html "$dump" pruned
	# Samples end where they did or nearer to the root; what is left out weighs no more than what is there,
	# and where it weighs as much it is as deep; all that is said is so.
	node -e '
const {all, pruned} = JSON.parse(`{"all": ${fs.readFileSync("all", "utf8")}, "pruned": ${fs.readFileSync("pruned", "utf8")}}`);
const gone = Object.keys(all.boxes).filter((path) => !(path in pruned.boxes)).map((path) => all.boxes[path]);
const kept = Object.keys(pruned.boxes).map((path) => all.boxes[path]);
let ended = 0;
for (const [path, {weight}] of Object.entries(pruned.boxes))
	if (all.boxes[path].weight !== weight)
		throw path;
all.ends.forEach((path, i) => {
	if (!(path + ";").startsWith(pruned.ends[i] && pruned.ends[i] + ";"))
		throw path;
	ended += path !== pruned.ends[i];
});
for (const one of gone)
	for (const other of kept)
		if (one.weight > other.weight || (one.weight === other.weight && one.depth < other.depth))
			throw one;
const grouped = (n) => n.toLocaleString("en-US");
console.log(`Left out to keep this page small: ${grouped(gone.length)} of ${grouped(Object.keys(all.boxes).length)} boxes, ` +
	`the deep ends of the rarest stacks. All samples are here; the ${grouped(ended)} that ended there count for the frames ` +
	"that called them.");' >said
	grep -o 'Left out to keep[^<]*' page.html >told
	same said told
	expect_text stderr "fs-scope: --max-size: $(sed 's/,//g; s/.*small: \([0-9]*\) of.*/\1/' told) boxes of the flame graph are left out, the deep ends of the rarest stacks"
	run_split fs-scope -q --max-size "$size" noisy.fs
	expect_empty stderr
	cmp stdout page.html
	# Limits near what the page takes, and what cannot be left out.
	for less in 1 100 3000; do
		fs-scope -q --max-size $(($(wc -c <all.html) - less)) noisy.fs >page.html
		[ "$(wc -c <page.html)" -le $(($(wc -c <all.html) - less)) ]
		expect_line page.html 'id="pruned">Left out'
	done
	fs-scope --max-size "$(wc -c <all.html)" noisy.fs >page.html
	cmp all.html page.html
	run_split fs-scope --max-size 1k noisy.fs
	expect_status 1
	expect_empty stdout
	expect_line stderr '^fs-scope: --max-size: without a single frame the page takes [0-9]* bytes, [0-9]* of them for'
	least=$(sed 's/[^0-9]*\([0-9]*\).*/\1/' stderr)
	fs-scope -q --max-size "$least" noisy.fs >page.html
	[ "$(wc -c <page.html)" -le "$least" ]
	run_split fs-scope --max-size $((least - 1)) noisy.fs
	expect_status 1
}

@test "fs-scope: a megabyte of page holds 200,000 samples" {
	shared
	fs-parse -q "$(corpus incident/incident-999.perf)" >once.fs 2>/dev/null
	# Three times, one after the other.
	awk '/^#/ { if (NR < 50 && !/end=/) print; next } { print > "samples" }' once.fs >long.fs
	for round in 0 1 2; do
		awk -v by=$((round * 116)) '{ at = index($0, "."); print substr($0, 1, at - 1) + by substr($0, at) }' samples >>long.fs
	done
	[ "$(grep -vc '^#' long.fs)" -gt 200000 ]
	fs-scope long.fs >page.html
	[ "$(wc -c <page.html)" -le 1000000 ] || fail "$(wc -c <page.html) bytes"
}

@test "fs-scope: nothing to show is status 1 and no page" {
	: >empty.fs
	run_split fs-scope -o page.html empty.fs
	expect_status 1
	expect_text stderr 'fs-scope: no sample: nothing to show'
	[ ! -e page.html ]
	printf '1\ta 1\n' >one.fs
	run_split fs-scope --keep nothing one.fs
	expect_status 1
	expect_text stderr 'fs-scope: no sample is wanted: nothing to show'
	for before in empty.fs -; do
		run_split fs-scope --before $before one.fs <empty.fs
		expect_status 1
		expect_text stderr 'fs-scope: --before: no sample: nothing to show'
		expect_empty stdout
	done
	printf '1\ta 1\n9007201\ta 1\n' >apart.fs
	run_split fs-scope apart.fs
	expect_status 1
	expect_text stderr 'fs-scope: the samples lie too far apart for a page: cut out a range with fs-slice'
	for odd in '1.1234567891\ta' '9999999999999\ta' '9223372035\ta' '-9223372035\ta' '1 cpu=0\t'; do
		printf -- "$odd 1\n" >odd.fs
		run_split fs-scope odd.fs
		expect_status 1
		expect_line stderr '^fs-scope: odd.fs:1: '
		expect_empty stdout
	done
	printf '1.1234567890\ta 1\n' >zero.fs
	fs-scope zero.fs >page.html
	expect_line page.html 'data-first="1123456789"'
	printf '1\ta 18446744073709551615\n2\tb 1\n' >sum.fs
	run_split fs-scope sum.fs
	expect_status 1
	expect_text stderr 'fs-scope: sum.fs:2: the time or the sum of the counts is past 64 bits'
	printf 'a;b 1\n' >plain.fs
	run_split fs-scope plain.fs
	expect_status 1
	expect_line stderr 'plain.fs:1: this line has no time'
	printf '1\ta 1.5\n' >fraction.fs
	run_split fs-scope fraction.fs
	expect_status 1
	for wrong in '--max-size 0' '--max-size 5X' '--max-size 1kk' '--column 1' '--rows 2000'; do
		run_split fs-scope $wrong one.fs
		expect_status 2
	done
}

@test "fs-scope: a page is not written to a terminal" {
	needs script
	printf '1\ta 1\n' >one.fs
	run script -qec "fs-scope one.fs" /dev/null </dev/null
	[ "$status" -eq 2 ]
	[ "${lines[0]%$'\r'}" = 'fs-scope: a page is no text for a terminal: use -o FILE' ]
	run script -qec "fs-scope -o page.html one.fs" /dev/null </dev/null
	[ "$status" -eq 0 ]
	[ -z "$output" ]
	cmp page.html <(fs-scope one.fs)
}

@test "fs-scope: the same bytes again, whatever the blocks; pieces stand on one axis" {
	gzip -dc "$TESTS/data/incident-99-app.perf.gz" | fs-parse -q >app.fs
	fs-scope --title t <app.fs >one.html
	fs-scope --title t --block-size 4096 <app.fs >two.html
	cmp one.html two.html
	fs-slice start 50 app.fs >a.fs
	fs-slice 50 end app.fs >b.fs
	# They tell where they were cut; no cell there is grey for it.
	fs-scope --subtitle s b.fs a.fs | sed 's/ data-after="[^"]*"//; s/ data-silence="[0-9]*" data-gaps="[0-9:]*"//' >pieces.html
	fs-scope --subtitle s app.fs | sed 's/ data-after="[^"]*"//' >whole.html
	cmp pieces.html whole.html
}

@test "fs-scope: the scripts can stand in a page" {
	for script in "$ROOT"/lib/picture/scope*.js "$ROOT"/lib/picture/scope.css; do
		refute grep -E '</|<!--|eval\(|fetch\(|XMLHttp|import |innerHTML|new Function|https?://[^w]' "$script"
		refute grep -q '[^ -~	]' "$script"
		[ "$(wc -l <"$script")" -le 300 ]
	done
}
