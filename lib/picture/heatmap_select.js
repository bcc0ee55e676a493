// heatmap_select.js - a cursor on the cells of a heat map, and a range selected by two clicks, a drag
// or the keyboard.
//
//	const control = heatmapStart(host, model, {changed: (from, to) => .., hover: (cell) => ..});
//	control.select(34200000000n, 34280000000n);
//	control.clear();
//
// host holds `.cells`, a group whose coordinates are columns and rows, rows counted from the
// bottom, and `.plot` behind it, which takes the pointer where no cell is drawn.  model is
// that of heatmap_model.js.  changed is told each new range in nanoseconds, and null twice when there
// is none; hover the cell of the pointer or the cursor, {column, row}, or null.

const heatmapStart = (() => {
	"use strict";

	const SVG = "http://www.w3.org/2000/svg";
	const BLUE = "#1463d8";
	const TREMBLE = 3; // pixels that a hand may move while it clicks

	const {stepOf, stepAt, range, outline} = heatmapModel;

	// Upwards is later, past the end of a column too.
	const WAYS = {
		ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0],
		PageUp: [-10, 0], PageDown: [10, 0], Home: [-Infinity, 0], End: [Infinity, 0],
	};

	const within = (value, end) => Math.min(Math.max(value, 0), end);

	return (host, model, options = {}) => {
		const cells = host.querySelector(".cells"), plot = host.querySelector(".plot");

		// Of the pointer: the cell pressed, where that was, and whether it moved since.  open is the
		// step that waits for its other end, fixed the end that Shift keeps.
		let press = null, down = null, dragged = false, open = null, fixed = null;
		let cursor = {column: 0, row: 0}, chosen = null;

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
			under: mark({fill: "none", "stroke-width": 2}),
			focus: mark({fill: "none", "stroke-width": 3, visibility: "hidden",
				d: `M0 0H${model.columns}V${model.rows}H0z`}),
		};

		const step = (cell) => stepOf(model, cell.column, cell.row);

		const hover = (cell) => {
			const {column, row} = cell || {};
			marks.under.setAttribute("d", cell ? `M${column} ${row}v1h1v-1z` : "");
			if (options.hover)
				options.hover(cell);
		};

		const select = (a, b) => {
			chosen = [Math.min(a, b), Math.max(a, b)];
			marks.chosen.setAttribute("d", outline(model, ...chosen));
			const {from, to} = range(model, ...chosen);
			if (options.changed)
				options.changed(from, to);
		};

		const clear = () => {
			press = open = fixed = chosen = null;
			marks.chosen.setAttribute("d", "");
			if (options.changed)
				options.changed(null, null);
		};

		// The first of two ends, then the other.
		const setEnd = (at) => {
			const from = open === null ? at : open;
			open = open === null ? at : null;
			fixed = from;
			select(from, at);
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

		host.addEventListener("pointerdown", (event) => {
			press = event.button === 0 ? find(event, false) : null;
			down = event;
			dragged = false;
			if (press === null)
				return;
			cursor = press;
			cells.focus({preventScroll: true});
			event.preventDefault();
		});
		for (const kind of ["mousedown", "dragstart"])
			host.addEventListener(kind, (event) => {
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
			hover(cell);
			if (press !== null && !dragged)
				dragged = moved(event) && step(cell) !== step(press);
			if (dragged && press !== null)
				select(step(press), step(cell));
			else if (open !== null && cell !== null)
				select(open, step(cell));
		});
		addEventListener("pointerup", (event) => {
			const from = press;
			press = null;
			if (from === null)
				return;
			if (dragged) {
				cursor = find(event, true);
				open = null;
				fixed = step(from);
				select(fixed, step(cursor));
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
			if ((!way && !isEnd) || event.ctrlKey || event.altKey || event.metaKey)
				return;
			event.preventDefault();
			showFocus(true);
			if (isEnd)
				return setEnd(step(cursor));
			if (fixed === null || !event.shiftKey)
				fixed = open === null ? step(cursor) : open;
			go(way);
			hover(cursor);
			if (event.shiftKey)
				open = null;
			if (event.shiftKey || open !== null)
				select(fixed, step(cursor));
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
		addEventListener("keydown", (event) => {
			if (event.key === "Escape")
				clear();
		});
		hover(null);
		clear();
		return {
			// Selects what lies between two times, to whole steps.
			select: (from, to) => {
				open = null;
				fixed = stepAt(model, from);
				select(fixed, Math.max(stepAt(model, to - 1n), fixed));
			},
			clear,
		};
	};
})();
