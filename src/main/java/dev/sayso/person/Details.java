package dev.sayso.person;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Channel;

/**
 * What can be edited about a person, as the store keeps it: blank is null, telephone
 * numbers are E.164, codes are ISO 3166 and BCP 47.
 */
public record Details(@Nullable String externalId, @Nullable String firstName, @Nullable String lastName,
		@Nullable String email, @Nullable String mobile, @Nullable String phone, @Nullable String fax,
		@Nullable String pushToken, @Nullable String street, @Nullable String postalCode, @Nullable String city,
		@Nullable String country, @Nullable String language, @Nullable String timeZone, @Nullable LocalDate birthDate) {

	/** Nothing known yet. */
	public static final Details NONE = new Details(null, null, null, null, null, null, null, null, null, null, null,
			null, null, null, null);

	/** First and last name as people say them, else an address, else the external id. */
	public String displayName() {
		String name = (orEmpty(this.firstName) + " " + orEmpty(this.lastName)).strip();
		return Stream.of(name, orEmpty(this.email), orEmpty(this.mobile), orEmpty(this.phone), orEmpty(this.externalId))
			.filter((text) -> !text.isEmpty())
			.findFirst()
			.orElse("–");
	}

	public boolean isReachable() {
		return this.externalId != null || this.email != null || this.mobile != null || this.phone != null
				|| this.fax != null || this.pushToken != null || (this.street != null && this.city != null);
	}

	/**
	 * The addresses in the one form in which two are the same, by the channel that uses
	 * them.
	 */
	public Map<Channel, String> addresses() {
		return SearchKeys.of(this).addresses(this);
	}

	public Map<String, Object> fields() {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("externalId", this.externalId);
		fields.put("firstName", this.firstName);
		fields.put("lastName", this.lastName);
		fields.put("email", this.email);
		fields.put("mobile", this.mobile);
		fields.put("phone", this.phone);
		fields.put("fax", this.fax);
		fields.put("pushToken", this.pushToken);
		fields.put("street", this.street);
		fields.put("postalCode", this.postalCode);
		fields.put("city", this.city);
		fields.put("country", this.country);
		fields.put("language", this.language);
		fields.put("timeZone", this.timeZone);
		fields.put("birthDate", this.birthDate);
		fields.values().removeIf(Objects::isNull);
		return fields;
	}

	/** The other details, completed by these where the others have nothing. */
	public Details and(Details other) {
		return new Details(or(other.externalId, this.externalId), or(other.firstName, this.firstName),
				or(other.lastName, this.lastName), or(other.email, this.email), or(other.mobile, this.mobile),
				or(other.phone, this.phone), or(other.fax, this.fax), or(other.pushToken, this.pushToken),
				or(other.street, this.street), or(other.postalCode, this.postalCode), or(other.city, this.city),
				or(other.country, this.country), or(other.language, this.language), or(other.timeZone, this.timeZone),
				or(other.birthDate, this.birthDate));
	}

	/** Nothing but the addresses by which a visitor is found. */
	public static Details addresses(@Nullable String email, @Nullable String mobile) {
		return new Details(null, null, null, email, mobile, null, null, null, null, null, null, null, null, null, null);
	}

	public Details withoutMobile() {
		return new Details(this.externalId, this.firstName, this.lastName, this.email, null, this.phone, this.fax,
				this.pushToken, this.street, this.postalCode, this.city, this.country, this.language, this.timeZone,
				this.birthDate);
	}

	/** The same with another address for push, or none. */
	public Details withPushToken(@Nullable String token) {
		return new Details(this.externalId, this.firstName, this.lastName, this.email, this.mobile, this.phone,
				this.fax, token, this.street, this.postalCode, this.city, this.country, this.language, this.timeZone,
				this.birthDate);
	}

	private static <T> @Nullable T or(@Nullable T value, @Nullable T fallback) {
		return (value != null) ? value : fallback;
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
