package dev.sayso.consent.suppression;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.sayso.person.Details;
import dev.sayso.person.DetailsDraft;
import dev.sayso.shared.Channel;

/**
 * An address alone, as somebody types or sends it.
 */
public final class AddressText {

	/** Where numbers say their country. */
	public static final String NOWHERE = "ZZ";

	/** The parts of a postal address in their order; the last may be left out. */
	private static final List<String> POSTAL = List.of("lastName", "firstName", "street", "postalCode", "city",
			"country");

	private static final Pattern BETWEEN_PARTS = Pattern.compile("[;\t]");

	private AddressText() {
	}

	/**
	 * The normal form of an address; null where it is none.
	 * @param region the country in whose notation a number without a prefix is
	 */
	public static @Nullable String normalize(Channel channel, String typed, String region) {
		if (channel == Channel.POSTAL_MAIL) {
			return postal(typed, region);
		}
		String field = switch (channel) {
			case EMAIL -> "email";
			case SMS, WHATS_APP -> "mobile";
			case CALL -> "phone";
			case FAX -> "fax";
			case PUSH -> "pushToken";
			case POSTAL_MAIL -> throw new IllegalArgumentException("a letter is to a person");
		};
		return new DetailsDraft(Map.of(field, typed), region, LocalDate.EPOCH).details().addresses().get(channel);
	}

	/**
	 * A letter is to a person, so it takes their name as well, each part told apart from
	 * the next: a spreadsheet's columns are pasted with tabs.
	 */
	private static @Nullable String postal(String typed, String region) {
		String[] parts = BETWEEN_PARTS.split(typed, -1);
		if (parts.length < POSTAL.size() - 1 || parts.length > POSTAL.size()) {
			return null;
		}
		Map<String, String> fields = new HashMap<>();
		for (int part = 0; part < parts.length; part++) {
			fields.put(POSTAL.get(part), parts[part]);
		}
		DetailsDraft draft = new DetailsDraft(fields, region, LocalDate.EPOCH);
		Details details = draft.details();
		return draft.faults().isEmpty() ? details.addresses().get(Channel.POSTAL_MAIL) : null;
	}

}
