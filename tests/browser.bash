# browser.bash - a browser for the bats files that try the pictures: `load browser` after helper.
#
# Chromium without a window, told what to do by chromedriver, which takes its commands (W3C
# WebDriver) over HTTP.  Pointer and keys are the browser's own input, not events that a script
# makes up.
#
#	setup_file() {
#		browser_start
#	}
#
#	setup() {
#		helper_setup
#		browser_needed
#	}
#
#	teardown() {
#		expect_quiet
#	}
#
#	teardown_file() {
#		browser_stop
#	}
#
#	@test "fs-svg: Escape goes back" {
#		show flame.svg
#		pointer to 400 300 down up
#		press Escape
#		[ "$(js 'return document.title')" = 'Flame graph' ]
#	}

# Why there is no browser for the tests, if there is none.  What one shows does not depend on how
# the programs were built: a sanitizer need not see it.
browser_missing() {
	local tool
	if sanitized; then
		echo 'a picture is the same bytes under a sanitizer'
		return
	fi
	for tool in chromium chromedriver curl jq; do
		command -v "$tool" >/dev/null 2>&1 || echo "$tool is not installed"
	done | head -1
}

# Skips the test where there is no browser; bats 1.8 cannot skip a file.
browser_needed() {
	local why
	why=$(browser_missing)
	[ -z "$why" ] || skip "$why"
}

# Starts the driver and a browser for all tests of a file, where they are there.
browser_start() {
	[ -z "$(browser_missing)" ] || return 0
	local log=$BATS_FILE_TMPDIR/chromedriver
	# Port 0 is a free one.  HOME, so that no browser leaves anything in the user's.
	: >"$log"
	HOME=$BATS_FILE_TMPDIR chromedriver --port=0 >"$log" 2>&1 3>&- &
	echo $! >"$log.pid"
	: >"$BATS_FILE_TMPDIR/sessions"
	DRIVER=''
	for _ in {1..300}; do
		DRIVER=$(sed -n 's/.*started successfully on port \([0-9]*\)\..*/http:\/\/127.0.0.1:\1/p' "$log")
		[ -z "$DRIVER" ] || break
		sleep 0.1
	done
	[ -n "$DRIVER" ] || fail "chromedriver did not start: $(cat "$log")" || return 1
	export DRIVER SESSION
	# On a busy machine, a browser may not come up at the first call.
	session_new "$BATS_FILE_TMPDIR/profile" || session_new "$BATS_FILE_TMPDIR/another" ||
		fail "chromedriver starts no browser: $(cat "$log")"
}

# Ends the browsers that were started, then the driver, which would leave them behind.
browser_stop() {
	local pid=$BATS_FILE_TMPDIR/chromedriver.pid session browser
	[ -e "$pid" ] || return 0
	while read -r session browser; do
		wire DELETE "session/$session" || kill "$browser" || true
	done <"$BATS_FILE_TMPDIR/sessions"
	kill "$(cat "$pid")" 2>/dev/null || return 0
	for _ in {1..50}; do
		kill -0 "$(cat "$pid")" 2>/dev/null || return 0
		sleep 0.1
	done
}

# Sends a command, `wire POST session/.../url '{..}'`, and sets answer: `{"value":..}`.
wire() {
	answer=$(curl -q -sS --noproxy '*' --max-time 30 -X "$1" "$DRIVER/$2" \
		${3+--data-binary "$3"}) || return 1
	case $answer in
	'{"value":{"error":'*) fail "$2: ${answer%%stacktrace*}" || return 1 ;;
	esac
}

# Starts a browser with a profile in a new directory, which is the session of this test from then
# on.  $2 are its preferences, if any.
session_new() {
	local prefs=${2:-} wanted
	wanted=$(jq -nc --arg profile "$1" --arg chromium "$(command -v chromium)" \
		--argjson prefs "${prefs:-null}" '{capabilities: {alwaysMatch: {
			browserName: "chrome",
			"goog:loggingPrefs": {browser: "ALL"},
			"goog:chromeOptions": {
				binary: $chromium,
				prefs: ($prefs // {}),
				args: ["headless", "no-sandbox", "disable-gpu", "disable-quic",
					"no-first-run", "disable-background-networking",
					"disable-component-update", "disable-sync",
					"user-data-dir=" + $profile]
			}
		}}}') || return 1
	wire POST session "$wanted" || return 1
	jq -r '.value | .sessionId + " " + (.capabilities["goog:processID"] | tostring)' \
		<<<"$answer" >>"$BATS_FILE_TMPDIR/sessions"
	SESSION=$(jq -r .value.sessionId <<<"$answer")
}

# Sends a command of the session: `post url '{..}'`.
post() {
	wire POST "session/$SESSION/$1" "$2"
}

