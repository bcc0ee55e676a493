/* flamegraph_copy.js - a text to the clipboard, also where a page may not write there by itself. */
var flamegraphCopy = (function () {
'use strict';

/* Has the browser copy what is selected in a field; some do so in HTML alone. */
function older(field, text) {
	field.value = text;
	field.focus({preventScroll: true});
	field.select();
	try {
		return document.execCommand('copy');
	} catch (error) {
		return false;
	}
}

/* Calls told with whether it worked.  If not, field, which is shown, holds the text, selected, for the
 * user to copy. */
function copy(field, text, told) {
	function byField() {
		var focused = document.activeElement;
		field.hidden = false;
		var done = older(field, text);
		field.hidden = done;
		if (done && focused && focused.focus)
			focused.focus({preventScroll: true});
		told(done);
	}
	if (!navigator.clipboard)
		byField();
	else
		navigator.clipboard.writeText(text).then(function () {
			told(true);
		}, byField);
}

return copy;
})();
