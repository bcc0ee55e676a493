/* flamegraph_zoom.js - draws what a zoom shows of the boxes in the document.
 *
 * graph is what flamegraph.js reads from it.
 */
var flamegraphZoom = (function () {
'use strict';

var MARGIN = 10; /* pixels on the left and on the right */
var EDGED = 100; /* tenths of a pixel from which on a box has an edge */

/* A zoom draws the boxes that it shows anew.  More than MANY of them it stretches instead, all at
 * once, by at most STRETCH: so none is further from its place than half a pixel. */
var MANY = 2500, STRETCH = 5;

var rule = flamegraphLayout;

/* The boxes as they were written, stretched so that the focus fills the picture. */
function stretch(graph, scale) {
	var shift = MARGIN - scale * (MARGIN + graph.home.left[graph.focus] / 10);
	graph.boxes.removeAttribute('display');
	graph.boxes.setAttribute('transform', 'matrix(' + scale + ' 0 0 1 ' + shift + ' 0)');
	graph.view.setAttribute('clip-path', 'url(#clip)');
	for (var i = 0; i < graph.focus; i++)
		if (graph.tree.last[i] > graph.focus) {
			graph.rects[i].setAttribute('opacity', '.5');
			graph.dimmed.push(graph.rects[i]);
		}
}

function showAll(graph) {
	graph.boxes.removeAttribute('display');
	graph.boxes.removeAttribute('transform');
	graph.view.removeAttribute('clip-path');
}

/* Copies of the boxes that places shows. */
function copy(graph, places) {
	var fragment = document.createDocumentFragment();
	for (var i = 0; i < graph.tree.last[graph.focus]; i++) {
		if (!places.shown[i])
			continue;
		var rect = graph.rects[i].cloneNode(true), wide = places.right[i] - places.left[i];
		rect.setAttribute('x', (places.left[i] + MARGIN * 10) / 10);
		rect.setAttribute('width', wide / 10);
		if (wide >= EDGED && graph.stroke && !rect.hasAttribute('stroke'))
			rect.setAttribute('stroke', graph.stroke);
		if (i < graph.focus)
			rect.setAttribute('opacity', '.5');
		rect.index = i;
		graph.copied.push(rect);
		fragment.appendChild(rect);
	}
	graph.boxes.setAttribute('display', 'none');
	graph.view.removeAttribute('clip-path');
	graph.copies.appendChild(fragment);
}

function putLabels(graph, places) {
	var fragment = document.createDocumentFragment();
	for (var i = 0; i < graph.tree.last[graph.focus]; i++) {
		var wide = places.right[i] - places.left[i];
		var room = Math.floor((wide - 60) * 10 / (graph.column * graph.font));
		if (!places.shown[i] || room < 1)
			continue;
		var written = rule.label(graph.names[i], room, graph.cutLeft);
		if (!written)
			continue;
		var text = graph.make('text', {
			x: (places.left[i] + MARGIN * 10 + 30) / 10,
			y: (Number(graph.rects[i].getAttribute('y')) * 10 + graph.baseline) / 10
		});
		if (i < graph.focus)
			text.setAttribute('opacity', '.7');
		text.textContent = written;
		fragment.appendChild(text);
	}
	graph.labels.textContent = '';
	graph.labels.appendChild(fragment);
}

/* Makes box to the focus. */
function zoom(graph, to) {
	var places = rule.layout(graph.tree, to, graph.width);
	var scale = graph.width / (graph.home.right[to] - graph.home.left[to]);
	graph.dimmed.forEach(function (rect) {
		rect.removeAttribute('opacity');
	});
	graph.dimmed = [];
	graph.copied = [];
	graph.copies.textContent = '';
	graph.focus = to;
	if (to === 0)
		showAll(graph);
	else if (scale <= STRETCH && graph.tree.last[to] - to > MANY)
		stretch(graph, scale);
	else
		copy(graph, places);
	putLabels(graph, places);
}

return zoom;
})();
