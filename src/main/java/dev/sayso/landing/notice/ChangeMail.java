package dev.sayso.landing.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PersonalLinks;
import dev.sayso.landing.Submission;
import dev.sayso.landing.request.PublicPath;
import dev.sayso.mail.Mail;
import dev.sayso.mail.MailContent;
import dev.sayso.mail.MailContent.Part;
import dev.sayso.mail.MailKind;
import dev.sayso.person.EmailAddress;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Channel;
import dev.sayso.shared.LocalizedDate;
import dev.sayso.shared.TimeFormat;

/**
 * The mail that tells what was done by a personal link, and where to undo it.
 */
@Component
class ChangeMail implements MailKind {

	static final String KEY = "change";

	private final FormChanges changes;

	private final ChangeWords words;

	private final LinkToken tokens;

	private final PersonalLinks links;

	private final MessageSource messages;

	private final TimeFormat times;

	private final Suppressions suppressions;

	private final Profiles profiles;

	ChangeMail(FormChanges changes, ChangeWords words, LinkToken tokens, PersonalLinks links, MessageSource messages,
			TimeFormat times, Suppressions suppressions, Profiles profiles) {
		this.profiles = profiles;
		this.suppressions = suppressions;
		this.changes = changes;
		this.words = words;
		this.tokens = tokens;
		this.links = links;
		this.messages = messages;
		this.times = times;
	}

	@Override
	public String key() {
		return KEY;
	}

	@Override
	public Optional<MailContent> compose(Mail mail) {
		return this.changes
			.find(UUID.fromString(mail.payload()), isTheirs(mail) ? (change) -> true : TellChanges::opens)
			.filter(FormChanges.Undoable::isUndoable)
			.filter((of) -> !this.suppressions.isUndeliverable(Channel.EMAIL, EmailAddress.normalize(mail.to())))
			.map((of) -> content(mail, of));
	}

	/** Whether the person has the address still; whoever has it else undoes no stop. */
	private boolean isTheirs(Mail mail) {
		return Optional.ofNullable(mail.profile())
			.flatMap(this.profiles::findById)
			.map((profile) -> profile.details().email())
			.filter((email) -> EmailAddress.normalize(email).equals(EmailAddress.normalize(mail.to())))
			.isPresent();
	}

	private MailContent content(Mail mail, FormChanges.Undoable of) {
		Locale locale = Locale.forLanguageTag(mail.language());
		Submission submission = of.submission();
		List<LedgerEntry> entries = of.entries();
		String when = LocalizedDate.withTime(submission.at().atZone(this.times.zone()), locale);
		List<Part> parts = new ArrayList<>();
		parts.add(Part.paragraph(say(locale, "notice.change.text", when,
				of.page().wording(Locale.LanguageRange.parse(mail.language())).title())));
		this.words.list(entries, of.details().keySet(), locale).forEach((line) -> parts.add(Part.item(line)));
		String token = isTheirs(mail) ? this.tokens.write(new LinkToken.Receipt(submission.id(), true))
				: this.tokens.writeOpenings(submission.id());
		parts.add(Part.button(say(locale, "notice.change.button"), this.links.url(PublicPath.CHANGES + token)));
		parts.add(Part.paragraph(say(locale, "notice.change.yours")));
		return new MailContent(say(locale, "notice.change.subject", of.page().brand().name()), parts);
	}

	private String say(Locale locale, String code, Object... args) {
		return this.messages.getMessage(code, args, locale);
	}

}
