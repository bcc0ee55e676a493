// scope_time.js - times and numbers as the page says them, and reads them.  Times are BigInt, whole
// nanoseconds from second 0.

const scopeTime = (() => {
	"use strict";

	const SECOND = 1000000000n;
	const UNITS = heatmapAxes.LENGTHS;

	const {seconds, grouped} = heatmapWords, {floor} = heatmapModel, {length} = heatmapAxes;

	// Reads seconds, [-]DIGITS[.DIGITS]; null where a text is none.
	const parse = (text) => {
		const part = /^(-?)(\d{1,10})(?:\.(\d{1,9}))?$/.exec(text.trim());
		if (!part)
			return null;
		const value = BigInt(part[2]) * SECOND + BigInt((part[3] || "").padEnd(9, "0"));
		return part[1] ? -value : value;
	};

	// Reads a length, 500ms,, or seconds; null where a text is none.
	const parseLength = (text) => {
		const part = /^(\d{1,9})(ns|us|ms|s|m|h|d)$/.exec(text.trim());
		return part ? BigInt(part[1]) * UNITS[part[2]] : parse(text);
	};

	// A number that may have a fraction, with at most one decimal where it is small.
	const rounded = (number) => {
		const whole = number < 100 ? Math.round(number * 10) / 10 : Math.round(number);
		const [digits, decimal] = String(whole).split(".");
		return grouped(digits) + (decimal ? "." + decimal : "");
	};

	const percent = (part, whole) => {
		const share = Number(whole) ? Number(part) / Number(whole) * 100 : 0;
		return (share === 100 ? "100" : share.toFixed(2)) + "%";
	};

	return {SECOND, seconds, parse, length, parseLength, floor, grouped, rounded, percent};
})();
