/* flamegraph_controls.js - the buttons, the field and the help of a flame graph.
 *
 *	var bar = flamegraphControls(svg, actions);
 *	bar.set('back', {shown: true});
 *
 * actions has a function a button, by its name, and `search`, called with the text of the field.
 * HTML in the SVG, since that has no fields, and lays out no lines.
 */
var flamegraphControls = (function () {
'use strict';

var HTML = 'http://www.w3.org/1999/xhtml', make = flamegraphDraw.make;

var css = '.fg-bar{pointer-events:auto;box-sizing:border-box;width:fit-content;margin-left:auto;padding:1px 4px;' +
	'border-radius:4px;background:var(--fg-back);font:12px/20px system-ui,sans-serif;color:#5f6368;' +
	'--fg-link:var(--fg-ui,#0b57d0)}' +
	'.fg-bar div{display:flex;flex-wrap:wrap;justify-content:flex-end;gap:0 14px}' +
	'.fg-bar button{all:unset;cursor:pointer;color:var(--fg-link);white-space:nowrap}' +
	'.fg-bar button:hover{text-decoration:underline}.fg-bar button[aria-pressed=true]{font-weight:600}' +
	'.fg-bar button[aria-pressed=true]::before{content:"\\2713\\00a0"}' +
	'.fg-bar button:focus-visible,.fg-tree:focus-visible{outline:2px solid var(--fg-link);outline-offset:1px}' +
	'.fg-bar input{box-sizing:border-box;width:180px;height:20px;padding:0 6px;border:1px solid #80868b;' +
	'border-radius:4px;font:12px ui-monospace,monospace;background:#fff;color:#202124}' +
	'.fg-bar [hidden]{display:none}.fg-bar dl{display:grid;grid-template-columns:auto 1fr;gap:0 14px;' +
	'margin:4px 0;padding:8px 12px;max-height:calc(100vh - 70px);box-sizing:border-box;overflow-y:auto;border:1px solid #80868b;border-radius:4px;background:var(--fg-back)}' +
	'.fg-bar dt{color:var(--fg-link)}.fg-bar dd{margin:0}' +
	'.fg-view{cursor:pointer}.fg-tree{outline:none}' +
	'.over{stroke:#000;stroke-width:1;fill:transparent}.cursor{stroke:#000;stroke-width:2;outline:none}' +
	'@media (prefers-color-scheme:dark){.fg-bar{color:#9aa0a6;--fg-link:var(--fg-ui,#8ab4f8);--fg-back:#17191c}' +
	'.fg-bar input{background:#202124;color:#e8eaed}.over,.cursor{stroke:#fff}.edge{stroke:#17191c}}';

/* By name: what the button says, and tells when the pointer rests on it. */
var buttons = [
	['back', 'back', 'one step back (Backspace)'],
	['reset', 'reset zoom', 'all frames (Escape)'],
	['all', 'all samples', 'those too that were not kept, or dropped (u)'],
	['find', 'search', 'find frames by a regular expression (/ or Control-F)'],
	['turn', 'invert', 'the root on the other side (i)'],
	['merge', 'merge', 'begin with the leaves, merged: what is hot whoever calls it (m)'],
	['copy', 'copy', 'copy the stack of the frame that is marked or zoomed (c)'],
	['help', '?', 'keys']
];

var keys = [
	['click, Enter', 'zoom into a frame'],
	['Escape', 'end the search, then the zoom'],
	['Backspace', 'one step back'],
	['arrows', 'walk the frames'],
	['Home, End', 'to the root, to the end of the heaviest path'],
	['/, Control-F', 'search by a regular expression'],
	['Control-I', 'ignore case, or mind it'],
	['k, d', 'keep or drop the samples that have a frame that matches'],
	['u', 'show all samples again'],
	['i', 'invert: root on top, or at the bottom'],
	['m', 'merge by leaf: frames stand on what they called'],
	['c', 'copy the stack'],
	['?', 'this list']
];

/* Also where a policy forbids styles that stand in a document. */
function addStyle(svg) {
	try {
		var sheet = new CSSStyleSheet();
		sheet.replaceSync(css);
		document.adoptedStyleSheets = Array.prototype.concat.call(
			Array.prototype.slice.call(document.adoptedStyleSheets), sheet);
	} catch (error) {
		make('style', {}, svg).textContent = css;
	}
}

function html(name, attributes, parent) {
	var element = document.createElementNS(HTML, name);
	for (var key in attributes)
		element.setAttribute(key, attributes[key]);
	if (parent)
		parent.appendChild(element);
	return element;
}

function controls(svg, actions) {
	var place = make('foreignObject', {x: 0, y: 8, width: 100, height: 50}, svg);
	var bar = html('div', {class: 'fg-bar'}, place), parts = {};
	var first = html('div', {role: 'toolbar', 'aria-label': 'flame graph'}, bar);
	var second = html('div', {}, bar), help;

	function button(row, name, text, title) {
		parts[name] = html('button', {type: 'button', title: title}, row);
		parts[name].textContent = text;
		parts[name].addEventListener('click', actions[name]);
	}
	addStyle(svg);
	place.style.pointerEvents = 'none';
	place.style.overflow = 'visible';
	buttons.forEach(function (row) {
		button(first, row[0], row[1], row[2]);
	});
	parts.field = html('input', {type: 'text', placeholder: 'regular expression',
		'aria-label': 'search for frames', spellcheck: 'false', autocomplete: 'off'}, second);
	parts.field.addEventListener('input', function () {
		actions.search(parts.field.value);
	});
	button(second, 'case', 'ignore case', 'find capitals and small letters alike (Control-I)');
	parts.matched = html('span', {id: 'matched', role: 'status'}, second);
	button(second, 'keep', 'keep', 'show only the samples that have such a frame (k)');
	button(second, 'drop', 'drop', 'show only the samples that have none (d)');
	parts.stack = html('input', {type: 'text', readonly: '', hidden: '', 'aria-label': 'stack'}, bar);
	parts.stack.addEventListener('blur', function () {
		parts.stack.hidden = true;
	});
	help = html('dl', {hidden: ''}, bar);
	keys.forEach(function (row) {
		html('dt', {}, help).textContent = row[0];
		html('dd', {}, help).textContent = row[1];
	});

	/* {shown, pressed, text} of a part; what is not given stays. */
	function set(name, to) {
		if (to.shown !== undefined)
			parts[name].hidden = !to.shown;
		if (to.pressed !== undefined)
			parts[name].setAttribute('aria-pressed', to.pressed);
		if (to.text !== undefined)
			parts[name].textContent = to.text;
	}
	return {place: place, field: parts.field, stack: parts.stack, set: set,
		isSearching: function () {
			return !second.hidden;
		},
		search: function (open) {
			second.hidden = !open;
		},
		help: function (open) {
			help.hidden = !open;
		},
		hasHelp: function () {
			return !help.hidden;
		},
		/* How high all is with the help, 0 without. */
		reach: function () {
			return help.hidden ? 0 : bar.offsetHeight;
		},
		width: function () {
			return bar.offsetWidth;
		},
		height: function () {
			return first.offsetHeight + second.offsetHeight + 6;
		}};
}

controls.html = html;
return controls;
})();
