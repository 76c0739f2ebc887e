package dev.sayso.landing.editor;

import java.util.Locale;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageContent;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;

/**
 * Begins a page from a template, or from a page there is already.
 */
@Component
class PageCreation {

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

	/** The form to begin with: a template, or a copy of a page. */
	NewPageForm blank(String template, String copy) {
		Locale locale = LocaleContextHolder.getLocale();
		Optional<LandingPage> original = original(copy);
		String key = PageTemplate.of(template).map(PageTemplate::key).orElse("");
		String name = original
			.map((page) -> this.messages.getMessage("landing.copy.name", new Object[] { page.name() }, locale))
			.orElseGet(() -> (key.isEmpty() || key.equals(PageTemplate.BLANK.key())) ? ""
					: this.messages.getMessage("landing.template." + key, null, locale));
		return new NewPageForm(original.isPresent() ? "" : key, original.map((page) -> page.id().toString()).orElse(""),
				name, "", PageContent.LANGUAGES, locale.getLanguage(), false);
	}

	/** The page that a form copies; empty for a page of its own. */
	Optional<LandingPage> original(String copy) {
		return Ids.parse(copy).flatMap(this.pages::findById);
	}

	LandingPage begin(NewPageForm form, Actor by) {
		Optional<LandingPage> original = original(form.copy());
		if (original.isPresent()) {
			return this.management.create(form.key(), original.get().kind(), form.name(), original.get().draft(), by);
		}
		PageTemplate template = PageTemplate.of(form.template()).orElseThrow();
		PageContent content = this.texts.compose(template, form.ordered());
		boolean ask = template.kind().stopsEverything() && form.askFirst();
		return this.management.create(form.key(), template.kind(), form.name(),
				ask ? this.texts.asking(content) : content, by);
	}

}
