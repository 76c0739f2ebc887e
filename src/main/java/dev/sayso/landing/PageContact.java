package dev.sayso.landing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * The sender of a page, and how to reach them.
 *
 * @param address the postal address, a line each
 */
public record PageContact(String organisation, String address, String email, String phone) {

	public static final PageContact NONE = new PageContact("", "", "", "");

	public PageContact {
		organisation = Objects.requireNonNullElse(organisation, "");
		address = Objects.requireNonNullElse(address, "");
		email = Objects.requireNonNullElse(email, "");
		phone = Objects.requireNonNullElse(phone, "");
	}

	/**
	 * @param lines the postal address, a line each
	 * @param privacy address of the privacy notice
	 */
	public record Sender(String name, @Nullable String lines, @Nullable String email, @Nullable String phone,
			@Nullable String privacy) {

		/** Who asked, as evidence keeps it: what there is of it, by name. */
		public Map<String, String> named() {
			Map<String, String> named = new LinkedHashMap<>();
			named.put("name", this.name);
			named.put("address", Objects.requireNonNullElse(this.lines, ""));
			named.put("email", Objects.requireNonNullElse(this.email, ""));
			named.put("phone", Objects.requireNonNullElse(this.phone, ""));
			named.put("privacyNotice", Objects.requireNonNullElse(this.privacy, ""));
			named.values().removeIf(String::isEmpty);
			return named;
		}

	}

	Sender sender(String privacyNotice) {
		return new Sender(this.organisation, orNull(this.address), orNull(this.email), orNull(this.phone),
				privacyNotice.matches("https?://.*") ? privacyNotice : null);
	}

	private static @Nullable String orNull(String text) {
		return text.isBlank() ? null : text;
	}

	@JsonIgnore
	public boolean isBlank() {
		return equals(NONE);
	}

	public boolean reachable() {
		return !this.email.isBlank() || !this.phone.isBlank() || !this.address.isBlank();
	}

}
