// scope_view.js - what stands on the page around map and flame graph: fields, buttons, and what they
// say.  It asks the page (scope.js) to change, and shows what has come of it.

const scopeView = (() => {
	"use strict";

	const time = scopeTime;

	const make = (parent, name, attributes = {}, content = "") => {
		const element = document.createElement(name);
		for (const key in attributes)
			element.setAttribute(key, attributes[key]);
		element.textContent = content;
		return parent.appendChild(element);
	};

	const button = (parent, label, title, action) => {
		const element = make(parent, "button", {type: "button", title}, label);
		element.addEventListener("click", action);
		return element;
	};

	const choice = (parent, label, options, change) => {
		const element = make(make(parent, "label", {}, label + " "), "select");
		for (const [value, name] of options)
			make(element, "option", {value}, name);
		element.addEventListener("change", () => change(element.value));
		return element;
	};

	const field = (parent, attributes, change) => {
		const element = make(parent, "input", {type: "text", spellcheck: "false",
			autocomplete: "off", ...attributes});
		element.addEventListener("change", () => change(element.value));
		return element;
	};

	// Where there is no clipboard to write to, what is selected on the page can still be copied.
	const copy = (what, element, done) => {
		const older = () => {
			const area = make(document.body, "textarea", {}, what);
			area.select();
			const copied = document.execCommand("copy");
			area.remove();
			element.focus();
			if (copied)
				done();
		};
		if (navigator.clipboard)
			navigator.clipboard.writeText(what).then(done, older);
		else
			older();
	};

	const flash = (element, word) => {
		const label = element.textContent;
		element.textContent = word;
		element.disabled = true;
		setTimeout(() => {
			element.textContent = label;
			element.disabled = false;
		}, 1200);
	};

	const start = (main, page) => {
		const {change} = page, two = page.model.profiles.length > 1;
		document.getElementById("still").remove();
		document.documentElement.classList.add("live");

		// ---- above the map ----
		const bar = make(main, "nav", {"aria-label": "map"});
		const by = choice(bar, "Rows", [["offset", "offset"], ["thread", "threads"],
			["process", "processes"], ["cpu", "CPUs"]],
		(value) => change({by: value}, {map: true}));
		const zooming = make(bar, "span", {class: "group"});
		button(zooming, "\u2212", "zoom out in time (-)", () => page.zoomTime(2));
		button(zooming, "+", "zoom in in time (+)", () => page.zoomTime(0.5));
		button(zooming, "zoom to selection", "the map shows what is selected (z)", () =>
			page.look(page.rangeOf()));
		const presets = make(bar, "span", {class: "group"});
		button(presets, "whole profile", "select all, and show it (Escape)", () => clear());
		button(presets, "busiest second", "select the second with the most samples (b)",
			() => page.busiest());
		const {ranges} = page.model;
		if (ranges.length)
			choice(presets, "", [["", "ranges"], ...ranges.map((range, i) => [i, range.name ||
				time.seconds(range.from) + " s to " + time.seconds(range.to) + " s"])],
			(value) => value && change({range: [ranges[value].from, ranges[value].to]}));
		const only = make(bar, "button", {type: "button", class: "chip", hidden: ""});
		only.addEventListener("click", () => change({filter: null}, {map: true}));
		const legend = make(bar, "span", {id: "legend"});

		// ---- maps ----
		const hover = make(main, "p", {id: "cell", "aria-live": "polite"});
		const maps = page.model.profiles.map((profile, i) => {
			if (two)
				make(main, "h2", {}, i ? "Before" : "After");
			const host = make(main, "div", {class: "map"});
			const map = scopeMap(host, {
				hover: (cell) => tellCell(map, cell),
				pick: (row) => {
					const name = map.shown.labels[row];
					if (page.counter.group(page.state().by).names.includes(name))
						change({filter: [page.state().by, name]}, {map: true});
				},
			});
			map.svg.setAttribute("aria-label", "heat map: arrows move, Enter selects");
			return Object.assign(map, {host});
		});
		const selecting = scopeSelect(maps[0], {range: () => page.state().range,
			select: (range, second, done) => page.select(range, second && !two, done)});
		if (two)
			scopeSelect(maps[1], {select: (range, _, done) => page.select(range, true, done),
				range: () => page.state().base});

		const tellCell = (map, cell) => {
			if (cell === null) {
				hover.textContent = "drag, or click twice, to select a range of time; with Ctrl " +
					"another one to compare it with";
				return;
			}
			const {rows} = map.shown.grid;
			hover.textContent = heatmapWords.cell(map.shown.model, Math.floor(cell / rows), cell % rows);
		};

		// ---- the selection ----
		const chosen = make(main, "section", {id: "selection", "aria-label": "selection"});
		const set = (at) => (value) => {
			const moment = time.parse(value), range = [...page.rangeOf()];
			if (moment !== null)
				range[at] = moment;
			if (range[0] < range[1])
				change({range});
			else
				change({});
		};
		const first = make(chosen, "div", {class: "line"});
		button(first, "\u25c0", "the range before it, as long (p)", () => page.step(-1));
		const from = field(first, {"aria-label": "from, in seconds", class: "time"}, set(0));
		make(first, "span", {}, "to");
		const to = field(first, {"aria-label": "to, in seconds", class: "time"}, set(1));
		make(first, "span", {}, "s");
		button(first, "\u25b6", "the range after it, as long (n)", () => page.step(1));
		const account = make(first, "output", {id: "account"});
		const second = make(chosen, "div", {class: "line"});
		const base = choice(second, "Compare with", [["", "nothing"], ["rest", "the rest"],
			["range", two ? "a range of before" : "a range (Ctrl-drag)"], ...two ? [["before", "the profile before"]] : []],
		(value) => change({base: value === "range" ? page.whole(page.model.profiles[two ? 1 : 0]) : value || null,
			show: value ? page.state().show === "flame" ? "change" : page.state().show :
				"flame"}));
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
		copying("copy link", "this page as it is now", () => location.href.split("#")[0] + "#" +
			scopeState.write(page.state()));
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
			selecting.clear();
			page.reset();
			page.look(null);
		};

		const tell = (now) => {
			const {state} = now;
			if (document.activeElement !== from)
				from.value = time.seconds(now.range[0]);
			if (document.activeElement !== to)
				to.value = time.seconds(now.range[1]);
			account.textContent = now.account;
			baseAccount.textContent = now.base;
			command.textContent = now.command;
			base.value = Array.isArray(state.base) ? "range" : state.base || "";
			show.value = state.show;
			show.parentNode.hidden = raw.parentNode.hidden = !state.base;
			raw.checked = state.raw;
			by.value = state.by;
			showKinds(state.base && state.show === "change");
			only.hidden = !state.filter;
			only.textContent = state.filter ? "only " + state.filter[1] + " \u00d7" : "";
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
		tellCell(maps[0], null);

		return {maps, flame, flameHost, tell,
			mark: (range, second_) => maps.forEach((map, i) =>
				map.mark(i ? null : range, two && i ? second_ : two ? null : second_)),
			legend: (max) => {
				legend.textContent = "";
				const levels = scopeGrid.levels(max);
				const dark = matchMedia("(prefers-color-scheme: dark)").matches;
				make(legend, "span", {}, max ? "1 " : "");
				const stops = Array.from({length: levels}, (_, i) =>
					scopeGrid.color(i + 1, levels, dark));
				const strip = make(legend, "i");
				strip.style.background = levels > 1 ? `linear-gradient(90deg,${stops})` : stops[0];
				make(legend, "span", {}, ` ${time.grouped(max)} ${page.told.unit} in a cell`);
			}};
	};

	return start;
})();
