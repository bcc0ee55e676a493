/* flamegraph_words.js - what a flame graph says of its boxes, and how a change is coloured.
 *
 *	var words = flamegraphWords({unit: 'samples', factor: '0.001'}, tree);
 *	words.title(7)                "read (1,234 samples, 5.67%)"
 *
 * flamegraph_words.c and palette_change of palette.c say and colour alike.
 */
var flamegraphWords = (function () {
'use strict';

var rule = typeof require === 'function' ? require('./flamegraph_layout.js') : flamegraphLayout;

function grouped(number) {
	return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/* A share in hundredths of a percent, halves up. */
function hundredths(part, whole) {
	return Math.floor((rule.place(part, 20000, whole) + 1) / 2);
}

function points(number) {
	return Math.floor(number / 100) + '.' + ('0' + number % 100).slice(-2);
}

function percent(part, whole) {
	return part === whole ? '100%' : points(hundredths(part, whole)) + '%';
}

/* Billionths of a decimal. */
function parseFactor(text) {
	var parts = String(text || '1').split('.');
	return BigInt(parts[0] || '0') * 1000000000n +
		BigInt(((parts[1] || '') + '000000000').slice(0, 9));
}

function minus(a, b) {
	return a > b ? a - b : b - a;
}

/* The largest change of a box but the root. */
function most(tree) {
	var largest = tree.type(0);
	for (var i = 1; tree.base && i < tree.weight.length; i++) {
		var change = minus(tree.weight[i], tree.base[i]);
		if (change > largest)
			largest = change;
	}
	return largest;
}

/* How strongly box i is coloured for its change, of 255, and 256 more where it weighs less. */
function changeInk(tree, i, largest) {
	var change = minus(tree.weight[i], tree.base[i]);
	var share = change > 0 ? 40 + rule.place(change, 215, largest) : 0;
	return share + (tree.weight[i] < tree.base[i] ? 256 : 0);
}

function changeColor(ink, negate) {
	var end = (ink >= 256) !== Boolean(negate) ? [92, 142, 240] : [238, 98, 74], share = ink % 256;
	return '#' + end.map(function (channel) {
		var value = 234 - Math.trunc((234 - channel) * share / 255);
		return ('0' + value.toString(16)).slice(-2);
	}).join('');
}

function words(options, tree) {
	var factor = parseFactor(options.factor), unit = options.unit === undefined ? 'samples' : options.unit;
	var decimals = Number(options.decimals) || 0;
	var total = tree.weight[0], before = tree.base && tree.base[0];

	function scaled(weight) {
		return factor === 1000000000n ? weight :
			(BigInt(weight) * factor / 500000000n + 1n) / 2n;
	}
	/* A scaled weight with the decimals that it has. */
	function decimal(number) {
		var digits = String(number).padStart(decimals + 1, '0'), end = digits.length - decimals;
		return grouped(digits.slice(0, end)) + ('.' + digits.slice(end)).replace(/\.?0*$/, '');
	}
	function counted(weight) {
		var number = decimal(scaled(weight));
		return number + (unit && ' ') + (number === '1' && unit === 'samples' ? 'sample' : unit);
	}
	function share(weight) {
		return counted(weight) + ', ' + percent(weight, total);
	}
	function change(i) {
		var now = tree.weight[i], was = tree.base[i];
		var after = scaled(now), old = scaled(was); /* rounded first: what is told adds up */
		if (i === 0 && options.given && String(now) === String(options.total))
			return '';
		var by = hundredths(now, total) - hundredths(was, before);
		return '; before ' + decimal(old) + (after < old ? ', -' : ', +') +
			decimal(minus(after, old)) + ', ' + (by < 0 ? '-' : '+') + points(Math.abs(by)) +
			' points' + (was > 0 || !(now > 0) ? '' : ', new');
	}
	function name(i) {
		return tree.frames[tree.frame[i]].name;
	}
	/* A title has two parts. */
	function called(i) {
		return tree.frames[tree.frame[i]].title || name(i);
	}
	function toldOf(i) {
		return ' (' + share(tree.weight[i]) + (tree.base ? change(i) : '') + ')';
	}
	return {counted: counted, share: share, percent: percent, name: name, called: called, told: toldOf,
		title: function (i) {
			return called(i) + toldOf(i);
		}};
}

words.most = most;
words.changeInk = changeInk;
words.changeColor = changeColor;
return words;
})();

if (typeof module === 'object')
	module.exports = flamegraphWords;
