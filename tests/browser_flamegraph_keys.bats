#!/usr/bin/env bats
# Flame graphs in a browser: keys and copies, windows and policies.

load helper
load browser
load flamegraph

# 113 seconds of a program, 5,063 samples.
setup_file() {
	browser_start
	gzip -dc "$TESTS/data/incident-99-app.perf.gz" | fs-parse >"$BATS_FILE_TMPDIR/app.fs"
}

setup() {
	helper_setup
	browser_needed
	ln -s "$BATS_FILE_TMPDIR/app.fs" app.fs
}

# No test may leave a message of the browser's behind.
teardown() {
	[ ! -e server ] || kill "$(cat server)"
	expect_quiet
}

teardown_file() {
	browser_stop
}

# ---- keys, copies, readers ----

# The name in the frame that the keys have come to.
cursor() {
	js 'const item = document.activeElement;
		return item && item.getAttribute("role") === "treeitem" ? item.getAttribute("aria-label").replace(/ \(.*/, "") : "none"'
}

@test "fs-svg: the arrow keys walk the frames, Enter zooms, a reader is told where" {
	cat >app.folded <<-'END'
		a;b;c 10
		a;d 30
		e;f 20
	END
	show_flame_of app.folded
	press Tab
	[ "$(cursor)" = all ]
	[ "$(js 'return document.querySelector("#view").getAttribute("role")')" = tree ]
	walked=''
	for key in Up Up Left Up Up Right Right Down Left Home End Up; do
		press "$key"
		walked+=" $(cursor)"
	done
	# From b up to c, and there is nothing above; beside it, in its row, neither.
	[ "$walked" = ' a d b c c c c b b all d d' ]
	js 'const item = document.activeElement, says = {};
		for (const name of ["level", "posinset", "setsize", "selected"])
			says[name] = item.getAttribute("aria-" + name);
		return Object.values(says).join(" ") + " " + item.getAttribute("aria-label") + " " + getComputedStyle(item).strokeWidth' >got
	expect_text got '3 2 2 true d (30 samples, 50.00%) 2px'
	[ "$(details)" = 'd (30 samples, 50.00%); self 30 samples, 50.00%' ]
	[ "$(js 'return document.querySelector("#details").getAttribute("aria-live")')" = polite ]
	press Enter
	expect_zoomed 'a;d;' 30
	[ "$(cursor)" = d ]
	# With the root on top, up leads to it.
	press i
	press Up
	[ "$(cursor)" = a ]
	# Escape puts the mark away, then the zoom.
	press Escape
	[ "$(cursor)" = none ]
	expect_shown 'reset zoom'
	press Escape
	expect_zoomed '' 60
}

@test "fs-svg: c copies the stack of the frame that is meant, root first, marks and all" {
	printf 'main;a b;read_[k];x 3\nmain;y 1\n' >app.folded
	show_flame_of app.folded
	point_at read
	press c
	expect_shown 'copied: main;a b;read_[k]'
	[ "$(pasted)" = 'main;a b;read_[k]' ]
	show flame.svg
	click_text copy
	expect_shown 'zoom into a frame, or walk to one, to copy its stack'
	press m
	point_at 'a b'
	press c
	[ "$(pasted)" = 'a b;read_[k];x' ]
	# Of one that begins with the leaves it is the other way round.
	show_flame_of --reverse app.folded
	point_at 'a b'
	press c
	expect_shown 'copied: a b;read_[k];x'
	refute grep -q self <(details)
	press m
	[ "$(js 'return document.querySelector(".quiet").textContent')" = 'root first · 4 samples' ]
	point_at read
	[ "$(details)" = 'read (3 samples, 75.00%); self 0 samples, 0.00%' ]
	press c
	[ "$(pasted)" = 'main;a b;read_[k]' ]
	# Where a page may not write to the clipboard, the user can.
	show_flame_of app.folded
	js 'Object.defineProperty(navigator, "clipboard", {value: undefined})' >/dev/null
	point_at y
	press c
	expect_shown 'Control-C copies the stack that is selected'
	press Control c
	[ "$(pasted)" = 'main;y' ]
}

@test "fs-svg: a click or Enter follows the link of a function, with Control it zooms; its title is told" {
	printf 'a;b;x 10\na;c 30\ne;f 20\n' >app.folded
	printf 'b\thref=b.html\ttitle=What b is\nc\thref=c.html\ttarget=_blank\n' >attributes
	for name in b c; do
		echo "<p>$name" >"$name.html"
	done
	page() {
		js 'return location.pathname.replace(/.*\//, "")'
	}
	expect_page() {
		local _
		for _ in {1..50}; do
			[ "$(page)" != "$1" ] || return 0
			sleep 0.02
		done
		fail "the page is $(page), not $1"
	}
	show_flame_of --nameattr attributes app.folded
	point_at b
	[ "$(details)" = 'What b is (10 samples, 16.67%); self 0 samples, 0.00%' ]
	[ "$(js 'return document.querySelector("#view .over title").textContent')" = 'What b is (10 samples, 16.67%)' ]
	expect_shown b
	pointer down up
	expect_page b.html
	show flame.svg
	press Tab
	press Up
	press Up
	press Left
	[ "$(cursor)" = 'What b is' ]
	press Control Enter
	expect_zoomed 'a;b;' 10
	[ "$(page)" = flame.svg ]
	press Enter
	expect_page b.html
	# What has no link is zoomed; a new window knows nothing of this one.
	show flame.svg
	click_box x
	expect_zoomed 'a;b;x;' 10
	press Escape
	click_box c
	[ "$(page)" = flame.svg ]
	expect_zoomed '' 60
	wire GET "session/$SESSION/window/handles"
	# shellcheck disable=SC2154 # wire sets answer
	jq -r '.value[]' <<<"$answer" >windows
	[ "$(wc -l <windows)" -eq 2 ]
	wire GET "session/$SESSION/window"
	grep -vx "$(jq -r .value <<<"$answer")" windows >other
	post window "{\"handle\":\"$(cat other)\"}"
	expect_page c.html
	[ "$(js 'return window.opener === null')" = true ]
	wire DELETE "session/$SESSION/window"
	post window "{\"handle\":\"$(grep -vxf other windows)\"}"
}

@test "fs-svg: ? lists the keys" {
	show_flame
	press '?'
	[ "$(js 'return [...document.querySelectorAll("dt")].filter((key) => key.getClientRects().length).length')" -gt 9 ]
	press Escape
	[ "$(js 'return [...document.querySelectorAll("dt")].filter((key) => key.getClientRects().length).length')" = 0 ]
	# All of them are in sight, of a low picture too, or can be scrolled to where the window is low.
	printf 'a;b 1\n' | fs-svg >low.svg
	show low.svg
	before=$(js 'return document.documentElement.getBoundingClientRect().height')
	press '?'
	js 'const bottom = [...document.querySelectorAll("dd")].pop().getBoundingClientRect().bottom;
		return bottom <= Math.min(innerHeight, document.documentElement.getBoundingClientRect().bottom)' | grep -qx true
	press '?'
	[ "$(js 'return document.documentElement.getBoundingClientRect().height')" = "$before" ]
	show low.svg 1300 400
	press '?'
	js 'const list = document.querySelector("dl");
		list.scrollTop = 1e6;
		return document.querySelector("dl").getBoundingClientRect().bottom <= innerHeight &&
			[...document.querySelectorAll("dd")].pop().getBoundingClientRect().bottom <= innerHeight' | grep -qx true
}

# ---- windows and readers' settings ----

@test "fs-svg: without --width the picture is as wide as its window, and all of it fits 400 pixels" {
	fs-fold app.fs >app.folded
	fs-svg app.folded >flame.svg
	for width in 1500 400; do
		show flame.svg "$width" 900
		press /
		type_text 'worker'
		js 'const parts = [...document.querySelectorAll("text, button, input, #matched, #view path")];
			const root = document.documentElement.getBoundingClientRect();
			const out = parts.filter((part) => {
				const box = part.getBoundingClientRect();
				return part.getClientRects().length && (box.left < -0.5 || box.right > root.right + 0.5);
			});
			const widest = Math.max(...[...document.querySelectorAll("#view path")].map((path) =>
				path.getBoundingClientRect().width));
			const font = getComputedStyle(document.querySelector("#labels text")).fontSize;
			return [out.map((part) => part.outerHTML).join(), widest > root.width - 22,
				document.documentElement.getScreenCTM().a.toFixed(2), font].join("|")' >got
		expect_text got '|true|1.00|12px'
		expect_shown 'Flame graph'
		expect_shown "$(share worker)"
	done
	# No two texts of the head cover each other.
	js 'const parts = [...document.querySelectorAll("#title, text.quiet:not([transform]), button, #matched")]
			.filter((part) => part.getClientRects().length).map((part) => part.getBoundingClientRect());
		return parts.filter((a, i) => parts.some((b, j) => j < i && a.left < b.right - 1 && b.left < a.right - 1 &&
			a.top < b.bottom - 5 && b.top < a.bottom - 5)).length' >got
	expect_text got 0
}

@test "fs-svg: a reader who likes it dark has it dark" {
	show_flame
	js 'return getComputedStyle(document.querySelector("#back")).fill' >light
	post goog/cdp/execute '{"cmd":"Emulation.setEmulatedMedia","params":{"features":[{"name":"prefers-color-scheme","value":"dark"}]}}'
	press /
	js 'const of = (selector, key) => getComputedStyle(document.querySelector(selector))[key];
		const bright = (color) => color.match(/[0-9]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
		return [["#back", "fill"], [".fg-bar", "backgroundColor"], ["input", "backgroundColor"], ["#title", "fill"],
			["#details", "fill"], ["button", "color"], ["input", "color"]].map(([part, key]) =>
			bright(of(part, key)) < 64 ? "dark" : bright(of(part, key)) > 128 ? "light" : "grey").join(" ")' >got
	post goog/cdp/execute '{"cmd":"Emulation.setEmulatedMedia","params":{"features":[]}}'
	expect_text got 'dark dark dark light light light light'
	expect_text light 'rgb(255, 255, 255)'
}

@test "fs-svg: the edges of new boxes stand out in the light and in the dark" {
	printf 'a;new 0 3\na;old 3 4\n' >app.folded
	show_flame_of app.folded
	edges() {
		js 'return [...document.querySelectorAll(".new")].map((edge) => getComputedStyle(edge).stroke).join(" ")'
	}
	[ "$(edges)" = 'rgb(107, 29, 16) rgb(107, 29, 16)' ]
	post goog/cdp/execute '{"cmd":"Emulation.setEmulatedMedia","params":{"features":[{"name":"prefers-color-scheme","value":"dark"}]}}'
	edges >got
	post goog/cdp/execute '{"cmd":"Emulation.setEmulatedMedia","params":{"features":[]}}'
	expect_text got 'rgb(255, 255, 255) rgb(255, 255, 255)'
}

@test "fs-svg: under a policy that allows inline scripts and nothing else, all works and nothing is complained of" {
	show_flame
	{
		printf '<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="default-src %s; script-src %s; style-src %s; require-trusted-types-for %s"><body>\n' \
			"'none'" "'unsafe-inline'" "'unsafe-inline'" "'script'"
		sed 1d flame.svg
	} >page.html
	show page.html
	js 'const graph = document.querySelector("svg").flamegraph;
		return graph.tree().frame.length + " " + document.querySelectorAll("#view path").length' >got
	grep -Eq '^[0-9]{3,} [0-9]{2,}$' got
	press /
	type_text worker_loop
	expect_shown "$(share worker_loop)"
	press Enter
	press k
	press m
	click_text invert
	press c
	expect_quiet
}

# Serves flame.svg over HTTP with a policy, to one test, and sets site; /page has it as an image.
serve() {
	python3 -c '
import http.server, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass
    def do_GET(self):
        page = self.path == "/page"
        body = b"<!DOCTYPE html><img src=flame.svg width=1200>" if page else open("flame.svg", "rb").read()
        self.send_response(200 if page or self.path == "/flame.svg" else 204)
        self.send_header("Content-Type", "text/html" if page else "image/svg+xml")
        if not page:
            self.send_header("Content-Security-Policy", sys.argv[1])
        self.end_headers()
        if page or self.path == "/flame.svg":
            self.wfile.write(body)
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()' "$1" >port 3>&- &
	echo $! >server
	for _ in {1..100}; do
		[ ! -s port ] || break
		sleep 0.1
	done
	site=http://127.0.0.1:$(cat port)
}

unserve() {
	kill "$(cat server)"
	rm server port
}

@test "fs-svg: served with a policy, it works where inline scripts are allowed, and stands still where not" {
	needs python3
	show_flame
	strict="default-src 'none'; style-src 'unsafe-inline'"
	for policy in "$strict; script-src 'unsafe-inline'" \
		"$strict; script-src 'unsafe-inline'; sandbox allow-scripts; require-trusted-types-for 'script'"; do
		serve "$policy"
		post url "{\"url\":\"$site/flame.svg\"}"
		press /
		type_text worker_loop
		expect_shown "$(share worker_loop)"
		press Enter
		press k
		press m
		press i
		expect_link 'k=worker_loop&m=1&i=1'
		# As an image it runs no script, and needs none.
		post url "{\"url\":\"$site/page\"}"
		[ "$(js 'return document.images[0].complete && document.images[0].naturalWidth')" = 1200 ]
		expect_quiet
		unserve
	done
	# That scripts are refused is all that the browser has to say then, and the picture is there.
	for policy in "$strict" "script-src 'none'" "$strict; sandbox"; do
		serve "$policy"
		post url "{\"url\":\"$site/flame.svg\"}"
		refute_shown search
		expect_shown worker_loop
		console >got
		[ "$(grep -c . got)" = 1 ]
		grep -q "Executing inline script violates\|Blocked script execution" got
		unserve
	done
}

# ---- in a page ----

@test "fs-svg: a page can start the script with a tree of its own, and replace that" {
	{
		printf '<!DOCTYPE html><meta charset="utf-8"><body style="margin:0">\n'
		printf '<svg width="100%%" xmlns="http://www.w3.org/2000/svg"><g id="view"></g>'
		printf '<g id="labels" font-size="12" font-family="monospace" pointer-events="none"></g></svg>\n<script>\n'
		for part in layout tree merge words state draw controls copy page steps walk; do
			cat "$ROOT/lib/picture/flamegraph_$part.js"
		done
		cat "$ROOT/lib/picture/flamegraph.js" - <<-'END'
			const frames = ["all", "main", "gc", "run"].map((name) => ({name, mark: ""}));
			const stacks = [[1, 2], [1, 3, 2], [1, 3]];
			const order = flamegraphTree.sortStacks(frames, stacks);
			const tree = (weights) => flamegraphTree.build(frames, order.map((i) => stacks[i]),
				order.map((i) => weights[i]), null, {width: 11800});
			const graph = flamegraphStart(document.querySelector("svg"), tree([1, 2, 3]), {unit: "samples",
				fluid: true, width: 11800, row: 16, font: 12, column: 61, baseline: 118, edge: "#fff",
				hit: "#d85cf0", link: false, depth: 3, color: (frame) => "#f0b46" + frame.name.length});
			document.querySelector("svg").flamegraph = graph;
			const redraw = (weights) => graph.setTree(tree(weights));
			</script>
		END
	} >page.html
	show page.html 1000 400
	click_at() {
		local x y
		read -r x y < <(js 'const graph = document.querySelector("svg").flamegraph, tree = graph.tree();
			const place = graph.place(tree.frame.findIndex((frame) => tree.frames[frame].name === arguments[0]));
			return Math.floor((place.left + place.right) / 20 + 10) + " " + (place.top + 7)' "$1")
		pointer to "$x" "$y" down up
	}
	press /
	type_text gc
	expect_shown 'Matched: 3 samples, 50.00%'
	click_at run
	pointer to 5 5
	expect_shown 'Zoomed: run (5 samples, 83.33%)'
	# What is zoomed and searched stays where the new samples have it.
	js 'redraw([10, 3, 7])' >/dev/null
	expect_shown 'Zoomed: run (10 samples, 50.00%)'
	expect_shown 'Matched: 13 samples, 65.00%'
	js 'redraw([10, 0, 0])' >/dev/null
	expect_shown 'Matched: 10 samples, 100%'
	refute_shown run
	js 'redraw([1, 2, 3])' >/dev/null
	expect_shown 'Zoomed: run (5 samples, 83.33%)'
	press Enter
	press Backspace
	refute_shown 'Zoomed: run (5 samples, 83.33%)'
	[ "$(js 'return location.hash')" = '' ]
}
