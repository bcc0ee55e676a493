// scope_view.js - what stands on the page around map and flame graph: fields, buttons, and what they
// say.  It asks the page (scope.js) to change, and shows what has come of it.

const scopeView = (() => {
	"use strict";

	const time = scopeTime;

	const {make, button, choice, choose, field, copy, flash} = scopeParts;
	const byNumber = new Intl.Collator("en", {numeric: true});

	const start = (main, page) => {
		const {change} = page, two = page.model.profiles.length > 1;
		document.getElementById("still").remove();
		document.documentElement.classList.add("live");

		// ---- above the map ----
		const bar = make(main, "nav", {"aria-label": "map"});
		const {home} = page;
		const columns = choice(bar, "Columns", [], (value) =>
			page.regroup({column: time.parseLength(value)}));
		const divisions = [10, 20, 25, 50, 100, 200, home.rows].sort((a, b) => a - b)
			.filter((rows, i, all) => rows !== all[i - 1]);
		const groups = [["thread", "threads"], ["process", "processes"], ["cpu", "CPUs"]];
		const by = choice(bar, "Rows", [...divisions.map((rows) => [rows, rows + " offsets"]),
			...groups.filter(([what]) => page.counter.isTold(what))],
		(value) => page.regroup(Number(value) ? {by: "offset", rows: Number(value)} : {by: value}));
		const listColumns = (state) => {
			const lengths = page.lengths().map(time.length), key = lengths.join();
			if (columns.dataset.lengths !== key) {
				columns.textContent = "";
				for (const length of lengths)
					make(columns, "option", {value: length}, length);
				columns.dataset.lengths = key;
			}
			choose(columns, time.length(state.column || home.column));
		};
		const zooming = make(bar, "span", {class: "group"});
		button(zooming, "\u2212", "zoom out in time (-)", () => page.zoomTime(2));
		button(zooming, "+", "zoom in in time (+)", () => page.zoomTime(0.5));
		button(zooming, "zoom to selection", "the map shows what is selected (z)", () =>
			page.look(page.rangeOf()));
		const presets = make(bar, "span", {class: "group"});
		button(presets, "whole profile", "select all, and show it (Escape)", () => clear());
		button(presets, "busiest second", "select the second with the most samples (b)",
			() => page.busiest());
		button(bar, "search", "light the cells and the frames that match a regular expression (/)",
			() => flame.command("find"));
		const {ranges} = page.model;
		const named = ranges.length ?
			choice(bar, "", [["", "ranges"], ...ranges.map((range, i) => [i, range.name ||
				time.seconds(range.from) + " s to " + time.seconds(range.to) + " s"])],
			(value) => value && page.goTo([ranges[value].from, ranges[value].to])) : null;
		const only = choice(bar, "Only", [], (name) => change(
			{filter: name ? [groupOf(page.state()), name] : null}, {map: true}));

		// ---- maps ----
		const above = make(main, "div", {id: "above"});
		const hover = make(above, "p", {id: "cell", "aria-live": "polite"});
		const legend = make(above, "span", {id: "legend"});
		const hint = "drag, or click twice, to select a range of time" +
			(two ? "" : "; with Ctrl another one to compare it with");
		let ready = false; // what is selected at first is what the page was opened with

		const selected = (second) => (from, to, done) =>
			ready && page.select(from === null ? null : [from, to], second, done);
		const maps = page.model.profiles.map((_, i) => {
			if (two)
				make(main, "h2", {}, i ? "Before" : "After");
			const host = make(main, "div", {class: "map"});
			const map = scopeMap(host, {
				high: two ? 200 : 300,
				changed: selected(i > 0),
				second: two ? undefined : selected(true),
				hover: (cell) => {
					hover.textContent = cell ?
						heatmapWords.cell(map.model, cell.column, cell.row) : hint;
				},
				pick: (name) => page.counter.group(page.state().by).names.includes(name) &&
					change({filter: [page.state().by, name]}, {map: true}),
			});
			return Object.assign(map, {host});
		});
		hover.textContent = hint;

		// What rows are told apart by, or samples are chosen by.
		const groupOf = (state) => state.filter ? state.filter[0] : state.by;
		let listed = "";
		const listGroups = (state) => {
			const what = groupOf(state);
			only.parentNode.hidden = what === "offset";
			if (what !== "offset" && what !== listed) {
				only.textContent = "";
				make(only, "option", {value: ""}, "all of them");
				for (const name of [...page.counter.group(what).names].sort(byNumber.compare))
					make(only, "option", {value: name}, name);
			}
			listed = what;
			only.value = state.filter ? state.filter[1] : "";
		};

		// ---- the selection ----
		const chosen = make(main, "section", {id: "selection", "aria-label": "selection"});
		const set = (what, at) => (value) => {
			const state = page.state(), moment = time.parse(value);
			const range = [...state[what] || page.rangeOf()];
			if (moment !== null)
				range[at] = moment;
			change(range[0] < range[1] ? {[what]: range} : {});
		};
		const fields = (line, what, name) => {
			const from = field(line, {"aria-label": name + "from, in seconds", class: "time"}, set(what, 0));
			make(line, "span", {}, "to");
			const to = field(line, {"aria-label": name + "to, in seconds", class: "time"}, set(what, 1));
			make(line, "span", {}, "s");
			return (range) => [from, to].forEach((one, i) => {
				if (document.activeElement !== one)
					one.value = time.seconds(range[i]);
			});
		};
		const first = make(chosen, "div", {class: "line"});
		button(first, "\u25c0", "the range before it, as long (p)", () => page.step(-1));
		const tellRange = fields(first, "range", "");
		button(first, "\u25b6", "the range after it, as long (n)", () => page.step(1));
		const account = make(first, "output", {id: "account"});
		const clock = make(first, "span", {id: "clock"});
		const second = make(chosen, "div", {class: "line"});
		const base = choice(second, "Compare with", [["", "nothing"], ["rest", "the rest"],
			["range", two ? "a range of before" : "a range (Ctrl-drag)"], ...two ? [["before", "the profile before"]] : []],
		(value) => change({base: value === "range" ? page.whole(page.model.profiles[two ? 1 : 0]) : value || null,
			show: value ? page.state().show === "flame" ? "change" : page.state().show :
				"flame"}));
		const baseTimes = make(second, "span", {class: "times"});
		const tellBase = fields(baseTimes, "base", "compared with, ");
		const show = choice(second, "Show", [["flame", "flame graph"], ["change", "difference"],
			["lost", "what is gone (elided)"]], (value) => change({show: value}));
		const raw = make(make(second, "label", {}), "input", {type: "checkbox"});
		raw.after(" counts as they are");
		raw.addEventListener("change", () => change({raw: raw.checked}));
		const baseAccount = make(second, "output", {id: "base"});
		const third = make(chosen, "div", {class: "line"});
		const command = make(third, "code", {id: "command", tabindex: 0});
		const copying = (label, title, what) => {
			const element = button(third, label, title, () =>
				copy(what(), element, () => flash(element, "copied")));
			return element;
		};
		copying("copy command", "the command that makes this flame graph", () =>
			command.textContent);
		copying("copy link", "this page as it is now", () => location.href.split("#")[0] + page.hashOf());
		button(third, "save SVG", "the flame graph as a file", () => save());

		// ---- the flame graph ----
		// What colours mean: kinds of frames that there are, or a change.
		const kinds = make(main, "p", {id: "kinds"});
		const known = page.told.kinds.split(",").map((one) => one.split(" "))
			.filter(([word]) => page.model.frames.some(({kind}) => kind === word[0].toLowerCase()));
		const showKinds = (change) => {
			const list = change ? [["more", "#ee624a"], ["less", "#5c8ef0"], ["not there before", ""]] :
				known;
			kinds.textContent = "";
			for (const [word, color] of list) {
				make(kinds, "i", color ? {} : {class: "new"}).style.background = color;
				make(kinds, "span", {}, word);
			}
		};
		const flameHost = make(main, "div", {id: "flame"});
		const flame = scopeFlame(flameHost, {unit: page.told.unit, changed: page.flamed});

		const save = () => {
			const [a, b] = page.rangeOf().map(time.seconds), picture = flame.save();
			const address = URL.createObjectURL(new Blob([picture], {type: "image/svg+xml"}));
			const anchor = make(main, "a", {href: address, download: `flame-${a}-${b}.svg`});
			anchor.click();
			anchor.remove();
			setTimeout(() => URL.revokeObjectURL(address), 1000);
		};

		const clear = () => {
			maps.forEach((map) => map.clear());
			page.reset();
			page.look(null);
		};

		const tell = (now) => {
			const {state} = now;
			tellRange(now.range);
			baseTimes.hidden = !Array.isArray(state.base);
			if (!baseTimes.hidden)
				tellBase(state.base);
			account.textContent = now.account;
			clock.textContent = now.clock.replace(/^[ \u00b7]+/, "");
			baseAccount.textContent = now.base;
			command.textContent = now.command;
			base.value = Array.isArray(state.base) ? "range" : state.base || "";
			show.value = state.show;
			show.parentNode.hidden = !state.base;
			raw.parentNode.hidden = !state.base || state.show !== "change";
			raw.checked = state.raw;
			const rows = state.rows || home.rows;
			choose(by, state.by === "offset" ? rows : state.by, rows + " offsets");
			listColumns(state);
			showKinds(state.base && state.show === "change");
			listGroups(state);
			if (named)
				named.value = String(state.range ? ranges.findIndex(({from, to}) =>
					from === state.range[0] && to === state.range[1]) : "").replace("-1", "");
		};

		const keys = {n: () => page.step(1), p: () => page.step(-1), b: () => page.busiest(),
			"+": () => page.zoomTime(0.5), "-": () => page.zoomTime(2),
			z: () => page.look(page.rangeOf()), "/": () => flame.command("find"),
			Escape: () => clear()};
		window.addEventListener("keydown", (event) => {
			if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
				return;
			if (/^(input|select|textarea)$/.test(event.target.localName)) {
				if (event.key === "Escape")
					event.target.blur();
				return;
			}
			if (keys[event.key]) {
				event.preventDefault();
				keys[event.key]();
			}
		});
		let width = innerWidth;
		window.addEventListener("resize", () => {
			if (innerWidth !== width)
				change({}, {map: true});
			width = innerWidth;
		});
		// As legend.c has it: a number a colour where there are few of them.
		const tellLegend = (ramp, query) => {
			const few = ramp.levels <= 12 && ramp.levels === ramp.max;
			const middle = Math.floor((ramp.levels + 1) / 2);
			legend.textContent = "";
			make(legend, "span", {}, page.told.unit + " in a cell" +
				(query ? " that match " + query + "; grey: none does" : ""));
			const scale = make(legend, "span", {class: few ? "scale few" : "scale"});
			for (let level = 1; level <= ramp.levels; level++) {
				const swatch = make(scale, "i");
				swatch.style.background = ramp.color(level);
				if (few || level === 1 || level === ramp.levels ||
					(level === middle && ramp.levels > 6))
					make(swatch, "b", {}, time.grouped(level === 1 ? 1 : ramp.most(level)));
			}
		};

		return {maps, flame, flameHost, tell, legend: tellLegend,
			mark: (range, second_) => {
				maps.forEach((map, i) => map.mark(i ? second_ : range, two ? null : second_));
				ready = true;
			}};
	};

	return start;
})();
