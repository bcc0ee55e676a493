# flamegraph.bash - what the bats files that try flame graphs in a browser share: `load flamegraph`
# after browser.  They have app.folded, of which the graph is drawn.

# Makes app.folded, and of it flame.svg, which it shows; $1 and on are options.  It is 1180 pixels
# wide within its margins.
show_flame() {
	fs-fold app.fs >app.folded
	show_flame_of "$@" app.folded
}

show_flame_of() {
	fs-svg --width 1200 "$@" >flame.svg
	show flame.svg
}

# Prints name, weight, left end and width of each box that is shown, in pixels of the picture; and
# `hit` behind those that have the colour of a match.  Where they stand the script says; that they are
# drawn there, and nothing else, is looked up in the lines that are.
boxes() {
	js 'const graph = document.documentElement.flamegraph, tree = graph.tree(), told = [];
		const segments = (selector) => [...document.querySelectorAll(selector)].flatMap((path) =>
			[...path.getAttribute("d").matchAll(/M([0-9]+) ([0-9]+)h([0-9]+)/g)].map((line) => line.slice(1).join(" ")));
		const drawn = segments("#view g > path[stroke]:not(.hit):not(.edge)"), hits = segments("#view .hit");
		const ink = new Set(drawn), covered = {};
		for (const line of drawn) {
			const [, depth, width] = line.split(" ").map(Number);
			covered[depth] = (covered[depth] || 0) + width;
		}
		tree.frame.forEach((frame, i) => {
			if (!graph.isShown(i))
				return;
			const place = graph.place(i), width = place.right - place.left;
			const line = place.left + " " + tree.depth[i] + " " + width;
			covered[tree.depth[i]] -= width;
			told.push(tree.frames[frame].name.replaceAll(" ", "_") + " " + tree.weight[i] + " " +
				(place.left / 10).toFixed(1) + " " + (width / 10).toFixed(1) +
				(hits.includes(line) ? " hit" : "") + (width >= 10 && !ink.has(line) ? " NOT DRAWN" : ""));
		});
		for (const depth in covered)
			if (covered[depth])
				told.push("row " + depth + " is off by " + covered[depth]);
		return told.join("\n")'
}

# Name and weight of each box of app.folded that stands on the stack $1, or that it stands on, by
# awk; the marks of the names are not shown.
family() {
	awk -v to="$1" '
		{
			weight = $NF
			sub(/ [0-9]+$/, "")
			depth = split($0, frame, ";")
			stack = ""
			for (i = 1; i <= depth; i++) {
				stack = stack frame[i] ";"
				sum[stack] += weight
			}
			total += weight
		}
		END {
			print "all", total
			for (stack in sum)
				if (to == "" || index(to, stack) == 1 || index(stack, to) == 1) {
					depth = split(stack, frame, ";")
					sub(/_\[[kji]\]$/, "", frame[depth - 1])
					print frame[depth - 1], sum[stack]
				}
		}' app.folded | sort
}

# The boxes shown are those of the stack $1, which weighs $2, each as wide as it has to be.
expect_zoomed() {
	boxes >shown
	cut -d ' ' -f 1,2 shown | sort >got
	family "$1" >want
	same want got
	awk -v whole="$2" '
		{ wide = $2 >= whole ? 1180 : $2 / whole * 1180 }
		$4 - wide > 0.11 || wide - $4 > 0.11 || $3 < -0.05 || $3 + $4 > 1180.05 { print; bad = 1 }
		END { exit bad }' shown
}

# Moves the pointer to the middle of the shown box of that name: where there are several, the $2nd, or the
# heaviest.
point_at() {
	local x y
	read -r x y < <(js 'const graph = document.documentElement.flamegraph, tree = graph.tree();
		const found = [...tree.frame.keys()].filter((i) => graph.isShown(i) &&
			tree.frames[tree.frame[i]].name === arguments[0]);
		const at = found[arguments[1] - 1] || found.sort((a, b) => Number(tree.weight[b] - tree.weight[a]))[0];
		const place = graph.place(at), matrix = document.documentElement.getScreenCTM();
		return Math.floor(((place.left + place.right) / 20 + 10) * matrix.a + matrix.e) + " " +
			Math.floor((place.top + 7) * matrix.d + matrix.f)' \
		"$1" "${2:-0}")
	pointer to "$x" "$y"
}

click_box() {
	point_at "$@"
	pointer down up
}

# What a search for a regular expression is to say, by awk: the share of the stacks that hold a
# frame that matches, names without their marks.
share() {
	awk -v expression="$1" '
		{
			total += $NF
			n = $NF
			sub(/ [0-9]+$/, "")
			depth = split($0, frame, ";")
			for (i = 1; i <= depth; i++) {
				sub(/_\[[kji]\]$/, "", frame[i])
				if (frame[i] ~ expression) {
					sum += n
					break
				}
			}
		}
		END {
			if (sum >= 1000)
				printf "Matched: %d,%03d samples, %.2f%%\n", sum / 1000, sum % 1000, sum / total * 100
			else
				printf "Matched: %d samples, %.2f%%\n", sum, sum / total * 100
		}' app.folded
}

# The boxes that have the colour of a match are those whose names match.
expect_hits() {
	boxes >shown
	grep ' hit$' shown | cut -d ' ' -f 1 >got || true
	cut -d ' ' -f 1 shown | grep -E "$1" >want
	same want got
}

# What the line of details says, whole or cut.
details() {
	js 'return document.querySelector("#details").textContent'
}

# What the address says behind its #.
link() {
	js 'return location.hash.slice(1)'
}

# Waits until the address says that; a step back is not done at once.
expect_link() {
	local _
	for _ in {1..50}; do
		[ "$(link)" != "$1" ] || return 0
		sleep 0.02
	done
	fail "the link is $(link), not $1"
}
