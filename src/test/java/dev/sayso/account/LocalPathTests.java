package dev.sayso.account;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LocalPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/profiles?q=a%20b&lang=fr", "/profiles/1#history", "/search?q=a//b;..", "/p/a..b" })
	void aPathOfThisSiteLeadsBack(String path) {
		assertThat(LocalPath.of(path, "/account")).isEqualTo(path);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "profiles", "//evil.example", "/\\evil.example", "https://evil.example", "/a\\b",
			"/a\r\nSet-Cookie: x", "/\t/evil.example", "/{name}", "/,<b>x</b>", "/[]", "/a%zz", "/a\"b",
			"javascript:alert(1)", "/..//evil.example", "/profiles/../x", "/a//b?c", "/.", "/a;b/c" })
	void noPathLeadsElsewhere(String path) {
		assertThat(LocalPath.of(path, "/account")).isEqualTo("/account");
	}

}