# Prints a text as JSON has it.  (jq takes its time to start.)
quoted() {
	local text=${1//\\/\\\\}
	text=${text//\"/\\\"}
	text=${text//$'\t'/\\t}
	printf '"%s"' "${text//$'\n'/\\n}"
}

# Shows a file, whatever its name, in a window of $2 by $3 pixels, with the pointer in the corner.
# The page before must have been quiet.
show() {
	local path=$1
	[ "${path#/}" != "$path" ] || path=$PWD/$path
	path=${path//%/%25}
	path=${path//\?/%3F}
	expect_quiet || return 1
	post window/rect "{\"width\":${2:-1300},\"height\":${3:-900}}"
	post url "{\"url\":$(quoted "file://${path//#/%23}")}"
	pointer to 0 0
}

# Runs a piece of script in the page and prints what it returns; its arguments are texts.  What
# JSON escapes in a text, but for quotes, printf knows too.
js() {
	local body value argument arguments='' quote='"'
	body=$(quoted "$1")
	shift
	for argument; do
		arguments+=,$(quoted "$argument")
	done
	post execute/sync "{\"script\":$body,\"args\":[${arguments#,}]}" || return 1
	value=${answer#'{"value":'}
	value=${value%\}}
	case $value in
	'"'*'"')
		value=${value:1:-1}
		printf '%b\n' "${value//\\$quote/$quote}"
		;;
	*) printf '%s\n' "$value" ;;
	esac
}

# Sends actions of the pointer, or of keys.
perform() {
	post actions "{\"actions\":[{\"type\":\"$1\",\"id\":\"$1\",\"actions\":[${2%,}]}]}"
}

# Moves the pointer, presses and releases its first button: `pointer to X Y down to X Y up`.
# The places are in pixels of the window.
pointer() {
	local steps=''
	while [ $# -gt 0 ]; do
		case $1 in
		to)
			steps+="{\"type\":\"pointerMove\",\"duration\":0,\"x\":$2,\"y\":$3},"
			shift 2
			;;
		down) steps+='{"type":"pointerDown","button":0},' ;;
		up) steps+='{"type":"pointerUp","button":0},' ;;
		*) fail "pointer: $1" || return 1 ;;
		esac
		shift
	done
	perform pointer "$steps"
}

# Presses keys together: `press Escape`, `press Control f`.
press() {
	local key downs='' ups=''
	for key; do
		case $key in
		Control) key='"\ue009"' ;;
		Enter) key='"\ue007"' ;;
		Escape) key='"\ue00c"' ;;
		Tab) key='"\ue004"' ;;
		Shift) key='"\ue008"' ;;
		PageUp) key='"\ue00e"' ;;
		PageDown) key='"\ue00f"' ;;
		End) key='"\ue010"' ;;
		Home) key='"\ue011"' ;;
		ArrowLeft) key='"\ue012"' ;;
		ArrowUp) key='"\ue013"' ;;
		ArrowRight) key='"\ue014"' ;;
		ArrowDown) key='"\ue015"' ;;
		Backspace) key='"\ue003"' ;;
		Left) key='"\ue012"' ;;
		Up) key='"\ue013"' ;;
		Right) key='"\ue014"' ;;
		Down) key='"\ue015"' ;;
		*) key=$(quoted "$key") ;;
		esac
		downs+="{\"type\":\"keyDown\",\"value\":$key},"
		ups="{\"type\":\"keyUp\",\"value\":$key},$ups"
	done
	perform key "$downs$ups"
}

# Types a text of ASCII, key by key.
type_text() {
	local i key steps=''
	for ((i = 0; i < ${#1}; i++)); do
		key=$(quoted "${1:i:1}")
		steps+="{\"type\":\"keyDown\",\"value\":$key},{\"type\":\"keyUp\",\"value\":$key},"
	done
	perform key "$steps"
}

# Prints, and forgets, what the browser wrote to its console: a message a line.
console() {
	post se/log '{"type":"browser"}' || return 1
	[ "$answer" = '{"value":[]}' ] || jq -r '.value[] | .level + " " + .message' <<<"$answer"
}

# Nothing was written to the console, if there is one.
expect_quiet() {
	[ -n "${SESSION:-}" ] || return 0
	console >console
	expect_empty console
}

# Prints the texts that the page shows, a line each: none that is empty, hidden or outside the
# window.
texts() {
	js 'return [...document.querySelectorAll("text, button, #matched")].filter((text) => {
		const box = text.getBoundingClientRect();
		return text.textContent && text.getClientRects().length > 0 &&
			getComputedStyle(text).visibility === "visible" &&
			box.left >= 0 && box.top >= 0 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1;
	}).map((text) => [...text.childNodes].filter((node) => node.nodeType === 3)
		.map((node) => node.data).join("")).join("\n")'
}

# The page shows a text that is exactly that.
expect_shown() {
	texts >shown
	if ! grep -Fqx -e "$1" shown; then
		printf 'not shown: %s\nbut:\n' "$1" >&2
		cat shown >&2
		return 1
	fi
}

refute_shown() {
	texts >shown
	refute grep -Fx -e "$1" shown
}

# Prints what a paste brings.
pasted() {
	printf '<textarea autofocus rows="9" cols="99"></textarea>' >paste.html
	show paste.html
	press Control v
	js 'return document.querySelector("textarea").value'
}

# Clicks in the middle of the text that is exactly that.
click_text() {
	local x y
	read -r x y < <(js 'const text = [...document.querySelectorAll("text, button")].find((text) =>
			text.textContent === arguments[0] && text.getClientRects().length);
		const box = text.getBoundingClientRect();
		return Math.floor(box.left + box.width / 2) + " " + Math.floor(box.top + box.height / 2)' "$1")
	pointer to "$x" "$y" down up
}
