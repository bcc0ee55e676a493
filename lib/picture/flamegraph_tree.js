/* flamegraph_tree.js - the boxes of a flame graph as numbers, and what can be made of them.
 *
 *	var tree = flamegraphTree.build(frames, stacks, weights, null, {type: Number});
 *	tree = flamegraphTree.select(tree, [{hits: [0, 1, 0], drop: false}]);
 *
 * A tree is arrays, a box each, in the order of a walk from the root, a box before what stands on
 * it: frame (its number in tree.frames, 0 is the root's), before and weight (as in calltree.h), base
 * (of a difference, else null), depth, parent, last (the box behind those that it carries).
 * left is the weight that no box is drawn for, leftBoxes how many there would be; of a difference in a document,
 * gone what they weighed before.  Frames are
 * {name, mark, ink}: a name, `_[k]` and the like, and whatever the colour is told by; one that is
 * met twice is the same.  Nothing here touches a document, and no tree is changed once it is made.
 */
var flamegraphTree = (function () {
'use strict';

var rule = typeof require === 'function' ? require('./flamegraph_layout.js') : flamegraphLayout;

/* An empty tree like another one. */
function begin(like, hasBase) {
	return {frames: like.frames, type: like.type, frame: [], before: [], weight: [],
		base: hasBase ? [] : null, depth: [], parent: [], last: [], left: like.type(0),
		leftBoxes: 0};
}

/* Puts a box behind the others, and returns its number. */
function push(tree, frame, parent, before, weight, base) {
	var i = tree.frame.length;
	tree.frame.push(frame);
	tree.parent.push(parent);
	tree.depth.push(parent < 0 ? 0 : tree.depth[parent] + 1);
	tree.before.push(before);
	tree.weight.push(weight);
	tree.last.push(0);
	if (tree.base)
		tree.base.push(base);
	return i;
}

/* Takes the last box off again. */
function pop(tree) {
	['frame', 'parent', 'depth', 'before', 'weight', 'last'].forEach(function (key) {
		tree[key].pop();
	});
	if (tree.base)
		tree.base.pop();
}

/* Fills in where each box's last one is. */
function close(tree) {
	var n = tree.frame.length;
	for (var i = n - 1; i >= 0; i--)
		tree.last[i] = Math.max(tree.last[i], i + 1);
	for (i = n - 1; i > 0; i--)
		if (tree.last[tree.parent[i]] < tree.last[i])
			tree.last[tree.parent[i]] = tree.last[i];
	return tree;
}

/* What each box has but what stands on it: of its weights, or of its bases. */
function own(tree, values) {
	var rest = values.slice();
	for (var i = 1; i < values.length; i++)
		rest[tree.parent[i]] -= values[i];
	return rest;
}

/* The tree of sorted stacks, arrays of frame numbers root first, as calltree_build makes it;
 * boxes that are narrower than a tenth of a pixel of options.width are left out, with no width none.
 * For speed, and since no selection changes them, the stacks are not sorted here: see sortStacks. */
function build(frames, stacks, weights, bases, options) {
	var type = options.type || Number, tree = begin({frames: frames, type: type}, Boolean(bases));
	var total = type(0), open = [0], lost = [type(0)], seen = type(0), seenBase = type(0), last = [];
	weights.forEach(function (weight) {
		total += weight;
	});
	function closeTo(depth) {
		while (open.length > depth) {
			var i = open.pop(), gone = lost.pop();
			tree.weight[i] = seen - tree.before[i];
			if (tree.base)
				tree.base[i] = seenBase - tree.base[i];
			if (i === 0 || (tree.weight[i] > 0 && (!options.width ||
				rule.place(tree.weight[i], options.width, total) >= 1))) {
				tree.left += gone;
				continue;
			}
			lost[lost.length - 1] += tree.weight[i];
			if (tree.weight[i] > 0)
				tree.leftBoxes++;
			pop(tree);
		}
	}
	push(tree, 0, -1, seen, total, seenBase);
	stacks.forEach(function (stack, s) {
		var same = 0;
		if (!weights[s] && !(bases && bases[s]))
			return;
		while (same < stack.length && same < last.length && stack[same] === last[same])
			same++;
		closeTo(same + 1);
		for (var d = same; d < stack.length; d++) {
			open.push(push(tree, stack[d], open[d], seen, seen, seenBase));
			lost.push(type(0));
		}
		last = stack;
		seen += weights[s];
		if (bases)
			seenBase += bases[s];
	});
	closeTo(0);
	return close(tree);
}

/* The order of the bytes of their UTF-8, which is that of their characters: of UTF-16, halves of
 * pairs come behind all else. */
function compareNames(a, b) {
	var n = Math.min(a.length, b.length);
	for (var i = 0; i < n; i++) {
		var x = a.charCodeAt(i), y = b.charCodeAt(i);
		if (x !== y)
			return (x >= 0xd800 && x < 0xe000 ? x + 0x10000 : x) -
				(y >= 0xd800 && y < 0xe000 ? y + 0x10000 : y);
	}
	return a.length - b.length;
}

/* The place of each frame when all are sorted by the bytes of their names, marks included. */
function ranks(frames) {
	var rank = new Int32Array(frames.length);
	frames.map(function (frame, i) {
		return i;
	}).sort(function (a, b) {
		return compareNames(frames[a].name + frames[a].mark, frames[b].name + frames[b].mark) ||
			a - b;
	}).forEach(function (frame, i) {
		rank[frame] = i;
	});
	return rank;
}

/* The numbers of stacks in the order that build wants. */
function sortStacks(frames, stacks) {
	var rank = ranks(frames);
	return stacks.map(function (stack, i) {
		return i;
	}).sort(function (a, b) {
		var x = stacks[a], y = stacks[b], i = 0;
		while (i < x.length && i < y.length && x[i] === y[i])
			i++;
		return i < x.length && i < y.length ? rank[x[i]] - rank[y[i]] : y.length - x.length;
	});
}

/* By box: whether it or one that it stands on is of a frame that hits says. */
function covered(tree, hits) {
	var on = new Uint8Array(tree.frame.length);
	for (var i = 1; i < on.length; i++)
		on[i] = on[tree.parent[i]] || hits[tree.frame[i]] ? 1 : 0;
	return on;
}

/* The tree of those samples that all filters let through: of {hits, drop}, hits tells by frame whether
 * it matches; a sample has to have such a frame, or, to drop, has to have none. */
function select(tree, filters) {
	var n = tree.frame.length, zero = tree.type(0);
	var on = filters.map(function (filter) {
		return covered(tree, filter.hits);
	});
	function passes(i) {
		for (var f = 0; f < filters.length; f++)
			if (on[f][i] === (filters[f].drop ? 1 : 0))
				return false;
		return true;
	}
	function sums(values) {
		var sum = own(tree, values).map(function (self, i) {
			return passes(i) ? self : zero;
		});
		for (var i = n - 1; i > 0; i--)
			sum[tree.parent[i]] += sum[i];
		return sum;
	}
	return keep(tree, sums(tree.weight), tree.base && sums(tree.base));
}

/* The tree with other weights, without the boxes that weigh nothing. */
function keep(tree, weight, base) {
	var made = begin(tree, Boolean(base)), to = [], at = [];
	for (var i = 0; i < weight.length; i++) {
		if (i > 0 && !(weight[i] > 0))
			continue;
		var parent = i > 0 ? to[tree.parent[i]] : -1;
		var before = i > 0 ? at[parent] : tree.type(0);
		to[i] = push(made, tree.frame[i], parent, before, weight[i], base && base[i]);
		at[to[i]] = before;
		if (i > 0)
			at[parent] += weight[i];
	}
	made.left = tree.left;
	made.leftBoxes = tree.leftBoxes;
	return close(made);
}

return {begin: begin, push: push, close: close, ranks: ranks, build: build, sortStacks: sortStacks,
	compareNames: compareNames, select: select, own: own, covered: covered};
})();

if (typeof module === 'object')
	module.exports = flamegraphTree;
