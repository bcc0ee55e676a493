// scope_parts.js - what the page's controls are made of: elements, buttons, lists, fields, the clipboard.

const scopeParts = (() => {
	"use strict";

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

	// Shows what is chosen in a list, which it may not have yet.
	const choose = (select, value, name = value) => {
		select.value = value;
		if (select.value !== String(value)) {
			make(select, "option", {value}, name);
			select.value = value;
		}
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

	return {make, button, choice, choose, field, copy, flash};
})();
