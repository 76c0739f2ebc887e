package dev.sayso.landing.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageKind;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.Slug;

/**
 * Begins a page from a template, or from a page there is already.
 */
@Component
class PageCreation {

	/** What public addresses have for other things. */
	private static final List<String> RESERVED = List.of("receipts");

	private final LandingPages pages;

	private final PageManagement management;

	private final DefaultTexts texts;

	private final MessageSource messages;

	PageCreation(LandingPages pages, PageManagement management, DefaultTexts texts, MessageSource messages) {
		this.pages = pages;
		this.management = management;
		this.texts = texts;
		this.messages = messages;
	}

	/**
	 * The form to begin with.
	 * @param chosen {@code template}, or {@code copy} with a page's id
	 */
	PageForm blank(Map<String, String> chosen) {
		Map<String, String> values = new HashMap<>();
		Optional<LandingPage> original = original(chosen);
		Locale locale = LocaleContextHolder.getLocale();
		original.ifPresent((page) -> {
			values.put("copy", page.id().toString());
			values.put("name", this.messages.getMessage("landing.copy.name", new Object[] { page.name() }, locale));
		});
		if (original.isEmpty()) {
			PageTemplate.of(chosen.getOrDefault("template", "")).ifPresent((template) -> {
				values.put("template", template.key());
				if (template != PageTemplate.BLANK) {
					values.put("name", this.messages.getMessage("landing.template." + template.key(), null, locale));
				}
			});
			PageContent.LANGUAGES.forEach((tag) -> values.put("in." + tag, PlainParts.ON));
			values.put("language", locale.getLanguage());
		}
		return new PageForm(values, Map.of());
	}

	/**
	 * The form as it was typed, with what is wrong; without a key, the name makes one.
	 */
	PageForm check(Map<String, String> typed) {
		Map<String, String> values = new HashMap<>(typed);
		String name = typed.getOrDefault("name", "").strip();
		values.put("name", name);
		String slug = typed.getOrDefault("slug", "").strip();
		values.put("slug", Slug.typed(slug, name, RESERVED));
		PageForm form = new PageForm(values, Map.of());
		if (name.isEmpty() || name.length() > 200) {
			form = form.with("name", "landing.fault.name");
		}
		if (Slug.isWrong(form.value("slug"), name, RESERVED)) {
			form = form.with("slug", "landing.fault.slug");
		}
		if (original(values).isEmpty()) {
			if (PageTemplate.of(form.value("template")).isEmpty()) {
				form = form.with("template", "landing.fault.template");
			}
			if (languages(form).isEmpty()) {
				form = form.with("in.en", "landing.fault.languages");
			}
		}
		return form;
	}

	LandingPage begin(PageForm form, Actor by) {
		Optional<LandingPage> original = original(form.values());
		if (original.isPresent()) {
			return this.management.create(form.value("slug"), original.get().kind(), form.value("name"),
					original.get().draft(), by);
		}
		PageTemplate template = PageTemplate.of(form.value("template")).orElseThrow();
		PageContent content = this.texts.of(template, languages(form));
		boolean ask = template.kind() == PageKind.DENYLIST && form.on("askFirst");
		return this.management.create(form.value("slug"), template.kind(), form.value("name"),
				ask ? this.texts.asking(content) : content, by);
	}

	private Optional<LandingPage> original(Map<String, String> values) {
		return Ids.parse(values.getOrDefault("copy", "")).flatMap(this.pages::findById);
	}

	/** The languages ticked, the page's own first. */
	private static List<String> languages(PageForm form) {
		String own = form.value("language");
		return PageContent.LANGUAGES.stream()
			.filter((tag) -> form.on("in." + tag))
			.sorted((one, other) -> Boolean.compare(other.equals(own), one.equals(own)))
			.toList();
	}

}
