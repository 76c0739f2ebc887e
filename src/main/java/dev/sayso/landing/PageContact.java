package dev.sayso.landing;

import org.jspecify.annotations.Nullable;

/**
 * The sender of a page, and how to reach them.
 *
 * @param address the postal address, a line each
 */
public record PageContact(String organisation, String address, String email, String phone) {

	public static final PageContact NONE = new PageContact("", "", "", "");

	public PageContact(@Nullable String organisation, @Nullable String address, @Nullable String email,
			@Nullable String phone) {
		this.organisation = (organisation != null) ? organisation : "";
		this.address = (address != null) ? address : "";
		this.email = (email != null) ? email : "";
		this.phone = (phone != null) ? phone : "";
	}

	/**
	 * The sender as a page shows them.
	 *
	 * @param lines the postal address, a line each
	 * @param privacy address of the privacy notice
	 */
	public record Sender(String name, @Nullable String lines, @Nullable String email, @Nullable String phone,
			@Nullable String privacy) {

	}

	Sender sender(String privacyNotice) {
		return new Sender(this.organisation, orNull(this.address), orNull(this.email), orNull(this.phone),
				privacyNotice.matches("https?://.*") ? privacyNotice : null);
	}

	private static @Nullable String orNull(String text) {
		return text.isBlank() ? null : text;
	}

	/**
	 * Whether there is a way to reach them besides the page.
	 */
	public boolean reachable() {
		return !this.email.isBlank() || !this.phone.isBlank() || !this.address.isBlank();
	}

}
