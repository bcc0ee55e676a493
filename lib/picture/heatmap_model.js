// heatmap_model.js - what a heat map holds, as numbers: when its cells begin, and what they sum to.
//
//	const model = heatmapModel.make({by: "offset", first: 34n, columns: 2, column: 1000000000n,
//		rows: 50, cells: (column) => counts});
//
// Times are BigInt, whole nanoseconds: the rule of grid.h, to the last of them.  Of the fields,
//	first, columns	number of the first column, as BigInt; how many there are
//	column, rows	length of a column, as BigInt; rows of one
//	by		offset: rows divide a column; any other word: they stand for something else
//	labels		what they then stand for, from row 0 on
//	unit		what the counts are
//	cells(column)	counts of a column, from 0 to columns - 1, by row; missing ones are 0
//	hottest		the highest of all counts, or null
//	lit(column)	the same of samples that stand out, or null where none are to
//	wall, about	the wall clock at second 0, since 1970, or null where it is not known; whether it is
//			only roughly
//	zones		how many seconds local time is ahead, from which time on: [{from: null, ahead: 3600},
//			{from: 34n, ahead: 7200}]; empty: UTC
//	gaps		the times between two pieces, of which nothing is known, as [from, to], in order
//
// What can be selected are steps, numbered in the order of time from 0: cells where rows divide a
// column, else columns.  Nothing here touches a document but
// read.

