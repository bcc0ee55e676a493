/* flamegraph_merge.js - a flame graph merged by leaf.
 *
 *	var merged = flamegraphMerge(tree, 11800);
 *
 * Makes the tree of the stacks turned round: on the root stand the frames in which samples ended, on these what
 * called them.  What is narrower than a tenth of a pixel is left out, and so is, as it was, what the tree
 * had left out: its weight is that of the box it would stand on.
 *
 * Thousands of frames on each other, each with samples of its own, would make millions of boxes.  So the frames of all
 * stacks are counted, a level after the other, and no level is begun with which they would be more than
 * most: merged.levels is how many there are then, else 0, and merged.left has the weight of what goes on.
 */
var flamegraphMerge = (function () {
'use strict';

var isNode = typeof require === 'function';
var rule = isNode ? require('./flamegraph_layout.js') : flamegraphLayout;
var trees = isNode ? require('./flamegraph_tree.js') : flamegraphTree;
var MOST = 400000; /* what a browser merges and draws in a third of a second */

/* Stacks that are the same from their leaves on: the boxes that they end on, and what each has next. */
function makeGroup(frame, type) {
	return {frame: frame, boxes: [], at: [], weight: type(0), base: type(0), on: []};
}

/* What stands on a group: its stacks by what they have next. */
function callers(tree, self, group) {
	var found = new Map();
	group.boxes.forEach(function (box, k) {
		var at = group.at[k], frame = tree.frame[at], caller = found.get(frame);
		if (at <= 0)
			return;
		if (!caller)
			found.set(frame, caller = makeGroup(frame, tree.type));
		caller.boxes.push(box);
		caller.at.push(tree.parent[at]);
		caller.weight += self.weight[box];
		if (tree.base)
			caller.base += self.base[box];
	});
	return Array.from(found.values());
}

/* Puts on root what is to stand there, by putOn, level by level; what stands on a group of one stack is its
 * callers, and is only counted.  Returns how many levels there is room for, or 0 for all. */
function grow(tree, root, most, putOn) {
	var level = [root], single = 0, ends = [], work = 0;
	for (var depth = 0; level.length || single; depth++) {
		var next = [];
		single -= ends[depth] || 0;
		work = level.reduce(function (sum, group) {
			return sum + group.boxes.length;
		}, work + single);
		if (depth > 0 && work > most)
			return depth;
		level.forEach(function (group) {
			putOn(group);
			group.on.forEach(function (caller) {
				if (caller.boxes.length > 1) {
					next.push(caller);
					return;
				}
				var end = depth + 1 + tree.depth[caller.at[0]];
				ends[end] = (ends[end] || 0) + 1;
				single++;
			});
		});
		level = next;
	}
	return 0;
}

/* Puts the boxes of what stands on root behind each other. */
function put(tree, self, root, made) {
	var open = [root];
	function goesOn(box, at) {
		if (at > 0)
			made.left += self.weight[box];
	}
	function isFull(i) {
		return made.levels > 0 && made.depth[i] === made.levels;
	}
	/* What stands on a group of one stack is what called it. */
	function climb(i, box, at) {
		for (; at > 0 && !isFull(i); at = tree.parent[at])
			i = trees.push(made, tree.frame[at], i, made.before[i], self.weight[box],
				tree.base && self.base[box]);
		goesOn(box, at);
	}
	while (open.length) {
		var group = open.pop(), before = group.before;
		var i = trees.push(made, group.frame, group.parent, before, group.weight, group.base);
		if (group.boxes.length === 1) {
			climb(i, group.boxes[0], group.at[0]);
			continue;
		}
		if (isFull(i))
			group.boxes.forEach(function (box, k) {
				goesOn(box, group.at[k]);
			});
		group.on.forEach(function (caller) {
			caller.parent = i;
			caller.before = before;
			before += caller.weight;
		});
		for (var k = group.on.length - 1; k >= 0; k--)
			open.push(group.on[k]);
	}
}

function merge(tree, width, most) {
	var made = trees.begin(tree, Boolean(tree.base)), rank = trees.ranks(tree.frames);
	var self = {weight: trees.own(tree, tree.weight), base: tree.base && trees.own(tree, tree.base)};
	var root = Object.assign(makeGroup(0, tree.type), {parent: -1, before: tree.type(0),
		weight: tree.weight[0], base: tree.base && tree.base[0]});
	for (var i = 1; i < self.weight.length; i++)
		if (self.weight[i] > 0 || (tree.base && self.base[i] > 0)) {
			root.boxes.push(i);
			root.at.push(i);
		}
	made.left = tree.left;
	made.leftBoxes = tree.leftBoxes;
	made.levels = grow(tree, root, most || MOST, function (group) {
		group.on = callers(tree, self, group).filter(function (caller) {
			var isWide = rule.place(caller.weight, width, root.weight) >= 1;
			if (!isWide && caller.weight > 0) {
				made.left += caller.weight;
				made.leftBoxes++;
			}
			return isWide;
		}).sort(function (a, b) {
			return rank[a.frame] - rank[b.frame];
		});
	});
	put(tree, self, root, made);
	return trees.close(made);
}

return merge;
})();

if (typeof module === 'object')
	module.exports = flamegraphMerge;
