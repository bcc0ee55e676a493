// scope_command.js - the shell command that makes the flame graph that the page shows.
//
//	scopeCommand(state, {before: "fs-slice ", after: " app.fs | fs-fold | fs-svg > flame.svg"}, keys)
//
// Nothing here touches a document.

const scopeCommand = (() => {
	"use strict";

	const quote = (word) => /^[\w.,:=+@%/-]+$/.test(word) ? word :
		"'" + word.replace(/'/g, "'\\''") + "'";

	// POSIX has no expression that minds no case: letters stand for both of theirs, where they are
	// letters and no more.
	const expressionOf = ({text, ignoreCase}) => !ignoreCase || /[\\[]/.test(text) ? text :
		text.replace(/[a-z]/gi, (c) => "[" + c.toLowerCase() + c.toUpperCase() + "]");

	const literal = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

	const keep = (expression) => " | fs-slice --keep=" + quote(expression) + " start end";

	// The number that a group's name ends in, where it is one of a key's; and what stands before it.
	const split = (name, keys, part) => {
		const found = / (\d+)$/.exec(name), number = found && found[1];
		return number !== null && keys.some((key) => key[part] === number) ?
			[name.slice(0, found.index), number] : [name, ""];
	};

	const keepThread = (name) => keep("^" + literal(name) + "(;|$)");

	// What leaves one group of samples (scope_count.js): by the keys beside the times, and the names of
	// threads.
	const GROUPS = {
		thread: (name, keys) => {
			const [comm, tid] = split(name, keys, "tid");
			return (tid && " | grep -E ' tid=([0-9]+/)?" + tid + "[[:blank:]]'") + keepThread(comm);
		},
		process: (name, keys) => {
			const [, pid] = split(name, keys, "pid");
			return pid ? " | grep ' tid=" + pid + "/'" : keepThread(name);
		},
		cpu: (name, keys) => {
			const [, cpu] = split(name, keys, "cpu");
			return cpu ? " | grep ' cpu=" + cpu + "[[:blank:]]'" : " | grep -v ' cpu='";
		},
	};

	// Each expression to keep has a step of its own: fs-slice takes any of several.
	return (state, {before, after}, keys) => {
		const {filters} = state.flame, fold = after.lastIndexOf(" | fs-fold");
		const drops = filters.filter((one) => one.drop)
			.map((one) => "--drop=" + quote(expressionOf(one)) + " ").join("");
		const keeps = filters.filter((one) => !one.drop).map((one) => keep(expressionOf(one))).join("");
		const times = state.range ? state.range.map(scopeTime.seconds).join(" ") : "start end";
		const only = state.filter ? GROUPS[state.filter[0]](state.filter[1], keys) : "";
		return before + drops + times + after.slice(0, fold) + keeps + only + after.slice(fold);
	};
})();
