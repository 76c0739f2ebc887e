package dev.sayso.landing;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Say;
import dev.sayso.profile.Profile;

/**
 * Whom a personal link identified.
 *
 * @param link null in a preview
 */
public record Person(Profile profile, Say say, LinkToken.@Nullable Link link) {

	/**
	 * How a result names them without telling others: a masked address.
	 */
	@Nullable String masked() {
		String email = this.profile.details().email();
		if (email != null) {
			return Mask.email(email);
		}
		String mobile = this.profile.details().mobile();
		return (mobile != null) ? Mask.phone(mobile) : null;
	}

}
