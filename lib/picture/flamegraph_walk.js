/* flamegraph_walk.js - the pointer and the keys over a flame graph: which box is meant.
 *
 *	var walk = flamegraphWalk(graph);
 *
 * graph is what flamegraph.js makes: walk calls its zoomTo, describe and command, and shows the box under the
 * pointer with its title, and the one that the keys have come to.  For a screen reader that one is an
 * item of a tree, which has the focus; the others need not stand in the document.
 */
var flamegraphWalk = (function () {
'use strict';

var make = flamegraphDraw.make, model = flamegraphState;
var ARROWS = {ArrowUp: 1, ArrowDown: 1, ArrowLeft: 1, ArrowRight: 1, Home: 1, End: 1};

/* The heaviest box that stands on i, or i. */
function heaviest(tree, i) {
	var found = i;
	model.eachOn(tree, i, function (child) {
		if (found === i || tree.weight[child] > tree.weight[found])
			found = child;
	});
	return found;
}

function walk(graph) {
	var over = -1, cursor = -1;

	/* Which box is meant: by the keys, the pointer or the zoom. */
	function meant() {
		return cursor >= 0 ? cursor : over >= 0 ? over : graph.focus;
	}

	function hover(i) {
		if (i === over)
			return;
		over = i;
		var ring = graph.drawing.ring(i, 'over');
		if (ring.old)
			ring.old.remove();
		if (i >= 0)
			make('title', {}, ring.element).textContent = graph.words.title(i);
		graph.describe(i >= 0 ? i : cursor);
	}

	/* Whether a reader is at something else on the page, a field or a button. */
	function isElsewhere() {
		var at = document.activeElement;
		return Boolean(at) && at !== document.body && at !== document.documentElement &&
			(/^(input|textarea|select|button)$/.test(at.localName) || !graph.view.contains(at));
	}

	/* Moves the cursor to box i, and the focus if that is wanted, or takes it away. */
	function moveTo(i, isQuiet) {
		cursor = i;
		var ring = graph.drawing.ring(i, 'cursor'), tree = graph.tree;
		if (i >= 0) {
			var siblings = [];
			if (i > 0)
				model.eachOn(tree, tree.parent[i], function (child) {
					siblings.push(child);
				});
			var says = {role: 'treeitem', tabindex: -1, 'aria-label': graph.words.title(i),
				'aria-level': tree.depth[i] + 1, 'aria-setsize': siblings.length || 1,
				'aria-posinset': i > 0 ? siblings.indexOf(i) + 1 : 1, 'aria-selected': 'true'};
			if (tree.last[i] > i + 1)
				says['aria-expanded'] = 'true';
			for (var key in says)
				ring.element.setAttribute(key, says[key]);
			if (!isQuiet) {
				ring.element.focus({preventScroll: true});
				ring.element.scrollIntoView({block: 'nearest', inline: 'nearest'});
			}
			graph.describe(i);
		}
		if (ring.old)
			ring.old.remove();
	}

	function step(key) {
		var tree = graph.tree, i = meant(), to = i;
		var up = graph.geometry.inverted ? 'ArrowDown' : 'ArrowUp';
		if (cursor < 0 && over < 0) {
			moveTo(i);
			return;
		}
		if (key === 'ArrowLeft' || key === 'ArrowRight')
			to = graph.drawing.beside(i, key === 'ArrowLeft' ? -1 : 1);
		else if (key === 'Home')
			to = 0;
		else if (key === 'End')
			for (to = i; heaviest(tree, to) !== to;)
				to = heaviest(tree, to);
		else if (key === up)
			to = heaviest(tree, i);
		else
			to = Math.max(0, tree.parent[i]);
		if (graph.drawing.isShown(to))
			moveTo(to);
		else if (cursor < 0)
			moveTo(i);
	}

	/* A link is followed; with Control its box is zoomed, as one without a link is. */
	function choose(i, control) {
		var link = graph.tree.frames[graph.tree.frame[i]].link;
		if (link && !control)
			window.open(link.href, link.target, /^_blank$/i.test(link.target) ? 'noopener' : '');
		else
			graph.zoomTo(i);
	}

	/* Returns whether the key meant something. */
	function onKey(event) {
		var control = event.ctrlKey || event.metaKey, typing = event.target === graph.bar.field;
		var onButton = event.target.localName === 'button';
		var command = {Escape: 'escape', '/': 'find', '?': 'help', Backspace: 'back', k: 'keep',
			d: 'drop', u: 'all', i: 'turn', m: 'merge', c: 'copy'}[event.key];
		if (control && !event.altKey && (event.key === 'f' || event.key === 'i'))
			return typing && event.key === 'f' ? false : graph.command(event.key === 'f' ? 'find' : 'case');
		if (typing && event.key === 'Enter')
			return graph.command('found');
		if (event.key === 'Enter' && !onButton && !event.altKey && (cursor >= 0 || over >= 0))
			return choose(meant(), control) || true;
		if (event.altKey && event.key === 'ArrowLeft')
			return graph.command('back');
		if (control || event.altKey || (typing && event.key !== 'Escape') ||
			/^(input|textarea|select)$/.test(event.target.localName) && !typing)
			return false;
		if (ARROWS[event.key])
			return step(event.key) || true;
		return command ? graph.command(command) : false;
	}

	graph.view.addEventListener('focus', function () {
		if (cursor < 0 && graph.view.matches(':focus-visible'))
			moveTo(graph.focus);
	});
	graph.svg.addEventListener('mousemove', function (event) {
		var point = graph.page.pointOf(event), inBar = graph.bar.place.contains(event.target);
		hover(inBar ? -1 : graph.drawing.at(point.x, point.y));
	});
	graph.svg.addEventListener('mouseleave', function () {
		hover(-1);
	});
	graph.view.addEventListener('click', function (event) {
		var point = graph.page.pointOf(event), i = graph.drawing.at(point.x, point.y);
		if (i >= 0)
			choose(i, event.ctrlKey || event.metaKey);
	});
	(graph.options.keys || window).addEventListener('keydown', function (event) {
		if (!event.defaultPrevented && onKey(event))
			event.preventDefault();
	});

	/* After a drawing, when boxes are others: the keys stand where they stood, or at the focus. */
	function renew(to) {
		var had = cursor >= 0;
		cursor = over = -1;
		if (had)
			moveTo(to, isElsewhere());
	}

	return {meant: meant, renew: renew, hasCursor: function () {
		return cursor >= 0;
	}, leave: function () {
		moveTo(-1);
		graph.describe(over);
	}};
}

return walk;
})();
