/* flamegraph_draw.js - draws any tree of a flame graph.
 *
 *	var drawing = flamegraphDraw(view, labels, look);
 *	drawing.show(tree, focus, {width: 11800, top: 58, rows: 30, inverted: false});
 *	drawing.label(0, 900);        what is written on boxes there, in pixels of the picture
 *	drawing.mark(hits);
 *	drawing.at(x, y)              the box there, or -1
 *
 * view and labels are groups of an SVG; what stands in view is replaced.  look is {row, font, column,
 * baseline, edge, newEdge, cutLeft, negate, color}: pixels, tenths of them, hundredths of an em, colours,
 * and what gives a frame's colour.
 *
 * Boxes of one colour are one path, since tens of thousands of elements take a browser half a second.
 * Neighbours within one pixel are drawn as one.  Which box is where, at() works out.  Labels are elements each,
 * and only those in sight and around are there.
 */
var flamegraphDraw = (function () {
'use strict';

var rule = flamegraphLayout, words = flamegraphWords;
var SVG = 'http://www.w3.org/2000/svg';
var MARGIN = 10; /* pixels on the left and on the right */
var EDGED = 100; /* tenths of a pixel from which on a box has an edge */
var AROUND = 2000; /* pixels above and below what is seen that have labels too */
var PADDING = 60; /* tenths of a pixel of a box that its label leaves free */

function make(name, attributes, parent) {
	var element = document.createElementNS(SVG, name);
	for (var key in attributes)
		element.setAttribute(key, attributes[key]);
	if (parent)
		parent.appendChild(element);
	return element;
}

/* Lines of boxes by colour, in tenths of a pixel and rows. */
function makeInks() {
	var lines = [], pending = [];
	function put(box, depth) {
		lines[box.ink] = (lines[box.ink] || '') + 'M' + box.left + ' ' + depth + 'h' +
			(box.right - box.left);
	}
	return {
		add: function (ink, depth, left, right) {
			var last = pending[depth];
			if (last && last.right === left && right - left < 10 && last.right - last.left < 10 &&
				Math.floor(last.left / 10) === Math.floor(left / 10)) {
				last.right = right;
				return;
			}
			if (last)
				put(last, depth);
			pending[depth] = {ink: ink, left: left, right: right};
		},
		each: function (found) {
			pending.forEach(put);
			pending = [];
			lines.forEach(found);
		}
	};
}

function drawing(view, labels, look) {
	var tree, places, rows, geometry, zoomed = 0, labelled = null, inks = new Map(), colors = [], known = [], frames = null;
	view.textContent = labels.textContent = '';
	labels.removeAttribute('transform');
	var below = make('g', {opacity: '.5'}, view), boxes = make('g', {}, view);
	var marks = make('g', {}, view), edges = make('g', {fill: 'none'}, view);
	var rings = make('g', {}, view);

	/* The number of the colour of box i. */
	function inkOf(i, most) {
		var frame = tree.frames[tree.frame[i]];
		if (tree.base && i > 0)
			return words.changeInk(tree, i, most);
		if (known[tree.frame[i]] === undefined) {
			var color = look.color(frame, i);
			if (!inks.has(color)) {
				inks.set(color, 512 + inks.size);
				colors[inks.get(color)] = color;
			}
			known[tree.frame[i]] = inks.get(color);
		}
		return known[tree.frame[i]];
	}

	function colorOf(ink) {
		return ink < 512 ? words.changeColor(ink, look.negate) : colors[ink];
	}

	/* The top of a row of boxes, in pixels. */
	function topOf(depth) {
		return geometry.top + (geometry.inverted ? depth : geometry.rows - depth) * look.row;
	}

	function grid() {
		var half = (look.row - 1) / 2, sign = geometry.inverted ? 1 : -1;
		return {'stroke-width': (look.row - 1) / look.row,
			transform: 'matrix(.1 0 0 ' + sign * look.row + ' ' + MARGIN + ' ' + (topOf(0) + half) + ')'};
	}

	function fill(group, lines) {
		group.textContent = '';
		var cell = grid();
		for (var key in cell)
			group.setAttribute(key, cell[key]);
		lines.each(function (line, ink) {
			make('path', {stroke: colorOf(ink), d: line}, group);
		});
	}

	function putBoxes(focus) {
		var most = words.most(tree), on = makeInks(), under = makeInks(), old = '', fresh = '';
		rows = [];
		for (var i = 0; i < tree.last[focus]; i++) {
			var left = places.left[i], right = places.right[i], depth = tree.depth[i];
			if (!places.shown[i] || left === right)
				continue;
			(rows[depth] || (rows[depth] = [])).push(i);
			(i < focus ? under : on).add(inkOf(i, most), depth, left, right);
			if (right - left < EDGED)
				continue;
			var x = (left + MARGIN * 10) / 10;
			var edge = 'M' + x + ' ' + topOf(depth) + 'h' + (right - left) / 10 + 'v' + (look.row - 1) +
				'H' + x + 'z';
			if (tree.base && i > 0 && !(tree.base[i] > 0))
				fresh += edge;
			else
				old += edge;
		}
		fill(below, under);
		fill(boxes, on);
		edges.textContent = '';
		if (look.edge)
			make('path', {class: 'edge', stroke: look.edge, 'stroke-width': '.5', d: old}, edges);
		if (fresh)
			make('path', {class: 'new', stroke: look.newEdge, 'stroke-width': 2, d: fresh}, edges);
	}

	function putLabel(i, parent) {
		var room = Math.floor((places.right[i] - places.left[i] - PADDING) * 10 / (look.column * look.font));
		var text = room < 1 ? '' : rule.label(tree.frames[tree.frame[i]].name, room, look.cutLeft);
		if (!text)
			return;
		var element = make('text', {x: (places.left[i] + MARGIN * 10 + PADDING / 2) / 10,
			y: (topOf(tree.depth[i]) * 10 + look.baseline) / 10}, parent);
		if (i < zoomed)
			element.setAttribute('opacity', '.7');
		element.textContent = text;
	}

	/* Writes on the boxes between two heights of the picture, unless that is done. */
	function label(top, bottom) {
		var fragment = document.createDocumentFragment();
		if (labelled && top >= labelled.top && bottom <= labelled.bottom)
			return;
		labelled = {top: top - AROUND, bottom: bottom + AROUND};
		rows.forEach(function (row, depth) {
			if (topOf(depth) + look.row > labelled.top && topOf(depth) < labelled.bottom)
				row.forEach(function (i) {
					putLabel(i, fragment);
				});
		});
		labels.textContent = '';
		labels.appendChild(fragment);
	}

	/* Draws the tree with box focus as wide as the picture; geometry.rows is the depth that there is
	 * room for, width in tenths of a pixel. */
	function show(newTree, focus, newGeometry) {
		tree = newTree;
		if (frames !== tree.frames)
			known = [];
		frames = tree.frames;
		geometry = newGeometry;
		places = rule.layout(tree, focus, geometry.width);
		zoomed = focus;
		putBoxes(focus);
		labelled = null;
		labels.textContent = '';
		marks.textContent = '';
		rings.textContent = '';
	}

	/* Colours the boxes of the frames that hits says; null are none. */
	function mark(hits) {
		marks.textContent = '';
		if (!hits)
			return;
		var lines = makeInks();
		rows.forEach(function (row, depth) {
			row.forEach(function (i) {
				if (hits[tree.frame[i]])
					lines.add(0, depth, places.left[i], places.right[i]);
			});
		});
		var cell = grid();
		for (var key in cell)
			marks.setAttribute(key, cell[key]);
		lines.each(function (line) {
			make('path', {class: 'hit', stroke: look.hit, d: line}, marks);
		});
	}

	function placeInRow(depth, x) {
		var row = rows[depth] || [], low = 0, high = row.length;
		while (low < high) {
			var middle = (low + high) >> 1;
			if (places.left[row[middle]] <= x)
				low = middle + 1;
			else
				high = middle;
		}
		return low - 1;
	}

	/* The box at a point of the picture, in pixels, or -1. */
	function at(x, y) {
		var row = Math.floor((y - geometry.top) / look.row);
		var depth = geometry.inverted ? row : geometry.rows - row, tenths = (x - MARGIN) * 10;
		var k = placeInRow(depth, tenths);
		return k >= 0 && tenths < places.right[rows[depth][k]] ? rows[depth][k] : -1;
	}

	/* The box beside box i, to the right or, by -1, to the left; i where there is none. */
	function beside(i, by) {
		var row = rows[tree.depth[i]] || [], k = placeInRow(tree.depth[i], places.left[i]) + by;
		return row[k] === undefined ? i : row[k];
	}

	/* A frame around box i, which is returned, instead of those of its kind that were. */
	function ring(i, kind) {
		var old = rings.querySelector('.' + kind);
		var element = i < 0 ? null : make('rect', {class: kind, fill: 'none',
			x: places.left[i] / 10 + MARGIN, y: topOf(tree.depth[i]),
			width: Math.max((places.right[i] - places.left[i]) / 10, 0.5), height: look.row - 1}, rings);
		return {element: element, old: old};
	}

	return {show: show, label: label, mark: mark, at: at, beside: beside, ring: ring,
		isShown: function (i) {
			return Boolean(places.shown[i]) && places.right[i] > places.left[i];
		},
		place: function (i) {
			return {left: places.left[i], right: places.right[i], top: topOf(tree.depth[i])};
		}};
}

drawing.make = make;
drawing.MARGIN = MARGIN;
return drawing;
})();
