// scope_count.js - what a state of the page asks of the samples: which of them, how many, and the
// tree of their stacks.
//
//	const counter = scopeCount(model);
//	const {tree, total, factor} = counter.tree(state, 11800);
//
// Nothing here touches a document.

const scopeCount = (() => {
	"use strict";

	const data = scopeData, made = scopeTree;

	// What rows are called, as counting.c calls them: a thread by its name too, since ids are used again.
	const named = (id) => id === "" ? "not told" : id;
	const GROUPS = {
		thread: (key, comm) => comm + " " + named(key.tid),
		process: (key) => named(key.pid),
		cpu: (key) => "CPU " + named(key.cpu),
	};

	// What processes are called, as process.c does: as the main thread was met most often, or, in
	// brackets, any; of names as frequent, the first.  tally has by process, and by the name of a thread
	// behind a blank or, of the main one, `!`, how much was met.
	const nameOf = (pid, tally = new Map()) => {
		const [best] = Array.from(tally).sort(([a, m], [b, n]) =>
			(b[0] === "!") - (a[0] === "!") || n - m || (a < b ? -1 : 1));
		return !best ? pid : best[0][0] === "!" ? best[0].slice(1) + " " + pid :
			"[" + best[0].slice(1) + "] " + pid;
	};

	const start = (model) => {
		const frames = made.framesOf(model), zero = model.profiles[0].high ? 0n : 0;
		const comms = Array.from(model.ends, (end) => {
			while (model.tree.depth[end] > 1)
				end = model.tree.parent[end];
			return end ? model.frames[model.tree.frame[end]].name : "";
		});
		let asked = null, chosen = null;

		// The groups of samples by threads, processes or CPUs: their names, and of each sample of a
		// profile the number of its own.
		const makeGroups = (what) => {
			const ids = new Map(), known = new Map(), names = [], all = new Map();
			const numberOf = (key, stack) => {
				const name = GROUPS[what](model.keys[key], comms[stack]);
				if (!ids.has(name))
					ids.set(name, names.push(name) - 1);
				return ids.get(name);
			};
			for (const profile of model.profiles)
				all.set(profile, Int32Array.from(profile.key, (key, i) => {
					const stack = profile.stack[i], both = key * comms.length + stack;
					if (!known.has(both))
						known.set(both, numberOf(key, stack));
					return known.get(both);
				}));
			return {names, ids: names, of: (profile) => all.get(profile)};
		};
		const nameProcesses = ({names, of}) => {
			const tallies = new Map();
			for (const profile of model.profiles)
				for (let i = 0; i < profile.n; i++) {
					const {pid, tid} = model.keys[profile.key[i]];
					if (!pid)
						continue;
					if (!tallies.has(pid))
						tallies.set(pid, new Map());
					const tally = tallies.get(pid);
					const name = (pid === tid ? "!" : " ") + comms[profile.stack[i]];
					tally.set(name, (tally.get(name) || 0) + data.value(profile, i));
				}
			return {names: names.map((pid) => nameOf(pid, tallies.get(pid))), ids: names, of};
		};
		const groups = {};
		const group = (what) => groups[what] ||= what === "process" ?
			nameProcesses(makeGroups(what)) : makeGroups(what);

		// Whether any line tells its thread, process or CPU.
		const KEYS = {thread: "tid", process: "pid", cpu: "cpu"};
		const isTold = (what) => model.keys.some((key) => key[KEYS[what]] !== "");

		// The samples that a state wants, as scope_data.js takes them.
		const filterOf = (state) => {
			const key = JSON.stringify(state.flame.filters);
			if (key !== asked) {
				asked = key;
				chosen = made.choose(model, state.flame.filters);
			}
			if (!state.filter)
				return {stacks: chosen};
			const {names, of} = group(state.filter[0]);
			return {stacks: chosen, of, group: names.indexOf(state.filter[1])};
		};

		const ends = (profile) => [profile.first,
			profile.first + BigInt(profile.time[profile.n - 1]) + 1n];

		const countOf = (state, profile, [from, to]) =>
			data.count(model, profile, from, to, filterOf(state));

		// All of a profile, which is asked for at each move of a pointer.
		const counted = new Map();
		const countAll = (state, profile) => {
			const key = JSON.stringify([state.flame.filters, state.filter]), known = counted.get(profile);
			if (!known || known.key !== key) {
				const counts = countOf(state, profile, ends(profile));
				counted.set(profile, {key, counts, total: sumOf(counts)});
			}
			return counted.get(profile);
		};

		const sumOf = (counts) => counts.reduce((a, b) => a + b, zero);

		// What is compared with: a range is one of the profile before, where there is one.
		const baseCounts = (state, counts) => {
			const [profile, before] = model.profiles;
			if (state.base === "before" && before)
				return countAll(state, before).counts;
			if (Array.isArray(state.base))
				return countOf(state, before || profile, state.base);
			if (state.base === "rest")
				return countAll(state, profile).counts.map((all, i) => all - counts[i]);
			return null;
		};

		// The tree of a state; boxes that are less than one of so many parts of what is zoomed are
		// left out.
		const tree = (state, parts) => {
			const limits = {parts, path: state.flame.merged ? [] : state.flame.path};
			const profile = model.profiles[0];
			const counts = state.range ? countOf(state, profile, state.range) :
				countAll(state, profile).counts;
			const base = baseCounts(state, counts), total = sumOf(counts);
			const weights = data.weigh(model, counts);
			if (!base)
				return {tree: made.make(model, frames, weights, null, limits), total};
			const baseTotal = sumOf(base), factor = state.raw ? 1 : made.factor(total, baseTotal);
			if (state.show === "lost") {
				const lost = data.weigh(model, made.elided(model, base, weights));
				return {tree: made.make(model, frames, lost, null, limits), total, baseTotal,
					factor};
			}
			const bases = state.show === "change" ?
				made.scale(data.weigh(model, base), factor) : null;
			return {tree: made.make(model, frames, weights, bases, limits), total, baseTotal, factor};
		};

		// Folded lines of a range, as fs-fold writes them: for tests, and whoever asks.
		const folded = (state, range) => {
			const sums = new Map();
			countOf(state, model.profiles[0], range).forEach((count, stack) => {
				const text = data.path(model, model.ends[stack]).join(";");
				if (count)
					sums.set(text, (sums.get(text) || zero) + count);
			});
			return Array.from(sums, ([text, count]) => text + " " + count);
		};

		return {frames, tree, folded, filterOf, group, isTold, ends,
			total: (state, range) => sumOf(countOf(state, model.profiles[0], range)),
			all: (state) => countAll(state, model.profiles[0]).total};
	};

	return start;
})();
