// heatmap_axes.js - what stands beside the cells of a heat map (heatmap_model.js) that is drawn in a page:
// times, offsets and the wall clock, as axes.c and axes_clock.c write them, by the steps of ticks.c.
//
//	heatmapAxes.times(model, 1000)		[{time: 5000000000n, label: "5"}, ..]
//
// Nothing here touches a document.

const heatmapAxes = (() => {
	"use strict";

	const MILLISECOND = 1000000n, SECOND = 1000000000n, MINUTE = 60n * SECOND, HOUR = 60n * MINUTE;
	const DAY = 24n * HOUR;
	const LETTER = 7; // pixels that a letter is wide: PLOT_LABEL_WIDTH
	const CLOCK = 11; // characters of `12:30:00`, and what keeps two apart

	const ROUND = [10n * SECOND, 15n * SECOND, 30n * SECOND, MINUTE, 2n * MINUTE, 5n * MINUTE,
		10n * MINUTE, 15n * MINUTE, 30n * MINUTE, HOUR, 2n * HOUR, 3n * HOUR, 6n * HOUR, 12n * HOUR, DAY];

	const {begin, floor} = heatmapModel;
	const {seconds} = heatmapWords;

	const LENGTHS = {ns: 1n, us: 1000n, ms: MILLISECOND, s: SECOND, m: MINUTE, h: HOUR, d: DAY};

	// A length in the largest unit that makes it whole: 500ms, 1m.
	const length = (span) => {
		const unit = Object.keys(LENGTHS).reverse().find((name) => span % LENGTHS[name] === 0n);
		return span / LENGTHS[unit] + unit;
	};

	// The least round step of which a span holds at most so many.
	const decimal = (span, most) => {
		for (let unit = MILLISECOND; ; unit *= 10n)
			for (const step of [unit, 2n * unit, 5n * unit])
				if (span / step <= BigInt(most))
					return step;
	};
	const stepOf = (span, most) => {
		const step = decimal(span, most);
		return step <= ROUND[0] ? step :
			ROUND.find((round) => span / round <= BigInt(most)) || span;
	};

	const endsOf = (model) => [begin(model, 0, 0), begin(model, model.columns, 0)];

	// Below the cells, for a plot so many pixels wide.
	const times = (model, width) => {
		const [start, end] = endsOf(model), found = [];
		const longest = Math.max(seconds(start).length, seconds(end).length);
		let step = decimal(end - start, Math.max(Math.floor(width / ((longest + 3) * LETTER)), 1));
		if (step < model.column)
			step = model.column;
		for (let time = -floor(-start, step) * step; time <= end; time += step)
			found.push({time, label: seconds(time)});
		return found;
	};

	const UNITS = [[HOUR, " h"], [MINUTE, " min"], [SECOND, " s"], [MILLISECOND, " ms"]];

	// On their left, for a plot so many pixels high.
	const offsets = (model, height) => {
		const {column} = model, most = Math.min(Math.max(Math.floor(height / 40), 2), 11);
		const step = height < 40 ? column : stepOf(column, most), found = [];
		const [unit, name] = UNITS.find(([length]) => step >= length) || UNITS[3];
		const put = (offset) => found.push({offset, label: "+" + offset / unit + name});
		for (let offset = 0n; offset <= column - step / 2n; offset += step)
			put(offset);
		put(column);
		return found;
	};

	// What the axis of offsets is called.
	const offsetName = (model) => "offset within " + (model.column === SECOND ? "the second" :
		length(model.column));

	const two = (number) => String(number).padStart(2, "0");

	const dayOf = (date) =>
		new Date(Number(floor(date, DAY) * 86400000n)).toISOString().slice(0, 10);

	// With as much as the step needs.
	const clockOf = (date, step) => {
		const time = date - floor(date, DAY) * DAY, minutes = time / MINUTE, rest = time % MINUTE;
		if (time === 0n && step >= MINUTE)
			return dayOf(date);
		return two(minutes / 60n) + ":" + two(minutes % 60n) + (step % MINUTE === 0n ? "" :
			(rest < 10n * SECOND ? ":0" : ":") + seconds(rest));
	};

	// Above them, where the clock is known: the first day, the zone, and times.
	const clock = (model, width) => {
		if (model.wall === null)
			return null;
		const [start, end] = endsOf(model), ticks = [];
		const shown = (time) =>
			model.wall + time + BigInt(heatmapWords.ahead(model, time)) * SECOND;
		const step = stepOf(end - start, Math.max(Math.floor(width / (CLOCK * LETTER)), 2));
		for (let time = start; time <= end;) {
			const date = shown(time), rest = date - floor(date, step) * step;
			if (rest === 0n)
				ticks.push({time, label: clockOf(date, step)});
			time += step - rest;
		}
		return {day: dayOf(shown(start)), ticks,
			zone: (model.about ? "about " : "") + (!model.zones.length ? "UTC" :
				model.about ? "local" : "local time")};
	};

	return {times, offsets, offsetName, clock, length, LENGTHS};
})();
