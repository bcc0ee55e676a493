/* sha256_test.c - the secure hash, against the examples of FIPS 180 and their publisher's long messages */
#include "base/sha256.h"
#include "unit/check.h"

static bool
hashes_to(struct str s, const char *want)
{
	unsigned char hash[SHA256_BYTES];
	struct text text = {0};

	sha256(hash, s);
	for (int i = 0; i < SHA256_BYTES; i++)
		text_print(&text, "%02x", hash[i]);
	bool same = str_equal(text_str(&text), str_from(want));
	text_free(&text);
	return same;
}

static void
examples(void)
{
	CHECK(
	    hashes_to(STR(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
	CHECK(hashes_to(
	    STR("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
	CHECK(hashes_to(STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
	    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
	CHECK(hashes_to(STR("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
			    "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"),
	    "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"));
}

/* A million times `a`; and lengths about the end of a block, by coreutils' sha256sum. */
static void
lengths(void)
{
	struct text text = {0};

	for (int i = 0; i < 1000000; i++)
		text_put_char(&text, 'a');
	struct str all = text_str(&text);
	CHECK(hashes_to(all, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
	CHECK(hashes_to(
	    str_head(all, 55), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"));
	CHECK(hashes_to(
	    str_head(all, 56), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"));
	CHECK(hashes_to(
	    str_head(all, 63), "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"));
	CHECK(hashes_to(
	    str_head(all, 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"));
	CHECK(hashes_to(
	    str_head(all, 65), "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"));
	text_free(&text);
}

static void
base64(void)
{
	struct text text = {0};

	sha256_put_base64(&text, STR("abc"));
	CHECK(str_equal(text_str(&text), STR("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")));
	text_free(&text);
}

int
main(void)
{
	examples();
	lengths();
	base64();
	return check_failed;
}
