package dev.sayso.mail;

import java.util.Optional;

/**
 * A kind of mail; the room that sends it declares it as a bean. A mail is composed when
 * it is handed over, so that it tells how things stand then, and the store keeps no text
 * with links that are somebody's own.
 */
public interface MailKind {

	/** Its name in the store and, behind {@code mail.kind.}, in messages. */
	String key();

	/** What a mail says; empty where there is nothing to say any more. */
	Optional<MailContent> compose(Mail mail);

}
