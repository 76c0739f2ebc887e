package dev.sayso.landing.confirmation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.landing.PublishedPage;
import dev.sayso.mail.Mail;
import dev.sayso.mail.MailContent;
import dev.sayso.mail.MailContent.Part;
import dev.sayso.mail.MailKind;
import dev.sayso.shared.Channel;
import dev.sayso.shared.LocalizedDate;
import dev.sayso.shared.TimeFormat;

/**
 * The mail that asks somebody to confirm an opt-in. It says first that somebody at the
 * address asked to stop, where confirming would end that.
 */
@Component
class ConfirmationMail implements MailKind {

	static final String KEY = "confirmation";

	/** What the payload of a reminder ends with. */
	static final String REMINDER = "reminder";

	private final MailedConfirmations confirmations;

	private final WaitingOptIns waitingOptIns;

	private final ConfirmedServices services;

	private final ConfirmationPages pages;

	private final MessageSource messages;

	private final TimeFormat times;

	private final Clock clock;

	private final Suppressions suppressions;

	ConfirmationMail(MailedConfirmations confirmations, WaitingOptIns waitingOptIns, ConfirmedServices services,
			ConfirmationPages pages, MessageSource messages, TimeFormat times, Clock clock, Suppressions suppressions) {
		this.suppressions = suppressions;
		this.confirmations = confirmations;
		this.waitingOptIns = waitingOptIns;
		this.services = services;
		this.pages = pages;
		this.messages = messages;
		this.times = times;
		this.clock = clock;
	}

	@Override
	public String key() {
		return KEY;
	}

	@Override
	public Optional<MailContent> compose(Mail mail) {
		String[] payload = mail.payload().split(" ");
		Instant now = this.clock.instant();
		MailedConfirmation asked = this.confirmations.find(UUID.fromString(payload[0]))
			.filter((confirmation) -> confirmation.isOpen(now))
			.orElse(null);
		PublishedPage page = (asked != null) ? this.pages.find(asked).orElse(null) : null;
		if (asked == null || page == null) {
			return Optional.empty();
		}
		if (this.suppressions.isUndeliverable(Channel.EMAIL, asked.address())) {
			return Optional.empty();
		}
		WaitingOptIns.Waiting waiting = this.waitingOptIns.find(asked);
		if (waiting.isEmpty()) {
			return page.updatesKnown() ? Optional.empty() : Optional.of(known(asked, page));
		}
		if (!this.waitingOptIns.owners(asked.address()).contains(asked.profile())) {
			return Optional.of(known(asked, page));
		}
		return Optional.of(content(asked, page, waiting, payload.length > 1));
	}

	/**
	 * What somebody is told whom a page knows and therefore takes nothing from, or whose
	 * address is no longer that of the person it asks: a mail that does not come would
	 * tell that they are known.
	 */
	private MailContent known(MailedConfirmation asked, PublishedPage page) {
		Locale locale = Locale.forLanguageTag(asked.language());
		String sender = ConfirmationPages.sender(page, asked.language());
		Part text = Part.paragraph(say(locale, "confirmation.mail.known", day(asked.askedAt(), locale),
				ConfirmationPages.title(page, asked.language()), sender));
		return new MailContent(say(locale, "confirmation.mail.subject", sender), page.lacksService() ? List.of(text)
				: List.of(text, Part.link(say(locale, "confirmation.mail.known.link"), this.pages.linkRequest(page))));
	}

	private MailContent content(MailedConfirmation asked, PublishedPage page, WaitingOptIns.Waiting waiting,
			boolean again) {
		Locale locale = Locale.forLanguageTag(asked.language());
		String sender = ConfirmationPages.sender(page, asked.language());
		String subject = say(locale, again ? "confirmation.mail.subject.again" : "confirmation.mail.subject", sender);
		List<Part> parts = new ArrayList<>();
		Instant refused = this.waitingOptIns.refused(asked.address());
		if (refused != null) {
			parts.add(Part.paragraph(
					say(locale, waiting.opensEmail() ? "confirmation.mail.refused" : "confirmation.mail.refused.stays",
							day(refused, locale))));
		}
		parts.add(Part.paragraph(say(locale, "confirmation.mail.asked", day(asked.askedAt(), locale),
				ConfirmationPages.title(page, asked.language()), sender)));
		this.waitingOptIns.labels(asked, page, waiting, locale).forEach((label) -> parts.add(Part.item(label)));
		this.services.texts(waiting.services(), asked.language()).forEach((text) -> parts.add(Part.paragraph(text)));
		parts.add(Part.button(say(locale, "confirmation.mail.button"), this.pages.url(asked)));
		parts.add(Part.paragraph(say(locale, "confirmation.mail.other", day(asked.ends(), locale))));
		return new MailContent(subject, parts);
	}

	private String day(Instant instant, Locale locale) {
		return LocalizedDate.of(instant.atZone(this.times.zone()).toLocalDate(), locale);
	}

	private String say(Locale locale, String code, Object... args) {
		return this.messages.getMessage(code, args, locale);
	}

}
