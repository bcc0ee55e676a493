/* flamegraph_read.js - the tree of the flame graph that stands in the document.
 *
 * A path each, in the order of a walk from the root, with a title; #boxes says in data-weights what each
 * weighs and what stands on its left: `weight`, or `step,weight` where the weight on its left is
 * step more than that of the box before it, with `*n` behind it for n boxes that stand on each other; in data-kinds which marks their names have, in runs; of a
 * difference, in data-bases what they weighed.
 */
var flamegraphRead = (function () {
'use strict';

var rule = typeof require === 'function' ? require('./flamegraph_layout.js') : flamegraphLayout;
var MARKS = {u: '', k: '_[k]', j: '_[j]', i: '_[i]', w: '_[w]'};

/* By box, its mark. */
function parseKinds(text) {
	var marks = [];
	(text || '').replace(/([ukjiw])([0-9]+)/g, function (run, kind, n) {
		for (n = Number(n); n > 0; n--)
			marks.push(MARKS[kind]);
	});
	return marks;
}

/* The tree of what data-attributes tell, and of names and colours, each by box; own, where it is given, says by box
 * what a user said of its function, {link, title}. */
function parse(data, names, colors, own) {
	var type = rule.weightType(data.total, Math.max(data.width, 20000));
	var tree = rule.parseWeights(data.weights, type), marks = parseKinds(data.kinds), known = new Map();
	tree.type = type;
	tree.frames = [];
	tree.base = data.bases ? data.bases.split(' ').map(type) : null;
	tree.left = type(data.left || 0);
	tree.gone = type(data.gone || 0);
	tree.leftBoxes = 0;
	tree.frame = names.map(function (name, i) {
		var mark = i > 0 ? marks[i] || '' : '', key = i > 0 ? name + '\n' + mark : '';
		if (!known.has(key)) {
			known.set(key, tree.frames.length);
			tree.frames.push(Object.assign({name: name, mark: mark, color: colors[i]}, own && own[i]));
		}
		return known.get(key);
	});
	return tree;
}

/* Of the document: #boxes, and what its boxes say. */
function read(boxes) {
	var names = [], colors = [], own = [], data = boxes.dataset;
	Array.prototype.forEach.call(boxes.querySelectorAll('path'), function (path) {
		var title = path.querySelector('title').textContent;
		names.push(path.dataset.name || rule.nameOf(title, data.unit));
		colors.push(path.getAttribute('stroke'));
		var link = path.parentNode.localName === 'a' ? path.parentNode : null;
		own.push({title: path.dataset.name ? title : '', link: link &&
			{href: link.getAttribute('href'), target: link.getAttribute('target')}});
	});
	return parse(data, names, colors, own);
}

return {parse: parse, parseKinds: parseKinds, read: read};
})();

if (typeof module === 'object')
	module.exports = flamegraphRead;
