package dev.sayso.shared;

import java.util.Arrays;
import java.util.Optional;

/**
 * A way to reach a person, named as XDM names it.
 */
public enum Channel {

	EMAIL("email", "mail"), SMS("sms", "message"), CALL("call", "phone"), POSTAL_MAIL("postalMail", "mailbox"),
	PUSH("push", "bell"), WHATS_APP("whatsApp", "brand-whatsapp"), FAX("fax", "printer");

	private final String key;

	private final String icon;

	Channel(String key, String icon) {
		this.key = key;
		this.icon = icon;
	}

	public static Optional<Channel> of(String key) {
		return Arrays.stream(values()).filter((channel) -> channel.key.equals(key)).findFirst();
	}

	/** The name in forms, in the API and in the store. */
	public String key() {
		return this.key;
	}

	public String icon() {
		return this.icon;
	}

}
