// scope_tree.js - from counts of stacks to the tree of a flame graph: of one range, of what changed
// between two, and of what one has lost.  The rule of layout is in docs/design.md.  Nothing here
// touches a document.

const scopeTree = (() => {
	"use strict";

	const data = scopeData;

	const MARKS = {u: "", k: "_[k]", j: "_[j]", i: "_[i]", w: "_[w]"};

	// What flamegraph_tree.js calls frames: that of the root is the first.
	const framesOf = (model) => [{name: "all", mark: "", color: "#c2c6cc"},
		...model.frames.map(({name, kind, color}) => ({name, mark: MARKS[kind], color}))];

	// The box of the model that a path of names leads to, as deep as it goes among what has weight.
	const find = (model, frames, weights, path) => {
		const {tree} = model;
		let at = 0;
		for (const name of path) {
			let child = at + 1;
			const is = ({name: own, mark}) => own + mark === name;
			while (child < tree.last[at] && !(weights[child] && is(frames[tree.frame[child] + 1])))
				child = tree.last[child];
			if (child >= tree.last[at])
				break;
			at = child;
		}
		return at;
	};

	// The tree, as flamegraph_tree.js has it, of what the boxes weigh and, where there are bases, weighed,
	// without those that are less than one of so many parts: of all, or, under the box that path leads
	// to, of that.  box is the number of each in the model's.
	const make = (model, frames, weights, bases, {parts, path}) => {
		const {tree} = model, type = typeof weights[0] === "bigint" ? BigInt : Number;
		const focus = find(model, frames, weights, path), end = tree.last[focus];
		const coarse = Number(weights[0]) / parts, fine = Number(weights[focus]) / parts;
		const made = {frames, type, box: [], frame: [], before: [], weight: [],
			base: bases && [], depth: [], parent: [], last: [], left: type(0), leftBoxes: 0};
		const free = [], open = []; // by depth: where the next box begins, and the one there
		const close = (depth) => {
			while (open.length > depth)
				made.last[open.pop()] = made.box.length;
		};
		for (let i = 0; i < tree.n;) {
			const weight = weights[i], depth = tree.depth[i];
			const before = depth ? free[depth - 1] : type(0);
			if (depth)
				free[depth - 1] += weight;
			const least = i >= focus && i < end ? fine : coarse;
			if (i > 0 && (!weight || (weight < least && !(i <= focus && focus < tree.last[i])))) {
				made.leftBoxes += weight ? 1 : 0;
				made.left += weight;
				i = tree.last[i];
				continue;
			}
			close(depth);
			made.parent.push(depth ? open[depth - 1] : -1);
			open.push(made.box.length);
			free[depth] = before;
			made.box.push(i);
			made.frame.push(tree.frame[i] + 1);
			made.before.push(before);
			made.weight.push(weight);
			if (bases)
				made.base.push(bases[i]);
			made.depth.push(depth);
			made.last.push(0);
			i++;
		}
		close(0);
		return made;
	};

	// Bases as whole numbers of the selection's scale: what was there at all stays above 0.
	const scale = (bases, by) => bases.map((base) => {
		if (typeof base === "bigint")
			return base && (BigInt(Math.round(Number(base) * by)) || 1n);
		return base && Math.max(Math.round(base * by), 1);
	});

	// What the baseline would weigh were it as much as the selection: 2.5 means two and a half times.
	const factor = (selected, base) => Number(base) ? Number(selected) / Number(base) : 0;

	// Of the counts of a baseline, those of stacks that end where the selection has nothing.
	const elided = (model, base, weights) => base.map((count, stack) =>
		weights[model.ends[stack]] ? (typeof count === "bigint" ? 0n : 0) : count);

	const expressionOf = ({query, text = query, ignoreCase}) =>
		flamegraphState.expression(text, ignoreCase);

	// 1 for each stack that all filters let through: of flamegraph_state.js, in which those to keep
	// match stacks, as fs-slice's do, with the marks of frames.
	const choose = (model, filters) => {
		const known = filters.map((filter) => [filter.drop, expressionOf(filter)])
			.filter(([, expression]) => expression);
		return known.length ? Uint8Array.from(model.ends, (end) => {
			const text = data.path(model, end).join(";");
			return known.every(([drop, expression]) => expression.test(text) !== drop) ? 1 : 0;
		}) : null;
	};

	// 1 for each stack that has a frame whose name matches a query; null where there is none.
	const search = (model, flame) => {
		const expression = expressionOf(flame), on = new Uint8Array(model.tree.n);
		if (!expression)
			return null;
		const frames = model.frames.map(({name}) => expression.test(name) ? 1 : 0);
		for (let i = 1; i < on.length; i++)
			on[i] = on[model.tree.parent[i]] || frames[model.tree.frame[i]];
		return Uint8Array.from(model.ends, (end) => on[end]);
	};

	return {framesOf, make, scale, factor, elided, choose, search};
})();
