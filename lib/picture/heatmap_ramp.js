// heatmap_ramp.js - which colour a count has on a heat map that is drawn in a page: the linear scale of
// ramp.h, and what heat.h has for samples that do not stand out.
//
//	const ramp = heatmapRamp.of("#ffe8dc #ff8748 #d00707;#eceef0 #dde0e3", 4);
//	ramp.color(ramp.level(3))
//	ramp.grey(2, 4)
//
// The colours are those of the program, which tells them: from that of the fewest samples to that of the
// most, and greys.  Nothing here touches a document.

const heatmapRamp = (() => {
	"use strict";

	const LEVELS = 32; // RAMP_LEVELS

	const parse = (color) => parseInt(color.slice(1), 16);
	const show = (color) => "#" + color.toString(16).padStart(6, "0");

	// Between a and b, a byte of the colour at a time.
	const mix = (a, b, at, extent) => {
		let color = 0;
		for (const shift of [16, 8, 0]) {
			const sum = (a >> shift & 255) * (extent - at) + (b >> shift & 255) * at;
			color |= Math.floor((sum + (extent >> 1)) / extent) << shift;
		}
		return color;
	};

	const of = (told, max) => {
		const [stops, greys] = told.split(";").map((list) => list.split(" ").map(parse));
		const levels = Math.min(max, LEVELS), last = stops.length - 1;
		const color = (level) => {
			const extent = levels - 1, at = (level - 1) * last;
			if (extent < 1 || at === extent * last)
				return show(stops[last]);
			const from = Math.floor(at / extent);
			return show(mix(stops[from], stops[from + 1], at % extent, extent));
		};
		return {
			max, levels, color,
			// 0 for 0.
			level: (count) => count === 0 ? 0 : count >= max ? levels :
				1 + Math.floor((count - 1) * levels / max),
			most: (level) => Math.ceil(level * max / levels),
			// Of a cell without samples that stand out: hottest is that of all.
			grey: (count, hottest) =>
				show(greys[Math.floor((count - 1) * greys.length / hottest)]),
		};
	};

	return {of};
})();
