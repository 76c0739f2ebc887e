package dev.sayso.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.net.IDN;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Organisation;

/**
 * Hands one mail to the server (SMTP, RFC 5321). Its text is not sent before the caller
 * has noted that it is about to be: whatever breaks until then, the server has nothing.
 */
@Component
class MailServer {

	private static final String UTF_8 = "UTF-8";

	private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

	private final MailSetup setup;

	private final ITemplateEngine engine;

	MailServer(MailSetup setup, ITemplateEngine engine) {
		this.setup = setup;
		this.engine = engine;
	}

	/**
	 * Hands over a mail.
	 * @param offered notes that its text is about to be sent; false where it must not be
	 */
	Handover hand(Mail mail, MailContent content, BooleanSupplier offered) {
		MailProperties properties = this.setup.properties();
		Session session = Session.getInstance(properties.session(!isAscii(mail.to())));
		OfferedMessage message = new OfferedMessage(session, mail.id(), domain(), offered);
		try {
			write(message, mail, content);
		}
		catch (MessagingException | IOException ex) {
			return new Handover(Handover.Result.REFUSED, "address", "");
		}
		try (Line line = new Line(session.getTransport("smtp"))) {
			connect(line.transport(), properties);
			return send(line.transport(), message);
		}
		catch (MessagingException ex) {
			return SmtpFailures.away(ex);
		}
	}

	private static Handover send(Transport transport, OfferedMessage message) {
		try {
			transport.sendMessage(message, message.getAllRecipients());
			return Handover.TAKEN;
		}
		catch (MessagingException ex) {
			return SmtpFailures.refusal(ex, message.begun);
		}
	}

	private void connect(Transport transport, MailProperties properties) throws MessagingException {
		boolean signsIn = !properties.user().isBlank();
		transport.connect(properties.host(), properties.port(), signsIn ? properties.user() : null,
				signsIn ? properties.password() : null);
	}

	private void write(MimeMessage message, Mail mail, MailContent content) throws MessagingException, IOException {
		message.setRecipient(Message.RecipientType.TO, new InternetAddress(ascii(line(mail.to())), true));
		InternetAddress from = new InternetAddress(ascii(line(this.setup.sender())), true);
		String name = line(this.setup.organisation().name());
		if (!name.isBlank()) {
			from.setPersonal(name, UTF_8);
		}
		message.setFrom(from);
		message.setSubject(line(content.subject()), UTF_8);
		message.setSentDate(Date.from(mail.createdAt()));
		message.setHeader("Content-Language", mail.language());
		MimeBodyPart text = new MimeBodyPart();
		text.setText(text(content), UTF_8);
		MimeBodyPart html = new MimeBodyPart();
		html.setText(html(mail, content), UTF_8, "html");
		message.setContent(new MimeMultipart("alternative", text, html));
		// nobody's machine answers it (RFC 3834, 5)
		message.setHeader("Auto-Submitted", "auto-generated");
		message.saveChanges();
	}

	private String text(MailContent content) {
		Organisation organisation = this.setup.organisation();
		String sender = (organisation.name() + "\n" + organisation.address()).strip();
		return content.text() + (sender.isEmpty() ? "" : "\n-- \n" + sender + "\n");
	}

	private String html(Mail mail, MailContent content) {
		Locale locale = Locale.forLanguageTag(mail.language());
		return this.engine.process("mail/message",
				new Context(locale, Map.of("content", content, "organisation", this.setup.organisation())));
	}

	private String domain() {
		String from = this.setup.sender();
		return ascii(from).substring(ascii(from).lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
	}

	/** Nothing that would end a header's line. */
	static String line(String text) {
		return CONTROLS.matcher(text).replaceAll(" ").strip();
	}

	/** The domain as mail servers of all ages read it (RFC 5890). */
	private static String ascii(String address) {
		int at = address.lastIndexOf('@');
		try {
			return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
		}
		catch (IllegalArgumentException ex) {
			return address;
		}
	}

	private static boolean isAscii(String address) {
		return ascii(address).chars().allMatch((character) -> character < 128);
	}

	/** What breaks when it is closed says nothing of the mail. */
	private record Line(Transport transport) implements AutoCloseable {

		@Override
		public void close() {
			try {
				this.transport.close();
			}
			catch (MessagingException ex) {
				// the mail is where it is
			}
		}

	}

	/** A message that tells when its text is asked for, and keeps its id. */
	private static final class OfferedMessage extends MimeMessage {

		private final UUID id;

		private final String domain;

		private final BooleanSupplier offered;

		private boolean begun;

		private OfferedMessage(Session session, UUID id, String domain, BooleanSupplier offered) {
			super(session);
			this.id = id;
			this.domain = domain;
			this.offered = offered;
		}

		/**
		 * The same at each attempt, so that a mailbox can tell a mail that came twice.
		 */
		@Override
		protected void updateMessageID() throws MessagingException {
			setHeader("Message-ID", "<" + this.id + "@" + (this.domain.isEmpty() ? "sayso" : this.domain) + ">");
		}

		@Override
		public void writeTo(OutputStream to, String[] ignored) throws IOException, MessagingException {
			if (!this.offered.getAsBoolean()) {
				throw new IOException("another instance has it");
			}
			this.begun = true;
			super.writeTo(to, ignored);
		}

	}

}
