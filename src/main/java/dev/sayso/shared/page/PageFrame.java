package dev.sayso.shared.page;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What every page of the console has around it, ready to show.
 *
 * @param nav the navigation's groups this visitor may use
 * @param theme {@code light}, {@code dark} or {@code auto}
 * @param language tag of the language the page is in
 * @param path the current path and query, to come back to
 * @param creations what this visitor may create, for the palette
 * @param banners what stands above every page for now
 */
public record PageFrame(List<Group> nav, @Nullable User user, String theme, String language, String path,
		List<Creation> creations, List<SettingsSection> settings, List<PageBanner.Banner> banners) {

	public static final List<Language> LANGUAGES = List.of(new Language("en", "English"),
			new Language("fr", "Français"), new Language("nl", "Nederlands"));

	public List<Language> languages() {
		return LANGUAGES;
	}

	/** Whether the visitor may edit people: operators and administrators. */
	public boolean operates() {
		return this.user != null && Set.of("OPERATOR", "ADMIN").contains(this.user.role());
	}

	/**
	 * Whether the visitor may edit pages and what is decided: marketers and
	 * administrators.
	 */
	public boolean markets() {
		return this.user != null && Set.of("MARKETER", "ADMIN").contains(this.user.role());
	}

	/** Whether the visitor may change accounts and settings. */
	public boolean administers() {
		return this.user != null && this.user.role().equals("ADMIN");
	}

	/** Whether the navigation has this entry for the visitor. */
	public boolean leadsTo(String key) {
		return this.nav.stream().flatMap((group) -> group.items().stream()).anyMatch((item) -> item.key().equals(key));
	}

	public record Group(@Nullable String key, List<NavigationItem> items) {

	}

	public record User(String id, String name, String role) {

		public String initials() {
			String[] words = this.name.strip().split("\\s+");
			String last = (words.length > 1) ? words[words.length - 1] : "";
			return (first(words[0]) + first(last)).toUpperCase(java.util.Locale.ROOT);
		}

		private static String first(String word) {
			return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
		}

	}

	public record Language(String tag, String name) {

	}

	/** Something to create, for the palette; text at {@code create.<key>}. */
	public record Creation(String key, String href, String icon, Set<String> roles) {

	}

}
