// scope_state.js - what is looked at, and a link that leads back to it.
//
//	scopeState.write({range: [1n, 2n], query: "gc"})	"r=0.000000001,0.000000002&q=gc"
//
// range, view and base are pairs of times; null is all of the profile, and of base nothing to compare
// with; base may be "rest" or "before" too.  show is "flame", "change" or "lost"; by "offset",
// "thread", "process" or "cpu", and filter [what, which]; flame is the state of the flame graph
// (flamegraph_state.js), and its part of the link follows.  Nothing here touches a document.

const scopeState = (() => {
	"use strict";

	const time = scopeTime;

	const SHORTEST = 1000000n; // column, in nanoseconds
	const SHOWS = ["flame", "change", "lost"], GROUPS = ["offset", "thread", "process", "cpu"];

	const home = () => ({range: null, base: null, show: "flame", view: null, by: "offset",
		column: null, rows: null, filter: null, raw: false, flame: flamegraphState.home()});

	const encode = (text) => encodeURIComponent(text.toWellFormed ? text.toWellFormed() : text)
		.replace(/%20/g, "+").replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16));

	const decode = (text) => {
		text = text.replace(/\+/g, "%20");
		try {
			return decodeURIComponent(text);
		} catch { // cut off, or by hand
			return text;
		}
	};

	const pair = ([from, to]) => time.seconds(from) + "," + time.seconds(to);

	// Two times in order; null where a text is none.
	const parsePair = (text) => {
		const times = text.split(",").map(time.parse);
		return times.length === 2 && times.every((one) => one !== null) && times[0] < times[1] ?
			times : null;
	};

	const write = (state) => {
		const parts = [];
		const put = (key, value) => value && parts.push(key + "=" + value);
		put("r", state.range && pair(state.range));
		put("b", Array.isArray(state.base) ? pair(state.base) : state.base);
		put("s", state.show !== "flame" && state.show);
		put("raw", state.raw && "1");
		put("v", state.view && pair(state.view));
		put("y", state.by !== "offset" && state.by);
		put("c", (state.column ? time.length(state.column) : "") + (state.rows ? "x" + state.rows : ""));
		put("f", state.filter && state.filter.map(encode).join(":"));
		const flame = flamegraphState.write(state.flame);
		return parts.concat(flame === "p=" ? [] : flame).join("&");
	};

	const readers = {
		r: (state, text) => state.range = parsePair(text),
		b: (state, text) => state.base =
			text === "rest" || text === "before" ? text : parsePair(text),
		s: (state, text) => state.show = SHOWS.includes(text) ? text : "flame",
		raw: (state, text) => state.raw = text === "1",
		v: (state, text) => state.view = parsePair(text),
		y: (state, text) => state.by = GROUPS.includes(text) ? text : "offset",
		c: (state, text) => {
			const [column, rows] = text.split("x"), length = time.parseLength(column);
			state.column = length !== null && length >= SHORTEST ? length : null;
			state.rows = /^\d{1,4}$/.test(rows) ? Math.min(Math.max(Number(rows), 1), 1000) : null;
		},
		f: (state, text) => {
			const [what, which] = text.split(":").map(decode);
			if (GROUPS.includes(what) && which !== undefined)
				state.filter = [what, which];
		},
	};

	// What it does not know of a link, it leaves.
	const read = (text) => {
		const state = home();
		for (const part of text.replace(/^#/, "").split("&")) {
			const at = part.indexOf("="), key = part.slice(0, at);
			if (at > 0 && Object.hasOwn(readers, key))
				readers[key](state, part.slice(at + 1));
		}
		state.flame = flamegraphState.read(text);
		return state;
	};

	return {home, write, read};
})();
