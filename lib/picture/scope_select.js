// scope_select.js - a range of time selected on a map: by a drag, by two clicks, by its ends, by keys.
//
//	scopeSelect(map, {select: (range, second, done) => .., range: () => .., clear: () => ..});
//
// Ranges run in the order of time, across columns.  With Control, or Command, a second range is told.

const scopeSelect = (() => {
	"use strict";

	const rule = scopeGrid;
	const TREMBLE = 3; // pixels that a hand moves when it clicks

	// The range of cells a to b of what is shown, whichever comes first.
	const rangeOf = (shown, a, b) => {
		const {grid, labels} = shown, from = Math.min(a, b), to = Math.max(a, b);
		if (labels)
			return [rule.begin(grid, Math.floor(from / grid.rows), 0),
				rule.begin(grid, Math.floor(to / grid.rows) + 1, 0)];
		return [rule.begin(grid, Math.floor(from / grid.rows), from % grid.rows),
			rule.begin(grid, Math.floor(to / grid.rows), to % grid.rows + 1)];
	};

	// Of a selection, the cells of its ends; null where it does not lie in what is shown.
	const endsOf = (shown, range) => {
		const {grid} = shown, n = grid.columns * grid.rows;
		const cellAt = (time) => {
			const from = time - grid.first * grid.column;
			const column = from / grid.column;
			const row = (from - column * grid.column) * BigInt(grid.rows) / grid.column;
			return Number(column) * grid.rows + (shown.labels ? 0 : Number(row));
		};
		const ends = Array.isArray(range) && [cellAt(range[0]), cellAt(range[1] - 1n)];
		return ends && ends.every((cell) => cell >= 0 && cell < n) ? ends : null;
	};

	const start = (map, told) => {
		const {svg} = map;
		let anchor = null, down = null, dragged = false, second = false, open = null;

		// Who takes hold of an end moves it; who presses elsewhere begins anew.
		const hold = (cell, event) => {
			const ends = endsOf(map.shown, told.range());
			if (event.shiftKey && ends)
				return Math.abs(cell - ends[0]) < Math.abs(cell - ends[1]) ? ends[1] : ends[0];
			if (!second && ends && ends[0] !== ends[1] && ends.includes(cell))
				return cell === ends[0] ? ends[1] : ends[0];
			return cell;
		};

		const tell = (a, b, done) => told.select(rangeOf(map.shown, a, b), second, done);

		svg.addEventListener("pointerdown", (event) => {
			const cell = event.button === 0 ? map.find(event, false) : null;
			if (cell === null)
				return;
			event.preventDefault();
			svg.focus({preventScroll: true});
			second = event.ctrlKey || event.metaKey;
			anchor = hold(cell, event);
			down = {event, cell};
			dragged = false;
		});
		window.addEventListener("pointermove", (event) => {
			if (!map.shown)
				return;
			const cell = map.find(event, anchor !== null);
			map.point(svg.contains(event.target) || anchor !== null ? cell : null);
			if (anchor !== null && cell !== down.cell && Math.hypot(
				event.clientX - down.event.clientX, event.clientY - down.event.clientY) > TREMBLE)
				dragged = true;
			if (anchor !== null && dragged)
				tell(anchor, cell, false);
			else if (open !== null && cell !== null && svg.contains(event.target))
				tell(open, cell, false);
		});
		window.addEventListener("pointerup", (event) => {
			if (anchor === null)
				return;
			const cell = dragged ? map.find(event, true) : down.cell;
			const from = dragged || anchor !== down.cell ? anchor : open === null ? cell : open;
			open = dragged || open !== null || anchor !== down.cell ? null : cell;
			anchor = null;
			tell(from, cell, open === null);
		});
		window.addEventListener("pointercancel", () => {
			anchor = open = null;
		});

		// Where the keys are: the cell that they move, from the end of the selection on.
		const cursor = () => {
			const ends = endsOf(map.shown, told.range());
			return map.under !== null ? map.under : ends ? ends[1] : 0;
		};
		const STEPS = {ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1]};
		const step = (event) => {
			const {rows, columns} = map.shown.grid, [x, y] = STEPS[event.key];
			const up = map.shown.labels ? -y : y;
			const cell = Math.min(Math.max(cursor() + x * rows + up, 0), columns * rows - 1);
			if (event.shiftKey && open === null)
				open = cursor();
			map.point(cell);
			if (open !== null)
				tell(open, cell, false);
		};
		svg.addEventListener("keydown", (event) => {
			if (event.ctrlKey || event.metaKey || event.altKey || event.target !== svg)
				return;
			if (STEPS[event.key]) {
				event.preventDefault();
				step(event);
			} else if (event.key === "Enter" || event.key === " ") {
				event.preventDefault();
				second = false;
				const from = open === null ? cursor() : open;
				open = open === null ? from : null;
				tell(from, cursor(), open === null);
			}
		});
		return {clear: () => {
			anchor = open = null;
		}};
	};

	return Object.assign(start, {rangeOf, endsOf});
})();
