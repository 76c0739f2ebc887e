package dev.sayso.account;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

import dev.sayso.shared.page.PageFrame;

/**
 * How somebody likes the console: its language and whether it is light or dark.
 */
record PreferencesForm(Account account) {

	static final List<String> THEMES = List.of("auto", "light", "dark");

	static PreferencesForm of(Account account) {
		return new PreferencesForm(account);
	}

	/**
	 * The account with what was asked for: a null leaves, an empty language follows the
	 * browser, anything unknown is left alone.
	 */
	Account with(@Nullable String language, @Nullable String theme) {
		String chosen = this.account.language();
		if (language != null && language.isEmpty()) {
			chosen = null;
		}
		else if (PageFrame.LANGUAGES.stream().anyMatch((known) -> known.tag().equals(language))) {
			chosen = language;
		}
		return this.account.prefer(chosen, (theme != null && THEMES.contains(theme)) ? theme : this.account.theme());
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
