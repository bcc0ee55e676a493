/* flamegraph_page.js - where the parts around the boxes of a flame graph stand: titles, buttons, legend and
 * details, in a picture that is as wide as its window, or has the width that it was drawn with.
 *
 *	var page = flamegraphPage(svg, {fluid: true, width: 11800, row: 16});
 *	page.fit(bar, depth)          {width, top, rows}, for flamegraph_draw.js
 */
var flamegraphPage = (function () {
'use strict';

var rule = flamegraphLayout, make = flamegraphDraw.make, MARGIN = flamegraphDraw.MARGIN;
var TOP = 58, BOTTOM = 34; /* pixels above and below the boxes, as in mount.h */
var NARROW = 760; /* pixels: below that, buttons and legend have lines of their own */
var LEAST = 240;
var LEAST_NAME = 12; /* columns */

/* Columns that fit a line of sans-serif text of that size, as in mount.c. */
function columnsOf(pixels, font) {
	return Math.max(0, Math.floor(pixels * 100 / (55 * font)));
}

/* A line of text, cut where it would not fit, and whole in its tooltip then. */
function putLine(element, text, columns) {
	if (!element)
		return;
	element.textContent = rule.label(text, columns);
	if (element.textContent !== text)
		element.insertBefore(make('title', {}), element.firstChild).textContent = text;
}

function wholeText(element) {
	var title = element && element.querySelector('title');
	return title ? title.textContent : element ? element.textContent : '';
}

/* What stands between the labels and the details is the legend. */
function legendOf(svg) {
	var parts = [], labels = svg.querySelector('#labels');
	for (var part = labels.nextElementSibling; part && part.id !== 'details'; part = part.nextElementSibling)
		if (part.localName !== 'foreignObject')
			parts.push(part);
	return parts;
}

function page(svg, options) {
	var title = svg.querySelector('#title'), quiet = svg.querySelector('text.quiet');
	var details = svg.querySelector('#details') || make('text', {id: 'details', x: MARGIN}, svg);
	var legend = legendOf(svg), box = svg.viewBox.baseVal || {width: 0, height: 0};
	var texts = {title: wholeText(title), subtitle: wholeText(quiet)};
	var was = {width: box.width || options.width / 10 + 2 * MARGIN, height: box.height};
	var foot = make('g', {}, svg), back = make('rect', {class: 'sticky', rx: 4, fill: '#fff',
		opacity: '.93', visibility: 'hidden'}, foot);
	var now = {width: was.width, height: was.height}, bar = null;
	var legendWidth = legend.reduce(function (sum, part) {
		return Math.max(sum, was.width - Number(part.getAttribute('x')));
	}, 0);
	details.setAttribute('aria-live', 'polite');
	foot.appendChild(details);

	function widthOf() {
		var wide = options.fluid ? svg.getBoundingClientRect().width : was.width;
		return Math.max(LEAST, Math.floor(wide) || was.width);
	}

	/* Puts all where it stands in the window as it is, around boxes of that depth. */
	function fit(controls, depth, before) {
		var width = widthOf(), narrow = width < NARROW, shift = width - was.width;
		bar = controls;
		bar.place.setAttribute('x', MARGIN);
		bar.place.setAttribute('y', narrow ? 54 : 8);
		bar.place.setAttribute('width', width - 2 * MARGIN + 4);
		var extra = narrow ? bar.height() : 0;
		var rows = Math.max(depth, options.depth || 0);
		var height = TOP + extra + (rows + 1) * options.row + BOTTOM + (narrow ? 18 : 0);
		height = Math.max(height, (narrow ? 54 : 8) + bar.reach() + 8);
		now = {width: width, height: height};
		svg.setAttribute('viewBox', '0 0 ' + width + ' ' + height);
		svg.setAttribute('height', height);
		legend.forEach(function (part) {
			part.setAttribute('transform', 'translate(' + shift + ' ' + (height - was.height) + ')');
		});
		details.setAttribute('y', height - 13 - (narrow ? 18 : 0));
		back.setAttribute('x', 2);
		back.setAttribute('y', height - 31 - (narrow ? 18 : 0));
		back.setAttribute('height', 28);
		back.setAttribute('width', Math.max(0, width - 4 - (narrow ? 0 : legendWidth)));
		titles(before);
		return {width: (width - 2 * MARGIN) * 10, top: TOP + extra, rows: rows};
	}

	/* The lines above, with what is to say before the second. */
	function titles(before) {
		var taken = now.width < NARROW || !bar ? 0 : bar.width() + 20, room = now.width - 2 * MARGIN;
		putLine(title, texts.title, columnsOf(room - taken, 17));
		putLine(quiet, [before, texts.subtitle].filter(Boolean).join(' \u00b7 '),
			columnsOf(room - (bar && bar.isSearching() ? taken : 0), 12));
	}

	/* Of a line that is too long, name is cut; rest, numbers, only where hardly any of it would be left. */
	function say(name, rest) {
		var room = columnsOf(now.width - 2 * MARGIN - (now.width < NARROW ? 0 : legendWidth), 12);
		var left = Math.max(LEAST_NAME, room - rule.columns(rest || ''));
		details.textContent = rule.label(rule.label(name, left) + (rest || ''), room);
	}

	/* Keeps the buttons at the top of the window and the details at its bottom; what is seen is told. */
	function follow(seen) {
		var matrix = svg.getScreenCTM();
		if (!matrix || !bar) {
			seen(-Infinity, Infinity);
			return;
		}
		var top = -matrix.f / matrix.d, bottom = (window.innerHeight - matrix.f) / matrix.d;
		var down = Math.max(0, Math.min(top - (now.width < NARROW ? 46 : 0), now.height - 100));
		var up = Math.min(0, Math.max(bottom - now.height, 100 - now.height));
		bar.place.setAttribute('transform', 'translate(0 ' + down + ')');
		foot.setAttribute('transform', 'translate(0 ' + up + ')');
		back.setAttribute('visibility', up ? 'visible' : 'hidden');
		seen(Math.max(0, top), Math.min(bottom, now.height));
	}

	/* Scrolls a picture that fills its window to the root, where reading begins. */
	function toRoot(inverted) {
		if (svg === document.documentElement)
			window.scrollTo(0, inverted ? 0 : now.height);
	}

	/* A point of the window as one of the picture. */
	function pointOf(event) {
		var matrix = svg.getScreenCTM();
		return {x: (event.clientX - matrix.e) / matrix.a, y: (event.clientY - matrix.f) / matrix.d};
	}

	return {fit: fit, titles: titles, say: say, follow: follow, toRoot: toRoot, pointOf: pointOf,
		note: wholeText(details),
		/* Other titles, and another line of details, from the next fit on. */
		tell: function (told) {
			texts = {title: told.title, subtitle: told.subtitle};
			this.note = told.note;
		},
		isNarrow: function () {
			return now.width < NARROW;
		}};
}

return page;
})();
