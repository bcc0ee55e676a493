// heatmap_select.js - a cursor on the cells of a heat map, and a range selected by two clicks, a drag
// or the keyboard.
//
//	const control = heatmapStart(host, model, {changed: (from, to) => .., hover: (cell) => ..});
//	control.select(34200000000n, 34280000000n);
//	control.clear();
//	control.show(another);		the same on other cells
//
// host holds `.cells`, a group whose coordinates are columns and rows, rows counted from the
// bottom, and `.plot` behind it, which takes the pointer where no cell is drawn.  model is
// that of heatmap_model.js.  changed is told each new range in nanoseconds, and null twice when there
// is none, and whether it is more than a step on the way; hover the cell of the pointer or the cursor,
// {column, row}, or null.  With Control, or Command, a range is told to second instead, where that is
// given.  keys is the element whose Escape is heard, window.
//
// A page that selects by other means too marks what is selected: control.mark(range, second), pairs of
// times or null, of which nothing is told.

const heatmapStart = (() => {
	"use strict";

	const SVG = "http://www.w3.org/2000/svg";
	const BLUE = "#1463d8";
	const TREMBLE = 3; // pixels that a hand may move while it clicks

	const {stepOf, stepAt, steps, beginOf, outlineOf} = heatmapModel;

	// Upwards is later, past the end of a column too.
	const WAYS = {
		ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0],
		PageUp: [-10, 0], PageDown: [10, 0], Home: [-Infinity, 0], End: [Infinity, 0],
	};

	const isSame = (a, b) => a === b || Boolean(a && b && a.column === b.column && a.row === b.row);

	const within = (value, end) => Math.min(Math.max(value, 0), end);

	return (host, model, options = {}) => {
		const cells = host.querySelector(".cells"), plot = host.querySelector(".plot");

		// Of the pointer: the cell pressed, where that was, and whether it moved since; anchor, what a
		// drag leaves where it is.  open is the step that waits for its other end, fixed the end that
		// Shift keeps.  kind is the range that is being made.
		let press = null, down = null, dragged = false, anchor = null, open = null, fixed = null;
		let cursor = {column: 0, row: 0}, over = null, kind = "chosen";
		const ranges = {chosen: null, second: null};

		const mark = (more) => {
			const path = document.createElementNS(SVG, "path");
			const attributes = {class: "mark", stroke: BLUE, "vector-effect": "non-scaling-stroke",
				"pointer-events": "none", ...more};
			for (const key in attributes)
				path.setAttribute(key, attributes[key]);
			return cells.appendChild(path);
		};
		const marks = {
			chosen: mark({fill: BLUE, "fill-opacity": 0.2, "stroke-width": 2}),
			second: mark({class: "mark second", fill: BLUE, "fill-opacity": 0.1,
				"stroke-width": 2, "stroke-dasharray": "5 3"}),
			under: mark({fill: "none", "stroke-width": 2}),
			focus: mark({fill: "none", "stroke-width": 3, visibility: "hidden"}),
		};

		const step = (cell) => stepOf(model, cell.column, cell.row);

		const hover = (cell) => {
			const {column, row} = cell || {};
			over = cell;
			marks.under.setAttribute("d", cell ? `M${column} ${row}v1h1v-1z` : "");
			if (options.hover)
				options.hover(cell);
		};

		const put = (what, range) => {
			ranges[what] = range;
			marks[what].setAttribute("d", range ? outlineOf(model, ...range) : "");
		};

		const tell = (from, to, done) => {
			const told = kind === "second" ? options.second : options.changed;
			put(kind, from === null ? null : [from, to]);
			if (told)
				told(from, to, done);
		};

		// From what stays to a step, whichever comes first.
		const reach = (from, at, done) => {
			if (at < from.step)
				tell(beginOf(model, at), from.to, done);
			else
				tell(from.from, at > from.step ? beginOf(model, at + 1) : from.to, done);
		};
		const stay = (at) => ({step: at, from: beginOf(model, at), to: beginOf(model, at + 1)});
		const select = (a, b, done = true) => reach(stay(a), b, done);

		// The steps of both ends of what is selected; null where it does not lie within the map.
		const endsOf = (range) => {
			if (!range || range[0] < beginOf(model, 0) || range[1] > beginOf(model, steps(model)))
				return null;
			return [stepAt(model, range[0]), stepAt(model, range[1] - 1n)];
		};

		// Who takes hold of an end moves it; with Shift, of the nearer one from anywhere.  The other
		// stays, to the nanosecond.
		const hold = (at, nearer) => {
			const ends = endsOf(ranges[kind]);
			if (!ends || (!nearer && (ends[0] === ends[1] || !ends.includes(at))))
				return stay(at);
			const first = Math.abs(at - ends[0]) <= Math.abs(at - ends[1]);
			return first ? {...stay(ends[1]), to: ranges[kind][1]} :
				{...stay(ends[0]), from: ranges[kind][0]};
		};

		const clear = () => {
			press = open = fixed = null;
			kind = "chosen";
			tell(null, null, true);
		};

		// The first of two ends, then the other.
		const setEnd = (at) => {
			const from = open === null ? at : open;
			open = open === null ? at : null;
			fixed = from;
			select(from, at, open === null);
		};

		// The cell under the pointer; outside, the nearest with near, else null.
		const find = (event, near) => {
			const at = new DOMPoint(event.clientX, event.clientY)
				.matrixTransform(cells.getScreenCTM().inverse());
			const column = Math.floor(at.x), row = Math.floor(at.y);
			const inside = column >= 0 && column < model.columns && row >= 0 && row < model.rows;
			if (!inside && !near)
				return null;
			return {column: Math.min(Math.max(column, 0), model.columns - 1),
				row: Math.min(Math.max(row, 0), model.rows - 1)};
		};

		const moved = (event) =>
			Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > TREMBLE;

		// A link is followed by a click, and stands in the way of no drag.
		const onLink = (event) => event.target.closest && event.target.closest("a");

		const isSecond = (event) => Boolean(options.second) && (event.ctrlKey || event.metaKey);

		host.addEventListener("pointerdown", (event) => {
			press = event.button === 0 ? find(event, false) : null;
			down = event;
			dragged = false;
			if (press === null)
				return;
			if (open === null)
				kind = isSecond(event) ? "second" : "chosen";
			anchor = hold(step(press), event.shiftKey);
			cursor = press;
			cells.focus({preventScroll: true});
			event.preventDefault();
		});
		for (const name of ["mousedown", "dragstart"])
			host.addEventListener(name, (event) => {
				if (press !== null)
					event.preventDefault();
			});
		host.addEventListener("click", (event) => {
			if (dragged)
				event.preventDefault();
			dragged = false;
		});
		addEventListener("pointermove", (event) => {
			const cell = find(event, press !== null);
			const begins = press !== null && !dragged && moved(event) && step(cell) !== step(press);
			dragged = dragged || begins;
			if (!begins && isSame(cell, over))
				return;
			hover(cell);
			if (dragged && press !== null)
				reach(anchor, step(cell), false);
			else if (open !== null && cell !== null)
				select(open, step(cell), false);
		});
		addEventListener("pointerup", (event) => {
			const from = press;
			press = null;
			if (from === null)
				return;
			if (dragged) {
				cursor = find(event, true);
				open = null;
				fixed = anchor.step;
				reach(anchor, step(cursor), true);
			} else if (event.shiftKey && anchor.step !== step(from)) {
				open = null;
				reach(anchor, step(from), true);
			} else if (!onLink(down)) {
				setEnd(step(from));
			}
		});
		addEventListener("pointercancel", () => {
			press = null;
		});

		const go = ([columns, rows]) => {
			let column = cursor.column + columns, row = cursor.row + rows;
			if (heatmapModel.isByOffset(model)) {
				column += Math.floor(row / model.rows);
				row = (row + model.rows) % model.rows;
				if (column < 0 || column >= model.columns)
					row = rows ? cursor.row : row;
			}
			cursor = {column: within(column, model.columns - 1), row: within(row, model.rows - 1)};
		};

		const showFocus = (seen) =>
			marks.focus.setAttribute("visibility", seen ? "visible" : "hidden");

		const onKey = (event) => {
			const way = WAYS[event.key], isEnd = event.key === "Enter" || event.key === " ";
			const second = isEnd && isSecond(event);
			if ((!way && !isEnd) || event.altKey || ((event.ctrlKey || event.metaKey) && !second))
				return;
			event.preventDefault();
			showFocus(true);
			if (open === null && !(way && !event.shiftKey))
				kind = second ? "second" : "chosen";
			if (isEnd)
				return setEnd(step(cursor));
			if (fixed === null || !event.shiftKey)
				fixed = open === null ? step(cursor) : open;
			go(way);
			hover(cursor);
			const done = event.shiftKey;
			if (done)
				open = null;
			if (done || open !== null)
				select(fixed, step(cursor), done);
		};

		// Other cells: what is marked is marked on them.
		const show = (other) => {
			const same = ["first", "columns", "column", "rows"].every((key) => model[key] === other[key]);
			model = other;
			marks.focus.setAttribute("d", `M0 0H${model.columns}V${model.rows}H0z`);
			put("chosen", ranges.chosen);
			put("second", ranges.second);
			if (same)
				return;
			press = open = fixed = null;
			cursor = {column: within(cursor.column, model.columns - 1),
				row: within(cursor.row, model.rows - 1)};
			hover(null);
		};

		cells.setAttribute("tabindex", "0");
		cells.setAttribute("role", "application");
		cells.setAttribute("aria-label", "cells: arrows move, Shift with them or Enter selects, " +
			"Escape clears");
		cells.style.outline = "none";
		cells.style.cursor = plot.style.cursor = "crosshair";
		cells.addEventListener("keydown", onKey);
		// The pointer needs no sign that it has gone where it is.
		cells.addEventListener("focus", () => {
			showFocus(press === null);
			if (press === null)
				hover(cursor);
		});
		cells.addEventListener("blur", () => showFocus(false));
		(options.keys || window).addEventListener("keydown", (event) => {
			if (event.key === "Escape")
				clear();
		});
		show(model);
		hover(null);
		clear();
		return {
			// Selects what lies between two times, to whole steps.
			select: (from, to) => {
				open = null;
				kind = "chosen";
				fixed = stepAt(model, from);
				select(fixed, Math.max(stepAt(model, to - 1n), fixed));
			},
			clear,
			show,
			mark: (range, second) => {
				put("chosen", range);
				put("second", second);
			},
		};
	};
})();