const heatmapModel = (() => {
	"use strict";

	const floor = (time, span) => {
		const rest = time % span;
		return (time - rest) / span - (rest < 0n ? 1n : 0n);
	};

	const make = (fields) => ({by: "offset", labels: [], unit: "samples", hottest: null, lit: null,
		wall: null, about: false, zones: [], gaps: [], ...fields, sums: {}});

	const isByOffset = (model) => model.by === "offset";

	const rowsOfStep = (model) => isByOffset(model) ? model.rows : 1;

	// How many steps there are.
	const steps = (model) => model.columns * rowsOfStep(model);

	const stepOf = (model, column, row) => isByOffset(model) ? column * model.rows + row : column;

	// When a row begins; the row after the last is the beginning of the next column.
	const begin = (model, column, row) =>
		(model.first + BigInt(column)) * model.column +
		(BigInt(row) * model.column + BigInt(model.rows) - 1n) / BigInt(model.rows);

	// When a step begins.
	const beginOf = (model, step) => {
		const rows = rowsOfStep(model);
		return begin(model, Math.floor(step / rows), step % rows);
	};

	// The step in which a time lies; the nearest for a time outside.
	const stepAt = (model, time) => {
		let low = 0, high = steps(model) - 1;
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if (beginOf(model, middle) <= time)
				low = middle;
			else
				high = middle - 1;
		}
		return low;
	};

	const count = (model, column, row) => BigInt(model.cells(column)[row] || 0);

	const lit = (model, column, row) => model.lit && BigInt(model.lit(column)[row] || 0);

	// Of a column, what its first cells sum to.  A sum that a number holds was exact all the way.
	const columnSum = (model, kind, column, rows) => {
		const cells = model[kind](column), end = Math.min(rows, cells.length);
		let sum = 0, exact = 0n;
		for (let row = 0; row < end; row++)
			sum += Number(cells[row] || 0);
		if (sum <= Number.MAX_SAFE_INTEGER)
			return BigInt(sum);
		for (let row = 0; row < end; row++)
			exact += BigInt(cells[row] || 0);
		return exact;
	};

	// What all columns before each sum to: a selection may hold thousands of them, anew at each
	// move of the pointer.
	const sumsOf = (model, kind) => {
		if (model.sums[kind])
			return model.sums[kind];
		const sums = model.sums[kind] = [0n];
		for (let column = 0; column < model.columns; column++)
			sums.push(sums[column] + columnSum(model, kind, column, model.rows));
		return sums;
	};

	// The samples before a step, of the cells or of those that stand out.
	const before = (model, kind, step) => {
		const rows = rowsOfStep(model), column = Math.floor(step / rows);
		const rest = step % rows;
		return sumsOf(model, kind)[column] + (rest ? columnSum(model, kind, column, rest) : 0n);
	};

	const between = (model, kind, a, b) => before(model, kind, b + 1) - before(model, kind, a);

	// How much of the time between two is known.
	const known = (model, from, to) => {
		let length = to - from;
		for (const [begin, end] of model.gaps) {
			const first = begin > from ? begin : from, last = end < to ? end : to;
			length -= last > first ? last - first : 0n;
		}
		return length;
	};

	// What steps a to b are: when, and how many samples; lit is null where none are to stand out.
	const range = (model, a, b) => ({
		from: beginOf(model, a),
		to: beginOf(model, b + 1),
		known: known(model, beginOf(model, a), beginOf(model, b + 1)),
		total: between(model, "cells", a, b),
		lit: model.lit && between(model, "lit", a, b),
	});

	// The whole of the map.
	const whole = (model) => range(model, 0, steps(model) - 1);

	// Where a time lies: its column and how much of it is below, in rows; past the map, at its end.
	const placeOf = (model, time) => {
		const offset = time - model.first * model.column, column = offset / model.column;
		if (offset <= 0n)
			return [0, 0];
		if (column >= BigInt(model.columns))
			return [model.columns, 0];
		const rest = offset % model.column, row = Number(rest * BigInt(model.rows) / model.column);
		return [Number(column), begin(model, Number(column), row) === time ? row :
			Number(rest) / Number(model.column) * model.rows];
	};

	// The outline of what lies between two times, in columns and rows; nothing of what is not there.
	const outlineOf = (model, from, to) => {
		const rows = model.rows, [left, low] = placeOf(model, from);
		let [right, high] = placeOf(model, to);
		if (right < left || (right === left && high <= low))
			return "";
		if (!isByOffset(model))
			return `M${left + low / rows} 0H${right + high / rows}V${rows}H${left + low / rows}z`;
		if (high === 0)
			[right, high] = [right - 1, rows];
		if (left === right)
			return `M${left} ${low}h1V${high}h-1z`;
		if (right === left + 1 && high <= low)
			return `M${left} ${low}V${rows}h1V${low}zM${right} 0V${high}h1V0z`;
		return `M${left} ${low}V${rows}H${right}V${high}h1V0H${left + 1}V${low}z`;
	};

	// The same of steps a to b.
	const outline = (model, a, b) => outlineOf(model, beginOf(model, a), beginOf(model, b + 1));

	// The columns as cells.h writes them, each still text.
	const columns = (text) => {
		const all = [];
		for (const part of text.split(";").slice(0, -1))
			if (/^\*\d+$/.test(part))
				for (let n = Number(part.slice(1)); n > 0; n--)
					all.push("");
			else
				all.push(part.replace(/(\d*)\*(\d+)/g,
					(run, count, n) => (count + ",").repeat(n).slice(0, -1)));
		return all;
	};

	// The same from what is drawn (strokes.h), where each level is one count: the beginning of its title.
	const inked = (paths, n) => {
		const all = Array.from({length: n}, () => []);
		for (const path of paths) {
			const count = path.textContent.replace(/ .*/, "").replace(/,/g, "");
			let column = 0, row = 0;
			for (const run of path.getAttribute("d").split("m").slice(1)) {
				const [x, y, more] = run.match(/-?\d+/g).map(Number);
				all[column += x][row += y] = count;
				for (let i = more || 0; i > 0; i--)
					all[run.includes("h") ? ++column : column][run.includes("v") ? ++row : row] = count;
			}
		}
		return all.map((counts) => counts.join());
	};

	// What rows are called: a line each, or in labels beside them, whole in the title of one that is
	// cut.
	const names = (labels, document) => labels !== undefined ? labels.split("\n") :
		Array.from(document.querySelectorAll(".lane"),
			(lane) => (lane.querySelector("title") || lane).textContent);

	// `3600 34:7200`, which may be missing.
	const zones = (text) => (text || "").split(" ").filter(Boolean).map((part) => {
		const [from, ahead] = part.includes(":") ? part.split(":") : [null, part];
		return {from: from && BigInt(from), ahead: Number(ahead)};
	});

	// The counts of all columns, as a function of one.
	const counter = (all) => (column) => (all[column] || "").split(",");

	// The model of a picture, of the element with its counts and of the group of its cells, either of
	// which says what the rows are where they are no offsets.
	const read = (element, group) => {
		const data = {...group.dataset, ...element.dataset};
		const text = element.textContent ? columns(element.textContent) :
			inked(group.querySelectorAll("[class^=l]"), Number(data.columns));
		const lit = element.parentNode.querySelector("metadata.lit");
		return make({
			by: data.by || (data.lanes === undefined ? "offset" : "lanes"),
			labels: names(data.labels, element.ownerDocument),
			first: BigInt(data.first),
			columns: Number(data.columns),
			column: BigInt(data.column),
			rows: Number(data.rows),
			unit: data.unit,
			hottest: data.hottest ? BigInt(data.hottest) : null,
			wall: data.wall ? BigInt(data.wall) : null,
			about: data.about !== undefined,
			zones: zones(data.zone),
			gaps: (data.gaps || "").split(" ").filter(Boolean)
				.map((gap) => gap.split(":").map(BigInt)),
			cells: counter(text),
			lit: lit && counter(columns(lit.textContent)),
		});
	};

	return {floor, make, read, zones, columns, inked, isByOffset, steps, stepOf, stepAt, begin, beginOf, count, lit,
		known, range, whole, placeOf, outlineOf, outline};
})();
