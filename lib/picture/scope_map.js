// scope_map.js - draws a heat map of counts that the page made, and tells what is pointed at.
//
//	const map = scopeMap(host, {select, hover, pick});
//	map.show({grid, counts, lit, labels, unit});
//	map.mark([from, to], base);
//
// Time runs to the right by columns; a row is an offset within the column, from the bottom up, or,
// where there are labels, what they say, from the top down.  Cells are pixels of a canvas, a level of
// colour each, stretched; all else is an SVG over it.

const scopeMap = (() => {
	"use strict";

	const time = scopeTime, rule = scopeGrid;
	const SVG = "http://www.w3.org/2000/svg";
	const BOTTOM = 36, TOP = 8, RIGHT = 12;

	const make = (parent, name, attributes = {}, text) => {
		const element = document.createElementNS(SVG, name);
		for (const key in attributes)
			element.setAttribute(key, attributes[key]);
		if (text !== undefined)
			element.textContent = text;
		return parent.appendChild(element);
	};

	const rgb = (color) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));

	// The colours of all levels, then those of what is not lit.
	const inks = (levels, dark) => Array.from({length: levels}, (_, i) => ({
		lit: rgb(rule.color(i + 1, levels, dark)),
		grey: Array(3).fill(dark ? 48 + Math.round(40 * i / levels) :
			236 - Math.round(60 * i / levels)),
	}));

	const paint = (canvas, shown, dark) => {
		const {columns, rows} = shown.grid, counts = shown.lit || shown.counts;
		const max = counts.reduce((a, b) => a > b ? a : b, 0), all = inks(rule.levels(max), dark);
		const most = shown.counts.reduce((a, b) => a > b ? a : b, 0);
		const under = inks(rule.levels(most), dark);
		canvas.width = columns;
		canvas.height = rows;
		const context = canvas.getContext("2d"), image = context.createImageData(columns, rows);
		for (let cell = 0; cell < counts.length; cell++) {
			if (!shown.counts[cell])
				continue;
			const row = cell % rows, y = shown.labels ? row : rows - 1 - row;
			const at = 4 * (y * columns + (cell - row) / rows);
			const ink = counts[cell] ? all[rule.level(counts[cell], max) - 1].lit :
				under[rule.level(shown.counts[cell], most) - 1].grey;
			image.data[at] = ink[0];
			image.data[at + 1] = ink[1];
			image.data[at + 2] = ink[2];
			image.data[at + 3] = 255;
		}
		context.putImageData(image, 0, 0);
		return max;
	};

	const STEPS = [1n, 2n, 5n];
	// The least of 1, 2, 5 and zeros, nanoseconds, of which a span holds at most so many.
	const tickStep = (span, most) => {
		for (let unit = 1n; ; unit *= 10n)
			for (const step of STEPS)
				if (span / (step * unit) <= BigInt(most))
					return step * unit;
	};

	const plotOf = (host, shown) => {
		const whole = Math.max(host.clientWidth, 280), narrow = whole < 600;
		const left = shown.labels ? (narrow ? 96 : 190) : narrow ? 58 : 64;
		const row = shown.labels ? 18 :
			Math.max(Math.floor((narrow ? 200 : 300) / shown.grid.rows), 2);
		return {left, top: TOP, width: whole - left - RIGHT, height: row * shown.grid.rows, whole};
	};

	const start = (host, told) => {
		const canvas = host.appendChild(document.createElement("canvas"));
		const svg = make(host, "svg", {tabindex: 0, role: "application",
			"aria-roledescription": "heat map"});
		const axes = make(svg, "g"), marks = make(svg, "g", {"pointer-events": "none"});
		let shown = null, plot = null, marked = [null, null], under = null;

		// Where a time is: column, and offset within it from 0 to 1.
		const placeOf = (at) => {
			const {first, column, columns} = shown.grid;
			const from = at - first * column, number = time.floor(from, column);
			if (number < 0n)
				return [0, 0];
			if (number >= BigInt(columns))
				return [columns, 0];
			return [Number(number), Number(from - number * column) / Number(column)];
		};

		const x = (column) => plot.left + column * plot.width / shown.grid.columns;
		const y = (offset) => plot.top + plot.height * (1 - offset);

		// The outline of what lies between two times.
		const outline = ([from, to]) => {
			const [a, low] = placeOf(from), [b, high] = placeOf(to);
			if (shown.labels)
				return `M${x(a + low)} ${plot.top}H${x(b + high)}V${y(0)}H${x(a + low)}z`;
			if (a === b)
				return `M${x(a)} ${y(low)}H${x(a + 1)}V${y(high)}H${x(a)}z`;
			if (b === a + 1 && high <= low)
				return `M${x(a)} ${y(low)}V${y(1)}H${x(b)}V${y(low)}z` +
					(high ? `M${x(b)} ${y(0)}V${y(high)}H${x(b + 1)}V${y(0)}z` : "");
			return `M${x(a)} ${y(low)}V${y(1)}H${x(b)}` +
				(high ? `V${y(high)}H${x(b + 1)}` : "") + `V${y(0)}H${x(a + 1)}V${y(low)}z`;
		};

		const drawMarks = () => {
			marks.textContent = "";
			const [range, base] = marked;
			if (base)
				make(marks, "path", {class: "base", d: outline(base)});
			if (range)
				make(marks, "path", {class: "chosen", d: outline(range)});
			for (const {from, to, name} of shown.ranges || [])
				make(make(marks, "path", {class: "range", d: outline([from, to])}), "title", {},
					name);
			if (under !== null)
				make(marks, "path", {class: "under", d: cellOutline(under)});
		};

		const cellOutline = (cell) => {
			const {rows} = shown.grid, column = Math.floor(cell / rows), row = cell % rows;
			const at = shown.labels ? rows - 1 - row : row;
			return `M${x(column)} ${y(at / rows)}H${x(column + 1)}V${y((at + 1) / rows)}` +
				`H${x(column)}z`;
		};

		const tickX = (at, label) => {
			const [column, offset] = placeOf(at), place = x(column + offset);
			make(axes, "path", {class: "line", d: `M${Math.round(place) + 0.5} ${y(0)}v5`});
			make(axes, "text", {x: place, y: y(0) + 18, "text-anchor": "middle"}, label);
		};

		const drawTimes = () => {
			const {grid} = shown, start = rule.begin(grid, 0, 0);
			const end = rule.begin(grid, grid.columns, 0);
			const longest = Math.max(time.seconds(start).length, time.seconds(end).length);
			const step = tickStep(end - start, Math.max(Math.floor(
				plot.width / ((longest + 4) * 7)), 1));
			const first = -time.floor(-start, step) * step;
			for (let at = first; at <= end; at += step)
				tickX(at, time.seconds(at));
			make(axes, "text", {class: "name", x: plot.left + plot.width / 2, y: y(0) + 33,
				"text-anchor": "middle"}, "time in seconds");
		};

		const drawOffsets = () => {
			const {column} = shown.grid, most = Math.max(Math.floor(plot.height / 44), 2);
			const step = tickStep(column, most);
			for (let at = 0n; at <= column; at += step) {
				const place = Math.round(y(Number(at) / Number(column)));
				make(axes, "path", {class: "line", d: `M${plot.left} ${place}.5h-5`});
				make(axes, "text", {x: plot.left - 8, y: place + 4, "text-anchor": "end"},
					at ? "+" + time.length(at) : "0");
			}
		};

		const drawLabels = () => shown.labels.forEach((label, row) => {
			const place = plot.top + (row + 0.5) * plot.height / shown.grid.rows;
			const room = Math.floor((plot.left - 12) / 7);
			const text = make(axes, "text", {class: "label", x: plot.left - 8, y: place + 4,
				"text-anchor": "end", tabindex: 0, role: "button"},
			label.length > room ? label.slice(0, room - 2) + ".." : label);
			make(text, "title", {}, label + ": only this");
			text.addEventListener("click", () => told.pick(row));
			text.addEventListener("keydown", (event) => event.key === "Enter" && told.pick(row));
		});

		const layOut = () => {
			plot = plotOf(host, shown);
			svg.setAttribute("width", plot.whole);
			svg.setAttribute("height", plot.top + plot.height + BOTTOM);
			Object.assign(canvas.style, {left: plot.left + "px", top: plot.top + "px",
				width: plot.width + "px", height: plot.height + "px"});
			axes.textContent = "";
			make(axes, "rect", {class: "paper", x: plot.left, y: plot.top, width: plot.width,
				height: plot.height});
			make(axes, "path", {class: "line", fill: "none",
				d: `M${plot.left - 0.5} ${plot.top}V${y(0) + 0.5}H${plot.left + plot.width}`});
			drawTimes();
			if (shown.labels)
				drawLabels();
			else
				drawOffsets();
			drawMarks();
		};

		const show = (next, dark) => {
			shown = next;
			under = null;
			const max = paint(canvas, shown, dark);
			layOut();
			return max;
		};

		// The cell at a place of the window; outside the plot, the nearest with near, else null.
		const find = (event, near) => {
			const box = svg.getBoundingClientRect(), {columns, rows} = shown.grid;
			const column = Math.floor((event.clientX - box.left - plot.left) / plot.width * columns);
			const up = 1 - (event.clientY - box.top - plot.top) / plot.height;
			const row = Math.floor((shown.labels ? 1 - up : up) * rows);
			if (!near && (column < 0 || column >= columns || row < 0 || row >= rows))
				return null;
			return Math.min(Math.max(column, 0), columns - 1) * rows +
				Math.min(Math.max(row, 0), rows - 1);
		};

		const point = (cell) => {
			if (cell === under)
				return;
			under = cell;
			drawMarks();
			told.hover(cell);
		};

		return {svg, show, find, point, layOut: () => shown && layOut(),
			mark: (range, base) => {
				marked = [range, base];
				if (shown)
					drawMarks();
			},
			get shown() {
				return shown;
			},
			get under() {
				return under;
			}};
	};

	return start;
})();
