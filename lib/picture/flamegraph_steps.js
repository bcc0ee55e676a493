/* flamegraph_steps.js - one state of a flame graph after the other, and the way back.
 *
 *	var steps = flamegraphSteps(true, function (state, old) { ... });
 *	steps.go(state);
 *
 * Calls set with each state and the one before, at first with that of the address, or the first of all,
 * and none before.  linked: the address holds the state, and the browser's own steps are ours; else the
 * address is left alone.  What replaces a state is a search: it stays through steps back.
 */
var flamegraphSteps = (function () {
'use strict';

var model = flamegraphState;

function same(a, b) {
	return model.write(a) === model.write(b);
}

function steps(linked, set) {
	var state = linked ? model.read(location.hash) : model.home();
	var past = []; /* {state, address}: what a step back leads to, and the address that it has */
	var backs = 0; /* steps back that the browser has still to make */

	function become(next) {
		var old = state;
		state = next;
		set(next, old);
	}

	/* Makes next the present state; what it was is a step back, unless replace. */
	function go(next, replace) {
		if (same(state, next))
			return;
		if (replace)
			past.forEach(function (step) {
				step.state = Object.assign({}, step.state, {query: next.query, ignoreCase: next.ignoreCase});
			});
		else
			past.push({state: state, address: model.write(state)});
		if (linked && replace)
			location.replace('#' + model.write(next));
		else if (linked)
			location.hash = model.write(next);
		become(next);
	}

	function back() {
		if (!past.length)
			return;
		if (!linked) {
			become(past.pop().state);
			return;
		}
		backs = Math.min(backs + 1, past.length);
		if (backs === 1)
			history.back(); /* which comes to onLink */
	}

	/* The address has changed: by us, by a step back or forward, or by hand. */
	function onLink() {
		var next = model.read(location.hash);
		if (same(next, state))
			return;
		if (past.length && past[past.length - 1].address === model.write(next)) {
			var step = past.pop();
			next = step.state;
			if (model.write(next) !== step.address)
				location.replace('#' + model.write(next));
		} else {
			past.push({state: state, address: model.write(state)});
		}
		become(next);
		backs = Math.max(0, backs - 1);
		if (backs)
			history.back();
	}

	if (linked)
		window.addEventListener('hashchange', onLink);
	set(state, null);
	return {go: go, back: back,
		/* Makes next the present state, of which nothing is told. */
		put: function (next) {
			state = next;
		},
		canGoBack: function () {
		return past.length > 0;
	}};
}

return steps;
})();
