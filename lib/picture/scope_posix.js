// scope_posix.js - a regular expression of JavaScript's as a POSIX extended one, which the programs
// take.
//
//	scopePosix("\\d+(?:ms)?", true)		"[0-9]+([mM][sS])?"
//
// null where there is none that matches the same.  Nothing here touches a document.

const scopePosix = (() => {
	"use strict";

	const MOST = 255; // repetitions that POSIX promises
	const CLASSES = {d: "0-9", w: "0-9A-Z_a-z", s: "[:space:]"};

	const isAscii = (text) => !/[^ -~]/.test(text);
	const hasCase = (c) => c.toLowerCase() !== c.toUpperCase();
	const bothCases = (text) => text.toUpperCase() + text.toLowerCase();

	// A member of a bracket expression: a range, a class or a character; null where POSIX has no such.
	const member = (text, ignoreCase) => {
		if (/^\\[dws]$/.test(text))
			return CLASSES[text[1]];
		if (/^([a-z]-[a-z]|[A-Z]-[A-Z]|\d-\d)$/.test(text))
			return ignoreCase ? bothCases(text) : text;
		if (text.length > 2 || /^\\[a-zA-Z0-9]$/.test(text) || !isAscii(text))
			return null;
		const c = text.slice(-1);
		return ignoreCase && hasCase(c) ? bothCases(c) : c;
	};

	// What stands first, and last, in a bracket expression is what it says; `[` may not stand
	// before a colon.
	const bracket = (text, ignoreCase) => {
		const [, not, inner] = /^\[(\^?)(.*)\]$/.exec(text);
		const parts = inner.match(/(?:\\.|[^\\])-(?:\\.|[^\\])|\\.|[^\\]/g) || [];
		const members = parts.map((part) => member(part, ignoreCase));
		if (!parts.length || members.includes(null))
			return null;
		const has = (c) => members.includes(c) ? c : "";
		const rest = members.filter((one) => !"]^[-".includes(one)).join("");
		const said = has("]") + rest + has("[") + has("^") + has("-");
		return said === "^" && !not ? "\\^" : said[0] === "^" && !not ? "[" + said.slice(1) + "^]" :
			"[" + not + said + "]";
	};

	const escaped = (c) => {
		if (Object.hasOwn(CLASSES, c))
			return "[" + CLASSES[c] + "]";
		if (/[DWS]/.test(c))
			return "[^" + CLASSES[c.toLowerCase()] + "]";
		if (/[a-zA-Z0-9]/.test(c) || !isAscii(c))
			return null;
		return /[\\^$.*+?()[{|]/.test(c) ? "\\" + c : c;
	};

	const counts = (text) => text.match(/\d+/g).every((number) => Number(number) <= MOST);

	// Kinds of pieces, the first that fits, and what POSIX has for them.
	const PIECES = [
		[/^\[(?:\\.|[^\\\]])*\]/, bracket],
		[/^\\(.)/, (_, ignoreCase, c) => escaped(c)],
		[/^\(\?:/, () => "("],
		[/^\(\?/, () => null],
		// Whether it takes few or many, it matches.
		[/^([*+?])\??/, (_, ignoreCase, c) => c],
		[/^(\{\d+(?:,\d*)?\})\??/, (_, ignoreCase, times) => counts(times) ? times : null],
		[/^\{/, () => "\\{"],
		[/^[()|^$.]/, (text) => text],
		// Programs take bytes: of a character that has several, the last would be repeated.
		[/^[^ -~]+[*+?{]/, () => null],
		[/^[^]/, (c, ignoreCase) => !ignoreCase || !hasCase(c) ? c :
			isAscii(c) ? "[" + bothCases(c) + "]" : null],
	];

	return (text, ignoreCase) => {
		let said = "";
		for (let rest = text; rest;) {
			const [found, put] = PIECES.map(([kind, put]) => [kind.exec(rest), put]).find(([one]) => one);
			const piece = put(found[0], ignoreCase, found[1]);
			if (piece === null)
				return null;
			said += piece;
			rest = rest.slice(found[0].length);
		}
		return said;
	};
})();
