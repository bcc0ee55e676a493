// heatmap_words.js - what is said of the cells and ranges of a heat map (heatmap_model.js).

const heatmapWords = (() => {
	"use strict";

	const SECOND = 1000000000n, MILLISECOND = 1000000n;

	// Seconds with no more decimals than it takes to be exact.
	const seconds = (time) => {
		const value = time < 0n ? -time : time;
		const decimals = String(value % SECOND).padStart(9, "0").replace(/0+$/, "");
		return (time < 0n ? "-" : "") + value / SECOND + (decimals && "." + decimals);
	};

	const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

	const counted = (model, count) =>
		grouped(count) + " " + (count === 1n && model.unit === "samples" ? "sample" : model.unit);

	// number / by with one decimal, rounded down.
	const tenths = (number, by) => {
		const value = number * 10n / by;
		return grouped(value / 10n) + (value % 10n ? "." + value % 10n : "");
	};

	// part / whole in percent, rounded down.
	const share = (part, whole) => {
		const percent = whole ? part * 100n / whole : 0n;
		return (percent || !part ? grouped(percent) : "less than 1") + "%";
	};

	// What was on the wall's clock at a time, to the millisecond; nothing where that is not known.
	const wall = (model, time) => {
		if (model.wall === null)
			return "";
		const at = (model.wall + time) / MILLISECOND + BigInt(model.zone) * 1000n;
		const date = new Date(Number(at));
		if (Number.isNaN(date.getTime()))
			return "";
		return date.toISOString().replace("T", " ").replace("Z", "");
	};

	// The name of that clock.
	const zone = (model) => {
		const minutes = Math.abs(Math.trunc(model.zone / 60));
		if (minutes === 0)
			return "UTC";
		const two = (number) => String(number).padStart(2, "0");
		return (model.zone < 0 ? "-" : "+") + two(Math.floor(minutes / 60)) + ":" +
			two(minutes % 60);
	};

	// Where in its column a cell is: the offset, or what the row stands for.
	const place = (model, column, row) => {
		if (!heatmapModel.isByOffset(model))
			return model.labels[row] === undefined ? "row " + row : model.labels[row];
		const offset = heatmapModel.begin(model, column, row) -
			heatmapModel.begin(model, column, 0);
		return model.column > 10n * SECOND ? "+" + seconds(offset) + " s" :
			"+" + seconds(offset * 1000n) + " ms";
	};

	// One cell.
	const cell = (model, column, row) => {
		const step = heatmapModel.stepOf(model, column, row);
		const from = heatmapModel.beginOf(model, step);
		const count = heatmapModel.count(model, column, row);
		const clock = wall(model, from);
		return seconds(from) + " s to " + seconds(heatmapModel.beginOf(model, step + 1)) +
			" s, " + place(model, column, row) + ": " + counted(model, count) +
			(model.hottest ? ", " + share(count, model.hottest) + " of the hottest cell" : "") +
			(clock && " \u00b7 " + clock + " " + zone(model));
	};

	// A range as heatmapModel.range gives it: how long, how much, and how much more than usual.
	const account = (model, range) => {
		const all = heatmapModel.whole(model), long = range.to - range.from;
		const clock = wall(model, range.from);
		return "selected " + seconds(range.from) + " s to " + seconds(range.to) + " s: " +
			seconds(long) + " s, " + counted(model, range.total) + ", " +
			tenths(range.total * SECOND, long) + " a second, " +
			share(range.total * (all.to - all.from), all.total * long) + " of the average" +
			(clock && " \u00b7 from " + clock + " " + zone(model));
	};

	return {seconds, cell, account};
})();
