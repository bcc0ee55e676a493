/* flamegraph_state.js - what a reader has made of a flame graph, and a link to it.
 *
 *	flamegraphState.write({path: ['main', 'run'], query: 'gc'})	"p=main;run&q=gc"
 *
 * path are the names of the frames from the root to the one zoomed, marks included; nth, of each,
 * how many of the same name stand before it on the same box, as only a flame chart has them; query
 * and ignoreCase what is searched; filters {text, ignoreCase, drop}, in the order they were made;
 * merged by leaf; turned: the root where it was not drawn at first.  Nothing here touches a document.
 */
var flamegraphState = (function () {
'use strict';

function encode(text) {
	return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd')).replace(/%20/g, '+')
		.replace(/[!'()*]/g, function (character) {
			return '%' + character.charCodeAt(0).toString(16);
		});
}

function decode(text) {
	text = text.replace(/\+/g, '%20');
	try {
		return decodeURIComponent(text);
	} catch (error) { /* cut off, or by hand */
		return text;
	}
}

function home() {
	return {path: [], nth: [], query: '', ignoreCase: false, filters: [], merged: false, turned: false};
}

/* As the part of a link behind its `#`; of what is drawn at first, `p=`. */
function write(state) {
	var parts = [];
	if (state.path.length)
		parts.push('p=' + state.path.map(encode).join(';'));
	if (state.nth.some(Boolean))
		parts.push('n=' + state.nth.join(';'));
	state.filters.forEach(function (filter) {
		parts.push((filter.drop ? 'd' : 'k') + (filter.ignoreCase ? 'i=' : '=') + encode(filter.text));
	});
	if (state.merged)
		parts.push('m=1');
	if (state.turned)
		parts.push('i=1');
	if (state.query)
		parts.push((state.ignoreCase ? 'qi=' : 'q=') + encode(state.query));
	return parts.join('&') || 'p=';
}

/* What it does not know of a link, it leaves. */
function read(text) {
	var state = home();
	text.replace(/^#/, '').split('&').forEach(function (part) {
		var at = part.indexOf('='), key = part.slice(0, at), value = part.slice(at + 1);
		if (at < 0)
			return;
		if (key === 'p')
			state.path = value ? value.split(';').map(decode) : [];
		else if (key === 'n')
			state.nth = value.split(';').map(Number);
		else if (/^[kd]i?$/.test(key) && value)
			state.filters.push({text: decode(value), ignoreCase: key.length > 1, drop: key[0] === 'd'});
		else if (/^qi?$/.test(key)) {
			state.query = decode(value);
			state.ignoreCase = key.length > 1;
		} else if (key === 'm')
			state.merged = value === '1';
		else if (key === 'i')
			state.turned = value === '1';
	});
	return state;
}

function fullName(tree, i) {
	var frame = tree.frames[tree.frame[i]];
	return frame.name + frame.mark;
}

/* Calls found with each box on box i, until it returns true. */
function eachOn(tree, i, found) {
	for (var child = i + 1; child < tree.last[i]; child = tree.last[child])
		if (found(child))
			return;
}

/* The boxes from the first above the root to i. */
function boxesTo(tree, i) {
	var boxes = [];
	for (; i > 0; i = tree.parent[i])
		boxes.unshift(i);
	return boxes;
}

function pathOf(tree, i) {
	return boxesTo(tree, i).map(function (box) {
		return fullName(tree, box);
	});
}

function nthOf(tree, i) {
	return boxesTo(tree, i).map(function (box) {
		var n = 0;
		eachOn(tree, tree.parent[box], function (child) {
			n += child < box && fullName(tree, child) === fullName(tree, box);
			return child >= box;
		});
		return n;
	});
}

/* The box that a path leads to, as deep as it goes here.  A name without its mark will do. */
function find(tree, path, nth) {
	var at = 0;
	path.every(function (name, depth) {
		var exact = [], near = [];
		eachOn(tree, at, function (child) {
			if (fullName(tree, child) === name)
				exact.push(child);
			else if (tree.frames[tree.frame[child]].name === name)
				near.push(child);
		});
		var found = exact.length ? exact : near;
		if (!found.length)
			return false;
		at = found[Math.max(0, Math.min(Math.floor(nth[depth]) || 0, found.length - 1))];
		return true;
	});
	return at;
}

/* null for no text, undefined where it is no regular expression. */
function expression(text, ignoreCase) {
	var flags = ['u', ''];
	if (!text)
		return null;
	for (var i = 0; i < flags.length; i++)
		try {
			return new RegExp(text, flags[i] + (ignoreCase ? 'i' : ''));
		} catch (error) {
			continue;
		}
	return undefined;
}

/* By frame: whether its name, without its mark, matches.  The root is no frame. */
function hits(frames, found) {
	return Uint8Array.from(frames, function (frame, i) {
		return i > 0 && found && found.test(frame.name) ? 1 : 0;
	});
}

return {home: home, write: write, read: read, pathOf: pathOf, nthOf: nthOf, find: find,
	eachOn: eachOn, boxesTo: boxesTo, expression: expression, hits: hits};
})();

if (typeof module === 'object')
	module.exports = flamegraphState;
