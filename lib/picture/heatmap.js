// heatmap.js - what a picture of a heat map tells and does where scripts run: the counts of the cell
// under the pointer, the account of a selected range, and the command that cuts it out.
//
// heatmap_model.js, heatmap_words.js and heatmap_select.js stand before this.

(() => {
	"use strict";

	const SVG = "http://www.w3.org/2000/svg";
	const MARGIN = 24, LETTER = 12, BUTTON = 66;
	const HINT = "click two cells, or drag, to select a range of time; or Tab, arrows and Enter";

	const svg = document.documentElement;

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

	// The texts that the script adds to the picture.  What they say changes, and is read out.
	const furnish = () => {
		const height = svg.viewBox.baseVal.height;
		const line = (y, more) =>
			make(svg, "text", {x: MARGIN, y: height - y, "aria-live": "polite", ...more});
		const parts = {
			detail: line(68, {class: "quiet", fill: "#5f656c"}),
			account: line(46, {}),
			command: line(22, {"font-family": "ui-monospace,Menlo,Consolas,monospace",
				style: "cursor:pointer"}),
			button: make(svg, "g", {style: "cursor:pointer", visibility: "hidden",
				class: "button", role: "button", tabindex: -1}),
		};
		make(parts.button, "rect", {class: "plot", y: -15, width: BUTTON, height: 22, rx: 4,
			fill: "#fff", stroke: "#8a9097"});
		parts.label = make(parts.button, "text",
			{x: BUTTON / 2, "text-anchor": "middle", "font-size": 11});
		return parts;
	};

	const start = (element) => {
		const model = heatmapModel.read(element, svg.querySelector(".cells"));
		const {before, after} = element.dataset;
		const parts = furnish();
		let timer = 0, command = "", account = "";

		for (const title of svg.querySelectorAll(".cells title"))
			title.remove();

		const say = (what) => {
			parts.label.textContent = what;
		};

		// How wide what can be seen of the picture is, in its own pixels.
		const seen = () => Math.min(svg.viewBox.baseVal.width, innerWidth / svg.getScreenCTM().a);

		// What is too long for the page is shown cut.
		const fit = (element, text, room) => {
			element.textContent = text;
			for (let n = text.length - 1; n > 0 && element.getComputedTextLength() > room;
				n = Math.min(n - 1, Math.floor(n * room / element.getComputedTextLength())))
				element.textContent = text.slice(0, n) + "..";
		};

		// Of a map that is wider than the window, the texts stay where the reader is.
		const place = () => {
			const corner = new DOMPoint(0, 0).matrixTransform(svg.getScreenCTM().inverse());
			const x = Math.max(corner.x, 0) + MARGIN;
			for (const text of [parts.detail, parts.account, parts.command])
				text.setAttribute("x", x);
			const right = x + parts.command.getComputedTextLength() + 14;
			parts.button.setAttribute(
				"transform", `translate(${right} ${parts.command.getAttribute("y")})`);
		};

		const show = () => {
			const room = seen() - 2 * MARGIN;
			fit(parts.account, account, room);
			fit(parts.command, command, room - BUTTON - 14);
			parts.button.setAttribute("visibility", command ? "visible" : "hidden");
			parts.button.setAttribute("tabindex", command ? 0 : -1);
			place();
			say("copy");
		};

		const hover = (cell) => fit(parts.detail,
			cell ? heatmapWords.cell(model, cell.column, cell.row) : HINT, seen() - 2 * MARGIN);

		const changed = (from, to) => {
			account = command = "";
			if (from !== null) {
				const [a, b] = [from, to - 1n].map((time) => heatmapModel.stepAt(model, time));
				account = heatmapWords.account(model, heatmapModel.range(model, a, b));
				command = before + heatmapWords.seconds(from) + " " +
					heatmapWords.seconds(to) + after;
			}
			show();
		};

		const copied = () => {
			say("copied");
			clearTimeout(timer);
			timer = setTimeout(() => say("copy"), 1500);
		};

		const take = () => copy(command, parts.command, copied);
		parts.command.addEventListener("click", take);
		parts.button.addEventListener("click", take);
		parts.button.addEventListener("keydown", (event) => {
			if (event.key !== "Enter" && event.key !== " ")
				return;
			event.preventDefault();
			take();
		});
		addEventListener("scroll", place);
		addEventListener("resize", show);
		heatmapStart(svg, model, {hover, changed});
	};

	start(svg.querySelector("metadata.counts"));
})();
