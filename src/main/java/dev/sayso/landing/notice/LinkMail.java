package dev.sayso.landing.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sayso.consent.suppression.AddressOwners;
import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.landing.PersonalLinks;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPages;
import dev.sayso.mail.Mail;
import dev.sayso.mail.MailContent;
import dev.sayso.mail.MailContent.Part;
import dev.sayso.mail.MailKind;
import dev.sayso.person.EmailAddress;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;

/**
 * The mail with the personal link of whoever asked for it. Who has the address is looked
 * up when it is written, long after the page was answered; an address that nobody has
 * gets a mail too, which says so to whoever reads it there.
 */
@Component
class LinkMail implements MailKind {

	static final String KEY = "link";

	/** How many people with one address have their links in it. */
	private static final int MOST = 5;

	private final PublishedPages pages;

	private final AddressOwners owners;

	private final Profiles profiles;

	private final PersonalLinks links;

	private final MessageSource messages;

	private final Suppressions suppressions;

	LinkMail(PublishedPages pages, AddressOwners owners, Profiles profiles, PersonalLinks links, MessageSource messages,
			Suppressions suppressions) {
		this.suppressions = suppressions;
		this.pages = pages;
		this.owners = owners;
		this.profiles = profiles;
		this.links = links;
		this.messages = messages;
	}

	@Override
	public String key() {
		return KEY;
	}

	@Override
	public Optional<MailContent> compose(Mail mail) {
		boolean arrives = !this.suppressions.isUndeliverable(Channel.EMAIL, EmailAddress.normalize(mail.to()));
		return this.pages.find(mail.payload(), null).filter((page) -> arrives).map((page) -> content(mail, page));
	}

	private MailContent content(Mail mail, PublishedPage page) {
		Locale locale = Locale.forLanguageTag(mail.language());
		String title = page.wording(Locale.LanguageRange.parse(mail.language())).title();
		List<Profile> people = this.owners.ids(Map.of(Channel.EMAIL, EmailAddress.normalize(mail.to())))
			.stream()
			.limit(MOST)
			.flatMap((id) -> this.profiles.findById(id).stream())
			.toList();
		List<Part> parts = new ArrayList<>();
		parts.add(Part.paragraph(say(locale, people.isEmpty() ? "notice.link.unknown" : "notice.link.text", title)));
		for (Profile person : people) {
			String label = (people.size() == 1) ? say(locale, "notice.link.open")
					: say(locale, "notice.link.of", person.name());
			parts.add(Part.button(label, this.links.make(Actor.system(), person.id(), page, "")));
		}
		if (people.isEmpty()) {
			parts.add(Part.link(say(locale, "notice.link.page"), this.links.url("/p/" + page.slug())));
		}
		parts.add(Part.paragraph(say(locale, people.isEmpty() ? "notice.link.other" : "notice.link.yours")));
		return new MailContent(say(locale, "notice.link.subject", title), parts);
	}

	private String say(Locale locale, String code, Object... args) {
		return this.messages.getMessage(code, args, locale);
	}

}
