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

	// How far local time is ahead at a time, in seconds.
	const ahead = (model, time) => {
		let found = 0;
		for (const zone of model.zones)
			if (zone.from === null || zone.from <= time)
				found = zone.ahead;
		return found;
	};

	// What was on the wall's clock at a time, to the millisecond, and the name of that clock; nothing
	// where that is not known.
	const wall = (model, time) => {
		if (model.wall === null)
			return "";
		const zone = ahead(model, time);
		const date = new Date(Number((model.wall + time) / MILLISECOND + BigInt(zone) * 1000n));
		if (Number.isNaN(date.getTime()))
			return "";
		return date.toISOString().replace("T", " ").replace("Z", " ") + zoneName(zone);
	};

	const zoneName = (seconds) => {
		const minutes = Math.abs(Math.trunc(seconds / 60));
		if (minutes === 0)
			return "UTC";
		const two = (number) => String(number).padStart(2, "0");
		return (seconds < 0 ? "-" : "+") + two(Math.floor(minutes / 60)) + ":" +
			two(minutes % 60);
	};

	// The same with what stands before it; of two times with one day and zone, these are told once.
	const clock = (model, from, to) => {
		const first = wall(model, from), last = to === undefined ? "" : wall(model, to);
		if (!first)
			return "";
		const about = " \u00b7 " + (model.about ? "about " : "");
		if (to === undefined || !last)
			return about + first;
		const [day, time, zone] = first.split(" "), [lastDay, lastTime, lastZone] = last.split(" ");
		return about + day + " " + time + (zone === lastZone ? "" : " " + zone) + " to " +
			(day === lastDay ? "" : lastDay + " ") + lastTime + " " + lastZone;
	};

	const matching = (lit, count) =>
		lit === null || count === 0n ? "" : ", " + (lit ? grouped(lit) : "none") + " of them highlighted";

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
		const from = heatmapModel.beginOf(model, step), to = heatmapModel.beginOf(model, step + 1);
		const count = heatmapModel.count(model, column, row);
		const when = seconds(from) + " s to " + seconds(to) + " s, " + place(model, column, row);
		if (count === 0n && heatmapModel.known(model, from, to) === 0n)
			return when + ": between pieces, nothing is known" + clock(model, from);
		return when + ": " + counted(model, count) +
			matching(heatmapModel.lit(model, column, row), count) +
			(model.hottest ? ", " + share(count, model.hottest) + " of the hottest cell" : "") +
			clock(model, from);
	};

	// How many samples a second that is, of the time that pieces cover, and against all where that is told.
	const rate = (range, all) => {
		const known = range.known === undefined ? range.to - range.from : range.known;
		return known === 0n ? "" : ", " + tenths(range.total * SECOND, known) + " a second" +
			(all ? ", " + share(range.total * (all.known === undefined ? all.to - all.from : all.known),
				all.total * known) + " of the average" : "");
	};

	// What a range holds, as heatmapModel.range gives it: how long, how much and, where all that there
	// is is told, how much more than usual.
	const content = (model, range, all) => {
		const long = range.to - range.from, gap = range.known === undefined ? 0n : long - range.known;
		return seconds(long) + " s, " + (gap ? seconds(gap) + " s of them between pieces, " : "") +
			counted(model, range.total) + matching(range.lit, range.total) + rate(range, all);
	};

	const account = (model, range) =>
		"selected " + seconds(range.from) + " s to " + seconds(range.to) + " s: " +
		content(model, range, heatmapModel.whole(model)) + clock(model, range.from, range.to);

	return {seconds, grouped, counted, ahead, clock, cell, content, account};
})();
