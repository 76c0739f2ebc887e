package dev.sayso.account;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

import dev.sayso.shared.page.Choices;
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
	 * The account with what was asked for: a null leaves, and an empty language follows
	 * the browser.
	 */
	Account change(Account account) {
		String chosen = account.language();
		if (this.language != null && this.language.isEmpty()) {
			chosen = null;
		}
		else if (this.language != null) {
			Choices.check(PageFrame.LANGUAGES.stream().anyMatch((known) -> known.tag().equals(this.language)));
			chosen = this.language;
		}
		return account.prefer(chosen,
				Choices.read(this.theme, account.theme(), (theme) -> Optional.of(theme).filter(THEMES::contains)));
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
