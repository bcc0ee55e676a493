// scope_flame.js - the flame graph of the page: flamegraph.js's, in an SVG that is made here.
//
//	const flame = scopeFlame(host, {unit: "samples", changed: (state) => ..});
//	flame.show(tree, state, {title, subtitle, note});
//	flame.show(tree, state, told, true);		faster, for as long as a pointer moves
//
// changed is told when a reader zooms, searches, keeps, drops, turns or merges.

const scopeFlame = (() => {
	"use strict";

	const SVG = "http://www.w3.org/2000/svg";
	const ROW = 16, FONT = 12;
	const make = flamegraphDraw.make;

	const furnish = (host) => {
		const svg = host.appendChild(document.createElementNS(SVG, "svg"));
		svg.setAttribute("viewBox", "0 0 1200 400");
		svg.setAttribute("width", "100%");
		make("rect", {id: "back", width: "100%", height: "100%"}, svg);
		make("text", {id: "title", x: 10, y: 24, "font-size": 17, "font-weight": 600}, svg);
		make("text", {class: "quiet", x: 10, y: 46}, svg);
		make("g", {id: "view"}, svg);
		make("g", {id: "labels", "pointer-events": "none", "font-size": FONT}, svg);
		make("text", {id: "details", x: 10}, svg);
		return svg;
	};

	// What a file needs that the page's styles say here.
	const LOOKS = {"#back": {fill: "#fff"}, "#title": {fill: "#202124"}, ".quiet": {fill: "#5f6368"},
		"#details": {fill: "#202124"}, "#labels": {fill: "#111", "font-family":
			"ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace"},
		".edge": {stroke: "#fff"}, ".hit": {stroke: "#d85cf0"}};

	// What the pointer shows of each box, over all of them.
	const putTitles = (copy, graph) => {
		const group = make("g", {"fill-opacity": 0}, copy), tree = graph.tree();
		for (let i = 0; i < tree.weight.length; i++) {
			if (!graph.isShown(i))
				continue;
			const {left, right, top} = graph.place(i);
			make("title", {}, make("rect", {x: left / 10 + flamegraphDraw.MARGIN, y: top,
				width: (right - left) / 10, height: ROW - 1}, group))
				.textContent = graph.words().title(i);
		}
	};

	// A link may bring what no XML may hold.
	const clean = (text) =>
		text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd");

	// The picture as a file of its own: what is shown, without what needs a script.
	const save = (svg, graph) => {
		graph.labelAll();
		const copy = svg.cloneNode(true);
		for (const part of copy.querySelectorAll("foreignObject, .over, .cursor, .sticky"))
			part.remove();
		for (const part of copy.querySelectorAll("[transform*='translate']"))
			if (part.querySelector("#details"))
				part.removeAttribute("transform");
		for (const part of [copy, ...copy.querySelectorAll("*")])
			for (const name of part.getAttributeNames())
				if (/^(role|tabindex|aria-.*|style)$/.test(name))
					part.removeAttribute(name);
		for (const selector in LOOKS)
			for (const part of copy.querySelectorAll(selector))
				for (const name in LOOKS[selector])
					part.setAttribute(name, LOOKS[selector][name]);
		putTitles(copy, graph);
		copy.insertBefore(make("title", {}), copy.firstChild).textContent =
			(copy.querySelector("#title title") || copy.querySelector("#title")).textContent;
		copy.setAttribute("width", copy.viewBox.baseVal.width);
		copy.setAttribute("font-family", "system-ui,'DejaVu Sans',sans-serif");
		copy.setAttribute("font-size", FONT);
		return '<?xml version="1.0" encoding="UTF-8"?>\n' +
			clean(new XMLSerializer().serializeToString(copy)) + "\n";
	};

	// One of few colours, which is off by no more than an eye sees: boxes of a colour are drawn at once,
	// and names have thousands.
	const coarse = (color) => "#" + [1, 3, 5].map((at) =>
		(parseInt(color.slice(at, at + 2), 16) & 0xf8 | 4).toString(16).padStart(2, "0")).join("");

	const start = (host, {unit, changed}) => {
		const svg = furnish(host), copies = new Map();
		let graph = null, hurry = false;

		// The drawing asks for the colours of other frames anew.
		const copyOf = (frames) => copies.get(frames) || copies.set(frames, frames.slice()).get(frames);

		const begin = (tree) => flamegraphStart(svg, tree, {unit, changed, chosen: true, link: false,
			keys: host, fluid: true, inverted: true, width: (host.clientWidth - 20) * 10, row: ROW,
			font: FONT, column: 61, baseline: (ROW - 1) * 5 + FONT * 3.6, edge: "#fff",
			newEdge: "#6b1d10", hit: "#d85cf0", background: "var(--paper)",
			color: (frame) => hurry ? coarse(frame.color) : frame.color});

		return {svg, save: () => save(svg, graph),
			command: (name) => graph && graph.command(name),
			show: (tree, state, told, moving = false) => {
				hurry = moving;
				graph ||= begin(tree);
				graph.setState(state);
				graph.setTree(moving ? {...tree, frames: copyOf(tree.frames)} : tree, told);
			}};
	};

	return start;
})();
