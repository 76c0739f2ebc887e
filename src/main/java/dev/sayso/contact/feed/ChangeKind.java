package dev.sayso.contact.feed;

import java.util.Locale;
import java.util.Optional;

import dev.sayso.consent.Pause;
import dev.sayso.consent.Purpose;
import dev.sayso.shared.Channel;

/**
 * What a change of a say is about.
 */
public enum ChangeKind {

	CONSENT("", "n"), SUBSCRIPTION("service.", "unsubscribed"), SUPPRESSION("suppression.", ""),
	PAUSE(Pause.PREFIX, ""), ERASURE("", "");

	private final String prefix;

	private final String no;

	ChangeKind(String prefix, String no) {
		this.prefix = prefix;
		this.no = no;
	}

	/** The name in the feed and in the store. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	static ChangeKind of(String key) {
		return valueOf(key.toUpperCase(Locale.ROOT));
	}

	/** What an entry of the ledger tells of. */
	static ChangeKind ofPurpose(String purpose) {
		return purpose.startsWith(SUBSCRIPTION.prefix) ? SUBSCRIPTION : purpose.startsWith(SUPPRESSION.prefix)
				? SUPPRESSION : purpose.startsWith(PAUSE.prefix) ? PAUSE : CONSENT;
	}

	/** What of a purpose follows the name of its kind. */
	String subject(String purpose) {
		return purpose.substring(this.prefix.length());
	}

	/** The channel that a purpose is about; empty for all, and for a service. */
	Optional<Channel> channel(String purpose) {
		return (this == CONSENT) ? Purpose.of(purpose).flatMap(Purpose::channel) : Channel.of(subject(purpose));
	}

	/** Whether what a ledger's entry came to is a no, which others have to obey. */
	boolean isNo(String after) {
		return switch (this) {
			case CONSENT, SUBSCRIPTION -> after.equals(this.no);
			case SUPPRESSION -> !after.equals("none");
			case PAUSE -> !after.equals("ended");
			case ERASURE -> true;
		};
	}

}
