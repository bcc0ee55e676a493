// scope_grid.js - the cells of a heat map, counted anew for any length of column, by the rule of grid.h
// and heatmap_model.js.  A grid is what the latter takes: first, columns, column, rows.  Nothing here
// touches a document.

const scopeGrid = (() => {
	"use strict";

	const time = scopeTime;
	const data = scopeData;

	const SHORTEST = 1000000n, MOST = 4000;
	const LENGTHS = ["1ms", "2ms", "5ms", "10ms", "20ms", "50ms", "100ms", "200ms", "500ms", "1s",
		"2s", "5s", "10s", "20s", "30s", "1m", "2m", "5m", "10m", "30m", "1h", "2h", "6h", "1d"]
		.map(time.parseLength);

	// A grid for the times from start to end.
	const lay = (start, end, column, rows) => {
		const first = time.floor(start, column);
		const last = time.floor(end - 1n < start ? start : end - 1n, column);
		return {first, columns: Number(last - first) + 1, column, rows};
	};

	// The longest round column of which there are at least that many, and the shortest of which
	// there are not too many.
	const fitting = (start, end, least) => {
		const span = end - start;
		const long = LENGTHS.filter((length) => span / length >= BigInt(least)).pop();
		const fits = LENGTHS.find((length) => span / length < BigInt(MOST));
		return [long || SHORTEST, fits || LENGTHS[LENGTHS.length - 1]]
			.reduce((a, b) => a > b ? a : b);
	};

	const {begin} = heatmapModel;

	// Where the rows of a column begin, and it ends.
	const rowBegins = (grid) => Array.from({length: grid.rows + 1}, (_, row) =>
		Number(begin({...grid, first: 0n}, 0, row)));

	const {value} = data;

	// The weight in each cell, column by column.
	const cells = (grid, profile, filter) => {
		const counts = new Float64Array(grid.columns * grid.rows), begins = rowBegins(grid);
		const start = begin(grid, 0, 0), length = Number(grid.column);
		const shift = Number(profile.first - start);
		const from = data.find(profile, start);
		const to = data.find(profile, begin(grid, grid.columns, 0));
		data.forEach(profile, from, to, filter, (i) => {
			const at = profile.time[i] + shift, column = Math.floor(at / length);
			const offset = at - column * length;
			let row = Math.min(Math.floor(offset / length * grid.rows), grid.rows - 1);
			while (begins[row] > offset)
				row--;
			while (begins[row + 1] <= offset)
				row++;
			counts[column * grid.rows + row] += value(profile, i);
		});
		return counts;
	};

	// The weight of each of that many groups in each column; row tells that of a sample, or -1.
	const groupCells = (grid, profile, filter, row, groups) => {
		const counts = new Float64Array(grid.columns * groups), length = Number(grid.column);
		const start = begin(grid, 0, 0), shift = Number(profile.first - start);
		const from = data.find(profile, start);
		const to = data.find(profile, begin(grid, grid.columns, 0));
		data.forEach(profile, from, to, filter, (i) => {
			const column = Math.floor((profile.time[i] + shift) / length);
			if (row(i) >= 0)
				counts[column * groups + row(i)] += value(profile, i);
		});
		return counts;
	};

	// The times of the cells that lie between two pieces as a whole, as marks.c finds them; where rows do
	// not divide a column, of columns.
	const gaps = (grid, profile, byOffset) => {
		const {column} = grid, rows = byOffset ? grid.rows : 1;
		const beginOf = (at, after) => {
			const first = time.floor(at, column), row = (at - first * column) * BigInt(rows) / column;
			return begin({first, column, rows}, 0, Number(row) + after);
		};
		// A text cut in two may be silent where it was cut, as it is elsewhere.
		return profile.gaps.filter(([from, to]) => to - from > profile.silence ||
			time.floor(to, column) - time.floor(from, column) > 1n)
			.map(([from, to]) => [beginOf(from, 1), beginOf(to, 0)])
			.filter(([from, to]) => from < to);
	};

	// The second with the most weight, the first of several: from and to.
	const busiest = (profile, filter, column = time.SECOND) => {
		const start = time.floor(profile.first, column), sums = new Map();
		const shift = Number(profile.first - start * column), length = Number(column);
		data.forEach(profile, 0, profile.n, filter, (i) => {
			const at = Math.floor((profile.time[i] + shift) / length);
			sums.set(at, (sums.get(at) || 0) + value(profile, i));
		});
		let best = 0, most = -1;
		for (const [at, sum] of sums)
			if (sum > most || (sum === most && at < best))
				[best, most] = [at, sum];
		const from = (start + BigInt(best)) * column;
		return {from, to: from + column, sum: Math.max(most, 0)};
	};

	return {lay, fitting, begin, cells, groupCells, gaps, busiest, LENGTHS};
})();
