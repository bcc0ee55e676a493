// scope_map.js - draws a heat map of counts that the page made, on which a range is selected.
//
//	const map = scopeMap(host, {high: 300, hover, changed, second, pick});
//	map.show(heatmapModel.make({..}), {counts, lit, hottest, ramp, ranges});
//	map.mark([from, to], base);
//
// What it holds is in heatmap_model.js, its colours in heatmap_ramp.js, what stands beside it in
// heatmap_axes.js, and heatmap_select.js selects.  Cells are pixels of a canvas, stretched, since there may be
// a hundred thousand of them, anew at every letter of a search; all else is an SVG over it.

const scopeMap = (() => {
	"use strict";

	const SVG = "http://www.w3.org/2000/svg";
	const RIGHT = 12, LETTER = 7, NARROW = 600;

	const make = (parent, name, attributes = {}, text) => {
		const element = document.createElementNS(SVG, name);
		for (const key in attributes)
			element.setAttribute(key, attributes[key]);
		if (text !== undefined)
			element.textContent = text;
		return parent.appendChild(element);
	};

	const rgb = (color) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));

	const most = (counts) => counts.reduce((a, b) => a > b ? a : b, 0);

	// A cell a pixel, its colour by what it counts or, of a search, by what of it matches.
	const paint = (canvas, model, {counts, lit, hottest, ramp}) => {
		const {columns, rows} = model;
		canvas.width = columns;
		canvas.height = rows;
		const context = canvas.getContext("2d"), image = context.createImageData(columns, rows);
		const known = new Map();
		const inkOf = (color) => known.get(color) || known.set(color, rgb(color)).get(color);
		const inks = Array.from({length: ramp.levels}, (_, i) => inkOf(ramp.color(i + 1)));
		for (let cell = 0; cell < counts.length; cell++) {
			if (!counts[cell])
				continue;
			const row = cell % rows, column = (cell - row) / rows;
			const shown = lit ? lit[cell] : counts[cell];
			const ink = shown ? inks[ramp.level(shown) - 1] :
				inkOf(ramp.grey(counts[cell], hottest));
			const at = 4 * ((rows - 1 - row) * columns + column);
			for (let part = 0; part < 3; part++)
				image.data[at + part] = ink[part];
			image.data[at + 3] = 255;
		}
		context.putImageData(image, 0, 0);
	};

	// Names are told apart by how they begin and by the number that they end in.
	const shorten = (name, room) => {
		const number = / \d+$/.exec(name), end = number ? number[0] : "";
		return flamegraphLayout.columns(name) <= room ? name :
			flamegraphLayout.label(name.slice(0, name.length - end.length), room - end.length) + end;
	};

	const isByOffset = (model) => heatmapModel.isByOffset(model);

	// How high a row is: a name needs room, but for numbers that stand in order.
	const rowOf = (model, high) => {
		const room = Math.floor(high / model.rows);
		return isByOffset(model) ? Math.max(room, 2) :
			Math.min(Math.max(room, model.by === "cpu" ? 4 : 14), 20);
	};

	const plotOf = (host, model, high) => {
		const whole = Math.max(host.clientWidth, 280), narrow = whole < NARROW;
		const longest = Math.max(0, ...model.labels.map((label) => flamegraphLayout.columns(label)));
		const left = isByOffset(model) ? narrow ? 70 : 92 :
			26 + Math.min(Math.max(longest, 6), narrow ? 14 : 32) * LETTER;
		return {left, top: model.wall === null ? 8 : 34, narrow, whole,
			width: whole - left - RIGHT, height: rowOf(model, high) * model.rows};
	};

	const start = (host, told) => {
		const canvas = host.appendChild(document.createElement("canvas"));
		const svg = make(host, "svg");
		const paper = make(svg, "rect", {class: "plot"}), axes = make(svg, "g");
		const gaps = make(svg, "g"), ranges = make(svg, "g", {"pointer-events": "none"});
		const cells = make(svg, "g", {class: "cells"});
		let model = null, plot = null, control = null, shown = null;

		const x = (time) => {
			const [column, below] = heatmapModel.placeOf(model, time);
			return Math.floor(plot.left + (column + below / model.rows) * plot.width / model.columns);
		};
		const bottom = () => plot.top + plot.height;

		const write = (at, y, label, more = {}) =>
			make(axes, "text", {x: at, y, "text-anchor": "middle", ...more}, label);
		const tick = (d) => make(axes, "path", {class: "line", d});

		const drawTimes = () => {
			for (const {time, label} of heatmapAxes.times(model, plot.width)) {
				tick(`M${x(time)}.5 ${bottom()}v5`);
				write(x(time), bottom() + 17, label);
			}
			write(plot.left + plot.width / 2, bottom() + 33, "time in seconds");
		};

		const drawClock = () => {
			const clock = heatmapAxes.clock(model, plot.width);
			if (!clock)
				return;
			write(plot.left - 9, plot.top - 22, clock.day, {"text-anchor": "end"});
			write(plot.left - 9, plot.top - 9, clock.zone, {"text-anchor": "end"});
			for (const {time, label} of clock.ticks) {
				tick(`M${x(time)}.5 ${plot.top - 1}v-5`);
				if (x(time) > plot.left + 3 * LETTER) // or it would stand on the zone
					write(x(time), plot.top - 9, label);
			}
		};

		const drawOffsets = () => {
			for (const {offset, label} of heatmapAxes.offsets(model, plot.height)) {
				const y = bottom() - Math.floor(Number(offset) * plot.height / Number(model.column));
				tick(`M${plot.left} ${y}.5h-5`);
				write(plot.left - 9, y + 4, label, {"text-anchor": "end"});
			}
			const middle = plot.top + plot.height / 2;
			if (!plot.narrow && plot.height >= 200)
				write(16, middle, heatmapAxes.offsetName(model),
					{transform: `rotate(-90 16 ${middle})`});
		};

		// A name can be chosen; one that is cut is whole in its tooltip.
		const drawName = (name, row) => {
			const room = Math.floor((plot.left - 26) / LETTER), high = plot.height / model.rows;
			const text = write(plot.left - 9, bottom() - (row + 0.5) * high + 4,
				shorten(name, room), {class: "label", "text-anchor": "end",
					tabindex: 0, role: "button", "data-name": name});
			make(text, "title", {}, name + ": only this");
			text.addEventListener("click", () => told.pick(name));
			text.addEventListener("keydown", (event) => event.key === "Enter" && told.pick(name));
		};
		const drawNames = () => {
			const every = Math.ceil(12 / (plot.height / model.rows));
			for (let row = model.rows - 1; row >= 0; row--)
				if ((model.rows - 1 - row) % every === 0)
					drawName(model.labels[row], row);
		};

		const transform = () => `translate(${plot.left} ${bottom()}) ` +
			`scale(${plot.width / model.columns} ${-plot.height / model.rows})`;

		// What lies between two pieces, cell by cell.
		const drawGaps = () => {
			gaps.textContent = "";
			gaps.setAttribute("transform", transform());
			for (const [from, to] of model.gaps) {
				const d = heatmapModel.outlineOf(model, from, to);
				if (d)
					make(make(gaps, "path", {class: "gap", d, "shape-rendering": "crispEdges"}), "title", {},
						`between two pieces: nothing is known of ${heatmapWords.seconds(from)} s to ` +
						`${heatmapWords.seconds(to)} s`);
			}
		};

		// What --ranges told, with its names beside the last cell where they have room.
		const drawRanges = () => {
			ranges.textContent = "";
			const marks = make(ranges, "g", {transform: transform()}), taken = [];
			for (const {from, to, name} of shown.ranges) {
				const d = heatmapModel.outlineOf(model, from, to);
				if (!d)
					continue;
				make(marks, "path", {class: "range", d, "vector-effect": "non-scaling-stroke"});
				const [column, high] = heatmapModel.placeOf(model, to - 1n);
				const left = plot.left + (column + 1) * plot.width / model.columns + 4;
				const y = bottom() - (isByOffset(model) ? high : model.rows - 0.5) * plot.height / model.rows;
				const right = left + flamegraphLayout.columns(name) * LETTER;
				if (right > plot.left + plot.width || taken.some((one) =>
					left < one.right && one.left < right && Math.abs(one.y - y) < 13))
					continue;
				taken.push({left, right, y});
				make(ranges, "text", {class: "halo", x: left, y: Math.max(y + 3, plot.top + 11)}, name);
			}
		};

		const layOut = () => {
			plot = plotOf(host, model, told.high);
			svg.setAttribute("width", plot.whole);
			svg.setAttribute("height", bottom() + 40);
			Object.assign(canvas.style, {left: plot.left + "px", top: plot.top + "px",
				width: plot.width + "px", height: plot.height + "px"});
			for (const [name, value] of Object.entries({x: plot.left, y: plot.top,
				width: plot.width, height: plot.height}))
				paper.setAttribute(name, value);
			cells.setAttribute("transform", transform());
			axes.textContent = "";
			make(axes, "path", {class: "line", fill: "none",
				d: `M${plot.left - 0.5} ${plot.top}V${bottom() + 0.5}H${plot.left + plot.width}`});
			drawTimes();
			drawClock();
			if (isByOffset(model))
				drawOffsets();
			else
				drawNames();
			drawGaps();
			drawRanges();
		};

		// Control is for a second range, and not for a menu.
		svg.addEventListener("contextmenu", (event) => told.second && event.ctrlKey &&
			event.preventDefault());
		const listen = () => heatmapStart(svg, model, {keys: svg, hover: told.hover,
			changed: told.changed, second: told.second});

		return {svg, canvas,
			show: (next, told_) => {
				model = next;
				shown = told_;
				paint(canvas, model, shown);
				layOut();
				if (control)
					control.show(model);
				else
					control = listen();
			},
			mark: (range, second) => control.mark(range, second),
			clear: () => control.clear(),
			get model() {
				return model;
			},
			get shown() {
				return shown;
			}};
	};

	return Object.assign(start, {most});
})();
