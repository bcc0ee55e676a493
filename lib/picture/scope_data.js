// scope_data.js - the samples in a page: read in one pass, counted for any range of time.
//
// The format is in docs/design.md, "The data of a scope"; scope_data.c writes it.  Times of samples
// are whole nanoseconds since the profile's first, as numbers, which stay exact for 104 days; what
// is counted from second 0 is BigInt.  Nothing here touches a document.

const scopeData = (() => {
	"use strict";

	const HALF = 46, HALVES = 2 ** 32;
	const VALUES = new Uint8Array(128);
	for (let code = 0x21, value = 0; code < 0x7f; code++)
		if (code !== 0x3c && code !== 0x5c)
			VALUES[code] = value++;

	// All numbers of a text, as base/digits.h writes them; there are at most that many.
	const numbers = (text, most) => {
		const all = new Float64Array(most);
		let n = 0, number = 0, factor = 1;
		for (let at = 0; at < text.length && n < most; at++) {
			const value = VALUES[text.charCodeAt(at)];
			number += value * factor;
			if (value >= HALF) {
				factor *= HALF;
			} else {
				all[n++] = number;
				number = 0;
				factor = 1;
			}
		}
		return n < most ? all.slice(0, n) : all;
	};

	const unfold = (number) => number % 2 ? -(number + 1) / 2 : number / 2;

	// How far off the beat a sample came, as analysis/rhythm.h tells it.
	const unfoldStep = (code, period) => {
		const low = code % (2 * HALF), high = (code - low) / (2 * HALF);
		if (!period)
			return unfold(code);
		return low < HALF ? high * period + unfold(low) : unfold(high * HALF + low);
	};

	const lines = (text) => text.split("\n").slice(0, -1).map((line) =>
		line.includes("\\") ? line.replace(/\\([(\\])/g, (_, c) => c === "(" ? "<" : c) : line);

	const parseFrames = (text) => lines(text).map((line) =>
		({color: line.slice(0, 7), kind: line[7], name: line.slice(8)}));

	// The boxes, the root first, each before what stands on it, and where what stands on it ends.
	const parseBoxes = (text) => {
		const told = numbers(text, text.length), n = told.length / 2 + 1, path = [0];
		const tree = {n, parent: new Int32Array(n), depth: new Int32Array(n),
			frame: new Int32Array(n), last: new Int32Array(n)};
		tree.frame[0] = tree.parent[0] = -1;
		for (let i = 1; i < n; i++) {
			const depth = tree.depth[i] = tree.depth[i - 1] + 1 - told[2 * i - 2];
			tree.frame[i] = told[2 * i - 1];
			tree.parent[i] = path[depth - 1];
			path[depth] = i;
		}
		for (let i = n - 1; i >= 0; i--) {
			tree.last[i] = Math.max(tree.last[i], i + 1);
			if (i > 0 && tree.last[tree.parent[i]] < tree.last[i])
				tree.last[tree.parent[i]] = tree.last[i];
		}
		return tree;
	};

	const parseKey = (line) => {
		const key = {cpu: "", pid: "", tid: "", event: ""};
		for (const word of line.split(" ")) {
			const at = word.indexOf("="), name = word.slice(0, at);
			if (at > 0 && Object.hasOwn(key, name) && name !== "pid")
				key[name] = word.slice(at + 1);
		}
		const slash = key.tid.indexOf("/");
		key.pid = key.tid.slice(0, Math.max(slash, 0));
		key.tid = key.tid.slice(slash + 1);
		return key;
	};

	// The lane of each key: its CPU.
	const lanesOf = (keys) => {
		const known = new Map();
		return keys.map(({cpu}) => {
			if (!known.has(cpu))
				known.set(cpu, known.size);
			return known.get(cpu);
		});
	};

	// The times between two pieces, from the last sample of the one to the first of the other.
	const parseGaps = (text) => (text || "").split(" ").filter(Boolean)
		.map((gap) => gap.split(":").map(BigInt));

	const parseSamples = (told, lanes) => {
		const n = Number(told.n), period = Number(told.period), unit = Number(told.unit);
		const fields = {one: 3, whole: 4, halves: 5}[told.weights];
		const all = numbers(told.text, n * fields), beat = new Float64Array(lanes.length);
		const profile = {
			n, first: BigInt(told.first), unit,
			time: new Float64Array(n), stack: new Uint32Array(n), key: new Uint32Array(n),
			weight: fields > 3 ? new Float64Array(n) : null,
			high: fields > 4 ? new Float64Array(n) : null,
			gaps: parseGaps(told.gaps), silence: BigInt(told.silence || 0),
		};
		for (let i = 0, at = 0; i < n; i++, at += fields) {
			const lane = lanes[profile.key[i] = all[at]];
			profile.time[i] = (beat[lane] += period + unfoldStep(all[at + 1], period)) * unit;
			profile.stack[i] = all[at + 2];
			if (fields > 3)
				profile.weight[i] = all[at + fields - 1];
			if (fields > 4)
				profile.high[i] = all[at + 3];
		}
		return profile;
	};

	// Ranges to choose from: begin, end and name.
	const parseRanges = (text) => lines(text).map((line) => {
		const [from, to, ...words] = line.split(" ");
		return {from: BigInt(from), to: BigInt(to), name: words.join(" ")};
	});

	// All of the data; samples is a list of profiles.
	const parse = ({ranges = "", frames, boxes, stacks, keys, samples}) => {
		const told = lines(keys).map(parseKey), lanes = lanesOf(told);
		return {
			ranges: parseRanges(ranges), frames: parseFrames(frames), tree: parseBoxes(boxes),
			ends: Int32Array.from(numbers(stacks, stacks.length)), // the box of each stack
			keys: told, profiles: samples.map((one) => parseSamples(one, lanes)),
		};
	};

	// The number of the first sample that is not before a time, which is counted from second 0.
	const find = (profile, time) => {
		const at = time - profile.first;
		const wanted = at > BigInt(Number.MAX_SAFE_INTEGER) ? Infinity : Number(at);
		let low = 0, high = profile.n;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (profile.time[middle] < wanted)
				low = middle + 1;
			else
				high = middle;
		}
		return low;
	};

	// What a sample weighs, as a number.
	const value = (profile, i) => !profile.weight ? 1 :
		profile.weight[i] + (profile.high ? profile.high[i] * 2 ** 32 : 0);

	// Calls each(sample) for those from number to number that the filter wants: {stacks, group, of},
	// by stack 1 where it is wanted, and which group of those that `of` tells by sample; or neither.
	const forEach = (profile, from, to, filter, each) => {
		const {stacks, group} = filter, groups = filter.of && filter.of(profile);
		for (let i = from; i < to; i++)
			if ((!stacks || stacks[profile.stack[i]]) && (!groups || groups[i] === group))
				each(i);
	};

	// Sums that may be past what a number holds, as BigInt.
	const countHalves = (profile, n, from, to, filter) => {
		const low = new Float64Array(n), high = new Float64Array(n);
		forEach(profile, from, to, filter, (i) => {
			const stack = profile.stack[i], sum = low[stack] + profile.weight[i];
			low[stack] = sum % HALVES;
			high[stack] += profile.high[i] + Math.floor(sum / HALVES);
		});
		return Array.from(low, (value, i) => BigInt(high[i]) * BigInt(HALVES) + BigInt(value));
	};

	// What each stack weighs between two times: numbers, or BigInt where the profile's are halves.
	const count = (model, profile, start, end, filter) => {
		const from = find(profile, start), to = Math.max(find(profile, end), from);
		const n = model.ends.length, {stack, weight} = profile;
		if (profile.high)
			return countHalves(profile, n, from, to, filter);
		const counts = new Float64Array(n);
		if (filter.of)
			forEach(profile, from, to, {group: filter.group, of: filter.of}, (i) => {
				counts[stack[i]] += weight ? weight[i] : 1;
			});
		else if (weight)
			for (let i = from; i < to; i++)
				counts[stack[i]] += weight[i];
		else
			for (let i = from; i < to; i++)
				counts[stack[i]]++;
		if (filter.stacks)
			for (let i = 0; i < n; i++)
				counts[i] *= filter.stacks[i];
		return counts;
	};

	// The weight of each box with all that stands on it.
	const weigh = (model, counts) => {
		const {tree, ends} = model, big = typeof counts[0] === "bigint";
		const weights = big ? new Array(tree.n).fill(0n) : new Float64Array(tree.n);
		for (let i = 0; i < ends.length; i++)
			weights[ends[i]] += counts[i];
		for (let i = tree.n - 1; i > 0; i--)
			weights[tree.parent[i]] += weights[i];
		return weights;
	};

	// The stack that ends on a box, as a folded line has it.
	const MARKS = {k: "_[k]", j: "_[j]", i: "_[i]", w: "_[w]", u: ""};
	const path = (model, box) => {
		const names = [];
		for (let i = box; i > 0; i = model.tree.parent[i]) {
			const frame = model.frames[model.tree.frame[i]];
			names.push(frame.name + MARKS[frame.kind]);
		}
		return names.reverse();
	};

	return {parse, find, forEach, value, count, weigh, path, numbers, unfold};
})();
