// scope.js - the page: reads its data, draws what its state says, and changes that as it is told.

const scopePage = (() => {
	"use strict";

	const time = scopeTime, rule = scopeGrid;
	const DARK = matchMedia("(prefers-color-scheme: dark)");
	const TOP = {thread: 20, process: 20, cpu: 512}; // rows of a map; the rest are one row
	const LEAST = 20000000n; // nanoseconds that a map shows
	const WAIT = 200; // milliseconds that a link lags behind what is shown

	const text = (id) => document.getElementById("scope-" + id).textContent;

	const readModel = () => scopeData.parse({
		ranges: text("ranges"), frames: text("frames"), boxes: text("boxes"), stacks: text("stacks"), keys: text("keys"),
		samples: Array.from(document.querySelectorAll(".scope-samples"),
			(element) => ({...element.dataset, text: element.textContent})),
	});

	const start = (main) => {
		const told = main.dataset, model = readModel(), counter = scopeCount(model);
		const home = {column: time.parseLength(told.column), rows: Number(told.rows)};
		// Two profiles are there to be compared.
		const against = model.profiles.length > 1 ? {base: "before", show: "change"} :
			{base: null, show: "flame"};
		const opening = () => {
			const read = scopeState.read(location.hash);
			return location.hash.length < 2 ? {...read, ...against} : read;
		};
		let state = opening(), shown = null, pending = 0, linked = 0, moving = false, rested = 0;
		let hits = null, asked = ""; // by stack, of a search

		const counted = (number) => heatmapWords.counted(told, BigInt(number));

		// All of a profile, in whole columns.
		const whole = (profile = model.profiles[0]) => {
			const [from, to] = counter.ends(profile), {column} = home;
			return [time.floor(from, column) * column, (time.floor(to - 1n, column) + 1n) * column];
		};
		const rangeOf = () => state.range || whole();

		// ---- the map ----

		const gridOf = (profile, view, host) => {
			const [from, to] = view, most = Math.max(host.clientWidth - 80, 200);
			const column = state.column || home.column;
			const grid = rule.lay(from, to, column, state.rows || home.rows);
			return grid.columns <= most ? grid :
				rule.lay(from, to, rule.fitting(from, to, most >> 1), grid.rows);
		};

		// The heaviest groups in the view from the top down, or CPUs by their numbers, and a last row for
		// the others: as lanes.c has them, and rows are counted from the bottom.
		const numberOf = (name) => Number((/\d+/.exec(name) || [Infinity])[0]);
		const groupRows = (profile, grid, filter) => {
			const {names, ids, of} = counter.group(state.by), number = of(profile);
			const most = TOP[state.by];
			const sums = rule.groupCells({...grid, column: grid.column * BigInt(grid.columns),
				first: 0n, columns: 1}, profile, filter, (i) => number[i], names.length);
			const byName = (a, b) => ids[a] < ids[b] ? -1 : 1;
			const order = names.map((_, i) => i).filter((i) => sums[i] > 0)
				.sort((a, b) => sums[b] - sums[a] || byName(a, b));
			const own = order.length > most + 1 ? order.slice(0, most) : order;
			if (state.by === "cpu")
				own.sort((a, b) => numberOf(names[a]) - numberOf(names[b]) || byName(a, b));
			const rest = order.length - own.length, labels = own.map((group) => names[group]);
			if (rest || !own.length)
				labels.push(rest ? rest + " others" : "no samples");
			const rows = new Int32Array(names.length);
			own.forEach((group, i) => rows[group] = labels.length - 1 - i);
			return {labels: labels.reverse(), row: (i) => rows[number[i]]};
		};

		// A map as heatmap_model.js has it, and what it is drawn with.
		const clocks = ["", "Old"].map((whose) => {
			const wall = told["wall" + whose];
			return {wall: wall === undefined ? null : BigInt(wall),
				about: told["about" + whose] !== undefined, zones: heatmapModel.zones(told["zone" + whose])};
		});
		const finish = (profile, grid, counts, lit, labels) => {
			const number = model.profiles.indexOf(profile);
			const column = (cells) => (at) => cells.subarray(at * grid.rows, (at + 1) * grid.rows);
			const hottest = scopeMap.most(counts);
			return [heatmapModel.make({...grid, by: labels ? state.by : "offset", labels: labels || [],
				unit: told.unit, ...clocks[number],
				gaps: rule.gaps(grid, profile, !labels), hottest: BigInt(hottest), cells: column(counts), lit: lit && column(lit)}),
			{counts, lit, hottest, most: lit ? scopeMap.most(lit) : hottest,
				ranges: number ? [] : model.ranges}];
		};

		// A link's view may lie beside the samples of this profile.
		const viewOf = (profile) => {
			const all = whole(profile), [from, to] = profile === model.profiles[0] && state.view || all;
			const cut = [from > all[0] ? from : all[0], to < all[1] ? to : all[1]];
			return cut[0] < cut[1] ? cut : all;
		};

		const mapOf = (profile, host) => {
			const view = viewOf(profile);
			const grid = gridOf(profile, view, host), filter = counter.filterOf(state);
			const lit = hits && {...filter, stacks: filter.stacks ?
				filter.stacks.map((one, i) => one & hits[i]) : hits};
			if (state.by === "offset")
				return finish(profile, grid, rule.cells(grid, profile, filter),
					lit && rule.cells(grid, profile, lit));
			const {labels, row} = groupRows(profile, grid, filter);
			const count = (one) => rule.groupCells(grid, profile, one, row, labels.length);
			return finish(profile, {...grid, rows: labels.length}, count(filter), lit && count(lit), labels);
		};

		// Two maps have one scale, so that they can be compared.
		const drawMaps = () => {
			const made = view.maps.map((map, i) => mapOf(model.profiles[i], map.host));
			const highest = (what) => Math.max(1, ...made.map(([, shown]) => shown[what]));
			const ramp = heatmapRamp.of(DARK.matches ? told.rampDark : told.ramp, highest("most"));
			made.forEach(([cells, shown], i) => view.maps[i].show(cells,
				{...shown, ramp, hottest: highest("hottest")}));
			view.legend(ramp, hits ? state.flame.query : "");
		};

		// ---- the selection ----

		// Which stacks match what is searched; whether that has changed.
		const search = () => {
			const {query, ignoreCase} = state.flame, key = ignoreCase + query;
			if (asked === key)
				return false;
			asked = key;
			hits = scopeTree.search(model, state.flame);
			return true;
		};

		const account = (made) => {
			const map = view.maps[0].model;
			const rangeTold = ([from, to], total) => ({from, to, total: BigInt(total), lit: null,
				known: heatmapModel.known(map, from, to)});
			return heatmapWords.content(map, rangeTold(rangeOf(), made.total),
				state.range && rangeTold(whole(), counter.all(state)));
		};

		const baseAccount = (made) => made.baseTotal === undefined ? "" :
			"compared with " + counted(made.baseTotal) + (state.show === "lost" ?
				", of which " + time.grouped(made.tree.weight[0]) + " in stacks that are gone" :
				state.raw ? ", as they are" : ", counted " + made.factor.toPrecision(3) + " times");

		const titleOf = () => {
			const [from, to] = rangeOf().map(time.seconds);
			const what = {flame: "Flame graph", change: "Difference", lost: "What is gone"};
			return what[state.base ? state.show : "flame"] + ", " + from + " s to " + to + " s";
		};

		const drawFlame = () => {
			const least = moving ? 1 : 0.5, width = Math.max(view.flameHost.clientWidth - 20, 200);
			const made = counter.tree(state, width / least), said = account(made), base = baseAccount(made);
			shown = made;
			view.flame.show(made.tree, state.flame, {title: titleOf(),
				subtitle: base ? said + ", " + base : said,
				note: made.tree.leftBoxes ? "not drawn: " + time.grouped(made.tree.leftBoxes) +
					" boxes narrower than " + least + " px" : ""}, moving);
			view.tell({range: rangeOf(), account: said, base, state,
				clock: heatmapWords.clock(view.maps[0].model, ...rangeOf()),
				command: scopeCommand(state, told, model.keys)});
		};

		// ---- changes ----

		// Without a hash two profiles are compared: that they are not has to be said.
		const hashOf = () => "#" + (scopeState.write(state) || (against.base ? "b=none" : ""));
		const link = () => {
			const hash = hashOf();
			if (hash !== (location.hash || "#"))
				history.replaceState(null, "", hash);
		};

		const draw = (what) => {
			if (search() || what.map)
				drawMaps();
			view.mark(state.range, Array.isArray(state.base) ? state.base : null);
			drawFlame();
			clearTimeout(linked);
			linked = setTimeout(link, WAIT);
		};

		let wanted = {};
		// What has changed is drawn with the next picture of the screen, however often it did.
		const change = (changes, what = {}) => {
			Object.assign(state, changes);
			wanted = {map: wanted.map || what.map};
			if (!pending)
				pending = requestAnimationFrame(() => {
					pending = 0;
					const now = wanted;
					wanted = {};
					draw(now);
				});
		};

		// While the pointer moves, fewer boxes are drawn.
		const select = (range, second, done = true) => {
			moving = !done;
			clearTimeout(rested);
			if (moving)
				rested = setTimeout(() => select(range, second), WAIT);
			if (!second)
				change({range});
			else
				change({base: range, show: state.show === "flame" ? "change" : state.show});
		};

		// A map that shows a part goes with what is selected.
		const goTo = (range) => {
			const {view} = state;
			change({range});
			if (view && (range[0] < view[0] || range[1] > view[1])) {
				const more = (range[0] + range[1]) / 2n - (view[0] + view[1]) / 2n;
				show([view[0] + more, view[1] + more]);
			}
		};

		// Beside all of it there is nothing.
		const step = (by) => {
			if (!state.range)
				return;
			const [from, to] = state.range, span = (to - from) * BigInt(by);
			goTo([from + span, to + span]);
		};

		// A part of the time, or all of it, on the map, as far as there are samples; of less than LEAST,
		// what is around it too.
		const show = (next, columns = {}) => {
			const [first, end] = whole(), lack = LEAST - (next[1] - next[0]);
			const around = lack > 0n ? [next[0] - lack / 2n, next[1] + lack / 2n] : next;
			const from = around[0] < first ? first : around[0], to = around[1] > end ? end : around[1];
			if (from < to)
				change({view: [from, to], ...columns}, {map: true});
		};

		// The middle of the selection, or of the view, stays where it is.
		const zoomTime = (by) => {
			const [from, to] = state.view || whole(), all = whole();
			const middle = state.range ? (state.range[0] + state.range[1]) / 2n : (from + to) / 2n;
			const half = BigInt(Math.round(Number(to - from) * by / 2));
			look(half * 2n >= all[1] - all[0] ? null : [middle - half, middle + half]);
		};

		// With columns that suit it.
		const look = (next) => {
			if (next)
				show(next, {column: rule.fitting(...next, 60)});
			else
				change({view: null, column: null, rows: null}, {map: true});
		};

		// Columns of that length, rows of what; null: what suits.
		const regroup = ({column = state.column, rows = state.rows, by = state.by}) =>
			change({column, rows, by}, {map: true});

		// What columns of the view may be.
		const lengths = () => {
			const [from, to] = state.view || whole(), column = state.column || home.column;
			return rule.LENGTHS.filter((length) => length === column ||
				((to - from) / length >= 4n && (to - from) / length < 1000n));
		};

		const busiest = () => {
			const {from, to} = rule.busiest(model.profiles[0], counter.filterOf(state));
			goTo([from, to]);
		};

		const page = {told, model, counter, home, select, step, goTo, hashOf, zoomTime, look, regroup, lengths, busiest,
			change, whole,
			rangeOf, counted, state: () => state, shown: () => shown,
			maps: () => view.maps, flame: () => view.flame, picture: () => view.flame.save(),
			folded: (from, to) => counter.folded(state, [BigInt(from), BigInt(to)]),
			flamed: (flame) => change({flame}, {map: JSON.stringify(flame.filters) !==
				JSON.stringify(state.flame.filters)}),
			reset: () => change({range: null, ...against})};
		const view = scopeView(main, page);

		window.addEventListener("hashchange", () => {
			state = opening();
			draw({map: true});
		});
		DARK.addEventListener("change", () => draw({map: true}));
		draw({map: true});
		return page;
	};

	return start(document.getElementById("scope"));
})();
