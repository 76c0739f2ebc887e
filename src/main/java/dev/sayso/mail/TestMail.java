package dev.sayso.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Shows that mails arrive.
 */
@Component
class TestMail implements MailKind {

	static final String KEY = "test";

	private final MessageSource messages;

	TestMail(MessageSource messages) {
		this.messages = messages;
	}

	@Override
	public String key() {
		return KEY;
	}

	@Override
	public Optional<MailContent> compose(Mail mail) {
		Locale locale = Locale.forLanguageTag(mail.language());
		return Optional.of(new MailContent(this.messages.getMessage("mail.test.subject", null, locale),
				List.of(MailContent.Part.paragraph(this.messages.getMessage("mail.test.text", null, locale)))));
	}

}
