package dev.sayso.landing;

import org.jspecify.annotations.Nullable;

/**
 * Who asks on a page, and how to reach them.
 *
 * @param address the postal address, a line each
 */
record PageContact(String organisation, String address, String email, String phone) {

	static final PageContact NONE = new PageContact("", "", "", "");

	PageContact(@Nullable String organisation, @Nullable String address, @Nullable String email,
			@Nullable String phone) {
		this.organisation = (organisation != null) ? organisation : "";
		this.address = (address != null) ? address : "";
		this.email = (email != null) ? email : "";
		this.phone = (phone != null) ? phone : "";
	}

	/**
	 * Whether there is a way to reach them besides the page.
	 */
	boolean reachable() {
		return !this.email.isBlank() || !this.phone.isBlank() || !this.address.isBlank();
	}

}
