/* flamegraph_copy.js - a text to the clipboard, also where a page may not write there by itself. */
var flamegraphCopy = (function () {
'use strict';

/* Selects the text in the document, and has the browser copy what is selected. */
function older(svg, text) {
	var place = flamegraphDraw.make('foreignObject', {width: 1, height: 1, opacity: 0}, svg);
	var field = flamegraphControls.html('textarea', {}, place), focused = document.activeElement;
	field.value = text;
	field.focus({preventScroll: true});
	field.select();
	var done = false;
	try {
		done = document.execCommand('copy');
	} catch (error) {
		done = false;
	}
	place.remove();
	if (focused && focused.focus)
		focused.focus({preventScroll: true});
	return done;
}

/* Calls told with whether it worked. */
function copy(svg, text, told) {
	if (!navigator.clipboard) {
		told(older(svg, text));
		return;
	}
	navigator.clipboard.writeText(text).then(function () {
		told(true);
	}, function () {
		told(older(svg, text));
	});
}

return copy;
})();
