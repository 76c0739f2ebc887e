package dev.sayso.landing;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Organisation;
import dev.sayso.shared.Settings;

/**
 * Says who asks on a page: whom the page names, else whom Settings name. A version
 * freezes what it showed, so that a change of Settings reaches a page when it is
 * published again.
 */
@Component
public class PageSender {

	private final Settings settings;

	PageSender(Settings settings) {
		this.settings = settings;
	}

	/** Whom Settings name. */
	public PageContact standard() {
		return contact(Organisation.of(this.settings));
	}

	/** The page as its readers would see it now. */
	public PageContent fill(PageContent content) {
		Organisation organisation = Organisation.of(this.settings);
		PageContact contact = content.contact().isBlank() ? contact(organisation) : content.contact();
		Map<String, PageTexts> texts = new LinkedHashMap<>();
		content.texts()
			.forEach((tag, words) -> texts.put(tag, words.privacyNotice().isBlank()
					? words.withPrivacyNotice(organisation.privacyNotice(tag)) : words));
		return content.withTexts(texts).withContact(contact);
	}

	/** The page without what Settings say as well, so that it follows them again. */
	public PageContent strip(PageContent content) {
		Organisation organisation = Organisation.of(this.settings);
		PageContact contact = content.contact().equals(contact(organisation)) ? PageContact.NONE : content.contact();
		Map<String, PageTexts> texts = new LinkedHashMap<>();
		content.texts()
			.forEach((tag, words) -> texts.put(tag, words.privacyNotice().equals(organisation.privacyNotice(tag))
					? words.withPrivacyNotice("") : words));
		return content.withTexts(texts).withContact(contact);
	}

	private static PageContact contact(Organisation organisation) {
		return new PageContact(organisation.name(), organisation.address(), organisation.email(), organisation.phone());
	}

}
