/* flamegraph.js - a flame graph that can be zoomed, searched, filtered, turned and merged.
 *
 *	var graph = flamegraphStart(svg, tree, {unit: 'samples', fluid: true, width: 11800, row: 16,
 *		font: 12, column: 61, baseline: 118, color: function (frame) { return frame.color; }});
 *	graph.setTree(another);       redraws, the zoom and all else as they are
 *
 * svg has groups #view and #labels, which has the font of labels, and may have texts #title, .quiet and #details,
 * and between labels and details a legend; tree is one of flamegraph_tree.js.  More options: edge, newEdge, hit, ui, background (colours), nametype,
 * factor, cutLeft, negate, inverted, depth (rows that there is always room for), keys (the element whose
 * keys are heard, window), link (false: the address is left alone).  A page around the graph has two more:
 * changed, called with each new state (flamegraph_state.js) that a reader makes, and chosen: the filters
 * of a state are not applied here, since the page gives trees that they have made.
 */
var flamegraphStart = (function () {
'use strict';

var model = flamegraphState, trees = flamegraphTree;

function changed(state, changes) {
	return Object.assign({}, state, changes);
}

/* ---- from a state to a picture ---- */

/* The tree that the filters leave, merged if it is to be. */
function derive(graph) {
	var state = graph.state, filters = [];
	state.filters.forEach(function (filter) {
		var found = model.expression(filter.text, filter.ignoreCase);
		if (found)
			filters.push({drop: filter.drop, hits: model.hits(graph.whole.frames, found)});
	});
	graph.kept = filters.length && !graph.options.chosen ? trees.select(graph.whole, filters) :
		graph.whole;
	graph.tree = state.merged ? flamegraphMerge(graph.kept, graph.options.width) : graph.kept;
	graph.words = flamegraphWords(graph.options, graph.tree);
	graph.allWords = flamegraphWords(graph.options, graph.whole);
	graph.self = trees.own(graph.tree, graph.tree.weight);
}

/* Whether boxes stand on what they called, and not on what called them. */
function isFromLeaf(graph) {
	return graph.state.merged !== Boolean(graph.options.reverse);
}

/* What is to be said of filters and merging, before the subtitle. */
function account(graph) {
	var state = graph.state, words = graph.allWords, parts = state.filters.map(function (filter) {
		return (!model.expression(filter.text, filter.ignoreCase) ? 'no regular expression: ' :
			filter.drop ? 'dropped ' : 'kept ') + filter.text + (filter.ignoreCase ? ' (any case)' : '');
	});
	if (graph.kept !== graph.whole)
		parts.push(words.share(graph.kept.weight[0]) + ' of all' +
			(graph.whole.gone > 0 ? ', ' + words.counted(graph.whole.gone) + ' of before not told apart' : ''));
	if (state.merged)
		parts.push((graph.options.reverse ? 'root first' : 'merged by leaf') + (graph.tree.levels ? ', the last ' + graph.tree.levels +
			' frames of each stack' : '') + (graph.tree.left > 0 ? ', not drawn: ' +
			graph.words.share(graph.tree.left) : ''));
	return parts.join(' \u00b7 ');
}

function search(graph) {
	var state = graph.state, found = model.expression(state.query, state.ignoreCase), tree = graph.tree;
	var hits = found ? model.hits(tree.frames, found) : null, said = '';
	graph.drawing.mark(hits);
	if (hits) {
		var weight = flamegraphLayout.matchedWeight(tree, tree.frame.map(function (frame) {
			return hits[frame];
		}), tree.type);
		said = 'Matched: ' + graph.words.share(weight) +
			(tree.left > 0 ? ' (' + graph.words.percent(tree.left, tree.weight[0]) + ' not drawn)' : '');
	} else if (state.query) {
		said = 'not a regular expression yet';
	}
	graph.bar.set('matched', {text: said});
	graph.bar.set('keep', {shown: Boolean(hits)});
	graph.bar.set('drop', {shown: Boolean(hits)});
	graph.bar.set('case', {pressed: state.ignoreCase});
}

function putButtons(graph) {
	var state = graph.state, bar = graph.bar;
	bar.set('back', {shown: graph.steps.canGoBack()});
	bar.set('reset', {shown: state.path.length > 0});
	bar.set('all', {shown: state.filters.length > 0});
	bar.set('turn', {pressed: state.turned});
	bar.set('merge', {pressed: state.merged});
	if (state.query && document.activeElement !== bar.field)
		bar.search(true);
	if (bar.field.value !== state.query)
		bar.field.value = state.query;
}

function render(graph) {
	var state = graph.state, options = graph.options;
	graph.focus = model.find(graph.tree, state.path, state.nth);
	putButtons(graph);
	var depth = 0;
	graph.tree.depth.forEach(function (d) {
		depth = d > depth ? d : depth;
	});
	graph.geometry = graph.page.fit(graph.bar, depth, account(graph));
	graph.geometry.inverted = Boolean(options.inverted) !== state.turned;
	graph.drawing.show(graph.tree, graph.focus, graph.geometry);
	search(graph);
	graph.walk.renew(graph.focus);
	graph.page.follow(graph.drawing.label);
	graph.describe(-1);
}

/* Draws what has changed since. */
function update(graph, old) {
	var state = graph.state;
	if (JSON.stringify(old.filters) !== JSON.stringify(state.filters) || old.merged !== state.merged)
		derive(graph);
	else if (old.turned === state.turned && old.path.join(';') === state.path.join(';') &&
		String(old.nth) === String(state.nth)) {
		putButtons(graph);
		search(graph);
		return;
	}
	render(graph);
	if (old.turned !== state.turned)
		graph.page.toRoot(graph.geometry.inverted);
}

/* ---- what can be done ---- */

function zoomTo(graph, i) {
	graph.steps.go(changed(graph.state, {path: model.pathOf(graph.tree, i), nth: model.nthOf(graph.tree, i)}));
}

function filter(graph, drop) {
	var state = graph.state;
	graph.bar.search(false);
	graph.bar.field.blur();
	if (model.expression(state.query, state.ignoreCase))
		graph.steps.go(changed(state, {path: [], nth: [], query: '', ignoreCase: false,
			filters: state.filters.concat({text: state.query, ignoreCase: state.ignoreCase, drop: drop})}));
}

/* Turns what is zoomed round with the rest: of a merged tree the path is another. */
function merge(graph) {
	graph.steps.go(changed(graph.state, {merged: !graph.state.merged, path: [], nth: []}));
}

/* For a line of buttons more, or less. */
function makeRoom(graph) {
	if (graph.page.isNarrow())
		render(graph);
	else
		graph.page.titles(account(graph));
}

/* A low picture grows while it has the list of keys. */
function help(graph, open) {
	graph.bar.help(open);
	render(graph);
}

function find(graph) {
	graph.bar.search(true);
	makeRoom(graph);
	graph.bar.field.focus();
	graph.bar.field.select();
}

function escape(graph) {
	var bar = graph.bar;
	if (bar.hasHelp()) {
		help(graph, false);
	} else if (bar.isSearching()) {
		bar.search(false);
		bar.field.blur();
		graph.steps.go(changed(graph.state, {query: '', ignoreCase: false}), true);
		makeRoom(graph);
	} else if (graph.walk.hasCursor()) {
		graph.walk.leave();
	} else {
		graph.steps.go(changed(graph.state, {path: [], nth: []}));
	}
}

function copy(graph) {
	var i = graph.walk.meant(), stack = model.pathOf(graph.tree, i);
	if (!i) {
		graph.page.say('zoom into a frame, or walk to one, to copy its stack');
		return;
	}
	if (isFromLeaf(graph))
		stack.reverse();
	flamegraphCopy(graph.bar.stack, stack.join(';'), function (done) {
		graph.page.say(done ? 'copied: ' + stack.join(';') : 'Control-C copies the stack that is selected');
	});
}

/* By the names of buttons and of keys' commands. */
function actionsOf(graph) {
	return {
		back: function () { graph.steps.back(); },
		reset: function () { graph.steps.go(changed(graph.state, {path: [], nth: []})); },
		all: function () { graph.steps.go(changed(graph.state, {filters: [], path: [], nth: []})); },
		find: function () { find(graph); },
		found: function () { graph.bar.field.blur(); },
		turn: function () { graph.steps.go(changed(graph.state, {turned: !graph.state.turned})); },
		merge: function () { merge(graph); },
		copy: function () { copy(graph); },
		help: function () { help(graph, !graph.bar.hasHelp()); },
		keep: function () { filter(graph, false); },
		drop: function () { filter(graph, true); },
		escape: function () { escape(graph); },
		case: function () {
			graph.steps.go(changed(graph.state, {ignoreCase: !graph.state.ignoreCase}), true);
		},
		search: function (text) { graph.steps.go(changed(graph.state, {query: text}), true); }
	};
}

/* Tells of box i; of -1, what there is to say without one. */
function describe(graph, i) {
	var tree = graph.tree, words = graph.words, options = graph.options, at = graph.focus;
	if (i < 0) {
		if (at)
			graph.page.say('Zoomed: ' + words.called(at), words.told(at));
		else
			graph.page.say(graph.page.note);
		return;
	}
	var text = words.told(i);
	if (at && tree.depth[i] > tree.depth[at])
		text += ', ' + words.percent(tree.weight[i], tree.weight[at]) + ' of ' +
			flamegraphLayout.label(words.name(at), 40);
	if (graph.kept !== graph.whole)
		text += ', ' + words.percent(tree.weight[i], graph.whole.weight[0]) + ' of all';
	if (!isFromLeaf(graph))
		text += '; self ' + words.share(graph.self[i]);
	graph.page.say((options.nametype ? options.nametype + ': ' : '') + words.called(i), text);
}

function start(svg, tree, options) {
	function labelAll() { graph.drawing.label(-Infinity, Infinity); }
	var graph = {svg: svg, options: options, whole: tree, view: svg.querySelector('#view'), focus: 0};
	var actions = actionsOf(graph);
	graph.describe = describe.bind(null, graph);
	graph.zoomTo = zoomTo.bind(null, graph);
	graph.command = function (name) {
		actions[name]();
		return true;
	};
	graph.drawing = flamegraphDraw(graph.view, svg.querySelector('#labels'), options);
	graph.page = flamegraphPage(svg, options);
	graph.bar = flamegraphControls(svg, actions);
	graph.bar.place.style.setProperty('--fg-back', options.background || '#fff');
	if (options.ui)
		graph.bar.place.style.setProperty('--fg-ui', options.ui);
	graph.bar.search(false);
	graph.view.setAttribute('class', 'fg-view fg-tree');
	graph.view.setAttribute('role', 'tree');
	graph.view.setAttribute('tabindex', 0);
	graph.view.setAttribute('aria-label', 'frames; the arrow keys walk them, Enter zooms');
	graph.walk = flamegraphWalk(graph);
	graph.steps = flamegraphSteps(options.link !== false, function (state, old) {
		graph.state = state;
		if (old)
			update(graph, old);
		if (old && options.changed)
			options.changed(state);
	});
	window.addEventListener('scroll', function () { graph.page.follow(graph.drawing.label); }, true);
	window.addEventListener('beforeprint', labelAll);
	window.addEventListener('resize', function () { render(graph); });
	derive(graph);
	render(graph);
	graph.page.toRoot(graph.geometry.inverted);
	return {svg: svg, tree: function () { return graph.tree; },
		place: graph.drawing.place, isShown: graph.drawing.isShown, words: function () {
			return graph.words;
		},
		command: graph.command,
		/* Those too that are out of sight. */
		labelAll: labelAll,
		/* Makes the state another one, which is no step, and draws nothing yet. */
		setState: function (state) {
			graph.state = state;
			graph.steps.put(state);
		},
		/* Draws another tree; told, if given, is {title, subtitle, note}. */
		setTree: function (another, told) {
			graph.whole = another;
			if (told)
				graph.page.tell(told);
			derive(graph);
			render(graph);
		}};
}

return start;
})();
