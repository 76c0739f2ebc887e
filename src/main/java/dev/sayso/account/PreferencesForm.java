package dev.sayso.account;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

import dev.sayso.shared.page.PageFrame;

/**
 * How somebody likes the console: its language and whether it is light or dark. What is
 * not sent is null.
 *
 * @param back the page they chose it on
 */
record PreferencesForm(@Nullable String language, @Nullable String theme, @Nullable String back) {

	static final List<String> THEMES = List.of("auto", "light", "dark");

	/**
	 * The account with what was asked for: a null leaves, an empty language follows the
	 * browser, anything unknown is left alone.
	 */
	Account change(Account account) {
		String chosen = account.language();
		if (this.language != null && this.language.isEmpty()) {
			chosen = null;
		}
		else if (PageFrame.LANGUAGES.stream().anyMatch((known) -> known.tag().equals(this.language))) {
			chosen = this.language;
		}
		return account.prefer(chosen,
				(this.theme != null && THEMES.contains(this.theme)) ? this.theme : account.theme());
	}

	/**
	 * A path without the language that its URL asks for, which would win over the one
	 * just chosen.
	 */
	static String withoutLanguage(String path) {
		return path.contains("lang=")
				? UriComponentsBuilder.fromUriString(path).replaceQueryParam("lang").build().toUriString() : path;
	}

}
