package dev.sayso.landing.visit;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.jspecify.annotations.Nullable;

import dev.sayso.landing.PageContact;
import dev.sayso.landing.PageLook;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.theme.ThemeStyle;

/**
 * What every public page has around it: whose it is, in which language, and how to reach
 * the sender.
 *
 * @param language tag of the page's language
 * @param brand empty where nobody is named
 * @param logo a picture instead of the brand; null for none
 * @param live unless it is a preview, which the console shows in a frame without scripts
 * @param automatic whether its form is sent by itself
 * @param notice message key of a sentence above the page
 */
public record PublicFrameView(String language, String title, String brand, PageLook.@Nullable Logo logo,
		@Nullable String theme, List<Language> languages, PageContact.@Nullable Sender sender, boolean live,
		boolean automatic, @Nullable String notice) {

	private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "iw", "ps", "ur", "yi", "dv", "ckb", "sd",
			"ug");

	/** Composed anew, names were a twentieth of a public page. */
	private static final LoadingCache<String, String> NAMES = Caffeine.newBuilder()
		.maximumSize(1000)
		.build(PublicFrameView::name);

	record Language(String tag, String name, String href, boolean current) {
	}

	Locale locale() {
		Locale locale = Locale.forLanguageTag(this.language);
		return this.language.equals("en") ? Locale.UK : locale;
	}

	/**
	 * The same with placeholders for the address of the page, which may name its reader.
	 */
	PublicFrameView withPlaceholders(ReaderPlaceholders placeholders) {
		List<Language> languages = this.languages.stream()
			.map((language) -> new Language(language.tag(), language.name(), placeholders.text(language.href()),
					language.current()))
			.toList();
		return new PublicFrameView(this.language, this.title, this.brand, this.logo, this.theme, languages, this.sender,
				this.live, this.automatic, this.notice);
	}

	/** The same where the page itself says who asks. */
	PublicFrameView withoutSender() {
		return new PublicFrameView(this.language, this.title, this.brand, this.logo, this.theme, this.languages, null,
				this.live, this.automatic, this.notice);
	}

	public String direction() {
		return RIGHT_TO_LEFT.contains(locale().getLanguage()) ? "rtl" : "ltr";
	}

	static PublicFrameView of(PublishedPage page, PageWording wording, String title, String path, boolean automatic,
			@Nullable String notice) {
		return new PublicFrameView(wording.language(), title, page.brand().name(), page.brand().logo(), theme(page),
				languages(page.wordings().keySet(), wording.language(), path), wording.sender(), path.startsWith("/p/"),
				automatic, notice);
	}

	/**
	 * The frame of a sentence that belongs to no page.
	 * @param languages those the sentence is in
	 * @param sender the page whose sender it is; null where there is none
	 */
	static PublicFrameView of(String language, String title, List<String> languages, @Nullable PublishedPage sender) {
		PageWording wording = (sender != null) ? sender.wording(Locale.LanguageRange.parse(language)) : null;
		return new PublicFrameView(language, title, (sender != null) ? sender.brand().name() : "",
				(sender != null) ? sender.brand().logo() : null, (sender != null) ? theme(sender) : null,
				languages(languages, language, ""), (wording != null) ? wording.sender() : null, true, false, null);
	}

	private static List<Language> languages(Collection<String> tags, String current, String path) {
		return tags.stream().map((tag) -> language(tag, path + "?lang=" + tag, tag.equals(current))).toList();
	}

	private static Language language(String tag, String href, boolean current) {
		return new Language(tag, NAMES.get(tag), href, current);
	}

	private static String name(String tag) {
		Locale locale = Locale.forLanguageTag(tag);
		String name = locale.getDisplayName(locale);
		return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
	}

	private static @Nullable String theme(PublishedPage page) {
		ThemeStyle style = page.brand().style();
		return (style != null) ? "/p/" + page.slug() + "/theme.css?v=" + style.key() : null;
	}

}
