// scope_command.js - the shell commands that make the flame graph that the page shows.
//
//	scopeCommand(state, {before: "fs-slice ", after: " app.fs | fs-fold | fs-svg > flame.svg"}, keys)
//
// A line each; told.old is what stands behind the times of the profile before.  Where an expression
// cannot be said in POSIX's words, it is a comment that says so.  Nothing here touches a document.

const scopeCommand = (() => {
	"use strict";

	const quote = (word) => /^[\w.,:=+@%/-]+$/.test(word) ? word :
		"'" + word.replace(/'/g, "'\\''") + "'";

	const expressionOf = ({text, ignoreCase}) => scopePosix(text, ignoreCase);

	// Those that are taken for one, as scopeTree.choose has it.
	const known = (filters) => filters.filter(({text, ignoreCase}) =>
		flamegraphState.expression(text, ignoreCase));

	const UNSAID = "# no command: POSIX has no regular expression that matches the same";

	const literal = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

	const keep = (expression) => " | fs-slice --keep=" + quote(expression) + " start end";

	// The id that a group's name ends in, one of a key's, and what stands before it.
	const split = (name, keys, part) => {
		const key = keys.find((one) => one[part] !== "" && name.endsWith(" " + one[part]));
		return [name.slice(0, name.lastIndexOf(" " + (key ? key[part] : "not told"))),
			key ? key[part] : ""];
	};

	// What stands between the time and the tab, as bytes: names of frames may be anything.
	const KEYS = "^[-0-9.]+( [^[:blank:]]+)*";
	const grep = (key) => " | LC_ALL=C grep -E " + quote(KEYS + key);
	const without = (key) => " | LC_ALL=C grep -Ev " + quote(KEYS + key);

	// What leaves one group of samples (scope_count.js): by the keys beside the times, and the names of
	// threads.
	const GROUPS = {
		thread: (name, keys) => {
			const [comm, tid] = split(name, keys, "tid");
			return (tid ? grep(" tid=([0-9]+/)?" + literal(tid) + "[[:blank:]]") : without(" tid=")) +
				keep("^" + literal(comm) + "(;|$)");
		},
		process: (name, keys) => {
			const [, pid] = split(name, keys, "pid");
			return pid ? grep(" tid=" + literal(pid) + "/") : without(" tid=[^/[:blank:]]+/");
		},
		cpu: (name, keys) => {
			const [, cpu] = split(name, keys, "cpu");
			return cpu ? grep(" cpu=" + literal(cpu) + "[[:blank:]]") : without(" cpu=");
		},
	};

	// Two folded files, their counts side by side, as fs-svg takes a difference; those before
	// as often as makes both sides equal, or as they are.
	const CHANGE = (times) => "awk '{ n = $NF; sub(/ [0-9]+$/, \"\"); s[$0]; " +
		"if (old) { b[$0] = n; B += n } else { a[$0] = n; A += n } } " +
		`END { for (i in s) printf "%s ${times ? "%.6f" : "%.0f"} %.0f\\n", i, b[i]${times}, a[i] }' ` +
		"old=1 before.folded old=0 after.folded";

	// Of what was before, the stacks that no stack after begins with.
	const LOST = "awk '{ n = $NF; sub(/ [0-9]+$/, \"\") } " +
		"new { do has[$0]; while (sub(/;[^;]*$/, \"\")); next } " +
		"!($0 in has) { print $0 \" \" n }' new=1 after.folded new=0 before.folded";

	return (state, {before, after, old}, keys) => {
		const filters = known(state.flame.filters);
		if (filters.some((one) => expressionOf(one) === null))
			return UNSAID;
		const drops = filters.filter((one) => one.drop)
			.map((one) => "--drop=" + quote(expressionOf(one)) + " ").join("");
		const keeps = filters.filter((one) => !one.drop).map((one) => keep(expressionOf(one))).join("");
		const only = state.filter ? GROUPS[state.filter[0]](state.filter[1], keys) : "";
		const timesOf = (range) => range ? range.map(scopeTime.seconds).join(" ") : "start end";

		// Each expression to keep has a step of its own: fs-slice takes any of several.
		const cut = (times, operands) => {
			const fold = operands.lastIndexOf(" | fs-fold");
			return [before + drops + times + operands.slice(0, fold) + keeps + only + " | fs-fold",
				operands.slice(fold + " | fs-fold".length)];
		};
		const [selected, draw] = cut(timesOf(state.range), after);
		if (!state.base || state.show === "flame")
			return selected + draw;
		const isRange = Array.isArray(state.base);
		const [base] = state.base === "rest" ? cut("--except " + timesOf(state.range), after) :
			cut(timesOf(isRange ? state.base : null), old || after);
		return [base + " > before.folded", selected + " > after.folded",
			(state.show === "lost" ? LOST : CHANGE(state.raw ? "" : " * A / (B ? B : 1)")) + draw].join("\n");
	};
})();
