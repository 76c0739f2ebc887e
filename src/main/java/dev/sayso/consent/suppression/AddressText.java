package dev.sayso.consent.suppression;

import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.person.DetailsDraft;
import dev.sayso.shared.Channel;

/**
 * An address alone, as somebody types or sends it.
 */
public final class AddressText {

	/** Where numbers say their country. */
	public static final String NOWHERE = "ZZ";

	private AddressText() {
	}

	/** A letter is to a person, so an address of one line is none. */
	public static boolean isRead(Channel channel) {
		return channel != Channel.POSTAL_MAIL;
	}

	/**
	 * The normal form of an address; null where it is none.
	 * @param region the country in whose notation a number without a prefix is
	 */
	public static @Nullable String normalize(Channel channel, String typed, String region) {
		String field = switch (channel) {
			case EMAIL -> "email";
			case SMS, WHATS_APP -> "mobile";
			case CALL -> "phone";
			case FAX -> "fax";
			case PUSH -> "pushToken";
			case POSTAL_MAIL -> "street";
		};
		return new DetailsDraft(Map.of(field, typed), region, LocalDate.EPOCH).details().addresses().get(channel);
	}

}
