// heatmap.js - what a heat map tells and does where scripts run: the counts of the cell under the
// pointer, a range of time selected by two clicks or a drag, and the command that cuts it.
//
// Times are BigInt, whole nanoseconds: the rule of grid.h, to the last of them.

const heatmap = (() => {
	"use strict";

	const SECOND = 1000000000n;
	const SVG = "http://www.w3.org/2000/svg";
	const BLUE = "#1463d8";

	// When a row begins; the row after the last is the beginning of the next column.  Where rows are
	// lanes, each but that begins with its column.
	const begin = (map, column, row) => map.lanes ?
		(map.first + BigInt(column) + BigInt(row === map.rows)) * map.column :
		(map.first + BigInt(column)) * map.column +
		(BigInt(row) * map.column + BigInt(map.rows) - 1n) / BigInt(map.rows);

	// Seconds with no more decimals than it takes to be exact.
	const seconds = (time) => {
		const value = time < 0n ? -time : time;
		const decimals = String(value % SECOND).padStart(9, "0").replace(/0+$/, "");
		return (time < 0n ? "-" : "") + value / SECOND + (decimals && "." + decimals);
	};

	const milliseconds = (time) => seconds(time * 1000n);

	const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

	const counted = (map, count) =>
		grouped(count) + " " + (count === 1n && map.unit === "samples" ? "sample" : map.unit);

	// number / by with one decimal, rounded down.
	const tenths = (number, by) => {
		const value = number * 10n / by;
		return grouped(value / 10n) + (value % 10n ? "." + value % 10n : "");
	};

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

	// The same from what is drawn, where each level is one count: the beginning of its title.
	const inked = (paths, n) => {
		const all = Array.from({length: n}, () => []);
		for (const path of paths) {
			const count = path.textContent.replace(/ .*/, "").replace(/,/g, "");
			let column = 0, row = 0;
			for (const run of path.getAttribute("d").split("m").slice(1)) {
				const [x, y, rows] = run.match(/-?\d+/g).map(Number);
				column += x;
				row += y;
				for (let i = 0; i < rows; i++)
					all[column][row++] = count;
			}
		}
		return all.map((counts) => counts.join());
	};

	const count = (map, column, row) => BigInt(map.counts[column].split(",")[row] || 0);

	// The samples of one column from row to row.
	const columnSum = (map, column, from, to) => {
		let total = 0n;
		for (const cell of map.counts[column].split(",").slice(from, to + 1))
			total += BigInt(cell);
		return total;
	};

	// The samples of cells a to b of the map, numbered in the order of time.  A whole column is
	// summed but once: a selection may hold thousands, anew at each move of the pointer.
	const sum = (map, a, b) => {
		const last = map.rows - 1;
		let total = 0n;
		for (let column = Math.floor(a / map.rows); column * map.rows <= b; column++) {
			const from = Math.max(a - column * map.rows, 0);
			const to = Math.min(b - column * map.rows, last);
			if (from === 0 && to === last)
				total += map.totals[column] ??= columnSum(map, column, 0, last);
			else
				total += columnSum(map, column, from, to);
		}
		return total;
	};

	// The names of lanes, whole where the label is cut.
	const names = () => Array.from(document.querySelectorAll(".lane"),
		(label) => (label.querySelector("title") || label).textContent);

	const read = (element) => ({
		first: BigInt(element.dataset.first),
		columns: Number(element.dataset.columns),
		column: BigInt(element.dataset.column),
		rows: Number(element.dataset.rows),
		lanes: "lanes" in element.dataset ? names() : null,
		unit: element.dataset.unit,
		before: element.dataset.before,
		after: element.dataset.after,
		counts: element.textContent ? columns(element.textContent) : inked(
			document.querySelectorAll(".cells > [class^=l]"), Number(element.dataset.columns)),
		totals: [],
	});

	// What a selection of cells a to b is: when, how much, and the command that cuts it.
	const describe = (map, a, b) => {
		const end = b + 1;
		const from = begin(map, Math.floor(a / map.rows), a % map.rows);
		const to = begin(map, Math.floor(end / map.rows), end % map.rows);
		const total = sum(map, a, b);
		return {
			from, to, total,
			account: "selected " + seconds(from) + " s to " + seconds(to) + " s: " +
				seconds(to - from) + " s, " + counted(map, total) + ", " +
				tenths(total * SECOND, to - from) + " a second",
			command: map.before + seconds(from) + " " + seconds(to) + map.after,
		};
	};

	const tell = (map, column, row) => {
		const from = begin(map, column, row);
		const to = begin(map, column, map.lanes ? map.rows : row + 1);
		const start = begin(map, column, 0);
		const what = counted(map, count(map, column, row));
		if (map.lanes)
			return map.lanes[row] + ", " + seconds(from) + " s to " + seconds(to) + " s: " +
				what;
		if (map.column !== SECOND)
			return seconds(from) + " s to " + seconds(to) + " s: " + what;
		return "second " + start / SECOND + ", " + milliseconds(from - start) + " to " +
			milliseconds(to - start) + " ms: " + what;
	};

	// The outline of cells a to b, in columns and rows.
	const outline = (map, a, b) => {
		const left = Math.floor(a / map.rows), right = Math.floor(b / map.rows);
		const low = a % map.rows, high = b % map.rows + 1;
		if (left === right)
			return `M${left} ${low}h1V${high}h-1z`;
		if (right === left + 1 && high <= low)
			return `M${left} ${low}V${map.rows}h1V${low}zM${right} 0V${high}h1V0z`;
		return `M${left} ${low}V${map.rows}H${right}V${high}h1V0H${left + 1}V${low}z`;
	};

	const make = (parent, name, attributes) => {
		const element = document.createElementNS(SVG, name);
		for (const key in attributes)
			element.setAttribute(key, attributes[key]);
		return parent.appendChild(element);
	};

	// Where there is no clipboard to write to, what is selected on the page can still be copied.
	const copy = (what, element, done) => {
		const older = () => {
			const shown = element.textContent, selection = getSelection();
			element.textContent = what;
			selection.selectAllChildren(element);
			if (document.execCommand("copy"))
				done();
			selection.removeAllRanges();
			element.textContent = shown;
		};
		if (navigator.clipboard)
			navigator.clipboard.writeText(what).then(done, older);
		else
			older();
	};

	// The texts and marks that the script adds to the picture.
	const furnish = (svg, cells) => {
		const box = svg.viewBox.baseVal, line = (y, more) =>
			make(svg, "text", {x: 24, y: box.height - y, ...more});
		for (const title of cells.querySelectorAll("title"))
			title.remove();
		const mark = (more) => make(cells, "path", {class: "mark", stroke: BLUE,
			"vector-effect": "non-scaling-stroke", "pointer-events": "none", ...more});
		return {
			chosen: mark({fill: BLUE, "fill-opacity": 0.2, "stroke-width": 2}),
			under: mark({fill: "none", "stroke-width": 2}),
			detail: line(75, {class: "quiet", fill: "#5f656c"}),
			account: line(46, {}),
			command: line(22, {"font-family": "ui-monospace,Menlo,Consolas,monospace",
				style: "cursor:pointer"}),
			button: make(svg, "g", {style: "cursor:pointer", visibility: "hidden"}),
		};
	};

	const start = (svg) => {
		const map = read(svg.querySelector("metadata.counts"));
		const cells = svg.querySelector(".cells"), plot = svg.querySelector(".plot");
		const parts = furnish(svg, cells);
		const hint = "click two cells, or drag, to select a range of time";
		const last = map.columns * map.rows - 1;
		let press = null, down = null, open = null, dragged = false, timer = 0, command = "";

		make(parts.button, "rect", {class: "plot", y: -15, width: 66, height: 22, rx: 4,
			fill: "#fff", stroke: "#8a9097"});
		const label = make(parts.button, "text",
			{x: 33, "text-anchor": "middle", "font-size": 11});

		const say = (what) => {
			label.textContent = what;
		};

		// The number of the cell under the pointer; outside, the nearest with near, else null.
		const find = (event, near) => {
			const at = new DOMPoint(event.clientX, event.clientY)
				.matrixTransform(cells.getScreenCTM().inverse());
			const column = Math.floor(at.x), row = Math.floor(at.y);
			const inside = column >= 0 && column < map.columns && row >= 0 && row < map.rows;
			if (!inside && !near)
				return null;
			return Math.min(Math.max(column, 0), map.columns - 1) * map.rows +
				Math.min(Math.max(row, 0), map.rows - 1);
		};

		// Of a map that is wider than the window, the texts stay where the reader is.
		const place = () => {
			const seen = new DOMPoint(0, 0).matrixTransform(svg.getScreenCTM().inverse());
			const x = Math.max(seen.x, 0) + 24;
			for (const text of [parts.detail, parts.account, parts.command])
				text.setAttribute("x", x);
			const right = x + parts.command.getComputedTextLength() + 14;
			parts.button.setAttribute(
				"transform", `translate(${right} ${parts.command.getAttribute("y")})`);
		};

		const hover = (cell) => {
			parts.under.setAttribute("d", cell === null ? "" : outline(map, cell, cell));
			parts.detail.textContent = cell === null ? hint :
				tell(map, Math.floor(cell / map.rows), cell % map.rows);
		};

		// A command that is too long for the page is shown cut, and copied whole.
		const show = (account, whole, path) => {
			const wide = Math.min(svg.viewBox.baseVal.width, innerWidth / svg.getScreenCTM().a);
			const room = Math.max(Math.floor((wide - 2 * 24 - 80) / (0.61 * 12)), 2);
			command = whole;
			parts.account.textContent = account;
			parts.command.textContent =
				whole.length > room ? whole.slice(0, room - 2) + ".." : whole;
			parts.chosen.setAttribute("d", path);
			parts.button.setAttribute("visibility", whole ? "visible" : "hidden");
			place();
			say("copy");
		};

		const select = (a, b) => {
			let from = Math.min(a, b), to = Math.min(Math.max(a, b), last);
			// Of lanes, all at a time: a slice has them all.
			if (map.lanes) {
				from -= from % map.rows;
				to += map.rows - 1 - to % map.rows;
			}
			const range = describe(map, from, to);
			show(range.account, range.command, outline(map, from, to));
		};

		const clear = () => {
			press = open = null;
			show("", "", "");
		};

		const copied = () => {
			say("copied");
			clearTimeout(timer);
			timer = setTimeout(() => say("copy"), 1500);
		};

		svg.addEventListener("pointerdown", (event) => {
			press = event.button === 0 ? find(event, false) : null;
			down = event;
			dragged = false;
			if (press !== null)
				event.preventDefault();
		});
		svg.addEventListener("mousedown", (event) => {
			if (press !== null)
				event.preventDefault();
		});
		addEventListener("pointermove", (event) => {
			const cell = find(event, press !== null);
			hover(cell);
			// A hand trembles when it clicks.
			if (press !== null && cell !== press &&
				Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > 3)
				dragged = true;
			if (dragged && press !== null)
				select(press, cell);
			else if (open !== null && cell !== null)
				select(open, cell);
		});
		addEventListener("pointerup", (event) => {
			if (press === null)
				return;
			const cell = dragged ? find(event, true) : press;
			const from = dragged || open === null ? press : open;
			open = dragged || open !== null ? null : press;
			press = null;
			dragged = false;
			select(from, cell);
		});
		addEventListener("scroll", place);
		addEventListener("pointercancel", () => {
			press = null;
		});
		addEventListener("keydown", (event) => {
			if (event.key === "Escape")
				clear();
		});
		for (const part of [parts.command, parts.button])
			part.addEventListener("click", () => copy(command, parts.command, copied));
		cells.style.cursor = plot.style.cursor = "crosshair";
		hover(null);
		clear();
	};

	return {begin, seconds, columns, inked, sum, describe, outline, start};
})();

if (typeof document !== "undefined")
	heatmap.start(document.documentElement);
