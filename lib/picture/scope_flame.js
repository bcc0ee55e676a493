// scope_flame.js - the flame graph of the page: flamegraph.js's, in an SVG that is made here.
//
//	const flame = scopeFlame(host, {unit: "samples", changed: (state) => ..});
//	flame.show(tree, state, {title, subtitle, note});
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

	// The picture as a file of its own: what is shown, without what needs a script.
	const save = (svg) => {
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
		copy.setAttribute("width", copy.viewBox.baseVal.width);
		copy.setAttribute("font-family", "system-ui,'DejaVu Sans',sans-serif");
		copy.setAttribute("font-size", FONT);
		return '<?xml version="1.0" encoding="UTF-8"?>\n' +
			new XMLSerializer().serializeToString(copy) + "\n";
	};

	const start = (host, {unit, changed}) => {
		const svg = furnish(host);
		let graph = null;

		const begin = (tree) => flamegraphStart(svg, tree, {unit, changed, chosen: true, link: false,
			keys: host, fluid: true, inverted: true, width: (host.clientWidth - 20) * 10, row: ROW,
			font: FONT, column: 61, baseline: (ROW - 1) * 5 + FONT * 3.6, edge: "#fff",
			newEdge: "#6b1d10", hit: "#d85cf0", background: "var(--paper)",
			color: (frame) => frame.color});

		const saveAll = () => {
			if (graph)
				graph.labelAll();
			return save(svg);
		};

		return {svg, save: saveAll,
			command: (name) => graph && graph.command(name),
			show: (tree, state, told) => {
				graph ||= begin(tree);
				graph.setState(state);
				graph.setTree(tree, told);
			}};
	};

	return start;
})();
