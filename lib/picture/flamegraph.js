/* flamegraph.js - zoom, search and details of a flame graph that stands without them.
 *
 * Works on the boxes in the document: a rect each, in the order of a walk from the root, a box
 * before what stands on it.  #boxes says in data-weights what each weighs and what stands on its
 * left: `weight`, or `step,weight` where the weight on its left is step more than that of the box
 * before it.  flamegraph_layout.js and flamegraph_zoom.js stand before this.
 */
(function () {
'use strict';

var SVG = 'http://www.w3.org/2000/svg', HTML = 'http://www.w3.org/1999/xhtml';
var MARGIN = 10; /* pixels on the left and on the right */

var rule = flamegraphLayout;

function make(name, attributes) {
	var element = document.createElementNS(SVG, name);
	for (var key in attributes)
		element.setAttribute(key, attributes[key]);
	return element;
}

function grouped(number) {
	return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/* A sum as it is said, with its unit. */
function counted(graph, sum) {
	return grouped(graph.factor === 1 ? sum : Math.round(Number(sum) * graph.factor)) + ' ' +
		graph.unit;
}

function percent(part, whole) {
	return part === whole ? '100%' : (Number(part) / Number(whole) * 100).toFixed(2) + '%';
}

/* All that the document tells of the boxes. */
function read(svg) {
	var boxes = svg.querySelector('#boxes'), data = boxes.dataset, width = Number(data.width);
	var type = rule.weightType(data.total, width);
	var tree = rule.parseWeights(data.weights, type);
	var rects = boxes.querySelectorAll('rect');
	var titles = Array.prototype.map.call(rects, function (rect, i) {
		rect.index = i;
		return rect.firstChild.textContent;
	});
	return {
		svg: svg, make: make, view: svg.querySelector('#view'), boxes: boxes,
		labels: svg.querySelector('#labels'), details: svg.querySelector('#details'),
		rects: rects, titles: titles, names: titles.map(function (title, i) {
			return rects[i].dataset.name || rule.nameOf(title, data.unit);
		}),
		tree: tree, type: type, total: type(data.total), unit: data.unit,
		width: width, right: width / 10 + MARGIN,
		font: Number(data.font), baseline: Number(data.baseline),
		column: Number(data.column), cutLeft: data.cut === 'left',
		factor: Number(data.factor || 1), nametype: data.nametype || '',
		stroke: data.stroke || '', inverted: Boolean(data.inverted),
		home: rule.layout(tree, 0, width),
		focus: 0,    /* the box that is as wide as the picture */
		hits: [],    /* by box: whether it matches */
		copied: [],  /* the boxes that a zoom drew anew */
		dimmed: []   /* those of the others that carry the focus */
	};
}

/* ---- zoom and details ---- */

function zoom(graph, to) {
	if (to === graph.focus)
		return;
	flamegraphZoom(graph, to);
	graph.reset.setAttribute('visibility', to ? 'visible' : 'hidden');
	describe(graph, -1);
}

/* Tells of box i; of -1, what there is to say without one. */
function describe(graph, i) {
	var type = graph.nametype ? graph.nametype + ': ' : '';
	var text = i >= 0 ? type + graph.titles[i] : graph.focus ?
		'Zoomed: ' + graph.titles[graph.focus] : graph.note;
	if (i >= 0 && graph.focus && graph.tree.depth[i] > graph.tree.depth[graph.focus])
		text += ', ' + percent(graph.tree.weight[i], graph.tree.weight[graph.focus]) +
			' of ' + graph.names[graph.focus];
	graph.details.textContent = rule.label(text, Number(graph.details.dataset.columns));
}

/* ---- search ---- */

/* null for no text, undefined where it is no regular expression. */
function parseExpression(text) {
	var flags = ['u', ''];
	if (!text)
		return null;
	for (var i = 0; i < flags.length; i++)
		try {
			return new RegExp(text, flags[i]);
		} catch (error) {
			continue;
		}
	return undefined;
}

function mark(rect, wanted) {
	rect.setAttribute('class', wanted ? 'hit' : '');
}

function search(graph, text) {
	var expression = parseExpression(text), known = new Map();
	var hits = graph.names.map(function (name, i) {
		if (!expression || i === 0) /* the root is no frame */
			return false;
		if (!known.has(name))
			known.set(name, expression.test(name));
		return known.get(name);
	});
	hits.forEach(function (hit, i) {
		if (hit !== Boolean(graph.hits[i]))
			mark(graph.rects[i], hit);
	});
	graph.copied.forEach(function (rect) {
		mark(rect, hits[rect.index]);
	});
	graph.hits = hits;
	if (expression) {
		var sum = rule.matchedWeight(graph.tree, hits, graph.type);
		graph.matched.textContent = 'Matched: ' + counted(graph, sum) + ', ' +
			percent(sum, graph.total);
	} else {
		graph.matched.textContent = expression === null ? '' : 'not a regular expression yet';
	}
}

function openSearch(graph) {
	graph.field.parentNode.removeAttribute('display');
	graph.finder.setAttribute('visibility', 'hidden');
	graph.reset.setAttribute('x', graph.right - 232);
	graph.field.focus();
	graph.field.select();
}

function closeSearch(graph) {
	graph.field.value = '';
	search(graph, '');
	graph.field.blur();
	graph.field.parentNode.setAttribute('display', 'none');
	graph.finder.setAttribute('visibility', 'visible');
	graph.reset.setAttribute('x', graph.right - 60);
}

/* ---- what is added to the document ---- */

function makeButton(graph, text, x, action) {
	var element = make('text', {class: 'button', x: x, y: 27, 'text-anchor': 'end',
		fill: '#0b57d0', tabindex: 0, role: 'button'});
	element.textContent = text;
	element.addEventListener('click', action);
	element.addEventListener('keydown', function (event) {
		if (event.key === 'Enter' || event.key === ' ') {
			event.preventDefault();
			action();
		}
	});
	graph.controls.appendChild(element);
	return element;
}

/* A field of HTML, since SVG has none. */
function makeField(graph) {
	var place = make('foreignObject',
		{x: graph.right - 220, y: 7, width: 220, height: 25, display: 'none'});
	var input = document.createElementNS(HTML, 'input');
	input.setAttribute('type', 'text');
	input.setAttribute('placeholder', 'regular expression');
	input.setAttribute('aria-label', 'search for frames');
	input.setAttribute('spellcheck', 'false');
	input.addEventListener('input', function () {
		search(graph, input.value);
	});
	place.appendChild(input);
	graph.controls.appendChild(place);
	return input;
}

/* A place for copies, and the clip that keeps stretched boxes out of the margins. */
function makeView(graph) {
	var clip = make('clipPath', {id: 'clip'});
	clip.appendChild(make('rect', {x: MARGIN, width: graph.width / 10,
		height: graph.svg.viewBox.baseVal.height}));
	graph.view.appendChild(clip);
	graph.copies = make('g', {'stroke-width': graph.boxes.getAttribute('stroke-width')});
	graph.view.appendChild(graph.copies);
	graph.view.style.cursor = 'pointer';
}

/* A group with a background, for what stays in the window when the picture is scrolled. */
function makeSticky(graph, x, y, width, height) {
	var group = make('g'), back = make('rect', {class: 'sticky', x: x, y: y, width: width,
		height: height, rx: 4, fill: '#fff', opacity: '.93', visibility: 'hidden'});
	group.appendChild(back);
	graph.svg.appendChild(group);
	return group;
}

function shift(group, by) {
	group.setAttribute('transform', 'translate(0 ' + by + ')');
	group.firstChild.setAttribute('visibility', by ? 'visible' : 'hidden');
}

/* Keeps the controls at the top of the window and the details at its bottom. */
function follow(graph) {
	var matrix = graph.svg.getScreenCTM(), height = graph.svg.viewBox.baseVal.height;
	if (!matrix)
		return;
	var top = -matrix.f / matrix.d, bottom = (window.innerHeight - matrix.f) / matrix.d;
	shift(graph.controls, Math.max(0, Math.min(top, height - 100)));
	shift(graph.foot, Math.min(0, Math.max(bottom - height, 100 - height)));
}

function onKey(graph, event) {
	if ((event.ctrlKey || event.metaKey) && event.key === 'f' &&
		document.activeElement !== graph.field) {
		event.preventDefault();
		openSearch(graph);
	} else if (event.key === 'Escape') {
		if (graph.field.parentNode.hasAttribute('display'))
			zoom(graph, 0);
		else
			closeSearch(graph);
	}
}

function start(svg) {
	var graph = read(svg);
	function boxAt(event) {
		return event.target.index === undefined ? -1 : event.target.index;
	}
	var height = svg.viewBox.baseVal.height;
	makeView(graph);
	graph.controls = makeSticky(graph, graph.right - 345, 2, 350, 52);
	graph.foot = makeSticky(graph, 2, height - 31, graph.right - 4, 28);
	graph.foot.appendChild(graph.details);
	graph.note = graph.details.textContent;
	graph.reset = makeButton(graph, 'reset zoom', graph.right - 60, function () {
		zoom(graph, 0);
	});
	graph.reset.setAttribute('visibility', 'hidden');
	graph.finder = makeButton(graph, 'search', graph.right, function () {
		openSearch(graph);
	});
	graph.field = makeField(graph);
	graph.matched = make('text', {id: 'matched', class: 'quiet', x: graph.right, y: 46,
		'text-anchor': 'end', fill: '#5f6368'});
	graph.controls.appendChild(graph.matched);
	graph.view.addEventListener('click', function (event) {
		/* A link is followed; with Control its box is zoomed. */
		if (boxAt(event) < 0 || (event.target.closest('a') && !event.ctrlKey))
			return;
		event.preventDefault();
		zoom(graph, boxAt(event));
	});
	graph.view.addEventListener('mouseover', function (event) {
		describe(graph, boxAt(event));
	});
	graph.view.addEventListener('mouseleave', function () {
		describe(graph, -1);
	});
	window.addEventListener('keydown', function (event) {
		onKey(graph, event);
	});
	window.addEventListener('scroll', function () {
		follow(graph);
	});
	window.addEventListener('resize', function () {
		follow(graph);
	});
	if (svg === document.documentElement && !graph.inverted)
		window.scrollTo(0, height); /* to the root, where reading begins */
	follow(graph);
}

start(document.currentScript ? document.currentScript.parentNode : document.documentElement);
})();
