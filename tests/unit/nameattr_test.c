/* nameattr_test.c - which links are safe */
#include "picture/nameattr.h"
#include "unit/check.h"

int
main(void)
{
	static const char *const safe[] = {"http://a", "https://a/?b=c:d#e", "HTTPS://a",
	    "mailto:a@b", "#f", "a.html", "../a/b.html", "a/b:c", "?q=a:b", "/a", "//host/a",
	    "./x:y", "http"};
	static const char *const unsafe[] = {"", "javascript:alert(1)", "JavaScript:alert(1)",
	    " javascript:alert(1)", "\001javascript:alert(1)", "java\tscript:alert(1)",
	    "java\nscript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
	    "blob:x", "x:y", ":", "view-source:http://a", "httpss://a"};

	for (size_t i = 0; i < sizeof(safe) / sizeof(*safe); i++)
		CHECK(nameattr_is_safe(str_from(safe[i])));
	for (size_t i = 0; i < sizeof(unsafe) / sizeof(*unsafe); i++)
		CHECK(!nameattr_is_safe(str_from(unsafe[i])));
	return check_failed;
}
