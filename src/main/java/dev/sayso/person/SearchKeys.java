package dev.sayso.person;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Channel;
import dev.sayso.shared.TextNormalizer;

/**
 * What a person is found by: details without case and accents, kept beside them so that
 * an index can serve the search, and addresses in the one form in which they are the
 * same.
 *
 * @param callKey the number a call goes to: the phone, else the mobile
 * @param postKey name and postal address, since a letter is to a person, not to a house
 * @param languageKey the language without its region
 */
public record SearchKeys(String nameKey, @Nullable String emailKey, @Nullable String callKey, @Nullable String postKey,
		String searchText, @Nullable String externalIdKey, @Nullable String firstNameKey, @Nullable String lastNameKey,
		@Nullable String streetKey, @Nullable String postalCodeKey, @Nullable String cityKey,
		@Nullable String languageKey) {

	static SearchKeys of(Details details) {
		String name = TextNormalizer.text(join(details.lastName(), details.firstName()));
		String search = TextNormalizer.text(join(details.firstName(), details.lastName(), details.firstName(),
				searched(details.email()), details.externalId(), details.mobile(), details.phone(), details.street(),
				details.postalCode(), details.city()));
		return new SearchKeys(TextNormalizer.shorten(name, 401),
				(details.email() != null) ? EmailAddress.normalize(details.email()) : null,
				(details.phone() != null) ? details.phone() : details.mobile(), PostalAddress.normalize(details),
				TextNormalizer.shorten(search, 2000), key(details.externalId()), key(details.firstName()),
				key(details.lastName()), key(details.street()), key(details.postalCode()), key(details.city()),
				(details.language() != null) ? language(details.language()) : null);
	}

	private static @Nullable String key(@Nullable String text) {
		return (text != null) ? TextNormalizer.key(text) : null;
	}

	/** The language of a tag such as {@code fr-BE}. */
	static String language(String tag) {
		int dash = tag.indexOf('-');
		return ((dash < 0) ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
	}

	/**
	 * An address as a search finds it: its domain as people read it, and as the mail
	 * system writes it where that is something else.
	 */
	private static @Nullable String searched(@Nullable String email) {
		if (email == null) {
			return null;
		}
		String shown = EmailAddress.normalize(email);
		String written = EmailAddress.ascii(shown);
		return written.equals(shown) ? shown : shown + " " + written;
	}

	Map<Channel, String> addresses(Details details) {
		Map<Channel, String> addresses = new EnumMap<>(Channel.class);
		addresses.put(Channel.EMAIL, this.emailKey);
		addresses.put(Channel.SMS, details.mobile());
		addresses.put(Channel.WHATS_APP, details.mobile());
		addresses.put(Channel.CALL, this.callKey);
		addresses.put(Channel.POSTAL_MAIL, this.postKey);
		addresses.put(Channel.PUSH, details.pushToken());
		addresses.put(Channel.FAX, details.fax());
		addresses.values().removeIf(Objects::isNull);
		return addresses;
	}

	/**
	 * The column of the address that a channel uses.
	 * @param table the name or alias of the table {@code profile}
	 */
	public static String addressColumn(String table, Channel channel) {
		return table + "." + switch (channel) {
			case EMAIL -> "email_key";
			case SMS, WHATS_APP -> "mobile";
			case CALL -> "call_key";
			case POSTAL_MAIL -> "post_key";
			case PUSH -> "push_token";
			case FAX -> "fax";
		};
	}

	static String join(@Nullable String... parts) {
		return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
	}

}
