/* flamegraph_layout.js - where the boxes of a flame graph stand, and what is written on them.
 *
 * The rule is in docs/design.md, "Layout of a flame graph"; calltree.c follows it too, and utf8.c
 * has the same widths.  Nothing here touches a document.
 */
var flamegraphLayout = (function () {
'use strict';

/* floor(weight * width / total).  All are numbers, or weight and total are both BigInt, as they
 * are where the product may be past what a number can hold. */
function place(weight, width, total) {
	if (typeof total === 'bigint')
		return total ? Number(weight * BigInt(width) / total) : 0;
	var product = weight * width;
	return total ? (product - product % total) / total : 0;
}

/* The type for weights that can be multiplied by width: Number or BigInt, as a function. */
function weightType(total, width) {
	return Number(total) * width < Number.MAX_SAFE_INTEGER / 2 ? Number : BigInt;
}

/* First and last code of each range; the tables of utf8.c. */
var WIDE = [
	0x1100, 0x115f, 0x231a, 0x231b, 0x2329, 0x232a, 0x23e9, 0x23ec, 0x2614, 0x2615,
	0x2648, 0x2653, 0x26aa, 0x26ab, 0x26bd, 0x26be, 0x2705, 0x2705, 0x2728, 0x2728,
	0x274c, 0x274c, 0x2753, 0x2755, 0x2795, 0x2797, 0x2b1b, 0x2b1c, 0x2e80, 0x303e,
	0x3041, 0x33ff, 0x3400, 0x4dbf, 0x4e00, 0xa4cf, 0xa960, 0xa97f, 0xac00, 0xd7a3,
	0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6f, 0xff01, 0xff60, 0xffe0, 0xffe6,
	0x16fe0, 0x18cff, 0x1b000, 0x1b2ff, 0x1f004, 0x1f004, 0x1f0cf, 0x1f0cf,
	0x1f18e, 0x1f19a, 0x1f200, 0x1f320, 0x1f32d, 0x1f64f, 0x1f680, 0x1f6fc,
	0x1f7e0, 0x1f7f0, 0x1f90c, 0x1f9ff, 0x1fa70, 0x1faff, 0x20000, 0x3fffd
];
var ZERO = [
	0x0300, 0x036f, 0x0483, 0x0489, 0x0591, 0x05bd, 0x0610, 0x061a, 0x064b, 0x065f,
	0x1ab0, 0x1aff, 0x1dc0, 0x1dff, 0x200b, 0x200f, 0x202a, 0x202e, 0x2060, 0x2064,
	0x20d0, 0x20ff, 0xfe00, 0xfe0f, 0xfe20, 0xfe2f, 0xe0100, 0xe01ef
];

function isIn(ranges, code) {
	for (var i = 0; i < ranges.length && code >= ranges[i]; i += 2)
		if (code <= ranges[i + 1])
			return true;
	return false;
}

/* Columns of one character: 0, 1 or 2. */
function charColumns(character) {
	var code = character.codePointAt(0);
	return code < 0x300 ? 1 : isIn(ZERO, code) ? 0 : isIn(WIDE, code) ? 2 : 1;
}

function columns(s) {
	var sum = 0;
	for (var character of s)
		sum += charColumns(character);
	return sum;
}

/* The longest beginning of s, whole characters, that takes at most room columns. */
function fit(s, room) {
	var sum = 0, end = 0;
	for (var character of s) {
		sum += charColumns(character);
		if (sum > room)
			break;
		end += character.length;
	}
	return s.slice(0, end);
}

/* The longest end of s that does. */
function fitEnd(s, room) {
	var sum = columns(s), start = 0;
	for (var character of s) {
		if (sum <= room)
			break;
		sum -= charColumns(character);
		start += character.length;
	}
	return s.slice(start);
}

/* What is written on a box of that many columns: the name, its beginning and `..` (or, where the left
 * is cut off, its end), or nothing. */
function label(name, room, left) {
	if (room < 1)
		return '';
	if (columns(name) <= room)
		return name;
	if (room < 3)
		return '';
	return left ? '..' + fitEnd(name, room - 2) : fit(name, room - 2) + '..';
}

/* The boxes that data-weights tells of: weight on the left, weight, which one each stands on and the
 * one behind all that it carries.  Depth comes of the nesting: weights are above 0. */
function parseWeights(text, type) {
	var tree = {before: [], weight: [], depth: [], parent: [], last: []};
	var at = type(0), open = [], tokens = text.split(' ');
	function close(until) {
		while (open.length && (until === null || endOf(tree, open[open.length - 1]) <= until))
			tree.last[open.pop()] = tree.before.length;
	}
	function put(weight) {
		close(at);
		tree.depth.push(open.length);
		tree.parent.push(open.length ? open[open.length - 1] : -1);
		open.push(tree.before.length);
		tree.before.push(at);
		tree.weight.push(weight);
		tree.last.push(0);
	}
	tokens.forEach(function (token) {
		var comma = token.indexOf(','), run = token.slice(comma + 1).split('*');
		if (comma >= 0)
			at += type(token.slice(0, comma));
		for (var n = Number(run[1] || 1); n > 0; n--)
			put(type(run[0]));
	});
	close(null);
	return tree;
}

function endOf(tree, i) {
	return tree.before[i] + tree.weight[i];
}

/* Left and right end, in tenths of a pixel, of each box that is shown when box focus is as wide as
 * the picture: it, what stands on it, and what it stands on, which is as wide. */
function layout(tree, focus, width) {
	var n = tree.before.length, left = new Int32Array(n), right = new Int32Array(n);
	var shown = new Uint8Array(n);
	var from = tree.before[focus], total = tree.weight[focus];
	for (var i = 0; i < tree.last[focus]; i++) {
		if (i === focus) { /* of nothing too */
			shown[i] = 1;
			right[i] = width;
		} else if (i > focus) {
			shown[i] = 1;
			left[i] = place(tree.before[i] - from, width, total);
			right[i] = place(endOf(tree, i) - from, width, total);
		} else if (tree.last[i] > focus) {
			shown[i] = 1;
			right[i] = width;
		}
	}
	return {left: left, right: right, shown: shown};
}

/* The weight of the boxes that match, one on a matching one counted once. */
function matchedWeight(tree, matches, type) {
	var sum = type(0);
	for (var i = 0; i < matches.length; i++)
		if (matches[i]) {
			sum += tree.weight[i];
			i = tree.last[i] - 1;
		}
	return sum;
}

/* "name (1,234 samples, 5.67%)" without its share.  A name may hold parentheses, so may a unit. */
function nameOf(title, unit) {
	var end = title.length;
	for (var n = (' ' + unit).split(' (').length; n > 0; n--)
		end = title.lastIndexOf(' (', end - 1);
	return title.slice(0, end);
}

return {place: place, weightType: weightType, parseWeights: parseWeights, endOf: endOf,
	layout: layout, columns: columns, fit: fit, label: label, nameOf: nameOf,
	matchedWeight: matchedWeight, WIDE: WIDE, ZERO: ZERO};
})();

if (typeof module === 'object')
	module.exports = flamegraphLayout;
