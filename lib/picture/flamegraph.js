/* flamegraph.js - zoom, search and details of a flame graph that stands without them.
 *
 * Works on the boxes in the document: a rect each, in the order of a walk from the root, a box
 * before what stands on it.  #boxes says in data-weights what each weighs and what stands on its
 * left: `weight`, or `step,weight` where the weight on its left is step more than that of the box
 * before it.  The rule of layout is in docs/design.md, "Layout of a flame graph"; calltree.c
 * follows it too.
 */
(function () {
'use strict';

var SVG = 'http://www.w3.org/2000/svg', HTML = 'http://www.w3.org/1999/xhtml';
var MARGIN = 10; /* pixels on the left and on the right */

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

/* What is written on a box of that many columns: the name, its beginning and `..`, or nothing. */
function label(name, room) {
	if (room < 1)
		return '';
	if (columns(name) <= room)
		return name;
	return room < 3 ? '' : fit(name, room - 2) + '..';
}

/* The boxes that data-weights tells of: weight on the left, weight, and how many boxes from itself
 * on it carries.  Depth comes of the nesting: weights are above 0. */
function parseWeights(text, type) {
	var tree = {before: [], weight: [], depth: [], last: []};
	var at = type(0), open = [], tokens = text.split(' ');
	function close(until) {
		while (open.length && (until === null || endOf(tree, open[open.length - 1]) <= until))
			tree.last[open.pop()] = tree.before.length;
	}
	tokens.forEach(function (token) {
		var comma = token.indexOf(',');
		if (comma >= 0)
			at += type(token.slice(0, comma));
		close(at);
		tree.depth.push(open.length);
		open.push(tree.before.length);
		tree.before.push(at);
		tree.weight.push(type(token.slice(comma + 1)));
		tree.last.push(0);
	});
	close(null);
	return tree;
}

function endOf(tree, i) {
	return tree.before[i] + tree.weight[i];
}

/* Left and right end, in tenths of a pixel, of each box of the tree when box focus is as wide as
 * the picture: {left, right, shown}, where what carries focus is as wide as it. */
function layout(tree, focus, width) {
	var n = tree.before.length, left = new Int32Array(n), right = new Int32Array(n);
	var shown = new Uint8Array(n);
	var from = tree.before[focus], total = tree.weight[focus];
	for (var i = 0; i < tree.last[focus]; i++) {
		if (i >= focus) {
			shown[i] = 1;
			left[i] = place(tree.before[i] - from, width, total);
			right[i] = place(endOf(tree, i) - from, width, total);
		} else if (tree.last[i] > focus) {
			shown[i] = 2;
			right[i] = width;
		}
	}
	return {left: left, right: right, shown: shown};
}

/* The weight of the boxes that match, one on a matching one counted once. */
function matchedWeight(tree, matches, type) {
	var sum = type(0), end = type(0);
	for (var i = 0; i < matches.length; i++)
		if (matches[i] && tree.before[i] >= end) {
			sum += tree.weight[i];
			end = endOf(tree, i);
		}
	return sum;
}

function grouped(number) {
	return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

function percent(part, whole) {
	return part === whole ? '100%' : (Number(part) / Number(whole) * 100).toFixed(2) + '%';
}

/* "name (1,234 samples, 5.67%)" without what is in the last parentheses. */
function nameOf(title) {
	return title.slice(0, title.lastIndexOf(' ('));
}

function start(svg) {
	var group = svg.querySelector('#boxes'), labels = svg.querySelector('#labels');
	var details = svg.querySelector('#details');
	var note = details.textContent, data = group.dataset;
	var width = Number(data.width), font = Number(data.font), unit = data.unit;
	var type = weightType(data.total, width), total = type(data.total);
	var tree = parseWeights(data.weights, type);
	var rects = group.querySelectorAll('rect'), n = rects.length;
	var titles = Array.prototype.map.call(rects, function (rect) {
		return rect.firstChild.textContent;
	});
	var names = titles.map(nameOf);
	var focus = 0, now = layout(tree, 0, width), hits = null;
	var baseline = Number(data.baseline);

	function put(i, next) {
		var rect = rects[i], shown = next.shown[i];
		if (shown !== now.shown[i]) {
			if (!shown || !now.shown[i])
				shown ? rect.removeAttribute('display') : rect.setAttribute('display', 'none');
			if (shown === 2 || now.shown[i] === 2)
				shown === 2 ? rect.setAttribute('opacity', '.5') : rect.removeAttribute('opacity');
		}
		if (!shown)
			return;
		if (!now.shown[i] || next.left[i] !== now.left[i] || next.right[i] !== now.right[i]) {
			rect.setAttribute('x', (next.left[i] + MARGIN * 10) / 10);
			rect.setAttribute('width', (next.right[i] - next.left[i]) / 10);
		}
	}

	function putLabels(next) {
		var fragment = document.createDocumentFragment();
		for (var i = 0; i < n; i++) {
			var room = Math.floor((next.right[i] - next.left[i] - 60) * 10 / (61 * font));
			if (!next.shown[i] || room < 1)
				continue;
			var written = label(names[i], room);
			if (!written)
				continue;
			var text = document.createElementNS(SVG, 'text');
			text.setAttribute('x', (next.left[i] + MARGIN * 10 + 30) / 10);
			text.setAttribute('y', (Number(rects[i].getAttribute('y')) * 10 + baseline) / 10);
			if (next.shown[i] === 2)
				text.setAttribute('opacity', '.7');
			text.textContent = written;
			fragment.appendChild(text);
		}
		labels.textContent = '';
		labels.appendChild(fragment);
	}

	function zoom(to) {
		if (to === focus)
			return;
		var next = layout(tree, to, width);
		for (var i = 0; i < n; i++)
			put(i, next);
		putLabels(next);
		focus = to;
		now = next;
		reset.setAttribute('visibility', focus ? 'visible' : 'hidden');
		describe(-1);
	}

	/* The details line: of a box, or what it said before. */
	function describe(i) {
		var text = i >= 0 ? titles[i] : focus ? 'Zoomed: ' + titles[focus] : note;
		if (i >= 0 && focus && tree.depth[i] > tree.depth[focus])
			text += ', ' + percent(tree.weight[i], tree.weight[focus]) + ' of ' + names[focus];
		details.textContent = label(text, Number(data.columns));
	}

	function indexOf(target) {
		var rect = target.closest ? target.closest('rect') : null;
		return rect && rect.parentNode === group ? rect.index : -1;
	}

	function button(text, x) {
		var element = document.createElementNS(SVG, 'text');
		element.setAttribute('class', 'button');
		element.setAttribute('x', x);
		element.setAttribute('y', 27);
		element.setAttribute('text-anchor', 'end');
		element.setAttribute('fill', '#0b57d0');
		element.setAttribute('tabindex', 0);
		element.setAttribute('role', 'button');
		element.textContent = text;
		svg.appendChild(element);
		return element;
	}

	function onPress(element, action) {
		element.addEventListener('click', action);
		element.addEventListener('keydown', function (event) {
			if (event.key === 'Enter' || event.key === ' ') {
				event.preventDefault();
				action();
			}
		});
	}

	/* A field of HTML, since SVG has none. */
	function makeField(right) {
		var place = document.createElementNS(SVG, 'foreignObject');
		var input = document.createElementNS(HTML, 'input');
		place.setAttribute('x', right - 220);
		place.setAttribute('y', 9);
		place.setAttribute('width', 220);
		place.setAttribute('height', 26);
		place.setAttribute('display', 'none');
		input.setAttribute('type', 'text');
		input.setAttribute('placeholder', 'regular expression');
		input.setAttribute('aria-label', 'search for frames');
		input.setAttribute('spellcheck', 'false');
		place.appendChild(input);
		svg.appendChild(place);
		return input;
	}

	function parseExpression(text) {
		try {
			return text ? new RegExp(text, 'u') : null;
		} catch (error) {
			try {
				return new RegExp(text);
			} catch (again) {
				return undefined;
			}
		}
	}

	function search(text) {
		var expression = parseExpression(text), known = new Map();
		var wanted = names.map(function (name) {
			if (!expression)
				return false;
			if (!known.has(name))
				known.set(name, expression.test(name));
			return known.get(name);
		});
		for (var i = 0; i < n; i++)
			if (wanted[i] !== (hits ? hits[i] : false))
				rects[i].setAttribute('class', wanted[i] ? 'hit' : '');
		hits = wanted;
		if (expression === undefined)
			matched.textContent = 'not a regular expression yet';
		else if (expression === null)
			matched.textContent = '';
		else {
			var sum = matchedWeight(tree, wanted, type);
			matched.textContent = 'Matched: ' + grouped(sum) + ' ' + unit + ', ' +
				percent(sum, total);
		}
	}

	function openSearch() {
		field.parentNode.removeAttribute('display');
		finder.setAttribute('visibility', 'hidden');
		reset.setAttribute('x', right - 232);
		field.focus();
		field.select();
	}

	function closeSearch() {
		field.value = '';
		search('');
		field.blur();
		field.parentNode.setAttribute('display', 'none');
		finder.setAttribute('visibility', 'visible');
		reset.setAttribute('x', right - 60);
	}

	function isSearching() {
		return !field.parentNode.hasAttribute('display');
	}

	function onKey(event) {
		if ((event.ctrlKey || event.metaKey) && event.key === 'f' &&
			document.activeElement !== field) {
			event.preventDefault();
			openSearch();
		} else if (event.key === 'Escape') {
			if (isSearching())
				closeSearch();
			else
				zoom(0);
		}
	}

	var right = width / 10 + MARGIN;
	var reset = button('reset zoom', right - 60), finder = button('search', right);
	var field = makeField(right);
	var matched = document.createElementNS(SVG, 'text');

	reset.setAttribute('visibility', 'hidden');
	matched.setAttribute('class', 'quiet');
	matched.setAttribute('x', right);
	matched.setAttribute('y', 46);
	matched.setAttribute('text-anchor', 'end');
	matched.setAttribute('fill', '#5f6368');
	matched.setAttribute('id', 'matched');
	svg.appendChild(matched);
	for (var i = 0; i < n; i++)
		rects[i].index = i;

	group.style.cursor = 'pointer';
	group.addEventListener('click', function (event) {
		var i = indexOf(event.target);
		if (i >= 0)
			zoom(i);
	});
	group.addEventListener('mouseover', function (event) {
		describe(indexOf(event.target));
	});
	group.addEventListener('mouseleave', function () {
		describe(-1);
	});
	field.addEventListener('input', function () {
		search(field.value);
	});
	onPress(reset, function () {
		zoom(0);
	});
	onPress(finder, openSearch);
	window.addEventListener('keydown', onKey);
}

if (typeof document === 'object') {
	var script = document.currentScript;
	start(script ? script.parentNode : document.documentElement);
} else {
	module.exports = {place: place, weightType: weightType, parseWeights: parseWeights,
		layout: layout, columns: columns, fit: fit, label: label, nameOf: nameOf,
		matchedWeight: matchedWeight, WIDE: WIDE, ZERO: ZERO};
}
})();
