/* flamegraph_document.js - starts the flame graph that stands in this document, an SVG by fs-svg. */
(function () {
'use strict';

function start(svg) {
	var boxes = svg.querySelector('#boxes'), data = boxes.dataset, tree = flamegraphRead.read(boxes);
	var hit = svg.querySelector('#hit'), back = svg.querySelector('#back');
	var edge = svg.querySelector('#edges path:not(.new)'), fresh = svg.querySelector('#edges .new');
	svg.flamegraph = flamegraphStart(svg, tree, {
		width: Number(data.width), row: Number(data.row), font: Number(data.font),
		column: Number(data.column), baseline: Number(data.baseline), unit: data.unit,
		nametype: data.nametype, factor: data.factor,
		decimals: data.decimals, given: Boolean(data.given), total: data.total, fluid: Boolean(data.fluid),
		inverted: Boolean(data.inverted), reverse: Boolean(data.reverse), negate: data.negate === '1', cutLeft: data.cut === 'left',
		edge: edge && edge.getAttribute('stroke'), newEdge: fresh && fresh.getAttribute('stroke'),
		hit: data.hit, ui: data.ui, background: back && back.getAttribute('fill'),
		color: function (frame) { return frame.color; }
	});
}

start(document.currentScript ? document.currentScript.parentNode : document.documentElement);
})();
