package dev.sayso.mail;

import java.util.Properties;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server, as it is named from outside.
 *
 * @param host empty where there is none
 * @param user empty where the server asks for none
 * @param from the address mails are from; empty for that of Settings, General
 */
@ConfigurationProperties("sayso.mail")
record MailProperties(@DefaultValue("") String host, @DefaultValue("587") int port, @DefaultValue("") String user,
		@DefaultValue("") String password, @DefaultValue("") String from, @DefaultValue("starttls") Tls tls) {

	private static final String CONNECT = "10000";

	private static final String PATIENCE = "20000";

	/** How the line to the server is protected. */
	enum Tls {

		/** Begins plain and is refused where the server cannot do better (RFC 3207). */
		STARTTLS,

		/** From the first byte (RFC 8314, 3). */
		TLS, NONE

	}

	boolean isNamed() {
		return !this.host.isBlank();
	}

	/** As Jakarta Mail reads them. */
	Properties session(boolean utf8) {
		Properties session = new Properties();
		session.setProperty("mail.smtp.host", this.host);
		session.setProperty("mail.smtp.port", Integer.toString(this.port));
		session.setProperty("mail.smtp.auth", Boolean.toString(!this.user.isBlank()));
		session.setProperty("mail.smtp.starttls.enable", Boolean.toString(this.tls == Tls.STARTTLS));
		session.setProperty("mail.smtp.starttls.required", Boolean.toString(this.tls == Tls.STARTTLS));
		session.setProperty("mail.smtp.ssl.enable", Boolean.toString(this.tls == Tls.TLS));
		session.setProperty("mail.smtp.ssl.checkserveridentity", "true");
		session.setProperty("mail.smtp.connectiontimeout", CONNECT);
		session.setProperty("mail.smtp.timeout", PATIENCE);
		session.setProperty("mail.smtp.writetimeout", PATIENCE);
		session.setProperty("mail.smtp.quitwait", "false");
		session.setProperty("mail.mime.allowutf8", Boolean.toString(utf8));
		return session;
	}

}
